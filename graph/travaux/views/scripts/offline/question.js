// What is searched for: words, “two words” as a phrase, and -words to leave out.
export function readQuestion(text) {
  const phrases = [];
  const barred = [];
  const words = text
    .replace(/["“”]([^"“”]+)["“”]?/g, (_, phrase) => {
      phrases.push(fold(phrase));
      return ` ${phrase} `;
    })
    .replace(/(^|\s)-(\S+)/g, (_, before, word) => {
      barred.push(fold(word));
      return before;
    });
  return {
    words: words.trim(),
    fits: (whole) => phrases.every((phrase) => whole.includes(phrase)) && !barred.some((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${escape(word)}`, "u").test(whole)),
  };
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

function escape(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

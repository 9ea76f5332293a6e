// How wide a text is, by a rule: pictures must not depend on the fonts of a computer.

const NARROW = /[iljtfrI.,:;'’|!()[\] ]/;
const WIDE = /[mwMW@%—]/;

function widthOf(character) {
  if (NARROW.test(character)) return 0.34;
  if (WIDE.test(character)) return 0.9;
  if (character > "\u2e7f") return 1;
  return /[A-Z]/.test(character) ? 0.69 : 0.57;
}

export function measure(text, size) {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

export function cut(text, width, size) {
  if (measure(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

// Break a text into lines, `most` of them; what does not fit ends in an ellipsis.
export function wrap(text, width, size, most) {
  const lines = [];
  let line = "";
  const words = text.split(/\s+/).filter(Boolean);
  for (const [place, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || measure(longer, size) <= width) line = longer;
    else if (lines.length === most - 1) {
      line = `${line} ${words.slice(place).join(" ")}`;
      break;
    } else {
      lines.push(cut(line, width, size));
      line = word;
    }
  }
  return line ? [...lines, cut(line, width, size)] : lines;
}

// The search box: things whose name or words contain everything that was typed.

const MOST = 12;

const MISS = 5;
const SHORT = [
  [/^arts?\.?$/, "article"],
  [/^(q|qu)\.?$/, "question"],
  [/^(¶|paras?\.?)$/, "paragraph"],
];

// The words that were typed, with what is usually shortened written out: `art. 36`, `art.36`, `Q8`, `¶ 5`.
function wordsOf(typed) {
  const parted = typed.toLowerCase().replace(/(^|\s)(arts?\.?|q\.?|¶|paras?\.?)(?=\d)/g, "$1$2 ");
  return parted.split(/\s+/).filter(Boolean).map((word) => SHORT.find(([short]) => short.test(word))?.[1] ?? word);
}

const isLetter = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

// Whether a word stands in a text as a whole, so that 8 is not found in 18.
function standsIn(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const ends = isLetter(word.at(-1)) && isLetter(text[at + word.length]);
    if (!ends && !(isLetter(word[0]) && isLetter(text[at - 1]))) return true;
  }
  return false;
}

// Best is a name that begins with just what was typed, then whole words of the name, parts of it, and the same of the words.
function rankOf(thing, words) {
  const name = thing.name.toLowerCase();
  const phrase = words.join(" ");
  if (name.startsWith(phrase) && !isLetter(name[phrase.length])) return 0;
  if (words.every((word) => standsIn(name, word))) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  const text = thing.text();
  if (words.every((word) => standsIn(text, word))) return 3;
  return words.every((word) => text.includes(word)) ? 4 : MISS;
}

export function openFind(input, list, things, onChoose) {
  let found = [];
  let current = -1;

  function search(typed) {
    const words = wordsOf(typed);
    if (!words.length) return [];
    const ranked = things.map((thing, order) => ({ thing, order, rank: rankOf(thing, words) })).filter(({ rank }) => rank < MISS);
    return ranked.sort((one, other) => one.rank - other.rank || other.thing.cited - one.thing.cited || one.order - other.order).map(({ thing }) => thing);
  }
  function mark(place) {
    current = place;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    if (place >= 0) input.setAttribute("aria-activedescendant", list.children[place].id);
    else input.removeAttribute("aria-activedescendant");
  }
  function show() {
    const all = search(input.value);
    found = all.slice(0, MOST);
    list.replaceChildren(
      ...found.map((thing, place) => {
        const item = document.createElement("li");
        item.id = `found-${place}`;
        item.setAttribute("role", "option");
        item.dir = "auto";
        item.textContent = thing.name;
        const noun = document.createElement("small");
        noun.textContent = thing.noun;
        item.append(noun);
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(place);
        });
        return item;
      }),
    );
    if (input.value.trim() && !found.length) {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      item.textContent = "Nothing found";
      list.append(item);
    }
    open(input.value.trim() !== "");
    mark(found.length ? 0 : -1);
  }
  function open(visible) {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
  }
  function choose(place) {
    if (!found[place]) return;
    open(false);
    input.value = "";
    input.blur();
    onChoose(found[place].id);
  }

  input.addEventListener("input", show);
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") mark(Math.min(current + 1, found.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(current - 1, 0));
    else if (event.key === "Enter") choose(current);
    else if (event.key === "Escape") {
      input.value = "";
      open(false);
      input.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// The search box: things whose name or words contain everything that was typed.

const MOST = 12;

export function openFind(input, list, things, onChoose) {
  let found = [];
  let current = -1;

  function search(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const ranked = [];
    for (const thing of things) {
      const name = thing.name.toLowerCase();
      if (words.every((word) => name.includes(word))) ranked.push([name.startsWith(words[0]) ? 0 : 1, thing]);
      else if (words.every((word) => thing.text().includes(word))) ranked.push([2, thing]);
    }
    return ranked.sort((one, other) => one[0] - other[0]).map(([, thing]) => thing);
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

// The list below the search field: options in groups, of which one may be the chosen one.

function make(name, attributes, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

export function makeListbox(id, onChoose) {
  const list = make("div", { id, role: "listbox", class: "suggested", "aria-label": "Suggestions", hidden: "" });
  let options = [];

  function group(kinds, place) {
    const heading = make("div", { id: `${id}-kind-${place}`, class: "kind", role: "presentation" }, kinds);
    const element = make("div", { role: "group", "aria-labelledby": heading.id });
    element.append(heading);
    return element;
  }

  function show(suggestions) {
    const groups = new Map();
    options = [];
    for (const one of suggestions) {
      if (!groups.has(one.kinds)) groups.set(one.kinds, group(one.kinds, groups.size));
      const option = make("div", { role: "option", id: `${id}-${options.length}`, "aria-selected": "false", dir: "auto" }, one.words);
      if (one.within) option.append(" ", make("small", {}, one.within));
      option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      option.addEventListener("click", () => onChoose(one));
      groups.get(one.kinds).append(option);
      options.push({ option, suggestion: one });
    }
    list.replaceChildren(...groups.values());
  }

  // Mark an option as chosen; none for -1. Gives its id.
  function choose(place) {
    options.forEach(({ option }, at) => option.setAttribute("aria-selected", String(at === place)));
    const chosen = options[place]?.option;
    chosen?.scrollIntoView({ block: "nearest" });
    return chosen?.id ?? "";
  }

  return { list, show, choose, count: () => options.length, at: (place) => options[place]?.suggestion };
}

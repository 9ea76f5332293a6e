// Suggestions while one types: a combobox with a list, after the pattern of the ARIA Authoring Practices.
import { makeListbox } from "./listbox.js";
import { suggest } from "./source.js";

const WAIT = 120;

export function startSuggesting(input) {
  if (!input) return;
  const box = makeListbox("found", (one) => follow(one.address));
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  let current = -1;
  let waiting = 0;
  let asking = null;

  function open(visible) {
    box.list.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    if (!visible) mark(-1);
  }

  function mark(place) {
    current = place;
    const id = box.choose(place);
    if (id) input.setAttribute("aria-activedescendant", id);
    else input.removeAttribute("aria-activedescendant");
  }

  function step(by) {
    const count = box.count();
    if (!count) return;
    if (box.list.hidden) open(true);
    mark(current < 0 && by < 0 ? count - 1 : ((current + 1 + by + count + 1) % (count + 1)) - 1);
  }

  function stop() {
    clearTimeout(waiting);
    asking?.abort();
  }

  async function ask() {
    const text = input.value.trim();
    const own = new AbortController();
    asking = own;
    try {
      const suggestions = text ? await suggest(text, own.signal) : [];
      if (own.signal.aborted) return;
      box.show(suggestions);
      mark(-1);
      open(suggestions.length > 0 && document.activeElement === input);
      status.textContent = text ? `${suggestions.length || "No"} suggestion${suggestions.length === 1 ? "" : "s"}` : "";
    } catch (error) {
      if (error.name !== "AbortError") open(false); // without suggestions, Enter still searches
    }
  }

  function onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && current >= 0) follow(box.at(current).address);
    else if (event.key === "Escape" && !box.list.hidden) open(false);
    else return;
    event.preventDefault();
  }

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.list.id }))
    input.setAttribute(name, value);
  input.form.append(box.list, status);
  input.addEventListener("input", () => {
    stop();
    waiting = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", () => open(false));
  input.form.addEventListener("submit", stop);

  function follow(address) {
    stop();
    open(false);
    const link = document.createElement("a");
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  }
}

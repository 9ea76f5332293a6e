// Shows a page of the file: its main part is put in place, and its links are made to lead within the file.
import { inFile, pageKey, readAddress } from "./addresses.js";
import { markPassage } from "./passages.js";
import { narrow } from "./narrowing.js";

export class Pages {
  constructor(data, main) {
    this.data = data;
    this.main = main;
    this.scripts = {}; // what is to be done with the page of a path
    this.title = document.title;
    this.shown = null;
  }

  start() {
    rewrite(document.body, readAddress(location.hash));
    addEventListener("hashchange", () => this.show());
    for (const kind of ["click", "auxclick"]) document.addEventListener(kind, mendLink, true);
    document.addEventListener("submit", (event) => this.submit(event));
    this.show();
  }

  show() {
    const address = readAddress(location.hash);
    const key = this.find(address);
    const again = this.shown === address.whole;
    this.shown = address.whole;
    if (!again) this.put(key, address);
    this.go(address, again);
  }

  find(address) {
    const { pages } = this.data;
    const key = pageKey(address, this.data);
    if (pages[key]?.moved) {
      history.replaceState(null, "", `#${pages[key].moved}`);
      const moved = readAddress(location.hash);
      Object.assign(address, moved);
      return this.find(address);
    }
    return pages[key] ? key : pages[address.path] ? address.path : null;
  }

  put(key, address) {
    const page = key === null ? null : this.data.pages[key];
    this.main.replaceChildren(...(page ? parse(page.html) : nothing()));
    document.title = page ? (page.title === this.title ? page.title : `${page.title} · ${this.title}`) : this.title;
    for (const link of document.querySelectorAll(".menu a")) {
      if (page && link.getAttribute("href") === `#${page.section}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    rewrite(this.main, address);
    markPassage(this.main, address.options.get("at"));
    if (!this.data.whole.includes(address.path)) narrow(this.main, { options: address.options, plain: `#${address.path}` }, this.data);
    this.scripts[address.path]?.(this.main, address);
  }

  go({ anchor }, again) {
    const target = anchor && document.getElementById(decodeURIComponent(anchor));
    if (target) {
      for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
      target.scrollIntoView({ block: anchor === "at" ? "center" : "start" });
      if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    } else if (!again) {
      scrollTo(0, 0);
      this.main.focus({ preventScroll: true });
    }
  }

  // The page at an address as elements that nobody sees, for those who look something up in it.
  read(path) {
    const page = this.data.pages[path];
    const holder = document.createElement("div");
    if (page) holder.append(...parse(page.html));
    return holder;
  }

  // The cards of the search page, and what each is found by.
  cards() {
    return [...this.read("/search").querySelectorAll(".result")].map((card, id) => {
      const [title, other, text] = this.data.words[id];
      return { id, title, other, text, address: card.querySelector("h2 a, h3 a").getAttribute("href"), kind: card.dataset.kind, facets: { ...card.dataset } };
    });
  }

  link(address) {
    return `#${address}`;
  }

  submit(event) {
    const form = event.target;
    if (form.method !== "get") return;
    event.preventDefault();
    const path = new URL(form.action).hash.slice(1) || form.getAttribute("action");
    const options = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    location.hash = options.size ? `${path}?${options}` : path;
  }
}

function parse(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => document.importNode(node, true));
}

function nothing() {
  const title = document.createElement("h1");
  title.textContent = "This is not in the file";
  const text = document.createElement("p");
  text.textContent = "The file holds the pages of one corpus as they were when it was made. Search, or begin at the overview.";
  return [title, text];
}

// Links that a script makes later, such as those of the map, are made to lead within the file when they are followed.
function mendLink(event) {
  const link = event.target.closest?.("a[href^='/']");
  if (link) link.setAttribute("href", inFile(link.getAttribute("href")));
}

function rewrite(root, address) {
  for (const link of root.querySelectorAll("a[href]")) link.setAttribute("href", inFile(link.getAttribute("href"), address));
  for (const form of root.querySelectorAll("form[action]")) form.setAttribute("action", inFile(form.getAttribute("action"), address));
}

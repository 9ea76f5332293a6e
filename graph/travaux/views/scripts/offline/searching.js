// The search of a file or a site: the cards of its search page are found by their words and narrowed by their facets.
//
// `pages` gives `cards()`: { id, title, other, text, kind, address, facets } for each card of the search page, in their order;
// `link(address)`, where that leads; and `data` with `kinds` and `atLeast`.
import MiniSearch from "minisearch";
import { readQuestion } from "./question.js";

const SHOWN = 20;
const OPTIONS = { fields: ["title", "other", "text"], processTerm: fold, searchOptions: { boost: { title: 8, other: 4 }, combineWith: "AND", prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 5 ? 0.15 : false) } };

export class Search {
  constructor(pages) {
    this.pages = pages;
    this.index = null;
  }

  // Suggestions for the field at the top, those of a kind together.
  suggest(text) {
    this.read();
    const found = this.ranked(text).slice(0, 8).map((place) => this.cards[place]);
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    return kinds.flatMap((kind) => found.filter((one) => one.kind === kind)).map(({ kind, title, address }) => ({
      kind, kinds: this.pages.data.kinds[kind] ?? kind, words: title, within: "", address: this.pages.link(address),
    }));
  }

  // Shows on the search page what its address asks for.
  show(root, { options }) {
    this.read();
    const text = options.get("q") ?? "";
    const meant = options.get("go") && this.named(text);
    if (meant) {
      location.replace(this.pages.link(meant.address));
      return;
    }
    const elements = [...root.querySelectorAll(".result")];
    const boxes = [...root.querySelectorAll(".facets input[type=checkbox]")];
    const chosen = Map.groupBy(boxes.filter((box) => options.getAll(box.name).includes(box.value)), (box) => box.name);
    const ranked = text.trim() ? this.ranked(text) : this.cards.map((_, place) => place);
    const hits = ranked.filter((place) => this.fits(place, chosen));
    this.tick(boxes, options, ranked, chosen);
    const results = root.querySelector(".results");
    elements.forEach((element) => element.remove());
    this.list(results, hits.map((place) => elements[place]));
    root.querySelector("h1").textContent = text ? `Search: “${text}”` : "Search";
    const again = root.querySelector("input[name=q]");
    if (again) again.value = text;
    root.querySelector("#how-many").textContent = hits.length ? `${hits.length.toLocaleString("en")} result${hits.length === 1 ? "" : "s"}` : "Nothing found. Not found is not the same as not said: reports are short, and may use other words.";
  }

  // The thing whose number is typed, such as “article 24”: of several versions the first.
  named(text) {
    const wanted = `${fold(text.trim())}:`;
    return this.cards.find(({ title }) => fold(title).startsWith(wanted));
  }

  list(into, elements) {
    into.append(...elements.slice(0, SHOWN));
    if (elements.length <= SHOWN) return;
    const more = document.createElement("button");
    more.type = "button";
    more.textContent = `Show ${Math.min(SHOWN, elements.length - SHOWN)} more`;
    more.addEventListener("click", () => {
      more.remove();
      const first = elements[SHOWN].querySelector("a");
      this.list(into, elements.slice(SHOWN));
      first?.focus();
    });
    into.append(more);
  }

  // How many results each choice would leave, the other facets as they are.
  tick(boxes, options, ranked, chosen) {
    for (const box of boxes) {
      box.checked = options.getAll(box.name).includes(box.value);
      const others = new Map([...chosen].filter(([name]) => name !== box.name));
      const number = ranked.filter((place) => this.fits(place, others) && this.holds(place, box.name, [box.value])).length;
      box.closest("label").querySelector(".count").textContent = number.toLocaleString("en");
    }
  }

  fits(place, chosen) {
    return [...chosen].every(([name, boxes]) => this.holds(place, name, boxes.map((box) => box.value)));
  }

  holds(place, name, wanted) {
    const values = (this.cards[place].facets[name] ?? "").split(" ");
    const { atLeast } = this.pages.data;
    return wanted.some((value) => (name === "prevalence" ? (atLeast[value] ?? [value]).some((word) => values.includes(word)) : values.includes(value)));
  }

  ranked(text) {
    const question = readQuestion(text);
    const found = question.words ? this.index.search(question.words).map(({ id }) => id) : this.cards.map((_, place) => place);
    const exact = fold(text.trim());
    return found
      .filter((place) => question.fits(this.cards[place].whole))
      .sort((one, other) => Number(fold(this.cards[other].title).startsWith(exact)) - Number(fold(this.cards[one].title).startsWith(exact)));
  }

  read() {
    if (this.index) return;
    this.cards = this.pages.cards().map((card) => ({ ...card, whole: fold(`${card.title} ${card.other} ${card.text}`) }));
    this.index = new MiniSearch(OPTIONS);
    this.index.addAll(this.cards);
  }
}

// Words alike but for case, accents and the s of several.
function fold(word) {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.length > 3 ? bare.replace(/(?<=[^s])s$/, "") : bare;
}

// The list of statements, narrowed by filters, loaded piece by piece.

import { get } from "./api.js";
import { find, make } from "./dom.js";
import { DECISIONS, STANCES, STATES, ruleWords } from "./words.js";

const PIECE = 60;
const MOST = 500;
const MARKS = { undecided: "○", changed: "↻", disputed: "≠", lost: "?", decided: "✓" };

export const nameOf = (item) => `${item.document}/${item.key}`;

export class Queue {
  constructor(open, changed) {
    this.open = open;
    this.changed = changed;
    this.items = [];
    this.total = 0;
    this.current = null;
    this.titles = {};
    const form = find("#filters");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => this.reload().then(this.changed));
    form.addEventListener("reset", () => setTimeout(() => this.reload().then(this.changed)));
    let waiting;
    find("#words").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => this.reload().then(this.changed), 250); });
    find("#words").addEventListener("keydown", (event) => { if (event.key === "Enter") this.reload().then(() => this.items[0] && this.open(this.items[0])); });
    find("#show-more").addEventListener("click", () => this.more());
    new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) this.more(); }, { root: find("#queue-inside") }).observe(find("#show-more"));
    find("#fold").addEventListener("click", () => this.fold());
  }

  fold(open = find("#fold").getAttribute("aria-expanded") !== "true") {
    find("#fold").setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("unfolded", open);
  }

  filters() {
    return Object.fromEntries([...new FormData(find("#filters"))].map(([name, value]) => [name, String(value).trim()]));
  }

  async fill() {
    const known = await get("/api/filters");
    for (const one of known.documents) {
      this.titles[one.name] = one.title;
      find("#document").append(make("option", { value: one.name }, one.symbol ? `${one.symbol}: ${one.title}` : one.title));
    }
    for (const one of known.rules) find("#rule").append(make("option", { value: one.name }, `${ruleWords(one.name)} (${one.count})`));
  }

  async reload() {
    this.take(await get("/api/items", { ...this.filters(), limit: Math.min(MOST, Math.max(PIECE, this.items.length)) }), []);
  }

  async more() {
    const last = this.items.at(-1);
    if (!last || this.loading || find("#show-more").hidden) return;
    this.loading = true;
    try {
      this.take(await get("/api/items", { ...this.filters(), after: nameOf(last), limit: PIECE }), this.items);
    } finally {
      this.loading = false;
    }
  }

  take(found, before) {
    this.items = [...before, ...found.items];
    this.total = found.total;
    this.stamp = found.stamp;
    this.counts = found.progress;
    find("#show-more").hidden = !found.more;
    this.draw();
  }

  draw() {
    const focused = document.activeElement?.dataset?.name;
    find("#lines").replaceChildren(...this.items.map((item) => this.line(item)));
    if (focused) find(`[data-name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    const all = Object.values(this.counts);
    const sum = (counts) => Object.values(counts).reduce((one, other) => one + other, 0);
    const done = all.reduce((decided, counts) => decided + counts.decided, 0);
    const total = all.reduce((every, counts) => every + sum(counts), 0);
    find("#overall").textContent = `${done} of ${total} decided`;
    find("#count").textContent = this.total === 1 ? "1 statement" : `${this.total} statements`;
    find("#fold").textContent = `Statements (${this.total})`;
    this.left = total - done;
    find("#progress").replaceChildren(...Object.entries(this.counts).map(([name, counts]) => make("li", {},
      make("span", {}, this.titles[name] ?? name), make("progress", { value: String(counts.decided), max: String(Math.max(sum(counts), 1)), "aria-label": `${this.titles[name] ?? name}: decided` }),
      make("small", {}, `${counts.decided} of ${sum(counts)}`))));
    this.mark();
  }

  line(item) {
    const [sign, stance] = STANCES[item.stance] ?? STANCES.neutral;
    const state = item.state === "decided" ? DECISIONS[item.decision] : STATES[item.state];
    return make("li", {}, make("button", { type: "button", "data-name": nameOf(item), class: item.decision === "rejected" ? "rejected" : null, onclick: () => { this.fold(false); this.open(item); } },
      make("span", { class: "line-top" }, make("span", {}, `¶ ${item.paragraph.replace(/^block-/, "block ")}`), make("span", { class: `stance ${item.stance}`, title: stance }, sign), make("span", { class: "unseen" }, stance), make("span", { class: `state ${item.state}` }, make("b", { "aria-hidden": "true" }, MARKS[item.state]), ` ${state}`)),
      make("span", { class: "line-claim" }, item.claim)));
  }

  mark(item = this.current) {
    this.current = item;
    for (const button of find("#lines").querySelectorAll("button")) {
      const here = Boolean(item) && button.dataset.name === nameOf(item);
      if (here) { button.setAttribute("aria-current", "true"); button.scrollIntoView({ block: "nearest" }); } else button.removeAttribute("aria-current");
    }
  }

  // The next statement that the filters admit, from the beginning again after the last; null if there is none.
  async next(item) {
    const found = item ? (await get("/api/items", { ...this.filters(), after: nameOf(item), limit: 1 })).items[0] : null;
    return found ?? (await get("/api/items", { ...this.filters(), limit: 1 })).items[0] ?? null;
  }

  async previous(item) {
    return (await get("/api/items", { ...this.filters(), before: nameOf(item), limit: 1 })).items[0] ?? null;
  }
}

// What is chosen: what it is, what was said on it, what it is linked to, and what can be done with it.

import { button, make, mapOf, pageOf } from "./building.js";
import { groupOf, GROUPS, MEANINGS, nameOf, nounOf, sayKind, sayPrevalence, sayStances, STANCES } from "./words.js";

const BACKWARDS = {
  reason: "has as a reason", against: "is spoken against by", limits: "is limited by", on: "positions and statements on it", answers: "answered by", "answers-part": "answered in part by",
  "said-by": "said", "reported-in": "reports", expresses: "expressed by", "spoke-on": "spoken on by", narrower: "narrower themes", concerns: "concerned by", "part-of": "holds", became: "in the earlier text", "speaks-for": "persons",
};
const MOST = 8;

export function showPanel(panel, view, actions) {
  const thing = view.model.things.get(view.chosen);
  if (!thing) {
    panel.replaceChildren();
    panel.hidden = true;
    return;
  }
  const opened = actions.isOpen(thing.id);
  const doing = [
    button(opened ? "Fold" : "Expand", () => actions.enter(thing.id), { "aria-keyshortcuts": "Enter" }),
    button("Hide", () => actions.hide(thing.id)),
    view.state.pin.has(thing.id) ? button("Unpin", () => actions.unpin(thing.id)) : null,
  ];
  const further = view.model.further.get(thing.id) ?? [];
  panel.replaceChildren(
    button("Close", () => actions.choose(null), { class: "close", "aria-label": "Close the details" }),
    make("p", { class: "kind" }, capital(sayKind(thing))),
    make("h2", {}, make("a", { href: pageOf(thing.id) }, thing.label)),
    ...factsOf(thing),
    make("p", { class: "doing" }, ...doing),
    make("p", {}, make("a", { href: pageOf(thing.id) }, "Open its page"), " · ", make("a", { href: mapOf(thing.id) }, "Start the map here")),
    ...linksOf(thing, view, actions),
    ...(further.length ? [make("p", { class: "remark" }, "Not on the map: ", ...further.flatMap(({ kind, number }, place) => [place ? ", " : "", make("a", { href: pageOf(thing.id) }, `${number.toLocaleString("en")} further ${nounsOf(kind, number)}`)]))] : []),
  );
  panel.hidden = false;
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
export const nounsOf = (kind, number) => (number === 1 ? nounOf(kind) : kind === "person" ? "people" : (GROUPS[kind] ?? (groupOf(kind) === "provision" ? `${nounOf(kind)}s` : `${nounOf(kind)}s`)));

function factsOf(thing) {
  const facts = [];
  if (thing.text) facts.push(make("blockquote", {}, make("q", {}, thing.text)));
  if (thing.stances.length) facts.push(make("p", {}, `Statements: ${thing.stances.map(([stance, number]) => `${number.toLocaleString("en")} ${STANCES[stance]}`).join(", ")}.`));
  if (sayPrevalence(thing.prevalence)) facts.push(make("p", {}, "Most widely held, in the words of the reports: ", make("span", { class: "prevalence" }, sayPrevalence(thing.prevalence))));
  if (thing.review) facts.push(make("p", {}, make("span", { class: `review ${thing.review === "unreviewed" ? "by-rule" : "by-person"}` }, thing.review === "unreviewed" ? "found by rule" : "reviewed")));
  if (thing.unverified) facts.push(make("p", { class: "remark" }, "[unverified] What is said of it here rests on recollection."));
  return facts;
}

function linksOf(thing, view, actions) {
  const groups = new Map();
  for (const edge of view.shown.edges) {
    if (edge.source !== thing.id && edge.target !== thing.id) continue;
    const out = edge.source === thing.id;
    const head = out ? MEANINGS[edge.kind] : (BACKWARDS[edge.kind] ?? MEANINGS[edge.kind]);
    if (!groups.has(head)) groups.set(head, []);
    groups.get(head).push([edge, view.model.things.get(out ? edge.target : edge.source)]);
  }
  return [...groups].map(([head, found]) => {
    const rows = found.map(([edge, other]) => {
      const aside = [edge.kind === "on" || edge.kind === "expresses" ? sayStances(edge.stances) : "", sayPrevalence(edge.prevalence)].filter(Boolean).join(" · ");
      return make("li", {}, button(nameOf(other), () => actions.choose(other.id), { class: "as-link" }), aside ? make("small", {}, ` ${aside}`) : "");
    });
    const list = make("ul", { class: "plain" }, ...rows.slice(0, MOST));
    const rest = rows.length > MOST ? make("details", {}, make("summary", {}, `${rows.length - MOST} more`), make("ul", { class: "plain" }, ...rows.slice(MOST))) : null;
    return make("div", { class: "links" }, make("h3", {}, capital(head)), list, ...(rest ? [rest] : []));
  });
}

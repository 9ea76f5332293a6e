// Forms for one statement: correct, add, merge, split, reject.

import { find, make } from "./dom.js";
import { Form } from "./form.js";
import { paragraph, settle } from "./item.js";

function frame(given, title, forms, save, onsave, more = []) {
  const wrong = make("p", { class: "error", role: "alert", hidden: true, tabindex: "-1" });
  const fail = (what, hint) => { wrong.hidden = false; wrong.textContent = `${what} ${hint ?? ""}`; wrong.focus(); wrong.scrollIntoView({ block: "nearest" }); };
  const form = make("form", { class: "editing", novalidate: true }, make("h2", { id: "claim", tabindex: "-1" }, title),
    ...paragraph(given.item), ...more, wrong, ...forms.map((one) => one.element),
    make("p", { class: "buttons" }, make("button", { class: "strong" }, save), make("button", { type: "button", onclick: given.close }, "Cancel"), make("small", {}, make("kbd", {}, "Ctrl"), " ", make("kbd", {}, "Enter"), " saves, ", make("kbd", {}, "Esc"), " cancels")));
  for (const one of forms) one.onfail = fail;
  form.addEventListener("submit", (event) => { event.preventDefault(); if (!forms.every((one) => one.complete())) return; onsave((what, hint) => { if (forms.length) forms.forEach((one) => one.fail(what, hint)); else fail(what, hint); }); });
  form.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); } });
  given.place.replaceChildren(form);
  settle();
  given.place.scrollTop = 0;
  return { close: given.close };
}

const statement = (given, title, fields, part = null) => new Form({ title, fields, part, words: given.words, selected: given.selected, reviewer: given.reviewer, settle: given.item.state === "disputed" || given.item.opinions.some((one) => one.settles) });

// The reason that the reviewer gave before stays, as long as the statement is not rejected instead, or the other way round.
function whyField(item, rejected) {
  const mine = item.opinions.find((one) => one.mine);
  const kept = mine && (mine.decision === "rejected") === rejected ? mine.why : "";
  const field = make("textarea", { id: "why-field", rows: "1", value: kept ?? "" });
  return [make("div", { class: "field" }, make("label", { for: "why-field" }, "Why (may be empty)"), field), () => field.value.trim() || undefined];
}

export function editing(given, { title, save, fields, decision, said, beside = [], added = false }) {
  const form = statement(given, "What the statement says", fields);
  const [row, why] = added ? whyField({ opinions: [] }, false) : whyField(given.item, false);
  form.element.append(row);
  const made = frame(given, title, [form], save, (fail) => {
    const written = form.values();
    const drafted = given.draft(given.item, decision(written), written, why());
    const own = added ? { ...drafted, key: null, expected: given.unwritten } : drafted;
    given.decide([own, ...beside], said, { fail, onward: !added });
  });
  find("textarea", form.element).focus();
  return made;
}

export function rejecting(given) {
  const [row, why] = whyField(given.item, true);
  const { settles, ...fields } = given.item.fields;
  const made = frame(given, "Reject this statement?", [], "Reject", (fail) => given.decide([given.draft(given.item, "rejected", fields, why())], "Rejected", { fail }),
    [make("p", { class: "claim" }, fields.claim), make("p", {}, "It stays in the review with your reason, and is not part of the argument map."), row]);
  find("textarea", row).focus();
  return made;
}

// First the place between two words where the statement is cut, then a form for each part.
export function splitting(given) {
  const quote = given.item.fields.quote;
  const words = quote.split(/(?<=\s)(?=\S)/);
  const cut = (place) => parts(given, words.slice(0, place).join("").replace(/[\s,;:]+$/, ""), words.slice(place).join("").trim());
  const row = make("p", { class: "cut", role: "group", "aria-label": "Words of the statement" }, words.map((word, place) => place === 0 ? make("span", {}, word) : make("button", { type: "button", onclick: () => cut(place), "aria-label": `Cut before “${word.trim()}”`, tabindex: place === 1 ? "0" : "-1" }, word)));
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...row.querySelectorAll("button")];
    const to = step && buttons[buttons.indexOf(document.activeElement) + step];
    if (to) { event.preventDefault(); document.activeElement.tabIndex = -1; to.tabIndex = 0; to.focus(); }
  });
  given.place.replaceChildren(make("div", { class: "editing" }, make("h2", { id: "claim", tabindex: "-1" }, "Where does the second statement begin?"), ...paragraph(given.item),
    make("p", {}, "Choose the first word of the second statement."), row, make("p", { class: "buttons" }, make("button", { type: "button", onclick: given.close }, "Cancel"))));
  find("button", row)?.focus();
  return { close: given.close };
}

function parts(given, first, second) {
  const { item } = given;
  const one = statement(given, "First statement", { ...item.fields, quote: first, claim: "", context: undefined, replaces: [...new Set([...(item.fields.replaces ?? []), item.fields.quote])] });
  const other = statement(given, "Second statement", { ...item.fields, quote: second.replace(/^(?:[\s,;:]+|and\s+)+(?=\S)/i, ""), claim: "", context: undefined, replaces: undefined, position: undefined });
  frame(given, "Split into two statements", [one, other], "Save both", (fail) => given.decide([
    given.draft(item, "split", one.values()), { ...given.draft(item, "split", other.values()), key: null, expected: given.unwritten },
  ], "Split", { fail }));
  find("textarea", one.element).focus();
}

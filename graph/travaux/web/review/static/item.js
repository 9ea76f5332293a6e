// One statement: its paragraph, what is proposed, why, and what reviewers hold.

import { find, make, percent } from "./dom.js";
import { DECISIONS, KINDS, LABELS, MARKS, PREVALENCES, ACTS, STANCES, STATES, notice, ruleWords, shown, when } from "./words.js";

const ORDER = ["quote", "speaker", "cue", "rationale", "condition", "contrast"];

export function paragraph(item) {
  const there = new Set(item.pieces.flatMap((piece) => piece.marks));
  const text = make("div", { id: "paragraph", lang: "en", role: "region", tabindex: "0", "aria-label": "The paragraph of the report" }, item.pieces.map((piece) => piece.marks.length === 0 ? piece.text : make("span", {
    class: piece.marks.map((mark) => `m-${mark}`).join(" "),
    "data-marks": piece.marks.join(" "),
    title: piece.marks.filter((mark) => mark !== "sentence").map((mark) => MARKS[mark][0]).join(", ") || null,
  }, piece.text)));
  const emphasize = (mark) => { text.dataset.only = mark ?? ""; for (const span of text.querySelectorAll("[data-marks]")) span.classList.toggle("only", Boolean(mark) && span.dataset.marks.split(" ").includes(mark)); };
  const legend = make("ul", { class: "legend", "aria-label": "Marks in the text" }, ORDER.filter((mark) => there.has(mark)).map((mark) => {
    const button = make("button", { type: "button", "aria-pressed": "false", title: MARKS[mark][1] }, make("span", { class: `m-${mark}`, "aria-hidden": "true" }, "Abc"), ` ${MARKS[mark][0]}`);
    button.addEventListener("mouseenter", () => emphasize(mark));
    button.addEventListener("mouseleave", () => emphasize(pressed()));
    const pressed = () => find("[aria-pressed=true]", legend)?.dataset.mark;
    button.dataset.mark = mark;
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const one of legend.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one === button && on));
      emphasize(pressed());
    });
    return make("li", {}, button);
  }));
  return [text, there.size ? legend : null];
}

const fact = (label, ...content) => make("div", {}, make("dt", {}, label), make("dd", {}, ...content));
const quoted = (words) => make("q", {}, words);

function linked(item, kind, names, label) {
  return names.map((name) => {
    const reason = item.links.find((link) => link.kind === kind && link.name === name);
    return make("span", { class: "linked" }, make("span", { class: "chip" }, label(name)),
      reason ? make("small", { class: "reason" }, `${reason.reason} (right in ${percent(reason.confidence)} of such cases)`) : null);
  });
}

export function facts(item, words) {
  const fields = item.fields;
  const [sign, stance] = STANCES[fields.stance] ?? ["▬", "No stance"];
  const speaker = fields.speaker ? [quoted(fields.speaker), " ", make("small", {}, KINDS[fields.speaker_kind])] : make("small", {}, KINDS[fields.speaker_kind] ?? "–");
  const provisions = [...(fields.provisions ?? []).map((one) => make("span", { class: "chip" }, one)), ...(fields.anaphoric ?? []).map((one) => make("span", { class: "chip" }, one, make("small", {}, " pointed back to")))];
  const question = (number) => make("span", {}, make("b", {}, number), words?.questions?.[number] ? ` ${words.questions[number]}` : "");
  return make("dl", { class: "facts" },
    fact("Attitude", make("span", { class: `stance ${fields.stance}` }, make("b", { "aria-hidden": "true" }, sign), ` ${stance}`)),
    fact("Who", ...[speaker].flat()),
    fact("How many", PREVALENCES[fields.prevalence] ?? PREVALENCES.unspecified),
    fields.actors?.length ? fact("Named", fields.actors.join(", ")) : null,
    fact("How it is said", quoted(fields.cue ?? ""), " ", make("small", {}, ACTS[fields.act] ?? "")),
    ...["rationale", "condition", "contrast"].map((name) => fields[name] ? fact(MARKS[name][0], quoted(fields[name])) : null),
    provisions.length ? fact("Provisions", provisions) : null,
    fields.changes?.length ? fact("Changes proposed", fields.changes.join("; ")) : null,
    fields.questions?.length ? fact("Answers question", linked(item, "question", fields.questions, question)) : null,
    fields.partial_questions?.length ? fact("Answers in part", linked(item, "question", fields.partial_questions, question)) : null,
    fields.themes?.length ? fact("Themes", linked(item, "theme", fields.themes, (name) => words?.themes?.[name] ?? name)) : null,
    fields.position ? fact("Position", linked(item, "position", [fields.position], (name) => words?.positions?.[name] ?? name)) : null,
    fields.note ? fact("Note", fields.note) : null,
    fact("Found by", ruleWords(item.rule), item.rule === "reviewer" ? null : make("small", {}, ` right in ${percent(item.confidence)} of such cases`)));
}

// A table of what several hold, one column for each, with the lines in which they differ.
export function comparison(caption, columns, words) {
  const names = Object.keys(LABELS).filter((name) => new Set(columns.map((one) => JSON.stringify(settled(one.fields[name])))).size > 1);
  if (names.length === 0) return make("p", { class: "quiet" }, "They hold the same.");
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, make("table", {}, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Differs in"), columns.map((one) => make("th", { scope: "col" }, one.title)))),
    make("tbody", {}, names.map((name) => make("tr", {}, make("th", { scope: "row" }, LABELS[name]),
      columns.map((one, place) => make("td", { "data-who": one.title, class: JSON.stringify(settled(one.fields[name])) !== JSON.stringify(settled(columns[0].fields[name])) && place > 0 ? "differs" : null }, shown(name, one.fields[name], words))))))));
}

const settled = (value) => (Array.isArray(value) ? [...value].sort() : value) || null;

export function opinions(item, words, agree) {
  if (item.opinions.length === 0) return null;
  const told = make("ul", { class: "held" }, item.opinions.map((one) => make("li", {},
    make("b", {}, one.mine ? `You (${one.name})` : one.name), ` ${DECISIONS[one.decision]} it on ${when(one.at)}`,
    item.opinions.length > 1 && one.in_force ? make("small", {}, " in force") : null, one.settles ? make("small", {}, " settles the matter") : null,
    one.why ? [": ", make("q", {}, one.why)] : ".", one.note ? make("small", {}, ` Note: ${one.note}`) : null,
    !one.mine && agree ? make("button", { type: "button", onclick: () => agree(one) }, `Agree with ${one.name}`) : null)));
  const columns = item.opinions.map((one) => ({ title: one.mine ? "You" : one.name, fields: { ...one.fields, decision: one.decision } }));
  const rules = item.rule !== "reviewer" && Object.keys(item.suggested).length ? [{ title: "Rules propose", fields: { ...item.suggested, decision: columns[0].fields.decision } }] : [];
  const several = columns.length + rules.length > 1;
  return make("section", { class: "opinions" }, make("h3", {}, "Who has decided"), told, several ? comparison("Where they differ", [...columns, ...rules], words) : null);
}

// Shows the sentence where the paragraph is longer than its place, with a whole line at its upper edge.
export function settle() {
  const text = find("#paragraph");
  const sentence = text && find(".m-sentence", text);
  if (!sentence) return;
  const height = Number.parseFloat(getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, Math.floor(sentence.offsetTop / height) - 1) * height;
}

export function render(item, words, { agree }) {
  const number = item.label ?? (item.paragraph ? `paragraph ${item.paragraph}` : "");
  return [
    make("p", { class: "where" }, make("span", {}, `${item.title}, ${number}`), make("span", { class: `state ${item.state}` }, STATES[item.state])),
    make("h2", { id: "claim", tabindex: "-1" }, item.fields.claim ?? item.claim),
    item.notices.length ? make("ul", { class: "notices" }, item.notices.map(notice).map(([title, message]) => make("li", {}, title ? [make("b", {}, `${title}.`), " "] : null, message))) : null,
    ...paragraph(item), facts(item, words), opinions(item, words, agree),
  ];
}

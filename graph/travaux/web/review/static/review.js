// The review: what is shown, what the keys do, and how decisions reach the server.

import { get, itemPath, post } from "./api.js";
import { find, make, say } from "./dom.js";
import { editing, rejecting, splitting } from "./editing.js";
import { comparison, render, settle } from "./item.js";
import { askName, nameOfReviewer } from "./name.js";
import { Queue, nameOf } from "./queue.js";
import { forget, selected } from "./selection.js";
import { DECISIONS } from "./words.js";

const EVERY = 3000;
const writing = document.body.dataset.writing === "yes";
const state = { item: null, undo: [], busy: false, form: null, stamp: null, vocabularies: {}, positions: {} };
const place = find("#item");

async function vocabulary(document_) {
  state.vocabularies[document_] ??= await get(`/api/vocabulary/${encodeURIComponent(document_)}`);
  state.positions = (await get("/api/positions")).positions;
  return { ...state.vocabularies[document_], positions: state.positions };
}

async function open(wanted, { focus = true } = {}) {
  forget();
  state.form = null;
  state.stale = false;
  const [item, words] = await Promise.all([get(itemPath(wanted.document, wanted.key), { reviewer: nameOfReviewer() }), vocabulary(wanted.document)]);
  state.item = item;
  state.words = words;
  show(focus);
  history.replaceState(null, "", `#${nameOf(item)}`);
}

function show(focus = true) {
  const item = state.item;
  document.title = `¶ ${item.paragraph}: ${item.fields.claim ?? ""}`.slice(0, 90);
  place.replaceChildren(...render(item, state.words, { agree: writing ? agree : null }).filter(Boolean));
  settle();
  queue.mark(item);
  const held = inForce(item);
  find("[data-do=accept] span").textContent = held ? (held.mine ? "Keep" : `Agree with ${held.name}`) : "Accept";
  enable();
  if (focus) { find("#claim").focus({ preventScroll: true }); place.scrollTop = 0; if (matchMedia("(max-width: 760px)").matches) scrollTo(0, 0); }
}

function enable() {
  const item = state.item;
  document.body.classList.toggle("writes", Boolean(state.form));
  const off = {
    accept: !item || item.state === "lost", edit: !item, reject: !item || item.state === "lost", split: !item || item.state === "lost",
    merge: !item?.next_in_sentence, add: !item, undo: state.undo.length === 0,
  };
  for (const [name, disabled] of Object.entries(off)) find(`[data-do=${name}]`).disabled = disabled || !writing || Boolean(state.form);
  for (const name of ["previous", "next"]) find(`[data-do=${name}]`).disabled = !item || Boolean(state.form);
}

function finished() {
  state.item = null;
  place.replaceChildren(make("h2", { id: "claim", tabindex: "-1" }, "Nothing is left here."),
    make("p", {}, queue.left ? "No statement fits the filters. Choose others to go on." : "Every statement has been decided."));
  enable();
  find("#claim").focus();
  say("Nothing is left here.");
}

const go = guarded(async (found, words) => {
  if (!found) { finished(); return; }
  await open(found);
  say(`${words ? `${words} ` : ""}Paragraph ${state.item.paragraph}: ${state.item.fields.claim}`);
});

const next = async (words) => go(await queue.next(state.item), words);
const previous = async () => { const found = await queue.previous(state.item); if (found) await go(found); else say("This is the first."); };

// What a reviewer does must be seen to fail if it fails.
function guarded(act) {
  return async (...given) => {
    try {
      const made = await act(...given);
      if (writing) banner(null);
      return made;
    } catch (refusal) {
      if (refusal.status === undefined) throw refusal;
      if (refusal.status === 404) { await queue.reload(); }
      banner(refusal.message, refusal.hint);
      return null;
    }
  };
}

function banner(what, hint) {
  const shown = find("#banner");
  shown.hidden = !what;
  shown.textContent = what ? `${what} ${hint ?? ""}` : "";
}

// Sends decisions; gives true if they are written. Errors of what was written stand where `fail` puts them.
async function decide(drafts, words, { fail = banner, onward = true } = {}) {
  if (!nameOfReviewer() && !(await askName())) return false;
  if (state.busy) return false;
  state.busy = true;
  const told = { reviewer: nameOfReviewer(), document: state.item.document, decisions: drafts };
  try {
    const written = await post("/api/decisions", told);
    banner(null);
    const was = state.item;
    state.undo.push({ step: written.undo, words, reviewer: told.reviewer, from: was });
    state.form = null;
    if (written.trouble) { banner("It is written, but the review cannot be read now:", written.trouble); return true; }
    await queue.reload();
    state.stamp = queue.stamp;
    if (onward) { state.item = was; await next(`${words}.`); } else { await open(written.items[0]); say(`${words}.`); }
    return true;
  } catch (refusal) {
    if (refusal.status === undefined) throw refusal;
    if (refusal.status === 409) conflict(refusal, drafts, words); else fail(refusal.message, refusal.hint);
    return false;
  } finally {
    state.busy = false;
    enable();
  }
}

// Somebody decided meanwhile: what they hold stands beside what was wanted, and nothing is written before the reviewer decides again.
function conflict(refusal, drafts, words) {
  const found = refusal.items;
  if (found.length === 0) { banner(refusal.message, refusal.hint); return; }
  banner(null);
  state.form = { close: () => go(found[0]) };
  const versions = Object.fromEntries(found.map((one) => [one.key, one.version]));
  const again = drafts.map((draft) => ({ ...draft, expected: versions[draft.key] ?? draft.expected }));
  const wanted = drafts[0];
  const theirs = found[0].opinions.map((one) => ({ title: one.mine ? "You, elsewhere" : one.name, fields: { ...one.fields, decision: one.decision } }));
  const now = theirs.length ? theirs : [{ title: "Now", fields: {} }];
  const mine = { title: "What you wanted", fields: wanted.decision ? { ...wanted.fields, decision: wanted.decision } : { decision: "taken back" } };
  const panel = make("section", { class: "conflict", role: "alertdialog", "aria-labelledby": "conflict-title" },
    make("h2", { id: "conflict-title", tabindex: "-1" }, "Somebody decided meanwhile"),
    make("p", {}, `${found[0].opinions.map((one) => `${one.mine ? "You" : one.name} ${DECISIONS[one.decision]} this statement`).join(", ") || "The decision was taken back"}. Nothing of yours has been written yet.`),
    make("p", { class: "claim" }, found[0].claim), comparison("What was decided, and what you wanted", [...now, mine], state.words),
    make("p", { class: "buttons" },
      make("button", { type: "button", class: "strong", onclick: () => { state.form = null; decide(again, words); } }, "Decide as I wanted"),
      make("button", { type: "button", onclick: () => go(found[0]) }, "Leave it as it is now")));
  place.replaceChildren(panel);
  enable();
  find("#conflict-title").focus();
}

const draft = (item, decision, fields = item.fields, why = undefined) => ({ key: item.key, expected: item.version, decision, fields: clean(fields), ...(why ? { why } : {}) });
const clean = ({ decision, at, why, proposal, rule, ...rest }) => rest;
const unsettled = ({ settles, ...rest }) => rest; // who agrees or decides anew does not settle the matter by that

const own = (item) => item.opinions.find((one) => one.mine);
const inForce = (item) => (item.opinions[0]?.decision === "rejected" ? null : item.opinions[0]);

// What stands already is not written again, as its reason would be lost; what has moved or reads otherwise by now is confirmed as it is.
async function accept() {
  if (!nameOfReviewer() && !(await named())) return null;
  const { item } = state;
  const held = inForce(item);
  if (!held) return decide([draft(item, "accepted", item.opinions.length ? item.suggested : item.fields)], "Accepted");
  if (!held.mine) return agree(held);
  if (item.state !== "changed" && item.notices.every((one) => one.event === "disputed")) return next("Kept as it is.");
  return decide([draft(item, held.decision, held.fields, held.why)], "Confirmed");
}

function agree(one) {
  const reason = state.item.state === "disputed" ? undefined : own(state.item)?.why;
  return decide([draft(state.item, one.decision, unsettled(one.fields), reason)], `Agreed with ${one.name}`);
}

// Leaves a form; if somebody has decided meanwhile, that is shown.
function leave() {
  state.form = null;
  if (writing) banner(null);
  if (state.stale) go(state.item); else show();
}

const context = () => ({ unwritten: document.body.dataset.unwritten, item: state.item, words: state.words, selected, reviewer: nameOfReviewer, close: leave, decide, draft, place });

// Asks for the name, and shows the statement again: what others hold and what is one's own is known only then.
async function named() {
  const known = await askName();
  if (known && state.item) await guarded(seenAgain)(state.item);
  return known;
}

// Reads a statement again as its reviewer sees it; a form that was opened meanwhile stays.
async function seenAgain({ document: report, key }) {
  const item = await get(itemPath(report, key), { reviewer: nameOfReviewer() });
  if (state.item.key !== key || state.item.document !== report) return;
  state.item = item;
  if (!state.form) show();
}

function begin(form) {
  if (!nameOfReviewer()) { named().then((known) => known && begin(form)); return; }
  const made = form(context());
  if (made) { state.form = made; enable(); }
}

// What rules fill in, so that two forms can be compared: lists without order, nothing that is empty or usual.
const NOT_READ = ["decision", "at", "proposal", "rule", "settles", "note", "why", "context", "replaces", "paragraph"];
const read = (fields) => JSON.stringify(Object.entries(fields)
  .filter(([name, value]) => !NOT_READ.includes(name) && value?.length && !(name === "prevalence" && value === "unspecified"))
  .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]).sort());

// A form that says what rules propose accepts it.
function kindOfEdit(item, fields) {
  const before = (own(item) ?? item.opinions[0])?.decision;
  if (["added", "merged", "split"].includes(before)) return before;
  if (Object.keys(item.suggested).length === 0) return ["accepted", "edited"].includes(before) ? before : "added";
  return read(fields) === read(item.suggested) ? "accepted" : "edited";
}

function merge() {
  const other = state.item.next_in_sentence;
  const mine = state.item.opinions.find((one) => one.mine)?.reviewer;
  if (other.reviewers.some((one) => one !== mine)) { banner("Another reviewer has decided about the next statement of this sentence.", "Merge them after that decision was taken back, or edit this one."); return; }
  const fields = { ...state.item.fields, quote: other.together, claim: "", context: undefined, replaces: [...new Set([...(state.item.fields.replaces ?? []), state.item.fields.quote, other.quote])].filter((one) => one !== other.together) };
  begin((given) => editing(given, { title: "Merge two statements into one", save: "Save as one statement", fields, decision: () => "merged", said: "Merged", beside: [{ key: other.key, expected: other.version, decision: null }] }));
}

function add() {
  const words = selected();
  if (!words) { banner("Select the words of the statement in the paragraph first.", "Then press + again."); return; }
  banner(null);
  const fields = { paragraph: state.item.fields.paragraph, quote: words.text, context: words.before, claim: `${words.text[0].toUpperCase()}${words.text.slice(1)}.`, act: "observe", stance: "neutral", speaker_kind: "unattributed", prevalence: "unspecified" };
  begin((given) => editing(given, { title: "Add a statement", save: "Add", fields, decision: () => "added", said: "Added", added: true }));
}

const undo = guarded(async () => {
  const last = state.undo.at(-1);
  if (!last || state.busy) return;
  state.busy = true;
  try {
    const restored = await post("/api/undo", { reviewer: last.reviewer, step: last.step });
    state.undo.pop();
    await queue.reload();
    state.stamp = queue.stamp;
    const [back] = restored.items;
    if (!back) { await go(last.from, `Undone: ${last.words}.`); return; } // what was added is gone: back to where it was added
    await open(back);
    banner(null);
    say(`Undone: ${last.words}.`);
  } catch (refusal) {
    if (![404, 409].includes(refusal.status)) throw refusal;
    state.undo.pop();
    if (refusal.status === 404) throw refusal;
    const found = refusal.items[0];
    await queue.reload();
    if (found) await open(found);
    banner("This cannot be undone: somebody has decided about the statement since.", "What is held now is shown here; decide again if it is not right.");
  } finally {
    state.busy = false;
    enable();
  }
});

function why() {
  const on = document.body.classList.toggle("reasons");
  find("[data-do=why]").setAttribute("aria-pressed", String(on));
  const reason = find(".linked .reason");
  if (on && !reason) { banner("There is no reason to show: rules have linked this statement to nothing."); return; }
  if (on) reason.closest(".linked").scrollIntoView({ block: "center" });
  say(on ? "Reasons are shown." : "Reasons are hidden.");
}

const acts = {
  accept, undo, why, add, next: () => next(), previous,
  edit: () => begin((given) => editing(given, { title: "Correct the statement", save: "Save", fields: own(state.item)?.fields ?? state.item.fields, decision: (written) => kindOfEdit(state.item, written), said: "Corrected" })),
  reject: () => begin((given) => rejecting(given)),
  split: () => begin((given) => splitting(given)),
  merge,
};
const KEYS = { a: "accept", e: "edit", r: "reject", n: "next", j: "next", p: "previous", k: "previous", u: "undo", s: "split", m: "merge", "+": "add", w: "why" };

function act(name) {
  const button = find(`[data-do=${name}]`);
  if (!button.disabled && !state.busy) guarded(acts[name])();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]")) return;
  const typing = event.target.matches?.("input, textarea, select");
  if (event.key === "Escape" && state.form) { event.preventDefault(); state.form.close(); return; }
  if (event.key === "Escape" && typing) { event.target.blur(); find("#claim")?.focus(); return; }
  if (typing) return;
  if (event.key === "/") { event.preventDefault(); queue.fold(true); find("#words").focus(); return; }
  if (event.key === "?") { find("#help").showModal(); return; }
  const name = KEYS[event.key];
  if (name && !event.repeat) { event.preventDefault(); act(name); }
});

for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault()); // words selected in the paragraph stay selected
  button.addEventListener("click", () => act(button.dataset.do));
}
find("#help-button").addEventListener("click", () => find("#help").showModal());
find("#who").addEventListener("click", () => named());

// What others decide meanwhile is shown; a form that is open stays as it is and is told.
async function look() {
  if (document.hidden || state.busy) return;
  const { stamp } = await get("/api/stamp");
  if (stamp === state.stamp || state.busy) return;
  state.stamp = stamp;
  await queue.reload();
  if (!state.item || state.busy) return;
  const now = await get(itemPath(state.item.document, state.item.key), { reviewer: nameOfReviewer() });
  if (now.version === state.item.version && now.state === state.item.state) return;
  state.stale = Boolean(state.form);
  if (state.form) { banner("Somebody has decided about this statement meanwhile.", "When you save, you will see both."); return; }
  state.item = now;
  show(false);
  say("This statement has been decided meanwhile.");
}
setInterval(() => look().catch((refusal) => { if (refusal.status === 503) banner(refusal.message, refusal.hint); }), EVERY);

const choose = (item) => {
  if (state.form) banner("Save what you have written, or cancel it first.");
  else go(item);
};
const queue = new Queue(choose, () => say(`${queue.total} statements`));

const start = guarded(async () => {
  if (!writing) banner("You can read here and decide nothing.", "To decide, start the review on this machine alone, or with a token.");
  find("#who").textContent = nameOfReviewer() || "No name yet";
  await queue.fill();
  await queue.reload();
  state.stamp = queue.stamp;
  const [document_, key] = decodeURIComponent(location.hash.slice(1)).split("/");
  const wanted = key ? await get(itemPath(document_, key)).catch(() => null) : null;
  await go(wanted ?? queue.items[0]);
  if (writing && !nameOfReviewer()) await named();
});
start();

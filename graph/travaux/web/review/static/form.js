// The form in which a statement is written: every field, filled from what is proposed.

import { post } from "./api.js";
import { make, say } from "./dom.js";
import { CHOICES, FIELDS, LABELS, REQUIRED, emptyField, plainly } from "./words.js";

let serial = 0;

export class Form {
  // selected() gives the words last selected in the paragraph, with those before them.
  constructor({ title, fields, words, selected, reviewer, settle = false, part = null }) {
    Object.assign(this, { words, selected, reviewer, kept: { ...fields }, controls: {} });
    this.prefix = `f${serial += 1}`;
    this.lists = make("div", { hidden: true }, Object.entries(this.known()).map(([name, known]) => make("datalist", { id: `${this.prefix}-${name}-known` }, known.map(([value, label]) => make("option", { value, label })))));
    const settling = settle ? make("label", { class: "settle" }, this.settles = make("input", { type: "checkbox", checked: Boolean(fields.settles) }), " This settles the matter for all reviewers") : null;
    this.element = make("fieldset", { class: "statement-form" }, make("legend", {}, part ? `${title} ${part}` : title), FIELDS.map(([name, label, kind, hint]) => this.row(name, label, kind, hint)), settling, this.lists);
  }

  known() {
    const { themes, questions, provisions, actors, positions } = this.words;
    const plain = (names) => names.map((name) => [name, name]);
    const numbered = Object.entries(questions);
    return { themes: Object.entries(themes).map(([name, label]) => [label, name]), questions: numbered, partial_questions: numbered, provisions: plain(provisions), anaphoric: plain(provisions), actors: plain(actors), position: Object.values(positions).map((claim) => [claim, ""]), changes: provisions.flatMap((one) => [[`delete ${one}`, ""], [`reword ${one}`, ""]]) };
  }

  row(name, label, kind, hint) {
    const id = `${this.prefix}-${name}`;
    const described = { ...(hint ? { "aria-describedby": `${id}-hint` } : {}), ...(REQUIRED.has(name) ? { "aria-required": "true" } : {}) };
    const value = this.kept[name];
    const control = { choice: () => this.choice(id, name, value), list: () => this.list(id, name, value ?? [], described), position: () => this.position(id, value, described) }[kind]?.() ?? this.area(id, name, value, kind, described);
    return make("div", { class: `field ${kind}`, "data-field": name }, make("label", { for: id }, label), control, hint ? make("small", { id: `${id}-hint` }, hint) : null);
  }

  choice(id, name, value) {
    const select = make("select", { id }, Object.entries(CHOICES[name]).map(([one, label]) => make("option", { value: one, selected: one === value }, label)));
    this.controls[name] = () => select.value;
    return select;
  }

  area(id, name, value, kind, described) {
    const area = make("textarea", { id, rows: name === "quote" || name === "claim" ? "2" : "1", spellcheck: kind === "exact" ? "false" : "true", ...described });
    area.value = value ?? "";
    this.controls[name] = () => area.value.trim();
    if (kind !== "exact") return area;
    const take = make("button", { type: "button", class: "take", onclick: () => this.take(name, area) }, "Use selected text");
    take.addEventListener("mousedown", (event) => event.preventDefault());
    return make("div", { class: "exact-row" }, area, take);
  }

  take(name, area) {
    const selection = this.selected();
    if (!selection) { say("Select words in the paragraph first."); this.fail("Select words in the paragraph first.", null); return; }
    area.value = selection.text;
    if (name === "quote") this.taken = selection;
    say("Taken from the text.");
  }

  list(id, name, values, described) {
    const chosen = [...values];
    const shelf = make("ul", { class: "chips" });
    const label = (one) => (name === "themes" ? this.words.themes[one] ?? one : one);
    const draw = () => shelf.replaceChildren(...chosen.map((one, place) => make("li", { class: "chip", title: this.words.questions[one] ?? null }, label(one), make("button", { type: "button", "aria-label": `Remove ${label(one)}`, onclick: () => { chosen.splice(place, 1); draw(); input.focus(); } }, "×"))));
    const input = make("input", { id, list: `${this.prefix}-${name}-known`, autocomplete: "off", ...described });
    const add = () => {
      const written = input.value.trim();
      if (!written) return;
      const found = name === "themes" ? Object.entries(this.words.themes).find(([key, one]) => one === written || key === written)?.[0] ?? written : written;
      if (!chosen.includes(found)) chosen.push(found);
      input.value = "";
      draw();
    };
    input.addEventListener("change", add);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); add(); } });
    draw();
    this.controls[name] = () => { add(); return [...chosen]; };
    return make("div", { class: "list-row" }, shelf, input);
  }

  position(id, value, described) {
    const keys = () => Object.entries(this.words.positions);
    const input = make("input", { id, list: `${this.prefix}-position-known`, autocomplete: "off", placeholder: "None", ...described });
    input.value = this.words.positions[value] ?? value ?? "";
    const named = () => keys().find(([key, claim]) => claim === input.value.trim() || key === input.value.trim())?.[0];
    const name = make("button", { type: "button" }, "Name as a new position");
    const look = () => { name.hidden = !input.value.trim() || Boolean(named()); };
    name.addEventListener("click", async () => {
      try {
        const made = await post("/api/positions", { reviewer: this.reviewer(), claim: input.value.trim() });
        this.words.positions[made.key] = made.claim;
        input.value = made.claim;
        say("The position has been named.");
        look();
      } catch (refusal) { this.fail(refusal.message, refusal.hint); }
    });
    input.addEventListener("input", look);
    look();
    this.controls.position = () => named() ?? input.value.trim();
    return make("div", { class: "position-row" }, input, name);
  }

  // The fields as they are written now; what the form does not show stays as it was, words before another quote do not.
  values() {
    const told = Object.fromEntries(Object.entries(this.controls).map(([name, read]) => [name, read()]));
    const { paragraph, replaces, quote } = this.kept;
    const own = told.quote === (quote ?? "").trim() ? this.kept.context : undefined;
    const context = this.taken && told.quote === this.taken.text.trim() ? this.taken.before : own;
    const whole = { ...told, paragraph, replaces, context, ...(this.settles ? { settles: this.settles.checked } : {}) };
    return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== "" && value !== undefined && value !== null && value.length !== 0));
  }

  // Whether nothing is empty that a statement needs; what is empty is told.
  complete() {
    const empty = [...REQUIRED].filter((name) => this.controls[name]() === "");
    this.mark((name) => empty.includes(name));
    if (empty.length === 0) return true;
    this.onfail?.(empty.map((name) => emptyField(name).what).join(" "), emptyField(empty[0]).hint);
    for (const name of empty) this.element.querySelector(`[data-field="${name}"]`).append(make("small", { class: "wrong-note" }, `This is empty. ${emptyField(name).hint}`));
    this.element.querySelector(`[data-field="${empty[0]}"] textarea`).focus();
    return false;
  }

  mark(isWrong) {
    for (const [name] of FIELDS) {
      const field = this.element.querySelector(`[data-field="${name}"]`);
      const control = field.querySelector("textarea, select, input");
      field.querySelector(".wrong-note")?.remove();
      field.classList.toggle("wrong", isWrong(name));
      if (isWrong(name)) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
    }
  }

  fail(what, hint) {
    const named = (name) => new RegExp(`\\b(the ${name.replace("_", " ")}|${name}:)`, "i").test(what) || (name === "quote" && /the words/.test(what)) || what.includes(LABELS[name]);
    const unknown = (name) => (name.endsWith("s") && new RegExp(`no ${name.replace("partial_", "").slice(0, -1)} `).test(what)) || (name === "position" && /no position/.test(what));
    this.mark((name) => named(name) || unknown(name));
    const told = plainly(what, hint);
    this.onfail?.(told.what, told.hint);
  }
}

// What the page calls things.

export const STANCES = {
  supports: ["●", "Support"], concerned: ["◆", "Concern"], proposes: ["★", "Proposal"], opposes: ["▼", "Opposition"], neutral: ["▬", "No stance"],
};
export const ACTS = {
  stress: "stresses", recommend: "recommends", propose: "proposes", "call-for": "calls for", caution: "cautions", oppose: "opposes",
  concern: "expresses concern", question: "questions", welcome: "welcomes", support: "supports", commend: "commends", observe: "observes",
};
export const PREVALENCES = {
  unspecified: "the report does not say", one: "one", few: "few", some: "some", several: "several", various: "various",
  "a-number-of": "a number of", many: "many", majority: "the majority", most: "most", all: "all",
};
export const KINDS = { collective: "a group without names", named: "somebody named", unattributed: "nobody is named" };
export const DECISIONS = {
  accepted: "accepted", edited: "corrected", added: "added by hand", merged: "merged from several", split: "split from one", rejected: "rejected",
};
export const STATES = {
  undecided: "To decide", changed: "Rules read it differently now", disputed: "Reviewers disagree", lost: "Place lost", decided: "Decided",
};
export const EVENTS = {
  moved: "Moved", reworded: "Words changed", unplaced: "Place lost", changed: "Rules read it differently now", unknown: "Unknown name", disputed: "Reviewers disagree",
};
export const MARKS = {
  quote: ["What is said", "the words that carry the statement"],
  speaker: ["Who says it", "the words of the report for the speakers"],
  cue: ["How it is said", "the reporting words"],
  rationale: ["Reason", "why, according to the speakers"],
  condition: ["Condition", "if, unless, provided that"],
  contrast: ["Contrast", "what it is set against"],
  sentence: ["Sentence", "the whole sentence of the report"],
};

// name, label, kind of control, hint
export const FIELDS = [
  ["claim", "What is held, in one sentence", "text", "A full sentence that can be understood without the report."],
  ["quote", "What is said, word for word", "exact", "Exactly as printed, without the speaker and the reporting words."],
  ["stance", "Attitude to what is said", "choice"],
  ["speaker", "Who says it, word for word", "exact", "Empty if the report names nobody."],
  ["speaker_kind", "Who that is", "choice"],
  ["prevalence", "How many, in the report’s own word", "choice"],
  ["actors", "Persons, organizations and States named", "list"],
  ["cue", "Reporting words, word for word", "exact"],
  ["act", "What the reporting words do", "choice"],
  ["rationale", "Reason given, word for word", "exact"],
  ["condition", "Condition, word for word", "exact"],
  ["contrast", "Contrast, word for word", "exact"],
  ["provisions", "Provisions cited", "list", "As “article 24”."],
  ["anaphoric", "Provisions only pointed back to", "list", "As in “this provision”."],
  ["changes", "Changes of the text proposed", "list", "As “delete article 17”; first word: add, delete, move, reword or make-optional."],
  ["questions", "Guiding questions answered", "list"],
  ["partial_questions", "Guiding questions answered in part", "list"],
  ["themes", "Themes", "list"],
  ["position", "Position that it expresses", "position", "Statements that hold the same share one position."],
  ["note", "Note for other reviewers", "text"],
];
export const LABELS = Object.fromEntries([...FIELDS.map(([name, label]) => [name, label.replace(", word for word", "").replace(", in one sentence", "")]), ["decision", "Decision"]]);
export const REQUIRED = new Set(["claim", "quote", "cue"]);
const EXACT = new Set(FIELDS.filter(([, , kind]) => kind === "exact").map(([name]) => name));

export const emptyField = (name) => ({
  what: `“${LABELS[name] ?? name}” is empty.`,
  hint: EXACT.has(name) ? "Select the words in the paragraph and press “Use selected text”." : "Write it in a sentence of your own.",
});

// What the server says of fields by the names that files use, in the words of the form.
export function plainly(what, hint) {
  const empty = /^(\w+): (?:this key is missing|empty text)$/;
  const parts = what.split("; ");
  const told = parts.map((part) => {
    const [, missing] = empty.exec(part) ?? [];
    if (missing) return emptyField(missing).what;
    const [, name, rest] = /^(\w+)(?:\[\d+\])?: (.*)$/s.exec(part) ?? [];
    if (LABELS[name]) return `“${LABELS[name]}”: ${rest}.`;
    const [, place, lost] = /^the ([a-z ]+?) (['"].*)$/s.exec(part) ?? [];
    const label = LABELS[place?.replace(" ", "_")];
    return label ? `“${label}”: ${lost}.` : sentence(part);
  });
  const [, first] = empty.exec(parts[0]) ?? [];
  return { what: told.join(" "), hint: first ? emptyField(first).hint : hint };
}

const sentence = (words) => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;

// What a reviewer should know of a decision: a heading where the message does not say the same itself, and the message.
export function notice({ event, message, holders }) {
  if (event === "disputed" && holders?.length) {
    const [mine, ...others] = holders;
    const told = others.map((one) => `${one.name} (${one.fields.map((name) => LABELS[name] ?? name).join("; ")})`);
    return [EVENTS.disputed, `${mine.name} holds otherwise than ${told.join(" and ")}, and nobody has settled it.`];
  }
  if (event === "moved" || event === "changed") return [null, sentence(message)];
  return [EVENTS[event] ?? event, plainly(message).what];
}

export const CHOICES = {
  stance: Object.fromEntries(Object.entries(STANCES).map(([value, [sign, word]]) => [value, `${sign} ${word}`])),
  act: ACTS, prevalence: PREVALENCES, speaker_kind: KINDS,
};

export const when = (moment) => new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
const WAYS = { active: "active verb", passive: "passive verb", impersonal: "impersonal verb", elliptical: "verb left out and understood" };
const SILENT = new Set(["object", "infinitive"]);

// A rule such as "active: highlight/that" by the words that it looks for.
export function ruleWords(rule) {
  if (rule === "reviewer") return "Added by a reviewer";
  const [, way, verb, rest] = /^([^:]+): ([^/]+)\/(.+)$/.exec(rule) ?? [];
  if (!way) return rule.replaceAll("-", " ");
  const words = `${verb.replace(/-noun$/, "").replaceAll("-", " ")}${SILENT.has(rest) ? "" : ` ${rest}`}`;
  return `“${words}”, ${WAYS[way] ?? (way.startsWith("noun") ? "noun" : way)}`;
}

export function shown(name, value, words) {
  if (value === undefined || value === null || value === "" || value.length === 0) return "–";
  if (CHOICES[name]) return CHOICES[name][value] ?? value;
  if (name === "decision") return DECISIONS[value] ?? value;
  if (name === "position") return words?.positions?.[value] ?? value;
  if (name === "themes") return value.map((one) => words?.themes?.[one] ?? one).join(", ");
  return Array.isArray(value) ? value.join(", ") : String(value);
}

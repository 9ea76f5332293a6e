// What things, links and stances are called on a map.

export const STANCES = { supports: "support", concerned: "concern", proposes: "proposal", opposes: "opposition", neutral: "no stance" };

export const GROUPS = {
  theme: "themes",
  provision: "articles and chapters",
  position: "positions",
  question: "guiding questions",
  people: "people and States",
  report: "reports and consultations",
  statement: "statements",
};

const GROUP_OF = {
  article: "provision",
  chapter: "provision",
  "preambular-paragraph": "provision",
  person: "people",
  organization: "people",
  state: "people",
  document: "report",
  consultation: "report",
};
export const groupOf = (kind) => GROUP_OF[kind] ?? kind;

export const nounOf = (kind) => ({ state: "State", "preambular-paragraph": "preambular paragraph" })[kind] ?? kind;

export const MEANINGS = {
  reason: "is a reason for",
  against: "speaks against",
  limits: "limits",
  on: "on",
  answers: "answers",
  "answers-part": "answers a part of",
  "said-by": "said by",
  "reported-in": "reported in",
  expresses: "expresses",
  together: "in the same statements as",
  "spoke-on": "spoke on",
  narrower: "narrower theme of",
  related: "related theme",
  concerns: "concerns",
  "part-of": "part of",
  became: "in the later text",
  "speaks-for": "for",
};

export const PREVALENCES = { "a-number-of": "a number of", majority: "the majority" };

export const sayPrevalence = (words) => words.filter((word) => word !== "unspecified").map((word) => PREVALENCES[word] ?? word).join(", ");
export const sayStances = (stances) => stances.map((stance) => STANCES[stance] ?? stance).join(", ");
export const stanceOf = (thing) => thing.stances.reduce((best, one) => (best === null || one[1] > best[1] ? one : best), null)?.[0] ?? null;

// What a thing is called: two versions of a treaty have articles of one name.
const VERSIONS = { draft: "draft", adopted: "adopted text", "in-force": "text in force" };
export const sayVersion = ({ version }) => (version ? (VERSIONS[version] ?? version) : "");
export const plainName = (thing) => `${thing.short}${thing.unverified ? " [unverified]" : ""}`;
export const nameOf = (thing) => (thing.version ? plainName(thing).replace(/^\S+ \S+/, (number) => `${number} (${thing.version.replace("-", " ")})`) : plainName(thing));
export const titleOf = (thing) => `${thing.kind === "question" ? thing.short : thing.label}${thing.version ? ` (${sayVersion(thing)})` : ""}`;
export const sayKind = (thing) => [nounOf(thing.kind), sayVersion(thing)].filter(Boolean).join(", ");

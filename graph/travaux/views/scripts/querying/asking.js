// Asks the endpoint, and reads what it answers: a table of terms, triples, or a truth.
const TABLE = "application/sparql-results+json";

export async function ask(query, signal) {
  const began = performance.now();
  const answer = await fetch("/sparql", {
    method: "POST",
    headers: { "content-type": "application/sparql-query", accept: `${TABLE}, application/n-triples` },
    body: query,
    signal,
  });
  if (!answer.ok) throw await failureOf(answer);
  const isTable = answer.headers.get("content-type").startsWith(TABLE);
  const found = isTable ? readTable(await answer.json()) : readTriples(await answer.text());
  return { ...found, seconds: (performance.now() - began) / 1000, cut: answer.headers.get("x-sparql-maxrows") };
}

async function failureOf(answer) {
  let told = { what: `the server answered ${answer.status}` };
  try {
    told = (await answer.json()).error;
  } catch {
    // it did not say more
  }
  const place = /line (\d+), column (\d+)/.exec(told.where ?? "");
  return Object.assign(new Error(told.what), { hint: told.hint, place: place && { line: Number(place[1]), column: Number(place[2]) } });
}

function readTable({ head, results, boolean }) {
  if (boolean !== undefined) return { truth: boolean, variables: [], rows: [] };
  const variables = head.vars ?? [];
  return { variables, rows: results.bindings.map((row) => variables.map((name) => row[name] ?? null)) };
}

const TERM = /<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;

function readTriples(text) {
  const rows = text.split("\n").filter((line) => line.trim()).map((line) => [...line.matchAll(TERM)].slice(0, 3).map(toTerm));
  return { triples: true, variables: ["subject", "predicate", "object"], rows };
}

function toTerm([, iri, blank, text, language, datatype]) {
  if (iri !== undefined) return { type: "uri", value: iri };
  if (blank) return { type: "bnode", value: blank };
  return { type: "literal", value: unescape(text), "xml:lang": language, datatype };
}

const ESCAPES = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function unescape(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, letter) =>
    letter ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(parseInt(short ?? long, 16)));
}

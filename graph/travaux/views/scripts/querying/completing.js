// What can be completed: variables of the query, prefixes, words of SPARQL, and terms of the vocabulary.
const WORDS = ("SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH LIMIT OFFSET CONSTRUCT ASK DESCRIBE COUNT CONTAINS " +
  "STRSTARTS REGEX LCASE STR LANG IF COALESCE BOUND EXISTS NOT IN AS ASC DESC HAVING PREFIX").split(" ").concat("GROUP BY", "ORDER BY");

export function completer({ prefixes, terms }) {
  const words = WORDS.map((label) => ({ label, type: "keyword", boost: -1 }));
  const names = Object.entries(prefixes).map(([name, iri]) => ({ label: `${name}:`, detail: iri, type: "namespace" }));
  const known = terms.map(({ name, kind, label, meaning }) => ({ label: name, detail: label || kind, info: meaning || undefined, type: kind }));
  return (context) => {
    const before = context.matchBefore(/[?$<]?[\w:/.#-]*/);
    if (!before || (before.from === before.to && !context.explicit)) return null;
    const options = /^[?$]/.test(before.text) ? variables(context, before) : [...known, ...names, ...words];
    return { from: before.from, options, validFor: /^[?$<]?[\w:/.#-]*$/ };
  };
}

function variables(context, before) {
  const text = context.state.doc.toString();
  const others = text.slice(0, before.from) + text.slice(before.to);
  return [...new Set(others.match(/\?\w+/g) ?? [])].sort().map((label) => ({ label, type: "variable" }));
}

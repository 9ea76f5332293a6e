// Where suggestions come from: the server, unless a file that has none gives another source.
let source = askServer;

// Give suggestions for a text: [{ kind, kinds, words, within, address }], those of a kind together. `signal` stops asking.
export function suggest(text, signal) {
  return source(text, signal);
}

export function suggestFrom(other) {
  source = other;
}

async function askServer(text, signal) {
  const asked = new URLSearchParams({ q: text, suggest: "1", format: "json" });
  const answer = await fetch(`/search?${asked}`, { signal, headers: { accept: "application/json" } });
  return answer.ok ? (await answer.json()).suggestions : [];
}

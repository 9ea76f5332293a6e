// Asking the server, with the token of this tab if there is one.

const TOKEN = "travaux-review-token";

function takeToken() {
  const found = new URLSearchParams(location.hash.slice(1)).get("token");
  if (found) {
    sessionStorage.setItem(TOKEN, found);
    history.replaceState(null, "", location.pathname);
  }
}
takeToken();

export class Refusal extends Error {
  constructor(status, body) {
    super(body?.error?.what ?? "The server does not answer.");
    this.status = status;
    this.where = body?.error?.where;
    this.hint = body?.error?.hint;
    this.items = body?.items ?? [];
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "same-origin", ...options });
  } catch {
    throw new Refusal(0, { error: { what: "The server does not answer.", hint: "Is it still running? What you do is not saved until it answers." } });
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok || body === null) throw new Refusal(answer.status, body);
  return body;
}

export function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const query = new URLSearchParams(given).toString();
  return ask(query ? `${path}?${query}` : path);
}

export function post(path, body) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export const itemPath = (document, key) => `/api/items/${encodeURIComponent(document)}/${encodeURIComponent(key)}`;

// The page for questions in SPARQL.
import { ask } from "./querying/asking.js";
import { completer } from "./querying/completing.js";
import { showDrawing } from "./querying/drawing.js";
import { markError, openEditor } from "./querying/editor.js";
import { showTable } from "./querying/table.js";
import { Terms } from "./querying/terms.js";
import { showThemes } from "./querying/themes.js";

const byId = (id) => document.getElementById(id);
const help = JSON.parse(byId("help").textContent);
const terms = new Terms(help);
const field = byId("query");
const SHOW = {
  table: (into, answer) => showTable(into, answer, terms),
  drawing: (into, answer) => showDrawing(into, answer, terms),
  themes: (into, answer) => showThemes(into, answer, help.themes),
};
let running = null;
let answer = null;
let shown = "table";

const editor = openEditor(byId("editor"), field.value, {
  complete: completer(help),
  run,
  changed: (text) => { field.value = text; },
});
byId("ask").addEventListener("submit", (event) => { event.preventDefault(); run(); });
byId("stop").addEventListener("click", () => running?.abort());
for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => choose(button.dataset.view));

async function run() {
  running?.abort();
  const own = running = new AbortController();
  byId("stop").hidden = false;
  tell("Asking …");
  try {
    answer = await ask(field.value, own.signal);
    markError(editor, null);
    keepAddress();
    tellAnswer();
    choose(shown);
  } catch (error) {
    if (own === running) tellFailure(error);
  } finally {
    if (own === running) byId("stop").hidden = true;
  }
}

function tellAnswer() {
  const { truth, rows, triples, seconds, cut } = answer;
  const found = truth === undefined ? `${rows.length.toLocaleString("en")} ${triples ? "triples" : "rows"}` : truth ? "Yes" : "No";
  tell(`${found}${cut ? ", cut at the limit of the server" : ""}, in ${seconds.toFixed(2)} s`);
  byId("answer").hidden = truth !== undefined;
  for (const link of document.querySelectorAll("[data-form]")) {
    const graph = ["turtle", "json-ld", "ntriples"].includes(link.dataset.form);
    link.hidden = graph !== Boolean(triples);
    link.href = `/sparql?${new URLSearchParams({ query: field.value, format: link.dataset.form })}`;
    link.download = `answer.${{ turtle: "ttl", "json-ld": "jsonld", ntriples: "nt" }[link.dataset.form] ?? link.dataset.form}`;
  }
}

function tellFailure(error) {
  byId("answer").hidden = true;
  if (error.name === "AbortError") return tell("Stopped.");
  const box = document.createElement("div");
  box.className = "told-error";
  box.append(Object.assign(document.createElement("strong"), { textContent: error.message }));
  if (error.hint) box.append(Object.assign(document.createElement("pre"), { textContent: error.hint }));
  byId("told").replaceChildren(box);
  markError(editor, error.place, error.message);
}

function tell(words) {
  byId("told").textContent = words;
}

function choose(view) {
  shown = view;
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  if (answer) SHOW[view](byId("shown"), answer);
}

// The address carries the query, so that a link shares it.
function keepAddress() {
  history.replaceState(null, "", `/query?${new URLSearchParams({ query: field.value })}`);
}

window.travauxQuery = { editor, run };
const asked = new URLSearchParams(location.search);
if (asked.has("query") || asked.has("ask")) run();

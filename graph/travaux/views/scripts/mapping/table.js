// The same as a table: a row for each link that is shown, with links to the pages of both things.

import { make, mapOf, pageOf } from "./building.js";
import { toRows } from "./model.js";
import { nounOf, sayStances } from "./words.js";

export function openTable(table, filter, status) {
  let rows = [];
  function match() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += Number(!row.hidden);
    }
    status.textContent = words.length ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
  }
  filter.addEventListener("input", match);
  return (shown) => {
    rows = toRows(shown);
    table.tBodies[0].replaceChildren(...rows.map(toRow));
    match();
  };
}

function toRow({ thing, relation, other, stance, prevalence, where }) {
  const cells = [relation, null, stance, prevalence, where].map((text, place) => (place === 1 ? make("td", {}, ...(other ? linksTo(other) : [])) : make("td", {}, text ?? "")));
  return make("tr", { "data-source": thing.id, "data-target": other?.id }, make("th", { scope: "row" }, ...linksTo(thing)), make("td", {}, nounOf(thing.kind)), ...cells);
}

const linksTo = (thing) => [make("a", { href: pageOf(thing.id) }, thing.label), " ", make("a", { href: mapOf(thing.id), class: "to-map", "aria-label": `map: ${thing.label}` }, "map"), ...signsOf(thing)];
const signsOf = ({ stances }) => (stances.length ? [" ", make("small", {}, sayStances(stances.map(([stance]) => stance)))] : []);

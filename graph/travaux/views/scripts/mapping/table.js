// The same as a table: a row for each link that is shown, with links to the pages of both things.

import { make, mapOf, pageOf } from "./building.js";
import { toRows } from "./model.js";
import { sayKind } from "./words.js";

const HEADS = ["From", "Relation", "To", "Stance", "How widely held", "Where"];

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
  return (shown, marks) => {
    rows = toRows(shown);
    const filled = HEADS.map((_, place) => place < 3 || rows.some((row) => wordsIn(row)[place - 3]));
    table.tHead.rows[0].replaceChildren(...HEADS.filter((_, place) => filled[place]).map((head) => make("th", { scope: "col" }, head)));
    table.tBodies[0].replaceChildren(...rows.map((row) => toRow(row, marks, filled)));
    match();
  };
}

const wordsIn = ({ stance, prevalence, where }) => [stance, prevalence, where];

function toRow(row, marks, filled) {
  const { thing, relation, other } = row;
  const cells = [make("td", { "data-head": relation ? HEADS[1] : null }, relation), make("td", { "data-head": other ? HEADS[2] : null }, ...(other ? linksTo(other, marks) : []))];
  const more = wordsIn(row).map((text, place) => (filled[place + 3] ? make("td", { "data-head": text ? HEADS[place + 3] : null }, text) : null));
  const marked = marks.has(thing.id) || (other && marks.has(other.id));
  return make("tr", { "data-source": thing.id, "data-target": other?.id, class: marked ? "marked" : null }, make("th", { scope: "row", "data-head": HEADS[0] }, ...linksTo(thing, marks)), ...cells, ...more);
}

function linksTo(thing, marks) {
  const map = make("a", { href: mapOf(thing.id), class: "to-map", "aria-label": `map: ${thing.label}` }, "map");
  return [make("a", { href: pageOf(thing.id) }, thing.label), " ", map, " ", make("small", {}, `${sayKind(thing)}${marks.has(thing.id) ? ", marked" : ""}`)];
}

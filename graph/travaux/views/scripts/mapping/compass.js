// One thing and what stands around it: positions by stance on four sides, other kinds in the corners. A pure function.

import { groupOf, stanceOf } from "./words.js";
import { sizeOf } from "./sizes.js";

const GAP = 14;
const CAPTION = 26;
const CLEAR = 46;
const LANES = { NW: ["theme"], NE: ["provision"], SW: ["question", "report", "statement"], SE: ["neutral", "people"] };
const SIDES = { supports: "W", opposes: "E", proposes: "N", concerned: "S" };
const BEARINGS = { reason: "W", against: "E", limits: "S" };
const HEADS = {
  W: "Support", E: "Opposition", N: "Proposals", S: "Concern", theme: "Themes", provision: "Text", question: "Guiding questions",
  report: "Reports", statement: "Statements", neutral: "No stance", people: "People and States",
};
const ARGUMENT_HEADS = { W: "Reasons for it", E: "Objections to it", S: "Limits to it", N: "It bears on" };

// Which part of the compass a thing belongs to, seen from the middle.
function partOf(thing, centre, edges) {
  if (thing.kind !== "position") return groupOf(thing.kind);
  if (centre?.kind === "position") {
    const edge = edges.find(({ source, target }) => [source, target].includes(thing.id) && [source, target].includes(centre.id));
    return edge?.source === centre.id ? "N" : (BEARINGS[edge?.kind] ?? "N");
  }
  return SIDES[stanceOf(thing)] ?? "neutral";
}

const outward = (number) => (number % 2 ? (number + 1) / 2 : -number / 2); // 0, 1, -1, 2, -2 …

function sorted(things, centre, edges) {
  const parts = {};
  for (const thing of things) (parts[partOf(thing, centre, edges)] ??= []).push(thing);
  for (const one of Object.values(parts)) one.sort((a, b) => Number(a.extra) - Number(b.extra)); // what a choice alone brings in comes last
  return parts;
}

// Give each thing its place relative to the middle, and the tinted areas with their heads. What a choice brings in changes no other place.
export function compass(centre, things, edges, middle) {
  const parts = sorted(things, centre, edges);
  const often = (name) => (parts[name] ?? []).filter(({ extra }) => !extra).length;
  const card = sizeOf({ kind: "position" });
  const sides = Math.max(often("W"), often("E"));
  const rows = sides <= 1 ? 1 : sides <= 6 ? 3 : sides <= 20 ? 5 : 7;
  const ends = Math.max(often("N"), often("S"));
  const columns = ends <= 1 ? 1 : ends <= 12 ? 3 : 5;
  const halfHeight = Math.max((rows * (card.height + GAP)) / 2, middle.height / 2 + 12);
  const halfWidth = Math.max((columns * (card.width + GAP)) / 2, middle.width / 2 + CLEAR);
  const places = new Map();
  const put = (thing, x, y) => places.set(thing.id, { x: Math.round(x), y: Math.round(y), ...sizeOf(thing) });
  for (const [name, sign] of [["W", -1], ["E", 1]]) {
    (parts[name] ?? []).forEach((thing, number) => {
      const across = middle.width / 2 + CLEAR + card.width / 2 + Math.floor(number / rows) * (card.width + GAP);
      put(thing, sign * across, outward(number % rows) * (card.height + GAP));
    });
  }
  for (const [name, sign] of [["N", -1], ["S", 1]]) {
    (parts[name] ?? []).forEach((thing, number) => {
      const down = halfHeight + CAPTION + card.height / 2 + Math.floor(number / columns) * (card.height + GAP);
      put(thing, outward(number % columns) * (card.width + GAP), sign * down);
    });
  }
  for (const [corner, names] of Object.entries(LANES)) placeLanes(corner, names, parts, { halfHeight, halfWidth, often, put });
  return { places, areas: areasOf(parts, places, centre) };
}

function placeLanes(corner, names, parts, { halfHeight, halfWidth, often, put }) {
  const [down, across] = [corner[0] === "N" ? -1 : 1, corner[1] === "W" ? -1 : 1];
  let start = halfWidth + 34;
  for (const name of names) {
    const found = parts[name] ?? [];
    if (!found.length) continue;
    const size = sizeOf(found[0]);
    const often_ = often(name);
    const columns = often_ <= 5 ? 1 : often_ <= 14 ? 2 : 3;
    found.forEach((thing, number) => {
      const x = start + size.width / 2 + (number % columns) * (size.width + GAP);
      const y = halfHeight + CAPTION + size.height / 2 + Math.floor(number / columns) * (size.height + GAP);
      put(thing, across * x, down * y);
    });
    start += columns * (size.width + GAP) + 20;
  }
}

function areasOf(parts, places, centre) {
  return Object.entries(parts).map(([name, things]) => {
    const box = around(things.map(({ id }) => places.get(id)));
    const head = (centre?.kind === "position" && ARGUMENT_HEADS[name]) || HEADS[name] || name;
    const stance = centre?.kind === "position" ? null : { W: "supports", E: "opposes", N: "proposes", S: "concerned" }[name] ?? null;
    return { name, head, stance, members: things.map(({ id }) => id), left: box.left - 9, top: box.top - CAPTION, right: box.right + 9, bottom: box.bottom + 7 };
  });
}

export function around(boxes) {
  return {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2)),
  };
}

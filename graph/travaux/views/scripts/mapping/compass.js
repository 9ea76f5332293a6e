// One thing and what stands around it: a field for each stance and each other kind, as near as there is room for. A pure function.

import { groupOf, stanceOf } from "./words.js";
import { sizeOf } from "./sizes.js";

const GAP = 10;
const CAPTION = 26;
const [SIDE, FOOT] = [9, 7]; // from the things of a field to its border
const APART = 14; // between fields
const CLEAR = 40; // around the middle, for links
const LEFT = ["theme", "question", "report", "statement"];
const RIGHT = ["provision", "neutral", "people"];
const SIDES = { supports: "W", opposes: "E", proposes: "N", concerned: "S" };
const BEARINGS = { reason: "W", against: "E", limits: "S" };
const HEADS = {
  W: "Support", E: "Opposition", N: "Proposals", S: "Concern", theme: "Themes", provision: "Text", question: "Guiding questions",
  report: "Reports", statement: "Statements", neutral: "No stance", people: "People and States", extra: "Only with what was chosen",
};
const ARGUMENT_HEADS = { W: "Reasons for it", E: "Objections to it", S: "Limits to it", N: "It bears on" };

// Which field a thing belongs to, seen from the middle; what a choice alone brings in has its own, so that it changes no other place.
function partOf(thing, centre, edges) {
  if (thing.extra) return "extra";
  if (thing.kind !== "position") return groupOf(thing.kind);
  if (centre?.kind === "position") {
    const edge = edges.find(({ source, target }) => [source, target].includes(thing.id) && [source, target].includes(centre.id));
    return edge?.source === centre.id ? "N" : (BEARINGS[edge?.kind] ?? "N");
  }
  return SIDES[stanceOf(thing)] ?? "neutral";
}

// Give each thing its place relative to the middle, and the fields with their heads. `room` is the width and height to fill.
export function compass(centre, things, edges, { middle, room, shape }) {
  const parts = {};
  for (const thing of things) (parts[partOf(thing, centre, edges)] ??= []).push(thing);
  const { extra, ...own } = parts;
  const fields = shape === "tall" ? stack(own, middle, shape) : spread(own, middle, room);
  if (extra) {
    const box = boxOf([...fields, { left: -middle.width / 2, width: middle.width, top: -middle.height / 2, height: middle.height }]);
    const field = fieldOf("extra", extra, shape === "tall" ? 2 : Math.max(1, Math.floor((box.right - box.left) / 220)), shape);
    fields.push({ ...field, left: box.left, top: box.bottom + APART });
  }
  return { places: new Map(fields.flatMap((field) => placesIn(field, shape))), areas: fields.map((field) => areaOf(field, centre)) };
}

function fieldOf(name, things, columns, shape) {
  const sizes = things.map((thing) => sizeOf(thing, shape));
  const cell = { width: Math.max(...sizes.map(({ width }) => width)), height: Math.max(...sizes.map(({ height }) => height)) };
  const across = Math.min(columns, things.length);
  const rows = Math.ceil(things.length / across);
  return { name, things, cell, across, rows, width: across * (cell.width + GAP) - GAP + 2 * SIDE, height: rows * (cell.height + GAP) - GAP + CAPTION + FOOT };
}

// Support on the left, opposition on the right, proposals above, concern below, the rest outside: in the columns that fill the room best.
function spread(parts, middle, room) {
  const upTo = (most, names) => Array.from({ length: Math.max(1, Math.min(most, ...[Math.max(0, ...names.map((name) => parts[name]?.length ?? 0))])) }, (_, place) => place + 1);
  let best = null;
  for (const west of upTo(4, ["W"]))
    for (const east of upTo(4, ["E"]))
      for (const within of upTo(3, ["N", "S"]))
        for (const left of upTo(3, LEFT))
          for (const right of upTo(3, RIGHT)) {
            const fields = spreadBy(parts, middle, { west, east, within, left, right });
            const box = boxOf([...fields, { left: -middle.width / 2, width: middle.width, top: -middle.height / 2, height: middle.height }]);
            const scale = Math.min(room.width / (box.right - box.left), room.height / (box.bottom - box.top), 1);
            const cost = (1 - scale) * 1000 + (west + east + within + left + right) / 100;
            if (!best || cost < best.cost) best = { cost, fields };
          }
  return best.fields;
}

function spreadBy(parts, middle, { west, east, within, left, right }) {
  const field = (name, columns) => (parts[name] ? fieldOf(name, parts[name], columns, "wide") : null);
  const [north, south] = [field("N", within), field("S", within)];
  const half = Math.max(middle.width / 2 + CLEAR / 2, (north?.width ?? 0) / 2, (south?.width ?? 0) / 2) + APART;
  const fields = [];
  if (north) fields.push({ ...north, left: -north.width / 2, top: -middle.height / 2 - CLEAR - north.height });
  if (south) fields.push({ ...south, left: -south.width / 2, top: middle.height / 2 + CLEAR });
  const sides = [[-1, field("W", west), LEFT, left], [1, field("E", east), RIGHT, right]];
  for (const [sign, own, names, columns] of sides) {
    let start = half;
    if (own) fields.push({ ...own, left: sign < 0 ? -start - own.width : start, top: -own.height / 2 });
    if (own) start += own.width + APART;
    const outside = names.map((name) => field(name, columns)).filter(Boolean);
    let top = -outside.reduce((sum, { height }) => sum + height + APART, -APART) / 2;
    for (const one of outside) {
      fields.push({ ...one, left: sign < 0 ? -start - one.width : start, top, ordered: true });
      top += one.height + APART;
    }
  }
  return fields;
}

// Where there is little width: two stances above, two below, the rest under them.
function stack(parts, middle, shape) {
  const fields = [];
  let bottom = middle.height / 2 + CLEAR / 2;
  const row = (names, up) => {
    const there = names.filter((name) => parts[name]);
    const own = there.map((name) => fieldOf(name, parts[name], there.length > 1 ? 1 : 2, shape));
    const tallest = Math.max(0, ...own.map(({ height }) => height));
    own.forEach((one, place) => {
      const left = own.length > 1 ? (place ? APART / 4 : -APART / 4 - one.width) : -one.width / 2;
      fields.push({ ...one, left, top: up ? -middle.height / 2 - CLEAR / 2 - one.height : bottom });
    });
    if (!up && own.length) bottom += tallest + APART;
  };
  row(["N", "S"], true);
  row(["W", "E"], false);
  for (const name of ["neutral", "provision", "theme", "question", "people", "report", "statement"]) {
    if (!parts[name]) continue;
    const one = fieldOf(name, parts[name], 2, shape);
    fields.push({ ...one, left: -one.width / 2, top: bottom, ordered: true });
    bottom += one.height + APART;
  }
  return fields;
}

// Stances begin next to the middle; other fields are read from their beginning.
function placesIn({ name, things, cell, across, rows, left, top, ordered }, shape) {
  const cells = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < across; column += 1)
      cells.push({ x: left + SIDE + cell.width / 2 + column * (cell.width + GAP), y: top + CAPTION + cell.height / 2 + row * (cell.height + GAP) });
  if (!ordered && name !== "extra") cells.sort((one, other) => one.x ** 2 + one.y ** 2 - other.x ** 2 - other.y ** 2 || one.y - other.y || one.x - other.x);
  return things.map((thing, number) => [thing.id, { x: Math.round(cells[number].x), y: Math.round(cells[number].y), ...sizeOf(thing, shape) }]);
}

function areaOf({ name, things, left, top, width, height }, centre) {
  const head = (centre?.kind === "position" && ARGUMENT_HEADS[name]) || HEADS[name] || name;
  const stance = centre?.kind === "position" ? null : { W: "supports", E: "opposes", N: "proposes", S: "concerned" }[name] ?? null;
  return { name, head, stance, members: things.map(({ id }) => id), left, top, right: left + width, bottom: top + height };
}

function boxOf(fields) {
  return {
    left: Math.min(...fields.map(({ left }) => left)),
    right: Math.max(...fields.map(({ left, width }) => left + width)),
    top: Math.min(...fields.map(({ top }) => top)),
    bottom: Math.max(...fields.map(({ top, height }) => top + height)),
  };
}

export function around(boxes) {
  return {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2)),
  };
}

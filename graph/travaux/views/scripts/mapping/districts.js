// The overview: wide themes as districts in the order of the thesaurus, in each its narrower themes and the provisions. A pure function.

import { measure, wrap } from "./measuring.js";
import { nameOf } from "./words.js";

const WIDTH = 322;
const PAD = 12;
const GAP = 6;
const COLUMNS = 4;
const SPACE = 18;
const HEAD = 40;

export const isCited = (thing) => thing.stances.length > 0;

// How wide the name of a cited provision can be, before the signs of the stances on it.
export const roomFor = ({ stances }) => WIDTH - 2 * PAD - 20 - stances.length * 16;

function chipOf(thing) {
  if (thing.kind === "theme") return { width: Math.min(WIDTH - 2 * PAD, Math.ceil(measure(thing.short, 13)) + 18), height: 26 };
  if (isCited(thing)) return { width: WIDTH - 2 * PAD, height: wrap(nameOf(thing), roomFor(thing), 13, 2).length > 1 ? 44 : 30, line: true };
  return { width: Math.max(38, Math.ceil(measure(numberOf(thing), 13)) + 14), height: 26 };
}

export const numberOf = (thing) => decodeURIComponent(thing.id.split("/").at(-1));

// Fill lines from left to right; a cited provision has a line of its own.
function fill(things, width) {
  const places = [];
  let [x, y, tall] = [0, 0, 0];
  for (const thing of things) {
    const chip = chipOf(thing);
    if (x > 0 && (chip.line || x + chip.width > width)) [x, y, tall] = [0, y + tall + GAP, 0];
    places.push([thing, { x: x + chip.width / 2, y: y + chip.height / 2, width: chip.width, height: chip.height }]);
    tall = Math.max(tall, chip.height);
    x += chip.width + GAP;
    if (chip.line) [x, y, tall] = [0, y + tall + GAP, 0];
  }
  return { places, height: y + tall };
}

export function districts(things, shape = "wide") {
  const tops = things.filter(({ kind, home }) => kind === "theme" && !home);
  const lone = things.filter(({ kind, home }) => kind !== "theme" && !home);
  const bottoms = new Array(shape === "tall" ? 1 : COLUMNS).fill(0);
  const places = new Map();
  const areas = [];
  for (const top of tops) {
    const own = things.filter(({ home }) => home === top.id);
    const rows = [own.filter(({ kind }) => kind === "theme"), own.filter((one) => one.kind !== "theme" && isCited(one)), own.filter((one) => one.kind !== "theme" && !isCited(one))];
    const head = wrap(top.short, WIDTH - 2 * PAD - 16 - top.stances.length * 16, 15, 2).length > 1 ? HEAD + 16 : HEAD;
    const column = bottoms.indexOf(Math.min(...bottoms));
    const [left, start] = [column * (WIDTH + SPACE), bottoms[column]];
    places.set(top.id, { x: left + WIDTH / 2, y: start + head / 2 + 4, width: WIDTH - 2 * PAD, height: head - 6, district: true });
    let y = start + head + 6;
    for (const row of rows.filter(({ length }) => length)) {
      const filled = fill(row, WIDTH - 2 * PAD);
      for (const [thing, place] of filled.places) places.set(thing.id, { ...place, x: Math.round(left + PAD + place.x), y: Math.round(y + place.y) });
      y += filled.height + GAP + 4;
    }
    areas.push({ name: top.id, head: "", stance: null, district: true, members: [top.id, ...own.map(({ id }) => id)], left, top: start, right: left + WIDTH, bottom: y + 4 });
    bottoms[column] = y + 4 + SPACE;
  }
  lone.forEach((thing, number) => places.set(thing.id, { x: number * 50 + 20, y: Math.max(...bottoms) + 20, ...chipOf({ ...thing, stances: [] }) }));
  return { places, areas };
}

// Where everything stands on the map: a pure function of what was opened, in its order. What is opened later moves nothing that is there.
//
//   arrange(openings) → {places: Map id → {x, y, width, height, role}, areas: [...], blocks: [...]}
//   openings: [{id, neighbourhood}], first the start (id null for the overview), then what was opened, in order

import { around, compass } from "./compass.js";
import { districts } from "./districts.js";
import { sizeOf } from "./sizes.js";

const STEP = 60;
const SPACE = 44;

export function arrange(openings) {
  const made = { places: new Map(), areas: [], blocks: [] };
  for (const [number, { id, neighbourhood }] of openings.entries()) {
    if (id === null) addOverview(made, neighbourhood);
    else addCompass(made, id, neighbourhood, number === 0);
  }
  return made;
}

function addOverview(made, { things }) {
  const { places, areas } = districts(things);
  for (const [id, place] of places) made.places.set(id, { ...place, role: place.district ? "district" : "chip" });
  made.areas.push(...areas);
  if (places.size) made.blocks.push({ id: null, ...around([...places.values()]) });
}

function addCompass(made, id, { things, edges }, first) {
  const centre = things.find((thing) => thing.id === id);
  const fresh = things.filter((thing) => thing.id !== id && !made.places.has(thing.id));
  if (!first && !fresh.length) return;
  const middle = sizeOf({ kind: first ? "centre" : "head" });
  const { places, areas } = compass(centre, fresh, edges, middle);
  const box = around([...places.values(), { x: 0, y: 0, ...middle }, ...areas.map(toBox)]);
  const { x, y } = first ? { x: 0, y: 0 } : freeSpot(made, made.places.get(id) ?? { x: 0, y: 0 }, box);
  if (first) made.places.set(id, { x: 0, y: 0, ...middle, role: "centre" });
  else made.areas.push({ name: id, heading: centre.short, of: id, members: fresh.map((one) => one.id), left: x - middle.width / 2, right: x + middle.width / 2, top: y - middle.height / 2, bottom: y + middle.height / 2 });
  for (const [name, place] of places) made.places.set(name, { ...place, x: place.x + x, y: place.y + y, role: "card" });
  made.areas.push(...areas.map((area) => ({ ...area, left: area.left + x, right: area.right + x, top: area.top + y, bottom: area.bottom + y })));
  made.blocks.push({ id, left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });
}

const toBox = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top });

// The nearest spot to a thing at which a block meets no other.
function freeSpot(made, { x, y }, box) {
  const meets = (across, down) =>
    made.blocks.some((one) => box.left + across < one.right + SPACE && box.right + across > one.left - SPACE && box.top + down < one.bottom + SPACE && box.bottom + down > one.top - SPACE);
  const [column, row] = [Math.round(x / STEP), Math.round(y / STEP)];
  for (let ring = 0; ring < 2000; ring += 1) {
    const found = ringOf(ring).filter(([across, down]) => !meets((column + across) * STEP, (row + down) * STEP));
    if (found.length) {
      found.sort((one, other) => one[0] ** 2 + one[1] ** 2 - other[0] ** 2 - other[1] ** 2 || other[0] - one[0] || other[1] - one[1]);
      return { x: (column + found[0][0]) * STEP, y: (row + found[0][1]) * STEP };
    }
  }
  return { x, y: Math.max(...made.blocks.map(({ bottom }) => bottom)) - box.top + SPACE };
}

function ringOf(ring) {
  if (!ring) return [[0, 0]];
  const found = [];
  for (let along = -ring; along <= ring; along += 1) found.push([along, -ring], [along, ring]);
  for (let along = -ring + 1; along < ring; along += 1) found.push([-ring, along], [ring, along]);
  return found;
}

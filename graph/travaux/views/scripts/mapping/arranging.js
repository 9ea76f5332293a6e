// Where everything stands on the map: a pure function of what was opened, in its order. What is opened later moves nothing that is there.
//
//   arrange(openings, shape) → {places: Map id → {x, y, width, height, role, block}, areas: [...], blocks: [...]}
//   openings: [{id, neighbourhood}], first the start (id null for the overview), then what was opened, in order
//   shape: "wide" or "tall", what the window has room for

import { around, compass } from "./compass.js";
import { districts } from "./districts.js";
import { sizeOf } from "./sizes.js";

const SPACE = 30;
const ROOM = { wide: { width: 1440, height: 540 }, tall: { width: 400, height: 600 } };
const OPENED = { width: 900, height: 520 };

export function arrange(openings, shape = "wide") {
  const made = { places: new Map(), areas: [], blocks: [], shape };
  for (const [number, { id, neighbourhood }] of openings.entries()) {
    if (id === null) addOverview(made, neighbourhood);
    else addCompass(made, id, neighbourhood, number === 0);
  }
  return made;
}

function addOverview(made, { things }) {
  const { places, areas } = districts(things, made.shape);
  const districtOf = new Map(areas.flatMap(({ name, members }) => members.map((id) => [id, `district of ${name}`])));
  for (const [id, place] of places) made.places.set(id, { ...place, role: place.district ? "district" : "chip", block: districtOf.get(id) ?? null });
  made.areas.push(...areas);
  if (places.size) made.blocks.push({ id: null, ...around(areas.length ? areas.map(toBox) : [...places.values()]) });
}

function addCompass(made, id, { things, edges }, first) {
  const centre = things.find((thing) => thing.id === id);
  const fresh = things.filter((thing) => thing.id !== id && !made.places.has(thing.id));
  if (!first && !fresh.length) return;
  const { shape } = made;
  const middle = sizeOf({ kind: first ? "centre" : "head" }, shape);
  const { places, areas } = compass(centre, fresh, edges, { middle, room: first ? ROOM[shape] : OPENED, shape });
  const box = around([...places.values(), { x: 0, y: 0, ...middle }, ...areas.map(toBox)]);
  const { x, y } = first ? { x: 0, y: 0 } : freeSpot(made, made.places.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }, box);
  if (first) made.places.set(id, { x: 0, y: 0, ...middle, role: "centre", block: id });
  else made.areas.push({ name: id, heading: centre.short, of: id, members: fresh.map((one) => one.id), left: x - middle.width / 2, right: x + middle.width / 2, top: y - middle.height / 2, bottom: y + middle.height / 2 });
  for (const [name, place] of places) made.places.set(name, { ...place, x: place.x + x, y: place.y + y, role: "card", block: id });
  made.areas.push(...areas.map((area) => ({ ...area, left: area.left + x, right: area.right + x, top: area.top + y, bottom: area.bottom + y })));
  made.blocks.push({ id, left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });
}

const toBox = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top });

// The spot at which a block meets no other and is seen largest together with the thing that it was opened from.
function freeSpot({ blocks, shape }, thing, box) {
  const across = [thing.x - (box.left + box.right) / 2, ...blocks.flatMap(({ left, right }) => [left - SPACE - box.right, right + SPACE - box.left])];
  const down = [thing.y - (box.top + box.bottom) / 2, ...blocks.flatMap(({ top, bottom }) => [top - SPACE - box.bottom, bottom + SPACE - box.top])];
  const meets = (x, y) => blocks.some((one) => box.left + x < one.right + SPACE - 1 && box.right + x > one.left - SPACE + 1 && box.top + y < one.bottom + SPACE - 1 && box.bottom + y > one.top - SPACE + 1);
  let best = null;
  for (const x of across.map(Math.round)) {
    for (const y of down.map(Math.round)) {
      const both = around([thing, { x: (box.left + box.right) / 2 + x, y: (box.top + box.bottom) / 2 + y, width: box.right - box.left, height: box.bottom - box.top }]);
      const cost = Math.max((both.right - both.left) / ROOM[shape].width, (both.bottom - both.top) / ROOM[shape].height);
      const far = (x - thing.x) ** 2 + (y - thing.y) ** 2;
      if ((!best || cost < best.cost || (cost === best.cost && far < best.far)) && !meets(x, y)) best = { x, y, cost, far };
    }
  }
  return best;
}

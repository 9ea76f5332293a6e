// How large each kind of thing is drawn, in units of the map, where there is room in width or only in height.

import { groupOf } from "./words.js";

const WIDE = { position: [206, 84], statement: [206, 84], centre: [272, 92], head: [232, 52], provision: [190, 66], other: [190, 50] };
const TALL = { position: [182, 100], statement: [182, 100], centre: [300, 70], head: [232, 52], provision: [182, 70], other: [182, 58] };

export function sizeOf({ kind }, shape = "wide") {
  const sizes = shape === "tall" ? TALL : WIDE;
  const [width, height] = sizes[kind] ?? sizes[groupOf(kind)] ?? sizes.other;
  return { width, height };
}

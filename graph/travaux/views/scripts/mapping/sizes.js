// How large each kind of thing is drawn, in units of the map.

const SIZES = { position: [214, 84], statement: [214, 84], centre: [272, 92], head: [232, 52] };

export function sizeOf({ kind }) {
  const [width, height] = SIZES[kind] ?? [196, 46];
  return { width, height };
}

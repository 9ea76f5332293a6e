// The drawing as a list of marks, from which the screen, the PNG and the SVG are made. A pure function of what is shown.
//
//   marks: {type: "box", x, y, width, height, radius, fill, stroke, dash, weight} | {type: "shape", points, x, y, radius, fill, stroke, weight}
//          {type: "text", x, y, text, size, weight, fill, anchor, minor} | {type: "line", from, to, stroke, weight, dash, arrow, opacity}

import { numberOf, isCited, roomFor } from "./districts.js";
import { cut, measure, wrap } from "./measuring.js";
import { between, pointAt, routeOf } from "./routing.js";
import { nameOf, plainName, sayPrevalence, sayVersion, MEANINGS, STANCES, groupOf, stanceOf } from "./words.js";

const SIZE = 13;
const LINE = 16;
export const LINKS = {
  reason: { dash: [], weight: 2, arrow: true },
  against: { dash: [7, 4], weight: 2.4, arrow: true },
  limits: { dash: [2, 4], weight: 2.2, arrow: true },
  narrower: { dash: [], weight: 1, arrow: true },
  became: { dash: [10, 3, 2, 3], weight: 1.4, arrow: true },
  together: { dash: [1, 4], weight: 1.2, arrow: false },
  related: { dash: [1, 4], weight: 1.2, arrow: false },
};
const PLAIN = { dash: [], weight: 1.1, arrow: true };
export const linkStyle = (kind) => LINKS[kind] ?? PLAIN;
const MOST_LABELS = 16;
const ARGUMENT = new Set(["reason", "against", "limits"]);

export function signPoints(stance, size) {
  if (stance === "supports") return null;
  if (stance === "concerned") return [[0, -size], [size, 0], [0, size], [-size, 0]];
  if (stance === "opposes") return [[-size, -size * 0.8], [size, -size * 0.8], [0, size]];
  if (stance === "proposes")
    return Array.from({ length: 10 }, (_, i) => {
      const reach = i % 2 ? size * 0.46 : size * 1.12;
      return [Math.sin((i * Math.PI) / 5) * reach, -Math.cos((i * Math.PI) / 5) * reach];
    });
  return [[-size, -size / 2.6], [size, -size / 2.6], [size, size / 2.6], [-size, size / 2.6]];
}

export function signMark(stance, x, y, size, palette) {
  return { type: "shape", points: signPoints(stance, size), radius: size * 0.9, x, y, fill: palette[stance] ?? palette.neutral };
}

const text = (words, x, y, more = {}) => ({ type: "text", text: words, x, y, size: SIZE, weight: 400, anchor: "start", ...more });

export function drawAreas(areas, shown, palette) {
  return areas.filter(({ members }) => members.some((id) => shown.has(id))).flatMap((area) => areaMarks(area, palette));
}

function areaMarks({ left, top, right, bottom, head, heading, stance }, palette) {
  const box = { type: "box", x: left, y: top, width: right - left, height: bottom - top, radius: 12 };
  if (heading) {
    const lines = wrap(`Around ${heading}`, right - left - 20, SIZE, 2);
    const middle = (top + bottom) / 2;
    return [
      { ...box, fill: palette.mark, stroke: palette.quiet, dash: [4, 3], weight: 1 },
      ...lines.map((line, place) => text(line, (left + right) / 2, middle + (place - (lines.length - 1) / 2) * LINE, { anchor: "middle", weight: 600, fill: palette.ink, far: true, room: right - left - 16 })),
    ];
  }
  const ground = { ...box, fill: stance ? palette[`${stance}-ground`] : palette.paper, stroke: palette.line, weight: 1 };
  if (!head) return [ground];
  const sign = stance ? [signMark(stance, left + 16, top + 14, 5.5, palette)] : [];
  return [ground, ...sign, text(head, left + (stance ? 28 : 12), top + 14, { weight: 650, fill: palette.ink, far: true, room: right - left - 40 })];
}

function signsOf(thing, right, y, palette) {
  return thing.stances.map(([stance], place) => signMark(stance, right - 8 - (thing.stances.length - 1 - place) * 16, y, 5.5, palette));
}

export function drawThing(thing, place, palette, { chosen = false, near = false, far = false, found = false, marked = false, opened = false, pinned = false } = {}) {
  const { x, y, width, height, role } = place;
  const look = { chosen, near, far, found, opened, pinned };
  const marks = [];
  if (marked) marks.push({ type: "box", x: x - width / 2 - 7, y: y - height / 2 - 7, width: width + 14, height: height + 14, radius: 14, stroke: palette.ring, weight: 4 });
  if (chosen || found) marks.push({ type: "box", x: x - width / 2 - 4, y: y - height / 2 - 4, width: width + 8, height: height + 8, radius: 12, stroke: palette.ring, weight: chosen ? 3 : 2, dash: chosen ? [] : [5, 3] });
  const body = role === "district" ? districtMarks : role === "chip" ? chipMarks : cardMarks;
  marks.push(...body(thing, place, palette, look));
  if (pinned) marks.push({ type: "shape", points: null, radius: 3.5, x: x - width / 2 + 2, y: y - height / 2 + 2, fill: palette.ink });
  return far ? marks.map((mark) => ({ ...mark, opacity: 0.5 })) : marks;
}

function districtMarks(thing, { x, y, width, height }, palette) {
  const room = width - 16 - thing.stances.length * 16;
  const lines = wrap(thing.short, room, 15, 2);
  return [
    { type: "box", x: x - width / 2, y: y - height / 2, width, height, radius: 8, fill: palette.mark },
    ...lines.map((line, place) => text(line, x - width / 2 + 8, y + (place - (lines.length - 1) / 2) * 18, { size: 15, weight: 680, fill: palette.ink, far: lines.length === 1, room })),
    ...signsOf(thing, x + width / 2 - 4, y, palette),
  ];
}

function chipMarks(thing, { x, y, width, height }, palette) {
  const [left, cited] = [x - width / 2, isCited(thing)];
  const box = { type: "box", x: left, y: y - height / 2, width, height, radius: 6, weight: 1 };
  if (thing.kind === "theme") return [{ ...box, radius: 13, fill: palette.card, stroke: palette.line }, text(cut(thing.short, width - 14, SIZE), x, y, { anchor: "middle", fill: palette.ink, minor: true })];
  if (!cited) {
    const dash = thing.unverified ? [3, 2] : [];
    return [{ ...box, fill: palette.card, stroke: palette.line, dash }, text(numberOf(thing), x, y, { anchor: "middle", fill: palette.quiet, minor: true })];
  }
  const lines = wrap(nameOf(thing), roomFor(thing), SIZE, 2);
  return [
    { ...box, fill: palette.card, stroke: palette.quiet, weight: 1.4, dash: thing.unverified ? [3, 2] : [] },
    ...lines.map((line, place) => text(line, left + 9, y + (place - (lines.length - 1) / 2) * LINE, { weight: 620, fill: palette.ink })),
    ...signsOf(thing, x + width / 2 - 4, y, palette),
  ];
}

function cardMarks(thing, place, palette, { opened }) {
  const { x, y, width, height, role } = place;
  const [left, top] = [x - width / 2, y - height / 2];
  const stance = thing.kind === "position" || thing.kind === "statement" ? stanceOf(thing) : null;
  const middle = role === "centre";
  const box = { type: "box", x: left, y: top, width, height, radius: groupOf(thing.kind) === "people" ? 20 : thing.kind === "question" ? 14 : 8, weight: middle || opened ? 2.2 : 1 };
  const edge = stance ? { type: "box", x: left, y: top + 8, width: 4, height: height - 16, radius: 2, fill: palette[stance] } : null;
  const foot = footOf(thing, stance);
  const size = middle ? 15 : SIZE;
  const most = Math.max(1, Math.floor((height - 12 - (foot ? 18 : 0)) / (size + 3)));
  const lines = wrap(plainName(thing), width - 26, size, most);
  const middleY = y - (foot ? 9 : 0);
  const marks = [{ ...box, fill: middle ? palette.strong : palette.card, stroke: middle ? palette.strong : opened ? palette.ink : palette.line, dash: thing.unverified ? [3, 2] : [] }];
  if (edge) marks.push(edge);
  lines.forEach((line, number) =>
    marks.push(text(line, left + 14, middleY + (number - (lines.length - 1) / 2) * (size + 3), { size, weight: middle ? 650 : 400, fill: middle ? palette["on-strong"] : palette.ink, minor: !middle, far: middle, room: width - 26 })),
  );
  if (!middle) marks.push(text(plainName(thing), left + 12, y - (foot ? 8 : 0), { fill: palette.ink, brief: true, room: width - 18 }));
  if (!foot) return marks;
  const ink = middle ? palette["on-strong"] : palette.quiet;
  if (stance) marks.push({ ...signMark(stance, left + 19, top + height - 14, 5.5, middle ? { ...palette, [stance]: palette["on-strong"] } : palette), grows: true });
  marks.push(text(cut(foot, width - (stance ? 42 : 26), 12), left + (stance ? 30 : 14), top + height - 14, { size: 12, fill: ink, minor: true }));
  return marks;
}

function footOf(thing, stance) {
  const also = stance ? thing.stances.length > 1 ? `${STANCES[stance]} and others` : STANCES[stance] : "";
  const held = sayPrevalence(thing.prevalence);
  const reported = thing.statements ? `${thing.statements.toLocaleString("en")} statement${thing.statements === 1 ? "" : "s"}` : "";
  if (thing.kind === "position") return [also, held || reported].filter(Boolean).join(" · ");
  if (thing.version) return sayVersion(thing);
  return thing.kind === "statement" ? [also, held].filter(Boolean).join(" · ") : "";
}

// The links: arguments within one picture always, the others of what is chosen or pointed at, with their words; fields tell the rest.
// Only what is chosen (`firm`) is linked to what stands in another picture or district.
export function drawLinks(edges, places, palette, { focus, firm }) {
  const blocks = new Map();
  for (const place of places.values()) blocks.set(place.block, [...(blocks.get(place.block) ?? []), place]);
  const together = ({ source, target }) => places.get(source).block === places.get(target).block;
  const own = edges.filter((edge) => (edge.source === focus || edge.target === focus) && (firm || together(edge)));
  const rest = edges.filter((edge) => ARGUMENT.has(edge.kind) && !own.includes(edge) && together(edge));
  const route = (edge) => (ARGUMENT.has(edge.kind) && together(edge) ? routeOf(edge, places, blocks.get(places.get(edge.source).block)) : between(places.get(edge.source), places.get(edge.target)));
  const mark = (edge, opacity) => {
    const { dash, weight, arrow } = linkStyle(edge.kind);
    const { from, to, bend } = route(edge);
    return { type: "line", from, to, bend, stroke: palette.ink, weight, dash, arrow, opacity, kind: edge.kind };
  };
  const labelled = own.length <= MOST_LABELS ? own : own.filter(({ kind }) => ARGUMENT.has(kind));
  return [
    ...rest.map((edge) => mark(edge, focus === null ? 0.75 : 0.2)),
    ...own.map((edge) => mark(edge, 0.9)),
    ...labelled.flatMap((edge) => labelMarks(MEANINGS[edge.kind] ?? edge.kind, route(edge), palette)),
  ];
}

// From what was opened to the area of what came with it.
export function drawOpenings(areas, places, shown, palette) {
  return areas
    .filter(({ of, members }) => of && shown.has(of) && members.some((id) => shown.has(id)))
    .map(({ of, left, right, top, bottom }) => {
      const box = { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
      return { type: "line", ...between(places.get(of), box), stroke: palette.quiet, weight: 3, dash: [], arrow: true, opacity: 0.6 };
    });
}

function labelMarks(words, route, palette) {
  if (Math.hypot(route.to.x - route.from.x, route.to.y - route.from.y) < 40) return [];
  const [{ x, y }, width] = [pointAt(route, 0.5), measure(words, 12) + 10];
  return [
    { type: "box", x: x - width / 2, y: y - 9, width, height: 18, radius: 5, fill: palette.ground, stroke: palette.line, weight: 1, label: true },
    text(words, x, y, { size: 12, anchor: "middle", fill: palette.ink, label: true }),
  ];
}

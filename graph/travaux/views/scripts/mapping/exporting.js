// The picture as a file: PNG at twice the size, SVG with texts as texts; each with title, legend and source.

import { linkStyle, signMark } from "./drawing.js";
import { measure } from "./measuring.js";
import { paint } from "./painting.js";
import { toSvg } from "./svg.js";
import { MEANINGS, STANCES } from "./words.js";

const MARGIN = 30;
const HEAD = 64;
const MOST_PIXELS = 60_000_000;

function bounds(marks) {
  const corners = marks.flatMap((mark) => {
    if (mark.type === "box") return [[mark.x, mark.y], [mark.x + mark.width, mark.y + mark.height]];
    return mark.type === "line" ? [[mark.from.x, mark.from.y], [mark.to.x, mark.to.y]] : [[mark.x, mark.y]];
  });
  const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}

// The marks with a head above and a legend below.
export function toSheet({ areas, links, things }, { palette, title, source, stances, kinds }) {
  const marks = [...areas, ...links.filter(({ label }) => !label), ...[...things.values()].flat(), ...links.filter(({ label }) => label)];
  const box = marks.length ? bounds(marks) : { left: 0, right: 400, top: 0, bottom: 100 };
  const width = Math.max(box.right - box.left, 900) + 2 * MARGIN;
  const left = box.left - MARGIN;
  const words = (text, x, y, size, weight, fill) => ({ type: "text", text, x, y, size, weight, fill, anchor: "start" });
  const legend = [];
  let [x, y] = [left + MARGIN, box.bottom + MARGIN + 14];
  const step = (room) => {
    if (x + room > left + width - MARGIN) [x, y] = [left + MARGIN, y + 24];
  };
  for (const stance of stances) {
    step(130);
    legend.push(signMark(stance, x + 6, y, 5.5, palette), words(STANCES[stance], x + 18, y, 13, 400, palette.ink));
    x += measure(STANCES[stance], 13) + 40;
  }
  for (const kind of kinds) {
    const style = linkStyle(kind);
    step(60 + measure(MEANINGS[kind], 13));
    legend.push({ type: "line", from: { x, y }, to: { x: x + 34, y }, stroke: palette.ink, weight: style.weight, dash: style.dash, arrow: style.arrow, opacity: 1 }, words(MEANINGS[kind], x + 42, y, 13, 400, palette.ink));
    x += measure(MEANINGS[kind], 13) + 66;
  }
  const top = box.top - HEAD;
  const foot = y + 30;
  return {
    marks: [words(title, left + MARGIN, top + 26, 20, 680, palette.ink), ...marks, ...legend, words(source, left + MARGIN, foot, 12, 400, palette.quiet)],
    sheet: { left, top, width, height: foot + 22 - top, ground: palette.ground, font: palette.font, title, description: source },
  };
}

export const svgOf = ({ marks, sheet }) => new Blob([toSvg(marks, sheet)], { type: "image/svg+xml" });

export function pngOf({ marks, sheet }) {
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (sheet.width * sheet.height)), 16_000 / sheet.width, 16_000 / sheet.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(sheet.width * scale);
  canvas.height = Math.ceil(sheet.height * scale);
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = sheet.ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.translate(-sheet.left, -sheet.top);
  paint(context, marks, { scale: 1, font: sheet.font });
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}

export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

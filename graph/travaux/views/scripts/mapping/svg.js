// Writes marks as SVG; texts stay texts. A pure function.

import { arrowPoints } from "./painting.js";

const escaped = (value) => String(value).replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd");
const number = (value) => String(Math.round(value * 10) / 10);

function element(name, attributes, content = null) {
  const written = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const head = `<${name}${written.map(([key, value]) => ` ${key}="${escaped(typeof value === "number" ? number(value) : value)}"`).join("")}`;
  return content === null ? `${head}/>` : `${head}>${content}</${name}>`;
}

const look = ({ fill, stroke, weight, dash, opacity }) => ({
  fill: fill ?? "none",
  stroke,
  "stroke-width": stroke ? weight ?? 1 : null,
  "stroke-dasharray": dash?.length ? dash.join(" ") : null,
  opacity,
});

const WRITERS = {
  box: (mark) => element("rect", { x: mark.x, y: mark.y, width: mark.width, height: mark.height, rx: mark.radius, ...look(mark) }),
  shape: (mark) =>
    mark.points
      ? element("polygon", { points: mark.points.map(([x, y]) => `${number(mark.x + x)},${number(mark.y + y)}`).join(" "), ...look(mark) })
      : element("circle", { cx: mark.x, cy: mark.y, r: mark.radius, ...look(mark) }),
  text: (mark) =>
    element("text", { x: mark.x, y: mark.y, "font-size": mark.size, "font-weight": mark.weight, fill: mark.fill, "text-anchor": mark.anchor, "dominant-baseline": "central", opacity: mark.opacity }, escaped(mark.text)),
  line: (mark) => {
    const { from, to, bend } = mark;
    const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    const way = bend && `M${number(from.x)},${number(from.y)} Q${number(bend.x)},${number(bend.y)} ${number(to.x)},${number(to.y)}`;
    const line = element(bend ? "path" : "line", { ...(bend ? { d: way } : ends), ...look({ ...mark, fill: null }) });
    const tip = mark.arrow ? element("polygon", { points: arrowPoints(bend ?? from, to).map(({ x, y }) => `${number(x)},${number(y)}`).join(" "), fill: mark.stroke, opacity: mark.opacity }) : "";
    return line + tip;
  },
};

export function toSvg(marks, { left, top, width, height, ground, font, title, description }) {
  const body = [element("title", {}, escaped(title)), element("desc", {}, escaped(description)), element("rect", { x: left, y: top, width, height, fill: ground }), ...marks.filter(({ brief }) => !brief).map((mark) => WRITERS[mark.type](mark))];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, width, height].map(number).join(" "), width, height, "font-family": font, role: "img" }, `\n${body.join("\n")}\n`)}\n`;
}

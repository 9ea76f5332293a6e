// The legend: every sign with its meaning; pressing one hides or shows what it stands for.

import { drawThing, readPalette } from "./signs.js";

const isCitable = (node) => node.kind === "article" || node.kind === "preambular-paragraph";
const SIGNS = [
  { text: "agenda item", sample: { kind: "agenda-item" }, label: "2", matches: (node) => node.kind === "agenda-item" },
  { text: "paragraph", sample: { kind: "paragraph" }, label: "¶ 8", matches: (node) => node.kind === "paragraph" || node.kind === "section" },
  { text: "speaker", sample: { kind: "participation" }, matches: (node) => node.kind === "panel" || node.kind === "participation" },
  { text: "question", sample: { kind: "question" }, label: "Q9", matches: (node) => node.kind === "question" },
  { text: "cited", sample: { kind: "article", cited: true }, label: "24", matches: (node) => isCitable(node) && node.cited },
  { text: "not cited", sample: { kind: "article" }, label: "24", matches: (node) => isCitable(node) && !node.cited && !node.unverified },
  { text: "unverified", sample: { kind: "article", unverified: true }, label: "24", matches: (node) => isCitable(node) && !node.cited && node.unverified },
  { text: "subtheme", sample: { kind: "theme" }, matches: (node) => node.kind === "theme" && node.narrower },
  ...["supports:support", "concerned:concern", "proposes:proposal", "opposes:opposition", "neutral:no stance", "mixed:differing"].map((pair) => {
    const [stance, text] = pair.split(":");
    return { text, sample: { kind: "statement", stance }, matches: (node) => (node.kind === "statement" || node.kind === "position") && node.stance === stance };
  }),
];

function paint(canvas, sign) {
  const density = window.devicePixelRatio || 1;
  const width = sign.label ? Math.max(19, 9 + sign.label.length * 6.5) : 13;
  canvas.width = width * density;
  canvas.height = 20 * density;
  canvas.style.width = `${width}px`;
  canvas.style.height = "20px";
  const context = canvas.getContext("2d");
  context.scale(density, density);
  const place = { x: width / 2, y: 10, width: width - 2, height: 18, lines: sign.label ? [sign.label] : [] };
  drawThing(context, sign.sample, place, null, readPalette());
}

export function openLegend(holder, nodes, onToggle) {
  const painted = [];
  for (const sign of SIGNS.filter(({ matches }) => nodes.some(matches))) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    button.append(canvas, sign.text);
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") === "false";
      button.setAttribute("aria-pressed", String(shown));
      onToggle(sign.matches, !shown);
    });
    holder.append(button);
    painted.push([canvas, sign]);
  }
  const repaint = () => painted.forEach(([canvas, sign]) => paint(canvas, sign));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  repaint();
}

// A picture of one network: boxes at the places that were computed for them, lines that say what they mean, nothing that moves by itself.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";

const at = (id) => document.getElementById(id);
const FONT = 13;
const LINE = 16;
const PAD = 9;
const STEP = 80;
const MARGIN = 12;
const SMALLEST = 0.75;
const LARGEST = 1.05;
const DASHES = { attacks: [9, 5], qualifies: [2, 4] };
const WORDS = { supports: "supports", attacks: "attacks", qualifies: "qualifies" };

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "line", "chip", "item", "edge", "ring", "font"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function drawBox(context, node, emphasis, palette) {
  const lines = node.label.split("\n");
  const height = lines.length * LINE + PAD;
  const { x, y, width } = node;
  context.save();
  context.globalAlpha = emphasis === "far" ? 0.35 : 1;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 6);
  context.fillStyle = node.strong ? palette.item : palette.chip;
  context.fill();
  context.strokeStyle = emphasis === "chosen" ? palette.ring : emphasis === "near" ? palette.ink : palette.line;
  context.lineWidth = emphasis === "chosen" ? 3 : 1.2;
  context.stroke();
  context.fillStyle = palette.ink;
  context.font = `${node.strong ? 600 : 400} ${FONT}px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  lines.forEach((line, place) => context.fillText(line, x, y + (place - (lines.length - 1) / 2) * LINE, width - PAD));
  context.restore();
}

function sample(kind) {
  const names = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(names, "svg");
  const line = document.createElementNS(names, "line");
  const look = { x1: 0, y1: 6, x2: 40, y2: 6, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": (DASHES[kind] ?? []).join(" ") };
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, value);
  drawing.setAttribute("viewBox", "0 0 40 12");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(line);
  return drawing;
}

function explain(edges) {
  const kinds = [...new Set(edges.map(({ kind }) => kind))].filter((kind) => WORDS[kind]);
  const entries = kinds.map((kind) => [sample(kind), WORDS[kind]]);
  const widths = new Set(edges.map(({ thickness }) => thickness));
  if (widths.size > 1) entries.push([sample(""), "thicker: more statements"]);
  at("legend").replaceChildren(...entries.map(toItem));
}

function toItem(parts) {
  const item = document.createElement("li");
  item.append(...parts);
  return item;
}

function start() {
  document.documentElement.classList.add("js");
  const data = JSON.parse(at("picture-data").textContent);
  const kinds = [...new Set(data.nodes.map(({ kind }) => kind))].sort();
  const byName = new Map(data.nodes.map((node) => [node.id, { ...node, strong: kinds.length > 1 && node.kind !== "position" }]));
  const near = new Map(data.nodes.map(({ id }) => [id, new Set()]));
  for (const { from, to } of data.edges) {
    near.get(from).add(to);
    near.get(to).add(from);
  }
  let palette = readPalette();
  let chosen = null;
  const emphasis = (id) => (chosen === null ? null : id === chosen ? "chosen" : near.get(chosen).has(id) ? "near" : "far");
  const renderer = ({ ctx, id }) => {
    const node = byName.get(id);
    return { drawNode: () => drawBox(ctx, node, emphasis(id), palette), nodeDimensions: { width: node.width, height: node.label.split("\n").length * LINE + PAD } };
  };
  const nodes = new DataSet(data.nodes.map(({ id, x, y, width }) => ({ id, x, y, size: width / 2, shape: "custom", ctxRenderer: renderer })));
  const edges = new DataSet(data.edges.map(lookOf));
  const network = new Network(at("picture"), { nodes, edges }, { ...JSON.parse(data.options), autoResize: true });

  function lookOf({ id, from, to, kind, thickness, pointed }) {
    const touched = chosen !== null && (from === chosen || to === chosen);
    const color = { color: palette.edge, highlight: palette.edge, hover: palette.edge, opacity: chosen === null ? 0.55 : touched ? 0.95 : 0.1 };
    return { id, from, to, color, width: 1.6 + 5 * thickness, dashes: DASHES[kind] ?? false, arrows: { to: { enabled: pointed, scaleFactor: 0.6 } } };
  }
  function choose(id) {
    chosen = id;
    edges.update(data.edges.map(lookOf));
    network.redraw();
  }
  const [width, height] = data.extent;
  // The whole width is shown, or as much of it as can be read; the rest is scrolled to.
  function showWhole() {
    const room = at("room").clientWidth;
    const scale = Math.min(LARGEST, Math.max(SMALLEST, (room - 2 * MARGIN) / width));
    at("picture").style.width = `${Math.max(room, Math.ceil(width * scale) + 2 * MARGIN)}px`;
    at("picture").style.height = `${Math.ceil(height * scale) + 2 * MARGIN}px`;
    network.redraw();
    network.moveTo({ position: { x: width / 2, y: height / 2 }, scale });
  }
  const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
  const move = (across, down) => {
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + across / network.getScale(), y: y + down / network.getScale() } });
  };
  const keys = { ArrowLeft: () => move(-STEP, 0), ArrowRight: () => move(STEP, 0), ArrowUp: () => move(0, -STEP), ArrowDown: () => move(0, STEP), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: showWhole, Escape: () => choose(null) };
  at("picture").addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  at("closer").addEventListener("click", () => zoom(1.25));
  at("farther").addEventListener("click", () => zoom(0.8));
  at("whole").addEventListener("click", showWhole);
  window.addEventListener("resize", showWhole);
  network.on("click", ({ nodes: hit }) => choose(hit[0] ?? null));
  const told = new Map([...data.nodes, ...data.edges].map(({ id, title }) => [id, title]));
  const tell = (id, { x, y }) => {
    const tip = at("tip");
    const box = at("picture").getBoundingClientRect();
    tip.textContent = told.get(id) ?? "";
    tip.hidden = !tip.textContent;
    tip.style.setProperty("left", `${Math.max(8, Math.min(box.left + x + 14, window.innerWidth - tip.offsetWidth - 8)) + window.scrollX}px`);
    tip.style.setProperty("top", `${box.top + y + 14 + window.scrollY}px`);
  };
  const hush = () => { at("tip").hidden = true; };
  network.on("hoverNode", ({ node, pointer }) => tell(node, pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => tell(edge, pointer.DOM));
  network.on("blurNode", hush);
  network.on("blurEdge", hush);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    palette = readPalette();
    choose(chosen);
  });
  explain(data.edges);
  showWhole();
  window.travauxPicture = { network, choose, chosen: () => chosen };
}

start();

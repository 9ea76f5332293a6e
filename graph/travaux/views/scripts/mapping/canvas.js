// The map on the screen: vis-network with everything at its place; it zooms, pans and drags, the marks are ours.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { drawAreas, drawLinks, drawOpenings, drawThing } from "./drawing.js";
import { paint } from "./painting.js";

const READABLE = 0.95; // a text of 13 stands 12 pixels high
const OPTIONS = {
  physics: false,
  layout: { randomSeed: 1 },
  interaction: { selectConnectedEdges: false, hideEdgesOnDrag: true, multiselect: false, keyboard: false, zoomSpeed: 0.6 },
  nodes: { shape: "custom", chosen: false },
  edges: { smooth: false, hidden: true, chosen: false },
};

export function openCanvas(holder, view, { onChoose, onEnter, onHover, onDrop }) {
  const nodes = new DataSet([]);
  const edges = new DataSet([]);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const network = new Network(holder, { nodes, edges }, OPTIONS);
  let hovered = null;
  let drawn = { areas: [], links: [], things: new Map() };

  const animation = () => (still.matches ? false : { duration: 220, easingFunction: "easeInOutQuad" });
  const renderer = ({ ctx, id, x, y }) => ({
    drawNode() {
      const place = view.places.get(id);
      if (!place || !drawn.things.has(id)) return;
      const marks = drawn.things.get(id);
      ctx.save();
      ctx.translate(x - place.x, y - place.y);
      paint(ctx, marks, { scale: network.getScale(), font: view.palette.font });
      ctx.restore();
    },
    nodeDimensions: { width: view.places.get(id)?.width ?? 1, height: view.places.get(id)?.height ?? 1 },
  });

  // Bring the screen up to what is shown; what stays is not touched.
  function show() {
    const wanted = new Map(view.shown.things.map(({ id }) => [id, view.places.get(id)]));
    nodes.remove(nodes.getIds().filter((id) => !wanted.has(id)));
    nodes.update([...wanted].map(([id, { x, y, height }]) => ({ id, x, y, size: height / 2, ctxRenderer: renderer })));
    const links = view.shown.edges.map((edge) => ({ id: `${edge.source} ${edge.kind} ${edge.target}`, from: edge.source, to: edge.target, kind: edge.kind }));
    const kept = new Set(links.map(({ id }) => id));
    edges.remove(edges.getIds().filter((id) => !kept.has(id)));
    edges.update(links);
    redraw();
  }
  function redraw() {
    drawn = drawAll(view, view.chosen ?? hovered);
    network.redraw();
  }
  network.on("beforeDrawing", (context) => {
    const how = { scale: network.getScale(), font: view.palette.font };
    paint(context, drawn.areas, how);
    paint(context, drawn.links.filter(({ label }) => !label), how);
  });
  network.on("afterDrawing", (context) => paint(context, drawn.links.filter(({ label }) => label), { scale: network.getScale(), font: view.palette.font }));

  // vis-network takes every thing of our own drawing for a square; the places know better.
  function thingAt({ x, y }) {
    const inside = ({ id }) => {
      const place = view.places.get(id);
      return Math.abs(x - place.x) <= place.width / 2 + 2 && Math.abs(y - place.y) <= place.height / 2 + 2;
    };
    return view.shown.things.findLast(inside)?.id ?? null;
  }
  network.on("click", ({ pointer }) => onChoose(thingAt(pointer.canvas)));
  network.on("doubleClick", ({ pointer }) => {
    const id = thingAt(pointer.canvas);
    if (id !== null) onEnter(id);
  });
  network.on("dragging", ({ nodes: [id], pointer }) => id && follow(id, pointer.canvas));
  network.on("dragEnd", ({ nodes: [id], pointer }) => id && onDrop(id, pointer.canvas));
  function follow(id, { x, y }) {
    view.places.set(id, { ...view.places.get(id), x, y });
    drawn = drawAll(view, view.chosen ?? hovered);
  }
  holder.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const box = holder.getBoundingClientRect();
    const id = event.buttons ? null : thingAt(network.DOMtoCanvas({ x: event.clientX - box.x, y: event.clientY - box.y }));
    if (id === hovered) return;
    hovered = id;
    holder.classList.toggle("pointing", id !== null);
    onHover(id, event);
    if (view.chosen === null) redraw();
  });
  holder.addEventListener("pointerleave", () => {
    hovered = null;
    onHover(null);
  });

  const bounds = (ids) => {
    const boxes = ids.map((id) => view.places.get(id)).filter(Boolean);
    return boxes.length ? { left: Math.min(...boxes.map((b) => b.x - b.width / 2)), right: Math.max(...boxes.map((b) => b.x + b.width / 2)), top: Math.min(...boxes.map((b) => b.y - b.height / 2)), bottom: Math.max(...boxes.map((b) => b.y + b.height / 2)) } : null;
  };
  const fitting = ({ left, right, top, bottom }) => Math.min(holder.clientWidth / (right - left + 70), holder.clientHeight / (bottom - top + 80));
  function showWhole() {
    const box = bounds(view.shown.things.map(({ id }) => id));
    if (box) network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: Math.min(1.2, Math.max(0.05, fitting(box))), animation: animation() });
  }
  // At the start texts can be read: as much as there is room for, from the middle, or from the first district.
  function showStart(at) {
    const box = bounds(view.shown.things.map(({ id }) => id));
    if (!box) return;
    const scale = Math.max(READABLE, Math.min(1.15, fitting(box)));
    const [width, height] = [holder.clientWidth / scale, holder.clientHeight / scale];
    const fits = fitting(box) >= READABLE;
    const centre = fits || at === null ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : view.places.get(at);
    const position = at !== null || fits ? centre : { x: width < box.right - box.left ? box.left - 24 + width / 2 : centre.x, y: height < box.bottom - box.top ? box.top - 24 + height / 2 : centre.y };
    network.moveTo({ position, scale });
  }
  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: animation() });
  }
  function pan(across, down) {
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + (across * 90) / network.getScale(), y: y + (down * 90) / network.getScale() } });
  }
  // No farther than needed for these things to be seen.
  function reveal(ids) {
    const box = bounds(ids);
    if (!box) return;
    const [scale, { x, y }] = [network.getScale(), network.getViewPosition()];
    const [halfWidth, halfHeight] = [holder.clientWidth / scale / 2 - 20, holder.clientHeight / scale / 2 - 20];
    const shift = (low, high, middle, half) => (high - low > 2 * half ? (low + high) / 2 - middle : Math.min(0, low - (middle - half)) + Math.max(0, high - (middle + half)));
    const [across, down] = [shift(box.left, box.right, x, halfWidth), shift(box.top, box.bottom, y, halfHeight)];
    if (across || down) network.moveTo({ position: { x: x + across, y: y + down }, animation: animation() });
  }
  return { network, show, redraw, showWhole, showStart, zoom, pan, reveal, thingAt, marks: () => drawAll(view, view.chosen) };
}

// All marks of a view, in the order in which they are painted.
function drawAll(view, focus) {
  const { places, palette, state } = view;
  const shown = new Set(view.shown.things.map(({ id }) => id));
  const near = new Set(view.shown.edges.flatMap(({ source, target }) => (source === view.chosen ? [target] : target === view.chosen ? [source] : [])));
  const emphasis = ({ id }) => ({
    chosen: id === view.chosen,
    far: view.chosen !== null && id !== view.chosen && !near.has(id) && view.found.size === 0,
    found: view.found.has(id),
    opened: state.open.includes(id) && !state.fold.has(id),
    pinned: state.pin.has(id),
  });
  return {
    areas: [...drawAreas(view.areas, shown, palette), ...drawOpenings(view.areas, places, shown, palette)],
    links: drawLinks(view.shown.edges, places, palette, focus),
    things: new Map(view.shown.things.map((thing) => [thing.id, drawThing(thing, places.get(thing.id), palette, emphasis(thing))])),
  };
}

// The map on the screen: vis-network with everything at its place; it zooms, pans and drags, the marks are ours.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { drawAreas, drawLinks, drawOpenings, drawThing } from "./drawing.js";
import { paint } from "./painting.js";

const READABLE = 0.86; // a text of 13 stands 11 pixels high
const [MARGIN, BESIDE, FARTHEST, DOUBLE] = [14, 110, 0.5, 400];
const OPTIONS = {
  physics: false,
  layout: { randomSeed: 1 },
  interaction: { selectConnectedEdges: false, hideEdgesOnDrag: true, multiselect: false, keyboard: false, zoomSpeed: 0.6 },
  nodes: { shape: "custom", chosen: false },
  edges: { smooth: false, hidden: true, chosen: false },
};

export function openCanvas(holder, view, { onChoose, onEnter, onHover, onDrop, onView }) {
  const nodes = new DataSet([]);
  const edges = new DataSet([]);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const network = new Network(holder, { nodes, edges }, OPTIONS);
  if (window.matchMedia("(pointer: coarse)").matches) network.setOptions({ interaction: { dragNodes: false } }); // a finger moves the map
  let hovered = null;
  let drawn = { areas: [], links: [], things: new Map() };

  const animation = () => (still.matches ? false : { duration: 220, easingFunction: "easeInOutQuad" });
  const renderer = ({ id }) => ({
    drawNode() {}, // things are painted with all else: vis-network leaves out what it takes to be out of sight
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
    drawn = drawAll(view, hovered);
    network.redraw();
  }
  network.on("beforeDrawing", (context) => {
    const how = { scale: network.getScale(), font: view.palette.font };
    paint(context, drawn.areas, how);
    paint(context, drawn.links.filter(({ label }) => !label), how);
  });
  network.on("afterDrawing", (context) => {
    const how = { scale: network.getScale(), font: view.palette.font };
    for (const marks of drawn.things.values()) paint(context, marks, how);
    paint(context, drawn.links.filter(({ label }) => label), how);
  });

  // vis-network takes every thing of our own drawing for a square; the places know better.
  function thingAt({ x, y }) {
    const inside = ({ id }) => {
      const place = view.places.get(id);
      return Math.abs(x - place.x) <= place.width / 2 + 2 && Math.abs(y - place.y) <= place.height / 2 + 2;
    };
    return view.shown.things.findLast(inside)?.id ?? null;
  }
  let entered = 0;
  network.on("click", ({ pointer, event }) => {
    if (event.timeStamp - entered > DOUBLE) onChoose(thingAt(pointer.canvas)); // a double click is a click too
  });
  network.on("doubleClick", ({ pointer, event }) => {
    const id = thingAt(pointer.canvas);
    entered = event.timeStamp;
    hovered = null; // the picture may move away from under the pointer
    if (id !== null) onEnter(id);
  });
  network.on("dragging", ({ nodes: [id], pointer }) => id && follow(id, pointer.canvas));
  network.on("dragEnd", ({ nodes: [id], pointer }) => id && onDrop(id, pointer.canvas));
  function follow(id, { x, y }) {
    view.places.set(id, { ...view.places.get(id), x, y });
    drawn = drawAll(view, hovered);
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

  // What is shown of some things, with the fields that they stand in.
  function bounds(ids, { alone = false } = {}) {
    const wanted = new Set(ids);
    const fields = alone ? [] : view.areas.filter(({ members, of }) => wanted.has(of) || members.some((id) => wanted.has(id)));
    const boxes = [...ids.map((id) => view.places.get(id)).filter(Boolean).map((b) => ({ left: b.x - b.width / 2, right: b.x + b.width / 2, top: b.y - b.height / 2, bottom: b.y + b.height / 2 })), ...fields];
    return boxes.length ? { left: Math.min(...boxes.map((b) => b.left)), right: Math.max(...boxes.map((b) => b.right)), top: Math.min(...boxes.map((b) => b.top)), bottom: Math.max(...boxes.map((b) => b.bottom)) } : null;
  }
  const fitting = ({ left, right, top, bottom }) => Math.min(holder.clientWidth / (right - left + 2 * MARGIN), holder.clientHeight / (bottom - top + 2 * MARGIN));
  function showWhole() {
    const box = bounds(view.shown.things.map(({ id }) => id));
    if (box) network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: Math.min(1.2, Math.max(0.05, fitting(box))), animation: animation() });
  }
  // At the start texts can be read: all there is if there is room for it, else as much as can be around the middle.
  function showStart(at) {
    const box = bounds(view.shown.things.map(({ id }) => id));
    if (!box) return;
    const scale = Math.max(READABLE, Math.min(1.15, fitting(box)));
    const middle = view.places.get(at) ?? { x: box.left, y: box.top };
    network.moveTo({ position: within(box, middle, scale), scale });
  }
  // Where to look from so that a spot is in the middle and no room is given away beyond the ends of a box.
  function within({ left, right, top, bottom }, { x, y }, scale) {
    const along = (low, high, spot, half) => (high - low <= 2 * half ? (low + high) / 2 : Math.min(Math.max(spot, low + half), high - half));
    return { x: along(left - MARGIN, right + MARGIN, x, holder.clientWidth / scale / 2), y: along(top - MARGIN, bottom + MARGIN, y, holder.clientHeight / scale / 2) };
  }
  // A thing and what was opened from it: gently to where both are seen, the thing in any case.
  function showOpened(id, members) {
    const own = view.places.get(id);
    const cluster = members.length ? bounds(members) : null;
    if (!own || !cluster) return;
    const both = { left: Math.min(cluster.left, own.x - own.width / 2), right: Math.max(cluster.right, own.x + own.width / 2), top: Math.min(cluster.top, own.y - own.height / 2), bottom: Math.max(cluster.bottom, own.y + own.height / 2) };
    const scale = Math.min(network.getScale(), Math.max(FARTHEST, fitting(both)));
    const half = [holder.clientWidth / scale / 2 - own.width / 2 - BESIDE, holder.clientHeight / scale / 2 - own.height / 2 - BESIDE];
    const near = (middle, spot, reach) => Math.min(Math.max(middle, spot - reach), spot + reach);
    const position = { x: near((both.left + both.right) / 2, own.x, half[0]), y: near((both.top + both.bottom) / 2, own.y, half[1]) };
    network.moveTo({ position, scale, animation: animation() });
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
    const box = bounds(ids, { alone: true });
    if (!box) return;
    const [scale, { x, y }] = [network.getScale(), network.getViewPosition()];
    const [halfWidth, halfHeight] = [holder.clientWidth / scale / 2 - 20, holder.clientHeight / scale / 2 - 20];
    const shift = (low, high, middle, half) => (high - low > 2 * half ? (low + high) / 2 - middle : Math.min(0, low - (middle - half)) + Math.max(0, high - (middle + half)));
    const [across, down] = [shift(box.left, box.right, x, halfWidth), shift(box.top, box.bottom, y, halfHeight)];
    if (across || down) network.moveTo({ position: { x: x + across, y: y + down }, animation: animation() });
  }
  // How many things lie beyond each edge.
  function beyond() {
    const scale = network.getScale();
    const { x, y } = network.getViewPosition();
    const [halfWidth, halfHeight] = [holder.clientWidth / scale / 2, holder.clientHeight / scale / 2];
    const found = { left: 0, right: 0, up: 0, down: 0 };
    for (const { id } of view.shown.things) {
      const [across, down] = [view.places.get(id).x - x, view.places.get(id).y - y];
      if (across < -halfWidth) found.left += 1;
      else if (across > halfWidth) found.right += 1;
      else if (down < -halfHeight) found.up += 1;
      else if (down > halfHeight) found.down += 1;
    }
    return found;
  }
  network.on("afterDrawing", () => onView(beyond()));
  function turn(across, down) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + (across * 0.7 * holder.clientWidth) / scale, y: y + (down * 0.7 * holder.clientHeight) / scale }, animation: animation() });
  }
  return { network, turn, showOpened, show, redraw, showWhole, showStart, zoom, pan, reveal, thingAt, marks: () => drawAll(view, null) };
}

// All marks of a view, in the order in which they are painted.
function drawAll(view, hovered) {
  const { places, palette, state } = view;
  const shown = new Set(view.shown.things.map(({ id }) => id));
  const near = new Set(view.shown.edges.flatMap(({ source, target }) => (source === view.chosen ? [target] : target === view.chosen ? [source] : [])));
  const emphasis = ({ id }) => ({
    chosen: id === view.chosen,
    far: view.chosen !== null && id !== view.chosen && !near.has(id) && view.found.size === 0,
    found: view.found.has(id),
    marked: state.mark.has(id),
    opened: state.open.includes(id) && !state.fold.has(id),
    pinned: state.pin.has(id),
  });
  return {
    areas: [...drawAreas(view.areas, shown, palette), ...drawOpenings(view.areas, places, shown, palette)],
    links: drawLinks(view.shown.edges, places, palette, { focus: view.chosen ?? hovered, firm: view.chosen !== null }),
    things: new Map(view.shown.things.map((thing) => [thing.id, drawThing(thing, places.get(thing.id), palette, emphasis(thing))])),
  };
}

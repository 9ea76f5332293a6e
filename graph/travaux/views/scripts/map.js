// The map: vis-network with everything at the place that was computed for it.

import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { drawAreas, drawThing, readPalette } from "./signs.js";

const PHONE = "(max-width: 760px)";

function toPlace([x, y, width, height, lines]) {
  return { x, y, width, height, lines };
}

export function openMap(holder, data, { onChoose, onHover, onEnter, panelTop }) {
  const narrow = window.matchMedia(PHONE);
  const state = { palette: readPalette(), layout: null, places: {}, chosen: null, near: new Set(), hovered: null, hidden: new Set() };
  const byName = new Map(data.nodes.map((node) => [node.id, node]));
  const links = new Map();
  for (const edge of data.edges) {
    for (const [own, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
      if (!links.has(own)) links.set(own, []);
      links.get(own).push({ edge, other });
    }
  }
  const emphasis = (name) => (!state.chosen ? null : name === state.chosen ? "chosen" : state.near.has(name) ? "near" : "far");
  const renderer = ({ ctx, id }) => {
    const place = state.places[id];
    return {
      drawNode: () => drawThing(ctx, byName.get(id), place, emphasis(id), state.palette, state.hovered === id),
      nodeDimensions: { width: place.width, height: place.height },
    };
  };
  // What has no place on the map, as what became of requests, is in the list and lights up what it is about.
  const hasPlace = (name) => Object.hasOwn(data.layouts.wide.places, name);
  const placed = data.nodes.filter(({ id }) => hasPlace(id));
  const drawn = data.edges.filter(({ from, to }) => hasPlace(from) && hasPlace(to));
  const nodes = new DataSet(placed.map(({ id, kind, x, y }) => ({ id, kind, x, y, shape: "custom", ctxRenderer: renderer })));
  const edges = new DataSet(drawn.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, kind: edge.kind, dashes: edge.dashes === true, hidden: true })));
  useLayout();
  const network = new Network(holder, { nodes, edges }, { ...data.options, interaction: interaction(), autoResize: true });

  function interaction() {
    return { ...data.options.interaction, dragView: !narrow.matches, zoomView: !narrow.matches };
  }
  function useLayout() {
    state.layout = data.layouts[narrow.matches ? "tall" : "wide"];
    state.places = Object.fromEntries(Object.entries(state.layout.places).map(([name, place]) => [name, toPlace(place)]));
    nodes.update(Object.entries(state.places).map(([id, place]) => ({ id, x: place.x, y: place.y, size: place.height / 2 })));
    holder.style.height = narrow.matches ? `${Math.ceil((state.layout.height * holder.clientWidth) / state.layout.width)}px` : "";
  }
  function wholeScale() {
    const { width, height } = state.layout;
    return narrow.matches ? holder.clientWidth / width : Math.min(holder.clientWidth / width, holder.clientHeight / height, 2);
  }
  const isShown = () => holder.clientWidth > 0 && holder.clientHeight > 0; // beside the list the map has no size
  function showWhole(animated) {
    if (!isShown()) return;
    const { width, height } = state.layout; // what is lower than its room stands at the top of it
    network.moveTo({ position: { x: width / 2, y: Math.max(height / 2, holder.clientHeight / wholeScale() / 2) }, scale: wholeScale(), animation: animated ? { duration: 250 } : false });
  }
  function paintEdges() {
    const { palette } = state;
    edges.update(
      drawn.map((edge) => {
        const focus = state.chosen ?? state.hovered;
        const theme = edge.kind === "theme" || (edge.kind === "statement-theme" && edge.to === focus); // many, and across the whole map: lightly
        const touched = edge.around && focus !== null && (edge.from === focus || (edge.to === focus && edge.kind !== "theme"));
        const shown = touched || (state.chosen === null && edge.at_rest);
        const away = state.hidden.has(edge.from) || state.hidden.has(edge.to);
        const color = { color: palette.edge, highlight: palette.edge, hover: palette.edge, opacity: touched && !theme ? 0.85 : 0.3 };
        return { id: edge.id, hidden: !shown || away, width: touched && !theme ? 1.6 : 1, color, arrows: { to: { enabled: touched } } };
      }),
    );
  }
  function choose(name) {
    state.chosen = name;
    state.near = new Set((links.get(name) ?? []).map(({ other }) => other));
    paintEdges();
    network.redraw();
  }
  function hide(matches, hidden) {
    for (const node of data.nodes) if (matches(node)) state.hidden[hidden ? "add" : "delete"](node.id);
    nodes.update(placed.filter(matches).map((node) => ({ id: node.id, hidden })));
    paintEdges();
  }
  function zoom(factor) {
    if (!isShown()) return;
    const scale = Math.min(5, Math.max(wholeScale() * 0.7, network.getScale() * factor));
    network.moveTo({ scale, animation: { duration: 120 } });
  }
  function pan(across, down) {
    const { x, y } = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: x + across * step, y: y + down * step } });
  }
  // vis-network takes every thing of our own drawing for a square; the places know better.
  function thingAt({ x, y }) {
    const inside = ([name, place]) =>
      !state.hidden.has(name) && Math.abs(x - place.x) <= place.width / 2 + 1.5 && Math.abs(y - place.y) <= place.height / 2 + 1.5;
    return Object.entries(state.places).find(inside)?.[0] ?? null;
  }
  function point(name, event) {
    if (name === state.hovered) return;
    state.hovered = name;
    holder.style.cursor = name === null ? "" : "pointer";
    onHover(name === null ? null : byName.get(name), event);
    if (state.chosen === null) paintEdges();
    network.redraw();
  }
  function ensureVisible(name) {
    const place = state.places[name];
    if (!place || !isShown()) return;
    const at = network.canvasToDOM(place);
    if (narrow.matches) {
      const sheet = Math.min(panelTop(), window.innerHeight);
      window.scrollBy({ top: holder.getBoundingClientRect().top + at.y - sheet / 2 });
      return;
    }
    const scale = network.getScale();
    const beyond = (where, size, room) => Math.min(0, where - size - 4) + Math.max(0, where + size + 4 - room); // no farther than needed
    const across = beyond(at.x, (place.width / 2) * scale, holder.clientWidth);
    const down = beyond(at.y, (place.height / 2) * scale, holder.clientHeight);
    if (!across && !down) return;
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + across / scale, y: y + down / scale }, animation: { duration: 250 } });
  }

  network.on("beforeDrawing", (context) => drawAreas(context, state.layout.areas, state.palette, state.chosen !== null));
  network.on("click", ({ pointer }) => onChoose(thingAt(pointer.canvas)));
  network.on("doubleClick", ({ pointer }) => thingAt(pointer.canvas) !== null && onEnter());
  holder.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const box = holder.getBoundingClientRect();
    point(event.buttons ? null : thingAt(network.DOMtoCanvas({ x: event.clientX - box.x, y: event.clientY - box.y })), event);
  });
  holder.addEventListener("pointerleave", () => point(null));
  network.on("resize", () => window.requestAnimationFrame(() => showWhole(false)));
  narrow.addEventListener("change", () => {
    useLayout();
    network.setOptions({ interaction: interaction() });
    showWhole(false);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    state.palette = readPalette();
    paintEdges();
  });
  paintEdges();
  showWhole(false);
  return { choose, hide, zoom, pan, showWhole, ensureVisible, byName, network, nodes, edges, state };
}

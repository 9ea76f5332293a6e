// The map: its state, and what changes it. `window.travauxMap` shows it to tests.

import { arrange } from "./arranging.js";
import { openCanvas } from "./canvas.js";
import { download, pngOf, svgOf, toSheet } from "./exporting.js";
import { startKeys } from "./keys.js";
import { choicesOf, showLegend } from "./legend.js";
import { isShown, merge, toOpen, visible, wordsOf } from "./model.js";
import { nounsOf, showPanel } from "./panel.js";
import { readPalette } from "./palette.js";
import { readState, writeState } from "./state.js";
import { openTable } from "./table.js";
import { nounOf, sayPrevalence, sayStances, titleOf } from "./words.js";

const DEEPER = [0, 12, 36]; // things that a map of depth 1, 2 or 3 opens by itself
const NARROW = 640;
const WAYS = { left: "←", right: "→", up: "↑", down: "↓" };

export function startMap(root, source) {
  const at = (name) => root.querySelector(`[data-map="${name}"]`);
  const holder = at("canvas");
  const state = readState(source.read());
  const view = { state, model: merge([]), places: new Map(), areas: [], shown: { things: [], edges: [] }, chosen: null, cursor: null, found: new Set(), palette: readPalette(root) };
  const table = openTable(at("table"), at("filter"), at("rows"));
  const canvas = openCanvas(holder, view, { onChoose: (id) => choose(id), onEnter: enter, onHover: hover, onDrop: pin, onView: tellBeyond });
  const shape = holder.clientWidth < NARROW ? "tall" : "wide";
  const isOpen = (id) => (id === state.at || state.open.includes(id)) && !state.fold.has(id);
  let gathered = [];
  for (const one of document.querySelectorAll("[data-remark]")) one.hidden = one.dataset.remark !== (state.at === null ? "overview" : "around");
  for (const one of document.querySelectorAll("[data-depth]")) one.hidden = Number(one.dataset.depth) !== state.depth;

  // Ask for everything that the address opens, in its order.
  async function gather() {
    const first = await source.neighbours(state.at, state.filters);
    const openings = [{ id: state.at, neighbourhood: first }];
    const known = new Set([state.at]);
    let level = state.depth > 1 ? toOpen(first) : [];
    let left = DEEPER[state.depth - 1];
    for (let depth = 1; depth < state.depth && left > 0; depth += 1) {
      const wanted = [...new Set(level)].filter((id) => !known.has(id)).slice(0, left);
      const found = await Promise.all(wanted.map((id) => load(id)));
      level = found.flatMap(({ neighbourhood }) => toOpen(neighbourhood));
      for (const one of found) if (!known.has(one.id)) openings.push(one);
      wanted.forEach((id) => known.add(id));
      left -= wanted.length;
    }
    const opened = await Promise.all(state.open.filter((id) => !known.has(id)).map((id) => load(id).catch(() => null)));
    return [...openings, ...opened.filter(Boolean)];
  }
  const load = async (id) => ({ id, neighbourhood: await source.neighbours(id, state.filters) });

  function settle() {
    view.model = merge(gathered);
    const { places, areas } = arrange(view.model.openings, shape);
    view.places = places;
    view.areas = areas;
    for (const [id, spot] of state.pin) if (places.has(id)) places.set(id, { ...places.get(id), ...spot });
    refresh();
  }
  function refresh() {
    view.shown = visible(view.model, state);
    if (view.chosen !== null && !view.shown.things.some(({ id }) => id === view.chosen)) view.chosen = null;
    at("tip").hidden = true;
    search();
    canvas.show();
    table(view.shown, state.mark);
    showLegend(at("legend"), view.model, state, (name, values) => {
      state[name] = values;
      refresh();
    });
    showPanel(at("panel"), view, actions);
    tellState();
    source.write(writeState(state));
  }
  function tellState() {
    const hidden = [...view.model.within].filter((id) => !isShown(view.model.things.get(id), view.model, state)).length;
    at("unhide").hidden = !hidden;
    at("unhide").textContent = `Show ${hidden} hidden`;
    at("count").textContent = `${view.shown.things.length} things, ${view.shown.edges.length} links`;
    const further = (view.model.further.get(state.at) ?? []).filter(({ kind }) => kind === "position");
    at("further").replaceChildren(...further.map(({ kind, number }) => {
      const link = document.createElement("a");
      link.href = `/${state.at}`;
      link.textContent = `+ ${number.toLocaleString("en")} ${nounsOf(kind, number)}`;
      return link;
    }));
  }

  // How many things lie beyond each edge; pressing goes there.
  function tellBeyond(found) {
    for (const [way, sign] of Object.entries(WAYS)) {
      const button = root.querySelector(`[data-beyond="${way}"]`);
      const words = `${sign} ${found[way]} more`;
      if (button.textContent !== words) button.textContent = words;
      if (button.hidden !== !found[way]) button.hidden = !found[way];
    }
  }
  function choose(id, { reveal = false } = {}) {
    view.chosen = id;
    view.cursor = id ?? view.cursor;
    at("tip").hidden = true;
    showPanel(at("panel"), view, actions);
    canvas.redraw();
    if (id === null) return;
    if (reveal) canvas.reveal([id]);
    say(view.model.things.get(id));
  }
  function say(thing, more = "") {
    const told = [nounOf(thing.kind), sayStances(thing.stances.map(([stance]) => stance)), sayPrevalence(thing.prevalence)];
    at("said").textContent = `${thing.label}. ${told.filter(Boolean).join(", ")}. ${isOpen(thing.id) ? "Expanded." : ""} ${more}`;
  }
  async function enter(id) {
    if (isOpen(id)) return fold(id);
    choose(null);
    view.cursor = id;
    state.fold.delete(id);
    if (id !== state.at && !state.open.includes(id)) {
      try {
        gathered = [...gathered, await load(id)];
      } catch (error) {
        at("said").textContent = `It cannot be expanded: ${error.message}`;
        return undefined;
      }
      state.open.push(id);
    }
    settle();
    const shown = new Set(view.shown.things.map((one) => one.id));
    const members = (view.areas.find(({ of }) => of === id)?.members ?? []).filter((one) => shown.has(one));
    if (members.length) canvas.showOpened(id, members);
    say(view.model.things.get(id), members.length ? "" : "Everything around it is on the map already.");
    return undefined;
  }
  function fold(id) {
    state.fold.add(id);
    refresh();
  }
  function hide(id) {
    state.hide.add(id);
    view.chosen = null;
    refresh();
    holder.focus();
  }
  function unhide() {
    for (const name of ["hide", "fold", "stance", "kind", "link"]) state[name].clear();
    refresh();
  }
  function pin(id, { x, y }) {
    state.pin.set(id, { x: Math.round(x), y: Math.round(y) });
    view.places.set(id, { ...view.places.get(id), ...state.pin.get(id) });
    refresh();
  }
  function unpin(id) {
    state.pin.delete(id);
    settle();
  }
  // Back by one step: what is chosen, then what was opened last.
  function back() {
    if (view.chosen !== null) choose(null);
    else if (state.open.length) {
      const last = state.open.pop();
      state.fold.delete(last);
      view.cursor = last;
      gathered = gathered.filter(({ id }) => id !== last);
      settle();
    }
  }
  function reset() {
    state.open = [];
    for (const name of ["hide", "fold", "stance", "kind", "link", "pin"]) state[name].clear();
    state.find = at("find").value = "";
    view.chosen = null;
    gathered = gathered.slice(0, 1);
    state.depth = 1;
    settle();
    canvas.showStart(state.at);
  }
  function search() {
    const words = state.find.toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length ? view.shown.things.filter((thing) => words.every((word) => wordsOf(thing).includes(word))) : [];
    view.found = new Set(found.map(({ id }) => id));
    at("found").textContent = words.length ? (found.length ? `${found.length} found` : "Nothing found on the map") : "";
  }
  function nextFound() {
    const ids = [...view.found];
    if (ids.length) choose(ids[(ids.indexOf(view.chosen) + 1) % ids.length], { reveal: true });
  }
  function hover(id, event) {
    const tip = at("tip");
    tip.hidden = id === null;
    if (id === null) return;
    const thing = view.model.things.get(id);
    tip.textContent = [`${titleOf(thing)}${thing.text ? `: “${thing.text}”` : ""}`, sayStances(thing.stances.map(([stance]) => stance)), sayPrevalence(thing.prevalence)].filter(Boolean).join(" · ");
    const box = root.querySelector(".map-stage").getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(event.clientX - box.x + 14, box.width - 330))}px`;
    tip.style.top = `${event.clientY - box.y + 16}px`;
  }
  function sheet() {
    const middle = view.model.things.get(state.at);
    const title = middle ? titleOf(middle) : "Themes";
    const { stance, link } = choicesOf(view.model);
    const shown = new Set(view.shown.edges.map(({ kind }) => kind));
    const told = [source.title, state.filters.map(([name, value]) => `${name}: ${value}`).join(", "), "statements on file", "Travaux"];
    return toSheet(canvas.marks(), { palette: view.palette, title: `Around: ${title}`, source: told.filter(Boolean).join(" · "), stances: stance, kinds: link.filter((kind) => shown.has(kind)) });
  }
  const fileName = (ending) => `map-${(state.at ?? "themes").replace(/[^\p{L}\p{N}]+/gu, "-")}.${ending}`;
  async function exportPng() {
    const blob = await pngOf(sheet());
    if (blob) download(blob, fileName("png"));
  }
  const exportSvg = () => download(svgOf(sheet()), fileName("svg"));

  const actions = {
    choose, enter, hide, unhide, unpin, back, reset, nextFound, isOpen, exportPng, exportSvg,
    pinHere: (id) => (state.pin.has(id) ? unpin(id) : pin(id, view.places.get(id))),
    zoom: canvas.zoom,
    zoomIn: () => canvas.zoom(1.25),
    zoomOut: () => canvas.zoom(0.8),
    pan: canvas.pan,
    whole: canvas.showWhole,
    move: () => {
      const moving = holder.classList.toggle("moving");
      root.querySelector('[data-do="move"]').setAttribute("aria-pressed", String(moving));
    },
  };
  const SIDES = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
  for (const button of root.querySelectorAll("[data-beyond]")) button.addEventListener("click", () => canvas.turn(...SIDES[button.dataset.beyond]));
  root.querySelector(".map-stage").addEventListener("keydown", (event) => {
    if (event.key === "Escape") back();
  });
  for (const button of root.querySelectorAll("button[data-do]")) button.addEventListener("click", () => actions[button.dataset.do]());
  const find = at("find");
  find.value = state.find;
  find.addEventListener("input", () => {
    state.find = find.value;
    search();
    canvas.redraw();
    source.write(writeState(state));
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    nextFound();
  });
  const repaint = () => {
    view.palette = readPalette(root);
    canvas.redraw();
  };
  document.addEventListener("travaux:theme", repaint);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  startKeys(holder, view, actions);

  const ready = gather().then(
    (openings) => {
      gathered = openings;
      settle();
      canvas.showStart(state.at);
      if (state.mark.size) canvas.reveal([...state.mark].filter((id) => view.shown.things.some((one) => one.id === id)).slice(0, 1));
      if (state.find) nextFound();
      root.dataset.ready = "true";
    },
    (error) => {
      at("said").textContent = `The map cannot be drawn: ${error.message}. The table below shows what stands around.`;
    },
  );
  window.travauxMap = { network: canvas.network, view, state, actions, ready, sheet, svg: async () => svgOf(sheet()).text(), marks: canvas.marks };
  return window.travauxMap;
}

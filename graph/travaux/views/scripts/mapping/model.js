// What is on the map and what of it is shown: merged from all that was opened. The drawing and the table show the same.

import { groupOf, MEANINGS, nounOf, sayPrevalence, sayStances } from "./words.js";

const MOST_THINGS = 1500;
const OPENED_AT_ONCE = 12;

export const keyOf = ({ source, kind, target }) => `${source} ${kind} ${target}`;

// Which neighbours a deeper map opens by itself.
export const toOpen = ({ centre, things }) => things.filter(({ id, within }) => within && id !== centre).slice(0, OPENED_AT_ONCE).map(({ id }) => id);

export function merge(openings) {
  const model = { openings: [], things: new Map(), edges: new Map(), within: new Set(), openedBy: new Map(), further: new Map() };
  for (const opening of openings) {
    const { id, neighbourhood } = opening;
    const fresh = neighbourhood.things.filter((thing) => !model.things.has(thing.id));
    if (model.things.size + fresh.length > MOST_THINGS) break;
    model.openings.push(opening);
    for (const thing of neighbourhood.things) {
      const known = model.things.get(thing.id);
      if (!known || (thing.id === id && !known.full)) model.things.set(thing.id, { ...thing, home: known?.home ?? thing.home, full: thing.id === id });
      if (thing.within) model.within.add(thing.id);
      if (!model.openedBy.has(thing.id)) model.openedBy.set(thing.id, new Set());
      if (thing.id !== id) model.openedBy.get(thing.id).add(id);
    }
    for (const edge of neighbourhood.edges) if (edge.within) model.edges.set(keyOf(edge), edge);
    model.further.set(id, neighbourhood.further);
  }
  return model;
}

function isFolded(thing, model, state) {
  if (thing.id === state.at) return false;
  if (thing.home && state.fold.has(thing.home) && state.at === null) return true;
  const by = [...(model.openedBy.get(thing.id) ?? [])];
  return by.length > 0 && by.every((id) => id !== null && state.fold.has(id));
}

export function isShown(thing, model, state) {
  if (state.hide.has(thing.id) || !model.within.has(thing.id) || isFolded(thing, model, state)) return false;
  if (thing.id === state.at) return true;
  if (state.kind.size && !state.kind.has(groupOf(thing.kind))) return false;
  const takesStance = thing.kind === "position" || thing.kind === "statement";
  return !(state.stance.size && takesStance) || thing.stances.some(([stance]) => state.stance.has(stance));
}

// The things and links that are shown, in the order in which they came.
export function visible(model, state) {
  const things = [...model.things.values()].filter((thing) => isShown(thing, model, state));
  const shown = new Set(things.map(({ id }) => id));
  const edges = [...model.edges.values()].filter(
    ({ source, target, kind }) => shown.has(source) && shown.has(target) && (!state.link.size || state.link.has(kind)),
  );
  return { things, edges };
}

// The same as rows of a table: a row for each link, and one for each thing without any.
export function toRows({ things, edges }) {
  const named = new Map(things.map((thing) => [thing.id, thing]));
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return [
    ...edges.map((edge) => ({
      thing: named.get(edge.source),
      relation: MEANINGS[edge.kind] ?? edge.kind,
      other: named.get(edge.target),
      stance: sayStances(edge.stances),
      prevalence: sayPrevalence(edge.prevalence),
      where: edge.where.join("; "),
    })),
    ...things.filter(({ id }) => !linked.has(id)).map((thing) => ({ thing, relation: "", other: null, stance: sayStances(thing.stances.map(([stance]) => stance)), prevalence: sayPrevalence(thing.prevalence), where: "" })),
  ];
}

export const wordsOf = (thing) => `${thing.label} ${thing.text ?? ""} ${nounOf(thing.kind)}`.toLowerCase();

// The legend: every sign, kind and link on the map with its meaning; pressing one hides or shows what it stands for.

import { button, drawing, make } from "./building.js";
import { linkStyle, signPoints } from "./drawing.js";
import { groupOf, GROUPS, MEANINGS, STANCES } from "./words.js";

function signOf(stance) {
  const points = signPoints(stance, 6);
  const part = points ? ["polygon", { points: points.map(([x, y]) => `${x + 8},${y + 8}`).join(" ") }] : ["circle", { cx: 8, cy: 8, r: 5.4 }];
  const svg = drawing(16, 16, [part]);
  svg.classList.add("sign", stance);
  return svg;
}

function lineOf(kind) {
  const { dash, weight, arrow } = linkStyle(kind);
  const line = ["line", { x1: 0, y1: 6, x2: arrow ? 28 : 34, y2: 6, stroke: "currentColor", "stroke-width": weight, "stroke-dasharray": dash.join(" ") }];
  return drawing(36, 12, arrow ? [line, ["polygon", { points: "36,6 26,2 26,10", fill: "currentColor" }]] : [line]);
}

// What there is to choose from: all that is on the map, shown or not.
export function choicesOf(model) {
  const things = [...model.things.values()].filter(({ id }) => model.within.has(id));
  const kinds = new Set(things.map(({ kind }) => groupOf(kind)));
  const stances = new Set(things.flatMap((thing) => thing.stances.map(([stance]) => stance)));
  const links = new Set([...model.edges.values()].map(({ kind }) => kind));
  return {
    stance: Object.keys(STANCES).filter((one) => stances.has(one)),
    kind: Object.keys(GROUPS).filter((one) => kinds.has(one)),
    link: Object.keys(MEANINGS).filter((one) => links.has(one)),
  };
}

const HEADS = { stance: "Stance", kind: "Things", link: "Links" };

export function showLegend(holder, model, state, onChange) {
  const choices = choicesOf(model);
  const focused = document.activeElement?.dataset?.legend;
  holder.replaceChildren(
    ...Object.entries(choices).filter(([, values]) => values.length).map(([name, values]) => {
      const rows = values.map((value) => {
        const shown = !state[name].size || state[name].has(value);
        const picture = name === "stance" ? signOf(value) : name === "link" ? lineOf(value) : null;
        const words = { stance: STANCES, kind: GROUPS, link: MEANINGS }[name][value];
        const row = button("", () => onChange(name, toggled(values, state[name], value)), { "aria-pressed": String(shown), "data-legend": `${name}-${value}`, class: "legend-row" });
        row.append(...[picture, words].filter(Boolean));
        return row;
      });
      return make("div", { role: "group", "aria-label": HEADS[name], class: "legend-part" }, make("span", { class: "legend-head" }, HEADS[name]), ...rows);
    }),
  );
  if (state.at === null) holder.append(make("p", { class: "legend-note" }, make("span", { class: "chip-number" }, "6"), "a number: the article of that number, on which the reports hold no statement; point at it for its title"));
  if (focused) holder.querySelector(`[data-legend="${focused}"]`)?.focus();
}

// All are shown while none is named; when all are named, none needs to be.
function toggled(values, chosen, value) {
  const now = new Set(chosen.size ? chosen : values);
  if (now.has(value)) now.delete(value);
  else now.add(value);
  return now.size === 0 || values.every((one) => now.has(one)) ? new Set() : now;
}

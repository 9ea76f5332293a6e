// The colours of the page, as it is now: dark or light.

const NAMES = ["paper", "ground", "card", "ink", "quiet", "line", "strong", "on-strong", "mark", "ring", "neutral", "supports", "concerned", "proposes", "opposes"];
const GROUNDS = ["supports", "concerned", "proposes", "opposes", "neutral"].map((name) => `${name}-ground`);

// A property may hold a rule such as light-dark(); as a colour of an element it is one colour.
export function readPalette(holder) {
  const probe = document.createElement("span");
  probe.hidden = true;
  holder.append(probe);
  const palette = {};
  for (const name of [...NAMES, ...GROUNDS]) {
    probe.style.color = `var(--${name})`;
    palette[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  palette.font = getComputedStyle(holder).fontFamily;
  return palette;
}

// How each thing is drawn: a chip with its short text, or a sign.

const SIZE = 12.5;
const STANCES = ["supports", "concerned", "proposes", "opposes"];

export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "district", "lane", "ink", "quiet", "line", "chip", "item", "strong", "on-strong", "mark", "edge", "ring", "neutral", ...STANCES];
  const palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  palette.font = style.getPropertyValue("--font").trim();
  return palette;
}

// What each kind looks like: its ground, its border, its text.
function lookOf(node, palette) {
  const plain = { ground: palette.chip, border: palette.line, text: palette.ink, weight: 400, radius: 4 };
  switch (node.kind) {
    case "article":
    case "preambular-paragraph":
      if (node.cited) return { ...plain, ground: palette.strong, border: palette.strong, text: palette["on-strong"], weight: 650 };
      return { ...plain, text: node.unverified ? palette.quiet : palette.ink, dashed: node.unverified };
    case "agenda-item":
      return { ...plain, ground: palette.item, border: palette.item, weight: 650 };
    case "question":
      return { ...plain, radius: 10 };
    case "panel":
      return { ...plain, ground: palette.lane, radius: 4 };
    case "document":
      return { ...plain, border: palette.quiet, weight: 650 };
    case "chapter":
    case "consultation":
    case "instrument":
      return { ground: null, border: null, text: palette.ink, weight: node.kind === "chapter" ? 500 : 650, radius: 4, left: true };
    case "theme":
      return { ground: null, border: null, text: palette.ink, weight: 400, radius: 4, right: true };
    default:
      return plain;
  }
}

// What is not chosen steps back as an outline whose text can still be read on paper of any shade.
function fade(look, palette) {
  if (look.ground === null) return { ...look, text: palette.quiet };
  return { ...look, ground: palette.chip, border: palette.line, text: palette.quiet };
}

function fitted(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let shorter = text;
  while (shorter.length > 1 && context.measureText(`${shorter}…`).width > width) shorter = shorter.slice(0, -1);
  return `${shorter}…`;
}

function writeLines(context, lines, { x, y, width, left, right }) {
  const lineHeight = 15;
  const space = lines.length * lineHeight;
  context.textBaseline = "middle";
  context.textAlign = left ? "left" : right ? "right" : "center";
  lines.forEach((line, place) => {
    const across = left ? x - width / 2 : right ? x + width / 2 : x;
    context.fillText(fitted(context, line, width + (left ? 0 : right ? 4 : -2)), across, y - space / 2 + (place + 0.5) * lineHeight + 0.5);
  });
}

function drawSign(context, node, x, y, palette) {
  context.fillStyle = palette[node.stance] ?? (node.kind === "participation" ? palette.quiet : palette.neutral);
  context.beginPath();
  const size = node.kind === "position" ? 7.5 : 5.5;
  if (node.kind === "participation") {
    context.arc(x, y - 4, 3, 0, 2 * Math.PI);
    context.moveTo(x + 5.2, y + 6);
    context.arc(x, y + 6, 5.2, 0, Math.PI, true);
  } else if (node.kind === "theme") {
    context.fillStyle = palette.quiet;
    context.arc(x, y, 3.6, 0, 2 * Math.PI);
  } else {
    tracePath(context, signPoints(node.stance, size), x, y, size);
  }
  if (node.stance === "mixed") {
    context.strokeStyle = palette.neutral;
    context.lineWidth = 1.8;
    context.stroke();
  } else context.fill();
}

function signPoints(stance, size) {
  if (stance === "concerned") return [[0, -size], [size, 0], [0, size], [-size, 0]];
  if (stance === "opposes") return [[-size, -size * 0.8], [size, -size * 0.8], [0, size]];
  if (stance === "proposes")
    return Array.from({ length: 10 }, (_, i) => {
      const reach = i % 2 ? size * 0.45 : size * 1.1;
      return [Math.sin((i * Math.PI) / 5) * reach, -Math.cos((i * Math.PI) / 5) * reach];
    });
  if (stance === "supports") return null;
  return [[-size, -size / 2.5], [size, -size / 2.5], [size, size / 2.5], [-size, size / 2.5]];
}

function tracePath(context, points, x, y, size) {
  if (!points) {
    context.arc(x, y, size * 0.9, 0, 2 * Math.PI);
    return;
  }
  points.forEach(([across, down], place) => context[place ? "lineTo" : "moveTo"](x + across, y + down));
  context.closePath();
}

// Draw a thing at its place; `emphasis` is "chosen", "near", "far" or nothing.
export function drawThing(context, node, place, emphasis, palette, hovered) {
  const { x, y, width, height, lines } = place;
  const look = emphasis === "far" ? fade(lookOf(node, palette), palette) : lookOf(node, palette);
  context.save();
  context.font = `${look.weight} ${SIZE}px ${palette.font}`;
  const heading = look.left;
  context.globalAlpha = emphasis === "far" && !lines.length ? 0.45 : 1; // chips stay opaque, so that lines pass behind their numbers
  const box = () => {
    context.beginPath();
    const pad = look.ground === null ? 3 : 0;
    const right = x + width / 2 + pad;
    const across = look.right ? context.measureText(lines[0]).width + pad * 2 : width + pad * 2;
    context.roundRect(right - across, y - height / 2, across, height, look.radius);
  };
  if (lines.length && (look.ground || hovered || emphasis === "chosen" || emphasis === "near")) {
    box();
    context.fillStyle = look.ground ?? (heading ? palette.district : palette.paper);
    context.fill();
  }
  if (look.border && lines.length) {
    box();
    context.setLineDash(look.dashed ? [2.5, 2] : []);
    context.strokeStyle = emphasis === "near" || hovered ? palette.ink : look.border;
    context.lineWidth = 1;
    context.stroke();
    context.setLineDash([]);
  }
  if (emphasis === "chosen" || (hovered && !lines.length)) {
    context.beginPath();
    context.roundRect(x - width / 2 - 2.5, y - height / 2 - 2.5, width + 5, height + 5, look.radius + 2.5);
    context.strokeStyle = palette.ring;
    context.lineWidth = emphasis === "chosen" ? 2.5 : 1;
    context.stroke();
  }
  if (lines.length) {
    context.fillStyle = look.text;
    writeLines(context, lines, { x, y, width, left: look.left, right: look.right });
  } else drawSign(context, node, x, y, palette);
  context.restore();
}

// Draw what lies behind the things: the rows of chapters, the lanes of stages, and captions.
export function drawAreas(context, areas, palette, faded) {
  for (const area of areas) {
    if (area.kind === "district") {
      context.beginPath();
      context.roundRect(area.x, area.y, area.width, area.height, 7);
      context.fillStyle = palette.district;
      context.fill();
    }
  }
  for (const area of areas) {
    if (area.kind === "lane") {
      context.fillStyle = palette.lane;
      context.globalAlpha = 0.75;
      context.fillRect(area.x, area.y, area.width, area.height);
      context.globalAlpha = 1;
    } else if (area.lines.length) {
      const absent = area.kind === "absent";
      context.font = `${absent ? 400 : 600} ${SIZE}px ${palette.font}`;
      context.fillStyle = absent ? palette.quiet : palette.ink;
      context.globalAlpha = faded && absent ? 0.7 : 1;
      writeLines(context, area.lines, { x: area.x + area.width / 2, y: area.y + area.height / 2, width: area.width, left: true });
      context.globalAlpha = 1;
    }
  }
}

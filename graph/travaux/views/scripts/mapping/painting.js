// Paints marks on a canvas; far away, what is minor is left out and what names a part grows.

import { cut, measure } from "./measuring.js";

const HIDE_BELOW = 0.55;

export function paint(context, marks, { scale = 1, font }) {
  for (const mark of marks) {
    context.save();
    context.globalAlpha = mark.opacity ?? 1;
    PAINTERS[mark.type](context, mark, { scale, font });
    context.restore();
  }
}

const PAINTERS = { box: paintBox, shape: paintShape, text: paintText, line: paintLine };

function fillAndStroke(context, { fill, stroke, weight = 1, dash = [] }) {
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = weight;
    context.setLineDash(dash);
    context.stroke();
  }
}

function paintBox(context, mark) {
  context.beginPath();
  context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
  fillAndStroke(context, mark);
}

function paintShape(context, mark, { scale }) {
  context.beginPath();
  const grown = mark.grows ? Math.min(2, Math.max(1, 0.75 / scale)) : 1;
  if (mark.points) mark.points.forEach(([across, down], place) => context[place ? "lineTo" : "moveTo"](mark.x + across * grown, mark.y + down * grown));
  else context.arc(mark.x, mark.y, mark.radius * grown, 0, 2 * Math.PI);
  if (mark.points) context.closePath();
  fillAndStroke(context, mark);
}

function paintText(context, mark, { scale, font }) {
  if (mark.minor && scale < HIDE_BELOW) return;
  if (mark.brief) return void paintBrief(context, mark, { scale, font });
  const size = mark.far ? sizeFor(mark, scale) : mark.size;
  context.font = `${mark.weight} ${size}px ${font}`;
  context.textAlign = mark.anchor === "middle" ? "center" : "left";
  context.textBaseline = "middle";
  context.fillStyle = mark.fill;
  context.fillText(mark.text, mark.x, mark.y + 0.5);
}

// From far, the beginning of a name in letters that can be read takes the place of all its words.
function paintBrief(context, mark, { scale, font }) {
  if (scale >= HIDE_BELOW) return;
  const size = Math.min(12 / scale, 34);
  const words = cut(mark.text, mark.room, size);
  if ([...words].length < 5) return;
  paintText(context, { ...mark, brief: false, text: words, size }, { scale, font });
}

// What names a part stays readable from far as long as there is room for it.
function sizeFor({ size, text, room }, scale) {
  const roomy = room ? (size * room) / Math.max(1, measure(text, size)) : size;
  return Math.max(size, Math.min(12.5 / scale, size * 2.4, roomy));
}

function paintLine(context, { from, to, bend, stroke, weight, dash, arrow }) {
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (bend) context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  else context.lineTo(to.x, to.y);
  context.strokeStyle = stroke;
  context.lineWidth = weight;
  context.setLineDash(dash);
  context.stroke();
  if (!arrow) return;
  context.beginPath();
  arrowPoints(bend ?? from, to).forEach(({ x, y }, place) => context[place ? "lineTo" : "moveTo"](x, y));
  context.closePath();
  context.fillStyle = stroke;
  context.fill();
}

export function arrowPoints(from, to, size = 10) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const back = (turn) => ({ x: to.x - size * Math.cos(angle + turn), y: to.y - size * Math.sin(angle + turn) });
  return [to, back(0.42), back(-0.42)];
}

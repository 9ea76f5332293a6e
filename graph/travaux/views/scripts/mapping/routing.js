// The way of a link: straight where nothing lies between, else a bow around what does. A pure function.

const STEPS = 14;
const BOWS = [70, 110, 160, 220, 300, 400];
const HUB = 12; // to pass behind the middle looks like a link of the middle
const kept = new Map();

// Give the ends of a link and, where it is a bow, the point that bends it.
export function routeOf(edge, places, around) {
  const [one, other] = [places.get(edge.source), places.get(edge.target)];
  const key = [edge.source, one.x, one.y, edge.target, other.x, other.y].join(" ");
  if (!kept.has(key)) kept.set(key, findRoute(one, other, around.filter((place) => place !== one && place !== other)));
  return kept.get(key);
}

function findRoute(one, other, obstacles) {
  const straight = between(one, other);
  let best = { ...straight, cost: costOf(straight, obstacles) };
  const far = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const [across, down] = [-(other.y - one.y) / far, (other.x - one.x) / far];
  for (const bow of BOWS) {
    if (!best.cost) break;
    for (const sign of [-1, 1]) {
      const bend = { x: (one.x + other.x) / 2 + across * bow * sign, y: (one.y + other.y) / 2 + down * bow * sign };
      const point = { ...bend, width: 0, height: 0 };
      const route = { from: between(one, point).from, to: between(point, other).to, bend };
      const cost = costOf(route, obstacles);
      if (cost < best.cost) best = { ...route, cost };
    }
  }
  return best;
}

function costOf(route, obstacles) {
  const hit = new Set();
  for (let step = 1; step < STEPS; step += 1) {
    const { x, y } = pointAt(route, step / STEPS);
    for (const place of obstacles) if (Math.abs(x - place.x) < place.width / 2 + 3 && Math.abs(y - place.y) < place.height / 2 + 3) hit.add(place);
  }
  return [...hit].reduce((sum, { role }) => sum + (role === "centre" ? HUB : 1), 0);
}

export function pointAt({ from, to, bend }, part) {
  const mix = (name) => (bend ? (1 - part) ** 2 * from[name] + 2 * part * (1 - part) * bend[name] + part ** 2 * to[name] : from[name] + part * (to[name] - from[name]));
  return { x: mix("x"), y: mix("y") };
}

// A straight line from border to border.
export function between(one, other) {
  const [across, down] = [other.x - one.x, other.y - one.y];
  const reach = ({ width, height }) => Math.min(across ? width / 2 / Math.abs(across) : Infinity, down ? height / 2 / Math.abs(down) : Infinity, 0.5);
  const [start, end] = [reach(one), 1 - reach(other)];
  return { from: { x: one.x + across * start, y: one.y + down * start }, to: { x: one.x + across * end, y: one.y + down * end } };
}

// What the address of a map says, read and written: the same address is the same picture.

const FILTERS = ["consultation", "document", "prevalence", "review", "layer"];

export function readState(options) {
  const asked = new URLSearchParams(options);
  const list = (name) => [...new Set(asked.getAll(name).filter(Boolean))];
  return {
    at: asked.get("at") || null,
    open: list("open"),
    hide: new Set(list("hide")),
    fold: new Set(list("fold")),
    depth: Math.min(3, Math.max(1, Number.parseInt(asked.get("depth") ?? "1", 10) || 1)),
    filters: FILTERS.flatMap((name) => list(name).map((value) => [name, value])),
    stance: new Set(list("stance")),
    kind: new Set(list("kind")),
    link: new Set(list("link")),
    mark: new Set(list("mark")),
    pin: new Map(list("pin").map(toPin).filter(Boolean)),
    find: asked.get("find") ?? "",
  };
}

function toPin(text) {
  const [, id, x, y] = /^(.+):(-?\d+),(-?\d+)$/.exec(text) ?? [];
  return id ? [id, { x: Number(x), y: Number(y) }] : null;
}

export function writeState(state) {
  const pairs = [
    ["at", state.at],
    ...state.open.map((id) => ["open", id]),
    ...[...state.hide].map((id) => ["hide", id]),
    ...[...state.fold].map((id) => ["fold", id]),
    ["depth", state.depth > 1 ? String(state.depth) : ""],
    ...state.filters,
    ...["stance", "kind", "link"].flatMap((name) => [...state[name]].map((value) => [name, value])),
    ...[...state.mark].map((id) => ["mark", id]),
    ...[...state.pin].map(([id, { x, y }]) => ["pin", `${id}:${Math.round(x)},${Math.round(y)}`]),
    ["find", state.find],
  ];
  return new URLSearchParams(pairs.filter(([, value]) => value)).toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
}

// The keys of the map, while it has the focus.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest thing that lies that way: what lies straight ahead comes before what lies aside.
export function nextThing(things, places, from, [across, down]) {
  const own = places.get(from);
  let best = null;
  for (const { id } of things) {
    if (id === from) continue;
    const [x, y] = [places.get(id).x - own.x, places.get(id).y - own.y];
    const [ahead, aside] = [x * across + y * down, Math.abs(x * down) + Math.abs(y * across)];
    if (ahead <= 4 || aside > ahead * 2.2) continue;
    const far = ahead + aside * 2;
    if (!best || far < best.far) best = { id, far };
  }
  return best?.id ?? null;
}

export function startKeys(holder, view, actions) {
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    const act = way ? () => (event.shiftKey ? actions.pan(...way) : move(way)) : ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  function move(way) {
    const { things } = view.shown;
    if (!things.length) return;
    const from = view.chosen ?? (things.some(({ id }) => id === view.cursor) ? view.cursor : null);
    const next = from === null ? (view.state.at ?? things[0].id) : nextThing(things, view.places, from, way);
    if (next !== null) actions.choose(next, { reveal: true });
  }
  const own = (act) => () => view.chosen !== null && act(view.chosen);
  const ACTS = {
    Enter: own(actions.enter),
    " ": own(actions.enter),
    Escape: actions.back,
    "+": () => actions.zoom(1.25),
    "=": () => actions.zoom(1.25),
    "-": () => actions.zoom(0.8),
    0: actions.whole,
    h: own(actions.hide),
    u: actions.unhide,
    p: own(actions.pinHere),
    n: actions.nextFound,
  };
}

// The map of the published site: its neighbourhoods come in a file beside it, which also opens from disk.
import { startMap } from "./mapping/start.js";
import { titleOf } from "./mapping/words.js";

const root = document.getElementById("map");
const around = globalThis.travauxMapData;
if (root && around) {
  const centre = new URLSearchParams(location.search).get("at");
  const thing = around[centre]?.things.find(({ id }) => id === centre);
  if (thing) document.querySelector("h1").textContent = `Around: ${titleOf(thing)}`;
  startMap(root, {
    title: root.dataset.title,
    neighbours: (id) => (around[id ?? ""] ? Promise.resolve(around[id ?? ""]) : Promise.reject(new Error(`the site has no ${id}`))),
    read: () => location.search.slice(1),
    write(options) {
      try {
        history.replaceState(null, "", `${location.pathname}${options ? `?${options}` : ""}`);
      } catch {
        // a page opened from disk may have no address that a script can change
      }
    },
  });
}

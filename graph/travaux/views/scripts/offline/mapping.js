// The map of the file: its neighbourhoods come with it, and its options stand in the address behind the #.
import { startMap } from "../mapping/start.js";
import { titleOf } from "../mapping/words.js";
import { readAddress } from "./addresses.js";

export function showMap(root, data) {
  const holder = root.querySelector("#map");
  if (!holder) return;
  const centre = readAddress(location.hash).options.get("at");
  const around = data.map[centre]?.things.find(({ id }) => id === centre);
  if (around) root.querySelector("h1").textContent = `Around: ${titleOf(around)}`;
  root.querySelector(".filters")?.remove();
  startMap(holder, {
    title: holder.dataset.title,
    neighbours: (id) => (data.map[id ?? ""] ? Promise.resolve(data.map[id ?? ""]) : Promise.reject(new Error(`the file has no ${id}`))),
    read: () => readAddress(location.hash).options.toString(),
    write: (options) => history.replaceState(null, "", options ? `#/map?${options}` : "#/map"),
  });
}

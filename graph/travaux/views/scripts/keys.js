// Keys that work everywhere: / searches, g and a letter go to a page, ? tells about the keys.
import { isTyping } from "./typing.js";

const PLACES = { o: "/", a: "/articles", q: "/questions", t: "/themes", p: "/positions", m: "/map", c: "/compare", s: "/query" };

export function startKeys(go = (address) => location.assign(address)) {
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (going && PLACES[event.key]) {
      event.preventDefault();
      go(PLACES[event.key]);
    } else if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "?") {
      go("/about");
    }
    going = event.key === "g";
  });
}

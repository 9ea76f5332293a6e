// Keys that work everywhere: / searches, g and a letter go to a page, ? tells about the keys.
const PLACES = { o: "/", a: "/articles", q: "/questions", t: "/themes", p: "/positions", m: "/map", c: "/compare", s: "/query" };

export function startKeys() {
  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (going && PLACES[event.key]) {
      event.preventDefault();
      follow(PLACES[event.key]);
    } else if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "?") {
      follow("/about");
    }
    going = event.key === "g";
  });
}

function isTyping(event) {
  return event.composedPath().some((one) => one instanceof Element && one.matches("input, select, textarea, [contenteditable]"));
}

function follow(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}

// Where a page of the site stands: addresses as the explorer writes them, made to lead to files relative to this page.
import { rootOf, settings } from "./loading.js";

export function toFile(address) {
  const [, path, rest] = address.match(/^\/*([^?#]*?)\/*([?#].*)?$/);
  if (!path) return `${rootOf()}index.html${rest ?? ""}`;
  return `${rootOf()}${settings().paths[path] ?? path}/index.html${rest ?? ""}`;
}

// Links that a script makes later, such as those of the map, are made to lead to files when they are followed.
export function mendLinks() {
  for (const kind of ["click", "auxclick", "pointerover", "focusin"]) document.addEventListener(kind, mend, true);
}

function mend(event) {
  const link = event.target.closest?.("a[href^='/']");
  if (link) link.setAttribute("href", toFile(link.getAttribute("href")));
}

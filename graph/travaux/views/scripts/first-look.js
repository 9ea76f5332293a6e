// The first look: the map beside the details of what is chosen, all taken from the list that the page already holds.

import { openFind } from "./find.js";
import { openLegend } from "./legend.js";
import { openMap } from "./map.js";

const root = document.documentElement;
const at = (id) => document.getElementById(id);

function nameOf(fragment) {
  const raw = fragment.replace(/^#/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function start() {
  root.classList.add("js");
  const data = JSON.parse(at("map-data").textContent);
  data.options = JSON.parse(data.options);
  const [details, opening, panel, tip, close] = ["details", "opening", "panel", "tip", "close"].map(at);
  const entries = new Map([...document.querySelectorAll("#list .entry")].map((entry) => [entry.id, entry]));

  // An identifier may itself contain encoded characters, so an address is tried as it stands before it is decoded.
  const find = (fragment) => [fragment.replace(/^#/, ""), nameOf(fragment)].find((name) => map.byName.has(name)) ?? null;
  const address = (name) => `#${encodeURIComponent(name).replace(/%2F/g, "/").replace(/%25/g, "%")}`;

  const map = openMap(at("map"), data, { onChoose: go, onHover: showTip, onEnter: () => panel.focus(), panelTop: () => panel.getBoundingClientRect().top });

  function go(name) {
    try {
      if (name === null) history.pushState(null, "", window.location.pathname + window.location.search);
      else history.pushState(null, "", address(name));
    } catch {
      // A page without an address of its own, as in a notebook, keeps no history.
    }
    show(name);
  }
  function show(name) {
    map.choose(name);
    root.classList.toggle("chosen", name !== null);
    close.hidden = name === null;
    opening.hidden = name !== null;
    details.replaceChildren(...(name === null ? [] : [copyOf(name)]));
    panel.scrollTop = 0;
    if (name !== null) map.ensureVisible(name);
  }
  function copyOf(name) {
    const copy = entries.get(name).cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    return copy;
  }
  function showTip(node, event) {
    tip.hidden = !node;
    if (!node) return;
    tip.textContent = [node.name, node.stance_word, node.unverified && !node.name.endsWith("[unverified]") ? "[unverified]" : ""].filter(Boolean).join(" · ");
    if (node.words) {
      const words = document.createElement("small");
      words.textContent = node.words;
      tip.append(words);
    }
    const { clientX = 0, clientY = 0 } = event ?? {};
    tip.style.left = `${Math.min(clientX + 14, window.innerWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${clientY + 18 + tip.offsetHeight > window.innerHeight ? clientY - tip.offsetHeight - 10 : clientY + 18}px`;
  }
  function list(listing) {
    root.classList.toggle("listing", listing);
    at("show-map").setAttribute("aria-pressed", String(!listing));
    at("show-list").setAttribute("aria-pressed", String(listing));
    if (!listing) window.requestAnimationFrame(() => map.showWhole(false));
    else if (map.state.chosen) entries.get(map.state.chosen).scrollIntoView();
  }
  function onKey(event) {
    if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    const moves = event.key.startsWith("Arrow") || event.key === "Enter";
    if (!act || (moves && event.target !== at("map")) || (root.classList.contains("listing") && event.key !== "/")) return;
    event.preventDefault();
    act();
  }
  const KEYS = {
    "/": () => at("find").focus(),
    Escape: () => {
      go(null);
      map.showWhole(true);
      at("map").focus();
    },
    "+": () => map.zoom(1.25),
    "=": () => map.zoom(1.25),
    "-": () => map.zoom(0.8),
    "0": () => map.showWhole(true),
    ArrowLeft: () => map.pan(-1, 0),
    ArrowRight: () => map.pan(1, 0),
    ArrowUp: () => map.pan(0, -1),
    ArrowDown: () => map.pan(0, 1),
    Enter: () => panel.focus(),
  };

  // A position that is off the map says what its one statement says: the statement is found in its place.
  const isFound = (node) => node.kind !== "position" || Object.hasOwn(map.state.places, node.id);
  openLegend(at("legend"), data.nodes, map.hide);
  openFind(
    at("find"),
    at("found"),
    data.nodes.filter(isFound).map((node) => ({ ...node, text: () => (node.kind === "participation" ? node.name : entries.get(node.id).textContent).toLowerCase() })),
    (name) => {
      list(false);
      go(name);
      panel.focus();
    },
  );
  close.addEventListener("click", () => go(null));
  at("closer").addEventListener("click", () => map.zoom(1.4));
  at("farther").addEventListener("click", () => map.zoom(1 / 1.4));
  at("whole").addEventListener("click", () => map.showWhole(true));
  at("show-map").addEventListener("click", () => list(false));
  at("show-list").addEventListener("click", () => list(true));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const name = link && !event.ctrlKey && !event.metaKey && !event.shiftKey ? find(link.getAttribute("href")) : null;
    if (name === null) return;
    event.preventDefault();
    go(name);
    if (root.classList.contains("listing")) entries.get(name).scrollIntoView();
    else panel.focus();
  });
  document.addEventListener("keydown", onKey);
  const follow = () => show(find(window.location.hash));
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  follow();
  window.travaux = map;
}

start();

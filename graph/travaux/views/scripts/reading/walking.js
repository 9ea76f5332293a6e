// Chooses a statement by a click or by keys: its card opens and has the focus, and the address is that of exactly this statement.
import { isTyping } from "../typing.js";
import { partsOf } from "./lighting.js";

const STEPS = { j: 1, n: 1, k: -1, p: -1 };
let chosen = null;
let going = false;

export function startWalking() {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".reader a[data-statement]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(link.dataset.statement, true);
  });
  document.addEventListener("toggle", (event) => opened(event.target), true);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const step = going ? 0 : STEPS[event.key];
    going = event.key === "g";
    if (step && walk(step)) event.preventDefault();
  });
}

// Opens the card of the statement that the address names.
export function openNamed() {
  const card = document.querySelector(".reading-card[open]");
  if (!card) return;
  chosen = card.dataset.statement;
  document.getElementById("at")?.scrollIntoView({ block: "center", behavior: "instant" });
}

function walk(step) {
  const flags = [...document.querySelectorAll(".reader .flag")].filter((one) => !one.classList.contains("dim"));
  if (!flags.length) return false;
  const place = flags.findIndex((one) => one.dataset.statement === chosen);
  const next = place < 0 ? (step > 0 ? 0 : flags.length - 1) : place + step;
  if (next >= 0 && next < flags.length) choose(flags[next].dataset.statement, false);
  return true;
}

function choose(key, fromText) {
  const card = document.querySelector(`.reading-card[data-statement="${CSS.escape(key)}"]`);
  if (!card) return;
  for (const other of document.querySelectorAll(".reading-card[open]")) other.open = other === card;
  for (let around = card; around; around = around.parentElement.closest("details")) around.open = true;
  card.querySelector("summary").focus({ preventScroll: true });
  const flag = partsOf(key).find((one) => one.classList.contains("flag"));
  const shown = fromText ? card : flag;
  shown?.scrollIntoView({ block: fromText ? "nearest" : "center" });
  name(card);
}

function opened(element) {
  if (element.open && element.matches?.(".reading-card") && element.contains(document.activeElement)) name(element);
}

// Puts the address of the statement where it can be copied; a file that holds all pages has addresses of its own.
function name(card) {
  chosen = card.dataset.statement;
  const address = new URL(card.dataset.address, location.href);
  if (address.pathname === location.pathname && location.protocol.startsWith("http")) history.replaceState(history.state, "", address);
}

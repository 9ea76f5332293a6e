// Lights a statement in the text while its card is pointed at or has the focus, and the reverse.
export function startLighting() {
  for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => light(event.target, true));
    document.addEventListener(leave, (event) => light(event.target, false));
  }
}

export function partsOf(key) {
  return [...document.querySelectorAll(".reader [data-statement]")].filter((one) => one.dataset.statement === key);
}

function light(element, on) {
  const holder = element instanceof Element && element.closest(".reader [data-statement]");
  if (!holder) return;
  for (const one of partsOf(holder.dataset.statement)) one.classList.toggle("lit", on);
}

// A choice among the facets is shown at once; the place on the page and the focus are kept.
const KEPT = "travaux-narrowed";

export function startNarrowing(form) {
  if (!form) return;
  resume(form);
  form.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox") return;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([event.target.name, event.target.value, scrollY]));
    } catch {
      // the focus begins anew
    }
    form.requestSubmit();
  });
}

function resume(form) {
  try {
    const [name, value, top] = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
    sessionStorage.removeItem(KEPT);
    const box = [...form.querySelectorAll("input[type=checkbox]")].find((one) => one.name === name && one.value === value);
    if (!box) return;
    const more = box.closest("fieldset details");
    if (more) more.open = true;
    box.closest(".narrowing").open = true;
    box.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  } catch {
    // nothing was kept
  }
}

// The reviewer's name, asked once and kept in this browser.

import { find } from "./dom.js";

const KEPT = "travaux-reviewer";
const read = () => { try { return localStorage.getItem(KEPT) ?? ""; } catch { return ""; } };
let name = read();

export const nameOfReviewer = () => name;

export function askName() {
  const dialog = find("#name");
  const field = find("#name-field");
  const error = find(".error", dialog);
  field.value = name || document.body.dataset.reviewer;
  error.hidden = true;
  return new Promise((resolve) => {
    const form = find("form", dialog);
    const submit = (event) => {
      const written = field.value.trim().replace(/\s+/g, " ");
      if (!/[\p{L}\p{N}]/u.test(written)) {
        event.preventDefault();
        error.textContent = "Write a name with letters.";
        error.hidden = false;
        return;
      }
      name = written;
      try { localStorage.setItem(KEPT, name); } catch { /* a browser that keeps nothing asks again */ }
      find("#who").textContent = name;
    };
    const end = () => { form.removeEventListener("submit", submit); dialog.removeEventListener("close", end); resolve(Boolean(name)); };
    form.addEventListener("submit", submit);
    dialog.addEventListener("close", end);
    dialog.showModal();
    field.select();
  });
}

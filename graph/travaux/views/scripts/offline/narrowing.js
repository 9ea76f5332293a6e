// Narrows a page to some statements, as a server would: by consultation, document, stance, prevalence and review.
const NAMES = ["consultation", "document", "stance", "prevalence", "review", "layer"];

// `plain` is where the page stands without options.
export function narrow(root, { options, plain }, { atLeast, separate, scripted }) {
  const wanted = NAMES.map((name) => [name, options.getAll(name).filter(Boolean)]).filter(([, values]) => values.length);
  fillForms(root, options);
  if ([...options].some(([name]) => !separate.includes(name) && !scripted.includes(name))) root.querySelector("h1")?.after(tellWhole());
  if (!wanted.length) return;
  const statements = [...root.querySelectorAll(".statement")];
  const left = statements.filter((one) => wanted.every(([name, values]) => fits(one.dataset, name, values, atLeast)));
  for (const one of statements) one.hidden = !left.includes(one);
  for (const part of [...root.querySelectorAll(".position, .stance-column")]) {
    part.hidden = part.querySelector(".statement") !== null && part.querySelector(".statement:not([hidden])") === null;
  }
  if (statements.length) root.querySelector("h1")?.after(tell(left.length, statements.length, wanted, plain));
}

function fits(data, name, values, atLeast) {
  if (name === "prevalence") return values.some((least) => (atLeast[least] ?? []).includes(data.prevalence));
  if (name === "layer") return values.includes(data.review === "unreviewed" ? "extracted" : "reviewed");
  return values.includes(data[name]);
}

function tell(left, all, wanted, plain) {
  const note = document.createElement("p");
  note.className = "narrowed";
  note.setAttribute("role", "status");
  const words = wanted.map(([name, values]) => `${name}: ${values.join(", ")}`).join("; ");
  note.textContent = `Narrowed to ${words}: ${left} of ${all} statements shown; counts on the page are of all. `;
  const link = document.createElement("a");
  link.href = plain;
  link.textContent = "Show all";
  note.append(link);
  return note;
}

function tellWhole() {
  const note = document.createElement("p");
  note.className = "narrowed";
  note.setAttribute("role", "status");
  note.textContent = "This file holds the whole page; what you chose is among the rest. Served by travaux explore, the page shows it alone.";
  return note;
}

function fillForms(root, options) {
  for (const field of root.querySelectorAll("form select, form input[name=q]")) {
    if (options.has(field.name)) field.value = options.get(field.name);
  }
}

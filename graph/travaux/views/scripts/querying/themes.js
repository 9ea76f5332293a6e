// The answer on the map of themes: every theme at its place in the thesaurus, those of the answer marked with how often they occur.
export function showThemes(into, { rows }, themes) {
  const meant = new Map(themes.flatMap(([iri, label]) => [iri, label, iri.split("/theme/")[1]].map((name) => [name, iri])));
  const hits = new Map();
  for (const row of rows) {
    for (const iri of new Set(row.map((term) => meant.get(term?.value)).filter(Boolean))) hits.set(iri, (hits.get(iri) ?? 0) + 1);
  }
  const count = ([iri]) => hits.get(iri) ?? 0;
  const found = themes.filter((theme) => count(theme)).length;
  const note = document.createElement("p");
  note.className = "remark";
  note.textContent = found ? `${found} of ${themes.length} themes occur in the answer; the number says in how many of its rows.` : "The answer names no theme.";
  const map = document.createElement("div");
  map.className = "theme-map";
  const known = new Set(themes.map(([iri]) => iri));
  for (const theme of themes.filter(([, , broader]) => !known.has(broader))) map.append(district(theme, themes, count));
  into.replaceChildren(note, map);
}

function district(theme, themes, count) {
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  heading.append(entry(theme, count));
  const list = document.createElement("ul");
  list.className = "plain";
  for (const narrower of below(theme, themes)) {
    const item = document.createElement("li");
    item.append(entry(narrower, count));
    list.append(item);
  }
  section.append(heading, list);
  return section;
}

function below([iri], themes) {
  return themes.filter(([, , broader]) => broader === iri).flatMap((theme) => [theme, ...below(theme, themes)]);
}

function entry(theme, count) {
  const [iri, label] = theme;
  const times = count(theme);
  const link = document.createElement("a");
  link.href = `/theme/${iri.split("/theme/")[1]}`;
  link.className = times ? "hit" : "";
  link.textContent = times ? `${label} (${times})` : label;
  return link;
}

// The answer as a graph: what points stands left, what is pointed to right, and what does both between them.
const MOST = 120, ROW = 30, WIDE = 1200, NAME = 44;
const SVG = "http://www.w3.org/2000/svg";

export function showDrawing(into, answer, terms) {
  const edges = edgesOf(answer, terms);
  const shown = edges.slice(0, MOST);
  const note = document.createElement("p");
  note.className = "remark";
  if (!shown.length) {
    note.textContent = "A graph needs triples, or two columns: the first that names things is drawn to the second.";
    into.replaceChildren(note);
    return;
  }
  note.textContent = edges.length > MOST ? `The first ${MOST} of ${edges.length.toLocaleString("en")} links; the table has all.` : `${edges.length} links; the table has the same.`;
  into.replaceChildren(note, draw(shown, terms));
}

// Triples; or rows, whose first column that holds things is drawn to the next such column, or to the first other one.
function edgesOf({ triples, variables, rows }, terms) {
  if (triples) return rows.filter((row) => row.length === 3).map(([from, by, to]) => ({ from, to, name: terms.words(by) }));
  const isThing = (place) => rows.some((row) => row[place]?.type === "uri");
  const places = variables.map((_, place) => place);
  const [one, other] = [...places.filter(isThing), ...places.filter((place) => !isThing(place))];
  if (other === undefined) return [];
  return rows.filter((row) => row[one] && row[other]).map((row) => ({ from: row[one], to: row[other], name: variables[other] }));
}

function draw(edges, terms) {
  const froms = new Set(edges.map((edge) => edge.from.value));
  const tos = new Set(edges.map((edge) => edge.to.value));
  const columns = [[], [], []];
  const places = new Map();
  for (const term of edges.flatMap((edge) => [edge.from, edge.to])) {
    if (places.has(term.value)) continue;
    const column = froms.has(term.value) ? (tos.has(term.value) ? 1 : 0) : 2;
    places.set(term.value, { column, row: columns[column].push(term) - 1, term });
  }
  const high = Math.max(...columns.map((column) => column.length)) * ROW + ROW;
  const used = columns.map((column, place) => place).filter((place) => columns[place].length);
  const x = (column) => 20 + (used.indexOf(column) * (WIDE - 40)) / Math.max(used.length, 2);
  const y = (place) => ((place.row + 1) * high) / (columns[place.column].length + 1);
  const svg = element("svg", { class: "answer-drawing", viewBox: `0 0 ${WIDE} ${high}`, role: "group", "aria-label": `${edges.length} links as a drawing` });
  for (const edge of edges) {
    const [from, to] = [places.get(edge.from.value), places.get(edge.to.value)];
    const [x1, y1, x2, y2] = [x(from.column) + widthOf(terms.words(edge.from)), y(from), x(to.column) - 6, y(to)];
    const bend = from.column === to.column ? 60 : 0;
    const path = element("path", { d: `M${x1} ${y1}C${x1 + 60 + bend} ${y1} ${x2 - 60 - bend} ${y2} ${x2} ${y2}` });
    path.append(titled(`${terms.words(edge.from)} – ${edge.name} – ${terms.words(edge.to)}`));
    svg.append(path);
  }
  for (const place of places.values()) svg.append(named(place.term, x(place.column), y(place), terms));
  return svg;
}

function named(term, x, y, terms) {
  const address = terms.address(term);
  const text = element("text", { x, y: y + 4 });
  text.textContent = shorten(terms.words(term));
  text.append(titled(terms.words(term)));
  if (!address) return text;
  const link = element("a", { href: address });
  link.append(text);
  return link;
}

function shorten(words) {
  return words.length > NAME ? `${words.slice(0, NAME - 1)}…` : words;
}

function widthOf(words) {
  return Math.min(words.length, NAME) * 7 + 8;
}

function titled(words) {
  const title = element("title", {});
  title.textContent = words;
  return title;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

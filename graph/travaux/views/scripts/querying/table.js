// The answer as a table, a page of rows at a time.
const ROWS = 100;

export function showTable(into, { variables, rows }, terms) {
  let first = 0;
  const draw = () => {
    const table = make("table", "answer-table");
    const caption = table.createCaption();
    caption.textContent = rows.length ? `Rows ${first + 1}–${Math.min(first + ROWS, rows.length)} of ${rows.length.toLocaleString("en")}` : "No row";
    const head = table.createTHead().insertRow();
    for (const name of variables) {
      const cell = make("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of rows.slice(first, first + ROWS)) {
      const line = body.insertRow();
      for (const term of row) {
        const cell = line.insertCell();
        if (terms.isNumber(term)) cell.className = "number";
        cell.append(terms.show(term));
      }
    }
    const scroll = make("div", "scroll");
    Object.assign(scroll, { tabIndex: 0, role: "region", ariaLabel: "Answer" });
    scroll.append(table);
    into.replaceChildren(scroll, ...(rows.length > ROWS ? [pager()] : []));
  };
  const pager = () => {
    const line = make("p", "actions");
    line.append(step("Previous rows", -ROWS), step("Next rows", ROWS));
    return line;
  };
  const step = (words, by) => {
    const button = make("button");
    button.type = "button";
    button.textContent = words;
    button.disabled = first + by < 0 || first + by >= rows.length;
    button.addEventListener("click", () => { first += by; draw(); });
    return button;
  };
  draw();
}

function make(name, kind = "") {
  const element = document.createElement(name);
  element.className = kind;
  return element;
}

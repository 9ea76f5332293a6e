// What scripts need of the site beside the page: files that hold data, loaded as scripts so that they come from disk too.
let searching = null;

// Where the first page stands, seen from this one: "../../" or nothing.
export function rootOf() {
  return document.documentElement.dataset.root;
}

export function settings() {
  return globalThis.travauxSettings;
}

// The records of the search, asked for once, when somebody searches.
export function loadSearch() {
  searching ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `${rootOf()}${settings().records}`;
    script.addEventListener("load", done);
    script.addEventListener("error", fail);
    document.head.append(script);
  });
  return searching;
}

export function cards() {
  const elements = [...document.querySelectorAll("#main .result")];
  return globalThis.travauxRecords.map(([title, other, text, kind, file], id) => ({
    id, title, other, text, kind, address: `${rootOf()}${file}`, facets: { ...elements[id]?.dataset },
  }));
}

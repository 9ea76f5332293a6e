// Where neighbourhoods come from. This is all that a map needs of the world outside its page; a file without a server gives its own.
//
//   neighbours(id, filters) → Promise of a neighbourhood {centre, things, edges, further} as analysis/neighbourhood/result.py describes it;
//                             `id` is null for the overview, `filters` a list of [name, value] that narrow the statements.
//   read()                  → the options of the address as a text, "at=theme/trust&depth=2"
//   write(options)          → puts options into the address; may do nothing where a page has no address of its own
//   title                   → what is discussed, for exported pictures

export function serverSource(holder) {
  const kept = new Map();
  return {
    title: holder.dataset.title,
    neighbours(id, filters) {
      const query = new URLSearchParams([...(id === null ? [] : [["at", id]]), ...filters, ["format", "json"]]).toString();
      if (!kept.has(query)) kept.set(query, load(`/map?${query}`));
      return kept.get(query);
    },
    read: () => location.search.slice(1),
    write(options) {
      try {
        history.replaceState(null, "", `${location.pathname}${options ? `?${options}` : ""}`);
      } catch {
        // a page in a frame has no address of its own
      }
    },
  };
}

async function load(address) {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`nothing came from ${address}`);
  return answer.json();
}

// Addresses within the file: what stands behind the first # is the address that a server would have.
export function readAddress(hash) {
  const whole = hash.startsWith("#/") ? hash.slice(1) : "/";
  const [rest, anchor = ""] = split(whole, "#");
  const [path, query = ""] = split(rest, "?");
  return { path: path === "/" ? path : path.replace(/\/+$/, ""), options: new URLSearchParams(query), anchor, whole: rest };
}

// The key of the page that shows an address; see views/offline/routes.py, which names the pages by the same rule.
export function pageKey({ path, options }, data) {
  if (data.whole.includes(path)) return path;
  const kept = [...options].filter(([name, value]) => value && data.separate.includes(name) && !(name === data.all[0] && value === data.all[1]));
  const query = new URLSearchParams(kept).toString();
  return query ? `${path}?${query}` : path;
}

export function inFile(href, current) {
  if (href.startsWith("/")) return `#${href}`;
  return href.startsWith("#") && !href.startsWith("#/") ? `#${current.whole}${href}` : href;
}

function split(text, mark) {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

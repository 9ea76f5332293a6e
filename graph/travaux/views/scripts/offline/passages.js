// Marks some characters of a document: its paragraphs say at which character of the stored text they start.
export function markPassage(root, at) {
  const [start, end] = (at ?? "").split("-").map(Number);
  if (!(end > start)) return;
  let first = true;
  for (const holder of root.querySelectorAll("[data-start]")) {
    const from = Number(holder.dataset.start);
    for (const { node, place } of textNodes(holder, from)) {
      const begin = Math.max(start, place);
      const stop = Math.min(end, place + [...node.data].length);
      if (begin < stop) {
        wrap(node, units(node.data, begin - place), units(node.data, stop - place), first);
        first = false;
      }
    }
  }
}

function textNodes(holder, from) {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let place = from; walker.nextNode(); place += [...walker.currentNode.data].length) nodes.push({ node: walker.currentNode, place });
  return nodes;
}

// Offsets count characters; a browser counts some of them twice.
function units(text, characters) {
  return [...text].slice(0, characters).join("").length;
}

function wrap(node, begin, stop, first) {
  const range = document.createRange();
  range.setStart(node, begin);
  range.setEnd(node, stop);
  const mark = document.createElement("mark");
  if (first) mark.id = "at";
  range.surroundContents(mark);
}

// The words last selected in the paragraph, with the words before them, by which a quote is told from another like it.

const BEFORE = 40;
let last = null;

function read() {
  const selection = getSelection();
  const text = document.querySelector("#paragraph");
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = before.toString() + words.slice(0, words.length - words.trimStart().length);
  if (words.trim()) last = { text: words.trim(), before: start.slice(-BEFORE).trimStart() || undefined };
}

document.addEventListener("selectionchange", read);

export const selected = () => last;
export const forget = () => { last = null; };

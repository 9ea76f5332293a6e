// The editor: CodeMirror in a shadow root, where a strict policy lets it have its style.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "14.5px", maxHeight: "60vh" },
  "&.cm-focused": { outline: "2px solid var(--ring)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace", lineHeight: "1.5", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-content": { caretColor: "var(--ink)", minHeight: "14rem" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--mark) 45%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark) !important" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--strong)", color: "var(--on-strong)" },
  ".cm-completionInfo": { maxWidth: "22rem", padding: ".4rem .6rem" },
});
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--strong)", fontWeight: "600" },
  { tag: [tags.string, tags.literal], color: "var(--opposes)" },
  { tag: tags.variableName, color: "var(--link)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
]);

// What is typed over a selection goes in by the editor's hand: a browser would keep the look of what was there by inline styles.
const OVERTYPING = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const typed = event.inputType === "insertText" && !view.composing && !view.state.selection.main.empty;
    if (!typed || !event.data || "()[]{}'\"".includes(event.data)) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

export function openEditor(host, text, { complete, run, changed }) {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(), lintGutter(), sparql(),
        syntaxHighlighting(COLOURS), LOOK, EditorView.lineWrapping, OVERTYPING,
        autocompletion({ override: [complete], icons: false }),
        keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Query in SPARQL", tabindex: "0" }),
        EditorView.updateListener.of((update) => { if (update.docChanged) changed(update.state.doc.toString()); }),
      ],
    }),
  });
  return view;
}

// Marks a place that the server complains about, line and column from 1; no place takes the mark away.
export function markError(view, place, words) {
  const marks = [];
  if (place && place.line <= view.state.doc.lines) {
    const line = view.state.doc.line(place.line);
    const from = Math.min(line.from + place.column - 1, line.to);
    marks.push({ from, to: Math.min(from + 1, line.to), severity: "error", message: words });
  }
  view.dispatch(setDiagnostics(view.state, marks));
}

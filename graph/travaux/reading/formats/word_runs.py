"""The characters of one paragraph of a Word document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from travaux.reading.formats.word_styles import Styles
from travaux.reading.formats.word_xml import Element, find_switch, find_value, w

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

DELETED = frozenset({w("del"), w("moveFrom"), _FALLBACK})
"""Elements whose contents are not in the text: tracked deletions, and the second form of what is stored in two."""

_SKIPPED = DELETED | {w(name) for name in ("pPr", "rPr", "instrText", "delInstrText", "delText", "rt", "sdtPr", "sdtEndPr")}
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_BOX = w("txbxContent")


def _line_break(element: Element) -> str:
    return " " if element.get(w("type")) in {"page", "column"} else "\n"


_CHARACTERS: Mapping[str, Callable[[Element], str]] = {
    w("t"): lambda element: element.text or "",
    _FORMULA_TEXT: lambda element: element.text or "",
    w("tab"): lambda _: "\t",
    w("ptab"): lambda _: "\t",
    w("br"): _line_break,
    w("cr"): lambda _: "\n",
    w("noBreakHyphen"): lambda _: "-",
}


@dataclass(slots=True)
class Text:
    """What a paragraph says: its raw characters, whether all of them are bold, its text boxes and the number of notes it refers to."""

    raw: str = ""
    bold: bool = True
    notes: int = 0
    boxes: list[Element] = field(default_factory=list)


def read_text(paragraph: Element, styles: Styles) -> Text:
    """Read the characters of a paragraph: insertions are in, deletions, hidden runs and field codes are out."""
    text = Text()
    parts: list[str] = []
    by_style = bool(styles.is_bold(find_value(paragraph, "pPr", "pStyle")))
    _read_into(text, parts, paragraph, styles, bold=by_style)
    text.raw = "".join(parts)
    return text


def _read_into(text: Text, parts: list[str], parent: Element, styles: Styles, *, bold: bool) -> None:
    # Recursion is safe: the depth of the document has been checked.
    for child in parent:
        tag = child.tag
        if tag in _SKIPPED:
            continue
        characters = _CHARACTERS.get(tag)
        if characters is not None:
            added = characters(child)
            parts.append(added)
            text.bold = text.bold and (bold or not added.strip())
        elif tag in _NOTES:
            text.notes += 1
        elif tag == _BOX:
            text.boxes.append(child)
        elif tag != w("r"):
            _read_into(text, parts, child, styles, bold=bold)
        elif not find_switch(child, "rPr", "vanish"):
            _read_into(text, parts, child, styles, bold=_is_bold(child, styles, otherwise=bold))


def _is_bold(run: Element, styles: Styles, *, otherwise: bool) -> bool:
    own = find_switch(run, "rPr", "b")
    if own is not None:
        return own
    style = find_value(run, "rPr", "rStyle")
    by_style = styles.is_bold(style) if style is not None else None
    return otherwise if by_style is None else by_style

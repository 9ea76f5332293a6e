"""Typst at work: a template, data, and a PDF that depends on nothing else, neither on fonts of the system nor on the day."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import typst

from travaux.views.briefs.blocks import Brief
from travaux.views.briefs.pdf.encoding import encode_brief
from travaux.views.briefs.pdf.placing import keep_notes

_TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "briefs" / "brief.typ"
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?\b")


def render_pdf(brief: Brief) -> bytes:
    """Return a brief as PDF/UA-1, the same bytes for the same brief.

    A character that the fonts do not have, as those of Chinese, is shown by its code point: ``[U+4E2D]``.
    """
    data = encode_brief(brief)
    data |= dict(zip(("language", "region"), _split_language(brief.language), strict=True))
    day = _to_day(brief.date)
    inputs = {"brief": json.dumps(data, ensure_ascii=False, sort_keys=True), "day": f"{day:%Y-%m-%d}"}
    template = _TEMPLATE.read_bytes()
    while True:
        made, inputs = _compile(template, inputs, day)
        kept = keep_notes(template, inputs)
        if kept == inputs:
            return made
        inputs = kept


def _compile(template: bytes, inputs: dict[str, str], day: datetime) -> tuple[bytes, dict[str, str]]:
    """Compile, and if characters are lacking again without them; Typst names all that it lacks, and each round shows fewer."""
    while True:
        try:
            return _set(template, inputs, day), inputs
        except typst.TypstError as error:
            lacking = {character for text in _LACKING.findall(error.diagnostic) for character in _unescape(text)}
            shown = inputs | {"brief": _show_codes(inputs["brief"], lacking)}
            if shown == inputs:
                raise
            inputs = shown


def _set(template: bytes, inputs: dict[str, str], day: datetime) -> bytes:
    return typst.compile(template, format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"], sys_inputs=inputs, timestamp=day)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _show_codes(data: str, lacking: set[str]) -> str:
    """Replace characters in JSON by their code points, each run of them in brackets of its own; what JSON is made of is never lacking."""
    replaced = "".join(sorted(character for character in lacking if not character.isascii()))
    if not replaced:
        return data
    runs = re.compile(f"[{re.escape(replaced)}]+")
    return runs.sub(lambda run: "[" + " ".join(f"U+{ord(character):04X}" for character in run[0]) + "]", data)


def _split_language(tag: str) -> tuple[str, str | None]:
    found = _LANGUAGE.match(tag)
    return (found[1].lower(), found[2]) if found else ("en", None)


def _to_day(date: str) -> datetime:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return _FIRST_DAY

"""Briefs in Markdown, read back by a parser: whatever the texts hold, they stay text, and every footnote is called and told."""

from __future__ import annotations

import re
import string

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from travaux.views.briefs.blocks import Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.markdown import render_markdown
from travaux.views.report import quoted

_LETTERS = string.ascii_letters + string.digits + string.punctuation + " \n“”é"
HOSTILE = st.text(alphabet=_LETTERS, min_size=1, max_size=50).filter(lambda text: bool(text.strip()))
PARSER = MarkdownIt("commonmark").enable("table")
_CALL = re.compile(r"(?<!\\)(?P<escaped>(?:\\\\)*)\[\^(?P<number>\d+)\](?!:)")


def make(*blocks: Paragraph | Items | Table | Figure, title: str = "Title") -> Brief:
    return Brief(title, "Kicker", ("Lead.",), (Section("Part", blocks),), (("Data", "version"),), "Corpus")


def shown(rendered: str) -> list[str]:
    """Give the texts that a reader sees, in their order, with ``^1`` where a footnote is called; anything else than text is a failure."""
    texts = []
    for token in PARSER.parse(_CALL.sub("\\g<escaped>\N{SUPERSCRIPT ONE}", rendered)):
        assert token.type not in {"html_block", "code_block", "fence", "hr"}, rendered
        if token.type == "inline":
            parts = token.children or []
            assert {part.type for part in parts} <= {"text", "text_special", "strong_open", "strong_close"}, rendered
            texts.append("".join(part.content for part in parts))
    return texts


def line(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=20, deadline=None)
@example(words="a ", strong="b", item="0 ", cell="c", quote="d", source="e")
@example(words="a", strong="b", item="\\", cell="c", quote="d", source="e")
@given(words=HOSTILE, strong=HOSTILE, item=HOSTILE, cell=HOSTILE, quote=HOSTILE, source=HOSTILE)
def test_texts_stay_text(words: str, strong: str, item: str, cell: str, quote: str, source: str) -> None:
    note = Note(source, quote)
    told: Words = (Strong(strong), " ", words, note)
    found = shown(render_markdown(make(Paragraph(told), Items(((item, note),)), Table(item, (cell, "b"), (((cell,), told),)), title=words)))
    whole = f"{line(strong)} {line(words)}¹"
    expected = ["Kicker", line(words), "Lead.", "Part", whole, f"{line(item)}¹", line(item), line(cell), "b", line(cell), whole]
    end = ["About this brief", "Data: version", f"[^1]: {line(quoted(quote))} {line(source)}"]
    assert [line(text) for text in found] == [*expected, *end]


def test_a_note_that_is_called_again_keeps_its_number() -> None:
    first, second = Note("Report, paragraph 1.", "words"), Note("Report, paragraph 2.")
    rendered = render_markdown(make(Paragraph(("One", first)), Paragraph(("Two", second, first))))
    assert [call["number"] for call in _CALL.finditer(rendered)] == ["1", "2", "1"]
    assert "Two[^2] [^1]" in rendered, "numbers of notes do not run together"
    assert rendered.endswith("\n[^1]: “words” Report, paragraph 1.\n\n[^2]: Report, paragraph 2.\n")


def test_an_address_does_not_end_its_link_and_a_figure_is_told_in_words() -> None:
    rendered = render_markdown(make(Paragraph((Link("go]", "https://example.org/?a=(b)>c"),)), Figure("<svg/>", "Two bars.", "Bars.")))
    assert "[go\\]](<https://example.org/?a=%28b%29%3Ec>)" in rendered
    assert "\nBars. Two bars.\n" in rendered

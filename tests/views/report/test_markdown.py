"""Reports in Markdown, read back by a parser: whatever the texts hold, they stay text."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from travaux.views.report import Grid, Items, Quote, Report, Section, Text, quoted, render_markdown

HOSTILE = st.text(alphabet=string.ascii_letters + string.digits + string.punctuation + " \n“”é", min_size=1, max_size=60).filter(
    lambda text: bool(text.strip())
)
PARSER = MarkdownIt("commonmark").enable("table")


def shown(markdown: str) -> list[str]:
    """Give the texts that a reader sees, in their order; anything but text, cells and line breaks is a failure."""
    texts = []
    for token in PARSER.parse(markdown):
        assert token.type not in {"html_block", "code_block", "fence", "hr"}, markdown
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special", "softbreak", "hardbreak"}, (kinds, markdown)
            texts.append("".join("\n" if child.type.endswith("break") else child.content for child in token.children or ()))
    return texts


def line(text: str) -> str:
    return " ".join(text.split())


@given(title=HOSTILE, words=HOSTILE, item=HOSTILE, cell=HOSTILE, quote=HOSTILE, source=HOSTILE)
def test_texts_of_documents_stay_text(title: str, words: str, item: str, cell: str, quote: str, source: str) -> None:
    blocks = (Text(words), Items((item, item)), Grid((cell, "b"), ((cell, words),)), Quote(quote, (source,)))
    found = shown(render_markdown(Report(title, words, (Section(title, blocks),), (item,))))
    expected = [title, words, title, words, item, item, cell, "b", cell, words, line(quoted(quote)), source, "How to read this", item]
    assert [text.strip() for text in found] == [line(text) for text in expected]


def test_sections_are_headings_below_the_title() -> None:
    report = Report("a", sections=(Section("b", (), (Section("c", (Text("d"),)),)),))
    assert render_markdown(report) == "# a\n\n## b\n\n### c\n\nd\n"

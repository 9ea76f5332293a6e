"""What sources a corpus has, and what is said of them."""

from __future__ import annotations

import pytest

from travaux.analysis.sources import Sources, sources_of
from travaux.model.schemes import DocumentKind
from travaux.views.wording import ABOUT_COUNTS, ABOUT_LINKS, ABOUT_STANCE, NOT_SAID, in_sources

NOTE, REPORT, ANSWERS = DocumentKind.CONCEPT_NOTE, DocumentKind.REPORT, DocumentKind.RESPONSES


@pytest.mark.parametrize(
    ("kinds", "sources"),
    [
        ((), Sources.REPORTS),
        ((NOTE,), Sources.REPORTS),
        ((NOTE, REPORT), Sources.REPORTS),
        ((NOTE, ANSWERS), Sources.ANSWERS),
        ((ANSWERS, REPORT), Sources.BOTH),
    ],
)
def test_sources_are_told_from_the_documents_that_hold_statements(kinds: tuple[DocumentKind, ...], sources: Sources) -> None:
    assert sources_of(kinds) is sources


def test_every_note_speaks_of_what_there_is() -> None:
    for notes in (ABOUT_COUNTS, ABOUT_STANCE, NOT_SAID, ABOUT_LINKS):
        assert set(notes) == set(Sources)
        assert "report" not in notes[Sources.ANSWERS]


def test_a_remark_on_reports_becomes_one_on_answers() -> None:
    words = "Numbers are of statements in the reports, never of speakers; how widely something is held is the report's own word."
    assert in_sources(words, Sources.REPORTS) == words
    assert "report" not in in_sources(words, Sources.ANSWERS)
    assert "in the reports and answers" in in_sources(words, Sources.BOTH)

"""Where briefs quote from: every quote with its place, every document named at the end, and what was told elsewhere said beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pypdfium2
import pytest

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.corpus import Corpus
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.views.briefs.blocks import Brief, Items, Note, Paragraph, Section, Strong
from travaux.views.briefs.formats import FORMS
from travaux.views.briefs.markdown import render_markdown
from travaux.views.briefs.marks import mark_once
from travaux.views.briefs.notes import number_notes

_SECOND = "second-intersessional-consultation"
_KINDS = (
    ("article", "17"),
    ("theme", "trust"),
    ("question", "13"),
    ("consultation", "second"),
    ("consultation", "fifth"),
    ("compare", "second", "fifth"),
    ("gaps",),
)
_NARROWED = Selection(consultations=(_SECOND,))
_OF_FIFTH = "Chair's Report of the Fifth Intersessional Consultation, 13\u00a0July 2023"
_PLACE = re.compile(r", (paragraphs? \S+|question \d+|agenda item \S+|under the heading)".replace(" ", "[ \u00a0]"))


@pytest.fixture(scope="session")
def all_briefs(seeds_brief: Callable[..., Brief]) -> list[Brief]:
    narrowed = [seeds_brief(kind, *names, selection=_NARROWED) for kind, *names in (_KINDS[1], _KINDS[2], _KINDS[-1])]
    return [*(seeds_brief(kind, *names) for kind, *names in _KINDS), *narrowed]


def _words(brief: Brief) -> str:
    return render_markdown(brief).replace("\\", "").replace("\u00a0", " ")


def test_every_document_that_a_note_quotes_is_named_at_the_end(all_briefs: list[Brief], built_seeds: Build) -> None:
    corpus: Corpus = built_seeds.corpus
    for brief in all_briefs:
        listed = dict(brief.about)["Documents"]
        quoting = [note for note in number_notes(brief) if note.quote]
        assert all(note.documents for note in quoting), brief.title
        for note in number_notes(brief):
            named = [one.title for one in corpus.documents if one.title in note.source]
            assert all(title in listed for title in named), (brief.title, note)


def test_every_quote_has_its_place(all_briefs: list[Brief]) -> None:
    for brief in all_briefs:
        quoting = [note for note in number_notes(brief) if note.quote]
        assert quoting, brief.title
        assert not [note.source for note in quoting if not _PLACE.search(note.source)], brief.title


def _lines(sections: tuple[Section, ...]) -> Iterator[tuple[object, ...]]:
    for section in sections:
        for block in section.blocks:
            yield from block.items if isinstance(block, Items) else [block.words] if isinstance(block, Paragraph) else []
        yield from _lines(section.sections)


def test_what_is_told_elsewhere_says_so_beside_it(seeds_brief: Callable[..., Brief]) -> None:
    told = 0
    for brief in (seeds_brief("consultation", "second"), seeds_brief("theme", "trust", selection=_NARROWED)):
        for line in _lines(brief.sections):
            text = "".join(part for part in line if isinstance(part, str)).replace("\u00a0", " ")
            notes = [part for part in line if isinstance(part, Note)]
            is_elsewhere = any(_OF_FIFTH in note.source for note in notes)
            assert is_elsewhere == (", elsewhere: Fifth Intersessional Consultation, 2023)" in text), text
            told += is_elsewhere
    assert told
    assert ", elsewhere: " not in _words(seeds_brief("article", "17"))


def test_concern_and_opposition_show_what_they_are_about(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("consultation", "second"))
    assert "stands above" not in told
    assert (
        "What was opposed stands in quotation marks, here or in a footnote; the view behind it stands in bold.\n\n"
        "**The mechanism of implementation should consider existing processes and not reinvent the wheel.** "
        "Against: “reinventing the wheel when developing a mechanism for the implementation of the convention”."
    ) in told


def test_stances_have_room_by_their_weight(seeds_brief: Callable[..., Brief]) -> None:
    sections = {one.title.partition(" (")[0]: one for one in seeds_brief("consultation", "second").sections}
    shown = {
        name: sum(isinstance(block, Paragraph) and isinstance(block.words[0], Strong) for block in sections[name].blocks)
        for name in ("Support", "Proposals", "Concern", "Opposition", "No stance")
    }
    assert shown == {"Support": 4, "Proposals": 2, "Concern": 2, "Opposition": 1, "No stance": 1}


def test_a_comparison_begins_with_what_it_finds(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("compare", "second", "fifth"))
    assert (
        "\nBoth record 7 positions; 23 are recorded only later and 39 only earlier, none reversed, 1 pair opposed across the two. " in told
    )
    assert "- **Recorded only earlier: 3 themes.** Capacity-building, Public-private cooperation and Legal harmonization." in told
    assert told.count("[number unverified]") == 1
    assert not re.search(r"\| \d+ \(", told)


def test_a_mark_is_set_once_for_all_lines() -> None:
    note = Note("Not verified, but from recollection: the number of chapter I and chapter VI [number unverified].")
    lines = ("chapter I [number unverified]: A; chapter V: B", "chapter VI [number unverified]: C", "chapter V: B")
    assert mark_once(lines) == (("chapter I: A; chapter V: B", note), ("chapter VI: C", note), ("chapter V: B",))


def test_an_article_is_two_pages(seeds_brief: Callable[..., Brief]) -> None:
    for number in ("17", "23", "24"):
        brief = seeds_brief("article", number)
        assert len(pypdfium2.PdfDocument(FORMS["pdf"].render(brief))) == 2, number
    objections = "Objection (inferred by an editor): Article 17 on offences relating to other international treaties should be deleted."
    assert _words(seeds_brief("article", "17")).count(objections) == 2


@pytest.mark.measure
def test_every_provision_with_statements_is_two_pages(seeds_brief: Callable[..., Brief], stored_seeds: Store) -> None:
    query = f"{PREFIXES}SELECT DISTINCT ?place WHERE {{ ?one a trv:Statement ; trv:provision ?place }}"
    places = sorted(str(row["place"]).rpartition("/instrument/")[2] for row in stored_seeds.select(query))
    assert len(places) > 10
    for place in places:
        brief = seeds_brief("article", *place.replace("preambular-paragraph", "preambular paragraph").replace("/", " ").split())
        assert len(pypdfium2.PdfDocument(FORMS["pdf"].render(brief))) <= 2, place

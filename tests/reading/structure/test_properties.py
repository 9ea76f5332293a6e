from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.model.contents import Contents
from travaux.model.document import Document
from travaux.model.identity import identifier
from travaux.model.schemes import DocumentKind
from travaux.model.text import Block, BlockKind, SourceText, Span
from travaux.reading.structure import Context, read_structure

FRAGMENTS = (
    "1. ", "2. ", "3) ", "2.1 ", "12. ", "\n", "\n\n", "  ", "**", "****", "# ", "(a) ", "- ", "[", "]", "(", ")", "“", "”", '"', ".",
    ":", ",", ";", "13 July 2023", "21 August\u20131 September 2023", "31 June 2023", "Sixth session", "its fourth meeting", "held on ",
    "New York, ", "A/AC.291/22", "Under agenda item 2(a), entitled “General provisions”, ", "agenda item 3", "The agenda was:\n",
    "was adjourned", "Report of the Committee", "Ad Hoc Committee", "I. Introduction", "ANNEX", "Note by the Secretariat", "article 5",
    "articles 6-10", "paragraph 2 of article 5", " of the Charter of the United Nations", "preambular paragraphs 1 to 3",
    "General Assembly resolution [75/282](#)", "[one] [two]", "[t]he", "A panel was held with presentations by ", "Mr. Ana Li",
    "H.E. Ms. ", ", Director at the Blue Fund (BF)", ", both on behalf of X", " (Kenya)", "chaired by ", ", Chair of the Committee",
    "who briefed the meeting", " and ", "attended by ", "102 experts: ", "6 from States", "forty-one guests", "Speakers stressed much",
    "What is missing?", "é", "\u00a0", "\r\n", "\t",
)  # fmt: skip

report_like = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
noise = st.text(max_size=300)
kinds = st.sampled_from(list(BlockKind))


@st.composite
def sources(draw: st.DrawFn) -> SourceText:
    """A text cut into blocks anywhere, as long as blocks are in order and do not overlap."""
    text = draw(st.one_of(report_like, noise))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    blocks = [
        Block(kind=draw(kinds), start=start, end=end, level=draw(st.integers(0, 3)))
        for start, end in pairwise(cuts)
        if start < end and draw(st.integers(0, 9))
    ]
    return SourceText(text=text, blocks=tuple(blocks))


def read(source: SourceText, kind: DocumentKind = DocumentKind.REPORT) -> Contents:
    document = Document(id=identifier("document", "x"), name="x", title="x", kind=kind, file="x.txt", checksum="")
    return read_structure(document, source, Context(provisions={"article 5": identifier("instrument", "draft", "article", "5")}))


def spans(contents: Contents) -> Iterator[Span]:
    for part in contents.parts():
        span = getattr(part, "span", None)
        if isinstance(span, Span):
            yield span
    for finding in contents.findings:
        yield from finding.spans


@settings(max_examples=300, deadline=None)
@given(sources(), st.sampled_from(list(DocumentKind)))
def test_any_text_is_read_exactly(source: SourceText, kind: DocumentKind) -> None:
    contents = read(source, kind)
    for span in spans(contents):
        assert source.text[span.start : span.end] == span.quote
        assert span.quote == span.quote.strip()
    ends = [0] + [paragraph.span.end for paragraph in contents.paragraphs]
    assert all(paragraph.span.start >= end for paragraph, end in zip(contents.paragraphs, ends, strict=False))
    assert [paragraph.order for paragraph in contents.paragraphs] == list(range(1, len(contents.paragraphs) + 1))
    ids = [part.id for part in contents.parts()] + [actor.id for actor in contents.actors] + [finding.id for finding in contents.findings]
    assert len(set(ids)) == len(ids)
    assert contents == read(source, kind)


@settings(max_examples=150, deadline=None)
@given(sources())
def test_what_a_part_points_to_is_there(source: SourceText) -> None:
    contents = read(source)
    known = {part.id for part in contents.parts()} | {actor.id for actor in contents.actors}
    for paragraph in contents.paragraphs:
        assert {paragraph.section, paragraph.agenda_item} <= known | {None}
    for person in contents.participations:
        assert {person.person, person.organization, person.on_behalf_of, person.state, person.panel, person.paragraph} <= known | {None}
    for item in contents.agenda_items:
        assert item.parent in known | {None}
    for figure in contents.attendance:
        assert figure.part_of in known | {None}
    for finding in contents.findings:
        assert finding.subject in known | {contents.document.id}


@given(st.lists(st.sampled_from(["Something was said", "Mr. Li spoke", "It rose by 5 per cent"]), min_size=1, max_size=40))
def test_numbered_paragraphs_are_found_whatever_their_number(sentences: list[str]) -> None:
    text = "\n\n".join(f"{number}. {sentence} ({number})." for number, sentence in enumerate(sentences, start=1))
    contents = read(SourceText(text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),)))
    assert [paragraph.number for paragraph in contents.paragraphs] == [str(number) for number in range(1, len(sentences) + 1)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", "Aa ", "1 ", "1. a\n", "[", "“", "**", "A/", "Mr. A B, ", "article 1, ", "1-2 June 2023, ", "first session ",
     "Chair, A ", "attended by 5 ", "panel ", "Convention on ", "agenda item 1, ", "of the "],
)  # fmt: skip
def test_time_stays_in_proportion_to_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        read(SourceText(text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=length),)))
        return time.process_time() - start

    short, long = seconds(25_000), seconds(200_000)
    assert long < 8 * 4 * max(short, 0.02)

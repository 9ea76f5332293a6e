"""A small invented negotiation on rivers: a thesaurus, two questions of two chapters, and statements in one paragraph each."""

from __future__ import annotations

from typing import Any, Protocol

import pytest

from travaux.model.argument import Speaker, Statement
from travaux.model.consultation import AgendaItem
from travaux.model.contents import Contents
from travaux.model.document import Document, Header, Paragraph, Question, Section
from travaux.model.identity import Id, child
from travaux.model.schemes import Act, DocumentKind, Prevalence, SpeakerKind, Stance
from travaux.model.text import Span
from travaux.model.theme import Theme
from travaux.reading.linking import Knowledge

REPORT, NOTE, MEETING = Id("document/report"), Id("document/note"), Id("consultation/spring")
SCOPE, WATER = Id("instrument/draft/chapter/I"), Id("instrument/draft/chapter/II")


class Say(Protocol):
    def __call__(self, quote: str, **fields: Any) -> Statement: ...


def theme(name: str, label: str, **fields: Any) -> Theme:
    return Theme(id=Id(f"theme/{name}"), name=name, pref_label=label, **fields)


def question(number: str, text: str, chapter: Id, consultation: Id = MEETING) -> Question:
    return Question(
        id=child(NOTE, "question", number),
        document=NOTE,
        number=number,
        order=int(number),
        span=Span.of(NOTE, text, 0, len(text)),
        section=child(NOTE, "section", chapter[-1]),
        chapter=chapter,
        consultation=consultation,
    )


@pytest.fixture
def knowledge() -> Knowledge:
    article = Id("instrument/draft/article/4")
    themes = (
        theme("dams", "Dams", alt_labels=("barrages",), signal_phrases=("storage of water",), provisions=(article,)),
        theme("farms", "Small farms", negative_phrases=("wind farms",), broader=(Id("theme/users"),)),
        theme("users", "Users of water"),
        theme("data", "Exchange of data", signal_phrases=("sharing data",), negative_phrases=("exchange of data centres",)),
    )
    questions = (
        question("1", "What should the convention say on dams and the storage of water?", SCOPE),
        question("2", "How should the exchange of data between States be arranged?", WATER),
        question("3", "What should be the main aspects of this chapter?", WATER),
    )
    titles = {SCOPE: "Scope", WATER: "Shared waters"}
    sections = tuple(
        Section(
            id=child(NOTE, "section", chapter[-1]), document=NOTE, order=1, title=title, span=Span.of(NOTE, title, 0, 1), chapter=chapter
        )
        for chapter, title in titles.items()
    )
    return Knowledge(themes=themes, questions=questions, sections=sections)


@pytest.fixture
def say() -> Say:
    made: list[Statement] = []

    def make(quote: str, **fields: Any) -> Statement:
        identity = child(REPORT, "statement", str(len(made)))
        given: dict[str, Any] = {
            "id": identity,
            "document": REPORT,
            "paragraph": child(REPORT, "paragraph", str(len(made))),
            "span": Span.of(REPORT, quote, 0, len(quote)),
            "cue": "stressed",
            "speaker": Speaker(id=child(identity, "speaker"), document=REPORT, kind=SpeakerKind.COLLECTIVE, prevalence=Prevalence.SEVERAL),
            "act": Act.STRESS,
            "stance": Stance.SUPPORTS,
            "claim": quote,
            "rule": "written",
        }
        made.append(Statement(**given | fields))
        return made[-1]

    return make


class Report(Protocol):
    def __call__(self, *statements: Statement, text: str | None = None, chapter: Id = WATER, meeting: Id = MEETING) -> Contents: ...


@pytest.fixture
def report() -> Report:
    """Write a report in which each statement has the paragraph that it names, under one agenda item."""

    def make(*statements: Statement, text: str | None = None, chapter: Id = WATER, meeting: Id = MEETING) -> Contents:
        document = Document(
            id=REPORT, name="report", title="Report", kind=DocumentKind.REPORT, file="r.txt", checksum="0", consultation=meeting
        )
        span = Span.of(REPORT, "Item", 0, 4)
        item = AgendaItem(
            id=child(REPORT, "agenda-item", "2"),
            document=REPORT,
            consultation=meeting,
            number="2",
            title="Item",
            order=1,
            span=span,
            chapter=chapter,
        )
        paragraphs = {
            statement.paragraph: Paragraph(
                id=statement.paragraph,
                document=REPORT,
                order=order,
                span=Span.of(REPORT, text or statement.span.quote, 0, len(text or statement.span.quote)),
                agenda_item=item.id,
            )
            for order, statement in enumerate(statements, 1)
        }
        return Contents(
            document=document,
            header=Header(id=child(REPORT, "header"), document=REPORT),
            paragraphs=tuple(paragraphs.values()),
            agenda_items=(item,),
        )

    return make

"""The three invented documents, their paragraphs, and exact places in them."""

from __future__ import annotations

import datetime as dt
import re

from travaux.model.document import Document, Header, Paragraph, Question, Reference, Section
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import DocumentKind, ReferenceKind
from travaux.model.text import Span

SPRING = identifier("document", "spring-report")
NOTE = identifier("document", "autumn-note")
AUTUMN = identifier("document", "autumn-report")
SPRING_CONSULTATION = identifier("consultation", "spring")
AUTUMN_CONSULTATION = identifier("consultation", "autumn")

TEXTS: dict[Id, str] = {
    SPRING: """Report of the spring consultation on the protection of lakes

1. The spring consultation was attended by 30 participants: 12 from lakeside councils and 17 from non-governmental organizations.
2. A panel was held under agenda item 1, entitled "General provisions", with presentations by Ms. Ada Brook, Director of the Lake Watch \
Network (LWN), and Mr. Tom Reed, Engineer at Clearwater, on behalf of the Shoreline Chamber.
3. The first panellist recommended that reservoirs be covered, given that they feed natural lakes. Several speakers cautioned against a \
broad scope, because it would delay ratification.
4. Under agenda item 2, entitled "Cooperation", many speakers stressed the importance of trust between riparian States, building on the \
Convention on Shared Rivers. Some speakers supported joint monitoring as a way to build trust.
5. Under agenda item 3, entitled "Final provisions", a few speakers called for early entry into force.
6. Under agenda item 4, entitled "Any other business", the floor was opened instead of closed, as usual, provided that nobody objected.
""",
    NOTE: """Guiding questions for the autumn consultation

General provisions

1. Which waters should the convention cover?
2. Which terms should article 2 define?

Cooperation

3. How should data be shared, in the light of the Convention on Shared Rivers?
4. Who should pay for joint monitoring?
""",
    AUTUMN: """Report of the autumn consultation on the protection of lakes

1. The autumn consultation was attended by 40 participants: 25 from lakeside councils and 15 from non-governmental organizations.
2. Under agenda item 2(a), entitled "General provisions", while a number of speakers cautioned against a scope that covers every pond, \
as a narrow scope keeps the convention workable, others held that reservoirs belong in the scope, provided that dams in use are exempt.
3. Under agenda item 2(b), entitled "Protection", several speakers expressed concern about article 3, as the limit on discharges spares \
no small farm. The delegation of Norland proposed to delete the words "where appropriate" from article 3.
4. One speaker proposed that article 4 be optional rather than deleted.
5. Under agenda item 2(c), entitled "Cooperation", it was stressed that data should be shared openly under article 6, rather than sold.
6. Under agenda item 3, entitled "Other matters", no statements were made.

The Chair thanked the hosts.
""",
}

DRAFT = identifier("instrument", "draft")
CHAPTERS = {"General provisions": child(DRAFT, "chapter", "I"), "Cooperation": child(DRAFT, "chapter", "III")}


def span(document: Id, quote: str, *, after: str = "") -> Span:
    """Find the exact words in a document, the first time that they stand after other words."""
    text = TEXTS[document]
    start = text.index(quote, text.index(after))
    return Span.of(document, text, start, start + len(quote))


def paragraph(document: Id, number: str) -> Id:
    return child(document, "paragraph", number)


def _document(identifier_: Id, title: str, kind: DocumentKind, consultation: Id, month: int) -> Document:
    name = identifier_.rpartition("/")[2]
    return Document(
        id=identifier_,
        name=name,
        title=title,
        kind=kind,
        file=f"documents/{name}.txt",
        checksum="0" * 64,
        symbol=f"LAKES/2030/{month}",
        date=dt.date(2030, month, 20),
        consultation=consultation,
    )


DOCUMENTS = (
    _document(SPRING, "Report of the spring consultation", DocumentKind.REPORT, SPRING_CONSULTATION, 4),
    _document(NOTE, "Guiding questions", DocumentKind.CONCEPT_NOTE, AUTUMN_CONSULTATION, 9),
    _document(AUTUMN, "Report of the autumn consultation", DocumentKind.REPORT, AUTUMN_CONSULTATION, 10),
)

HEADERS = tuple(Header(id=child(document.id, "header"), document=document.id, title=document.title) for document in DOCUMENTS)

SECTIONS = tuple(
    Section(id=child(NOTE, "section", str(order)), document=NOTE, order=order, title=title, span=span(NOTE, title), chapter=CHAPTERS[title])
    for order, title in enumerate(CHAPTERS, start=1)
)


def _item(document: Id, *parts: str) -> Id:
    return child(document, "agenda-item", *parts)


_AGENDA = {
    SPRING: {"2": "1", "3": "1", "4": "2", "5": "3", "6": "4"},
    NOTE: {},
    AUTUMN: {"2": "2(a)", "3": "2(b)", "4": "2(b)", "5": "2(c)", "6": "3"},
}


def _paragraphs(document: Id) -> tuple[Paragraph, ...]:
    found = re.findall(r"^(?:(\d+)\. )?(.+)$", TEXTS[document], flags=re.MULTILINE)
    return tuple(
        Paragraph(
            id=paragraph(document, number or f"block-{order}"),
            document=document,
            order=order,
            span=span(document, f"{number}. {words}" if number else words),
            number=number or None,
            agenda_item=_item(document, _AGENDA[document][number]) if number in _AGENDA[document] else None,
        )
        for order, (number, words) in enumerate(found, start=1)
    )


PARAGRAPHS = tuple(part for document in (SPRING, AUTUMN) for part in _paragraphs(document))


def _question(number: str, words: str, title: str) -> Question:
    return Question(
        id=child(NOTE, "question", number),
        document=NOTE,
        number=number,
        order=int(number),
        span=span(NOTE, words),
        section=child(NOTE, "section", str(list(CHAPTERS).index(title) + 1)),
        chapter=CHAPTERS[title],
        consultation=AUTUMN_CONSULTATION,
    )


QUESTIONS = (
    _question("1", "Which waters should the convention cover?", "General provisions"),
    _question("2", "Which terms should article 2 define?", "General provisions"),
    _question("3", "How should data be shared, in the light of the Convention on Shared Rivers?", "Cooperation"),
    _question("4", "Who should pay for joint monitoring?", "Cooperation"),
)


def _reference(where: Id | None, found: Span, kind: ReferenceKind, target: str, provision: Id | None = None) -> Reference:
    identifier_ = child(found.document, "reference", f"{found.start}-{found.end}")
    return Reference(id=identifier_, document=found.document, paragraph=where, kind=kind, target=target, span=found, provision=provision)


def _article(where: Id | None, found: Span) -> Reference:
    return _reference(where, found, ReferenceKind.ARTICLE, found.quote, child(DRAFT, *found.quote.split()))


_RIVERS = "Convention on Shared Rivers"

REFERENCES = (
    _reference(paragraph(SPRING, "4"), span(SPRING, _RIVERS), ReferenceKind.INSTRUMENT, _RIVERS),
    _reference(None, span(NOTE, _RIVERS), ReferenceKind.INSTRUMENT, _RIVERS),
    _article(None, span(NOTE, "article 2")),
    _article(paragraph(AUTUMN, "3"), span(AUTUMN, "article 3")),
    _article(paragraph(AUTUMN, "3"), span(AUTUMN, "article 3", after="Norland")),
    _article(paragraph(AUTUMN, "4"), span(AUTUMN, "article 4")),
    _article(paragraph(AUTUMN, "5"), span(AUTUMN, "article 6")),
)

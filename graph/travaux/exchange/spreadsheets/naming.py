"""What stands in cells for the identifiers of a corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from travaux.exchange.spreadsheets.thesaurus import name_themes, read_themes
from travaux.model.argument import Position, TextChange
from travaux.model.consultation import Organization, Participation, Person, State
from travaux.model.corpus import Corpus
from travaux.model.document import Document, Paragraph, Question
from travaux.model.identity import Id
from travaux.model.review import Decision, Reviewer
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.model.treaty import Article, Chapter, PreambularParagraph
from travaux.rdf.stored import find_records
from travaux.reading.review.paragraphs import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Names by identifier. ``documents`` give the cells that tell of a document, ``things`` questions and those who speak.

    ``positions`` are those that a person has named.
    """

    base: str
    documents: Mapping[Id, Mapping[str, str]]
    paragraphs: Mapping[Id, str]
    things: Mapping[Id, str]
    themes: Mapping[Id, str]
    claims: Mapping[Id, str]
    positions: frozenset[Id]
    changes: Mapping[Id, tuple[str, ...]]
    decisions: Mapping[Id, Decision]
    reviewers: Mapping[Id, str]


def read_named(store: Store, corpus: Corpus) -> Named:
    """Read the names of everything that cells speak of."""
    base = corpus.base
    positions = find_records(store, Position, base)
    return Named(
        base=base,
        documents={document.id: _tell_document(document, corpus) for document in corpus.documents},
        paragraphs={one.id: name_of(one) for one in find_records(store, Paragraph, base)},
        things=_read_things(store, base),
        themes=name_themes(read_themes(store, base)),
        claims={one.id: one.claim for one in positions},
        positions=frozenset(one.id for one in positions if one.review is not ReviewStatus.UNREVIEWED),
        changes=_read_changes(store, base),
        decisions={one.subject: one for one in find_records(store, Decision, base) if one.in_force},
        reviewers={one.id: one.name for one in find_records(store, Reviewer, base)},
    )


def tell_decision(decision: Decision | None, named: Named) -> str:
    """Tell what was decided, by whom and on which day."""
    if decision is None:
        return "not reviewed"
    return f"{decision.kind.value} by {named.reviewers.get(decision.reviewer, decision.reviewer)} on {decision.at.date().isoformat()}"


def _tell_document(document: Document, corpus: Corpus) -> dict[str, str]:
    held = next((one for one in corpus.consultations if one.id == document.consultation), None)
    day = document.date or (held.last_day if held else None)
    return {
        "symbol": document.symbol or "",
        "title": document.title,
        "consultation": held.title if held else "",
        "date": day.isoformat() if day else "",
    }


def _read_changes(store: Store, base: str) -> dict[Id, tuple[str, ...]]:
    provisions = {
        one.id: f"{one.noun} {one.number}" for kind in (Article, Chapter, PreambularParagraph) for one in find_records(store, kind, base)
    }
    found: dict[Id, tuple[str, ...]] = {}
    for one in sorted(find_records(store, TextChange, base), key=lambda change: change.id):
        told = f"{one.kind.value} {provisions.get(one.provision, one.provision)}"
        found[one.statement] = (*found.get(one.statement, ()), told)
    return found


def _read_things(store: Store, base: str) -> dict[Id, str]:
    names: dict[Id, str] = {question.id: question.number for question in find_records(store, Question, base)}
    for known in (
        find_records(store, Person, base),
        find_records(store, Organization, base),
        find_records(store, State, base),
        find_records(store, Participation, base),
    ):
        names |= {one.id: one.name for one in known}
    return names

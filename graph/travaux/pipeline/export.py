"""Exporting: the statements of a built graph."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.argument import Link, Position, Statement, TextChange
from travaux.model.consultation import Organization, Participation, Person, State
from travaux.model.corpus import Corpus
from travaux.model.document import Document, Paragraph, Question
from travaux.model.identity import Id
from travaux.model.review import Decision, Reviewer
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.model.treaty import Article, Chapter, PreambularParagraph
from travaux.pipeline.statements import Decided, Names, Row, to_rows
from travaux.rdf.encoding import text_order
from travaux.rdf.stored import find_records


def export_statements(store: Store, corpus: Corpus) -> Iterator[Row]:
    """Give the statements of the built graph of a corpus, sorted by the name of their document and then by their place in it.

    Those that a person has rejected are left out. They are read document by document, so that not all are in memory at once.
    """
    base = corpus.base
    questions = {question.id: question.number for question in find_records(store, Question, base)}
    claims = {position.id: position.claim for position in find_records(store, Position, base)}
    reviewers = {reviewer.id: reviewer.name for reviewer in find_records(store, Reviewer, base)}
    provisions = {
        one.id: f"{one.noun} {one.number}" for kind in (Article, Chapter, PreambularParagraph) for one in find_records(store, kind, base)
    }
    proposed = find_records(store, TextChange, base)
    actors: dict[Id, str] = {}
    for known in (find_records(store, Person, base), find_records(store, Organization, base), find_records(store, State, base)):
        actors |= {actor.id: actor.name for actor in known}
    for document in sorted(corpus.documents, key=lambda document: document.name):
        names = Names(
            documents={document.id: document.name},
            paragraphs={paragraph.id: paragraph.number for paragraph in find_records(store, Paragraph, base, document=document.id)},
            questions=questions,
            actors=actors | _participants(store, base, document),
            positions=claims,
            provisions=provisions,
            reviewers=reviewers,
        )
        decided = Decided.of(find_records(store, Decision, base, document=document.id), proposed)
        found = find_records(store, Statement, base, document=document.id)
        statements = sorted((one for one in found if one.review is not ReviewStatus.REJECTED), key=text_order)
        yield from to_rows(statements, find_records(store, Link, base, document=document.id), names, decided)


def _participants(store: Store, base: str, document: Document) -> dict[Id, str]:
    return {one.id: one.name for one in find_records(store, Participation, base, document=document.id)}

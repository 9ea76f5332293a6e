"""Answers to consultations: who gave them, and what the questions drew."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.columns import columns_of
from travaux.analysis.overview.taken import Taken, taken_by, total
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_TABLES = """SELECT DISTINCT ?document ?title ?consultation WHERE {
  ?source a trv:Document ; trv:kind <https://w3id.org/travaux/scheme/document-kind/responses> ; trv:name ?document ; dcterms:title ?title .
  OPTIONAL { ?source trv:consultation/trv:name ?consultation }
}"""
_RESPONDENTS = """SELECT ?document ?class (COUNT(DISTINCT ?one) AS ?count) WHERE {
  ?one a trv:Respondent ; trv:document/trv:name ?document .
  OPTIONAL { ?one trv:organization ?organization } OPTIONAL { ?one trv:person ?person } OPTIONAL { ?one trv:state ?state }
  BIND(IF(BOUND(?organization), "organization", IF(BOUND(?person), "person", IF(BOUND(?state), "State", "nobody"))) AS ?class)
} GROUP BY ?document ?class"""
_ANSWERS = """SELECT ?document (COUNT(DISTINCT ?answer) AS ?count) WHERE {
  ?answer a trv:Response ; trv:document/trv:name ?document
} GROUP BY ?document"""
_QUESTIONS = """SELECT ?question ?document ?number ?order ?words (COUNT(DISTINCT ?answer) AS ?count) WHERE {
  ?answer a trv:Response ; trv:question ?question .
  ?question trv:document/trv:name ?document ; trv:number ?number ; trv:order ?order ; trv:span/trv:quote ?words
} GROUP BY ?question ?document ?number ?order ?words"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """A document of answers: its respondents by what they speak as, those without a name, and their answers."""

    document: str
    title: str
    consultation: str | None
    organizations: int
    persons: int
    states: int
    unnamed: int
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredQuestion:
    """A question that was answered: how often, and the stances of the statements that speak to it directly."""

    document: str
    number: str
    words: str
    answers: int
    taken: tuple[Taken, ...]

    @property
    def statements(self) -> int:
        """The number of statements that speak to it directly."""
        return total(self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The documents of answers by name, and the questions answered by document and in their order."""

    tables: tuple[AnswerTable, ...]
    questions: tuple[AnsweredQuestion, ...]


def find_answered(store: Store) -> Answered:
    """Find what was answered; questions that drew no answer are left out."""
    given = {(str(row["document"]), str(row["class"])): int(str(row["count"])) for row in store.select(PREFIXES + _RESPONDENTS)}
    answers = {str(row["document"]): int(str(row["count"])) for row in store.select(PREFIXES + _ANSWERS)}
    known = {str(row["document"]): row for row in store.select(PREFIXES + _TABLES)}
    tables = (
        AnswerTable(
            document=name,
            title=str(row["title"]),
            consultation=str(row["consultation"]) if row["consultation"] else None,
            organizations=given.get((name, "organization"), 0),
            persons=given.get((name, "person"), 0),
            states=given.get((name, "State"), 0),
            unnamed=given.get((name, "nobody"), 0),
            answers=answers.get(name, 0),
        )
        for name, row in sorted(known.items())
    )
    return Answered(tables=tuple(tables), questions=_questions(store))


def _questions(store: Store) -> tuple[AnsweredQuestion, ...]:
    columns = columns_of(store)
    taken = taken_by(columns, columns.question)
    rows = sorted(store.select(PREFIXES + _QUESTIONS), key=lambda row: (str(row["document"]), int(str(row["order"])), str(row["number"])))
    return tuple(
        AnsweredQuestion(
            document=str(row["document"]),
            number=str(row["number"]),
            words=str(row["words"]),
            answers=int(str(row["count"])),
            taken=taken.get(str(row["question"]), ()),
        )
        for row in rows
    )

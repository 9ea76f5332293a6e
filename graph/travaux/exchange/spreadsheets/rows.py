"""The rows of the sheets, read from a built graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from travaux.exchange.spreadsheets.cells import join_list, write_mark
from travaux.exchange.spreadsheets.columns import MARK, POSITIONS, RELATIONS, STATEMENTS, THEMES, Sheet, marked_columns
from travaux.exchange.spreadsheets.naming import Named, read_named, tell_decision
from travaux.exchange.spreadsheets.thesaurus import read_themes
from travaux.model.argument import Position, Relation, Statement
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.identity import Id
from travaux.model.schemes import Prevalence, ReviewStatus
from travaux.model.store import Store
from travaux.model.text import Span
from travaux.model.treaty import Outcome
from travaux.rdf.encoding import text_order
from travaux.rdf.stored import find_records

Cells = dict[str, str]
"""The texts of a row by the fields of their columns."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of every sheet, by the name of the sheet."""

    statements: tuple[Cells, ...]
    positions: tuple[Cells, ...]
    themes: tuple[Cells, ...]
    relations: tuple[Cells, ...]

    def of(self, sheet: Sheet) -> tuple[Cells, ...]:
        """Give the rows of a sheet."""
        return {STATEMENTS: self.statements, POSITIONS: self.positions, THEMES: self.themes, RELATIONS: self.relations}[sheet]


def read_rows(store: Store, corpus: Corpus) -> Rows:
    """Read everything that is edited or shown in sheets: statements in the order of the texts, others in that of their names."""
    named = read_named(store, corpus)
    documents = sorted(corpus.documents, key=lambda document: document.name)
    statements = [one for document in documents for one in _read_statements(store, corpus, document)]
    return Rows(
        tuple(_marked(STATEMENTS, _statement(one, named)) for one in statements),
        tuple(_marked(POSITIONS, row) for row in _positions(store, statements, named)),
        tuple(_marked(THEMES, row) for row in _themes(store, statements, named)),
        tuple(_marked(RELATIONS, row) for row in _relations(store, named)),
    )


def _marked(sheet: Sheet, cells: Mapping[str, str]) -> Cells:
    return {**cells, MARK: write_mark(marked_columns(sheet), cells)}


def _read_statements(store: Store, corpus: Corpus, document: Document) -> list[Statement]:
    return sorted(find_records(store, Statement, corpus.base, document=document.id), key=text_order)


def _statement(said: Statement, named: Named) -> Cells:
    decision = named.decisions.get(said.id)
    document = named.documents[said.document]
    return {
        **document,
        "paragraph": named.paragraphs.get(said.paragraph, ""),
        "speaker": said.speaker.phrase or "",
        "speaker_kind": said.speaker.kind.value,
        "prevalence": said.speaker.prevalence.value,
        "actors": join_list(dict.fromkeys(named.things.get(one, one) for one in (*said.speaker.participations, *said.speaker.actors))),
        "stance": said.stance.value,
        "act": said.act.value,
        "cue": said.cue,
        "quote": said.span.quote,
        "claim": said.claim,
        **{name: span.quote if span else "" for name, span in _asides(said)},
        "provisions": join_list(said.citations),
        "changes": join_list(named.changes.get(said.id, ())),
        "questions": join_list(named.things.get(one, one) for one in said.questions),
        "partial_questions": join_list(named.things.get(one, one) for one in said.partial_questions),
        "themes": join_list(named.themes.get(one, one) for one in said.themes),
        "position": _key(said.position) if said.position and said.position in named.positions else "",
        "position_claim": named.claims.get(said.position, "") if said.position else "",
        "review": tell_decision(decision, named),
        "decision": said.review.value if said.review is not ReviewStatus.UNREVIEWED else "",
        "why": (decision.reason if decision else None) or "",
        "note": (decision.note if decision else None) or "",
        "id": named.base + said.id,
    }


def _asides(said: Statement) -> Iterator[tuple[str, Span | None]]:
    yield from (("rationale", said.rationale), ("condition", said.condition), ("contrast", said.contrast))


def _key(position: Id) -> str:
    return position.removeprefix("position/")


def _positions(store: Store, statements: Iterable[Statement], named: Named) -> Iterator[Cells]:
    outcomes = {one.id: f"{one.label} (grade {one.evidence.grade.value})" for one in find_records(store, Outcome, named.base)}
    expressed: dict[Id, list[Statement]] = {}
    for one in statements:
        if one.position and one.review is not ReviewStatus.REJECTED:
            expressed.setdefault(one.position, []).append(one)
    for position in sorted(find_records(store, Position, named.base), key=lambda one: one.id):
        said, decision = expressed.get(position.id, []), named.decisions.get(position.id)
        stances = Counter(one.stance.value for one in said)
        words = {one.speaker.prevalence for one in said} - {Prevalence.UNSPECIFIED}
        yield {
            "key": _key(position.id),
            "claim": position.claim,
            "statements": str(len(said)),
            **{column.field: str(stances[column.field]) for column in POSITIONS.columns if column.field in _STANCES},
            "prevalences": join_list(word.value for word in Prevalence if word in words),
            "documents": join_list(
                dict.fromkeys(named.documents[one.document]["symbol"] or named.documents[one.document]["title"] for one in said)
            ),
            "outcomes": join_list(outcomes[one] for one in position.outcomes if one in outcomes),
            "review": tell_decision(decision, named) if decision else "found by a rule",
            "why": (decision.reason if decision else None) or "",
            "note": (decision.note if decision else None) or "",
            "id": named.base + position.id,
        }


_STANCES = frozenset(STATEMENTS.get("stance").choices)


def _themes(store: Store, statements: Iterable[Statement], named: Named) -> Iterator[Cells]:
    carried: dict[Id, list[Statement]] = {}
    for one in statements:
        for theme in one.themes if one.review is not ReviewStatus.REJECTED else ():
            carried.setdefault(theme, []).append(one)
    for known in read_themes(store, named.base):
        said = carried.get(known.id, [])
        yield {
            "name": known.name,
            "label": known.pref_label,
            "others": join_list(known.alt_labels),
            "definition": known.definition or "",
            "broader": join_list(named.themes.get(one, one) for one in known.broader),
            "statements": str(len(said)),
            "positions": str(len({one.position for one in said if one.position})),
            "id": named.base + known.id,
        }


def _relations(store: Store, named: Named) -> Iterator[Cells]:
    for relation in sorted(find_records(store, Relation, named.base), key=lambda one: one.id):
        document = named.documents.get(relation.span.document)
        yield {
            "premise": named.claims.get(relation.premise, relation.premise),
            "kind": relation.kind.value,
            "conclusion": named.claims.get(relation.conclusion, relation.conclusion),
            "form": relation.form.value,
            "marking": relation.marking.value,
            "document": (document["symbol"] or document["title"]) if document else "",
            "quote": relation.span.quote,
            "id": named.base + relation.id,
        }

"""Statements as rows for people and programs: identifiers replaced by what a report prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from travaux.model.argument import Link, Speaker, Statement, TextChange
from travaux.model.identity import Id, name_key
from travaux.model.review import Decision
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Table, Value

Row = dict[str, Any]
"""A statement by the names in ``COLUMNS``; every value is a string, a number, a truth value, ``None`` or a list."""

COLUMNS = (
    *("id", "document", "paragraph", "quote", "start", "end", "cue", "speaker", "speaker_kind", "prevalence", "act", "stance", "claim"),
    *("rationale", "condition", "provisions", "questions", "themes", "position", "rule", "reviewed"),
    *("contrast", "speaker_actor", "confidence", "links"),
    *("partial_questions", "changes", "review", "reviewer", "reviewed_at", "reason"),
)
"""What a row tells, in this order.

``paragraph`` is the printed number. ``start`` and ``end`` are characters of the document's text as stored. ``provisions`` are in the order
of their numbers, ``questions`` and ``themes`` in that of the confidence of their links, the best first. ``position`` is the claim of the
position that is expressed. ``speaker_actor`` names the persons, organizations and States that spoke, persons in the order of their
seats and others in that of their names, with semicolons between them; ``None`` if none is known. Each of ``links`` has a ``target``, a
``reason`` and a ``confidence``. ``questions`` are those that the statement answers, ``partial_questions`` those that it touches;
``changes`` say what it would do to the text of a provision (``delete article 17``). ``review`` is what a person has decided, and
``reviewer``, ``reviewed_at`` (UTC) and ``reason`` tell who, when and why.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What stands for identifiers in rows: names of documents, actors, reviewers and provisions, printed numbers, claims of positions.

    ``actors`` may name participations too.
    """

    documents: Mapping[Id, str]
    paragraphs: Mapping[Id, str | None]
    questions: Mapping[Id, str] = field(default_factory=dict)
    actors: Mapping[Id, str] = field(default_factory=dict)
    positions: Mapping[Id, str] = field(default_factory=dict)
    provisions: Mapping[Id, str] = field(default_factory=dict)
    reviewers: Mapping[Id, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The decisions in force, by the statement decided upon, and the changes to texts that statements propose."""

    decisions: Mapping[Id, Decision] = field(default_factory=dict)
    changes: Mapping[Id, Sequence[TextChange]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision], changes: Iterable[TextChange]) -> Self:
        """Sort decisions and changes by the statements that they are about."""
        proposed: dict[Id, list[TextChange]] = {}
        for change in sorted(changes, key=lambda change: change.id):
            proposed.setdefault(change.statement, []).append(change)
        return cls(decisions={one.subject: one for one in decisions if one.in_force}, changes=proposed)


def to_rows(statements: Iterable[Statement], links: Iterable[Link], names: Names, decided: Decided | None = None) -> Iterator[Row]:
    """Turn statements into rows, in the order given; every identifier that ``names`` lack is left as it is."""
    reasons: dict[Id, list[Link]] = {}
    for link in sorted(links, key=lambda link: (link.linked_to, link.rule, link.id)):
        reasons.setdefault(link.statement, []).append(link)
    for statement in statements:
        row = _to_row(statement, reasons.get(statement.id, ()), names) | _review(statement, names, decided or Decided())
        yield {column: row[column] for column in COLUMNS}


def _review(said: Statement, names: Names, decided: Decided) -> Row:
    decision = decided.decisions.get(said.id)
    return {
        "changes": [f"{one.kind.value} {names.provisions.get(one.provision, one.provision)}" for one in decided.changes.get(said.id, ())],
        "review": said.review.value,
        "reviewer": names.reviewers.get(decision.reviewer, decision.reviewer) if decision else None,
        "reviewed_at": decision.at.isoformat() if decision else None,
        "reason": decision.reason if decision else None,
    }


def _to_row(said: Statement, links: Sequence[Link], names: Names) -> Row:
    sure = {link.linked_to: link.confidence for link in links}
    return {
        "id": said.id,
        "document": names.documents.get(said.document, said.document),
        "paragraph": names.paragraphs.get(said.paragraph),
        "quote": said.span.quote,
        "start": said.span.start,
        "end": said.span.end,
        "cue": said.cue,
        "speaker": said.speaker.phrase,
        "speaker_kind": said.speaker.kind.value,
        "prevalence": said.speaker.prevalence.value,
        "act": said.act.value,
        "stance": said.stance.value,
        "claim": said.claim,
        "rationale": said.rationale.quote if said.rationale else None,
        "condition": said.condition.quote if said.condition else None,
        "provisions": sorted(said.citations, key=_by_number),
        "questions": _surest(((one, names.questions.get(one, one)) for one in said.questions), sure),
        "themes": _surest(((one, one.removeprefix("theme/")) for one in said.themes), sure),
        "position": names.positions.get(said.position, said.position) if said.position else None,
        "rule": said.rule,
        "reviewed": said.review is not ReviewStatus.UNREVIEWED,
        "contrast": said.contrast.quote if said.contrast else None,
        "speaker_actor": _actor(said.speaker, names),
        "confidence": said.confidence,
        "links": [{"target": link.linked_to, "reason": link.reason, "confidence": link.confidence} for link in links],
        "partial_questions": _surest(((one, names.questions.get(one, one)) for one in said.partial_questions), sure),
    }


def _actor(speaker: Speaker, names: Names) -> str | None:
    identities = (*sorted(speaker.participations, key=_by_number), *sorted(speaker.actors))
    told: dict[str, str] = {}
    for name in (names.actors.get(one) for one in identities):
        if name:
            told.setdefault(name_key(name), name)
    return "; ".join(told.values()) or None


def _surest(named: Iterable[tuple[Id, str]], sure: Mapping[Id, float]) -> list[str]:
    """Sort names by the confidence of the links to what they name, the best first, then by number."""
    return [name for _, name in sorted(named, key=lambda one: (-sure.get(one[0], 0.0), _by_number(one[1])))]


def _by_number(printed: str) -> tuple[tuple[int, str], ...]:
    """Give the key by which article 5 comes before article 24."""
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", printed))


def to_statement_table(rows: Iterable[Row]) -> Table:
    """Make rows a table of ``COLUMNS``; what is a list is joined by semicolons, of links their reasons."""
    return Table(COLUMNS, tuple(tuple(_to_cell(row[column]) for column in COLUMNS) for row in rows))


def _to_cell(value: Any) -> Value:  # noqa: ANN401, what a row holds
    if isinstance(value, list):
        return "; ".join(item["reason"] if isinstance(item, dict) else item for item in value)
    return value  # type: ignore[no-any-return]

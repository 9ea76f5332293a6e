"""Statements of the model in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.evaluation.annotated import Annotated
from travaux.analysis.evaluation.rows import plain_name, plain_provision
from travaux.model.argument import Link, Statement
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.model.text import Span


def to_annotated(statements: Iterable[Statement], links: Iterable[Link] = ()) -> Iterator[Annotated]:
    """Convert statements that nobody has rejected; of the questions of a statement that with the surest link comes first."""
    sure = {(link.statement, link.linked_to): link.confidence for link in links}
    return (_to_annotated(statement, sure) for statement in statements if statement.review is not ReviewStatus.REJECTED)


def _to_annotated(statement: Statement, sure: dict[tuple[Id, Id], float]) -> Annotated:
    questions = sorted(statement.questions, key=lambda question: -sure.get((statement.id, question), 0.0))
    return Annotated(
        document=statement.span.document_name,
        start=statement.span.start,
        end=statement.span.end,
        quote=statement.span.quote,
        paragraph=plain_name(statement.paragraph),
        cue=statement.cue,
        speaker=statement.speaker.phrase or "",
        speaker_kind=statement.speaker.kind,
        prevalence=statement.speaker.prevalence,
        act=statement.act,
        stance=statement.stance,
        rationale=_words(statement.rationale),
        condition=_words(statement.condition),
        contrast=_words(statement.contrast),
        provisions=tuple(dict.fromkeys(map(plain_provision, statement.citations or statement.provisions))),
        questions=tuple(map(plain_name, questions)),
        themes=tuple(map(plain_name, statement.themes)),
        rule=statement.rule,
    )


def _words(span: Span | None) -> str:
    return span.quote if span else ""

"""Agreement of the reviewers of a corpus, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from travaux.cli.output import render_table
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.analysis.evaluation import SecondOpinions
    from travaux.model.store import Table
    from travaux.reading.review.folder import Review


def render_agreement(corpus: Path | None, form: str, differ: str | None) -> str:
    """Render how far the reviewers of a corpus agree, as ``table`` or ``json``; ``differ`` is a field whose differing values are listed.

    ``AnnotationError`` if there are no two who have judged the same statement.
    """
    from travaux.analysis.evaluation import compare_opinions
    from travaux.errors import AnnotationError
    from travaux.pipeline.workspace import find_corpus
    from travaux.reading.review.folder import read_review
    from travaux.reading.review.tables import FOLDER

    folder = find_corpus(corpus)
    review = read_review(folder)
    found = compare_opinions(chain.from_iterable(review.opinions.values()))
    if not found.common:
        hint = "Agreement needs statements that two reviewers have judged, each for themselves."
        raise AnnotationError(_nothing(found), where=str(folder / FOLDER), hint=hint)
    tables = dict(_tabulate(found, differ))
    return _render_json(found, review, tables) if form == "json" else _render_text(found, review, tables)


def _nothing(found: SecondOpinions) -> str:
    if not found.judged:
        return "nobody has judged a statement yet"
    if len(found.reviewers) == 1:
        return f"only {found.reviewers[0]} has judged statements, {found.judged} of them"
    return f"no statement was judged by two: {', '.join(found.reviewers)} have judged different ones"


def _tabulate(found: SecondOpinions, differ: str | None) -> Iterator[tuple[str, Table]]:
    from travaux.analysis.evaluation import opinion_tables as tables

    yield "fields", tables.agreement_table(found)
    yield "pairs", tables.pairs_table(found)
    yield "disputed", tables.disputes_table(found)
    if differ:
        yield f"differing_{differ}", tables.disputed_table(found, differ)


def _render_json(found: SecondOpinions, review: Review, tables: dict[str, Table]) -> str:
    content = {
        "reviewers": {who: review.name_of(who) for who in found.reviewers},
        "judged": found.judged,
        "judged_by_two": found.common,
        **{name: list(table) for name, table in tables.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _render_text(found: SecondOpinions, review: Review, tables: dict[str, Table]) -> str:
    names = (f"{who} ({review.name_of(who)})" if review.name_of(who) != who else who for who in found.reviewers)
    judged = f"{found.common} of {count_of(found.judged, 'statement')} judged by at least two of {', '.join(names)}.\n"
    return "\n".join(
        [judged, *(f"{name.replace('_', ' ').capitalize()}\n\n{render_table(table, 'table')}" for name, table in tables.items())]
    )

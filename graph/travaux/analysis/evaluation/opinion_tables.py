"""Agreement of reviewers as tables."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.evaluation.opinions import SecondOpinions, show
from travaux.analysis.evaluation.tables import rounded
from travaux.model.store import Table


def agreement_table(found: SecondOpinions) -> Table:
    """Tabulate how far all reviewers agree in each field; ``distance`` is how alpha compares two values."""
    rows = (
        (
            one.field,
            one.statements,
            one.unanimous,
            rounded(one.observed),
            rounded(one.alpha),
            "MASI" if one.sets else "nominal",
            one.remark,
        )
        for one in found.fields
    )
    return Table(("field", "statements", "unanimous", "observed", "alpha", "distance", "remark"), tuple(rows))


def pairs_table(found: SecondOpinions) -> Table:
    """Tabulate how far each two reviewers agree in each field."""
    rows = ((one.first, one.second, one.field, one.statements, one.same, rounded(one.kappa), one.remark) for one in found.pairs)
    return Table(("first", "second", "field", "statements", "same", "kappa", "remark"), tuple(rows))


def disputes_table(found: SecondOpinions) -> Table:
    """List the statements on which reviewers differ, with the fields in which they do."""
    rows = (
        (one.document, one.paragraph, one.key, one.quote, ", ".join(one.differing), ", ".join(one.settled_by) or None)
        for one in found.disputes
    )
    return Table(("document", "paragraph", "key", "quote", "differing", "settled_by"), tuple(rows))


def disputed_table(found: SecondOpinions, name: str) -> Table:
    """List the statements on which reviewers differ in one field, with what each of them says; empty where one says nothing about it."""
    disputes = [one for one in found.disputes if name in one.differing]
    reviewers = [who for who in found.reviewers if any(who in one.differing[name] for one in disputes)]

    def rows() -> Iterator[tuple[str | None, ...]]:
        for one in disputes:
            said = one.differing[name]
            values = (show(said[who]) if who in said else None for who in reviewers)
            yield one.document, one.paragraph, one.key, one.quote, *values

    return Table(("document", "paragraph", "key", "quote", *(f"by_{who}" for who in reviewers)), tuple(rows()))

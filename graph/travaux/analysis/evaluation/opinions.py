"""How far reviewers agree who have judged the same statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from travaux.analysis.evaluation.coefficients import MOST_LABELS, Judgement, Label, cohen_kappa, krippendorff_alpha, members
from travaux.analysis.evaluation.rows import plain_provision
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus

STANDS = "stands"
"""The field that tells whether there is a statement at all."""

Said = Mapping[str, Label]
"""What each of several reviewers says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """How far all reviewers agree in one field, over the statements that at least two have judged.

    ``unanimous`` counts those of the ``statements`` on which nobody differs. ``observed`` is the share, from 0 to 1, of equal ones among
    all pairs of opinions on one statement. ``remark`` says why there is no ``alpha``.
    """

    field: str
    sets: bool
    statements: int
    unanimous: int
    observed: float | None
    alpha: float | None
    remark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAgreement:
    """How far two reviewers agree in one field, over the statements that both have judged; ``remark`` says why there is no ``kappa``."""

    field: str
    first: str
    second: str
    statements: int
    same: int
    kappa: float | None
    remark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A statement on which reviewers differ: what each says in the fields in which they do, and who has settled it."""

    document: str
    key: str
    paragraph: str
    quote: str
    differing: Mapping[str, Said]
    settled_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinions:
    """How far reviewers agree: ``judged`` counts the statements that anybody has judged, ``common`` those that at least two have."""

    reviewers: tuple[str, ...]
    judged: int
    common: int
    fields: tuple[FieldAgreement, ...]
    pairs: tuple[PairAgreement, ...]
    disputes: tuple[Dispute, ...]


def compare_opinions(opinions: Iterable[Opinion]) -> SecondOpinions:
    """Compare what reviewers hold of the same statements, those with one key in one document.

    Whoever rejects a statement says nothing about its other fields. The order in which reviewers come does not matter; disputes stand in
    the order in which their statements come, document by document.
    """
    held = _by_statement(opinions)
    common = [list(group.values()) for group in held.values() if len(group) > 1]
    said = {name: [_say(name, group) for group in common] for name in FIELDS}
    reviewers = sorted({reviewer for group in held.values() for reviewer in group})
    together = [pair for pair in combinations(reviewers, 2) if any(pair[0] in one and pair[1] in one for one in said[STANDS])]
    return SecondOpinions(
        reviewers=tuple(reviewers),
        judged=len(held),
        common=len(common),
        fields=tuple(_agree_all(name, one) for name, one in said.items()),
        pairs=tuple(_agree_two(name, one, *pair) for pair in together for name, one in said.items()),
        disputes=tuple(_disputes(common, said)),
    )


def _by_statement(opinions: Iterable[Opinion]) -> dict[tuple[str, str], dict[str, Opinion]]:
    """Gather the opinions on each statement, document by document, by reviewer in the order of their names."""
    held: dict[str, dict[str, dict[str, Opinion]]] = {}
    for one in opinions:
        held.setdefault(one.document, {}).setdefault(one.key, {})[one.reviewer] = one
    return {(document, key): dict(sorted(group.items())) for document, keys in sorted(held.items()) for key, group in keys.items()}


def _say(name: str, group: Iterable[Opinion]) -> Said:
    return {one.reviewer: FIELDS[name](one) for one in group if name == STANDS or one.decision is not ReviewStatus.REJECTED}


def _agree_all(name: str, statements: Sequence[Said]) -> FieldAgreement:
    common = [said for said in statements if len(said) > 1]
    pairs = [one == two for said in common for one, two in combinations(said.values(), 2)]
    judgements: list[Judgement] = [(who, place, label) for place, said in enumerate(common) for who, label in said.items()]
    return FieldAgreement(
        field=name,
        sets=name in SETS,
        statements=len(common),
        unanimous=sum(_unanimous(said) for said in common),
        observed=sum(pairs) / len(pairs) if pairs else None,
        alpha=krippendorff_alpha(judgements),
        remark=_explain({label for _, _, label in judgements}, "no two reviewers have judged one statement"),
    )


def _agree_two(name: str, statements: Iterable[Said], first: str, second: str) -> PairAgreement:
    both = [(said[first], said[second]) for said in statements if first in said and second in said]
    return PairAgreement(
        field=name,
        first=first,
        second=second,
        statements=len(both),
        same=sum(one == two for one, two in both),
        kappa=cohen_kappa(both),
        remark=_explain({label for pair in both for label in pair}, "there is no statement that both have judged"),
    )


def _explain(labels: set[Label], nothing: str) -> str | None:
    """Say why agreement beyond chance has no value, if it has none."""
    if len(labels) > MOST_LABELS:
        return f"not computed: more than {MOST_LABELS:,} different values"
    if len(labels) > 1:
        return None
    return f"undefined: all say {show(next(iter(labels)))!r}" if labels else f"undefined: {nothing}"


def _disputes(common: Iterable[Sequence[Opinion]], said: Mapping[str, Sequence[Said]]) -> Iterable[Dispute]:
    for place, group in enumerate(common):
        differing = {name: every[place] for name, every in said.items() if not _unanimous(every[place])}
        if differing:
            first = group[0]
            settled = tuple(one.reviewer for one in group if one.settles)
            yield Dispute(
                document=first.document,
                key=first.key,
                paragraph=first.paragraph,
                quote=first.quote,
                differing=differing,
                settled_by=settled,
            )


def _unanimous(said: Said) -> bool:
    return len(set(said.values())) < 2  # noqa: PLR2004, nobody differs


def show(label: Label) -> str:
    """Write a label for a person.

    >>> show("supports"), show(frozenset({"2", "15"})), show(frozenset()), show("")
    ('supports', '15 · 2', 'none', 'none')
    """
    return " · ".join(filter(None, members(label))) or "none"


def _stands(opinion: Opinion) -> Label:
    return "rejected" if opinion.decision is ReviewStatus.REJECTED else STANDS


FIELDS: Mapping[str, Callable[[Opinion], Label]] = {
    STANDS: _stands,
    "stance": lambda one: one.stance.value,
    "act": lambda one: one.act.value,
    "speaker_kind": lambda one: one.speaker_kind.value,
    "prevalence": lambda one: one.prevalence.value,
    "provisions": lambda one: frozenset(map(plain_provision, one.provisions)),
    "questions": lambda one: frozenset(one.questions),
    "themes": lambda one: frozenset(one.themes),
    "position": lambda one: one.position or "",
}
"""The fields in the order in which they are reported, and what an opinion says in them; no position is something said too."""

SETS = frozenset({"provisions", "questions", "themes"})
"""Fields of which a statement has any number of values."""

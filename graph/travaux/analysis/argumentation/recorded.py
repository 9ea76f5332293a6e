"""Recorded relations between positions, as a store holds them, and the framework that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.analysis.argumentation import queries
from travaux.analysis.argumentation.framework import BipolarFramework, Pair
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import last_word
from travaux.model.schemes import Marking, RelationForm, RelationKind
from travaux.model.store import Store

_BATCH = 200
"""Relations or positions that one query asks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A recorded relation between two positions, which are named by their keys; ``iri`` names it in the store.

    It is ``mutual`` if it is an attack of the form disagreement: that form says that others hold the opposite, which either side may say of
    the other.
    """

    iri: str
    kind: RelationKind
    form: RelationForm
    marking: Marking
    premise: str
    conclusion: str

    @property
    def mutual(self) -> bool:
        """Whether it holds both ways."""
        return self.kind is RelationKind.ATTACKS and self.form is RelationForm.DISAGREEMENT

    def pairs(self) -> Iterator[Pair]:
        """Give the pairs of positions that it joins, from premise to conclusion."""
        yield self.premise, self.conclusion
        if self.mutual:
            yield self.conclusion, self.premise


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that show a relation, where they stand, and how it was recorded; ``why`` is the reason that an editor gave."""

    quote: str
    document: str
    document_title: str
    paragraph: str | None
    start: int
    end: int
    form: RelationForm
    marking: Marking
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """All relations looked at, in a fixed order, and the claims of the positions that they join, by key."""

    ties: tuple[Tie, ...]
    claims: dict[str, str]
    base: str = ""

    def to_framework(self) -> BipolarFramework:
        """Make a framework of them: relations that qualify neither attack nor support."""
        pairs = defaultdict[RelationKind, set[Pair]](set)
        for tie in self.ties:
            pairs[tie.kind].update(tie.pairs())
        attacks, supports = frozenset(pairs[RelationKind.ATTACKS]), frozenset(pairs[RelationKind.SUPPORTS])
        return BipolarFramework(frozenset(self.claims), attacks, supports)


def read_recorded(store: Store, selection: Selection = ALL, *, explicit_only: bool = False) -> Recorded:
    """Read the relations between positions that nobody has rejected.

    With ``explicit_only``, only those that the text itself marks. Relations whose sentence stands in no selected document are left out, and
    those of a position that statements express of which none is selected; what no statement expresses, such as a mere reason, stays.
    """
    rows = list(store.select(queries.relations(selection)))
    left_out = _unselected(store, selection)
    base = str(rows[0]["premise"]).rpartition("position/")[0] if rows else ""
    ties, claims = list[Tie](), dict[str, str]()
    for row in rows:
        if left_out & {str(row["premise"]), str(row["conclusion"])}:
            continue
        marking = Marking(last_word(row["marking"]))
        if explicit_only and marking is not Marking.EXPLICIT:
            continue
        tie = Tie(
            iri=str(row["relation"]),
            kind=RelationKind(last_word(row["kind"])),
            form=RelationForm(last_word(row["form"])),
            marking=marking,
            premise=to_key(row["premise"]),
            conclusion=to_key(row["conclusion"]),
        )
        ties.append(tie)
        claims |= {tie.premise: str(row["premise_claim"]), tie.conclusion: str(row["conclusion_claim"])}
    ties.sort(key=lambda tie: (tie.premise, tie.conclusion, tie.iri))
    return Recorded(ties=tuple(ties), claims=dict(sorted(claims.items())), base=base)


def to_key(iri: object) -> str:
    """Return the key of a position, the last part of its IRI."""
    return str(iri).rpartition("/position/")[2]


def find_evidence(store: Store, ties: Iterable[Tie]) -> dict[str, Evidence]:
    """Find the words that show these relations, by the IRI of the relation."""
    by_iri = {tie.iri: tie for tie in ties}
    wanted = sorted(by_iri)
    found: dict[str, Evidence] = {}
    for first in range(0, len(wanted), _BATCH):
        batch = wanted[first : first + _BATCH]
        why = {str(row["relation"]): str(row["why"]) for row in store.select(queries.reasons_given(batch))}
        paragraphs = _paragraphs(store, batch)
        for row in store.select(queries.evidence(batch)):
            iri = str(row["relation"])
            found[iri] = Evidence(
                quote=str(row["quote"]),
                document=str(row["document"]),
                document_title=str(row["title"]),
                paragraph=paragraphs.get(iri),
                start=int(str(row["start"])),
                end=int(str(row["end"])),
                form=by_iri[iri].form,
                marking=by_iri[iri].marking,
                why=why.get(iri),
            )
    return found


def _paragraphs(store: Store, relations: list[str]) -> dict[str, str]:
    """Name the paragraphs in which the words of relations stand, by relation: by the short way first, the others by the long one."""
    found: dict[str, str] = {}
    for said in (True, False):
        left = [iri for iri in relations if iri not in found]
        rows = store.select(queries.paragraphs(left, said=said)) if left else ()
        for row in rows:
            found[str(row["relation"])] = str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
    return found


def _unselected(store: Store, selection: Selection) -> set[str]:
    """Name the positions that statements express of which none is selected."""
    if selection == ALL:
        return set()
    chosen = {str(row["position"]) for row in store.select(queries.expressed(selection))}
    return {str(row["position"]) for row in store.select(queries.expressed(ALL))} - chosen

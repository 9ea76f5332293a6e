"""Recorded relations between positions, as a store holds them, and the framework that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from travaux.analysis.argumentation import queries
from travaux.analysis.argumentation.framework import BipolarFramework, Pair
from travaux.analysis.columns import columns_of
from travaux.analysis.paragraphs import Words, find_paragraphs
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, batches, last_word
from travaux.model.schemes import Marking, RelationForm, RelationKind
from travaux.model.store import Store, Value

_BATCH = 200
"""Relations that one query asks about."""


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
    claims = {to_key(row["position"]): str(row["claim"]) for row in store.select(PREFIXES + queries.CLAIMS)} if rows else {}
    ties = list[Tie]()
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
        if tie.premise in claims and tie.conclusion in claims:
            ties.append(tie)
    ties.sort(key=lambda tie: (tie.premise, tie.conclusion, tie.iri))
    joined = sorted({key for tie in ties for key in (tie.premise, tie.conclusion)})
    return Recorded(ties=tuple(ties), claims={key: claims[key] for key in joined}, base=base)


def to_key(iri: object) -> str:
    """Return the key of a position, the last part of its IRI."""
    return str(iri).rpartition("/position/")[2]


def find_evidence(store: Store, ties: Iterable[Tie], base: str) -> dict[str, Evidence]:
    """Find the words that show these relations, by the IRI of the relation; ``base`` is that of ``Recorded``."""
    by_iri = {tie.iri: tie for tie in ties}
    wanted = sorted(by_iri)
    rows, why = list[Mapping[str, Value]](), dict[str, str]()
    for batch in batches(wanted, _BATCH):
        rows += store.select(queries.evidence(batch))
        why |= {str(row["relation"]): str(row["why"]) for row in store.select(queries.reasons_given(batch))}
    words = {str(row["relation"]): _words(row, by_iri[str(row["relation"])], base) for row in rows}
    named = find_paragraphs(store, columns_of(store), words.values())
    paragraphs = {iri: named[one] for iri, one in words.items() if one in named}
    return {str(row["relation"]): _to_evidence(row, by_iri[str(row["relation"])], paragraphs, why) for row in rows}


def _words(row: Mapping[str, Value], tie: Tie, base: str) -> Words:
    positions = (f"{base}position/{tie.premise}", f"{base}position/{tie.conclusion}")
    return Words(str(row["source"]), int(str(row["start"])), int(str(row["end"])), positions)


def _to_evidence(row: Mapping[str, Value], tie: Tie, paragraphs: Mapping[str, str], why: Mapping[str, str]) -> Evidence:
    return Evidence(
        quote=str(row["quote"]),
        document=str(row["document"]),
        document_title=str(row["title"]),
        paragraph=paragraphs.get(tie.iri),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        form=tie.form,
        marking=tie.marking,
        why=why.get(tie.iri),
    )


def _unselected(store: Store, selection: Selection) -> set[str]:
    """Name the positions that statements express of which none is selected."""
    if selection == ALL:
        return set()
    chosen = {str(row["position"]) for row in store.select(queries.expressed(selection))}
    return {str(row["position"]) for row in store.select(queries.expressed(ALL))} - chosen

"""What things are called: labels, short names, exact words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.analysis.neighbourhood import queries
from travaux.analysis.neighbourhood.counting import Tally
from travaux.analysis.neighbourhood.kinds import PROVISIONS, find_kind, shorten
from travaux.analysis.neighbourhood.result import Thing
from travaux.analysis.sparql import batches, last_word
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade, InstrumentStatus, ReviewStatus
from travaux.model.store import Store

_BLANK = "(nobody named it)"


@dataclass(frozen=True, slots=True)
class Described:
    """What the store says of one thing."""

    label: str
    number: str | None
    title: str | None
    unverified: bool
    order: int
    review: ReviewStatus | None
    text: str | None = None
    version: InstrumentStatus | None = None

    def to_thing(self, name: Id, kind: str, whole: Tally, kept: Tally) -> Thing:
        """Make it a thing of the map, with all its statements and those that count."""
        title = self.title or (self.text if kind == "question" else None)
        return Thing(
            id=name,
            kind=kind,
            label=self.label if kind != "question" or not self.text else f"{self.label}: {self.text}",
            short=shorten(kind, self.label, self.number, title),
            text=self.text if kind == "statement" else None,
            unverified=self.unverified,
            statements=kept.statements,
            stances=whole.by_stance,
            prevalence=kept.prevalence,
            review=self.review,
            version=self.version if kind in PROVISIONS else None,
        )


def describe(store: Store, iris: Sequence[str]) -> dict[str, Described]:
    """Find what things are called, by IRI; what the store does not hold is absent, and so is what a person has rejected."""
    found: dict[str, Described] = {}
    wanted = sorted(set(iris))
    texts = _texts(store, wanted)
    for some in batches(wanted):
        for row in sorted(store.select(queries.described(some)), key=lambda row: tuple(map(str, row.values()))):
            iri = str(row["thing"])
            review = ReviewStatus(last_word(row["review"])) if row["review"] else None
            if review is ReviewStatus.REJECTED:
                continue
            described = Described(
                label=str(row["label"]) or _BLANK,
                number=str(row["number"]) if row["number"] else None,
                title=str(row["title"]) if row["title"] else None,
                unverified=bool(row["grade"]) and last_word(row["grade"]) == EvidenceGrade.M.value,
                order=int(str(row["order"])) if row["order"] is not None else 0,
                review=review,
                text=texts.get(iri),
                version=InstrumentStatus(last_word(row["version"])) if row["version"] else None,
            )
            found.setdefault(iri, described)
    return found


def _texts(store: Store, iris: Sequence[str]) -> dict[str, str]:
    worded = [iri for iri in iris if find_kind(_tail(iri)) in {"question", "statement"}]
    return {str(row["thing"]): str(row["text"]) for row in store.select(queries.words_of(worded))} if worded else {}


def _tail(iri: str) -> str:
    return f"document/{iri.partition('/document/')[2]}"

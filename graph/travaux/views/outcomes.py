"""What became of requests, in words that never say that a request was the cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from travaux.model.schemes import EvidenceGrade
from travaux.model.treaty import UNVERIFIED
from travaux.views.wording import GRADE_WORDS, OUTCOME_WORDS

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownSource:
    """What something rests on: a title, and where it can be read, if that is known."""

    title: str
    link: str = ""

    @property
    def text(self) -> str:
        """Title and link in one line."""
        return " – ".join(part for part in (self.title, self.link) if part)

    @property
    def address(self) -> str:
        """The link if a page may lead there, else nothing."""
        return self.link if self.link.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A sentence, what it rests on, and its sources."""

    text: str
    rests_on: str
    sources: tuple[ShownSource, ...]


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """A request and what became of it; ``address`` is that of its own entry."""

    address: str
    topic: str
    asked: str
    verdict: str
    meaning: str
    rests_on: str
    note: str
    sources: tuple[ShownSource, ...]
    facts: tuple[ShownFact, ...]


def show_outcome(node: Node, address: str) -> ShownOutcome:
    """Put the outcome of a request in words; one that rests on recollection is unknown and marked so, whatever its kind says."""
    known = node.get("grade") != EvidenceGrade.M.value
    verdict, meaning = OUTCOME_WORDS.get(str(node.get("type")) if known else "unknown", OUTCOME_WORDS["unknown"])
    return ShownOutcome(
        address=address,
        topic=str(node.get("topic") or node["label"]),
        asked=str(node.get("asked") or ""),
        verdict=verdict if known else f"{verdict} {UNVERIFIED}",
        meaning=meaning,
        rests_on=rests_on(node.get("grade")),
        note=str(node.get("note") or ""),
        sources=_sources(node),
        facts=tuple(_fact(fact) for fact in node.get("facts", ())),
    )


def rests_on(grade: object) -> str:
    """Say what a fact of that grade rests on; recollection bears the mark of the unverified."""
    words = f"Rests on {GRADE_WORDS.get(str(grade), 'a source of unknown kind')}"
    return f"{words} {UNVERIFIED}" if grade == EvidenceGrade.M.value else words


def _fact(fact: dict[str, Any]) -> ShownFact:
    mark = f" {UNVERIFIED}" if fact["grade"] == EvidenceGrade.M.value else ""
    return ShownFact(f"{fact['text']}{mark}", rests_on(fact["grade"]), _sources(fact))


def _sources(holder: Node) -> tuple[ShownSource, ...]:
    return tuple(ShownSource(str(source["title"]), str(source["link"] or "")) for source in holder.get("sources", ()))

"""A statement in words: its sentence with the report's words marked, what was read from it, and whether a person reviewed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.model.review import BY_HAND, UNKNOWN_RULE
from travaux.model.schemes import ReviewStatus
from travaux.model.sentences import sentence_at
from travaux.views.dates import to_dates
from travaux.views.links import Node
from travaux.views.segments import Segment, segment
from travaux.views.wording import PREVALENCE_WORDS, REVIEW_WORDS, STANCE_WORDS

_REVIEWED = frozenset(status.value for status in ReviewStatus if status is not ReviewStatus.UNREVIEWED)
_NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a statement tells: a heading, words of the report (``exact``) or our own word for them, and a remark."""

    heading: str
    text: str
    exact: bool = False
    remark: str = ""


def show_review(node: Node) -> str:
    """Say who vouches for a statement: a rule alone, or a person too; and when and why that person decided."""
    rule = f"Read by the rule “{node['rule']}”. " if node.get("rule") not in {None, BY_HAND, UNKNOWN_RULE} else ""
    reviewed = REVIEW_WORDS[str(node["review"]) if is_reviewed(node) else ReviewStatus.UNREVIEWED.value]
    decided = node.get("decided")
    if not decided:
        return rule + reviewed
    why = f" {decided['reason']}" if decided["reason"] else ""
    return f"{rule}{reviewed} Decided by {decided['reviewer']} on {to_dates(str(decided['at'])[:10])}.{why}"


def is_reviewed(node: Node) -> bool:
    """Whether a person has decided on a statement; what is not known counts as not reviewed."""
    return node.get("review") in _REVIEWED


def to_speaker(node: Node) -> str:
    """Return the words of the report for who made a statement, empty if nobody is named."""
    speaker = str(node.get("speaker") or "")
    return "" if speaker == _NOBODY else speaker


def count_reviewed(statements: Sequence[Node]) -> str:
    """Say how many of some statements a person has reviewed."""
    reviewed = sum(is_reviewed(node) for node in statements)
    if len(statements) == 1:
        return f"{'' if reviewed else 'not '}reviewed by a person"
    return f"{reviewed or 'none'} of {len(statements)} reviewed by a person"


def show_facts(node: Node, person: str) -> Iterator[Fact]:
    """Give what a statement tells, in the order in which a reader asks: who, how many, how, on which side, why, unless, instead.

    ``person`` is the name of a speaker whom the words of the report only point at, else empty.
    """
    speaker = to_speaker(node)
    yield Fact("Who", speaker or _NOBODY, exact=bool(speaker), remark=person if person != speaker else "")
    yield Fact("How widely held", PREVALENCE_WORDS.get(str(node.get("prevalence")), "the report does not say"))
    if node.get("cue"):
        yield Fact("Reported with", str(node["cue"]), exact=True, remark=str(node.get("act") or "").replace("-", " "))
    yield Fact("Stance", STANCE_WORDS.get(str(node.get("stance")), "not clear"))
    for name, heading in (("rationale", "Reason given"), ("condition", "Condition"), ("contrast", "Option turned down")):
        if aside := node.get(name):
            yield Fact(heading, str(aside["quote"]), exact=True)


def show_sentence(node: Node, paragraph: Node) -> tuple[Segment, ...]:
    """Return the sentence that holds a statement, its content marked, who and cue in bold."""
    text, offset = str(paragraph["quote"]), int(paragraph["start"])
    first, last = sentence_at(text, node["start"] - offset, node["end"] - offset)
    sentence = text[first:last]
    own = node["start"] - offset - first, node["end"] - offset - first
    words = [place for part in (node.get("speaker"), node.get("cue")) if (place := _find_nearest(sentence, str(part or ""), own))]
    return segment(
        sentence,
        offset + first,
        sentences=[(node["start"], node["end"])],
        words=[(offset + first + start, offset + first + end, None) for start, end in words],
    )


def _find_nearest(sentence: str, words: str, own: tuple[int, int]) -> tuple[int, int] | None:
    """Return where words stand nearest to a statement's content, outside of it; ``None`` if they do not stand in the sentence."""
    if not words:
        return None
    found = [match.span() for match in re.finditer(rf"\b{re.escape(words)}\b", sentence)]
    outside = [(start, end) for start, end in found if end <= own[0] or start >= own[1]]
    return min(outside, key=lambda place: min(abs(own[0] - place[1]), abs(place[0] - own[1])), default=None)

"""Drafts: what a reviewer wants to decide, checked before it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from travaux.errors import ConflictError, ReviewError
from travaux.model.document import Paragraph
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk.items import Fields, Item
from travaux.pipeline.desk.reports import Report
from travaux.reading.review.disputes import later_than
from travaux.reading.review.folder import check_fields
from travaux.reading.review.notices import Event
from travaux.reading.review.paragraphs import key_for, name_of
from travaux.reading.review.proposals import fingerprint
from travaux.reading.review.schema import now

WRITTEN_HERE = frozenset({"decision", "at", "proposal", "rule"})
"""Fields that the desk writes: they tell of a decision, and no draft brings them."""

_SHORT = 40
"""A quote of fewer characters is kept with the words before it, as longer ones are that stand more than once."""
_CONTEXT = 40
_REFUSED = frozenset({Event.UNPLACED, Event.UNKNOWN, Event.REWORDED, Event.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision as a reviewer wants it: ``fields`` in the words of review files, ``decision`` ``None`` to take it back.

    ``key`` is that of an item, ``None`` for a statement that is added; ``expected`` is the version of the item that the reviewer saw.
    """

    key: str | None
    expected: str
    decision: ReviewStatus | None
    fields: Fields = field(default_factory=dict)
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a reviewer held of a statement before, every field as it was, ``None`` if nothing; to be held again.

    ``expected`` is the version of the statement that is to be replaced.
    """

    key: str
    expected: str
    fields: Fields | None


def to_opinions(drafts: Sequence[Draft], reviewer: str, report: Report) -> tuple[Opinion | None, ...]:
    """Turn drafts into opinions that find their places again, ``None`` for one to be taken back.

    ``ReviewError`` tells every mistake of a draft at once. ``ConflictError``: what is to be added has been added by now.
    """
    opinions: list[Opinion | None] = []
    taken = set(report.by_key)
    for draft in drafts:
        opinion = _to_opinion(draft, reviewer, report, taken) if draft.decision is not None else None
        if opinion is not None:
            check_draft(opinion, report)
            taken.add(opinion.key)
        opinions.append(opinion)
    proposed = _fingerprints([one for one in opinions if one], report)
    return tuple(_completed(one, proposed.get(one.key), report) if one else None for one in opinions)


def _to_opinion(draft: Draft, reviewer: str, report: Report, taken: set[str]) -> Opinion:
    fields = {name: value for name, value in draft.fields.items() if value not in (None, "", [], ())}
    fields |= {"decision": draft.decision.value if draft.decision else None, "at": now()} | ({"why": draft.why} if draft.why else {})
    paragraph = _paragraph(str(fields.get("paragraph")), report)
    quote = str(fields.get("quote", ""))
    key = draft.key or _known_key(paragraph, quote, report, draft.decision) or key_for(paragraph, quote, taken)
    opinion = check_fields(fields, key, report.document.name, reviewer)
    item = report.find(key)
    return _anchored(_with_replaced(opinion, item), report, item)


def _with_replaced(opinion: Opinion, item: Item | None) -> Opinion:
    """Name the proposals of an edited statement that its new words share too little with to be known again by their place."""
    if opinion.decision is not ReviewStatus.EDITED or item is None:
        return opinion
    quotes = (proposal.span.quote for proposal in item.proposals)
    strange = (quote for quote in quotes if 2 * len(opinion.quote) < len(quote) or not (opinion.quote in quote or quote in opinion.quote))
    return replace(opinion, replaces=tuple(dict.fromkeys((*opinion.replaces, *strange))))


def _known_key(paragraph: Paragraph, quote: str, report: Report, decision: ReviewStatus | None) -> str | None:
    """Find the undecided item that has this very quote: what is added there is that statement. One that is decided is not added twice."""
    same = [one for one in report.items if one.paragraph == paragraph and one.statement and one.statement.span.quote == quote]
    if decision is ReviewStatus.ADDED and any(one.judged for one in same):
        what = "a statement with these very words has been decided upon already"
        raise ConflictError(what, where=f"{report.document.name}, {same[0].key}", hint="Edit that one, or choose other words.")
    return next((one.key for one in same if not one.judged), None)


def _anchored(opinion: Opinion, report: Report, near: Item | None) -> Opinion:
    """Add the words before a quote if it needs them to find its place again; of several places the one nearest to the item counts."""
    found = report.replay.find(opinion)
    if found is not None:
        if len(opinion.quote) >= _SHORT and report.text.count(opinion.quote) == 1:
            return replace(opinion, context=None)
        return opinion if opinion.context else _with_context(opinion, report, found.region.start, found.start)
    region = near.paragraph.span if near and near.paragraph else None
    if near is None or near.quote is None or region is None:
        return opinion
    first = near.quote[0]
    places = (place.start() for place in re.finditer(re.escape(opinion.quote), report.text[region.start : region.end]))
    at = min((region.start + place for place in places), key=lambda place: abs(place - first), default=None)
    return opinion if at is None else _with_context(opinion, report, region.start, at)


def _with_context(opinion: Opinion, report: Report, first: int, at: int) -> Opinion:
    return replace(opinion, context=report.text[max(first, at - _CONTEXT) : at].lstrip() or None)


def _fingerprints(opinions: Sequence[Opinion], report: Report) -> dict[str, tuple[str, str]]:
    """Give the fingerprint and rule of what is proposed now where opinions stand, beside everything else that is decided there."""
    mine = {(one.key, one.reviewer) for one in opinions}
    near = {one for opinion in opinions for one in report.read.overlay.near(opinion) if (one.key, one.reviewer) not in mine}
    judged = report.read.overlay.around((*opinions, *near)).judged if opinions else ()
    return {one.opinion.key: (fingerprint(one.proposals), one.proposals[0].rule) for one in judged if one.proposals}


def _completed(opinion: Opinion, proposed: tuple[str, str] | None, report: Report) -> Opinion:
    """Add what rules proposed; what they propose no more, or only as a part of a whole, keeps the rule that had proposed it."""
    item = report.find(opinion.key)
    before = item.opinion.rule if item and item.opinion else None
    whole = (one.rule for one in report.proposals if one.span.quote in opinion.replaces)
    mark, rule = proposed or (None, before or next(whole, None))
    at = later_than(opinion, item.opinions if item else ())
    return replace(opinion, proposal=mark, rule=rule, at=at)


def check_draft(opinion: Opinion, report: Report) -> None:
    """Refuse an opinion that does not fit its document as it stands; ``ReviewError`` telling everything."""
    judged = report.replay.over((), [opinion]).judged[0]
    wrong = [notice.message for notice in judged.notices if notice.event in _REFUSED]
    if wrong:
        hint = "Words must stand in the paragraph as they are printed there."
        raise ReviewError("; ".join(wrong), where=f"{report.document.name}, {opinion.key}", hint=hint)


def _paragraph(name: str, report: Report) -> Paragraph:
    found = next((one for one in report.contents.paragraphs if name_of(one) == name), None)
    if found is None:
        raise ReviewError(f"there is no paragraph {name!r}", where=report.document.name, hint="Give the number that is printed on it.")
    return found

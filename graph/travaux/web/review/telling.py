"""Items as the page is told of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any

from travaux.model.argument import Link
from travaux.model.review import Opinion
from travaux.pipeline.desk import Desk, Fields, Item, Report
from travaux.reading.review.disputes import differences
from travaux.reading.review.folder import Review, to_fields
from travaux.reading.review.notices import Event, Notice
from travaux.reading.review.paragraphs import name_of
from travaux.web.review.marks import to_pieces

_APART = frozenset({"decision", "at", "why", "note", "settles", "proposal", "rule", "context", "paragraph", "replaces"})
"""Fields in which two opinions may differ without holding different things."""
_UNORDERED = frozenset({"actors", "provisions", "anaphoric", "questions", "partial_questions", "themes", "changes"})


def short_item(item: Item) -> dict[str, Any]:
    """Tell an item as a line of the queue."""
    said = item.statement
    opinion = item.opinion
    return {
        "document": item.document.name,
        "key": item.key,
        "state": item.state.value,
        "paragraph": name_of(item.paragraph) if item.paragraph else opinion.paragraph if opinion else "",
        "claim": opinion.claim if opinion else said.claim if said else "",
        "stance": opinion.stance.value if opinion else said.stance.value if said else "neutral",
        "decision": opinion.decision.value if opinion else None,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def whole_item(item: Item, desk: Desk, mine: str | None) -> dict[str, Any]:
    """Tell everything about an item; ``mine`` is the short name of the reviewer who asks."""
    report, review = desk.report(item.document.name), desk.review
    return {
        **short_item(item),
        "title": item.document.title,
        "version": item.version,
        "fields": plain_fields(item.fields),
        "suggested": plain_fields(item.suggested),
        "pieces": to_pieces(item, report) or _whole_paragraph(item, report),
        "label": item.paragraph.label if item.paragraph else None,
        "opinions": [_opinion(one, item, review, mine) for one in item.opinions],
        "notices": [_notice(one, item, review) for one in item.notices],
        "links": [_link(one) for one in report.links(item)],
        "next_in_sentence": _next_in_sentence(item, report),
    }


def plain_fields(fields: Fields) -> dict[str, Any]:
    """Give fields as JSON has them."""
    return {name: _plain(value) for name, value in fields.items()}


def _opinion(one: Opinion, item: Item, review: Review, mine: str | None) -> dict[str, Any]:
    fields = to_fields(one)
    return {
        "reviewer": one.reviewer,
        "name": review.name_of(one.reviewer),
        "mine": one.reviewer == mine,
        "in_force": one is item.opinion,
        "decision": one.decision.value,
        "at": one.at.isoformat(),
        "why": one.why,
        "note": one.note,
        "settles": one.settles,
        "fields": plain_fields({**fields}),
        "differs": sorted(_differing(fields, item.fields)),
    }


def _notice(notice: Notice, item: Item, review: Review) -> dict[str, Any]:
    """Tell a notice; of a dispute also who holds otherwise than the opinion in force, whose holder comes first, in which fields."""
    told: dict[str, Any] = {"event": notice.event.value, "message": notice.message}
    if notice.event is not Event.DISPUTED or item.opinion is None:
        return told
    fields = {one.reviewer: [name.replace(" ", "_") for name in differences(item.opinion, one)] for one in item.opinions}
    holders = [name for name in fields if fields[name] or name == item.opinion.reviewer]
    return told | {"holders": [{"name": review.name_of(name), "fields": fields[name]} for name in holders]}


def _differing(some: Mapping[str, Any], others: Mapping[str, Any]) -> list[str]:
    names = (some.keys() | others.keys()) - _APART
    return [name for name in names if _comparable(name, some.get(name)) != _comparable(name, others.get(name))]


def _comparable(name: str, value: object) -> object:
    if name in _UNORDERED and isinstance(value, list | tuple):
        return frozenset(value)
    return value or None


def _whole_paragraph(item: Item, report: Report) -> list[dict[str, Any]]:
    """Give the paragraph in which a lost statement stood, if there still is one of that name."""
    wanted = item.opinion.paragraph if item.opinion else None
    return [{"text": one.span.quote, "marks": []} for one in report.contents.paragraphs if name_of(one) == wanted][:1]


def _next_in_sentence(item: Item, report: Report) -> dict[str, Any] | None:
    """Tell the next statement of the same sentence, with the words from the one to the other, as a merged one would quote them."""
    if item.quote is None:
        return None
    same = [one for one in report.items if one.quote and one.sentence == item.sentence and one.quote > item.quote]
    if not same or same[0].quote is None:
        return None
    other = same[0]
    together = report.text[min(item.quote[0], same[0].quote[0]) : max(item.quote[1], same[0].quote[1])]
    return {
        **short_item(other),
        "version": other.version,
        "quote": other.statement.span.quote if other.statement else "",
        "together": together,
        "reviewers": [one.reviewer for one in other.opinions],
    }


def _link(link: Link) -> dict[str, Any]:
    kind, _, name = link.linked_to.partition("/")
    if kind == "document":
        kind, _, name = link.linked_to.split("/", 2)[2].partition("/")
    return {"kind": kind, "name": name, "reason": link.reason, "confidence": link.confidence}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value

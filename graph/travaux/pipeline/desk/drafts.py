"""Drafts: what a reviewer wants to decide, checked before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from travaux.errors import ReviewError
from travaux.model.document import Paragraph
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk.items import Fields
from travaux.pipeline.desk.reports import Report
from travaux.reading.review.folder import check_fields
from travaux.reading.review.proposals import fingerprint
from travaux.reading.review.replay import Event, key_for, name_of
from travaux.reading.review.schema import now

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


def to_opinion(draft: Draft, reviewer: str, report: Report) -> Opinion | None:
    """Turn a draft into an opinion that finds its place again; ``ReviewError`` telling every mistake at once."""
    if draft.decision is None:
        return None
    fields = {name: value for name, value in draft.fields.items() if value not in (None, "", [], ())}
    fields |= {"decision": draft.decision.value, "at": now()} | ({"why": draft.why} if draft.why else {})
    paragraph = _paragraph(str(fields.get("paragraph")), report)
    quote = str(fields.get("quote", ""))
    keys = {item.key for item in report.items}
    key = draft.key or _known_key(paragraph, quote, report) or key_for(paragraph, quote, keys)
    if "context" not in fields and (context := _context_at_item(key, paragraph, quote, report)):
        fields["context"] = context
    opinion = check_fields(fields, key, report.document.name, reviewer)
    return _anchored(opinion, report)


def _context_at_item(key: str, paragraph: Paragraph, quote: str, report: Report) -> str | None:
    """Give the words before the quote of an item, if this very quote stands in its document more than once."""
    item = report.find(key)
    if item is None or item.quote is None or item.paragraph != paragraph or report.text.count(quote) < 2:  # noqa: PLR2004, once is plain
        return None
    return _words_before(item.quote[0], paragraph.span.start, report) if report.text[slice(*item.quote)] == quote else None


def _words_before(start: int, first: int, report: Report) -> str | None:
    return report.text[max(first, start - _CONTEXT) : start].lstrip() or None


def _known_key(paragraph: Paragraph, quote: str, report: Report) -> str | None:
    """Find the undecided item that has this very quote: what is added there is that statement."""
    same = (one for one in report.items if one.paragraph == paragraph and not one.judged and one.fields.get("quote") == quote)
    return next((one.key for one in same), None)


def _anchored(opinion: Opinion, report: Report) -> Opinion:
    """Add what finds the place again, and the fingerprint of what the rules propose there now."""
    found = report.replay.find(replace(opinion, context=opinion.context or None))
    if found is None:
        return opinion
    context = opinion.context
    if context is None and (len(opinion.quote) < _SHORT or report.text.count(opinion.quote) > 1):
        context = _words_before(found.start, found.region.start, report)
    judged = report.replay.over(report.proposals, [replace(opinion, proposal=None)]).judged[0]
    return replace(opinion, context=context, proposal=fingerprint(judged.proposals) if judged.proposals else None)


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

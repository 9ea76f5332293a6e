"""What a reviewer's answers decide: drafts of decisions, made without asking or writing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from travaux.errors import ReviewError
from travaux.model.document import Paragraph
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk.drafts import WRITTEN_HERE, Draft
from travaux.pipeline.desk.files import UNWRITTEN
from travaux.pipeline.desk.items import Fields, Item
from travaux.reading.review.paragraphs import name_of

_OWN = frozenset({"settles", "note", "why"})
_NOT_READ = WRITTEN_HERE | _OWN | {"context", "replaces", "paragraph"}
_MADE_BY_HAND = frozenset({ReviewStatus.ADDED, ReviewStatus.MERGED, ReviewStatus.SPLIT})


def own_opinion(item: Item, reviewer: str) -> Opinion | None:
    """Find what a reviewer holds of a statement."""
    return next((one for one in item.opinions if one.reviewer == reviewer), None)


def fields_to_decide(item: Item, reviewer: str) -> Fields:
    """Give the fields in force, at the place where the statement stands now, without what the decision tells of itself.

    Another reviewer's remarks stay that reviewer's.
    """
    left_out = WRITTEN_HERE if item.opinion and item.opinion.reviewer == reviewer else WRITTEN_HERE | _OWN
    fields = {name: value for name, value in item.fields.items() if name not in left_out}
    if item.paragraph is None or item.quote is None:
        return fields
    start, end = (place - item.paragraph.span.start for place in item.quote)
    here = {"paragraph": name_of(item.paragraph), "quote": item.paragraph.span.quote[start:end]}
    if any(fields.get(name) != value for name, value in here.items()):
        fields.pop("context", None)
    return {**fields, **here}


def keeping(item: Item, fields: Fields, why: str | None = None) -> Draft:
    """Draft that a statement stands with these fields: accepted if they are those proposed, edited or added if not."""
    return Draft(key=item.key, expected=item.version, decision=_kind(item, fields), fields=fields, why=why)


def _kind(item: Item, fields: Fields) -> ReviewStatus:
    before = item.opinion.decision if item.opinion else None
    if before in _MADE_BY_HAND:
        return before
    if not item.suggested:
        if before not in {ReviewStatus.ACCEPTED, ReviewStatus.EDITED}:
            return ReviewStatus.ADDED
        return before if _read(fields) == _read(item.fields) else ReviewStatus.EDITED
    return ReviewStatus.ACCEPTED if _read(fields) == _read(item.suggested) else ReviewStatus.EDITED


def _read(fields: Fields) -> dict[str, object]:
    """Give the fields that rules fill in, so that they can be compared: lists without order, nothing that is empty or usual."""
    told = {name: _plain(value) for name, value in fields.items() if name not in _NOT_READ and value}
    return {name: value for name, value in told.items() if value and (name, value) != ("prevalence", "unspecified")}


def _plain(value: Any) -> object:  # noqa: ANN401, whatever a field holds
    return frozenset(value) if isinstance(value, list | tuple) else str(value)


def rejecting(item: Item, reviewer: str, why: str | None = None) -> Draft:
    """Draft that a statement does not stand."""
    fields = fields_to_decide(item, reviewer)
    return Draft(key=item.key, expected=item.version, decision=ReviewStatus.REJECTED, fields=fields, why=why)


def taking_back(item: Item) -> Draft:
    """Draft that the reviewer holds nothing of a statement."""
    return Draft(key=item.key, expected=item.version, decision=None)


def adding(fields: Fields) -> Draft:
    """Draft a statement that no rule has proposed; the desk finds its key."""
    return Draft(key=None, expected=UNWRITTEN, decision=ReviewStatus.ADDED, fields=fields)


def splitting(item: Item, parts: Sequence[Fields]) -> tuple[Draft, ...]:
    """Draft several statements in place of one: the first keeps its key, and all take the place of what was proposed."""
    replaced = _replaced([item])
    own = [{**fields, "replaces": tuple(one for one in replaced if one != fields["quote"])} for fields in parts]
    first = Draft(key=item.key, expected=item.version, decision=ReviewStatus.SPLIT, fields=own[0])
    return first, *(Draft(key=None, expected=UNWRITTEN, decision=ReviewStatus.SPLIT, fields=fields) for fields in own[1:])


def find_mate(item: Item, items: Sequence[Item]) -> Item | None:
    """Find the next statement in the same sentence that could be one with this one."""
    if item.quote is None:
        return None
    start = item.quote[0]
    near = (one for one in items if one.key != item.key and one.sentence == item.sentence and one.paragraph == item.paragraph)
    later = (one for one in near if one.quote is not None and one.quote[0] >= start)
    return next((one for one in later if one.opinion is None or one.opinion.decision is not ReviewStatus.REJECTED), None)


def merged_fields(item: Item, mate: Item, reviewer: str) -> Fields:
    """Give the fields of one statement in place of two: those of the first, with all words from one quote to the end of the other.

    ``ReviewError`` if a place is lost, or if others have decided about the second.
    """
    _check_free(mate, reviewer)
    paragraph, fields = get_place(item), fields_to_decide(item, reviewer)
    if item.quote is None or mate.quote is None:
        raise ReviewError("a statement whose place is lost cannot be merged")
    first, last = min(item.quote[0], mate.quote[0]), max(item.quote[1], mate.quote[1])
    quote = paragraph.span.quote[first - paragraph.span.start : last - paragraph.span.start]
    fields.pop("context", None)
    for name in ("provisions", "anaphoric", "questions", "themes", "actors"):
        both = (*fields.get(name, ()), *mate.fields.get(name, ()))
        fields |= {name: tuple(dict.fromkeys(both))} if both else {}
    replaced = tuple(one for one in _replaced([item, mate]) if one != quote)
    return {**fields, "quote": quote, "replaces": replaced}


def merging(item: Item, mate: Item, fields: Fields, reviewer: str) -> tuple[Draft, ...]:
    """Draft one statement in place of two; ``ReviewError`` if others have decided about the second."""
    _check_free(mate, reviewer)
    merged = Draft(key=item.key, expected=item.version, decision=ReviewStatus.MERGED, fields=fields)
    return merged, taking_back(mate)


def _check_free(mate: Item, reviewer: str) -> None:
    """Refuse to merge a statement away that somebody else holds something of."""
    if any(one.reviewer != reviewer for one in mate.opinions):
        what = f"another reviewer has decided about {mate.key}, the next statement of this sentence"
        raise ReviewError(what, hint="Merge them after that decision was taken back, or edit this one.")


def _replaced(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote for item in items for quote in _quotes(item)))


def _quotes(item: Item) -> Iterator[str]:
    yield from (one.span.quote for one in item.proposals)
    yield from item.fields.get("replaces", ())


def get_place(item: Item) -> Paragraph:
    """Get the paragraph of a statement; ``ReviewError`` if its place is lost."""
    if item.paragraph is None:
        raise ReviewError(f"the place of {item.key} is lost", hint="Edit it: give the quote as it stands now, or its paragraph.")
    return item.paragraph

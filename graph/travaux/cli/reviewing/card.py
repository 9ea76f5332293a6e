"""A statement on the screen: its paragraph with the words marked, its fields, and everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text

from travaux.cli.reviewing.screen import Screen, visible
from travaux.cli.reviewing.typed import FIELDS
from travaux.model.document import Paragraph
from travaux.model.review import Opinion
from travaux.model.sentences import find_words

if TYPE_CHECKING:
    from travaux.pipeline.desk import Desk
    from travaux.pipeline.desk.items import Fields, Item

_SIGNS = {"speaker": ("{", "}"), "cue": ("/", "/"), "quote": (">>", "<<")}
_STYLES = {"speaker": "cyan", "cue": "yellow", "quote": "bold green"}
LEGEND = "{who}  /reporting words/  >>quote<<"


def show_card(screen: Screen, item: Item, desk: Desk, place: str) -> None:
    """Show a statement with everything that helps to decide about it; ``place`` tells where in the queue it is."""
    paragraph, review = item.fields.get("paragraph", "?"), desk.review
    screen.show()
    screen.show(f"{place}  {item.key}  {item.state.value}", style="bold")
    screen.show(f"{item.document.name}, paragraph {paragraph} · {item.rule}, confidence {item.confidence:.0%}")
    screen.show()
    if item.paragraph is not None:
        screen.show(mark(item.paragraph, item.fields, item.quote, item.sentence))
        screen.show(LEGEND, style="dim")
    screen.show()
    show_fields(screen, item.fields)
    for reason in _reasons(item, desk):
        screen.show_field("linked because", reason)
    for notice in item.notices:
        screen.show_field(f"! {notice.event.value}", notice.message)
    for opinion in item.opinions:
        screen.show_field(review.name_of(opinion.reviewer), describe_opinion(opinion, item))


def show_fields(screen: Screen, fields: Fields) -> None:
    """Show the fields that are not empty."""
    for name in FIELDS:
        if value := fields.get(name):
            screen.show_field(name.replace("_", " "), _printed(value))


def _printed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def describe_opinion(opinion: Opinion, item: Item) -> str:
    """Say in a line what somebody has decided: how, when, with which words, and why."""
    standing = "in force" if opinion is item.opinion else "second opinion"
    told = f"{opinion.decision.value} on {opinion.at:%Y-%m-%d %H:%M} UTC ({standing}): {opinion.act.value}, {opinion.stance.value}"
    return f"{told}, “{opinion.quote}”; {opinion.claim}" + (f" Why: {opinion.why}" if opinion.why else "")


def _reasons(item: Item, desk: Desk) -> Iterator[str]:
    """Say why rules linked what they proposed; positions that nobody has named yet are left out."""
    positions = desk.positions()
    for link in dict.fromkeys(desk.links(item)):
        kind, _, name = link.linked_to.partition("/")
        if kind != "position" or name in positions:
            yield f"{link.linked_to.replace('/', ' ')}: {link.reason} ({link.confidence:.0%})"


def mark(paragraph: Paragraph, fields: Fields, quote: tuple[int, int] | None, sentence: tuple[int, int] | None) -> Text:
    """Mark who speaks, the reporting words and the quote in a paragraph, by signs and by colour; the sentence stands out by colour."""
    text, first = visible(paragraph.span.quote), paragraph.span.start
    marks = dict(_places(paragraph, fields, quote, sentence))
    inside = (sentence[0] - first, sentence[1] - first) if sentence else (0, len(text))
    marked = Text()
    for start, end in _pieces(len(text), (*marks.values(), inside)):
        marked.append("".join(_SIGNS[name][0] for name, place in marks.items() if place[0] == start), "bold")
        styles = [_STYLES[name] for name, place in marks.items() if place[0] <= start < place[1]]
        marked.append(text[start:end], " ".join(styles) if styles else "" if inside[0] <= start < inside[1] else "dim")
        marked.append("".join(_SIGNS[name][1] for name, place in reversed(marks.items()) if place[1] == end), "bold")
    return marked


def _pieces(length: int, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    cuts = sorted({0, length, *(min(max(cut, 0), length) for place in places for cut in place)})
    yield from pairwise(cuts)


def _places(
    paragraph: Paragraph, fields: Fields, quote: tuple[int, int] | None, sentence: tuple[int, int] | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find the characters of the paragraph to mark; speaker and reporting words nearest to the quote, in its sentence if there."""
    first, text = paragraph.span.start, paragraph.span.quote
    if quote is None:
        return
    start, end = quote[0] - first, quote[1] - first
    low, high = (sentence[0] - first, sentence[1] - first) if sentence else (0, len(text))
    for name in ("speaker", "cue"):
        words = fields.get(name)
        if words and (found := _nearest(text, words, start, low, high) or _nearest(text, words, start, 0, len(text))):
            yield name, found
    yield "quote", (start, end)


def _nearest(text: str, words: str, near: int, low: int, high: int) -> tuple[int, int] | None:
    return min(find_words(text, words, low, high), key=lambda place: abs(place[0] - near), default=None)

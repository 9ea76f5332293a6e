"""How a document is laid out: its first lines, its headings, and its paragraphs under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.model.sentences import is_complete
from travaux.model.text import SourceText
from travaux.reading.structure.headings import find_headings, opens_text
from travaux.reading.structure.numbering import Candidate, choose_numbers
from travaux.reading.structure.pieces import Piece, cut_pieces

_SHORTEST_PROSE = 60
_WORDS_OF_PROSE = 6
_TAIL = 8
# A run of text longer than this is no title or label that happens to lack a full stop.
_SHORTEST_RUN = 120
_GOES_ON = (",", ";", ":", "-", "\u2013", "\u2014")


@dataclass(slots=True)
class Passage:
    """A paragraph while it is put together; ``heading`` is the index of the heading that it stands under."""

    start: int
    end: int
    printed: str | None
    heading: int | None
    last: Piece


@dataclass(slots=True)
class Layout:
    """The first lines end at ``front``; ``headings`` and ``passages`` follow in reading order."""

    front: int = 0
    headings: list[Piece] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def read_layout(source: SourceText) -> Layout:
    """Divide a document into first lines, headings and passages."""
    text = source.text
    pieces = find_headings(text, cut_pieces(source))
    first = _find_first(text, pieces)
    body = pieces[first:]
    opening = _choose_openings(text, body)
    layout = Layout(front=body[0].start if body else len(text))
    for piece in body:
        _place(text, layout, piece, opens=piece.start in opening)
    return layout


def _find_first(text: str, pieces: Sequence[Piece]) -> int:
    """Return the place of the first piece that is not of the title: the first numbered or running text, or the heading over it."""
    prose = [place for place, piece in enumerate(pieces) if not piece.heading and _is_prose(text, piece)]
    plain = [place for place, piece in enumerate(pieces) if not piece.heading]
    first = (prose or plain or [len(pieces)])[0]
    while first and pieces[first - 1].heading and _heads_text(text, pieces, first - 1):
        first -= 1
    return first


def _is_prose(text: str, piece: Piece) -> bool:
    printed = text[piece.start : piece.end]
    long_enough = len(printed) >= _SHORTEST_PROSE or len(printed.split()) >= _WORDS_OF_PROSE
    return piece.number is not None or (long_enough and is_complete(printed))


def _heads_text(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a heading before the first text heads that text; else it is a line of the document's title."""
    heading = pieces[place]
    if opens_text(text[heading.start : heading.end]):
        return True
    levels = [piece.level for piece in pieces if piece.heading]
    return levels[0] < heading.level and any(piece.heading and piece.level <= heading.level for piece in pieces[place + 1 :])


def _choose_openings(text: str, body: Sequence[Piece]) -> frozenset[int]:
    """Return where the pieces start that open a numbered paragraph."""
    candidates: list[tuple[Piece, Candidate]] = []
    headed = False
    for place, piece in enumerate(body):
        headed = headed or piece.heading
        if piece.number is None or piece.heading:
            continue
        before = text[body[place - 1].start : body[place - 1].end] if place else ""
        candidate = Candidate(
            number=piece.number,
            fresh=piece.fresh,
            after_sentence=is_complete(before) or headed,
            after_colon=before.endswith(":"),
            after_heading=headed,
            prose=is_complete(text[piece.start : piece.end]),
        )
        candidates.append((piece, candidate))
        headed = False
    chosen = choose_numbers([candidate for _, candidate in candidates])
    return frozenset(piece.start for (piece, _), opens in zip(candidates, chosen, strict=True) if opens)


def _place(text: str, layout: Layout, piece: Piece, *, opens: bool) -> None:
    if piece.heading:
        layout.headings.append(piece)
        return
    heading = len(layout.headings) - 1 if layout.headings else None
    passage = layout.passages[-1] if layout.passages else None
    if passage and passage.heading == heading and not opens and _continues(text, passage, piece):
        passage.end, passage.last = piece.end, piece
        return
    start = piece.body if opens else piece.start
    layout.passages.append(Passage(start=start, end=piece.end, printed=piece.printed if opens else None, heading=heading, last=piece))


def _continues(text: str, passage: Passage, piece: Piece) -> bool:
    """Whether a piece goes on with the passage before it: over a page break, as a line of its block, or as an item of its list."""
    if piece.row or passage.last.row:
        return False
    before = text[max(passage.start, passage.end - _TAIL) : passage.end]
    if not piece.fresh or (piece.number is None and text[piece.start].islower()):
        return True
    if piece.item or piece.number is not None:
        return passage.printed is not None or passage.last.item or before.endswith(_GOES_ON)
    if is_complete(before):
        return False
    return passage.printed is not None or before.endswith(_GOES_ON) or passage.end - passage.start >= _SHORTEST_RUN

"""The decisions on a report laid over its proposals, judged again only in the paragraphs where something changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.model.argument import Statement
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.review import Opinion
from travaux.reading.review.disputes import choose
from travaux.reading.review.paragraphs import name_of, page_of
from travaux.reading.review.places import find_homes, find_place
from travaux.reading.review.placing import Manner
from travaux.reading.review.replay import Replay, Replayed


@dataclass(frozen=True, slots=True)
class _Piece:
    """Opinions that may bear on one another, and the paragraphs in which they stand; nothing else bears on them."""

    paragraphs: tuple[Id, ...]
    opinions: tuple[Opinion, ...] = ()

    @property
    def name(self) -> tuple[str, ...]:
        """What tells it from other pieces: its paragraphs, or the keys of opinions that stand nowhere."""
        return self.paragraphs or tuple(one.key for one in self.opinions)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A piece, and what came of it."""

    piece: _Piece
    replayed: Replayed


@dataclass(frozen=True, slots=True)
class _Place:
    """The paragraph of an opinion, ``None`` if it is not found, and whether it stands there word for word as it did."""

    paragraph: Id | None
    at_home: bool


class Overlay:
    """Lays opinions over the proposals for one document; what it gives is what ``Replay.over`` gives for all at once.

    Decisions bear on one another if they were made in one paragraph, since together they tell which one that is now, or if they stand
    in one paragraph now. What hangs together so is judged together, and again only if something of it has changed.
    """

    def __init__(self, proposals: Sequence[Statement], replay: Replay) -> None:
        self.replay = replay
        self._page = page_of(replay.contents, replay.text)
        self._paragraphs: dict[str, Paragraph] = {name_of(one): one for one in replay.contents.paragraphs}
        self._proposals: dict[Id, list[Statement]] = {}
        for proposal in proposals:
            self._proposals.setdefault(proposal.paragraph, []).append(proposal)
        self._places: dict[tuple[str | None, ...], _Place] = {}
        self._stand: dict[str, tuple[list[Opinion], frozenset[Id]]] = {}
        self._laid: dict[tuple[str, ...], _Laid] = {}
        self._pieces: tuple[_Piece, ...] = ()

    def name_positions(self, positions: frozenset[str]) -> None:
        """Tell which positions have been named by now; what speaks of one that is new or gone is judged again."""
        before = self.replay.terms
        if changed := before.positions ^ positions:
            self.replay = replace(self.replay, terms=replace(before, positions=positions))
            self._laid = {one: laid for one, laid in self._laid.items() if not _speaks_of(laid.piece, changed)}

    def over(self, opinions: Sequence[Opinion]) -> Replayed:
        """Lay opinions over the proposals, in the order of the text; those whose place is lost come last."""
        self._pieces = self._divide(opinions)
        taken = {paragraph for piece in self._pieces for paragraph in piece.paragraphs}
        rest = (_Piece((paragraph,)) for paragraph in self._proposals if paragraph not in taken)
        laid = [self._lay(piece) for piece in (*self._pieces, *rest)]
        self._laid = {one.piece.name: one for one in laid}
        judged = (one for each in laid for one in each.replayed.judged)
        undecided = (one for each in laid for one in each.replayed.undecided)
        return Replayed(
            tuple(sorted(judged, key=lambda one: (*_order(one.statement), one.opinion.key))), tuple(sorted(undecided, key=_order))
        )

    def around(self, opinions: Sequence[Opinion]) -> Replayed:
        """Lay opinions over the proposals where they stand, together with nothing else."""
        found = {place for one in opinions if (place := self._place(one).paragraph)}
        near = {place for one in opinions for piece in self._near(one) for place in piece.paragraphs}
        return self.replay.over([one for place in sorted(found | near) for one in self._proposals.get(place, ())], opinions)

    def near(self, opinion: Opinion) -> tuple[Opinion, ...]:
        """Give the opinions that may bear on another by now."""
        return tuple(one for piece in self._near(opinion) for one in piece.opinions)

    def _near(self, opinion: Opinion) -> Iterator[_Piece]:
        place = self._place(opinion).paragraph
        return (one for one in self._pieces if place in one.paragraphs)

    def _lay(self, piece: _Piece) -> _Laid:
        before = self._laid.get(piece.name)
        if before is not None and before.piece == piece:
            return before
        proposals = [one for paragraph in piece.paragraphs for one in self._proposals.get(paragraph, ())]
        return _Laid(piece, self.replay.over(proposals, piece.opinions))

    def _divide(self, opinions: Iterable[Opinion]) -> tuple[_Piece, ...]:
        """Divide opinions into pieces that have nothing to do with one another."""
        by_key: dict[str, list[Opinion]] = {}
        for opinion in opinions:
            by_key.setdefault(opinion.key, []).append(opinion)
        by_name: dict[str, list[list[Opinion]]] = {}
        for held in by_key.values():
            by_name.setdefault(choose(held).paragraph, []).append(held)
        pieces: dict[Id | str, _Piece] = {}
        for name, several in by_name.items():
            own = _Piece(tuple(self._stand_in(name, [choose(held) for held in several])), tuple(one for held in several for one in held))
            joined = _join([own, *dict.fromkeys(pieces[one] for one in own.paragraphs if one in pieces)])
            pieces |= dict.fromkeys(joined.paragraphs or (name,), joined)
        return tuple({id(piece): piece for piece in pieces.values()}.values())

    def _stand_in(self, name: str, opinions: list[Opinion]) -> frozenset[Id]:
        """Tell in which paragraphs the opinions stand that were made in the one of a name."""
        before = self._stand.get(name)
        if before is None or before[0] != opinions:
            self._stand[name] = before = (opinions, frozenset(self._found(opinions)))
        return before[1]

    def _found(self, opinions: Sequence[Opinion]) -> Iterator[Id]:
        if all(self._place(one).at_home for one in opinions):
            yield from (place for one in opinions if (place := self._place(one).paragraph))
            return
        homes = find_homes(self._page, opinions)
        for one in opinions:
            if found := find_place(self._page, one, homes.get(one.paragraph)):
                yield self._paragraphs[found.region.name].id

    def _place(self, opinion: Opinion) -> _Place:
        looked_for = (opinion.quote, opinion.paragraph, opinion.context, opinion.cue, opinion.speaker)
        if looked_for not in self._places:
            found = self.replay.find(opinion)
            at_home = found is not None and found.region.name == opinion.paragraph and found.manner is Manner.EXACT
            self._places[looked_for] = _Place(self._paragraphs[found.region.name].id if found else None, at_home)
        return self._places[looked_for]


def _join(pieces: Sequence[_Piece]) -> _Piece:
    paragraphs = {paragraph for piece in pieces for paragraph in piece.paragraphs}
    return _Piece(tuple(sorted(paragraphs)), tuple(opinion for piece in pieces for opinion in piece.opinions))


def _speaks_of(piece: _Piece, positions: frozenset[str]) -> bool:
    return any(one.position in positions for one in piece.opinions)


def _order(statement: Statement | None) -> tuple[bool, int, int, str]:
    if statement is None:
        return True, 0, 0, ""
    return False, statement.span.start, statement.span.end, statement.id

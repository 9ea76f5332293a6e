"""What was said about one thing: all of it counted, and read from the store as much as is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.analysis.dossiers import queries
from travaux.analysis.dossiers.bearings import find_bearings
from travaux.analysis.dossiers.cells import Cell, by_position, choose, count, find_cells, statements_by_position, unsaid, words
from travaux.analysis.dossiers.meetings import find_meetings
from travaux.analysis.dossiers.said import STANCES, Held, Said, Sentence, Tally
from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.dossiers.voices import find_named
from travaux.analysis.heard import Heard, to_heard
from travaux.analysis.selection import ALL
from travaux.analysis.sources import find_sources
from travaux.analysis.sparql import batches, last_word
from travaux.model.schemes import ReviewStatus, Stance
from travaux.model.sentences import sentence_at
from travaux.model.store import Store, Value

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a dossier is shown: positions of each stance, sentences of each position; ``None`` is all.

    ``rows`` bounds lists that say how often something occurs: themes beside a theme, named speakers. ``most`` bounds the sentences of all
    positions together, after leaving out the ``first`` so many of them: so that everything can be read, a part at a time.
    """

    positions: int | None = 5
    sentences: int | None = 2
    rows: int | None = 8
    first: int = 0
    most: int | None = None


PAGE = Limits()
"""About one page."""
EVERYTHING = Limits(positions=None, sentences=None, rows=None)


def gather(store: Store, scope: Scope, limits: Limits, agenda: Mapping[str, tuple[str, ...]] | None = None) -> Said:
    """Gather what the statements of a scope say; ``agenda`` gives items on the matter by the name of the consultation."""
    return _Gathering(store, scope, limits).gather(agenda)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A position as far as it is counted, and the statements to show of it."""

    held: Held
    statements: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """What is said with one stance for one position, or for none; its statements from ``start`` to before ``end`` may be shown."""

    stance: Stance
    position: str | None
    cells: list[Cell]
    start: int = 0
    end: int | None = None


class _Gathering:
    """One scope, whose statements are counted once."""

    def __init__(self, store: Store, scope: Scope, limits: Limits) -> None:
        self._store = store
        self._scope = scope
        self._limits = limits
        self._cells = find_cells(scope)
        self._claims: dict[str, Row] = {}
        self._statements: dict[tuple[Stance, str | None], list[str]] = {}

    def gather(self, agenda: Mapping[str, tuple[str, ...]] | None) -> Said:
        by_stance = {stance: [cell for cell in self._cells if cell.stance is stance] for stance in STANCES}
        tallies = tuple(_tally(stance, cells) for stance, cells in by_stance.items() if cells)
        groups = [group for tally in tallies for group in self._groups(tally.stance, by_stance[tally.stance])]
        wanted = list(self._wanted(groups if self._limits.most is None else self._part(groups, self._limits.most)))
        found = find_sentences(self._store, (iri for one in wanted for iri in one.statements))
        held = [replace(one.held, sentences=_in_order(found[iri] for iri in one.statements if iri in found)) for one in wanted]
        reviews = ((status, count(cell for cell in self._cells if cell.review is status)) for status in ReviewStatus)
        meetings = defaultdict[str | None, int](int)
        for cell in self._cells:
            meetings[cell.meeting.rpartition("/consultation/")[2] if cell.meeting else None] += cell.statements
        return Said(
            statements=count(self._cells),
            tallies=tallies,
            reviews=tuple((status, number) for status, number in reviews if number),
            meetings=find_meetings(self._store, self._scope.selection, meetings, agenda),
            held=tuple(self._with_bearings(held)),
            narrowed=self._scope.selection != ALL,
            sources=find_sources(self._store),
        )

    def _groups(self, stance: Stance, cells: list[Cell]) -> Iterator[_Group]:
        """Choose the positions of a stance, then those of its statements that express none."""
        if self._limits.positions == 0:
            return
        for position, its in list(by_position(cells).items())[: self._limits.positions]:
            yield _Group(stance, position, its)
        if loose := [cell for cell in cells if cell.position is None]:
            yield _Group(stance, None, loose)

    def _part(self, groups: Iterable[_Group], most: int) -> Iterator[_Group]:
        """Leave of all statements, group by group, those of the part that is wanted."""
        first, last, passed = self._limits.first, self._limits.first + most, 0
        for group in groups:
            size = count(group.cells)
            if passed < last and passed + size > first:
                yield replace(group, start=max(0, first - passed), end=last - passed)
            passed += size

    def _wanted(self, groups: Iterable[_Group]) -> Iterator[_Wanted]:
        """Choose the statements to show of each group."""
        listed = list(groups)
        self._read_claims(group.position for group in listed if group.position)
        for group in listed:
            claim = self._claims.get(group.position, {}) if group.position else {}
            review = ReviewStatus(last_word(claim["review"])) if claim.get("review") else ReviewStatus.UNREVIEWED
            key = group.position.rpartition("/position/")[2] if group.position else None
            words = str(claim.get("claim") or group.position) if group.position else None
            statements = self._choose(group.stance, group.position, group.cells)
            yield _Wanted(_held(group.stance, group.cells, key, words, review), statements[group.start : group.end])

    def _choose(self, stance: Stance, position: str | None, cells: list[Cell]) -> Sequence[str]:
        limit = self._limits.sentences
        return choose(cells, limit) if limit is not None else self._all().get((stance, position), ())

    def _all(self) -> Mapping[tuple[Stance, str | None], Sequence[str]]:
        """Give the statements by stance and position; they are sought once."""
        if not self._statements:
            self._statements = statements_by_position(self._scope)
        return self._statements

    def _read_claims(self, positions: Iterable[str]) -> None:
        if missing := sorted({position for position in positions if position not in self._claims}):
            self._claims |= {str(row["position"]): row for row in self._store.select(queries.claims(missing))}

    def _with_bearings(self, held: list[Held]) -> Iterator[Held]:
        found = find_bearings(self._store, self._scope, (one.key for one in held if one.key))
        for one in held:
            yield replace(one, bearings=found.get(one.key, ())) if one.key else one


def _tally(stance: Stance, cells: list[Cell]) -> Tally:
    positions = {cell.position for cell in cells} - {None}
    return Tally(stance=stance, statements=count(cells), positions=len(positions), strongest=words(cells), unsaid=unsaid(cells))


def _held(stance: Stance, cells: list[Cell], key: str | None, claim: str | None, review: ReviewStatus) -> Held:
    return Held(stance=stance, key=key, claim=claim, review=review, statements=count(cells), strongest=words(cells), sentences=())


def _in_order(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(sorted(sentences, key=lambda sentence: sentence.heard.text_order))


def find_sentences(store: Store, statements: Iterable[str]) -> dict[str, Sentence]:
    """Find statements with their words by their IRIs."""
    wanted = sorted(set(statements))
    named, found = find_named(store, wanted), dict[str, Sentence]()
    for batch in batches(wanted):
        asides = {aside: _words(store, queries.asides(batch, aside)) for aside in queries.ASIDES}
        texts = {str(row["statement"]): row for row in store.select(queries.holders(batch))}
        for row in store.select(queries.sentences(batch)):
            iri, heard = str(row["statement"]), to_heard(row)
            beside = {aside: of_statements.get(iri) for aside, of_statements in asides.items()}
            around = _sentence_around(texts[iri], heard) if iri in texts else None
            found.setdefault(iri, Sentence(heard=heard, named=named.get(iri, ()), around=around, **beside))
    return found


def _words(store: Store, query: str) -> dict[str, str]:
    return {str(row["statement"]): str(row["words"]) for row in store.select(query)}


def _sentence_around(holder: Row, heard: Heard) -> str:
    """Give the sentence of the paragraph in which the words of a statement stand."""
    text, first = str(holder["text"]), int(str(holder["text_start"]))
    start, end = sentence_at(text, heard.start - first, heard.end - first)
    return text[start:end]

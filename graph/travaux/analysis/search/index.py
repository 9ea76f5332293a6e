"""The index of a corpus: what it finds for a text and the facets chosen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from travaux.analysis.search.facets import Column, Mask, narrow, read_columns
from travaux.analysis.search.making import STORED
from travaux.analysis.search.question import Question, read_question
from travaux.analysis.search.record import PASSAGES, Kind
from travaux.analysis.search.result import Found, Result, Suggestion
from travaux.analysis.search.snippets import LONGEST, WHOLE, Marks, to_pieces
from travaux.analysis.search.spelling import find_near
from travaux.analysis.search.wanted import Wanted
from travaux.model.identity import Id
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence

Numbers = NDArray[np.int64]
_MATCHING = "SELECT rowid, bm25(body, 8.0, 4.0, 1.0) FROM body WHERE body MATCH ?"
"""A word in a name, and in another name, counts more than one in a text."""
_NUMBERS = "SELECT group_concat(rowid) FROM body WHERE body MATCH ?"
"""As one text: a row for each number takes five times as long."""
_NAMED = "SELECT rowid FROM name WHERE name MATCH ? ORDER BY bm25(name, 8.0, 4.0), rowid LIMIT ?"
_FIRST = "SELECT rowid FROM body WHERE body MATCH ? AND rowid >= ? LIMIT ?"
_REMEMBERED = 16
"""Texts whose records stay weighed, for the next page of results and for the facets chosen then."""
_SUGGESTED = 8
_OF_ONE_KIND = 3
_BRIEFLY = 150
"""Characters of a text that a suggestion shows."""


class Index:
    """An index that is open for reading; any thread may ask it, one at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = RLock()
        self._weighed = lru_cache(_REMEMBERED)(self._hits)

    def find(self, wanted: Wanted) -> Found:
        """Find what is wanted: what the text names first, then what has its words in the form typed, then by their weight.

        Without a text everything is found, in the order of kinds.
        """
        with self._lock:
            question = read_question(self._connection, wanted.text, typing=wanted.typing)
            straight = self._straight(question)
            hits, scores = self._weighed(question, tuple(straight))
            kept, facets = narrow(self._columns, hits, wanted.chosen)
            order = self._ordered(kept, scores, question, straight)
            near = find_near(self._connection, wanted.text, question) if not len(order) else ()
            return Found(
                text=wanted.text,
                total=len(order),
                first=wanted.first,
                results=tuple(self._results(order[wanted.first : wanted.first + wanted.size].tolist(), question.marks)),
                facets=facets,
                near=near,
                searched=self.searched,
            )

    def suggest(self, text: str, most: int = _SUGGESTED) -> tuple[Suggestion, ...]:
        """Suggest what somebody who is typing may mean, at most three of a kind and together by kind: the kind of the best first."""
        with self._lock:
            question = read_question(self._connection, text, typing=True)
            if not question.wanted:
                return ()
            straight = self._straight(question)
            named = self._ask(_NAMED, question.matching, most * _OF_ONE_KIND)
            wanted = list(dict.fromkeys([*straight, *(row[0] for row in named)]))
            if len(wanted) < most:
                wanted += [row[0] for row in self._ask(_FIRST, question.matching, self._unnamed, most * _OF_ONE_KIND)]
            results = _grouped(self._results(list(dict.fromkeys(wanted))[: most * _OF_ONE_KIND], question.marks, longest=_BRIEFLY), most)
            return tuple(Suggestion(result=one) for one in results)

    def named(self, text: str) -> tuple[Result, ...]:
        """Give the things that the whole text names, in order, nothing marked."""
        with self._lock:
            found = self._straight(read_question(self._connection, text, typing=False))
            return tuple(self._results(found, Marks(), longest=_BRIEFLY))

    def results(self) -> Iterator[Result]:
        """Give everything that can be found, in order, nothing marked."""
        with self._lock:
            yield from self._results(list(range(self._size)), Marks(), longest=WHOLE)

    @cached_property
    def searched(self) -> dict[str, int]:
        """How many records there are of each kind that there is."""
        kinds = tuple(Kind)
        with self._lock:
            return {kinds[kind].value: count for kind, count in self._ask("SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind")}

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        return read_columns(self._connection)

    @cached_property
    def _unnamed(self) -> int:
        """The number of the first record that has no name: those with one come first."""
        return sum(count for kind, count in self.searched.items() if Kind(kind) not in PASSAGES)

    @cached_property
    def _size(self) -> int:
        return sum(self.searched.values())

    def _ask(self, query: str, *values: object) -> list[tuple[int, ...]]:
        return self._connection.execute(query, values).fetchall()

    def _straight(self, question: Question) -> list[int]:
        """Find the things that the whole text names: by its words, then by its stems."""
        found = [row[0] for key in question.keys for row in self._ask("SELECT number FROM key WHERE key = ? ORDER BY number", key)]
        return list(dict.fromkeys(found))

    def _hits(self, question: Question, straight: tuple[int, ...]) -> tuple[Mask, NDArray[np.float64]]:
        hits = np.zeros(self._size, dtype=np.bool_)
        scores = np.zeros(self._size)
        if question.wanted:
            rows = self._connection.execute(_MATCHING, (question.matching,))
            table = np.fromiter(chain.from_iterable(rows), dtype=np.float64).reshape(-1, 2)
            numbers = table[:, 0].astype(np.int64)
            hits[numbers] = True
            scores[numbers] = -table[:, 1]
            hits[list(straight)] = True
        else:
            hits[:] = True
        if question.excluded:
            hits[self._numbers(question.barred)] = False
        return hits, scores

    def _numbers(self, matching: str) -> Numbers:
        (written,) = self._connection.execute(_NUMBERS, (matching,)).fetchone()
        return np.array(written.split(",") if written else [], dtype=np.int64)

    def _ordered(self, kept: Mask, scores: NDArray[np.float64], question: Question, straight: Sequence[int]) -> Numbers:
        """Order what was found: what is named, then the form that was typed, then by score, then by number."""
        numbers = np.flatnonzero(kept)
        ranks = np.full(self._size, len(straight), dtype=np.int64)
        for place, number in reversed(list(enumerate(straight))):
            ranks[number] = place
        other = np.zeros(self._size, dtype=np.bool_)
        if question.exactly:
            other[:] = True
            other[self._numbers(question.exactly)] = False
        order = np.lexsort((numbers, -scores[numbers], other[numbers], ranks[numbers]))
        return numbers[order]

    def _results(self, numbers: Sequence[int], marks: Marks, longest: int = LONGEST) -> Iterator[Result]:
        titles = dict(next(column for column in self._columns if column.name == "document").values)
        for number in numbers:
            (fields,) = self._connection.execute("SELECT fields FROM record WHERE number = ?", (number,)).fetchone()
            facets = {column.name: column.of(number) for column in self._columns}
            yield _to_result(dict(zip(STORED, json.loads(fields), strict=True)), facets, titles, marks, longest)


def _to_result(
    fields: dict[str, Any], facets: Mapping[str, tuple[str, ...]], titles: Mapping[str, str], marks: Marks, longest: int
) -> Result:
    page, document = fields["page"], fields["document"]
    return Result(
        id=Id(fields["id"]),
        kind=Kind(fields["kind"]),
        title=fields["title"],
        name=to_pieces(fields["title"], marks),
        text=to_pieces(fields["text"], marks, longest=longest),
        other=to_pieces(fields["other"], marks),
        facets=facets,
        stances=facets["stance"],
        prevalences=strongest(Prevalence(one) for one in facets["prevalence"]),
        review=next(iter(facets["review"]), None),
        document=document,
        document_title=titles.get(document, document) if document else None,
        paragraph=fields["paragraph"],
        start=fields["start"],
        end=fields["end"],
        page=Id(page) if page else None,
        grade=fields["grade"],
        statements=fields["statements"],
    )


def _grouped(results: Iterable[Result], most: int) -> list[Result]:
    """Keep some of each kind, each kind where its best stands."""
    kinds: dict[Kind, list[Result]] = {}
    left: list[Result] = []
    for one in results:
        same = kinds.setdefault(one.kind, [])
        (same if len(same) < _OF_ONE_KIND else left).append(one)
    chosen = [one for same in kinds.values() for one in same][:most]
    for one in left[: most - len(chosen)]:
        kinds[one.kind].append(one)
        chosen.append(one)
    return [one for same in kinds.values() for one in same if one in chosen]


def all_records(index: Index) -> Iterator[Result]:
    """Give everything that an index holds, in the order in which it is listed without a text."""
    return index.results()

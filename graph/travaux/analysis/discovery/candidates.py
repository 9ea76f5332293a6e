"""Candidates for themes, and what was searched for them."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.discovery.keyness import Keyness
from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.store import Table

_COLUMNS = (
    *("rank", "phrase", "c_value", "occurrences", "statements", "consultations", "against_rest_g2", "against_rest_log_ratio"),
    *("key_in", "key_in_g2", "key_in_log_ratio", "broader", "themes"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence with the phrase in it. ``start``..``end`` are the phrase's characters in the document, ``words`` what stands there.

    ``sentence`` is the whole sentence; ``paragraph`` the printed number, ``block-n``, or ``None`` if the graph holds no paragraph.
    """

    document: str
    document_title: str
    consultation: str | None
    paragraph: str | None
    start: int
    end: int
    words: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A theme of statements that hold a phrase: how many of them, and of how many in all."""

    iri: str
    theme: Id
    name: str
    statements: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that could name a theme. ``phrase`` is its most frequent wording, ``wordings`` all of them, the most frequent first.

    ``occurrences`` are places in the text, ``statements`` the statements with one of them; ``consultations`` their names, sorted.
    ``against_rest`` compares the statements with all other text of the documents, ``against_others`` the consultation ``key_in``, where
    the phrase is most telling, with the statements of the others. ``broader`` is a theme that may be broader: because the phrase holds
    ``broader_words``, or because statements share it. ``themes`` are those of the same statements, the most frequent first.
    """

    phrase: str
    wordings: tuple[str, ...]
    c_value: float
    occurrences: int
    statements: int
    consultations: tuple[str, ...]
    against_rest: Keyness | None
    key_in: str | None
    against_others: Keyness | None
    broader: Near | None
    broader_words: str | None
    themes: tuple[Near, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was searched: statements, words in them and in the rest of the documents, consultations, and the least that was asked for.

    ``usual`` tells whether that least is the one usual for so many statements. ``phrases`` are those that occur often enough,
    ``kept_back`` how many of them were not proposed, by reason.
    """

    statements: int
    words: int
    words_of_rest: int
    consultations: tuple[str, ...]
    least_occurrences: int
    least_statements: int
    usual: bool
    phrases: int
    kept_back: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates(Tabular):
    """Candidates for themes, the best first: at most as many as were asked for, of ``found``."""

    title: str | None
    searched: Searched
    found: int
    candidates: tuple[Candidate, ...]

    def to_table(self) -> Table:
        """Give a row for each candidate, the best first; keyness is empty where there is nothing to compare with."""
        return Table(_COLUMNS, tuple(_row(place, one) for place, one in enumerate(self.candidates, start=1)))


def _row(place: int, one: Candidate) -> tuple[str | int | float | None, ...]:
    rest, others = one.against_rest, one.against_others
    return (
        *(place, one.phrase, one.c_value, one.occurrences, one.statements, "; ".join(one.consultations)),
        *((rest.log_likelihood, rest.log_ratio) if rest else (None, None)),
        one.key_in,
        *((others.log_likelihood, others.log_ratio) if others else (None, None)),
        one.broader.theme if one.broader else None,
        "; ".join(near.theme for near in one.themes),
    )

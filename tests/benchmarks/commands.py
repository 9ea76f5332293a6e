"""The commands that are timed, and how long each may take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from travaux.analysis.selection import ALL
from travaux.analysis.sparql import PREFIXES, apart
from travaux.cli.lazy import COMMANDS
from travaux.model.store import Store

LIMIT = 5.0
"""Seconds that a command may take with 100,000 statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A command line without the corpus, and its limit in seconds; ``None`` for what shows progress and names its cost."""

    words: tuple[str, ...]
    limit: float | None = LIMIT

    @property
    def line(self) -> str:
        """The command as it is typed."""
        return " ".join(f'"{word}"' if " " in word else word for word in ("travaux", *self.words))

    @property
    def exists(self) -> bool:
        """Whether there is such a command."""
        return self.words[0] in COMMANDS


_TABLE: tuple[tuple[tuple[str, ...], float | None], ...] = (
    (("ask", "timeline"), LIMIT),
    (("themes",), LIMIT),
    (("themes", "--recurring"), LIMIT),
    (("compare", "first-consultation", "eighth-consultation"), LIMIT),
    (("conflicts",), LIMIT),
    (("conflicts", "article", "{article}"), LIMIT),
    (("gaps",), LIMIT),
    (("article", "{article}"), LIMIT),
    (("question", "{question}", "--consultation", "{consultation}"), LIMIT),
    (("theme", "{theme}"), LIMIT),
    (("actor", "{actor}"), LIMIT),
    (("arguments",), LIMIT),
    (("network", "arguments"), LIMIT),
    (("network", "positions-by-provision"), LIMIT),
    (("network", "positions-by-theme"), LIMIT),
    (("network", "statements-by-question"), LIMIT),
    (("network", "themes-by-consultation"), LIMIT),
    (("network", "theme-cooccurrence"), LIMIT),
    (("network", "speakers-by-position"), LIMIT),
    (("centrality", "arguments"), None),
    (("centrality", "positions-by-theme"), None),
    (("communities", "theme-cooccurrence"), None),
    (("communities", "positions-by-theme"), None),
    (("candidates",), None),
)
"""The one list of what is timed; the words in braces stand for what is most spoken of in the corpus. The first is the start alone."""

_MOST = {
    "theme": ("?statement trv:theme ?thing", "?thing skos:prefLabel ?name"),
    "article": ("?statement trv:provision ?thing", "?thing a trv:Article ; trv:number ?name"),
    "actor": ("?statement trv:speaker ?voice", "?voice trv:actor ?thing", "?thing trv:name ?name"),
    "question": ("?statement trv:question ?thing", "?thing trv:number ?name"),
}


def timed_commands(store: Store) -> Iterator[Timed]:
    """Give the commands to time, with what is most spoken of in the store."""
    most = dict(_most_spoken_of(store))
    for words, limit in _TABLE:
        yield Timed(words=tuple(word.format_map(most) for word in words), limit=limit)


def _most_spoken_of(store: Store) -> Iterator[tuple[str, str]]:
    for kind, patterns in _MOST.items():
        count = "SELECT ?thing ?name (COUNT(?statement) AS ?statements)"
        query = f"{count} WHERE {{ {ALL.pattern()} {apart(*patterns)} }} GROUP BY ?thing ?name ORDER BY DESC(?statements) ?name LIMIT 1"
        row: Mapping[str, object] = next(iter(store.select(PREFIXES + query)))
        yield kind, str(row["name"])
        if kind == "question":
            asked = f"SELECT ?name WHERE {{ <{row['thing']}> trv:consultation ?meeting . ?meeting trv:name ?name }}"
            yield "consultation", str(next(iter(store.select(PREFIXES + asked)))["name"])

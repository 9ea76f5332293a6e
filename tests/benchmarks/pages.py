"""Time the pages of the explorer: ``python -m benchmarks.pages FOLDER`` shows a table; ``--keep FOLDER`` keeps the HTML for comparing."""

from __future__ import annotations

import argparse
import cProfile
import re
import sqlite3
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from travaux.analysis.search import Index
from travaux.analysis.selection import ALL
from travaux.analysis.sparql import PREFIXES, apart
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.pipeline.workspace import find_corpus, get_built
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.views.explorer import Explorer

_LISTS = ("/articles", "/questions", "/themes", "/positions", "/people", "/reports")
_TOOLS = ("/compare", "/conflicts", "/gaps", "/trace", "/arguments", "/map", "/query", "/about", "/ontology")
_SEARCHES = (
    "/search",
    "/search?q=the",
    "/search?q=the&stance=supports",
    "/search?q=states",
    "/search?q=international+cooperation",
    "/search?q=nothingofthekind",
)
_MOST: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "theme": (2, ("?statement trv:theme ?thing",)),
    "provision": (3, ("?statement trv:provision ?thing",)),
    "question": (2, ("?statement trv:question ?thing",)),
    "position": (2, ("?statement trv:position ?thing",)),
    "document": (3, ("?statement trv:document ?thing",)),
    "actor": (3, ("?statement trv:speaker ?voice", "?voice trv:actor ?thing")),
    "consultation": (2, ("?statement trv:document ?document", "?document trv:consultation ?thing")),
}
"""Kind of thing → how many of those most spoken of are asked for, and how statements lead to them."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of the processor for a page, first and again, and the bytes of its HTML."""

    address: str
    cold: float
    warm: float
    size: int

    @property
    def row(self) -> str:
        """The page as a row of a table: milliseconds and kilobytes."""
        return f"| {self.cold * 1000:8.0f} | {self.warm * 1000:8.0f} | {self.size / 1000:7.0f} | `{self.address}` |"


def list_addresses(store: Store, base: str) -> list[str]:
    """List addresses of every kind of page, things most spoken of first."""
    names = list(_most_spoken_of(store, base))
    theme = next((name for name in names if name.startswith("/theme/")), "/theme/none")
    document = next((name for name in names if name.startswith("/document/") and "/question/" not in name), "/document/none")
    maps = [f"/map?at={name.removeprefix('/')}" for name in (theme, document)]
    narrowed = [f"{name}?stance=supports" for name in (*_LISTS, "/compare", "/conflicts", "/gaps", "/arguments", theme)]
    return ["/", *_LISTS, *_TOOLS, *_SEARCHES, *names, *maps, f"{document}?page=2", f"{theme}?show=all", *narrowed]


def _most_spoken_of(store: Store, base: str) -> Iterator[str]:
    for most, patterns in _MOST.values():
        count = "SELECT ?thing (COUNT(?statement) AS ?statements)"
        query = f"{count} WHERE {{ {ALL.pattern()} {apart(*patterns)} }} GROUP BY ?thing ORDER BY DESC(?statements) ?thing LIMIT {most}"
        for row in store.select(PREFIXES + query):
            yield "/" + str(row["thing"]).removeprefix(base)
    for row in store.select(PREFIXES + "SELECT ?thing WHERE { ?thing a trv:Instrument } ORDER BY ?thing"):
        yield "/" + str(row["thing"]).removeprefix(base)


def time_page(explorer: Explorer, address: str) -> tuple[Timed, str]:
    """Make the HTML of a page twice and time it; an address that is refused is told as its text."""
    seconds = []
    told = ""
    for _ in range(2):
        begun = time.process_time()
        try:
            told = explorer.html(address)
        except QueryError as error:
            told = f"refused: {error}"
        seconds.append(time.process_time() - begun)
    return Timed(address, seconds[0], seconds[1], len(told.encode())), told


def main() -> None:
    """Time every page and show a table as it grows."""
    parser = argparse.ArgumentParser(prog="benchmarks.pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only addresses that hold this")
    parser.add_argument("--keep", type=Path, help="folder for the HTML of each page")
    parser.add_argument("--index", type=Path, help="index of the search, if none is beside the store")
    parser.add_argument("--profile", type=Path, help="file for a profile of the second time of every page")
    given = parser.parse_args()
    corpus = read_corpus(find_corpus(given.folder))
    with open_store(get_built(given.folder).store, read_only=True) as store:
        explorer = Explorer(store, corpus)
        if given.index:
            explorer.index = Index(sqlite3.connect(f"{given.index.resolve().as_uri()}?mode=ro&immutable=1", uri=True))
        addresses = [address for address in list_addresses(store, corpus.base) if given.only in address]
        for address in addresses:
            timed, told = time_page(explorer, address)
            sys.stdout.write(f"{timed.row}\n")
            sys.stdout.flush()
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{re.sub(r'[^a-z0-9]+', '-', address.lower()).strip('-') or 'start'}.html").write_text(told, "utf-8")
        if given.profile:
            profile = cProfile.Profile()
            for address in addresses:
                profile.runcall(time_page, explorer, address)
            profile.dump_stats(given.profile)


if __name__ == "__main__":
    main()

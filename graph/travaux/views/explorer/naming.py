"""What names in the notes of a corpus stand for: codes of sources and names of documents, by their titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from travaux.analysis.sparql import PREFIXES
from travaux.model.corpus import Corpus
from travaux.model.identity import identifier
from travaux.model.store import Store
from travaux.views.explorer.addresses import address_of, consultation_address, document_address

_SOURCES = "SELECT DISTINCT ?name ?title WHERE { ?source a trv:Source ; trv:name ?name ; dcterms:title ?title }"
_FOLLOWED = re.compile(r"(?=\s+(?:paragraphs?|question|page)\b)")
"""Before the place in a source: its title needs a comma there."""


@dataclass(frozen=True, slots=True)
class Named:
    """Some words of a note, and the address of what they name; empty for words that name nothing."""

    words: str
    address: str = ""


class Naming:
    """The names that notes of a corpus use, read when a note is first shown."""

    def __init__(self, store: Store, corpus: Corpus) -> None:
        self._store = store
        self._corpus = corpus

    def read(self, note: str) -> list[Named]:
        """Divide a note into words and names, each name replaced by the title of what it names."""
        if self._pattern is None:
            return [Named(note)]
        parts = list[Named]()
        for place, some in enumerate(self._pattern.split(note)):
            if place % 2:
                parts.append(self._names[some])
            elif some:
                comma = "," if parts and _FOLLOWED.match(some) else ""
                parts.append(Named(f"{comma}{some}"))
        return parts

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted(self._names, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<![\w/.-])({'|'.join(map(re.escape, names))})(?![\w/-])") if names else None

    @cached_property
    def _names(self) -> Mapping[str, Named]:
        rows = self._store.select(PREFIXES + _SOURCES)
        sources = {str(row["name"]): Named(str(row["title"]), address_of(identifier("source", str(row["name"])))) for row in rows}
        documents = {one.name: Named(one.title, document_address(one.name)) for one in self._corpus.documents}
        meetings = {one.name: Named(one.title, consultation_address(one.name)) for one in self._corpus.consultations}
        names = {name: named for name, named in {**meetings, **documents}.items() if "-" in name}  # others may be words of a sentence
        return {**names, **sources}

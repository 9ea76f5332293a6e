"""What names in the notes of a corpus stand for: codes of sources and names of documents, by their titles and with their addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from travaux.model.corpus import Corpus
from travaux.model.identity import identifier
from travaux.model.store import Store
from travaux.views.explorer.addresses import address_of, consultation_address, document_address
from travaux.views.noted import Noted, name_documents, read_source_titles


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
        return [Named(part.words, self._addresses.get(part.name, "")) for part in self._noted.divide(note)]

    @cached_property
    def _sources(self) -> dict[str, str]:
        return read_source_titles(self._store)

    @cached_property
    def _noted(self) -> Noted:
        titles = {one.name: one.title for one in self._corpus.consultations} | {one.name: one.title for one in self._corpus.documents}
        return Noted({**name_documents(titles), **self._sources})

    @cached_property
    def _addresses(self) -> dict[str, str]:
        meetings = {one.name: consultation_address(one.name) for one in self._corpus.consultations}
        documents = {one.name: document_address(one.name) for one in self._corpus.documents}
        return {**meetings, **documents, **{name: address_of(identifier("source", name)) for name in self._sources}}

"""What a brief rests on: the built graph, the statements looked at, and the documents with their dates and symbols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from travaux.analysis.selection import ALL, Selection
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.store import Iri, Store
from travaux.views.answers.said import place
from travaux.views.dates import to_dates
from travaux.views.noted import Noted


@dataclass(frozen=True, slots=True)
class Ground:
    """A built graph with its corpus, and the statements of it that a brief looks at.

    ``version`` is the name of the build, the fingerprint of everything that it was made from. ``layers`` are the layers that the store
    shows, empty if it shows all. ``thing`` is the IRI of what the brief is about, where it is known. ``noted``
    writes out the names of sources that editors use in their notes.
    """

    store: Store
    corpus: Corpus
    version: str
    selection: Selection = ALL
    layers: tuple[str, ...] = ()
    noted: Noted = field(default_factory=lambda: Noted({}))
    thing: Iri | None = None

    def narrowed_to(self, consultation: str) -> Selection:
        """Give the same selection, of one consultation alone."""
        return replace(self.selection, consultations=(consultation,))

    def find_document(self, called: str) -> Document | None:
        """Find a document of the corpus by its name or by its title."""
        return next((one for one in self.corpus.documents if called in {one.name, one.title}), None)

    def name_document(self, called: str) -> str:
        """Write the title of a document with its symbol and its date, as far as they are on file."""
        document = self.find_document(called)
        if document is None:
            return called
        symbol = f" ({document.symbol})" if document.symbol else ""
        return f"{document.title}{symbol}{_dated(document.date)}"

    def tell_place(self, document: str, paragraph: str | None) -> str:
        """Say where words stand: the document with its symbol and its date, then the paragraph."""
        return place(self.name_document(document), paragraph)

    def tell_elsewhere(self, called: str) -> str:
        """Say where a document is from if the statements looked at are of other consultations or documents; else nothing.

        It begins with a comma: “, elsewhere: Fifth Intersessional Consultation, 2023”. What bears on a view may be told by any report.
        """
        document = self.find_document(called)
        if document is None or self._is_looked_at(document):
            return ""
        meeting = next((one for one in self.corpus.consultations if one.id == document.consultation), None)
        if meeting is None:
            return f", elsewhere: {self.name_document(called)}"
        return f", elsewhere: {meeting.title}, {meeting.last_day.year}"

    def _is_looked_at(self, document: Document) -> bool:
        names = {one.name for one in self.corpus.consultations if one.id == document.consultation}
        chosen = self.selection
        by_meeting = not chosen.consultations or not names.isdisjoint(chosen.consultations)
        return by_meeting and (not chosen.documents or document.name in chosen.documents)

    def days_of(self, consultation: str) -> str:
        """Write the days of a consultation; nothing if it is not of the corpus."""
        found = next((one for one in self.corpus.consultations if one.name == consultation), None)
        return to_dates(found.first_day.isoformat(), found.last_day.isoformat()) if found else ""

    def newest(self, documents: Iterable[str]) -> str:
        """Give the day of the newest of some documents, ISO 8601; nothing if none is dated."""
        days = [found.date for called in documents if (found := self.find_document(called)) and found.date]
        return max(days).isoformat() if days else ""


def _dated(date: dt.date | None) -> str:
    return f", {to_dates(date.isoformat())}" if date else ""

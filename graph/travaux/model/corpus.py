"""A corpus: the folder that describes one negotiation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from travaux.model.citation import Citation
from travaux.model.consultation import Consultation
from travaux.model.document import Document
from travaux.model.identity import NOT_STORED, Id
from travaux.model.treaty import Instrument

DESCRIPTION = "corpus.toml"
"""The file that makes a folder a corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A negotiation as ``corpus.toml`` describes it; ``base`` is the IRI that the identifiers of its things are relative to.

    ``citation`` is not in the graph, and a graph is the same whatever it says.
    """

    id: Id
    name: str
    title: str
    base: str = field(metadata=NOT_STORED)
    folder: Path = field(metadata=NOT_STORED)
    description: str | None = None
    instruments: tuple[Instrument, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[Document, ...] = ()
    citation: Citation = field(default=Citation(), metadata=NOT_STORED, repr=False)  # builds are named after what stands in the repr

    @property
    def label(self) -> str:
        return self.title

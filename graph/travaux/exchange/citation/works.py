"""What is cited of a corpus: itself and its documents."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from travaux.exchange.material import Loss, Material
from travaux.model.citation import Author
from travaux.model.corpus import Corpus
from travaux.model.document import Document

SPDX = re.compile(
    r"CC0-1\.0|CC-BY(-NC)?(-SA|-ND)?-[1-4]\.0|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|Apache-2\.0|MIT|BSD-[23]-Clause|(A|L)?GPL-[23]\.[01]-(only|or-later)|EUPL-1\.2|MPL-2\.0"
)
"""Licences that data and texts are usually under, as SPDX names them."""
LINK = re.compile(r"https?://\S+")
UNNAMED = Author(name="The makers of this corpus")
"""Stands where a format wants an author and ``corpus.toml`` names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that is cited: the corpus (``dataset``), or a document of it (``report``), whose ``iri`` is its address in the corpus."""

    key: str
    kind: str
    title: str
    authors: tuple[Author, ...]
    day: dt.date | None = None
    publisher: str | None = None
    number: str | None = None
    iri: str | None = None
    version: str | None = None
    doi: str | None = None
    link: str | None = None
    language: str | None = None


def day_of(corpus: Corpus) -> dt.date | None:
    """Give the day of a corpus: the one that ``corpus.toml`` says, else that of its newest document; never today."""
    return corpus.citation.date or max((document.date for document in corpus.documents if document.date), default=None)


def cited(material: Material) -> tuple[Work, ...]:
    """Give the corpus and then its documents, the oldest first and those without a date last."""
    corpus = material.corpus
    said = corpus.citation
    dataset = Work(
        key=corpus.name,
        kind="dataset",
        title=said.title or corpus.title,
        authors=tuple(dict.fromkeys(said.authors)),
        day=day_of(corpus),
        publisher=said.publisher,
        version=said.version or f"build {material.version}",
        doi=said.doi,
        link=said.link or corpus.base,
    )
    documents = sorted(corpus.documents, key=lambda document: (document.date or dt.date.max, document.name))
    return (dataset, *(_document(corpus, document) for document in documents))


def losses_beside(material: Material) -> tuple[Loss, ...]:
    """Tell what the formats of reference managers have no place for."""
    citation = material.corpus.citation
    further = sum(bool(author.orcid) + bool(author.affiliation) for author in citation.authors)
    what = "the format has no place for"
    return (Loss("the licence", f"{what} it", int(bool(citation.licence))), Loss("ORCID and affiliation", f"{what} them", further))


def _document(corpus: Corpus, document: Document) -> Work:
    bodies = {held.id: held.body for held in corpus.consultations if held.body}
    body = bodies.get(document.consultation) if document.consultation else None
    return Work(
        key=f"{corpus.name}-{document.name}",
        kind="report",
        title=document.title,
        authors=(Author(name=body),) if body else (),
        day=document.date,
        number=document.symbol,
        iri=corpus.base + document.id,
        link=document.link or corpus.base + document.id,
        language=document.language,
    )

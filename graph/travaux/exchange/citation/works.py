"""What is cited of a corpus: itself and its documents."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """The day of a corpus, and what happened on it; ``None`` if ``corpus.toml`` names the day as that of publication."""

    date: dt.date
    of: str | None


def day_of(material: Material) -> Day | None:
    """Give the day of a corpus: the one that ``corpus.toml`` says, else the newest that the corpus itself knows; never today."""
    said = material.corpus.citation.date
    return Day(said, None) if said else max(_known_days(material), default=None)


def _known_days(material: Material) -> Iterator[Day]:
    corpus = material.corpus
    dated = [(one.date, one.title) for one in corpus.documents] + [(one.date, one.title) for one in corpus.instruments]
    yield from (Day(date, f"the newest date in the corpus, that of “{title}”") for date, title in dated if date)
    for row in material.store.select(_NEWEST_DECISION):
        yield Day(dt.datetime.fromisoformat(str(row["at"])).date(), "the day of the newest decision of a reviewer")


_NEWEST_DECISION = """
PREFIX trv: <https://w3id.org/travaux/ontology#>
SELECT ?at WHERE { ?decision a trv:Decision ; trv:at ?at } ORDER BY DESC(?at) LIMIT 1"""


def tell_day(material: Material) -> Loss:
    """Tell where the day of a corpus comes from, if ``corpus.toml`` does not say it."""
    day, what = day_of(material), "the day of publication"
    if day is None:
        return Loss(what, "none is known; name it in corpus.toml: [citation] date", 1)
    how = f"corpus.toml names none, so the file says {day.date.isoformat()}, {day.of}; another: [citation] date"
    return Loss(what, how, int(day.of is not None))


def cited(material: Material) -> tuple[Work, ...]:
    """Give the corpus and then its documents, the oldest first and those without a date last."""
    corpus, day = material.corpus, day_of(material)
    said = corpus.citation
    dataset = Work(
        key=corpus.name,
        kind="dataset",
        title=said.title or corpus.title,
        authors=tuple(dict.fromkeys(said.authors)),
        day=day.date if day else None,
        publisher=said.publisher,
        version=said.version or f"build {material.version}",
        doi=said.doi,
        link=said.link or corpus.base,
    )
    documents = sorted(corpus.documents, key=lambda document: (document.date or dt.date.max, document.name))
    return (dataset, *(_document(corpus, document) for document in documents))


def losses_beside(material: Material) -> tuple[Loss, ...]:
    """Tell what the formats of reference managers have no place for, and where the day comes from."""
    citation = material.corpus.citation
    further = sum(bool(author.orcid) + bool(author.affiliation) for author in citation.authors)
    what = "the format has no place for"
    return (
        Loss("the licence", f"{what} it", int(bool(citation.licence))),
        Loss("ORCID and affiliation", f"{what} them", further),
        tell_day(material),
    )


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

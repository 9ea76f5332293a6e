"""How to cite a corpus and its documents: CITATION.cff, CSL-JSON for reference managers, BibTeX."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

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

_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x7f\u2028\u2029\ufeff"} | {
    code: f"\\u{code:04x}" for code in range(0x80, 0xA0)
}
_BIBTEX = {ord(character): f"\\{character}" for character in "$&%#_"} | {
    ord("\\"): "\\textbackslash{}",
    ord("{"): "\\textbraceleft{}",
    ord("}"): "\\textbraceright{}",
    ord("~"): "\\textasciitilde{}",
    ord("^"): "\\textasciicircum{}",
}


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


def write_cff(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write ``CITATION.cff`` 1.2.0; its licence is one that SPDX names or an address."""
    out.write(render_cff(material).encode())
    licence = material.corpus.citation.licence
    worded = bool(licence) and not (SPDX.fullmatch(licence or "") or LINK.fullmatch(licence or ""))
    return (
        Loss("the licence", "it is neither an SPDX identifier nor an address, and the format takes no words", int(worded)),
        Loss(
            "authors",
            "corpus.toml names none, so the file says that the makers of the corpus are",
            int(not material.corpus.citation.authors),
        ),
    )


def render_cff(material: Material) -> str:
    """Render ``CITATION.cff``; every text is quoted, so that it stays text."""
    dataset, *documents = cited(material)
    licence = material.corpus.citation.licence or ""
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use this corpus, please cite it as below.",
        "type": "dataset",
        "title": dataset.title,
        "abstract": material.corpus.description,
        "version": dataset.version,
        "date-released": dataset.day and dataset.day.isoformat(),
        "doi": dataset.doi,
        "url": dataset.link,
        "license": licence if SPDX.fullmatch(licence) else None,
        "license-url": licence if LINK.fullmatch(licence) else None,
    }
    lines = [f"{key}: {_quoted(value)}\n" for key, value in fields.items() if value]
    lines += ["authors:\n", *_listed(map(_cff_author, dataset.authors or (UNNAMED,)))]
    if documents:
        lines += ["references:\n", *(line for document in documents for line in _cff_reference(document))]
    return "".join(lines)


def write_csl(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write CSL-JSON, a list with the corpus first and then its documents."""
    written = json.dumps([_csl(work) for work in cited(material)], ensure_ascii=False, indent=1)
    out.write(f"{written}\n".encode())
    return (_unsaid(material), Loss("ORCID and affiliation", "the format has no place for them", _further(material)))


def write_bibtex(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write BibTeX, an entry for the corpus and one for each document."""
    out.write("\n".join(map(_bibtex, cited(material))).encode())
    return (_unsaid(material), Loss("ORCID and affiliation", "the format has no place for them", _further(material)))


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


def _unsaid(material: Material) -> Loss:
    return Loss("the licence", "the format has no place for it", int(bool(material.corpus.citation.licence)))


def _further(material: Material) -> int:
    return sum(bool(author.orcid) + bool(author.affiliation) for author in material.corpus.citation.authors)


def _quoted(text: str) -> str:
    """Write a text as YAML in double quotes, which is JSON but for characters that YAML takes for the end of a line."""
    return json.dumps(text, ensure_ascii=False).translate(_BREAKS)


def _listed(entries: Iterable[Mapping[str, str | None]], indent: str = "  ") -> Iterator[str]:
    for entry in entries:
        mark = "- "
        for key, value in entry.items():
            if value:
                yield f"{indent}{mark}{key}: {_quoted(value)}\n"
                mark = "  "


def _cff_author(author: Author) -> dict[str, str | None]:
    if author.name:
        return {"name": author.name, "orcid": author.orcid}
    names = {"family-names": author.family, "given-names": author.given}
    return names | {"orcid": author.orcid, "affiliation": author.affiliation}


def _cff_reference(work: Work) -> Iterator[str]:
    fields = {
        "type": "report",
        "title": work.title,
        "number": work.number,
        "date-released": work.day.isoformat() if work.day else None,
        "url": work.link,
    }
    yield from _listed([fields])
    if work.iri:
        yield "    identifiers:\n"
        yield from _listed([{"type": "url", "value": work.iri}], "      ")
    yield "    authors:\n"
    yield from _listed(map(_cff_author, work.authors or (Author(name="Not named"),)), "      ")


def _csl(work: Work) -> dict[str, object]:
    authors = [{"literal": one.name} if one.name else {"family": one.family, "given": one.given} for one in work.authors]
    fields: dict[str, object] = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "author": [{key: value for key, value in author.items() if value} for author in authors],
        "issued": {"date-parts": [[work.day.year, work.day.month, work.day.day]]} if work.day else None,
        "publisher": work.publisher,
        "number": work.number,
        "version": work.version,
        "DOI": work.doi,
        "URL": work.link,
        "language": work.language,
    }
    return {key: value for key, value in fields.items() if value}


def _bibtex(work: Work) -> str:
    fields = {
        "title": f"{{{_escaped(work.title)}}}",
        "author": " and ".join(map(_bibtex_author, work.authors)),
        "year": f"{work.day.year:04}" if work.day else "",
        "month": str(work.day.month) if work.day else "",
        "publisher": _escaped(work.publisher or ""),
        "institution": _escaped(work.authors[0].full_name) if work.kind == "report" and work.authors else "",
        "number": _escaped(work.number or ""),
        "version": _escaped(work.version or ""),
        "doi": work.doi or "",
        "url": work.link or "",
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    entry = "misc" if work.kind == "dataset" else "techreport"
    return f"@{entry}{{{work.key},\n{''.join(lines)}}}\n"


def _bibtex_author(author: Author) -> str:
    if author.name:
        return f"{{{_escaped(author.name)}}}"
    return ", ".join(f"{{{_escaped(part)}}}" for part in (author.family, author.given) if part)


def _escaped(text: str) -> str:
    """Write a text for LaTeX on one line, with as many closing braces as opening ones."""
    return " ".join(text.split()).translate(_BIBTEX)

"""Citations as CITATION.cff."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from travaux.exchange.citation.works import LINK, SPDX, UNNAMED, Work, cited, tell_day
from travaux.exchange.material import Loss, Material
from travaux.model.citation import Author

_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x7f\u2028\u2029\ufeff"} | {
    code: f"\\u{code:04x}" for code in range(0x80, 0xA0)
}


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
        tell_day(material),
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
    lines = [f"{key}: {quote_yaml(value)}\n" for key, value in fields.items() if value]
    lines += ["authors:\n", *_listed(map(_author, dataset.authors or (UNNAMED,)))]
    if documents:
        lines += ["references:\n", *(line for document in documents for line in _reference(document))]
    return "".join(lines)


def quote_yaml(text: str) -> str:
    """Write a text as YAML in double quotes, which is JSON but for characters that YAML takes for the end of a line."""
    return json.dumps(text, ensure_ascii=False).translate(_BREAKS)


def _listed(entries: Iterable[Mapping[str, str | None]], indent: str = "  ") -> Iterator[str]:
    for entry in entries:
        mark = "- "
        for key, value in entry.items():
            if value:
                yield f"{indent}{mark}{key}: {quote_yaml(value)}\n"
                mark = "  "


def _author(author: Author) -> dict[str, str | None]:
    if author.name:
        return {"name": author.name, "orcid": author.orcid}
    names = {"family-names": author.family, "given-names": author.given}
    return names | {"orcid": author.orcid, "affiliation": author.affiliation}


def _reference(work: Work) -> Iterator[str]:
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
    yield from _listed(map(_author, work.authors or (Author(name="Not named"),)), "      ")

"""Citations as CSL-JSON, for reference managers."""

from __future__ import annotations

import json
from typing import BinaryIO

from travaux.exchange.citation.works import Work, cited, losses_beside
from travaux.exchange.material import Loss, Material


def write_csl(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write CSL-JSON, a list with the corpus first and then its documents."""
    written = json.dumps([_item(work) for work in cited(material)], ensure_ascii=False, indent=1)
    out.write(f"{written}\n".encode())
    return losses_beside(material)


def _item(work: Work) -> dict[str, object]:
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

"""``datapackage.json``: the table of statements with the meaning and type of each column, as Frictionless Data."""

from __future__ import annotations

import json

from travaux.exchange.citation.works import LINK, SPDX, cited
from travaux.exchange.material import Material
from travaux.exchange.package.columns import COLUMNS
from travaux.exchange.package.crate import Packed


def render_data_package(material: Material, table: Packed) -> bytes:
    """Describe the table of statements."""
    dataset, licence = cited(material)[0], material.corpus.citation.licence or ""
    described = {
        "profile": "tabular-data-package",
        "name": material.corpus.name,
        "title": dataset.title,
        "description": material.corpus.description,
        "version": dataset.version,
        "created": f"{dataset.day.isoformat()}T00:00:00Z" if dataset.day else None,
        "homepage": dataset.link,
        "licenses": [_licence(licence)] if SPDX.fullmatch(licence) or LINK.fullmatch(licence) else None,
        "contributors": [{"title": author.full_name, "role": "author"} for author in dataset.authors],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "statements",
                "path": table.path,
                "title": "Statements",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": table.size,
                "hash": f"sha256:{table.checksum}",
                "schema": {"fields": [_field(name) for name in COLUMNS], "missingValues": [""], "primaryKey": "id"},
            }
        ],
    }
    return json.dumps({key: value for key, value in described.items() if value}, ensure_ascii=False, indent=1).encode() + b"\n"


def _licence(licence: str) -> dict[str, str]:
    return {"name": licence} if SPDX.fullmatch(licence) else {"path": licence}


def _field(name: str) -> dict[str, object]:
    column = COLUMNS[name]
    field: dict[str, object] = {"name": name, "type": column.type, "description": column.meaning}
    return field | ({"trueValues": ["true", "True"], "falseValues": ["false", "False"]} if column.type == "boolean" else {})

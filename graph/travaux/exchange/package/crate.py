"""``ro-crate-metadata.json``: what is in the package, who made it and from what, as RO-Crate 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from urllib.parse import quote

from travaux import __version__
from travaux.exchange.citation.works import LINK, SPDX, Work, cited
from travaux.exchange.material import Material
from travaux.model.citation import Author
from travaux.model.document import Document
from travaux.model.identity import name_key

SPECIFICATION = "https://w3id.org/ro/crate/1.1"
SOFTWARE = "https://w3id.org/travaux"
DESCRIPTOR = "ro-crate-metadata.json"
_OWN_TERMS = {"sha256": "https://schema.org/sha256"}

Entity = dict[str, Any]


class Part(Enum):
    """What a file is to the build: it was read, or it was made."""

    READ = auto()
    MADE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A file of the package: its path, size in bytes, SHA-256, media type and what it is; ``document`` if it is one of the corpus.

    ``part`` is ``None`` for what neither was read by the build nor made by it.
    """

    path: str
    size: int
    checksum: str
    media: str
    about: str
    document: Document | None = None
    conforms_to: str | None = None
    part: Part | None = None


def render_crate(material: Material, files: Iterable[Packed]) -> bytes:
    """Describe the files of a package; what is not known of the corpus is left out."""
    files = list(files)
    dataset = cited(material)[0]
    entities = [_descriptor(), _root(material, dataset, files), *(_file(one) for one in files), *_contextual(material, dataset, files)]
    whole = {"@context": [f"{SPECIFICATION}/context", _OWN_TERMS], "@graph": _once(entities)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def file_id(path: str) -> str:
    """Write a path as the relative address that it has in the package."""
    return quote(path, safe="/().-_~")


def _descriptor() -> Entity:
    return {
        "@id": DESCRIPTOR,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
        "creator": {"@id": SOFTWARE},
    }


def _root(material: Material, dataset: Work, files: list[Packed]) -> Entity:
    said = material.corpus.citation
    return _filled(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": dataset.title,
            "description": material.corpus.description or f"{dataset.title}: documents, argument map and how they were made.",
            "datePublished": dataset.day and dataset.day.isoformat(),
            "version": dataset.version,
            "url": dataset.link,
            "identifier": {"@id": f"https://doi.org/{dataset.doi}"} if dataset.doi else None,
            "cite-as": f"https://doi.org/{dataset.doi}" if dataset.doi else None,
            "author": _one_or_all([{"@id": _author_id(author)} for author in dataset.authors]),
            "publisher": {"@id": f"#publisher-{name_key(said.publisher) or 'name'}"} if said.publisher else None,
            "license": {"@id": _licence_id(said.licence)} if said.licence else None,
            "inLanguage": _one_or_all(sorted({document.language for document in material.corpus.documents})),
            "hasPart": [{"@id": file_id(one.path)} for one in files],
            "mentions": {"@id": "#build"},
        }
    )


def _file(packed: Packed) -> Entity:
    document = packed.document
    described = {
        "@id": file_id(packed.path),
        "@type": "File",
        "name": document.title if document else packed.path,
        "description": packed.about,
        "encodingFormat": packed.media,
        "contentSize": str(packed.size),
        "sha256": packed.checksum,
        "conformsTo": {"@id": packed.conforms_to} if packed.conforms_to else None,
    }
    if document:
        described |= {
            "identifier": document.symbol,
            "datePublished": document.date.isoformat() if document.date else None,
            "inLanguage": document.language,
            "license": {"@id": _licence_id(document.licence)} if document.licence else None,
            "url": document.link,
        }
    return _filled(described)


def _contextual(material: Material, dataset: Work, files: list[Packed]) -> list[Entity]:
    said = material.corpus.citation
    found = [_author(author) for author in dataset.authors]
    if said.publisher:
        found.append({"@id": f"#publisher-{name_key(said.publisher) or 'name'}", "@type": "Organization", "name": said.publisher})
    if dataset.doi:
        found.append({"@id": f"https://doi.org/{dataset.doi}", "@type": "PropertyValue", "propertyID": "DOI", "value": dataset.doi})
    licences = [said.licence, *(one.document.licence for one in files if one.document)]
    found += [_licence(licence) for licence in licences if licence]
    return [*found, _software(), _build(material, files), *_standards(files)]


def _author_id(author: Author) -> str:
    return author.orcid or f"#author-{name_key(author.full_name) or 'name'}"


def _author(author: Author) -> Entity:
    person = {"givenName": author.given, "familyName": author.family, "affiliation": author.affiliation}
    described = {"@id": _author_id(author), "@type": "Organization" if author.name else "Person", "name": author.full_name}
    return _filled(described | ({} if author.name else person))


def _licence_id(licence: str) -> str:
    if SPDX.fullmatch(licence):
        return f"https://spdx.org/licenses/{licence}"
    return licence if LINK.fullmatch(licence) else f"#licence-{name_key(licence)[:60].strip('-') or 'terms'}"


def _licence(licence: str) -> Entity:
    return {"@id": _licence_id(licence), "@type": "CreativeWork", "name": licence, "description": licence}


def _software() -> Entity:
    about = "Turns reports of treaty negotiations and public consultations into an argument map."
    return {
        "@id": SOFTWARE,
        "@type": "SoftwareApplication",
        "name": "Travaux",
        "description": about,
        "url": SOFTWARE,
        "version": __version__,
        "softwareVersion": __version__,
    }


def _build(material: Material, files: list[Packed]) -> Entity:
    return {
        "@id": "#build",
        "@type": "CreateAction",
        "name": f"Build {material.version}",
        "description": "The graph was built from the files of the corpus, and everything else that was made was made from the graph.",
        "instrument": {"@id": SOFTWARE},
        "object": _one_or_all([{"@id": file_id(one.path)} for one in files if one.part is Part.READ]),
        "result": [{"@id": file_id(one.path)} for one in files if one.part is Part.MADE],
    }


def _standards(files: list[Packed]) -> list[Entity]:
    standards = sorted({one.conforms_to for one in files if one.conforms_to})
    return [{"@id": one, "@type": "CreativeWork", "name": one} for one in standards]


def _once(entities: Iterable[Entity]) -> list[Entity]:
    """Keep the first of those with the same ``@id``."""
    return list({one["@id"]: one for one in reversed(list(entities))}.values())[::-1]


def _one_or_all(values: list[Any]) -> Any:  # noqa: ANN401, values of any kind
    """Write a list of one as the one, as RO-Crate recommends."""
    return values[0] if len(values) == 1 else values


def _filled(entity: Entity) -> Entity:
    return {key: value for key, value in entity.items() if value}

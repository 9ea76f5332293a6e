"""Identifiers: short, readable, stable, and never ambiguous."""

from __future__ import annotations

import hashlib
from typing import NewType
from urllib.parse import quote

Id = NewType("Id", str)
"""The identifier of a thing in a corpus: a path relative to the corpus' base IRI, such as ``document/report/paragraph/8``."""

NOT_STORED = {"stored": False}
"""Metadata of a field that belongs to the running program and not to the graph."""

_READABLE = "()-._~:"


def identifier(*parts: str) -> Id:
    """Join parts to an identifier; a slash inside a part is percent-encoded, so no two lists of parts share an identifier.

    >>> identifier("document", "report", "agenda-item", "2(a)")
    'document/report/agenda-item/2(a)'
    >>> identifier("person", "a/b") == identifier("person", "a", "b")
    False
    """
    if not parts or not all(parts):
        msg = f"an identifier needs parts that are not empty, got {parts!r}"
        raise ValueError(msg)
    return Id("/".join(quote(part, safe=_READABLE) for part in parts))


def child(parent: Id, *parts: str) -> Id:
    """Extend an identifier by further parts.

    >>> child(identifier("document", "report"), "paragraph", "8")
    'document/report/paragraph/8'
    """
    return Id(f"{parent}/{identifier(*parts)}")


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 over the parts, each preceded by its length in bytes.

    The length prefix keeps ``("ab", "c")`` and ``("a", "bc")`` apart.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    joined = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        joined.update(f"{len(encoded)}:".encode())
        joined.update(encoded)
    return joined.hexdigest()[:16]


def name_key(name: str) -> str:
    """Fold a name to the key under which it is the same thing: lower case, single hyphens, no punctuation at the ends.

    >>> name_key("Eric Do Val  Lacerda Sogocio") == name_key("Eric do Val Lacerda Sogocio")
    True
    """
    words = "".join(character if character.isalnum() else " " for character in name.casefold())
    return "-".join(words.split())

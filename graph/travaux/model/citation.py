"""How a corpus is to be cited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Somebody who made a corpus: a person with ``family`` and perhaps ``given`` name, or a ``name`` in one, such as an organization's.

    ``orcid`` is the address of the person at orcid.org.
    """

    name: str | None = None
    given: str | None = None
    family: str | None = None
    orcid: str | None = None
    affiliation: str | None = None

    @property
    def full_name(self) -> str:
        """The name as it is read aloud."""
        return self.name or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What ``corpus.toml`` says of the corpus as a publication; it is no part of the graph.

    ``licence`` is that of what the makers of the corpus wrote, an SPDX identifier, an address or words; documents have licences of their
    own. ``doi`` has no address before it.
    """

    title: str | None = None
    authors: tuple[Author, ...] = ()
    publisher: str | None = None
    licence: str | None = None
    doi: str | None = None
    version: str | None = None
    date: dt.date | None = None
    link: str | None = None

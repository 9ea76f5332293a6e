"""A page: what a template shows, and the same as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from travaux.analysis.selection import ALL, Selection
from travaux.model.store import Iri
from travaux.model.versions import in_version
from travaux.views.briefs import BriefKind


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, and what it says."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class PageBrief:
    """The brief that a page can be had as: what ``make_brief`` takes, with the statements that the page looks at."""

    kind: BriefKind
    names: tuple[str, ...] = ()
    selection: Selection = ALL
    thing: Iri | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it looks at some statements only."""
        return self.selection != ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is to be seen at one address.

    ``shown`` is what ``template`` (a file in ``templates/explorer``) shows. ``data`` is a result of the analysis, offered as JSON, and
    ``about`` the IRI of the thing that the page describes, whose triples are offered as Turtle and JSON-LD; either may be lacking.
    ``section`` is the entry of the main menu that the page belongs to, ``trail`` what it stands under. ``scripts`` and ``styles`` are
    files of ``/static`` that it needs beside those of every page. ``wide`` pages use the whole window.
    ``within`` tells the title from the same one of another page: the version of a text. ``brief`` is the brief on the same thing, if any.
    """

    title: str
    template: str
    shown: Mapping[str, object] = field(default_factory=dict)
    data: object = None
    about: str | None = None
    section: str = ""
    trail: tuple[Link, ...] = ()
    scripts: tuple[str, ...] = ()
    wide: bool = False
    within: str = ""
    brief: PageBrief | None = None

    @property
    def full_title(self) -> str:
        """The title as a browser shows it among others."""
        return in_version(self.title, self.within)


@dataclass(frozen=True, slots=True)
class Moved:
    """The thing asked for is shown at another address; ``about`` is the IRI whose triples are offered at this one."""

    address: str
    about: str | None = None

"""Links of the site: addresses of the explorer, made relative to the page that they stand on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

from travaux.exchange.site.names import PAGE, Places, to_url
from travaux.exchange.site.passages import Passages
from travaux.exchange.site.spool import Spool
from travaux.views.explorer.addresses import with_options
from travaux.views.offline.routes import SEPARATE, WHOLE, Rules

RULES = Rules(
    absent=("/query", "/sparql", "/static", "/void", "/data"),
    separate=SEPARATE,
    lists=True,
    instead={"coalitions": ("about", "show"), "topics": ("about", "show")},
)
"""What is a page of its own in a site: also what each option of a list leads to, since a list is narrowed by making it again."""
_OWN = {"/query": "query", "/sparql": "query", "/data": "data", "/void": "data"}
"""Pages that the site has in place of what a server does."""
# Texts of pages hold no quotation mark that is not escaped, so nothing else looks like an attribute.
_ATTRIBUTE = re.compile(r' (href|src|action|data-address)="(/[^"]*)"')
_AT = "at"


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site with what stands behind it in an address."""

    file: str
    query: str = ""
    anchor: str = ""

    def seen_from(self, root: str) -> str:
        """Give it relative to a page for which the first page stands at ``root``."""
        return f"{root}{to_url(self.file)}{'?' if self.query else ''}{self.query}{'#' if self.anchor else ''}{self.anchor}"


def root_of(folder: str) -> str:
    """Tell where the first page stands, seen from the page in a folder.

    >>> root_of("instrument/draft"), root_of("")
    ('../../', '')
    """
    return "../" * len(folder.split("/")) if folder else ""


class Links:
    """Finds the file that an address of the explorer leads to."""

    def __init__(self, pages: Spool, places: Places, passages: Passages, assets: Mapping[str, str]) -> None:
        self._pages = pages
        self._places = places
        self._passages = passages
        self._assets = assets
        self._found: dict[str, Target | None] = {}

    def find(self, address: str) -> Target | None:
        """Give the file of an address, ``None`` if the site has none."""
        if address not in self._found:
            self._found[address] = self._find(address)
        return self._found[address]

    def _find(self, address: str) -> Target | None:
        split = urlsplit(address)
        if split.path in self._assets:
            return Target(self._assets[split.path])
        if split.path in _OWN:
            return Target(f"{_OWN[split.path]}/{PAGE}", anchor=split.fragment)
        pairs = parse_qsl(split.query)
        at, anchor = dict(pairs).get(_AT, ""), split.fragment
        key = RULES.key(address)
        if at and split.path.startswith("/document/"):
            number, anchor = self._passages.find(split.path.removeprefix("/document/"), at)
            key = with_options(split.path, [("page", str(number) if number > 1 else "")])
        if key is None or key not in self._pages:
            key = split.path if split.path in self._pages else None
        if key is None:
            return None
        if moved := self._pages.moved(key):
            return self.find(moved)
        left = [pair for pair in pairs if split.path in WHOLE or pair[0] == _AT or not RULES.is_separate(split.path, pair)]
        return Target(_in(self._places.folder(key)), urlencode([pair for pair in left if pair != ("show", "all")]), anchor)

    def rewrite(self, html: str, root: str) -> str:
        """Make all links of a page lead to files, the first page standing at ``root``; one that leads nowhere becomes plain words."""

        def written(found: re.Match[str]) -> str:
            target = self.find(unescape(found[2]))
            return f' {found[1]}="{escape(target.seen_from(root))}"' if target else ""

        return _ATTRIBUTE.sub(written, html)


def _in(folder: str) -> str:
    return f"{folder}/{PAGE}" if folder else PAGE

"""Which addresses are pages of their own in a file, and which are states of a page that its scripts bring about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from travaux.views.explorer.addresses import with_options

SEPARATE = ("page", "show", "kind", "order", "said", "answered", "outcome", "chapter", "first", "second")
"""Options whose values make pages of their own in a file; of every page it holds the form with all that there is to show."""
ALL = ("show", "all")
"""The option for all that there is."""
WHOLE = ("/map", "/search")
"""Pages whose scripts take care of all their options."""
ABSENT = ("/query", "/sparql", "/static", "/ontology", "/void", "/scheme")
"""What only a server has."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is a page of its own: nothing at the paths ``absent``, and of the options only those ``separate``.

    With ``lists`` every option of a list or a tool makes a page, except those of ``WHOLE``. An option makes none beside those that stand
    ``instead`` of it.
    """

    absent: tuple[str, ...] = ABSENT
    separate: tuple[str, ...] = SEPARATE
    lists: bool = False
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def key(self, address: str) -> str | None:
        """Give the address of the page that shows an address; ``None`` if no page does."""
        split = urlsplit(address)
        if split.scheme or split.netloc or not split.path.startswith("/"):
            return None
        if any(split.path == one or split.path.startswith(f"{one}/") for one in self.absent):
            return None
        if split.path in WHOLE:
            return split.path
        pairs = [pair for pair in parse_qsl(split.query) if self.is_separate(split.path, pair)]
        named = {name for name, _ in pairs}
        return with_options(split.path, [pair for pair in pairs if named.isdisjoint(self.instead.get(pair[0], ()))])

    def is_separate(self, path: str, pair: tuple[str, str]) -> bool:
        """Whether an option makes a page of its own."""
        return pair != ALL and (pair[0] in self.separate or (self.lists and "/" not in path.strip("/")))


IN_FILE = Rules()
"""The pages of a file."""


def page_key(address: str) -> str | None:
    """Give the address of the page that shows an address in a file; ``None`` if no page of a file does.

    >>> page_key("/theme/trust?stance=opposes&page=2#neutral"), page_key("/map?at=theme/trust"), page_key("/query"), page_key("#main")
    ('/theme/trust?page=2', '/map', None, None)
    """
    return IN_FILE.key(address)

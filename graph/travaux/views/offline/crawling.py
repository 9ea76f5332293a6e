"""All pages of an explorer that lead to one another, found by following their links."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qsl, urlsplit

from travaux.errors import FileError, QueryError
from travaux.views.explorer import AskedError, Explorer, Moved, Page
from travaux.views.explorer.menu import MENU
from travaux.views.offline.progress import Progress, silent
from travaux.views.offline.routes import ALL, IN_FILE, WHOLE, Rules

MOST = 20_000
"""So many pages a file may have; a browser has trouble with more."""
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
_START = (*(link.address for link in MENU), *WHOLE, "/about")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The main part of a page, as a file keeps it; ``moved`` is the address at which it is really shown.

    ``about`` and ``wide`` are those of the page.
    """

    title: str
    section: str
    html: str
    moved: str | None = None
    about: str | None = None
    wide: bool = False


Known = Callable[[str], Fragment | None]
"""Gives a page that was made before by its address, ``None`` for others."""


def _none(_key: str) -> Fragment | None:
    return None


def crawl(explorer: Explorer, progress: Progress = silent, known: Known = _none) -> dict[str, Fragment]:
    """Make every page that can be reached from the main menu: address → fragment, sorted by address.

    Each is made with all that it can show, unless it is ``known``. A link to something that is not there is left out of the file and told
    by its scripts.
    ``FileError`` if there are more than ``MOST``.
    """
    return dict(sorted(crawl_each(explorer, progress, IN_FILE, most=MOST, known=known)))


def crawl_each(
    explorer: Explorer, progress: Progress, rules: Rules, more: Iterable[str] = (), most: int = MOST, known: Known = _none
) -> Iterator[tuple[str, Fragment]]:
    """Give every page that can be reached from the main menu and from ``more`` addresses, one by one, in the order of their links."""
    waiting = deque(dict.fromkeys(key for address in (*_START, *more) if (key := rules.key(address))))
    found, made = set(waiting), 0
    while waiting:
        key = waiting.popleft()
        fragment = known(key) or _make(explorer, key)
        if fragment is None:
            continue
        yield key, fragment
        made += 1
        for link in [fragment.moved] if fragment.moved else find_links(fragment.html):
            following = rules.key(link)
            if following and following not in found:
                found.add(following)
                waiting.append(following)
        if len(found) > most:
            raise FileError(f"this corpus has more than {most:,} pages, too many for one file", hint="Serve it instead: travaux explore")
        progress("making pages", made, len(found))


def _make(explorer: Explorer, key: str) -> Fragment | None:
    split = urlsplit(key)
    pairs = parse_qsl(split.query)
    page = _find(explorer, split.path, pairs)
    if page is None:
        return None
    if isinstance(page, Moved):
        return Fragment("", "", "", page.address, page.about)
    html = explorer.renderer.fragment(page, key)
    return Fragment(page.full_title, page.section, html, about=page.about, wide=page.wide)


def _find(explorer: Explorer, path: str, pairs: list[tuple[str, str]]) -> Page | Moved | None:
    """Find a page with all that it can show, or as it is where it knows no such thing."""
    for options in ([*pairs, ALL], pairs):
        try:
            return explorer.page(path, options)
        except AskedError:
            continue
        except QueryError:
            return None
    return None


def find_links(html: str) -> list[str]:
    """Find where the links of a page lead, in their order, each once; templates write no other quotation marks around an address.

    >>> find_links('<a href="/themes">themes</a> <a name="here">here</a>')
    ['/themes']
    """
    return [unescape(one) for one in dict.fromkeys(_LINK.findall(html))]

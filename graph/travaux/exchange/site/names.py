"""Names of files and folders that every system can hold, made from identifiers and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, quote, unquote

from travaux.model.identity import digest

LONGEST = 200
"""So many bytes may a name have."""
PAGE, TRIPLES = "index.html", "index.ttl"
"""What stands in the folder of a thing: its page, and what the graph says of it."""
_KEPT = frozenset("()+,=@_-.")
_DEVICES = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9-]+")
_LONGEST_OPTIONS = 80
_URL_SAFE = "/()+,=@_-.~"


def to_name(part: str) -> str:
    """Make a name from a part of an identifier: its own letters where every system can hold them, ``~`` and two digits for others.

    >>> to_name("2(a)"), to_name("jos%C3%A9"), to_name("a:b%2Fc"), to_name(".."), to_name("con")
    ('2(a)', 'josé', 'a~3ab~2fc', '~2e~2e', '~63on')
    """
    name = "".join(letter if _is_kept(letter) else _escape(letter) for letter in unicodedata.normalize("NFC", unquote(part)))
    if name.startswith(".") or _DEVICES.match(name) or name.casefold() in {PAGE, TRIPLES}:
        name = _escape(name[:1]) + name[1:]
    if name.endswith("."):
        name = f"{name[:-1]}~2e"
    if len(name.encode()) <= LONGEST:
        return name or "~"
    kept = name.encode()[: LONGEST - 20].decode(errors="ignore")
    return f"{kept}~{digest(part)}"


def to_option_name(query: str) -> str:
    """Make a name from the options of an address, which begins with ``~`` as no other does.

    >>> to_option_name("page=2"), to_option_name("chapter=V%3A+Trust")
    ('~page-2', '~chapter-v-trust~fb50189f160c0b7f')
    """
    pairs = parse_qsl(query)
    plain = "~".join(f"{name}-{value}" for name, value in pairs)
    if len(plain) <= _LONGEST_OPTIONS and all(_PLAIN.fullmatch(text) for pair in pairs for text in pair):
        return f"~{plain}"
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_LONGEST_OPTIONS].strip("-")
    return f"~{words}~{digest(query)}"


class Places:
    """The folder of every page: the path of a thing's identifier, as names that differ in more than the case of letters."""

    def __init__(self, things: Iterable[str]) -> None:
        self._others: dict[str, str] = {}
        taken = set[str]()
        for thing in sorted(things):
            plain = folder = _to_folder(thing)
            number = 1
            while (key := unicodedata.normalize("NFKC", folder).casefold()) in taken:
                number += 1
                folder = f"{plain}~{number}"
            taken.add(key)
            if quote(folder, safe=_URL_SAFE) != thing:
                self._others[thing] = folder

    @property
    def others(self) -> Mapping[str, str]:
        """The things whose identifier is not the address of their folder, and their folders."""
        return self._others

    def folder(self, key: str) -> str:
        """Give the folder of the page at an address of the explorer, relative to the first page, which has none."""
        path, _, query = key.partition("?")
        thing = path.strip("/")
        folder = self._others.get(thing) or (_to_folder(thing) if thing else "")
        options = to_option_name(query) if query else ""
        return "/".join(part for part in (folder, options) if part)


def to_url(path: str) -> str:
    """Write a path of names as a URL has it."""
    return quote(path, safe=_URL_SAFE)


def _to_folder(thing: str) -> str:
    return "/".join(to_name(part) for part in thing.split("/"))


def _is_kept(letter: str) -> bool:
    return letter in _KEPT or letter.isalnum()


def _escape(letter: str) -> str:
    return "".join(f"~{byte:02x}" for byte in letter.encode(errors="replace"))

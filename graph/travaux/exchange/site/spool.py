"""Pages kept in a temporary file while others are made, so that a large site needs little memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Self

from travaux.views.offline.crawling import Fragment


class Spool:
    """Pages by their addresses, in the order in which they were made."""

    def __init__(self, pages: Iterable[tuple[str, Fragment]]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115, closed with the spool
        self._kept: dict[str, tuple[Fragment, int, int]] = {}
        place = 0
        for key, page in pages:
            length = self._file.write(page.html.encode())
            self._kept[key] = (replace(page, html=""), place, length)
            place += length

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __contains__(self, key: str) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def moved(self, key: str) -> str | None:
        """Tell at which address a page is really shown, ``None`` if at its own."""
        return self._kept[key][0].moved if key in self._kept else None

    def get(self, key: str) -> Fragment:
        """Read a page again; ``KeyError`` if there is none."""
        page, place, length = self._kept[key]
        self._file.seek(place)
        return replace(page, html=self._file.read(length).decode())

    def __iter__(self) -> Iterator[tuple[str, Fragment]]:
        """Read all pages again, sorted by address."""
        return ((key, self.get(key)) for key in sorted(self._kept))

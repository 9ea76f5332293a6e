"""Parts kept on disk between builds, each with the checksum of its content, so that a damaged one is noticed and made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import StoreError
from travaux.files import write_whole

_MARK = b"# sha256 "


@dataclass(frozen=True, slots=True)
class KeptParts:
    """A folder of parts by key. A file's first line is a comment with the SHA-256 of the N-Quads lines that follow."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        """Return the N-Quads of a part, or ``None`` if it is not there or not as it was written."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        mark, _, quads = content.partition(b"\n")
        return quads if mark == _MARK + hashlib.sha256(quads).hexdigest().encode() else None

    def get(self, key: str) -> bytes:
        """Return the N-Quads of a part; ``StoreError`` if it is gone or damaged."""
        quads = self.find(key)
        if quads is None:
            raise StoreError("a part of the graph was lost while it was being built", where=str(self._path(key)), hint="Build it again.")
        return quads

    def keep(self, key: str, lines: Iterable[bytes]) -> None:
        """Keep the lines of a part under its key."""
        quads = b"".join(lines)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the parts of the graph cannot be kept: {error.strerror}", where=str(self.folder)) from error
        write_whole(self._path(key), _MARK + hashlib.sha256(quads).hexdigest().encode() + b"\n" + quads)

    def drop_all_but(self, keys: Iterable[str]) -> None:
        """Remove the parts of other keys, and what a killed build left."""
        for path in self.find_all_but(keys):
            path.unlink(missing_ok=True)

    def find_all_but(self, keys: Iterable[str]) -> tuple[Path, ...]:
        """Find the parts of other keys, and what a killed build left."""
        kept = {self._path(key) for key in keys}
        return tuple(path for path in sorted(self.folder.glob("*")) if path not in kept and not path.is_dir())

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.nq"

"""Names of reviewers: each person has one short name, under which decisions are kept, and nobody has that of another."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from travaux.errors import ConflictError, ReviewError
from travaux.model.identity import digest, name_key
from travaux.reading.review.folder import Change, change_lines
from travaux.reading.review.lines import Lines
from travaux.reading.review.tables import FOLDER, REVIEWERS
from travaux.reading.schema import NAME

_LONGEST_NAME, _LONGEST_SHORT = 80, 60
_MARK = 6
"""So many digits of a fingerprint tell names apart that cannot be written in the letters of short names."""


def short_name(name: str, known: Mapping[str, str]) -> str:
    """Give the short name of a reviewer; ``known`` are the full names that are kept, by short name.

    One who is known, by either name, is that reviewer; for others it is a name that nobody has. ``ReviewError`` for what is no name, or
    could be that of several.
    """
    _check(name)
    meant = {short for short, full in known.items() if _folded(full) == _folded(name)} | ({name} & known.keys())
    if len(meant) > 1:
        told = ", ".join(f"{known[short]} ({short})" for short in sorted(meant))
        raise ReviewError(
            f"several reviewers are called {name!r}: {told}", hint="Write the full name with its capital letters and accents."
        )
    return next(iter(meant), None) or _new_name(name, known)


def keep_name(corpus_folder: Path, name: str) -> str:
    """Give the short name of a reviewer as ``short_name`` does, and keep the full name with it if it is new."""
    short = ""

    def change(lines: Lines) -> Lines:
        nonlocal short
        known = {key: str(table.get("name", "")) for (key,), table in lines.tables(1).items()}
        short = short_name(name, known)
        return lines if short in known or short == name else lines.with_block((short,), {"name": name})

    change_lines(corpus_folder, corpus_folder / FOLDER / REVIEWERS, change)
    return short


def reviewer_change(short: str, name: str) -> Change:
    """Give what makes the lines of reviewers hold a full name; ``ConflictError`` if the short name is somebody else's by now."""

    def change(lines: Lines) -> Lines:
        held = lines.tables(1).get((short,), {}).get("name")
        if held is not None and name != short and _folded(str(held)) != _folded(name):
            hint = "Nothing was written. Import the file again."
            raise ConflictError(f"somebody called {held!r} has become {short} meanwhile", where=REVIEWERS, hint=hint)
        return lines if held is not None or name == short else lines.with_block((short,), {"name": name})

    return change


def _new_name(name: str, known: Mapping[str, str]) -> str:
    if NAME.fullmatch(name):
        return name
    plain = _without_accents(name)
    short = name_key("".join(letter if letter.isascii() else " " for letter in plain))[:_LONGEST_SHORT].strip("-")
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        short = f"{short or 'reviewer'}-{digest(_folded(name))[:_MARK]}"
    return next(free for number in itertools.count(1) if (free := short if number == 1 else f"{short}-{number}") not in known)


def _check(name: str) -> None:
    if not name_key(name) or len(name) > _LONGEST_NAME or not name.isprintable() or name != name.strip():
        what = f"a reviewer needs a name with letters, of no more than {_LONGEST_NAME} characters"
        raise ReviewError(what, hint="Write it as others should read it.")


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _folded(name: str) -> str:
    return name_key(unicodedata.normalize("NFKC", name))

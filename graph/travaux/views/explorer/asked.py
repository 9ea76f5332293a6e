"""What is asked for: the parts of an address, and the options behind its question mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store

_Word = TypeVar("_Word", bound=StrEnum)


class AskedError(QueryError):
    """An option of an address has a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of an address, in their order; a name may come several times."""

    pairs: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Give every value of an option that is not empty, each once."""
        return tuple(dict.fromkeys(value for key, value in self.pairs if key == name and value.strip()))

    def one(self, name: str, default: str = "") -> str:
        """Give the first value of an option."""
        return next(iter(self.all(name)), default)

    def number(self, name: str, default: int, *, least: int = 0, most: int = 1_000_000_000) -> int:
        """Give a whole number; ``AskedError`` for anything else, and for numbers out of bounds."""
        text = self.one(name, str(default))
        if not text.isascii() or not text.isdecimal() or len(text) > len(str(most)) or not least <= int(text) <= most:
            raise AskedError(f"{name} is no whole number from {least:,} to {most:,}: {text[:40]!r}", hint=f"For example: {name}={default}")
        return int(text)

    def words(self, name: str, scheme: type[_Word]) -> tuple[_Word, ...]:
        """Give the words of a scheme; ``AskedError`` with those that there are."""
        known = {word.value: word for word in scheme}
        for value in self.all(name):
            if value not in known:
                raise AskedError(f"{name} cannot be {value[:40]!r}", hint=f"It can be: {', '.join(known)}.")
        return tuple(known[value] for value in self.all(name))

    def without(self, *names: str) -> Options:
        """Leave out some options."""
        return Options(tuple((name, value) for name, value in self.pairs if name not in names))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Iterate over names and values."""
        return iter(self.pairs)


FILTERS = ("consultation", "document", "stance", "prevalence", "review", "layer")
"""The options that say which statements count; ``docs/explorer.md`` explains them."""


def select(options: Options, store: Store) -> Selection:
    """Give the selection of statements that the options ask for; ``AskedError`` for what the store does not know."""
    least = options.words("prevalence", Prevalence)
    chosen = Selection(
        consultations=options.all("consultation"),
        documents=options.all("document"),
        layers=frozenset(options.words("layer", LayerKind)),
        reviews=frozenset(options.words("review", ReviewStatus)),
        prevalence_at_least=least[0] if least else None,
        stances=frozenset(options.words("stance", Stance)),
    )
    try:
        return chosen.resolve(store)
    except QueryError as error:
        raise AskedError(error.what, hint=error.hint) from error

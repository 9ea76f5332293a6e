"""JSON from elsewhere, read with the place of everything that is wrong in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from travaux.errors import ExchangeError
from travaux.exchange.arguments.decoding import HINT, decode
from travaux.exchange.problems import shorten_middle

_DIGITS = 18
"""Digits of the longest number, an id of another program."""
_SHOWN = 80


class Value:
    """A value in a file and the place where it stands, such as ``map.json, nodes[3].text``."""

    def __init__(self, held: object, where: str, path: str = "") -> None:
        self.held = held
        self.where = where
        self.path = path

    def fields(self) -> Mapping[str, object]:
        """Take it as an object."""
        if not isinstance(self.held, dict):
            self.refuse(f"an object is expected, not {_kind(self.held)}")
        return self.held

    def find(self, key: str) -> Value | None:
        """Find a field of an object; ``None`` if it is missing or null."""
        held = self.fields().get(key)
        return None if held is None else Value(held, self.where, f"{self.path}.{key}" if self.path else key)

    def get(self, key: str) -> Value:
        """Take a field of an object; refuse the file if it is missing or null."""
        found = self.find(key)
        if found is None:
            self.refuse(f"{key} is missing")
        return found

    def items(self) -> Iterator[Value]:
        """Take it as a list."""
        if not isinstance(self.held, list):
            self.refuse(f"a list is expected, not {_kind(self.held)}")
        return (Value(one, self.where, f"{self.path}[{number}]") for number, one in enumerate(self.held))

    def text(self) -> str:
        """Take it as a string."""
        if not isinstance(self.held, str):
            self.refuse(f"a text is expected, not {_kind(self.held)}")
        if any("\ud800" <= character <= "\udfff" for character in self.held):
            self.refuse("the text holds half of a character (a lone surrogate)")
        return self.held

    def name(self) -> str:
        """Take it as an id: a string that is not empty, or a whole number, which counts as its digits."""
        held = str(self.held) if isinstance(self.held, int) and not isinstance(self.held, bool) else self.text()
        return held or self.refuse("an id is expected, not an empty text")

    def number(self) -> int:
        """Take it as a whole number that is not negative."""
        if not isinstance(self.held, int) or isinstance(self.held, bool) or self.held < 0:
            self.refuse(f"a whole number is expected, not {_kind(self.held)}")
        return self.held

    def refuse(self, what: str) -> NoReturn:
        """Refuse the file for what is wrong here."""
        place = f"{self.where}, {shorten_middle(self.path)}" if self.path else self.where
        raise ExchangeError(shorten_middle(what), where=place, hint=HINT)


def read_json(data: bytes, where: str) -> Value:
    """Read a file of JSON in UTF-8 whole; ``where`` is its name.

    ``ExchangeError`` if it is too large, no JSON, nested too deeply, or has an object with a key twice.
    """
    text = decode(data, where)
    try:
        held = json.loads(text, object_pairs_hook=_to_object, parse_int=_to_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ExchangeError(
            f"this is no JSON: {error.msg}", where=f"{where}, line {error.lineno}, column {error.colno}", hint=HINT
        ) from error
    except ValueError as error:
        raise ExchangeError(f"this is no JSON: {error}", where=where, hint=HINT) from error
    except RecursionError:
        raise ExchangeError("the file is nested too deeply", where=where, hint=HINT) from None
    _check(held, where)
    return Value(held, where)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What stands in place of something that JSON allows and no map can hold, until it is known where."""

    what: str


def _to_object(pairs: Sequence[tuple[str, object]]) -> dict[str, object] | _Wrong:
    held = dict(pairs)
    if len(held) == len(pairs):
        return held
    twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
    return _Wrong(f"the object has the key {twice[:_SHOWN]!r} twice")


def _to_number(digits: str) -> int | _Wrong:
    return int(digits) if len(digits) <= _DIGITS else _Wrong(f"the number has {len(digits):,} digits; at most {_DIGITS} are read")


def _check(held: object, where: str) -> None:
    """Refuse the file for the first thing in it that is wrong, in the order of the file."""
    waiting = [Value(held, where)]
    while waiting:
        value = waiting.pop()
        if isinstance(value.held, _Wrong):
            value.refuse(value.held.what)
        if isinstance(value.held, list):
            waiting += reversed([one for one in value.items() if isinstance(one.held, _CONTAINERS)])
        elif isinstance(value.held, dict):
            inside = (Value(one, where, f"{value.path}.{key}" if value.path else key) for key, one in value.held.items())
            waiting += reversed([one for one in inside if isinstance(one.held, _CONTAINERS)])


_CONTAINERS = (dict, list, _Wrong)


def _no_number(name: str) -> NoReturn:
    msg = f"{name} is no number of JSON"
    raise ValueError(msg)


def _kind(held: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(held), "nothing")

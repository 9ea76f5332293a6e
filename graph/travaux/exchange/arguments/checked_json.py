"""JSON from elsewhere, read with the place of everything that is wrong in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

from travaux.errors import ExchangeError
from travaux.exchange.arguments.decoding import HINT, decode


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
        raise ExchangeError(what, where=f"{self.where}, {self.path}" if self.path else self.where, hint=HINT)


def read_json(data: bytes, where: str) -> Value:
    """Read a file of JSON in UTF-8 whole; ``where`` is its name.

    ``ExchangeError`` if it is too large, no JSON, nested too deeply, or has an object with a key twice.
    """
    text = decode(data, where)
    try:
        held = json.loads(text, object_pairs_hook=_Pairs(where), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ExchangeError(
            f"this is no JSON: {error.msg}", where=f"{where}, line {error.lineno}, column {error.colno}", hint=HINT
        ) from error
    except ValueError as error:
        raise ExchangeError(f"this is no JSON: {error}", where=where, hint=HINT) from error
    except RecursionError:
        raise ExchangeError("the file is nested too deeply", where=where, hint=HINT) from None
    return Value(held, where)


class _Pairs:
    def __init__(self, where: str) -> None:
        self.where = where

    def __call__(self, pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
        held: dict[str, object] = {}
        for key, value in pairs:
            if key in held:
                raise ExchangeError(f"an object has the key {key!r} twice", where=self.where, hint=HINT)
            held[key] = value
        return held


def _no_number(name: str) -> NoReturn:
    msg = f"{name} is no number of JSON"
    raise ValueError(msg)


def _kind(held: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(held), "nothing")

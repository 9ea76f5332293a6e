"""What a value in a corpus' TOML files may be, and how a mistake in one is put in plain words."""

from __future__ import annotations

import re
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from travaux.naming.nearest import ask_nearest
from travaux.reading.toml import Problem, Tables

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""The form of a name that becomes part of an address: lower-case letters, digits and single hyphens."""

_BASE = re.compile(r"https?://[\w.-]+(:\d+)?/([^?#\[\]]*[/#])?")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINK = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_PLAIN: dict[str, tuple[str, str | None]] = {
    "missing": ("this key is missing", "add it"),
    "string_type": ("not text", "put the value in quotes"),
    "date_type": ("not a date", "write it as 2023-06-20, without quotes"),
    "list_type": ("not a list", "put the value in square brackets, or use [[double brackets]] for a list of tables"),
    "model_type": ("not a table", "write it as [brackets], or as [[double brackets]] in a list, with keys below"),
    "int_type": ("not a whole number", "write digits without quotes"),
    "bool_type": ("neither true nor false", "write true or false without quotes"),
    "too_short": ("an empty list", "name at least one"),
    "greater_than_equal": ("too small", "count from 1"),
}


class Table(BaseModel):
    """A table of a TOML file: every key has the type that it should, and there are no others."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def wrong(what: str, hint: str) -> PydanticCustomError:
    """Build the error that a validator raises: what is wrong with the value, and what to do."""
    return PydanticCustomError("travaux", "{what}", {"what": what, "hint": hint})


def _check_text(value: str) -> str:
    if not value.strip():
        msg = "empty text"
        raise wrong(msg, "write something, or leave the key out")
    if _CONTROL.search(value):
        msg = "text with control characters"
        raise wrong(msg, "remove the characters that cannot be seen")
    return value


def _check_name(value: str) -> str:
    if not NAME.fullmatch(value):
        msg = f"{value!r} is not a name"
        raise wrong(msg, "use lower-case letters, digits and hyphens between them, such as first-report")
    return value


def _check_link(value: str) -> str:
    if not _LINK.fullmatch(value):
        msg = f"{value!r} is not an address"
        raise wrong(msg, "give an address that begins with https:// or http:// and has no spaces")
    return value


def _check_base(value: str) -> str:
    well_formed = _LINK.fullmatch(value) and _BASE.fullmatch(value) and not _BAD_ESCAPE.search(value)
    if not well_formed or value.startswith("https://w3id.org/travaux/ontology"):
        msg = f"{value!r} is not a base IRI"
        raise wrong(
            msg, "give an address of your own that begins with https:// or http:// and ends in / or #, such as https://example.org/lakes/"
        )
    return value


def _check_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        msg = f"{value!r} is not a language tag"
        raise wrong(msg, "use a tag such as en, fr or pt-BR")
    return value


Text = Annotated[str, AfterValidator(_check_text)]
Name = Annotated[str, AfterValidator(_check_name)]
Link = Annotated[str, AfterValidator(_check_link)]
BaseIri = Annotated[str, AfterValidator(_check_base)]
Language = Annotated[str, AfterValidator(_check_language)]

T = TypeVar("T", bound=Table)


def check_schema(schema: type[T], data: Tables, file: Path, problems: list[Problem]) -> T | None:
    """Check what a file holds against its schema; add every mistake to the problems, and return the tables if there is none."""
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        problems.extend(_explain(details, schema, data, file) for details in error.errors(include_url=False))
        return None


def _explain(details: ErrorDetails, schema: type[Table], data: Tables, file: Path) -> Problem:
    kind, context = details["type"], details.get("ctx", {})
    what, hint = _PLAIN.get(kind, (details["msg"], None))
    if kind == "travaux":
        what, hint = context["what"], context["hint"]
    elif kind == "extra_forbidden":
        known = _known_keys(schema, details["loc"][:-1])
        what = "unknown key"
        hint = ask_nearest(str(details["loc"][-1]), known) or f"known keys: {', '.join(known)}"
    elif kind == "enum":
        what = f"{str(details['input'])[:80]!r} is not one of {context['expected']}"
        hint = ask_nearest(str(details["input"]), re.findall(r"'([^']*)'", context["expected"])) or None
    return Problem(file, _key_path(details["loc"], data), what, hint)


def _key_path(place: Sequence[str | int], data: object) -> str:
    """Write the place of a mistake, counting from 1, with the name or number of the entry that it is in."""
    path, known_as = "", None
    for step in place:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{_key(step)}"
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        elif isinstance(data, dict):
            data = data.get(step)
        if isinstance(data, dict):
            known_as = next((data[key] for key in ("name", "number") if isinstance(data.get(key), str)), known_as)
    path = path.removeprefix(".")
    return f"{path} (of {known_as[:80]!r})" if known_as and len(place) > 1 else path


def _key(key: str) -> str:
    """Write a key as TOML would: bare if it may be."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]{1,80}", key) else repr(key[:80])


def _known_keys(schema: type[Table], place: Sequence[str | int]) -> list[str]:
    inner: type[Table] | None = schema
    for step in place:
        if isinstance(step, str) and inner:
            inner = _table_type(inner.model_fields[step].annotation)
    return list(inner.model_fields) if inner else []


def _table_type(annotation: object) -> type[Table] | None:
    """Find the table type inside an annotation such as ``list[DocumentTable]``."""
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return annotation
    if typing.get_origin(annotation) is Literal:
        return None
    return next(filter(None, map(_table_type, typing.get_args(annotation))), None)

"""What a request may bring: JSON of the right shape, and text that can be written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from starlette.requests import Request

from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk import Draft
from travaux.pipeline.desk.drafts import WRITTEN_HERE
from travaux.reading.review.schema import StatementTable
from travaux.web.answers import Refused
from travaux.web.review.writing import LARGEST

_MOST = 20
"""So many statements can be decided about at once: one that is split into more was no statement."""
_DECISIONS = {status.value: status for status in ReviewStatus if status is not ReviewStatus.UNREVIEWED}
_NOT_FIELDS = WRITTEN_HERE | {"why"}
"""What stands beside the fields of a draft, or is written by the desk."""
FIELDS = tuple(name for name in StatementTable.model_fields if name not in _NOT_FIELDS)
"""The fields that a draft may have."""


async def read_json(request: Request) -> Mapping[str, Any]:
    """Read the object that a request brings."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Refused(413, f"more than {LARGEST} bytes at once")
    try:
        found = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "what was sent is no JSON") from error
    return _object(found, "what was sent")


def text_of(told: Mapping[str, Any], name: str) -> str:
    """Give a text that has to be there."""
    return _text(told.get(name), name)


def drafts_of(told: Mapping[str, Any]) -> list[Draft]:
    """Give the drafts that a request brings."""
    return [_draft(_object(one, "a decision")) for one in _several(told, "decisions")]


def _draft(told: Mapping[str, Any]) -> Draft:
    key, decision, why = told.get("key"), told.get("decision"), told.get("why")
    if decision is not None and (not isinstance(decision, str) or decision not in _DECISIONS):
        raise Refused(400, "there is no such decision", hint=f"Decisions: {', '.join(_DECISIONS)}.")
    return Draft(
        key=None if key is None else _text(key, "key"),
        expected=text_of(told, "expected"),
        decision=None if decision is None else _DECISIONS[decision],
        fields=_fields(told.get("fields", {}), FIELDS),
        why=_text(why, "why").strip() or None if why is not None else None,
    )


def _fields(told: object, known: tuple[str, ...]) -> dict[str, Any]:
    fields = _object(told, "fields")
    for name in fields:
        if name not in known:
            raise Refused(400, f"there is no field {name[:80]!r}")
    return {name: _value(value, name) for name, value in fields.items()}


def _value(value: object, name: str) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        return [_text(one, name) for one in value]
    return _text(value, name)


def _several(told: Mapping[str, Any], name: str) -> list[Any]:
    found = told.get(name)
    if not isinstance(found, list) or not 0 < len(found) <= _MOST:
        raise Refused(400, f"{name!r} is no list of 1 to {_MOST}")
    return found


def _object(found: object, name: str) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise Refused(400, f"{name} is no JSON object")
    return found


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise Refused(400, f"{name!r} is no text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Refused(400, f"{name!r} is no text that can be written") from error
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)

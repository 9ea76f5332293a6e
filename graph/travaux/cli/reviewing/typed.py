"""Fields of a statement as a reviewer types them, and what is wrong with them in plain words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from travaux.errors import ReviewError
from travaux.model.identity import name_key
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance

Value = str | bool | tuple[str, ...]

CHOICES: dict[str, type[StrEnum]] = {"speaker_kind": SpeakerKind, "prevalence": Prevalence, "act": Act, "stance": Stance}
LISTS = frozenset({"actors", "provisions", "anaphoric", "changes", "questions", "partial_questions", "themes", "replaces"})
QUOTED = ("quote", "cue", "speaker", "rationale", "condition", "contrast")
"""Fields whose words must stand in the paragraph."""
REQUIRED = ("paragraph", "quote", "speaker_kind", "cue", "act", "stance", "claim")
FIELDS = (
    *("paragraph", "quote", "context", "speaker", "speaker_kind", "prevalence", "actors", "cue", "act", "stance", "claim"),
    *("rationale", "condition", "contrast", "provisions", "anaphoric", "changes", "questions", "partial_questions", "themes"),
    *("position", "replaces", "settles", "note", "why"),
)
"""Everything that a reviewer may set, in the order in which it is shown."""

_YES, _NO = ("yes", "true"), ("no", "false")


def read_setting(line: str) -> tuple[str, Value | None]:
    """Read ``field = value``; the value is ``None`` if there is none. ``ReviewError`` if it is wrong by itself."""
    name, equals, text = line.partition("=")
    if not equals:
        raise ReviewError(f"{line.strip()!r} is no field with a value", hint="Write: field = value")
    field = _find_field(name)
    text = text.strip()
    if not text:
        if field in REQUIRED:
            raise ReviewError(f"a statement needs its {field.replace('_', ' ')}", hint=f"Write: {field} = value")
        return field, None
    return field, _to_value(field, text)


def _find_field(name: str) -> str:
    wanted = "_".join(name.lower().replace("-", " ").replace("_", " ").split())
    found = [field for field in FIELDS if field == wanted] or [field for field in FIELDS if wanted and field.startswith(wanted)]
    if len(found) != 1:
        near = found or get_close_matches(wanted, FIELDS, n=3) or FIELDS
        raise ReviewError(f"there is no field {name.strip()!r}", hint=f"Did you mean {name_some(near)}?")
    return found[0]


def _to_value(field: str, text: str) -> Value | None:
    if field in CHOICES:
        return _choose(field, text)
    if field in LISTS:
        return _to_list(field, text)
    if field == "settles":
        return _to_truth(text)
    return _unquoted(text)


def _choose(field: str, text: str) -> str:
    words = [choice.value for choice in CHOICES[field]]
    typed = "-".join(_unquoted(text).lower().replace("_", " ").split())
    found = [word for word in words if word == typed] or [word for word in words if word.startswith(typed)]
    if len(found) != 1:
        what = f"{text!r} is no {field.replace('_', ' ')}" if not found else f"{text!r} may be {name_some(found)}"
        raise ReviewError(what, hint=f"The {field.replace('_', ' ')} is one of: {', '.join(_nearest_first(typed, words))}.")
    return found[0]


def _to_list(field: str, text: str) -> tuple[str, ...] | None:
    if not text.startswith("["):
        return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip())) or None
    try:
        items = tomllib.loads(f"items = {text}")["items"]
    except tomllib.TOMLDecodeError as error:
        raise ReviewError(f"the list of {field.replace('_', ' ')} cannot be read", hint='Write: one, two or ["one", "two"]') from error
    if not all(isinstance(one, str) for one in items):
        raise ReviewError(f"{field.replace('_', ' ')} are words", hint='Put numbers in quotes in such a list too: ["5", "6"]')
    return tuple(items) or None


def _to_truth(text: str) -> bool | None:
    typed = text.lower()
    if any(word.startswith(typed) for word in _YES):
        return True
    if any(word.startswith(typed) for word in _NO):
        return None
    raise ReviewError(f"{text!r} is neither yes nor no")


def _unquoted(text: str) -> str:
    """Take text out of the quotes of TOML, if it is in such quotes as a whole."""
    if text[0] not in "\"'" or text[-1] != text[0]:
        return text
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
    return value if isinstance(value, str) else text


def check_known(kind: str, typed: Iterable[str], known: Iterable[str]) -> None:
    """Refuse names that stand for nothing, with the nearest that do; names of people are compared as ``name_key`` writes them."""
    names = sorted(known)
    keys = {name_key(one) for one in names} if kind == "actor" else set(names)
    for one in typed:
        if (name_key(one) if kind == "actor" else one) not in keys:
            near = _nearest_first(one, names)[:5]
            hint = f"The nearest: {', '.join(near)}." if near else f"This corpus has no {kind}s to choose from."
            raise ReviewError(f"there is no {kind} {one!r}", hint=hint)


def name_some(words: Iterable[str]) -> str:
    """Name a few words as alternatives.

    >>> name_some(["one", "two", "three"])
    'one, two or three'
    """
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _nearest_first(word: str, words: Iterable[str]) -> list[str]:
    every = list(words)
    near = get_close_matches(word, every, n=len(every) or 1, cutoff=0.3)
    return [*near, *(one for one in every if one not in near)]

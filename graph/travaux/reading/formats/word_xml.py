"""Names and values in the XML of Word documents."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

__all__ = ["Element", "find", "find_integer", "find_switch", "find_value", "to_integer", "w"]

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INTEGER = re.compile(r"-?\d{1,9}")
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return _NAMESPACE + name


def find(element: Element | None, *path: str) -> Element | None:
    """Find the first descendant along a path of WordprocessingML child names."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def find_value(element: Element | None, *path: str) -> str | None:
    """Find the ``val`` attribute of the descendant along a path."""
    found = find(element, *path)
    return None if found is None else found.get(w("val"))


def find_integer(element: Element | None, *path: str) -> int | None:
    """Find the ``val`` attribute of the descendant along a path, if it is an integer of at most nine digits."""
    return to_integer(find_value(element, *path))


def to_integer(written: str | None) -> int | None:
    """Convert an attribute to an integer, ``None`` if it is absent or not one."""
    return int(written) if written is not None and _INTEGER.fullmatch(written) else None


def find_switch(element: Element | None, *path: str) -> bool | None:
    """Find whether the on/off property along a path is on; ``None`` if it is not set."""
    found = find(element, *path)
    return None if found is None else found.get(w("val"), "1") not in _OFF

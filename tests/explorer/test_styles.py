"""The styles of pages stay with their pages: all are one file, so a class of one page must not change another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from travaux.views import assets

_STYLES = Path(assets.__file__).resolve().parent / "styles"
_SHARED = {"tokens", "base", "chrome", "parts"}
_PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_STYLES.glob("*.css")) if path.stem not in _SHARED}
_CLASS = re.compile(r"\.([a-z][a-z-]*)")


def _selectors(style: str) -> Iterator[str]:
    """Give the selectors of a style, one by one; what stands in brackets is part of its selector."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    for heads in re.findall(r"([^{}]+)\{", plain):
        if not heads.strip().startswith("@"):
            yield from (one.strip() for one in re.split(r",(?![^()]*\))", heads))


def _named(style: str) -> set[str]:
    return {name for one in _selectors(style) for name in _CLASS.findall(one)}


def _bare(style: str) -> set[str]:
    """Give the classes that a style changes wherever they stand: neither within another class, nor of one element alone."""
    return {found[1] for one in _selectors(style) if (found := re.fullmatch(r"\.([a-z][a-z-]*)(:{1,2}[a-z-]+)*", one))}


def test_selectors_are_told_apart() -> None:
    style = "/* .no */ .a, .b:hover { x: 1 } .c .d { x: 1 } @media print { p.e { x: 1 } :is(b, .f) { x: 1 } .g::before { x: 1 } }"
    assert _named(style) == set("abcdefg")
    assert _bare(style) == set("abg")


@pytest.mark.parametrize("page", _PAGES)
def test_a_class_that_a_page_changes_everywhere_is_of_no_other_page(page: str) -> None:
    others = {name: _named(style) for name, style in _PAGES.items() if name != page}
    shared = {(one, name) for one in _bare(_PAGES[page]) for name, named in others.items() if one in named}
    assert shared == set()

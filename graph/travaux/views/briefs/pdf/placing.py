"""Footnotes of a PDF on the page of their calls."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import typst

_PAGES = "<page-of-note>"
_Data = dict[str, Any]


def keep_notes(template: bytes, inputs: dict[str, str]) -> dict[str, str]:
    """Return the inputs of a template so that lists from which a footnote strays to another page are set item by item.

    What is set item by item already stays so; the same inputs are returned where nothing is left to do.
    """
    brief = json.loads(inputs["brief"])
    lists = [(block, called) for block in _lists(brief["sections"]) if not block["apart"] and (called := _called_in(block))]
    strayed = _find_strayed(template, inputs) if lists else set()
    for block, called in lists:
        block["apart"] = bool(called & strayed)
    return inputs | {"brief": json.dumps(brief, ensure_ascii=False, sort_keys=True)}


def _find_strayed(template: bytes, inputs: dict[str, str]) -> set[int]:
    told = json.loads(typst.query(template, _PAGES, field="value", ignore_system_fonts=True, sys_inputs=inputs))
    pages = defaultdict(set)
    for number, page in told:
        pages[number].add(page)
    return {number for number, found in pages.items() if len(found) > 1}


def _lists(sections: list[_Data]) -> Iterator[_Data]:
    for section in sections:
        yield from (block for block in section["blocks"] if block["kind"] == "items")
        yield from _lists(section["sections"])


def _called_in(block: _Data) -> set[int]:
    return {part["number"] for item in block["items"] for part in item if part["kind"] == "note" and part["first"]}

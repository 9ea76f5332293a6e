"""The reader: a document paragraph by paragraph, its statements marked in its text and told beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.passages import Heading, Outline, Passage, Reported, find_place, read_outline, read_passages
from travaux.errors import QueryError
from travaux.model.document import Document
from travaux.views.dates import to_dates
from travaux.views.explorer.addresses import address_of, consultation_address, document_address, passage_address, with_options
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked
from travaux.views.explorer.leaves import Leaf, Leaves, divide
from travaux.views.explorer.page import Link, Moved, Page
from travaux.views.explorer.pages.thing import show_thing
from travaux.views.explorer.readings import find_matched, list_choices
from travaux.views.pieces import Place, Stretch, cut

_AT = re.compile(r"([0-9]{1,9})-([0-9]{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on the page: the headings before it, its text in pieces, and whether it holds the first character of the mark."""

    passage: Passage
    headings: tuple[tuple[Heading, tuple[Stretch[Reported], ...]], ...]
    stretches: tuple[Stretch[Reported], ...]


def show_document(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show a page of a document; ``QueryError`` if there is none of that name, ``AskedError`` for characters that it does not show."""
    document = _get_document(explorer, found["document"])
    outline = read_outline(explorer.store, explorer.corpus.base, document.name)
    at = _read_at(options, outline)
    leaves = divide(outline)
    leaf = leaves.leaf(_choose(options, outline, leaves, at))
    passages = read_passages(explorer.store, explorer.corpus.base, outline, outline.blocks[leaf.first : leaf.last])
    choices = list_choices(outline)
    path = document_address(document.name)
    held = next((one for one in explorer.corpus.consultations if one.id == document.consultation), None)
    return Page(
        title=document.title,
        template="reader.html.j2",
        shown={
            "document": document,
            "to_dates": to_dates,
            "consultation": Link(consultation_address(held.name), held.title) if held else None,
            "outline": outline,
            "entries": _list_entries(outline, leaf),
            "leaf": leaf,
            "turns": _turns(path, options, leaf),
            "rows": _to_rows(outline, passages, at),
            "at": at,
            "asked": Asked(path, options.without("at", "page")),
            "choices": choices,
            "matched": find_matched(outline, options, choices, path, leaves.number_of),
        },
        data={"document": document.name, "page": leaf.number, "pages": leaf.pages, "headings": outline.headings, "passages": passages},
        about=explorer.iri_of("document", document.name),
        section="/reports",
        trail=(Link("/reports", "Reports"), *([Link(consultation_address(held.name), held.title)] if held else [])),
        scripts=("reader.js",),
    )


def show_part(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page | Moved:
    """Lead to the passage where a part of a document stands; what has no passage is shown as a thing by itself."""
    parts = ("document", found["document"], found["kind"], *found["rest"].split("/"))
    iri = explorer.iri_of(*parts)
    place = find_place(explorer.store, iri)
    if place is not None and read_outline(explorer.store, explorer.corpus.base, found["document"]).block_at(*place) is not None:
        return Moved(passage_address(found["document"], *place), about=iri)
    return show_thing(explorer, {"rest": "/".join(parts)}, options)


def _get_document(explorer: Explorer, name: str) -> Document:
    found = next((one for one in explorer.corpus.documents if one.name == name), None)
    if found is None:
        raise QueryError(f"there is no document of the name {name[:80]!r}", hint="All documents: /reports")
    return found


def _read_at(options: Options, outline: Outline) -> Place | None:
    """Read which characters are asked for; ``AskedError`` if they are none that the reader shows."""
    text = options.one("at")
    if not text:
        return None
    fits = _AT.fullmatch(text)
    start, end = (int(fits[1]), int(fits[2])) if fits else (0, 0)
    if not start < end:
        raise AskedError(f"at is no run of characters: {text[:40]!r}", hint="For example: at=100-120, the last not included.")
    shown = [(one.start, one.end) for one in outline.blocks] + [(one.start, one.end) for one in outline.headings]
    if not any(first < end and start < last for first, last in shown) or end > max(last for _, last in shown):
        raise AskedError(
            f"no paragraph has the characters {start} to {end}", hint="Paragraphs and headings are shown, not what is between."
        )
    return start, end


def _choose(options: Options, outline: Outline, leaves: Leaves, at: Place | None) -> int:
    """Choose the page with the characters asked for, else the page asked for."""
    inside = outline.block_at(*at) if at else None
    return leaves.number_of(inside) if inside is not None else options.number("page", 1, least=1, most=len(leaves.starts))


def _turns(path: str, options: Options, leaf: Leaf) -> Mapping[str, str]:
    """Give the addresses of all pages by their numbers, and of the ones before and after by these words."""
    kept = options.without("page", "at")
    pages = {str(number): with_options(path, [*kept, ("page", str(number) if number > 1 else "")]) for number in range(1, leaf.pages + 1)}
    return {
        **pages,
        **({"before": pages[str(leaf.number - 1)]} if leaf.number > 1 else {}),
        **({"after": pages[str(leaf.number + 1)]} if leaf.number < leaf.pages else {}),
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: where it leads, and whether that is on the page shown."""

    heading: Heading
    address: str
    here: bool


_UNLISTED = frozenset({"response", "question"})


def _list_entries(outline: Outline, leaf: Leaf) -> list[Entry]:
    entries = []
    shown = outline.blocks[leaf.first : leaf.last]
    end = shown[-1].end if shown else 0
    start = outline.blocks[leaf.first - 1].end if 0 < leaf.first <= len(outline.blocks) else 0
    for one in outline.headings:
        # Respondents can be thousands: those of the page are enough, and what each was asked is seen beside the answer.
        if one.kind in _UNLISTED or (one.kind == "respondent" and not start <= one.start < end):
            continue
        place = outline.block_at(one.start, one.end)
        if place is not None:
            here = leaf.first <= place < leaf.last
            address = f"#{anchor(one)}" if here else passage_address(outline.document, one.start, one.end)
            entries.append(Entry(one, address, here))
    return entries


def anchor(heading: Heading) -> str:
    """Give the name under which a heading is found on its page."""
    return f"{heading.kind}-{heading.start}"


def _to_rows(outline: Outline, passages: tuple[Passage, ...], at: Place | None) -> list[Row]:
    rows = []
    for passage in passages:
        before = outline.blocks[passage.block.order - 2].end if 1 < passage.block.order <= len(outline.blocks) else 0
        headings = [one for one in outline.headings if before <= one.start and one.end <= passage.block.start]
        shown = tuple((one, cut(one.words, one.start, said=_nobody, mark=at)) for one in headings)
        rows.append(Row(passage, shown, _to_stretches(passage, at)))
    return rows


_nobody: tuple[tuple[int, int, Reported], ...] = ()


def _to_stretches(passage: Passage, at: Place | None) -> tuple[Stretch[Reported], ...]:
    return cut(
        passage.text,
        passage.block.start,
        said=[(one.said.start, one.said.end, one) for one in passage.statements if one.said.number is not None],
        links=[(one.start, one.end, address_of(one.target), one.label) for one in passage.mentions],
        mark=at,
    )

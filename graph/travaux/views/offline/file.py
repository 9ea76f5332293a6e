"""The file: all pages, packed, and the scripts that show them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from travaux.analysis.search import Piece, Result, all_records
from travaux.model.prevalence import at_least
from travaux.model.schemes import Prevalence
from travaux.views.assets import icon, read_style
from travaux.views.explorer import Explorer
from travaux.views.explorer.asked import FILTERS
from travaux.views.explorer.pages.search import KIND_WORDS
from travaux.views.offline.crawling import Fragment, Known, crawl
from travaux.views.offline.mapping import gather_neighbourhoods
from travaux.views.offline.packing import pack
from travaux.views.offline.progress import Progress, silent
from travaux.views.offline.routes import ALL, SEPARATE, WHOLE
from travaux.views.templating import digest_of, read_bundle


@dataclass(frozen=True, slots=True)
class Made:
    """What was made before for the same graph, and need not be made again: pages, and what the map is drawn from."""

    pages: Known
    map: Mapping[str, Any]


def render_file(explorer: Explorer, progress: Progress = silent, made: Made | None = None) -> str:
    """Render the whole explorer as one HTML file, the same bytes for the same graph.

    It asks for nothing, and its content security policy forbids any request. Raises ``TravauxError`` if the scripts have not been built,
    ``FileError`` if the corpus is too large.
    """
    pages = crawl(explorer, progress, made.pages) if made else crawl(explorer, progress)
    return render_pages(explorer, pages, progress, made)


def render_pages(explorer: Explorer, pages: Mapping[str, Fragment], progress: Progress = silent, made: Made | None = None) -> str:
    """Render the file of pages that have been made already; see ``render_file``."""
    script, licences = read_bundle("offline.js")
    style = read_style()
    data = {
        "pages": {address: _to_data(fragment) for address, fragment in pages.items()},
        "map": made.map if made else gather_neighbourhoods(explorer, progress),
        "words": [_to_words(record) for record in all_records(explorer.index)],
        "kinds": {kind: words[1] for kind, words in KIND_WORDS.items()},
        "separate": list(SEPARATE),
        "all": list(ALL),
        "whole": list(WHOLE),
        "scripted": [*FILTERS, "at", "show"],
        "atLeast": {word.value: sorted(at_least(word)) for word in Prevalence if word is not Prevalence.UNSPECIFIED},
    }
    return explorer.renderer.file(
        packed=pack(data),
        script=Markup(script),  # noqa: S704  (our own bundle; the policy names its digest)
        style=Markup(style),  # noqa: S704  (our own)
        script_digest=digest_of(script),
        style_digest=digest_of(style),
        licences=licences,
        icon=f"data:image/svg+xml;base64,{base64.b64encode(icon()).decode('ascii')}",
    )


def _to_words(record: Result) -> tuple[str, str, str]:
    """Give what a record is found by, in the order of the cards of the search page: its name, its other names, its whole text."""
    return record.title, _whole(record.other), _whole(record.text)


def _whole(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _to_data(fragment: Fragment) -> Mapping[str, str]:
    if fragment.moved:
        return {"moved": fragment.moved}
    return {"title": fragment.title, "section": fragment.section, "html": fragment.html}

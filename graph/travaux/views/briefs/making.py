"""Every kind of brief, and one way to make them all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from travaux.analysis.selection import Selection
    from travaux.model.corpus import Corpus
    from travaux.model.store import Iri, Store
    from travaux.views.briefs.blocks import Brief
    from travaux.views.briefs.ground import Ground


class BriefKind(StrEnum):
    """What a brief may be about; each is made by the module of its name."""

    ARTICLE = "article"
    THEME = "theme"
    QUESTION = "question"
    CONSULTATION = "consultation"
    COMPARE = "compare"
    GAPS = "gaps"


def make_brief(
    kind: BriefKind,
    names: Sequence[str],
    store: Store,
    corpus: Corpus,
    version: str,
    *,
    selection: Selection | None = None,
    layers: tuple[str, ...] = (),
    thing: Iri | None = None,
) -> Brief:
    """Make a brief of a built graph: the same graph, names and selection give the same brief.

    ``names`` are the words of the name of one thing, of ``COMPARE`` the names of two consultations, of ``GAPS`` none. ``version`` is the
    name of the build. ``selection`` chooses the statements that count, ``layers`` are those that the store shows, if not all.
    ``thing`` is the IRI of the article, theme or question where it is known; ``names`` then only say what it is called.
    Raises ``QueryError`` with the nearest names for what the graph does not know.
    """
    from travaux.analysis.selection import ALL  # noqa: PLC0415, the command line names the kinds without reading the analysis
    from travaux.views.briefs.ground import Ground  # noqa: PLC0415
    from travaux.views.briefs.joining import keep_together  # noqa: PLC0415
    from travaux.views.noted import Noted, read_source_titles, shorten_titles  # noqa: PLC0415

    make = cast("Callable[[Ground, Sequence[str]], Brief]", import_module(f"travaux.views.briefs.about.{kind.value}").brief)
    noted = Noted(shorten_titles(read_source_titles(store)))
    chosen = (selection or ALL).resolve(store)
    return keep_together(make(Ground(store, corpus, version, chosen, layers, noted, thing=thing), names))


def name_file(kind: BriefKind, names: Sequence[str], ending: str) -> str:
    """Name the file of a brief: letters and digits of any script, joined by hyphens.

    >>> name_file(BriefKind.ARTICLE, ["adopted", "21"], ".docx"), name_file(BriefKind.THEME, ["../Trust, and more"], ".pdf")
    ('brief-article-adopted-21.docx', 'brief-theme-trust-and-more.pdf')
    """
    words = unicodedata.normalize("NFC", " ".join(("brief", kind.value, *names))).casefold()
    name = re.sub(r"[\W_]+", "-", words).strip("-")
    kept = name[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
    whole = kept.rpartition("-")[0] if kept != name else kept
    return (whole if len(whole) > len(kept) // 2 else kept).strip("-") + ending


_LONGEST, _MOST_BYTES = 100, 220
"""Characters and bytes of the name of a file, without its ending; systems take names of 255 bytes."""

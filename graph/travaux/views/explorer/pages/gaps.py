"""The page of gaps: what was asked, drafted, put on the agenda or listed, and nothing in the record speaks to it."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.gaps import GAPS, Gap, GapKind, find_gaps
from travaux.views.answers.gaps import CAUTIONS, NEARLY_WORDS, TITLES
from travaux.views.answers.searched import NOT_SAID, describe_searched
from travaux.views.briefs import BriefKind
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Page, PageBrief
from travaux.views.explorer.paging import first_of, part_of
from travaux.views.wording import in_sources

_PATH = "/gaps"
_FIRST, _SIZE = 6, 40


def show_gaps(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show what the record does not hold: the first of every kind, or one kind in parts."""
    asked = Asked(_PATH, options)
    kinds = options.words("kind", GapKind)
    one = kinds[0] if len(kinds) == 1 else None
    size = _SIZE if one else _FIRST
    selection = select(options, explorer.store)
    found = find_gaps(
        explorer.store,
        kinds or tuple(GAPS),
        selection=selection,
        limit=size,
        first=first_of(options, size) if one else 0,
    )
    return Page(
        title=TITLES[one][0] if one else "Gaps in the record",
        template="gaps.html.j2",
        shown={
            "found": found,
            "asked": asked,
            "choices": choices_of(explorer.corpus),
            "one": one,
            "part": part_of(asked, size, len(found.sections[0].gaps), found.sections[0].total) if one else None,
            "kinds": [(kind, TITLES[kind][0], asked.address(kind=kind, page="")) for kind in GAPS],
            "titles": TITLES,
            "about": {kind: (about.lists, CAUTIONS.get(kind, about.caution)) for kind, about in GAPS.items()},
            "nearly": describe_nearly,
            "searched": describe_searched(found.searched),
            "not_said": in_sources(NOT_SAID, found.searched.sources),
        },
        data=found,
        section=_PATH,
        brief=PageBrief(BriefKind.GAPS, selection=selection),
    )


def describe_nearly(gap: Gap) -> str:
    """Say what there is nevertheless, with how many of it; nothing if there is nothing."""
    words = NEARLY_WORDS.get(gap.nearly or "", gap.nearly or "")
    return f"{words}: {gap.count:,}" if words and gap.count else words

"""The page of a position: all that was said for it, and what is recorded for and against it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from travaux.analysis.conflict import Dispute
from travaux.analysis.dossiers import PositionDossier, position_dossier
from travaux.analysis.dossiers.said import Sentence
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.explorer.pages.arguments import show_account
from travaux.views.explorer.paging import first_of, part_of
from travaux.views.traces import show_became, show_step

if TYPE_CHECKING:
    from travaux.views.explorer.explorer import Explorer

_SIZE = 25
"""Statements of one page."""


def show_position(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a position; ``QueryError`` if there is none of that key."""
    first = first_of(options, _SIZE) + 1
    dossier = position_dossier(explorer.store, found["key"], selection=select(options, explorer.store), first=first, size=_SIZE)
    asked = Asked(f"/position/{found['key']}", options)
    disputes, agreement = explorer.conflicting.of(explorer.iri_of("position", found["key"]))
    return Page(
        title=dossier.claim,
        template="position.html.j2",
        shown={
            "dossier": dossier,
            "asked": asked,
            "choices": choices_of(explorer.corpus),
            "groups": _by_consultation(explorer, dossier),
            "part": part_of(asked, _SIZE, len(dossier.sentences), dossier.said.statements),
            "account": show_account(dossier.arguments),
            "disputes": [_show_dispute(one, dossier.key) for one in disputes],
            "agreement": agreement,
            "steps": [(step, show_step(step)) for step in dossier.steps],
            "outcomes": [(one, show_became(one)) for one in dossier.outcomes],
            "map": with_options("/map", [("at", dossier.id)]),
            "trace": with_options("/trace", [("what", dossier.key)]),
        },
        data=dossier,
        about=explorer.iri_of("position", found["key"]),
        section="/positions",
        trail=(Link("/positions", "Positions"),),
    )


def _by_consultation(explorer: Explorer, dossier: PositionDossier) -> list[tuple[str, str, list[Sentence]]]:
    """Divide the statements shown by the consultations whose reports hold them: name, title, statements."""
    titles = {one.name: one.title for one in explorer.corpus.consultations}
    divided = groupby(dossier.sentences, key=lambda one: one.heard.consultation or "")
    return [(name, titles.get(name, "Documents of no consultation"), list(its)) for name, its in divided]


def _show_dispute(one: Dispute, key: str) -> dict[str, object]:
    """Tell of a dispute what its other side is."""
    other = one.second if one.first.key == key else one.first
    return {"dispute": one, "other": other, "words": _SIDES.get(one.rule.value, "Stands against"), "tension": one.is_tension}


_SIDES = {
    "stated-disagreement": "The report sets it against",
    "editor-disagreement": "An editor set it against",
    "opposite-claims": "The same claim but for “not”",
    "opposite-stance-same-words": "The same words, once with support and once with opposition",
    "alternatives": "Alternatives for the same reason",
    "one-speaker-holds-both": "One speaker holds both",
    "qualification": "One is a condition or a limit of the other",
}

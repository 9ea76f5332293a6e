"""The first page: what this negotiation is, where the pressure lies, and what to ask next."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.columns import columns_of
from travaux.analysis.gaps import GapKind, find_gaps
from travaux.analysis.overview import Event, find_answered, find_events, find_matrix, find_pressure, find_reviewers
from travaux.model.corpus import Corpus
from travaux.model.days import to_words
from travaux.model.schemes import DocumentKind
from travaux.views.counting import count_of
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import Options
from travaux.views.explorer.bars import WIDTH, to_bar
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Link, Page

_POINTS, _QUESTIONS, _ANSWERED = 5, 5, 12


def show_overview(explorer: Explorer, _: Mapping[str, str], __: Options) -> Page:
    """Show what the negotiation is, its themes by consultation, the provisions under most pressure and the questions left open."""
    return explorer.once("overview", lambda: _make(explorer))


def _make(explorer: Explorer) -> Page:
    store, corpus = explorer.store, explorer.corpus
    matrix = find_matrix(store, top_only=True)
    pressure = find_pressure(store, limit=_POINTS)
    gaps = find_gaps(store, [GapKind.QUESTIONS, GapKind.PROVISIONS], limit=_QUESTIONS)
    by_kind = {section.kind: section for section in gaps.sections}
    answered = find_answered(store)
    most = max((point.row.statements for point in pressure.points), default=0)
    return Page(
        title=corpus.title,
        template="overview.html.j2",
        shown={
            "matrix": matrix,
            "pressure": pressure,
            "bars": [(point, to_bar(point.row.taken, most)) for point in pressure.points],
            "bar_width": WIDTH,
            "open": by_kind[GapKind.QUESTIONS],
            "silent": by_kind[GapKind.PROVISIONS],
            "silent_address": with_options("/gaps", [("kind", GapKind.PROVISIONS)]),
            "searched": gaps.searched,
            "when": _when(corpus),
            "days": {one.name: to_words(one.first_day, one.last_day) for one in corpus.consultations},
            "held": _held_documents(corpus),
            "answered": answered if answered.questions else None,
            "most_answered": _ANSWERED,
            "reviewers": find_reviewers(store),
            "events": [(one, _days(one), _held(one, corpus)) for one in find_events(store)],
            "questions": _ready_questions(corpus, by_kind[GapKind.PROVISIONS].among > 0) if len(columns_of(store)) else [],
        },
        data=matrix,
        about=f"{corpus.base}{corpus.id}",
        section="/",
    )


def _when(corpus: Corpus) -> str:
    """Tell the days from the first consultation to the last; empty if there is none."""
    if not corpus.consultations:
        return ""
    first, last = min(one.first_day for one in corpus.consultations), max(one.last_day for one in corpus.consultations)
    return to_words(first, last)


def _days(event: Event) -> str:
    return to_words(event.first_day, event.last_day) if event.first_day else ""


def _held(event: Event, corpus: Corpus) -> list[str]:
    """Name the consultations of the corpus that an event of the treaty files is: of the same days."""
    return [one.name for one in corpus.consultations if (one.first_day, one.last_day) == (event.first_day, event.last_day)]


def _held_documents(corpus: Corpus) -> str:
    """Count the documents that hold statements by their kind; reports also where there are none of either."""
    kinds = [one.kind for one in corpus.documents]
    reports, tables = kinds.count(DocumentKind.REPORT), kinds.count(DocumentKind.RESPONSES)
    told = [count_of(reports, "report")] if reports or not tables else []
    return ", ".join([*told, *([count_of(tables, "table of answers", "tables of answers")] if tables else [])])


def _ready_questions(corpus: Corpus, any_provision: bool) -> list[Link]:  # noqa: FBT001
    several = len(corpus.consultations) > 1
    between = "the two consultations" if len(corpus.consultations) == 2 else "two consultations"  # noqa: PLR2004
    return [
        Link("/conflicts", "Where do positions conflict?"),
        *([Link("/compare", f"What changed between {between}?")] if several else []),
        *([Link("/articles?said=nothing", "Which articles does no statement cite?")] if any_provision else []),
        Link("/positions?order=recurrence", "Which positions come up again and again?"),
        Link("/arguments?stands=unchallenged", "Which arguments stand unopposed?"),
        *([Link("/trace", "What became of what was asked?")] if any_provision else []),
        Link("/people", "Who took part, and who is quoted?"),
        Link("/map", "How does it all hang together?"),
    ]

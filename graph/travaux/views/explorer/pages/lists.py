"""The lists: all articles, questions, themes, positions, people and reports, with what was said on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from travaux.analysis.overview import (
    KINDS,
    PositionOrder,
    find_actors,
    find_matrix,
    find_positions,
    find_provisions,
    find_questions,
    find_reports,
    find_unexpressed,
)
from travaux.model.days import to_words
from travaux.views.explorer.asked import AskedError, Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, Choice, choices_of
from travaux.views.explorer.page import Page
from travaux.views.explorer.paging import first_of, part_of
from travaux.views.explorer.versions import to_versions

_SAID = Choice("said", "Show", (("something", "with statements"), ("nothing", "without statements")))
_ANSWERED = Choice("answered", "Answered", (("direct", "directly"), ("partial", "in part only"), ("none", "by no statement directly")))
_KIND = Choice("kind", "Show", (("person", "persons"), ("organization", "organizations"), ("state", "States")))
_EXPRESSED = Choice("expressed", "Expressed", (("none", "by no statement"),))
_ORDER_WORDS = (("recurrence", "in most consultations"), ("statements", "in most statements"), ("claim", "by name"))
_PAGE = 50
_PEOPLE = 200


def show_articles(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the provisions of every version, with what was said on each."""
    provisions = find_provisions(explorer.store, select(options, explorer.store))
    said = _one_of(options, _SAID)
    rows = [row for row in provisions.rows if not said or bool(row.statements or row.changing) is (said == "something")]
    return Page(
        title="Articles",
        template="articles.html.j2",
        shown={
            "versions": to_versions(rows, explorer.corpus),
            "chapters": {str(row.place.id): row for row in provisions.rows if row.kind == "chapter"},
            "asked": Asked("/articles", options),
            "choices": (_SAID, *choices_of(explorer.corpus)),
        },
        data=replace(provisions, rows=tuple(rows)),
        section="/articles",
    )


def show_questions(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the guiding questions by document and chapter, and how far statements answer them."""
    questions = find_questions(explorer.store, select(options, explorer.store))
    answered = _one_of(options, _ANSWERED)
    rows = [row for row in questions.rows if not answered or (not row.direct if answered == "none" else row.answered == answered)]
    parts = [(key, list(some)) for key, some in groupby(rows, key=lambda row: (row.document, row.document_title, row.chapter))]
    return Page(
        title="Guiding questions",
        template="questions.html.j2",
        shown={
            "questions": questions,
            "parts": parts,
            "found": len(rows),
            "asked": Asked("/questions", options),
            "choices": (_ANSWERED, *choices_of(explorer.corpus)),
        },
        data=replace(questions, rows=tuple(rows)),
        section="/questions",
    )


def show_themes(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the whole thesaurus by consultation."""
    matrix = find_matrix(explorer.store, select(options, explorer.store))
    return Page(
        title="Themes",
        template="themes.html.j2",
        shown={
            "matrix": matrix,
            "days": {one.name: to_words(one.first_day, one.last_day) for one in explorer.corpus.consultations},
            "asked": Asked("/themes", options),
            "choices": choices_of(explorer.corpus),
        },
        data=matrix,
        section="/themes",
    )


def show_positions(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the positions that statements express, a page of them in the order asked for."""
    order = next(iter(options.words("order", PositionOrder)), PositionOrder.RECURRENCE)
    first = first_of(options, _PAGE) + 1
    theme = options.one("theme") or None
    selection = select(options, explorer.store)
    alone = bool(_one_of(options, _EXPRESSED))
    positions = (
        find_unexpressed(explorer.store, first=first, count=_PAGE)
        if alone
        else find_positions(explorer.store, selection, theme=theme, order=order, first=first, count=_PAGE)
    )
    themes = tuple((row.name, f"{'– ' * row.depth}{row.label}") for row in find_matrix(explorer.store).themes)
    asked = Asked("/positions", options)
    return Page(
        title="Positions",
        template="positions.html.j2",
        shown={
            "positions": positions,
            "alone": alone,
            "titles": {one.name: one.title for one in explorer.corpus.consultations},
            "part": part_of(asked, _PAGE, len(positions.rows), positions.found),
            "order": order.value,
            "orders": _ORDER_WORDS,
            "asked": asked,
            "choices": (Choice("theme", "Theme", themes), *choices_of(explorer.corpus)),
        },
        data=positions,
        section="/positions",
    )


def show_people(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show persons, organizations and States, those of whom nothing is reported too."""
    actors = find_actors(explorer.store, select(options, explorer.store), explorer.attributed)
    kind, first = _one_of(options, _KIND), first_of(options, _PEOPLE)
    rows = [row for row in actors.rows if not kind or row.kind == kind]
    shown = rows[first : first + _PEOPLE]
    asked = Asked("/people", options)
    return Page(
        title="People, organizations and States",
        template="people.html.j2",
        shown={
            "actors": actors,
            "parts": [(kind, list(some)) for kind, some in groupby(shown, key=lambda row: row.kind)],
            "counts": {kind: sum(1 for row in actors.rows if row.kind == kind) for kind in KINDS},
            "part": part_of(asked, _PEOPLE, len(shown), len(rows)),
            "asked": asked,
            "choices": (_KIND, *choices_of(explorer.corpus)),
        },
        data=replace(actors, rows=tuple(rows)),
        section="/people",
    )


def show_reports(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show the consultations with their documents, and the documents of none."""
    reports, corpus = find_reports(explorer.store), explorer.corpus
    first = first_of(options, _PEOPLE)
    meetings = sorted(corpus.consultations, key=lambda one: (one.first_day, one.name))
    by_meeting = [row for meeting in meetings for row in reports.rows if row.consultation == meeting.name]
    rows = [*by_meeting, *(row for row in reports.rows if row not in by_meeting)]
    by_name = {meeting.name: (meeting, to_words(meeting.first_day, meeting.last_day)) for meeting in meetings}
    shown = rows[first : first + _PEOPLE]
    return Page(
        title="Reports and other documents",
        template="reports.html.j2",
        shown={
            "reports": reports,
            "parts": [(by_name.get(name or ""), list(some)) for name, some in groupby(shown, key=lambda row: row.consultation)],
            "empty": [by_name[one.name] for one in meetings if all(row.consultation != one.name for row in rows)],
            "dates": {row.name: to_words(row.date) for row in shown if row.date},
            "texts": {str(one.id): one for one in corpus.instruments},
            "part": part_of(Asked("/reports", options), _PEOPLE, len(shown), len(rows)),
        },
        data=reports,
        section="/reports",
    )


def _one_of(options: Options, choice: Choice) -> str:
    """Give the value of an option that has only some; ``AskedError`` for another."""
    value = options.one(choice.name)
    known = [one for one, _ in choice.values]
    if value and value not in known:
        raise AskedError(f"{choice.name} cannot be {value[:40]!r}", hint=f"It can be: {', '.join(known)}.")
    return value

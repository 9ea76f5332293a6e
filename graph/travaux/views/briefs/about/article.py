"""The brief on a provision: what was said of it, what was to be changed, what is missing and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.analysis.dossiers import ArticleDossier, Limits, article_dossier
from travaux.analysis.dossiers.article import Described
from travaux.analysis.dossiers.said import Said
from travaux.analysis.selection import Selection
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.views.answers import article as report
from travaux.views.answers import said as words
from travaux.views.briefs.around import LEAST, MOST, around_section
from travaux.views.briefs.became import WHOLE, became_section, tell_step
from travaux.views.briefs.blocks import Brief, Items, Paragraph, Section, Table, Words
from travaux.views.briefs.citing import note_heard
from travaux.views.briefs.closing import closing, tell_reviews
from travaux.views.briefs.glance import glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.missing import missing_section
from travaux.views.briefs.positions import stance_sections
from travaux.views.briefs.reasons import reasons_section
from travaux.views.briefs.room import TWO_PAGES, lines_of
from travaux.views.counting import count_of, join
from travaux.views.outcomes import rests_on
from travaux.views.report import quoted
from travaux.views.wording import CHANGE_WORDS

_TIGHTER = ((2, WHOLE, LEAST), (2, WHOLE, 0), (1, WHOLE, 0), (1, 0, 0))
"""Quotes of each position, outcomes that are told whole, positions on its themes that are shown at least: as tight as need be."""
_ROUNDING = 2.0
"""Lines by which an estimate of room may be off."""
_LIMITS = Limits(positions=4, sentences=2, rows=6)
_AROUND = Limits(positions=MOST, sentences=1, rows=0)
_THEMES = 4
"""Themes that are named."""
_COUNTS = Limits(positions=0, sentences=0, rows=0)


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the provision of this name; ``QueryError`` as ``article_dossier`` raises it."""
    name, treaty = " ".join(names), TreatyFile(ground.store)
    dossier = article_dossier(ground.store, ground.thing or name, selection=ground.selection, limits=_LIMITS, treaty=treaty, around=_AROUND)

    def gather(selection: Selection) -> Said:
        return article_dossier(ground.store, ground.thing or name, selection=selection, limits=_COUNTS, treaty=treaty).said

    said = dossier.said
    documents = [title for meeting in said.meetings for title in meeting.documents]
    before = (_texts(ground, dossier), *([glance(ground, said, gather)] if said.statements else []))
    after = (*missing_section(report.missing_of(dossier)), *_beside(dossier))
    sections = _fit(ground, dossier, before, after)
    return Brief(
        title=report.title_of(dossier),
        kicker=_kicker(ground, dossier),
        lead=(report.lead_of(dossier),),
        sections=sections,
        about=closing(ground, documents, tell_reviews(said=said), report.notes_of(dossier), tuple(_rest(name, dossier)), sections),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _fit(ground: Ground, dossier: ArticleDossier, before: tuple[Section, ...], after: tuple[Section, ...]) -> tuple[Section, ...]:
    """Put in between what two pages have room for: what is said elsewhere gives way first, then second quotes and facts of outcomes.

    Positions, and what bears on them, are never left out for the sake of room.
    """
    own = {str(one.place.id) for one in dossier.described}
    sections: tuple[Section, ...] = ()
    for sentences, outcomes, least in _TIGHTER:
        said = replace(dossier.said, held=tuple(replace(one, sentences=one.sentences[:sentences]) for one in dossier.said.held))
        became = became_section(ground, dossier.outcomes, own, outcomes)
        told = (*before, *stance_sections(ground, said), *reasons_section(said), *_changes(ground, dossier), *became)
        room = TWO_PAGES - lines_of((*told, *after))
        sections = (*told, *_around(ground, dossier, room, least), *after)
        if lines_of(sections) <= TWO_PAGES + _ROUNDING:
            break
    return sections


def _kicker(ground: Ground, dossier: ArticleDossier) -> str:
    if not dossier.described:
        return "Provision"
    place = dossier.described[0].place
    symbol = next((one.symbol for one in ground.corpus.instruments if one.name == place.instrument), None)
    return f"Provision of: {place.instrument_title}{f', {symbol}' if symbol else ''}"


def _texts(ground: Ground, dossier: ArticleDossier) -> Section:
    items = [_described(ground, one) for one in dossier.described] or [(report.NOT_DESCRIBED,)]
    return Section("In the texts", (Items((*items, *(tell_step(ground, step) for step in dossier.steps))),))


def _described(ground: Ground, one: Described) -> Words:
    chapter = f", of {one.chapter}" if one.chapter else ""
    note = f" {ground.noted.spell_out(one.note)}" if one.note else ""
    return (f"{one.place.instrument_title}: {one.place.name}{chapter}. {rests_on(one.grade.value)}.{note}",)


def _around(ground: Ground, dossier: ArticleDossier, room: float, least: int) -> Iterator[Section]:
    """Show what is said on its themes elsewhere, the themes of most such statements named first."""
    if dossier.around:
        themes = sorted((one for one in dossier.themes if one.elsewhere), key=lambda one: -(one.elsewhere or 0))
        named = [f"{one.label} ({one.elsewhere:,})" for one in themes[:_THEMES]]
        more = [count_of(len(themes) - _THEMES, "more theme")] if len(themes) > _THEMES else []
        yield from around_section(ground, dossier.around, join([*named, *more]), room, least)


def _beside(dossier: ArticleDossier) -> Iterator[Section]:
    """Tell where statements that answer the guiding questions of its chapter stand."""
    questions = [f"question {one.number} ({one.direct:,} and {one.partial:,})" for one in dossier.questions if one.direct or one.partial]
    if questions:
        line = f"Statements that speak to guiding questions of its chapter, directly and in part: {'; '.join(questions)}."
        yield Section("More on its chapter", (Paragraph((line,)),))


def _rest(name: str, dossier: ArticleDossier) -> Iterator[str]:
    yield f"travaux article {name} --all"
    if dossier.around and dossier.around.statements:
        widest = max(dossier.themes, key=lambda one: (one.elsewhere or 0, one.name))
        yield f"travaux theme {widest.name} --all"
    if answered := next((one for one in dossier.questions if one.direct or one.partial), None):
        yield f"travaux question {answered.number} --all"


def _changes(ground: Ground, dossier: ArticleDossier) -> Iterator[Section]:
    if dossier.changes:
        several = len({change.provision.id for change in dossier.changes}) > 1
        documents = {change.heard.document for change in dossier.changes}
        rows: tuple[tuple[Words, ...], ...] = tuple(
            (
                (CHANGE_WORDS[one.kind.value],),
                *([(one.provision.name,)] if several else []),
                (quoted(one.words), *([] if one.words == one.heard.quote else [note_heard(ground, one.heard)])),
                (one.heard.speaker,),
                (
                    ground.tell_place(one.heard.document, one.heard.paragraph)
                    if len(documents) > 1
                    else words.place("", one.heard.paragraph),
                ),
            )
            for one in dossier.changes
        )
        columns = ("Change", *(["Provision"] if several else []), "In the words of the report", "Speakers", "Where")
        widths = (12, *([16] if several else []), 36, 16, 20)
        caption = f"All in {ground.name_document(documents.pop())}." if len(documents) == 1 else "What statements ask for."
        if dossier.changes_found > len(dossier.changes):
            caption = f"The first {len(dossier.changes)} of {dossier.changes_found:,}. {caption}"
        yield Section("Changes proposed to the text", (Table(caption, columns, rows, widths),))

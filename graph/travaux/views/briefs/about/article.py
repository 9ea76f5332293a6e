"""The brief on a provision: what was said of it, what was to be changed, what is missing and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.analysis.dossiers import ArticleDossier, Limits, article_dossier
from travaux.analysis.dossiers.said import Said
from travaux.analysis.selection import Selection
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.views.answers import article as report
from travaux.views.answers import said as words
from travaux.views.answers.searched import NOT_SAID
from travaux.views.briefs.became import became_section, tell_step
from travaux.views.briefs.blocks import Brief, Items, Section, Table
from travaux.views.briefs.citing import note_heard
from travaux.views.briefs.closing import closing
from travaux.views.briefs.glance import glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.positions import stance_sections
from travaux.views.briefs.reported import to_sections
from travaux.views.report import quoted
from travaux.views.wording import CHANGE_WORDS

_LIMITS = Limits(positions=4, sentences=2, rows=6)
_COUNTS = Limits(positions=0, sentences=0, rows=0)


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the provision of this name; ``QueryError`` as ``article_dossier`` raises it."""
    name, treaty = " ".join(names), TreatyFile(ground.store)
    dossier = article_dossier(ground.store, name, selection=ground.selection, limits=_LIMITS, treaty=treaty)

    def gather(selection: Selection) -> Said:
        return article_dossier(ground.store, name, selection=selection, limits=_COUNTS, treaty=treaty).said

    said, command = dossier.said, f"travaux article {name} --all"
    documents = [title for meeting in said.meetings for title in meeting.documents]
    return Brief(
        title=report.title_of(dossier),
        kicker=_kicker(ground, dossier),
        lead=(report.lead_of(dossier),),
        sections=(
            _texts(dossier),
            *([glance(ground, said, gather)] if said.statements else []),
            *stance_sections(ground, said, command),
            *_changes(ground, dossier, command),
            *became_section(dossier.outcomes, {str(one.place.id) for one in dossier.described}),
            _missing(dossier),
            *to_sections(report.question_sections(dossier.questions)),
            *to_sections(report.theme_sections(dossier)),
        ),
        about=closing(ground, documents, words.review_status(said) if said.statements else "", report.notes_of(dossier)),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _kicker(ground: Ground, dossier: ArticleDossier) -> str:
    if not dossier.described:
        return "Provision"
    place = dossier.described[0].place
    symbol = next((one.symbol for one in ground.corpus.instruments if one.name == place.instrument), None)
    return f"Provision of: {place.instrument_title}{f', {symbol}' if symbol else ''}"


def _texts(dossier: ArticleDossier) -> Section:
    if not dossier.described:
        return to_sections([report.texts_section(dossier)])[0]
    items = [(report.tell_described(one),) for one in dossier.described]
    return Section("In the texts", (Items((*items, *map(tell_step, dossier.steps))),))


def _changes(ground: Ground, dossier: ArticleDossier, command: str) -> Iterator[Section]:
    if dossier.changes:
        several = len({change.provision.id for change in dossier.changes}) > 1
        rows = tuple(
            (
                (CHANGE_WORDS[one.kind.value],),
                *([(one.provision.name,)] if several else []),
                (quoted(one.words), *([] if one.words == one.heard.quote else [note_heard(ground, one.heard)])),
                (one.heard.speaker,),
                (ground.tell_place(one.heard.document, one.heard.paragraph),),
            )
            for one in dossier.changes
        )
        columns = ("Change", *(["Provision"] if several else []), "In the words of the report", "Speakers", "Where")
        widths = (10, *([14] if several else []), 34, 14, 28)
        left = dossier.changes_found - len(dossier.changes)
        caption = f"The first {len(dossier.changes)} of {dossier.changes_found:,}. To see all: {command}" if left else "As statements ask for it."
        yield Section("Changes proposed to the text", (Table(caption, columns, rows, widths),))


def _missing(dossier: ArticleDossier) -> Section:
    lines = tuple(report.missing_of(dossier))
    shown = to_sections([words.missing_section(lines, dossier.said)])[0]
    return replace(shown, blocks=(*shown.blocks, *([] if not lines else [Items(((NOT_SAID,),))])))

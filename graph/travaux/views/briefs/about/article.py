"""The brief on a provision: what was said of it, what was to be changed, what is missing and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.analysis.dossiers import ArticleDossier, Limits, article_dossier
from travaux.analysis.dossiers.article import Described
from travaux.analysis.dossiers.said import Said
from travaux.analysis.selection import Selection
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.views.answers import article as report
from travaux.views.answers import said as words
from travaux.views.briefs.became import became_section, tell_step
from travaux.views.briefs.blocks import Brief, Items, Paragraph, Section, Table, Words
from travaux.views.briefs.citing import note_heard
from travaux.views.briefs.closing import closing, tell_reviews
from travaux.views.briefs.glance import glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.missing import missing_section
from travaux.views.briefs.positions import stance_sections
from travaux.views.outcomes import rests_on
from travaux.views.report import quoted
from travaux.views.wording import CHANGE_WORDS

_LIMITS = Limits(positions=4, sentences=2, rows=6)
_COUNTS = Limits(positions=0, sentences=0, rows=0)


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the provision of this name; ``QueryError`` as ``article_dossier`` raises it."""
    name, treaty = " ".join(names), TreatyFile(ground.store)
    dossier = article_dossier(ground.store, ground.thing or name, selection=ground.selection, limits=_LIMITS, treaty=treaty)

    def gather(selection: Selection) -> Said:
        return article_dossier(ground.store, ground.thing or name, selection=selection, limits=_COUNTS, treaty=treaty).said

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
            *missing_section(report.missing_of(dossier)),
            *_beside(dossier),
        ),
        about=closing(ground, documents, tell_reviews(said), report.notes_of(dossier)),
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
    items = [_described(one) for one in dossier.described] or [(report.NOT_DESCRIBED,)]
    return Section("In the texts", (Items((*items, *map(tell_step, dossier.steps))),))


def _described(one: Described) -> Words:
    chapter = f", of {one.chapter}" if one.chapter else ""
    note = f" {one.note}" if one.note else ""
    return (f"{one.place.instrument_title}: {one.place.name}{chapter}. {rests_on(one.grade.value)}.{note}",)


def _beside(dossier: ArticleDossier) -> Iterator[Section]:
    """Tell where statements on its matter stand that do not cite it."""
    themes = [f"{one.label} ({one.statements:,} and {one.elsewhere or 0:,})" for one in dossier.themes if one.statements or one.elsewhere]
    questions = [f"question {one.number} ({one.direct:,} and {one.partial:,})" for one in dossier.questions if one.direct or one.partial]
    lines = [f"On its themes, citing it and not citing it: {'; '.join(themes)}. To read them: travaux theme NAME."] if themes else []
    if questions:
        told = "; ".join(questions)
        lines.append(f"To guiding questions of its chapter, directly and in part: {told}. To read them: travaux question NUMBER.")
    if lines:
        about = Paragraph(("Statements may speak to its matter without citing it. Numbers are of statements.",))
        yield Section("More on its matter", (about, Items(tuple((line,) for line in lines))))


def _changes(ground: Ground, dossier: ArticleDossier, command: str) -> Iterator[Section]:
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
            caption = f"The first {len(dossier.changes)} of {dossier.changes_found:,}; to see all: {command}. {caption}"
        yield Section("Changes proposed to the text", (Table(caption, columns, rows, widths),))

"""The brief on a theme: what was said on it, what conflicts within it, of which provisions and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.analysis.dossiers import Limits, ThemeDossier, theme_dossier
from travaux.analysis.dossiers.conflicts import Conflict
from travaux.analysis.dossiers.said import Said
from travaux.analysis.dossiers.voices import Voice
from travaux.analysis.selection import Selection
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.views.answers import said as words
from travaux.views.answers import theme as report
from travaux.views.briefs.blocks import Brief, Items, Note, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import MARKING_WORDS
from travaux.views.briefs.closing import closing, tell_reviews
from travaux.views.briefs.glance import glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.missing import missing_section
from travaux.views.briefs.positions import stance_sections
from travaux.views.briefs.reasons import reasons_section
from travaux.views.briefs.reported import to_sections

_LIMITS = Limits(positions=3, sentences=1, rows=6)
_MOST = 6
"""Provisions that are shown."""
_COUNTS = Limits(positions=0, sentences=0, rows=0)


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the theme of this name; ``QueryError`` as ``theme_dossier`` raises it."""
    name, treaty = " ".join(names), TreatyFile(ground.store)
    dossier = theme_dossier(ground.store, ground.thing or name, selection=ground.selection, limits=_LIMITS, treaty=treaty)

    def gather(selection: Selection) -> Said:
        return theme_dossier(ground.store, ground.thing or dossier.name, selection=selection, limits=_COUNTS, treaty=treaty).said

    said = dossier.said
    documents = [title for meeting in said.meetings for title in meeting.documents]
    missing = (*words.silent_meetings(said), *report.silent_parts(dossier))
    sections = (
        *([glance(ground, said, gather)] if said.statements else []),
        *stance_sections(ground, said),
        *reasons_section(said),
        *_conflicts(ground, dossier),
        *missing_section(missing),
        *_around(dossier),
        *to_sections([report.thesaurus_section(dossier)]),
    )
    rest = (f"travaux theme {dossier.name} --all",)
    return Brief(
        title=dossier.label,
        kicker="Theme",
        lead=(report.lead_of(dossier),),
        sections=sections,
        about=closing(ground, documents, tell_reviews(said=said), report.notes_of(dossier), rest, sections),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _conflicts(ground: Ground, dossier: ThemeDossier) -> Iterator[Section]:
    if dossier.conflicts:
        yield Section("Conflicts within it", (Items(tuple(_conflict(ground, one) for one in dossier.conflicts)),))


def _conflict(ground: Ground, one: Conflict) -> Words:
    note = Note(f"{ground.tell_place(one.document_title, one.paragraph)}.", one.quote, (one.document_title,))
    return (Strong(one.claim), f" Against ({MARKING_WORDS[one.marking]}{ground.tell_elsewhere(one.document_title)}): {one.against}", note)


def _around(dossier: ThemeDossier) -> Iterator[Section]:
    """Name the provisions that statements on it cite and those who are named for them, a line each."""
    cited = [one for one in dossier.provisions if one.statements]
    provisions = [f"{one.place.label} ({one.statements:,})" for one in cited[:_MOST]]
    lines = [f"Provisions that statements on it cite: {'; '.join(provisions)}{_more(len(cited) - _MOST)}."] if cited else []
    if dossier.voices:
        lines.append(f"Named for statements on it: {'; '.join(map(_voice, dossier.voices))}.")
    if lines:
        yield Section("Of what and by whom", (Paragraph(("Numbers are of statements.",)), Items(tuple((line,) for line in lines))))


def _voice(voice: Voice) -> str:
    behalf = f"on behalf of {voice.on_behalf_of}" if voice.on_behalf_of else None
    return f"{', '.join(filter(None, (voice.name, voice.organization, behalf)))} ({voice.statements:,})"


def _more(number: int) -> str:
    return f"; and {number:,} more" if number > 0 else ""

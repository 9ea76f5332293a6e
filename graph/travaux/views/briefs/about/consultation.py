"""The brief on a consultation: when and on what, what was recorded under each item, the positions most widely held, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from travaux.analysis.dossiers import ConsultationDossier, Limits, consultation_dossier
from travaux.analysis.dossiers.consultation import Event
from travaux.analysis.dossiers.gathering import gather
from travaux.analysis.dossiers.printed import Figure, Item
from travaux.analysis.dossiers.said import Said
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.selection import ALL
from travaux.model.schemes import EvidenceGrade
from travaux.model.treaty import UNVERIFIED
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant
from travaux.views.answers import said as words
from travaux.views.answers.searched import say_none
from travaux.views.answers.voices import words_of
from travaux.views.briefs.blocks import Brief, Items, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.closing import closing, tell_reviews
from travaux.views.briefs.glance import SIGNS, glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.missing import missing_section
from travaux.views.briefs.positions import stance_sections
from travaux.views.briefs.reasons import reasons_section
from travaux.views.briefs.sharing import MOST, share_room
from travaux.views.counting import count_of, join
from travaux.views.dates import to_dates

_LIMITS = Limits(positions=MOST, sentences=1, rows=6)
_ITEMS, _FIGURES = 14, 4
"""Items of the agenda, and figures of attendance, that are shown: a consultation may have many reports."""


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the consultation of this name, of which a part that no other has is enough; ``QueryError`` for one not on file."""
    name = find_meant(ground.store, NameKind.CONSULTATION, " ".join(names))
    dossier = consultation_dossier(ground.store, name)
    narrowed = replace(ground, selection=ground.narrowed_to(name))
    said = share_room(gather(ground.store, selected_of(ground.store, narrowed.selection), _LIMITS))
    documents = [paper.name for paper in dossier.documents]
    sections = (
        *([glance(narrowed, said, lambda _: said)] if said.statements else []),
        *_agenda(dossier, narrowed=ground.selection != ALL),
        *stance_sections(narrowed, said),
        *reasons_section(said),
        *missing_section(_missing(dossier)),
        *_present(ground, dossier),
        *_milestones(ground, dossier),
    )
    rest = (f"travaux ask position-statements consultation={name}",)
    return Brief(
        title=dossier.title,
        kicker="Consultation",
        lead=(_lead(dossier, said),),
        sections=sections,
        about=closing(ground, documents, tell_reviews(said=said), _notes(said), rest, sections),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _lead(dossier: ConsultationDossier, said: Said) -> str:
    days = to_dates(dossier.first_day.isoformat(), dossier.last_day.isoformat())
    held = f"{days}{f' in {join(dossier.places)}' if dossier.places else ''}"
    before = f", before the {dossier.session} of the {dossier.body}" if dossier.session and dossier.body else ""
    text = f" Text before it: {dossier.instrument[1]}." if dossier.instrument else ""
    if not said.statements:
        return f"Held {held}{before}.{text} {say_none(narrowed=True)} is in its documents."
    return f"Held {held}{before}.{text} {count_of(said.statements, 'statement')}: {words.stances_of(said)}. {words.review_status(said)}"


def _agenda(dossier: ConsultationDossier, *, narrowed: bool) -> Iterator[Section]:
    items = [one for one in _flat(dossier.agenda) if one.statements or not one.parts]
    if items:
        kept = sorted(range(len(items)), key=lambda place: (-items[place].statements, place))[:_ITEMS]
        shown = [items[place] for place in sorted(kept)]
        more = f" {len(shown)} of {len(items):,} items, those of most statements." if len(shown) < len(items) else ""
        rows = tuple((_item(one), (f"{one.statements:,}",), (_stances(one),), (words_of(one.strongest) or "–",)) for one in shown)
        table = Table(
            f"Statements under each item of the agenda, without those under its parts{', whatever was chosen' if narrowed else ''}.{more}",
            ("Item", "Statements", "By stance", "Held most widely by"),
            rows,
            (42, 16, 24, 18),
        )
        yield Section("Its agenda", (table,))


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(item.parts)


def _item(item: Item) -> Words:
    return (f"{item.number} {item.title or ''}".strip(),)


def _stances(item: Item) -> str:
    return ", ".join(f"{SIGNS[one.stance]} {one.statements:,}" for one in item.tallies) or "–"


def _missing(dossier: ConsultationDossier) -> Iterator[str]:
    silent = [one.number for one in _flat(dossier.agenda) if not one.statements and not one.parts]
    unanswered = [one.number for one in dossier.questions if not one.direct]
    if silent:
        yield f"No statement found under {'item' if len(silent) == 1 else 'items'} {join(silent)}."
    if unanswered:
        noun = "question" if len(unanswered) == 1 else "questions"
        yield f"No statement found that speaks directly to guiding {noun} {join(unanswered)}, of {len(dossier.questions):,}."
    if not dossier.questions:
        yield "No guiding questions of it are on file."


def _present(ground: Ground, dossier: ConsultationDossier) -> Iterator[Section]:
    lines = [_figure(one) for one in dossier.attendance[:_FIGURES]]
    if (more := len(dossier.attendance) - _FIGURES) > 0:
        lines.append((f"and {count_of(more, 'more figure')}",))
    people = [person for panel in dossier.panels for person in panel.people]
    lines += [(f"{count_of(len(dossier.panels), 'panel')} with {count_of(len(people), 'panellist')}.",)] if dossier.panels else []
    figures = {str(one.id) for whole in dossier.attendance for one in (whole, *whole.parts)}
    lines += [(f"Does not add up: {ground.noted.spell_out(one.message)}",) for one in dossier.findings if one.subject in figures]
    if lines:
        yield Section("Who was there, as the report prints it", (Items(tuple(lines)),))


def _figure(figure: Figure) -> Words:
    parts = "; ".join(f"{one.category}: {one.count:,}" for one in figure.parts)
    return (Strong(f"{figure.category[:1].upper()}{figure.category[1:]}: {figure.count:,}"), f" ({parts})" if parts else "")


def _milestones(ground: Ground, dossier: ConsultationDossier) -> Iterator[Section]:
    if dossier.milestones:
        told = (f"{to_dates(one.first_day.isoformat(), one.last_day.isoformat())}: {_marked(ground, one)}" for one in dossier.milestones)
        yield Section("Before and after it", (Paragraph((f"{'; '.join(told)}.",)),))


def _marked(ground: Ground, one: Event) -> str:
    label = ground.noted.spell_out(one.label)
    return f"{label} {UNVERIFIED}" if one.grade is EvidenceGrade.M and UNVERIFIED not in label else label


def _notes(said: Said) -> tuple[str, ...]:
    return words.about(said, *[words.INFERRED] * words.is_inferred(said))

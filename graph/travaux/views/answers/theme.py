"""The dossier of a theme as a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.beside import ThemeCount
from travaux.analysis.dossiers.conflicts import Conflict
from travaux.analysis.dossiers.theme import ThemeDossier
from travaux.analysis.dossiers.voices import Voice
from travaux.model.schemes import Marking
from travaux.views.answers import said as words
from travaux.views.answers.searched import say_none
from travaux.views.counting import count_of, join
from travaux.views.report import Grid, Items, Quote, Report, Section, Text

_PROVISIONS_SHOWN = 10


def report_theme(dossier: ThemeDossier) -> Report:
    """Make the report: where the theme stands, what was said on it, what conflicts within it, of which provisions, and by whom."""
    sections = [thesaurus_section(dossier)]
    if dossier.said.statements:
        sections += [words.overview(dossier.said), *_conflicts(dossier), *words.stance_sections(dossier.said)]
    sections += [*_provisions(dossier), *_beside(dossier), *_voices(dossier.voices)]
    missing = (*words.silent_meetings(dossier.said), *silent_parts(dossier))
    return Report(dossier.label, lead_of(dossier), (*sections, words.missing_section(missing, dossier.said)), notes_of(dossier))


def lead_of(dossier: ThemeDossier) -> str:
    """Say in a sentence or two how many statements are on the theme, with which stances, and who has reviewed them."""
    said = dossier.said
    with_narrower = f" and the {count_of(len(dossier.narrower), 'theme')} below it" if dossier.narrower else ""
    if not said.statements:
        return f"{say_none(narrowed=said.narrowed)} is on this theme{with_narrower}. {words.searched(said)}"
    held = [meeting for meeting in said.meetings if meeting.statements]
    across = f" from {count_of(len(held), 'consultation')}" if said.meetings else ""
    return (
        f"{count_of(said.statements, 'statement')}{across} on this theme{with_narrower}: {words.stances_of(said)}."
        f" {words.review_status(said)}"
    )


def thesaurus_section(dossier: ThemeDossier) -> Section:
    """Make the section on where the theme stands in the thesaurus."""
    lines = [text for text in (dossier.definition, dossier.scope_note) if text]
    lines += [f"Also called: {', '.join(dossier.other_labels)}."] if dossier.other_labels else []
    lines += [f"Broader: {_counted(dossier.broader)}."] if dossier.broader else []
    if dossier.narrower:
        lines += [f"On the theme itself: {count_of(dossier.own, 'statement')}. Narrower: {_counted(dossier.narrower)}."]
    lines += [f"See also: {', '.join(dossier.related)}."] if dossier.related else []
    return Section("The theme", (Items(tuple(lines or ["The thesaurus gives its name alone."])),))


def _counted(themes: Iterable[ThemeCount]) -> str:
    return ", ".join(f"{one.label} ({one.statements:,})" for one in themes)


def _conflicts(dossier: ThemeDossier) -> Iterator[Section]:
    if dossier.conflicts:
        told = "Positions on this theme that speak against one another:"
        yield Section("Conflicts within it", (Text(told), *map(_conflict, dossier.conflicts)))


def _conflict(one: Conflict) -> Quote:
    how = "The text itself says so" if one.marking is Marking.EXPLICIT else "Inferred by an editor"
    return Quote(one.quote, (f"{one.claim}", f"against: {one.against}", f"{how} · {words.place(one.document_title, one.paragraph)}"))


def _provisions(dossier: ThemeDossier) -> Iterator[Section]:
    shown = dossier.provisions[:_PROVISIONS_SHOWN]
    if shown:
        rows = tuple((one.place.label, one.place.instrument_title, f"{one.statements:,}", "yes" if one.concerned else "") for one in shown)
        more = len(dossier.provisions) - len(shown)
        caption = f"The first {len(shown)} of {len(dossier.provisions):,}." if more > 0 else ""
        yield Section("Provisions", (Grid(("Provision", "Text", "Statements", "Its subject"), rows, caption),))


def _beside(dossier: ThemeDossier) -> Iterator[Section]:
    if dossier.beside:
        rows = tuple((one.label, f"{one.statements:,}", f"travaux theme {one.name}") for one in dossier.beside)
        caption = "Other themes of the same statements."
        yield Section("Said together with", (Grid(("Theme", "Statements", "Read them with"), rows, caption),))


def _voices(voices: tuple[Voice, ...]) -> Iterator[Section]:
    if voices:
        rows = tuple((one.name, one.organization or "", one.on_behalf_of or "", f"{one.statements:,}") for one in voices)
        columns = ("Name", "Of", "On behalf of", "Statements")
        kept = [place for place, name in enumerate(columns) if any(row[place] for row in rows) or name == "Name"]
        grid = Grid(tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows))
        yield Section("Who is named for statements on it", (grid,))


def silent_parts(dossier: ThemeDossier) -> Iterator[str]:
    """Say which narrower themes nobody spoke of, and whether nobody is named."""
    if silent := [one.label for one in dossier.narrower if not one.statements]:
        yield f"No statement found on {join(silent)}."
    if dossier.said.statements and not dossier.voices:
        yield "Nobody is named for a statement on it."


def notes_of(dossier: ThemeDossier) -> tuple[str, ...]:
    """Say how the dossier is to be read."""
    return words.about(dossier.said, *[words.INFERRED] * words.is_inferred(dossier.said))

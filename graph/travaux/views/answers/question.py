"""The dossier of a guiding question as a report."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.dossiers.question import QuestionDossier
from travaux.analysis.dossiers.said import Said
from travaux.analysis.sources import Sources
from travaux.views.answers import said as words
from travaux.views.answers.searched import say_none
from travaux.views.counting import count_of
from travaux.views.report import Grid, Quote, Report, Section
from travaux.views.wording import ABOUT_LINKS


def report_question(dossier: QuestionDossier) -> Report:
    """Make the report: the question, what speaks to it directly and to part of it, on which themes, and what was searched."""
    direct, partial = dossier.direct, dossier.partial
    sections = [_asked(dossier)]
    if direct.statements:
        sections += [words.overview(direct, "What speaks to it directly", _toward(direct)), *words.stance_sections(direct)]
    if partial.statements:
        sections += [words.overview(partial, "What speaks to part of it", _toward(partial)), *words.stance_sections(partial, "In part: ")]
    sections += [*_themes(dossier), words.missing_section(missing_of(dossier), dossier.direct)]
    return Report(f"Question {dossier.number}", lead_of(dossier), tuple(sections), notes_of(dossier))


def _toward(said: Said) -> str:
    """Say under the numbers of answers what a stance is not toward; reports do not tell of answers."""
    return "" if said.sources is Sources.REPORTS else "A stance is toward the words quoted, not toward the question."


def _asked(dossier: QuestionDossier) -> Section:
    lines = [dossier.document_title]
    if dossier.section:
        lines.append(f"Under the heading “{dossier.section}”{f', about {dossier.chapter}' if dossier.chapter else ''}")
    if dossier.consultation_title:
        lines.append(f"Asked at: {dossier.consultation_title}")
    return Section("The question", (Quote(dossier.words, tuple(lines)),))


def lead_of(dossier: QuestionDossier) -> str:
    """Say in a few sentences how many statements speak to it, with which stances, and who has reviewed them."""
    direct, partial = dossier.direct, dossier.partial
    none = say_none(narrowed=direct.narrowed)
    if not direct.statements and not partial.statements:
        return f"{none} speaks to it, not even to part of it. {words.searched(direct)}"
    told = _counted(dossier, direct, "it directly") if direct.statements else f"{none} speaks to it directly."
    return f"{told} {_counted(dossier, partial, 'part of it') if partial.statements else 'None speaks only to part of it.'}"


def _counted(dossier: QuestionDossier, said: Said, what: str) -> str:
    speak = "speaks" if said.statements == 1 else "speak"
    count = f"{count_of(said.statements, 'statement')} {speak} to {what}{_where_made(dossier, said)}"
    return f"{count}: {words.stances_of(said)}. {words.review_status(said)}"


def _where_made(dossier: QuestionDossier, said: Said) -> str:
    """Tell how many were made where the question was asked, if some were made elsewhere."""
    asked = sum(meeting.statements for meeting in said.meetings if meeting.name == dossier.consultation)
    elsewhere = said.statements - asked
    return f" ({asked:,} where it was asked, {elsewhere:,} elsewhere)" if dossier.consultation and elsewhere else ""


def _themes(dossier: QuestionDossier) -> Iterator[Section]:
    if dossier.themes:
        rows = tuple((one.label, f"{one.statements:,}", f"travaux theme {one.name}") for one in dossier.themes)
        yield Section("Themes of these statements", (Grid(("Theme", "Statements", "Read them with"), rows),))


def missing_of(dossier: QuestionDossier) -> Iterator[str]:
    """Say what is missing, a sentence for each."""
    direct, partial = dossier.direct, dossier.partial
    if not direct.statements and partial.statements:
        yield "A direct answer: what is on file speaks to part of the question only."
    if not direct.statements and not partial.statements:
        yield "Any answer. Statements are linked to a question by what they say and by where the report places them."
    silent = {meeting.name for meeting in direct.meetings if not meeting.statements}
    of_both = words.replace_meetings(direct, (one for one in partial.meetings if not one.statements and one.name in silent))
    yield from words.silent_meetings(of_both)
    if dossier.consultation is None:
        yield "Nothing on file tells at which consultation it was asked."


def notes_of(dossier: QuestionDossier) -> tuple[str, ...]:
    """Say how the dossier is to be read."""
    counted = dossier.direct if dossier.direct.statements else dossier.partial
    inferred = words.is_inferred(dossier.direct) or words.is_inferred(dossier.partial)
    linked = [ABOUT_LINKS[counted.sources]] if counted.statements else []
    return words.about(counted, *[words.INFERRED] * inferred, *linked)

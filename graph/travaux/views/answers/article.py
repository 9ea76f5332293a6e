"""The dossier of a provision as a report."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.dossiers.article import ArticleDossier, Described
from travaux.analysis.dossiers.beside import QuestionCount
from travaux.analysis.tracing import Became, Step
from travaux.model.schemes import EvidenceGrade, Prevalence
from travaux.views.answers import said as words
from travaux.views.answers.searched import say_none
from travaux.views.counting import count_of, join
from travaux.views.report import Block, Grid, Items, Report, Section, Text, quoted
from travaux.views.traces import NOT_CAUSE, show_became, show_step
from travaux.views.wording import CHANGE_WORDS, GRADE_WORDS

_ABRIDGED = 110
NOT_DESCRIBED = "The treaty files of this corpus do not describe it; it is known from the statements that cite it."


def report_article(dossier: ArticleDossier) -> Report:
    """Make the report: the provision, what was said, what was to be changed, what became of it, and what is missing."""
    sections = [_texts(dossier), *([words.overview(dossier.said)] if dossier.said.statements else [])]
    sections += words.stance_sections(dossier.said)
    sections += [*_changes(dossier), *_outcomes(dossier), *_questions(dossier.questions), *_themes(dossier)]
    return Report(
        title_of(dossier), lead_of(dossier), (*sections, words.missing_section(missing_of(dossier), dossier.said)), notes_of(dossier)
    )


def title_of(dossier: ArticleDossier) -> str:
    """Name the provision: its label, or what statements call it."""
    label = dossier.described[0].place.label if dossier.described else dossier.name
    return _capital(label)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lead_of(dossier: ArticleDossier) -> str:
    """Say in a sentence or two how many statements cite it, with which stances, and who has reviewed them."""
    said = dossier.said
    if not said.statements:
        return f"{say_none(narrowed=said.narrowed)} cites it. {words.searched(said)}"
    cite = "cites" if said.statements == 1 else "cite"
    what = "it or an article of it" if dossier.name.startswith("chapter") else "it"
    count = count_of(said.statements, "statement")
    return f"{count} in the {said.sources.value} {cite} {what}: {words.stances_of(said)}. {words.review_status(said)}"


def _texts(dossier: ArticleDossier) -> Section:
    items = [_described(one) for one in dossier.described]
    items += [_step(step) for step in dossier.steps]
    if not dossier.described:
        items = [NOT_DESCRIBED]
    return Section("In the texts", (Items(tuple(items)),))


def _described(one: Described) -> str:
    chapter = f", of {one.chapter}" if one.chapter else ""
    note = f" {one.note}" if one.note else ""
    return f"{one.place.instrument_title}: {one.place.name}{chapter}. {_grade(one.grade)}.{note}"


def _step(step: Step) -> str:
    shown = show_step(step)
    note = f" {shown.note}" if shown.note else ""
    later = f"{shown.later.text}: {step.later.label}" if step.later else shown.later.label
    return f"{later}: {shown.how}, from {step.earlier.instrument} {step.earlier.name}. {_grade(step.grade)}.{note}"


def _grade(grade: EvidenceGrade) -> str:
    return f"Grade {grade.value}: {GRADE_WORDS[grade.value]}"


def _changes(dossier: ArticleDossier) -> Iterator[Section]:
    if dossier.changes:
        documents = {change.heard.document_title for change in dossier.changes}
        one_document = len(documents) == 1
        several = len({change.provision.id for change in dossier.changes}) > 1
        rows = tuple(
            (
                *([change.provision.name] if several else []),
                CHANGE_WORDS[change.kind.value],
                quoted(change.words),
                change.heard.speaker,
                words.place("" if one_document else change.heard.document_title, change.heard.paragraph),
            )
            for change in dossier.changes
        )
        columns = (*(["Provision"] if several else []), "Change", "In the words of the report", "Speakers", "Where")
        shown = (
            f"The first {len(dossier.changes)} of {dossier.changes_found:,}; all of them: --all."
            if len(dossier.changes) < dossier.changes_found
            else ""
        )
        caption = " ".join(filter(None, (shown, f"All in {documents.pop()}." if one_document else "")))
        yield Section("Changes proposed to the text", (Grid(columns, rows, caption),))


def _outcomes(dossier: ArticleDossier) -> Iterator[Section]:
    if dossier.outcomes:
        own = {str(one.place.id) for one in dossier.described}
        yield Section("What became of it", (), tuple(_outcome(one, own) for one in dossier.outcomes))


def _outcome(became: Became, own: set[str]) -> Section:
    shown = show_became(became)
    blocks: list[Block] = [Text(f"Asked: {shown.outcome.asked} {_capital(shown.outcome.meaning)} {_grade(became.grade)}.")]
    if became.provision and became.provision.id not in own:
        blocks.append(Text(f"Recorded for {became.provision.label} ({became.provision.instrument_title})."))
    blocks += [Text(text) for text in (shown.recalled, shown.outcome.note) if text]
    if became.facts:
        blocks.append(Items(tuple(f"{fact.text} ({_fact_grade(fact.grade)})" for fact in became.facts)))
    sources = (*became.sources, *(source for fact in became.facts for source in fact.sources))
    titles = dict.fromkeys(source.title for source in sources)
    blocks += [Text(f"{'Source' if len(titles) == 1 else 'Sources'}: {'; '.join(titles)}.")] if titles else []
    return Section(f"{shown.outcome.topic}: {shown.outcome.verdict[:1].lower()}{shown.outcome.verdict[1:]}", tuple(blocks))


def _fact_grade(grade: EvidenceGrade) -> str:
    return f"grade {grade.value}, {GRADE_WORDS[grade.value]}{' [unverified]' if grade is EvidenceGrade.M else ''}"


def _questions(questions: tuple[QuestionCount, ...]) -> Iterator[Section]:
    if questions:
        rows = tuple((one.number, _abridge(one.words), f"{one.direct:,}", f"{one.partial:,}", f"{one.of_these:,}") for one in questions)
        columns = ("No.", "Question", "Speak to it directly", "Speak to part of it", "Of those citing it")
        yield Section(
            "Guiding questions of its chapter",
            (Grid(columns, rows, "Statements that speak to each directly or to part of it, wherever they were made."),),
        )


def _abridge(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _ABRIDGED else f"{line[:_ABRIDGED].rpartition(' ')[0]} …"


def _themes(dossier: ArticleDossier) -> Iterator[Section]:
    if any(theme.statements or theme.elsewhere for theme in dossier.themes):
        rows = tuple((one.label, f"{one.statements:,}", f"{one.elsewhere or 0:,}", f"travaux theme {one.name}") for one in dossier.themes)
        caption = "Statements may speak to its matter without citing it: these are on themes that the thesaurus links to it."
        yield Section("On its themes", (Grid(("Theme", "Citing it", "Not citing it", "Read them with"), rows, caption),))


def missing_of(dossier: ArticleDossier) -> Iterator[str]:
    """Say what is missing, a sentence for each."""
    said = dossier.said
    yield from words.silent_meetings(said)
    if said.tallies and all(word is Prevalence.UNSPECIFIED for tally in said.tallies for word in tally.strongest):
        yield f"The {said.sources.value} do not say how widely any of it is held."
    if dossier.described and not dossier.steps:
        yield "Nothing on file tells where it went in a later text."
    if dossier.described and not dossier.outcomes:
        yield "No outcome is on file for what was asked of it."
    if unanswered := [one.number for one in dossier.questions if not one.direct and not one.partial]:
        yield f"No statement found that speaks to {'question' if len(unanswered) == 1 else 'questions'} {join(unanswered)}."
    if recalled := [one.place.label for one in dossier.described if one.grade is EvidenceGrade.M]:
        yield f"Not verified: {join(recalled)}."


def notes_of(dossier: ArticleDossier) -> tuple[str, ...]:
    """Say how the dossier is to be read."""
    notes = words.about(dossier.said, *[words.INFERRED] * words.is_inferred(dossier.said))
    return (*notes, *([NOT_CAUSE] if dossier.outcomes else []))

"""What does not add up in one document, by general checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from travaux.model.consultation import Attendance
from travaux.model.contents import Contents
from travaux.model.days import to_words
from travaux.model.document import Paragraph, Question
from travaux.model.finding import Finding
from travaux.model.identity import Id, digest, identifier, name_key
from travaux.model.schemes import DocumentKind, ReferenceKind, Severity
from travaux.model.text import Span
from travaux.reading.structure.attendance import adds_up
from travaux.reading.structure.dates import find_periods
from travaux.reading.structure.pairs import Unpaired, find_unpaired
from travaux.reading.structure.references import CitedProvision
from travaux.reading.structure.scope import Scope, squeeze

_NAMES = {"(": "parenthesis", ")": "parenthesis", "[": "bracket", "]": "bracket"}
# article 24 on conditions and safeguards · article 24 (“Conditions and safeguards”) · article 24, entitled “Conditions and safeguards”
_PRINTED_TITLE = re.compile(
    r"(?:\s+on\s+(?:the\s+)?(?P<on>[^,.;:()\n]{3,200})|,?\s*\(?(?:entitled\s+)?[“\"](?P<quoted>[^”\"\n]{3,200})[”\"])", re.IGNORECASE
)
# Where a title that no mark ends gives way to the sentence.
_SENTENCE_GOES_ON = re.compile(
    r"\s+(?:was|were|is|are|should|could|would|must|may|might|has|have|had|and\s+(?:draft\s+)?articles?|of\s+the\s+draft|by|which|that|who|as\s+well\s+as)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_EXCERPT = 60
# More marks without partner in one paragraph are no slips of writing.
_MOST_MARKS = 9


def check_document(scope: Scope, contents: Contents, cited: Sequence[CitedProvision]) -> tuple[Finding, ...]:
    """Return what does not add up in a document, check by check, each in reading order."""
    checks = (
        _check_attendance(scope, contents),
        _check_paragraph_numbers(scope, contents),
        _check_question_numbers(scope, contents),
        _check_pairs(scope, contents),
        _check_provisions(scope, cited),
        _check_titles(scope, cited),
        _check_date(scope, contents),
    )
    found = {finding.id: finding for check in checks for finding in check}
    return tuple(found.values())


def _finding(scope: Scope, check: str, severity: Severity, message: str, *spans: Span, subject: Id | None = None) -> Finding:
    return Finding(
        id=identifier("finding", check, digest(scope.document.id, check, *(span.id for span in spans), message)),
        check=check,
        severity=severity,
        message=message,
        document=scope.document.id,
        subject=subject or scope.document.id,
        spans=spans,
    )


def _check_attendance(scope: Scope, contents: Contents) -> Iterator[Finding]:
    """Add up the parts that a colon or "namely" leads to; parts that are only "included" must not exceed their total."""
    names = {paragraph.id: paragraph.label for paragraph in contents.paragraphs}
    figures = {figure.id: figure for figure in contents.attendance}
    parts_of: dict[Id, list[Attendance]] = {}
    for figure in contents.attendance:
        if figure.part_of:
            parts_of.setdefault(figure.part_of, []).append(figure)
    for key, parts in parts_of.items():
        total = figures[key]
        added = sum(part.count for part in parts)
        exact = adds_up(scope.text, total.span, parts[0].span)
        if (exact and added != total.count) or added > total.count:
            message = _attendance_message(names[total.paragraph], total, parts, added)
            yield _finding(scope, "attendance-sum", Severity.WARNING, message, total.span, *(part.span for part in parts), subject=total.id)


def _attendance_message(paragraph: str, total: Attendance, parts: Sequence[Attendance], added: int) -> str:
    summands = " + ".join(str(part.count) for part in parts)
    return f"{paragraph.capitalize()} gives {total.count} {total.category}, but the parts that it lists make {added} ({summands})."


def _check_paragraph_numbers(scope: Scope, contents: Contents) -> Iterator[Finding]:
    questions = {question.span.id for question in contents.questions}
    numbered = [paragraph for paragraph in contents.paragraphs if paragraph.number and paragraph.span.id not in questions]
    yield from _check_numbers(scope, "paragraph-numbering", "paragraph", numbered)


def _check_question_numbers(scope: Scope, contents: Contents) -> Iterator[Finding]:
    yield from _check_numbers(scope, "question-numbering", "question", contents.questions)


def _check_numbers(scope: Scope, check: str, noun: str, numbered: Sequence[Paragraph | Question]) -> Iterator[Finding]:
    """Look for numbers that do not count on by one, part by part; under another heading they may start again at 1."""
    for before, after in pairwise(numbered):
        first, second = before.number or "", after.number or ""
        stem, _, last = first.rpartition(".")
        other_stem, _, number = second.rpartition(".")
        if stem != other_stem or not (last.isdigit() and number.isdigit()) or int(number) == int(last) + 1:
            continue
        if number == "1" and before.section != after.section:
            continue
        if second == first:
            message = f"The number {second} is given to two {noun}s that follow each other."
        else:
            message = f"{noun.capitalize()} {first} is followed by {noun} {second}: the numbering {_slip(stem, int(last), int(number))}."
        yield _finding(scope, check, Severity.WARNING, message, before.span, after.span, subject=after.id)


def _slip(stem: str, first: int, second: int) -> str:
    if second < first:
        return "goes back"
    missing = [f"{stem}.{number}".lstrip(".") for number in range(first + 1, second)]
    return f"leaves out {missing[0]}" if len(missing) == 1 else f"leaves out {missing[0]} to {missing[-1]}"


def _check_pairs(scope: Scope, contents: Contents) -> Iterator[Finding]:
    questions = {question.span.id: question for question in contents.questions}
    for paragraph in contents.paragraphs:
        label = questions[paragraph.span.id].label if paragraph.span.id in questions else paragraph.label
        for unpaired in islice(find_unpaired(scope.text, paragraph.span.start, paragraph.span.end), _MOST_MARKS):
            span, message = _describe(scope, paragraph, label, unpaired)
            yield _finding(scope, "unbalanced-marks", Severity.NOTE, message, span, subject=paragraph.id)


def _describe(scope: Scope, paragraph: Paragraph, label: str, unpaired: Unpaired) -> tuple[Span, str]:
    start, end = paragraph.span.start, paragraph.span.end
    name = _NAMES.get(unpaired.mark, "quotation")
    if unpaired.opening:
        stop = _word_end(scope.text, unpaired.at, min(end, unpaired.at + _EXCERPT))
        span = scope.span(unpaired.at, max(stop, unpaired.at + 1))
        return span, f"In {label} a {name} opens and is not closed: {squeeze(span.quote)} …"
    first = max(start, unpaired.at - _EXCERPT)
    first = first if first == start else first + max(scope.text[first : unpaired.at].find(" "), 0)
    span = scope.span(first, unpaired.at + 1)
    return span, f"In {label} a {name} closes that was not opened: … {squeeze(span.quote)}"


def _word_end(text: str, start: int, end: int) -> int:
    """Return where the words of a mark end: before the next mark of its kind, or at the end of a word."""
    following = text.find(text[start], start + 1, end)
    if following > 0:
        return following
    space = text.rfind(" ", start, end)
    return space if space > start and end < len(text) and not text[end].isspace() else end


def _check_provisions(scope: Scope, cited: Sequence[CitedProvision]) -> Iterator[Finding]:
    """Look for citations of provisions that are not among those of their kind that the corpus lists, if it lists any."""
    listed = {ReferenceKind.ARTICLE: "article ", ReferenceKind.PREAMBULAR_PARAGRAPH: "preambular paragraph "}
    known = {kind: any(key.startswith(noun) for key in scope.context.provisions) for kind, noun in listed.items()}
    for citation in cited:
        reference = citation.reference
        if reference.provision is None and known[reference.kind]:
            message = f"The document cites {citation.key}, but the corpus lists no such provision of the instrument under discussion."
            yield _finding(scope, "unknown-provision", Severity.WARNING, message, reference.span, subject=reference.id)


def _check_titles(scope: Scope, cited: Sequence[CitedProvision]) -> Iterator[Finding]:
    """Compare titles printed with cited articles with those that the corpus knows, read without case and articles."""
    for citation in cited:
        known = scope.context.provision_titles.get(citation.key)
        printed = _PRINTED_TITLE.match(scope.text, citation.after)
        if known is None or printed is None:
            continue
        group = "quoted" if printed["quoted"] else "on"
        words = squeeze(printed[group])
        if _begins_with(words, known):
            continue
        shown = words if group == "quoted" else _SENTENCE_GOES_ON.sub("", words)
        message = f"The document gives {citation.key} the title “{shown}”; the corpus has “{known}”."
        span = scope.span(citation.reference.span.start, printed.start(group) + len(shown))
        yield _finding(scope, "provision-title", Severity.NOTE, message, span, subject=citation.reference.id)


def _begins_with(printed: str, title: str) -> bool:
    words, known = (name_key(text.lower().removeprefix("the ")) for text in (printed, title))
    return words == known or words.startswith(f"{known}-")


def _check_date(scope: Scope, contents: Contents) -> Iterator[Finding]:
    """Look for a report that is dated before the end of what it reports."""
    date, consultation = contents.header.date, scope.context.consultation
    if date is None or consultation is None or scope.document.kind is not DocumentKind.REPORT or date >= consultation.last_day:
        return
    message = (
        f"The report is dated {to_words(date)}, before the end of the consultation that it reports, {to_words(consultation.last_day)}."
    )
    printed = (scope.span(period.start, period.end) for period in find_periods(scope.text) if period.first_day == date)
    yield _finding(scope, "report-date", Severity.WARNING, message, *islice(printed, 1), subject=contents.header.id)

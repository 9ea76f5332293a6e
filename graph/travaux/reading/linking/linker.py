"""Linking statements to themes and guiding questions, with the reason of every link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from travaux.model.argument import Link, Statement
from travaux.model.contents import Contents
from travaux.model.identity import Id, child, digest
from travaux.model.responses import Response
from travaux.reading.linking.calibration import Calibration, read_calibration
from travaux.reading.linking.context import Surroundings, Topic
from travaux.reading.linking.evidence import Found, Place
from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.questions import Answered, Profile, QuestionReader
from travaux.reading.linking.themes import ThemeReader
from travaux.reading.linking.words import read_words

_LEAST_QUESTION = 0.17
_PART_OF_BEST_QUESTION = 0.7
_LEAST_PARTIAL = 0.1
_PART_OF_BEST_PARTIAL = 0.3
_MOST_QUESTIONS = 2
_MOST_PARTIAL = 2
_CACHED_TEXTS = 4096
# How sure it is that what stands in the answer to a question answers it: people write in the wrong box, but not often.
_ANSWERED = 0.95
_LONGEST_REASON = 80
# What is left of the themes of the statement before, for one that shows none of its own.
_CONTINUED = 0.6
# By how much a sure sign in what is said lowers signs around it.
_SAID_OVER_CONTEXT = 0.5
_THEME_REASONS = {
    "theme-in-content": "says",
    "theme-in-context": "stands with",
    "theme-of-topic": "stands under",
    "theme-of-provision": "cites",
    "theme-continued": "continues a statement with",
}


@dataclass(frozen=True, slots=True)
class Linked:
    """Statements in the order given, with themes and questions, and one link for each of these."""

    statements: tuple[Statement, ...]
    links: tuple[Link, ...]


def link_statements(statements: Sequence[Statement], contents: Contents, knowledge: Knowledge) -> Linked:
    """Link the statements of one document to the themes and questions of its corpus.

    ``themes`` (1 to 4, the best first; none only if nothing speaks for any), ``questions`` and ``partial_questions`` are set anew; what
    the statement cites is taken as it is. Questions are those of the document's own consultation, and those of other consultations only
    if its own has none; what stands in an answer answers what was asked, and others at most in part. ``contents`` must be those of the
    document that the statements are from.
    """
    return Linker(knowledge).link(statements, contents)


class Linker:
    """Links the statements of many documents of one corpus; as ``link_statements``, with the knowledge prepared once."""

    def __init__(self, knowledge: Knowledge, calibration: Calibration | None = None) -> None:
        self._themes = ThemeReader(knowledge.themes)
        self._questions = QuestionReader(knowledge, self._themes)
        self._calibration = calibration or read_calibration()
        self._words = lru_cache(_CACHED_TEXTS)(read_words)

    def link(self, statements: Sequence[Statement], contents: Contents) -> Linked:
        """Link the statements of one document."""
        surroundings = Surroundings(contents, statements)
        asked = self._asked(contents)
        answers = {one.id: one for one in contents.responses}
        responses = {one.id: answers[one.response] for one in contents.paragraphs if one.response}
        linked: list[Statement] = []
        links: list[Link] = []
        before: Sequence[Found] = ()
        paragraph: Id | None = None
        for statement in statements:
            topic = surroundings.topic(statement)
            before = self._find_themes(
                statement, topic, surroundings.sentence(statement), before if statement.paragraph == paragraph else ()
            )
            paragraph = statement.paragraph
            themes = self._themes.choose(before)
            direct, partial = self._find_questions(statement, before, topic, asked)
            answered = responses.get(statement.paragraph)
            if answered is not None:
                direct, partial = [], [one for one in (*direct, *partial) if one.profile.question.id != answered.question][:_MOST_PARTIAL]
                links.append(_answer_link(statement, answered))
            linked.append(_set(statement, themes, direct, partial, answered))
            links += [self._theme_link(statement, found) for found in themes]
            links += [self._question_link(statement, answered, before) for answered in (*direct, *partial)]
        return Linked(tuple(linked), tuple(links))

    def _asked(self, contents: Contents) -> tuple[Profile, ...]:
        """Choose the questions to look among: those of the document's own consultation, or all if it has none."""
        document, profiles = contents.document, self._questions.profiles
        own = tuple(
            profile
            for profile in profiles
            if profile.question.document == document.id or profile.question.consultation == (document.consultation or document.id)
        )
        return own or profiles

    def _find_themes(self, statement: Statement, topic: Topic, sentence: str, before: Sequence[Found]) -> list[Found]:
        read, signs = self._words, self._themes.signs
        grounds = [span.quote for span in (statement.rationale, statement.condition, statement.contrast) if span is not None]
        said = [*signs(read(statement.span.quote), Place.CONTENT), *signs(read(statement.claim), Place.CLAIM)]
        around = [
            *(sign for text in grounds for sign in signs(read(text), Place.GROUNDS)),
            *signs(read(sentence), Place.SENTENCE),
            *(signs(read(topic.title), Place.TOPIC) if topic.title else ()),
        ]
        cited = self._themes.provision_signs(statement.provisions)
        left = 1.0 - _SAID_OVER_CONTEXT * max((sign.strength for sign in (*said, *cited)), default=0.0)
        found = [*said, *cited, *(replace(sign, strength=sign.strength * left) for sign in around)]
        own = self._themes.weigh(found)
        if before and (not own or own[0].score <= Place.TOPIC):
            continued = [replace(item.evidence, rule="theme-continued", strength=item.score * _CONTINUED) for item in before]
            own = self._themes.weigh([*found, *continued])
        return own

    def _find_questions(
        self, statement: Statement, found: Sequence[Found], topic: Topic, asked: Sequence[Profile]
    ) -> tuple[list[Answered], list[Answered]]:
        """Find the questions that the statement answers, and those that it answers in part."""
        ranked = self._questions.compare(statement, found, topic, asked)
        if not ranked:
            return [], []
        best = ranked[0].score
        least, partly = max(_LEAST_QUESTION, best * _PART_OF_BEST_QUESTION), max(_LEAST_PARTIAL, best * _PART_OF_BEST_PARTIAL)
        direct = [item for item in ranked[:_MOST_QUESTIONS] if item.score >= least]
        rest = ranked[len(direct) : len(direct) + _MOST_PARTIAL]
        return direct, [item for item in rest if item.score >= partly]

    def _theme_link(self, statement: Statement, found: Found) -> Link:
        theme = self._themes.themes[found.theme]
        reason = f"{_THEME_REASONS[found.evidence.rule]} “{found.evidence.words}”, a sign of “{theme.pref_label}”"
        return _link(statement, found.theme, reason, found.evidence.rule, self._calibration.theme(found.score))

    def _question_link(self, statement: Statement, answered: Answered, found: Sequence[Found]) -> Link:
        question = answered.profile.question
        shared = self._questions.shared(answered, found)
        name = self._themes.themes[shared].pref_label if shared else None
        rule, reason = _question_reason(answered, name)
        return _link(statement, question.id, reason, rule, self._calibration.question(answered.score))


def _question_reason(answered: Answered, shared: str | None) -> tuple[str, str]:
    """Name the kind of evidence for a question and say it in a clause."""
    profile = answered.profile
    under = f", chapter {profile.title}" if profile.title and answered.same_chapter else ""
    if shared is not None and answered.concept >= answered.wording:
        return "question-by-theme", f"shares “{shared}” with {profile.question.label}{under}"
    if answered.wording:
        return "question-by-wording", f"shares words with {profile.question.label}{under}"
    return "question-by-chapter", f"is about the chapter that {profile.question.label} asks about{under}"


def _answer_link(statement: Statement, response: Response) -> Link:
    """Say that a statement stands in the answer to a question: the table tells so, and no likeness of words."""
    reason = f"stands in the answer to “{_shortened(response.label)}”"
    return _link(statement, response.question, reason, "answer-to-question", _ANSWERED)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON].rstrip()}…"


def _set(
    statement: Statement, themes: Sequence[Found], direct: Sequence[Answered], partial: Sequence[Answered], response: Response | None
) -> Statement:
    return replace(
        statement,
        themes=tuple(found.theme for found in themes),
        questions=(response.question,) if response else tuple(answered.profile.question.id for answered in direct),
        partial_questions=tuple(answered.profile.question.id for answered in partial),
    )


def _link(statement: Statement, target: Id, reason: str, rule: str, confidence: float) -> Link:
    identity = child(statement.id, "link", digest(target))
    return Link(
        id=identity, document=statement.document, statement=statement.id, linked_to=target, reason=reason, rule=rule, confidence=confidence
    )

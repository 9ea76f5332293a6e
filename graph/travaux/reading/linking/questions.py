"""Which guiding questions a statement answers."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.model.argument import Statement
from travaux.model.document import Question
from travaux.model.identity import Id, name_key
from travaux.reading.linking.context import Topic
from travaux.reading.linking.evidence import Found, Place
from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.themes import ThemeReader
from travaux.reading.linking.words import read_words

# The score of a question is the logistic function of a sum: of how alike its themes and words are to the statement's (0 to 1 each), of
# standing under the same chapter, and there of asking openly, or of asking about the chapter as a whole when the statement speaks of it.
_CONCEPT = 6.5
_WORDING = 4.2
_CHAPTER = 2.6
_OPEN = 2.0
_GENERAL = 1.3
_BASE = -5.5
# What a question asks beyond its themes: without it, a question with one weak theme would be nothing but that theme.
_BEYOND = 0.3
# How much less a theme says that all questions of a chapter share, against one that a single question has.
_SHARED_IN_CHAPTER = 0.7
# What follows is the purpose of a question, or a second one, and not its subject.
_ASIDE = re.compile(r",\s+to\b|,\s+and\s+(?:which|what|how)\b|\b(?:in order to|so as to|with a view to|aimed at|aiming at|while|given)\b", re.IGNORECASE)
_ASKS_MEASURES = re.compile(r"\b(?:what|which)\b[^?]{0,60}\bmeasures\b", re.IGNORECASE)
_ASKS_WHOLE = re.compile(r"\b(?:what|which)\b[^?]{0,60}\b(?:elements|aspects|provisions)\b|\bthis chapter\b", re.IGNORECASE)
_SPEAKS_OF_WHOLE = re.compile(r"\b(?:chapter|provisions|elements?|aspects?|components?)\b", re.IGNORECASE)
# A question about a broader theme than the statement's, about a narrower one, about a related one.
_BROADER = 0.7
_NARROWER = 0.3
_RELATED = 0.35


@dataclass(frozen=True, slots=True)
class Profile:
    """A question as the linking sees it.

    ``themes`` are scores of its own words, ``weights`` the same by how few questions of the chapter share the theme. ``whole`` tells that
    it asks about its chapter as a whole, ``open`` that it does or asks for any measures; ``title`` is that of its section.
    """

    question: Question
    themes: Mapping[Id, float]
    weights: Mapping[Id, float]
    words: frozenset[str]
    whole: bool
    open: bool
    title: str | None

    def stands_under(self, topic: Topic) -> bool:
        """Tell whether a topic is the chapter of the question, by the instrument or by its title."""
        if topic.chapter is not None and self.question.chapter is not None:
            return topic.chapter == self.question.chapter
        return topic.title is not None and self.title is not None and name_key(topic.title) == name_key(self.title)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that a statement may answer: its score (0 to 1) and what they share."""

    profile: Profile
    score: float
    concept: float
    wording: float
    same_chapter: bool
    shared: Id | None


class QuestionReader:
    """Compares statements to the questions of a corpus; made once."""

    def __init__(self, knowledge: Knowledge, themes: ThemeReader) -> None:
        self._themes = themes
        self._related: dict[Id, set[Id]] = defaultdict(set)
        for theme in knowledge.themes:
            for other in theme.related:
                self._related[theme.id].add(other)
                self._related[other].add(theme.id)
        titles = {section.id: section.title for section in knowledge.sections}
        profiles = [_profile(question, titles.get(question.section or question.id), themes) for question in knowledge.questions]
        self.profiles = tuple(replace(profile, weights=_weights(profile, profiles)) for profile in profiles)
        words = Counter(stem for profile in self.profiles for stem in profile.words)
        count = max(len(self.profiles), 1)
        self._weight = {stem: math.log(1 + count / seen) for stem, seen in words.items()}
        self._unseen = math.log(1 + count)

    def compare(self, statement: Statement, found: Sequence[Found], topic: Topic, among: Iterable[Profile]) -> list[Answered]:
        """Score the questions among which to look, the best first."""
        near = self._near(found)
        stems = frozenset(read_words(f"{statement.span.quote} {statement.claim}").stems)
        length = math.sqrt(sum(self._weight.get(stem, self._unseen) ** 2 for stem in stems))
        of_whole = _SPEAKS_OF_WHOLE.search(statement.span.quote) is not None
        answered = []
        for profile in among:
            concept, shared = _likeness(profile, near)
            wording = self._wording(profile, stems, length)
            same = profile.stands_under(topic)
            evidence = _CONCEPT * concept + _WORDING * wording + same * (_CHAPTER + _OPEN * profile.open + _GENERAL * (profile.whole and of_whole))
            answered.append(Answered(profile, 1 / (1 + math.exp(-evidence - _BASE)), concept, wording, same, shared))
        return sorted(answered, key=lambda item: (-item.score, item.profile.question.order, item.profile.question.id))

    def _near(self, found: Sequence[Found]) -> dict[Id, tuple[float, Id]]:
        """Spread the themes of a statement to their neighbours: how near each theme is, and by which own theme."""
        near: dict[Id, tuple[float, Id]] = {}
        for item in found:
            theme = self._themes.themes[item.theme]
            reached = [(item.theme, 1.0), *((other, _BROADER) for other in theme.broader), *((other, _RELATED) for other in self._related[item.theme])]
            for other, part in reached:
                if near.get(other, (0.0, ""))[0] < item.score * part:
                    near[other] = (item.score * part, item.theme)
        return near

    def _wording(self, profile: Profile, stems: frozenset[str], length: float) -> float:
        common = sum(self._weight[stem] ** 2 for stem in profile.words & stems)
        theirs = math.sqrt(sum(self._weight[stem] ** 2 for stem in profile.words))
        return common / (length * theirs) if common else 0.0


def _likeness(profile: Profile, near: Mapping[Id, tuple[float, Id]]) -> tuple[float, Id | None]:
    """Compare themes as directions (cosine); also name the statement's theme that counts most."""
    shared = {theme: near[theme][0] * weight for theme, weight in profile.weights.items() if theme in near}
    if not shared:
        return 0.0, None
    mine = math.sqrt(sum(score**2 for score, _theme in near.values()))
    theirs = math.sqrt(_BEYOND + sum(weight**2 for weight in profile.weights.values()))
    best = max(sorted(shared), key=shared.__getitem__)
    return sum(shared.values()) / (mine * theirs), near[best][1]


def _profile(question: Question, title: str | None, themes: ThemeReader) -> Profile:
    text = question.span.quote
    words, aside = read_words(text), _ASIDE.search(text)
    focus, rest = (text[: aside.start()], text[aside.start() :]) if aside else (text, "")
    signs = [
        *themes.signs(read_words(focus), Place.CONTENT),
        *themes.signs(read_words(rest), Place.GROUNDS),
        *(themes.signs(read_words(title), Place.TOPIC) if title else ()),
    ]
    scores = {item.theme: item.score for item in themes.weigh(signs)}
    whole = _ASKS_WHOLE.search(text) is not None
    return Profile(question, scores, scores, frozenset(words.stems), whole, whole or _ASKS_MEASURES.search(text) is not None, title)


def _weights(profile: Profile, profiles: Sequence[Profile]) -> dict[Id, float]:
    """Weigh the themes of a question by how few questions under the same heading share them."""
    beside = [other for other in profiles if (other.question.chapter, other.title) == (profile.question.chapter, profile.title)]
    if len(beside) == 1:
        return dict(profile.themes)
    sharing = Counter(theme for other in beside for theme in other.themes)
    return {
        theme: score * (1 - _SHARED_IN_CHAPTER * math.log(sharing[theme]) / math.log(len(beside))) for theme, score in profile.themes.items()
    }

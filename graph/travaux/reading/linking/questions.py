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
from travaux.model.theme import Theme
from travaux.reading.linking.context import Topic
from travaux.reading.linking.evidence import Found, Place
from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.themes import ThemeReader
from travaux.reading.linking.words import read_words

# The score of a question is the logistic function of a sum: of how alike its themes and words are to the statement's (0 to 1 each), of
# standing under the same chapter, and there of asking about the chapter as a whole (more if the statement speaks of it) or for measures.
_CONCEPT = 6.5
_WORDING = 4.2
_CHAPTER = 2.6
_WHOLE = 1.5
_WHOLE_OF_WHOLE = 3.0
_MEASURES = 2.2
_BASE = -5.5
# What a question asks beyond its themes: without it, a question with one weak theme would be nothing but that theme.
_BEYOND = 0.3
# How much less a theme says that all questions of a chapter share, against one that a single question has.
_SHARED_IN_CHAPTER = 0.7
# What follows is the purpose of a question, or a second one, and not its subject.
_ASIDE = re.compile(
    r",\s+to\b|,\s+and\s+(?:which|what|how)\b|\b(?:in order to|so as to|with a view to|aimed at|aiming at|while|given)\b", re.IGNORECASE
)
_ASKS_MEASURES = re.compile(r"\b(?:what|which)\b[^?]{0,60}\bmeasures\b", re.IGNORECASE)
_ASKS_WHOLE = re.compile(r"\b(?:what|which)\b[^?]{0,60}\b(?:elements|aspects|provisions)\b|\bthis chapter\b", re.IGNORECASE)
_SPEAKS_OF_WHOLE = re.compile(r"\b(?:chapter|provisions|elements?|aspects?|components?)\b", re.IGNORECASE)
# How much a theme bears on its broader and on its related themes.
_BROADER = 0.7
_RELATED = 0.35


@dataclass(frozen=True, slots=True)
class Profile:
    """A question as the linking sees it.

    ``themes`` are scores of its own words, ``weights`` the same by how few questions of the chapter share the theme. ``whole`` tells that
    it asks about its chapter as a whole, ``measures`` that it asks for any measures; ``title`` is that of its section.
    """

    question: Question
    themes: Mapping[Id, float]
    weights: Mapping[Id, float]
    words: frozenset[str]
    whole: bool
    measures: bool
    title: str | None

    def stands_under(self, topic: Topic) -> bool:
        """Tell whether a topic is the chapter of the question, by the instrument or by its title."""
        if topic.chapter is not None and self.question.chapter is not None:
            return topic.chapter == self.question.chapter
        return topic.title is not None and self.title is not None and name_key(topic.title) == name_key(self.title)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that a statement may answer: its score, and how alike themes and words are (0 to 1 each)."""

    profile: Profile
    score: float
    concept: float
    wording: float
    same_chapter: bool


class QuestionReader:
    """Compares statements to the questions of a corpus; made once."""

    def __init__(self, knowledge: Knowledge, themes: ThemeReader) -> None:
        self._reached = _reached(knowledge.themes)
        titles = {section.id: section.title for section in knowledge.sections}
        profiles = [_profile(question, titles.get(question.section or question.id), themes) for question in knowledge.questions]
        self.profiles = tuple(replace(profile, weights=_weights(profile, profiles)) for profile in profiles)
        words = Counter(stem for profile in self.profiles for stem in profile.words)
        self._rarity = {stem: math.log(1 + len(profiles) / seen) for stem, seen in words.items()}
        self._unseen = math.log(1 + len(profiles))
        self._asking = _holders({profile.question.id: profile.weights for profile in self.profiles}, beyond=_BEYOND)
        self._wording = _holders(
            {profile.question.id: {stem: self._rarity[stem] for stem in sorted(profile.words)} for profile in self.profiles}
        )

    def compare(self, statement: Statement, found: Sequence[Found], topic: Topic, among: Iterable[Profile]) -> list[Answered]:
        """Score the questions among which to look, the best first."""
        near = self._near(found)
        alike = _cosines({theme: score for theme, (score, _by) in near.items()}, self._asking)
        stems = sorted(set(read_words(f"{statement.span.quote} {statement.claim}").stems))
        wordings = _cosines({stem: self._rarity.get(stem, self._unseen) for stem in stems}, self._wording)
        answered = []
        for profile in among:
            concept, wording = alike.get(profile.question.id, 0.0), wordings.get(profile.question.id, 0.0)
            same = profile.stands_under(topic)
            known = same * (_CHAPTER + _asking(profile, statement.span.quote))
            score = 1 / (1 + math.exp(-_CONCEPT * concept - _WORDING * wording - known - _BASE))
            answered.append(Answered(profile, score, concept, wording, same))
        return sorted(answered, key=lambda item: (-item.score, item.profile.question.order, item.profile.question.id))

    def shared(self, answered: Answered, found: Sequence[Found]) -> Id | None:
        """Name the theme of a statement that counts most for a question, if any does."""
        near = self._near(found)
        shared = [(near[theme][0] * weight, theme) for theme, weight in answered.profile.weights.items() if theme in near]
        return near[max(shared)[1]][1] if shared else None

    def _near(self, found: Sequence[Found]) -> dict[Id, tuple[float, Id]]:
        """Spread the themes of a statement to their neighbours: how near each theme is, and by which own theme."""
        near: dict[Id, tuple[float, Id]] = {}
        for item in found:
            for other, part in self._reached[item.theme]:
                if near.get(other, (0.0, ""))[0] < item.score * part:
                    near[other] = (item.score * part, item.theme)
        return near


def _asking(profile: Profile, quote: str) -> float:
    """Weigh how openly a question asks: about its chapter as a whole, or for any measures, but no measure is a word on the whole."""
    if _SPEAKS_OF_WHOLE.search(quote):
        return _WHOLE_OF_WHOLE * profile.whole
    return _WHOLE * profile.whole + _MEASURES * profile.measures


def _reached(themes: Iterable[Theme]) -> dict[Id, list[tuple[Id, float]]]:
    """Tell for each theme which themes it bears on, and how much: itself, the broader ones, the related ones."""
    reached: dict[Id, list[tuple[Id, float]]] = defaultdict(list)
    for theme in themes:
        reached[theme.id] += [(theme.id, 1.0), *((other, _BROADER) for other in theme.broader)]
        for other in theme.related:
            reached[theme.id].append((other, _RELATED))
            reached[other].append((theme.id, _RELATED))
    return reached


Holders = Mapping[str, list[tuple[Id, float]]]
"""For each theme or word, the questions that have it, with its part in the direction of that question (of length 1)."""


def _holders(vectors: Mapping[Id, Mapping[Id, float]] | Mapping[Id, Mapping[str, float]], beyond: float = 0.0) -> Holders:
    holders: dict[str, list[tuple[Id, float]]] = defaultdict(list)
    for question, vector in vectors.items():
        length = math.sqrt(beyond + sum(weight**2 for weight in vector.values())) or 1.0
        for key, weight in vector.items():
            holders[key].append((question, weight / length))
    return holders


def _cosines(vector: Mapping[str, float], holders: Holders) -> dict[Id, float]:
    """Compare a vector to all questions that share anything with it."""
    length = math.sqrt(sum(weight**2 for weight in vector.values())) or 1.0
    sums: dict[Id, float] = defaultdict(float)
    for key, weight in vector.items():
        for question, part in holders.get(key, ()):
            sums[question] += weight * part
    return {question: total / length for question, total in sums.items()}


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
    return Profile(question, scores, scores, frozenset(words.stems), whole, not whole and _ASKS_MEASURES.search(text) is not None, title)


def _weights(profile: Profile, profiles: Sequence[Profile]) -> dict[Id, float]:
    """Weigh the themes of a question by how few questions under the same heading share them."""
    beside = [other for other in profiles if (other.question.chapter, other.title) == (profile.question.chapter, profile.title)]
    if len(beside) == 1:
        return dict(profile.themes)
    sharing = Counter(theme for other in beside for theme in other.themes)
    return {
        theme: score * (1 - _SHARED_IN_CHAPTER * math.log(sharing[theme]) / math.log(len(beside)))
        for theme, score in profile.themes.items()
    }

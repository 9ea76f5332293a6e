"""Which guiding questions a statement answers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from travaux.model.document import Question
from travaux.model.identity import Id, name_key
from travaux.reading.linking.context import Topic
from travaux.reading.linking.evidence import Found, Place, combine
from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.themes import ThemeReader
from travaux.reading.linking.words import Words, read_words

# Of the score of a question: shared themes, same chapter, same words, being asked of the chapter as a whole.
_CONCEPT = 0.5
_CHAPTER = 0.25
_WORDING = 0.25
_WHOLE = 0.12
# A question about a broader theme than the statement's, about a narrower one, about a related one.
_BROADER = 0.7
_NARROWER = 0.3
_RELATED = 0.35


@dataclass(frozen=True, slots=True)
class Profile:
    """A question as the linking sees it.

    ``themes`` are scores of its own words; ``whole`` tells that it asks about its chapter as a whole; ``title`` is that of its section.
    """

    question: Question
    themes: Mapping[Id, float]
    words: Counter[str]
    whole: bool
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
    chapter: bool
    shared: Id | None


class QuestionReader:
    """Compares statements to the questions of a corpus; made once."""

    def __init__(self, knowledge: Knowledge, themes: ThemeReader) -> None:
        self._themes = themes
        titles = {section.id: section.title for section in knowledge.sections}
        self.profiles = tuple(_profile(question, titles.get(question.section) if question.section else None, themes)
                              for question in knowledge.questions)
        frequency = Counter(theme for profile in self.profiles for theme in profile.themes)
        words = Counter(stem for profile in self.profiles for stem in profile.words)
        count = max(len(self.profiles), 1)
        self._rarity = {theme: _rarity(seen, count) for theme, seen in frequency.items()}
        self._weight = {stem: math.log(1 + count / seen) for stem, seen in words.items()}
        self._unseen = math.log(1 + count)

    def compare(self, found: Sequence[Found], words: Words, topic: Topic, among: Iterable[Profile]) -> list[Answered]:
        """Score the questions among which to look, the best first."""
        near = self._near(found)
        stems = Counter(words.stems)
        answered = [self._compare(profile, near, stems, topic) for profile in among]
        return sorted(answered, key=lambda item: (-item.score, item.profile.question.order, item.profile.question.id))

    def _near(self, found: Sequence[Found]) -> dict[Id, tuple[float, Id]]:
        """Spread the themes of a statement to their neighbours: how near each theme is, and by which own theme."""
        near: dict[Id, tuple[float, Id]] = {}
        for item in found:
            theme = self._themes.themes[item.theme]
            reached = [(item.theme, 1.0), *((other, _BROADER) for other in theme.broader), *((other, _RELATED) for other in theme.related)]
            for other, part in reached:
                if near.get(other, (0.0, ""))[0] < item.score * part:
                    near[other] = (item.score * part, item.theme)
        return near

    def _compare(self, profile: Profile, near: Mapping[Id, tuple[float, Id]], stems: Counter[str], topic: Topic) -> Answered:
        shared = {theme: near[theme][0] * score * self._rarity[theme] for theme, score in profile.themes.items() if theme in near}
        best = max(shared, key=lambda theme: (shared[theme], theme), default=None)
        concept = combine(shared.values())
        wording = self._wording(profile, stems)
        same = profile.stands_under(topic)
        score = _CONCEPT * concept + _CHAPTER * same + _WORDING * wording + _WHOLE * (same and profile.whole)
        return Answered(profile, min(score, 1.0), concept, wording, same, near[best][1] if best else None)

    def _wording(self, profile: Profile, stems: Counter[str]) -> float:
        common = sum(self._weight[stem] ** 2 for stem in profile.words.keys() & stems.keys())
        if not common:
            return 0.0
        mine = sum(self._weight.get(stem, self._unseen) ** 2 for stem in stems)
        theirs = sum(self._weight[stem] ** 2 for stem in profile.words)
        return common / math.sqrt(mine * theirs)


def _profile(question: Question, title: str | None, themes: ThemeReader) -> Profile:
    words = read_words(question.span.quote)
    signs = themes.signs(words, Place.CONTENT)
    found = themes.weigh([*signs, *(themes.signs(read_words(title), Place.TOPIC) if title else ())])
    return Profile(question, {item.theme: item.score for item in found}, Counter(words.stems), "chapter" in words.forms, title)


def _rarity(seen: int, count: int) -> float:
    """Weigh a theme by how few questions are about it: 1 for a single one, down to a half for all of them."""
    return 1.0 if count <= 1 else 1.0 - 0.5 * math.log(seen) / math.log(count)

"""From the places of phrases to ranked candidates for themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from travaux.analysis.discovery.c_value import Words
from travaux.analysis.discovery.candidates import Candidate, Near, Place
from travaux.analysis.discovery.contents import Content, Paragraph
from travaux.analysis.discovery.keyness import Keyness, find_keyness
from travaux.model.identity import Id

_MANY = 2
"""With fewer statements a theme that all of them have is no hint at a broader one."""


class Mention(NamedTuple):
    """A phrase at one place: its words as printed, its characters in the document, the sentence by its number, and who says it.

    ``said_in`` are the statements, by their numbers, whose own words hold the phrase.
    """

    text: str
    start: int
    end: int
    sentence: int
    said_in: tuple[int, ...]


class Told(NamedTuple):
    """A sentence: its paragraph, and its characters in the document."""

    paragraph: Paragraph
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words the statements of each consultation have, and the rest of the documents; how often phrases stand in the rest.

    ``None`` stands for documents of no consultation.
    """

    words: Mapping[str | None, int]
    words_of_rest: int = 0
    in_rest: Mapping[Words, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """What candidates are ranked on: the statements and sentences that mentions point to by number, counts, and names of themes."""

    contents: Sequence[Content]
    sentences: Sequence[Told]
    counts: Counts
    theme_names: Mapping[str, str]
    themes: Mapping[str, int]

    @classmethod
    def of(cls, contents: Sequence[Content], sentences: Sequence[Told], counts: Counts, theme_names: Mapping[str, str]) -> Ground:
        """Lay the ground, with the number of statements of each theme."""
        return cls(contents, sentences, counts, theme_names, Counter(theme for content in contents for theme in content.themes))


def select_frequent(mentions: Mapping[Words, Sequence[Mention]], occurrences: int, statements: int) -> list[Words]:
    """Select the phrases that occur so often, in so many statements; sorted."""
    return sorted(
        words
        for words, found in mentions.items()
        if len(found) >= occurrences and len({said for mention in found for said in mention.said_in}) >= statements
    )


def rank(values: Mapping[Words, float], keyness: Mapping[Words, Keyness | None]) -> list[Words]:
    """Sort phrases: the highest C-value first, of equal ones the one that is more telling against the rest, then by their words."""
    return sorted(values, key=lambda words: (-round(values[words], 6), -_overuse(keyness.get(words)), words))


def _overuse(found: Keyness | None) -> float:
    return found.log_likelihood if found and found.log_ratio > 0 else 0.0


def to_candidate(words: Words, value: float, mentions: Sequence[Mention], ground: Ground, inner: tuple[str, str] | None) -> Candidate:
    """Put together what is known of a phrase; ``inner`` is a theme whose words it holds, by its IRI, and these words."""
    said_in = sorted({said for mention in mentions for said in mention.said_in})
    near = tuple(_near(said_in, ground))
    by_meeting = Counter(ground.sentences[mention.sentence].paragraph.consultation for mention in mentions)
    key_in, against_others = _key_consultation(by_meeting, ground.counts)
    broader = next((one for one in near if one.iri == inner[0]), None) if inner else _broadest(near, len(said_in))
    if inner and broader is None:
        broader = _to_near(inner[0], 0, ground)
    wordings = [text for text, _ in sorted(Counter(_spelled(one.text) for one in mentions).items(), key=lambda pair: (-pair[1], *pair))]
    return Candidate(
        phrase=wordings[0],
        wordings=tuple(wordings),
        c_value=round(value, 4),
        occurrences=len(mentions),
        statements=len(said_in),
        consultations=tuple(sorted(meeting for meeting in by_meeting if meeting)),
        against_rest=find_rest_keyness(words, len(mentions), ground.counts),
        key_in=key_in,
        against_others=against_others,
        broader=broader,
        broader_words=inner[1] if inner else None,
        themes=near,
        places=tuple(_places(mentions, ground)),
    )


def find_rest_keyness(words: Words, occurrences: int, counts: Counts) -> Keyness | None:
    """Compare the statements with the rest of the documents."""
    return find_keyness(occurrences, sum(counts.words.values()), counts.in_rest.get(words, 0), counts.words_of_rest)


def _spelled(text: str) -> str:
    """Write a phrase on one line, in lower case but for abbreviations."""
    return " ".join(word if word.isupper() else word.lower() for word in text.split())


def _near(said_in: Iterable[int], ground: Ground) -> Iterable[Near]:
    shared = Counter(theme for said in said_in for theme in ground.contents[said].themes)
    for iri, statements in sorted(shared.items(), key=lambda pair: (-pair[1], ground.themes[pair[0]], pair[0])):
        yield _to_near(iri, statements, ground)


def _to_near(iri: str, statements: int, ground: Ground) -> Near:
    identity = Id(f"theme/{iri.rpartition('/theme/')[2]}")
    return Near(iri=iri, theme=identity, name=ground.theme_names.get(iri, identity), statements=statements, of=ground.themes.get(iri, 0))


def _broadest(near: Sequence[Near], statements: int) -> Near | None:
    """Take the theme that most statements share, of several the one with the fewest others, if at least half of them share it."""
    return next((one for one in near if one.statements >= _MANY and 2 * one.statements >= statements), None)


def _key_consultation(by_meeting: Mapping[str | None, int], counts: Counts) -> tuple[str | None, Keyness | None]:
    """Find the consultation in which a phrase is most telling against all others; none if there is no other."""
    occurrences, words = sum(by_meeting.values()), sum(counts.words.values())
    best: tuple[str | None, Keyness | None] = (None, None)
    for meeting in sorted(one for one in by_meeting if one):
        here, own = by_meeting[meeting], counts.words.get(meeting, 0)
        found = find_keyness(here, own, occurrences - here, words - own)
        if found and found.log_ratio > 0 and (best[1] is None or found.log_likelihood > best[1].log_likelihood):
            best = meeting, found
    return best


def _places(mentions: Sequence[Mention], ground: Ground) -> Iterable[Place]:
    told = ((ground.sentences[mention.sentence], mention) for mention in mentions)
    for sentence, mention in sorted(told, key=lambda pair: (pair[0].paragraph.document, pair[1].start, pair[1].end)):
        text, begin = sentence.paragraph.text, sentence.paragraph.start
        yield Place(
            document=sentence.paragraph.document.rpartition("/document/")[2],
            document_title=sentence.paragraph.document_title,
            consultation=sentence.paragraph.consultation,
            paragraph=sentence.paragraph.number,
            start=mention.start,
            end=mention.end,
            words=text[mention.start - begin : mention.end - begin],
            sentence=text[sentence.start - begin : sentence.end - begin],
        )

"""Searching a corpus for themes that its thesaurus lacks: the words of its graph, read as noun phrases, compared, and ranked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.analysis.discovery import (
    Candidates,
    Content,
    Counts,
    Ground,
    Mention,
    Paragraph,
    Searched,
    Told,
    find_always_inside,
    find_c_values,
    find_contents,
    find_names,
    find_paragraphs,
    find_rest_keyness,
    find_theme_names,
    rank,
    select_frequent,
    to_candidate,
)
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import find_title
from travaux.model.corpus import Corpus
from travaux.model.store import Store
from travaux.pipeline.bench import lexicon_files
from travaux.pipeline.progress import Progress, silent
from travaux.rdf.candidate_themes import DECLINED, read_declined
from travaux.rdf.lexicon import read_lexicon
from travaux.rdf.themes import FILE, read_themes
from travaux.reading.terms import Known, Passage, Titles, count_sequences, count_words, tag_passages

_INSIDE, _SHORT = "inside", "short"
Words = tuple[str, ...]


_FEW, _MANY = 500, 10_000
"""Numbers of statements from which on a phrase has to occur more often: in a small corpus hardly any occurs twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """How often a phrase has to occur to be proposed, in how many statements, and of how many words it has to be.

    What is ``None`` depends on the number of statements: once below 500, twice from there on, three times from 10,000 on.
    """

    occurrences: int | None = None
    statements: int | None = None
    words: int = 2

    def settled(self, statements: int) -> tuple[int, int]:
        """Tell the least occurrences and statements asked for of a phrase in so many statements."""
        usual = 1 + (statements >= _FEW) + (statements >= _MANY)
        return self.occurrences or usual, self.statements or min(usual, self.occurrences or usual)


@dataclass(frozen=True, slots=True)
class _Read:
    """The paragraphs with what statements say in them, and every phrase with its places."""

    passages: Sequence[Passage]
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Told]
    mentions: dict[Words, list[Mention]]


def find_candidates(
    store: Store,
    corpus: Corpus,
    least: Least = Least(),
    *,
    selection: Selection = ALL,
    limit: int | None = 20,
    progress: Progress = silent,
) -> Candidates:
    """Find phrases of the statements selected that no theme covers, the best first, ``limit`` of them at most.

    The thesaurus, the declined candidates and the lexicon are those in the folder of the corpus, whatever the store was built from.
    All words of the statements pass through memory and the tagger: the time is linear in them. Raises ``CorpusError`` for a wrong file
    and ``TravauxError`` if the language model is not installed.
    """
    contents = find_contents(store, selection)
    paragraphs = find_paragraphs(store)
    read = _read(contents, paragraphs, progress)
    known = _get_known(store, corpus)
    occurrences, statements = least.settled(len(contents))
    frequent = select_frequent(read.mentions, occurrences, statements)
    frequencies = {words: len(read.mentions[words]) for words in frequent}
    values = find_c_values(frequencies)
    inside = find_always_inside(frequencies)
    reasons = {words: _reason(words, inside, read, known, least) for words in frequent}
    proposed = {words: values[words] for words in frequent if reasons[words] is None}
    counts = _count(read, contents, paragraphs, proposed)
    ground = Ground.of(contents, read.sentences, counts, find_theme_names(store))
    ranked = rank(proposed, {words: find_rest_keyness(words, len(read.mentions[words]), counts) for words in proposed})
    chosen = ranked if limit is None else ranked[:limit]
    return Candidates(
        title=find_title(store),
        searched=Searched(
            statements=len(contents),
            words=sum(counts.words.values()),
            words_of_rest=counts.words_of_rest,
            consultations=tuple(sorted(meeting for meeting in counts.words if meeting)),
            least_occurrences=occurrences,
            least_statements=statements,
            usual=least.occurrences is None and least.statements is None,
            phrases=len(frequent),
            kept_back=dict(sorted(Counter(reason for reason in reasons.values() if reason).items())),
        ),
        found=len(ranked),
        candidates=tuple(
            to_candidate(words, values[words], read.mentions[words], ground, _inner(known, corpus, read.mentions[words]))
            for words in chosen
        ),
    )


def _get_known(store: Store, corpus: Corpus) -> Known:
    themes = read_themes(corpus.folder / FILE, corpus.base)
    actors, titles = find_names(store)
    lexicon = read_lexicon(*lexicon_files(corpus.folder))
    return Known(themes, read_declined(corpus.folder / DECLINED, corpus.base), Titles(actors, titles), lexicon)


def _reason(words: Words, inside: Collection[Words], read: _Read, known: Known, least: Least) -> str | None:
    """Tell why a phrase is not proposed, ``None`` if it is."""
    if len(words) < least.words:
        return _SHORT
    if words in inside:
        return _INSIDE
    return known.find_reason(read.mentions[words][0].text)


def _inner(known: Known, corpus: Corpus, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    match = next(iter(known.find_inner(mentions[0].text)), None)
    return (corpus.base + match.phrase.theme, match.phrase.text) if match else None


def _read(contents: Sequence[Content], paragraphs: dict[str, Paragraph], progress: Progress) -> _Read:
    """Tag the sentences of the statements, and gather the phrases in their words."""
    holders = list(_gather(contents, paragraphs))
    passages = [Passage(told.text, told.start, _joined(contents, said)) for told, said in holders]
    sentences: list[Told] = []
    mentions: dict[Words, list[Mention]] = defaultdict(list)
    for tagged in tag_passages(passages, lambda done, all_: progress("reading phrases", done, all_)):
        told, said = holders[tagged.passage]
        sentences.append(Told(told, tagged.start, tagged.end))
        for phrase in tagged.phrases:
            said_in = tuple(one for one in said if _holds(contents[one], phrase.start, phrase.end))
            mentions[phrase.words].append(Mention(phrase.text, phrase.start, phrase.end, len(sentences) - 1, said_in))
    return _Read(passages, [told for told, _ in holders], sentences, mentions)


def _gather(contents: Sequence[Content], paragraphs: dict[str, Paragraph]) -> Iterator[tuple[Paragraph, list[int]]]:
    """Give each paragraph with its statements by number; words of statements without a paragraph, each for themselves."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, content in enumerate(contents):
        told = paragraphs.get(content.paragraph or "")
        if told is not None and all(_stands(told, start, quote) for start, _, quote in content.parts):
            holding[content.paragraph or ""].append(place)
            continue
        document = paragraphs.get(content.document) or Paragraph(content.document, content.document, None, None, 0, "")
        number = told.number if told else None
        for start, _, quote in content.parts:
            yield replace(document, number=number, start=start, text=quote), [place]
    for iri in sorted(holding, key=lambda one: (paragraphs[one].document, paragraphs[one].start)):
        yield paragraphs[iri], holding[iri]


def _stands(told: Paragraph, start: int, quote: str) -> bool:
    return told.text.startswith(quote, start - told.start) if start >= told.start else False


def _joined(contents: Sequence[Content], places: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Join the ranges of statements that overlap: what two of them say with the same words is there once."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({(start, end) for place in places for start, end, _ in contents[place].parts}):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _holds(content: Content, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last, _ in content.parts)


def _count(read: _Read, contents: Sequence[Content], paragraphs: dict[str, Paragraph], wanted: Iterable[Words]) -> Counts:
    """Count the words of the statements by consultation, and the wanted phrases in the rest of the documents that hold statements."""
    words: Counter[str | None] = Counter()
    taken: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {}
    for passage, told in zip(read.passages, read.paragraphs, strict=True):
        words[told.consultation] += count_words(passage.text[a - passage.start : b - passage.start] for a, b in passage.contents)
        taken[told.document, told.start] = passage.contents
    heard = {content.document for content in contents}
    rest = [
        piece
        for told in paragraphs.values()
        if told.document in heard and told.text
        for piece in _outside(told, taken.get((told.document, told.start), ()))
    ]
    return Counts(words=dict(words), words_of_rest=count_words(rest), in_rest=count_sequences(rest, set(wanted)))


def _outside(told: Paragraph, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the parts of a paragraph that no statement takes."""
    at = told.start
    for start, end in taken:
        yield told.text[at - told.start : start - told.start]
        at = end
    yield told.text[at - told.start :]

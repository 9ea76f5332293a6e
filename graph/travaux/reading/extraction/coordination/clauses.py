"""Further clauses and further objects inside a content that is a clause."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.clauses import AS_WELL_AS
from travaux.reading.extraction.coordination.items import can_stand, conjuncts_of, items_below
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def is_clause(sentence: Sentence, head: int) -> bool:
    """Whether a word is the verb of a clause with a subject."""
    return sentence.tags[head].startswith("VB") and sentence.first_with_dep(head, *_SUBJECTS) is not None


def further_clauses(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further clauses begin: with a subject of their own, or with a new modal under the same subject."""
    yield from _after_concession(sentence, content, index)
    if _is_modal(sentence, head):
        yield from _objects(sentence, head, content, index)
    for conjunct in conjuncts_of(sentence, head, content):
        own = sentence.first_with_dep(conjunct, *_SUBJECTS)
        if own is not None and own < conjunct and sentence.left(own) > head:
            yield sentence.left(own)
        elif _is_modal(sentence, conjunct):
            yield sentence.left(conjunct)


def _after_concession(sentence: Sentence, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where the main clause begins after *while X should A,*: both are said."""
    opened, last = content
    if sentence.lower[opened] == "while" and sentence.deps[opened] == "mark":
        end = sentence.right(sentence.heads[opened])
        if index.has_marker(sentence, opened, min(end, last), MarkerKind.NORM):
            yield end + 1


def _objects(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further objects of a norm begin: *the text should include A as well as B*."""
    for other in sentence.with_dep(head, "conj"):
        if _is_added(sentence, other):
            yield sentence.left(other)
    for item in sentence.with_dep(head, "dobj"):
        for conjunct in conjuncts_of(sentence, item, content):
            if _is_added(sentence, conjunct) and can_stand(sentence, item, conjunct):
                yield sentence.left(conjunct)
        if index.marker_at(sentence, item, MarkerKind.MATTER) is not None:
            yield from items_below(sentence, item, content, index)


def _is_added(sentence: Sentence, word: int) -> bool:
    return sentence.matches(sentence.left(word) - len(AS_WELL_AS), AS_WELL_AS)


def _is_modal(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(verb, "aux"))

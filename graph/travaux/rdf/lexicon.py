"""The lexicon of reporting language: ``lexicon.ttl`` as the records that the reader of statements uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from travaux.model.lexicon import FrameWord, Lexicon, MarkerKind, SpeakerClass
from travaux.model.schemes import Prevalence
from travaux.rdf.inflection import noun_plural
from travaux.rdf.lexicon_cues import read_cues
from travaux.rdf.lexicon_file import BASE, LEX, SENSE, Block, Mistakes, check_terms, described, read_blocks
from travaux.rdf.terms import concept_iri

_NOUN, _WORD, _WITHOUT = LEX + "noun", LEX + "word", LEX + "without"
_LIST_TERMS = {_NOUN, _WORD, _WITHOUT}
_LISTS: dict[str, StrEnum] = {
    **{concept_iri(word): word for word in Prevalence if word is not Prevalence.UNSPECIFIED},
    **{f"{BASE}speaker/{word}": word for word in SpeakerClass},
    **{f"{BASE}marker/{word}": word for word in MarkerKind},
    **{f"{BASE}frame/{word}": word for word in FrameWord},
}


def read_lexicon(*paths: Path) -> Lexicon:
    """Read the lexicon from one or more files, of which a later one adds to the earlier ones and replaces their entries and senses by IRI.

    A word that a later file puts into another list leaves the list of the earlier one. Cues are in the order of their names. Raises
    ``CorpusError`` with every mistake of all files.
    """
    mistakes = Mistakes()
    blocks: dict[str, Block] = {}
    senses: set[str] = set()
    lists: dict[type[StrEnum], dict[str, list[StrEnum]]] = {kind: {} for kind in (Prevalence, SpeakerClass, MarkerKind, FrameWord)}
    for path in paths:
        found = list(described(read_blocks(path)))
        senses.update(iri for block in found for iri in block.iris.get(SENSE, ()))
        blocks.update({block.subject: block for block in found if block.subject not in _LISTS})
        _lay_over(lists, [block for block in found if block.subject in _LISTS], mistakes)
    cues = read_cues(blocks, senses, mistakes)
    mistakes.tell()
    return Lexicon(
        cues=tuple(sorted(cues, key=lambda cue: (cue.name, cue.written))),
        quantifiers={word: Prevalence(kinds[0]) for word, kinds in sorted(lists[Prevalence].items())},
        speakers={word: SpeakerClass(kinds[0]) for word, kinds in sorted(lists[SpeakerClass].items())},
        markers={kind: _of_kind(lists[MarkerKind], kind) for kind in MarkerKind},
        frame_words={kind: _of_kind(lists[FrameWord], kind) for kind in FrameWord},
    )


def _of_kind(words: dict[str, list[StrEnum]], kind: StrEnum) -> frozenset[str]:
    return frozenset(word for word, kinds in words.items() if kind in kinds)


def _lay_over(lists: dict[type[StrEnum], dict[str, list[StrEnum]]], blocks: Iterable[Block], mistakes: Mistakes) -> None:
    """Put the word lists of one file over those of the files before it. A quantifier or a speaker is of one kind."""
    here: dict[tuple[type[StrEnum], str], StrEnum] = {}
    for block in blocks:
        kind = _LISTS[block.subject]
        words = lists[type(kind)]
        check_terms(block, _LIST_TERMS, mistakes)
        for word in block.texts.get(_WITHOUT, ()):
            words[word] = [one for one in words.get(word, ()) if one != kind]
            if not words[word]:
                del words[word]
        for word in dict.fromkeys([*_with_plurals(block.texts.get(_NOUN, ())), *block.texts.get(_WORD, ())]):
            if isinstance(kind, MarkerKind | FrameWord):
                words[word] = [*words.get(word, ()), kind]
                continue
            if (other := here.setdefault((type(kind), word), kind)) is not kind:
                mistakes.add(block.path, f'"{word}" is both {other} and {kind}: keep it in one of the two lists')
            words[word] = [kind]


def _with_plurals(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        yield from (noun, noun_plural(noun))

"""The entries of the lexicon and their senses, as cues with readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from travaux.model.lexicon import Cue, WordClass
from travaux.rdf.inflection import noun_plural, verb_forms
from travaux.rdf.lexicon_file import ENTRY, LEX, LEXINFO, SENSE, Block, Mistakes, check_terms, name_of, one_of, short
from travaux.rdf.lexicon_senses import COMPLEMENT, TOPIC, Senses
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, RDFS_LABEL

_OTHER_SPELLING = NAMESPACES["skos"] + "altLabel"
_REMOVED = NAMESPACES["owl"] + "deprecated"
_PART_OF_SPEECH = LEXINFO + "partOfSpeech"
_PAST, _FORM = LEX + "past", LEX + "form"

_WORD_CLASSES = {
    LEXINFO + "verb": WordClass.VERB,
    LEXINFO + "noun": WordClass.NOUN,
    LEXINFO + "adjective": WordClass.ADJECTIVE,
    LEXINFO + "lightVerb": WordClass.LIGHT_VERB,
    LEXINFO + "preposition": WordClass.PREPOSITION,
}
_ENTRY_TERMS = {SENSE, _PART_OF_SPEECH, _PAST, _FORM}


def read_cues(blocks: dict[str, Block], senses: set[str], mistakes: Mistakes) -> list[Cue]:
    """Read the entries among the blocks, in their order, and report what is wrong with them.

    ``senses`` are the IRIs of the senses that any entry has had, for a later file may leave out some of them.
    """
    entries = [block for block in blocks.values() if ENTRY in block.iris.get(RDF_TYPE, ())]
    known = {TOPIC, *senses, *(entry.subject for entry in entries)}
    for block in blocks.values():
        if block.subject not in known and not _is_removal(block):
            cure = "name it after ontolex:sense there" if COMPLEMENT in block.texts else "begin an entry with a ontolex:LexicalEntry"
            mistakes.add(block.path, f"{short(block.subject)} is no entry, no list, and the sense of no entry: {cure}")
    read = Senses(blocks, mistakes)
    cues = [cue for entry in entries if not _is_removal(entry) for cue in _read_entry(entry, read, mistakes)]
    _check_doubles(cues, {name_of(entry.subject): entry.path for entry in entries}, mistakes)
    return cues


def _read_entry(entry: Block, senses: Senses, mistakes: Mistakes) -> Iterator[Cue]:
    """Give the cue of an entry; more than one where another spelling differs after its first word (*in favor*)."""
    check_terms(entry, _ENTRY_TERMS, mistakes)
    name = short(entry.subject)
    labels = entry.texts.get(RDFS_LABEL, ())
    if len(labels) != 1:
        mistakes.add(entry.path, f"{name} has {len(labels) or 'no'} rdfs:label: write the one form that a dictionary gives")
    word_class = one_of(entry, _PART_OF_SPEECH, _WORD_CLASSES, mistakes)
    readings = senses.readings(entry)
    if word_class is WordClass.LIGHT_VERB:
        if readings:
            mistakes.add(entry.path, f"{name} is a light verb and has a sense: leave out the sense, or make it lexinfo:verb")
    elif not readings and not entry.iris.get(SENSE, ()):
        mistakes.add(entry.path, f"{name} has no sense: say with ontolex:sense what it means with which complement")
    if word_class is None or len(labels) != 1:
        return
    spellings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for spelling in [*labels, *entry.texts.get(_OTHER_SPELLING, ())]:
        spellings[tuple(spelling.split()[1:])].append(spelling)
    forms: dict[frozenset[str], frozenset[str]] = {}
    for rest, written in spellings.items():
        first_words = frozenset(spelling.split(" ", 1)[0] for spelling in written)
        if first_words not in forms:
            forms[first_words] = _forms(entry, word_class, first_words)
        yield Cue(name_of(entry.subject), written[0], word_class, forms[first_words], rest, readings)
    if len(set().union(*forms)) > 1 and _PAST in entry.texts:
        mistakes.add(entry.path, f"{name} has lex:past for more than one first word: make an entry of each")


def _forms(entry: Block, word_class: WordClass, first_words: frozenset[str]) -> frozenset[str]:
    found = {*first_words, *entry.texts.get(_FORM, ())}
    for word in first_words:
        if word_class in {WordClass.VERB, WordClass.LIGHT_VERB}:
            found |= verb_forms(word, entry.texts.get(_PAST, ()))
        elif word_class is WordClass.NOUN:
            found.add(noun_plural(word))
    return frozenset(found)


def _check_doubles(cues: Iterable[Cue], paths: dict[str, Path], mistakes: Mistakes) -> None:
    """Report cues that cannot be told apart: of one word class, with a form and the fixed words after it in common."""
    owners: dict[tuple[WordClass, str, tuple[str, ...]], str] = {}
    for cue in cues:
        for form in sorted(cue.forms):
            other = owners.setdefault((cue.word_class, form, cue.rest), cue.name)
            if other != cue.name:
                written = " ".join([form, *cue.rest])
                cure = "give one of them all senses, and delete the other"
                mistakes.add(paths[cue.name], f'<{other}> and <{cue.name}> are both {cue.word_class} and have the form "{written}": {cure}')


def _is_removal(block: Block) -> bool:
    return "true" in block.texts.get(_REMOVED, ())

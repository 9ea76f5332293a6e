"""The entries of the lexicon and their senses, as cues with readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from travaux.model.lexicon import Cue, Reading, WordClass
from travaux.model.schemes import Act, Stance
from travaux.rdf.inflection import noun_plural, verb_forms
from travaux.rdf.lexicon_file import BASE, ENTRY, LEX, LEXINFO, SENSE, Block, Mistakes, check_terms, short
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, RDFS_LABEL, concept_iri

Word = TypeVar("Word", bound=StrEnum)

_OTHER_SPELLING = NAMESPACES["skos"] + "altLabel"
_REMOVED = NAMESPACES["owl"] + "deprecated"
_PART_OF_SPEECH = LEXINFO + "partOfSpeech"
_COMPLEMENT, _ACT, _STANCE = LEX + "complement", LEX + "act", LEX + "stance"
_PAST, _FORM = LEX + "past", LEX + "form"

_WORD_CLASSES = {
    LEXINFO + "verb": WordClass.VERB,
    LEXINFO + "noun": WordClass.NOUN,
    LEXINFO + "adjective": WordClass.ADJECTIVE,
    LEXINFO + "lightVerb": WordClass.LIGHT_VERB,
    LEXINFO + "preposition": WordClass.PREPOSITION,
}
_ACTS = {concept_iri(act): act for act in Act}
_STANCES = {concept_iri(stance): stance for stance in Stance}
_ENTRY_TERMS = {SENSE, _PART_OF_SPEECH, _PAST, _FORM}
_SENSE_TERMS = {_COMPLEMENT, _ACT, _STANCE}

_PREPOSITIONS = (
    "about|against|among|around|as|as regards|as to|at|before|behind|beyond|by|concerning|for|from|in|in relation to|in respect of"
    "|in terms of|into|of|off|on|over|regarding|relating to|to|toward|towards|under|upon|with|with regard to|with respect to|without"
)
COMPLEMENTS = frozenset({"object", "predicate", "subject", "that", "infinitive", "gerund", "whether", "quoted", *_PREPOSITIONS.split("|")})
"""What a sense may take; ``subject`` is the content of *the proposal received support*, which is the subject of an active verb."""


def read_cues(blocks: dict[str, Block], senses: set[str], mistakes: Mistakes) -> list[Cue]:
    """Read the entries among the blocks, in their order, and report what is wrong with them.

    ``senses`` are the IRIs of the senses that any entry has had, for a later file may leave out some of them.
    """
    entries = [block for block in blocks.values() if ENTRY in block.iris.get(RDF_TYPE, ())]
    for block in blocks.values():
        if _COMPLEMENT in block.texts and block.subject not in senses:
            mistakes.add(block.path, f"{short(block.subject)} is the sense of no entry: name it after ontolex:sense there")
        elif ENTRY not in block.iris.get(RDF_TYPE, ()) and block.subject not in senses and not _is_removal(block):
            mistakes.add(block.path, f"{short(block.subject)} is no entry, sense or list: begin an entry with a ontolex:LexicalEntry")
    cues = [cue for entry in entries if not _is_removal(entry) for cue in _read_entry(entry, blocks, mistakes)]
    _check_doubles(cues, {_name(entry.subject): entry.path for entry in entries}, mistakes)
    return cues


def _read_entry(entry: Block, blocks: dict[str, Block], mistakes: Mistakes) -> Iterator[Cue]:
    """Give the cue of an entry; more than one where another spelling differs after its first word (*in favor*)."""
    check_terms(entry, _ENTRY_TERMS, mistakes)
    name = short(entry.subject)
    labels = entry.texts.get(RDFS_LABEL, ())
    if len(labels) != 1:
        mistakes.add(entry.path, f"{name} has {len(labels) or 'no'} rdfs:label: write the one form that a dictionary gives")
    word_class = _one_of(entry, _PART_OF_SPEECH, _WORD_CLASSES, mistakes)
    readings = tuple(_readings(entry, blocks, mistakes))
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
        yield Cue(_name(entry.subject), written[0], word_class, forms[first_words], rest, readings)
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


def _readings(entry: Block, blocks: dict[str, Block], mistakes: Mistakes) -> Iterator[Reading]:
    """Give one reading for each complement of each sense."""
    seen: set[str] = set()
    for iri in entry.iris.get(SENSE, ()):
        sense = blocks.get(iri)
        if sense is None:
            mistakes.add(entry.path, f"{short(entry.subject)} names the sense {short(iri)}, which is described nowhere")
            continue
        check_terms(sense, _SENSE_TERMS, mistakes)
        act, stance = _one_of(sense, _ACT, _ACTS, mistakes), _one_of(sense, _STANCE, _STANCES, mistakes)
        complements = sense.texts.get(_COMPLEMENT, ())
        if not complements:
            mistakes.add(sense.path, f"{short(iri)} has no lex:complement: write what follows the cue, such as that or against")
        for complement in complements:
            if complement not in COMPLEMENTS:
                known = "object, predicate, subject, that, infinitive, gerund, whether, quoted or a preposition"
                mistakes.add(sense.path, f'{short(iri)} has the unknown complement "{complement}": write {known}')
            elif complement in seen:
                mistakes.add(sense.path, f'{short(entry.subject)} has two senses with "{complement}": keep one')
            elif act is not None and stance is not None:
                yield Reading(f"{_name(entry.subject)}/{complement.replace(' ', '-')}", complement, act, stance)
            seen.add(complement)


def _one_of(block: Block, predicate: str, known: dict[str, Word], mistakes: Mistakes) -> Word | None:
    """Return the one controlled word of a property; report one that is missing, unknown or one of several."""
    iris = block.iris.get(predicate, ())
    if len(iris) == 1 and iris[0] in known and predicate not in block.texts:
        return known[iris[0]]
    written = block.values(predicate)
    cure = f"write one of {', '.join(short(iri) for iri in known)}"
    mistakes.add(block.path, f"{short(block.subject)} has {', '.join(written) or 'nothing'} as {short(predicate)}: {cure}")
    return None


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


def _name(iri: str) -> str:
    """Return the name of a cue: its IRI without what all have in common; of an IRI from elsewhere, the last part."""
    return iri.removeprefix(BASE) if iri.startswith(BASE) else iri.replace("#", "/").rstrip("/").rpartition("/")[2]

"""The lexicon of reporting language: ``lexicon.ttl`` as the records that the reader of statements uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from travaux.model.lexicon import Cue, Lexicon, MarkerKind, Reading, SpeakerClass, WordClass
from travaux.model.schemes import Act, Prevalence, Stance
from travaux.rdf.inflection import noun_plural, verb_forms
from travaux.rdf.lexicon_file import BASE, ENTRY, LEX, LEXINFO, ONTOLEX, Block, Mistakes, described, read_blocks, short
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, RDFS_LABEL, concept_iri

Word = TypeVar("Word", bound=StrEnum)

_OTHER_SPELLING = NAMESPACES["skos"] + "altLabel"
_REMOVED = NAMESPACES["owl"] + "deprecated"
_SENSE = ONTOLEX + "sense"
_PART_OF_SPEECH = LEXINFO + "partOfSpeech"
_COMPLEMENT, _ACT, _STANCE = LEX + "complement", LEX + "act", LEX + "stance"
_PAST, _FORM = LEX + "past", LEX + "form"
_NOUN, _WORD, _WITHOUT = LEX + "noun", LEX + "word", LEX + "without"

_WORD_CLASSES = {
    LEXINFO + "verb": WordClass.VERB,
    LEXINFO + "noun": WordClass.NOUN,
    LEXINFO + "adjective": WordClass.ADJECTIVE,
    LEXINFO + "lightVerb": WordClass.LIGHT_VERB,
    LEXINFO + "preposition": WordClass.PREPOSITION,
}
_ACTS = {concept_iri(act): act for act in Act}
_STANCES = {concept_iri(stance): stance for stance in Stance}
_LISTS: dict[str, StrEnum] = {
    **{concept_iri(word): word for word in Prevalence if word is not Prevalence.UNSPECIFIED},
    **{f"{BASE}speaker/{word}": word for word in SpeakerClass},
    **{f"{BASE}marker/{word}": word for word in MarkerKind},
}
_ENTRY_TERMS = {_SENSE, _PART_OF_SPEECH, _PAST, _FORM}
_SENSE_TERMS = {_COMPLEMENT, _ACT, _STANCE}
_LIST_TERMS = {_NOUN, _WORD, _WITHOUT}

_PREPOSITIONS = (
    "about|against|among|around|as|as regards|as to|at|before|behind|beyond|by|concerning|for|from|in|in relation to|in respect of"
    "|in terms of|into|of|off|on|over|regarding|relating to|to|toward|towards|under|upon|with|with regard to|with respect to|without"
)
COMPLEMENTS = frozenset({"object", "predicate", "subject", "that", "infinitive", "gerund", "whether", "quoted", *_PREPOSITIONS.split("|")})
"""What a sense may take; ``subject`` is the content of *the proposal received support*, which is the subject of an active verb."""


def read_lexicon(*paths: Path) -> Lexicon:
    """Read the lexicon from one or more files, of which a later one adds to the earlier ones and replaces their entries and senses by IRI.

    A word that a later file puts into another list leaves the list of the earlier one. Cues are in the order of their names. Raises
    ``CorpusError`` with every mistake of all files.
    """
    mistakes = Mistakes()
    blocks: dict[str, Block] = {}
    senses: set[str] = set()
    lists: dict[type[StrEnum], dict[str, list[StrEnum]]] = {kind: {} for kind in (Prevalence, SpeakerClass, MarkerKind)}
    for path in paths:
        found = list(described(read_blocks(path)))
        senses.update(iri for block in found for iri in block.iris(_SENSE))
        blocks.update({block.subject: block for block in found if block.subject not in _LISTS})
        _lay_over(lists, [block for block in found if block.subject in _LISTS], mistakes)
    cues = _cues(blocks, senses, mistakes)
    mistakes.tell()
    markers = lists[MarkerKind]
    return Lexicon(
        cues=tuple(sorted(cues, key=lambda cue: (cue.name, cue.written))),
        quantifiers={word: Prevalence(kinds[0]) for word, kinds in sorted(lists[Prevalence].items())},
        speakers={word: SpeakerClass(kinds[0]) for word, kinds in sorted(lists[SpeakerClass].items())},
        markers={kind: frozenset(word for word, kinds in markers.items() if kind in kinds) for kind in MarkerKind},
    )


def _lay_over(lists: dict[type[StrEnum], dict[str, list[StrEnum]]], blocks: Iterable[Block], mistakes: Mistakes) -> None:
    """Put the word lists of one file over those of the files before it. Only a marker may be of several kinds."""
    here: dict[tuple[type[StrEnum], str], StrEnum] = {}
    for block in blocks:
        kind = _LISTS[block.subject]
        words = lists[type(kind)]
        _check_terms(block, _LIST_TERMS, mistakes)
        for word in block.texts(_WITHOUT):
            words[word] = [one for one in words.get(word, ()) if one != kind]
            if not words[word]:
                del words[word]
        for word in dict.fromkeys([*_with_plurals(block.texts(_NOUN)), *block.texts(_WORD)]):
            if isinstance(kind, MarkerKind):
                words[word] = [*words.get(word, ()), kind]
                continue
            if (other := here.setdefault((type(kind), word), kind)) is not kind:
                mistakes.add(block.path, f'"{word}" is both {other} and {kind}: keep it in one of the two lists')
            words[word] = [kind]


def _with_plurals(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        yield from (noun, noun_plural(noun))


def _cues(blocks: dict[str, Block], senses: set[str], mistakes: Mistakes) -> list[Cue]:
    """Read the entries; ``senses`` are those that any entry has had, for a later file may leave out some of them."""
    entries = [block for block in blocks.values() if ENTRY in block.iris(RDF_TYPE)]
    for block in blocks.values():
        if _COMPLEMENT in block.values and block.subject not in senses:
            mistakes.add(block.path, f"{short(block.subject)} is the sense of no entry: name it after ontolex:sense there")
        elif ENTRY not in block.iris(RDF_TYPE) and block.subject not in senses and not _is_removal(block):
            mistakes.add(block.path, f"{short(block.subject)} is no entry, sense or list: begin an entry with a ontolex:LexicalEntry")
    cues = [cue for entry in entries if not _is_removal(entry) for cue in _read_entry(entry, blocks, mistakes)]
    _check_doubles(cues, {_name(entry.subject): entry.path for entry in entries}, mistakes)
    return cues


def _read_entry(entry: Block, blocks: dict[str, Block], mistakes: Mistakes) -> Iterator[Cue]:
    """Give the cue of an entry; more than one where another spelling differs after its first word (*in favor*)."""
    _check_terms(entry, _ENTRY_TERMS, mistakes)
    name = short(entry.subject)
    labels = entry.texts(RDFS_LABEL)
    if len(labels) != 1:
        mistakes.add(entry.path, f"{name} has {len(labels) or 'no'} rdfs:label: write the one form that a dictionary gives")
    word_class = _one_of(entry, _PART_OF_SPEECH, _WORD_CLASSES, mistakes)
    readings = tuple(_readings(entry, blocks, mistakes))
    if word_class is WordClass.LIGHT_VERB:
        if readings:
            mistakes.add(entry.path, f"{name} is a light verb and has a sense: leave out the sense, or make it lexinfo:verb")
    elif not readings and not entry.iris(_SENSE):
        mistakes.add(entry.path, f"{name} has no sense: say with ontolex:sense what it means with which complement")
    if word_class is None or len(labels) != 1:
        return
    spellings: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for spelling in [*labels, *entry.texts(_OTHER_SPELLING)]:
        spellings[tuple(spelling.split()[1:])].append(spelling)
    for rest, written in spellings.items():
        forms = _forms(entry, word_class, [spelling.split()[0] for spelling in written])
        yield Cue(_name(entry.subject), written[0], word_class, forms, rest, readings)


def _forms(entry: Block, word_class: WordClass, first_words: list[str]) -> frozenset[str]:
    found = {*first_words, *entry.texts(_FORM)}
    for word in first_words:
        if word_class in {WordClass.VERB, WordClass.LIGHT_VERB}:
            found |= verb_forms(word, entry.texts(_PAST))
        elif word_class is WordClass.NOUN:
            found.add(noun_plural(word))
    return frozenset(found)


def _readings(entry: Block, blocks: dict[str, Block], mistakes: Mistakes) -> Iterator[Reading]:
    """Give one reading for each complement of each sense."""
    seen: set[str] = set()
    for iri in entry.iris(_SENSE):
        sense = blocks.get(iri)
        if sense is None:
            mistakes.add(entry.path, f"{short(entry.subject)} names the sense {short(iri)}, which is described nowhere")
            continue
        _check_terms(sense, _SENSE_TERMS, mistakes)
        act, stance = _one_of(sense, _ACT, _ACTS, mistakes), _one_of(sense, _STANCE, _STANCES, mistakes)
        complements = sense.texts(_COMPLEMENT)
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
    written = [short(value.value) for value in block.values.get(predicate, ())]
    found = [known[iri] for iri in block.iris(predicate) if iri in known]
    if len(found) == len(written) == 1:
        return found[0]
    cure = f"write one of {', '.join(short(iri) for iri in known)}"
    mistakes.add(block.path, f"{short(block.subject)} has {', '.join(written) or 'nothing'} as {short(predicate)}: {cure}")
    return None


def _check_terms(block: Block, known: set[str], mistakes: Mistakes) -> None:
    """Report properties of the lexicon's own vocabularies that do not belong here, above all misspelt ones."""
    for predicate in block.values:
        if predicate.startswith((LEX, ONTOLEX, LEXINFO)) and predicate not in known:
            cure = f"what belongs there is {', '.join(sorted(map(short, known)))}"
            mistakes.add(block.path, f"{short(block.subject)} has {short(predicate)}, which does not belong there: {cure}")


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
    return any(value.value == "true" for value in block.values.get(_REMOVED, ()))


def _name(iri: str) -> str:
    """Return the name of a cue: its IRI without what all have in common; of an IRI from elsewhere, the last part."""
    return iri.removeprefix(BASE) if iri.startswith(BASE) else iri.replace("#", "/").rstrip("/").rpartition("/")[2]

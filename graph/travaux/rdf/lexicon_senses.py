"""The senses of the entries of the lexicon, as readings: one for each complement."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Reading
from travaux.model.schemes import Act, Stance
from travaux.rdf.lexicon_file import BASE, LEX, SENSE, Block, Mistakes, check_terms, name_of, one_of, short
from travaux.rdf.terms import concept_iri

COMPLEMENT = LEX + "complement"
TOPIC = BASE + "complement/topic"
"""The list of the prepositions for which the complement ``topic`` stands."""

_WORD, _ACT, _STANCE, _TOPICAL = LEX + "word", LEX + "act", LEX + "stance", LEX + "topical"
_ACTS = {concept_iri(act): act for act in Act}
_STANCES = {concept_iri(stance): stance for stance in Stance}
_TERMS = {COMPLEMENT, _ACT, _STANCE, _TOPICAL}

_NAMED = ("object", "predicate", "subject", "that", "infinitive", "gerund", "whether", "quoted")
_PREPOSITIONS = (
    "about|against|among|around|as|as regards|as to|at|before|behind|beyond|by|concerning|for|from|in|in relation to|in respect of"
    "|in terms of|into|of|off|on|over|regarding|relating to|to|toward|towards|under|upon|with|with regard to|with respect to|without"
)
COMPLEMENTS = frozenset({*_NAMED, *_PREPOSITIONS.split("|")})
"""What a sense may take.

``subject`` is the content of *the proposal received support*, the subject of an active verb; ``predicate`` that of *considered the text
premature*, a noun phrase and what is said of it.
"""


class Senses:
    """The senses that entries may name. What is wrong with one is reported when an entry that names it is read."""

    def __init__(self, blocks: dict[str, Block], mistakes: Mistakes) -> None:
        self._blocks = blocks
        self._mistakes = mistakes
        self._topic = blocks[TOPIC].texts.get(_WORD, []) if TOPIC in blocks else []
        for word in self._topic:
            self._check(blocks[TOPIC], word)

    def readings(self, entry: Block) -> tuple[Reading, ...]:
        """Return what an entry means with each complement; what a sense says of a preposition goes before what one says of topics."""
        name = name_of(entry.subject)
        found: dict[str, Reading] = {}
        topics: list[tuple[Act, Stance, bool]] = []
        for sense in self._named_by(entry):
            act = one_of(sense, _ACT, _ACTS, self._mistakes)
            stance = one_of(sense, _STANCE, _STANCES, self._mistakes)
            for complement in sense.texts.get(COMPLEMENT, ()):
                if act is None or stance is None or not self._check(sense, complement):
                    continue
                if complement in found or (complement == "topic" and topics):
                    self._mistakes.add(sense.path, f'{short(entry.subject)} has two senses with "{complement}": keep one')
                elif complement == "topic":
                    topics.append((act, stance, _is_topical(sense)))
                else:
                    found[complement] = _reading(name, complement, act, stance, topical=_is_topical(sense))
        for act, stance, topical in topics:
            found |= {word: _reading(name, word, act, stance, topical=topical) for word in self._topic if word not in found}
        return tuple(found.values())

    def _named_by(self, entry: Block) -> Iterator[Block]:
        for iri in entry.iris.get(SENSE, ()):
            sense = self._blocks.get(iri)
            if sense is None:
                self._mistakes.add(entry.path, f"{short(entry.subject)} names the sense {short(iri)}, which is described nowhere")
                continue
            check_terms(sense, _TERMS, self._mistakes)
            if COMPLEMENT not in sense.texts:
                cure = "write what follows the cue, such as that or against"
                self._mistakes.add(sense.path, f"{short(iri)} has no lex:complement: {cure}")
            yield sense

    def _check(self, block: Block, complement: str) -> bool:
        """Report a complement that is unknown, and say whether it is known."""
        known = complement in COMPLEMENTS or (complement == "topic" and block.subject != TOPIC and bool(self._topic))
        if not known:
            cure = f"write {', '.join(_NAMED)}, topic or a preposition"
            self._mistakes.add(block.path, f'{short(block.subject)} has the unknown complement "{complement}": {cure}')
        return known


def _is_topical(sense: Block) -> bool:
    return sense.texts.get(_TOPICAL) == ["true"]


def _reading(name: str, complement: str, act: Act, stance: Stance, *, topical: bool) -> Reading:
    return Reading(f"{name}/{complement.replace(' ', '-')}", complement, act, stance, topical)

"""Mistakes that a small parser makes with reporting language, put right before a sentence is read."""

from __future__ import annotations

from dataclasses import replace

from travaux.model.lexicon import WordClass
from travaux.reading.extraction.clauses import BE
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.sentence import Sentence

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})


def repair(sentence: Sentence, index: CueIndex) -> Sentence:
    """Return the sentence with its passive cues parsed as passives and one main verb.

    A participle that was taken for an adjective (*the need was underscored*) becomes the verb of its clause, and a cue in a sentence
    without a main verb takes what the sentence begins with as its subject.
    """
    for at in range(1, len(sentence)):
        if _is_mistaken(sentence, at, index):
            sentence = _as_passive(sentence, at)
    root = next((at for at in range(len(sentence)) if sentence.heads[at] == at), None)
    if root is None or sentence.tags[root] not in _NOUNS:
        return sentence
    passive = _main_passive(sentence, root, index)
    if passive is not None:
        return _as_main(sentence, root, passive)
    active = _main_active(sentence, root, index)
    return sentence if active is None else _as_active(sentence, root, active)


def _is_mistaken(sentence: Sentence, at: int, index: CueIndex) -> bool:
    """Whether a passive cue was taken for an adjective after *be*."""
    adjective = sentence.tags[at] == "JJ" and sentence.deps[at] == "acomp" and sentence.lower[sentence.heads[at]] in BE
    return adjective and _is_passive_cue(sentence, at, index)


def _is_passive_cue(sentence: Sentence, at: int, index: CueIndex) -> bool:
    """Whether a word is the participle of a cue that takes an object, and no cue as an adjective."""
    cues = index.cue_at(sentence, at, WordClass.VERB)
    if not any(last == at and cue.reading("object") is not None and sentence.lower[at] != cue.written for cue, last in cues):
        return False
    return next(index.cue_at(sentence, at, WordClass.ADJECTIVE), None) is None


def _as_passive(sentence: Sentence, verb: int) -> Sentence:
    be = sentence.heads[verb]
    tags, deps, heads = list(sentence.tags), list(sentence.deps), list(sentence.heads)
    tags[verb], deps[verb] = "VBN", sentence.deps[be]
    heads[verb] = verb if sentence.heads[be] == be else sentence.heads[be]
    for kid in sentence.kids[be]:
        if kid != verb:
            heads[kid] = verb
            deps[kid] = {"nsubj": "nsubjpass", "csubj": "csubjpass"}.get(deps[kid], deps[kid])
    deps[be], heads[be] = "auxpass", verb
    return replace(sentence, tags=tuple(tags), deps=tuple(deps), heads=tuple(heads))


def _main_passive(sentence: Sentence, root: int, index: CueIndex) -> int | None:
    """Find the passive cue after a noun that was taken for the main word."""
    for at in range(len(sentence) - 1, root, -1):
        helped = any(sentence.lower[kid] in BE for kid in sentence.with_dep(at, "auxpass"))
        if sentence.tags[at] in {"VBN", "VBD"} and helped and sentence.deps[at] != "relcl" and _is_passive_cue(sentence, at, index):
            return at
    return None


def _as_main(sentence: Sentence, root: int, verb: int) -> Sentence:
    deps, heads = list(sentence.deps), list(sentence.heads)
    above = sentence.heads[verb]
    for kid in sentence.with_dep(verb, "nsubjpass", "nsubj"):
        heads[kid], deps[kid] = above, "dobj"
    heads[verb], deps[verb] = verb, "ROOT"
    heads[root], deps[root] = verb, "nsubjpass"
    return replace(sentence, deps=tuple(deps), heads=tuple(heads))


def _main_active(sentence: Sentence, root: int, index: CueIndex) -> int | None:
    """Find the participle after a comma that is the main verb of *the negotiator, Irina Solt, pressed for X*."""
    for at in range(root + 2, sentence.right(root) + 1):
        hung = sentence.deps[at] == "acl" or (sentence.heads[at] == root and sentence.deps[at] in {"appos", "conj"})
        participle = sentence.tags[at] in {"VBN", "VBD"} and sentence.lower[at + 1 : at + 2] != ("by",)
        active = hung and participle and sentence.words[at - 1] == ","
        if active and next(index.cue_at(sentence, at, WordClass.VERB), None) is not None:
            return at
    return None


def _as_active(sentence: Sentence, root: int, verb: int) -> Sentence:
    tags, deps, heads = list(sentence.tags), list(sentence.deps), list(sentence.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "ROOT", verb
    deps[root], heads[root] = "nsubj", verb
    return replace(sentence, tags=tuple(tags), deps=tuple(deps), heads=tuple(heads))

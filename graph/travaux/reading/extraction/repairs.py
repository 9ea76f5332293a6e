"""Mistakes that a small parser makes with reporting language, put right before a sentence is read."""

from __future__ import annotations

from dataclasses import replace

from travaux.model.lexicon import WordClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.sentence import Sentence

_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})


def repair(sentence: Sentence, index: CueIndex) -> Sentence:
    """Return the sentence with its passive cues parsed as passives and one main verb.

    A participle that was taken for an adjective (*the need was underscored*) becomes the verb of its clause, and a passive at the end
    of a sentence without a main verb takes what the sentence begins with as its subject.
    """
    for at in range(1, len(sentence)):
        if (
            sentence.tags[at] == "JJ"
            and sentence.deps[at] == "acomp"
            and sentence.lower[sentence.heads[at]] in _BE
            and _is_cue(sentence, at, index)
        ):
            sentence = _as_passive(sentence, at)
    root = next((at for at in range(len(sentence)) if sentence.heads[at] == at), 0)
    if sentence.tags[root] in _NOUNS:
        verb = _main_passive(sentence, root, index)
        if verb is not None:
            return _as_main(sentence, root, verb)
        verb = _main_active(sentence, root, index)
        if verb is not None:
            return _as_active(sentence, root, verb)
    return sentence


def _is_cue(sentence: Sentence, at: int, index: CueIndex) -> bool:
    for cue, last in index.cue_at(sentence, at, WordClass.VERB):
        if last == at and cue.reading("object") is not None and sentence.lower[at] != cue.written:
            return not any(True for _ in index.cue_at(sentence, at, WordClass.ADJECTIVE))
    return False


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
        helped = any(sentence.lower[kid] in _BE for kid in sentence.with_dep(at, "auxpass"))
        if sentence.tags[at] in {"VBN", "VBD"} and helped and sentence.deps[at] != "relcl" and _is_cue(sentence, at, index):
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
        active = (
            hung and sentence.tags[at] in {"VBN", "VBD"} and sentence.words[at - 1] == "," and sentence.lower[at + 1 : at + 2] != ("by",)
        )
        if active and any(True for _ in index.cue_at(sentence, at, WordClass.VERB)):
            return at
    return None


def _as_active(sentence: Sentence, root: int, verb: int) -> Sentence:
    tags, deps, heads = list(sentence.tags), list(sentence.deps), list(sentence.heads)
    tags[verb], deps[verb], heads[verb] = "VBD", "ROOT", verb
    deps[root], heads[root] = "nsubj", verb
    return replace(sentence, tags=tuple(tags), deps=tuple(deps), heads=tuple(heads))

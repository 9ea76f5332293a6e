"""What whoever writes says in the first person or as a norm: *we support X*, *in our view X*, *X should be Y*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.model.lexicon import FrameWord, MarkerKind, Reading
from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.bounds import end_before_next
from travaux.reading.extraction.clauses import SUBJECTS, clause_end, clause_start
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

NORM, VIEW = "written-norm", "written-view"
WRITERS = frozenset({NORM, VIEW})
"""Rules whose statements are those of whoever wrote the sentence, without a word that names them."""

_DUTIES = frozenset({"must", "shall", "has", "have", "need", "needs", "had", "will", "would"})
_STRESSES = frozenset({"essential", "important", "crucial", "vital", "critical", "imperative"})
_OCCASIONS = frozenset({"opportunity", "invitation", "chance", "consultation", "questionnaire", "survey", "possibility"})
_COURTESIES = frozenset({Act.WELCOME, Act.COMMEND})
_OWN = frozenset({"our", "my"})
_OPENERS = frozenset({"CC", "RB", ",", "IN", "UH"})
_ASKED = frozenset({"you", "please"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
_FARTHEST = 3
_VIEW = Reading("written-view", "that", Act.OBSERVE, Stance.NEUTRAL)


def read_as_writer(sentence: Sentence, frames: Sequence[Frame], index: CueIndex) -> tuple[Frame, ...]:
    """Add to the frames of a sentence what its writer says, and drop courtesies to those who asked.

    A question says nothing. A norm is the writer's where it stands in a main clause that no frame reports.
    """
    if "?" in sentence.words[-2:]:
        return ()
    kept = [frame for frame in frames if not _is_courtesy(sentence, frame)]
    found = [frame for frame in _find_own(sentence, index) if not any(_covers(one, frame) for one in frames)]
    kept = sorted([*kept, *found], key=lambda frame: (frame.start, frame.anchor))
    return tuple(end_before_next(sentence, frame, kept) if frame in found else frame for frame in kept)


def _is_courtesy(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame thanks for being asked: *we welcome the opportunity to comment*."""
    first, last = frame.content
    head = next((at for at in range(first, min(first + _FARTHEST + 1, last + 1)) if sentence.tags[at].startswith("NN")), None)
    return (
        frame.reading.act in _COURTESIES
        and head is not None
        and any(sentence.lower[at] in _OCCASIONS for at in range(first, min(head + 2, last + 1)))
    )


def _covers(frame: Frame, own: Frame) -> bool:
    """Whether a frame reports what would be the writer's, or is a part of the same clause."""
    first, last = frame.content
    return first <= own.anchor <= last or first <= own.cue_words[0] <= last or frame.anchor == own.anchor


def _find_own(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield one frame for each main clause that has a norm, or that is said to be the writer's view."""
    view = _find_view(sentence, index)
    for verb in _main_verbs(sentence):
        subject = sentence.first_with_dep(verb, *SUBJECTS)
        if subject is None or subject > verb or _speaks_to_reader(sentence, verb, subject):
            continue
        norm = _find_norm(sentence, verb, subject, index)
        first = sentence.left(subject)
        own_view = view if view is not None and (view[1] < first or view[0] > verb) else None
        if norm is None and own_view is None:
            continue
        end = clause_end(sentence, verb)
        if own_view and own_view[0] > verb:
            end = min(end, own_view[0] - 2)
        elif own_view and view == own_view:
            view = None
        yield Frame(
            rule=VIEW if norm is None else NORM,
            cue="view" if norm is None else "norm",
            reading=_VIEW if norm is None else _read(sentence, norm),
            anchor=verb,
            cue_words=norm if norm is not None else own_view or (verb, verb),
            content=(_after_openers(sentence, first, verb), end),
            start=clause_start(sentence, verb, first),
        )


def _main_verbs(sentence: Sentence) -> Iterator[int]:
    """Yield the verbs of the main clause and of the clauses beside it."""
    for at, dep in enumerate(sentence.deps):
        first = sentence.first_conjunct(at)
        root = sentence.heads[first] == first or (sentence.deps[first] in {"ccomp", "parataxis"} and _beside(sentence, first))
        verbal = sentence.tags[at].startswith("VB") or sentence.tags[at] == "MD"
        if verbal and root and dep in {"ROOT", "conj", "ccomp", "parataxis"}:
            yield at


def _beside(sentence: Sentence, clause: int) -> bool:
    """Whether what the parser made a complement is a clause before the main verb, after a comma or semicolon and without *that*."""
    head = sentence.heads[clause]
    between = sentence.words[clause:head]
    return clause < head and (";" in between or "," in between) and sentence.first_with_dep(clause, "mark") is None


def _speaks_to_reader(sentence: Sentence, verb: int, subject: int) -> bool:
    mark = sentence.first_with_dep(verb, "mark")
    asked = sentence.lower[subject] in _ASKED or sentence.lower[subject] in {"who", "which"}
    return asked or (mark is not None and sentence.lower[mark] in _CONDITIONS)


def _find_norm(sentence: Sentence, verb: int, subject: int, index: CueIndex) -> Words | None:
    """Find the words of a norm between the subject and what the verb governs; *must have been* is a guess and no norm."""
    start = sentence.left(subject) if sentence.deps[subject] == "expl" or sentence.lower[subject] in {"it", "there"} else subject + 1
    helping = [kid for kid in sentence.kids[verb] if kid < verb and sentence.deps[kid] in {"aux", "auxpass", "neg"}]
    last = max([verb + _FARTHEST, *(kid for kid in sentence.with_dep(verb, "acomp", "attr"))])
    for at in range(min([start, *helping, verb]), min(last, len(sentence) - 1) + 1):
        end = index.marker_at(sentence, at, MarkerKind.NORM)
        if end is None or at < min([start, *helping]):
            continue
        if sentence.lower[at] == "must" and "have" in sentence.lower[at + 1 : at + 3] and sentence.tags[verb] == "VBN":
            return None
        own = sentence.heads[at] == verb or at == verb or verb in sentence.ancestors(at)
        if own and _governs(sentence, verb, at):
            return at, end
    return None


def _governs(sentence: Sentence, verb: int, at: int) -> bool:
    """Whether no other verb with a subject of its own stands between the main verb and a word."""
    for above in sentence.ancestors(at):
        if above == verb:
            return True
        if sentence.first_with_dep(above, *SUBJECTS) is not None:
            return False
    return at == verb


def _read(sentence: Sentence, norm: Words) -> Reading:
    words = sentence.lower[norm[0] : norm[1] + 1]
    asks = Act.CALL_FOR if not _DUTIES.isdisjoint(words) else Act.RECOMMEND
    act = asks if _STRESSES.isdisjoint(words) else Act.STRESS
    return Reading("written-norm", "that", act, Stance.NEUTRAL)


def _find_view(sentence: Sentence, index: CueIndex) -> Words | None:
    """Find *in our view*, *in my opinion*, *from our perspective*."""
    for at in range(len(sentence) - 2):
        nouns = index.frame_words[FrameWord.VIEW] | {"perspective", "experience"}
        if sentence.lower[at] in {"in", "from"} and sentence.lower[at + 1] in _OWN and sentence.lower[at + 2] in nouns:
            return at, at + 2
    return None


def _after_openers(sentence: Sentence, first: int, verb: int) -> int:
    while first < verb and sentence.tags[first] in _OPENERS and sentence.lower[first] not in {"both", "such", "no", "not"}:
        first += 1
    return first

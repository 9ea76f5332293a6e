"""Claims from clauses, and what a clause shares with the one before it."""

from __future__ import annotations

import re

from travaux.model.schemes import Act
from travaux.reading.extraction.claims.content import Content, lower
from travaux.reading.extraction.clauses import SUBJECTS
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_OPENING = frozenset({"IN", "RB", ","})


def is_clause(content: Content) -> bool:
    """Whether a content has a subject and a finite verb of its own."""
    first, last = content.words
    subjects = (word for word in range(first, last + 1) if content.sentence.deps[word] in SUBJECTS)
    return any(_is_main_subject(content, word) for word in subjects if first <= content.sentence.heads[word] <= last)


def render_clause(content: Content) -> str:
    """Leave a clause as it is, with its norm where it is asked for; one that the cue itself rejects is denied."""
    if content.frame.reading.act is Act.QUESTION and content.frame.reading.complement == "whether":
        return _doubted(content)
    text = re.sub(r"^(?:that|whether|if)\s+", "", _with_norm(content) if content.asks else content.text())
    return f"It is not right that {lower(text)}" if content.denied else text


def _doubted(content: Content) -> str:
    """Say of a question that it is open: *wondered if X* doubts X and does not say it."""
    text = re.sub(r"^if\s+", "whether ", content.text())
    return f"{text} is {'in doubt' if text.lower().startswith('whether') else 'an open question'}"


def lead_of(content: Content) -> str:
    """Return the words that a content shares with the one before it in the same clause, empty if it shares none."""
    sentence, first, whole = content.sentence, content.words[0], content.frame.content
    verb = next((word for word in range(whole[0], first) if _is_main(sentence, word, whole)), None)
    if verb is None or is_clause(content):
        return ""
    subject = sentence.first_with_dep(verb, *SUBJECTS)
    if subject is None or sentence.left(subject) < whole[0] or sentence.left(verb) > whole[0]:
        return ""
    if content.tag in {"MD", "VBD", "VBZ", "VBP"} or (content.tag == "RB" and sentence.tags[first + 1] == "MD"):
        return content.text(sentence.left(subject), sentence.right(subject))
    objects = [word for word in sentence.with_dep(verb, "dobj", "attr", "acomp") if word < first]
    return content.text(whole[0], sentence.left(objects[0]) - 1) if objects else ""


def _is_main_subject(content: Content, word: int) -> bool:
    """Whether a subject is that of the content itself and not of a clause inside it."""
    sentence, first = content.sentence, content.words[0]
    verb = sentence.heads[word]
    helped = any(sentence.deps[kid] in {"aux", "auxpass"} for kid in sentence.kids[verb])
    infinite = any(sentence.tags[kid] == "TO" for kid in sentence.kids[verb])
    if infinite or sentence.deps[verb] in {"relcl", "pcomp"} or not (helped or sentence.tags[verb] in {"VBD", "VBZ", "VBP"}):
        return False
    return sentence.left(word) <= first + 1 or content.frame.reading.complement == "that" or content.tag in _OPENING


def _is_main(sentence: Sentence, word: int, whole: Words) -> bool:
    """Whether a word is the main verb of a clause that is the content of a cue."""
    outside = not whole[0] <= sentence.heads[word] <= whole[1] or sentence.heads[word] == word
    return outside and sentence.tags[word].startswith("VB") and sentence.tags[word] != "VBG"


def _with_norm(content: Content) -> str:
    """Say *should* where English leaves it out after a verb of asking: *proposed that the text be deleted*."""
    sentence, (first, last) = content.sentence, content.words
    for verb in range(first, last + 1):
        subject = sentence.first_with_dep(verb, *SUBJECTS)
        if subject is None or not sentence.tags[verb].startswith("VB"):
            continue
        words = [verb, *(kid for kid in sentence.with_dep(verb, "aux", "auxpass", "neg") if kid < verb)]
        bare = sentence.tags[min(words)] in {"VB", "RB"} and not any(
            sentence.tags[word] in {"MD", "TO", "VBD", "VBZ", "VBP"} for word in words
        )
        return f"{content.text(first, min(words) - 1)} should {content.text(min(words))}" if bare and min(words) > first else content.text()
    return content.text()

"""Claims: one readable sentence that says what the speakers hold."""

from __future__ import annotations

import re

from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.frames import Frame
from travaux.reading.language.sentence import Sentence

_MATTER = re.compile(
    r"^(?:the |an? )?(?:\w+ )?(?P<noun>importance|necessity|relevance|value|usefulness|significance|need|urgency|benefits?) (?P<link>of|for|to) (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_WORD = {
    "importance": "important", "significance": "important", "relevance": "relevant", "value": "valuable", "usefulness": "useful",
    "benefit": "beneficial", "benefits": "beneficial", "urgency": "urgent", "necessity": "necessary", "need": "needed",
}  # fmt: skip
_PLURAL_LINK = re.compile(r"\b(?:and)\b")


def render_claim(text: str, sentence: Sentence, frame: Frame, first: int, stance: Stance) -> str:
    """Write a content, given as plain ``text`` whose first word is ``first``, as a sentence.

    Clauses stay as they are; noun phrases, gerunds and infinitives get the verb that the cue implies. What is opposed is denied, so
    that the claim is what the speakers hold.
    """
    text = " ".join(text.split()).strip(" ,;:")
    text = re.sub(r"^(?:that|whether)\s+", "", text)
    complement = frame.reading.complement
    if (complement in {"that", "quoted"} or frame.rule == "fronted") and not _is_phrase(sentence, first):
        return _clause(text, stance)
    tag = sentence.tags[first]
    if tag == "VBG":
        return _close(_gerund(text, frame, stance))
    if complement == "infinitive" and tag in {"VB", "RB"}:
        return _close(f"It is {'wrong' if stance is Stance.OPPOSES else 'proposed'} to {_lower(text)}")
    if complement == "infinitive":
        return _close(_addressed(text))
    return _close(_noun(text, frame, stance))


def _is_phrase(sentence: Sentence, first: int) -> bool:
    """Whether what stands for a clause has lost its subject (*should be built on …*)."""
    return sentence.tags[first] in {"MD", "VB", "VBN", "VBG", "IN"}


def _clause(text: str, stance: Stance) -> str:
    return _close(f"It is not right that {_lower(text)}" if stance is Stance.OPPOSES and not _denies(text) else text)


def _denies(text: str) -> bool:
    return bool(re.search(r"\b(?:not|no|premature|inappropriate|unnecessary|undesirable)\b", text))


def _addressed(text: str) -> str:
    """Turn *Member States to ensure X* into *Member States should ensure X*."""
    return re.sub(r"\s+to\s+(?=\w)", " should ", text, count=1)


def _gerund(text: str, frame: Frame, stance: Stance) -> str:
    if stance is Stance.OPPOSES:
        return f"{text} should be avoided"
    if stance is Stance.CONCERNED:
        return f"{text} is a concern"
    return f"{text} is {'proposed' if frame.reading.act in {Act.PROPOSE, Act.RECOMMEND, Act.CALL_FOR} else 'important'}"


def _noun(text: str, frame: Frame, stance: Stance) -> str:
    matter = _MATTER.match(text)
    if matter and stance in {Stance.SUPPORTS, Stance.PROPOSES, Stance.NEUTRAL}:
        return _of_matter(matter)
    if stance is Stance.OPPOSES:
        return f"There should be no {_bare(text)}"
    if stance is Stance.CONCERNED:
        return f"{text} {_is(text)} a concern"
    if stance is Stance.PROPOSES:
        return f"There should be {text}"
    if frame.reading.act in {Act.WELCOME, Act.COMMEND, Act.SUPPORT}:
        return f"{text} {_is(text)} {'welcome' if frame.reading.act is not Act.SUPPORT else 'supported'}"
    return f"{text} {_is(text)} {'important' if stance is Stance.SUPPORTS else 'noted'}"


def _of_matter(matter: re.Match[str]) -> str:
    noun, rest = matter["noun"].lower(), matter["rest"]
    if matter["link"].lower() == "to":
        return f"It is {'important' if noun == 'importance' else 'necessary'} to {rest}"
    return f"{rest} {_is(rest)} {_WORD[noun]}"


def _is(text: str) -> str:
    head = re.split(r"\b(?:of|for|to|in|on|that|which|with|by|from|at|as|under|between|among|when|where)\b", text, maxsplit=1)[0].strip(
        " ,"
    )
    if re.match(r"^\w+ing\b", text):
        return "is"
    plural = bool(_PLURAL_LINK.search(head)) or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
    return "are" if plural else "is"


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)


def _lower(text: str) -> str:
    first = text.split(maxsplit=1)[0]
    return text if first.isupper() or (len(text) > 1 and text[1].isupper()) else text[0].lower() + text[1:]


def _close(text: str) -> str:
    text = text.rstrip(" .,;:")
    return text[0].upper() + text[1:] + "."

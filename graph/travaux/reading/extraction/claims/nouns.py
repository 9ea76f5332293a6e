"""Claims from noun phrases: what matters, what there should be, what is a concern."""

from __future__ import annotations

import re

from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.claims.content import Content, lower
from travaux.reading.language.sentence import Sentence

_WORTH = {
    "importance": "important",
    "significance": "important",
    "relevance": "relevant",
    "value": "valuable",
    "usefulness": "useful",
    "benefit": "beneficial",
    "benefits": "beneficial",
    "desirability": "desirable",
    "urgency": "urgent",
    "necessity": "necessary",
    "need": "needed",
    "needs": "needed",
}
_DONE = {
    "inclusion": "included",
    "insertion": "inserted",
    "addition": "added",
    "deletion": "deleted",
    "removal": "removed",
    "retention": "retained",
    "replacement": "replaced",
    "transfer": "transferred",
    "expansion": "expanded",
    "extension": "extended",
    "adoption": "adopted",
    "creation": "created",
    "establishment": "established",
    "appointment": "appointed",
    "introduction": "introduced",
    "publication": "published",
}
_MATTER = re.compile(
    rf"^(?:(?:the|an?|his|her|its|their) )?(?:\w+ )?(?P<noun>{'|'.join(_WORTH)}) (?P<link>of|for|to) (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CHANGE = re.compile(rf"^(?:(?:the|an?) )?(?P<noun>{'|'.join(_DONE)}) of (?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_PRAISE = {Act.WELCOME: "welcome", Act.SUPPORT: "welcome", Act.COMMEND: "commendable"}
_REACH = 8


def render_noun(content: Content) -> str:
    """Say of a noun phrase what the stance toward it implies."""
    text, stance = content.text(), content.stance
    if content.frame.negated and content.frame.reading.stance is Stance.OPPOSES:
        return f"There is no objection to {_indefinite(text)}"
    if stance is Stance.OPPOSES:
        named = text.startswith('"') or (content.tag in {"PRP", "DT"} and len(text.split()) == 1)
        return f"{text} should not stand" if named else f"There should be no {_bare(text)}"
    if stance is Stance.CONCERNED:
        return f"{text} {_is(content)} a concern"
    matter = _MATTER.match(text)
    if matter:
        return _of_matter(matter, content)
    if content.asks:
        return _of_change(text) or f"There should be {_indefinite(text)}"
    return f"{text} {_is(content)} {_worth(content)}"


def _worth(content: Content) -> str:
    if content.frame.reading.act in _PRAISE:
        return _PRAISE[content.frame.reading.act]
    return "noted" if content.stance is Stance.NEUTRAL else "important"


def _of_matter(matter: re.Match[str], content: Content) -> str:
    """Turn *the importance of X* into *X is important*, *the need for X to Y* into *X should Y*."""
    noun, link, rest = matter["noun"].lower(), matter["link"].lower(), matter["rest"]
    if link == "to":
        return f"It is {_WORTH[noun] if noun != 'need' else 'necessary'} to {rest}"
    to = _infinitive_after(content) if link == "for" else None
    if to is not None:
        return f"{content.text(to[0], to[1] - 1)} should {content.text(to[1] + 1)}"
    return f"{rest} {_is(content, below=True)} {_WORTH[noun]}"


def _infinitive_after(content: Content) -> tuple[int, int] | None:
    """Find who is to do something in *the need for X to do Y*: the first word of X, and the *to*."""
    sentence, (first, last) = content.sentence, content.words
    start = next((word + 1 for word in range(first, last) if sentence.lower[word] == "for"), last)
    for word in range(start + 1, min(start + _REACH, last)):
        if sentence.tags[word] == "TO" and sentence.tags[word + 1] in {"VB", "RB"} and sentence.deps[word] == "aux":
            return start, word
    return None


def _of_change(text: str) -> str | None:
    change = _CHANGE.match(text)
    return f"{change['rest']} should be {_DONE[change['noun'].lower()]}" if change else None


def _is(content: Content, *, below: bool = False) -> str:
    """Choose *is* or *are* by the head of the phrase, or ``below``: of what stands after the noun of *the importance of X*."""
    sentence, (first, last) = content.sentence, content.words
    link = next((word for word in range(first, last) if sentence.lower[word] in {"of", "for"}), first - 1)
    start = link + 1 if below else first
    head = next((word for word in range(start, last + 1) if _is_head(sentence, word, start, last)), start)
    joined = any(sentence.tags[kid].startswith("NN") and kid <= last for kid in sentence.with_dep(head, "conj"))
    plural = sentence.tags[head] != "VBG" and (joined or sentence.tags[head] in {"NNS", "NNPS"})
    return "are" if plural else "is"


def _is_head(sentence: Sentence, word: int, first: int, last: int) -> bool:
    return sentence.tags[word][:2] in {"NN", "VB", "PR"} and not first <= sentence.heads[word] <= last


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?|any)\s+", "", text, flags=re.IGNORECASE)


def _indefinite(text: str) -> str:
    return lower(text) if re.match(r"^(?:The|An?)\s", text) else text

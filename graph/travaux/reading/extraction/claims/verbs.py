"""Claims from gerunds and infinitives: who should do what, or what should be done."""

from __future__ import annotations

import re

from travaux.model.schemes import Stance
from travaux.reading.extraction.claims.content import Content
from travaux.reading.extraction.claims.participles import to_participle
from travaux.reading.language.sentence import Sentence

_PRONOUNS = {"it": "It", "them": "They"}
_ADDRESSED = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "PDT"})
_PARTS_OF_OBJECT = frozenset({"relcl", "cc", "conj", "compound", "nummod", "acl", "punct"})


def render_gerund(content: Content) -> str:
    """Turn *limiting X to Y* into *X should be limited to Y* where it is asked for or opposed, else say that doing it matters."""
    sentence, (first, last) = content.sentence, content.words
    thing = next((word for word in sentence.with_dep(first, "dobj") if word <= last), None)
    if content.stance is Stance.CONCERNED:
        return f"{content.text()} is a concern"
    if sentence.lower[first] == "having" and thing is not None and content.asks:
        return f"There {content.should} be {content.text(first + 1)}"
    if sentence.lower[first] == "avoiding" and content.asks:
        return f"{content.text(first + 1)} should be avoided"
    direct = thing is not None and sentence.left(thing) == first + 1
    if thing is not None and direct and (content.asks or content.stance is Stance.OPPOSES):
        return _passive(content, thing)
    if content.stance is Stance.OPPOSES:
        return f"{content.text()} should be avoided"
    return f"{content.text()} is {'proposed' if content.asks else 'important'}"


def render_infinitive(content: Content) -> str:
    """Turn *urged Member States to ensure X* into *Member States should ensure X*."""
    sentence, first = content.sentence, content.frame.content[0]
    after_cue = content.frame.cue_words[1] + 1
    if sentence.tags[first - 1] == "TO" and sentence.tags[after_cue] in _ADDRESSED and after_cue < first - 1:
        return f"{content.text(after_cue, first - 2).strip(' ,')} {content.should} {content.text()}"
    if content.tag in {"VB", "RB"}:
        return f"It is {'wrong' if content.stance is Stance.OPPOSES else 'proposed'} to {content.text()}"
    return re.sub(r"\s+to\s+(?=\w)", f" {content.should} ", content.text(), count=1)


def _passive(content: Content, thing: int) -> str:
    sentence, (first, last) = content.sentence, content.words
    end = min(_end_of_object(sentence, thing), last)
    name = content.text(first + 1, end)
    done = f"{_PRONOUNS.get(name, name)} {content.should} be {to_participle(sentence.lower[first])}"
    return f"{done} {content.text(end + 1)}".strip()


def _end_of_object(sentence: Sentence, thing: int) -> int:
    """Return where an object ends: its *of* phrases, relative clauses and a quotation right after it belong to it."""
    end = thing
    for kid in sentence.kids[thing]:
        near = sentence.deps[kid] == "prep" and (sentence.lower[kid] == "of" or kid == end + 1)
        if kid > thing and (near or sentence.deps[kid] in _PARTS_OF_OBJECT):
            end = max(end, sentence.right(kid))
    if sentence.words[end + 1 : end + 2] == ('"',):
        end = next((word for word in range(end + 2, len(sentence)) if sentence.words[word] == '"'), end)
    while sentence.tags[end] in {",", ":"}:
        end -= 1
    return end

"""Claims: one readable sentence that says what the speakers hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.extraction.claims.participles import to_participle
from travaux.reading.language.sentence import Sentence

_MATTER = re.compile(
    r"^(?:(?:the|an?|his|her|its|their) )?(?:\w+ )?(?P<noun>importance|necessity|relevance|value|usefulness|significance|needs?|urgency|benefits?|desirability)"
    r" (?P<link>of|for|to) (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
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
_CHANGE = re.compile(
    r"^(?:(?:the|an?) )?(?P<noun>inclusion|insertion|addition|deletion|removal|retention|replacement|transfer|expansion|extension|adoption|creation"
    r"|establishment|appointment|introduction|publication) of (?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
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
_DENIAL = re.compile(r"\b(?:not|no|premature|inappropriate|unnecessary|undesirable|too|unrealistic|unworkable)\b")
_ASKS = frozenset({Act.PROPOSE, Act.RECOMMEND, Act.CALL_FOR})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


@dataclass(frozen=True, slots=True)
class _Content:
    """A content to be made a claim: its sentence, its words, and what the cue says of it."""

    sentence: Sentence
    words: Words
    frame: Frame
    stance: Stance

    def text(self, first: int | None = None, last: int | None = None) -> str:
        """Return the words ``first``..``last`` of it as plain text."""
        start, end = self.words[0] if first is None else first, self.words[1] if last is None else last
        return " ".join(self.sentence.between(start, end).split()) if start <= end else ""

    @property
    def tag(self) -> str:
        """The tag of its first word."""
        return self.sentence.tags[self.words[0]]


def render_claim(sentence: Sentence, frame: Frame, words: Words, stance: Stance) -> str:
    """Write a content as a sentence in the words of the report.

    Clauses stay as they are and get back the subject that a coordination shares (*it should A and should B*); noun phrases, gerunds and
    infinitives get the norm that the cue implies (*called for limiting X* → *X should be limited*). What is opposed is denied, so that
    the claim is what the speakers hold, never what they reject.
    """
    content = _Content(sentence, words, frame, stance)
    if frame.reading.complement == "infinitive":
        return _close(_infinitive(content))
    lead = _lead(content)
    if lead:
        return _close(f"{lead} {content.text()}")
    if _is_clause(content):
        return _close(_clause(content))
    if content.tag == "MD":
        return _close(f"This {content.text()}")
    if content.tag == "VBG":
        return _close(_gerund(content))
    return _close(_noun(content))


def _is_clause(content: _Content) -> bool:
    """Whether a content has a subject and a finite verb of its own."""
    sentence, (first, last) = content.sentence, content.words
    for word in range(first, last + 1):
        if sentence.deps[word] not in _SUBJECTS or not first <= sentence.heads[word] <= last:
            continue
        verb = sentence.heads[word]
        finite = sentence.tags[verb] in {"VBD", "VBZ", "VBP"} or any(
            sentence.deps[kid] in {"aux", "auxpass"} for kid in sentence.kids[verb]
        )
        if finite and sentence.deps[verb] not in {"relcl", "pcomp"} and not any(sentence.tags[kid] == "TO" for kid in sentence.kids[verb]):
            return (
                sentence.left(word) <= first + 1 or content.frame.reading.complement == "that" or sentence.tags[first] in {"IN", "RB", ","}
            )
    return False


def _lead(content: _Content) -> str:
    """Return the words that a content shares with the one before it in the same clause, empty if it shares none."""
    sentence, first = content.sentence, content.words[0]
    whole = content.frame.content
    if first <= whole[0] or _is_clause(content):
        return ""
    verb = next((word for word in range(whole[0], first) if _is_main(sentence, word, whole)), None)
    if verb is None:
        return ""
    subject = sentence.first_with_dep(verb, *_SUBJECTS)
    if subject is None or sentence.left(subject) < whole[0] or sentence.left(verb) > whole[0]:
        return ""
    if content.tag in {"MD", "VBD", "VBZ", "VBP"} or (content.tag == "RB" and sentence.tags[first + 1] == "MD"):
        return content.text(sentence.left(subject), sentence.right(subject))
    objects = [word for word in sentence.with_dep(verb, "dobj", "attr", "acomp") if word < first]
    return content.text(whole[0], sentence.left(objects[0]) - 1) if objects else ""


def _is_main(sentence: Sentence, word: int, whole: Words) -> bool:
    """Whether a word is the main verb of a clause that is the content of a cue."""
    outside = not whole[0] <= sentence.heads[word] <= whole[1] or sentence.heads[word] == word
    return outside and sentence.tags[word].startswith("VB") and sentence.tags[word] != "VBG"


def _clause(content: _Content) -> str:
    text = re.sub(r"^(?:that|whether|if)\s+", "", content.text())
    return f"It is not right that {_lower(text)}" if content.stance is Stance.OPPOSES and not _DENIAL.search(text) else text


def _gerund(content: _Content) -> str:
    """Turn *limiting X to Y* into *X should be limited to Y*, or say that doing it matters."""
    should = "should not" if content.stance is Stance.OPPOSES else "should"
    sentence, (first, last) = content.sentence, content.words
    item = next((word for word in sentence.with_dep(first, "dobj") if word <= last), None)
    if content.stance is Stance.CONCERNED:
        return f"{content.text()} is a concern"
    if sentence.lower[first] == "having" and item is not None:
        return f"There {should} be {content.text(first + 1)}"
    if sentence.lower[first] == "avoiding":
        return f"{content.text(first + 1)} {'should not' if should == 'should' else 'should'} be accepted"
    asked = content.frame.reading.act in _ASKS or content.stance is Stance.OPPOSES
    if item is None or not asked or sentence.left(item) != first + 1:
        return f"{content.text()} {'is important' if content.stance is not Stance.OPPOSES else 'should be avoided'}"
    end = min(_end_of_object(sentence, item), last)
    done = to_participle(sentence.lower[first])
    thing = {"it": "It", "them": "They"}.get(content.text(first + 1, end), content.text(first + 1, end))
    return " ".join(part for part in (f"{thing} {should} be {done}", content.text(end + 1)) if part)


def _end_of_object(sentence: Sentence, item: int) -> int:
    """Return where the object proper ends: its *of* phrases and relative clauses belong to it."""
    end = item
    for kid in sentence.kids[item]:
        if kid > item and (
            sentence.lower[kid] == "of" or sentence.deps[kid] in {"relcl", "cc", "conj", "compound", "nummod", "acl", "punct"}
        ):
            end = max(end, sentence.right(kid))
        elif kid > item and sentence.deps[kid] == "prep" and kid == end + 1:
            end = max(end, sentence.right(kid))
    if end + 1 < len(sentence) and sentence.words[end + 1] == '"':
        end = next((word for word in range(end + 2, len(sentence)) if sentence.words[word] == '"'), end)
    while sentence.tags[end] in {",", ":"}:
        end -= 1
    return end


def _infinitive(content: _Content) -> str:
    """Turn *urged Member States to ensure X* into *Member States should ensure X*."""
    should = "should not" if content.stance is Stance.OPPOSES else "should"
    sentence, first = content.sentence, content.frame.content[0]
    asked = content.text(content.frame.cue_words[1] + 1, first - 2) if sentence.tags[first - 1] == "TO" else ""
    if asked and sentence.tags[content.frame.cue_words[1] + 1] in {"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "PDT"}:
        return f"{asked.strip(' ,')} {should} {content.text()}"
    if content.tag in {"VB", "RB"}:
        return f"It is {'wrong' if content.stance is Stance.OPPOSES else 'proposed'} to {content.text()}"
    return re.sub(r"\s+to\s+(?=\w)", f" {should} ", content.text(), count=1)


def _noun(content: _Content) -> str:
    text, stance = content.text(), content.stance
    matter = _MATTER.match(text)
    if matter and stance not in {Stance.OPPOSES, Stance.CONCERNED}:
        return _of_matter(matter, content)
    if stance is Stance.OPPOSES:
        return f"{text} should not stand" if text.startswith('"') else f"There should be no {_bare(text)}"
    if stance is Stance.CONCERNED:
        return f"{text} {_is(content)} a concern"
    if stance is Stance.PROPOSES or content.frame.reading.act in _ASKS:
        return _of_change(text) or f"There should be {_indefinite(text)}"
    if content.frame.reading.act is Act.COMMEND:
        return f"{text} {_is(content)} commendable"
    if stance is Stance.NEUTRAL:
        return f"{text} {_is(content)} noted"
    praised = content.frame.reading.act in {Act.WELCOME, Act.SUPPORT}
    return f"{text} {_is(content)} {'welcome' if praised else 'important'}"


def _of_matter(matter: re.Match[str], content: _Content) -> str:
    noun, rest = matter["noun"].lower(), matter["rest"]
    if matter["link"].lower() == "to":
        return f"It is {'important' if noun == 'importance' else 'necessary'} to {rest}"
    to = _infinitive_after(content) if matter["link"].lower() == "for" else None
    if to is not None:
        return f"{content.text(to[0], to[1] - 1)} should {content.text(to[1] + 1)}"
    return f"{rest} {'is' if re.match(r'^[a-z]+ing ', rest) else _is(content, rest)} {_WORTH[noun]}"


def _infinitive_after(content: _Content) -> tuple[int, int] | None:
    """Find who is to do something in *the need for X to do Y*: the first word of X, and the *to*."""
    sentence, (first, last) = content.sentence, content.words
    start = next((word + 1 for word in range(first, last) if sentence.lower[word] == "for"), last)
    for word in range(start + 1, min(start + 8, last)):
        if sentence.tags[word] == "TO" and sentence.tags[word + 1] in {"VB", "RB"} and sentence.deps[word] == "aux":
            return start, word
    return None


def _of_change(text: str) -> str | None:
    change = _CHANGE.match(text)
    return f"{change['rest']} should be {_DONE[change['noun'].lower()]}" if change else None


def _is(content: _Content, rest: str | None = None) -> str:
    """Choose *is* or *are* by the head of the phrase, or of what stands after the noun of *the importance of X*."""
    sentence, (first, last) = content.sentence, content.words
    start = first
    if rest is not None:
        start = next((word + 1 for word in range(first, last) if sentence.lower[word] in {"of", "for"}), first)
    head = next((word for word in range(start, last + 1) if _heads(sentence, word, start, last)), start)
    joined = any(sentence.tags[kid].startswith("NN") and kid <= last for kid in sentence.with_dep(head, "conj"))
    return "are" if joined or sentence.tags[head] in {"NNS", "NNPS"} else "is"


def _heads(sentence: Sentence, word: int, first: int, last: int) -> bool:
    return sentence.tags[word][:2] in {"NN", "VB", "PR"} and not first <= sentence.heads[word] <= last


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|an?|any)\s+", "", text, flags=re.IGNORECASE)


def _indefinite(text: str) -> str:
    return _lower(text) if re.match(r"^(?:The|An?)\s", text) else text


def _lower(text: str) -> str:
    return text if text[1:2].isupper() or text[:1] == '"' else text[:1].lower() + text[1:]


def _close(text: str) -> str:
    text = re.sub(r'\s+(["”,.;:])(?=\s|$)', r"\1", text.strip(" ,;:")).rstrip(" .")
    return text[:1].upper() + text[1:] + "."

"""Contents that can be affirmed separately: where a coordination is split and where it has one joint focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

_COORDINATORS = frozenset({"and", "or", "but", "nor"})
_LINKING = frozenset(
    {
        "and",
        "or",
        "but",
        "nor",
        "also",
        "well",
        "as",
        "further",
        "furthermore",
        "equally",
        "additionally",
        "moreover",
        "then",
        "thus",
        "finally",
    }
)
_OPENING = frozenset({",", ";", ":", "and", "or", "but", "that", "while"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_OF = frozenset({"of", "for", "to", "in", "on"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def split_contents(sentence: Sentence, frame: Frame, index: CueIndex) -> list[Words]:
    """Split what a cue governs into the contents that stand beside one another, each without the words that join them.

    Clauses, infinitives and noun phrases are split at their own level and, under a noun such as
    *importance*, at the level below; what stands deeper belongs together.
    """
    first, last = frame.content
    points = {point for point in _points(sentence, frame, index) if first < point <= last}
    points = sorted(points | set(_last_of_list(sentence, points, last)))
    parts = [_trim(sentence, start, end - 1) for start, end in zip([first, *points], [*points, last + 1], strict=True)]
    return [part for part in parts if part[0] <= part[1]]


def _last_of_list(sentence: Sentence, points: Iterable[int], last: int) -> Iterator[int]:
    """Yield where the last item of a list begins whose items before are split: *A, B, and C*."""
    listed = [point for point in points if sentence.words[point - 1] == "," and sentence.tags[point][:2] in {"NN", "JJ", "DT", "VB", "PR"}]
    for at in range(min(listed, default=last), last - 1):
        if (
            sentence.words[at] == ","
            and sentence.lower[at + 1] in {"and", "or"}
            and sentence.tags[at + 2] in {"NN", "NNS", "JJ", "DT", "VBN", "VBG", "PRP$"}
        ):
            yield at + 2


def _points(sentence: Sentence, frame: Frame, index: CueIndex) -> Iterator[int]:
    """Yield the words at which a further content begins."""
    content = frame.content
    first, last = content
    yield from _repeated(sentence, frame, index)
    head = _head(sentence, content)
    if head is None:
        return
    if _is_clause(sentence, head):
        yield from _clauses(sentence, head, content, index)
        return
    for other in sentence.with_dep(frame.anchor, "conj", "dobj", "nsubjpass"):
        if (
            head < other <= last
            and sentence.tags[other] in {"VBG", "NN", "NNS"}
            and sentence.lower[sentence.left(other) - 1] in {",", "and", "or", "as"}
        ):
            yield sentence.left(other)
    for conjunct in _conjuncts(sentence, head, content):
        if _can_stand(sentence, head, conjunct):
            yield max(first, _begin(sentence, conjunct))
    if index.marker_at(sentence, head, MarkerKind.MATTER) is not None:
        yield from _below(sentence, head, content, index)
    for at in range(first, last - 1):
        if sentence.lower[at] == "namely":
            yield from _parallel(sentence, at + 1, last)
    if sentence.tags[first] == "VBG":
        yield from _parallel(sentence, first, last)


def _parallel(sentence: Sentence, first: int, last: int) -> Iterator[int]:
    """Yield where the items of a list begin that open as its first one does (*using A, linking B, and ensuring C*)."""
    opening = sentence.tags[first] if sentence.tags[first] == "VBG" else sentence.lower[first]
    if opening not in {"VBG", "the", "a", "an"}:
        return
    alike = [at for at in range(first + 1, last + 1) if opening in {sentence.tags[at], sentence.lower[at]}]
    closing = [at for at in alike if sentence.lower[at - 1] in {"and", "or"}]
    if closing and (opening != "VBG" or sentence.words[closing[-1] - 2] in {",", ";"}):
        yield from (at for at in alike if at <= closing[-1] and sentence.lower[at - 1] in {",", ";", "and", "or"})


def _head(sentence: Sentence, content: Words) -> int | None:
    """Return the word of the content that the rest depends on: the first whose head lies outside."""
    first, last = content
    outside = [word for word in range(first, last + 1) if not first <= sentence.heads[word] <= last or sentence.heads[word] == word]
    weighty = [word for word in outside if sentence.tags[word][:2] in {"NN", "VB", "JJ", "PR", "MD", "CD"}]
    return weighty[0] if weighty else (outside[0] if outside else None)


def _is_clause(sentence: Sentence, head: int) -> bool:
    return sentence.first_with_dep(head, "nsubj", "nsubjpass", "csubj", "expl") is not None and sentence.tags[head].startswith("VB")


def _conjuncts(sentence: Sentence, head: int, content: Words) -> Iterator[int]:
    """Yield what is coordinated with a word, and with that in turn, inside the content."""
    waiting = [head]
    while waiting:
        word = waiting.pop(0)
        for kid in sentence.with_dep(word, "conj", "appos"):
            if not content[0] <= kid <= content[1] or kid <= head:
                continue
            if sentence.deps[kid] == "conj" or _is_listed(sentence, kid):
                yield kid
                waiting.append(kid)


def _is_listed(sentence: Sentence, word: int) -> bool:
    """Whether an apposition is an item of a list (*A, B and C*): something is coordinated with it."""
    return sentence.first_with_dep(word, "conj") is not None and sentence.lower[sentence.left(word) - 1] == ","


def _can_stand(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether a conjunct is of the kind of the first one, with words of its own."""
    one, other = sentence.tags[head], sentence.tags[conjunct]
    begin = sentence.left(conjunct)
    if (
        sentence.matches(begin - 2, ("rather", "than"))
        or sentence.matches(begin - 2, ("instead", "of"))
        or sentence.lower[begin - 1] == "not"
    ):
        return False
    if one.startswith("VB") and other.startswith("VB"):
        return _has_object(sentence, head, conjunct) and (one == other or sentence.tags[conjunct] in {"VBG", "VB"})
    if one in _NOMINAL and other in _NOMINAL:
        return not _is_tight(sentence, head, conjunct)
    return False


def _are_nouns(sentence: Sentence, item: int, conjunct: int) -> bool:
    """Whether two nouns are named side by side (*legality and necessity*) and share no noun (*education and training measures*)."""
    begin = sentence.left(conjunct)
    if begin < conjunct and sentence.tags[begin] not in {"DT", "PRP$", "JJ"}:
        return False
    return (
        sentence.tags[item] in _NOMINAL - {"VBG"}
        and sentence.tags[conjunct] in _NOMINAL - {"VBG"}
        and sentence.lower[item - 1] not in {"both", "between"}
    )


def _shares(sentence: Sentence, item: int, conjunct: int) -> bool:
    """Whether a bare noun shares the noun of the next item (*education and awareness-raising measures*)."""
    begin = sentence.left(conjunct)
    bare = (
        sentence.left(item) == item
        and sentence.right(item) == max(item, sentence.right(conjunct))
        and sentence.lower[item + 1] in {"and", "or"}
    )
    return bare and begin < conjunct and sentence.tags[begin] not in {"DT", "PRP$", "JJ"}


def _has_object(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether the first of two verbs has something of its own before the second (*review and amend the text* is one content)."""
    return any(
        kid > head and sentence.right(kid) < conjunct and sentence.deps[kid] not in {"cc", "punct", "advmod", "conj"}
        for kid in sentence.kids[head]
    )


def _is_tight(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether two nouns are joined without words of their own (*checks and balances*) or share what stands before or after them."""
    begins = sentence.left(conjunct)
    bare = begins == conjunct and conjunct == head + 2 and sentence.right(conjunct) == conjunct  # noqa: PLR2004, one word between
    shared = begins == conjunct and sentence.lower[sentence.left(head)] in {"both", "between"}
    return (bare and sentence.left(head) == head) or shared


def _begin(sentence: Sentence, conjunct: int) -> int:
    return sentence.left(conjunct)


def _below(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further items begin under *the importance of A, B and C*."""
    for prep in sentence.with_dep(head, "prep", "acl"):
        if sentence.lower[prep] not in _OF and sentence.deps[prep] != "acl":
            continue
        item = prep if sentence.deps[prep] == "acl" else sentence.first_with_dep(prep, "pobj", "pcomp")
        if item is None:
            continue
        for conjunct in _conjuncts(sentence, item, content):
            if _are_nouns(sentence, item, conjunct) or (_can_stand(sentence, item, conjunct) and not _shares(sentence, item, conjunct)):
                yield _begin(sentence, conjunct)
        if index.marker_at(sentence, item, MarkerKind.MATTER) is not None:
            yield from _below(sentence, item, content, index)
        for other in sentence.with_dep(prep, "conj"):
            if sentence.lower[other] == sentence.lower[prep] and content[0] <= other <= content[1]:
                yield other + 1


def _repeated(sentence: Sentence, frame: Frame, index: CueIndex) -> Iterator[int]:
    """Yield where the opening of the content is taken up again after a coordinator: *and that*, *as well as the need for*, *or to*."""
    first, last = frame.content
    opening = sentence.lower[first - 1] if first > 0 else ""
    for at in range(first + 1, last):
        if not _after_coordinator(sentence, at):
            continue
        if sentence.lower[at] == "that" and opening == "that" and sentence.tags[at] == "IN":
            yield at + 1
        elif (
            sentence.lower[at] == opening
            and opening in {"to", "against", "about", "for", "on", "of", "over"}
            and sentence.tags[at] in {"TO", "IN"}
        ):
            yield at + 1
        elif sentence.lower[at] == "whether" and sentence.lower[first] == "whether":
            yield at
        elif (
            sentence.words[at] == '"'
            and '"' in sentence.words[at - 3 : at]
            and not index.has_marker(sentence, first, at, MarkerKind.RATIONALE)
        ):
            yield at
        elif _is_matter(sentence, first, index) and sentence.lower[at] in _OF and sentence.lower[at] == _link(sentence, first):
            yield at + 1
        elif _is_matter(sentence, at, index) and _is_matter(sentence, first, index):
            yield at
        elif (
            sentence.words[at - 4 : at - 3] == (",",)
            and sentence.matches(at - 3, ("as", "well", "as"))
            and frame.reading.complement != "that"
        ):
            yield at


def _after_coordinator(sentence: Sentence, at: int) -> bool:
    """Whether a coordinator stands before a word, perhaps with *also* between."""
    before = at - 1
    while before > 0 and sentence.lower[before] in {"also", "further", "equally", "then"}:
        before -= 1
    if sentence.lower[before] in {"and", "or", "but"}:
        return True
    if sentence.lower[before] == ",":
        return sentence.lower[at] in {"that", "to"}
    return before >= 2 and sentence.lower[before - 2 : before + 1] == ("as", "well", "as")  # noqa: PLR2004, three words


def _is_matter(sentence: Sentence, at: int, index: CueIndex) -> bool:
    """Whether a noun that carries its complement, such as *the importance of*, begins at a word."""
    word = at
    while word < min(at + 3, len(sentence)) and sentence.tags[word] in {"DT", "JJ", "PRP$", "RB"}:
        word += 1
    if word >= len(sentence) - 1 or index.marker_at(sentence, word, MarkerKind.MATTER) is None:
        return False
    return sentence.lower[word + 1] in _OF


def _link(sentence: Sentence, first: int) -> str:
    """Return the preposition after the noun that a content begins with."""
    return next((sentence.lower[at] for at in range(first, min(first + 5, len(sentence))) if sentence.tags[at] in {"IN", "TO"}), "")


def _clauses(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further clauses begin: with a subject of their own, or with a new modal or verb under the same subject."""
    yield from _objects(sentence, head, content, index)
    opened = content[0]
    if sentence.lower[opened] == "while" and sentence.deps[opened] == "mark":
        end = sentence.right(sentence.heads[opened])
        if index.has_marker(sentence, opened, min(end, content[1]), MarkerKind.NORM):
            yield end + 1
    for conjunct in _conjuncts(sentence, head, content):
        own = sentence.first_with_dep(conjunct, "nsubj", "nsubjpass", "csubj", "expl")
        if own is not None and own < conjunct and sentence.left(own) > head:
            yield sentence.left(own)
        elif any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(conjunct, "aux")):
            yield sentence.left(conjunct)


def _objects(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further objects of a norm begin: *the text should include A as well as B*."""
    if not any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(head, "aux")):
        return
    for other in sentence.with_dep(head, "conj"):
        if sentence.matches(sentence.left(other) - 3, ("as", "well", "as")):
            yield sentence.left(other)
    for item in sentence.with_dep(head, "dobj"):
        for conjunct in _conjuncts(sentence, item, content):
            begin = sentence.left(conjunct)
            if sentence.matches(begin - 3, ("as", "well", "as")) and _can_stand(sentence, item, conjunct):
                yield begin
        if index.marker_at(sentence, item, MarkerKind.MATTER) is not None:
            yield from _below(sentence, item, content, index)


def _trim(sentence: Sentence, first: int, last: int) -> Words:
    """Take joining words and punctuation off both ends."""
    while first <= last and (sentence.lower[first] in _OPENING or _is_joining(sentence, first) or (sentence.tags[first] == "TO" and first == last)):
        first += 1
    while first <= last and (sentence.tags[last] in {",", ":", ".", "CC"} or _ends_joining(sentence, last) or _dangles(sentence, last)):
        last -= 1
    return first, last


def _dangles(sentence: Sentence, at: int) -> bool:
    """Whether a preposition at the end belongs to the next item (*the need for A and of* B)."""
    return sentence.tags[at] in {"IN", "TO"} and sentence.tags[at - 1] in {"CC", ","}


def _is_joining(sentence: Sentence, at: int) -> bool:
    return sentence.lower[at] in {"also", "furthermore", "moreover", "additionally", "thus", "hence"} and sentence.tags[at] == "RB"


def _ends_joining(sentence: Sentence, at: int) -> bool:
    if sentence.matches(at - 2, ("as", "well", "as")) or sentence.lower[at - 1 : at + 1] == ("well", "as"):
        return True
    if sentence.matches(at - 1, ("as", "well")) or sentence.lower[at] == "as" or sentence.lower[at] == "that" and sentence.tags[at] == "IN":
        return True
    return sentence.lower[at] in {"also", "further", "furthermore", "thus"} and sentence.tags[at] == "RB" and sentence.tags[at - 1] == "CC"

"""A noun phrase after a cue: an addressee before an infinitive or a clause, the subject of a clause without that, or the object."""

from __future__ import annotations

import re

from travaux.reading.extraction.complements.search import Complement, Search
from travaux.reading.language.sentence import Sentence

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})
_PERSON = re.compile(r"(?:ers?|ors?|ists?|ians?|ment|ency|tee|ission|tariat|cil|oard|ate|roup|party|body)$")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ance|ence|ity|ness|ing|measures?|use|approach|role)s?$")


def read_noun_phrase(search: Search, at: int) -> Complement | None:
    """Return the reading that a noun phrase at a word fits: the closest of what may be asked, said or judged of it."""
    if "infinitive" in search.readings:
        to = _find_infinitive(search, at)
        if to is not None and not ("object" in search.readings and _is_purpose(search)):
            return search.begin("infinitive", at if _is_thing(search.sentence, at, to) else to + 1)
    if "that" in search.readings:
        mark = _clause_after_addressee(search, at)
        if mark is not None:
            return search.beyond(search.readings["that"], mark, search.after)
        if _opens_bare_clause(search, at):
            return search.begin("that", at)
    if "predicate" in search.readings and _has_predicate(search):
        return search.begin("predicate", at)
    return search.begin("object", at)


def _find_infinitive(search: Search, at: int) -> int | None:
    """Find the *to* of *to do* after an addressee that begins at ``at``: *urged the parties to agree*."""
    sentence, verb = search.sentence, search.verb
    for kid in sentence.with_dep(verb, "xcomp", "ccomp", "advcl"):
        to = search.infinitive_mark(kid)
        if at < kid < search.limit and sentence.tags[kid] == "VB" and to is not None and sentence.tags[to - 1] != "IN":
            return to
    addressed = sentence.first_with_dep(verb, "dobj")
    if addressed is None or addressed < at:
        return None
    infinitives = (kid for kid in sentence.with_dep(addressed, "acl", "relcl") if sentence.tags[kid] == "VB")
    return next((to for kid in infinitives if (to := search.infinitive_mark(kid)) is not None), None)


def _is_thing(sentence: Sentence, at: int, to: int) -> bool:
    """Whether what is to do something is no addressee but part of what is wanted (*wanted the moratorium to apply at once*)."""
    tags = sentence.tags
    heads = (word for word in range(at, to) if tags[word].startswith(("NN", "PR")) and not tags[word + 1].startswith("NN"))
    head = next(heads, at)
    return tags[head] == "NN" and not _PERSON.search(sentence.lower[head])


def _is_purpose(search: Search) -> bool:
    """Whether the object of a verb is a thing and can be asked nothing (*encouraged the inclusion of X to increase Y*)."""
    item = search.sentence.first_with_dep(search.verb, "dobj")
    return item is not None and bool(_ABSTRACT.search(search.sentence.lower[item]))


def _clause_after_addressee(search: Search, at: int) -> int | None:
    """Find the *that* right after an addressee: *told the Committee that*."""
    sentence, verb = search.sentence, search.verb
    clause = next((kid for kid in sentence.kids[verb] if at < kid < search.limit and sentence.deps[kid] in _CLAUSES), None)
    addressed = sentence.first_with_dep(verb, "dobj", "dative", "iobj")
    if clause is None or addressed is None:
        return None
    mark = next((kid for kid in sentence.with_dep(clause, "mark") if kid > at), None)
    return mark if mark is not None and sentence.lower[mark] == "that" and sentence.right(addressed) + 2 >= mark else None


def _opens_bare_clause(search: Search, at: int) -> bool:
    """Whether a clause without *that* opens at a word: *said the text was premature*."""
    sentence = search.sentence
    return any(at <= kid < search.limit and sentence.left(kid) <= at + 1 for kid in sentence.with_dep(search.verb, "ccomp"))


def _has_predicate(search: Search) -> bool:
    """Whether a verb has an object and something said of it: *considered the text premature*."""
    sentence, verb = search.sentence, search.verb
    if sentence.first_with_dep(verb, "oprd") is not None and sentence.first_with_dep(verb, "dobj", "nsubj") is not None:
        return True
    clause = sentence.first_with_dep(verb, "ccomp")
    return clause is not None and clause > verb and sentence.tags[clause] in {"JJ", "JJR"}

"""The file of the thesaurus: parsed, its IRIs put under the base of the corpus, and checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyoxigraph import Triple as QuotedTriple

from travaux.errors import CorpusError
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.model.theme import Theme
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, class_iri, concept_iri, property_iri
from travaux.rdf.turtle import read_turtle

_HERE = "https://themes.invalid/corpus/"
"""Stands for the corpus while parsing: shows which IRIs were relative, whatever the corpus' own base ends in."""

_OUTSIDE = "https://themes.invalid/"
SKOS = NAMESPACES["skos"]
_THEME_CLASS = class_iri(Theme)
PROVISION = property_iri("provisions", many=True)
SIGNAL = property_iri("signal_phrases", many=True)
NEGATIVE = property_iri("negative_phrases", many=True)
REVIEW = property_iri("review")
REVIEWS = {concept_iri(status): status for status in ReviewStatus}
_SCHEME = Id("theme")
_THEME_ID = re.compile(r"theme/[a-z0-9]+(-[a-z0-9]+)*")
_PROVISION_ID = re.compile(r"instrument/[^/]+/[a-z-]+/[^/]+")

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The checked triples of the file, and the values of each property of each subject in the order of the file."""

    base: str
    triples: tuple[Triple, ...]
    values: dict[str, dict[str, list[NamedNode | Literal]]]

    def id_of(self, term: NamedNode | Literal) -> Id | None:
        """Return the identifier of a thing of the corpus, ``None`` for anything else."""
        if isinstance(term, NamedNode) and term.value.startswith(self.base):
            return Id(term.value.removeprefix(self.base))
        return None

    def of(self, subject: Id, predicate: str) -> list[NamedNode | Literal]:
        """Return the values of a property of a thing of the corpus, in the order of the file."""
        return self.values.get(self.base + subject, {}).get(predicate, [])

    def texts(self, subject: Id, predicate: str) -> tuple[str, ...]:
        """Return the different texts among the values of a property, sorted."""
        return tuple(sorted({term.value for term in self.of(subject, predicate) if isinstance(term, Literal)}))

    def ids(self, subject: Id, predicate: str) -> tuple[Id, ...]:
        """Return the different things of the corpus among the values of a property, sorted."""
        return tuple(sorted({key for term in self.of(subject, predicate) if (key := self.id_of(term)) is not None}))

    def themes(self) -> list[Id]:
        """List the themes in the order of the file."""
        found = (self.id_of(subject) for subject, predicate, value in self.triples if _is_theme_type(predicate, value))
        return list(dict.fromkeys(key for key in found if key is not None))


def read_thesaurus(path: Path, base: str) -> Thesaurus:
    """Read and check the file; an empty thesaurus if there is none. Errors are those of ``read_themes``."""
    if not path.exists():
        return Thesaurus(base, (), {})
    quads = read_turtle(path, _HERE)
    problems: list[str] = []
    triples = tuple(_resolved(quads, base, problems))
    values: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        values[subject.value][predicate.value].append(value)
    thesaurus = Thesaurus(base, triples, values)
    problems.extend(_mistakes(thesaurus))
    _raise(problems, path)
    return thesaurus


def _resolved(quads: Iterable[Quad], base: str, problems: list[str]) -> Iterator[Triple]:
    """Put the base of the corpus where IRIs were relative; leave out, and report, what cannot stand in the store."""
    for quad in quads:
        terms = (quad.subject, quad.predicate, quad.object)
        if any(isinstance(term, BlankNode | QuotedTriple) for term in terms):
            problems.append(f"something has no IRI, at {_short(quad.predicate)}: give it one instead of [ ], ( ) or _:name")
            continue
        subject, predicate, value = (_based(term, base) if isinstance(term, NamedNode) else term for term in terms)
        if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(value, NamedNode | Literal)):
            raise TypeError(quad)  # the parser yields nothing else
        used = [term.value for term in (subject, predicate, value) if isinstance(term, NamedNode)]
        outside = next((iri for iri in used if iri.startswith(_OUTSIDE)), None)
        if outside is not None:
            problems.append(f"<{outside.removeprefix(_OUTSIDE)}> leads out of the corpus: write <theme/name>")
        elif predicate.value.startswith(base) or (isinstance(value, Literal) and value.datatype.value.startswith(_OUTSIDE)):
            problems.append(f"{_short(predicate)} is a relative IRI where a property or a datatype belongs: declare its prefix")
        else:
            yield subject, predicate, value


def _based(term: NamedNode, base: str) -> NamedNode:
    return NamedNode(base + term.value.removeprefix(_HERE)) if term.value.startswith(_HERE) else term


def _mistakes(thesaurus: Thesaurus) -> Iterator[str]:
    themes = set(thesaurus.themes())
    for subject, predicate, value in thesaurus.triples:
        key = thesaurus.id_of(subject)
        if key is not None and key != _SCHEME and key not in themes:
            yield f"<{key}> is not a theme: begin it with <theme/name> a trv:Theme, skos:Concept"
        yield from _wrong_value(thesaurus, themes, key or Id(subject.value), predicate, value)
    for key in sorted(themes):
        if not _THEME_ID.fullmatch(key):
            yield f"<{key}> is not the address of a theme: write <theme/name>, of lower-case letters, digits and hyphens"
        languages = [
            label.language for label in thesaurus.of(key, SKOS + "prefLabel") if isinstance(label, Literal) and label.value.strip()
        ]
        if not languages:
            yield f"<{key}> has no skos:prefLabel"
        if len(languages) != len(set(languages)):
            yield f"<{key}> has two names in one language: make one of them a skos:altLabel"
        above = _above(thesaurus, key)
        if key in above:
            yield f"<{key}> is broader than itself, directly or by way of others"
        for other in sorted(above.intersection(thesaurus.ids(key, SKOS + "related"))):
            yield f"<{key}> is related to <{other}>, which is broader than it: say one of the two"


def _wrong_value(thesaurus: Thesaurus, themes: set[Id], key: Id, predicate: NamedNode, value: NamedNode | Literal) -> Iterator[str]:
    target = thesaurus.id_of(value)
    if predicate.value == PROVISION:
        if target is None or not _PROVISION_ID.fullmatch(target):
            yield f"<{key}> has a trv:provision that is none: write <instrument/name/article/5>"
    elif predicate.value in {SKOS + "broader", SKOS + "narrower", SKOS + "related", SKOS + "hasTopConcept"}:
        if target not in themes:
            yield f"<{key}> points by {_short(predicate)} to {value}, which is no theme here"
    elif predicate.value in {SIGNAL, NEGATIVE, SKOS + "prefLabel", SKOS + "altLabel", SKOS + "definition", SKOS + "scopeNote"}:
        if not isinstance(value, Literal):
            yield f"<{key}> has {value} as {_short(predicate)}, where text belongs"
    elif predicate.value == REVIEW:
        yield from _wrong_review(thesaurus, key, value)
    elif target is not None and target != _SCHEME and target not in themes:
        yield f"<{key}> points by {_short(predicate)} to <{target}>, which is no theme here"


def _wrong_review(thesaurus: Thesaurus, key: Id, value: NamedNode | Literal) -> Iterator[str]:
    if REVIEWS.get(value.value) is ReviewStatus.REJECTED:
        yield f"<{key}> was declined: move it to review/themes.ttl, or take it as a theme without trv:review"
    elif value.value not in REVIEWS or len(thesaurus.of(key, REVIEW)) > 1:
        yield f"<{key}> needs one word of scheme:review-status as trv:review, or none"


def _above(thesaurus: Thesaurus, key: Id) -> set[Id]:
    """Collect everything broader than a theme, directly or by way of others."""
    found: set[Id] = set()
    waiting = list(thesaurus.ids(key, SKOS + "broader"))
    while waiting:
        if (current := waiting.pop()) not in found:
            found.add(current)
            waiting.extend(thesaurus.ids(current, SKOS + "broader"))
    return found


def _is_theme_type(predicate: NamedNode, value: NamedNode | Literal) -> bool:
    return predicate.value == RDF_TYPE and value.value == _THEME_CLASS


def _short(term: NamedNode) -> str:
    """Write an IRI as in the file: relative, or with its prefix if that is known."""
    if term.value.startswith(_HERE):
        return f"<{term.value.removeprefix(_HERE)}>"
    return next((f"{prefix}:{term.value.removeprefix(iri)}" for prefix, iri in NAMESPACES.items() if term.value.startswith(iri)), str(term))


def _raise(problems: list[str], path: Path) -> None:
    distinct = list(dict.fromkeys(problems))
    if len(distinct) == 1:
        raise CorpusError(distinct[0], where=str(path))
    if distinct:
        msg = "\n".join([f"{len(distinct)} mistakes", *(f"  {problem}" for problem in distinct[:50])])
        raise CorpusError(msg, where=str(path), hint="the form of the file is explained in docs/corpus-format.md")

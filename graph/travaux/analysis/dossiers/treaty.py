"""Which provision a user means, and what the treaty files tell of it: where it stands, where it went, what became of requests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.sparql import PREFIXES, last_word, listed, quoted
from travaux.analysis.tracing.trace import Became, Place, Proof, Step
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade, OutcomeKind
from travaux.model.store import Iri, Store
from travaux.naming.kinds import NameKind, clean_name
from travaux.naming.meant import find_meant

_BARE = re.compile(
    r"(?:(?P<version>(?!(?:articles?|art\.?|chapter|paragraph)\s)\S+)\s+)?"
    r"(?P<number>\d+[a-z]?(?:\s+(?:bis|ter|quater|quinquies|sexies))?)",
    re.IGNORECASE,
)
_CHAPTER_OF = "SELECT DISTINCT ?chapter WHERE { VALUES ?place { %s } ?place trv:chapter ?chapter }"
_ARTICLES_OF = "SELECT DISTINCT ?article WHERE { ?article a trv:Article ; trv:chapter <%s> }"
_GRADES = "SELECT DISTINCT ?place ?grade ?note WHERE { VALUES ?place { %s } ?place trv:grade ?grade . OPTIONAL { ?place trv:note ?note } }"
_OUTCOMES = """SELECT DISTINCT ?outcome ?topic ?asked ?kind ?grade ?note ?provision WHERE {
  { SELECT DISTINCT ?outcome WHERE { %s } }
  ?outcome trv:topic ?topic ; trv:asked ?asked ; trv:kind ?kind ; trv:grade ?grade .
  OPTIONAL { ?outcome trv:note ?note }
  OPTIONAL { ?outcome trv:provision ?provision }
}"""
_FACTS = """SELECT DISTINCT ?outcome ?fact ?text ?order ?grade WHERE {
  VALUES ?outcome { %s } ?outcome trv:fact ?fact . ?fact trv:text ?text ; trv:order ?order ; trv:grade ?grade .
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A provision that a user names.

    ``places`` are the provisions that the corpus describes, none where statements cite one that it does not; ``cited`` are the IRIs of
    those to which a statement on it may be linked: itself, earlier versions of it and, of a chapter, its articles.
    """

    name: str
    places: tuple[str, ...]
    cited: tuple[str, ...]
    chapters: tuple[str, ...]

    def narrow(self, store: Store, whole: Scope) -> Scope:
        """Leave of a scope the statements that cite it."""
        if self.cited:
            return whole.linked(whole.columns.provision, *self.cited)
        return whole.among(str(row["statement"]) for row in store.select(f"{PREFIXES}SELECT ?statement WHERE {{ {_citing(self.name)} }}"))


def get_meant(store: Store, treaty: TreatyFile, given: str) -> Meant:
    """Get the provision that is meant, by its name or its IRI; ``QueryError`` with the nearest or the known ones if there is none."""
    if isinstance(given, Iri):
        return _described(store, treaty, given, (given,))
    text = " ".join(given.split())
    bare = _BARE.fullmatch(text)
    named = " ".join(filter(None, (bare["version"], "article", bare["number"]))) if bare else text
    try:
        places = treaty.find_provisions(named)
    except QueryError:
        if (cited := _cited_alone(store, named)) is None:
            raise
        return Meant(name=cited, places=(), cited=(), chapters=())
    if places is None:
        what = f"{given!r} names no provision"
        raise QueryError(what, hint="Give a number such as 5, adopted 5, “chapter II” or “preambular paragraph 1”.")
    return _described(store, treaty, named, places)


def _described(store: Store, treaty: TreatyFile, named: str, places: tuple[str, ...]) -> Meant:
    place = treaty.find_place(places[0])
    if place is None:
        raise QueryError(f"there is no provision {named.rpartition('/instrument/')[2]!r} in this graph")
    led = treaty.leading_to(places)
    inner = [str(row["article"]) for iri in led for row in store.select(PREFIXES + _ARTICLES_OF % iri)]
    chapters = [str(row["chapter"]) for row in store.select(PREFIXES + _CHAPTER_OF % listed(led))]
    return Meant(
        name=place.name,
        places=places,
        cited=tuple(sorted({*led, *inner})),
        chapters=tuple(sorted(set(chapters) or {iri for iri in led if "/chapter/" in iri})),
    )


def _cited_alone(store: Store, named: str) -> str | None:
    """Find an article that statements cite and the corpus does not describe; it belongs to no version."""
    number = clean_name(NameKind.ARTICLE, named)
    if not _BARE.fullmatch(number) or " " in number.partition(" bis")[0]:
        return None
    try:
        number = find_meant(store, NameKind.ARTICLE, number)
    except QueryError:
        return None
    name = f"article {number}"
    return name if store.ask(f"{PREFIXES}ASK {{ {_citing(name)} }}") else None


def _citing(name: str) -> str:
    """Write the pattern of the statements that cite an article of this name, or a part of it."""
    own = quoted(name)
    return f"?statement trv:citation ?cited . FILTER(?cited = {own} || STRSTARTS(?cited, CONCAT({own}, ' ')))"


def find_grades(store: Store, places: Iterable[str]) -> dict[str, tuple[EvidenceGrade, str | None]]:
    """Find what the title and number of provisions rest on: the grade, and what it does not say."""
    rows = store.select(PREFIXES + _GRADES % listed(places))
    return {str(row["place"]): (EvidenceGrade(last_word(row["grade"])), str(row["note"]) if row["note"] else None) for row in rows}


def find_steps(treaty: TreatyFile, iris: Iterable[str]) -> tuple[Step, ...]:
    """Find how provisions stand to later versions, each step once, in the order of the versions."""
    steps = dict.fromkeys(step for iri in iris for step in treaty.steps_from(iri))
    return tuple(sorted(steps, key=lambda step: (step.earlier.order, step.later.order if step.later else (10**9, 0), step.kind)))


def find_outcomes(store: Store, treaty: TreatyFile, meant: Meant, scope: Scope) -> tuple[Became, ...]:
    """Find what became of what was asked of a provision, or of what positions ask that are expressed of it."""
    own = f"VALUES ?asked_of {{ {listed(meant.cited)} }} ?outcome trv:provision ?asked_of ."
    return _find_became(store, treaty, f"{{ {own} }} UNION {{ {_asked_by(_expressed(store, scope))} }}")


def find_outcomes_of(store: Store, treaty: TreatyFile, position: str) -> tuple[Became, ...]:
    """Find what became of what the position of this IRI asks for."""
    return _find_became(store, treaty, _asked_by([position]))


def _asked_by(positions: Iterable[str]) -> str:
    return f"VALUES ?position {{ {listed(positions)} }} ?position trv:outcome ?outcome ."


def _find_became(store: Store, treaty: TreatyFile, pattern: str) -> tuple[Became, ...]:
    rows = list(store.select(PREFIXES + _OUTCOMES % pattern))
    facts = _find_facts(store, treaty, [str(row["outcome"]) for row in rows])
    found = [
        Became(
            id=Id(f"outcome/{str(row['outcome']).rpartition('/outcome/')[2]}"),
            topic=str(row["topic"]),
            asked=str(row["asked"]),
            kind=OutcomeKind(last_word(row["kind"])),
            grade=EvidenceGrade(last_word(row["grade"])),
            note=str(row["note"]) if row["note"] else None,
            provision=treaty.find_place(row["provision"]),
            sources=treaty.sources(str(row["outcome"])),
            facts=tuple(facts.get(str(row["outcome"]), ())),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.provision.order if one.provision else (10**9, 0), one.topic, one.id)))


def _expressed(store: Store, scope: Scope) -> list[str]:
    """Name the positions with an outcome that statements of a scope express."""
    rows = store.select(f"{PREFIXES}SELECT DISTINCT ?position WHERE {{ ?position trv:outcome ?outcome }}")
    return sorted(scope.positions() & {str(row["position"]) for row in rows})


def _find_facts(store: Store, treaty: TreatyFile, outcomes: list[str]) -> dict[str, list[Proof]]:
    rows = (
        sorted(store.select(PREFIXES + _FACTS % listed(outcomes)), key=lambda row: (int(str(row["order"])), str(row["text"])))
        if outcomes
        else []
    )
    facts = defaultdict[str, list[Proof]](list)
    for row in rows:
        proof = Proof(text=str(row["text"]), grade=EvidenceGrade(last_word(row["grade"])), sources=treaty.sources(str(row["fact"])))
        facts[str(row["outcome"])].append(proof)
    return facts


def all_places(treaty: TreatyFile, iris: Iterable[str]) -> Iterator[Place]:
    """Iterate over the provisions of these IRIs that the store describes."""
    yield from (place for iri in iris if (place := treaty.find_place(iri)))

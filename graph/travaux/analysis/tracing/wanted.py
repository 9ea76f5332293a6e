"""Which positions are wanted: a pattern that leaves all others in the store, and what may have been meant where it leaves none."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from travaux.analysis.tracing.queries import EXPRESSED, positions
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.schemes import OutcomeKind
from travaux.model.store import Iri, Store, Value
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant

_NEAR = 0.75
"""How alike two words must be for the one to be taken for the other, as difflib measures."""
_SHOWN = 3
_MARKS = ".,;:()“”\"'"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The positions that are wanted: a pattern on ``?position``, and the values of its variables."""

    pattern: str = ""
    values: dict[str, Value] = field(default_factory=dict)

    def __and__(self, other: Wanted) -> Wanted:
        return Wanted(f"{self.pattern} {other.pattern}", self.values | other.values)


def choose(store: Store, treaty: TreatyFile, what: str, outcome: OutcomeKind | None, consultation: str | None) -> Wanted:
    """Turn what a user asks for into a pattern; ``QueryError`` with the nearest names for what the graph does not know."""
    wanted = _of_words(store, treaty, what.strip()) if what.strip() else Wanted()
    if outcome is not None:
        wanted &= _of_outcome(outcome)
    if consultation is not None:
        wanted &= _of_consultation(find_meant(store, NameKind.CONSULTATION, consultation))
    return wanted


def _of_words(store: Store, treaty: TreatyFile, what: str) -> Wanted:
    if (places := treaty.find_provisions(what)) is not None:
        return _of_provisions(treaty.leading_to(places))
    for wanted in (_of_key(what), _of_claim(what)):
        if store.select(f"{positions(wanted.pattern)} LIMIT 1", wanted.values).rows:
            return wanted
    raise QueryError(f"there is no position {what!r}", hint=_nearest(store, what))


def _of_key(key: str) -> Wanted:
    ending = f"/position/{key.removeprefix('position/')}"
    return Wanted("FILTER(STRENDS(STR(?position), ?given_ending))", {"given_ending": ending})


def _of_claim(words: str) -> Wanted:
    values: dict[str, Value] = {f"given_word_{place}": word for place, word in enumerate(words.lower().split())}
    held = " && ".join(f"CONTAINS(LCASE(?words), ?{name})" for name in values)
    return Wanted(f"?position trv:claim ?words . FILTER({held})", values)


def _of_provisions(places: tuple[str, ...]) -> Wanted:
    values: dict[str, Value] = {f"given_place_{place}": Iri(iri) for place, iri in enumerate(places)}
    listed = " ".join(f"?{name}" for name in values)
    said = f"?citing {EXPRESSED.format(review='?citing_review')} ?citing trv:provision ?wanted ."
    return Wanted(f"VALUES ?wanted {{ {listed} }} {{ {said} }} UNION {{ ?position trv:outcome/trv:provision ?wanted }}", values)


def _of_outcome(kind: OutcomeKind) -> Wanted:
    """Want an outcome as it may be shown: what rests on recollection is unknown."""
    known = "" if kind is OutcomeKind.UNKNOWN else f"?became trv:kind outcome:{kind.value} . FILTER(?became_grade != grade:M)"
    unknown = f"?became trv:kind ?became_kind . FILTER(?became_kind = outcome:{kind.value} || ?became_grade = grade:M)"
    return Wanted(f"?position trv:outcome ?became . ?became trv:grade ?became_grade . {known or unknown}")


def _of_consultation(name: str) -> Wanted:
    said = f"?heard {EXPRESSED.format(review='?heard_review')} ?heard trv:document/trv:consultation/trv:name ?held ."
    return Wanted(f"{said} FILTER(?held = ?given_consultation)", {"given_consultation": name})


def _nearest(store: Store, what: str) -> str:
    """Name the positions whose key or claim has words most like those given."""
    words = what.casefold().split()

    def likeness(row: dict[str, Value]) -> int:
        key = str(row["position"]).rpartition("/")[2].casefold()
        own = [*key.split("-"), *(word.strip(_MARKS) for word in str(row["claim"]).casefold().split())]
        named = get_close_matches(what.casefold(), [key], n=1, cutoff=_NEAR)
        return 2 * len(named) + sum(bool(get_close_matches(word, own, n=1, cutoff=_NEAR)) for word in words)

    rows = list(store.select(positions("")))
    ranked = sorted((-likeness(row), str(row["claim"]), str(row["position"]).rpartition("/position/")[2]) for row in rows)
    near = [f"  {key}: {claim}" for score, claim, key in ranked[:_SHOWN] if score]
    if near:
        return "\n".join(["The nearest are:", *near])
    return "Give the key of a position, words of its claim, or a provision such as: article 5" if rows else "This graph holds no positions."

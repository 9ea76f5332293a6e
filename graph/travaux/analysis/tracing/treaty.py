"""The treaty as tracing follows it: provisions by identity and by number, how each stands to later versions, and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from travaux.analysis.sparql import PREFIXES, last_word
from travaux.analysis.tracing import queries
from travaux.analysis.tracing.trace import Place, Step
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade
from travaux.model.store import Store, Value
from travaux.model.treaty import Source

_NOUNS = {"Article": "article", "Chapter": "chapter", "PreambularParagraph": "preambular paragraph"}
_PROVISION = re.compile(
    r"(?:(?P<version>\S+)\s+)?(?P<noun>articles?|art\.?|chapter|preambular paragraph)\s*"
    r"(?P<number>\d+[a-z]?(?:\s+(?:bis|ter|quater|quinquies|sexies))?|[ivxlc]+)",
    re.IGNORECASE,
)


class TreatyFile:
    """What a store holds of the treaty, read as a whole: it is small however much was said."""

    def __init__(self, store: Store) -> None:
        self._places = {str(row["place"]): _to_place(row) for row in store.select(PREFIXES + queries.PLACES)}
        self._sources = _read_sources(store)
        self._steps: dict[str, list[Step]] = {}
        self._before: dict[str, set[str]] = {}
        for row in store.select(PREFIXES + queries.STEPS):
            self._add_step(row)
        for steps in self._steps.values():
            steps.sort(key=lambda step: (step.later.order if step.later else (0, 0), step.kind, step.grade, step.note or ""))

    def _add_step(self, row: Mapping[str, Value]) -> None:
        later = str(row["later"]) if row["later"] else None
        earlier = self._places.get(str(row["earlier"]))
        if earlier is None:
            return
        step = Step(
            earlier=earlier,
            kind=CorrespondenceKind(last_word(row["kind"])),
            later=self._places.get(later) if later else None,
            grade=EvidenceGrade(last_word(row["grade"])),
            note=str(row["note"]) if row["note"] else None,
            sources=self.sources(str(row["step"])),
        )
        self._steps.setdefault(str(row["earlier"]), []).append(step)
        if later:
            self._before.setdefault(later, set()).add(str(row["earlier"]))

    @property
    def places(self) -> Iterable[str]:
        """The provisions that the store describes."""
        return self._places.keys()

    def find_place(self, iri: object) -> Place | None:
        """Find a provision that the store describes."""
        return self._places.get(str(iri))

    def sources(self, holder: str) -> tuple[Source, ...]:
        """Give the sources that a fact, an outcome or a correspondence rests on, sorted by title."""
        return self._sources.get(holder, ())

    def steps_from(self, iri: str) -> tuple[Step, ...]:
        """Follow a provision through later versions, nearest first; nothing if no correspondence is on file."""
        base = iri.rpartition("instrument/")[0]
        found, waiting, seen = list[Step](), [iri], {iri}
        while waiting:
            steps = [step for one in waiting for step in self._steps.get(one, ())]
            found += steps
            reached = dict.fromkeys(f"{base}{step.later.id}" for step in steps if step.later)
            waiting = [one for one in reached if one not in seen]
            seen.update(waiting)
        return tuple(found)

    def leading_to(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Name the provisions given and all of earlier versions from which correspondences lead to them, sorted."""
        found, waiting = set[str](), set(iris)
        while waiting:
            found |= waiting
            waiting = {before for one in waiting for before in self._before.get(one, ())} - found
        return tuple(sorted(found))

    def find_provisions(self, text: str) -> tuple[str, ...] | None:
        """Find the provisions that a text names (``article 24``, ``adopted article 21``); ``None`` if it names none at all.

        Without a version it is that of the first one. Raises ``QueryError`` with what is known if there is no such provision.
        """
        found = _PROVISION.fullmatch(text.strip())
        if found is None:
            return None
        if not self._places:
            raise QueryError("this graph describes no provisions of a treaty", hint="The treaty folder of a corpus describes them.")
        version = self._version(found["version"])
        noun = found["noun"].casefold()
        name = f"{'article' if noun.startswith('art') else noun} {' '.join(found['number'].split())}"
        places = {iri: place for iri, place in self._places.items() if place.name.casefold() == name.casefold()}
        of_version = tuple(sorted(iri for iri, place in places.items() if place.instrument == version))
        if not of_version:
            raise QueryError(f"there is no {name} in the version {version!r}", hint=self._other(places.values(), version, name))
        return of_version

    def _version(self, given: str | None) -> str:
        """Tell the name of a version by its name or status, or that of the first version."""
        by_order = sorted({(place.order[0], place.instrument, place.status) for place in self._places.values()})
        if given is None:
            return by_order[0][1]
        folded = given.casefold()
        named = {word: name for _, name, status in reversed(by_order) for word in (status, name)}
        if folded in named:
            return named[folded]
        near = get_close_matches(folded, sorted(named), n=1)
        names = ", ".join(name for _, name, _ in by_order)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known: {names}."
        raise QueryError(f"there is no version {given!r} of the text", hint=hint)

    def _other(self, others: Iterable[Place], version: str, name: str) -> str:
        if other := sorted(place.instrument for place in others):
            return f"Another version has it: {other[0]} {name}."
        noun = re.sub(r"\s+\S*\d.*$|\s+\S+$", "", name)
        same = sorted((place.order, place.name) for place in self._places.values() if place.instrument == version)
        known = [found for _, found in same if found.startswith(noun)]
        return f"Known: {known[0]} to {known[-1]}." if known else "None is known."


def _to_place(row: Mapping[str, Value]) -> Place:
    order = (int(str(row["version"])), int(str(row["order"])))
    return Place(
        id=Id(f"instrument/{str(row['place']).rpartition('/instrument/')[2]}"),
        name=f"{_NOUNS[str(row['class']).rpartition('#')[2]]} {row['number']}",
        label=str(row["label"]),
        instrument=str(row["instrument"]),
        instrument_title=str(row["title"]),
        status=last_word(row["status"]),
        order=order,
    )


def _read_sources(store: Store) -> dict[str, tuple[Source, ...]]:
    def rows() -> Iterator[tuple[str, Source]]:
        for row in store.select(PREFIXES + queries.SOURCES):
            identity = Id(f"source/{str(row['source']).rpartition('/source/')[2]}")
            link = str(row["link"]) if row["link"] else None
            yield str(row["holder"]), Source(id=identity, name=str(row["name"]), title=str(row["title"]), link=link)

    found: dict[str, list[Source]] = {}
    for holder, source in rows():
        found.setdefault(holder, []).append(source)
    return {holder: tuple(sorted(sources, key=lambda source: (source.title, source.id))) for holder, sources in found.items()}

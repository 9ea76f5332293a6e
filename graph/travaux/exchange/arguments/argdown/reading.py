"""Argdown documents as argument maps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn, TypeVar

from travaux.exchange.arguments.argdown.data import Value
from travaux.exchange.arguments.argdown.marks import NOTHING, to_line
from travaux.exchange.arguments.argdown.parsing import Edge, Element, Parsed, parse
from travaux.exchange.arguments.decoding import decode
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage, Source
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss
from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, RelationKind, Stance

_SIGNS: Mapping[str, tuple[RelationKind, bool]] = {
    "<+": (RelationKind.SUPPORTS, False),
    "+>": (RelationKind.SUPPORTS, True),
    "<-": (RelationKind.ATTACKS, False),
    "->": (RelationKind.ATTACKS, True),
    "><": (RelationKind.ATTACKS, False),
    "<_": (RelationKind.QUALIFIES, False),
    "_>": (RelationKind.QUALIFIES, True),
}
"""What a sign says, and whether what stands above it is the premise."""

UNREAD = {
    "addresses of links": "only their texts are read",
    "contradictions": "read as attacks from what stands below on what stands above",
    "emphasis": "only the text is read",
    "further wordings of a claim": "the last one is taken, or the one that is marked as canonical",
    "mentions of other claims": "read as text",
    "settings": "not about the map itself, and not read",
    "tags": "not read",
    "texts without a title": "no claims, as nothing bears on them and they bear on nothing",
    "data": "keys that mean nothing here are not read",
}
"""What a document can hold and an argument map cannot: what it is, and how it is read."""

E = TypeVar("E", bound=StrEnum)


def read_argdown(content: bytes, where: str) -> ReadArguments:
    """Read a document; ``where`` is the name of its file.

    ``ExchangeError`` with line and column for what is no Argdown, or Argdown that cannot be taken in. Claims without ids have their
    titles for ids; arguments count as claims, in angle brackets.
    """
    return _Reading(parse(decode(content, where), where)).read()


@dataclass(slots=True)
class _Reading:
    parsed: Parsed
    left: Counter[str] = field(default_factory=Counter)
    ids: dict[str, str] = field(default_factory=dict)
    """The id of the claim that a title stands for."""
    places: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def read(self) -> ReadArguments:
        settings = self.parsed.settings
        claims = self._claims()
        locutions = [self._locution(one) for one in self.parsed.elements if "said" in one.data]
        bearings = self._bearings()
        self.left.update(self.parsed.left)
        own = settings.get("travaux")
        told = own if isinstance(own, Mapping) else {}
        argument_map = ArgumentGraph(
            title=_text(settings.get("title")) or "",
            base=_text(told.get("base")) or "",
            version=_text(told.get("version")) or "",
            claims=tuple(sorted(claims, key=lambda one: one.id)),
            locutions=tuple(sorted(locutions, key=lambda one: one.id)),
            bearings=tuple(sorted(bearings, key=lambda one: one.id)),
            sources=tuple(sorted(self._sources(), key=lambda one: one.id)),
        )
        losses = tuple(Loss(what, how, self.left[what]) for what, how in UNREAD.items() if self.left[what])
        return ReadArguments(graph=argument_map, places=self.places, losses=losses, titles=self.titles)

    def _claims(self) -> Iterator[Claim]:
        """Gather the elements of each title to one claim, and those without a title that stand in a relation."""
        titled: dict[str, list[Element]] = {}
        for element in self.parsed.elements:
            if element.key is not None:
                titled.setdefault(element.key, []).append(element)
        related = {id(element) for edge in self.parsed.edges for element in (edge.above, edge.below)}
        claims = [self._claim(key, members) for key, members in titled.items()]
        for element in self.parsed.elements:
            if element.key is None and id(element) in related:
                claims.append(self._untitled(element))
            elif element.key is None and "said" not in element.data:
                self.left["texts without a title"] += 1
        return iter(claims)

    def _claim(self, key: str, members: list[Element]) -> Claim:
        worded = [one for one in members if one.text is not None and "said" not in one.data]
        marked = [one for one in worded if one.data.get("isCanonical") is True]
        chosen = (marked or worded or members)[-1]
        if not worded or not self._wording(chosen):
            hint = f"Write somewhere what it claims: [{members[0].title}]: …"
            self._refuse(members[0], f"nothing says what {members[0].title!r} claims", hint)
        self.left["further wordings of a claim"] += len({self._wording(one) for one in worded} - {self._wording(chosen)})
        identified = [one for one in members if "said" not in one.data and one.data.get("id") is not None]
        ids = {self._string(one, one.data, "id") for one in identified}
        if len(ids) > 1:
            self._refuse(identified[-1], f"{members[0].title!r} has several ids: {', '.join(sorted(map(str, ids)))}")
        identity = next(iter(ids), None) or key
        self._identify(identity, chosen)
        self.ids[key] = identity
        self.titles[identity] = members[0].title or ""
        for one in members:
            self.left["data"] += len(one.data.keys() - {"id", "isCanonical", "text", "said", "relation"})
        return Claim(id=identity, text=self._wording(chosen))

    def _untitled(self, element: Element) -> Claim:
        identity = self._string(element, element.data, "id")
        key = identity or f"the claim of {self.parsed.page.place(element.at)}"
        self._identify(key, element)
        element.title = key
        self.ids[key] = key
        if not self._wording(element):
            self._refuse(element, "there is no text")
        return Claim(id=key, text=self._wording(element))

    def _wording(self, element: Element) -> str:
        """Give the text of an element: that in its data, unless the line, which shows the same, has been edited since."""
        exact, line = self._string(element, element.data, "text"), element.text or ""
        return exact if exact is not None and (to_line(exact) or NOTHING) == line else line

    def _identify(self, identity: str, element: Element) -> None:
        if identity in self.places:
            self._refuse(element, f"the id {identity!r} is given twice", f"It stands at {self.places[identity]} too.")
        self.places[identity] = self.parsed.page.place(element.at)

    def _locution(self, element: Element) -> Locution:
        said = self._mapping(element, "said")
        identity = self._string(element, said, "id")
        key = identity or f"the statement of {self.parsed.page.place(element.at)}"
        self._identify(key, element)
        passage = self._passage(element, said)
        if passage is None:
            self._refuse(element, "no words are told that were said", 'Write them as {said: {quote: "…"}}')
        return Locution(
            id=key,
            claim=self._wording(element),
            passage=passage,
            position=self.ids[element.key] if element.key is not None else None,
            speaker=self._string(element, said, "speaker"),
            cue=self._string(element, said, "cue"),
            act=self._one_of(element, said, "act", Act),
            stance=self._one_of(element, said, "stance", Stance),
            prevalence=self._one_of(element, said, "prevalence", Prevalence),
        )

    def _bearings(self) -> list[Bearing]:
        """Read the relations; one that is written twice, from above and from below, is one."""
        found: dict[str, Bearing] = {}
        for edge in self.parsed.edges:
            bearing, given = self._bearing(edge)
            if bearing.id in found and not given:
                continue
            if bearing.id in self.places:
                self._refuse(edge.below, f"the id {bearing.id!r} is given twice", f"It stands at {self.places[bearing.id]} too.")
            found[bearing.id] = bearing
            self.places[bearing.id] = self.parsed.page.place(edge.at)
        return list(found.values())

    def _bearing(self, edge: Edge) -> tuple[Bearing, bool]:
        kind, premise_above = _SIGNS[edge.sign]
        self.left["contradictions"] += edge.sign == "><"
        premise, conclusion = (edge.above, edge.below) if premise_above else (edge.below, edge.above)
        told = self._mapping(edge.below, "relation")
        identity = self._string(edge.below, told, "id")
        ends = (self.ids[premise.key or ""], self.ids[conclusion.key or ""])
        bearing = Bearing(
            id=identity or f"{ends[0]} {kind.value} {ends[1]}",
            kind=kind,
            premise=ends[0],
            conclusion=ends[1],
            form=self._one_of(edge.below, told, "form", RelationForm),
            marking=self._one_of(edge.below, told, "marking", Marking),
            passage=self._passage(edge.below, told),
        )
        return bearing, identity is not None

    def _passage(self, element: Element, told: Mapping[str, Value]) -> Passage | None:
        quote = self._string(element, told, "quote")
        if quote is None:
            return None
        return Passage(
            quote=quote,
            source=self._string(element, told, "document"),
            paragraph=self._string(element, told, "paragraph"),
            start=self._number(element, told, "start"),
            end=self._number(element, told, "end"),
        )

    def _sources(self) -> Iterator[Source]:
        held = self.parsed.settings.get("sources")
        for one in held if isinstance(held, list | tuple) else ():
            told = one if isinstance(one, Mapping) else {}
            identity, title = _text(told.get("id")), _text(told.get("title"))
            if not identity or title is None:
                self.parsed.page.refuse(0, "a source in the frontmatter has no id or no title")
            symbol, date, link = (_text(told.get(name)) for name in ("symbol", "date", "link"))
            yield Source(id=identity, title=title, symbol=symbol, date=date, link=link)

    def _mapping(self, element: Element, name: str) -> Mapping[str, Value]:
        value = element.data.get(name, {})
        if not isinstance(value, Mapping):
            self._refuse(element, f"{name} is to be data in braces", f'Write {{{name}: {{quote: "…"}}}}')
        return value

    def _string(self, element: Element, data: Mapping[str, Value], name: str) -> str | None:
        value = data.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self._refuse(element, f"{name} is to be text, and it is {value!r}")

    def _number(self, element: Element, data: Mapping[str, Value], name: str) -> int | None:
        value = data.get(name)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            self._refuse(element, f"{name} is to be a whole number, and it is {value!r}")
        return value

    def _one_of(self, element: Element, data: Mapping[str, Value], name: str, kind: type[E]) -> E | None:
        value = data.get(name)
        if value is None:
            return None
        if value not in set(kind):
            self._refuse(element, f"{value!r} is no {name}", f"Write one of {', '.join(kind)}.")
        return kind(str(value))

    def _refuse(self, element: Element, what: str, hint: str | None = None) -> NoReturn:
        self.parsed.page.refuse(element.at, what, hint)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None

"""The JSON of arguebuf as an argument map, that of other programs too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Protocol, TypeVar

from travaux.exchange.arguments.arguebuf import OURS
from travaux.exchange.arguments.checked_json import Value, read_json
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage, Source
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss
from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, RelationKind, Stance

UNREAD = {
    "linked": ("arguments with several premises", "each premise bears on the conclusion by itself"),
    "scheme": ("names of argument schemes", "a scheme is read as support or attack, whatever its name"),
    "untyped": ("schemes without a type", "not read, as they do not say what they are"),
    "rephrase": ("rephrases and preferences between claims", "both claims are read, and not how they stand to each other"),
    "indirect": ("schemes that do not lead from a claim to a claim", "not read"),
    "direct": ("arrows between claims without a scheme", "not read, as they do not say what they are"),
    "major": ("the major claim", "read as any claim"),
    "analysts": ("analysts", "not read"),
}
"""What a file can hold and an argument map cannot: what it is, and how it is read."""

_TYPES = ("support", "attack", "rephrase", "preference")
_DEFAULTS = frozenset({"SUPPORT_DEFAULT", "ATTACK_DEFAULT", "REPHRASE_DEFAULT", "PREFERENCE_DEFAULT", 1})

Word = TypeVar("Word", bound=StrEnum)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


def read_arguebuf(data: bytes, where: str) -> ReadArguments:
    """Read a graph; ``where`` is the name of the file. ``ExchangeError``, with the place, for what no argument map can be."""
    return _Reading(read_json(data, where)).read()


@dataclass(slots=True)
class _Reading:
    file: Value
    unread: Counter[str] = field(default_factory=Counter)
    nodes: dict[str, Value] = field(default_factory=dict)
    people: dict[str, Value] = field(default_factory=dict)
    atoms: dict[str, Value] = field(default_factory=dict)
    schemes: dict[str, Value] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)

    def read(self) -> ReadArguments:
        self._index()
        about = _ours(self.file)
        claims = [Claim(id=name, text=atom.get("text").text()) for name, atom in self.atoms.items() if not self._is_statement(name)]
        argument_map = ArgumentGraph(
            title=_text(about, "title") or "",
            base=_text(about, "base") or "",
            version=_text(about, "version") or "",
            claims=self._in_order(claims),
            locutions=self._in_order(self._locutions()),
            bearings=self._in_order(one for name in self.schemes for one in self._bearings(name)),
            sources=self._in_order(self._sources()),
        )
        self.unread["major"] = bool(_text(self.file, "majorClaim") or _text(self.file, "major_claim"))
        self.unread["analysts"] = len(_fields(self.file, "analysts"))
        losses = tuple(Loss(*UNREAD[key], self.unread[key]) for key in UNREAD if self.unread[key])
        places = {name: one.path for name, one in self.nodes.items()}
        return ReadArguments(graph=argument_map, places=places, losses=losses)

    def _index(self) -> None:
        if self.file.find("nodes") is None:
            self.file.refuse("there are no nodes, so this is no graph of arguebuf")
        self.nodes, self.people = _fields(self.file, "nodes"), _fields(self.file, "participants")
        for name, node in self.nodes.items():
            atom, scheme = node.find("atom"), node.find("scheme")
            if (atom is None) == (scheme is None):
                node.refuse("a node is either an atom or a scheme")
            if atom is not None:
                self.atoms[name] = atom
            else:
                self.schemes[name] = node
        for edge in _fields(self.file, "edges").values():
            start, end = edge.get("source").text(), edge.get("target").text()
            for side, name in (("source", start), ("target", end)):
                if name not in self.atoms and name not in self.schemes:
                    edge.get(side).refuse(f"there is no node {name!r}")
            self.after.setdefault(start, []).append(end)
            self.before.setdefault(end, []).append(start)
            self.unread["direct"] += start in self.atoms and end in self.atoms

    def _is_statement(self, name: str) -> bool:
        return _text(_ours(self.nodes[name]), "part") == "statement"

    def _locutions(self) -> Iterator[Locution]:
        """Give the statements of ours, and for each other claim the words of a document to which it refers."""
        for name, atom in self.atoms.items():
            own = self._is_statement(name)
            reference = atom.find("reference")
            quote = _text(reference, "text") if reference else None
            if own or quote:
                about = _ours(self.nodes[name])
                yield Locution(
                    id=name if own else f"{name}/reference",
                    claim=atom.get("text").text(),
                    passage=self._passage(about, reference),
                    position=self._position(name) if own else name,
                    speaker=_text(about, "speaker") or self._participant(atom),
                    cue=_text(about, "cue"),
                    act=_word(about, "act", Act),
                    stance=_word(about, "stance", Stance),
                    prevalence=_word(about, "prevalence", Prevalence),
                )

    def _position(self, name: str) -> str | None:
        """Find the claim that a statement expresses, which a scheme of its own leads to."""
        for scheme in self.after.get(name, []):
            if scheme in self.schemes and self._type(scheme) == "rephrase":
                return next((one for one in self.after.get(scheme, []) if one in self.atoms and not self._is_statement(one)), None)
        return None

    def _participant(self, atom: Value) -> str | None:
        name = _text(atom, "participant")
        return _text(self.people[name], "name") if name in self.people else None

    def _type(self, name: str) -> str | None:
        scheme = self.schemes[name].get("scheme")
        return next((one for one in _TYPES if scheme.find(one) is not None), None)

    def _kind(self, name: str) -> RelationKind | None:
        part = _text(_ours(self.schemes[name]), "part")
        kinds = {"support": RelationKind.SUPPORTS, "attack": RelationKind.ATTACKS}
        found = self._type(name)
        if found is None and part == RelationKind.QUALIFIES:
            return RelationKind.QUALIFIES
        self.unread["untyped"] += found is None
        self.unread["rephrase"] += found in {"rephrase", "preference"} and part != "expresses"
        return kinds.get(found or "")

    def _bearings(self, name: str) -> Iterator[Bearing]:
        kind = self._kind(name)
        if kind is None:
            return
        premises = [one for one in self.before.get(name, []) if one in self.atoms]
        conclusions = [one for one in self.after.get(name, []) if one in self.atoms]
        self.unread["linked"] += len(premises) > 1
        self.unread["indirect"] += not (premises and conclusions)
        self.unread["scheme"] += kind is not RelationKind.QUALIFIES and self._scheme_name(name) not in _DEFAULTS
        about = _ours(self.schemes[name])
        for premise in premises:
            for conclusion in conclusions:
                yield Bearing(
                    id=name if len(premises) == len(conclusions) == 1 else f"{name}/{premise}/{conclusion}",
                    kind=kind,
                    premise=self._claim(name, premise),
                    conclusion=self._claim(name, conclusion),
                    form=_word(about, "form", RelationForm),
                    marking=_word(about, "marking", Marking),
                    passage=self._passage(about, None) if _text(about, "quote") is not None else None,
                )

    def _scheme_name(self, name: str) -> object:
        return self.schemes[name].get("scheme").get(self._type(name) or "").held

    def _claim(self, scheme: str, name: str) -> str:
        if self._is_statement(name):
            self.schemes[scheme].refuse(f"{name!r} is a statement; relations stand between positions")
        return name

    def _passage(self, about: Value, reference: Value | None) -> Passage:
        quote = _text(reference, "text") if reference else None
        told = _text(about, "quote")
        source = _text(about, "source") or (_text(reference, "resource") if reference else None)
        start = _number(about, "start")
        if start is None and reference and reference.find("resource"):
            start = _number(reference, "offset")
        place = (_text(about, "paragraph"), _number(about, "end"))
        return Passage(
            quote=told if told is not None else quote or "", source=source or None, paragraph=place[0], start=start, end=place[1]
        )

    def _sources(self) -> Iterator[Source]:
        for name, one in _fields(self.file, "resources").items():
            about = _ours(one)
            moment = _text(one, "timestamp")
            date = moment[:10] if moment and re.match(r"\d{4}-\d\d-\d\dT", moment) and not moment.startswith("1970-01-01") else None
            own = one.find("userdata") is not None and OURS in one.get("userdata").fields()
            yield Source(
                id=name,
                title=_text(one, "title") or "",
                symbol=_text(about, "symbol"),
                date=_text(about, "date") if own else date,
                link=_text(one, "source") or None,
            )

    def _in_order(self, records: Iterable[Item]) -> tuple[Item, ...]:
        ordered = tuple(sorted(records, key=lambda one: one.id))
        for one, following in pairwise(ordered):
            if one.id == following.id:
                self.file.refuse(f"two records have the id {one.id!r}")
        return ordered


def _fields(found: Value, key: str) -> dict[str, Value]:
    held = found.find(key)
    return {} if held is None else {name: held.get(name) for name in held.fields()}


def _ours(found: Value) -> Value:
    userdata = found.find("userdata")
    return (userdata.find(OURS) if userdata else None) or Value({}, found.where, found.path)


def _text(found: Value, key: str) -> str | None:
    held = found.find(key)
    return held.text() if held else None


def _number(found: Value, key: str) -> int | None:
    """Read a whole number, which the library writes with a decimal point."""
    held = found.find(key)
    if held is not None and isinstance(held.held, float) and held.held.is_integer():
        return Value(int(held.held), held.where, held.path).number()
    return held.number() if held else None


def _word(found: Value, key: str, words: type[Word]) -> Word | None:
    held = found.find(key)
    if held is None:
        return None
    known = next((word for word in words if word.value == held.text()), None)
    return known or held.refuse(f"{held.text()!r} is no {key}; known are {', '.join(words)}")

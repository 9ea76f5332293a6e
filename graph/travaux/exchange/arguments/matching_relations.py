"""Which relations of a file a corpus has, which it has otherwise, and which are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from travaux.exchange.arguments.circles import find_circles
from travaux.exchange.arguments.evidence import Evidence, Finder
from travaux.exchange.arguments.graph import Bearing
from travaux.exchange.arguments.matching_claims import RELATION, Matching
from travaux.model.identity import digest
from travaux.model.schemes import RelationForm, RelationKind, ReviewStatus
from travaux.reading.review.lines import Value
from travaux.reading.review.schema import RelationTable
from travaux.reading.schema import check_schema
from travaux.reading.toml import Problem

_FORMS: Mapping[RelationKind, RelationForm] = {
    RelationKind.SUPPORTS: RelationForm.REASON,
    RelationKind.ATTACKS: RelationForm.DISAGREEMENT,
    RelationKind.QUALIFIES: RelationForm.CONDITION,
}
"""The form of a new relation of which the file tells none."""
_OPPOSED = {RelationKind.SUPPORTS: RelationKind.ATTACKS, RelationKind.ATTACKS: RelationKind.SUPPORTS}
_INFER = "Or take in what nobody has quoted as inferred by you, shown at a sentence of its premise: --infer."

Ends = tuple[RelationKind, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relating:
    """What becomes of a relation: its key, its fields, and those that it was seen with, ``None`` if it is new. ``told`` is for people."""

    key: str
    fields: Mapping[str, Value]
    seen: Mapping[str, Value] | None
    told: str


@dataclass(slots=True)
class RelationMatching:
    """Relations of a file and those of a corpus; ``held`` are the fields of the latter as their lines have them, by key."""

    claims: Matching
    finder: Finder
    held: Mapping[str, Mapping[str, Value]]
    reviewer: str
    at: datetime
    name: str = ""
    """The full name of the reviewer."""
    kept: set[str] = field(default_factory=set)
    """The keys of the relations that the file has."""
    relatings: list[Relating] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    """The keys of new relations for which the file tells no words."""
    _now: dict[Ends, str] = field(default_factory=dict)
    """Which relation, of the file or of the corpus, stands between two positions."""

    def match(self) -> None:
        """Find out which relations are known, which are changed and which are new, and refuse those that cannot be."""
        tables = self.claims.review.relations
        standing = {key: table for key, table in tables.items() if table.decision is not ReviewStatus.REJECTED}
        for key, table in sorted(standing.items()):
            self._now.setdefault((table.kind, table.premise, table.conclusion), key)
        before = dict(self._now)
        new: list[tuple[Bearing, Ends]] = []
        for bearing in self.claims.read.graph.bearings:
            ends = self._ends(bearing)
            if ends is None:
                continue
            if self.claims.ours and bearing.id.startswith(RELATION):
                self._match_id(bearing, ends)
            elif ends in before:
                self.kept |= {key for key, one in standing.items() if (one.kind, one.premise, one.conclusion) == ends}
            else:
                new.append((bearing, ends))
        for bearing, ends in new:
            self._add(bearing, ends)
        self._check_opposed()

    def missing(self) -> list[str]:
        """Give the keys of the relations that the corpus has and the file has not, sorted."""
        tables = self.claims.review.relations
        return sorted(key for key, one in tables.items() if one.decision is not ReviewStatus.REJECTED and key not in self.kept)

    def remove(self, key: str, why: str) -> None:
        """Let a relation be rejected from now on."""
        seen = self.held[key]
        fields = {**seen, "decision": ReviewStatus.REJECTED.value, "by": self.reviewer, "at": self.at, "why": why}
        table = self.claims.review.relations[key]
        self.relatings.append(Relating(key=key, fields=fields, seen=seen, told=f"{table.premise} {table.kind} {table.conclusion}"))

    def circles(self) -> Iterator[tuple[str, ...]]:
        """Give the circles in which positions support one another and that need a relation which is new or changed."""
        rejected = {one.key for one in self.relatings if one.fields["decision"] == ReviewStatus.REJECTED.value}
        supports = [ends[1:] for ends, key in self._now.items() if ends[0] is RelationKind.SUPPORTS and key not in rejected]
        return find_circles(supports, ((str(one.fields["premise"]), str(one.fields["conclusion"])) for one in self.relatings))

    def _ends(self, bearing: Bearing) -> Ends | None:
        """Give what a relation says in keys; tell what cannot be."""
        refuse, keys = self.claims.refuse, self.claims.keys
        if bearing.premise == bearing.conclusion:
            refuse(bearing.id, "a position cannot bear on itself")
            return None
        if by_rules := [one for one in (bearing.premise, bearing.conclusion) if one in self.claims.found_by_rules]:
            texts = {one.id: one.text for one in self.claims.read.graph.claims}
            hint = "Name the position first: travaux review."
            refuse(bearing.id, f"the position {texts[by_rules[0]]!r} was found by rules, and nobody has named it yet", hint)
            return None
        if bearing.premise not in keys or bearing.conclusion not in keys:
            return None  # The claim itself is refused.
        premise, conclusion = keys[bearing.premise], keys[bearing.conclusion]
        if premise == conclusion:
            refuse(bearing.id, f"both ends are the position {premise}, which cannot bear on itself")
            return None
        return bearing.kind, premise, conclusion

    def _match_id(self, bearing: Bearing, ends: Ends) -> None:
        key = bearing.id.removeprefix(RELATION)
        table = self.claims.review.relations.get(key)
        if table is None or table.decision is ReviewStatus.REJECTED:
            what = f"there is no relation {key} in this corpus" if table is None else f"the relation {key} was rejected"
            self.claims.refuse(bearing.id, what, "Leave out the id of what is to be new; or export the map again.")
            return
        self.kept.add(key)
        changed = dict(self._changes(bearing, ends, table))
        if not changed:
            return
        kind, premise, conclusion = ends
        self._now = {one: held for one, held in self._now.items() if held != key} | {ends: key}
        told = f"{premise} {kind} {conclusion} ({', '.join(changed)})"
        fields = {**self.held[key], **changed, "decision": ReviewStatus.EDITED.value, "by": self.reviewer, "at": self.at}
        self._take(bearing, Relating(key=key, fields=fields, seen=self.held[key], told=told))

    def _changes(self, bearing: Bearing, ends: Ends, table: RelationTable) -> Iterator[tuple[str, Value]]:
        """Give the fields of a relation that the file tells otherwise; what it does not tell is as it was."""
        told = {
            "kind": ends[0],
            "premise": ends[1],
            "conclusion": ends[2],
            "form": bearing.form,
            "marking": bearing.marking,
        }
        for name, value in told.items():
            if value is not None and value != getattr(table, name):
                yield name, str(value)
        if bearing.passage is not None and not self._is_same_place(bearing, table):
            evidence = self.finder.find(bearing)
            if evidence is None:
                self._refuse_words(bearing)
            else:
                yield from (("document", evidence.document), ("paragraph", evidence.paragraph), ("evidence", evidence.words))

    def _is_same_place(self, bearing: Bearing, table: RelationTable) -> bool:
        """Whether a relation tells the words that the corpus has, as they are kept or as they are found in the document."""
        known = next((one.passage for one in self.finder.corpus.bearings if one.id == bearing.id), None)
        quotes = {table.evidence} | ({known.quote} if known else set())
        return bearing.passage is not None and bearing.passage.quote in quotes

    def _add(self, bearing: Bearing, ends: Ends) -> None:
        if ends in self._now:
            twice = f"this relation stands twice in the file: {ends[1]} {ends[0]} {ends[2]}"
            self.claims.refuse(bearing.id, twice)
            return
        evidence = self.finder.find(bearing)
        if evidence is None:
            self._refuse_words(bearing)
            return
        kind, premise, conclusion = ends
        key = self._key(ends, evidence)
        self._now[ends] = key
        self.kept.add(key)
        fields: dict[str, Value] = {
            "kind": kind.value,
            "form": (bearing.form or _FORMS[kind]).value,
            "premise": premise,
            "conclusion": conclusion,
            "marking": evidence.marking.value,
            "decision": ReviewStatus.ADDED.value,
            "by": self.reviewer,
            "at": self.at,
            "document": evidence.document,
            "paragraph": evidence.paragraph,
            "evidence": evidence.words,
        }
        if evidence.inferred:
            self.inferred.append(key)
            fields["why"] = f"Inferred by {self.name}; what is quoted is {evidence.origin}."
        told = f"{premise} {kind} {conclusion} ({evidence.marking}; {evidence.document}, paragraph {evidence.paragraph}: {evidence.origin})"
        self._take(bearing, Relating(key=key, fields=fields, seen=None, told=told))

    def _take(self, bearing: Bearing, relating: Relating) -> None:
        problems: list[Problem] = []
        if check_schema(RelationTable, dict(relating.fields), Path("relations.toml"), problems) is None:
            self.claims.refuse(bearing.id, "; ".join(f"{one.key}: {one.what}" for one in problems), problems[0].hint)
        self.relatings.append(relating)

    def _refuse_words(self, bearing: Bearing) -> None:
        if bearing.passage is None:
            what = "the file tells no words of a document that show this new relation"
            if self.finder.infer:
                what = f"{what}, and no sentence of its premise was found in a document"
            self.claims.refuse(bearing.id, what, f"{self.claims.read.quoting} {'' if self.finder.infer else _INFER}".strip())
            return
        hint = "Copy them from the document, and tell its id and the paragraph."
        self.claims.refuse(bearing.id, f"it is not certain where in the documents the words {bearing.passage.quote!r} stand", hint)

    def _key(self, ends: Ends, evidence: Evidence) -> str:
        mark = digest(ends[1], ends[2], evidence.document, evidence.words)
        taken = {*self.claims.review.relations, *(one.key for one in self.relatings)}
        keys = (f"{ends[0]}-{mark[:length]}" for length in range(4, len(mark) + 1))
        return next((key for key in keys if key not in taken), f"{ends[0]}-{mark}-{len(taken)}")

    def _check_opposed(self) -> None:
        """Refuse that one position both supports and attacks another, if the file would make it so."""
        changed = {one.key for one in self.relatings}
        names = {self._now_key(bearing): bearing.id for bearing in self.claims.read.graph.bearings}
        for (kind, premise, conclusion), key in self._now.items():
            other = self._now.get((_OPPOSED[kind], premise, conclusion)) if kind in _OPPOSED else None
            if other is not None and key in changed:
                what = f"{premise} both {kind} and {_OPPOSED[kind]} {conclusion}"
                self.claims.refuse(names.get((kind, premise, conclusion), key), what, "Keep one of the two relations.")

    def _now_key(self, bearing: Bearing) -> Ends:
        keys = self.claims.keys
        return bearing.kind, keys.get(bearing.premise, ""), keys.get(bearing.conclusion, "")

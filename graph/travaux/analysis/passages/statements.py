"""Statements with all that is known about them: what they are linked to and why, who decided, how their positions bear on others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from travaux.analysis.passages.asking import Properties, Rows, ask, first, group, read_labels, read_spans
from travaux.analysis.passages.found import Aside, Borne, Change, Decided, Linked, Reported, Voiced
from travaux.analysis.sparql import last_word
from travaux.model.identity import Id
from travaux.model.schemes import Act, ChangeKind, Marking, RelationKind, ReviewStatus
from travaux.model.store import Store, Value

_LINKS = """SELECT DISTINCT ?thing ?target ?reason ?rule ?confidence WHERE {
  VALUES ?thing { %s }
  ?link trv:statement ?thing ; trv:linkedTo ?target ; trv:reason ?reason ; trv:rule ?rule ; trv:confidence ?confidence .
}"""
_CHANGES = """SELECT DISTINCT ?thing ?kind ?target WHERE {
  VALUES ?thing { %s } ?change trv:statement ?thing ; a trv:TextChange ; trv:kind ?kind ; trv:provision ?target .
}"""
_ACTORS = (
    "SELECT DISTINCT ?thing ?actor ?label WHERE { VALUES ?thing { %s } ?thing trv:speaker/trv:actor ?actor . ?actor rdfs:label ?label }"
)
_NAMED = """SELECT DISTINCT ?thing ?name WHERE {
  VALUES ?thing { %s } ?thing trv:speaker/trv:participation ?capacity . ?capacity trv:name ?name .
}"""
_DECISIONS = """SELECT DISTINCT ?thing ?decision ?property ?value WHERE {
  VALUES ?thing { %s } ?decision trv:subject ?thing ; ?property ?value .
  FILTER(?property NOT IN (rdfs:label, trv:document, trv:subject, trv:rule))
}"""
_OWN = """SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?thing { %s } ?thing ?property ?value .
  FILTER(?property NOT IN (rdfs:label, trv:document, trv:paragraph, trv:span, trv:stance, trv:review, trv:speaker))
}"""
_REVIEWERS = "SELECT DISTINCT ?thing ?label WHERE { VALUES ?thing { %s } ?thing trv:name ?label }"
_BEARINGS = """SELECT DISTINCT ?thing ?other ?claim ?kind ?marking ?way ?start ?end WHERE {
  VALUES ?thing { %s }
  { ?relation trv:conclusion ?thing ; trv:premise ?other BIND("to" AS ?way) }
  UNION { ?relation trv:premise ?thing ; trv:conclusion ?other BIND("from" AS ?way) }
  ?relation trv:span ?span . ?span trv:document <document> .
  ?relation trv:kind ?kind ; trv:marking ?marking . ?span trv:start ?start ; trv:end ?end . ?other trv:claim ?claim .
}"""
_KINDS = {"provision": "provision", "question": "question", "partialQuestion": "partial-question", "theme": "theme"}


def read_statements(store: Store, base: str, document: str, statements: Sequence[Voiced], quotes: Mapping[str, str]) -> dict[str, Reported]:
    """Read all about these statements of a document, by their identifiers; ``quotes`` are their words."""
    iris = [f"{base}{one.id}" for one in statements]
    own = {thing: _to_properties(rows) for thing, rows in group(ask(store, _OWN, iris)).items()}
    decided = _read_decisions(store, iris)
    table = _Tables(store, base, document, own, [f"{base}{one.id}" for one in statements if one.review is ReviewStatus.UNREVIEWED])
    return {one.id: table.report(one, quotes[one.id], decided.get(f"{base}{one.id}", ())) for one in statements}


def _to_properties(rows: Rows) -> Properties:
    found: dict[str, tuple[Value, ...]] = {}
    for row in rows:
        name = str(row["property"]).replace("#", "/").rpartition("/")[2]
        found[name] = (*found.get(name, ()), row["value"])
    return found


class _Tables:
    """What is asked about many statements at once. Reasons of links are those of rules: statements decided upon have none."""

    def __init__(self, store: Store, base: str, document: str, own: Mapping[str, Properties], proposed: Sequence[str]) -> None:
        self._base = base
        self._own = own
        self._labels = read_labels(store, self._values(*_KINDS, "position"))
        self._spans = read_spans(store, self._values("rationale", "condition", "contrast"))
        self._links = {(row["thing"], row["target"]): row for row in ask(store, _LINKS, proposed)}
        self._named = group(ask(store, _NAMED, own))
        self._actors = group(ask(store, _ACTORS, own))
        self._changes = group(ask(store, _CHANGES, own))
        self._bearings = group(ask(store, _BEARINGS.replace("<document>", f"<{base}document/{document}>"), self._values("position")))

    def _values(self, *names: str) -> list[str]:
        return sorted({str(value) for properties in self._own.values() for name in names for value in properties.get(name, ())})

    def report(self, said: Voiced, quote: str, decisions: tuple[Decided, ...]) -> Reported:
        """Put together what is known about a statement."""
        iri = f"{self._base}{said.id}"
        own = self._own[iri]
        positions = [str(one) for one in own.get("position", ())]
        return Reported(
            said=said,
            key=iri.rpartition("/")[2],
            quote=quote,
            claim=first(own, "claim") or "",
            act=Act(last_word(own["act"][0])),
            named=tuple(dict.fromkeys(str(row["name"]) for row in self._named.get(iri, ()))),
            cue=first(own, "cue") or "",
            rule=first(own, "rule") or "",
            confidence=_number(own.get("confidence", (None,))[0]),
            actors=tuple(sorted((self._id(row["actor"]), str(row["label"])) for row in self._actors.get(iri, ()))),
            rationale=self._aside(own, "rationale"),
            condition=self._aside(own, "condition"),
            contrast=self._aside(own, "contrast"),
            position=self._linked(iri, "position", positions[0]) if positions else None,
            links=tuple(self._linked(iri, _KINDS[name], str(one)) for name in _KINDS for one in own.get(name, ())),
            citations=tuple(str(one) for one in own.get("citation", ())),
            changes=tuple(self._change(row) for row in self._changes.get(iri, ())),
            decisions=decisions,
            bearings=tuple(self._borne(row) for one in positions for row in self._bearings.get(one, ())),
        )

    def _id(self, iri: Value) -> Id:
        return Id(str(iri).removeprefix(self._base))

    def _aside(self, own: Properties, name: str) -> Aside | None:
        place = self._spans.get(first(own, name) or "")
        return Aside(start=place[0], end=place[1], words=place[2]) if place else None

    def _linked(self, statement: str, kind: str, target: str) -> Linked:
        label = self._labels.get(target, target.rpartition("/")[2])
        row = self._links.get((statement, target))
        if row is None:
            return Linked(id=self._id(target), kind=kind, label=label)
        return Linked(
            id=self._id(target),
            kind=kind,
            label=label,
            reason=str(row["reason"]),
            rule=str(row["rule"]),
            confidence=_number(row["confidence"]),
        )

    def _change(self, row: Mapping[str, Value]) -> Change:
        target = str(row["target"])
        return Change(
            kind=ChangeKind(last_word(row["kind"])), provision=self._id(target), label=self._labels.get(target, last_word(target))
        )

    def _borne(self, row: Mapping[str, Value]) -> Borne:
        return Borne(
            id=self._id(row["other"]),
            claim=str(row["claim"]),
            kind=RelationKind(last_word(row["kind"])),
            marking=Marking(last_word(row["marking"])),
            outgoing=str(row["way"]) == "from",
            start=int(str(row["start"])),
            end=int(str(row["end"])),
        )


def _read_decisions(store: Store, statements: Iterable[str]) -> dict[str, tuple[Decided, ...]]:
    rows = defaultdict[tuple[str, str], Rows](list)
    for row in ask(store, _DECISIONS, statements):
        rows[str(row["thing"]), str(row["decision"])].append(row)
    made = {key: _to_properties(some) for key, some in rows.items()}
    names = {row["thing"]: str(row["label"]) for row in ask(store, _REVIEWERS, [str(one["reviewer"][0]) for one in made.values()])}
    found = defaultdict[str, list[Decided]](list)
    for (statement, _), own in made.items():
        found[statement].append(_to_decided(own, names[own["reviewer"][0]]))
    return {one: tuple(sorted(some, key=lambda made: (not made.in_force, made.day, made.reviewer))) for one, some in found.items()}


def _to_decided(own: Properties, reviewer: str) -> Decided:
    return Decided(
        kind=ReviewStatus(last_word(own["kind"][0])),
        reviewer=reviewer,
        day=str(own["at"][0])[:10],
        in_force=own["inForce"][0] in {True, "true"},
        reason=first(own, "reason"),
        note=first(own, "note"),
        changed=tuple(str(one) for one in own.get("changed", ())),
        differing=tuple(str(one) for one in own.get("differing", ())),
    )


def _number(value: Value) -> float | None:
    return float(str(value)) if value is not None else None

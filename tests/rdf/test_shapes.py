"""The shapes accept every record as the model writes it, reject each kind of error, and say the same in both engines."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import travaux.model
from travaux.errors import IntegrityError
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus, Severity
from travaux.rdf.ontology import read_vocabulary
from travaux.rdf.records import FieldShape, encode, record_fields
from travaux.rdf.shapes import ShapesEngine, Violation, check_shapes, default_engine
from travaux.rdf.terms import NAMESPACES, SCHEME, class_iri

Record = Any
RecordClass = Any

BASE = "https://example.org/corpus/"
GRAPH = NamedNode(BASE + "graph/test")
LABEL = NAMESPACES["rdfs"] + "label"
TRV = NAMESPACES["trv"]
SKOS = NAMESPACES["skos"]

TEXTS = {
    "checksum": "0" * 64,
    "language": "en",
    "link": "https://example.org/page",
    "file": "documents/report.txt",
}
WRONG_TEXTS = {"checksum": "0" * 63, "language": "English", "link": "example.org", "file": "/documents/report.txt"}
VALUES = {
    bool: False,
    int: 5,
    float: 0.5,
    dt.date: dt.date(2023, 6, 20),
    dt.datetime: dt.datetime(2023, 6, 20, 9, 30, tzinfo=dt.UTC),
}
WRONG_VALUES = {
    bool: [Literal("false"), Literal(0)],
    int: [Literal("5"), Literal(-1)],
    float: [Literal(2.0), Literal(-0.5), Literal("0.5")],
    dt.date: [Literal("20 June"), Literal("2023-06-31", datatype=NamedNode(NAMESPACES["xsd"] + "date"))],
    dt.datetime: [
        Literal("2023-06-20T09:30:00Z"),
        Literal("2023-06-20T09:30:00", datatype=NamedNode(NAMESPACES["xsd"] + "dateTime")),
        Literal("2023-06-20T09:30:00+02:00", datatype=NamedNode(NAMESPACES["xsd"] + "dateTime")),
    ],
}
DECIDED = ReviewStatus.EDITED
SINGLE_IN_MODEL_MANY_IN_GRAPH = {"Person", "Organization", "State"}


def record_classes() -> list[RecordClass]:
    """Every class that is written field by field; themes are written in SKOS."""
    modules = (importlib.import_module(f"travaux.model.{module.name}") for module in pkgutil.iter_modules(travaux.model.__path__))
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type) and dataclasses.is_dataclass(value)}
    return sorted((one for one in found if "id" in one.__dataclass_fields__ and one.__name__ != "Theme"), key=lambda one: one.__name__)


def sample(record_class: RecordClass, identifier: str, **changes: object) -> Record:
    values: dict[str, object] = {"id": Id(identifier)} if "id" in record_class.__dataclass_fields__ else {}
    for shape in record_fields(record_class):
        value = sample_value(shape, identifier)
        values[shape.name] = (value,) if shape.many else value
    values |= {field.name: field.name for field in dataclasses.fields(record_class) if not field.metadata.get("stored", True)}
    return record_class(**(values | changes))


def sample_value(shape: FieldShape, identifier: str) -> object:
    kind = shape.value_type
    if kind is Id:
        return Id(f"thing/{shape.name}")
    if dataclasses.is_dataclass(kind):
        return sample(kind, f"{identifier}/{shape.name}")
    if issubclass(kind, StrEnum):
        return DECIDED if kind is ReviewStatus else next(iter(kind))
    if kind is str:
        return TEXTS.get(shape.name, f"some {shape.name}")
    return 0 if shape.name == "start" else VALUES[kind]


def quads_of(record: Record) -> list[Quad]:
    return list(encode(record, BASE, GRAPH.value))


def with_values(quads: Iterable[Quad], subject: str, path: str, *values: NamedNode | Literal) -> list[Quad]:
    """Replace what the quads say of a property of one subject."""
    node, predicate = NamedNode(BASE + subject), NamedNode(path)
    kept = [quad for quad in quads if (quad.subject, quad.predicate) != (node, predicate)]
    return kept + [Quad(node, predicate, value, GRAPH) for value in values]


def values_of(quads: Iterable[Quad], subject: str, path: str) -> list[Any]:
    return [quad.object for quad in quads if (quad.subject, quad.predicate) == (NamedNode(BASE + subject), NamedNode(path))]


def check_with_both(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    known = list(quads)
    fast, reference = (check_shapes(known, engine) for engine in (ShapesEngine.FAST, ShapesEngine.REFERENCE))
    assert fast == reference
    return fast


def leaves(record_class: RecordClass) -> Iterator[FieldShape]:
    """Give the fields of a class, those of records without an identifier in place of the records."""
    for shape in record_fields(record_class):
        if dataclasses.is_dataclass(shape.value_type) and "id" not in shape.value_type.__dataclass_fields__:
            yield from leaves(shape.value_type)
        else:
            yield shape


def wrong_values(shape: FieldShape) -> list[NamedNode | Literal]:
    kind = shape.value_type
    if kind is Id or dataclasses.is_dataclass(kind):
        return [Literal("no link")]
    if issubclass(kind, StrEnum):
        return [NamedNode(f"{SCHEME}nothing/known"), Literal(next(iter(kind)).value)]
    if kind is not str:
        return [*WRONG_VALUES[kind]]
    return [Literal(WRONG_TEXTS.get(shape.name, "")), NamedNode(BASE + "thing")]


def theme(identifier: str) -> list[Quad]:
    subject = NamedNode(BASE + identifier)
    said: dict[str, NamedNode | Literal] = {
        NAMESPACES["rdf"] + "type": NamedNode(TRV + "Theme"),
        LABEL: Literal("Safeguards"),
        SKOS + "prefLabel": Literal("Safeguards", language="en"),
        SKOS + "definition": Literal("Limits of powers.", language="en"),
        TRV + "signalPhrase": Literal("safeguards"),
        TRV + "negativePhrase": Literal("safeguard the venue"),
        TRV + "provision": NamedNode(BASE + "instrument/draft/article/24"),
    }
    return [Quad(subject, NamedNode(path), value, GRAPH) for path, value in said.items()]


@pytest.fixture(scope="module")
def clean() -> list[Quad]:
    """One complete record of every class, and a theme."""
    quads = [quad for one in record_classes() for quad in quads_of(sample(one, f"sample/{one.__name__}"))]
    return quads + theme("theme/safeguards")


def test_every_record_as_the_model_writes_it_is_accepted(clean: list[Quad]) -> None:
    assert check_with_both(clean) == ()


def test_the_vocabulary_may_be_among_the_quads_and_changes_nothing(clean: list[Quad]) -> None:
    assert check_with_both([*clean, *read_vocabulary(BASE)]) == ()
    broken = with_values(clean, "sample/Article", TRV + "number")
    assert check_with_both([*broken, *read_vocabulary(BASE)]) == check_with_both(broken) != ()


def test_records_that_say_only_what_they_must_are_accepted() -> None:
    quads: list[Quad] = []
    for one in record_classes():
        nothing = {shape.name: () if shape.many else None for shape in record_fields(one) if shape.many or shape.optional}
        if one.__name__ != "Speaker":  # its kind decides what else it must say
            quads += quads_of(sample(one, f"sample/{one.__name__}", **nothing))
    assert {violation.severity for violation in check_with_both(quads)} <= {Severity.WARNING}


def test_every_required_field_is_missed_and_every_single_field_is_asked_for_once() -> None:
    broken: list[Quad] = []
    expected: set[tuple[str, str]] = set()
    for one in record_classes():
        for shape in leaves(one):
            name, path = f"broken/{one.__name__}/{shape.name}", shape.predicate.value
            quads = quads_of(sample(one, name))
            if not shape.many and not shape.optional:
                broken += with_values(quads, name, path)
                expected.add((BASE + name, path))
            if not shape.many:
                twice = f"{name}/twice"
                quads = quads_of(sample(one, twice))
                broken += [*quads, *with_values([], twice, path, another(values_of(quads, twice, path)[0]))]
                expected.add((BASE + twice, path))
    assert expected <= {(violation.focus, violation.path) for violation in check_with_both(broken)}


def another(value: NamedNode | Literal) -> NamedNode | Literal:
    if isinstance(value, NamedNode):
        return NamedNode(value.value + "-too")
    others = {"date": "2023-06-21", "dateTime": "2023-06-21T09:30:00Z", "boolean": "true"}
    kind = value.datatype.value.rpartition("#")[2]
    return Literal(others.get(kind, "1" + value.value), datatype=value.datatype)


def test_every_value_of_the_wrong_kind_is_named() -> None:
    broken: list[Quad] = []
    expected: set[tuple[str, str, str]] = set()
    for one in record_classes():
        for shape in leaves(one):
            for count, value in enumerate(wrong_values(shape)):
                name, path = f"broken/{one.__name__}/{shape.name}/{count}", shape.predicate.value
                broken += with_values(quads_of(sample(one, name)), name, path, value)
                expected.add((BASE + name, path, value.value))
    assert expected <= {(violation.focus, str(violation.path), str(violation.value)) for violation in check_with_both(broken)}


def test_every_class_wants_a_label() -> None:
    broken, expected = [], set()
    for one in record_classes():
        wrong: tuple[tuple[NamedNode | Literal, ...], ...] = ((), (Literal(""),), (NamedNode(BASE + "x"),))
        for count, values in enumerate(wrong):
            name = f"broken/{one.__name__}/{count}"
            broken += with_values(quads_of(sample(one, name)), name, LABEL, *values)
            expected.add((BASE + name, LABEL))
    assert expected <= {(violation.focus, violation.path) for violation in check_with_both(broken)}


SPECIAL = [
    ("Span", {"start": 7, "end": 7}, TRV + "start", Severity.ERROR, "less than trv:end"),
    ("Span", {"quote": ""}, TRV + "quote", Severity.ERROR, "not empty"),
    ("Consultation", {"last_day": dt.date(2023, 6, 19)}, TRV + "firstDay", Severity.ERROR, "not after trv:lastDay"),
    ("Attendance", {"count": -3}, TRV + "count", Severity.ERROR, "from 0 upwards"),
    ("Relation", {"premise": Id("position/a"), "conclusion": Id("position/a")}, TRV + "premise", Severity.ERROR, "not also"),
    ("Statement", {"confidence": 1.5}, TRV + "confidence", Severity.ERROR, "0 to 1"),
    ("Statement", {"themes": tuple(Id(f"theme/{n}") for n in range(5))}, TRV + "theme", Severity.WARNING, "more than four themes"),
    ("Statement", {"claim": ""}, TRV + "claim", Severity.ERROR, "exactly one trv:claim"),
    ("Position", {"claim": ""}, TRV + "claim", Severity.ERROR, "exactly one trv:claim"),
]


@pytest.mark.parametrize(("name", "changes", "path", "severity", "words"), SPECIAL)
def test_a_rule_between_values_is_kept(name: str, changes: dict[str, Any], path: str, severity: Severity, words: str) -> None:
    (record_class,) = (one for one in record_classes() if one.__name__ == name)
    found = [violation for violation in check_with_both(quads_of(sample(record_class, "broken", **changes))) if violation.path == path]
    assert [violation.severity for violation in found] == [severity] * len(found) != []
    assert all(words in violation.message for violation in found)


def concept(scheme: str, word: str) -> NamedNode:
    return NamedNode(f"{SCHEME}{scheme}/{word}")


def one_problem(name: str, changes: Mapping[str, tuple[NamedNode | Literal, ...]]) -> Violation:
    (record_class,) = (one for one in record_classes() if one.__name__ == name)
    quads = quads_of(sample(record_class, "broken"))
    for field, values in changes.items():
        quads = with_values(quads, "broken", LABEL if field == "label" else TRV + field, *values)
    (problem,) = check_with_both(quads)
    return problem


def test_a_speaker_who_is_not_named_has_no_phrase_and_a_group_has_one() -> None:
    unattributed = one_problem("Speaker", {"kind": (concept("speaker-kind", "unattributed"),)})
    assert "disagree" in unattributed.message
    assert (unattributed.path, unattributed.severity) == (None, Severity.ERROR)
    assert "disagree" in one_problem("Speaker", {"phrase": ()}).message


def test_a_named_speaker_nobody_knows_is_worth_a_look() -> None:
    named = {"kind": (concept("speaker-kind", "named"),), "participation": (), "actor": ()}
    for phrase in ("Ms. Li", "Norway", "the EU", "The AFRICAN GROUP", "Theodora"):
        assert one_problem("Speaker", named | {"phrase": (Literal(phrase),)}).severity is Severity.WARNING


def test_an_office_or_a_pronoun_alone_names_nobody() -> None:
    named = {"kind": (concept("speaker-kind", "named"),), "participation": (), "actor": ()}
    for phrase in ("the Minister", "The\nDirector General for Energy", "She"):
        quads = quads_of(sample(record_class_named("Speaker"), "office"))
        for field, values in (named | {"phrase": (Literal(phrase),)}).items():
            quads = with_values(quads, "office", TRV + field, *values)
        assert check_with_both(quads) == ()


def test_a_dropped_provision_has_no_later_one() -> None:
    assert "dropped" in one_problem("Correspondence", {"kind": (concept("correspondence-kind", "dropped"),)}).message


@pytest.mark.parametrize("name", ["Article", "Chapter", "PreambularParagraph", "Correspondence", "Fact", "Outcome", "Milestone"])
def test_what_rests_on_recollection_says_so_in_its_label(name: str) -> None:
    recollected = {"grade": (concept("evidence-grade", "M"),)}
    assert "[unverified]" in one_problem(name, recollected).message
    (record_class,) = (one for one in record_classes() if one.__name__ == name)
    quads = with_values(quads_of(sample(record_class, "marked")), "marked", TRV + "grade", *recollected["grade"])
    assert check_with_both(with_values(quads, "marked", LABEL, Literal("article 3 [unverified]"))) == ()


def test_a_number_that_is_only_remembered_says_so() -> None:
    remembered = {"numberGrade": (concept("evidence-grade", "M"),)}
    assert "[number unverified]" in one_problem("Chapter", remembered).message
    marked = remembered | {"label": (Literal("chapter III [number unverified]: Scope"),)}
    assert one_problem("Chapter", marked | {"instrument": ()}).path == TRV + "instrument"


def test_nothing_is_decided_as_unreviewed() -> None:
    problem = one_problem("Decision", {"kind": (concept("review-status", "unreviewed"),)})
    assert (problem.path, problem.severity) == (TRV + "kind", Severity.ERROR)
    assert "other than unreviewed" in problem.message
    assert check_with_both(quads_of(sample(record_class_named("Position"), "found", review=ReviewStatus.UNREVIEWED))) == ()


def test_a_decision_in_force_does_not_differ_from_itself() -> None:
    assert "says in what it differs" in one_problem("Decision", {"inForce": (Literal(True),)}).message  # noqa: FBT003 - a term


def test_one_decision_on_a_thing_is_in_force() -> None:
    decision = record_class_named("Decision")
    first, second = (sample(decision, f"decision/{name}", in_force=True, differing=()) for name in "ab")
    (problem,) = check_with_both([*quads_of(first), *quads_of(second)])
    assert (problem.focus, problem.severity) == (BASE + first.subject, Severity.ERROR)
    assert "Several decisions on this thing are in force" in problem.message
    other = dataclasses.replace(second, in_force=False, differing=("stance",))
    assert check_with_both([*quads_of(first), *quads_of(other)]) == ()


def test_a_relation_says_how_the_text_puts_it() -> None:
    problem = one_problem("Relation", {"form": (concept("relation-kind", "supports"),)})
    assert "a concept of scheme:relation-form" in problem.message


def test_a_name_spelt_in_two_ways_is_worth_a_look() -> None:
    problem = one_problem("Person", {"name": (Literal("Eric Do Val"), Literal("Eric do Val"))})
    assert (problem.path, problem.severity) == (TRV + "name", Severity.WARNING)


def test_a_theme_has_one_name_in_each_language_and_a_definition() -> None:
    paths: dict[str, tuple[NamedNode | Literal, ...]] = {
        SKOS + "prefLabel": (Literal("one", language="en"), Literal("two", language="en")),
        SKOS + "definition": (),
        TRV + "provision": (Literal("article 24"),),
        TRV + "signalPhrase": (Literal(""),),
    }
    broken = [quad for path, values in paths.items() for quad in with_values(theme(path[-4:]), path[-4:], path, *values)]
    assert {(violation.focus, violation.path) for violation in check_with_both(broken)} == {(BASE + path[-4:], path) for path in paths}


def test_a_number_is_named_as_it_was_written() -> None:
    written = Literal("-07", datatype=NamedNode(NAMESPACES["xsd"] + "integer"))
    quads = with_values(quads_of(sample(record_class_named("Attendance"), "broken")), "broken", TRV + "count", written)
    assert [violation.value for violation in check_with_both(quads)] == ["-07"]


def record_class_named(name: str) -> RecordClass:
    return next(one for one in record_classes() if one.__name__ == name)


def test_a_value_that_no_engine_can_read_prints_no_stack_trace(caplog: pytest.LogCaptureFixture) -> None:
    unreadable = Literal("soon", datatype=NamedNode(NAMESPACES["xsd"] + "date"))
    quads = with_values(quads_of(sample(record_class_named("Document"), "broken")), "broken", NAMESPACES["dcterms"] + "date", unreadable)
    assert [violation.value for violation in check_with_both(quads)] == ["soon"]
    assert caplog.records == []


def test_findings_come_sorted_and_once(clean: list[Quad]) -> None:
    broken = [quad for quad in clean if quad.predicate.value not in {LABEL, TRV + "span"}]
    found = check_with_both([*broken, *reversed(broken)])
    assert found == check_with_both(reversed(broken))
    assert len(set(found)) == len(found) > 20
    assert [violation.focus for violation in found] == sorted(violation.focus for violation in found)


def test_the_fast_engine_is_taken_if_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_engine() is ShapesEngine.FAST
    monkeypatch.setattr("travaux.rdf.shapes.find_spec", lambda name: None if name == "shacl" else object())
    assert default_engine() is ShapesEngine.REFERENCE
    with pytest.raises(IntegrityError, match="pip install shacl"):
        check_shapes([], ShapesEngine.FAST)


def test_importing_the_shapes_loads_no_engine() -> None:
    program = "import sys, travaux.rdf.shapes; print(sorted({'rdflib', 'pyshacl', 'shacl'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": "graph"})  # noqa: S603
    assert run.stdout == "[]\n"


def test_class_names_are_those_of_the_shapes() -> None:
    assert class_iri(record_class_named("Span")) == TRV + "Span"

"""Records survive the way into quads and back, whatever their class and content."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import inspect
import pkgutil
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import travaux.model
from travaux.model.corpus import Corpus
from travaux.model.identity import Id
from travaux.model.review import Decision
from travaux.model.schemes import EvidenceGrade, ReviewStatus
from travaux.model.text import Span
from travaux.model.treaty import UNVERIFIED, Article, Evidence
from travaux.rdf.lines import from_lines, to_lines
from travaux.rdf.records import FieldShape, decode, encode, record_fields
from travaux.rdf.store import open_store
from travaux.rdf.terms import RDFS_LABEL

BASE = "https://example.org/corpus/"


def record_classes() -> list[type[Any]]:
    """All classes of the model that have an identifier, without containers that are never stored."""
    modules = [importlib.import_module(f"travaux.model.{module.name}") for module in pkgutil.iter_modules(travaux.model.__path__)]
    classes = {held for module in modules for _, held in inspect.getmembers(module, dataclasses.is_dataclass) if inspect.isclass(held)}
    return sorted((held for held in classes if "id" in {field.name for field in dataclasses.fields(held)}), key=lambda held: held.__name__)


def _identifiers() -> st.SearchStrategy[Id]:
    return st.text("abc-19", min_size=1, max_size=6).map(lambda name: Id(f"thing/{name}"))


def _values(shape: FieldShape) -> st.SearchStrategy[Any]:
    one = _one(shape.value_type)
    if shape.many:
        return st.lists(one, max_size=3, unique_by=_key).map(lambda values: tuple(sorted(values, key=_key)))
    return st.none() | one if shape.optional else one


def _key(value: Any) -> str:
    return str(getattr(value, "id", value))


def _one(value_type: Any) -> st.SearchStrategy[Any]:
    if value_type is Id:
        return _identifiers()
    if dataclasses.is_dataclass(value_type):
        return _records(value_type)
    if issubclass(value_type, StrEnum):
        return st.sampled_from(list(value_type))
    text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
    moments = st.datetimes(timezones=st.just(dt.UTC))
    others = {bool: st.booleans(), int: st.integers(0, 10**9), float: st.floats(0, 1), dt.date: st.dates(), dt.datetime: moments}
    return text if value_type is str else others[value_type]


def _records(record_class: Any) -> st.SearchStrategy[Any]:
    fields: dict[str, st.SearchStrategy[Any]] = {shape.name: _values(shape) for shape in record_fields(record_class)}
    if "id" in {field.name for field in dataclasses.fields(record_class)}:
        fields["id"] = st.uuids(version=4).map(lambda unique: Id(f"thing/{unique}"))
    return st.builds(record_class, **fields)


@pytest.mark.parametrize("record_class", [held for held in record_classes() if held is not Corpus], ids=lambda held: held.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_decoding_undoes_encoding(record_class: type[Any], data: st.DataObject) -> None:
    record = data.draw(_records(record_class))
    lines = to_lines(encode(record, BASE, f"{BASE}graph/x"))
    assert decode(record_class, record.id, from_lines(lines), BASE) == record


def test_a_missing_property_is_named() -> None:
    span = Span.of(Id("document/d"), "some words", 0, 4)
    quads = [quad for quad in encode(span, BASE, f"{BASE}graph/x") if not quad.predicate.value.endswith("#quote")]
    with pytest.raises(KeyError, match="quote"):
        decode(Span, span.id, quads, BASE)


def test_recollection_is_marked_in_the_label() -> None:
    memory = Evidence(grade=EvidenceGrade.M)
    article = Article(
        id=Id("instrument/draft/article/3"), instrument=Id("instrument/draft"), number="3", order=3, title="Scope", evidence=memory
    )
    labels = [
        quad.object.value for quad in encode(article, BASE, BASE) if quad.predicate.value == RDFS_LABEL and hasattr(quad.object, "value")
    ]
    assert labels == [f"article 3: Scope {UNVERIFIED}"]


def test_a_moment_is_written_as_stores_write_it() -> None:
    """Stores give the canonical form back, and a graph must be the same byte for byte before and after."""
    moment = dt.datetime(2030, 11, 1, 9, 30, tzinfo=dt.UTC)
    reviewer, subject = Id("reviewer/mira"), Id("position/narrow")
    decision = Decision(id=Id("decision/1"), subject=subject, reviewer=reviewer, kind=ReviewStatus.ADDED, at=moment, in_force=False)
    quads = list(encode(decision, BASE, f"{BASE}graph/x"))
    with open_store() as store:
        store.load(to_lines(quads))
        assert sorted(store.dump()) == list(to_lines(quads))
    said = {quad.predicate.value.rpartition("#")[2]: str(quad.object) for quad in quads}
    assert said["at"] == '"2030-11-01T09:30:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    assert said["inForce"] == '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'


def test_lines_are_sorted_and_each_stands_once() -> None:
    span = Span.of(Id("document/d"), "two\nlines and “quotes”", 0, 21)
    lines = to_lines([*encode(span, BASE, BASE), *encode(span, BASE, BASE)])
    assert list(lines) == sorted(set(lines))
    assert len(lines) == 6
    assert all(line.endswith(b" .\n") for line in lines)

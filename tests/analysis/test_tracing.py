from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, serialize

from argument_map.arguments import POSITIONS
from argument_map.corpus import BASE, open_unread_lakes
from argument_map.documents import DRAFT, TEXTS
from argument_map.traced import open_traced, traced_quads
from argument_map.treaty import ADOPTED, INSTRUMENTS
from travaux.analysis.tracing import Trace, find_lacks, find_traces
from travaux.errors import QueryError
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, OutcomeKind, Prevalence, ReviewStatus
from travaux.model.store import Iri, Store
from travaux.model.treaty import Article, Correspondence, Evidence
from travaux.rdf.store import open_store

FINAL = identifier("instrument", "final")
_SURE = Evidence(grade=EvidenceGrade.B)


@pytest.fixture(scope="module")
def lakes() -> Iterator[Store]:
    with open_traced() as store:
        yield store


def keys(traces: tuple[Trace, ...]) -> list[str]:
    return [trace.key for trace in traces]


def trace_of(store: Store, key: str) -> Trace:
    (trace,) = find_traces(store, key)
    assert trace.key == key
    return trace


def test_positions_come_in_the_order_of_the_treaty_and_what_is_of_no_provision_last(lakes: Store) -> None:
    assert keys(find_traces(lakes)) == [
        *("workable", "reservoirs", "narrow", "firm", "farms", "optional", "monitoring", "data"),
        *("trust", "dams"),
    ]


def test_a_way_leads_from_the_draft_to_the_adopted_provision_with_kind_and_grade(lakes: Store) -> None:
    (way,) = trace_of(lakes, "narrow").ways
    assert (way.provision.label, way.provision.instrument, way.cited) == ("article 1: Scope", "draft", True)
    (step,) = way.steps
    assert step.later is not None
    assert (step.kind, step.grade) == (CorrespondenceKind.RENUMBERED, EvidenceGrade.A)
    assert (step.later.label, step.later.instrument) == ("article 3: Scope", "adopted")
    assert [source.title for source in step.sources] == ["Text as adopted"]


def test_an_equal_number_in_the_adopted_text_leads_nowhere(lakes: Store) -> None:
    (way,) = trace_of(lakes, "firm").ways
    assert (way.provision.name, way.steps) == ("article 3", ())


def test_what_was_dropped_has_a_step_to_nothing(lakes: Store) -> None:
    (step,) = trace_of(lakes, "optional").ways[0].steps
    assert (step.kind, step.later, step.note) == (CorrespondenceKind.DROPPED, None, "It was in the paper.")


def test_every_statement_has_its_exact_words_and_its_prevalence(lakes: Store) -> None:
    pond, broad = trace_of(lakes, "narrow").statements
    assert (pond.prevalence, broad.prevalence) == (Prevalence.A_NUMBER_OF, Prevalence.SEVERAL)
    assert (pond.paragraph, pond.speaker, pond.consultation) == ("2", "a number of speakers", "autumn")
    for trace in find_traces(lakes):
        for heard in trace.statements:
            assert TEXTS[identifier("document", heard.document)][heard.start : heard.end] == heard.quote


def test_a_rejected_statement_and_the_provision_that_it_cites_do_not_count(lakes: Store) -> None:
    trace = trace_of(lakes, "narrow")
    assert ReviewStatus.REJECTED not in {heard.review for heard in trace.statements}
    assert [way.provision.name for way in trace.ways] == ["article 1"]
    assert find_traces(lakes, "article 7") == ()


def test_a_rejected_position_is_not_traced(lakes: Store) -> None:
    assert "refused" not in keys(find_traces(lakes))
    with pytest.raises(QueryError, match="there is no position 'refused'"):
        find_traces(lakes, "refused")


def test_an_outcome_has_facts_sources_grade_and_note(lakes: Store) -> None:
    (became,) = trace_of(lakes, "optional").outcomes
    assert (became.kind, became.standing, became.grade) == (OutcomeKind.REVERSED, OutcomeKind.REVERSED, EvidenceGrade.C)
    assert became.note == "It was in the paper."
    assert [(fact.text, [source.link for source in fact.sources]) for fact in became.facts] == [
        ("No article has buffer zones.", ["https://example.org/paper?a=1&b=2"])
    ]


def test_an_outcome_from_recollection_stands_as_unknown(lakes: Store) -> None:
    (became,) = trace_of(lakes, "farms").outcomes
    assert (became.kind, became.standing, became.grade) == (OutcomeKind.PARTLY, OutcomeKind.UNKNOWN, EvidenceGrade.M)
    assert keys(find_traces(lakes, outcome=OutcomeKind.PARTLY)) == []
    assert keys(find_traces(lakes, outcome=OutcomeKind.UNKNOWN)) == ["farms"]


def test_a_position_without_statements_is_traced_by_what_its_outcome_was_asked_of(lakes: Store) -> None:
    trace = trace_of(lakes, "workable")
    assert trace.statements == ()
    assert [(way.provision.name, way.cited) for way in trace.ways] == [("article 1", False)]


def test_a_citation_of_what_the_corpus_does_not_describe_is_kept(lakes: Store) -> None:
    assert [heard.citations for heard in trace_of(lakes, "reservoirs").statements] == [("article 99",), ()]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("position/narrow", ["narrow"]),
        ("SPARE small", ["farms"]),
        ("farms spare", ["farms"]),
        ("article 1", ["workable", "reservoirs", "narrow"]),
        ("Art. 4", ["optional"]),
        ("draft article 1", ["workable", "reservoirs", "narrow"]),
        ("adopted article 3", ["workable", "reservoirs", "narrow"]),
        ("adopted article 1", ["data"]),
        ("article 2", []),
        ("chapter I", []),
        ("preambular paragraph 1", []),
        ("", None),
    ],
)
def test_positions_are_found_by_key_words_and_provision(what: str, expected: list[str] | None, lakes: Store) -> None:
    found = keys(find_traces(lakes, what))
    assert found == (keys(find_traces(lakes)) if expected is None else expected)


def test_positions_are_found_by_outcome_and_consultation_and_all_filters_count_together(lakes: Store) -> None:
    assert keys(find_traces(lakes, outcome=OutcomeKind.TAKEN_UP)) == ["workable", "narrow"]
    assert keys(find_traces(lakes, consultation="spring")) == ["reservoirs", "narrow", "monitoring", "trust"]
    assert keys(find_traces(lakes, "article 1", outcome=OutcomeKind.TAKEN_UP, consultation="Spring")) == ["narrow"]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("narow", "there is no position 'narow'\nThe nearest are:\n  narrow: The scope should be narrow."),
        ("resrvoirs", "  reservoirs: Reservoirs should be covered."),
        ("zzzz", "Give the key of a position, words of its claim"),
        ("article 99", "there is no article 99 in the version 'draft'\nKnown: article 1 to article 7."),
        ("adopted article 7", "there is no article 7 in the version 'adopted'\nAnother version has it: draft article 7."),
        ("adoptd article 3", "there is no version 'adoptd' of the text\nDid you mean 'adopted'?"),
        ("zzzz article 3", "Known: draft, adopted."),
        ('narrow" } #', "there is no position"),
    ],
)
def test_what_the_graph_does_not_know_is_answered_with_the_nearest(what: str, message: str, lakes: Store) -> None:
    with pytest.raises(QueryError) as caught:
        find_traces(lakes, what)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("given", "hint"), [("autmn", "Did you mean autumn?"), ("n", "autumn or spring"), ("zzzzzz", "Known: autumn, spring.")]
)
def test_an_unknown_consultation_is_answered_with_the_nearest(given: str, hint: str, lakes: Store) -> None:
    with pytest.raises(QueryError, match="there is no consultation") as caught:
        find_traces(lakes, consultation=given)
    assert hint in str(caught.value)


def _final(number: str) -> Article:
    return Article(id=child(FINAL, "article", number), instrument=FINAL, number=number, order=int(number), evidence=_SURE, title="Scope")


def _leads(earlier: Id, later: Id) -> Correspondence:
    identity = identifier("correspondence", earlier, later)
    return Correspondence(id=identity, earlier=earlier, later=later, kind=CorrespondenceKind.MOVED, evidence=_SURE)


def test_a_provision_is_followed_through_several_versions_and_found_from_the_last() -> None:
    final = replace(INSTRUMENTS[1], id=FINAL, name="final", order=3)
    scope = child(ADOPTED, "article", "3")
    more = (final, _final("8"), _final("9"), _leads(scope, child(FINAL, "article", "8")), _leads(scope, child(FINAL, "article", "9")))
    with open_traced(*more) as store:
        (way,) = trace_of(store, "narrow").ways
        assert [(step.earlier.name, step.later and step.later.name) for step in way.steps] == [
            ("article 1", "article 3"),
            ("article 3", "article 8"),
            ("article 3", "article 9"),
        ]
        assert keys(find_traces(store, "final article 8")) == ["workable", "reservoirs", "narrow"]


def test_versions_that_lead_back_to_one_another_end() -> None:
    with open_traced(_leads(child(ADOPTED, "article", "3"), child(DRAFT, "article", "1"))) as store:
        assert len(trace_of(store, "narrow").ways[0].steps) == 2
        assert "narrow" in keys(find_traces(store, "adopted article 3"))


def test_the_order_of_loading_changes_nothing(lakes: Store) -> None:
    written = serialize(traced_quads(), format=RdfFormat.N_QUADS)
    assert written is not None
    with open_store() as other:
        other.load(reversed(written.splitlines(keepends=True)))
        assert find_traces(other) == find_traces(lakes)


def test_what_the_store_lacks_is_told() -> None:
    with open_store() as empty:
        assert find_lacks(empty) == ("positions", "provisions", "correspondences", "outcomes")
        assert find_traces(empty) == ()
        with pytest.raises(QueryError, match="This graph holds no positions"):
            find_traces(empty, "narrow")
        with pytest.raises(QueryError, match="describes no provisions of a treaty"):
            find_traces(empty, "article 1")
    with open_unread_lakes() as unread:
        assert find_lacks(unread)[:1] == ("positions",)
    with open_traced() as store:
        assert find_lacks(store) == ()
        store.clear(Iri(f"{BASE}graph/treaty"))
        assert "provisions" in find_lacks(store)
        assert {trace.ways for trace in find_traces(store)} == {()}


def test_a_filter_leaves_the_rest_in_the_store() -> None:
    class Counting:
        def __init__(self, store: Store) -> None:
            self.store = store
            self.rows = 0

        def __getattr__(self, name: str) -> object:
            return getattr(self.store, name)

        def select(self, query: str, parameters: object = None) -> object:
            table = self.store.select(query, parameters)  # type: ignore[arg-type]
            self.rows += len(table) if "?position" in query else 0
            return table

    many = [replace(POSITIONS["trust"], id=identifier("position", f"more-{number}"), claim=f"More of {number}.") for number in range(300)]
    with open_traced(*many) as store:
        counting = Counting(store)
        assert keys(find_traces(counting, "narrow")) == ["narrow"]  # type: ignore[arg-type]
        assert counting.rows < 20

"""A selection finds the statements that meet its conditions, those that a plain look at the records finds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argument_map.arguments import STATEMENTS
from argument_map.documents import DOCUMENTS
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, apart
from travaux.errors import QueryError
from travaux.model.argument import Statement
from travaux.model.prevalence import at_least
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store

_MEETINGS = {document.id: (document.consultation or "").rpartition("/")[2] for document in DOCUMENTS}
_EXTRACTED, _REVIEWED = frozenset({LayerKind.EXTRACTED}), frozenset({LayerKind.REVIEWED})


def selected(store: Store, selection: Selection) -> list[str]:
    """The short names of the statements selected, each as often as the pattern gives it."""
    table = store.select(f"{PREFIXES}SELECT ?statement WHERE {{ {selection.pattern()} }}")
    return sorted(str(row["statement"]).rpartition("/")[2] for row in table)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, "belong broad concern data delete force monitoring optional pond reservoirs trust"),
        (Selection(consultations=("spring",)), "broad force monitoring reservoirs trust"),
        (Selection(consultations=("autumn", "spring")), "belong broad concern data delete force monitoring optional pond reservoirs trust"),
        (Selection(documents=("autumn-report",)), "belong concern data delete optional pond"),
        (Selection(documents=("autumn-note",)), ""),
        (Selection(documents=("autumn-report",), consultations=("spring",)), ""),
        (Selection(layers=_EXTRACTED), "delete force trust"),
        (Selection(layers=_REVIEWED), "belong broad concern data monitoring optional pond reservoirs"),
        (Selection(layers=_EXTRACTED | _REVIEWED, consultations=("spring",)), "broad force monitoring reservoirs trust"),
        (Selection(layers=frozenset({LayerKind.INFERRED})), ""),
        (Selection(reviews=frozenset({ReviewStatus.EDITED, ReviewStatus.ADDED})), "belong optional"),
        (Selection(reviews=frozenset({ReviewStatus.REJECTED})), ""),
        (Selection(reviews=frozenset({ReviewStatus.UNREVIEWED}), layers=_REVIEWED), ""),
        (Selection(prevalence_at_least=Prevalence.SEVERAL), "broad concern pond trust"),
        (Selection(prevalence_at_least=Prevalence.FEW), "broad concern force monitoring pond trust"),
        (Selection(prevalence_at_least=Prevalence.UNSPECIFIED, stances=frozenset({Stance.SUPPORTS})), "belong data monitoring trust"),
        (Selection(stances=frozenset({Stance.OPPOSES, Stance.CONCERNED})), "broad concern pond"),
        (Selection(stances=frozenset({Stance.OPPOSES}), consultations=("autumn",), prevalence_at_least=Prevalence.SOME), "pond"),
    ],
)
def test_each_condition_keeps_what_a_reader_of_the_invented_reports_would_keep(
    stored_lakes: Store, selection: Selection, expected: str
) -> None:
    assert selected(stored_lakes, selection) == expected.split()


def meets(statement: Statement, selection: Selection) -> bool:
    layer = LayerKind.EXTRACTED if statement.review is ReviewStatus.UNREVIEWED else LayerKind.REVIEWED
    least = selection.prevalence_at_least or Prevalence.UNSPECIFIED
    return (
        statement.review is not ReviewStatus.REJECTED
        and (not selection.consultations or _MEETINGS[statement.document] in selection.consultations)
        and (not selection.documents or statement.document.rpartition("/")[2] in selection.documents)
        and (not selection.layers or layer in selection.layers)
        and (not selection.reviews or statement.review in selection.reviews)
        and (least is Prevalence.UNSPECIFIED or statement.speaker.prevalence in at_least(least))
        and (not selection.stances or statement.stance in selection.stances)
    )


_SELECTIONS = st.builds(
    Selection,
    consultations=st.lists(st.sampled_from(("spring", "autumn", "winter")), unique=True).map(tuple),
    documents=st.lists(st.sampled_from(("spring-report", "autumn-note", "autumn-report")), unique=True).map(tuple),
    layers=st.frozensets(st.sampled_from(LayerKind)),
    reviews=st.frozensets(st.sampled_from(ReviewStatus)),
    prevalence_at_least=st.none() | st.sampled_from(Prevalence),
    stances=st.frozensets(st.sampled_from(Stance)),
)


@settings(max_examples=100, deadline=None)
@given(selection=_SELECTIONS)
def test_any_selection_finds_exactly_what_a_filter_of_the_records_finds_and_each_once(stored_lakes: Store, selection: Selection) -> None:
    expected = sorted(one.id.rpartition("/")[2] for one in STATEMENTS if meets(one, selection))
    assert selected(stored_lakes, selection) == expected


def test_the_pattern_joins_with_what_else_a_query_asks_and_takes_another_name(stored_lakes: Store) -> None:
    spring = Selection(consultations=("spring",))
    query = f"SELECT ?theme ?said WHERE {{ {apart('?said trv:theme ?theme')} {spring.pattern('said')} }}"
    themes = Counter(str(row["theme"]).rpartition("/")[2] for row in stored_lakes.select(PREFIXES + query))
    assert themes == Counter({"trust": 2, "reservoirs": 1, "scope": 1, "monitoring": 1, "entry-into-force": 1})


def test_two_selections_stand_in_one_query(stored_lakes: Store) -> None:
    earlier, later = Selection(consultations=("spring",)), Selection(consultations=("autumn",))
    same = apart("?then trv:position ?position", "?now trv:position ?position")
    query = f"{PREFIXES}SELECT ?then ?now WHERE {{ {earlier.pattern('then')} {later.pattern('now')} {same} }}"
    pairs = {tuple(str(value).rpartition("/")[2] for value in row) for row in stored_lakes.select(query).rows}
    assert pairs == {("broad", "pond"), ("reservoirs", "belong")}


def test_names_are_resolved_and_unknown_ones_refused_with_the_real_ones(stored_lakes: Store) -> None:
    assert Selection(consultations=("Autumn",), documents=("spring",)).resolve(stored_lakes) == Selection(
        consultations=("autumn",), documents=("spring-report",)
    )
    with pytest.raises(QueryError, match="autmn") as caught:
        Selection(consultations=("autmn",)).resolve(stored_lakes)
    assert "autumn" in str(caught.value.hint)

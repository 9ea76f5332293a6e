from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.columns import columns_of
from travaux.analysis.columns.columns import PREVALENCES, STANCES, place_of
from travaux.analysis.search import FACETS, Index, Kind, Wanted, all_records, open_index, write_index
from travaux.analysis.search.making import make_index
from travaux.analysis.search.reading import read_records
from travaux.analysis.search.snippets import Marks, to_pieces
from travaux.analysis.selection import ALL
from travaux.model.prevalence import at_least
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.store import open_store


@pytest.fixture(scope="module")
def index(stored_seeds: Store) -> Index:
    return open_index(stored_seeds)


@pytest.fixture(scope="module")
def lakes(stored_lakes: Store) -> Index:
    return open_index(stored_lakes)


def first(index: Index, text: str) -> str:
    return index.find(Wanted(text=text)).results[0].id


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("article 24", "instrument/draft/article/24"),
        ("24", "instrument/draft/article/24"),
        ("art. 24", "instrument/draft/article/24"),
        ("Art 24", "instrument/draft/article/24"),
        ("question 13", "document/fifth-consultation-concept-note/question/13"),
        ("Q13", "document/fifth-consultation-concept-note/question/13"),
        ("chapter 5", "instrument/draft/chapter/V"),
        ("A/AC.291/22", "instrument/draft"),
        ("conditions and safeguard", "instrument/draft/article/24"),
        ("nemanja malisevic", "person/nemanja-malisevic"),
        ("item 2(a)", "document/fifth-consultation-report/agenda-item/2(a)"),
    ],
)
def test_what_a_text_names_comes_first(index: Index, text: str, thing: str) -> None:
    assert first(index, text) == thing


def test_words_are_found_in_every_form_and_the_form_typed_comes_first(index: Index) -> None:
    found = index.find(Wanted(text="proposals", size=1000)).results
    words = [" ".join(piece.text.lower() for piece in (*one.name, *one.other, *one.text) if piece.hit) for one in found]
    exact = ["proposals" in each.split() for each in words]
    assert exact == sorted(exact, reverse=True)
    assert True in exact
    assert False in exact


def test_every_statement_found_holds_the_words_of_a_phrase_in_their_order(index: Index) -> None:
    found = index.find(Wanted(text='"human rights"', chosen={"kind": ("paragraph",)}, size=1000))
    assert found.total == len(found.results) > 0
    whole = {one.id: "".join(piece.text for piece in one.text).lower() for one in all_records(index)}
    assert all("human rights" in whole[one.id] for one in found.results)
    phrase = index.find(Wanted(text='"rights human"', chosen={"kind": ("statement",)}))
    assert phrase.total == 0


def test_words_after_a_minus_sign_are_left_out(index: Index) -> None:
    def ids(text: str) -> set[str]:
        return {one.id for one in index.find(Wanted(text=text, size=10_000)).results}

    assert ids("rights -article") == ids("rights") - ids("article")
    assert ids("-article") == ids("") - ids("article")


def test_case_and_accents_do_not_matter(index: Index) -> None:
    totals = [index.find(Wanted(text=text)).total for text in ("safeguards", "SAFEGUARDS", "sáfëguards")]
    assert totals == [totals[0]] * 3
    assert totals[0] > 0


def test_where_nothing_is_found_words_spelt_like_it_are_offered(index: Index) -> None:
    found = index.find(Wanted(text="safegards"))
    assert found.total == 0
    near = found.near[0]
    assert (near.text, near.instead) == ("safeguards", "safeguards")
    assert index.find(Wanted(text=near.instead)).total >= near.records > 0
    assert found.searched["statement"] == 131


def test_the_beginning_of_a_word_is_enough_while_typing(index: Index) -> None:
    suggested = [one.result for one in index.suggest("safeg")]
    assert suggested[0].id == "theme/conditions"
    assert len(suggested) <= 8
    kinds = [one.kind for one in suggested]
    assert [kind for place, kind in enumerate(kinds) if kind not in kinds[:place]] == list(dict.fromkeys(kinds))
    assert index.suggest(" ") == ()


@given(st.text(max_size=60) | st.text(alphabet='ab"*()-:^+{}“” \0\ud800ORANDNT', max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_text_is_ever_syntax(lakes: Index, text: str) -> None:
    assert lakes.find(Wanted(text=text)).total <= sum(lakes.searched.values())
    assert len(lakes.suggest(text)) <= 8


def test_facets_count_what_the_columns_of_statements_count(index: Index, stored_seeds: Store) -> None:
    columns = columns_of(stored_seeds)
    standing = columns.select(ALL)
    found = index.find(Wanted(chosen={"kind": ("statement",)}))
    facets = {facet.name: {value.value: value.count for value in facet.values} for facet in found.facets}
    assert found.total == int(standing.sum())
    for stance in Stance:
        assert facets["stance"].get(stance.value, 0) == int((standing & (columns.stance == STANCES.index(stance))).sum())
    several = {PREVALENCES.index(word) for word in at_least(Prevalence.SEVERAL)}
    assert facets["prevalence"]["several"] == sum(place in several for place in columns.prevalence[standing].tolist())
    themes = columns.theme.within(standing).counts()
    assert facets["theme"] == {iri.rpartition("/theme/")[2]: count for iri, count in themes.items()}


_choices = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.lists(st.sampled_from(["statement", "position", "paragraph"]), min_size=1, max_size=2, unique=True).map(tuple),
        "stance": st.lists(st.sampled_from([one.value for one in Stance]), min_size=1, max_size=3, unique=True).map(tuple),
        "consultation": st.sampled_from([("spring",), ("autumn",), ("spring", "autumn")]),
        "prevalence": st.sampled_from([("one",), ("some",), ("many",), ("some", "many")]),
    },
)


@given(st.sampled_from(["", "the", "lake", "fish -the"]), _choices)
@settings(max_examples=20, deadline=None)
def test_each_facet_counts_what_choosing_a_value_of_it_alone_would_find(
    lakes: Index, text: str, chosen: dict[str, tuple[str, ...]]
) -> None:
    found = lakes.find(Wanted(text=text, chosen=chosen))
    for facet in found.facets:
        for value in facet.values:
            assert lakes.find(Wanted(text=text, chosen={**chosen, facet.name: (value.value,)})).total == value.count


def test_results_meet_every_facet_and_any_value_of_each(lakes: Index) -> None:
    chosen = {"stance": ("supports", "opposes"), "kind": ("statement",)}
    found = lakes.find(Wanted(chosen=chosen, size=1000))
    wanted = {one.id for one in all_records(lakes) if one.kind is Kind.STATEMENT and {"supports", "opposes"} & set(one.facets["stance"])}
    assert {one.id for one in found.results} == wanted
    assert 0 < len(wanted) < lakes.searched["statement"]


def test_everything_that_stands_can_be_listed_once(lakes: Index, stored_lakes: Store) -> None:
    listed = list(all_records(lakes))
    assert len({(one.kind, one.id) for one in listed}) == len(listed) == lakes.find(Wanted()).total
    assert sum(one.kind is Kind.STATEMENT for one in listed) == int(columns_of(stored_lakes).select(ALL).sum())
    assert all(set(one.facets) == set(FACETS) for one in listed)


def test_the_same_store_gives_the_same_bytes_and_the_file_answers_as_memory_does(built_seeds: Build, tmp_path: Path) -> None:
    kept = built_seeds.generation.store.with_name("store.search.sqlite")
    folder = Path(shutil.copytree(built_seeds.generation.store, tmp_path / "store"))
    with open_store(folder, read_only=True) as store:
        made = Index(make_index(read_records(store))).find(Wanted(text="rights"))
        write_index(store)
        assert (tmp_path / "store.search.sqlite").read_bytes() == kept.read_bytes()
        assert open_index(store).find(Wanted(text="rights")) == made
        (tmp_path / "store.search.sqlite").write_bytes(kept.read_bytes()[:5000])
        assert open_index(store).find(Wanted(text="rights")) == made
        (tmp_path / "store.search.sqlite").write_bytes(b"")
        assert open_index(store).find(Wanted(text="rights")) == made


def test_a_kept_index_cannot_be_written(built_seeds: Build) -> None:
    with open_store(built_seeds.generation.store, read_only=True) as store:
        connection = open_index(store)._connection  # noqa: SLF001, nothing else shows it
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM record")


@given(st.text(max_size=900), st.integers(20, 500))
def test_the_pieces_of_a_text_are_the_text(text: str, longest: int) -> None:
    assert "".join(piece.text for piece in to_pieces(text, Marks(frozenset({"a"}), ("b",)))) == text
    shown = "".join(piece.text for piece in to_pieces(text, Marks(frozenset({"a"})), longest=longest))
    assert shown.removeprefix("…").removesuffix("…") in text
    assert len(shown) <= longest + 2 or len(text) <= longest


def test_the_words_of_the_schemes_are_those_of_columns() -> None:
    assert [place_of(one) for one in Stance] == list(range(len(STANCES)))

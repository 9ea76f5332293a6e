from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argument_map.corpus import open_lakes
from travaux.analysis.columns import Columns, Pairs, columns_of, write_columns
from travaux.analysis.columns.columns import PREVALENCES, STANCES, count_by, ends_by, to_pairs
from travaux.analysis.columns.keeping import _decode
from travaux.analysis.columns.reading import read_columns
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.store import open_store

small = st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 2)), max_size=30)
selections = st.builds(
    Selection,
    consultations=st.sampled_from([(), ("autumn",), ("spring",), ("spring", "autumn")]),
    layers=st.frozensets(st.sampled_from([LayerKind.EXTRACTED, LayerKind.REVIEWED])),
    reviews=st.frozensets(st.sampled_from(list(ReviewStatus)), max_size=2),
    prevalence_at_least=st.none() | st.sampled_from(list(Prevalence)),
    stances=st.frozensets(st.sampled_from(list(Stance)), max_size=2),
)


def chosen(store: Store, selection: Selection) -> set[str]:
    query = f"{PREFIXES}SELECT ?statement WHERE {{ {selection.resolve(store).pattern()} }}"
    return {str(row[0]) for row in store.select(query).rows}


SINGLE = (
    *("statements", "stance", "prevalence", "review", "document", "consultation", "position", "paragraph", "positions"),
    *("words", "reasoned", "citing"),
)
LINKED = ("provision", "theme", "question", "partial_question", "change", "chapter", "agenda_item", "speaker")


def same(one: Columns, other: Columns) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in SINGLE) and all(
        np.array_equal(getattr(getattr(one, name), part), getattr(getattr(other, name), part))
        for name in LINKED
        for part in ("statement", "thing", "things")
    )


@given(selections)
@settings(max_examples=40, deadline=None)
def test_a_selection_of_rows_means_what_its_pattern_means(stored_lakes: Store, selection: Selection) -> None:
    columns = columns_of(stored_lakes)
    mask = columns.select(selection.resolve(stored_lakes))
    assert {columns.iri(int(row)) for row in np.flatnonzero(mask)} == chosen(stored_lakes, selection)


def test_columns_count_what_the_store_counts(stored_seeds: Store) -> None:
    columns = columns_of(stored_seeds)
    standing = columns.select(ALL)
    query = f"""{PREFIXES}SELECT ?theme ?stance ?prevalence (COUNT(DISTINCT ?statement) AS ?count) WHERE {{
      {ALL.pattern()} ?statement trv:theme ?theme ; trv:stance ?stance ; trv:speaker/trv:prevalence ?prevalence
    }} GROUP BY ?theme ?stance ?prevalence"""
    counted = {tuple(str(value).rpartition("/")[2] for value in row[:3]): row[3] for row in stored_seeds.select(query).rows}
    pairs = columns.theme.within(standing)
    keys, counts = count_by(pairs.thing, columns.stance[pairs.statement], columns.prevalence[pairs.statement])
    themes = [str(one, "utf-8").rpartition("/")[2] for one in columns.theme.things.tolist()]
    found = {
        (themes[theme], STANCES[stance].value, PREVALENCES[prevalence].value): count
        for (theme, stance, prevalence), count in zip(keys.tolist(), counts.tolist(), strict=True)
    }
    assert found == counted


def test_a_statement_is_of_the_chapters_that_it_cites_or_else_of_those_that_it_stands_under(stored_lakes: Store) -> None:
    columns = columns_of(stored_lakes)
    query = f"""{PREFIXES}SELECT DISTINCT ?statement ?chapter WHERE {{
      {{ ?statement a trv:Statement ; trv:provision ?cited .
         {{ ?cited trv:chapter ?chapter }} UNION {{ ?cited a trv:Chapter . BIND(?cited AS ?chapter) }} }}
      UNION {{ ?statement a trv:Statement ; trv:paragraph ?under .
         {{ ?under trv:agendaItem/trv:chapter ?chapter }} UNION {{ ?under trv:section/trv:chapter ?chapter }}
         MINUS {{ ?statement trv:provision/trv:chapter ?other }}
         MINUS {{ ?statement trv:provision ?whole . ?whole a trv:Chapter }} }}
      ?chapter a trv:Chapter }}"""
    expected = {(str(row[0]), str(row[1])) for row in stored_lakes.select(query).rows}
    pairs = columns.chapter
    found = {
        (columns.iri(row), str(pairs.things[thing], "utf-8"))
        for row, thing in zip(pairs.statement.tolist(), pairs.thing.tolist(), strict=True)
    }
    assert found == expected != set()


LINKS = {
    "change": "?change a trv:TextChange ; trv:statement ?statement ; trv:provision ?thing",
    "agenda_item": "?statement trv:paragraph/trv:agendaItem ?thing",
    "speaker": "?statement trv:speaker/(trv:participation|trv:actor)/trv:name ?thing",
}


@pytest.mark.parametrize("name", LINKS)
def test_statements_are_linked_to_what_the_store_links_them_to(stored_seeds: Store, name: str) -> None:
    columns = columns_of(stored_seeds)
    pairs: Pairs = getattr(columns, name)
    query = f"{PREFIXES}SELECT DISTINCT ?statement ?thing WHERE {{ ?statement a trv:Statement . {LINKS[name]} }}"
    expected = {(str(row[0]), str(row[1])) for row in stored_seeds.select(query).rows}
    things = pairs.names()
    found = {(columns.iri(row), things[thing]) for row, thing in zip(pairs.statement.tolist(), pairs.thing.tolist(), strict=True)}
    assert found == expected != set()


@pytest.mark.parametrize(("name", "link"), [("reasoned", "rationale"), ("citing", "citation")])
def test_it_is_marked_which_statements_have_something(stored_seeds: Store, name: str, link: str) -> None:
    columns = columns_of(stored_seeds)
    having = {str(row[0]) for row in stored_seeds.select(f"{PREFIXES}SELECT ?statement WHERE {{ ?statement trv:{link} ?any }}").rows}
    assert {columns.iri(row) for row in np.flatnonzero(getattr(columns, name)).tolist()} == having != set()


def test_the_same_words_have_the_same_number(stored_seeds: Store) -> None:
    columns = columns_of(stored_seeds)
    query = f"{PREFIXES}SELECT DISTINCT ?statement ?quote WHERE {{ ?statement a trv:Statement ; trv:span/trv:quote ?quote }}"
    quotes = {str(row[0]): str(row[1]) for row in stored_seeds.select(query).rows}
    in_order = sorted(set(quotes.values()))
    assert [in_order[number] for number in columns.words.tolist()] == [quotes[columns.iri(row)] for row in range(len(columns))]


linked = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abcd")), max_size=12)


def pairs_of(those: list[tuple[int, str]]) -> Pairs:
    things = sorted({thing for _, thing in those})
    rows = np.array([row for row, _ in those], dtype=np.int64)
    numbers = np.array([things.index(thing) for _, thing in those], dtype=np.int64)
    return to_pairs(rows, numbers, np.array([thing.encode() for thing in things], dtype=np.bytes_))


def told(pairs: Pairs) -> list[tuple[int, str]]:
    names = pairs.names()
    return [(row, names[thing]) for row, thing in zip(pairs.statement.tolist(), pairs.thing.tolist(), strict=True)]


@given(linked, linked, st.dictionaries(st.sampled_from("abcd"), st.sets(st.sampled_from("abxyz"))))
def test_pairs_are_joined_and_lead_on(some: list[tuple[int, str]], more: list[tuple[int, str]], links: dict[str, set[str]]) -> None:
    pairs = pairs_of(some)
    assert told(pairs) == sorted(set(some))
    assert told(pairs.joined(pairs_of(more))) == sorted({*some, *more})
    further = pairs.through(links)
    assert told(further) == sorted({(row, end) for row, thing in some for end in links.get(thing, ())})
    assert further.counts() == Counter(thing for _, thing in told(further))
    assert further.linked() == set(further.counts())


@given(small)
def test_rows_are_counted_by_several_columns(rows: list[tuple[int, int]]) -> None:
    one, other = (np.array([row[place] for row in rows], dtype=np.int32) for place in (0, 1))
    keys, counts, first, last = ends_by(np.arange(len(rows), dtype=np.int32), one, other)
    assert dict(zip(map(tuple, keys.tolist()), counts.tolist(), strict=True)) == Counter(rows)
    for key, start, stop in zip(map(tuple, keys.tolist()), first.tolist(), last.tolist(), strict=True):
        assert (start, stop) == (rows.index(key), len(rows) - 1 - rows[::-1].index(key))


def test_columns_are_kept_beside_a_store_on_disk_and_read_where_none_can_be(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with open_lakes() as lakes, open_store(folder) as copy:
        copy.load(lakes.dump())
        write_columns(copy)
    kept = tmp_path / "store.columns.npz"
    first = kept.read_bytes()
    with open_store(folder, read_only=True) as store:
        assert same(columns_of(store), read_columns(store))
        write_columns(store)
        assert kept.read_bytes() == first
        kept.write_bytes(first[: len(first) // 2])
        assert same(columns_of(store), read_columns(store))


def test_an_empty_store_has_empty_columns() -> None:
    with open_store() as nothing:
        columns = columns_of(nothing)
    assert (len(columns), columns.select().tolist()) == (0, [])
    assert columns.theme.number_of("https://example.org/theme/none") == -1
    keys, counts = count_by(columns.stance, columns.position)
    assert (keys.tolist(), counts.tolist()) == ([], [])


@pytest.mark.parametrize("harm", ["flipped", "cut", "empty", "older", "text"])
def test_what_is_kept_and_not_as_it_was_written_is_read_as_none(harm: str, built_seeds: Build, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built_seeds.generation.store, tmp_path / "store"))
    with open_store(folder, read_only=True) as store:
        write_columns(store)
        (kept,) = tmp_path.glob("*.npz")
        whole = kept.read_bytes()
        place = len(whole) // 2
        harmed = {
            "flipped": whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :],
            "cut": whole[:place],
            "empty": b"",
            "older": whole[whole.index(b"PK") :],
            "text": b"columns",
        }
        kept.write_bytes(harmed[harm])
        with pytest.raises(ValueError, match=r"damaged|another format"):
            _decode(kept.read_bytes())
        assert same(columns_of(store), read_columns(store))

"""The invented negotiation is one that a build could have made, of the size asked, and skewed as real ones are."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from large_corpus.corpus import SEED, make_corpus
from large_corpus.reports import write_report
from large_corpus.world import World, invent
from travaux.model.argument import Statement
from travaux.model.schemes import ReviewStatus, Stance
from travaux.pipeline.check import CheckReport, check
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store

_SIZE = 1000
_BUILT = 150


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "corpus"
    make_corpus(folder, _BUILT, seed=1)
    return folder


@pytest.fixture(scope="module")
def checked(built: Path) -> CheckReport:
    return check(built)


@pytest.fixture(scope="module")
def world() -> World:
    return invent(_SIZE, SEED)


@pytest.fixture(scope="module")
def statements(world: World) -> list[Statement]:
    return [saying.statement for sitting in world.sittings for saying in write_report(world, sitting).sayings]


def test_it_meets_the_shapes_and_points_to_nothing_that_is_not_there(checked: CheckReport) -> None:
    assert not checked.violations


def test_every_quote_stands_in_its_document(checked: CheckReport) -> None:
    assert not checked.mismatches
    assert checked.spans > 2 * _BUILT


def test_the_build_holds_as_many_statements_as_were_asked_for(built: Path) -> None:
    manifest = get_built(built).manifest
    assert manifest.counts["Statement"] == _BUILT
    assert 0 < manifest.review["rejected"] < manifest.review["decided"] < _BUILT


def test_it_has_the_size_asked_for_over_all_consultations(statements: list[Statement], world: World) -> None:
    assert len(statements) == len({one.id for one in statements}) == _SIZE
    assert len({one.document for one in statements}) == len(world.sittings) == 24


def test_themes_and_positions_are_skewed(statements: list[Statement]) -> None:
    themes = Counter(theme for one in statements for theme in one.themes).most_common()
    assert 0.05 < themes[0][1] / _SIZE < 0.3
    assert themes[len(themes) // 2][1] < themes[0][1] / 8
    positions = Counter(one.position for one in statements if one.position).most_common()
    assert sum(count for _, count in positions[: len(positions) // 10]) > 0.3 * sum(count for _, count in positions)


def test_every_stance_and_review_status_is_there_and_most_is_support_or_proposal(statements: list[Statement]) -> None:
    told = Counter(one.stance for one in statements)
    assert {stance for stance, _ in told.most_common(2)} == {Stance.SUPPORTS, Stance.PROPOSES}
    assert set(told) == set(Stance)
    assert {one.review for one in statements} == set(ReviewStatus)


def test_some_relations_run_in_circles_and_some_positions_bear_many(world: World) -> None:
    pairs = {(one.premise, one.conclusion) for one in world.bearings}
    assert any((conclusion, premise) in pairs for premise, conclusion in pairs)
    assert Counter(conclusion for _, conclusion in pairs).most_common(1)[0][1] >= 5


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(built: Path, tmp_path: Path) -> None:
    make_corpus(tmp_path, _BUILT, seed=1)
    assert _content(tmp_path) == _content(built)
    assert (
        write_report(invent(60, 2), invent(60, 2).sittings[0]).page.text != write_report(invent(60, 1), invent(60, 1).sittings[0]).page.text
    )


def _content(folder: Path) -> tuple[bytes, ...]:
    """Give the bytes of a corpus: of its graph, then of its files in the order of their names."""
    files = sorted(path for path in folder.rglob("*.t*") if path.is_file() and ".travaux" not in path.parts)
    with open_store(get_built(folder).store, read_only=True) as store:
        return tuple(chain(store.dump(), (path.read_bytes() for path in files)))

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import REPORT, copy_of, draft_of
from travaux.errors import ReviewError
from travaux.model.argument import Statement
from travaux.model.review import Opinion
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk import open_desk
from travaux.reading.review.folder import statements_file
from travaux.reading.review.replay import Replay, Replayed

MOVES = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(["1", "2", "5", "6", "99"]), st.booleans()), max_size=4)
STEPS = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.sampled_from(["anna", "ben"]),
        st.sampled_from([ReviewStatus.ACCEPTED, ReviewStatus.REJECTED, ReviewStatus.EDITED, None]),
        st.sampled_from([{}, {"stance": "opposes"}, {"quote": "should be kept"}, {"position": "kept"}]),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_paragraph_by_paragraph_gives_what_all_at_once_gives(
    steps: list[tuple[int, str, ReviewStatus | None, dict[str, str]]], built_lakes: Path
) -> None:
    folder = copy_of(built_lakes, built_lakes.parent / f"run-{abs(hash(repr(steps)))}-{len(list(built_lakes.parent.iterdir()))}")
    with open_desk(folder) as desk:
        for place, reviewer, decision, changed in steps:
            item = desk.items()[place % len(desk.items())]
            if changed.get("position"):
                desk.add_position(reviewer, "Kept")
            try:
                desk.decide(reviewer, REPORT, [draft_of(item, decision, **changed)])
            except ReviewError:
                continue
        report = desk.report(REPORT)
        whole = report.replay.over(report.proposals, desk.review.opinions.get(REPORT, ()))
        assert {one.judged.opinion.key: one.judged for one in report.items if one.judged} == {one.opinion.key: one for one in whole.judged}
        assert {one.proposals[0].id for one in report.items if not one.judged} == {one.id for one in whole.undecided}
    with open_desk(folder) as again:
        assert [(one.key, one.version, one.state) for one in again.items()] == [(one.key, one.version, one.state) for one in report.items]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_decisions_that_have_moved_are_judged_as_all_at_once(moves: list[tuple[int, str, bool]], built_lakes: Path) -> None:
    folder = copy_of(built_lakes, built_lakes.parent / f"moved-{len(list(built_lakes.parent.iterdir()))}")
    with open_desk(folder) as desk:
        for item in desk.items():
            desk.decide("anna", REPORT, [draft_of(item)])
        opinions = list(desk.review.opinions[REPORT])
        for place, paragraph, reworded in moves:
            quote = opinions[place].quote.replace("kept", "held") if reworded else opinions[place].quote
            opinions[place] = replace(opinions[place], paragraph=paragraph, quote=quote)
        report = desk.report(REPORT)
        whole = report.replay.over(report.proposals, opinions)
        parts = report.read.overlay.over(opinions)
        assert sorted(parts.judged, key=lambda one: one.opinion.key) == sorted(whole.judged, key=lambda one: one.opinion.key)
        assert parts.undecided == whole.undecided


def test_one_that_has_moved_does_not_have_all_others_judged_again(lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(lakes) as desk:
        for item in desk.items():
            desk.decide("anna", REPORT, [draft_of(item)])
        file = statements_file(lakes, REPORT)
        moved = desk.items()[0].key
        file.write_text(file.read_text(encoding="utf-8").replace(f'{moved}.anna.paragraph = "1"', f'{moved}.anna.paragraph = "4"'))
        assert [one.event.value for one in desk.item(REPORT, moved).notices] == ["moved"]
        judged: list[int] = []
        over = Replay.over

        def counting(replay: Replay, proposals: Sequence[Statement], opinions: Iterable[Opinion]) -> Replayed:
            given = list(opinions)
            judged.append(len(given))
            return over(replay, proposals, given)

        monkeypatch.setattr(Replay, "over", counting)
        desk.decide("anna", REPORT, [draft_of(desk.items()[-1], ReviewStatus.REJECTED)])
        assert 0 < sum(judged) <= 7

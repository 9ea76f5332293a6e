from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import REPORT, copy_of, draft_of
from travaux.errors import ReviewError
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk import open_desk

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

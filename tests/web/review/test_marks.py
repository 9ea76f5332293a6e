from __future__ import annotations

from dataclasses import replace

from desks import REPORT
from travaux.pipeline.desk import Desk
from travaux.web.review.marks import find_marks


def test_words_are_marked_where_they_stand_whole(desk: Desk) -> None:
    report = desk.report(REPORT)
    item = report.items[0]
    said = item.proposals[0]
    for words, stands in (("each", False), ("ed", False), (said.cue, True), (said.speaker.phrase, True)):
        assert words
        heard = replace(item, proposals=(replace(said, cue=words),))
        places = [(first, last) for kind, first, last in find_marks(heard, report.text) if kind == "cue"]
        assert bool(places) is stands, words
        assert all(report.text[first:last] == words and last <= said.span.start for first, last in places)

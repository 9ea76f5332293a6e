"""What is no statement: procedure, decisions, courtesies, questions that only ask, and the reporter's own account."""

from __future__ import annotations

import pytest

from .said import Read, shown

SILENT = {
    "officers": [
        "The Chair stressed that statements should be short.",
        "The Secretariat noted that the documents had been translated.",
        "The Vice-Chair recalled that the deadline was Friday.",
        "The Rapporteur introduced the draft report.",
        "The facilitator summarized the discussion.",
    ],
    "decisions": [
        "The Committee decided to postpone the item.",
        "The Committee recommended that the draft be submitted to the Council.",
        "The Conference agreed to extend the session.",
        "The Committee requested the Secretariat to prepare a note.",
        "The Council took note of the report.",
        "The Council adopted resolution 12 by consensus.",
        "The agenda was adopted without amendment.",
    ],
    "courtesies": [
        "Several delegations thanked the Chair for the excellent organization of the meeting.",
        "The Director welcomed the participants.",
    ],
    "questions": [
        "One delegation asked when the second report would be published.",
        "A member enquired whether the figures included imports.",
        "Several speakers asked how the data had been collected.",
        "One delegation asked for clarification of the deadline.",
    ],
    "procedure": [
        "The meeting was opened by the Mayor of Lund at 10 a.m.",
        "The floor was opened for statements.",
        "The session was attended by 42 delegations.",
        "Nine delegations took the floor.",
        "Several delegations made statements.",
        "Ms. Obi presented the findings of the survey.",
        "No statements were made under agenda item 4.",
        "The next meeting will be held in Tromsø.",
    ],
    "background": [
        "The ferry service carries 3,000 passengers a day and was opened in 1998.",
        "The annex lists the documents that were received.",
        "The survey was sent to 200 harbour masters.",
        "The Committee was informed that the lamps had been bought.",
    ],
}


@pytest.mark.parametrize("text", [text for texts in SILENT.values() for text in texts])
def test_nothing_is_reported(read: Read, text: str) -> None:
    assert shown(read(text), []) == []


def test_nothing_is_reported_in_a_report_of_such_sentences(read: Read) -> None:
    assert shown(read("\n\n".join(" ".join(texts) for texts in SILENT.values())), []) == []

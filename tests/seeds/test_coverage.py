"""Questions 3, 9, 10, 14 and 16, on what drew something and what did not; the answers were read from the documents."""

from __future__ import annotations

import pytest

from asked import EARLIER, FIFTH, LATER, NOTE, SECOND, Asked

INDIRECT = "only indirect statements found"


def test_3_one_question_drew_nothing_and_five_drew_only_what_touches_them(ask: Asked) -> None:
    # 2: neutral terms bridge no choice between two. 10: nobody spoke of aggravating circumstances. 11: what the private sector knows, and
    # secondments. 16: the measures themselves, not assistance in them. 24: agreed terms, value added, gaps filled. 26: assistance to
    # developing countries on a voluntary basis and on agreed terms, no transfer of technology.
    rows = ask("unanswered-questions", "consultation number drew indirect_statement_count document quote")
    assert [row[:-1] for row in rows] == [
        (LATER, "2", INDIRECT, 1, NOTE),
        (LATER, "10", "no statement found", 0, NOTE),
        (LATER, "11", INDIRECT, 2, NOTE),
        (LATER, "16", INDIRECT, 5, NOTE),
        (LATER, "24", INDIRECT, 3, NOTE),
        (LATER, "26", INDIRECT, 3, NOTE),
    ]
    assert rows[1][-1] == (
        "What are your views on whether the convention should include aggravating circumstances, "
        "and in which instances should that be the case?"
    )


@pytest.mark.parametrize(
    ("question", "touched"),
    [
        ("2", [(FIFTH, "5", "the importance of technology-neutral terminology")]),
        ("10", []),
        (
            "24",
            [
                (FIFTH, "11", "carried out on mutually agreed terms"),
                (
                    *(SECOND, "11"),
                    "the prospect of the new convention adding value to existing technical assistance and capacity-building initiatives",
                ),
                (SECOND, "11", "the role that the convention could play in filling technical assistance gaps"),
            ],
        ),
        (
            "26",
            [
                (FIFTH, "11", "on a voluntary basis"),
                (FIFTH, "11", "carried out on mutually agreed terms"),
                (SECOND, "10", "developed countries should provide capacity-building assistance to developing countries"),
            ],
        ),
    ],
)
def test_3_what_touches_a_question_that_nobody_answered(question: str, touched: list[tuple[str, str, str]], ask: Asked) -> None:
    rows = ask("question-statements", "answers document paragraph quote", question=question)
    assert rows == [("in part", *place) for place in touched]


def test_3_what_answers_question_8_directly(ask: Asked) -> None:
    assert ask("question-statements", "answers prevalence document paragraph quote", question="8") == [
        ("directly", "several", FIFTH, "7", "the importance of technology-neutral language"),
        ("in part", "one", SECOND, "6", "the need for international cooperation to also regulate the uses of artificial intelligence"),
    ]


def test_9_two_agenda_items_drew_nothing(ask: Asked) -> None:
    # Fifth report, paragraph 13: "no statements were made"; paragraph 14: one inquiry of procedure. Every numbered item of the second
    # drew something; what it says of the final provisions, in paragraph 18, stands under no numbered item.
    silent = [
        (LATER, "2(h)", "Final provisions", FIFTH, "agenda item 2(h), entitled “Final provisions”"),
        (LATER, "3", "Any other business", FIFTH, "agenda item 3 entitled “Any other business”"),
    ]
    assert ask("silent-agenda-items", "consultation number title document quote") == silent
    assert ask("silent-agenda-items", "number", consultation=EARLIER) == []


# The statements of each paragraph, by stance, as read one by one. Paragraph 6 of the fifth report, on the preamble, stands under item 2(a)
# as paragraph 5 does; its four proposals are counted with it. Paragraph 18 of the second stands under no numbered item.
STANCES = {
    LATER: {
        "General provisions": {"proposes": 6, "supports": 11},
        "Criminalization": {"concerned": 1, "opposes": 2, "proposes": 3, "supports": 6},
        "Procedural measures and law enforcement": {"concerned": 3, "opposes": 3, "proposes": 4, "supports": 3},
        "International cooperation": {"concerned": 1, "opposes": 1, "proposes": 1, "supports": 13},
        "Preventive measures": {"opposes": 1, "proposes": 1, "supports": 5},
        "Technical assistance": {"supports": 5},
        "Mechanism of implementation": {"proposes": 3, "supports": 1},
    },
    EARLIER: {
        "International cooperation": {"concerned": 1, "neutral": 1, "supports": 18},
        "Preventive measures": {"neutral": 2, "supports": 13},
        "Technical assistance": {"concerned": 1, "neutral": 2, "supports": 8},
        "Mechanism of implementation": {"neutral": 1, "opposes": 1, "proposes": 2, "supports": 5},
    },
}


@pytest.mark.parametrize("consultation", STANCES)
def test_10_stance_by_chapter(consultation: str, ask: Asked) -> None:
    found: dict[str, dict[str, int]] = {}
    for chapter, stance, count in ask("stance-by-chapter", "chapter stance statement_count", consultation=consultation):
        found.setdefault(str(chapter).partition(": ")[2], {})[str(stance)] = int(str(count))
    assert found == STANCES[consultation]


def test_10_what_was_concerned_or_opposed_under_the_chapter_on_procedure_and_why_it_is_there(ask: Asked) -> None:
    rows = ask("chapter-statements", "basis stance prevalence paragraph quote", chapter="IV")
    assert [row for row in rows if row[1] == "concerned"] == [
        (
            *("agenda item", "concerned", "several", "8"),
            (
                "specific procedural measures provided for in the convention, namely the expedited preservation of stored "
                "[computer data] [digital information]"
            ),
        ),
        ("agenda item", "concerned", "several", "8", "the real-time collection of traffic data"),
        ("agenda item", "concerned", "several", "8", "the interception of content data"),
    ]
    assert [(row[0], row[2]) for row in rows if row[1] == "opposes"] == [
        *[("cited provision", "a-number-of")] * 2,
        ("cited provision", "unspecified"),
    ]


def test_10_everything_said_but_the_two_sentences_on_the_preamble_under_no_item_is_counted(ask: Asked) -> None:
    counted = sum(int(str(row[0])) for row in ask("stance-by-chapter", "statement_count"))
    assert counted == 57 - 2 + 74
    assert counted == len(ask("position-statements", "statement")) - 2


def test_14_who_attended_and_that_the_figures_of_the_second_do_not_add_up(ask: Asked) -> None:
    # Paragraph 3 of each report: 6 + 5 + 34 + 58 = 103, not 102; 2 + 7 + 18 + 31 = 58.
    rows = ask("attendance", "consultation count part_of parts_sum adds_up document paragraph")
    whole = "multi-stakeholders"
    assert rows == [
        (LATER, 58, None, 58, "yes", FIFTH, "3"),
        *((LATER, count, whole, None, None, FIFTH, "3") for count in (2, 7, 18, 31)),
        (LATER, 77, None, None, None, FIFTH, "3"),
        (EARLIER, 102, None, 103, "no", SECOND, "3"),
        *((EARLIER, count, whole, None, None, SECOND, "3") for count in (6, 5, 34, 58)),
        (EARLIER, 76, None, None, None, SECOND, "3"),
    ]


def test_14_whom_the_figures_count(ask: Asked) -> None:
    categories = [
        "multi-stakeholders",
        "United Nations bodies, specialized agencies, funds and functional commissions of the Economic and Social Council",
        "intergovernmental organizations",
        "non-governmental organizations in consultative status with the Economic and Social Council",
        "other non-governmental organizations, civil society, academic institutions and the private sector",
        "Member States and non-member observer States",
    ]
    for consultation in (EARLIER, LATER):
        assert [row[0] for row in ask("attendance", "category", consultation=consultation)] == categories


def test_14_what_does_not_add_up_is_a_finding_and_is_not_mended(ask: Asked) -> None:
    # The concept note dates the sixth session from 29 August, the report from 21 August.
    rows = ask("findings", "check document quote", severity="warning")
    assert rows[0] == ("attendance-sum", SECOND, "102 multi-stakeholders")
    assert rows[1][:2] == ("event-dates", NOTE)
    assert str(rows[1][2]).endswith("from 29 August to 1 September 2023")
    (message,) = (str(row[1]) for row in ask("findings", "check message") if row[0] == "attendance-sum")
    assert "102" in message
    assert "103" in message


def test_16_a_person_has_decided_on_every_statement(ask: Asked) -> None:
    assert ask("unreviewed-statements", "statement") == []
    assert "unreviewed" not in {row[0] for row in ask("position-statements", "review")}

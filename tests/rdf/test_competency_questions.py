from __future__ import annotations

import pytest

from argument_map.documents import AUTUMN, NOTE, SPRING, TEXTS
from argument_map.rows import Ask, Row, claimed, iri, place, said, words
from travaux.model.identity import Id

GENERAL, PROTECTION, COOPERATION, FINAL = (
    "chapter I: General provisions",
    "chapter II: Protection",
    "chapter III: Cooperation",
    "chapter IV: Final provisions",
)
NARROW, RESERVOIRS = "The scope should be narrow.", "Reservoirs should be covered."
FARMS, FIRM = "The limit on discharges should spare small farms.", "The limit on discharges should be unconditional."
POND_REASON = words(AUTUMN, "as a narrow scope keeps the convention workable")
FARM_REASON = words(AUTUMN, "as the limit on discharges spares no small farm")


def test_1_positions_on_an_article(ask: Ask) -> None:
    discharges = ("draft", "article 3: Discharges")
    assert ask("article-positions", article="3") == [(*discharges, FIRM, *claimed("delete")), (*discharges, FARMS, *claimed("concern"))]


def test_1_an_article_of_another_version_with_the_same_number_has_none_of_them(ask: Ask) -> None:
    assert ask("article-positions", article="3", instrument="adopted") == []


def test_2_themes_that_recur(ask: Ask) -> None:
    recurring = ask("recurring-themes")
    assert [(row[0], row[1], row[2], row[4]) for row in recurring] == [
        ("reservoirs", "Reservoirs", "spring", 1),
        ("reservoirs", "Reservoirs", "autumn", 1),
        ("scope", "Scope", "spring", 1),
        ("scope", "Scope", "autumn", 1),
    ]


def test_2_a_theme_said_twice_in_one_consultation_or_again_only_in_a_rejected_statement_does_not_recur(ask: Ask) -> None:
    assert {"trust", "discharges"}.isdisjoint(str(row[0]) for row in ask("recurring-themes"))


def test_2_the_statements_behind_a_theme_include_its_narrower_themes(ask: Ask) -> None:
    rows = [
        ("reservoirs", "autumn", RESERVOIRS, *claimed("belong")),
        ("reservoirs", "spring", RESERVOIRS, *claimed("reservoirs")),
        ("scope", "autumn", NARROW, *claimed("pond")),
        ("scope", "spring", NARROW, *claimed("broad")),
    ]
    assert ask("theme-statements", theme="scope") == rows
    assert ask("theme-statements", theme="Scope") == rows
    assert ask("theme-statements", theme="ARTIFICIAL LAKES") == rows[:2]


def test_3_questions_without_a_direct_answer(ask: Ask) -> None:
    terms, paying = words(NOTE, "Which terms should article 2 define?"), words(NOTE, "Who should pay for joint monitoring?")
    unanswered = [
        ("autumn", GENERAL, "2", "no statement found", 0, "autumn-note", *terms),
        ("autumn", COOPERATION, "4", "only indirect statements found", 1, "autumn-note", *paying),
    ]
    assert ask("unanswered-questions") == unanswered
    assert ask("unanswered-questions", consultation="autumn") == unanswered
    assert ask("unanswered-questions", consultation="spring") == []


def test_3_the_statements_behind_an_answer(ask: Ask) -> None:
    waters = "Which waters should the convention cover?"
    data = "Data should be shared openly."
    assert ask("question-statements", question="1") == [
        (waters, "directly", NARROW, *claimed("pond")),
        (waters, "directly", RESERVOIRS, *claimed("belong")),
    ]
    assert ask("question-statements", question="4") == [("Who should pay for joint monitoring?", "in part", data, *claimed("data"))]
    assert ask("question-statements", question="2") == []


def test_4_contested_articles_and_the_grounds(ask: Ask) -> None:
    delay = words(SPRING, "because it would delay ratification")
    scope = ("draft", "article 1: Scope")
    assert ask("contested-articles") == [
        (*scope, claimed("pond")[0], *POND_REASON, *said("pond")),
        (*scope, claimed("broad")[0], *delay, *said("broad")),
        ("draft", "article 3: Discharges", claimed("concern")[0], *FARM_REASON, *said("concern")),
    ]


def test_4_articles_that_are_only_supported_or_to_be_changed_are_not_contested(ask: Ask) -> None:
    contested = {row[1] for row in ask("contested-articles")}
    assert {"article 4: Buffer zones", "article 5: Joint monitoring", "article 7: Entry into force"}.isdisjoint(contested)


def test_5_reasons_on_a_theme(ask: Ask) -> None:
    feed, delay = words(SPRING, "given that they feed natural lakes"), words(SPRING, "because it would delay ratification")
    assert ask("reasons", theme="scope") == [
        ("reservoirs", RESERVOIRS, claimed("reservoirs")[0], *feed, *said("reservoirs")),
        ("scope", NARROW, claimed("pond")[0], *POND_REASON, *said("pond")),
        ("scope", NARROW, claimed("broad")[0], *delay, *said("broad")),
    ]


def test_5_a_theme_that_nobody_reasoned_about_has_no_reasons(ask: Ask) -> None:
    assert ask("reasons", theme="trust") == []


WHILE = place(AUTUMN, "2", "while a number of speakers cautioned against a scope that covers every pond")
WHERE = place(AUTUMN, "3", 'delete the words "where appropriate" from article 3')


def test_5_what_follows_from_what(ask: Ask) -> None:
    dams = place(AUTUMN, "2", "provided that dams in use are exempt")
    workable = place(AUTUMN, "2", "a scope that covers every pond, as a narrow scope keeps the convention workable")
    premises = ("Dams in use should be exempt.", "A narrow scope keeps the convention workable.")
    attack = (NARROW, "attacks", RESERVOIRS, "disagreement", "explicit", *WHILE, iri("relation/narrow/reservoirs"))
    limit = (premises[0], "qualifies", RESERVOIRS, "condition", "explicit", *dams, iri("relation/dams/reservoirs"))
    support = (premises[1], "supports", NARROW, "reason", "explicit", *workable, iri("relation/workable/narrow"))
    assert ask("argument-links", theme="scope") == [attack, limit, support]
    assert ask("argument-links", theme="reservoirs") == [attack, limit]
    assert ask("argument-links", theme="trust") == []
    opposed = (FIRM, "attacks", FARMS, "disagreement", "inferred", *WHERE, iri("relation/firm/farms"))
    assert ask("argument-links") == [attack, limit, opposed, support]


def test_6_disagreements(ask: Ask) -> None:
    assert ask("disagreements") == [
        (NARROW, RESERVOIRS, "disagreement", "explicit", *WHILE, iri("relation/narrow/reservoirs")),
        (FIRM, FARMS, "disagreement", "inferred", *WHERE, iri("relation/firm/farms")),
    ]


def test_6_how_widely_each_side_is_held(ask: Ask) -> None:
    held = [row for row in ask("position-statements") if row[0] in {NARROW, RESERVOIRS}]
    assert held == [
        (RESERVOIRS, "autumn", *claimed("belong")),
        (RESERVOIRS, "spring", *claimed("reservoirs")),
        (NARROW, "autumn", *claimed("pond")),
        (NARROW, "spring", *claimed("broad")),
    ]


def test_7_changes_to_the_text(ask: Ask) -> None:
    deleted, optional = words(AUTUMN, "where appropriate"), words(AUTUMN, "be optional")
    assert ask("text-changes") == [
        ("draft", "article 3: Discharges", "delete", *deleted, *claimed("delete")),
        ("draft", "article 4: Buffer zones", "make-optional", *optional, *claimed("optional")),
    ]
    assert ask("text-changes", instrument="adopted") == []


@pytest.mark.parametrize(
    ("typed", "name"), [("LWN", "Lake Watch Network"), ("ada brook", "Ada Brook"), ("lake watch", "Lake Watch Network")]
)
def test_8_what_a_panellist_said_in_which_role(typed: str, name: str, ask: Ask) -> None:
    role = ("Ada Brook", "Director", "Lake Watch Network", None)
    assert ask("actor-statements", actor=typed) == [(name, *role, "recommend", *claimed("reservoirs"))]


def test_8_what_a_state_said(ask: Ask) -> None:
    assert ask("actor-statements", actor="Norland") == [("Norland", None, None, None, None, "propose", *claimed("delete"))]


def test_8_a_panellist_to_whom_nothing_is_attributed_said_nothing_here(ask: Ask) -> None:
    assert ask("actor-statements", actor="Tom Reed") == []
    assert ask("actor-statements", actor="Shoreline Chamber") == []


def test_9_agenda_items_that_drew_nothing(ask: Ask) -> None:
    other = ("autumn", "3", "Other matters", 1, "autumn-report", *words(AUTUMN, "agenda item 3"))
    business = ("spring", "4", "Any other business", 1, "spring-report", *words(SPRING, "agenda item 4"))
    assert ask("silent-agenda-items") == [other, business]
    assert ask("silent-agenda-items", consultation="spring") == [business]


def test_9_an_item_is_not_silent_if_one_of_its_parts_drew_something(ask: Ask) -> None:
    assert ("autumn", "2") not in [row[:2] for row in ask("silent-agenda-items")]


def test_10_stance_by_chapter(ask: Ask) -> None:
    autumn = [
        ("draft", GENERAL, "autumn", "opposes", 1),
        ("draft", GENERAL, "autumn", "supports", 1),
        ("draft", PROTECTION, "autumn", "concerned", 1),
        ("draft", PROTECTION, "autumn", "proposes", 2),
        ("draft", COOPERATION, "autumn", "supports", 1),
    ]
    spring = [
        ("draft", GENERAL, "spring", "opposes", 1),
        ("draft", GENERAL, "spring", "proposes", 1),
        ("draft", COOPERATION, "spring", "supports", 2),
        ("draft", FINAL, "spring", "proposes", 1),
    ]
    assert ask("stance-by-chapter", consultation="autumn") == autumn
    assert ask("stance-by-chapter", consultation="spring") == spring
    assert set(ask("stance-by-chapter")) == {*autumn, *spring}


def test_10_the_statements_behind_a_chapter_and_why_they_belong_there(ask: Ask) -> None:
    assert ask("chapter-statements", chapter="chapter III") == [
        ("draft", COOPERATION, "agenda item", *claimed("trust")),
        ("draft", COOPERATION, "cited provision", *claimed("data")),
        ("draft", COOPERATION, "cited provision", *claimed("monitoring")),
    ]


def test_11_themes_that_came_went_or_stayed(ask: Ask) -> None:
    assert ask("theme-changes", earlier="spring", later="autumn") == [
        ("buffer-zones", "not on the earlier agenda", 0, 1),
        ("data-sharing", "new", 0, 1),
        ("discharges", "not on the earlier agenda", 0, 2),
        ("entry-into-force", "not on the later agenda", 1, 0),
        ("monitoring", "gone", 1, 0),
        ("reservoirs", "steady", 1, 1),
        ("scope", "steady", 1, 1),
        ("small-farms", "new or not on the earlier agenda", 0, 1),
        ("trust", "gone or not on the later agenda", 2, 0),
    ]


def test_11_what_was_not_on_the_agenda_is_never_called_gone(ask: Ask) -> None:
    gone = [row[0] for row in ask("theme-changes", earlier="spring", later="autumn") if row[1] == "gone"]
    assert gone == ["monitoring"]
    backwards = {row[0]: row[1] for row in ask("theme-changes", earlier="autumn", later="spring")}
    assert (backwards["monitoring"], backwards["data-sharing"], backwards["discharges"]) == ("new", "gone", "not on the later agenda")


def test_12_conditions_and_rejected_alternatives(ask: Ask) -> None:
    exempt, deleted, sold = (
        words(AUTUMN, quote) for quote in ("provided that dams in use are exempt", "rather than deleted", "rather than sold")
    )
    assert ask("conditions-and-alternatives") == [
        ("condition", *exempt, RESERVOIRS, *claimed("belong")),
        ("rejected alternative", *deleted, "Buffer zones should be optional.", *claimed("optional")),
        ("rejected alternative", *sold, "Data should be shared openly.", *claimed("data")),
    ]


def test_13_other_instruments_and_what_they_are_invoked_for(ask: Ask) -> None:
    rivers = "Convention on Shared Rivers"
    claim, *attitude = claimed("trust")[:5]
    assert ask("invoked-instruments") == [
        (rivers, None, None, None, None, None, *place(NOTE, None, rivers), None),
        (rivers, claim, *attitude, *place(SPRING, "4", rivers), said("trust")[-1]),
    ]


def test_13_articles_are_not_other_instruments(ask: Ask) -> None:
    assert not [row for row in ask("invoked-instruments") if str(row[0]).startswith("article")]


def test_14_attendance_and_whether_it_adds_up(ask: Ask) -> None:
    councils, others = "lakeside councils", "non-governmental organizations"
    spring = [
        ("spring", "participants", 30, None, 29, "no", *place(SPRING, "1", "30 participants")),
        ("spring", councils, 12, "participants", None, None, *place(SPRING, "1", f"12 from {councils}")),
        ("spring", others, 17, "participants", None, None, *place(SPRING, "1", f"17 from {others}")),
    ]
    autumn = [
        ("autumn", "participants", 40, None, 40, "yes", *place(AUTUMN, "1", "40 participants")),
        ("autumn", councils, 25, "participants", None, None, *place(AUTUMN, "1", f"25 from {councils}")),
        ("autumn", others, 15, "participants", None, None, *place(AUTUMN, "1", f"15 from {others}")),
    ]
    assert ask("attendance", consultation="spring") == spring
    assert ask("attendance") == [*autumn, *spring]


def whole(document: Id, number: str) -> str:
    return next(line for line in TEXTS[document].splitlines() if line.startswith(f"{number}. "))


def test_15_what_became_of_requests_and_how_sure_we_are(ask: Ask) -> None:
    taken_up = ("Scope: taken-up", "taken-up", "A", "A narrow scope.", "article 1: Scope", None)
    mark = "partly [unverified]"
    farms = (f"Small farms: {mark}", mark, "M", "Relief for small farms.", "article 3: Discharges", None)

    def asked(document: Id, number: str) -> Row:
        name, printed, _, start, end = place(document, number, whole(document, number))
        return (name, printed, start, end)

    assert ask("outcomes") == [
        (*taken_up, *asked(AUTUMN, "2")),
        (*taken_up, *asked(SPRING, "3")),
        (*farms, *asked(AUTUMN, "3")),
    ]


def test_15_no_fact_that_rests_on_recollection_is_without_its_mark(ask: Ask) -> None:
    assert ask("outcome-facts") == [
        ("Scope: taken-up", "The text covers natural lakes only.", "A", "Text as adopted", None),
        ("Small farms: partly [unverified]", "A threshold was set. [unverified]", "M", None, None),
    ]


def test_16_statements_that_nobody_has_reviewed(ask: Ask) -> None:
    def found(name: str, act: str, cue: str, rule: str) -> Row:
        return (claimed(name)[0], act, cue, rule, 0.75, *said(name))

    norland = found("delete", "propose", "proposed to", "cue-verb")
    trust = found("trust", "stress", "stressed the importance of", "cue-verb")
    force = found("force", "call-for", "called for", "cue-noun")
    assert ask("unreviewed-statements") == [norland, trust, force]
    assert ask("unreviewed-statements", document="spring-report") == [trust, force]


def test_17_positions_that_bridge_two_themes(ask: Ask) -> None:
    assert ask("bridging-positions") == [
        ("Monitoring should be joint.", "monitoring", "trust", "both", *claimed("monitoring")),
        (FARMS, "discharges", "small-farms", "both", *claimed("concern")),
    ]


def test_17_a_theme_and_the_themes_of_a_rejected_statement_make_no_bridge(ask: Ask) -> None:
    assert NARROW not in [row[0] for row in ask("bridging-positions")]


def test_18_provisions_that_no_statement_cites(ask: Ask) -> None:
    silent = [
        ("draft", "preambular paragraph 1", None, 0),
        ("draft", "article 2: Use of terms [unverified]", GENERAL, 1),
        ("draft", "article 7: Entry into force", FINAL, 0),
    ]
    assert ask("silent-provisions") == silent
    assert ask("silent-provisions", instrument="draft") == silent
    assert ask("silent-provisions", instrument="adopted") == [
        ("adopted", "article 1: Purpose", None, 0),
        ("adopted", "article 3: Scope", None, 0),
    ]

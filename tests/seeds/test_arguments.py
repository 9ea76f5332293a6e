"""Questions 5, 6, 12 and 13, on reasons, disagreements, conditions and other instruments; the answers were read from the documents."""

from __future__ import annotations

import pytest

from asked import FIFTH, NOTE, SECOND, Asked

NARROW = "The scope of the convention should be narrow."
CONFLICTS = "A broad scope would increase the risk that requests to the private sector meet conflicting domestic laws."
RATIFICATION = "A narrow scope would lead to widespread ratification, in itself an effective preventive measure."
PREVENTION = "Prevention should be a key element in combating cybercrime, in addition to law enforcement."
EVIDENCE = "Collection of electronic evidence should be limited to offences under the convention or to serious crimes only."
OTHER_TREATIES = (
    "Cooperation on serious and transnational organized crime should rest on relevant instruments, amended if needed, not this convention."
)
EXPANDED = "The chapter on preventive measures should be expanded to include further elements."
COOPERATION = "All forms of international cooperation should be limited to offences established in accordance with the convention."
TOO_BROAD = "The broad scope of article 17 on offences relating to other treaties is a matter of concern."
TERMS = "The terminology of the convention should be as clear, narrow and precise as possible."
PROCEDURES = "Procedural measures should not extend beyond offences established in accordance with the convention."
FOUR_YEARS = "Procedural measures should be limited to serious crimes punishable by a maximum of at least four years."
SHARING = "A narrow scope of procedural measures would increase the confidence among States to share data."
EFFECTIVE = "International cooperation should be as effective as possible, since successful prosecutions depend on it."
CYBER_DEPENDENT = (
    "Provisions on prevention should focus on cyber dependent crimes rather than on cybersecurity or private sector regulation."
)
EDUCATION = "The provisions on prevention should include education and awareness-raising for the cyber-resilience of communities."


def article_17(what: str) -> str:
    return f"Article 17 on offences relating to other international treaties should be {what}."


def test_5_the_reasons_printed_for_a_narrow_scope(ask: Asked) -> None:
    columns = "theme position prevalence document paragraph rationale"
    assert [row for row in ask("reasons", columns, theme="scope") if row[0] == "scope"] == [
        ("scope", TERMS, "several", FIFTH, "5", "to avoid misinterpretation and overcriminalization"),
        ("scope", RATIFICATION, "some", FIFTH, "10", "which in itself would constitute an effective preventive measure"),
    ]
    # The scope of procedural measures is a theme of its own, under procedure.
    limited = "given that in their view this scope should be limited to offences established in accordance with the future convention"
    assert ask("reasons", columns, theme="scope-procedural") == [
        ("scope-procedural", PROCEDURES, "a-number-of", FIFTH, "8", limited),
        ("scope-procedural", PROCEDURES, "a-number-of", FIFTH, "8", limited),
        ("scope-procedural", SHARING, "unspecified", FIFTH, "8", "thus fostering international cooperation"),
    ]


@pytest.mark.parametrize(
    ("position", "links"),
    [
        (
            NARROW,
            {
                (CONFLICTS, "supports", NARROW, "inferred", "9"),
                (RATIFICATION, "supports", NARROW, "explicit", "10"),  # "would lead to"
                (PREVENTION, "supports", NARROW, "explicit", "10"),  # "which in itself would constitute"
                (NARROW, "supports", TOO_BROAD, "inferred", "7"),
                (NARROW, "supports", COOPERATION, "inferred", "9"),  # "should equally apply"
            },
        ),
        (
            PROCEDURES,
            {
                (SHARING, "supports", PROCEDURES, "explicit", "8"),  # "It was further argued that such a narrow scope"
                (EFFECTIVE, "supports", PROCEDURES, "explicit", "8"),  # "thus fostering"
                (FOUR_YEARS, "qualifies", PROCEDURES, "inferred", "8"),
                (PROCEDURES, "attacks", EVIDENCE, "inferred", "8"),  # paragraph 5 adds "or to serious crimes only"
            },
        ),
        (TERMS, {("Misinterpretation and overcriminalization should be avoided.", "supports", TERMS, "explicit", "5")}),
    ],
)
def test_5_what_follows_from_what(position: str, links: set[tuple[str, ...]], ask: Asked) -> None:
    rows = ask("argument-links", "premise kind conclusion marking paragraph document", theme="scope")
    assert {row[:-1] for row in rows if position in (row[0], row[2])} == links
    assert {row[-1] for row in rows if position in (row[0], row[2])} == {FIFTH}


def test_6_one_disagreement_is_printed_and_six_are_inferred(ask: Asked) -> None:
    proposals = "Proposals were made to make this provision optional, to delete it, or to move it to a different chapter."
    several = (
        "several speakers stated that the provisions on preventive measures in the future convention should focus on "
        "cyber dependent crimes rather than other aspects, such as cybersecurity or private sector regulation"
    )
    others = (
        "others encouraged the inclusion of education and awareness-raising measures to increase the cyber-resilience of "
        "local communities, especially vulnerable groups."
    )
    established = "given that in their view this scope should be limited to offences established in accordance with the future convention"
    elsewhere = (
        "international cooperation in the field of serious crime and transnational organized crime should be based on relevant "
        "international instruments through, *inter alia*, their amendment if needed, rather than on the future convention"
    )
    regulated = "Security by default measures should be regulated to enhance prevention."
    rows = ask("disagreements", "position opposed_position marking document paragraph quote")
    assert len(rows) == 7
    assert set(rows) == {
        (EDUCATION, CYBER_DEPENDENT, "explicit", FIFTH, "10", f"While {several}, {others}"),
        (CYBER_DEPENDENT, regulated, "inferred", FIFTH, "10", several),
        (article_17("deleted"), article_17("optional"), "inferred", FIFTH, "7", proposals),
        (article_17("deleted"), article_17("moved to a different chapter"), "inferred", FIFTH, "7", proposals),
        (PROCEDURES, EVIDENCE, "inferred", FIFTH, "8", established),
        (OTHER_TREATIES, EVIDENCE, "inferred", FIFTH, "9", elsewhere),
        (EXPANDED, CYBER_DEPENDENT, "inferred", FIFTH, "10", "they would welcome the expansion of the chapter to include further elements"),
    }


def test_6_how_widely_each_side_of_the_printed_disagreement_is_held(ask: Asked) -> None:
    rows = ask("position-statements", "position speaker prevalence document paragraph")
    assert [row for row in rows if row[0] in (EDUCATION, CYBER_DEPENDENT)] == [
        (CYBER_DEPENDENT, "several speakers", "several", FIFTH, "10"),
        (EDUCATION, "others", "unspecified", FIFTH, "10"),
    ]


def test_6_while_within_one_view_and_nevertheless_are_no_disagreements(ask: Asked) -> None:
    # Second report, paragraphs 7 ("while law enforcement cooperation should be …") and 17 ("Nevertheless, speakers cautioned").
    assert SECOND not in {row[0] for row in ask("disagreements", "document")}


def test_12_three_conditions(ask: Asked) -> None:
    rows = ask("conditions-and-alternatives", "kind words prevalence document paragraph quote")
    assert [row[1:] for row in rows if row[0] == "condition"] == [
        (
            *("while subjecting it to strong human rights safeguards", "unspecified", FIFTH, "5"),
            (
                "limiting the scope of the collection of evidence in electronic form to offences established in accordance with "
                "the convention or to serious crimes only"
            ),
        ),
        (
            *("provided that this did not compromise investigations", "unspecified", FIFTH, "5"),
            "the convention should ensure that secret law enforcement measures are the exception rather than the rule",
        ),
        (
            "if the request was made for the purpose of discriminating against a person based on that person’s characteristics",
            *("many", FIFTH, "9"),
            "the importance of foreseeing that requested States parties could refuse extradition and mutual legal assistance",
        ),
    ]


def test_12_five_rejected_alternatives_and_no_idiom(ask: Asked) -> None:
    rows = ask("conditions-and-alternatives", "kind words prevalence document paragraph")
    assert [row[1:] for row in rows if row[0] == "rejected alternative"] == [
        ("instead of “bearing in mind”", "several", FIFTH, "6"),
        ("rather than on the future convention", "many", FIFTH, "9"),
        ("rather than other aspects, such as cybersecurity or private sector regulation", "several", FIFTH, "10"),
        ("rather than an afterthought", "unspecified", SECOND, "16"),
        ("instead of a purely legalistic implementation", "unspecified", SECOND, "16"),
    ]


def test_13_the_charter_and_two_conventions_are_invoked_by_name(ask: Asked) -> None:
    # The resolution in paragraph 2 of both reports is the mandate and nobody invokes it; other treaties are spoken of without names.
    guided_by = "Preambular paragraph 1 should use “guided by” when it refers to the principles of the Charter of the United Nations."
    lessons = (
        "The rules of procedure of the Conference of the States Parties should take into consideration the lessons learned from other "
        "international treaties on crime, such as the UNTOC and the UNCAC."
    )
    charter = "Charter of the United Nations"
    corruption, crime = "United Nations Convention against Corruption", "United Nations Convention on Transnational Organized Crime"
    assert ask("invoked-instruments", "target claim prevalence stance document paragraph quote") == [
        (charter, None, None, None, NOTE, "4", charter),
        (charter, None, None, None, NOTE, "17", charter),
        (charter, guided_by, "several", "proposes", FIFTH, "6", charter),
        (corruption, lessons, "several", "proposes", FIFTH, "12", corruption),
        (crime, lessons, "several", "proposes", FIFTH, "12", crime),
    ]

"""Questions 2, 11 and 17, on themes; the answers were read from the documents."""

from __future__ import annotations

import pytest

from asked import EARLIER, FIFTH, LATER, SECOND, Asked

GUARANTEES = (
    "such guarantees would not only be necessary on their own accord but would benefit all by increasing the trust among States parties"
)
# Each theme of both reports with the paragraphs that speak of it: in the second, then in the fifth.
RECURRING = {
    "ai-content": ("6", "7"),  # the uses of artificial intelligence; images and videos created with it
    "child-abuse": ("14", "7"),
    "conditions": ("7", "5 8"),
    "cooperation": ("6 7", "8 9"),
    "existing-treaties": ("6 7 11 16 17", "5 9 12"),  # "adding value to existing", "duplication", "reinventing the wheel"
    "human-rights": ("6 7 14", "5 8 9"),
    "implementation": ("7 16 17", "12"),
    "multi-stakeholder": ("13 16", "5 6 10 12"),
    "police-cooperation": ("7", "9"),  # "law enforcement cooperation"; article 47
    "preamble": ("18", "6"),
    "prevention": ("13 14", "10"),
    "prevention-awareness": ("14", "10"),
    "privacy": ("6", "5 9"),  # "collection, retention and sharing of data by the private sector"
    "private-sector": ("6 7 10 11 13 14", "8 9 10"),
    "refusal": ("6", "9"),
    "rule-of-law": ("6 7", "5 9"),  # with transparency
    "security-by-default": ("10 13", "10"),  # phishing tests, security by default; cybersecurity tasks
    "technical-assistance": ("10 11", "11"),
    "terminology": ("7", "5 7 11"),  # flexible for new technology; technology-neutral
    "trust": ("6 7", "8 9"),  # "confidence among Member States to share data"
}
# Said in the fifth consultation alone: themes of chapters that the second had on its agenda too (cooperation, assistance, prevention,
# mechanism), themes of chapters that it had not (general provisions, criminalization, jurisdiction, procedure), and themes of no chapter.
NEW = {"cosp", "dual-criminality", "extradition", "mla", "preservation", "realtime", "scope-evidence"}
NOT_ON_THE_EARLIER_AGENDA = {
    *("conflict-of-laws", "core-offences", "criminal-intent", "criminalization", "effective-remedy", "enabled-offences", "hr-clause"),
    *("intimate-images", "other-treaties-offences", "procedural", "proportionality", "scope", "scope-procedural", "security-research"),
    *("serious-crime", "victims"),
}
NEW_OR_NOT_ON_THE_AGENDA = {"final-provisions", "gender", "overcriminalization"}
# Said in the second alone. Capacity-building belongs to technical assistance, which was on both agendas; the other two to no chapter.
GONE = {"capacity-building"}
GONE_OR_NOT_ON_THE_AGENDA = {"harmonization", "public-private"}


def test_2_twenty_themes_recur(ask: Asked) -> None:
    rows = ask("recurring-themes", "theme consultation first_day")
    assert [(theme, consultation, str(day)) for theme, consultation, day in rows] == [
        row for theme in RECURRING for row in ((theme, EARLIER, "2022-06-13"), (theme, LATER, "2023-06-20"))
    ]


@pytest.mark.parametrize("theme", RECURRING)
def test_2_where_a_theme_recurs(theme: str, ask: Asked) -> None:
    earlier, later = RECURRING[theme]
    rows = [row for row in ask("theme-statements", "theme document paragraph", theme=theme) if row[0] == theme]
    assert {row[1:] for row in rows} == {*((SECOND, number) for number in earlier.split()), *((FIFTH, number) for number in later.split())}
    counts = [count for name, count in ask("recurring-themes", "theme statement_count") if name == theme]
    assert counts == [len([row for row in rows if row[1] == document]) for document in (SECOND, FIFTH)]


def test_2_the_words_on_trust_in_both(ask: Asked) -> None:
    assert ask("theme-statements", "document paragraph prevalence quote", theme="trust") == [
        (
            FIFTH,
            "8",
            "unspecified",
            "such a narrow scope of procedural measures would also increase the confidence among Member States to share data",
        ),
        (
            *(FIFTH, "9", "unspecified"),
            GUARANTEES,
        ),
        (
            *(SECOND, "6", "one"),
            "the importance of building meaningful relationships that increase trust and foster reciprocity between Member States",
        ),
        (
            *(SECOND, "6", "one"),
            (
                "the decision to refer information on an incident to law enforcement would often be dependent on the trust "
                "built between law enforcement and the specific incident response teams"
            ),
        ),
        (SECOND, "6", "one", "the importance of fostering relationships and building trust between the public and private sector"),
        (SECOND, "7", "many", "the need for building trust, on the basis of transparency and reciprocity"),
    ]


def test_11_themes_that_came_went_or_stayed(ask: Asked) -> None:
    rows = ask("theme-changes", "theme change", earlier=EARLIER, later=LATER)
    assert {change: {theme for theme, other in rows if other == change} for _, change in rows} == {
        "steady": set(RECURRING),
        "new": NEW,
        "not on the earlier agenda": NOT_ON_THE_EARLIER_AGENDA,
        "new or not on the earlier agenda": NEW_OR_NOT_ON_THE_AGENDA,
        "gone": GONE,
        "gone or not on the later agenda": GONE_OR_NOT_ON_THE_AGENDA,
    }


def test_11_how_often_themes_were_spoken_of(ask: Asked) -> None:
    # Trust: the two passages and the four above. Refusal: two grounds in paragraph 6; discrimination in paragraph 9. Dual criminality:
    # paragraphs 7 and 9. Gender and extradition: once each. Harmonization: "opportunity" and "thus be built on" in paragraph 7, 13.
    rows = {
        theme: counts
        for theme, *counts in ask("theme-changes", "theme earlier_statement_count later_statement_count", earlier=EARLIER, later=LATER)
    }
    some = ("trust", "refusal", "dual-criminality", "gender", "extradition", "harmonization", "preamble")
    assert [rows[theme] for theme in some] == [[4, 2], [2, 1], [0, 2], [0, 1], [0, 1], [3, 0], [2, 4]]


CONFLICTS = "A broad scope would increase the risk that requests to the private sector meet conflicting domestic laws."
RATIFICATION = "A narrow scope would lead to widespread ratification, in itself an effective preventive measure."
COOPERATION = "All forms of international cooperation should be limited to offences established in accordance with the convention."
SHARING = "A narrow scope of procedural measures would increase the confidence among States to share data."
SECTORS = "The public and private sectors should build relationships and trust and seek common ground against cybercrime."
TRUST = "Trust between States should be built, as international cooperation depends on it."


def test_17_positions_that_bridge_scope_and_another_matter(ask: Asked) -> None:
    bridges = {row for row in ask("bridging-positions", "position theme other_theme") if "scope" in row[1:]}
    assert bridges == {
        (CONFLICTS, "conflict-of-laws", "scope"),
        (CONFLICTS, "private-sector", "scope"),
        (RATIFICATION, "final-provisions", "scope"),
        (RATIFICATION, "prevention", "scope"),
        (COOPERATION, "cooperation", "scope"),
        (COOPERATION, "police-cooperation", "scope"),
        ("Article 13 should not be broadened to abuse and exploitation that are not sexual in nature.", "child-abuse", "scope"),
        (
            "In general, the convention should focus on serious cyber dependent and the most important cyber enabled offences.",
            *("core-offences", "scope"),
        ),
        (
            "In general, the convention should focus on serious cyber dependent and the most important cyber enabled offences.",
            *("enabled-offences", "scope"),
        ),
        (
            "The broad scope of article 17 on offences relating to other treaties is a matter of concern.",
            *("other-treaties-offences", "scope"),
        ),
        ("The list of offences in preambular paragraph 3 should be linked to offences covered by the convention.", "preamble", "scope"),
        ("The scope of criminalization should be narrow.", "criminalization", "scope"),
        ("The scope of criminalization should be narrow.", "overcriminalization", "scope"),
        ("The scope of the convention should be narrow.", "cooperation", "scope"),
        ("The scope of the convention should be narrow.", "other-treaties-offences", "scope"),
        ("The terminology of the convention should be as clear, narrow and precise as possible.", "overcriminalization", "scope"),
    }


def test_17_positions_that_bridge_trust_and_another_matter(ask: Asked) -> None:
    referral = "Referral of incidents to law enforcement would often depend on its trust with response teams."
    bridges = {row for row in ask("bridging-positions", "position theme other_theme") if "trust" in row[1:]}
    assert bridges == {
        (SHARING, "scope-procedural", "trust"),
        (referral, "public-private", "trust"),
        (SECTORS, "prevention", "trust"),
        (SECTORS, "private-sector", "trust"),
        (SECTORS, "public-private", "trust"),
        (TRUST, "human-rights", "trust"),
        (TRUST, "rule-of-law", "trust"),
    }


def test_17_the_sentences_of_a_bridge_and_the_side_that_each_is_on(ask: Asked) -> None:
    rows = ask("bridging-positions", "position theme other_theme carries document paragraph quote")
    trust = [row[3:] for row in rows if row[:3] == (TRUST, "rule-of-law", "trust")]
    assert trust == [
        ("other_theme", FIFTH, "9", GUARANTEES),
        (
            *("other_theme", SECOND, "6"),
            "the importance of building meaningful relationships that increase trust and foster reciprocity between Member States",
        ),
        ("both", SECOND, "7", "the need for building trust, on the basis of transparency and reciprocity"),
    ]


@pytest.mark.parametrize(
    "position",
    [
        "The current international cooperation regime is complex, slow and disjointed.",  # one theme
        "Article 17 on offences relating to other international treaties should be deleted.",  # one theme
        "Security by default could be an effective tool to prevent cybercrime.",  # prevention, and a part of it
        "The convention should uphold the principle of dual criminality.",  # cooperation, and a part of it
        "The convention should protect the right to privacy.",  # human rights, and a part of them
    ],
)
def test_17_one_matter_is_no_bridge(position: str, ask: Asked) -> None:
    assert position in {row[0] for row in ask("position-statements", "position")}
    assert position not in {row[0] for row in ask("bridging-positions", "position")}

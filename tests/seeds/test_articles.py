"""Questions 1, 4, 7 and 18, on provisions; the answers were read from the documents."""

from __future__ import annotations

from asked import FIFTH, Asked

LEGALITY = "Article 24 should add the principles of legality and necessity to that of proportionality."
REMEDY = "Article 24 should refer to the right to an effective remedy against law enforcement powers."
OTHER_CRIMES = (
    "extending it to cover “[o]ther criminal offences committed by means of [a computer system] "
    "[an information and communications technology device]”"
)
ANY_EVIDENCE = "“[t]he collection of evidence in electronic form of any criminal offence”"
FOUR_YEARS = "limiting the mentioned scope to serious crimes that are punishable by a maximum deprivation of liberty of at least four years"
REMEDY_WORDS = "references to the right to an effective remedy against the powers granted by the convention to law enforcement agencies"
LEVELS = "the different levels of protection of traffic and content data in articles 29 and 30 of the draft text of the convention"


def test_1_several_speakers_would_add_to_article_24_and_no_other_position_speaks_to_it(ask: Asked) -> None:
    columns = "instrument provision position speaker prevalence stance document paragraph quote"
    article = ("draft", "article 24: Conditions and safeguards")
    several = ("several speakers", "several", "proposes", FIFTH, "8")
    assert ask("article-positions", columns, article="24") == [
        (*article, LEGALITY, *several, "the provision should include the principles of legality"),
        (*article, LEGALITY, *several, "necessity"),
        (*article, REMEDY, *several, REMEDY_WORDS),
    ]
    assert ask("article-positions", columns, article="24", instrument="adopted") == []


def test_1_what_was_said_on_article_23_has_four_degrees_of_support(ask: Asked) -> None:
    limited = "Procedural measures should not extend beyond offences established in accordance with the convention."
    assert ask("article-positions", "position speaker prevalence stance paragraph quote", article="23") == [
        (
            "A narrow scope of procedural measures would increase the confidence among States to share data.",
            *("nobody named", "unspecified", "supports", "8"),
            "such a narrow scope of procedural measures would also increase the confidence among Member States to share data",
        ),
        (
            "Procedural measures should be limited to serious crimes punishable by a maximum of at least four years.",
            *("one speaker", "one", "proposes", "8", FOUR_YEARS),
        ),
        (limited, "a number of speakers", "a-number-of", "opposes", "8", OTHER_CRIMES),
        (limited, "a number of speakers", "a-number-of", "opposes", "8", ANY_EVIDENCE),
    ]


def test_1_article_5_of_the_draft_is_not_article_5_of_the_adopted_text(ask: Asked) -> None:
    named = "Article 5 on respect for human rights should refer to relevant international legal instruments."
    assert ask("article-positions", "instrument position prevalence stance paragraph quote", article="5") == [
        ("draft", named, "unspecified", "proposes", "5", "referring to relevant international legal instruments")
    ]


def test_4_four_articles_drew_opposition_and_one_concern(ask: Asked) -> None:
    # Paragraphs 7 and 8 of the fifth report. No ground is printed for articles 13 and 17. The intrusive measures of paragraph 8 drew
    # concern too, but that sentence cites no article; so did "dishonest intent" for "some of the offences" and the scope in paragraph 9.
    limited = "given that in their view this scope should be limited to offences established in accordance with the future convention"
    allowing = (
        "by allowing the real-time collection of traffic data for any criminal offence, "
        "while limiting the interception of content data to serious criminal offences"
    )
    not_sexual = "broadening the scope to encompass forms of abuse and exploitation that are not sexual in nature"
    rows = ask("contested-articles", "provision stance prevalence rationale document paragraph quote")
    assert [(str(provision).partition(":")[0], *row) for provision, *row in rows] == [
        ("article 13", "opposes", "several", None, FIFTH, "7", not_sexual),
        ("article 17", "concerned", "several", None, FIFTH, "7", "its broad scope"),
        ("article 23", "opposes", "a-number-of", limited, FIFTH, "8", OTHER_CRIMES),
        ("article 23", "opposes", "a-number-of", limited, FIFTH, "8", ANY_EVIDENCE),
        ("article 29", "opposes", "unspecified", allowing, FIFTH, "8", LEVELS),
        ("article 30", "opposes", "unspecified", allowing, FIFTH, "8", LEVELS),
    ]


def test_7_changes_to_the_text_by_provision_and_kind(ask: Asked) -> None:
    # The preamble as a whole (gender, participation) is no provision with a number; "further elements" of a chapter are no concrete change.
    guided_by = (
        "using the expression “guided by” instead of “bearing in mind” when referring to "
        "the principles of the Charter of the United Nations in preambular paragraph 1"
    )
    offences = "linking the list of offences in preambular paragraph 3 to the offences covered by the convention"
    victims = "The inclusion of a reference to the protection of victims in the statement of purpose of the draft text of the convention"
    rows = ask("text-changes", "provision change prevalence paragraph words quote", instrument="draft")
    assert [(str(provision).partition(":")[0], *row[:-1]) for provision, *row in rows] == [
        ("preambular paragraph 1", "reword", "several", "6", guided_by),
        ("preambular paragraph 3", "reword", "several", "6", offences),
        ("chapter VI [number unverified]", "add", "unspecified", "10", "the inclusion of education and awareness-raising measures"),
        ("article 1", "add", "unspecified", "5", victims),
        ("article 5", "add", "unspecified", "5", "referring to relevant international legal instruments"),
        ("article 17", "delete", "unspecified", "7", "delete it"),
        ("article 17", "make-optional", "unspecified", "7", "make this provision optional"),
        ("article 17", "move", "unspecified", "7", "move it to a different chapter"),
        ("article 23", "reword", "one", "8", FOUR_YEARS),
        ("article 24", "add", "several", "8", "the provision should include the principles of legality"),
        ("article 24", "add", "several", "8", "necessity"),
        ("article 24", "add", "several", "8", REMEDY_WORDS),
    ]
    assert all(words == quote for *_, words, quote in rows)


def test_7_the_number_of_the_statement_of_purpose_is_never_shown_as_a_fact(ask: Asked) -> None:
    (provision,) = {row[0] for row in ask("text-changes", "provision") if str(row[0]).startswith("article 1:")}
    assert provision == "article 1: Statement of purpose [unverified]"


def test_18_provisions_of_the_draft_that_nobody_cited(ask: Asked) -> None:
    # Cited in the fifth report: articles 5 (paragraph 5), 13, 15, 17 (7), 23, 24, 29, 30 (8), 35, 36, 47 (9), preambular paragraphs 1 and
    # 3 (6). The statement of purpose, article 1, is named without its number, and a change to it is proposed (5).
    spoken_of = {1, 5, 13, 15, 17, 23, 24, 29, 30, 35, 36, 47}
    rows = ask("silent-provisions", "instrument provision reference_count")
    numbers = [int(str(row[1]).removeprefix("article ").partition(":")[0]) for row in rows]
    assert numbers == [number for number in range(1, 61) if number not in spoken_of]
    assert {(row[0], row[2]) for row in rows} == {("draft", 0)}


def test_18_the_adopted_text_was_before_neither_consultation(ask: Asked) -> None:
    assert len(ask("silent-provisions", "provision", instrument="adopted")) == 68 + 1  # articles, and a preambular paragraph

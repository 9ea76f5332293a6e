from __future__ import annotations

from collections.abc import Callable

import pytest

from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.document import Reference
from travaux.model.identity import Id
from travaux.model.schemes import ReferenceKind
from travaux.reading.structure import Context

DEVICE = "an information and communications technologies device"
CRIME = "the use of information and communications technologies for criminal purposes"


def of_kind(contents: Contents, kind: ReferenceKind) -> list[Reference]:
    return [reference for reference in contents.references if reference.kind is kind]


def test_the_articles_cited_by_the_fifth_report(fifth_report: Contents) -> None:
    articles = of_kind(fifth_report, ReferenceKind.ARTICLE)
    assert [(article.span.quote, article.target) for article in articles] == [
        ("article 5", "article 5"),
        ("article 17", "article 17"),
        ("article 13", "article 13"),
        ("article 15", "article 15"),
        ("article 23", "article 23"),
        ("article 24", "article 24"),
        ("articles 29", "article 29"),
        ("30", "article 30"),
        ("article 35", "article 35"),
        ("article 47", "article 47"),
        ("article 36", "article 36"),
    ]
    assert all(article.provision == f"instrument/draft/article/{article.target.split()[1]}" for article in articles)
    assert {str(article.paragraph).rpartition("/")[2] for article in articles} == {"5", "7", "8", "9"}


def test_preambular_paragraphs(fifth_report: Contents) -> None:
    assert [(r.target, r.provision, r.span.quote) for r in of_kind(fifth_report, ReferenceKind.PREAMBULAR_PARAGRAPH)] == [
        ("preambular paragraph 1", "instrument/draft/preambular-paragraph/1", "preambular paragraph 1"),
        ("preambular paragraph 3", "instrument/draft/preambular-paragraph/3", "preambular paragraph 3"),
    ]


def test_resolutions_with_marks_of_links(fifth_report: Contents, concept_note: Contents) -> None:
    assert [(r.target, r.span.quote) for r in of_kind(fifth_report, ReferenceKind.RESOLUTION)] == [
        ("A/RES/75/282", "General Assembly resolution [75/282](#)")
    ]
    assert [(r.target, r.span.quote) for r in of_kind(concept_note, ReferenceKind.RESOLUTION)] == [
        ("A/RES/75/282", "General Assembly [resolution 75/282](#)")
    ]


def test_instruments_and_symbols_of_the_fifth_report(fifth_report: Contents) -> None:
    assert [(r.target, r.instrument) for r in of_kind(fifth_report, ReferenceKind.INSTRUMENT)] == [
        ("Charter of the United Nations", "instrument/charter"),
        ("United Nations Convention on Transnational Organized Crime", None),
        ("United Nations Convention against Corruption", None),
    ]
    assert [(r.target, r.instrument) for r in of_kind(fifth_report, ReferenceKind.DOCUMENT_SYMBOL)] == [("A/AC.291/22", "instrument/draft")]


def test_bracketed_text_of_the_fifth_report(fifth_report: Contents) -> None:
    assert [r.alternatives for r in of_kind(fifth_report, ReferenceKind.BRACKETED_TEXT)] == [
        ("a computer system", "an information and communications technology device"),
        ("computer data", "digital information"),
    ]


def test_bracketed_text_of_the_questions(concept_note: Contents) -> None:
    bracketed = of_kind(concept_note, ReferenceKind.BRACKETED_TEXT)
    assert [r.alternatives for r in bracketed] == [
        ("a computer system", DEVICE),
        ("computer data", "digital information"),
        ("a computer system", DEVICE),
        ("cybercrime", CRIME),
        ("a computer system", DEVICE),
        ("cybercrime", CRIME),
        ("cybercrime", CRIME),
        ("cybercrime", CRIME),
    ]
    assert bracketed[3].span.quote == bracketed[3].target == f"[cybercrime] [{CRIME}]"
    assert bracketed[3].paragraph == "document/fifth-consultation-concept-note/paragraph/5"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("See article 24.", [("article 24", "article 24")]),
        (
            "See draft articles 6-8.",
            [("article 6", "draft articles 6-8"), ("article 7", "draft articles 6-8"), ("article 8", "draft articles 6-8")],
        ),
        ("See articles 3, 5 and 17 bis.", [("article 3", "articles 3"), ("article 5", "5"), ("article 17 bis", "17 bis")]),
        ("See paragraph 2 of article 5.", [("article 5 (2)", "paragraph 2 of article 5")]),
        ("See article 5, paragraph 2, again.", [("article 5 (2)", "article 5, paragraph 2")]),
        ("See art. 5 (2) (a).", [("article 5 (2)(a)", "art. 5 (2) (a)")]),
        ("See Articles II and IV.", [("article II", "Articles II"), ("article IV", "IV")]),
        ("See article 24 of the draft text of the convention.", [("article 24", "article 24")]),
        ("See article 51 of the Charter of the United Nations.", [("article 51 of the Charter of the United Nations", "article 51")]),
        (
            "See article 5 of the United Nations Convention against Corruption.",
            [("article 5 of the United Nations Convention against Corruption", "article 5")],
        ),
        ("See article 6 of UNCAC and article 7.", [("article 6 of UNCAC", "article 6"), ("article 7", "article 7")]),
        ("See articles 9 and 10 of its statute.", [("article 9 of statute", "articles 9"), ("article 10 of statute", "10")]),
        ("News articles of 2023 and 30 others.", []),
    ],
)
def test_ways_to_cite_an_article(read: Callable[..., Contents], sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.target, r.span.quote) for r in of_kind(read(f"1. {sentence}\n"), ReferenceKind.ARTICLE)] == expected


def test_an_article_of_another_instrument_has_no_provision_of_the_draft(read: Callable[..., Contents]) -> None:
    context = Context(provisions={"article 5": Id("instrument/draft/article/5")})
    contents = read("1. See article 5 of the Charter of the United Nations and article 5.\n", context=context)
    assert [r.provision for r in of_kind(contents, ReferenceKind.ARTICLE)] == [None, "instrument/draft/article/5"]


def test_the_instrument_under_discussion_may_be_named(read: Callable[..., Contents], fifth_consultation: Consultation) -> None:
    draft = Id("instrument/draft")
    context = Context(
        consultation=fifth_consultation, instruments={"ocean-treaty": draft}, provisions={"article 5": Id("instrument/draft/article/5")}
    )
    (reference,) = of_kind(read("1. See article 5 of the Ocean Treaty.\n", context=context), ReferenceKind.ARTICLE)
    assert (reference.target, reference.provision, reference.instrument) == ("article 5", "instrument/draft/article/5", draft)


def test_a_provision_below_an_article_is_preferred_where_the_corpus_has_it(read: Callable[..., Contents]) -> None:
    context = Context(provisions={"article 5": Id("a/5"), "article 5 (2)": Id("a/5/2")})
    contents = read("1. See paragraph 2 of article 5 and paragraph 3 of article 5.\n", context=context)
    assert [r.provision for r in of_kind(contents, ReferenceKind.ARTICLE)] == ["a/5/2", "a/5"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("resolution 74/247 and decision 78/549", ["resolution 74/247", "decision 78/549"]),
        ("General Assembly resolutions 55/25, 58/4 and 65/230", ["A/RES/55/25", "A/RES/58/4", "A/RES/65/230"]),
        ("Security Council resolution 2341 (2017)", ["S/RES/2341 (2017)"]),
        ("Economic and Social Council resolution 2021/5", ["E/RES/2021/5"]),
        ("Human Rights Council resolution 50/10", ["A/HRC/RES/50/10"]),
        ("General Assembly resolution 2200 A (XXI)", ["A/RES/2200 A (XXI)"]),
        ("document A/RES/75/282", ["A/RES/75/282"]),
        ("Conference resolution 8/2", ["Conference resolution 8/2"]),
        ("the resolution 5 of them wanted", []),
    ],
)
def test_ways_to_cite_a_resolution(read: Callable[..., Contents], sentence: str, targets: list[str]) -> None:
    assert [r.target for r in of_kind(read(f"1. They recalled {sentence}.\n"), ReferenceKind.RESOLUTION)] == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("the Budapest Convention and the Paris Agreement", ["Budapest Convention", "Paris Agreement"]),
        (
            "the International Covenant on Economic, Social and Cultural Rights",
            ["International Covenant on Economic, Social and Cultural Rights"],
        ),
        ("the Convention on the Rights of the Child, Norway and Chile", ["Convention on the Rights of the Child"]),
        ("the Universal Declaration of Human Rights", ["Universal Declaration of Human Rights"]),
        ("the Convention, the draft Convention and a convention", []),
        ("the Committee to Elaborate a Comprehensive Convention on Plastics", []),
    ],
)
def test_titles_of_instruments(read: Callable[..., Contents], sentence: str, targets: list[str]) -> None:
    assert [r.target for r in of_kind(read(f"1. They recalled {sentence}.\n"), ReferenceKind.INSTRUMENT)] == targets


@pytest.mark.parametrize(
    ("sentence", "alternatives"),
    [
        ("“[o]ther acts by [one] [two]” and “[t]he rest”", [("one", "two")]),
        ("[shall] / [should]", [("shall", "should")]),
        ("[and chemicals] were kept", [("and chemicals",)]),
        ("a [link](#), a note [3], [sic], […] and [...]", []),
        ("[one [two] three] [four]", [("one [two] three", "four")]),
        ("[never closed", []),
    ],
)
def test_brackets(read: Callable[..., Contents], sentence: str, alternatives: list[tuple[str, ...]]) -> None:
    assert [r.alternatives for r in of_kind(read(f"1. They read {sentence}.\n"), ReferenceKind.BRACKETED_TEXT)] == alternatives

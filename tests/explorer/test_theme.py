from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import EVERYTHING, theme_dossier
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.argument import Statement
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records
from travaux.views.explorer import Explorer
from travaux.views.wording import PREVALENCE_WORDS

Read = Callable[..., HtmlElement]


def test_everything_on_the_theme_is_shown_where_everything_is_asked_for(read: Read, stored_seeds: Store) -> None:
    said = theme_dossier(stored_seeds, "scope", limits=EVERYTHING).said
    shown = [one.get("id") for one in read("/theme/scope?show=all").cssselect(".stances article")]
    assert shown == [one.heard.id.replace("/", "-") for one in said.sentences()]
    assert len(shown) == 34


@pytest.fixture(scope="module")
def standing(stored_seeds: Store, built_seeds: Build) -> tuple[Statement, ...]:
    every = find_records(stored_seeds, Statement, built_seeds.corpus.base)
    return tuple(one for one in every if one.review is not ReviewStatus.REJECTED)


def words_on(every: tuple[Statement, ...], theme: str, consultation: str | None, stance: str) -> set[str]:
    """Give the words of prevalence that statements on a theme itself have."""
    report = f"document/{(consultation or '').partition('-')[0]}-consultation-report"
    own = [one for one in every if f"theme/{theme}" in one.themes and one.stance.value == stance]
    return {one.speaker.prevalence.value for one in own if consultation is None or one.document == report}


@pytest.mark.parametrize("place", [0, 1])
def test_the_words_of_each_consultation_are_those_of_its_own_statements_on_the_theme(
    read: Read, stored_seeds: Store, standing: tuple[Statement, ...], place: int
) -> None:
    row = read("/theme/human-rights").cssselect(".across tbody tr")[place]
    name = row.cssselect("th a")[0].get("href").rpartition("/")[2]
    said = theme_dossier(stored_seeds, "human-rights", selection=Selection(consultations=(name,))).said
    cells = [cell.text_content() for cell in row.cssselect("td")]
    assert cells[-1].startswith(f"{said.statements} statement")
    recorded = [cell for cell in cells[:-1] if "none recorded" not in cell]
    assert len(recorded) == len(said.tallies)
    for cell, tally in zip(recorded, said.tallies, strict=True):
        assert f"{tally.statements} statement" in cell
        own = words_on(standing, "human-rights", name, tally.stance.value) - {"unspecified"}
        shown = [word for word in PREVALENCE_WORDS if re.search(rf"\b{word}\b", cell.partition("others")[0])]
        assert shown == [] or set(shown) <= own or " on " in cell
        assert (shown != []) >= (own != set())


def test_a_word_of_a_narrower_theme_is_never_shown_without_its_name(read: Read, standing: tuple[Statement, ...]) -> None:
    """“Many” supported human rights at no consultation: it was trust building, a narrower theme of it."""
    page = read("/themes")
    named = 0
    for row in page.cssselect("table.matrix tbody tr"):
        theme = row.get("id").removeprefix("theme-")
        for cell, consultation in zip(row.cssselect("td"), ("second-intersessional-x", "fifth-intersessional-x"), strict=True):
            for one in cell.cssselect(".taken .one"):
                words = {word.text for word in one.cssselect(".prevalence") if word.text != "not said"}
                own = {PREVALENCE_WORDS[word] for word in words_on(standing, theme, consultation, one.get("class").split()[1])}
                whose = [small.text_content() for small in one.cssselect(".whose") if small.text_content().startswith("on ")]
                assert bool(whose) == bool(words - own), (theme, consultation, words, own)
                named += len(whose)
    assert named > 0
    glance = read("/theme/human-rights").cssselect(".glance .supports .words")[0]
    own = {PREVALENCE_WORDS[word] for word in words_on(standing, "human-rights", None, "supports")}
    assert {word.text for word in glance.cssselect(".prevalence")} <= own
    assert "(others: not said)" in glance.text_content()


def test_a_part_of_what_is_on_file_never_claims_to_be_all(read: Read, stored_seeds: Store) -> None:
    said = theme_dossier(stored_seeds, "human-rights").said
    opposed = next(tally for tally in said.tallies if tally.stance.value == "opposes")
    line = read("/theme/human-rights?stance=opposes").cssselect("h1 + .narrowed")[0]
    assert line.text_content() == f"Showing {opposed.statements} of {said.statements} statements: opposition · Show all"
    assert line.cssselect("a")[0].get("href") == "/theme/human-rights"
    assert not read("/theme/human-rights").cssselect(".narrowed")


def test_no_stance_is_shown_as_one_toward_the_theme(read: Read) -> None:
    assert (
        "toward the words quoted, not toward the theme as such"
        in read("/theme/human-rights").cssselect(".glance + .toward")[0].text_content()
    )


def test_the_number_of_a_consultation_leads_to_the_theme_there(read: Read) -> None:
    link = read("/theme/human-rights").cssselect(".across td a")[0]
    there = read(link.get("href"))
    assert link.text == "7 statements"
    assert {one.get("data-consultation") for one in there.cssselect("article.statement")} == {"second-intersessional-consultation"}


def test_themes_near_it_lead_to_theirs_and_come_from_the_thesaurus(read: Read, stored_seeds: Store) -> None:
    page = read("/theme/human-rights")
    dossier = theme_dossier(stored_seeds, "human-rights")
    near = [link.get("href") for link in page.xpath("//section[@aria-labelledby='near']//a")]
    assert [f"/theme/{one.name}" for one in (*dossier.broader, *dossier.narrower)] == near[: len(dossier.broader) + len(dossier.narrower)]
    named = [link.get("href") for link in page.cssselect(".voices a")]
    assert all(address.startswith(("/person/", "/organization/", "/state/")) for address in named)


def test_a_label_is_no_address(seeds_explorer: Explorer) -> None:
    with pytest.raises(QueryError, match="there is no theme"):
        seeds_explorer.page("/theme/fundamental%20freedoms")

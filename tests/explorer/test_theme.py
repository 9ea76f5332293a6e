from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import EVERYTHING, theme_dossier
from travaux.analysis.selection import Selection
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.explorer import Explorer
from travaux.views.wording import PREVALENCE_WORDS

Read = Callable[..., HtmlElement]


def test_everything_on_the_theme_is_shown_where_everything_is_asked_for(read: Read, stored_seeds: Store) -> None:
    said = theme_dossier(stored_seeds, "scope", limits=EVERYTHING).said
    shown = [one.get("id") for one in read("/theme/scope?show=all").cssselect(".stances article")]
    assert shown == [one.heard.id.replace("/", "-") for one in said.sentences()]
    assert len(shown) == 34


@pytest.mark.parametrize("place", [0, 1])
def test_the_strongest_words_of_each_consultation_are_those_of_its_own_statements(read: Read, stored_seeds: Store, place: int) -> None:
    row = read("/theme/human-rights").cssselect(".across tbody tr")[place]
    name = row.cssselect("th a")[0].get("href").rpartition("/")[2]
    said = theme_dossier(stored_seeds, "human-rights", selection=Selection(consultations=(name,))).said
    cells = [cell.text_content() for cell in row.cssselect("td")]
    assert cells[-1].startswith(f"{said.statements} statement")
    recorded = [cell for cell in cells[:-1] if "none recorded" not in cell]
    assert len(recorded) == len(said.tallies)
    for cell, tally in zip(recorded, said.tallies, strict=True):
        assert f"{tally.statements} statement" in cell
        assert all(PREVALENCE_WORDS[word] in cell for word in tally.strongest if word != "unspecified")


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

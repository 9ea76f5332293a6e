from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement

from travaux.analysis.dossiers import actor_dossier
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.views.explorer import Explorer

Read = Callable[..., HtmlElement]


def test_what_a_person_said_is_what_the_analysis_found(read: Read, stored_seeds: Store) -> None:
    page = read("/person/nemanja-malisevic?show=all")
    (spoken,) = actor_dossier(stored_seeds, "Nemanja Malisevic").spoken
    shown = page.xpath("//section[@aria-labelledby='way-self']//article/@id")
    assert shown == [one.heard.id.replace("/", "-") for one in spoken.said.sentences()]
    assert len(shown) == 4


def test_a_role_names_panel_item_and_consultation_and_leads_to_the_organization(read: Read) -> None:
    (role,) = read("/person/nemanja-malisevic").cssselect(".roles li")
    assert "Panel 1, item 2: International Cooperation" in role.text_content()
    assert [link.get("href") for link in role.cssselect("a")] == [
        "/organization/microsoft",
        "/consultation/second-intersessional-consultation",
        "/document/second-consultation-report/paragraph/5",
    ]


def test_words_of_those_who_work_there_are_not_said_by_the_organization(read: Read) -> None:
    page = read("/organization/microsoft")
    assert page.xpath("//section[@class='spoken']/@aria-labelledby") == ["way-staff"]
    assert "whether they spoke for it is not said" in page.text_content()


def test_nobody_is_found_by_another_kind_or_a_part_of_the_name(seeds_explorer: Explorer) -> None:
    for address in ("/state/nemanja-malisevic", "/person/nemanja"):
        with pytest.raises(QueryError, match="nobody of this identifier"):
            seeds_explorer.page(address)

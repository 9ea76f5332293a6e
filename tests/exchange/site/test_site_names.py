"""Names of files and folders: every system holds them, and no two things share one."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.exchange.site.names import LONGEST, PAGE, TRIPLES, Places, to_name, to_option_name
from travaux.model.identity import identifier

_BARRED = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
_DEVICES = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@settings(max_examples=60)
@given(st.one_of(st.text(min_size=1, max_size=20), st.text("aé", min_size=190, max_size=220)))
def test_every_system_can_hold_the_name_of_any_part(text: str) -> None:
    name = to_name(identifier(text))
    assert name
    assert _BARRED.isdisjoint(name)
    assert len(name.encode()) <= LONGEST
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert name.partition(".")[0].casefold() not in _DEVICES
    assert name.casefold() not in {PAGE, TRIPLES}
    assert name == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("part", ["2(a)", "article-24", "josé-garcía", "IV", "A19_24", "block-3", "120-180"])
def test_ordinary_identifiers_are_their_own_names(part: str) -> None:
    assert to_name(identifier(part)) == part


def test_no_identifier_leads_out_of_the_folder() -> None:
    places = Places([])
    for thing in ("../../etc/passwd", "person/..%2F..%2Fetc", "document/../x", "%2e%2e/x", "a/./b", "/etc", "c:%5Cwindows"):
        assert not {"", ".", ".."} & set(places.folder(f"/{thing}").split("/")), thing


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=8, unique=True))
def test_no_two_things_share_a_folder_where_case_does_not_count(parts: list[str]) -> None:
    things = [str(identifier("person", part)) for part in parts]
    places = Places(things)
    folders = {places.folder(f"/{thing}").casefold() for thing in things}
    assert len(folders) == len(things)


def test_letters_that_differ_in_case_alone_are_told_apart_always_in_the_same_way() -> None:
    one, other = Places(["source/AB", "source/ab"]), Places(["source/ab", "source/AB"])
    assert [one.folder("/source/AB"), one.folder("/source/ab")] == ["source/AB", "source/ab~2"]
    assert dict(one.others) == dict(other.others) == {"source/ab": "source/ab~2"}


def test_a_thing_whose_address_is_not_its_folder_is_named() -> None:
    assert dict(Places(["person/a%3Ab", "person/jos%C3%A9", "agenda-item/2(a)"]).others) == {"person/a%3Ab": "person/a~3ab"}
    assert unquote("person/jos%C3%A9") == Places([]).folder("/person/jos%C3%A9")


def test_options_have_names_that_no_identifier_has() -> None:
    assert to_option_name("order=claim&page=2") == "~order-claim~page-2"
    assert to_name("~order-claim~page-2") != "~order-claim~page-2"
    assert to_option_name("chapter=V") != to_option_name("chapter=v")
    assert len(to_option_name("about=" + "x" * 500)) < LONGEST

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from travaux.model.contents import Contents
from travaux.model.schemes import DocumentKind

BODY = (
    "Ad Hoc Committee to Elaborate a Comprehensive International Convention on Countering the Use of Information and Communications"
    " Technologies for Criminal Purposes"
)


def test_header_of_the_fifth_report(fifth_report: Contents) -> None:
    header = fifth_report.header
    assert header.title == f"Chair's Report of the Fifth Intersessional Consultation of the {BODY}"
    assert header.body == BODY
    assert (header.symbol, header.date, header.session) == (None, dt.date(2023, 7, 13), "Sixth session")
    assert (header.places, header.first_day, header.last_day) == (("New York",), dt.date(2023, 8, 21), dt.date(2023, 9, 1))


def test_header_of_the_second_report(second_report: Contents) -> None:
    header = second_report.header
    assert header.title == f"Chair's Report of the Second Intersessional Consultation of the {BODY}"
    assert header.body == BODY
    assert (header.date, header.session) == (dt.date(2022, 7, 6), "Third session")
    assert (header.places, header.first_day, header.last_day) == (("New York",), dt.date(2022, 8, 29), dt.date(2022, 9, 9))


def test_header_of_the_concept_note(concept_note: Contents) -> None:
    header = concept_note.header
    assert header.title == "Concept note and guiding questions"
    assert (header.date, header.first_day, header.last_day) == (None, dt.date(2023, 6, 20), dt.date(2023, 6, 21))


def test_header_with_symbol_and_masthead(read: Callable[..., Contents]) -> None:
    header = read(
        "United Nations                A/AC.300/7/Rev.1\nGeneral Assembly\nDistr.: Limited\n4 May 2021\nOriginal: French\n\n"
        "Intergovernmental Committee on Seabed Minerals\nTwenty-first session\nKingston and online, 29 March to 1 April 2021\n"
        "Agenda item 7\n\nDraft report of the Committee\n\n1. The Committee met as planned and heard many speakers on its agenda.\n"
    ).header
    assert header.symbol == "A/AC.300/7/Rev.1"
    assert header.date == dt.date(2021, 5, 4)
    assert header.body == "Intergovernmental Committee on Seabed Minerals"
    assert header.session == "Twenty-first session"
    assert header.places == ("Kingston", "online")
    assert (header.first_day, header.last_day) == (dt.date(2021, 3, 29), dt.date(2021, 4, 1))
    assert header.title == "Draft report of the Committee"


def test_a_text_without_title_has_an_empty_header(read: Callable[..., Contents]) -> None:
    header = read("1. The first paragraph stands at the very beginning of this text.\n", DocumentKind.OTHER).header
    assert (header.title, header.symbol, header.date, header.body, header.session, header.places) == (None, None, None, None, None, ())


def test_a_body_right_under_the_masthead(read: Callable[..., Contents]) -> None:
    header = read(
        "United Nations     CTOC/COP/WG.9/2021/4\nConference of the Parties to the Convention\nDistr.: General\n30 July 2021\nOriginal: English\n\n"
        "Report on the meeting of the Working Group held in Vienna on 10 and 11 May 2021\n\n1. It was opened by the Chair as planned.\n"
    ).header
    assert (header.symbol, header.body) == ("CTOC/COP/WG.9/2021/4", "Conference of the Parties to the Convention")
    assert (header.date, header.first_day, header.places) == (dt.date(2021, 7, 30), dt.date(2021, 5, 10), ())

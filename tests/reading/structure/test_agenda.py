from __future__ import annotations

from collections.abc import Callable

import pytest

from travaux.model.contents import Contents


def spanned(contents: Contents) -> dict[str | None, list[str | None]]:
    """The numbers of the paragraphs by the number of the item that they stand under."""
    items = {item.id: item.number for item in contents.agenda_items}
    found: dict[str | None, list[str | None]] = {}
    for paragraph in contents.paragraphs:
        found.setdefault(items[paragraph.agenda_item] if paragraph.agenda_item else None, []).append(paragraph.number)
    return found


def test_items_of_the_fifth_report(fifth_report: Contents) -> None:
    assert [(item.number, item.title, item.order) for item in fifth_report.agenda_items] == [
        ("2", None, 1),
        ("2(a)", "General provisions", 2),
        ("2(b)", "Criminalization", 3),
        ("2(c)", "Procedural measures and law enforcement", 4),
        ("2(d)", "International cooperation", 5),
        ("2(e)", "Preventive measures", 6),
        ("2(f)", "Technical assistance", 7),
        ("2(g)", "Mechanism of implementation", 8),
        ("2(h)", "Final provisions", 9),
        ("3", "Any other business", 10),
    ]
    assert spanned(fifth_report) == {
        None: ["1", "2", "3", "15"],
        "2": ["4"],
        "2(a)": ["5", "6"],
        "2(b)": ["7"],
        "2(c)": ["8"],
        "2(d)": ["9"],
        "2(e)": ["10"],
        "2(f)": ["11"],
        "2(g)": ["12"],
        "2(h)": ["13"],
        "3": ["14"],
    }


def test_lettered_items_have_a_parent_and_items_a_chapter(fifth_report: Contents) -> None:
    main, lettered, *_ = fifth_report.agenda_items
    assert (main.parent, lettered.parent) == (None, main.id)
    assert lettered.id == "document/fifth-consultation-report/agenda-item/2(a)"
    assert lettered.chapter == "instrument/draft/chapter/1"
    assert fifth_report.agenda_items[-1].chapter is None
    assert lettered.span.quote == "agenda item 2(a), entitled “General provisions”"


def test_items_of_the_second_report(second_report: Contents) -> None:
    assert [(item.number, item.title, item.chapter) for item in second_report.agenda_items] == [
        ("2", "International Cooperation", "instrument/draft/chapter/5"),
        ("3", "Technical Assistance", "instrument/draft/chapter/7"),
        ("4", "Preventive Measures", "instrument/draft/chapter/6"),
        ("5", "Mechanism of implementation", "instrument/draft/chapter/8"),
    ]
    assert spanned(second_report) == {
        None: ["1", "2", "3", "4", "18", "19"],
        "2": ["5", "6", "7"],
        "3": ["8", "9", "10", "11"],
        "4": ["12", "13", "14"],
        "5": ["15", "16", "17"],
    }


@pytest.mark.parametrize(
    ("sentence", "number", "title"),
    [
        ('Under item 4 of the agenda, entitled "Ocean noise", it met.', "4", "Ocean noise"),
        ("The Committee then considered agenda item 6 (“Budget”).", "6", "Budget"),
        ("At its second meeting, the Group took up agenda item 5.", "5", None),
        ("Turning to agenda item 7: “Dates”, delegates spoke.", "7", "Dates"),
        ("On item 3 (b), the meeting heard nobody.", "3(b)", None),
    ],
)
def test_ways_to_introduce_an_item(read: Callable[..., Contents], sentence: str, number: str, title: str | None) -> None:
    contents = read(f"1. The meeting was held last year in Rome.\n\n2. {sentence}\n")
    assert [(item.number, item.title) for item in contents.agenda_items] == [(number, title)]
    assert spanned(contents) == {None: ["1"], number: ["2"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "The floor was opened for statements on agenda item 3.",
        "As with previous agenda items, the floor was open.",
        "Speakers recalled what was said under agenda item 3.",
        "Most of the discussion was about agenda item 9.",
    ],
)
def test_a_mere_mention_introduces_nothing(read: Callable[..., Contents], sentence: str) -> None:
    contents = read(f"1. Under agenda item 2, entitled “Fish”, they met.\n\n2. {sentence}\n")
    assert spanned(contents) == {"2": ["1", "2"]}


@pytest.mark.parametrize(
    "last",
    [
        "Lastly, the meeting considered the preamble and final provisions.",
        "The Working Group then turned to the preamble.",
        "The session was adjourned at 6 p.m.",
        "The Chair declared the fourth workshop closed.",
    ],
)
def test_an_item_ends_where_the_meeting_turns_or_closes(read: Callable[..., Contents], last: str) -> None:
    contents = read(f"1. Under agenda item 2, entitled “Fish”, they met.\n\n2. More was said.\n\n3. {last}\n\n4. Nothing followed.\n")
    assert spanned(contents) == {"2": ["1", "2"], None: ["3", "4"]}


def test_a_heading_ends_an_item_and_may_introduce_one(read: Callable[..., Contents]) -> None:
    contents = read(
        "**Agenda item 2: Fish**\n\n1. They met.\n\n**Reefs (agenda item 3)**\n\n2. They met again.\n\n**Other matters**\n\n3. They left.\n"
    )
    assert [(item.number, item.title) for item in contents.agenda_items] == [("2", "Fish"), ("3", "Reefs")]
    assert spanned(contents) == {"2": ["1"], "3": ["2"], None: ["3"]}


def test_an_item_named_later_in_a_paragraph_begins_with_the_next(read: Callable[..., Contents]) -> None:
    contents = read("1. Under agenda item 2, they met. Then, under agenda item 3, entitled “Reefs”, they rose.\n\n2. More was said.\n")
    assert spanned(contents) == {"2": ["1"], "3": ["2"]}

"""What was annotated in real reports is found again when they are typed again, numbered again or cut: never at another place."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from decided import Report, opinion
from travaux.model.review import Opinion
from travaux.model.sentences import sentence_at
from travaux.reading.review.places import find_places
from travaux.resources import seeds_folder

ANNOTATED = Path(__file__).parents[2] / "annotations" / "seeds" / "pass-a"
NAMES = ("fifth-consultation-report", "second-consultation-report")


def read(name: str) -> tuple[str, dict[str, Opinion]]:
    text = (seeds_folder() / "documents" / f"{name}.txt").read_text("utf-8")
    rows = [json.loads(line) for line in (ANNOTATED / f"{name}.jsonl").read_text("utf-8").splitlines()]
    held: dict[str, Opinion] = {}
    for number, row in enumerate(rows):
        fields: dict[str, Any] = {"paragraph": str(row["paragraph"]), "cue": row["cue"], "speaker": row["speaker"]}
        held[str(number)] = opinion(row["quote"], str(number), **fields)
    return text, held


def places(text: str, held: Mapping[str, Opinion]) -> Mapping[str, tuple[int, int] | None]:
    found = find_places(Report.of(text).replay._page, held)  # noqa: SLF001, as the replay does
    return {key: (place.start, place.end) if place else None for key, place in found.items()}


def typed_again(text: str) -> str:
    """Break lines elsewhere, make marks plain, and slip in every fifteenth long word."""
    plain = text.translate(str.maketrans("“”’–—", '""\'--')).replace("*", "")
    count = 0

    def slip(word: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return word[0] if count % 15 else f"{word[0][:3]}{word[0][4]}{word[0][3]}{word[0][5:]}"

    return re.sub(r"(?<=[a-z]{4}) (?=[a-z]{4,} [a-z]+ [a-z]+ )", "\n", re.sub(r"\b[a-z]{7,}\b", slip, plain))


def numbered_again(text: str) -> str:
    """Put two paragraphs before all others."""
    shifted = re.sub(r"(?m)^(\d+)\. ", lambda one: f"{int(one[1]) + 2}. ", text)
    at = shifted.index("\n3. ") + 1
    return f"{shifted[:at]}1. Several speakers stressed proportionality.\n\n2. It was noted that the lake was full.\n\n{shifted[at:]}"


@pytest.mark.parametrize("name", NAMES)
def test_everything_annotated_is_found_where_it_stands(name: str) -> None:
    text, held = read(name)
    found = places(text, held)
    assert [key for key, place in found.items() if place is None or text[slice(*place)] != held[key].quote] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_report_that_was_typed_again_keeps_nearly_all_and_misplaces_none(name: str) -> None:
    text, held = read(name)
    again = typed_again(text)
    before, after = places(text, held), places(again, held)
    share = len(again) / len(text)
    far = [key for key, place in after.items() if place and before[key] and abs(place[0] - (before[key] or place)[0] * share) > 200]
    lost = [key for key, place in after.items() if place is None]
    assert far == []
    assert len(lost) <= 0.05 * len(held), [held[key].quote for key in lost]


@pytest.mark.parametrize("name", NAMES)
def test_a_report_that_was_numbered_again_keeps_all(name: str) -> None:
    text, held = read(name)
    again = numbered_again(text)
    found = places(again, held)
    lost = [held[key].quote for key, place in found.items() if place is None or again[slice(*place)] != held[key].quote]
    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_cut_from_a_report_is_lost_and_takes_no_other_place(name: str) -> None:
    text, held = read(name)
    before = places(text, held)
    began = time.perf_counter()
    for key in list(held)[::12]:
        place = before[key]
        assert place is not None
        cut = text[: place[0]] + "the matter of the lakes" + text[place[1] :]
        after = places(cut, held)
        assert after[key] is None, (held[key].quote, cut[slice(*(after[key] or (0, 0)))])
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize("name", NAMES)
def test_what_was_said_in_a_sentence_that_was_cut_is_not_put_in_the_mouth_of_others(name: str) -> None:
    text, held = read(name)
    before = places(text, held)
    for key in list(held)[::5]:
        place = before[key]
        assert place is not None
        first, last = sentence_at(text, *place)
        cut = text[:first] + text[last:]
        page = Report.of(cut).replay._page  # noqa: SLF001, as the replay does
        after = find_places(page, {key: held[key]})[key]
        if after is not None:
            sentence = cut[slice(*sentence_at(cut, after.start, after.end))]
            assert all(one in sentence for one in (held[key].cue, held[key].speaker or "")), (held[key].quote, sentence)


def test_words_like_those_of_a_sentence_that_was_cut_are_not_taken_for_it_even_if_cue_and_speaker_stand_around_them() -> None:
    text, _ = read("fifth-consultation-report")
    quote = "the importance of the principle of dual criminality"
    held = {"7-7f3d": opinion(quote, "7-7f3d", paragraph="7", cue="reiterated", speaker="several speakers")}
    assert places(text, held)["7-7f3d"] is not None
    first, last = sentence_at(text, text.index(quote), text.index(quote) + len(quote))
    for cut in (text.replace(f" and {quote}", ""), text[:first] + text[last:]):
        assert places(cut, held) == {"7-7f3d": None}


def test_thousands_of_decisions_find_their_places_in_seconds() -> None:
    words = [f"the lakes of district {number} should be measured by those who live there" for number in range(3000)]
    report = Report.of("\n\n".join(f"{number}. Many speakers stressed that {quote}." for number, quote in enumerate(words, 1)))
    held = {str(number): opinion(quote, str(number), paragraph=str(number)) for number, quote in enumerate(words, 1)}
    began = time.perf_counter()
    found = find_places(report.replay._page, held)  # noqa: SLF001, as the replay does
    assert time.perf_counter() - began < 8
    assert {key: place.region.name if place else None for key, place in found.items()} == {key: key for key in held}

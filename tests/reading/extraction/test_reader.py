"""What holds of the statements of every text, however it is read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from travaux.model.lexicon import Lexicon
from travaux.model.sentences import find_sentences
from travaux.reading.extraction import Reader, open_reader
from travaux.resources import seeds_folder

from .said import Reading

SPEAKERS = st.sampled_from(
    ["Several delegations", "Ms. Obi", "NORWAY, with CHILE,", "He", "One of the panellists", "It", "Others", "", "The Chair"],
)
CUES = st.sampled_from(
    [
        *("stressed", "said that", "expressed concern about", "did not support", "was noted", "were opposed to", "called for", "proposed"),
        *("asked whether", ", as did Peru, welcomed", "received support from", "warned against", "“agreed”", "[supported]", "saw"),
    ]
)
CONTENTS = st.sampled_from(
    [
        *(
            "the need for lamps",
            "article 24, paragraph 3",
            "[the term] [o]ther",
            "“t” and *b*",
            "it",
            "A, B and C",
            "fees should fall",
            "[12]",
        ),
        *(
            "the importance of (a) oil; (b) lamps; and (c) bells",
            "\x01\x07",
            "and and",
            "that that was so",
            "over 3.5 per cent",
            "))((",
            "\n",
        ),
    ]
)
TAILS = st.sampled_from(
    [
        "",
        "in order to save oil",
        ", provided that",
        "rather than",
        ", while others opposed it",
        "because",
        ", as was the fact that",
        ", he said",
    ]
)
ENDS = st.sampled_from([".", ". ", ".\n\n", "; ", "?” ", ", and ", "\n\n7. ", " "])
TEXTS = st.lists(st.tuples(SPEAKERS, CUES, CONTENTS, TAILS, ENDS), max_size=6).map(
    lambda rows: "".join(" ".join(part for part in row[:-1] if part) + row[-1] for row in rows)
)


def check_laws(reading: Reading) -> None:
    text, paragraphs = reading.source.text, {one.id: one for one in reading.contents.paragraphs}
    for said in reading.statements:
        place = paragraphs[said.paragraph].span
        for span in filter(None, (said.span, said.rationale, said.condition, said.contrast)):
            assert text[span.start : span.end] == span.quote
            assert span.quote.strip()
            assert place.start <= span.start < span.end <= place.end
        assert said.cue
        assert said.cue in text[place.start : place.end]
        assert said.speaker.phrase is None or (said.speaker.phrase and said.speaker.phrase in text[place.start : place.end])
        assert (said.speaker.phrase is None) == (said.speaker.kind.value == "unattributed")
        assert said.claim
    assert len({said.id for said in reading.statements}) == len(reading.statements)
    assert len({said.speaker.id for said in reading.statements}) == len(reading.statements)
    places = [(said.span.start, said.span.end) for said in reading.statements]
    assert places == sorted(places)


def test_statements_of_the_annotated_texts_keep_the_laws(annotated_readings: Mapping[str, Reading]) -> None:
    assert sum(len(reading.statements) for reading in annotated_readings.values()) > 400
    for reading in annotated_readings.values():
        check_laws(reading)


def test_a_quote_lies_in_one_sentence(annotated_readings: Mapping[str, Reading]) -> None:
    for reading in annotated_readings.values():
        sentences = [find_sentences(reading.source.text, one.span.start, one.span.end) for one in reading.contents.paragraphs]
        ranges = list(chain.from_iterable(sentences))
        for said in reading.statements:
            assert any(start <= said.span.start and said.span.end <= end for start, end in ranges)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(TEXTS)
def test_statements_of_any_text_keep_the_laws(read_text: Callable[[str], Reading], text: str) -> None:
    check_laws(read_text(text))


def test_reading_again_and_among_others_gives_the_same(reader: Reader, annotated_readings: Mapping[str, Reading]) -> None:
    for name in ("bulletin-sand", "workshop-wastewater"):
        before = annotated_readings[name]
        assert Reading.of(reader, before.source.text, name) == before


def test_several_processes_give_the_same_as_one(
    lexicon: Lexicon, annotated_readings: Mapping[str, Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("travaux.reading.extraction.reader._WORTH_A_PROCESS", 2)
    monkeypatch.setattr("travaux.reading.extraction.reader._CHUNK", 5)
    with open_reader(lexicon, processes=2) as shared:
        for name in ("second-consultation-report", "ga-cable-repair"):
            alone = annotated_readings[name]
            assert shared.find_statements(alone.contents, alone.source) == alone.statements


def test_two_runs_with_other_hashes_give_the_same_bytes(tmp_path: Path) -> None:
    copy = tmp_path / "report.txt"
    copy.write_bytes((seeds_folder() / "documents" / "fifth-consultation-report.txt").read_bytes())
    runs = [_extract(copy, seed) for seed in ("1", "2")]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") > 50


def _extract(file: Path, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "travaux", "extract", str(file), "--format", "jsonl"]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout  # noqa: S603


def test_progress_is_told_to_the_end(reader: Reader, annotated_readings: Mapping[str, Reading]) -> None:
    reading = annotated_readings["bulletin-sand"]
    told: list[tuple[int, int]] = []
    reader.find_statements(reading.contents, reading.source, lambda done, all_of: told.append((done, all_of)))
    assert told
    assert told == [(done, len(told)) for done in range(1, len(told) + 1)]

"""What respondents say is read no worse than it was, on answers that were invented and annotated for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from annotations import FOLDER
from travaux.analysis.evaluation import Annotated, Case, Score, read_cases, score
from travaux.model.schemes import Prevalence, SpeakerKind
from travaux.rdf.lexicon import read_lexicon
from travaux.reading.extraction import Reader, open_reader
from travaux.resources import ontology_folder

from .asked import read_case

# In per cent: precision and recall of statements, right stances, and answers without statements in which none is found.
# Nobody has changed the rules after looking at the answers held out.
FLOORS: Mapping[str, tuple[int, int, int, int]] = {"development": (98, 93, 87, 99), "held-out": (88, 80, 97, 74)}


def cases(name: str) -> tuple[Case, ...]:
    return read_cases(FOLDER / "answers" / f"{name}.toml")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with open_reader(read_lexicon(ontology_folder() / "lexicon.ttl"), processes=1) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Annotated]]:
    folder = tmp_path_factory.mktemp("answers")
    return {name: [one for case in cases(name) for one in read_case(case, reader, folder)] for name in FLOORS}


def _score(name: str, found: Mapping[str, list[Annotated]]) -> Score:
    wanted = cases(name)
    return score([one for case in wanted for one in case.statements], found[name], [case.document for case in wanted])


@pytest.mark.parametrize("name", FLOORS)
def test_statements_of_respondents_are_found(found: Mapping[str, list[Annotated]], name: str) -> None:
    scored = _score(name, found)
    precision, recall, stance, _ = FLOORS[name]
    tally = scored.overall
    assert 100 * tally.found_matched >= precision * tally.found
    assert 100 * tally.gold_matched >= recall * tally.gold
    assert 100 * (scored.fields["stance"].accuracy or 0) >= stance


@pytest.mark.parametrize("name", FLOORS)
def test_answers_that_say_nothing_stay_empty(found: Mapping[str, list[Annotated]], name: str) -> None:
    silent = [case.document for case in cases(name) if not case.statements]
    spoken = {one.document for one in found[name]}
    assert 100 * sum(one not in spoken for one in silent) >= FLOORS[name][3] * len(silent)


def test_respondents_are_one_each_and_others_are_told_of_as_in_reports(found: Mapping[str, list[Annotated]]) -> None:
    own = [one for one in found["held-out"] if one.speaker == "Respondent 1"]
    assert {(one.speaker_kind, one.prevalence) for one in own} == {(SpeakerKind.ANONYMOUS, Prevalence.ONE)}
    others = {one.speaker for one in found["held-out"]} - {"Respondent 1"}
    assert "Several flyers" in others

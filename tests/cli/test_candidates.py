"""``travaux candidates`` as a user types it, and the way of a candidate to the thesaurus or out of sight."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import run_travaux
from review_corpus import make_furnished_corpus
from travaux.errors import TravauxError
from travaux.pipeline.build import build
from travaux.rdf.themes import read_themes
from travaux.reading.corpus import read_corpus

REPORT = """Lake Forum

Report of the first workshop on the protection of mountain lakes

1. The workshop was opened by the Chair.
2. Several speakers stressed the need for regular measurements and for early flood warnings.
3. Some delegations stressed the importance of flood warnings in all villages. Several speakers expressed concern about invasive species.
4. Many speakers supported joint patrols against invasive species, given that a flood warning comes late. Some speakers opposed motor boats.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_furnished_corpus(tmp_path_factory.mktemp("candidates") / "lakes", REPORT)


@pytest.fixture
def lakes(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "lakes"))


def run(lakes: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_travaux("candidates", "--corpus", lakes, *arguments, env={"COLUMNS": "100"})


def often(lakes: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run(lakes, "--occurrences", "2", *arguments)


def listed(lakes: Path, *arguments: str) -> dict[str, Any]:
    done = often(lakes, "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return {one["phrase"]: one for one in json.loads(done.stdout)["candidates"]}


def test_a_candidate_comes_with_its_exact_sentences(built: Path) -> None:
    found = listed(built)
    assert list(found) == ["flood warnings", "invasive species"]
    one = found["flood warnings"]
    assert (one["occurrences"], one["statements"], one["consultations"]) == (3, 3, ["first-workshop"])
    assert one["wordings"] == ["flood warnings", "flood warning"]
    text = (built / "documents" / "first.txt").read_text("utf-8")
    for place in one["places"]:
        assert text[place["start"] : place["end"]] == place["words"]
        assert place["words"] in place["sentence"]
        assert place["sentence"] in text


def test_the_table_says_why_and_what_is_lacking(built: Path) -> None:
    done = often(built)
    assert "1. flood warnings\n" in done.stdout
    assert "Occurs 3 times in 3 statements, at first-workshop; C-value 3.0." in done.stdout
    assert "There is no outside text to compare with" in " ".join(done.stdout.split())
    assert done.stderr == "There are no statements of another consultation to compare with.\n"


def test_in_a_small_corpus_once_is_enough(built: Path) -> None:
    done = run(built)
    assert "joint patrols" in done.stdout
    assert "at least once in at least 1 statement, as is usual for so many statements" in " ".join(done.stdout.split())


def test_rarer_phrases_and_single_words_come_when_asked_for(built: Path) -> None:
    assert "joint patrols" in listed(built, "--occurrences", "1", "--statements", "1")
    assert "village" not in listed(built, "--words", "1")
    assert "villages" in listed(built, "--words", "1", "--occurrences", "1", "--statements", "1", "--limit", "100")


def test_a_candidate_becomes_a_theme_or_is_declined_and_does_not_come_back(lakes: Path) -> None:
    written = lakes / "candidates.ttl"
    assert often(lakes, "--output", written).returncode == 0
    head, flood, species = written.read_text("utf-8").split("\n<theme/")
    themes = lakes / "themes.ttl"
    themes.write_text(f"{themes.read_text('utf-8')}\n{head}\n<theme/{flood}", "utf-8")
    taken = {theme.name: theme for theme in read_themes(themes, read_corpus(lakes).base)}
    assert (taken["flood-warnings"].review, taken["flood-warnings"].pref_label) == ("unreviewed", "flood warnings")
    build(lakes)
    assert list(listed(lakes)) == ["invasive species"]
    (lakes / "review").mkdir(exist_ok=True)
    declined = f"{head}\n<theme/{species}".replace("review-status:unreviewed", "review-status:rejected")
    (lakes / "review" / "themes.ttl").write_text(declined, "utf-8")
    build(lakes)
    done = often(lakes)
    assert (done.returncode, list(listed(lakes))) == (0, [])
    assert "No phrase is left." in done.stderr


def test_a_declined_concept_among_the_themes_is_refused(lakes: Path) -> None:
    written = lakes / "candidates.ttl"
    often(lakes, "--output", written)
    themes = lakes / "themes.ttl"
    rejected = written.read_text("utf-8").replace("review-status:unreviewed", "review-status:rejected")
    themes.write_text(f"{themes.read_text('utf-8')}\n{rejected}", "utf-8")
    with pytest.raises(TravauxError, match=r"was declined: move it to review/themes\.ttl"):
        build(lakes)


@pytest.mark.parametrize("name", ["themes.ttl", "review/themes.ttl"])
def test_what_people_have_written_is_not_written_over(name: str, lakes: Path) -> None:
    (lakes / "review").mkdir(exist_ok=True)
    before = (lakes / "themes.ttl").read_bytes()
    done = run(lakes, "--output", lakes / name)
    assert (done.returncode, (lakes / "themes.ttl").read_bytes()) == (2, before)
    assert "is a part of the corpus" in " ".join(done.stderr.split())


def test_no_statement_no_answer_and_no_crash(built: Path) -> None:
    done = run(built, "--review", "accepted")
    assert done.returncode == 0
    assert done.stderr == "This graph holds no statements that fit, so there are no words to search.\n"


def test_the_answer_is_the_same_every_time(built: Path) -> None:
    assert run(built, "--format", "turtle").stdout == run(built, "--format", "turtle").stdout

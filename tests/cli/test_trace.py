"""``travaux trace`` as a user types it, on a small corpus with a treaty and a review."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import run_travaux

REPORT = """Report of the workshop

1. The workshop was opened by the Chair.
2. Several speakers recommended that article 5 cover reservoirs. Some speakers expressed concern about article 7.
3. A few speakers recommended that article 6 be deleted.
4. Many speakers stressed the importance of trust.
"""
DESCRIPTION = """
[[instruments]]
name = "draft"
title = "Draft convention"
version_of = "Convention"
status = "draft"

[[instruments]]
name = "adopted"
title = "Convention"
version_of = "Convention"
status = "adopted"

[[consultations]]
name = "first-workshop"
title = "First workshop"
first_day = 2030-03-03
last_day = 2030-03-04
instrument = "draft"
"""
TREATY = {
    "sources.toml": """
[[sources]]
name = "COPY"
kind = "copy-of-primary"
title = "The adopted text, as reprinted"
link = "https://example.org/journal"
""",
    "draft.toml": "".join(
        f'[[articles]]\nnumber = "{number}"\ntitle = "{title}"\ngrade = "B"\nsources = ["COPY"]\n'
        for number, title in (("5", "Waters"), ("6", "Data"), ("7", "Fishing"))
    ),
    "adopted.toml": '[[articles]]\nnumber = "7"\ntitle = "Waters covered"\ngrade = "B"\nsources = ["COPY"]\n',
    "correspondences.toml": """
[[correspondences]]
earlier = "draft article 5"
later = "adopted article 7"
kind = "renumbered"
grade = "M"
sources = ["COPY"]

[[correspondences]]
earlier = "draft article 6"
kind = "dropped"
grade = "B"
sources = ["COPY"]
""",
    "outcomes.toml": """
[[outcomes]]
name = "reservoirs"
topic = "Reservoirs"
asked = "Cover reservoirs."
kind = "partly"
grade = "B"
sources = ["COPY"]
provision = "draft article 5"

  [[outcomes.facts]]
  text = "Adopted article 7 covers reservoirs of more than ten hectares."
  grade = "B"
  sources = ["COPY"]
""",
}
STATEMENTS = {
    "1": {
        "paragraph": "2",
        "quote": "article 5 cover reservoirs",
        "speaker": "Several speakers",
        "prevalence": "several",
        "cue": "recommended",
        "act": "recommend",
        "stance": "proposes",
        "claim": "Article 5 should cover reservoirs.",
        "provisions": ["article 5"],
        "position": "reservoirs",
    },
    "2": {
        "paragraph": "2",
        "quote": "article 7",
        "speaker": "Some speakers",
        "prevalence": "some",
        "cue": "expressed concern about",
        "act": "concern",
        "stance": "concerned",
        "claim": "Article 7 is a concern.",
        "provisions": ["article 7"],
        "position": "fishing",
    },
    "3": {
        "paragraph": "3",
        "quote": "article 6 be deleted",
        "speaker": "A few speakers",
        "prevalence": "few",
        "cue": "recommended",
        "act": "recommend",
        "stance": "proposes",
        "claim": "Article 6 should be deleted.",
        "provisions": ["article 6"],
        "position": "data",
    },
    "4": {
        "decision": "rejected",
        "paragraph": "4",
        "quote": "the importance of trust",
        "speaker": "Many speakers",
        "prevalence": "many",
        "cue": "stressed",
        "act": "stress",
        "stance": "supports",
        "claim": "Trust is important.",
        "provisions": ["article 6"],
        "position": "fishing",
    },
}
POSITIONS = {
    "reservoirs": ("Reservoirs should be covered.", ["reservoirs"]),
    "fishing": ("The article on fishing is a concern.", []),
    "data": ("The article on data should go.", []),
}


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run_travaux(*arguments, cwd=cwd, env={"COLUMNS": "100"})


def review_line(key: str, value: str | list[str]) -> str:
    return f"{key} = {json.dumps(value)}\n"


def write_review(folder: Path) -> None:
    moment = "at = 2030-04-01T12:00:00Z\n"
    said = ""
    for key, fields in STATEMENTS.items():
        chosen: dict[str, Any] = {"decision": "accepted", "speaker_kind": "collective"} | fields
        said += f"{key}.anna.{moment}" + "".join(review_line(f"{key}.anna.{name}", value) for name, value in chosen.items())
    named = ""
    for key, (claim, outcomes) in POSITIONS.items():
        named += f'{key}.by = "anna"\n{key}.decision = "added"\n{key}.{moment}{review_line(f"{key}.claim", claim)}'
        named += review_line(f"{key}.outcomes", outcomes) if outcomes else ""
    (folder / "statements").mkdir(parents=True)
    (folder / "statements" / "workshop.toml").write_text(said, "utf-8")
    (folder / "positions.toml").write_text(named, "utf-8")


def make_corpus(folder: Path, *, treaty: bool = True, review: bool = True) -> Path:
    (folder / "workshop.txt").write_text(REPORT, "utf-8")
    assert run("new", "lakes", "--title", "Mountain lakes", cwd=folder).returncode == 0
    corpus = folder / "lakes"
    with (corpus / "corpus.toml").open("a", encoding="utf-8") as description:
        description.write(DESCRIPTION)
    added = run("add", "workshop.txt", "--corpus", "lakes", "--consultation", "first-workshop", cwd=folder)
    assert added.returncode == 0, added.stderr
    if treaty:
        (corpus / "treaty").mkdir(exist_ok=True)
        for name, text in TREATY.items():
            (corpus / "treaty" / name).write_text(text, "utf-8")
    if review:
        write_review(corpus / "review")
    built = run("build", "lakes", cwd=folder)
    assert built.returncode == 0, built.stderr
    return corpus


@pytest.fixture(scope="module")
def lakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_corpus(tmp_path_factory.mktemp("traced"))


def trace(lakes: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("trace", *arguments, "--corpus", lakes, cwd=lakes.parent)


def test_a_block_tells_a_position_from_its_words_to_its_outcome(lakes: Path) -> None:
    done = trace(lakes, "reservoirs")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
Reservoirs should be covered.
  position reservoirs · named by an editor
  said     “article 5 cover reservoirs”
           Workshop, paragraph 2, characters 102–128
           Several speakers · how widely held: several · proposal · Reviewed and accepted.
  about    Article 5: Waters (Draft convention)
  went to  renumbered [unverified]: Article 7: Waters covered (Convention)
           Grade M. Rests on recollection or indirect support [unverified].
           Source: The adopted text, as reprinted
  outcome  Partly: the adopted text is consistent with a part of what was asked.
           Reservoirs. Asked: Cover reservoirs.
           Grade B. Rests on a copy of a primary text.
           Source: The adopted text, as reprinted
           On file: Adopted article 7 covers reservoirs of more than ten hectares. Rests on a copy
           of a primary text.
           Source: The adopted text, as reprinted

1 position
Note: That a text is consistent with a request does not say that the request was the cause.
"""
    )


def test_what_is_not_on_file_is_no_drop_and_a_drop_is_one(lakes: Path) -> None:
    shown = trace(lakes, "article", "7").stdout
    assert "Article 7: Fishing (Draft convention)\n  went to  Nothing on file tells where it went." in shown
    assert "No outcome is on file for it." in shown
    assert "dropped" not in shown
    assert "went to  dropped: No provision there corresponds to it" in trace(lakes, "data").stdout


def test_the_adopted_article_leads_back_and_the_draft_one_of_its_number_elsewhere(lakes: Path) -> None:
    def found(*what: str) -> list[str]:
        return [one["position"] for one in json.loads(trace(lakes, *what, "--format", "json").stdout)]

    assert found("adopted", "article", "7") == ["reservoirs"]
    assert found("article", "7") == ["fishing"]
    assert found("--outcome", "partly") == ["reservoirs"]
    assert found("--consultation", "workshop") == ["reservoirs", "data", "fishing"]
    assert found("article", "6", "--outcome", "partly") == []


def test_json_marks_recollection_and_holds_the_exact_place(lakes: Path) -> None:
    (one,) = json.loads(trace(lakes, "reservoirs", "--format", "json").stdout)
    (statement,) = one["statements"]
    text = (lakes / "documents" / "workshop.txt").read_text("utf-8")
    assert text[statement["start"] : statement["end"]] == statement["quote"] == "article 5 cover reservoirs"
    (step,) = one["provisions"][0]["steps"]
    assert (step["how"], step["grade"], step["later"]["id"]) == ("renumbered [unverified]", "M", "instrument/adopted/article/7")
    (outcome,) = one["outcomes"]
    assert (outcome["became"], outcome["grade"], outcome["sources"][0]["link"]) == ("partly", "B", "https://example.org/journal")


def test_csv_has_a_row_for_each_way(lakes: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(trace(lakes, "--format", "csv").stdout)))
    assert [(row["position"], row["how"], row["later"], row["became"]) for row in rows] == [
        ("reservoirs", "renumbered [unverified]", "article 7: Waters covered", "partly"),
        ("data", "dropped", "", ""),
        ("fishing", "", "", ""),
    ]
    assert [row["prevalence"] for row in rows] == ["several", "few", "some"]


def test_a_page_is_written_by_the_ending_of_its_name(lakes: Path, tmp_path: Path) -> None:
    done = trace(lakes, "--output", tmp_path / "trace.html")
    assert (done.returncode, done.stdout) == (0, "")
    page = (tmp_path / "trace.html").read_text("utf-8")
    assert "<title>Mountain lakes: what became of it</title>" in page
    assert page.count('<article class="trace"') == len(POSITIONS)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("resrvoirs",), 6, "The nearest are:\n  reservoirs: Reservoirs should be covered."),
        (("article", "9"), 6, "there is no article 9 in the version 'draft'\nKnown: article 5 to article 7."),
        (("adoptd", "article", "7"), 6, "Did you mean 'adopted'?"),
        (("--consultation", "secnd-workshop"), 6, "Did you mean first-workshop?"),
        (("--outcome", "lost"), 2, "'lost' is not one of 'taken-up'"),
        (("--output", "trace.doc"), 2, "Give --format, or one of the endings json, csv, html."),
        (("--output", "nowhere/trace.html"), 2, "There is no folder nowhere"),
    ],
)
def test_a_mistake_is_answered_with_what_may_have_been_meant(arguments: tuple[str, ...], code: int, said: str, lakes: Path) -> None:
    done = trace(lakes, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_what_fits_nothing_is_told_in_a_sentence(lakes: Path) -> None:
    done = trace(lakes, "--outcome", "reversed")
    assert (done.returncode, done.stdout) == (0, "0 positions\n")
    assert done.stderr == "No position on file fits. That is not the same as: not said.\n"


def test_a_graph_without_treaty_tells_what_it_lacks_and_what_was_said(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path, treaty=False, review=False)
    done = trace(corpus)
    assert done.returncode == 0
    assert done.stderr == "This graph describes no provisions of a treaty, so nothing tells where they went.\n"
    assert "found by rule; not reviewed yet" in done.stdout
    assert "It cites article 5; no provision on file is linked to that." in done.stdout


def test_an_empty_graph_tells_that_it_holds_no_positions(tmp_path: Path) -> None:
    assert run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path).returncode == 0
    assert "has not been built yet" in trace(tmp_path / "lakes").stderr
    assert run("build", "lakes", cwd=tmp_path).returncode == 0
    for what in ((), ("article", "5"), ("narrow",)):
        done = trace(tmp_path / "lakes", *what)
        assert (done.returncode, done.stdout) == (0, "0 positions\n")
        not_sought = f"“{' '.join(what)}” was not looked up.\n" if what else ""
        assert done.stderr == f"This graph holds no positions, so there is nothing to trace.\n{not_sought}"

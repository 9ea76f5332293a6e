"""The commands as a user types them: in a process of their own, with exit codes and without stack traces."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from commands import run_travaux as run
from commands import serving_travaux
from travaux.cli.lazy import COMMANDS, IMPORTS
from travaux.pipeline.build import Build

REPORT = """Lake Forum

Report of the first workshop on the protection of mountain lakes

1. The first workshop was held on 3 and 4 March 2026. It was attended by representatives of 9 organizations: 4 from municipalities and
5 from associations of anglers.
2. Under agenda item 1, entitled "Water quality", several speakers stressed the need for regular measurements.
3. Under agenda item 2, entitled "Boats", no statements were made.
"""


@pytest.fixture(scope="module")
def seeds_folder(built_seeds: Build) -> Path:
    return built_seeds.corpus.folder.resolve()


@pytest.mark.parametrize("command", [*COMMANDS, *(f"import {name}" for name in IMPORTS)])
def test_every_command_explains_itself_with_an_example(command: str, tmp_path: Path) -> None:
    done = run(*command.split(), "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert done.stdout.startswith(f"Usage: travaux {command}")


def test_help_lists_every_command_and_answers_at_once() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    spent = []
    for _ in range(5):
        before = os.times()
        done = subprocess.run([sys.executable, "-m", "travaux", "--help"], capture_output=True, text=True, env=environment, check=True)
        after = os.times()
        # Time on the processor, which the other tests on the machine do not lengthen as they do the time on the clock.
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert min(spent) < 0.4


def test_an_unknown_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = run("biuld", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean 'build'?" in done.stderr


def test_a_corpus_of_ones_own_from_a_report_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "workshop.txt").write_text(REPORT, "utf-8")
    assert run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path).returncode == 0
    added = run("add", "workshop.txt", "--corpus", "lakes", "--title", "Report of the first workshop", cwd=tmp_path)
    assert added.returncode == 0, added.stderr
    built = run("build", "lakes", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert "2 agenda items" in built.stdout
    agenda = run("ask", "agenda", "--corpus", "lakes", "--format", "json", cwd=tmp_path)
    assert [row["title"] for row in json.loads(agenda.stdout)] == ["Water quality", "Boats"]
    checked = run("check", "lakes", cwd=tmp_path)
    assert checked.returncode == 0
    assert "0 violations" in checked.stdout


def test_the_next_build_says_what_changed(tmp_path: Path) -> None:
    (tmp_path / "workshop.txt").write_text(REPORT, "utf-8")
    run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path)
    run("add", "workshop.txt", "--corpus", "lakes", cwd=tmp_path)
    run("build", "lakes", cwd=tmp_path)
    assert "Nothing changed" in run("build", "lakes", cwd=tmp_path).stdout
    (tmp_path / "workshop.txt").write_text(REPORT + "4. The workshop was adjourned.\n", "utf-8")
    assert run("add", "workshop.txt", "--corpus", "lakes", "--update", cwd=tmp_path).returncode == 0
    again = run("build", "lakes", cwd=tmp_path)
    assert "(+1)" in again.stdout
    assert "document workshop" in again.stdout


def test_citations_that_the_corpus_does_not_describe_are_told(tmp_path: Path) -> None:
    (tmp_path / "workshop.txt").write_text("1. Several speakers welcomed article 5 and article 7 of the draft.\n", "utf-8")
    run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path)
    run("add", "workshop.txt", "--corpus", "lakes", cwd=tmp_path)
    assert "2 citations of provisions that treaty/ does not describe" in run("build", "lakes", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("workshop.txt", "--name", "again"), 3, "already, as 'workshop'"),
        (("folder",), 4, "this is a folder, not a document"),
        (("broken.docx",), 4, "broken.docx"),
        (("workshop.txt", "--date", "10.06.2026"), 2, "write it as year, month and day"),
        (("other.txt", "--consultation", "nowhere"), 3, "nowhere"),
        (("missing.txt",), 4, "missing.txt"),
    ],
    ids=["double", "folder", "broken", "date", "consultation", "missing"],
)
def test_a_document_that_cannot_be_added_leaves_the_corpus_as_it_was(
    arguments: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "workshop.txt").write_text(REPORT, "utf-8")
    (tmp_path / "other.txt").write_text(REPORT + "4. It ended.\n", "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "folder").mkdir()
    run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path)
    run("add", "workshop.txt", "--corpus", "lakes", cwd=tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "lakes").rglob("*") if path.is_file()}
    done = run("add", *arguments, "--corpus", "lakes", cwd=tmp_path)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "lakes").rglob("*") if path.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error there")
@pytest.mark.parametrize(("arguments", "code"), [(["ask"], 0), (["check", "--strict"], 2), (["export", "--corpus"], 0)])
def test_a_reader_that_stops_listening_changes_no_exit_code(arguments: list[str], code: int, seeds_folder: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "travaux", *arguments, *([] if arguments == ["ask"] else [str(seeds_folder)])]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment, check=False)  # noqa: S603
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


def test_what_new_made_is_told_in_words(tmp_path: Path) -> None:
    done = run("new", "my lakes", "--title", "Mountain lakes", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "Made my lakes/corpus.toml, titled “Mountain lakes”.",
        "Next: travaux add REPORT --corpus 'my lakes'",
        "Or, for written answers: travaux import responses TABLE --consultation NAME --corpus 'my lakes'",
    ]


@pytest.mark.parametrize("output", ["graph.rdf", "nowhere/graph.nq"])
def test_an_export_that_cannot_be_written_writes_nothing(output: str, seeds_folder: Path, tmp_path: Path) -> None:
    done = run("export", "--output", output, "--corpus", seeds_folder, cwd=tmp_path)
    assert done.returncode == 2
    assert not list(tmp_path.iterdir())


def test_a_changed_document_is_told_from_a_wrong_quote(tmp_path: Path) -> None:
    (tmp_path / "workshop.txt").write_text(REPORT, "utf-8")
    run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path)
    run("add", "workshop.txt", "--corpus", "lakes", cwd=tmp_path)
    run("build", "lakes", cwd=tmp_path)
    (tmp_path / "lakes" / "documents" / "workshop.txt").write_text(REPORT.upper(), "utf-8")
    done = run("check", "lakes", cwd=tmp_path)
    assert done.returncode == 7
    assert "0 quotes of" in done.stdout
    assert "1 document could not be compared" in done.stdout


def test_check_reports_the_findings_of_the_seeds(seeds_folder: Path) -> None:
    report = json.loads(run("check", seeds_folder, "--format", "json", cwd=seeds_folder).stdout)
    assert report["violations"] == report["mismatches"] == []
    assert {finding["check"] for finding in report["findings"]} >= {"attendance-sum", "event-dates"}
    for finding in report["findings"]:
        for place in finding["places"]:
            text = (seeds_folder / "documents" / f"{place['document']}.txt").read_text("utf-8")
            assert text[place["start"] : place["end"]] == place["quote"]
    assert run("check", seeds_folder, "--strict", cwd=seeds_folder).returncode == 2


def test_a_query_comes_from_an_argument_a_file_or_standard_input(seeds_folder: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(?question) AS ?questions) WHERE { ?question a trv:Question }"
    (tmp_path / "query.rq").write_text(text, "utf-8")
    corpus = ("--corpus", seeds_folder, "--format", "csv")
    answers = [
        run("query", text, *corpus, cwd=tmp_path),
        run("query", "--file", "query.rq", *corpus, cwd=tmp_path),
        run("query", *corpus, cwd=tmp_path, stdin=text),
        run("query", "-", *corpus, cwd=tmp_path, stdin=text),
    ]
    assert {answer.stdout.replace("\r\n", "\n") for answer in answers} == {"questions\n26\n"}


@pytest.mark.parametrize(("form", "start"), [("turtle", "@prefix"), ("ntriples", "<https:"), ("json-ld", "[")])
def test_a_construct_query_has_rdf_forms(form: str, start: str, seeds_folder: Path) -> None:
    text = "CONSTRUCT { ?item rdfs:label ?label } WHERE { ?item a trv:AgendaItem ; rdfs:label ?label }"
    assert run("query", text, "--corpus", seeds_folder, "--format", form, cwd=seeds_folder).stdout.startswith(start)


def test_a_syntax_error_has_line_and_column(seeds_folder: Path) -> None:
    done = run("query", "SELECT ?x\nWHERE { ?x a }", "--corpus", seeds_folder, cwd=seeds_folder)
    assert done.returncode == 6
    assert "line 2, column" in done.stderr


def test_a_query_ends_at_its_time_limit(seeds_folder: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = run("query", text, "--seconds", "1", "--corpus", seeds_folder, cwd=seeds_folder)
    assert done.returncode == 6
    assert "longer than 1 second" in done.stderr


@pytest.mark.parametrize(
    "text", ["DELETE WHERE { ?s ?p ?o }", "SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }", "LOAD <file:///etc/passwd>"]
)
def test_updates_and_the_network_are_refused(text: str, seeds_folder: Path) -> None:
    assert run("query", text, "--corpus", seeds_folder, cwd=seeds_folder).returncode == 6


def test_a_question_takes_values_by_name_or_place(seeds_folder: Path) -> None:
    corpus = ("--corpus", seeds_folder, "--format", "json")
    by_name = run("ask", "paragraphs-on-article", "article=24", *corpus, cwd=seeds_folder)
    by_place = run("ask", "paragraphs-on-article", "24", *corpus, cwd=seeds_folder)
    assert by_name.stdout == by_place.stdout
    assert [row["paragraph"] for row in json.loads(by_name.stdout)] == ["8"]


@pytest.fixture(scope="module")
def unsaid_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built corpus in which nothing has been said: it has a concept note and no report."""
    folder = tmp_path_factory.mktemp("unsaid")
    (folder / "note.txt").write_text("1. Should boats be allowed?\n", "utf-8")
    run("new", "lakes", "--title", "Mountain lakes", cwd=folder)
    run("add", "note.txt", "--kind", "concept-note", "--corpus", "lakes", cwd=folder)
    assert run("build", "lakes", cwd=folder).returncode == 0
    return folder / "lakes"


def test_a_question_about_what_was_said_warns_where_nothing_has_been_read(unsaid_folder: Path) -> None:
    done = run("ask", "conditions-and-alternatives", "--format", "csv", "--corpus", unsaid_folder, cwd=unsaid_folder)
    assert done.returncode == 0
    assert done.stderr.startswith("This graph holds no statements yet, so the answer says nothing about what was said.")
    assert len(done.stdout.splitlines()) == 1


def test_a_question_about_silence_is_refused_where_nothing_has_been_read(unsaid_folder: Path) -> None:
    done = run("ask", "silent-provisions", "--corpus", unsaid_folder, cwd=unsaid_folder)
    assert (done.returncode, done.stdout) == (6, "")
    assert "this graph holds no statements yet" in done.stderr


def test_the_list_of_questions_sets_those_apart_that_need_statements(tmp_path: Path) -> None:
    free, needy = run("ask", cwd=tmp_path).stdout.split("Questions about what was said")
    assert "agenda" in free
    assert "silent-provisions" in needy
    assert "silent-provisions" not in free


BULLETINS = {
    "first": "1. A panel was held, with presentations by Ms. Ida Berg, Director of the Lamp Institute, and Mr. Omar Diallo, Mayor of "
    "Saloum.\n\n2. The panellists stressed the need for lamps.\n\n3. Norway supported the fund. NORWAY and the EU opposed the levy.\n",
    "second": "1. FIJI, for the LOW-LYING ATOLLS CAUCUS, supported the levy. The representative of Norway opposed the deletion. "
    "Mr. SMITH (Chile) supported the fund. The Minister opposed the fund. "
    "The United States supported the tax. AUSTRIA and the Royal Society of Acoustics (RSA) supported the duty.\n",
}


@pytest.fixture(scope="module")
def bulletins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built corpus of two reports that name States, a group of States and persons."""
    folder = tmp_path_factory.mktemp("bulletins")
    run("new", "talks", "--title", "Talks", cwd=folder)
    for name, text in BULLETINS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
        run("add", f"{name}.txt", "--kind", "report", "--corpus", "talks", cwd=folder)
    done = run("build", "talks", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "talks"


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        ("Norway", ["Norway: the fund", "Norway: the levy", "Norway: the deletion"]),
        ("EU", ["EU: the levy"]),
        ("US", ["United States: the tax"]),
        ("Fiji", ["Fiji: the levy"]),
        ("Smith", ["SMITH: the fund"]),
        ("Berg", ["Ida Berg: the need for lamps"]),
        ("Diallo", ["Omar Diallo: the need for lamps"]),
    ],
)
def test_what_a_state_a_group_or_a_person_said_in_all_reports(actor: str, said: list[str], bulletins: Path) -> None:
    done = run("ask", "actor-statements", f"actor={actor}", "--format", "json", "--corpus", bulletins, cwd=bulletins)
    rows = json.loads(done.stdout)
    assert [f"{row['actor']}: {row['quote']}" for row in rows] == said
    assert all(row["person"] in {None, row["actor"]} for row in rows)


def test_statements_name_those_who_spoke_however_they_are_read(bulletins: Path) -> None:
    kept = run("export", "statements", "--corpus", bulletins, cwd=bulletins).stdout.splitlines()
    among = run("extract", bulletins / "documents" / "first.txt", "--format", "jsonl", cwd=bulletins).stdout.splitlines()
    (bulletins.parent / "alone").mkdir(exist_ok=True)
    alone_file = bulletins.parent / "alone" / "first.txt"
    alone_file.write_text(BULLETINS["first"], "utf-8")
    alone = run("extract", alone_file, "--format", "jsonl", cwd=alone_file.parent).stdout.splitlines()
    named = [[json.loads(line)["speaker_actor"] for line in lines] for lines in (kept, among, alone)]
    assert named[1] == named[2] == named[0][: len(named[1])] == ["Ida Berg; Omar Diallo", "Norway", "EU; Norway"]
    assert named[0][len(named[1]) :][:4] == ["Fiji", "Norway", "SMITH", None]


def test_a_named_speaker_leaves_nothing_to_look_at(bulletins: Path) -> None:
    assert "nobody knows" not in run("check", bulletins, cwd=bulletins).stdout


def test_a_question_that_is_not_there_is_answered_with_the_nearest(seeds_folder: Path) -> None:
    done = run("ask", "panelists", "--corpus", seeds_folder, cwd=seeds_folder)
    assert done.returncode == 6
    assert "panellists" in done.stderr


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_an_export_is_the_same_twice(form: str, seeds_folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("export", "--format", form, "--output", tmp_path / name, "--corpus", seeds_folder, cwd=tmp_path).returncode == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one").stat().st_size > 100_000


def test_what_has_not_been_built_says_how_to_build_it(tmp_path: Path) -> None:
    run("new", "lakes", "--title", "Mountain lakes", cwd=tmp_path)
    for command in (("check", "lakes"), ("export", "--corpus", "lakes"), ("query", "ASK {}", "--corpus", "lakes")):
        done = run(*command, cwd=tmp_path)
        assert done.returncode == 5
        assert "travaux build" in done.stderr


def test_explore_serves_the_layers_chosen_until_it_is_interrupted(seeds_folder: Path, tmp_path: Path) -> None:
    extracted = "ASK { GRAPH ?layer { ?x a trv:Statement } FILTER(CONTAINS(STR(?layer), '/extracted/')) }"
    with serving_travaux("explore", seeds_folder, "--layer", "reviewed", "--no-open", "--port", "0", cwd=tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        answer = httpx.get(f"{address}/sparql", params={"query": extracted})
        assert answer.json()["boolean"] is False

"""``travaux import responses``: what it guesses and says, what it refuses, and what a build makes of it."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hostile_corpus import HOSTILE
from killing import KilledError, killed_after
from travaux.cli import travaux
from travaux.errors import TravauxError
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.pipeline.build import build
from travaux.pipeline.desk import Draft, open_desk
from travaux.pipeline.responses import import_responses
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.reading.responses.planning import Wanted
from travaux.views.explorer import Explorer

Q1 = "Q1. What would you propose so that regular measurements of lakes become usual?"
ANSWER = "We support regular measurements.\n\nArticle 7 should be deleted."
ROWS = [
    ["ID", "Name", "Organisation", "E-mail", Q1, "Question 2"],
    [
        "1",
        "Ada Brook",
        "Lake Watch Network (LWN)",
        "ada@example.org",
        ANSWER,
        "",
    ],
    ["2", "", "", "x@example.org", "Thank you for asking.", "The registry must not be public."],
    ["3", "Norway", "", "", "Several fishers complained about motor boats.", f"We call for more {HOSTILE}."],
]


def write(path: Path, rows: list[list[str]]) -> Path:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    path.write_text(written.getvalue(), encoding="utf-8", newline="")
    return path


def take(folder: Path, file: Path, *options: str) -> Result:
    arguments = ["import", "responses", str(file), "--corpus", str(folder), "--consultation", "first-workshop", *options]
    return CliRunner().invoke(travaux, arguments)


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a corpus but what was built."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".travaux" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    """A corpus with a report and a concept note, not built."""
    folder = tmp_path / "lakes"
    folder.mkdir()
    (folder / "documents").mkdir()
    (folder / "corpus.toml").write_text(
        'name = "lakes"\ntitle = "Lakes"\nbase = "https://example.org/lakes/"  # for good\n\n[[consultations]]\nname = "first-workshop"\n'
        'title = "First workshop"\nfirst_day = 2023-06-20\nlast_day = 2023-06-21\n',
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def built(furnished_lakes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The furnished corpus with answers, built."""
    folder = Path(shutil.copytree(furnished_lakes, tmp_path_factory.mktemp("answers") / "lakes"))
    done = take(folder, write(folder.parent / "survey.csv", ROWS))
    assert done.exit_code == 0, done.output
    build(folder)
    return folder


@pytest.fixture(scope="module")
def store(built: Path) -> Iterator[Store]:
    with open_store(build(built).generation.store, read_only=True) as opened:
        yield opened


def test_it_tells_what_it_guessed_and_copies_byte_for_byte(lakes: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "survey.csv", ROWS)
    before = held(lakes)
    planned = take(lakes, file, "--dry-run")
    assert (
        "Would change: survey: 5 answers of 3 respondents (2 named, 1 without a name) to 2 questions of the table itself." in planned.output
    )
    assert held(lakes) == before
    done = take(lakes, file)
    assert done.exit_code == 0
    assert "Guessed respondent: column 'Name'" in done.output
    assert "Not read: 'ID', 'E-mail'. They stay in the copy of the file; --anonymous leaves them out." in done.output
    assert (lakes / "documents" / "survey.csv").read_bytes() == file.read_bytes()
    assert "# for good" in (lakes / "corpus.toml").read_text("utf-8")
    columns = read_corpus(lakes).documents[0].columns
    assert columns is not None
    assert [one.number for one in columns.questions] == ["survey-1", "survey-2"]


def test_the_same_file_again_changes_nothing_and_another_takes_its_place(lakes: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "survey.csv", ROWS)
    take(lakes, file)
    before = held(lakes)
    again = take(lakes, file)
    assert (again.exit_code, held(lakes)) == (0, before)
    assert "Nothing to change; unchanged: survey: 5 answers" in again.output
    file = write(tmp_path / "survey.csv", ROWS[:3])
    assert "a file of this name is there already" in str(take(lakes, file).exception)
    assert held(lakes) == before
    assert "Changed: survey: 3 answers" in take(lakes, file, "--update").output
    assert (lakes / "documents" / "survey.csv").read_bytes() == file.read_bytes()


def test_without_names_nothing_of_them_is_kept(lakes: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "survey.csv", ROWS)
    done = take(lakes, file, "--anonymous")
    assert "(0 named, 3 without a name)" in done.output
    kept = b"".join(held(lakes).values())
    assert not any(word in kept for word in (b"Ada", b"ada@", b"Lake Watch", b"Norway", b"E-mail"))
    assert "Nothing to change" in take(lakes, file, "--anonymous").output


@pytest.mark.parametrize(
    ("rows", "options", "what"),
    [
        ([], (), "table is empty"),
        ([["Q1"]], (), "no answers"),
        ([["Q1"], ["a"], ["b"]], ("--respondent", "Name"), "lacks the column Name"),
        ([["Name", "Q1"], ["Peru", "a"], ["Peru", "b"]], (), "row 3, column Q1"),
        ([["Q1"], ["a"]], ("--questions-of", "note"), "no concept note 'note'"),
        ([["Mail", "Q1"], ["a", "b"]], ("--respondent", "Q1", "--answers", "Q1"), "named for two things"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_taken(
    lakes: Path, tmp_path: Path, rows: list[list[str]], options: tuple[str, ...], what: str
) -> None:
    before = held(lakes)
    done = take(lakes, write(tmp_path / "survey.csv", rows), *options)
    assert isinstance(done.exception, TravauxError)
    assert what in str(done.exception)
    assert held(lakes) == before


def test_an_unknown_consultation_bytes_that_are_no_text_and_a_table_given_to_add_are_refused(lakes: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "survey.csv", ROWS)
    arguments = ["import", "responses", str(file), "--corpus", str(lakes), "--consultation", "second"]
    assert "Known: first-workshop." in str(CliRunner().invoke(travaux, arguments).exception)
    file.write_bytes("Q1\nÄrger".encode("latin-1"))
    assert "not valid UTF-8" in str(take(lakes, file).exception)
    assert "travaux import responses" in str(CliRunner().invoke(travaux, ["add", str(file), "--corpus", str(lakes)]).exception)


def test_a_build_reads_the_answers_as_statements_of_respondents(built: Path, store: Store) -> None:
    rows = store.select(
        "PREFIX trv: <https://w3id.org/travaux/ontology#> SELECT ?quote ?phrase ?who ?number ?cell WHERE { ?said a trv:Statement ; "
        "trv:span/trv:quote ?quote ; trv:speaker ?voice ; trv:question/trv:number ?number ; trv:paragraph/trv:response/trv:cell ?cell . "
        "?voice trv:phrase ?phrase ; trv:respondent ?who } ORDER BY ?quote"
    ).rows
    assert [(quote, phrase, number, str(cell)[:5]) for quote, phrase, _, number, cell in rows if "more" not in str(quote)] == [
        ("Article 7 should be deleted", "Ada Brook, Lake Watch Network (LWN)", "1", "row 2"),
        ("The registry must not be public", "Respondent 2", "2", "row 5"),
        ("regular measurements", "Ada Brook, Lake Watch Network (LWN)", "1", "row 2"),
    ]
    checked = CliRunner().invoke(travaux, ["check", str(built)])
    assert checked.exit_code == 0, checked.output
    assert build(built).changed is False


def test_pages_show_the_answers_and_hostile_ones_stay_text(built: Path, store: Store) -> None:
    explorer = Explorer(store, read_corpus(built))
    page = explorer.html("/document/survey")
    assert '<h2 id="respondent-' in page
    assert '<h3 id="response-' in page
    assert "<script>window" not in page
    assert "Respondent 2" in explorer.html("/document/note/question/2")
    assert "regular measurements" in explorer.html("/organization/lake-watch-network")


def test_a_decision_on_an_answer_keeps_its_respondent(built: Path) -> None:
    with open_desk(built) as desk:
        item = next(one for one in desk.items() if one.fields["quote"] == "The registry must not be public")
        draft = Draft(key=item.key, expected=item.version, decision=ReviewStatus.ACCEPTED, fields=item.fields)
        desk.decide("anna", "survey", [draft])
    with open_store(build(built).generation.store, read_only=True) as opened:
        accepted = "<https://w3id.org/travaux/scheme/review-status/accepted>"
        asked = f"PREFIX trv: <https://w3id.org/travaux/ontology#> ASK {{ ?said trv:review {accepted} ; "
        assert opened.ask(asked + 'trv:speaker [ trv:phrase "Respondent 2" ; trv:respondent ?who ] }')


def test_a_consultation_that_is_not_described_is_told_with_the_lines_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert CliRunner().invoke(travaux, ["new", str(folder), "--title", "New"]).exit_code == 0
    file = write(tmp_path / "survey.csv", ROWS[:2])
    with pytest.raises(TravauxError) as refused:
        import_responses(folder, file, "first-consultation", Wanted())
    lines = [line.strip() for line in (refused.value.hint or "").splitlines()[1:]]
    assert (lines[0], len(lines)) == ("[[consultations]]", 5)
    with (folder / "corpus.toml").open("a", encoding="utf-8") as description:
        description.write("\n".join(("", *lines, "")))
    assert import_responses(folder, file, "first-consultation", Wanted()).answers == 1


def test_rows_without_an_answer_and_a_title_made_from_the_name_are_told(lakes: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "wide.csv", [*ROWS[:2], ["9", "Tom Field", "", "", "", ""]])
    told = take(lakes, file, "--dry-run").output
    assert "1 row without an answer is not taken." in told
    assert "cited as 'Wide'" in told
    assert "cited as" not in take(lakes, file, "--dry-run", "--title", "Survey on lakes").output


@pytest.mark.parametrize("form", ["positions", "themes"])
def test_speakers_without_a_name_are_respondents_where_actors_are_listed(built: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "actors.csv"
    done = CliRunner().invoke(travaux, ["export", "discourse", "--format", form, "--corpus", str(built), "-o", str(target)])
    assert done.exit_code == 0, done.output
    if form == "positions":
        rows = csv.DictReader(io.StringIO(target.read_text("utf-8-sig")), delimiter=";")
        assert "respondent" in {row["actor kind"] for row in rows}


def test_answers_are_documents_of_akoma_ntoso_too(built: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(travaux, ["export", "akoma-ntoso", str(tmp_path / "akn"), "--corpus", str(built)])
    assert done.exit_code == 0, done.output
    assert "The registry must not be public" in "".join(path.read_text("utf-8") for path in (tmp_path / "akn").rglob("*survey*.xml"))


def test_imports_at_once_all_arrive(lakes: Path) -> None:
    def add(number: int) -> None:
        file = write(lakes.parent / f"par{number}.csv", [["Name", "Q1"], ["Ada", f"We support lake {number}."]])
        import_responses(lakes, file, "first-workshop", Wanted())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(4)))
    assert len(read_corpus(lakes).documents) == 4


@pytest.mark.parametrize("update", [False, True])
def test_after_a_kill_the_same_import_ends_well(lakes: Path, *, update: bool) -> None:
    options = ["--name", "surv", *(["--update"] * update)]
    if update:
        take(lakes, write(lakes.parent / "old.csv", [["Name", "Q1"], ["Ada", "We support lakes."]]), "--name", "surv")
    file = write(lakes.parent / "surv.csv", [["Name", "Q1"], ["Ada", "We oppose lakes."]])
    for renames in range(1, 6):
        folder = Path(shutil.copytree(lakes, lakes.parent / str(renames)))
        with killed_after(renames) as done:
            take(folder, file, *options)
        assert len(done) == renames
        again = take(folder, file, *options)
        assert again.exit_code == 0, again.output
        assert ("Nothing to change" in again.output) == ("journal.json" in done)
        (one,) = read_corpus(folder).documents
        assert b"oppose" in (folder / one.file).read_bytes()
        assert not update or hashlib.sha256((folder / one.file).read_bytes()).hexdigest() == one.checksum


@pytest.mark.parametrize("killed", [False, True])
def test_after_an_import_without_names_no_build_holds_them(lakes: Path, monkeypatch: pytest.MonkeyPatch, *, killed: bool) -> None:
    file = write(lakes.parent / "an.csv", [["Name", "Email", "Q1"], ["Zyxwanna Quux", "zq@leak.example", "We support lakes."]])
    take(lakes, file)
    build(lakes)
    told = take(lakes, file, "--anonymous", "--update").output
    assert "the next build removes the builds that hold them" in told
    assert "history of git" in told
    assert any(names_in(lakes))
    if killed:
        with monkeypatch.context() as patch:
            patch.setattr("travaux.pipeline.build.forget", _die)
            with pytest.raises(KilledError):
                build(lakes)
        (lakes / ".travaux" / "generations" / ".new-killed").mkdir()
        (lakes / ".travaux" / "generations" / ".new-killed" / "store").write_text("Zyxwanna")
        assert any(names_in(lakes))
    assert build(lakes).changed == (not killed)
    assert not list(names_in(lakes))
    assert not build(lakes).changed


def _die(*_: object) -> None:
    raise KilledError


def names_in(folder: Path) -> Iterator[Path]:
    """Every file of a corpus that holds a name or an address, in whatever writing."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return (path for path in files if re.search(rb"(?i)zyxwanna|zq@leak", path.read_bytes()))

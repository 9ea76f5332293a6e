import datetime as dt
import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from killing import killed_after
from travaux.errors import CorpusError, DocumentError, FileError
from travaux.model.schemes import DocumentKind
from travaux.reading.corpus import read_corpus
from travaux.reading.corpus_edit import add_document, new_corpus


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def corpus_folder(tmp_path: Path) -> Path:
    return new_corpus(tmp_path / "river", "Treaty on the River").folder


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "First Report.TXT"
    file.write_bytes(b"1. Speakers agreed.\r\n")
    return file


def test_a_new_corpus_can_be_read_and_tells_its_author_what_to_do(corpus_folder: Path) -> None:
    corpus = read_corpus(corpus_folder)
    assert (corpus.name, corpus.title) == ("treaty-on-the-river", "Treaty on the River")
    assert corpus.base == "https://w3id.org/travaux/corpus/treaty-on-the-river/"
    assert "# [[consultations]]" in (corpus_folder / "corpus.toml").read_text()
    assert (corpus_folder / "documents").is_dir()


@pytest.mark.parametrize("title", ['A "quoted" title', "back\\slash", "Négociations été 2023", "{braces}"])
def test_any_title_is_written_so_that_it_reads_the_same(tmp_path: Path, title: str) -> None:
    assert new_corpus(tmp_path / "c", title).title == title


def test_a_title_without_latin_letters_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no name"):
        new_corpus(tmp_path / "c", "条约")
    assert not (tmp_path / "c").exists()
    assert new_corpus(tmp_path / "c", "条约", name="treaty").name == "treaty"


def test_an_unusable_name_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="not a name"):
        new_corpus(tmp_path / "c", "Title", name="Not A Name")
    assert not (tmp_path / "c").exists()


def test_a_corpus_is_never_made_over_another(corpus_folder: Path) -> None:
    before = snapshot(corpus_folder)
    with pytest.raises(CorpusError, match="already"):
        new_corpus(corpus_folder, "Other")
    assert snapshot(corpus_folder) == before


def test_an_added_document_is_copied_byte_for_byte_and_described(corpus_folder: Path, report: Path) -> None:
    document = add_document(corpus_folder, report, title="Report", kind=DocumentKind.REPORT, date=dt.date(2023, 7, 13))
    assert document.id == "document/first-report"
    assert document.file == "documents/first-report.txt"
    assert (corpus_folder / document.file).read_bytes() == report.read_bytes()
    assert document.checksum == hashlib.sha256(report.read_bytes()).hexdigest()
    assert read_corpus(corpus_folder).documents == (document,)


def test_adding_keeps_every_character_that_stood_there(corpus_folder: Path, report: Path) -> None:
    file = corpus_folder / "corpus.toml"
    file.write_text(file.read_text() + "\n# my own remark\n")
    before = file.read_text()
    add_document(corpus_folder, report)
    report.write_bytes(b"1. Speakers agreed again.\r\n")
    add_document(corpus_folder, report, name="second")
    assert file.read_text().startswith(before)
    assert [document.name for document in read_corpus(corpus_folder).documents] == ["first-report", "second"]


@pytest.mark.parametrize(
    "documents", ["documents = []\n", 'documents = [{ name = "a", title = "A", kind = "other", file = "a.txt", checksum = "%s" }]\n']
)
def test_documents_may_be_written_as_an_inline_list(tmp_path: Path, report: Path, documents: str) -> None:
    text = 'name = "c"\ntitle = "C"\nbase = "https://example.org/"\n' + documents.replace("%s", "0" * 64)
    (tmp_path / "corpus.toml").write_text(text)
    add_document(tmp_path, report, name="new")
    assert read_corpus(tmp_path).documents[-1].name == "new"


def test_tables_in_any_order_lose_nothing(tmp_path: Path, report: Path) -> None:
    document = '[[documents]] # %s\nname = "%s"\ntitle = "T"\nkind = "other"\nfile = "%s.txt"\nchecksum = "' + "0" * 64 + '"\n'
    meeting = '[[consultations]]\nname = "m"\ntitle = "M"\nfirst_day = 2023-01-01\nlast_day = 2023-01-01\n'
    head = 'name = "c"\ntitle = "C"\nbase = "https://example.org/"\n'
    text = head + document % ("one", "a", "a") + meeting + "# between\n" + document % ("two", "b", "b") + "# the end\n"
    (tmp_path / "corpus.toml").write_text(text)
    before = read_corpus(tmp_path)
    try:
        add_document(tmp_path, report, name="new")
    except CorpusError as error:
        assert "by hand" in (error.hint or "")  # noqa: PT017
        assert read_corpus(tmp_path) == before
    else:
        after = read_corpus(tmp_path)
        assert (after.documents[:-1], after.consultations) == (before.documents, before.consultations)
        assert "# between" in (tmp_path / "corpus.toml").read_text()


def test_a_file_in_the_corpus_stays_where_it_is(corpus_folder: Path) -> None:
    (corpus_folder / "own").mkdir()
    (corpus_folder / "own" / "Note.md").write_text("# Note")
    assert add_document(corpus_folder, corpus_folder / "own" / "Note.md").file == "own/Note.md"
    assert not list((corpus_folder / "documents").iterdir())


def test_nothing_is_overwritten(corpus_folder: Path, report: Path) -> None:
    (corpus_folder / "documents" / "first-report.txt").write_text("somebody else's")
    before = snapshot(corpus_folder)
    with pytest.raises(CorpusError, match="there already"):
        add_document(corpus_folder, report)
    assert snapshot(corpus_folder) == before


def test_a_refused_document_changes_nothing(corpus_folder: Path, report: Path) -> None:
    add_document(corpus_folder, report)
    before = snapshot(corpus_folder)
    with pytest.raises(CorpusError, match="no consultation 'fifth'"):
        add_document(corpus_folder, report, name="again", consultation="fifth")
    with pytest.raises(CorpusError, match="not a name"):
        add_document(corpus_folder, report, name="../again")
    with pytest.raises(CorpusError, match="taken by"):
        add_document(corpus_folder, corpus_folder / "documents" / "first-report.txt")
    with pytest.raises(DocumentError):
        add_document(corpus_folder, corpus_folder / "missing.txt")
    with pytest.raises(CorpusError, match="already, as 'first-report'"):
        add_document(corpus_folder, report, name="again")
    assert snapshot(corpus_folder) == before


def test_if_the_description_cannot_be_written_the_copy_is_taken_back(
    corpus_folder: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(corpus_folder)
    move = Path.replace

    def fail_on_description(self: Path, target: Path) -> Path:
        if Path(target).name == "corpus.toml":
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fail_on_description)
    with pytest.raises(FileError, match="No space left"):
        add_document(corpus_folder, report)
    assert snapshot(corpus_folder) == before


def test_an_update_renews_the_checksum_and_keeps_the_rest(corpus_folder: Path, report: Path) -> None:
    before = add_document(corpus_folder, report, title="Report", kind=DocumentKind.REPORT)
    stored = corpus_folder / before.file
    stored.write_text("corrected")
    after = add_document(corpus_folder, stored, update=True)
    assert after.checksum == hashlib.sha256(b"corrected").hexdigest()
    assert (after.name, after.title, after.kind, after.file) == (before.name, before.title, before.kind, before.file)


def test_an_update_from_another_place_replaces_the_stored_file(corpus_folder: Path, report: Path) -> None:
    add_document(corpus_folder, report)
    report.write_text("new version")
    document = add_document(corpus_folder, report, update=True, symbol="A/1")
    assert (corpus_folder / document.file).read_text() == "new version"
    assert document.symbol == "A/1"
    assert len(read_corpus(corpus_folder).documents) == 1


def test_an_update_needs_a_document_of_the_same_format(corpus_folder: Path, report: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="has no document 'first-report'"):
        add_document(corpus_folder, report, update=True)
    add_document(corpus_folder, report)
    other = tmp_path / "first-report.pdf"
    other.write_bytes(b"%PDF")
    with pytest.raises(CorpusError, match="another format"):
        add_document(corpus_folder, other, update=True)


def test_a_new_corpus_tells_git_what_to_leave_out_and_how_to_merge_decisions(tmp_path: Path) -> None:
    new_corpus(tmp_path / "lakes", "Lakes")
    assert "review/**/*.toml text eol=lf merge=union" in (tmp_path / "lakes" / ".gitattributes").read_text("utf-8").splitlines()
    assert ".travaux/" in (tmp_path / "lakes" / ".gitignore").read_text("utf-8").splitlines()


def test_what_git_is_told_already_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", "utf-8")
    new_corpus(tmp_path, "Lakes")
    assert (tmp_path / ".gitignore").read_text("utf-8") == "mine\n"


def test_documents_added_at_once_are_all_described(corpus_folder: Path, tmp_path: Path) -> None:
    def add(number: int) -> None:
        file = tmp_path / f"report-{number}.txt"
        file.write_text(f"1. Speaker {number} agreed.")
        add_document(corpus_folder, file)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(8)))
    assert sorted(one.name for one in read_corpus(corpus_folder).documents) == [f"report-{number}" for number in range(8)]


def test_a_corpus_that_is_made_by_several_at_once_is_made_by_one(tmp_path: Path) -> None:
    def make(number: int) -> bool:
        try:
            return new_corpus(tmp_path / "c", f"Title {number}") is not None
        except CorpusError:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(make, range(8))) == 1


@pytest.mark.parametrize("update", [False, True])
def test_an_addition_or_update_that_is_killed_is_made_whole_or_not_at_all(corpus_folder: Path, report: Path, *, update: bool) -> None:
    if update:
        add_document(corpus_folder, report)
        report.write_bytes(b"1. Speakers disagreed.")
    before = snapshot(corpus_folder)
    kept = corpus_folder.parent / "kept"
    seen = set()
    for renames in range(1, 6):
        folder = Path(shutil.copytree(corpus_folder, kept / str(renames)))
        with killed_after(renames) as done:
            add_document(folder, report, update=update)
        assert len(done) == renames
        documents = read_corpus(folder).documents
        now = snapshot(folder)
        whole = "journal.json" in done
        seen.add(whole)
        assert (now != before) == whole
        for document in documents:
            assert hashlib.sha256((folder / document.file).read_bytes()).hexdigest() == document.checksum
        assert len(now) == len(before) + (whole and not update)
    assert seen == {True, False}


def test_a_copy_that_nothing_describes_is_taken_for_ours_if_it_is_the_same(corpus_folder: Path, report: Path) -> None:
    left = corpus_folder / "documents" / "first-report.txt"
    left.write_bytes(b"something else")
    with pytest.raises(CorpusError, match="there already"):
        add_document(corpus_folder, report)
    left.write_bytes(report.read_bytes())
    assert add_document(corpus_folder, report).file == "documents/first-report.txt"
    with pytest.raises(CorpusError, match="already, as 'first-report'"):
        add_document(corpus_folder, report, name="other")


def test_a_folder_that_may_not_be_written_is_told(corpus_folder: Path, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(corpus_folder)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)  # the superuser, who may run the tests, is never refused
    with pytest.raises(FileError, match="the corpus cannot be written: Permission denied"):
        add_document(corpus_folder, report)
    assert snapshot(corpus_folder) == before


def test_a_link_to_a_file_is_copied_as_the_file(corpus_folder: Path, report: Path) -> None:
    link = report.with_name("link.txt")
    link.symlink_to(report)
    stored = corpus_folder / add_document(corpus_folder, link).file
    assert not stored.is_symlink()
    assert stored.read_bytes() == report.read_bytes()

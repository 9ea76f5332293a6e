import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.errors import CorpusError
from travaux.model.schemes import DocumentKind, InstrumentStatus, Mode
from travaux.reading.corpus import read_corpus, to_corpus
from travaux.reading.toml import MOST_BYTES
from travaux.resources import seeds_folder

SEEDS = (seeds_folder() / "corpus.toml").read_bytes()
SMALL = """
name = "river"
title = "The river"
base = "https://example.org/river/"

[[instruments]]
name = "draft"
title = "Draft"
version_of = "The river"
status = "draft"

[[consultations]]
name = "first"
title = "First consultation"
first_day = 2023-06-20
last_day = 2023-06-21
instrument = "draft"

[[documents]]
name = "report"
title = "Report"
kind = "report"
file = "documents/report.txt"
checksum = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
consultation = "first"
"""


def describe(folder: Path, text: str | bytes) -> Path:
    (folder / "corpus.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def refusal(folder: Path, old: str, new: str) -> CorpusError:
    assert SMALL.count(old) == 1, "the test must change one place"
    with pytest.raises(CorpusError) as caught:
        read_corpus(describe(folder, SMALL.replace(old, new)))
    return caught.value


def test_the_seeds_are_described_with_their_identifiers() -> None:
    corpus = read_corpus(seeds_folder())
    assert corpus.name == "cybercrime-convention"
    assert corpus.base == "https://w3id.org/travaux/corpus/cybercrime-convention/"
    assert [instrument.id for instrument in corpus.instruments] == ["instrument/draft", "instrument/adopted"]
    assert [instrument.status for instrument in corpus.instruments] == [InstrumentStatus.DRAFT, InstrumentStatus.ADOPTED]
    assert [instrument.order for instrument in corpus.instruments] == [1, 2]
    assert {document.id for document in corpus.documents} == {
        "document/fifth-consultation-concept-note",
        "document/fifth-consultation-report",
        "document/second-consultation-report",
    }
    assert [document.kind for document in corpus.documents].count(DocumentKind.REPORT) == 2


def test_the_consultations_of_the_seeds_have_their_days_sessions_and_instrument() -> None:
    second, fifth = read_corpus(seeds_folder()).consultations
    assert (second.first_day, second.last_day) == (dt.date(2022, 6, 13), dt.date(2022, 6, 14))
    assert (fifth.first_day, fifth.last_day) == (dt.date(2023, 6, 20), dt.date(2023, 6, 21))
    assert (second.session, fifth.session) == ("third session", "sixth session")
    assert (second.instrument, fifth.instrument) == (None, "instrument/draft")
    assert {second.mode, fifth.mode} == {Mode.HYBRID}
    assert {second.mandate, fifth.mandate} == {"A/RES/75/282"}


def test_the_checksums_of_the_seeds_are_those_of_their_files() -> None:
    corpus = read_corpus(seeds_folder())
    for document in corpus.documents:
        assert hashlib.sha256((corpus.folder / document.file).read_bytes()).hexdigest() == document.checksum


def test_a_corpus_may_have_no_documents_yet(tmp_path: Path) -> None:
    corpus = read_corpus(describe(tmp_path, 'name = "new"\ntitle = "New"\nbase = "http://example.org/new#"\n'))
    assert (corpus.instruments, corpus.consultations, corpus.documents) == ((), (), ())


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read_corpus(describe(tmp_path, b"\xef\xbb\xbf" + SMALL.encode())).name == "river"


def test_a_folder_without_a_description_is_no_corpus(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(CorpusError, match=r"no corpus\.toml") as caught:
            read_corpus(folder)
        assert "travaux new" in (caught.value.hint or "")


def test_broken_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    error = refusal(tmp_path, 'title = "The river"', 'title = "The river')
    assert "line 3, column" in (error.where or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"name = 'a'\n\xff\n", "line 2"),
        (b"x = " + b"[" * 100_000, "nested too deeply"),
        (b"x = " + b"9" * 10_000, "not valid TOML"),
        (b"#" * (MOST_BYTES + 1), "larger than"),
    ],
    ids=["not UTF-8", "deep", "long number", "huge"],
)
def test_what_cannot_be_parsed_is_an_error_for_users(tmp_path: Path, text: bytes, expected: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_corpus(describe(tmp_path, text))
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('title = "Report"', 'titel = "Report"', "documents[1].titel", "did you mean 'title'?"),
        ('kind = "report"', 'kind = "reprot"', "documents[1].kind", "did you mean 'report'?"),
        ('name = "report"', 'name = "Report 1"', "documents[1].name", "lower-case"),
        ('name = "report"', 'name = "first"', "documents[1].name", "taken by consultations[1]"),
        ("first_day = 2023-06-20", 'first_day = "2023-06-20"', "consultations[1].first_day", "without quotes"),
        ("first_day = 2023-06-20", "first_day = 2023-06-20T10:00:00", "consultations[1].first_day", "not a date"),
        ("last_day = 2023-06-21", "last_day = 2023-06-19", "consultations[1].last_day", "before the first day"),
        ('instrument = "draft"', 'instrument = "daft"', "consultations[1].instrument", "did you mean 'draft'?"),
        ('consultation = "first"', 'consultation = "other"', "documents[1].consultation", "no consultation 'other'"),
        ('checksum = "2cf', 'checksum = "2cF', "documents[1].checksum", "64 digits"),
        ('base = "https://example.org/river/"', 'base = "https://example.org/river"', "base", "ends in / or #"),
        ('base = "https://example.org/river/"', 'base = "river/"', "base", "https://"),
        ('base = "https://example.org/river/"', 'base = "https:///"', "base", "https://"),
        ('title = "The river"', 'title = " "', "title", "empty"),
        ('title = "The river"', 'title = "\\u0000"', "title", "control characters"),
        ('name = "draft"', 'name = "process"', "instruments[1].name", "cannot have this name"),
    ],
)
def test_a_mistake_is_told_with_its_key_and_what_to_do(tmp_path: Path, old: str, new: str, key: str, expected: str) -> None:
    message = str(refusal(tmp_path, old, new))
    assert f"{tmp_path / 'corpus.toml'}: {key}" in message
    assert expected in message


@pytest.mark.parametrize("file", ["../report.txt", "/etc/passwd", "documents/../../x", "C:/x.txt", "a\\\\b.txt", ".", "a//b", "./a.txt"])
def test_a_document_cannot_lie_outside_of_the_corpus(tmp_path: Path, file: str) -> None:
    error = refusal(tmp_path, "documents/report.txt", file)
    assert "documents[1].file" in (error.where or "")


def test_a_link_that_leads_out_of_the_corpus_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    (folder / "documents").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "documents" / "report.txt").symlink_to("../../secret.txt")
    with pytest.raises(CorpusError, match="leads out"):
        read_corpus(describe(folder, SMALL))


def test_a_link_in_a_circle_does_not_disturb_the_description(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "report.txt").symlink_to("report.txt")
    assert read_corpus(describe(tmp_path, SMALL)).documents[0].file == "documents/report.txt"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("title", "titel").replace('"draft"', '"Draft"').replace("2023-06-21", "2023-06-01").replace("documents/", "../")
    with pytest.raises(CorpusError) as caught:
        read_corpus(describe(tmp_path, text))
    message = str(caught.value)
    for key in ("title", "titel", "instruments[1].name", "consultations[1].last_day", "documents[1].file", "documents[1].titel"):
        assert f"corpus.toml: {key}" in message


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_change_of_bytes_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SEEDS)))
    end = data.draw(st.integers(start, min(len(SEEDS), start + 40)))
    inserted = data.draw(
        st.one_of(st.binary(max_size=12), st.sampled_from([b"[[documents]]\n", b"=", b'"', b"'''", b"[", b"{", b"\n\n", b"= 1\n"]))
    )
    folder = tmp_path_factory.mktemp("corpus")
    try:
        corpus = read_corpus(describe(folder, SEEDS[:start] + inserted + SEEDS[end:]))
    except CorpusError as error:
        assert error.where or "mistakes" in error.what  # noqa: PT017
    else:
        assert corpus.name


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "title", "file", "kind", "first_day", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    data=st.dictionaries(st.sampled_from(["name", "title", "base", "instruments", "consultations", "documents", "x"]), VALUES, max_size=6)
)
@settings(max_examples=150, deadline=None)
def test_no_content_of_the_description_crashes_the_reader(data: dict[str, Any]) -> None:
    try:
        corpus = to_corpus(data, Path("nowhere"))
    except CorpusError as error:
        assert "corpus.toml" in str(error)  # noqa: PT017
    else:
        assert corpus.name == data["name"]

"""Documents go out as Akoma Ntoso with every word, and their structure comes back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from travaux.exchange.akoma_ntoso.naming import ElementNames, to_language
from travaux.exchange.akoma_ntoso.reading import MarkedUp, read_akoma_ntoso
from travaux.exchange.akoma_ntoso.words import CONTROL, CROSSING, MARKS, Place, Writer, paragraphs_of
from travaux.exchange.akoma_ntoso.writing import UNDATED, write_documents
from travaux.exchange.material import Loss, Material
from travaux.model.document import Paragraph, Reference, Section
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records
from travaux.reading.formats import read_source
from travaux.reading.formats.akoma_ntoso import text_of

NOTE, REPORT = "fifth-consultation-concept-note", "fifth-consultation-report"


@pytest.fixture(scope="module")
def material(built_seeds: Build, stored_seeds: Store) -> Material:
    return Material(stored_seeds, built_seeds.corpus, built_seeds.generation.folder.name)


@pytest.fixture(scope="module")
def written(material: Material, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Loss, ...]]:
    folder = tmp_path_factory.mktemp("akoma-ntoso")
    return folder, write_documents(material, folder)


def read(folder: Path, name: str) -> MarkedUp:
    file = folder / f"{name}.xml"
    return read_akoma_ntoso(file.read_bytes(), str(file))


def letters(text: str) -> str:
    """Everything but white space and the marks that are left out."""
    return re.sub(r"[\s*\\#]|\]\(#\)|\[", "", text)


def test_every_document_is_a_file_that_says_what_it_is(material: Material, written: tuple[Path, tuple[Loss, ...]]) -> None:
    assert sorted(file.name for file in written[0].iterdir()) == sorted(f"{one.name}.xml" for one in material.corpus.documents)
    report = read(written[0], REPORT)
    assert report.work == f"/akn/un/doc/report/2023-07-13/{REPORT}"
    assert (report.language, report.day) == ("eng", "2023-07-13")
    assert report.iri == f"{material.corpus.base}document/{REPORT}"


def test_every_word_of_every_document_is_there_in_its_order(material: Material, written: tuple[Path, tuple[Loss, ...]]) -> None:
    for document in material.corpus.documents:
        stored = read_source(material.corpus.folder / document.file).text
        assert letters(read(written[0], document.name).text) == letters(stored)


def test_paragraphs_and_sections_come_back_as_they_are_in_the_graph(material: Material, written: tuple[Path, tuple[Loss, ...]]) -> None:
    base = material.corpus.base
    for document in material.corpus.documents:
        back = read(written[0], document.name)
        paragraphs = sorted(find_records(material.store, Paragraph, base, document=document.id), key=lambda one: one.order)
        assert [(one.iri, one.number and one.number.rstrip(".")) for one in back.paragraphs] == [
            (base + one.id, one.number) for one in paragraphs
        ]
        assert [one.section for one in back.paragraphs] == [one.section and base + one.section for one in paragraphs]
        assert [letters(one.text) for one in back.paragraphs] == [letters(one.span.quote) for one in paragraphs]
        sections = sorted(find_records(material.store, Section, base, document=document.id), key=lambda one: one.order)
        assert [(one.iri, one.text) for one in back.sections] == [(base + one.id, one.title) for one in sections]


def test_references_come_back_with_their_words_and_targets(material: Material, written: tuple[Path, tuple[Loss, ...]]) -> None:
    base, document = material.corpus.base, next(one for one in material.corpus.documents if one.name == REPORT)
    found = {one.iri: one for one in read(written[0], REPORT).pointers}
    for reference in find_records(material.store, Reference, base, document=document.id):
        back = found[base + reference.id]
        assert letters(back.text) == letters(reference.span.quote)
        if reference.provision:
            assert (back.kind, back.target) == ("ref", base + reference.provision)
    assert any(one.target == "https://docs.un.org/en/A/RES/75/282" for one in found.values())


def test_what_a_file_points_to_in_itself_is_there_and_no_name_is_given_twice(written: tuple[Path, tuple[Loss, ...]]) -> None:
    for file in written[0].iterdir():
        elements = [one.attrib for one in etree.parse(file).getroot().iter()]
        names = [one["eId"] for one in elements if "eId" in one]
        assert len(names) == len(set(names))
        identifiers = [one["GUID"] for one in elements if "GUID" in one]
        assert len(identifiers) == len(set(identifiers)) > 0
        values = [one[key] for one in elements for key in ("refersTo", "as", "source", "href") if key in one]
        wanted = {one for value in values for one in str(value).split() if one.startswith("#")}
        assert wanted
        assert {one[1:] for one in wanted} <= set(map(str, names))


def test_the_first_lines_say_what_they_are(written: tuple[Path, tuple[Loss, ...]]) -> None:
    root = etree.parse(written[0] / f"{REPORT}.xml").getroot()
    day, title = root.find(".//{*}preface//{*}docDate"), root.find(".//{*}preface//{*}docTitle")
    assert day is not None
    assert day.get("date") == "2023-07-13"
    assert title is not None
    assert text_of(title).startswith("Chair's Report of the Fifth")


def test_losses_are_counted(written: tuple[Path, tuple[Loss, ...]]) -> None:
    assert {loss.what: loss.count for loss in written[1]} == {MARKS: 47, CONTROL: 0, CROSSING: 2, UNDATED: 1}


def test_the_same_graph_gives_the_same_bytes(material: Material, written: tuple[Path, tuple[Loss, ...]], tmp_path: Path) -> None:
    write_documents(material, tmp_path)
    for file in written[0].iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


TEXT = st.text(alphabet=st.sampled_from("ab \n*#[](\\\x00\x0c\ufffe<&"), max_size=60)


@given(text=TEXT, spots=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6))
def test_marked_up_text_is_the_text(text: str, spots: list[tuple[int, int]]) -> None:
    writer = Writer(text, [Place(start, start + length, "inline", {"name": "x"}) for start, length in spots])
    root = etree.Element("p")
    for start, end in paragraphs_of(text, 0, len(text)):
        writer.write(root, start, end)
    back = text_of(etree.fromstring(etree.tostring(root)))
    assert letters(back).replace("\ufffd", "") == letters(re.sub("[\x00\x0c\ufffe]", "", text))
    writer.count_left()
    assert writer.lost[CROSSING] + len(list(root.iter("{*}inline"))) == len(spots)


@given(
    st.lists(st.tuples(st.sampled_from(["para", "p"]), st.sampled_from([None, "1", "1_1", "(", "2(a)"]), st.sampled_from(["", "para_1"])))
)
def test_no_name_is_given_twice(wanted: list[tuple[str, str | None, str]]) -> None:
    names = ElementNames()
    given_names = [names.name(*one) for one in wanted]
    assert len(set(given_names)) == len(given_names)
    assert not any(set(" \t\n") & set(name) for name in given_names)


def test_languages_have_three_letters() -> None:
    assert [to_language(tag) for tag in ("en", "fr", "zh-Hant", "swh", "xx")] == ["eng", "fra", "zho", "swh", "und"]

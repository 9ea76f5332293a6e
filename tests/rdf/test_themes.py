from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode

from travaux.errors import CorpusError
from travaux.rdf.terms import NAMESPACES, RDFS_LABEL
from travaux.rdf.themes import read_themes, theme_quads
from travaux.reading.corpus import read_corpus
from travaux.reading.treaty import read_treaty
from travaux.resources import seeds_folder

FILE = seeds_folder() / "themes.ttl"
CORPUS = read_corpus(seeds_folder())
BASE = CORPUS.base
GRAPH = BASE + "graph/themes"
THEMES = {theme.name: theme for theme in read_themes(FILE, BASE)}
SKOS = NAMESPACES["skos"]

PREFIXES = """
@prefix trv: <https://w3id.org/travaux/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SMALL = (
    PREFIXES
    + """
<theme> a skos:ConceptScheme .
<theme/use> a trv:Theme, skos:Concept ; skos:prefLabel "Use"@en, "Usage"@fr .
<theme/fishing> a trv:Theme, skos:Concept ; skos:prefLabel "Fishing"@en ; skos:altLabel "angling"@en ; skos:broader <theme/use> ;
  trv:signalPhrase "nets" ; trv:negativePhrase "fishing for compliments" ; trv:provision <instrument/draft/article/5> .
"""
)


def written(folder: Path, text: str) -> Path:
    file = folder / "themes.ttl"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_seeds_have_their_themes_with_what_matching_needs() -> None:
    assert len(THEMES) == 52
    theme = THEMES["scope-evidence"]
    assert theme.id == "theme/scope-evidence"
    assert theme.label == "Scope of electronic evidence"
    assert theme.alt_labels == ("collection of evidence in electronic form", "e-evidence", "electronic evidence")
    assert "any criminal offence" in theme.signal_phrases
    assert theme.broader == ("theme/scope",)
    assert theme.related == ("theme/scope-procedural", "theme/serious-crime")
    assert "instrument/draft/article/23" in theme.provisions


def test_eleven_themes_of_the_seeds_stand_at_the_top() -> None:
    tops = {quad.object for quad in theme_quads(FILE, BASE, GRAPH) if quad.predicate.value == SKOS + "hasTopConcept"}
    assert tops == {NamedNode(BASE + theme.id) for theme in THEMES.values() if not theme.broader}
    assert len(tops) == 11


def test_themes_never_link_a_number_of_one_version_to_the_other() -> None:
    provisions = THEMES["other-treaties-offences"].provisions
    assert provisions == ("instrument/adopted/article/4", "instrument/draft/article/17")


def test_every_provision_that_a_theme_names_is_described() -> None:
    known = {provision.id for provision in read_treaty(CORPUS).provisions()}
    named = {provision for theme in THEMES.values() for provision in theme.provisions}
    assert len(named) > 100
    assert named <= known


def test_every_theme_of_the_seeds_is_defined_and_named_once() -> None:
    names = [theme.pref_label for theme in THEMES.values()]
    assert len(set(names)) == len(names)
    assert all(theme.definition for theme in THEMES.values())


def test_the_quads_stand_in_one_graph_sorted_without_blank_nodes_and_are_the_same_each_time() -> None:
    quads = theme_quads(FILE, BASE, GRAPH)
    assert {quad.graph_name for quad in quads} == {NamedNode(GRAPH)}
    assert [str(quad) for quad in quads] == sorted({str(quad) for quad in quads})
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert quads == theme_quads(FILE, BASE, GRAPH)


def test_themes_the_scheme_and_matched_concepts_have_labels_for_pages() -> None:
    labels = {str(quad.subject): str(quad.object) for quad in theme_quads(FILE, BASE, GRAPH) if quad.predicate.value == RDFS_LABEL}
    assert labels[f"<{BASE}theme/mla>"] == '"Mutual legal assistance"'
    assert labels[f"<{BASE}theme>"].startswith('"Themes of the negotiations')
    assert labels["<http://metadata.un.org/thesaurus/1002975>"] == '"HUMAN RIGHTS"'


@pytest.mark.parametrize("base", ["https://example.org/river/", "https://example.org/river#"])
def test_addresses_are_relative_to_whatever_base_the_corpus_has(tmp_path: Path, base: str) -> None:
    file = written(tmp_path, SMALL)
    use, fishing = read_themes(file, base)
    assert (use.id, fishing.broader) == ("theme/use", ("theme/use",))
    assert NamedNode(base + "theme/fishing") in {quad.subject for quad in theme_quads(file, base, base + "graph/themes")}


def test_a_file_that_declares_the_base_of_the_corpus_means_the_same(tmp_path: Path) -> None:
    base = "https://example.org/river/"
    plain = theme_quads(written(tmp_path, SMALL), base, GRAPH)
    assert theme_quads(written(tmp_path, f"@base <{base}> .\n{SMALL}"), base, GRAPH) == plain


def test_phrases_and_the_english_name_are_read(tmp_path: Path) -> None:
    use, fishing = read_themes(written(tmp_path, SMALL), BASE)
    assert use.pref_label == "Use"
    assert (fishing.signal_phrases, fishing.negative_phrases) == (("nets",), ("fishing for compliments",))


def test_a_corpus_may_have_no_thesaurus(tmp_path: Path) -> None:
    assert read_themes(tmp_path / "themes.ttl", BASE) == ()
    assert theme_quads(tmp_path / "themes.ttl", BASE, GRAPH) == []


def test_broken_turtle_is_told_with_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read_themes(written(tmp_path, SMALL.replace('"angling"@en ;', '"angling"@en')), BASE)
    assert "line 7, column" in (caught.value.where or "")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("skos:broader <theme/use>", "skos:broader <theme/us>", "is no theme here"),
        ("skos:broader <theme/use>", "skos:related <theme/us>", "is no theme here"),
        ("skos:broader <theme/use>", "skos:broader <theme/fishing>", "broader than itself"),
        ("skos:broader <theme/use>", "skos:broader <theme/use> ; skos:related <theme/use>", "say one of the two"),
        ('skos:prefLabel "Fishing"@en', 'skos:hiddenLabel "Fishing"@en', "has no skos:prefLabel"),
        ('skos:prefLabel "Fishing"@en', 'skos:prefLabel "Fishing"@en, "Angling"@en', "two names in one language"),
        ('skos:prefLabel "Fishing"@en', "skos:prefLabel <theme/use>", "where text belongs"),
        ("<theme/fishing> a", "<fishing> a", "is not the address of a theme"),
        ("<theme/fishing> a", "<../theme/fishing> a", "leads out of the corpus"),
        ("<theme/fishing> a trv:Theme, skos:Concept", "<theme/fishing> a skos:Concept", "is not a theme"),
        ("<instrument/draft/article/5>", "<article/5>", "write <instrument/name/article/5>"),
        ("<instrument/draft/article/5>", '"draft article 5"', "write <instrument/name/article/5>"),
        ('trv:signalPhrase "nets"', "trv:signalPhrase [ skos:note 1 ]", "has no IRI"),
        ('trv:signalPhrase "nets"', '<nets> "nets"', "declare its prefix"),
        ('trv:signalPhrase "nets"', 'trv:signalPhrase "nets"^^<nets>', "declare its prefix"),
    ],
)
def test_a_mistake_in_the_thesaurus_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert SMALL.count(old) == 1, "the test must change one place"
    with pytest.raises(CorpusError) as caught:
        read_themes(written(tmp_path, SMALL.replace(old, new)), BASE)
    assert expected in str(caught.value)
    assert "themes.invalid" not in str(caught.value)


def test_all_mistakes_of_the_thesaurus_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("skos:broader <theme/use>", "skos:broader <theme/us>").replace("<instrument/draft/article/5>", "<article/5>")
    with pytest.raises(CorpusError, match="2 mistakes"):
        read_themes(written(tmp_path, text), BASE)


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_no_change_of_bytes_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    content = SMALL.encode()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 30)))
    inserted = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from([b"[]", b"()", b"<", b'"', b" . ", b"<<( <a> <b> <c> )>>"])))
    file = tmp_path_factory.getbasetemp() / "themes.ttl"
    file.write_bytes(content[:start] + inserted + content[end:])
    try:
        themes = read_themes(file, BASE)
    except CorpusError as error:
        assert "themes.ttl" in (error.where or "")  # noqa: PT017
    else:
        assert all(theme.pref_label for theme in themes)

"""The ontology with its schemes and alignments is OWL 2 DL and free of contradictions, and the checks notice when it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.system

MERGED = ("travaux.ttl", "schemes.ttl", "alignments.ttl")
PROGRAMS = Path(__file__).parent
OWLAPI = Path("/usr/share/java/owlapi-distribution.jar")
NEEDED_BY_OWLAPI = (
    *("atinject-jsr330-api", "caffeine", "commons-codec", "commons-io", "commons-rdf-api", "guava", "hppcrt"),
    *("httpclient", "httpcore", "jsr305", "slf4j-api", "slf4j-nop", "xz"),
)
SMALL_ONTOLOGY = """
@prefix trv: <https://w3id.org/travaux/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:test> a owl:Ontology .
"""


def missing(what: str) -> None:
    """Skip, but never on a continuous-integration machine: there the program has to be installed."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def java() -> str:
    found = shutil.which("java")
    if not found:
        missing("Java (11 or later)")
    return str(found)


@pytest.fixture(scope="module")
def hermit() -> str:
    """The archive with the reasoner HermiT and an OWL API, as the package owlready2 brings it."""
    package = find_spec("owlready2")
    if not package or not package.origin:
        missing("the Python package owlready2")
        raise AssertionError
    return str(Path(package.origin).parent / "hermit" / "HermiT.jar")


@pytest.fixture(scope="module", params=["the OWL API of HermiT", "the OWL API of Debian"])
def owlapi(request: pytest.FixtureRequest, hermit: str) -> str:
    """Two versions of the OWL API: the newer is stricter about datatypes and comes with Debian's package libowlapi-java."""
    if request.param == "the OWL API of HermiT":
        return hermit
    if not OWLAPI.exists():
        missing("the Debian package libowlapi-java")
    names = (
        "caffeine",
        "guava",
        "commons-io",
        "commons-codec",
        "commons-rdf-api",
        "jsr305",
        "atinject-jsr330-api",
        "slf4j-api",
        "slf4j-nop",
    )
    jars = [OWLAPI, *(OWLAPI.with_name(f"{name}.jar") for name in (*names, "hppcrt", "xz", "httpclient", "httpcore"))]
    return os.pathsep.join(map(str, [*jars, *sorted(OWLAPI.parent.glob("rdf4j-*.jar"))]))


def run(java: str, jars: str, program: str, files: list[Path]) -> list[str]:
    command = [java, "-cp", jars, str(PROGRAMS / program), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603 - our own programs and files
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def merged_with(folder: Path, more: Path, statements: str) -> list[Path]:
    more.write_text(SMALL_ONTOLOGY + statements, encoding="utf-8")
    return [*(folder / name for name in MERGED), more]


def test_the_whole_is_consistent_and_every_class_can_have_members(java: str, hermit: str, folder: Path) -> None:
    assert run(java, hermit, "CheckConsistency.java", [folder / name for name in MERGED]) == ["consistent"]


def test_the_facts_of_the_first_corpus_contradict_nothing(java: str, hermit: str, folder: Path, facts: Path) -> None:
    assert run(java, hermit, "CheckConsistency.java", [*(folder / name for name in MERGED), facts]) == ["consistent"]


def test_a_person_that_is_a_state_is_a_contradiction(java: str, hermit: str, folder: Path, tmp_path: Path) -> None:
    files = merged_with(folder, tmp_path / "more.ttl", "<urn:test:x> a owl:NamedIndividual, trv:Person, trv:State .")
    assert run(java, hermit, "CheckConsistency.java", files) == ["inconsistent"]


def test_a_class_that_can_have_no_members_is_named(java: str, hermit: str, folder: Path, tmp_path: Path) -> None:
    files = merged_with(folder, tmp_path / "more.ttl", "trv:Summit a owl:Class ; rdfs:subClassOf trv:Consultation, trv:Document .")
    assert run(java, hermit, "CheckConsistency.java", files) == ["consistent", "unsatisfiable https://w3id.org/travaux/ontology#Summit"]


def test_alignments_say_what_a_record_is_elsewhere(java: str, hermit: str, folder: Path, tmp_path: Path) -> None:
    statements = """
    trv:kind a owl:ObjectProperty . trv:span a owl:ObjectProperty .
    <urn:test:support> a owl:NamedIndividual, trv:Relation ; trv:kind <https://w3id.org/travaux/scheme/relation-kind/supports> .
    <urn:test:attack> a owl:NamedIndividual, trv:Relation ; trv:kind <https://w3id.org/travaux/scheme/relation-kind/attacks> .
    <urn:test:limit> a owl:NamedIndividual, trv:Relation ; trv:kind <https://w3id.org/travaux/scheme/relation-kind/qualifies> ;
        trv:span <urn:test:span> .
    """
    lines = run(java, hermit, "CheckConsistency.java", merged_with(folder, tmp_path / "more.ttl", statements))
    found = {tuple(line.split()[1:]) for line in lines if line.startswith("type ")}
    aif = "http://www.arg.dundee.ac.uk/aif#"
    assert {pair for pair in found if pair[1].startswith(aif)} == {
        ("urn:test:support", aif + "RA-node"),
        ("urn:test:attack", aif + "CA-node"),
    }
    assert ("urn:test:span", "http://www.w3.org/ns/oa#TextQuoteSelector") in found


def test_the_whole_is_owl_2_dl(java: str, owlapi: str, folder: Path) -> None:
    lines = run(java, owlapi, "CheckProfile.java", [folder / name for name in MERGED])
    assert lines[0].startswith("checked "), lines


def test_what_is_outside_owl_2_dl_is_noticed(java: str, owlapi: str, folder: Path, tmp_path: Path) -> None:
    statements = """
    trv:cue a owl:ObjectProperty .
    trv:Statement rdfs:subClassOf <urn:test:Undeclared> .
    <urn:test:p> a owl:TransitiveProperty, owl:ObjectProperty, owl:FunctionalProperty .
    """
    lines = run(java, owlapi, "CheckProfile.java", merged_with(folder, tmp_path / "more.ttl", statements))
    for words in ("ontology#cue", "urn:test:Undeclared", "urn:test:p"):
        assert any(words in line for line in lines[:-1]), lines


def test_a_range_of_dates_would_leave_owl_2_dl(java: str, owlapi: str, hermit: str, folder: Path, tmp_path: Path) -> None:
    """Why first and last day have no range: OWL 2 has no dates. Only the newer OWL API knows."""
    files = merged_with(folder, tmp_path / "more.ttl", "trv:firstDay a owl:DatatypeProperty ; rdfs:range xsd:date .")
    lines = run(java, owlapi, "CheckProfile.java", files)
    assert any("date" in line for line in lines[:-1]) == (owlapi != hermit)

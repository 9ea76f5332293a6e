"""Validators and readers of others open the package, the citation and the JSON-LD, and find in them what is there."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from commands import run_travaux
from hostile_corpus import write_hostile
from outside_programs import run
from travaux.exchange.graph import write_jsonld, write_nquads
from travaux.exchange.material import Material
from travaux.model.store import Store
from travaux.pipeline.build import Build, build

pytestmark = pytest.mark.outside

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
# The validator fetches the context of RO-Crate at every run; it is given the one that the rocrate package carries.
_VALIDATE = f"""
import io, sys
from email.message import Message
from importlib.resources import files
from urllib.response import addinfourl
import rdflib._networking, rdflib.parser, requests.adapters
from requests import Response
from rocrate_validator import models, services
from urllib3 import HTTPResponse
context = (files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()
def answer(address):
    if address.rstrip("/") != "{_CONTEXT}":
        raise OSError(address)
    return io.BytesIO(context)
def opened(request):
    headers = Message()
    headers["Content-Type"] = "application/ld+json"
    return addinfourl(answer(request.full_url), headers, request.full_url)
def sent(adapter, request, **options):
    response = Response()
    response.raw = HTTPResponse(answer(request.url), status=200, preload_content=False, request_url=request.url)
    response.status_code, response.url, response.request = 200, request.url, request
    response.headers["Content-Type"] = "application/ld+json"
    return response
rdflib._networking._urlopen = rdflib.parser._urlopen = opened
requests.adapters.HTTPAdapter.send = sent
required = models.Severity.REQUIRED
settings = services.ValidationSettings(rocrate_uri=sys.argv[1], profile_identifier="ro-crate-1.1", requirement_severity=required)
result = services.validate(settings)
print(*[issue.message for issue in result.get_issues()], "passed" if result.passed() else "failed", sep="\\n")
"""
_OPEN_CRATE = """
import sys
from rocrate.rocrate import ROCrate
crate = ROCrate(sys.argv[1])
print(crate.name, len(crate.data_entities), crate.root_dataset["author"]["name"], sep="|")
"""
_READ_BIBTEX = """
import json, sys, bibtexparser
library = bibtexparser.parse_file(sys.argv[1])
assert not library.failed_blocks
print(json.dumps({entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}))
"""
_READ_JSONLD = """
import json, sys
from pyld import jsonld
print(jsonld.to_rdf(json.load(open(sys.argv[1], encoding="utf-8")), {"format": "application/n-quads"}), end="")
"""


@pytest.fixture(scope="module")
def package(built_seeds: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages") / "seeds"
    done = run_travaux("export", "package", folder, "--corpus", built_seeds.corpus.folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_crate_is_valid_and_opens(package: Path, readers: Path) -> None:
    assert run(readers, "-c", _VALIDATE, package).splitlines()[-1] == "passed"
    name, entities, author = run(readers, "-c", _OPEN_CRATE, package).strip().split("|")
    assert (name, author) == ("United Nations Convention against Cybercrime: intersessional consultations", "The Travaux contributors")
    assert int(entities) > 20


def test_the_table_is_valid(package: Path, frictionless: Path) -> None:
    assert "INVALID" not in run(frictionless.with_name("frictionless"), "validate", "datapackage.json", cwd=package)


def test_the_citation_is_valid(package: Path, readers: Path) -> None:
    run(readers.with_name("cffconvert"), "--validate", "-i", package / "CITATION.cff")


def test_citations_of_hostile_texts_are_read(readers: Path, tmp_path: Path) -> None:
    corpus = write_hostile(tmp_path / "hostile")
    build(corpus)
    for name in ("CITATION.cff", "corpus.bib", "corpus.csl.json"):
        assert run_travaux("export", "citation", tmp_path / name, "--corpus", corpus).returncode == 0
    run(readers.with_name("cffconvert"), "--validate", "-i", tmp_path / "CITATION.cff")
    entries = json.loads(run(readers, "-c", _READ_BIBTEX, tmp_path / "corpus.bib"))
    assert (
        set(entries) == {"hostile", "hostile-report", "hostile-note"} == {one["id"] for one in json.loads((tmp_path / name).read_bytes())}
    )


def test_json_ld_means_every_quad_and_no_other(built_seeds: Build, stored_seeds: Store, readers: Path, tmp_path: Path) -> None:
    material = Material(stored_seeds, built_seeds.corpus, built_seeds.generation.folder.name)
    with (tmp_path / "graph.jsonld").open("wb") as out:
        write_jsonld(material, out)
    quads = io.BytesIO()
    write_nquads(material, quads)
    read = run(readers, "-c", _READ_JSONLD, tmp_path / "graph.jsonld")
    assert sorted(read.splitlines()) == sorted(quads.getvalue().decode().splitlines())

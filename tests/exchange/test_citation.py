"""How a corpus is cited: what stands in corpus.toml comes out in each format, escaped as the format wants it."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import CorpusError
from travaux.exchange.citation.bibtex import escape_tex, write_bibtex
from travaux.exchange.citation.cff import quote_yaml, write_cff
from travaux.exchange.citation.csl import write_csl
from travaux.exchange.citation.works import Day, day_of, tell_day
from travaux.exchange.material import Loss, Material
from travaux.model.citation import Author, Citation
from travaux.model.review import Decision
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.store import open_store
from travaux.rdf.stored import find_records
from travaux.reading.corpus import read_corpus

Writer = Callable[[Material, BinaryIO], tuple[Loss, ...]]
ADA = Author(family="Lovelace", given="Ada", orcid="https://orcid.org/0000-0002-1825-0097", affiliation="River {University}")
SAID = Citation(
    title='Lakes & "rivers" {50%}: a #map_',
    authors=(ADA, Author(name="Archive and Library")),
    publisher="River Archive",
    licence="CC-BY-4.0",
    doi="10.1234/river_1",
    version="1.0",
    date=dt.date(2024, 2, 1),
)


@pytest.fixture
def material(built_seeds: Build, stored_seeds: Store) -> Material:
    return Material(stored_seeds, built_seeds.corpus, "0123456789abcdef")


@pytest.fixture
def cited(material: Material) -> Material:
    return replace(material, corpus=replace(material.corpus, citation=SAID))


def written(material: Material, write: Writer) -> tuple[str, dict[str, int]]:
    out = io.BytesIO()
    losses = write(material, out)
    again = io.BytesIO()
    write(material, again)
    assert out.getvalue() == again.getvalue()
    return out.getvalue().decode(), {loss.what: loss.count for loss in losses}


def test_citation_cff_says_what_corpus_toml_says(cited: Material) -> None:
    text, lost = written(cited, write_cff)
    for line in (
        'title: "Lakes & \\"rivers\\" {50%}: a #map_"',
        'date-released: "2024-02-01"',
        'doi: "10.1234/river_1"',
        'license: "CC-BY-4.0"',
        '  - family-names: "Lovelace"',
        '    given-names: "Ada"',
        '    orcid: "https://orcid.org/0000-0002-1825-0097"',
        '  - name: "Archive and Library"',
    ):
        assert f"{line}\n" in text
    assert text.count('  - type: "report"') == len(cited.corpus.documents)
    assert not any(lost.values())


def test_csl_names_the_corpus_first_and_then_its_documents(cited: Material) -> None:
    text, lost = written(cited, write_csl)
    dataset, *documents = json.loads(text)
    assert dataset["type"] == "dataset"
    assert dataset["author"] == [{"family": "Lovelace", "given": "Ada"}, {"literal": "Archive and Library"}]
    assert dataset["issued"] == {"date-parts": [[2024, 2, 1]]}
    assert [one["type"] for one in documents] == ["report"] * 3
    assert "issued" not in documents[-1]
    assert lost == {"the licence": 1, "ORCID and affiliation": 2, "the day of publication": 0}


def test_bibtex_escapes_what_latex_would_read(cited: Material) -> None:
    text, _ = written(cited, write_bibtex)
    assert 'title = {{Lakes \\& "rivers" \\textbraceleft{}50\\%\\textbraceright{}: a \\#map\\_}},' in text
    assert "author = {{Lovelace}, {Ada} and {Archive and Library}}," in text
    assert len(re.findall(r"^@\w+\{[\w-]+,$", text, re.MULTILINE)) == 4


def test_without_authors_nobody_is_named(material: Material) -> None:
    bare = replace(material, corpus=replace(material.corpus, citation=Citation()))
    text, lost = written(bare, write_cff)
    assert '  - name: "The makers of this corpus"\n' in text
    assert lost["authors"] == 1
    assert "author =" not in written(bare, write_bibtex)[0].split("\n\n")[0]


def test_the_day_is_the_newest_that_the_corpus_itself_knows_and_is_told(material: Material) -> None:
    corpus = replace(material.corpus, citation=Citation())
    decided = max(one.at for one in find_records(material.store, Decision, corpus.base)).date()
    bare = replace(material, corpus=corpus)
    assert day_of(bare) == Day(decided, "the day of the newest decision of a reviewer")
    assert decided > max(one.date for one in corpus.instruments if one.date)
    for write, shown in (
        (write_cff, f'date-released: "{decided.isoformat()}"'),
        (write_bibtex, f"year = {{{decided.year}}}"),
        (write_csl, f"{decided.year},\n"),
    ):
        text, lost = written(bare, write)
        assert shown in text
        assert lost["the day of publication"] == 1
    with open_store(None) as undecided:
        unreviewed = replace(bare, store=undecided)
        newest = day_of(unreviewed)
        adopted = max((one for one in corpus.instruments if one.date), key=lambda one: str(one.date))
        assert newest == Day(dt.date(2024, 12, 24), f"the newest date in the corpus, that of “{adopted.title}”")
        assert tell_day(replace(unreviewed, corpus=replace(corpus, documents=(), instruments=()))).how.startswith("none is known")
        said = replace(corpus, citation=replace(SAID, date=dt.date(2020, 1, 1)))
        assert day_of(replace(bare, corpus=said)) == Day(dt.date(2020, 1, 1), None)


@pytest.mark.parametrize("licence", ["free for research", "https://example.org/terms", "CC0-1.0", None])
def test_a_licence_in_words_is_a_loss_of_cff_only(material: Material, licence: str | None) -> None:
    text, lost = written(replace(material, corpus=replace(material.corpus, citation=replace(SAID, licence=licence))), write_cff)
    assert lost["the licence"] == (licence == "free for research")
    assert ("license" in text) == (licence in {"https://example.org/terms", "CC0-1.0"})


@given(st.text(max_size=40))
def test_escaped_texts_keep_their_braces_balanced_and_stay_on_a_line(text: str) -> None:
    escaped = escape_tex(text)
    depth = 0
    for character in escaped:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert len(escaped.splitlines()) <= 1
    quoted = quote_yaml(text)
    assert json.loads(quoted) == text
    assert len(quoted.splitlines()) == 1


CORPUS = 'name = "x"\ntitle = "X"\nbase = "https://example.org/x/"\n'


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ('authors = [{ name = "A", family = "B" }]', "citation.authors[1]"),
        ('authors = [{ orcid = "https://orcid.org/0000-0002-1825-0097" }]', "a family name or a name in one"),
        ('authors = [{ family = "B", orcid = "0000-0002-1825-0097" }]', "not the address of an ORCID"),
        ('authors = [{ family = "B", orcid = "https://orcid.org/0000-0002-1825-0098" }]', "not the address of an ORCID"),
        ('doi = "https://doi.org/10.1234/x"', "is not a DOI"),
        ('date = "2024"', "not a date"),
        ('licens = "MIT"', "did you mean 'licence'?"),
    ],
)
def test_a_wrong_citation_is_refused_with_its_key(citation: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(f"{CORPUS}[citation]\n{citation}\n")
    with pytest.raises(CorpusError) as refused:
        read_corpus(tmp_path)
    assert said in str(refused.value)
    assert "citation" in str(refused.value)


def test_a_citation_is_read_and_does_not_change_the_name_of_a_build(tmp_path: Path) -> None:
    file = tmp_path / "corpus.toml"
    file.write_text(CORPUS)
    before = repr(read_corpus(tmp_path))
    file.write_text(f'{CORPUS}[citation]\ndoi = "10.1234/x"\nauthors = [{{ family = "Lovelace", given = "Ada" }}]\n')
    corpus = read_corpus(tmp_path)
    assert corpus.citation == Citation(doi="10.1234/x", authors=(Author(family="Lovelace", given="Ada"),))
    assert repr(corpus) == before

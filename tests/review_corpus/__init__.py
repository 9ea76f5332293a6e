"""A small corpus to review, with everything that statements may name: themes, guiding questions and articles."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from travaux.cli import travaux
from travaux.pipeline.build import build

REPORT = """Lake Forum

Report of the first workshop on the protection of mountain lakes

1. The workshop was opened by the Chair.
2. Under agenda item 1, several speakers stressed the need for regular measurements and welcomed the registry of lakes.
3. Several speakers stressed the importance of clean water, given that lakes are small. Some delegations proposed the deletion of article 5.
4. A few participants cautioned against new levies, while others supported them. Many speakers supported article 7.
5. The representative of Norway expressed concern about motor boats. Some delegations questioned article 9.
"""

_NOTE = """Lake Forum

Concept note and guiding questions

**Measurements**

1. What would you propose so that regular measurements of lakes become usual?
2. How could the registry of lakes be kept?
"""

_CORPUS = """
[[instruments]]
name = "draft"
title = "Draft text of the lake convention"
version_of = "Lake convention"
status = "draft"
symbol = "LF/1"

[[consultations]]
name = "first-workshop"
title = "First workshop"
first_day = 2023-06-20
last_day = 2023-06-21
instrument = "draft"
"""

_THEMES = """@prefix trv: <https://w3id.org/travaux/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<theme> a skos:ConceptScheme ;
  dcterms:title "Themes of the lakes"@en ;
  skos:hasTopConcept <theme/measurements>, <theme/boats> .

<theme/measurements> a trv:Theme, skos:Concept ;
  skos:prefLabel "Measurements"@en ;
  skos:altLabel "regular measurements"@en ;
  skos:definition "How lakes are measured."@en ;
  skos:inScheme <theme> ;
  skos:topConceptOf <theme> .

<theme/boats> a trv:Theme, skos:Concept ;
  skos:prefLabel "Motor boats"@en ;
  skos:definition "What moves on lakes."@en ;
  skos:inScheme <theme> ;
  skos:topConceptOf <theme> .
"""

_ARTICLES = """[[chapters]]
number = "I"
title = "Lakes"
grade = "A"
sources = ["REPORT"]
"""

_ARTICLE = """
[[articles]]
number = "{number}"
chapter = "I"
title = "{title}"
grade = "A"
sources = ["REPORT"]
"""

_SOURCES = """[[sources]]
name = "REPORT"
kind = "corpus-document"
title = "Report of the first workshop"
"""


def make_corpus(folder: Path, report: str) -> Path:
    """Make and build a corpus of one report."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _run("new", str(folder), "--title", "Mountain lakes")
    _add(folder, "first", report)
    build(folder)
    return folder


def make_furnished_corpus(folder: Path, report: str) -> Path:
    """Make and build a corpus of one report with a thesaurus, a concept note and what is known of the treaty."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _run("new", str(folder), "--title", "Mountain lakes")
    with (folder / "corpus.toml").open("a", encoding="utf-8") as corpus:
        corpus.write(_CORPUS)
    treaty = folder / "treaty"
    treaty.mkdir(exist_ok=True)
    articles = (_ARTICLE.format(number=number, title=title) for number, title in (("5", "Levies"), ("7", "Clean water"), ("9", "Boats")))
    (treaty / "draft.toml").write_text(_ARTICLES + "".join(articles), "utf-8")
    (treaty / "sources.toml").write_text(_SOURCES, "utf-8")
    (folder / "themes.ttl").write_text(_THEMES, "utf-8")
    _add(folder, "first", report, "--consultation", "first-workshop")
    _add(folder, "note", _NOTE, "--kind", "concept-note", "--consultation", "first-workshop")
    build(folder)
    return folder


def _add(folder: Path, name: str, text: str, *options: str) -> None:
    file = folder.parent / f"{name}.txt"
    file.write_text(text, "utf-8")
    _run("add", str(file), "--corpus", str(folder), *options)


def _run(*arguments: str) -> None:
    CliRunner().invoke(travaux, arguments, catch_exceptions=False)

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from travaux.rdf.themes import read_themes
from travaux.reading.corpus import read_corpus
from travaux.reading.corpus_schema import CorpusFile
from travaux.reading.schema import Table
from travaux.reading.treaty import SHARED_FILES, read_treaty
from travaux.reading.treaty_schema import InstrumentFile

DOCS = (Path(__file__).parents[2] / "docs" / "corpus-format.md").read_text(encoding="utf-8")
ADOPTED = '\n[[instruments]]\nname = "adopted"\ntitle = "Treaty"\nversion_of = "Treaty"\nstatus = "adopted"\n'
ARTICLE = '\n[[articles]]\nnumber = "%s"\ntitle = "Title"\ngrade = "B"\nsources = ["COPY"]\n'


def keys(schema: type[Table]) -> Iterator[str]:
    for name, field in schema.model_fields.items():
        yield name
        for inner in re.findall(r"\w+Table", str(field.annotation)):
            yield from keys(next(table for table in subclasses(Table) if table.__name__ == inner))


def subclasses(of: type[Table]) -> Iterator[type[Table]]:
    for table in of.__subclasses__():
        yield table
        yield from subclasses(table)


def examples(language: str, heading: str) -> str:
    level = heading.partition(" ")[0]
    section = DOCS.split(f"\n{heading}\n", 1)[1]
    section = re.split(rf"^#{{2,{len(level)}}} ", section, maxsplit=1, flags=re.MULTILINE)[0]
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", section, flags=re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("schema", [CorpusFile, InstrumentFile, *SHARED_FILES.values()], ids=lambda schema: schema.__name__)
def test_every_key_is_described(schema: type[Table]) -> None:
    found = set(keys(schema))
    assert len(found) > 4
    missing = [key for key in sorted(found) if f"`{key}`" not in DOCS and f"[[{key}]]" not in DOCS]
    assert missing == []


def test_the_examples_make_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(examples("toml", "## corpus.toml") + ADOPTED)
    treaty = tmp_path / "treaty"
    treaty.mkdir()
    for name in SHARED_FILES:
        (treaty / f"{name}.toml").write_text(examples("toml", f"### {name}.toml"))
    (treaty / "draft.toml").write_text(examples("toml", "### One file for each instrument") + ARTICLE % 17)
    (treaty / "adopted.toml").write_text(ARTICLE % 4)
    (tmp_path / "themes.ttl").write_text(examples("turtle", "## themes.ttl"))
    corpus = read_corpus(tmp_path)
    known = read_treaty(corpus)
    assert (len(corpus.instruments), len(corpus.consultations), len(corpus.documents)) == (2, 1, 2)
    assert all(getattr(known, name) for name in ("sources", "chapters", "preambular_paragraphs", "articles", "correspondences"))
    assert known.outcomes[0].facts
    assert known.milestones
    assert [theme.name for theme in read_themes(tmp_path / "themes.ttl", corpus.base)] == ["use", "fishing"]

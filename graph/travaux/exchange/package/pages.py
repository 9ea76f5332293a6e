"""``README.md`` and ``LICENCES.md`` of a package."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux import __version__
from travaux.exchange.citation.works import cited, day_of
from travaux.exchange.material import Material
from travaux.exchange.package.columns import COLUMNS
from travaux.exchange.package.words import SCHEMES, count_held, read_meanings
from travaux.model.citation import Author

_README = """# {title}

{description}

This is the data set of a negotiation as [Travaux](https://w3id.org/travaux) keeps it: reports of what was said, read into an argument map
(who is reported to hold what, in which words, and how positions bear on one another), what people decided about that map, and what is
on file about the treaty. It can be read, queried and built again.

| | |
|---|---|
{facts}

| | |
|---|---|
| `corpus/` | what people wrote: documents byte for byte, the description of the corpus, facts about the treaty, thesaurus, review |
| `data/graph.nq` | the graph that was built from it, as sorted N-Quads |
| `data/statements.csv` | the statements as a table |
| `data/context.jsonld` | the terms of its JSON-LD |
| `data/travaux.ttl` | the ontology: what classes and properties of the graph mean |
| `akoma-ntoso/` | the documents as Akoma Ntoso XML |
| `CITATION.cff`, `LICENCES.md` | how to cite the whole, and under which terms its parts stand |
| `ro-crate-metadata.json`, `datapackage.json` | the same for programs: RO-Crate 1.1, Frictionless Data |
| `manifest-sha256.txt` | checksums: `sha256sum --check manifest-sha256.txt` |
| `.travaux-export` | by it the next export knows that it may replace this folder; archives need not keep it |

The graph can be built again: `travaux build corpus`. The same version of Travaux makes the same graph.

What reports say of how many spoke (several, many) are their words, and no numbers. What was read by rule and what a person has decided
stand apart: see the columns `rule` and `review`. Facts marked `[unverified]` rest on recollection. Not found is not the same as not said.

## Columns of statements.csv

UTF-8, commas, a header line. A cell that a spreadsheet would take for a formula begins with an apostrophe.

| column | |
|---|---|
{columns}

{words}
"""
_LICENCES = """# Licences

What the makers of this corpus wrote (the description, the facts about the treaty, the thesaurus, the review, and what was made of them):
{own}

The documents have terms of their own:

| document | terms |
|---|---|
{documents}
"""
_NOT_SAID = "not said; ask the makers before you pass it on."


def render_readme(material: Material) -> bytes:
    """Render the page that tells what is in the package."""
    page = _README.format(
        title=_plain(cited(material)[0].title),
        description=_plain(material.corpus.description or ""),
        facts="\n".join(f"| {name} | {told} |" for name, told in _facts(material)),
        columns="\n".join(f"| `{name}` | {column.meaning} |" for name, column in COLUMNS.items()),
        words="\n\n".join(_tell_words(material, column) for column in SCHEMES),
    )
    return page.encode()


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    """Tell who made the corpus, how it may be used, its version and day, and how much it holds, as far as any of it is known."""
    dataset, said, day = cited(material)[0], material.corpus.citation, day_of(material)
    version = f"version {_plain(said.version)}, " if said.version else ""
    yield "Version", f"{version}build {material.version}, made by Travaux {__version__}"
    if day:
        yield "Day", f"{day.date.isoformat()}{f': {_plain(day.of)}' if day.of else ''}"
    yield "Authors", "; ".join(map(_author, dataset.authors)) or "not said"
    named = {"Publisher": said.publisher, "DOI": said.doi, "Address": dataset.link, "Licence": said.licence or _NOT_SAID}
    yield from ((name, _plain(told)) for name, told in named.items() if told)
    yield "Holds", count_held(material.store, material.corpus)
    if material.layers:
        yield "Layers", f"of the argument map these only: {', '.join(material.layers)}"


def _author(author: Author) -> str:
    return ", ".join(_plain(part) for part in (author.full_name, author.affiliation, author.orcid) if part)


def _tell_words(material: Material, column: str) -> str:
    words = "\n".join(f"| `{word}` | {_plain(meaning)} |" for word, meaning in read_meanings(material.store, SCHEMES[column]))
    return f"## What may stand in the column {column}\n\n| word | meaning |\n|---|---|\n{words}"


def render_licences(material: Material) -> bytes:
    """Render the page that tells under which terms what stands."""
    documents = sorted(material.corpus.documents, key=lambda document: document.name)
    rows = [f"| `corpus/{_plain(one.file)}` | {_plain(one.licence or _NOT_SAID)} |" for one in documents]
    own = _plain(material.corpus.citation.licence or _NOT_SAID)
    return _LICENCES.format(own=own, documents="\n".join(rows)).encode()


def _plain(text: str) -> str:
    """Write a text on one line so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|!&])", r"\\\1", " ".join(text.split()))

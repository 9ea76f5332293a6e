"""``README.md`` and ``LICENCES.md`` of a package."""

from __future__ import annotations

import re

from travaux import __version__
from travaux.exchange.citation.works import cited
from travaux.exchange.material import Material
from travaux.exchange.package.columns import COLUMNS

_README = """# {title}

{description}

This folder is a corpus of [Travaux](https://w3id.org/travaux) with everything that was made of it: {version},
made by Travaux {software}.{layers}

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

The graph can be built again: `travaux build corpus`. The same version of Travaux makes the same graph.

What reports say of how many spoke (several, many) are their words, and no numbers. What was read by rule and what a person has decided
stand apart: see the columns `rule` and `review`. Facts marked `[unverified]` rest on recollection. Not found is not the same as not said.

## Columns of statements.csv

UTF-8, commas, a header line. A cell that a spreadsheet would take for a formula begins with an apostrophe.

| column | |
|---|---|
{columns}
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
    dataset = cited(material)[0]
    layers = f" Of the argument map it shows these layers only: {', '.join(material.layers)}." if material.layers else ""
    said = material.corpus.citation.version
    version = f"version {_plain(said)}, build {material.version}" if said else f"build {material.version}"
    page = _README.format(
        title=_plain(dataset.title),
        description=_plain(material.corpus.description or ""),
        version=version,
        software=__version__,
        layers=layers,
        columns="\n".join(f"| `{name}` | {column.meaning} |" for name, column in COLUMNS.items()),
    )
    return page.encode()


def render_licences(material: Material) -> bytes:
    """Render the page that tells under which terms what stands."""
    documents = sorted(material.corpus.documents, key=lambda document: document.name)
    rows = [f"| `corpus/{_plain(one.file)}` | {_plain(one.licence or _NOT_SAID)} |" for one in documents]
    own = _plain(material.corpus.citation.licence or _NOT_SAID)
    return _LICENCES.format(own=own, documents="\n".join(rows)).encode()


def _plain(text: str) -> str:
    """Write a text on one line so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|!&])", r"\\\1", " ".join(text.split()))

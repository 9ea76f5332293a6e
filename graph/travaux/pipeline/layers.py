"""The layers of the argument map: what rules extracted, what people reviewed, what is inferred over all; shown or hidden at will."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from travaux.errors import StoreError
from travaux.model.corpus import Corpus
from travaux.model.schemes import LayerKind
from travaux.pipeline.bench import Part, PartKind
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.loading import load_parts
from travaux.pipeline.parts import identify, plan_parts
from travaux.pipeline.workspace import Workspace, find_corpus
from travaux.rdf.graphs import GraphNames
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import read_review
from travaux.reading.treaty import read_treaty

ALL = frozenset(LayerKind)
"""What is shown unless somebody hides a layer: what people reviewed over what rules extracted, and what is inferred from both."""


def locate_layers(folder: Path | None, shown: Collection[LayerKind] = ALL) -> Path:
    """Give the folder of a store, to be read only, that holds the built graph of a corpus with these layers of the argument map alone.

    Without the reviewed layer, the extracted one holds all proposals of the rules, as if nobody had decided about them. Any other choice
    than all layers is made when it is first asked for and kept beside the build. Raises ``StoreError`` if nothing has been built, or if
    the corpus has changed since.
    """
    corpus = read_corpus(find_corpus(folder))
    workspace = Workspace.to_read(corpus.folder)
    generation = workspace.get_current()
    if frozenset(shown) == ALL:
        return generation.store
    made = generation.folder / "layers" / ("-".join(kind.value for kind in LayerKind if kind in shown) or "none")
    if not made.is_dir():
        _make(made, corpus, workspace, frozenset(shown))
    return made


def _make(folder: Path, corpus: Corpus, workspace: Workspace, shown: frozenset[LayerKind]) -> None:
    parts = plan_parts(corpus, read_treaty(corpus), read_review(corpus.folder))
    if identify(parts) != workspace.get_current().manifest.id:
        raise StoreError("the corpus has changed since it was built", where=str(corpus.folder), hint="Build it again: travaux build")
    try:
        folder.parent.mkdir(exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    except OSError as error:
        raise StoreError(f"the layers cannot be kept apart here: {error.strerror}", where=str(folder.parent)) from error
    try:
        with open_store(staged / "store") as store:
            kept, names = KeptParts(workspace.parts), GraphNames(corpus.base)
            load_parts(store, (kept.get(part.key) for part in _chosen(parts, shown)), names, shown)
        _put_in_place(staged / "store", folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _chosen(parts: Iterable[Part], shown: frozenset[LayerKind]) -> Iterator[Part]:
    """Choose the parts that hold some layers: the decisions, or in their place the proposals that they are about."""
    reviewed = {PartKind.STATEMENTS, PartKind.ARGUMENT}
    proposed = {PartKind.PROPOSALS, PartKind.PROPOSED_POSITIONS}
    argued = reviewed if LayerKind.REVIEWED in shown else proposed
    return (part for part in parts if part.kind in {PartKind.FOUNDATION, PartKind.STRUCTURE} | argued)


def _put_in_place(made: Path, folder: Path) -> None:
    """Give a store its name, unless somebody else has made the same meanwhile."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise

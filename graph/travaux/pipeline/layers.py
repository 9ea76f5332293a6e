"""The layers of the argument map: what rules extracted, what people reviewed, what is inferred over all; shown or hidden at will."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

import platformdirs

from travaux.errors import StoreError
from travaux.model.identity import digest
from travaux.model.schemes import LayerKind
from travaux.pipeline.bench import PartKind
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.loading import load_parts
from travaux.pipeline.manifest import Manifest
from travaux.pipeline.workspace import Generation, Workspace, find_corpus
from travaux.rdf.graphs import GraphNames
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus

ALL = frozenset(LayerKind)
"""What is shown unless somebody hides a layer: what people reviewed over what rules extracted, and what is inferred from both."""


def locate_layers(folder: Path | None, shown: Collection[LayerKind] = ALL) -> Path:
    """Give the folder of a store, to be read only, that holds the built graph of a corpus with these layers of the argument map alone.

    Without the reviewed layer, the extracted one holds all proposals of the rules, as if nobody had decided about them. Any other choice
    than all layers is made from the parts of the build when it is first asked for, and kept beside it, or in the user's cache where
    nothing may be written. Raises ``StoreError`` if nothing has been built.
    """
    corpus = read_corpus(find_corpus(folder))
    workspace = Workspace.to_read(corpus.folder)
    generation = workspace.get_current()
    if frozenset(shown) == ALL:
        return generation.store
    made = _home(generation) / ("-".join(kind.value for kind in LayerKind if kind in shown) or "none")
    if not generation.manifest.kinds:
        raise StoreError("the layers of an older build cannot be told apart", where=str(generation.folder), hint="Build it: travaux build")
    if not made.is_dir():
        try:
            _make(made, GraphNames(corpus.base), workspace, generation, frozenset(shown))
        except OSError as error:
            hint = "If another build has ended meanwhile, try again; else build the corpus again: travaux build --fresh"
            raise StoreError(f"the layers cannot be kept apart: {error.strerror}", where=str(made), hint=hint) from error
    return made


def _home(generation: Generation) -> Path:
    if os.access(generation.folder, os.W_OK):
        return generation.folder / "layers"
    return Path(platformdirs.user_cache_dir("travaux")) / "layers" / digest(str(generation.folder.resolve()))


def _make(folder: Path, names: GraphNames, workspace: Workspace, generation: Generation, shown: frozenset[LayerKind]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        with open_store(staged / "store") as store:
            kept = KeptParts(workspace.parts)
            load_parts(store, (kept.get(key) for key in _chosen(generation.manifest, shown)), names, shown)
        _put_in_place(staged / "store", folder)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _chosen(manifest: Manifest, shown: frozenset[LayerKind]) -> Iterator[str]:
    """Choose the keys of the parts that hold some layers: the decisions, or in their place the proposals that they are about."""
    proposed = {PartKind.PROPOSALS, PartKind.PROPOSED_POSITIONS}
    hidden = proposed if LayerKind.REVIEWED in shown else {PartKind.STATEMENTS, PartKind.ARGUMENT}
    left_out = {kind.name.lower() for kind in (hidden | {PartKind.READING})}
    return (key for name, key in manifest.parts.items() if manifest.kinds[name] not in left_out)


def _put_in_place(made: Path, folder: Path) -> None:
    """Give a store its name, unless somebody else has made the same meanwhile."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise

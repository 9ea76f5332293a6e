"""What is removed after a build, beyond what is not needed any more, where names are not to be kept."""

from __future__ import annotations

import shutil
from collections.abc import Collection

from travaux.errors import StoreError
from travaux.model.corpus import Corpus
from travaux.pipeline.bench import Part, PartKind
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.workspace import Workspace


def is_to_forget(corpus: Corpus, workspace: Workspace, parts: Collection[Part]) -> bool:
    """Tell whether a corpus with answers without names has earlier builds or parts with texts that are not those of its documents now.

    Such a text may be the same answers with the names; the build before is kept otherwise.
    """
    if not any(document.columns is not None and document.columns.anonymous for document in corpus.documents):
        return False
    return bool(workspace.find_others(_texts(parts)) or KeptParts(workspace.parts).find_all_but(part.key for part in parts))


def forget(workspace: Workspace, parts: Collection[Part]) -> None:
    """Remove those builds and parts; call it with the workspace locked, once the build that is made of ``parts`` is published.

    ``StoreError`` if one cannot be removed.
    """
    for folder in workspace.find_others(_texts(parts)):
        try:
            shutil.rmtree(folder)
        except OSError as error:
            what = f"an earlier build, which may hold names, cannot be removed: {error.strerror}"
            raise StoreError(what, where=str(folder), hint="Remove it by hand.") from error
    KeptParts(workspace.parts).drop_all_but(part.key for part in parts)


def _texts(parts: Collection[Part]) -> set[str]:
    return {part.key for part in parts if part.kind is PartKind.STRUCTURE}

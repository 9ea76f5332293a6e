"""Documents by their titles, where an answer names a document by its title alone."""

from __future__ import annotations

from collections import Counter

from travaux.model.corpus import Corpus


def documents_by_title(corpus: Corpus) -> dict[str, str]:
    """Give the names of documents by their titles; a title that several have is left out."""
    often = Counter(one.title for one in corpus.documents)
    return {one.title: one.name for one in corpus.documents if often[one.title] == 1}

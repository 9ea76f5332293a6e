"""Where the layers of the argument map come from."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.corpus import Corpus
from travaux.model.identity import Id
from travaux.model.review import Layer
from travaux.model.schemes import LayerKind


def layers_of(corpus: Corpus) -> Iterator[Layer]:
    """Describe the named graphs of the argument map of a corpus."""
    reports = [document for document in corpus.documents if document.kind.holds_statements]
    for report in reports:
        extracted, reviewed = (Id(f"graph/{kind.value}/{report.name}") for kind in (LayerKind.EXTRACTED, LayerKind.REVIEWED))
        yield Layer(id=extracted, kind=LayerKind.EXTRACTED, document=report.id, derived_from=(report.id,))
        yield Layer(id=reviewed, kind=LayerKind.REVIEWED, document=report.id, derived_from=(report.id, extracted))
    standing = tuple(Id(f"graph/{kind}/{report.name}") for kind in ("extracted", "reviewed") for report in reports)
    yield Layer(id=Id("graph/reviewed"), kind=LayerKind.REVIEWED, derived_from=standing)
    yield Layer(id=Id("graph/inferred"), kind=LayerKind.INFERRED, derived_from=standing)

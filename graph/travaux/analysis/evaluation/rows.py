"""One annotated statement from the keys of a line or a table, checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from travaux.analysis.evaluation.annotated import Annotated
from travaux.analysis.evaluation.places import Quotes
from travaux.errors import AnnotationError
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance

Row = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)

_INSTRUMENT = re.compile(r"^instrument/[^/]+/")


def read_row(row: Row, document: str, quotes: Quotes | None, text: str | None, where: str, *, known: Iterable[str] = ()) -> Annotated:
    """Read a statement of a document; ``where`` says in errors whence the row comes.

    Without ``start`` and ``end`` the quote is looked for with ``quotes``; with them it must stand there in ``text``, where that is known;
    ``known`` are the documents to name where it is not. ``AnnotationError`` if a key is missing or has a value that it cannot have.
    """
    quote = _needed(row, "quote", where)
    words = {key: _words(row, key, where) for key in ("paragraph", "cue", "speaker", "rationale", "condition", "contrast", "rule")}
    if quotes is None and row.get("start") is None and row.get("end") is None:
        raise _no_text(document, known, where)
    start, end = _place(row, quote, quotes, words, where)
    if text is not None and text[start:end] != quote:
        raise AnnotationError(f"the quote does not stand at the characters {start}-{end} of {document!r}", where=where)
    return Annotated(
        document=document,
        start=start,
        end=end,
        quote=quote,
        speaker_kind=_word(row, "speaker_kind", SpeakerKind, where),
        prevalence=_word(row, "prevalence", Prevalence, where),
        act=_word(row, "act", Act, where),
        stance=_word(row, "stance", Stance, where),
        provisions=_map(plain_provision, _list(row, "provisions", where)),
        questions=_best_first(_map(plain_name, _list(row, "questions", where)), row.get("links")),
        themes=_map(plain_name, _list(row, "themes", where)),
        **words,
    )


def _best_first(questions: tuple[str, ...] | None, links: object) -> tuple[str, ...] | None:
    """Put the question with the surest link first; without links they stand as they are, the best first."""
    if not questions or not isinstance(links, list):
        return questions
    told = [link for link in links if isinstance(link, dict) and "/question/" in str(link.get("target"))]
    sure = {plain_name(link["target"]): link["confidence"] for link in told if isinstance(link.get("confidence"), (int, float))}
    return tuple(sorted(questions, key=lambda question: -sure.get(question, 0)))


def read_document(row: Row, where: str) -> str:
    """Return the short name of the document of a row, which may give the identifier."""
    return _needed(row, "document", where).removeprefix("document/")


def plain_name(written: str) -> str:
    """Return the last part of an identifier, or what was written if it is none.

    >>> plain_name("document/concept-note/question/15"), plain_name("15")
    ('15', '15')
    """
    return written.rpartition("/")[2]


def plain_provision(written: str) -> str:
    """Return a provision as a text cites it, from its identifier or from what was written.

    >>> plain_provision("instrument/draft/article/3/paragraph/2"), plain_provision("instrument/draft/preambular-paragraph/1")
    ('article 3, paragraph 2', 'preambular paragraph 1')
    >>> plain_provision("Article 24")
    'article 24'
    """
    if not _INSTRUMENT.match(written):
        return " ".join(written.split()).lower()
    parts = _INSTRUMENT.sub("", written).split("/")
    return ", ".join(" ".join(pair) for pair in zip([kind.replace("-", " ") for kind in parts[::2]], parts[1::2], strict=False)).lower()


def _no_text(document: str, known: Iterable[str], where: str) -> AnnotationError:
    what = f"'start' and 'end' are missing, and there is no text of the document {document!r} to look for the quote in"
    ways = "or give 'start' and 'end', or the corpus that holds the document: --corpus FOLDER"
    hint = f"{known_documents(known)} Put the text beside the annotations, {document}.txt beside {document}.jsonl; {ways}"
    return AnnotationError(what, where=where, hint=hint)


def known_documents(names: Iterable[str]) -> str:
    """Say which documents are known, for hints.

    >>> known_documents(["note", "report"])
    'Known documents: note, report.'
    """
    known = sorted(set(names))
    return f"Known documents: {', '.join(known)}." if known else "No document is known."


def _place(row: Row, quote: str, quotes: Quotes | None, words: Mapping[str, str | None], where: str) -> tuple[int, int]:
    start, end = row.get("start"), row.get("end")
    if start is None and end is None and quotes is not None:
        beside = tuple(filter(None, (words[key] for key in ("cue", "speaker", "rationale", "condition"))))
        found = quotes.find(quote, paragraph=words["paragraph"], beside=beside)
        if found is None:
            raise AnnotationError(f"the quote is not in the text: {quote!r}", where=where, hint="A quote is copied exactly.")
        return found, found + len(quote)
    if type(start) is not int or type(end) is not int or not 0 <= start < end or end - start != len(quote):
        raise AnnotationError(f"'start' and 'end' must be whole numbers with the {len(quote)} characters of the quote between", where=where)
    return start, end


def _needed(row: Row, key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise AnnotationError(f"{key!r} is missing or is no text", where=where)
    return value


def _words(row: Row, key: str, where: str) -> str | None:
    """Return text, empty where the row says that there is none, ``None`` where it says nothing."""
    value = row.get(key)
    if value is None:
        return "" if key in row else None
    if not isinstance(value, str):
        raise AnnotationError(f"{key!r} must be text, not {value!r}", where=where)
    return value


def _word(row: Row, key: str, words: type[Word], where: str) -> Word | None:
    value = row.get(key)
    if value is None:
        return None
    if value not in tuple(words):
        raise AnnotationError(f"{key!r} is {value!r}, but must be one of {', '.join(words)}", where=where)
    return words(value)


def _list(row: Row, key: str, where: str) -> tuple[str, ...] | None:
    if key not in row:
        return None
    value = row[key] if row[key] is not None else []
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise AnnotationError(f"{key!r} must be a list of texts, not {value!r}", where=where)
    return tuple(value)


def _map(plain: Any, values: tuple[str, ...] | None) -> tuple[str, ...] | None:  # noqa: ANN401
    return None if values is None else tuple(dict.fromkeys(map(plain, values)))

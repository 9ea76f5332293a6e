"""Footnotes: the exact words of a statement or of a relation, where they stand and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.said import Bearing, Sentence
from travaux.analysis.heard import Heard
from travaux.model.schemes import Marking
from travaux.model.treaty import Source
from travaux.views.answers import said as words
from travaux.views.briefs.blocks import Note
from travaux.views.briefs.ground import Ground
from travaux.views.heard import name_speaker
from travaux.views.report import quoted

MARKING_WORDS = {Marking.EXPLICIT: "stated in the report", Marking.INFERRED: "inferred by an editor"}
"""Whether the text itself shows a relation."""
_ENDS = (".", "?", "!", "…")


def note_sentence(ground: Ground, sentence: Sentence) -> Note:
    """Quote a statement; short words are followed by what stands around them."""
    heard = sentence.heard
    asides = {
        "Within": words.words_around(sentence) if len(heard.quote) < words.SHORT else None,
        "Reason given": sentence.rationale,
        "Condition": sentence.condition,
        "Instead of, or unlike": sentence.contrast,
    }
    told = [f"{name}: {quoted(its)}{'' if its.endswith(_ENDS) else '.'}" for name, its in asides.items() if its]
    where = f"{_capital(words.who(sentence))}: {ground.tell_place(heard.document, heard.paragraph)}."
    return Note(" ".join((where, *told)), heard.quote, (heard.document,))


def note_heard(ground: Ground, heard: Heard) -> Note:
    """Quote a statement of which no more is known than its own words."""
    return Note(f"{_capital(name_speaker(heard))}: {ground.tell_place(heard.document, heard.paragraph)}.", heard.quote, (heard.document,))


def note_bearing(ground: Ground, bearing: Bearing) -> Note:
    """Quote the sentence that shows how one position bears on another."""
    return Note(f"{ground.tell_place(bearing.document, bearing.paragraph)}.", bearing.quote, (bearing.document,))


def note_sources(ground: Ground, sources: Iterable[Source]) -> Iterator[Note]:
    """Name what a fact rests on, in one footnote; none where nothing is named."""
    titles = list(dict.fromkeys(source.title for source in sources))
    if titles:
        documents = tuple(found.name for title in titles if (found := ground.find_document(title)))
        yield Note(f"{'Source' if len(titles) == 1 else 'Sources'}: {'; '.join(titles)}.", documents=documents)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""A statement as an annotator or the reader wrote it down, in the one form in which both are compared."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One statement of one document: where its quote stands, and what was said about it.

    ``document`` is the document's short name; ``start`` and ``end`` are characters of its stored text. Whatever is ``None`` was not
    annotated and is not compared; an empty text or tuple says that there is none: no speaker is named, no provision is cited.
    ``provisions`` are written as in a text (``article 3, paragraph 2``), ``questions`` by their printed numbers, the best first,
    ``themes`` by their short names. ``rule`` is the rule that found a statement.
    """

    document: str
    start: int
    end: int
    quote: str
    paragraph: str | None = None
    cue: str | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    prevalence: Prevalence | None = None
    act: Act | None = None
    stance: Stance | None = None
    rationale: str | None = None
    condition: str | None = None
    contrast: str | None = None
    provisions: tuple[str, ...] | None = None
    questions: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence or short paragraph made for one phenomenon; without statements it is a hard negative.

    ``document`` names the case: the name of its file and its place in it, from 1.
    """

    document: str
    manner: str
    phenomenon: str
    text: str
    statements: tuple[Annotated, ...] = ()

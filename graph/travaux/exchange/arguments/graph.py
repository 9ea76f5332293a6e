"""An argument map by itself: what all formats of argument maps are written from and read into."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, RelationKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that is quoted. ``date`` is ISO 8601."""

    id: str
    title: str
    symbol: str | None = None
    date: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Exact words and where they stand: characters ``start`` to ``end`` (exclusive) of the stored text of ``source``.

    ``paragraph`` is the printed number of the paragraph, ``None`` if it has none.
    """

    quote: str
    source: str | None = None
    paragraph: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A canonical position: one sentence that can be held."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locution:
    """A statement: that somebody, in a passage, takes a stance; ``claim`` is what they hold, in one sentence.

    ``position`` is the ``Claim`` that it expresses, ``None`` if nobody has named one. ``speaker`` is who is said to speak, in the words of
    the document, ``None`` if nobody is named.
    """

    id: str
    claim: str
    passage: Passage
    position: str | None = None
    speaker: str | None = None
    cue: str | None = None
    act: Act | None = None
    stance: Stance | None = None
    prevalence: Prevalence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A relation, from the claim ``premise`` to the claim ``conclusion``, with the passage that shows it.

    ``form`` is how the text puts it, ``marking`` whether the text marks it or an editor inferred it; ``None`` where a file does not say.
    """

    id: str
    kind: RelationKind
    premise: str
    conclusion: str
    form: RelationForm | None = None
    marking: Marking | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentGraph:
    """Claims, the locutions that express them, and how claims bear on one another; each tuple in the order of its ids.

    Ids are those of the corpus without its ``base`` (``position/0f3a91bc22d01e4f``); of a file from elsewhere they are its own, and
    ``base`` is empty. Every claim that a locution or a bearing names is among ``claims``, every source among ``sources``.
    """

    title: str
    base: str
    version: str
    claims: tuple[Claim, ...]
    locutions: tuple[Locution, ...]
    bearings: tuple[Bearing, ...]
    sources: tuple[Source, ...]

"""Review: what people decided about statements, positions and relations, and the layers that keep it apart from what rules found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import Act, LayerKind, Prevalence, ReviewStatus, SpeakerKind, Stance

BY_HAND = "reviewer"
"""The rule of a statement that no rule had proposed."""
UNKNOWN_RULE = "unknown rule"
"""The rule of a statement that some rule had proposed, of which nothing more is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Somebody who decides: a person, or several who speak with one voice."""

    id: Id
    name: str

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decided about a statement, a position or a relation (``subject``), when (in UTC) and why (``reason``).

    ``rule`` is the rule whose proposal was decided upon, ``None`` if there was none; ``changed`` names the fields in which the decision
    differs from the proposal. Of several decisions on one subject, one is ``in_force``; the others are second opinions, and ``differing``
    names the fields in which each of them differs from it.
    """

    id: Id
    subject: Id
    reviewer: Id
    kind: ReviewStatus
    at: dt.datetime
    in_force: bool = True
    document: Id | None = None
    reason: str | None = None
    note: str | None = None
    rule: str | None = None
    changed: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.kind.value} by {self.reviewer.removeprefix('reviewer/')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A named graph of the argument map; its identifier, under the corpus' base IRI, is the name of the graph.

    ``derived_from`` are the documents that it speaks of and the layers that it builds on.
    """

    id: Id
    kind: LayerKind
    document: Id | None = None
    derived_from: tuple[Id, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.kind.value}: {self.document.removeprefix('document/')}" if self.document else self.kind.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one reviewer holds to stand at one place of a document, in the words of the review files.

    ``key`` names the statement among those of the document and never changes. ``quote``, ``paragraph`` (its printed number, or
    ``block-n``) and ``context`` (the words before the quote, where it stands more than once) find the place again. ``replaces`` are quotes
    of proposals that this one takes the place of, beside the one at its own place; ``proposal`` is the fingerprint of what the rules
    proposed when it was decided, ``rule`` the rule that did. Provisions are citations (``article 24``), questions printed numbers, themes
    and ``position`` short names, ``actors`` the names of those who speak, ``changes`` a kind of change and a provision (``delete article
    17``).
    """

    key: str
    document: str
    reviewer: str
    decision: ReviewStatus
    at: dt.datetime
    paragraph: str
    quote: str
    cue: str
    act: Act
    stance: Stance
    claim: str
    speaker_kind: SpeakerKind
    prevalence: Prevalence = Prevalence.UNSPECIFIED
    settles: bool = False
    why: str | None = None
    note: str | None = None
    context: str | None = None
    replaces: tuple[str, ...] = ()
    proposal: str | None = None
    rule: str | None = None
    speaker: str | None = None
    actors: tuple[str, ...] = ()
    rationale: str | None = None
    condition: str | None = None
    contrast: str | None = None
    provisions: tuple[str, ...] = ()
    anaphoric: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    partial_questions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    position: str | None = None

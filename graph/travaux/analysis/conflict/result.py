"""Common ground, conflict and tension as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from travaux.analysis.conflict.rules import Certainty, Rule, Ruled
from travaux.analysis.heard import Heard
from travaux.analysis.searched import Searched
from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.schemes import Prevalence, RelationForm, ReviewStatus, Stance
from travaux.model.store import Table, Value


class TopicKind(StrEnum):
    """What views are gathered under."""

    PROVISION = "provision"
    THEME = "theme"


class Ground(StrEnum):
    """Why a position is common ground: it recurs in several paragraphs, or the report's word for how widely it is held is many or more."""

    RECURS = "recurs"
    WIDELY_HELD = "widely-held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A provision or a theme, and what the statements searched say on it.

    ``stances`` are numbers of statements by stance; statements of articles count for their chapter too, those of narrower themes for the
    wider one. ``positions`` is the number of positions that these statements express, ``conflicts``, ``tensions`` and ``common_ground``
    of those that stand under it: a pair stands under the topics that both its sides have in common, or under those of each if they have
    none. ``widest`` are the strongest words for how widely a position of its common ground is held.
    """

    id: Id
    kind: TopicKind
    label: str
    stances: Mapping[Stance, int]
    positions: int
    conflicts: int = 0
    tensions: int = 0
    common_ground: int = 0
    widest: tuple[Prevalence, ...] = ()

    @property
    def statements(self) -> int:
        """The number of statements on it."""
        return sum(self.stances.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A position, or a claim that no position gathers, and who holds it.

    ``stances`` are numbers of statements by stance: toward the words of each as phrased, so that one position is expressed by support
    for a narrow scope and by opposition to a broad one. ``widest`` are the strongest words that a report has for how widely it is held,
    ``speakers`` the names of those who are named. ``heard`` are its first statements: the most widely held, then in the order of the text.
    """

    position: Id | None
    key: str | None
    claim: str
    review: ReviewStatus
    stances: Mapping[Stance, int]
    widest: tuple[Prevalence, ...]
    consultations: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def statements(self) -> int:
        """The number of statements that express it."""
        return sum(self.stances.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The exact words that show a relation, and how they put it."""

    form: RelationForm
    document: str
    document_title: str
    paragraph: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Ruled):
    """Two views that stand against each other, by the surest rule that found them.

    Of a recorded attack ``first`` is the attacker (the first by claim if each attacks the other), of a qualification the condition or
    limit, of others the supporting side. ``topics`` are the labels of what both concern or, if ``shared`` is false, either; without
    what is only wider than another of them.
    ``because`` are the reasons that both share, or the speakers who hold both. ``sentences`` show a recorded relation.
    """

    rule: Rule
    certainty: Certainty
    first: View
    second: View
    topics: tuple[str, ...] = ()
    shared: bool = True
    because: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A position that the record holds more than once or widely and that nothing recorded opposes.

    ``limits`` are the claims of positions that qualify it.
    """

    view: View
    grounds: tuple[Ground, ...]
    topics: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A position as a member of a coalition."""

    position: Id
    key: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """Positions that go together in the record, sorted by claim.

    They are connected by recorded support, none of them attacks another, and none can join without breaking that (a coalition of Cayrol
    and Lagasquie-Schiex 2010). ``attacks`` is the number of attacks among them: above 0 only where a group is too entangled to be divided.
    """

    members: tuple[Member, ...]
    attacks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts(Tabular):
    """Common ground and conflict, of a provision or theme (``what``), or of all.

    Conflicts and tensions come in the order of their rules, the surest first, then the most widely held; common ground first what recurs
    in most consultations. ``found`` are the numbers of all that was found (``conflicts``, ``tensions``, ``common_ground``, ``positions``,
    ``coalitions``), of which the tuples may hold the first ones. ``views`` are the positions on ``what``, none if it is everything;
    ``topics`` are provisions in the order of the treaty, then themes by label. ``lacks`` tells which of ``statements``, ``positions`` and
    ``relations`` there are none of.
    """

    what: str | None
    searched: Searched
    topics: tuple[Topic, ...] = ()
    conflicts: tuple[Dispute, ...] = ()
    tensions: tuple[Dispute, ...] = ()
    common_ground: tuple[Agreement, ...] = ()
    views: tuple[View, ...] = ()
    coalitions: tuple[Coalition, ...] = ()
    found: Mapping[str, int] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()

    def to_table(self) -> Table:
        """Give a row for each conflict, tension and agreement; each side with its most widely held statement."""
        disputes = [("conflict", one) for one in self.conflicts] + [("tension", one) for one in self.tensions]
        rows = [_dispute_row(sort, one) for sort, one in disputes] + [_agreement_row(one) for one in self.common_ground]
        return Table(variables=("kind", "rule", "certainty", "topics", *_side_names("first"), *_side_names("second")), rows=tuple(rows))


_SIDE = ("position", "claim", "prevalence", "statements", "speakers", "quote", "document", "paragraph", "start", "end")


def _side_names(side: str) -> tuple[str, ...]:
    return tuple(f"{side}_{name}" for name in _SIDE)


def _dispute_row(sort: str, dispute: Dispute) -> tuple[Value, ...]:
    about = (sort, dispute.rule.value, dispute.certainty.value, "; ".join(dispute.topics))
    return (*about, *_side(dispute.first), *_side(dispute.second))


def _agreement_row(agreement: Agreement) -> tuple[Value, ...]:
    grounds = "; ".join(agreement.grounds)
    return ("common ground", grounds, None, "; ".join(agreement.topics), *_side(agreement.view), *[None] * len(_SIDE))


def _side(view: View) -> tuple[Value, ...]:
    held = ("; ".join(view.widest), view.statements, "; ".join(view.speakers))
    first = view.heard[0] if view.heard else None
    where = (first.quote, first.document, first.paragraph, first.start, first.end) if first else (None,) * 5
    return (view.key, view.claim, *held, *where)

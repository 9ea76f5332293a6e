"""What is found about the groups of a network: rows of tables, with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.analysis.structure.findings import Described, Rewiring
from travaux.analysis.structure.significance import Obstacle
from travaux.analysis.tables import Tabular
from travaux.model.store import Table


class Verdict(StrEnum):
    """What the comparisons support about the groups at a resolution."""

    GROUPS = "groups beyond chance"
    UNSTEADY = "more clustered than chance, but the groups do not hold"
    PARTS = "no groups beyond the parts that share no link"
    CHANCE = "no clustering beyond chance"
    OPEN = "nothing can be concluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division of the network into groups, found at a ``resolution``.

    ``groups`` have two members or more. ``modularity`` is that of this division, ``expected`` the mean of what the same search finds in
    rewired networks, ``score`` and ``chance`` those of ``significance.Compared`` over all resolutions; ``None`` where nothing can be
    concluded. ``between_runs`` is the mean adjusted Rand index with the divisions of other seeds, ``when_thinned`` with those of the
    network with a tenth of its links left out, ``distance`` the mean variation of information between runs, in nats. These three leave
    aside parts of the network that no run divides: agreement about them is no achievement.
    """

    resolution: float
    groups: int
    modularity: float
    expected: float | None
    score: float | None
    chance: float | None
    between_runs: float
    when_thinned: float
    distance: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A node of a group: its ``weight`` inside the group, the share ``inside`` of its weight that this is, 0 to 1.

    ``holds`` is the share of the rest of the group that stays with it, on the mean over the runs, thinned networks included.
    """

    name: str
    label: str
    kind: str
    group: int
    weight: float
    inside: float
    holds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group: its number (1 is the largest), its members, those with most weight inside first.

    ``inside`` is the share of its members' weight that lies inside, ``holds`` the mean of its members'; a group that ``is_part`` shares no
    link with the rest, and no algorithm was needed to find it.
    """

    number: int
    members: tuple[Member, ...]
    inside: float
    holds: float
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities(Tabular):
    """The groups of a network; a row of the table is a member of a group.

    ``divisions`` has one for each resolution asked for, ``chosen`` the resolution of ``groups``: of those at which there are groups
    beyond chance the one at which they hold best when links are left out. Without such a one it is ``None``, and there are no groups.
    """

    network: Described
    rewiring: Rewiring
    runs: int
    obstacle: Obstacle | None
    divisions: tuple[Division, ...]
    chosen: float | None
    groups: tuple[Group, ...]
    methods: tuple[str, ...]

    def to_table(self) -> Table:
        """Give the members as rows, group by group."""
        names = tuple(Member.__dataclass_fields__)
        return Table(names, tuple(tuple(getattr(one, name) for name in names) for group in self.groups for one in group.members))

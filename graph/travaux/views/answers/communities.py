"""Communities as a report: whether there are groups beyond chance, whether they hold, and whom they gather."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from travaux.analysis.structure.groups import Communities, Division, Group, Member, Verdict
from travaux.views.answers.structure import tell_asides, tell_network, tell_obstacle, tell_rewiring
from travaux.views.counting import count_of
from travaux.views.report import Grid, Items, Report, Section, Text

_TYPICAL = 4
"""Members shown of each kind."""
_UNNAMED = "Groups have numbers, not names: what their members have in common is for a reader to say."
_AGREEMENT = (
    "“Other seeds” and “links left out” are adjusted Rand indices: 1 where the same groups come back, 0 where no more agrees than chance "
    "gives. Groups hold from 0.65 on both; a tenth of the links is left out each time. Parts that no run divides are not counted in."
)
_TEST = "The test is of the division as a whole. That it is beyond chance does not tell that each single group is."
_DEPENDENT = (
    "A paragraph often says several things of one matter, and rewired networks take each link by itself. So some clustering comes from how "
    "reports are written."
)
_MODES = "Nodes of both kinds are grouped together; chance is reckoned for links between the two kinds only (Barber 2007)."
_UNDIRECTED = "Directions are left aside."


def show_communities(found: Communities, top: int) -> Report:
    """Show the divisions, and the ``top`` largest groups by their most typical members."""
    obstacle = found.obstacle
    lead = tell_obstacle(obstacle, found.rewiring.moved) if obstacle else _tell(found)
    title = f"Communities: {found.network.name}" if found.network.name else "Communities"
    if not found.divisions:
        return Report(title, f"{found.network.meaning} {lead}".strip())
    sections = (_divisions(found), *_groups(found, top))
    return Report(title, f"{tell_network(found.network)} {lead}", sections, tuple(_notes(found)))


def _tell(found: Communities) -> str:
    verdicts = {one.verdict for one in found.divisions}
    if found.chosen is not None:
        divided = [group for group in found.groups if not group.is_part]
        return (
            f"At resolution {found.chosen:g} it divides into {count_of(len(found.groups), 'group')} beyond chance{_parts(found, divided)}."
        )
    if Verdict.UNSTEADY in verdicts:
        return (
            "It is more clustered than chance gives, but the groups found differ from run to run or when links are left out: none is shown."
        )
    if Verdict.PARTS in verdicts:
        return "Beyond its falling into parts that share no link, there is no clustering beyond chance: no groups are shown."
    return "There is no clustering beyond chance: no groups are shown."


def _parts(found: Communities, divided: list[Group]) -> str:
    whole = len(found.groups) - len(divided)
    if not whole:
        return ""
    return f"; {whole} of them {'shares' if whole == 1 else 'share'} no link with the rest, which needs no algorithm"


def _divisions(found: Communities) -> Section:
    head = ("resolution", "groups", "modularity", "by chance", "p", "other seeds", "links left out", "finding")
    rows = tuple(_row(one) for one in found.divisions)
    if found.obstacle:
        return Section("Resolutions", (Grid((*head[:3], *head[5:]), tuple((*row[:3], *row[5:]) for row in rows)),))
    return Section("Resolutions", (Grid(head, rows),))


def _row(one: Division) -> tuple[str, ...]:
    return (
        f"{one.resolution:g}",
        f"{one.groups:,}",
        f"{one.modularity:.3f}",
        f"{one.expected or 0:.3f}",
        f"{one.chance or 0:.3f}",
        f"{one.between_runs:.2f}",
        f"{one.when_thinned:.2f}",
        str(one.verdict),
    )


def _groups(found: Communities, top: int) -> Iterator[Section]:
    if not found.groups:
        return
    divided = [group for group in found.groups if not group.is_part]
    shown = divided[:top]
    left = len(divided) - len(shown)
    blocks = (Text(f"{count_of(left, 'smaller group')} not shown; --format json has all."),) if left else ()
    yield Section("Groups, the largest first", blocks, tuple(_group(group) for group in shown))
    if parts := [group for group in found.groups if group.is_part]:
        sizes = Counter(len(group.members) for group in parts)
        told = ", ".join(f"{number} with {size} nodes" for size, number in sorted(sizes.items(), reverse=True))
        yield Section("Parts that share no link with the rest", (Text(f"{count_of(len(parts), 'part')}: {told}."),))


def _group(group: Group) -> Section:
    kinds = Counter(member.kind or "node" for member in group.members)
    told = ", ".join(count_of(number, kind) for kind, number in sorted(kinds.items()))
    inside = f"Of its members' links {group.inside:.0%} lie inside, by what they count"
    words = f"{inside}; from run to run {group.holds:.0%} of a member's group stays with it."
    return Section(f"Group {group.number}: {told}", (Text(words), Items(tuple(_typical(group)))))


def _typical(group: Group) -> Iterator[str]:
    """Give the members with most weight inside, of each kind as many."""
    for kind in sorted({member.kind for member in group.members}):
        members = [member for member in group.members if member.kind == kind]
        yield from (_tell_member(member) for member in members[:_TYPICAL])


def _tell_member(member: Member) -> str:
    kind = f"{member.kind}: " if member.kind else ""
    return f"{kind}{member.label} ({member.weight:g} inside)"


def _notes(found: Communities) -> Iterator[str]:
    if not found.obstacle:
        yield tell_rewiring(found.rewiring)
        yield _AGREEMENT
    if found.groups:
        yield _UNNAMED
        yield _TEST
        yield _DEPENDENT
    yield from [_MODES] * found.network.two_mode + [_UNDIRECTED] * found.network.directed
    yield from tell_asides(found.network)
    yield (
        f"{count_of(found.runs, 'seed')} at each resolution, and as many networks with links left out. Methods. {'. '.join(found.methods)}."
    )

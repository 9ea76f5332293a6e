"""The grounded extension of a framework, in time linear in its attacks."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from travaux.analysis.argumentation.framework import Framework, to_targets


class Label(StrEnum):
    """How the grounded extension stands to an argument: it holds it, attacks it, or neither (Caminada 2006)."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Grounding:
    """The grounded labelling.

    ``ranks`` tells of arguments that are in or out in which round they became so: in after all attackers are out, out right after the first
    attacker is in. Every explanation leads to lower ranks, so none is a circle.
    """

    labels: dict[str, Label]
    ranks: dict[str, int]

    def holding(self, label: Label) -> frozenset[str]:
        """Give the arguments with that label."""
        return frozenset(argument for argument, own in self.labels.items() if own is label)


def ground(framework: Framework) -> Grounding:
    """Label the arguments: in if all attackers are out, out if one is in (Dung 1995, definition 20; Modgil and Caminada 2009)."""
    targets = to_targets(framework.attacks)
    standing = dict.fromkeys(framework.arguments, 0)
    for _, attacked in framework.attacks:
        standing[attacked] += 1
    labels = dict.fromkeys(sorted(framework.arguments), Label.UNDECIDED)
    ranks: dict[str, int] = {}
    waiting = deque(argument for argument in labels if not standing[argument])
    ranks.update(dict.fromkeys(waiting, 0))
    while waiting:
        accepted = waiting.popleft()
        labels[accepted] = Label.IN
        for rejected in sorted(targets.get(accepted, ())):
            if labels[rejected] is Label.OUT:
                continue
            labels[rejected], ranks[rejected] = Label.OUT, ranks[accepted] + 1
            for freed in sorted(targets.get(rejected, ())):
                standing[freed] -= 1
                if not standing[freed] and labels[freed] is Label.UNDECIDED:
                    ranks[freed] = ranks[rejected] + 1
                    waiting.append(freed)
    return Grounding(labels, ranks)

"""Preferred and stable extensions by answer set programming; the only module that knows clingo.

The programs state the definitions of Dung (1995) as such; that answer sets are the extensions was seen by Dung himself, and worked out for
the language of such solvers by Egly, Gaggl and Woltran (2010, Argument & Computation 1(2), 147-177).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import clingo

from travaux.analysis.argumentation.framework import Framework

_CONFLICT_FREE = """
{ in(X) } :- argument(X).
:- attacks(X, Y), in(X), in(Y).
attacked(Y) :- attacks(X, Y), in(X).
#show in/1.
"""
_DEFENDED = ":- in(X), attacks(Y, X), not attacked(Y).\n"
_NOTHING_LEFT = ":- argument(X), not in(X), not attacked(X).\n"
_LARGEST = "#heuristic in(X) : argument(X). [1, true]\n"


class Semantics(StrEnum):
    """Which sets of arguments are extensions (Dung 1995).

    Grounded: the least complete one, always exactly one. Preferred: the largest admissible ones, at least one. Stable: conflict-free ones
    that attack everything else; there may be none.
    """

    GROUNDED = "grounded"
    PREFERRED = "preferred"
    STABLE = "stable"


class OutOfTimeError(Exception):
    """The time that may be spent on a search is over; whoever asked says so to the user."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment (of the monotonic clock, in seconds) until which a search may take; ``None`` for as long as it takes."""

    moment: float | None = None

    @classmethod
    def after(cls, seconds: float | None) -> Deadline:
        """Give a deadline so many seconds from now."""
        return cls(None if seconds is None else time.monotonic() + seconds)

    def left(self) -> float:
        """Give the seconds left, never less than none."""
        return float("inf") if self.moment is None else max(0.0, self.moment - time.monotonic())


def find_extensions(framework: Framework, semantics: Semantics, deadline: Deadline = Deadline()) -> Iterator[frozenset[str]]:
    """Find the preferred or the stable extensions one by one, in an order that is the same every time.

    Raises ``OutOfTimeError`` when the deadline has passed.
    """
    if semantics is Semantics.PREFERRED:
        yield from _models(framework, _DEFENDED + _LARGEST, ["0", "--heuristic=Domain", "--enum-mode=domRec"], deadline)
    else:
        yield from _models(framework, _NOTHING_LEFT, ["0"], deadline)


def find_credulous(framework: Framework, semantics: Semantics, deadline: Deadline = Deadline()) -> frozenset[str]:
    """Find the arguments that are in at least one preferred or stable extension, without listing the extensions.

    An argument is in a preferred extension exactly if it is in an admissible set, for each of these lies in a preferred one (Dung 1995,
    theorem 11). Raises ``OutOfTimeError`` when the deadline has passed.
    """
    condition = _DEFENDED if semantics is Semantics.PREFERRED else _NOTHING_LEFT
    return _last(framework, condition, "brave", deadline) or frozenset()


def find_sceptical_stable(framework: Framework, deadline: Deadline = Deadline()) -> frozenset[str] | None:
    """Find the arguments that are in all stable extensions, without listing these; ``None`` if there is no stable extension."""
    return _last(framework, _NOTHING_LEFT, "cautious", deadline)


def _last(framework: Framework, condition: str, mode: str, deadline: Deadline) -> frozenset[str] | None:
    """Give the last model, which of brave and cautious reasoning is the answer."""
    last = None
    for model in _models(framework, condition, ["0", f"--enum-mode={mode}"], deadline):
        last = model
    return last


def _models(framework: Framework, condition: str, options: list[str], deadline: Deadline) -> Iterator[frozenset[str]]:
    """Solve with arguments as numbers, so that no name has to be written in the language of the solver."""
    names = sorted(framework.arguments)
    numbers = {name: number for number, name in enumerate(names)}
    facts = [f"argument({number})." for number in range(len(names))]
    facts += sorted(f"attacks({numbers[attacker]}, {numbers[attacked]})." for attacker, attacked in framework.attacks)
    control = clingo.Control(options, logger=_say_nothing)
    control.add("base", [], "\n".join([_CONFLICT_FREE, condition, *facts]))
    control.ground([("base", [])])
    with control.solve(yield_=True, async_=True) as handle:
        while True:
            handle.resume()
            if not handle.wait(None if deadline.moment is None else deadline.left()):
                handle.cancel()
                raise OutOfTimeError
            model = handle.model()
            if model is None:
                return
            yield frozenset(names[symbol.arguments[0].number] for symbol in model.symbols(shown=True))


def _say_nothing(code: clingo.MessageCode, message: str) -> None:
    """Drop remarks of the solver, such as that there is nothing to choose; its errors are raised."""

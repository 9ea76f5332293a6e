"""The argument view: reasons, conditions and objections as a tree that reads like an outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.argumentation import (
    Account,
    Arguments,
    Branch,
    Evidence,
    Part,
    Role,
    Semantics,
    Standing,
    Support,
    evaluate_arguments,
)
from travaux.analysis.argumentation import Limits as Search
from travaux.model.schemes import RelationForm
from travaux.views.answers.objections import STANDING_WORDS, explain
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Page
from travaux.views.explorer.paging import first_of, part_of

_SIZE = 15
"""Parts of the map on one page."""
_LISTED = 50
"""Positions of one standing on one page."""
_SECONDS = 5.0
"""Most seconds that a page may search for what can be held together."""
_OPEN_LEVELS = 1
"""Levels of a tree that stand open; deeper ones are folded."""

SEMANTICS_WORDS = {
    Semantics.GROUNDED: "each objection to it is answered",
    Semantics.PREFERRED: "it fits with every largest group of positions that fit together",
    Semantics.STABLE: "it is in every group that fits together and objects to all others",
}
SUPPORT_WORDS = {
    Support.NECESSARY: "counts against what rests on it",
    Support.DEDUCTIVE: "of what follows counts against the reason",
    Support.NONE: "counts for that reason alone",
}
_HOW = {
    Semantics.GROUNDED: "A position survives if each objection to it is itself answered by a position that survives.",
    Semantics.PREFERRED: "A position survives if it is in each of the largest groups that fit together and answer the objections to them.",
    Semantics.STABLE: "A position survives if it is in each group that fits together and objects to all outside it; there may be none.",
}
_CARRIED = {
    Support.NECESSARY: "An objection to a reason counts against what rests on it.",
    Support.DEDUCTIVE: "An objection to a position counts against the reasons given for it.",
    Support.NONE: "An objection to a reason counts against that reason alone.",
}
_WORDS = {Role.OBJECTION: "Objection", Role.DISAGREEMENT: "Opposed view"}
_FORMS = {RelationForm.CONSEQUENCE: "Argued from its effect", RelationForm.CONDITION: "Condition"}
_UNDER = {
    Role.REASON: "{} for {}",
    Role.OBJECTION: "{} to {}",
    Role.DISAGREEMENT: "{} to {}",
    Role.LIMIT: "{} of {}",
}
_NOUNS = {Role.REASON: "the reason", Role.OBJECTION: "the objection", Role.DISAGREEMENT: "the opposed view", Role.LIMIT: "the limit"}


@dataclass(frozen=True, slots=True)
class ShownBranch:
    """A line of the tree: ``kind`` in words, the claim and its key, the sentences that show it, and the lines under it.

    ``standing`` is empty where no objection to it is recorded; ``cut`` says where what bears on it is told, if not here; ``open`` tells
    whether the lines under it stand open.
    """

    role: str
    kind: str
    key: str
    claim: str
    standing: str
    evidence: tuple[Evidence, ...]
    branches: tuple[ShownBranch, ...]
    cut: str
    open: bool


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """A position with how it stands, in sentences, and its tree."""

    key: str
    claim: str
    sentences: tuple[str, ...]
    branches: tuple[ShownBranch, ...]


def show_arguments(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show how positions stand, of all or of what the option ``about`` names; ``QueryError`` for what the graph does not know."""
    about = options.one("about")
    semantics = next(iter(options.words("semantics", Semantics)), Semantics.GROUNDED)
    support = next(iter(options.words("support", Support)), Support.NECESSARY)
    answer = evaluate_arguments(
        explorer.store,
        about,
        semantics=semantics,
        support=support,
        explicit_only="explicit" in options.all("only"),
        selection=select(options, explorer.store),
        limits=Search(seconds=_SECONDS),
    )
    stands = next(iter(options.words("stands", Standing)), None) if not about else None
    alike = [one for part in answer.parts for one in part.positions if one.standing is stands]
    alike.sort(key=lambda one: (-one.reasons, -one.limits, one.claim, one.key))
    size = _LISTED if stands else _SIZE
    first = first_of(options, size)
    ranked = sorted(answer.parts, key=lambda part: (-part.objections, part.number))
    shown = ranked[first : first + size] if stands is None else []
    listed = alike[first : first + size]
    asked = Asked("/arguments", options)
    return Page(
        title=f"Reasons and objections: {about}" if about else "Reasons and objections",
        template="arguments.html.j2",
        shown={
            "answer": answer,
            "asked": asked,
            "choices": choices_of(explorer.corpus),
            "accounts": [_to_account(one, answer) for one in answer.accounts],
            "standings": _standings(answer, asked),
            "stands": stands,
            "stands_words": STANDING_WORDS[stands] if stands else "",
            "listed": listed,
            "objected": sum(it.standing is not Standing.UNCHALLENGED for part in answer.parts for it in part.positions),
            "parts": [_central(part) for part in shown],
            "part": part_of(asked, size, len(listed or shown), len(alike) if stands else len(ranked)),
            "semantics_words": SEMANTICS_WORDS,
            "support_words": SUPPORT_WORDS,
            "how": explain_weighing(answer),
        },
        data=answer,
        section="/positions",
    )


def show_account(answer: Arguments) -> ShownAccount | None:
    """Give the first account of an answer in words; ``None`` if it has none."""
    return next((_to_account(one, answer) for one in answer.accounts), None)


def explain_weighing(answer: Arguments) -> str:
    """Say in two sentences how it was found out what survives."""
    return f"{_HOW[answer.semantics]} {_CARRIED[answer.support]}"


def _standings(answer: Arguments, asked: Asked) -> list[tuple[Standing, str, int, str]]:
    """Give each way to stand that there is: its words, how many positions, and the address that lists them."""
    counts = Counter(it.standing for part in answer.parts for it in part.positions)
    return [(one, STANDING_WORDS[one], counts[one], asked.address(stands=one.value, page="")) for one in Standing if counts[one]]


def _central(part: Part) -> tuple[Part, str, str]:
    """Name a part of the map after the position that most relations join to others: key and claim."""
    central = max(part.positions, key=lambda one: (one.reasons + one.objections + one.limits, one.key))
    return part, central.key, central.claim


def _to_account(account: Account, answer: Arguments) -> ShownAccount:
    return ShownAccount(
        account.key, account.claim, explain(account, answer), tuple(_to_branch(one, None, answer, 1) for one in account.branches)
    )


def _to_branch(branch: Branch, above: Role | None, answer: Arguments, level: int) -> ShownBranch:
    elsewhere = "What bears on that stands with it elsewhere." if branch.told_elsewhere else "More bears on that." if branch.cut else ""
    return ShownBranch(
        role=branch.role.value,
        kind=_kind(branch, above),
        key=branch.position,
        claim=answer.claims[branch.position],
        standing="" if branch.standing is Standing.UNCHALLENGED else STANDING_WORDS[branch.standing],
        evidence=branch.evidence,
        branches=tuple(_to_branch(one, branch.role, answer, level + 1) for one in branch.branches),
        cut=elsewhere,
        open=level <= _OPEN_LEVELS,
    )


def _kind(branch: Branch, above: Role | None) -> str:
    """Say in words what a position is to the one above it."""
    forms = {one.form for one in branch.evidence}
    own = _WORDS.get(branch.role) or next((_FORMS[form] for form in RelationForm if form in forms and form in _FORMS), None)
    words = own or ("Reason" if branch.role is Role.REASON else "Limit")
    return _UNDER[branch.role].format(words, _NOUNS[above]) if above and " " not in words.removesuffix(" view") else words

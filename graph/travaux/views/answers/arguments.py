"""How positions stand against the objections recorded, in words that take no side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from travaux.analysis.argumentation import Account, Arguments, Branch, Evidence, Knot, Part, Semantics, Standing, Support, Weighed
from travaux.analysis.argumentation.reasons import Role
from travaux.model.schemes import Marking
from travaux.views.answers.objections import STANDING_WORDS, explain
from travaux.views.counting import count_of
from travaux.views.report import Block, Grid, Items, Quote, Report, Section, Text

_SHOWN = 15
"""Rows and sets that a report shows; the data formats hold all."""

_ROLES = {
    Role.REASON: "Reason",
    Role.OBJECTION: "Objection",
    Role.DISAGREEMENT: "In disagreement with it",
    Role.LIMIT: "Limit or condition",
}

_SEMANTICS = {
    Semantics.GROUNDED: "Grounded semantics (Dung 1995): to survive, every objection must itself be objected to by what survives.",
    Semantics.PREFERRED: "Preferred semantics (Dung 1995): the largest sets of positions that hold together against the objections.",
    Semantics.STABLE: "Stable semantics (Dung 1995): sets that hold together and object to all other positions; there may be none.",
}
_SUPPORT = {
    Support.NECESSARY: "An objection to a recorded reason is counted as one to what rests on it (necessary support).",
    Support.DEDUCTIVE: "An objection to a position is counted as one to the reasons recorded for it (deductive support).",
    Support.NONE: "Reasons are shown, and no objection is carried over them.",
}
_COUNTED = {
    Standing.UNCHALLENGED: "to which no objection is recorded",
    Standing.SURVIVES: "that the objections recorded here leave standing",
    Standing.OPEN: "which the objections recorded here leave open",
    Standing.FALLS: "that the objections recorded here do not leave standing",
    Standing.NO_SET: "in no set, for no set is stable",
    Standing.UNSETTLED: "not found out within the limits",
    None: "that no relation joins to another",
}
_NOTES = (
    "This weighs what the reports record, by rules: it says nothing on which position is right, or how many hold it.",
    "“No objection is recorded” is not “accepted”. What is not recorded may still have been said.",
)


def show_arguments(answer: Arguments) -> Report:
    """Put the answer in words: an overview, or the accounts of the positions asked for."""
    asked = bool(answer.what)
    sections = (*_accounts(answer), *_sets(answer)) if asked else (*_standings(answer), *_objected(answer), *_sets(answer), *_parts(answer))
    return Report(
        title=f"Arguments: {answer.what}" if asked else "Arguments",
        lead=_lead_of_asked(answer) if asked else _lead(answer),
        sections=sections,
        notes=tuple(_notes(answer)),
    )


def _lead(answer: Arguments) -> str:
    joined = sum(len(part.positions) for part in answer.parts)
    objected = sum(1 for part in answer.parts if part.objections)
    if not joined:
        return f"No relation between positions is recorded here; {count_of(answer.alone, 'position')} stand alone."
    return (
        f"Recorded relations join {count_of(joined, 'position')} in {count_of(len(answer.parts), 'part')} of the map; objections are "
        f"recorded in {objected or 'none'} of them. No relation looked at joins {count_of(answer.alone, 'more position')} to another."
    )


def _lead_of_asked(answer: Arguments) -> str:
    if not answer.accounts:
        return "No position on file fits. That is not the same as: not said."
    standings = Counter(one.position.standing if one.position else None for one in answer.accounts)
    told = [f"{standings[one]} {_COUNTED[one]}" for one in (*Standing, None) if standings[one]]
    named = (
        f"The first {len(answer.accounts)} of {answer.asked} positions"
        if answer.asked > len(answer.accounts)
        else f"{answer.asked} positions"
    )
    return f"{named}: {'; '.join(told)}." if answer.asked > 1 else ""


def _standings(answer: Arguments) -> Iterator[Section]:
    standings = Counter(one.standing for part in answer.parts for one in part.positions)
    rows = tuple((STANDING_WORDS[standing], str(standings[standing])) for standing in Standing if standings[standing])
    if rows:
        yield Section("How positions stand", (Grid(("standing", "positions"), rows),))


def _parts(answer: Arguments) -> Iterator[Section]:
    if not answer.parts:
        return
    ranked = sorted(answer.parts, key=lambda part: (-part.objections, part.number))
    more = f"The {_SHOWN} parts with most objections, then the largest, of {len(ranked)}." if len(ranked) > _SHOWN else ""
    columns = ("part", "with", "positions", "reasons", "objections", "limits")
    yield Section("Parts of the map", (Grid(columns, tuple(_row(part) for part in ranked[:_SHOWN]), more),))


def _row(part: Part) -> tuple[str, ...]:
    central = max(part.positions, key=lambda one: (one.reasons + one.objections + one.limits, one.key))
    counts = (len(part.positions), part.reasons, part.objections, part.limits)
    return (str(part.number), f"{central.claim} ({central.key})", *map(str, counts))


def _objected(answer: Arguments) -> Iterator[Section]:
    if not answer.accounts:
        return
    number = sum(1 for part in answer.parts for one in part.positions if one.standing is not Standing.UNCHALLENGED)
    first = (Text(f"The first {len(answer.accounts)} of {number}; ask for one by its key."),) if number > len(answer.accounts) else ()
    sections = tuple(Section(_title(one), tuple(_standing_of(one, answer))) for one in answer.accounts)
    yield Section("Positions to which something is objected", first, sections)


def _accounts(answer: Arguments) -> Iterator[Section]:
    for one in answer.accounts:
        yield Section(_title(one), tuple(_standing_of(one, answer)), tuple(_branch(branch, answer) for branch in one.branches))


def _title(account: Account) -> str:
    return f"{account.claim} ({account.key})"


def _standing_of(account: Account, answer: Arguments) -> Iterator[Block]:
    sentences = explain(account, answer)
    yield Text(sentences[0])
    if sentences[1:]:
        yield Items(tuple(sentences[1:]))
    if answer.gradual and account.position:
        yield Text(_strength(account.position, answer))


def _strength(position: Weighed, answer: Arguments) -> str:
    if position.strength is None:
        return f"Its strength does not settle ({answer.gradual})."
    return f"Strength by {answer.gradual}: {position.strength:.2f}; every position begins at 0.50."


def _branch(branch: Branch, answer: Arguments) -> Section:
    blocks = list[Block](_quote(one) for one in branch.evidence)
    if branch.standing is not Standing.UNCHALLENGED:
        blocks.append(Text(f"How that stands: {STANDING_WORDS[branch.standing]}."))
    if branch.told_elsewhere:
        blocks.append(Text("What bears on that stands elsewhere in this answer."))
    if branch.cut:
        blocks.append(Text(f"More bears on that: travaux arguments {branch.position}"))
    title = f"{_ROLES[branch.role]}: {answer.claims[branch.position]}"
    return Section(title, tuple(blocks), tuple(_branch(one, answer) for one in branch.branches))


def _quote(evidence: Evidence) -> Quote:
    paragraph = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
    marked = "The text itself marks it" if evidence.marking is Marking.EXPLICIT else "Inferred by an editor"
    where = f"{evidence.document_title}{paragraph}, characters {evidence.start}–{evidence.end}"
    return Quote(evidence.quote, (where, f"{marked} ({evidence.form}): {evidence.why}" if evidence.why else f"{marked} ({evidence.form})."))


def _sets(answer: Arguments) -> Iterator[Section]:
    asked = {one.key for one in answer.accounts}
    knots = [knot for part in answer.parts for knot in part.knots if not answer.what or asked.intersection(knot.members)]
    if not knots:
        return
    shown = tuple(_knot(knot, answer, number) for number, knot in enumerate(knots[:_SHOWN], start=1))
    more = (Text(f"The first {_SHOWN} of {len(knots)} contested groups."),) if len(knots) > _SHOWN else ()
    yield Section("What can be held together", more, shown)


def _knot(knot: Knot, answer: Arguments, number: int) -> Section:
    title = f"Contested group {number}"
    if not knot.sets:
        words = "No set of them is stable: they object to one another in a circle that cannot be cut." if knot.complete else "Not settled."
        return Section(title, (Text(words), Items(tuple(_named(knot.members, answer)))))
    some = "Each of these can be held together; nothing recorded here settles between them."
    one = "What is recorded leaves one way:"
    listed = tuple(", together with ".join(_named(chosen, answer)) or "none of them" for chosen in knot.sets[:_SHOWN])
    left = len(knot.sets) - len(listed)
    rest = (f"and {left} more",) if left else ()
    unlisted = () if knot.complete else ("and more, which are not listed: the limit was reached",)
    return Section(title, (Text(some if len(knot.sets) > 1 or not knot.complete else one), Items((*listed, *rest, *unlisted))))


def _named(keys: Iterable[str], answer: Arguments) -> Iterator[str]:
    return (f"“{answer.claims[key]}”" for key in keys)


def _notes(answer: Arguments) -> Iterator[str]:
    yield _SEMANTICS[answer.semantics]
    yield _SUPPORT[answer.support]
    yield "A recorded disagreement counts both ways. What only limits a position is shown, and is no objection."
    if answer.explicit_only:
        yield "Only relations that the text itself marks were looked at."
    if answer.gradual:
        yield "Strengths are numbers of the method, from 0 to 1; they rest on relations alone and on no count of speakers."
    yield from _NOTES

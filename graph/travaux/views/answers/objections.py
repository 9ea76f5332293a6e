"""Why a position stands as it does, in sentences: what is objected to it, and what answers that."""

from __future__ import annotations

from travaux.analysis.argumentation import Account, Arguments, Objection, Semantics, Standing, Support

STANDING_WORDS = {
    Standing.UNCHALLENGED: "no objection is recorded",
    Standing.SURVIVES: "survives the objections recorded here",
    Standing.OPEN: "unsettled: the objections recorded here do not decide it",
    Standing.FALLS: "does not survive the objections recorded here",
    Standing.NO_SET: "undecided: no set of positions fits what was asked",
    Standing.UNSETTLED: "not found out within the limits",
}
"""How a position stands, in words that take no side."""

_IN_TURN = {Standing.UNCHALLENGED: "to which no objection is recorded", Standing.SURVIVES: "which survives the objections to it"}
_THAT = {
    Standing.UNCHALLENGED: "no objection to that is recorded",
    Standing.SURVIVES: "that survives the objections to it",
    Standing.OPEN: "whether that survives is unsettled itself",
    Standing.FALLS: "that does not survive the objections to it",
    Standing.NO_SET: "that is undecided as well",
    Standing.UNSETTLED: "how that stands was not found out within the limits",
}


def explain(account: Account, answer: Arguments) -> tuple[str, ...]:
    """Say how a position stands and why: a sentence, and one for each objection if there are several."""
    if account.position is None:
        return ("No reason, objection or limit is recorded that joins it to another position.",)
    standing = account.position.standing
    if standing is Standing.UNCHALLENGED:
        return ("No objection to it is recorded.",)
    deciding = _deciding(standing, account.objections)
    told = tuple(_tell(one, answer) for one in deciding)
    opening = _open(standing, account, answer)
    if len(told) == 1 and standing is Standing.SURVIVES and deciding[0].answer is not None:
        return (f"It {STANDING_WORDS[standing]} because {_only(deciding[0], answer)}.",)
    if len(told) == 1:
        return (f"{opening}: {told[0]}.",)
    return (f"{opening}:", *(f"{_capital(one)}." for one in told))


def _open(standing: Standing, account: Account, answer: Arguments) -> str:
    words = STANDING_WORDS[standing].partition(":")
    opening = f"It {words[0]}" if standing in {Standing.SURVIVES, Standing.FALLS} else _capital(words[0])
    if answer.semantics is Semantics.GROUNDED or account.position is None or standing is not Standing.OPEN:
        return opening
    among = (
        "some of the sets that can be held together, and not in others"
        if account.position.in_some
        else "none of the sets, nor objected to by all"
    )
    return f"{opening}, being in {among}"


def _deciding(standing: Standing, objections: tuple[Objection, ...]) -> tuple[Objection, ...]:
    """Leave out objections that do not matter to how the position stands, where others settle it."""
    wanted = {
        Standing.FALLS: {Standing.UNCHALLENGED, Standing.SURVIVES},
        Standing.OPEN: {Standing.OPEN, Standing.NO_SET, Standing.UNSETTLED},
    }.get(standing, set(Standing))
    return tuple(one for one in objections if one.standing in wanted) or objections


def _only(objection: Objection, answer: Arguments) -> str:
    carried = _reached(objection, answer)
    objector, reply = _named(objection.objector, answer), _named(objection.answer or "", answer)
    in_turn = _IN_TURN[objection.answer_standing or Standing.SURVIVES]
    only = f"its only objection, {objector}," if carried == "it" else f"the only objection, by {objector} to {carried},"
    return f"{only} is itself objected to by {reply}, {in_turn}"


def _tell(objection: Objection, answer: Arguments) -> str:
    objector = _named(objection.objector, answer)
    if objection.mutual and len(objection.way) == 1:
        told = f"it and {objector} exclude each other"
        return told if objection.standing is Standing.OPEN else f"{told}, and {_THAT[objection.standing]}"
    told = f"{objector} objects to {_reached(objection, answer)}"
    if objection.standing is Standing.FALLS and objection.answer is not None:
        in_turn = _IN_TURN[objection.answer_standing or Standing.SURVIVES]
        return f"{told}, and is itself objected to by {_named(objection.answer, answer)}, {in_turn}"
    return f"{told}, and {_THAT[objection.standing]}"


def _reached(objection: Objection, answer: Arguments) -> str:
    """Say what is objected to: the position, or what carries the objection to it."""
    if len(objection.way) == 1:
        return "it"
    target = _named(objection.way[0], answer)
    if answer.support is Support.NECESSARY:
        return f"{target}, a reason recorded for {_chain(objection, answer)}"
    return f"{target}, for which {_chain(objection, answer)} is recorded as a reason"


def _chain(objection: Objection, answer: Arguments) -> str:
    between = objection.way[1:-1]
    if not between:
        return "it"
    if answer.support is Support.NECESSARY:
        return f"{_named(between[0], answer)}" + "".join(f" and so for {_named(one, answer)}" for one in between[1:]) + " and so for it"
    return f"{_named(between[0], answer)} (and, in turn, it)"


def _named(key: str, answer: Arguments) -> str:
    return f"“{answer.claims[key].rstrip('.')}”"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

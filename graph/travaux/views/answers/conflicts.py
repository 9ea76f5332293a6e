"""Common ground and conflict as a report."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.conflict import RULES, Agreement, Certainty, Coalition, Conflicts, Dispute, Ground, Rule, Topic, View
from travaux.model.schemes import Prevalence, ReviewStatus, Stance
from travaux.views.answers.searched import show_rest, show_searched
from travaux.views.counting import count_of
from travaux.views.heard import name_speaker, show_heard
from travaux.views.report import Block, Grid, Items, Quote, Report, Section, Text
from travaux.views.wording import PREVALENCE_WORDS, STANCE_WORDS, in_sources

HEADS = {
    Rule.LIMIT: ("This condition or limit", "stands on this position"),
    Rule.WORDS: ("For these words", "Against these words"),
    Rule.ALTERNATIVES: ("One alternative", "The other"),
}
STANDS = ("This position", "stands against this one")
SURE = {
    Certainty.MARKED: "The report itself marks it.",
    Certainty.READ: "Inferred by an editor; the report does not mark it.",
    Certainty.SUPPOSED: "Only a rule takes it so; no editor has confirmed it.",
}
_GROUNDS = {Ground.RECURS: "in several paragraphs", Ground.WIDELY_HELD: "ascribed to many or more"}
LACKING = {
    "statements": "This graph holds no statements that fit, so there is nothing to compare.",
    "positions": "This graph holds no positions that fit: conflicts are looked for in the words of statements alone.",
    "relations": "This graph records no relations between positions: conflicts are looked for in their words alone.",
}
NOTES = (
    "Numbers are of statements in the reports, never of speakers; how widely something is held is the report's own word.",
    "A stance is toward the words as phrased: support for a narrow scope and opposition to a broad one are one view.",
    "Differing stances on one provision or theme are therefore not called a conflict.",
    "Common ground is what the record repeats, or ascribes to many or more, and what nothing recorded opposes.",
    "That nobody objected is not said.",
)


def show_conflicts(conflicts: Conflicts, *, whole: bool = False) -> Report:
    """Show common ground and conflict; ``whole`` shows every provision and theme, also those that nothing recorded stands under."""
    parts = (
        _conflicts(conflicts),
        _tensions(conflicts),
        _common_ground(conflicts),
        _views(conflicts),
        _coalitions(conflicts),
        _topics(conflicts, whole=whole),
        _rules(conflicts),
    )
    about = f": {conflicts.what}" if conflicts.what else ""
    return Report(
        title=f"Common ground and conflict{about}",
        lead=_lead(conflicts),
        sections=(*(part for part in parts if part), show_searched(conflicts.searched)),
        notes=tuple(in_sources(note, conflicts.searched.sources) for note in NOTES),
    )


def _lead(conflicts: Conflicts) -> str:
    found = conflicts.found
    return (
        f"{count_of(found['conflicts'], 'conflict')}, {count_of(found['tensions'], 'tension or limit', 'tensions or limits')}, and "
        f"{count_of(found['common_ground'], 'position')} of common ground."
    )


def _conflicts(conflicts: Conflicts) -> Section:
    marked = [one for one in conflicts.conflicts if one.certainty is Certainty.MARKED]
    others = [one for one in conflicts.conflicts if one.certainty is not Certainty.MARKED]
    if not conflicts.conflicts:
        return Section("Conflicts", (Text("No conflict is recorded, and no rule finds one. That is not the same as: no disagreement."),))
    parts = [Section("Explicit: the report sets the two against each other", (), tuple(map(_dispute, marked)))] if marked else []
    parts += [Section("Inferred: by an editor or a rule", (), tuple(map(_dispute, others)))] if others else []
    return Section("Conflicts", show_rest(len(conflicts.conflicts), conflicts.found["conflicts"], "conflicts"), tuple(parts))


def _tensions(conflicts: Conflicts) -> Section | None:
    if not conflicts.tensions:
        return None
    limits = tuple(one for one in conflicts.tensions if one.rule is Rule.LIMIT)
    parts = [_dispute(one) for one in conflicts.tensions if one.rule is not Rule.LIMIT]
    if limits:
        rows = tuple((one.first.claim, one.second.claim, _shown_by(one)) for one in limits)
        parts.append(Section("Conditions and limits", (Grid(("Condition or limit", "Position that it is on", "Shown by"), rows),)))
    said = Text("Views of one side that do not fit together, and conditions: no conflicts between sides.")
    return Section(
        "Tensions and limits", (said, *show_rest(len(conflicts.tensions), conflicts.found["tensions"], "tensions or limits")), tuple(parts)
    )


def _shown_by(dispute: Dispute) -> str:
    shown = [f"“{one.quote}” ({one.document_title}{_paragraph(one.paragraph)})" for one in dispute.sentences]
    return " ".join([*shown, SURE[dispute.certainty]])


def _paragraph(number: str | None) -> str:
    return f", paragraph {number}" if number else ""


def _dispute(dispute: Dispute) -> Section:
    both = "" if dispute.shared else " (what either side is on; no topic is common to both)"
    title = "; ".join(dispute.topics) or "On no provision or theme on file"
    found = [RULES[dispute.rule].finds, *_because(dispute), f"Rule: {dispute.rule.value}."]
    columns = HEADS.get(dispute.rule, STANDS)
    grid = Grid(("", *columns), _rows(dispute.first, dispute.second))
    shown = [Quote(one.quote, (f"{one.document_title}{_paragraph(one.paragraph)}: shows the relation",)) for one in dispute.sentences]
    return Section(f"{title}{both}", (Text(" ".join(found)), grid, *shown))


def _because(dispute: Dispute) -> list[str]:
    if not dispute.because:
        return []
    lead = "Who holds both: " if dispute.rule is Rule.ONE_SPEAKER else "Shared reason: "
    return [f"{lead}{' / '.join(dispute.because)}"]


def _rows(first: View, second: View) -> tuple[tuple[str, str, str], ...]:
    rows = [
        ("View", first.claim, second.claim),
        ("Held by", _held(first), _held(second)),
        ("Named", ", ".join(first.speakers), ", ".join(second.speakers)),
        ("Statements", _statements(first), _statements(second)),
    ]
    said = [("Said", _sentence(first, place), _sentence(second, place)) for place in range(max(len(first.heard), len(second.heard)))]
    return tuple(row for row in [*rows, *said] if row[1] or row[2])


def _held(view: View) -> str:
    return ", ".join(PREVALENCE_WORDS[one] for one in view.widest)


def _statements(view: View) -> str:
    if not view.statements:
        return "no statement of its own; it is recorded as a reason or a condition"
    return _stances(view.stances)


def _stances(stances: Mapping[Stance, int]) -> str:
    return ", ".join(f"{STANCE_WORDS[stance]} {number:,}" for stance, number in stances.items())


def _sentence(view: View, place: int) -> str:
    if place >= len(view.heard):
        return ""
    heard = view.heard[place]
    unreviewed = " [not reviewed]" if heard.review is ReviewStatus.UNREVIEWED else ""
    return f"“{heard.quote}” {name_speaker(heard)}, {heard.document_title}{_paragraph(heard.paragraph)}{unreviewed}"


def _common_ground(conflicts: Conflicts) -> Section:
    if not conflicts.common_ground:
        return Section("Common ground", (Text("No position recurs or is ascribed to many or more without anything recorded against it."),))
    rest = show_rest(len(conflicts.common_ground), conflicts.found["common_ground"], "positions")
    if conflicts.what:
        return Section("Common ground", rest, tuple(map(_agreement, conflicts.common_ground)))
    rows = tuple((one.view.claim, _held(one.view), describe_grounds(one), _sentence(one.view, 0)) for one in conflicts.common_ground)
    return Section("Common ground", (Grid(("Position", "Held by", "Why", "One of its sentences"), rows), *rest))


def describe_grounds(agreement: Agreement) -> str:
    """Say why a position is common ground, at how many consultations, and with how many limits."""
    where = len(agreement.view.consultations)
    grounds = [_GROUNDS[one] for one in agreement.grounds]
    limits = [f"with {count_of(len(agreement.limits), 'recorded limit')}"] if agreement.limits else []
    return ", ".join([*grounds, *([f"at {count_of(where, 'consultation')}"] if where > 1 else []), *limits])


def _agreement(agreement: Agreement) -> Section:
    limits = (Text(f"Limits recorded: {' '.join(agreement.limits)}"),) if agreement.limits else ()
    said = Text(f"Common ground: {describe_grounds(agreement)}. Widest word: {_held(agreement.view)}.")
    return Section(agreement.view.claim, (said, *limits, *_quotes(agreement.view)))


def _quotes(view: View) -> tuple[Block, ...]:
    shown = [(show_heard(heard), heard.review is ReviewStatus.UNREVIEWED) for heard in view.heard]
    return tuple(
        Quote(one.quote, (one.where, f"{one.who} · how widely held: {one.prevalence} · {one.stance_words}", *([one.review] if new else [])))
        for one, new in shown
    )


def _views(conflicts: Conflicts) -> Section | None:
    if not conflicts.views:
        return None
    rest = show_rest(len(conflicts.views), conflicts.found["positions"], "positions")
    return Section("Who holds what", rest, tuple(map(_view, conflicts.views)))


def _view(view: View) -> Section:
    named = f" Named: {', '.join(view.speakers)}." if view.speakers else ""
    found = " Nobody has named this position; a rule gathers it." if view.review is ReviewStatus.UNREVIEWED else ""
    words = f"Widest word: {_held(view)}. {count_of(view.statements, 'statement')}: {_stances(view.stances)}.{named}{found}"
    return Section(view.claim, (Text(words), *_quotes(view)))


def _coalitions(conflicts: Conflicts) -> Section | None:
    if not conflicts.coalitions:
        return None
    said = Text(
        "Positions that go together in the record: recorded support connects them, none of them attacks another, and none could be added"
        " without breaking that. It does not say that anybody holds all of them."
    )
    parts = tuple(_coalition(one, place) for place, one in enumerate(conflicts.coalitions, start=1))
    rest = show_rest(len(parts), conflicts.found["coalitions"], "groups")
    return Section("Positions that go together", (said, *rest), parts)


def _coalition(coalition: Coalition, place: int) -> Section:
    title = f"Group {place}: {count_of(len(coalition.members), 'position')}"
    tangled = f"This group is too entangled to be divided: {count_of(coalition.attacks, 'attack')} stand within it."
    words = (Text(tangled),) if coalition.attacks else ()
    return Section(title, (*words, Items(tuple(one.claim for one in coalition.members[:_MEMBERS])), *_more(coalition)))


_MEMBERS = 40
"""Positions of a group that a report lists; the data hold all."""


def _more(coalition: Coalition) -> tuple[Text, ...]:
    more = len(coalition.members) - _MEMBERS
    return (Text(f"And {more:,} more, which --format json lists."),) if more > 0 else ()


def _topics(conflicts: Conflicts, *, whole: bool) -> Section | None:
    shown = [one for one in conflicts.topics if whole or conflicts.what or one.conflicts or one.tensions]
    if not shown:
        return None
    names = ("Provision or theme", "Support", "Proposal", "Concern", "Opposition", "No stance", "Conflicts", "Tensions", "Common ground")
    rest = len(conflicts.topics) - len(shown)
    further = count_of(rest, "further provision or theme has", "further provisions and themes have")
    more = (Text(f"{further} no conflict or tension; --all shows all."),)
    said = Text("Statements by stance, and what stands under each; articles count for their chapter, narrower themes for wider ones.")
    return Section("By provision and theme", (said, Grid(names, tuple(map(_topic, shown))), *(more if rest else ())))


_STANCES = (Stance.SUPPORTS, Stance.PROPOSES, Stance.CONCERNED, Stance.OPPOSES, Stance.NEUTRAL)


def _topic(topic: Topic) -> tuple[str, ...]:
    words = ", ".join(PREVALENCE_WORDS[one] for one in topic.widest if one is not Prevalence.UNSPECIFIED)
    common = f"{topic.common_ground:,}{f' ({words})' if words else ''}" if topic.common_ground else "–"
    numbers = (*(topic.stances.get(one, 0) for one in _STANCES), topic.conflicts, topic.tensions)
    return (topic.label, *(f"{number:,}" if number else "–" for number in numbers), common)


def _rules(conflicts: Conflicts) -> Section | None:
    used = {one.rule for one in (*conflicts.conflicts, *conflicts.tensions)}
    if not used:
        return None
    items = tuple(f"{rule.value}: {about.finds} What it can get wrong: {about.caution}" for rule, about in RULES.items() if rule in used)
    return Section("The rules that found them", (Items(items),))

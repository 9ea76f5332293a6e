"""What was said, as parts of a report: how much and by whom, position by position, with the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from travaux.analysis.dossiers.said import Bearing, Held, Meeting, Said, Sentence
from travaux.analysis.sources import Sources
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.views import wording
from travaux.views.counting import count_of, join
from travaux.views.report import Block, Grid, Items, Quote, Section, Text, quoted
from travaux.views.wording import PREVALENCE_WORDS, REVIEW_COUNTS

ABOUT_COUNTS = wording.ABOUT_COUNTS[Sources.REPORTS]
ABOUT_STANCE = wording.ABOUT_STANCE[Sources.REPORTS]
ABOUT_ALL = "The command with --all shows every position and every sentence."

HEADINGS = {
    Stance.SUPPORTS: "Support",
    Stance.PROPOSES: "Proposals",
    Stance.CONCERNED: "Concern",
    Stance.OPPOSES: "Opposition",
    Stance.NEUTRAL: "No stance",
}
ABOUT_QUOTES = {
    Stance.CONCERNED: "What the concern was about stands in quotation marks; the view behind it stands above.",
    Stance.OPPOSES: "What was opposed stands in quotation marks; the view behind it stands above.",
}
_TAKING = {
    Stance.SUPPORTS: ("in support", "in support"),
    Stance.PROPOSES: ("with a proposal", "with proposals"),
    Stance.CONCERNED: ("of concern", "of concern"),
    Stance.OPPOSES: ("in opposition", "in opposition"),
    Stance.NEUTRAL: ("without a stance", "without a stance"),
}
"""Stance → words after a number of statements: after one, after several."""
_BEARING = {
    (RelationKind.SUPPORTS, RelationForm.REASON): "Reason",
    (RelationKind.SUPPORTS, RelationForm.CONSEQUENCE): "Argued from its effect",
    (RelationKind.QUALIFIES, RelationForm.CONDITION): "Condition",
    (RelationKind.ATTACKS, RelationForm.DISAGREEMENT): "Objection",
}
_BY_KIND = {RelationKind.SUPPORTS: "Reason", RelationKind.QUALIFIES: "Limit", RelationKind.ATTACKS: "Objection"}
_OUTGOING = {RelationKind.SUPPORTS: "Given as a reason for", RelationKind.QUALIFIES: "Limits", RelationKind.ATTACKS: "Speaks against"}
_BEARINGS_SHOWN, _OUTGOING_SHOWN = 4, 2
SHORT = 40
"""Quotes shorter than this are shown within their sentence too."""
_BESIDE = 90
"""Characters of the sentence on each side of a short quote."""


def about(said: Said, *others: str) -> tuple[str, ...]:
    """Say how what was said is to be read, by what sources there are: what is counted, if anything is, then ``others``, then the rest."""
    counted = (wording.ABOUT_COUNTS[said.sources], wording.ABOUT_STANCE[said.sources]) if said.statements else ()
    return (*counted, *others, wording.NOT_SAID[said.sources])


def words_of(prevalences: Iterable[Prevalence]) -> str:
    """Write the strongest words of prevalence, several only where they have no order among one another."""
    return " / ".join(PREVALENCE_WORDS[word.value] for word in prevalences)


def stances_of(said: Said) -> str:
    """Write how many statements take each stance: ``3 in support and 1 of concern``."""
    return join(f"{tally.statements:,} {_TAKING[tally.stance][tally.statements != 1]}" for tally in said.tallies)


def overview(said: Said, title: str = "At a glance", caption: str = "") -> Section:
    """Make the summary by stance, with a caption, and by consultation where there are several."""
    rows = tuple(
        (HEADINGS[tally.stance], f"{tally.statements:,}", f"{tally.positions:,}", words_of(tally.strongest)) for tally in said.tallies
    )
    blocks: list[Block] = [Grid(("Stance", "Statements", "Positions", "Held most widely by"), rows, caption)] if rows else []
    if len(said.meetings) > 1:
        blocks.append(_meetings(said.meetings))
    return Section(title, tuple(blocks))


def _meetings(meetings: tuple[Meeting, ...]) -> Grid:
    if all(meeting.items is None for meeting in meetings):
        return Grid(("Consultation", "Statements"), tuple((_title(one), f"{one.statements:,}") for one in meetings))
    rows = tuple((_title(one), f"{one.statements:,}", _agenda(one)) for one in meetings)
    return Grid(("Consultation", "Statements", "On its agenda as"), rows)


def _on_agenda(meeting: Meeting) -> str:
    if meeting.items is None:
        return ""
    return (
        f", though its agenda has {join(meeting.items)}" if meeting.items else "; its agenda, as far as on file, has no item on the chapter"
    )


def _agenda(meeting: Meeting) -> str:
    if meeting.items is None:
        return ""
    return "; ".join(meeting.items) or "no item of its own"


def _title(meeting: Meeting) -> str:
    return meeting.title or "Documents of no consultation"


def stance_sections(said: Said, prefix: str = "") -> Iterator[Section]:
    """Make a section for each stance, its positions in it, and say what is not shown."""
    shown = {held.key for held in said.held}
    for tally in said.tallies:
        held = [one for one in said.held if one.stance is tally.stance]
        heading = HEADINGS[tally.stance]
        title = f"{prefix}{heading.lower() if prefix else heading} ({count_of(tally.statements, 'statement')})"
        parts = tuple(_position(one, shown) for one in held)
        positions = sum(one.key is not None for one in held)
        shown_of = f"Shown: the {positions:,} most widely held of {count_of(tally.positions, 'position')}. All of them: --all"
        lines = (ABOUT_QUOTES.get(tally.stance), shown_of if positions < tally.positions else None)
        yield Section(title, tuple(Text(line) for line in lines if line), parts)


def _position(held: Held, shown: set[str | None]) -> Section:
    blocks: list[Block] = [_quote(sentence, claim=held.key is None) for sentence in held.sentences]
    bearings = [one for one in held.bearings if not one.outgoing or one.key not in shown]
    documents = {sentence.heard.document_title for sentence in held.sentences}
    if items := tuple(_bearings([one for one in bearings if one.own], documents)):
        blocks.append(Items(items))
    if others := tuple(_bearings([one for one in bearings if not one.own], set(), placed=True)):
        blocks += [Text("Linked in the record by others:"), Items(others)]
    if (more := held.statements - len(held.sentences)) > 0:
        blocks.append(Text(f"And {count_of(more, 'more statement')}: --all"))
    found = " (found by rule)" if held.key and held.review is ReviewStatus.UNREVIEWED else ""
    return Section(f"{held.claim}{found}" if held.claim else "Linked to no position", tuple(blocks))


def _quote(sentence: Sentence, *, claim: bool) -> Quote:
    heard = sentence.heard
    around = words_around(sentence) if len(heard.quote) < SHORT else None
    asides = {
        "Within": around,
        "Reason given": sentence.rationale,
        "Condition": sentence.condition,
        "Instead of, or unlike": sentence.contrast,
    }
    lines = [f"{who(sentence)} · {place(heard.document_title, heard.paragraph)}"]
    lines += [f"Reads as: {heard.claim}"] * claim
    lines += [f"{name}: {quoted(words)}" for name, words in asides.items() if words]
    return Quote(heard.quote, tuple(lines))


def words_around(sentence: Sentence) -> str | None:
    """Give what stands around short words in their sentence, at word boundaries."""
    before, words, after = (sentence.around or "").partition(sentence.heard.quote)
    if not words or len(before) + len(after) < SHORT:
        return None
    head = before if len(before) <= _BESIDE else f"… {before[-_BESIDE:].partition(' ')[2]}"
    tail = after if len(after) <= _BESIDE else f"{after[:_BESIDE].rpartition(' ')[0]} …"
    return f"{head}{words}{tail}"


def who(sentence: Sentence) -> str:
    """Say who holds it, how widely if the words for the speakers do not tell, and that nobody has reviewed it if so."""
    heard = sentence.heard
    word = PREVALENCE_WORDS[heard.prevalence.value]
    told = heard.prevalence in {Prevalence.UNSPECIFIED, Prevalence.ONE} or word.casefold() in heard.speaker.casefold()
    unreviewed = heard.review is ReviewStatus.UNREVIEWED
    speaker = f"{join(sentence.named)} (“{heard.speaker}”)" if sentence.named else heard.speaker
    return f"{speaker}{'' if told else f' ({word})'}{' · not reviewed' if unreviewed else ''}"


def place(title: str, paragraph: str | None) -> str:
    """Say where words stand."""
    return ", ".join(filter(None, (title, paragraph and f"{'paragraphs' if ' and ' in paragraph else 'paragraph'} {paragraph}")))


def _bearings(bearings: list[Bearing], documents: set[str], *, placed: bool = False) -> Iterator[str]:
    """List how other positions bear on one; ``placed`` also says where it stands that this one bears on another."""
    incoming = group_bearings(one for one in bearings if not one.outgoing)
    for ones in incoming[:_BEARINGS_SHOWN]:
        yield f"{name_bearing(ones[0])}{_marked(ones)}: {ones[0].claim} ({_places(ones, documents)})"
    if (more := len(incoming) - _BEARINGS_SHOWN) > 0:
        yield f"and {more} more"
    for kind in RelationKind:
        if outgoing := group_bearings(one for one in bearings if one.outgoing and one.kind is kind):
            named = "; ".join(
                f"{ones[0].claim.rstrip('.')}{_marked(ones)}{f' ({_places(ones, documents)})' if placed else ''}"
                for ones in outgoing[:_OUTGOING_SHOWN]
            )
            more = len(outgoing) - _OUTGOING_SHOWN
            yield f"{_OUTGOING[kind]}: {named}{f'; and {more} more' if more > 0 else ''}"


def name_bearing(bearing: Bearing) -> str:
    """Name what one position is to another: a reason, a condition, an objection; or what it does, where the other is borne on."""
    if bearing.outgoing:
        return _OUTGOING[bearing.kind]
    return _BEARING.get((bearing.kind, bearing.form), _BY_KIND[bearing.kind])


def group_bearings(bearings: Iterable[Bearing]) -> list[list[Bearing]]:
    """Put together what bears in the same way and direction from the same position, said in several places."""
    groups: dict[tuple[bool, RelationKind, str], list[Bearing]] = {}
    for one in bearings:
        groups.setdefault((one.outgoing, one.kind, one.key), []).append(one)
    return list(groups.values())


def _places(bearings: list[Bearing], documents: set[str]) -> str:
    """Name the paragraphs, or the characters where these are not known, and the document where it is not that of the sentences above."""
    by_document: dict[str, list[str]] = {}
    for one in bearings:
        by_document.setdefault(one.document_title, []).append(one.paragraph or "")
    first = bearings[0]
    if not any(one.paragraph for one in bearings):
        return f"{first.document_title}, characters {first.start}–{first.end}"
    return "; ".join(
        place("" if {title} == documents else title, join(dict.fromkeys(filter(None, paragraphs))))
        for title, paragraphs in by_document.items()
    )


def _marked(bearings: list[Bearing]) -> str:
    return " [inferred]" if all(one.marking is Marking.INFERRED for one in bearings) else ""


def is_inferred(said: Said) -> bool:
    """Whether what is shown has a relation that an editor inferred."""
    return any(bearing.marking is Marking.INFERRED for held in said.held for bearing in held.bearings)


INFERRED = "[inferred]: inferred by an editor; without the mark the text itself says so."


def review_status(said: Said) -> str:
    """Say how many of the statements a person has reviewed, and how they were decided."""
    by_status = dict(said.reviews)
    undecided = by_status.get(ReviewStatus.UNREVIEWED, 0)
    decided = said.statements - undecided
    told = join(f"{count:,} {REVIEW_COUNTS[status.value]}" for status, count in said.reviews if status is not ReviewStatus.UNREVIEWED)
    if not undecided:
        return f"All of them are reviewed ({told})." if said.statements > 1 else f"It is reviewed ({told})."
    if not decided:
        return (
            "None of them is reviewed: they stand as rules have read them." if undecided > 1 else "It is not reviewed: a rule has read it."
        )
    return f"{decided:,} of them are reviewed ({told}); {undecided:,} stand as rules have read them."


def searched(said: Said) -> str:
    """Say which documents were searched."""
    titles = [title for meeting in said.meetings for title in meeting.documents]
    if not titles:
        return "No document with statements is on file."
    shown = (
        join(titles) if len(titles) <= _DOCUMENTS_SHOWN else f"{len(titles):,} documents of {count_of(len(said.meetings), 'consultation')}"
    )
    return f"Searched: {shown}."


_DOCUMENTS_SHOWN = 4


def missing_section(lines: Iterable[str], said: Said) -> Section:
    """Make the section that tells what is missing, or if nothing is, what was searched."""
    listed = tuple(lines)
    return Section("What is missing" if listed else "What was searched", (Items((*listed, searched(said))),))


def silent_meetings(said: Said, link: str = "on") -> Iterator[str]:
    """Name the consultations whose reports hold none of the statements, and whether the matter was on their agendas.

    ``link`` is how statements belong to what is asked about: they are on a matter, by an actor.
    """
    silent = [meeting for meeting in said.meetings if not meeting.statements]
    if len(silent) > _DOCUMENTS_SHOWN:
        yield f"{count_of(len(silent), 'consultation')} of {len(said.meetings):,} hold no statement {link} it."
        return
    fitting = " that fits the choice made" if said.narrowed else ""
    for meeting in silent:
        yield f"{_title(meeting)}: no statement {link} it{fitting} found{_on_agenda(meeting)}."


def replace_meetings(said: Said, meetings: Iterable[Meeting]) -> Said:
    """Give the same with other consultations."""
    return replace(said, meetings=tuple(meetings))

"""What was said: the invented statements, the positions they express, and how these bear on one another."""

from __future__ import annotations

from typing import Unpack

from argument_map.documents import AUTUMN, DRAFT, NOTE, SPRING, paragraph, span
from argument_map.meetings import ADA, NORLAND
from argument_map.treaty import OUTCOMES, theme
from argument_map.wording import Wording
from travaux.model.argument import Position, Relation, Speaker, Statement, TextChange
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import Act, ChangeKind, Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, SpeakerKind, Stance
from travaux.model.text import Span

OUTCOMES_OF = {"narrow": (OUTCOMES[0].id,), "farms": (OUTCOMES[1].id,)}

FOUND_BY_RULES = ("trust",)
"""The names of the positions that no person has named."""

POSITIONS = {
    name: Position(
        id=identifier("position", name),
        claim=claim,
        outcomes=OUTCOMES_OF.get(name, ()),
        review=ReviewStatus.UNREVIEWED if name in FOUND_BY_RULES else ReviewStatus.ADDED,
    )
    for name, claim in {
        "narrow": "The scope should be narrow.",
        "workable": "A narrow scope keeps the convention workable.",
        "reservoirs": "Reservoirs should be covered.",
        "dams": "Dams in use should be exempt.",
        "trust": "Cooperation should rest on trust.",
        "monitoring": "Monitoring should be joint.",
        "farms": "The limit on discharges should spare small farms.",
        "firm": "The limit on discharges should be unconditional.",
        "optional": "Buffer zones should be optional.",
        "data": "Data should be shared openly.",
    }.items()
}


def article(number: str) -> Id:
    return child(DRAFT, "article", number)


def _speaker(statement: Id, document: Id, words: Wording) -> Speaker:
    named = words.get("participations") or words.get("actors")
    return Speaker(
        id=child(statement, "speaker"),
        document=document,
        kind=SpeakerKind.NAMED if named else SpeakerKind.COLLECTIVE if "phrase" in words else SpeakerKind.UNATTRIBUTED,
        prevalence=words.get("prevalence", Prevalence.UNSPECIFIED),
        phrase=words.get("phrase"),
        participations=words.get("participations", ()),
        actors=words.get("actors", ()),
    )


def _questions(numbers: tuple[str, ...]) -> tuple[Id, ...]:
    return tuple(child(NOTE, "question", number) for number in numbers)


def _statement(name: str, where: tuple[Id, str], said: tuple[Act, Stance], **words: Unpack[Wording]) -> Statement:
    document, number = where
    identifier_ = child(document, "statement", name)

    def optional(quote: str | None) -> Span | None:
        return span(document, quote) if quote else None

    return Statement(
        id=identifier_,
        document=document,
        paragraph=paragraph(document, number),
        span=span(document, words["quote"]),
        cue=words["cue"],
        speaker=_speaker(identifier_, document, words),
        act=said[0],
        stance=said[1],
        claim=words["claim"],
        rule=words.get("rule", "cue-verb"),
        review=words.get("review", ReviewStatus.ACCEPTED),
        confidence=0.75,
        rationale=optional(words.get("rationale")),
        condition=optional(words.get("condition")),
        contrast=optional(words.get("contrast")),
        provisions=tuple(article(number) for number in words.get("articles", ())),
        questions=_questions(words.get("questions", ())),
        partial_questions=_questions(words.get("partial_questions", ())),
        themes=tuple(theme(name) for name in words["themes"]),
        position=POSITIONS[words["position"]].id if "position" in words else None,
    )


STATEMENTS = (
    _statement(
        "reservoirs",
        (SPRING, "3"),
        (Act.RECOMMEND, Stance.PROPOSES),
        quote="reservoirs be covered",
        cue="recommended",
        claim="The convention should cover reservoirs.",
        phrase="The first panellist",
        prevalence=Prevalence.ONE,
        participations=(ADA.id,),
        rationale="given that they feed natural lakes",
        articles=("1",),
        themes=("reservoirs",),
        position="reservoirs",
    ),
    _statement(
        "broad",
        (SPRING, "3"),
        (Act.CAUTION, Stance.OPPOSES),
        quote="a broad scope",
        cue="cautioned against",
        claim="The scope should not be broad.",
        phrase="Several speakers",
        prevalence=Prevalence.SEVERAL,
        rationale="because it would delay ratification",
        articles=("1",),
        themes=("scope",),
        position="narrow",
    ),
    _statement(
        "trust",
        (SPRING, "4"),
        (Act.STRESS, Stance.SUPPORTS),
        quote="trust between riparian States, building on the Convention on Shared Rivers",
        cue="stressed the importance of",
        claim="Riparian States should trust each other.",
        phrase="many speakers",
        prevalence=Prevalence.MANY,
        review=ReviewStatus.UNREVIEWED,
        themes=("trust",),
        position="trust",
    ),
    _statement(
        "monitoring",
        (SPRING, "4"),
        (Act.SUPPORT, Stance.SUPPORTS),
        quote="joint monitoring as a way to build trust",
        cue="supported",
        claim="Joint monitoring builds trust.",
        phrase="Some speakers",
        prevalence=Prevalence.SOME,
        articles=("5",),
        themes=("monitoring", "trust"),
        position="monitoring",
    ),
    _statement(
        "force",
        (SPRING, "5"),
        (Act.CALL_FOR, Stance.PROPOSES),
        quote="early entry into force",
        cue="called for",
        claim="The convention should enter into force early.",
        phrase="a few speakers",
        prevalence=Prevalence.FEW,
        review=ReviewStatus.UNREVIEWED,
        rule="cue-noun",
        themes=("entry-into-force",),
    ),
    _statement(
        "rejected",
        (SPRING, "6"),
        (Act.CONCERN, Stance.CONCERNED),
        quote="the floor",
        cue="was opened",
        claim="REJECTED: the floor is a concern.",
        phrase="nobody",
        prevalence=Prevalence.ALL,
        participations=(ADA.id,),
        rationale="as usual",
        condition="provided that nobody objected",
        contrast="instead of closed",
        review=ReviewStatus.REJECTED,
        articles=("7",),
        questions=("2",),
        themes=("scope", "trust", "discharges"),
        position="narrow",
    ),
    _statement(
        "pond",
        (AUTUMN, "2"),
        (Act.CAUTION, Stance.OPPOSES),
        quote="a scope that covers every pond",
        cue="cautioned against",
        claim="The scope should not cover every pond.",
        phrase="a number of speakers",
        prevalence=Prevalence.A_NUMBER_OF,
        rationale="as a narrow scope keeps the convention workable",
        articles=("1",),
        questions=("1",),
        themes=("scope",),
        position="narrow",
    ),
    _statement(
        "belong",
        (AUTUMN, "2"),
        (Act.SUPPORT, Stance.SUPPORTS),
        quote="reservoirs belong in the scope",
        cue="held that",
        claim="Reservoirs belong in the scope.",
        phrase="others",
        review=ReviewStatus.EDITED,
        condition="provided that dams in use are exempt",
        articles=("1",),
        questions=("1",),
        themes=("reservoirs",),
        position="reservoirs",
    ),
    _statement(
        "concern",
        (AUTUMN, "3"),
        (Act.CONCERN, Stance.CONCERNED),
        quote="article 3",
        cue="expressed concern about",
        claim="Article 3 should spare small farms.",
        phrase="several speakers",
        prevalence=Prevalence.SEVERAL,
        rationale="as the limit on discharges spares no small farm",
        articles=("3",),
        themes=("discharges", "small-farms"),
        position="farms",
    ),
    _statement(
        "delete",
        (AUTUMN, "3"),
        (Act.PROPOSE, Stance.PROPOSES),
        quote='delete the words "where appropriate" from article 3',
        cue="proposed to",
        claim="The limit on discharges should have no exception.",
        phrase="The delegation of Norland",
        prevalence=Prevalence.ONE,
        actors=(NORLAND.id,),
        review=ReviewStatus.UNREVIEWED,
        articles=("3",),
        themes=("discharges",),
        position="firm",
    ),
    _statement(
        "optional",
        (AUTUMN, "4"),
        (Act.PROPOSE, Stance.PROPOSES),
        quote="article 4 be optional",
        review=ReviewStatus.ADDED,
        rule="reviewer",
        cue="proposed that",
        claim="Article 4 should be optional.",
        phrase="One speaker",
        prevalence=Prevalence.ONE,
        contrast="rather than deleted",
        articles=("4",),
        themes=("buffer-zones",),
        position="optional",
    ),
    _statement(
        "data",
        (AUTUMN, "5"),
        (Act.STRESS, Stance.SUPPORTS),
        quote="data should be shared openly under article 6",
        cue="it was stressed that",
        claim="Data should be shared openly.",
        contrast="rather than sold",
        articles=("6",),
        questions=("3",),
        partial_questions=("4",),
        themes=("data-sharing",),
        position="data",
    ),
)


def _relation(sort: tuple[RelationKind, RelationForm], premise: str, conclusion: str, marking: Marking, shown_by: Span) -> Relation:
    return Relation(
        id=identifier("relation", premise, conclusion),
        kind=sort[0],
        form=sort[1],
        premise=POSITIONS[premise].id,
        conclusion=POSITIONS[conclusion].id,
        marking=marking,
        span=shown_by,
    )


_WORKABLE = span(AUTUMN, "a scope that covers every pond, as a narrow scope keeps the convention workable")
_WHILE = span(AUTUMN, "while a number of speakers cautioned against a scope that covers every pond")
_DAMS = span(AUTUMN, "provided that dams in use are exempt")
_WHERE = span(AUTUMN, 'delete the words "where appropriate" from article 3')

RELATIONS = (
    _relation((RelationKind.SUPPORTS, RelationForm.REASON), "workable", "narrow", Marking.EXPLICIT, _WORKABLE),
    _relation((RelationKind.ATTACKS, RelationForm.DISAGREEMENT), "narrow", "reservoirs", Marking.EXPLICIT, _WHILE),
    _relation((RelationKind.QUALIFIES, RelationForm.CONDITION), "dams", "reservoirs", Marking.EXPLICIT, _DAMS),
    _relation((RelationKind.ATTACKS, RelationForm.DISAGREEMENT), "firm", "farms", Marking.INFERRED, _WHERE),
)


def _change(statement: str, document: Id, kind: ChangeKind, number: str, words: str) -> TextChange:
    owner = child(document, "statement", statement)
    return TextChange(id=child(owner, "change", "1"), statement=owner, kind=kind, provision=article(number), span=span(document, words))


CHANGES = (
    _change("rejected", SPRING, ChangeKind.ADD, "7", "the floor was opened"),
    _change("delete", AUTUMN, ChangeKind.DELETE, "3", "where appropriate"),
    _change("optional", AUTUMN, ChangeKind.MAKE_OPTIONAL, "4", "be optional"),
)

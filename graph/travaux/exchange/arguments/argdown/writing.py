"""An argument map as an Argdown document.

A position is a statement with a title. What speakers hold is further statements of the same title, which Argdown takes for other wordings
of the same claim; their exact words stand in data. A relation is an indented reference to the premise below the conclusion: ``<+``
supports, ``<-`` attacks, ``<_`` qualifies. What Argdown has no words for stands in data in braces, so that it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from travaux.exchange.arguments.argdown.data import Value, render_data
from travaux.exchange.arguments.argdown.marks import NOTHING, escape, make_titles, to_line
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage
from travaux.exchange.arguments.losses import Losing, count_losses, qualifications, shown_relations
from travaux.exchange.material import Loss, Material
from travaux.model.schemes import RelationKind

SIGNS: Mapping[RelationKind, str] = {RelationKind.SUPPORTS: "<+", RelationKind.ATTACKS: "<-", RelationKind.QUALIFIES: "<_"}
"""What stands before a premise below its conclusion."""

_DRAWN = 'dot: {graphVizSettings: {rankdir: "LR", size: "40,60"}}'
"""Maps are drawn from left to right and as large as they have to be: upwards and on a small page, dozens of claims cannot be read."""
_ABOUT = """\
// [Title]: a claim.   <+ supports it, <- attacks it, <_ qualifies it (a condition or a limit).
// A title that comes again has another wording of its claim, with what was {said: ...} and where.
// {relation: ...} tells what words show a relation.
// Prevalence is in the words of the reports and is no count of speakers."""


def _positioned(argument_map: ArgumentGraph) -> int:
    return sum(one.position is not None for one in argument_map.locutions)


def _unpositioned(argument_map: ArgumentGraph) -> int:
    return sum(one.position is None for one in argument_map.locutions)


ARGDOWN_LOSSES = (
    Losing(
        "qualifications", "written as undercuts (`<_`), which Argdown tells apart from supports and attacks by a colour", qualifications
    ),
    Losing("what shows a relation, its form and marking", "kept as data, which maps do not show", shown_relations),
    Losing("statements of a position", "kept as other wordings of its claim, with their quotes as data; maps show the claim", _positioned),
    Losing("statements without a position", "written without a title, and so in no map", _unpositioned),
)
"""What Argdown shows otherwise than it is here; reading a file that Travaux wrote brings all of it back."""


def write_argdown(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the map of a built graph."""
    argument_map = gather_arguments(material)
    out.write(render_argdown(argument_map).encode())
    return count_losses(ARGDOWN_LOSSES, argument_map)


def render_argdown(argument_map: ArgumentGraph) -> str:
    """Write a map as an Argdown document."""
    titles = make_titles(argument_map.claims)
    blocks = [_frontmatter(argument_map), _ABOUT, "# Positions {isGroup: false}"]
    said: dict[str | None, list[Locution]] = {}
    bearings: dict[str, list[Bearing]] = {}
    for locution in argument_map.locutions:
        said.setdefault(locution.position, []).append(locution)
    for bearing in argument_map.bearings:
        bearings.setdefault(bearing.conclusion, []).append(bearing)
    for claim in argument_map.claims:
        blocks.append(_claim(claim, bearings.get(claim.id, ()), titles))
        blocks += (_said(one, titles) for one in said.get(claim.id, ()))
    loose = [_said(one, titles) for one in said.get(None, ())]
    blocks += ["# Statements without a position {isGroup: false}", *loose] if loose else []
    return "\n\n".join(blocks) + "\n"


def _frontmatter(argument_map: ArgumentGraph) -> str:
    sources = [_given(id=one.id, title=one.title, symbol=one.symbol, date=one.date, link=one.link) for one in argument_map.sources]
    lines = [
        "===",
        f"title: {render_data(argument_map.title)}",
        f"travaux: {render_data({'base': argument_map.base, 'version': argument_map.version})}",
        _DRAWN,
        *(["sources:", *(f"  - {render_data(one)}" for one in sources)] if sources else []),
        "===",
    ]
    return "\n".join(lines)


def _claim(claim: Claim, bearings: Iterable[Bearing], titles: Mapping[str, str]) -> str:
    own = _given(id=claim.id, isCanonical=True, **_exact(claim.text))
    bearing = (line for one in bearings for line in _bearing(one, titles))
    return "\n".join([f"[{titles[claim.id]}]: {escape(to_line(claim.text)) or NOTHING}", f"  {render_data(own)}", *bearing])


def _bearing(bearing: Bearing, titles: Mapping[str, str]) -> Iterator[str]:
    passage = _passage(bearing.passage) if bearing.passage else {}
    told = _given(id=bearing.id, form=bearing.form, marking=bearing.marking) | passage
    yield f"  {SIGNS[bearing.kind]} [{titles[bearing.premise]}]"
    yield f"    {render_data({'relation': told})}"


def _said(locution: Locution, titles: Mapping[str, str]) -> str:
    told = _given(
        id=locution.id,
        speaker=locution.speaker,
        prevalence=locution.prevalence,
        cue=locution.cue,
        act=locution.act,
        stance=locution.stance,
    )
    text = escape(to_line(locution.claim), starts=locution.position is None) or NOTHING
    title = f"[{titles[locution.position]}]: " if locution.position is not None else ""
    return f"{title}{text}\n  {render_data({**_exact(locution.claim), 'said': told | _passage(locution.passage)})}"


def _passage(passage: Passage) -> dict[str, Value]:
    return _given(document=passage.source, paragraph=passage.paragraph, start=passage.start, end=passage.end, quote=passage.quote)


def _exact(text: str) -> dict[str, Value]:
    """Keep a text as it is where a line cannot show it."""
    return {} if to_line(text) == text else {"text": text}


def _given(**values: Value) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}

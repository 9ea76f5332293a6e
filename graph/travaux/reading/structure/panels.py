"""Panels: who sat on them, in the order printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.model.consultation import Panel
from travaux.model.document import Paragraph
from travaux.model.schemes import Capacity
from travaux.model.sentences import find_sentences
from travaux.reading.structure.names import Mention, find_titled_names, match_name
from travaux.reading.structure.participants import Participants, Seat, read_entries
from travaux.reading.structure.roles import has_function
from travaux.reading.structure.scope import Scope

# Words that lead to the list of those who sat on a panel: "with presentations by", "the panellists were", "a panel composed of".
_LEADS = re.compile(
    r"\b(?:presentations?\s+(?:(?:was|were)\s+)?(?:(?:also|then)\s+)?(?:(?:made|given|delivered|offered)\s+)?(?:by|from)"
    r"|panell?ists?\s*(?:were|was|included|:|comprised|being)|(?:keynote\s+)?speakers\s*(?:were|included|:|on\s+the\s+panel\s+were)"
    r"|panel(?:\s+discussion)?(?:(?:[^.;:]|\b(?:Mr|Mrs|Ms|Dr|Prof)\.){0,160}?)\s(?:composed\s+of|consisting\s+of|consisted\s+of|comprising|comprised|featuring|featured|made\s+up\s+of|formed\s+by"
    r"|with\s+the\s+participation\s+of|included|brought\s+together))(?:\s+the\s+following(?:\s+\w+)?)?\s*:?\s*",
    re.IGNORECASE,
)
_ABOUT_PANEL = re.compile(r"\bpanel(?:l?ists?|s)?\b", re.IGNORECASE)
# Persons in the list who do not sit on the panel.
_CONDUCTS = re.compile(r"\b(?:moderated|chaired|facilitated|opened|introduced|led)\s+(?:the\s+\w+\s+)?by\s+$", re.IGNORECASE)
_BETWEEN_BARE = re.compile(r";\s*(?:and\s+)?|,\s+(?:and\s+)?|\s+and\s+|\n\s*(?:[-\u2013•*]|\([a-z]\))\s*")
_ENUMERATOR = re.compile(r"\s*(?:[-\u2013•*]|\([a-z]{1,3}\)|\d{1,2}[.)])?\s*")
_LOOK_BACK = 40
_LONGEST = 6000


def read_panels(scope: Scope, paragraphs: Sequence[Paragraph], participants: Participants) -> tuple[Panel, ...]:
    """Return the panels in order; those who sat on each are added to the participants, numbered from 1.

    A list of presenters is a panel if its paragraph speaks of one, or if there are several of them.
    """
    panels: list[Panel] = []
    for paragraph in paragraphs:
        for start, end, mentions in _lists(scope.text, paragraph):
            if len(mentions) == 1 and not _ABOUT_PANEL.search(paragraph.span.quote):
                continue
            panel = Panel(
                id=scope.part("panel", str(len(panels) + 1)),
                document=scope.document.id,
                paragraph=paragraph.id,
                order=len(panels) + 1,
                span=scope.span(start, end),
                agenda_item=paragraph.agenda_item,
            )
            panels.append(panel)
            for order, entry in enumerate(read_entries(scope.text, mentions, end), start=1):
                participants.add(entry, Capacity.PANELLIST, paragraph, Seat(panel.id, order))
    return tuple(panels)


def _lists(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int, tuple[Mention, ...]]]:
    """Yield the sentences of a paragraph that list persons, with those persons."""
    for start, end in find_sentences(text, paragraph.span.start, paragraph.span.end):
        lead = _LEADS.search(text, start, min(end, start + _LONGEST))
        if not lead:
            continue
        limit = min(end, lead.end() + _LONGEST)
        mentions = tuple(
            mention
            for mention in find_titled_names(text, lead.end(), limit)
            if not _CONDUCTS.search(text, max(start, mention.start - _LOOK_BACK), mention.start)
        )
        mentions = mentions or tuple(_bare_names(text, lead.end(), limit))
        if mentions:
            yield start, limit, mentions


def _bare_names(text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield persons named without honorific: each at the beginning of the list or after what divides it, and told by what follows.

    Where semicolons divide the list, nothing else does; else a name counts only if a parenthesis or a
    function follows it.
    """
    opening = _ENUMERATOR.match(text, start, end)
    start = opening.end() if opening else start
    semicolons = ";" in text[start:end]
    places = [start] + [match.end() for match in _BETWEEN_BARE.finditer(text, start, end) if not semicolons or match[0][0] in ";\n"]
    for place in places:
        mention = match_name(text, place, end)
        presented = mention and (mention.state or text[mention.end : mention.end + 2] == " (" or has_function(text, mention.end, end))
        if mention and (semicolons or presented):
            yield mention

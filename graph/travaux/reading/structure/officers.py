"""Those who chaired a meeting and those who briefed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.model.document import Paragraph
from travaux.model.schemes import Capacity
from travaux.model.sentences import find_sentences
from travaux.reading.structure.names import Mention, find_name_before, find_titled_names, match_name
from travaux.reading.structure.participants import Entry, Participants, read_entries
from travaux.reading.structure.roles import Capacities
from travaux.reading.structure.scope import Scope, squeeze

_CHAIR = r"(?:(?:[Vv]ice|[Cc]o|[Dd]eputy)[-\s])?[Cc]hair(?:person|man|woman|s)?"
_OF_BODY = (
    r"(?:\s+of\s+(?:the\s+|its\s+)?(?:[\w\u2019'-]+\s+){0,8}?"
    r"(?:[Cc]ommittee|[Cc]ommission|[Cc]onference|[Cc]ouncil|[Gg]roup|[Mm]eeting|[Ss]ession|[Cc]onsultations?|[Ww]orkshop|[Bb]ody|[Ff]orum|Assembly|[Pp]lenary)\b)"
)
# the Ad Hoc Committee Chair, NAME · the Vice-Chair, NAME · the Chair of the Working Group, NAME · the Chair, Ms. NAME
_BEFORE_NAME = re.compile(rf"\b(?P<role>(?:[A-Z][\w\u2019'-]*\s+){{0,6}}?{_CHAIR}\b{_OF_BODY}?)(?P<comma>,)?\s+(?=[A-Z])")
# chaired by NAME · under the chairmanship of NAME · presided over by NAME
_CHAIRED_BY = re.compile(
    r"\b(?:(?:co-)?chaired\s+by|presided\s+over\s+by|chair(?:person|man)ship\s+of|co-chairs?,?\s+(?:were\s+)?)\s+", re.IGNORECASE
)
# NAME, Chair of the Committee · NAME as Vice-Chair · NAME was elected Chair · NAME, who chaired the consultation
_AFTER_NAME = re.compile(
    rf",\s+(?:the\s+|its\s+)?(?P<role>(?:[\w-]+\s+)?{_CHAIR}\b{_OF_BODY}?)(?!\s+of\b)(?=\s*(?:[,.;:)]|and\b|opened|gave|who|$))"
    rf"|,?\s+(?:(?:(?:was\s+)?(?:elected|appointed)|served|acted|serving|acting)\s+(?:as\s+)?|as\s+)(?:the\s+|its\s+)?"
    rf"(?P<elected>{_CHAIR}\b(?:{_OF_BODY}|(?!\s+of\b)))"
    r"|(?:,\s+who)?\s+(?P<who>(?:co-)?chaired|presided\s+over)\b"
)
# NAME (Kenya), Chair of the Committee
_STATE_THEN_CHAIR = re.compile(rf"\([^()]{{3,60}}\)(?=,\s+(?:the\s+)?{_CHAIR}\b)")
_LONGEST_NAME = 80
_VICE = re.compile(r"\b(?:vice|deputy)\b", re.IGNORECASE)
_BRIEFED_BY = re.compile(
    r"\b(?:(?:gave|given|giving)\s+the\s+floor\s+to|(?:a\s+|the\s+)?(?:briefings?|presentation|keynote\s+(?:address|speech|presentation))\s+"
    r"(?:(?:was|were)\s+)?(?:(?:given|provided|delivered|made)\s+)?(?:by|from)|briefed\s+by|heard\s+from)\s+(?:the\s+[^,.;]{1,80},\s+)?",
    re.IGNORECASE,
)
_BRIEFS = re.compile(r"\b(?:brief(?:ed|ings?|s)?|presentation|presented|keynote|informed|introduced)\b", re.IGNORECASE)
_HAS_BRIEFED = re.compile(r"[^.;]{0,300}?\b(?:briefed|gave\s+a\s+briefing|delivered\s+a\s+(?:keynote|briefing))\b")
# What is said of a person who briefs ends before these words.
_CLAUSE_END = re.compile(r",?\s+(?:who|which)\b|,?\s+(?:briefed|gave|delivered|informed|presented|on\s+the\s+\w+\s+of)\b|[.;]\s|\.$")
_LONGEST = 4000


def read_officers(scope: Scope, paragraphs: Sequence[Paragraph], participants: Participants) -> None:
    """Add to the participants those who chaired or briefed a meeting, unless a panel has them already."""
    for paragraph in paragraphs:
        for start, sentence_end in find_sentences(scope.text, paragraph.span.start, paragraph.span.end):
            end = min(sentence_end, start + _LONGEST)
            reader = _Sentence(scope, paragraph, participants, start, end)
            reader.read_chairs()
            reader.read_briefers()


class _Sentence:
    """Reads one sentence; a person found by one rule is left alone by the next."""

    def __init__(self, scope: Scope, paragraph: Paragraph, participants: Participants, start: int, end: int) -> None:
        self.text = scope.text
        self.paragraph = paragraph
        self.participants = participants
        self.start = start
        self.end = end

    def read_chairs(self) -> None:
        for match in _BEFORE_NAME.finditer(self.text, self.start, self.end):
            mention = match_name(self.text, match.end(), self.end)
            if mention and (match["comma"] or mention.honorific):
                self._add_chair(mention, mention.end, squeeze(match["role"]), start=match.start("role"))
        lead = _CHAIRED_BY.search(self.text, self.start, self.end)
        if lead:
            self._read_list(lead.end())
        bare = (match_name(self.text, place, self.end) for place in self._names_before_chairs())
        for mention in (*find_titled_names(self.text, self.start, self.end), *filter(None, bare)):
            after = _AFTER_NAME.match(self.text, mention.end, self.end)
            if after:
                role = after["role"] or after["elected"]
                self._add_chair(
                    mention, after.end("role") if after["role"] else after.end() if role else mention.end, squeeze(role) if role else None
                )

    def _names_before_chairs(self) -> Iterator[int]:
        """Yield where names without honorific begin that a State in parentheses and a chair's function follow."""
        for match in _STATE_THEN_CHAIR.finditer(self.text, self.start, self.end):
            place = find_name_before(self.text, max(self.start, match.start() - _LONGEST_NAME), match.start())
            if place:
                yield place[0]

    def _read_list(self, start: int) -> None:
        """Read the persons that a meeting was chaired by, up to the end of the sentence."""
        mentions = tuple(find_titled_names(self.text, start, self.end))
        bare = match_name(self.text, start, self.end)
        if bare and (not mentions or bare.start < mentions[0].start):
            mentions = (bare, *mentions)
        for entry in read_entries(self.text, mentions, self.end):
            after = _AFTER_NAME.match(self.text, entry.mention.end, self.end)
            role = after and (after["role"] or after["elected"])
            end = after.end("role") if after and after["role"] else entry.mention.end
            if role or entry.mention is mentions[0] or self._joined(entry.mention):
                self._add_chair(entry.mention, end, squeeze(role) if role else None)

    def _joined(self, mention: Mention) -> bool:
        return self.text[max(self.start, mention.start - 5) : mention.start].split()[-1:] == ["and"]

    def _add_chair(self, mention: Mention, end: int, role: str | None, *, start: int | None = None) -> None:
        if self.participants.names_at(mention.start):
            return
        capacity = Capacity.VICE_CHAIR if role and _VICE.search(role) else Capacity.CHAIR
        entry = Entry(mention=mention, end=end, capacities=Capacities(role=role), start=start)
        self.participants.add(entry, capacity, self.paragraph)

    def read_briefers(self) -> None:
        for match in _BRIEFED_BY.finditer(self.text, self.start, self.end):
            mention = match_name(self.text, match.end(), self.end)
            if mention and _BRIEFS.search(self.text, self.start, self.end):
                self._add_briefer(mention)
        for mention in find_titled_names(self.text, self.start, self.end):
            if _HAS_BRIEFED.match(self.text, mention.end, self.end):
                self._add_briefer(mention)

    def _add_briefer(self, mention: Mention) -> None:
        if self.participants.names_at(mention.start):
            return
        (entry,) = read_entries(self.text, (mention,), self._clause_end(mention.end))
        self.participants.add(entry, Capacity.BRIEFER, self.paragraph)

    def _clause_end(self, start: int) -> int:
        """Return where what is said of the person ends: before "who", before a verb, or with the sentence."""
        stop = _CLAUSE_END.search(self.text, start, self.end)
        return stop.start() if stop else self.end

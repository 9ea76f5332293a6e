"""Who *he*, *the second panellist* and *the speaker* are: speakers resolved with what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from travaux.model.argument import Speaker
from travaux.model.consultation import Participation
from travaux.model.contents import Contents
from travaux.model.document import Paragraph
from travaux.model.identity import Id
from travaux.model.responses import Respondent
from travaux.model.schemes import Capacity, Prevalence, SpeakerKind
from travaux.reading.extraction.cast import Cast
from travaux.reading.extraction.sentences import Reported

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_PRONOUNS = frozenset({"he", "she", "who"})
_LAST_SPEAKERS = frozenset({"the speaker", "the panellist", "the panelist", "the former", "the same speaker"}) | _PRONOUNS
_PANELLIST = re.compile("panell?ist")
_ALL_PANELLISTS = re.compile("(?:the |all )?panell?ists")
_TITLES = ("Mr", "Ms", "Dr", "Mrs", "Prof")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


@dataclass
class Resolver:
    """Resolves the speakers of one document in the order of its text; ``before`` is the last single speaker of the paragraph."""

    contents: Contents
    cast: Cast
    before: Speaker | None = None
    paragraph: Id | None = None
    _order: dict[Id, int] = field(default_factory=dict)
    _respondents: dict[Id, Respondent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._order = {paragraph.id: paragraph.order for paragraph in self.contents.paragraphs}
        known = {one.id: one for one in self.contents.respondents}
        self._respondents = {one.id: known[one.respondent] for one in self.contents.responses}

    def respondent(self, reported: Reported, paragraph: Paragraph) -> Respondent | None:
        """Find whoever speaks in an answer of their own."""
        return self._respondents.get(paragraph.response) if reported.writer and paragraph.response else None

    def resolve(self, reported: Reported, phrase: str | None, paragraph: Paragraph, identity: Id) -> Speaker:
        """Return the speaker of a statement; ``phrase`` is as printed, ``identity`` the identifier of the speaker."""
        respondent = self.respondent(reported, paragraph)
        if respondent is not None:
            return self._as_respondent(respondent, identity)
        if paragraph.id != self.paragraph:
            self.paragraph, self.before = paragraph.id, None
        speaker = self._resolve(reported, phrase, paragraph, identity)
        if speaker.kind is not SpeakerKind.UNATTRIBUTED and (speaker.prevalence is Prevalence.ONE or speaker.kind is SpeakerKind.NAMED):
            self.before = speaker
        return speaker

    def _as_respondent(self, respondent: Respondent, identity: Id) -> Speaker:
        actor = respondent.speaks_as
        return Speaker(
            id=identity,
            document=self.contents.document.id,
            kind=SpeakerKind.NAMED if actor else SpeakerKind.ANONYMOUS,
            prevalence=Prevalence.ONE,
            phrase=respondent.span.quote,
            actors=(actor,) if actor else (),
            respondent=respondent.id,
        )

    def _resolve(self, reported: Reported, phrase: str | None, paragraph: Paragraph, identity: Id) -> Speaker:
        speaker = Speaker(
            id=identity, document=self.contents.document.id, kind=reported.kind, prevalence=reported.prevalence, phrase=phrase
        )
        key = " ".join((phrase or "").lower().split())
        if not key or (key == "it" and not self._is_body()):
            return speaker
        if key == "it" or key in _LAST_SPEAKERS:
            return self._as_before(speaker)
        if _PANELLIST.search(key) or ("speaker" in key and reported.anaphoric):
            return self._as_panellist(speaker, key, self._panellists(paragraph))
        if reported.kind is SpeakerKind.NAMED:
            participations, actors = self.cast.find(phrase or "")
            return replace(speaker, participations=participations, actors=actors)
        one_group = reported.anaphoric and reported.prevalence is Prevalence.ONE and key.startswith(("the ", "this "))
        return self._as_before(speaker) if one_group else speaker

    def _as_before(self, speaker: Speaker) -> Speaker:
        """Take over who spoke before; without anybody, or with several for a *he*, the pronoun stands for somebody named elsewhere."""
        if self.before is None or (speaker.prevalence is Prevalence.ONE and self.before.prevalence is not Prevalence.ONE):
            return speaker
        kind = self.before.kind
        prevalence = Prevalence.ONE if self.before.prevalence is Prevalence.ONE else Prevalence.UNSPECIFIED
        return replace(speaker, kind=kind, prevalence=prevalence, participations=self.before.participations, actors=self.before.actors)

    def _is_body(self) -> bool:
        """Whether who spoke before is no person, so that *it* can stand for it."""
        phrase = (self.before.phrase or "") if self.before else ""
        person = self.before is not None and bool(self.before.participations)
        return bool(phrase) and not person and phrase.lower() not in _PRONOUNS and not phrase.startswith(_TITLES)

    def _as_panellist(self, speaker: Speaker, key: str, panellists: Sequence[Participation]) -> Speaker:
        places = _places(key, len(panellists))
        if not places and not (panellists and _ALL_PANELLISTS.fullmatch(key)):
            return speaker
        found = self._seated(key, places, panellists)
        return replace(
            speaker,
            kind=SpeakerKind.NAMED,
            prevalence=Prevalence.ONE if len(places) == 1 else Prevalence.UNSPECIFIED,
            participations=tuple(one.id for one in found),
            actors=tuple(dict.fromkeys(one.person for one in found)),
        )

    def _seated(self, key: str, places: Sequence[int], panellists: Sequence[Participation]) -> Sequence[Participation]:
        """List the panellists at the places named, or as many as are counted after the one who spoke before, or all."""
        if -1 not in places:
            return [panellists[at] for at in places if at < len(panellists)] if places else panellists
        ids = [one.id for one in panellists]
        spoke = [ids.index(one) for one in (self.before.participations if self.before else ()) if one in ids]
        count = next((_NUMBERS[word] for word in key.split() if word in _NUMBERS), len(panellists))
        return panellists[spoke[-1] + 1 :][:count] if spoke and "subsequent" in key else ()

    def _panellists(self, paragraph: Paragraph) -> list[Participation]:
        """List the panellists of the panel introduced last, in their order."""
        panels = [panel for panel in self.contents.panels if self._order.get(panel.paragraph, 0) <= paragraph.order]
        if not panels:
            return []
        latest = max(panels, key=lambda panel: panel.order)
        seated = [one for one in self.contents.participations if one.panel == latest.id and one.capacity is Capacity.PANELLIST]
        return sorted(seated, key=lambda one: one.order or 0)


def _places(key: str, seated: int) -> list[int]:
    """Return the places among the panellists that a phrase names, from 0: *the second and third panellists* → 1, 2.

    >>> _places("the last panellist", 5), _places("the second and third panellists", 3), _places("the two subsequent panellists", 5)
    ([4], [1, 2], [-1, -1])
    """
    words = key.split()
    if "last" in words or "final" in words:
        return [max(seated - 1, 0)]
    if "subsequent" in words or "other" in words or "remaining" in words:
        return [-1, -1]
    return [place for place, ordinal in enumerate(_ORDINALS) if ordinal in words]

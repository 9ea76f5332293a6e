"""The lexicon of reporting language: the cues that report a stance, and the words that tell who, how many, why and on what condition."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from travaux.model.schemes import Act, Prevalence, Stance


class WordClass(StrEnum):
    """How a cue behaves in a sentence."""

    VERB = "verb"
    """Reports by itself: *several speakers stressed the need*; the first word is inflected, the rest is fixed (*put into question*)."""
    NOUN = "noun"
    """Reports with a light verb, after *there was*, or as the subject of one: *concern was expressed about*."""
    ADJECTIVE = "adjective"
    """Reports after *be* and its like: *were concerned about*, *was in favour of*; may have several words."""
    LIGHT_VERB = "light-verb"
    """Carries a noun cue and says nothing alone: *express*, *voice*, *raise*, *have*."""
    PREPOSITION = "preposition"
    """Stands before the speaker: *according to*, *in the view of*."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue means with one complement.

    ``complement`` is ``object`` (a noun phrase; the subject in the passive), ``that`` (a clause with or without that), ``infinitive``
    (with or without an addressee), ``gerund``, ``whether`` (an indirect question), ``quoted`` (direct speech), ``predicate`` (a noun
    phrase and what is said of it: *considered the text premature*), ``subject`` (the content is the subject of the active verb: *the
    proposal received support*), or a preposition (``against``, ``with regard to``). ``stance`` is toward the content as phrased, before its
    own polarity is read.
    A ``topical`` reading only names a topic (*discussed*, *focused on*): it reports a statement where the content evaluates its matter.
    """

    name: str
    complement: str
    act: Act
    stance: Stance
    topical: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase. ``forms`` are all inflected forms of its first word (of the whole for one word), in lower case.

    ``rest`` are the fixed words after the first. A light verb has no readings. Cues of one name are wordings of one entry that differ
    in ``rest`` (*in favour*, *in favor*) and have the same readings.
    """

    name: str
    written: str
    word_class: WordClass
    forms: frozenset[str]
    rest: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def by_complement(self) -> dict[str, Reading]:
        """The readings by their complements."""
        return {reading.complement: reading for reading in self.readings}

    def reading(self, complement: str) -> Reading | None:
        """Return what the cue means with a complement, ``None`` if it does not take it."""
        return next((reading for reading in self.readings if reading.complement == complement), None)


class SpeakerClass(StrEnum):
    """What a noun says about whether its phrase can be a speaker."""

    GROUP = "group"
    """An unnamed floor: *speakers*, *delegations*, *respondents*."""
    ROLE = "role"
    """Somebody by function: *the representative of*, *the second panellist*, *the minister*."""
    BODY = "body"
    """The body that meets: *the meeting*, *the Committee*; what it decides is no statement."""
    OFFICER = "officer"
    """Who conducts or serves the meeting: *the Chair*, *the Secretariat*; reports of procedure, no statements."""
    NAMED_GROUP = "named-group"
    """A named group of States or an organization: *the African Group*, *the European Union*."""
    PRONOUN = "pronoun"
    """Points back to a speaker: *he*, *they*, *others*, *the former*."""
    TEXT = "text"
    """A text, a rule or a thing that is no speaker: *the report*, *the article*, *the study*."""


class MarkerKind(StrEnum):
    """What a connective or a word of evaluation does in a content; it may have several words."""

    RATIONALE = "rationale"
    """Opens a reason, a purpose or a consequence: *given that*, *in order to*, *thus*."""
    CONDITION = "condition"
    """Opens a condition or limit: *provided that*, *unless*."""
    CONTRAST = "contrast"
    """Opens the rejected option: *rather than*, *instead of*."""
    NORM = "norm"
    """Says what should be: *should*, *must*, *it is necessary*."""
    MERIT = "merit"
    """Evaluates positively: *essential*, *welcome*."""
    DEFECT = "defect"
    """Evaluates negatively: *premature*, *overly broad*."""
    MATTER = "matter"
    """A noun that carries its complement without changing what is said: *the importance of*, *the need for*."""
    CHANGE = "change"
    """Asks for a change of a text: *delete*, *inclusion of a reference*."""


class FrameWord(StrEnum):
    """What a single word does in a frame of reporting, beside the cue and the nouns for those who speak."""

    PART = "part"
    """Counts some of those who are named after *of*: *a third of the respondents*, *80 percent of members*."""
    CROWD = "crowd"
    """Is many in the singular: *the audience*, *the private sector*; any other group in the singular is one speaker."""
    FLOOR = "floor"
    """Is a role that everybody present may have, so that it tells one speaker but not which: *the representative*."""
    JOINING = "joining"
    """Joins a further name to a speaker: *Norway, supported by Chile*."""
    OWN_SIDE = "own-side"
    """Is the speaker's own side after *his* and its like: *his delegation*, *her Government*."""
    VIEW = "view"
    """Is what a speaker has in *in Norway's view*."""
    CARRYING = "carrying"
    """Carries the reporting verb as an infinitive: *wished to stress*, *went on to say*."""
    LINKING = "linking"
    """Links a speaker to an adjective, besides *be*: *remained opposed to*."""
    EXISTING = "existing"
    """Says that a view is there: *concern prevailed that*, *there emerged support for*."""
    EQUATING = "equating"
    """Stands between a noun and what it consists of, besides *be*: *proposals included X*."""
    RECEIVING = "receiving"
    """Has as its subject what the noun after it is about: *the proposal drew criticism*."""
    CONCEDING = "conceding"
    """Is a participle that reports a view even after *when* and *while*: *while welcoming X, they cautioned*."""
    COURTESY = "courtesy"
    """Greets or thanks; with persons as its object it reports no view: *welcomed the delegates*."""
    SUMMONS = "summons"
    """Is a participle that only asks somebody to act: *Parties were invited to comment*."""
    PLACE = "place"
    """Is a part of a document in which something stands and is not said: *as was noted in paragraph 5*."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. Keys of the mappings are in lower case; phrases of several words have single spaces.

    ``quantifiers`` give the prevalence of a phrase (*a number of*), ``speakers`` the class of a noun (singular and plural each listed),
    ``markers`` the phrases of each kind, ``frame_words`` the single words.
    """

    cues: tuple[Cue, ...] = ()
    quantifiers: dict[str, Prevalence] = field(default_factory=dict)
    speakers: dict[str, SpeakerClass] = field(default_factory=dict)
    markers: dict[MarkerKind, frozenset[str]] = field(default_factory=dict)
    frame_words: dict[FrameWord, frozenset[str]] = field(default_factory=dict)

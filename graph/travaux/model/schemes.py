"""The controlled words of the domain; each enumeration is a SKOS concept scheme of the ontology."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is for."""

    CONCEPT_NOTE = "concept-note"
    REPORT = "report"
    DRAFT_TEXT = "draft-text"
    SUBMISSION = "submission"
    RESPONSES = "responses"
    OTHER = "other"

    @property
    def holds_statements(self) -> bool:
        """Whether what was said is read from documents of this kind: from reports, and from answers to a consultation."""
        return self in {DocumentKind.REPORT, DocumentKind.RESPONSES}


class Mode(StrEnum):
    """How a consultation was held."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Capacity(StrEnum):
    """In which capacity a person took part in a consultation."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    PANELLIST = "panellist"
    BRIEFER = "briefer"


class ReferenceKind(StrEnum):
    """What a reference in a document points to."""

    ARTICLE = "article"
    PREAMBULAR_PARAGRAPH = "preambular-paragraph"
    RESOLUTION = "resolution"
    INSTRUMENT = "instrument"
    DOCUMENT_SYMBOL = "document-symbol"
    BRACKETED_TEXT = "bracketed-text"


class EvidenceGrade(StrEnum):
    """How well a fact is supported, from the best to the worst.

    A: the originating body's own document or page. B: a copy of a primary text. C: a named secondary source. D: one machine-made
    report only. M: recollection or indirect support, never to be shown as fact.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    M = "M"


class SourceKind(StrEnum):
    """What kind of source a fact comes from."""

    CORPUS_DOCUMENT = "corpus-document"
    PRIMARY = "primary"
    COPY_OF_PRIMARY = "copy-of-primary"
    SECONDARY = "secondary"
    MACHINE_MADE = "machine-made"
    MEMORY = "memory"


class InstrumentStatus(StrEnum):
    """The standing of one version of an instrument."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"


class CorrespondenceKind(StrEnum):
    """How a provision of one version stands to a provision of a later one."""

    SAME_NUMBER = "same-number"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    NEW = "new"
    DROPPED = "dropped"


class OutcomeKind(StrEnum):
    """What became of a request in the adopted text; says "consistent with", never "because of"."""

    TAKEN_UP = "taken-up"
    PARTLY = "partly"
    NOT_TAKEN_UP = "not-taken-up"
    REVERSED = "reversed"
    UNKNOWN = "unknown"


class MilestoneKind(StrEnum):
    """A kind of event in the life of an instrument."""

    SESSION = "session"
    CONSULTATION = "consultation"
    RESOLUTION = "resolution"
    DOCUMENT = "document"
    MILESTONE = "milestone"
    RULE = "rule"


class Severity(StrEnum):
    """How much a finding matters: an error stops publication, a warning asks for a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class SpeakerKind(StrEnum):
    """Whether a statement is attributed to an unnamed group, to somebody named, to a respondent without a name, or to nobody."""

    COLLECTIVE = "collective"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    UNATTRIBUTED = "unattributed"


class Prevalence(StrEnum):
    """How widely a statement is said to be held: an ordered class, never a number."""

    UNSPECIFIED = "unspecified"
    ONE = "one"
    FEW = "few"
    SOME = "some"
    SEVERAL = "several"
    VARIOUS = "various"
    A_NUMBER_OF = "a-number-of"
    MANY = "many"
    MAJORITY = "majority"
    MOST = "most"
    ALL = "all"


class Act(StrEnum):
    """What the reporting cue does."""

    STRESS = "stress"
    RECOMMEND = "recommend"
    PROPOSE = "propose"
    CALL_FOR = "call-for"
    CAUTION = "caution"
    OPPOSE = "oppose"
    CONCERN = "concern"
    QUESTION = "question"
    WELCOME = "welcome"
    SUPPORT = "support"
    COMMEND = "commend"
    OBSERVE = "observe"


class Stance(StrEnum):
    """The attitude of a statement toward its quote as phrased."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONCERNED = "concerned"
    PROPOSES = "proposes"
    NEUTRAL = "neutral"


class ReviewStatus(StrEnum):
    """What a person has decided about something that a rule suggested.

    Merged: one in place of several. Split: one of several in place of one. Added: no rule had found it.
    """

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    MERGED = "merged"
    SPLIT = "split"
    REJECTED = "rejected"


class RelationKind(StrEnum):
    """How one position bears on another: premise to conclusion, opposed views, or a condition or limit."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    QUALIFIES = "qualifies"


class RelationForm(StrEnum):
    """How the text puts what makes a relation between two positions."""

    REASON = "reason"
    CONSEQUENCE = "consequence"
    CONDITION = "condition"
    CONTRAST = "contrast"
    DISAGREEMENT = "disagreement"


class Marking(StrEnum):
    """Whether the text itself marks a relation or an editor inferred it."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"


class ChangeKind(StrEnum):
    """What a proposal would do to the text of a provision."""

    ADD = "add"
    DELETE = "delete"
    MOVE = "move"
    REWORD = "reword"
    MAKE_OPTIONAL = "make-optional"


class LayerKind(StrEnum):
    """Where a part of the argument map comes from: rules that read, people who decided, conclusions drawn over all documents."""

    EXTRACTED = "extracted"
    REVIEWED = "reviewed"
    INFERRED = "inferred"

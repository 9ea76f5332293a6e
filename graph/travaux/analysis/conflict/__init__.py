"""Common ground and conflict: which positions stand against each other and how that was found, and which nothing recorded opposes."""

from __future__ import annotations

from travaux.analysis.conflict.finding import Conflicting, find_conflicts
from travaux.analysis.conflict.result import Agreement, Coalition, Conflicts, Dispute, Ground, Member, Sentence, Topic, TopicKind, View
from travaux.analysis.conflict.rules import RULES, About, Certainty, Rule

__all__ = [
    "RULES",
    "About",
    "Agreement",
    "Certainty",
    "Coalition",
    "Conflicting",
    "Conflicts",
    "Dispute",
    "Ground",
    "Member",
    "Rule",
    "Sentence",
    "Topic",
    "TopicKind",
    "View",
    "find_conflicts",
]

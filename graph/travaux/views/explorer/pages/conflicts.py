"""The page of conflicts: what stands against what, both sides side by side; what does not fit together; what is common ground."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from travaux.analysis.conflict import RULES, Certainty, Conflicting, Conflicts, Rule, Topic
from travaux.analysis.selection import ALL
from travaux.views.answers.conflicts import HEADS, LACKING, NOTES, STANDS, SURE, describe_grounds
from travaux.views.answers.searched import describe_searched
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Page
from travaux.views.explorer.paging import first_of, part_of
from travaux.views.wording import in_sources

_PATH = "/conflicts"
_FIRST, _SIZE = 4, 10
_TOPICS = 20
"""Provisions and themes in the table, where not all are asked for."""


class Kind(StrEnum):
    """What the page can be asked to show alone, as the numbers of what was found are named."""

    CONFLICTS = "conflicts"
    TENSIONS = "tensions"
    COMMON_GROUND = "common_ground"
    POSITIONS = "positions"
    COALITIONS = "coalitions"


_TITLES = {
    Kind.CONFLICTS: "Conflicts",
    Kind.TENSIONS: "Tensions and limits",
    Kind.COMMON_GROUND: "Common ground",
    Kind.POSITIONS: "Who holds what",
    Kind.COALITIONS: "Positions that go together",
}


def show_conflicts(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show common ground and conflict about a provision or theme, or about all; ``QueryError`` for what is not there."""
    asked = Asked(_PATH, options)
    about, kind = options.one("about"), next(iter(options.words("show", Kind)), None)
    coalitions = options.one("coalitions") == "1" or kind is Kind.COALITIONS
    size = _SIZE if kind else _FIRST
    selection = select(options, explorer.store)
    conflicting = explorer.conflicting if selection == ALL else Conflicting(explorer.store, selection)
    found = conflicting.about(
        about,
        limit=size,
        first=first_of(options, size) if kind else 0,
        coalitions=coalitions,
    )
    return Page(
        title=f"Conflicts and common ground{f': {found.what}' if found.what else ''}",
        template="conflicts.html.j2",
        shown={
            "found": found,
            "about": about,
            "asked": asked,
            "choices": choices_of(explorer.corpus),
            "kind": kind,
            "first": _FIRST,
            "kinds": [(one, _TITLES[one], found.found[one], _address(asked, one)) for one in Kind if found.found[one]],
            "part": part_of(asked, size, _shown(found, kind), found.found[kind]) if kind else None,
            "stated": [one for one in found.conflicts if one.certainty is Certainty.MARKED],
            "inferred": [one for one in found.conflicts if one.certainty is not Certainty.MARKED],
            "rules": RULES,
            "heads": {rule: HEADS.get(rule, STANDS) for rule in Rule},
            "sure": SURE,
            "grounds": describe_grounds,
            "topics": _topics(found, everything=bool(about) or options.one("topics") == "all"),
            "about_topic": lambda topic: asked.address(about=_name(topic), show="", page="", topics=""),
            "known": [(_name(topic), topic.label) for topic in found.topics],
            "searched": describe_searched(found.searched),
            "notes": [in_sources(note, found.searched.sources) for note in NOTES],
            "lacking": [LACKING[name] for name in found.lacks[:1]],
        },
        data=found,
        section=_PATH,
    )


def _address(asked: Asked, kind: Kind) -> str:
    return asked.address(show=kind, page="", coalitions="")


def _shown(found: Conflicts, kind: Kind) -> int:
    return len(found.views if kind is Kind.POSITIONS else getattr(found, kind.value))


def _topics(found: Conflicts, *, everything: bool) -> tuple[tuple[Topic, ...], int]:
    """Give the provisions and themes for the table, those of most conflicts and tensions first, and how many are left out."""
    if everything:
        return found.topics, 0
    troubled = [one for one in found.topics if one.conflicts or one.tensions]
    first = sorted(troubled, key=lambda one: (-one.conflicts, -one.tensions))[:_TOPICS]
    return tuple(first), len(found.topics) - len(first)


def _name(topic: Topic) -> str:
    """Name a topic as it can be asked about: ``draft article 24``, or the label of a theme."""
    _, _, rest = topic.id.partition("instrument/")
    return rest.replace("/", " ").replace("preambular-paragraph", "preambular paragraph") if rest else topic.label

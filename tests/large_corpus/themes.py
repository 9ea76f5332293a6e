"""The invented thesaurus: a theme for each topic, and narrower ones for its facets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from large_corpus.chance import shuffled
from large_corpus.treaty import article, articles_on
from large_corpus.words import FACETS, TOPICS
from travaux.model.identity import identifier, name_key
from travaux.model.theme import Theme

_HEAD = """\
@prefix trv: <https://w3id.org/travaux/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<theme> a skos:ConceptScheme ; dcterms:title "Themes of the negotiation on dark night skies"@en .
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A theme with what statements on it need to know: its place among the topics, its chapter, and the articles of the draft."""

    theme: Theme
    topic: int
    chapter: int
    articles: tuple[int, ...]


def invent_matters(rng: Random) -> list[Matter]:
    """Make up the themes, the most frequent first: every topic, and two facets of each."""
    found = []
    for place, (topic, chapter) in enumerate(TOPICS):
        numbers = articles_on(place)
        broad = _theme(topic.capitalize(), numbers)
        found.append(Matter(theme=broad, topic=place, chapter=chapter, articles=numbers))
        for turn in (0, 1):
            narrow = _theme(f"{FACETS[(place + turn) % len(FACETS)]} {topic}", numbers[turn : turn + 1], broad)
            found.append(Matter(theme=narrow, topic=place, chapter=chapter, articles=numbers[turn : turn + 1]))
    return shuffled(rng, found)


def render_themes(themes: Iterable[Theme]) -> str:
    """Write ``themes.ttl``."""
    return _HEAD + "".join(map(_entry, themes))


def _theme(label: str, articles: tuple[int, ...], broader: Theme | None = None) -> Theme:
    name = name_key(label)
    return Theme(
        id=identifier("theme", name),
        name=name,
        pref_label=label,
        signal_phrases=(label.lower(),),
        definition=f"What is said on {label.lower()}.",
        broader=(broader.id,) if broader else (),
        provisions=tuple(map(article, articles)),
    )


def _entry(theme: Theme) -> str:
    lines = [
        f"\n<{theme.id}> a trv:Theme, skos:Concept ;",
        f"  skos:prefLabel {json.dumps(theme.pref_label)}@en ;",
        f"  skos:definition {json.dumps(theme.definition)}@en ;",
        *(f"  skos:broader <{one}> ;" for one in theme.broader),
        *(f"  trv:provision <{one}> ;" for one in theme.provisions),
        *(f"  trv:signalPhrase {json.dumps(one)} ;" for one in theme.signal_phrases),
        "  skos:inScheme <theme> .\n",
    ]
    return "\n".join(lines)

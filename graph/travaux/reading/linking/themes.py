"""Which themes of the thesaurus a text is about."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from travaux.model.identity import Id
from travaux.model.theme import Theme
from travaux.reading.linking.evidence import Evidence, Found, Place, combine
from travaux.reading.linking.phrases import Match, PhraseFinder, PhraseKind
from travaux.reading.linking.words import Words

MOST = 4
"""How many themes a statement has at most."""

_KIND = {PhraseKind.LABEL: 0.95, PhraseKind.SIGNAL: 0.85}
_ONE_WORD = 0.8
_RULES = {
    Place.CONTENT: "theme-in-content",
    Place.CLAIM: "theme-in-content",
    Place.GROUNDS: "theme-in-context",
    Place.SENTENCE: "theme-in-context",
    Place.TOPIC: "theme-of-topic",
}
# A shorter phrase inside of a longer one of another theme says less: "access to justice" in "access to justice for victims".
_INSIDE = 0.6
_PROVISION = 0.8
# What a provision says for a theme beside a broader theme of as few provisions.
_BELOW = 0.6
# The second phrase of a theme in a text adds less than the first; the words often overlap.
_REPEATED = 0.4
# Themes are given down to this score, and down to this part of the best one's.
_LEAST = 0.3
_PART_OF_BEST = 0.3
# What is left of a broader theme beside a narrower one that is at least as strong.
_BESIDE_NARROWER = 0.7


class ThemeReader:
    """Reads themes from words and provisions; made once for a thesaurus."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        self.themes = {theme.id: theme for theme in themes}
        self._finder = PhraseFinder(self.themes.values())
        self._by_provision: dict[Id, list[tuple[Id, float]]] = {}
        sizes: Counter[tuple[Id, str]] = Counter()
        holders: dict[Id, list[Id]] = defaultdict(list)
        for theme in self.themes.values():
            for provision in theme.provisions:
                sizes[theme.id, _instrument(provision)] += 1
                holders[provision].append(theme.id)
        for provision, owners in holders.items():
            size = {theme: sizes[theme, _instrument(provision)] for theme in owners}
            self._by_provision[provision] = [(theme, self._share(theme, size)) for theme in owners]

    def _share(self, theme: Id, sizes: Mapping[Id, int]) -> float:
        """Weigh a theme of a provision against the others: first those of the fewest provisions, of these the broadest."""
        share = math.sqrt(min(sizes.values()) / sizes[theme])
        below = any(sizes.get(broader) == sizes[theme] for broader in self.themes[theme].broader)
        return share * (_BELOW if below else 1.0)

    def signs(self, words: Words, place: Place) -> list[Evidence]:
        """Find what the words at one place say for any theme."""
        matches = self._finder.find(words)
        rule = _RULES[place]
        return [Evidence(match.phrase.theme, match.phrase.text, rule, float(place) * _strength(match, matches)) for match in matches]

    def provision_signs(self, provisions: Iterable[Id]) -> list[Evidence]:
        """Find the themes that cited provisions belong to; the theme of fewest provisions first."""
        found = []
        for provision in provisions:
            themes = self._by_provision.get(provision, ())
            cited = provision.split("/", 2)[2].replace("/", " ").replace("-", " ")
            found += [Evidence(theme, cited, "theme-of-provision", _PROVISION * share) for theme, share in themes]
        return found

    def weigh(self, signs: Iterable[Evidence]) -> list[Found]:
        """Combine signs to themes, the best first; all that have any sign."""
        by_theme: dict[Id, dict[str, Evidence]] = defaultdict(dict)
        for sign in signs:
            known = by_theme[sign.theme].get(sign.words)
            if known is None or known.strength < sign.strength:
                by_theme[sign.theme][sign.words] = sign
        found = [_found(theme, list(kinds.values())) for theme, kinds in by_theme.items()]
        return sorted(found, key=lambda item: (-item.score, item.theme))

    def choose(self, found: Sequence[Found]) -> list[Found]:
        """Choose the themes to give, the best first: at most ``MOST``, none too weak or far behind the best."""
        scores = {item.theme: item.score for item in found}
        narrower = {broader: item.score for item in reversed(found) for broader in self.themes[item.theme].broader}
        kept = [(item, item.score * (_BESIDE_NARROWER if narrower.get(item.theme, 0.0) >= scores[item.theme] else 1.0)) for item in found]
        kept.sort(key=lambda pair: (-pair[1], pair[0].theme))
        least = max(_LEAST, _PART_OF_BEST * kept[0][1]) if kept else 0.0
        return [item for item, score in kept if score >= least][:MOST]


def _instrument(provision: Id) -> str:
    return provision.split("/", 2)[1]


def _strength(match: Match, matches: Sequence[Match]) -> float:
    strength = _KIND[match.phrase.kind] * match.quality * (_ONE_WORD if len(match.phrase.words) == 1 else 1.0)
    inside = any(other.phrase.theme != match.phrase.theme and match.places < other.places for other in matches)
    return strength * _INSIDE if inside else strength


def _found(theme: Id, signs: list[Evidence]) -> Found:
    signs.sort(key=lambda sign: (-sign.strength, sign.words))
    first, *rest = signs
    return Found(theme, combine([first.strength, *(sign.strength * _REPEATED for sign in rest[:4])]), first)

"""Where the decisions on one document stand, each found with regard to all the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from travaux.model.review import Opinion
from travaux.reading.review.folding import fold
from travaux.reading.review.placing import CLEAR, Found, Manner, Page, Region

_HALF = 0.5
_ONE_PLACE = 0.8
"""Two quotes that share so much of both are at one place."""
_TELLING = 40
"""A quote of so many characters tells to which paragraph the number of its own has changed."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """An opinion and the place found for it; ``at_home`` tells whether that is in the paragraph where it was."""

    opinion: Opinion
    place: Found
    at_home: bool

    @property
    def quote(self) -> str:
        return fold(self.opinion.quote)


def find_places(page: Page, opinions: Mapping[str, Opinion]) -> dict[str, Found | None]:
    """Find the place of each opinion by its key, ``None`` where it is lost.

    Long quotes tell which paragraph has which number now, so that short ones are looked for in the right one. Where two different quotes
    would stand at one place, the one that is found there less surely is lost.
    """
    homes = find_homes(page, opinions.values())
    found = {key: find_place(page, one, homes.get(one.paragraph)) for key, one in opinions.items()}
    by_region: dict[Region, list[_Claim]] = defaultdict(list)
    for key, place in found.items():
        if place is not None:
            opinion = opinions[key]
            home = homes.get(opinion.paragraph)
            at_home = place.region == home if home else place.region.name == opinion.paragraph
            by_region[place.region].append(_Claim(opinion, place, at_home))
    lost = {one.opinion.key for claims in by_region.values() for one in _crowded_out(claims)}
    return {key: None if key in lost else place for key, place in found.items()}


def find_place(page: Page, opinion: Opinion, home: Region | None = None) -> Found | None:
    """Find the place of one opinion; ``home`` is the region that its paragraph is now, if that is known."""
    spoken = opinion.speaker if opinion.speaker not in page.voices else None
    beside = (opinion.cue, *filter(None, [spoken]))
    if home is None:
        return page.find(opinion.quote, opinion.paragraph, opinion.context, beside)
    return page.find_from(opinion.quote, [home], opinion.context, beside)


def find_homes(page: Page, opinions: Iterable[Opinion]) -> dict[str, Region]:
    """Tell which region each paragraph is now, by its name in the opinions, as far as most of its long quotes agree."""
    votes: dict[str, Counter[Region]] = defaultdict(Counter)
    for opinion in opinions:
        region = page.find_only(opinion.quote) if len(opinion.quote) >= _TELLING else None
        if region is not None:
            votes[opinion.paragraph][region] += 1
    leading = {name: counted.most_common(1)[0] for name, counted in votes.items()}
    return {name: region for name, (region, count) in leading.items() if count > _HALF * votes[name].total()}


def _crowded_out(claims: Iterable[_Claim]) -> Iterator[_Claim]:
    """Yield what stands where something else stands with a better right; if neither clearly has it, neither stands."""
    ordered = sorted(claims, key=lambda one: (one.place.start, one.place.end))
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.place.start >= one.place.end:
                break
            if _shared(one.place, other.place) >= _ONE_PLACE:
                yield from (mine for mine, theirs in ((one, other), (other, one)) if _gives_way(mine, theirs))


def _gives_way(mine: _Claim, theirs: _Claim) -> bool:
    same_words = mine.quote == theirs.quote
    if same_words and mine.opinion.paragraph == theirs.opinion.paragraph:
        return False
    if same_words:
        return not mine.at_home
    return mine.place.manner is Manner.REWORDED and theirs.place.likeness > mine.place.likeness - CLEAR


def _shared(one: Found, other: Found) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / max(one.end - one.start, other.end - other.start)

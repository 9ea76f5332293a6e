"""Under which chapter of the text each thing stands."""

from __future__ import annotations

from collections import Counter

from travaux.views.links import Links

_ABOUT = ("discusses", "asks-about", "section-chapter", "statement-provision")
_HOLDING = ("part", "reported-in", "section-paragraph", "panel", "panellist", "statement", "article", "names")


class Chapters:
    """The chapters of the text that was discussed, in treaty order, and the place of everything under them."""

    def __init__(self, links: Links) -> None:
        self._links = links
        instruments = links.of_kind("instrument")
        discussed = min(instruments, key=lambda name: (-len(links.into(name, "instrument")), instruments.index(name)), default=None)
        self.all = tuple(links.ordered(links.out(discussed, "chapter"))) if discussed else ()
        self._found: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """Return the chapter under which a thing stands, ``None`` if it stands under none."""
        if name not in self._found:
            self._found[name] = None  # a cycle in the data ends here
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> str | None:
        links = self._links
        kind = links.nodes[name]["kind"]
        if kind == "chapter":
            return name if name in self.all else self._same_in_the_text_discussed(name)
        about = links.into(name, "expresses") if kind == "position" else links.out(name, *_ABOUT)
        holders = about or links.into(name, *_HOLDING) or (self._versions([name]) if kind == "article" else [])
        return self._commonest([self.of(holder) for holder in holders])

    def _commonest(self, chapters: list[str | None]) -> str | None:
        """Return the chapter that occurs most often, among equals the first of the treaty."""
        found = Counter(chapter for chapter in chapters if chapter)
        return max(found, key=lambda chapter: (found[chapter], -self.all.index(chapter)), default=None)

    def _same_in_the_text_discussed(self, chapter: str) -> str | None:
        """Return where most articles of another version's chapter come from or went to, else the chapter of the same title."""
        links = self._links
        others = self._versions(links.out(chapter, "article"))
        found = self._commonest([holder for article in others for holder in links.into(article, "article") if holder in self.all])
        title = str(links.nodes[chapter].get("title")).casefold()
        return found or next((other for other in self.all if str(links.nodes[other].get("title")).casefold() == title), None)

    def _versions(self, articles: list[str]) -> list[str]:
        """Return what articles were in an earlier text and became in a later one."""
        ways = (self._links.into, self._links.out)
        return [other for article in articles for way in ways for other in way(article, "corresponds")]

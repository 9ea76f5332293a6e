"""The page of the search: what was found, and the facets by which it can be narrowed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.search import FACETS, Facet, FacetValue, Found, Kind, Near, Result, Wanted, clean_text
from travaux.model.identity import identifier
from travaux.model.schemes import Prevalence, ReviewStatus, SpeakerKind, Stance
from travaux.views.explorer.addresses import address_of, passage_address, with_options
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Moved, Page
from travaux.views.explorer.side_by_side import first_version
from travaux.views.wording import PREVALENCE_WORDS, STANCE_WORDS

_SIZE, _ALL = 20, 5_000
"""Results of one page: usually, and where all of them are asked for."""
_MOST_LISTED = 8
"""Values of a facet that are open at once; the others are a click away."""
_PATH = "/search"
_PROVISIONS = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.PREAMBULAR_PARAGRAPH})
_NUMBERED = re.compile(r"(?:article|chapter|preambular paragraph|question) [\divxlc]+(?: ?bis| ?ter)?", re.IGNORECASE)
"""What means one thing by its noun and number."""
_SCHEMES = {"kind": Kind, "stance": Stance, "prevalence": Prevalence, "review": ReviewStatus, "speaker": SpeakerKind}
HEADINGS = {
    "kind": "What",
    "consultation": "Consultation",
    "document": "Document",
    "stance": "Stance",
    "prevalence": "Held at least as widely as",
    "theme": "Theme",
    "review": "Review",
    "speaker": "Speaker",
}
KIND_WORDS = {
    "article": ("Article", "Articles"),
    "chapter": ("Chapter", "Chapters"),
    "preambular-paragraph": ("Preambular paragraph", "Preambular paragraphs"),
    "question": ("Guiding question", "Guiding questions"),
    "theme": ("Theme", "Themes"),
    "person": ("Person", "People"),
    "organization": ("Organization", "Organizations"),
    "state": ("State", "States"),
    "consultation": ("Consultation", "Consultations"),
    "document": ("Document", "Documents"),
    "instrument": ("Text", "Texts"),
    "agenda-item": ("Agenda item", "Agenda items"),
    "outcome": ("Request and outcome", "Requests and outcomes"),
    "milestone": ("Milestone", "Milestones"),
    "position": ("Position", "Positions"),
    "statement": ("Statement", "Statements"),
    "paragraph": ("Paragraph", "Paragraphs"),
}
"""Kind of record → what a reader calls one, and several."""
_REVIEW_WORDS = {
    "unreviewed": "found by rule, not reviewed yet",
    "accepted": "reviewed and accepted",
    "edited": "reviewed and corrected",
    "added": "added in review",
    "merged": "made out of several in review",
    "split": "divided from another in review",
}
_SPEAKER_WORDS = {"collective": "an unnamed group", "named": "somebody named", "unattributed": "nobody named"}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion as the list below the search field shows it: what it is, its name, in which text or report it stands, where it leads."""

    kind: str
    kinds: str
    words: str
    within: str
    address: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What somebody who is still typing may mean, together by kind."""

    text: str
    suggestions: tuple[Suggested, ...]


def show_search(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page | Moved:
    """Show what is found; with ``suggest`` only what the text may mean, as data; with ``go`` lead to the one thing named, if any."""
    text = options.one("q").strip()
    if options.one("go"):
        return Moved(find_named(explorer, text) or with_options(_PATH, options.without("go")))
    if options.one("suggest"):
        return _show_suggestions(explorer, text)
    number = options.number("page", 1, least=1, most=1_000_000)
    chosen = {name: _values(options, name) for name in FACETS}
    size = _ALL if options.one("show") == "all" else _SIZE
    found = explorer.index.find(Wanted(text=text, chosen=chosen, first=(number - 1) * size, size=size))
    if number > 1 and found.first >= found.total:
        raise AskedError(f"there is no page {number:,}", hint=f"The last page is {max(1, -(-found.total // size)):,}.")
    return Page(
        title=f"Search: {text}" if text else "Search",
        template="search.html.j2",
        shown={
            "found": found,
            "facets": [_show_facet(one) for one in found.facets if one.values],
            "chosen": _show_chosen(found, options),
            "near": [(one, _near_address(one, options)) for one in found.near],
            "searched": [(count, _noun(kind, count)) for kind, count in found.searched.items()],
            "kind_words": KIND_WORDS,
            "last": min(found.first + size, found.total),
            "pages": _pages(options, number, -(-found.total // size)),
            "everywhere": with_options(_PATH, [("q", text)]),
        },
        data=found,
    )


def find_named(explorer: Explorer, text: str) -> str | None:
    """Give the address of the provision or guiding question that a text names by noun and number alone; of several versions, the first.

    ``None`` for any other text, and where several documents have the number.
    """
    if not _NUMBERED.fullmatch(clean_text(text)):
        return None
    named = explorer.index.named(text)
    questions = [one for one in named if one.kind is Kind.QUESTION]
    provisions = [one for one in named if one.kind in _PROVISIONS]
    first = f"{identifier('instrument', first_version(explorer.corpus) or 'none')}/"
    meant = questions or [one for one in provisions if one.id.startswith(first)] or provisions
    return leads_to(meant[0]) if len(meant) == 1 else None


def _values(options: Options, name: str) -> tuple[str, ...]:
    scheme = _SCHEMES.get(name)
    return tuple(word.value for word in options.words(name, scheme)) if scheme else options.all(name)


def _show_suggestions(explorer: Explorer, text: str) -> Page:
    results = (one.result for one in explorer.index.suggest(text))
    suggestions = tuple(_suggested(one) for one in results)
    return Page(title="Search", template="search.html.j2", data=Suggestions(text, suggestions), shown=_nothing())


def _suggested(result: Result) -> Suggested:
    of_text = result.kind in _PROVISIONS
    within = "".join(piece.text for piece in result.text) if of_text else (result.document_title or "")
    return Suggested(result.kind.value, KIND_WORDS[result.kind.value][1], label_of(result), within, leads_to(result))


def _nothing() -> dict[str, object]:
    """Give the template the empty page of the search, where only data was asked for."""
    empty = Found(text="", total=0, first=0, results=(), facets=(), near=(), searched={})
    lists = ("facets", "chosen", "near", "searched", "pages")
    return {"found": empty, "kind_words": KIND_WORDS, "last": 0, "everywhere": _PATH, **{name: [] for name in lists}}


def label_of(result: Result) -> str:
    """Name a result in one line; what has no name of its own by its words."""
    own = {Kind.QUESTION, Kind.PARAGRAPH}
    words = "".join(piece.text for piece in result.text)
    return f"{result.title}: {words}" if result.kind in own else result.title


def leads_to(result: Result) -> str:
    """Give the address at which a result is shown: its page, or its characters."""
    if result.kind in {Kind.STATEMENT, Kind.PARAGRAPH} and result.document and result.start is not None and result.end is not None:
        return passage_address(result.document, result.start, result.end)
    return address_of(result.page or result.id)


def _word(facet: str, value: FacetValue) -> str:
    words: Mapping[str, str] = {
        "kind": KIND_WORDS.get(value.value, ("", value.value))[1],
        "stance": STANCE_WORDS.get(value.value, value.value),
        "prevalence": PREVALENCE_WORDS.get(value.value, value.value),
        "review": _REVIEW_WORDS.get(value.value, value.value),
        "speaker": _SPEAKER_WORDS.get(value.value, value.value),
    }
    return words.get(facet, value.name)


def _noun(kind: str, count: int) -> str:
    noun = KIND_WORDS[kind][count != 1]
    return noun if kind == Kind.STATE else noun.lower()


def _show_facet(facet: Facet) -> dict[str, object]:
    """Divide the values of a facet into those open at once (all that are chosen among them) and the others."""
    shown = [(one, _word(facet.name, one)) for one in facet.values]
    listed = [pair for place, pair in enumerate(shown) if place < _MOST_LISTED or pair[0].chosen]
    more = [pair for pair in shown if pair not in listed]
    if len(more) == 1:
        listed, more = shown, []
    return {"name": facet.name, "heading": HEADINGS[facet.name], "listed": listed, "more": more}


def _show_chosen(found: Found, options: Options) -> list[tuple[str, str, str]]:
    """Give each choice with the address of the page without it."""
    chosen = []
    for facet in found.facets:
        for value in facet.values:
            if value.chosen:
                left = [pair for pair in options.without("page") if pair != (facet.name, value.value)]
                chosen.append((HEADINGS[facet.name], _word(facet.name, value), with_options(_PATH, left)))
    return chosen


def _near_address(near: Near, options: Options) -> str:
    return with_options(_PATH, [("q", near.text), *options.without("q", "page")])


def _pages(options: Options, number: int, last: int) -> list[tuple[str, str]]:
    """Give the pages that one can turn to: words and address."""
    left = list(options.without("page"))
    ways = (("First", 1), ("Previous", number - 1), ("Next", number + 1), ("Last", last))
    wanted = [(words, page) for words, page in ways if 1 <= page <= last and page != number]
    return [(words, with_options(_PATH, [*left, ("page", str(page))] if page > 1 else left)) for words, page in wanted]

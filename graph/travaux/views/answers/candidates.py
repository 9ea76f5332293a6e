"""Candidates for themes in words: why each is proposed, and the sentences that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.discovery import Candidate, Candidates, Keyness, Near, Place, Searched
from travaux.views.counting import count_of
from travaux.views.report import Grid, Items, Quote, Report, Section

_QUOTES = 3
"""How many sentences of a candidate are shown."""
_NEAR = 4
_KEPT_BACK = {
    "covered": "that themes cover already",
    "declined": "that a person has declined",
    "inside": "that only occur within a longer one",
    "name": "of names and titles",
    "reporting": "of reporting language",
    "short": "of too few words",
}
"""Why phrases are not proposed, in words."""

_NOTES = (
    "A candidate is a phrase, found by counting, that no theme covers. Whether it is a theme, a person decides.",
    (
        "C-value (Frantzi, Ananiadou and Mima 2000): how often a phrase occurs, weighted by its length, less what it occurs only as a"
        " part of longer phrases."
    ),
    (
        "Keyness: G² (Dunning 1993) says how sure a difference is, the factor how large. There is no outside text to compare with: the"
        " statements are compared with all other text of the same documents, and each consultation with the others. A G² over 3.84 is"
        " called significant (p < 0.05) for one phrase that was chosen beforehand; of many phrases some reach it by chance."
    ),
    "Counts are of places in the documents and of statements, never of speakers. What is not listed may have been said.",
)


def show_candidates(result: Candidates) -> Report:
    """Put candidates in words."""
    title = f"{result.title}: phrases that no theme covers" if result.title else "Phrases that no theme covers"
    overview = (Section("Overview", (_overview(result),)),) if result.candidates else ()
    sections = (_section(rank, one) for rank, one in enumerate(result.candidates, start=1))
    return Report(title, _lead(result), (*overview, *sections), _NOTES)


def tell_reason(one: Candidate) -> str:
    """Say in one text why a phrase is proposed."""
    return " ".join(_reasons(one))


def tell_place(place: Place) -> str:
    """Say where a phrase stands."""
    paragraph = f", paragraph {place.paragraph}" if place.paragraph else ""
    return f"{place.document_title}{paragraph}, characters {place.start}–{place.end}"


def _lead(result: Candidates) -> str:
    searched, shown = result.searched, len(result.candidates)
    held = "; ".join(f"{count} {_KEPT_BACK[reason]}" for reason, count in searched.kept_back.items())
    first = (
        f"{count_of(result.found, 'phrase')} that no theme covers{f', the first {shown} of them below' if shown < result.found else ''}."
    )
    return (
        f"{first} Searched: the words of {count_of(searched.statements, 'statement')} at"
        f" {count_of(len(searched.consultations), 'consultation')} ({count_of(searched.words, 'word')} without"
        f" function words), for phrases that occur at least {_times(searched.least_occurrences)}"
        f" in at least {count_of(searched.least_statements, 'statement')}"
        f"{', as is usual for so many statements' if searched.usual else ''}."
        + (f" Of {searched.phrases} such phrases these are not proposed: {held}." if held else "")
    )


def _overview(result: Candidates) -> Grid:
    rows = tuple(
        (
            str(rank),
            one.phrase,
            f"{one.c_value:.1f}",
            str(one.occurrences),
            str(one.statements),
            _short(one.against_rest),
            _told(one.broader),
        )
        for rank, one in enumerate(result.candidates, start=1)
    )
    return Grid(("", "Phrase", "C-value", "Places", "Statements", "Against the rest", "Perhaps narrower than"), rows)


def _section(rank: int, one: Candidate) -> Section:
    further = len(one.places) - _QUOTES
    quotes = tuple(_quote(place) for place in one.places[:_QUOTES])
    more = (Items((f"and {count_of(further, 'further place')} (--format json tells all)",)),) if further > 0 else ()
    return Section(f"{rank}. {one.phrase}", (Items(tuple(_reasons(one))), *quotes, *more))


def _quote(place: Place) -> Quote:
    return Quote(place.sentence, (tell_place(place),))


def _reasons(one: Candidate) -> Iterator[str]:
    meetings = f", at {_list(one.consultations)}" if one.consultations else ""
    yield f"Occurs {_times(one.occurrences)} in {count_of(one.statements, 'statement')}{meetings}; C-value {one.c_value:.1f}."
    if one.against_rest:
        yield f"{_compared('In statements', one.against_rest, 'in the rest of these documents')}."
    if one.against_others and one.key_in:
        yield f"{_compared(f'At {one.key_in}', one.against_others, 'at other consultations')}."
    if len(one.wordings) > 1:
        yield f"Also worded: {_list(one.wordings[1:])}."
    if one.broader:
        yield _broader(one.broader, one)
    elif not one.themes:
        yield "None of these statements has a theme."
    if one.themes:
        yield f"Themes of the same statements: {_list([f'{near.name} ({near.statements})' for near in one.themes[:_NEAR]])}."


def _broader(near: Near, one: Candidate) -> str:
    if one.broader_words:
        return f"Perhaps narrower than the theme {near.name}: it holds its words “{one.broader_words}”."
    return f"Perhaps narrower than the theme {near.name}, which {near.statements} of the {one.statements} statements have."


def _compared(here: str, found: Keyness, there: str) -> str:
    """Compare frequencies in words; for what does not stand there at all no factor can be told."""
    measures = f"{found.here} against {found.there} places, G² {found.log_likelihood:.1f}, log ratio {found.log_ratio:+.1f}"
    if not found.there:
        return f"{here}, and not {there} ({measures})"
    return f"{here} {2**found.log_ratio:.1f} times as frequent as {there} ({measures})"


def _short(found: Keyness | None) -> str:
    return f"G² {found.log_likelihood:.1f}, {found.log_ratio:+.1f}" if found else "–"


def _told(near: Near | None) -> str:
    return near.name if near else "–"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _list(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(words)


def check_searched(searched: Searched, found: int) -> list[str]:
    """Say what was lacking for an answer."""
    if not searched.statements:
        return ["This graph holds no statements that fit, so there are no words to search."]
    remarks = []
    if len(searched.consultations) < 2:  # noqa: PLR2004, with two there is another
        remarks.append("There are no statements of another consultation to compare with.")
    if not found:
        rarer = "Rarer ones are listed with --occurrences 1, single" if searched.least_occurrences > 1 else "Single"
        remarks.append(f"No phrase is left. {rarer} words are listed with --words 1.")
    return remarks

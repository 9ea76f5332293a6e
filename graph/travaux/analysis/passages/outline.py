"""The outline of a document: where its paragraphs, headings and statements stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from travaux.analysis.passages.asking import ask, group, read_labels
from travaux.analysis.passages.found import Block, Heading, Outline, Voiced
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.identity import Id
from travaux.model.schemes import Prevalence, ReviewStatus, Stance
from travaux.model.store import Store, Value

_THINGS = "SELECT DISTINCT ?thing WHERE { ?thing trv:document <%s> }"
_BLOCKS = """SELECT DISTINCT ?thing ?order ?number ?start ?end WHERE {
  VALUES ?thing { %s } ?thing trv:order ?order ; trv:span ?span . ?span trv:start ?start ; trv:end ?end .
  OPTIONAL { ?thing trv:number ?number }
}"""
_HEADINGS = """SELECT DISTINCT ?thing ?label ?words ?start ?end WHERE {
  VALUES ?thing { %s } ?thing rdfs:label ?label ; trv:span ?span . ?span trv:start ?start ; trv:end ?end ; trv:quote ?words .
}"""
_STATEMENTS = """SELECT DISTINCT ?thing ?start ?end ?stance ?review ?speaker ?prevalence WHERE {
  VALUES ?thing { %s } ?thing trv:stance ?stance ; trv:review ?review ; trv:span ?span ; trv:speaker ?voice .
  ?span trv:start ?start ; trv:end ?end . ?voice rdfs:label ?speaker ; trv:prevalence ?prevalence .
}"""
_KINDS = ("section", "agenda-item", "panel", "respondent", "response")
_THEMES = "SELECT DISTINCT ?thing ?theme WHERE { VALUES ?thing { %s } ?thing trv:theme ?theme }"


def read_outline(store: Store, base: str, document: str) -> Outline:
    """Read the outline of the document of this name; without paragraphs if the store holds no such document."""
    parts = _read_parts(store, f"{base}document/{document}")
    said = sorted(ask(store, _STATEMENTS, parts.get("statement", ())), key=_in_text)
    # Questions of a table of answers stand before all answers; others are paragraphs.
    kinds = (*_KINDS, "question") if "response" in parts else _KINDS
    headings = [part for kind in kinds for part in parts.get(kind, ())]
    themes = _read_themes(store, parts.get("statement", ()))
    return Outline(
        document=document,
        blocks=tuple(sorted((_to_block(row, base) for row in ask(store, _BLOCKS, parts.get("paragraph", ()))), key=lambda one: one.start)),
        headings=tuple(_to_heading(row, base) for row in sorted(ask(store, _HEADINGS, headings), key=_in_text)),
        statements=_to_all_voiced(said, base, themes),
        themes=_read_titles(store, sorted({one for some in themes.values() for one in some})),
        questions=tuple(Id(one.removeprefix(base)) for one in parts.get("question", ())),
        mentions=tuple(Id(one.removeprefix(base)) for kind in ("reference", "participation") for one in parts.get(kind, ())),
    )


def _read_parts(store: Store, iri: str) -> dict[str, list[str]]:
    """Read the IRIs of the parts of a document by their kinds, which follow its name in them; parts of parts are left out."""
    found: dict[str, list[str]] = {}
    for part in sorted(str(row["thing"]) for row in store.select(PREFIXES + _THINGS % iri)):
        kind, _, rest = part.removeprefix(f"{iri}/").partition("/")
        if "/" not in rest:
            found.setdefault(kind, []).append(part)
    return found


def _read_themes(store: Store, statements: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    return {one: tuple(str(row["theme"]) for row in rows) for one, rows in group(ask(store, _THEMES, statements)).items()}


def _read_titles(store: Store, themes: list[str]) -> tuple[tuple[str, str], ...]:
    titles = {(last_word(iri), label) for iri, label in read_labels(store, themes).items()}
    return tuple(sorted(titles, key=lambda one: (one[1].casefold(), one)))


def _in_text(row: Mapping[str, Value]) -> tuple[int, int, str]:
    return int(str(row["start"])), int(str(row["end"])), str(row["thing"])


def _to_block(row: Mapping[str, Value], base: str) -> Block:
    start, end, iri = _in_text(row)
    number = None if row["number"] is None else str(row["number"])
    return Block(id=Id(iri.removeprefix(base)), order=int(str(row["order"])), number=number, start=start, end=end)


def _to_heading(row: Mapping[str, Value], base: str) -> Heading:
    start, end, iri = _in_text(row)
    thing = Id(iri.removeprefix(base))
    return Heading(id=thing, kind=thing.split("/")[2], title=str(row["label"]), words=str(row["words"]), start=start, end=end)


def _to_all_voiced(rows: Iterable[Mapping[str, Value]], base: str, themes: Mapping[str, tuple[str, ...]]) -> tuple[Voiced, ...]:
    made: list[Voiced] = []
    number = 0
    for row in rows:
        start, end, iri = _in_text(row)
        review = ReviewStatus(last_word(row["review"]))
        number += review is not ReviewStatus.REJECTED
        one = Voiced(
            id=Id(iri.removeprefix(base)),
            number=None if review is ReviewStatus.REJECTED else number,
            start=start,
            end=end,
            stance=Stance(last_word(row["stance"])),
            review=review,
            speaker=str(row["speaker"]),
            prevalence=Prevalence(last_word(row["prevalence"])),
            themes=tuple(last_word(theme) for theme in themes.get(iri, ())),
        )
        made.append(one)
    return tuple(made)

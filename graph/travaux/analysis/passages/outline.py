"""The outline of a document: where its paragraphs, headings and statements stand."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.passages.found import Block, Heading, Outline, Voiced
from travaux.analysis.sparql import PREFIXES, batches, last_word, listed
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus, Stance
from travaux.model.store import Store, Value

_BLOCKS = """SELECT DISTINCT ?thing ?order ?number ?start ?end WHERE {
  ?thing trv:document <%s> ; a trv:Paragraph ; trv:order ?order ; trv:span ?span . ?span trv:start ?start ; trv:end ?end .
  OPTIONAL { ?thing trv:number ?number }
}"""
_HEADINGS = """SELECT DISTINCT ?thing ?label ?words ?start ?end WHERE {
  VALUES ?class { trv:Section trv:AgendaItem trv:Panel }
  ?thing a ?class ; trv:document <%s> ; rdfs:label ?label ; trv:span ?span .
  ?span trv:start ?start ; trv:end ?end ; trv:quote ?words .
}"""
_STATEMENTS = """SELECT DISTINCT ?thing ?start ?end ?stance ?review ?speaker WHERE {
  ?thing trv:document <%s> ; a trv:Statement ; trv:stance ?stance ; trv:review ?review ; trv:span ?span ; trv:speaker ?voice .
  ?span trv:start ?start ; trv:end ?end . ?voice rdfs:label ?speaker .
}"""
_THEMES = "SELECT DISTINCT ?thing ?theme WHERE { VALUES ?thing { %s } ?thing trv:theme ?theme }"
_TITLES = "SELECT DISTINCT ?theme ?label WHERE { VALUES ?theme { %s } ?theme rdfs:label ?label }"


def read_outline(store: Store, base: str, document: str) -> Outline:
    """Read the outline of the document of this name; without paragraphs if the store holds no such document."""
    iri = f"{base}document/{document}"
    said = sorted(
        (row for row in store.select(PREFIXES + _STATEMENTS % iri) if last_word(row["review"]) != ReviewStatus.REJECTED), key=_in_text
    )
    themes = _read_themes(store, [str(row["thing"]) for row in said])
    return Outline(
        document=document,
        blocks=tuple(sorted((_to_block(row, base) for row in store.select(PREFIXES + _BLOCKS % iri)), key=lambda one: one.start)),
        headings=tuple(_to_heading(row, base) for row in sorted(store.select(PREFIXES + _HEADINGS % iri), key=_in_text)),
        statements=tuple(_to_voiced(row, number, base, themes.get(str(row["thing"]), ())) for number, row in enumerate(said, 1)),
        themes=_read_titles(store, sorted({one for some in themes.values() for one in some})),
    )


def _read_themes(store: Store, statements: list[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for some in batches(statements):
        for row in store.select(PREFIXES + _THEMES % listed(some)):
            found.setdefault(str(row["thing"]), []).append(str(row["theme"]))
    return {one: tuple(sorted(themes)) for one, themes in found.items()}


def _read_titles(store: Store, themes: list[str]) -> tuple[tuple[str, str], ...]:
    rows = store.select(PREFIXES + _TITLES % listed(themes)) if themes else ()
    return tuple(sorted({(last_word(row["theme"]), str(row["label"])) for row in rows}, key=lambda one: one[1].casefold()))


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


def _to_voiced(row: Mapping[str, Value], number: int, base: str, themes: tuple[str, ...]) -> Voiced:
    start, end, iri = _in_text(row)
    return Voiced(
        id=Id(iri.removeprefix(base)),
        number=number,
        start=start,
        end=end,
        stance=Stance(last_word(row["stance"])),
        speaker=str(row["speaker"]),
        themes=tuple(last_word(theme) for theme in themes),
    )

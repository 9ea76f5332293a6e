"""Records of what was said: statements that no person has rejected, and the positions that they express."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from travaux.analysis.columns import Columns, Pairs
from travaux.analysis.columns.columns import NOTHING, PREVALENCES, REVIEWS, STANCES, texts
from travaux.analysis.search.asking import Asking, joined
from travaux.analysis.search.record import Kind, Record
from travaux.analysis.selection import ALL
from travaux.analysis.sparql import apart, last_word
from travaux.model.schemes import ReviewStatus

_CLAIMS = "SELECT ?thing ?claim WHERE { ?thing trv:claim ?claim }"
_PLACES = f"""SELECT ?said ?start ?end ?quote WHERE {{
  {apart("?said a trv:Statement", "?said trv:span ?span", "?span trv:start ?start", "?span trv:end ?end", "?span trv:quote ?quote")}
}}"""
_VOICES = f"""SELECT ?said ?kind ?phrase WHERE {{
  {apart("?said trv:speaker ?voice", "?voice trv:kind ?kind")} OPTIONAL {{ ?voice trv:phrase ?phrase }}
}}"""
_ASIDES = "SELECT ?said ?quote WHERE {{ {{ SELECT ?said ?span WHERE {{ ?said trv:{part} ?span }} }} ?span trv:quote ?quote }}"
_CITED = "SELECT ?said ?cited WHERE { ?said trv:citation ?cited }"
_PARAGRAPHS = f"""SELECT DISTINCT ?thing ?order ?number WHERE {{
  {apart("?thing a trv:Paragraph", "?thing trv:order ?order")} OPTIONAL {{ ?thing trv:number ?number }}
}}"""
_POSITIONS = "SELECT DISTINCT ?thing ?review WHERE { ?thing a trv:Position OPTIONAL { ?thing trv:review ?review } }"
_NOBODY = "nobody named"
_Facets = tuple[tuple[str, str], ...]


class _Place(NamedTuple):
    start: int
    end: int
    quote: str


def read_said(asking: Asking, columns: Columns) -> Iterator[Record]:
    """Read positions by the number of their statements, then statements by document and place in it."""
    claims = dict(asking.rows(_CLAIMS))
    facets = _read_facets(asking, columns)
    yield from _read_positions(asking, columns, claims, facets)
    yield from _read_statements(asking, columns, claims, facets)


def _read_facets(asking: Asking, columns: Columns) -> dict[int, _Facets]:
    """Give the facets of the statement in each row that stands, without those of the kind and of the review."""
    kinds = {said: last_word(kind) for said, kind, _ in asking.rows(_VOICES)}
    sources = texts(columns.documents)
    themes = _values(columns.theme, "/theme/")
    found: dict[int, _Facets] = {}
    for row in np.flatnonzero(columns.select(ALL)).tolist():
        source = asking.sources.get(sources[columns.document[row]]) if columns.document[row] != NOTHING else None
        kind = kinds.get(columns.iri(row))
        found[row] = (
            *(source.facets if source else ()),
            ("stance", STANCES[columns.stance[row]].value),
            ("prevalence", PREVALENCES[columns.prevalence[row]].value),
            *(("theme", theme) for theme in themes.get(row, ())),
            *([("speaker", kind)] if kind else []),
        )
    return found


def _values(pairs: Pairs, mark: str) -> dict[int, list[str]]:
    names = [iri.rpartition(mark)[2] for iri in pairs.names()]
    found: dict[int, list[str]] = {}
    for row, thing in zip(pairs.statement.tolist(), pairs.thing.tolist(), strict=True):
        found.setdefault(row, []).append(names[thing])
    return found


def _read_positions(asking: Asking, columns: Columns, claims: dict[str, str], facets: dict[int, _Facets]) -> Iterator[Record]:
    expressed: dict[str, list[int]] = {}
    positions = texts(columns.positions)
    for row in facets:
        if columns.position[row] != NOTHING:
            expressed.setdefault(positions[columns.position[row]], []).append(row)
    reviews = {iri: last_word(review) for iri, review in asking.rows(_POSITIONS)}
    for iri in sorted((iri for iri in reviews if iri in claims), key=lambda one: (-len(expressed.get(one, ())), claims[one], one)):
        if reviews[iri] == ReviewStatus.REJECTED:
            continue
        rows = expressed.get(iri, [])
        own = dict.fromkeys(pair for row in rows for pair in facets[row])
        review = (("review", reviews[iri]),) if reviews[iri] else ()
        held = (("kind", Kind.POSITION.value), *own, *review)
        yield Record(id=asking.id_of(iri), kind=Kind.POSITION, title=claims[iri], keys=(claims[iri],), facets=held, statements=len(rows))


def _read_statements(asking: Asking, columns: Columns, claims: dict[str, str], facets: dict[int, _Facets]) -> Iterator[Record]:
    places = {said: _Place(int(start), int(end), quote) for said, start, end, quote in asking.rows(_PLACES)}
    voices = {said: phrase for said, _, phrase in asking.rows(_VOICES)}
    asides = _read_asides(asking)
    paragraphs = {iri: number or f"block-{order}" for iri, order, number in asking.rows(_PARAGRAPHS)}
    held, sources, positions = texts(columns.paragraphs), texts(columns.documents), texts(columns.positions)
    found = []
    for row, own in facets.items():
        iri = columns.iri(row)
        source = asking.sources.get(sources[columns.document[row]])
        if source is None or iri not in places or iri not in claims:
            continue
        place, position = places[iri], columns.position[row]
        record = Record(
            id=asking.id_of(iri),
            kind=Kind.STATEMENT,
            title=claims[iri],
            other=voices.get(iri) or _NOBODY,
            text=place.quote,
            more=joined(asides.get(iri, ())),
            facets=(("kind", Kind.STATEMENT.value), *own, ("review", REVIEWS[columns.review[row]].value)),
            document=source.name,
            document_title=source.title,
            paragraph=paragraphs.get(held[columns.paragraph[row]]) if columns.paragraph[row] != NOTHING else None,
            start=place.start,
            end=place.end,
            page=asking.id_of(positions[position]) if position != NOTHING else None,
        )
        found.append((source.name, place.start, place.end, iri, record))
    yield from (record for *_, record in sorted(found, key=lambda one: one[:4]))


def _read_asides(asking: Asking) -> dict[str, list[str]]:
    """Read what statements say beside their quotes, and what they cite."""
    found: dict[str, list[str]] = {}
    for query in (_CITED, *(_ASIDES.format(part=part) for part in ("rationale", "condition", "contrast"))):
        for said, words in asking.rows(query):
            found.setdefault(said, []).append(words)
    return found

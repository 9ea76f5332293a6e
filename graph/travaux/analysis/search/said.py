"""Records of what was said: statements that no person has rejected, and the positions that they express."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from travaux.analysis.columns import Columns, Pairs
from travaux.analysis.columns.columns import NOTHING, PREVALENCES, REVIEWS, STANCES, texts
from travaux.analysis.search.asking import Asking, joined
from travaux.analysis.search.record import Kind, Record
from travaux.analysis.selection import ALL
from travaux.analysis.sparql import apart, last_word
from travaux.model.schemes import ReviewStatus

_SAID = f"""SELECT ?said ?claim ?start ?end ?quote ?kind ?phrase WHERE {{
  {apart("?said a trv:Statement", "?said trv:claim ?claim", "?said trv:speaker ?voice", "?voice trv:kind ?kind")}
  {apart("?said trv:span ?span", "?span trv:start ?start", "?span trv:end ?end", "?span trv:quote ?quote")}
  OPTIONAL {{ {{ SELECT ?voice ?phrase WHERE {{ ?voice trv:phrase ?phrase }} }} }}
}}"""
_ASIDES = "SELECT ?said ?quote WHERE {{ {{ SELECT ?said ?span WHERE {{ ?said trv:{part} ?span }} }} ?span trv:quote ?quote }}"
_CITED = "SELECT ?said ?cited WHERE { ?said trv:citation ?cited }"
_POSITIONS = """\
SELECT DISTINCT ?thing ?claim ?review WHERE { ?thing a trv:Position ; trv:claim ?claim OPTIONAL { ?thing trv:review ?review } }"""
_NOBODY = "nobody named"
_Facets = tuple[tuple[str, str], ...]


class _Said(NamedTuple):
    claim: str
    start: int
    end: int
    quote: str
    kind: str
    phrase: str


def read_said(asking: Asking, columns: Columns, paragraphs: Mapping[str, str]) -> Iterator[Record]:
    """Read positions by the number of their statements, then statements by document and place in it.

    ``paragraphs`` are the names of paragraphs by identifier.
    """
    rows = asking.rows(_SAID)
    said = {iri: _Said(claim, int(start), int(end), quote, last_word(kind), phrase) for iri, claim, start, end, quote, kind, phrase in rows}
    facets = _read_facets(asking, columns, said)
    yield from _read_positions(asking, columns, facets)
    yield from _read_statements(asking, columns, said, facets, paragraphs)


def _read_facets(asking: Asking, columns: Columns, said: dict[str, _Said]) -> dict[int, _Facets]:
    """Give the facets of the statement in each row that stands, without those of the kind and of the review."""
    sources = texts(columns.documents)
    themes = _values(columns.theme, "/theme/")
    found: dict[int, _Facets] = {}
    for row in np.flatnonzero(columns.select(ALL)).tolist():
        own = said.get(columns.iri(row))
        source = asking.sources.get(sources[columns.document[row]]) if columns.document[row] != NOTHING else None
        if own is None or source is None:
            continue
        found[row] = (
            *source.facets,
            ("stance", STANCES[columns.stance[row]].value),
            ("prevalence", PREVALENCES[columns.prevalence[row]].value),
            *(("theme", theme) for theme in themes.get(row, ())),
            ("speaker", own.kind),
        )
    return found


def _values(pairs: Pairs, mark: str) -> dict[int, list[str]]:
    names = [iri.rpartition(mark)[2] for iri in pairs.names()]
    found: dict[int, list[str]] = {}
    for row, thing in zip(pairs.statement.tolist(), pairs.thing.tolist(), strict=True):
        found.setdefault(row, []).append(names[thing])
    return found


def _read_positions(asking: Asking, columns: Columns, facets: dict[int, _Facets]) -> Iterator[Record]:
    expressed: dict[str, list[int]] = {}
    positions = texts(columns.positions)
    for row in facets:
        if columns.position[row] != NOTHING:
            expressed.setdefault(positions[columns.position[row]], []).append(row)
    found = [(-len(expressed.get(iri, ())), claim, iri, last_word(review)) for iri, claim, review in asking.rows(_POSITIONS)]
    for _, claim, iri, review in sorted(found):
        if review == ReviewStatus.REJECTED:
            continue
        rows = expressed.get(iri, [])
        own = dict.fromkeys(pair for row in rows for pair in facets[row])
        held = (("kind", Kind.POSITION.value), *own, *([("review", review)] if review else []))
        yield Record(id=asking.id_of(iri), kind=Kind.POSITION, title=claim, keys=(claim,), facets=held, statements=len(rows))


def _read_statements(
    asking: Asking, columns: Columns, said: dict[str, _Said], facets: dict[int, _Facets], paragraphs: Mapping[str, str]
) -> Iterator[Record]:
    asides = _read_asides(asking)
    speakers = {row: sorted(names) for row, names in _values(columns.speaker, "\0").items()}
    held, sources, positions = texts(columns.paragraphs), texts(columns.documents), texts(columns.positions)
    found = []
    for row, own in facets.items():
        iri = columns.iri(row)
        one, position, paragraph = said[iri], columns.position[row], columns.paragraph[row]
        record = Record(
            id=asking.id_of(iri),
            kind=Kind.STATEMENT,
            title=one.claim,
            other=_tell_speaker(one.phrase or _NOBODY, speakers.get(row, [])),
            text=one.quote,
            more=joined(asides.get(iri, ())),
            facets=(("kind", Kind.STATEMENT.value), *own, ("review", REVIEWS[columns.review[row]].value)),
            document=asking.sources[sources[columns.document[row]]].name,
            paragraph=paragraphs.get(asking.id_of(held[paragraph])) if paragraph != NOTHING else None,
            start=one.start,
            end=one.end,
            page=asking.id_of(positions[position]) if position != NOTHING else None,
        )
        found.append((record.document or "", one.start, one.end, iri, record))
    yield from (record for *_, record in sorted(found, key=lambda each: each[:4]))


def _tell_speaker(phrase: str, names: list[str]) -> str:
    """Name those whom the words for the speakers mean and do not name themselves.

    >>> _tell_speaker("he", ["Ana Lund"]), _tell_speaker("Ms. Lund of Norland", ["Lund"])
    ('Ana Lund (“he”)', 'Ms. Lund of Norland')
    """
    unnamed = [name for name in names if name not in phrase]
    return f"{', '.join(unnamed)} (“{phrase}”)" if unnamed else phrase


def _read_asides(asking: Asking) -> dict[str, list[str]]:
    """Read what statements say beside their quotes, and what they cite."""
    found: dict[str, list[str]] = {}
    for query in (_CITED, *(_ASIDES.format(part=part) for part in ("rationale", "condition", "contrast"))):
        for said, words in asking.rows(query):
            found.setdefault(said, []).append(words)
    return found

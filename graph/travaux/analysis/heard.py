"""Statements as evidence: their exact words, where they stand, who holds them and how widely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.analysis.sparql import PREFIXES, batches, last_word, listed
from travaux.model.identity import Id
from travaux.model.schemes import Act, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store, Value

_NAMED = """SELECT DISTINCT ?statement ?name ?named_at WHERE {
  VALUES ?statement { %s }
  ?statement trv:speaker ?voice . ?voice trv:participation ?capacity . ?capacity trv:name ?name ; trv:span/trv:start ?named_at .
}"""
_NOBODY = "nobody named"

VARIABLES = (
    "?statement ?claim ?document ?document_title ?consultation ?order ?printed ?quote ?start ?end ?speaker ?prevalence ?act ?stance ?review"
)
PATTERN = """\
?statement trv:claim ?claim ; trv:act ?act ; trv:stance ?stance ; trv:review ?review ; trv:span ?span ; trv:document ?source .
?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
?source trv:name ?document ; dcterms:title ?document_title .
?statement trv:speaker ?voice ; trv:paragraph ?holder .
?voice rdfs:label ?speaker ; trv:prevalence ?prevalence .
?holder trv:order ?order .
OPTIONAL { ?source trv:consultation/trv:name ?consultation }
OPTIONAL { ?holder trv:number ?printed }"""
"""What is asked of each ``?statement``; ``VARIABLES`` are those that ``to_heard`` reads.

Every statement has a speaker and a paragraph. Were they optional, engines would read those of the whole corpus for a few statements.
"""
_OWN = "?statement ?claim ?source ?order ?printed ?quote ?start ?end ?speaker ?prevalence ?act ?stance ?review"
_OWN_PATTERN = """\
?statement trv:claim ?claim ; trv:act ?act ; trv:stance ?stance ; trv:review ?review ; trv:span ?span ; trv:document ?source .
?span trv:quote ?quote ; trv:start ?start ; trv:end ?end .
?statement trv:speaker ?voice ; trv:paragraph ?holder .
?voice rdfs:label ?speaker ; trv:prevalence ?prevalence .
?holder trv:order ?order .
OPTIONAL { ?holder trv:number ?printed }"""
_SOURCES = """\
SELECT DISTINCT ?source ?document ?document_title ?consultation WHERE {
  ?source a trv:Document ; trv:name ?document ; dcterms:title ?document_title .
  OPTIONAL { ?source trv:consultation/trv:name ?consultation }
}"""
"""The documents are few: they are read once, and not again for every statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A statement, and where its exact words stand in the text of its document.

    ``start`` and ``end`` are characters of the stored text, ``paragraph`` is the printed number or ``block-n``. ``citations`` are the
    provisions that it cites as the report prints them, and to which no provision on file is linked (only where that was asked for).
    ``named`` are the persons whom the words for the speaker are known to mean (only as ``find_heard`` finds it).
    """

    id: Id
    claim: str
    document: str
    document_title: str
    consultation: str | None
    paragraph: str | None
    quote: str
    start: int
    end: int
    speaker: str
    prevalence: Prevalence
    act: Act
    stance: Stance
    review: ReviewStatus
    citations: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def text_order(self) -> tuple[str, int, int, str]:
        """The place of the statement among others: by document, then by its place in the text."""
        return self.document, self.start, self.end, self.id


def find_heard(store: Store, statements: Iterable[str]) -> dict[str, Heard]:
    """Find the statements of these IRIs, each by its IRI; those that the store does not hold are absent."""
    wanted = sorted(set(statements))
    sources = {str(row["source"]): row for row in store.select(PREFIXES + _SOURCES)} if wanted else {}
    found: dict[str, Heard] = {}
    for some in batches(wanted):
        query = f"{PREFIXES}SELECT {_OWN} WHERE {{ VALUES ?statement {{ {listed(some)} }} {_OWN_PATTERN} }}"
        rows = (row | sources[str(row["source"])] for row in store.select(query) if str(row["source"]) in sources)
        found |= {str(row["statement"]): to_heard(row) for row in rows}
    named = _find_named(store, [iri for iri, heard in found.items() if heard.prevalence in _OF_PERSONS])
    return {iri: replace(heard, named=named.get(iri, ())) for iri, heard in found.items()}


_OF_PERSONS = {Prevalence.ONE, Prevalence.UNSPECIFIED}
"""Words for speakers that may mean persons whom the report names; those for many are not asked about."""


def _find_named(store: Store, statements: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Find the persons whom the words for the speakers mean, in the order of the report."""
    found: dict[str, set[tuple[int, str]]] = {}
    for some in batches(statements):
        for row in store.select(PREFIXES + _NAMED % listed(some)):
            found.setdefault(str(row["statement"]), set()).add((int(str(row["named_at"])), str(row["name"])))
    return {iri: tuple(dict.fromkeys(name for _, name in sorted(names))) for iri, names in found.items()}


def to_heard(row: Mapping[str, Value], citations: tuple[str, ...] = ()) -> Heard:
    """Make a row of ``VARIABLES`` a statement; its identifier is relative to the corpus."""
    block = f"block-{row['order']}" if row["order"] is not None else None
    return Heard(
        id=Id(f"document/{str(row['statement']).rpartition('/document/')[2]}"),
        claim=str(row["claim"]),
        document=str(row["document"]),
        document_title=str(row["document_title"]),
        consultation=str(row["consultation"]) if row["consultation"] else None,
        paragraph=str(row["printed"]) if row["printed"] is not None else block,
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        speaker=str(row["speaker"] or _NOBODY),
        prevalence=Prevalence(last_word(row["prevalence"])) if row["prevalence"] else Prevalence.UNSPECIFIED,
        act=Act(last_word(row["act"])),
        stance=Stance(last_word(row["stance"])),
        review=ReviewStatus(last_word(row["review"])),
        citations=citations,
    )

"""What no single value of the treaty files shows: references to nothing, things told twice, grades that the sources do not carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from travaux.model.corpus import Corpus
from travaux.model.identity import Id, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, OutcomeKind, SourceKind
from travaux.model.treaty import Article, Chapter, PreambularParagraph
from travaux.naming.nearest import ask_nearest
from travaux.reading.toml import Problem, Tables, entries, tables_in, text_of, texts_of
from travaux.reading.treaty_records import provision_id

LISTS = {"chapters": Chapter, "preambular_paragraphs": PreambularParagraph, "articles": Article}
"""The lists of an instrument's file and what they list."""

BEST_GRADE = {
    SourceKind.CORPUS_DOCUMENT: EvidenceGrade.A,
    SourceKind.PRIMARY: EvidenceGrade.A,
    SourceKind.COPY_OF_PRIMARY: EvidenceGrade.B,
    SourceKind.SECONDARY: EvidenceGrade.C,
    SourceKind.MACHINE_MADE: EvidenceGrade.D,
    SourceKind.MEMORY: EvidenceGrade.M,
}
"""The best grade that a source of a kind can carry."""

_GRADES = list(EvidenceGrade)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyData:
    """What stands in the treaty files, as parsed: each file under its path, and which of them are files of instruments."""

    files: Mapping[Path, Tables]
    instruments: Mapping[str, Path]

    def provisions(self) -> dict[str, Id]:
        """Name every provision (``draft article 17``) and give its identifier, in the order of the files."""
        return {
            f"{instrument} {kind.noun} {number}": provision_id(kind, identifier("instrument", instrument), number)
            for instrument, file in self.instruments.items()
            for name, kind in LISTS.items()
            for _, table in entries(self.files.get(file, {}), name)
            if (number := text_of(table, "number"))
        }


def check_treaty(data: TreatyData, corpus: Corpus) -> Iterator[Problem]:
    """Find every contradiction among the treaty files, and between them and the corpus."""
    known_sources = _source_grades(data)
    provisions = data.provisions()
    for file, tables in data.files.items():
        checks = [
            _check_grades(tables, known_sources),
            _check_repeated(tables, "sources", "name"),
            _check_repeated(tables, "outcomes", "name"),
            _check_repeated(tables, "milestones", "name"),
            *(_check_repeated(tables, name, "number") for name in LISTS),
            *(_check_repeated(tables, name, "order", from_position=True) for name in LISTS),
            _check_chapters(tables),
            _check_correspondences(tables, provisions),
            _check_outcomes(tables, provisions, {document.name for document in corpus.documents}),
            _check_days(tables),
        ]
        for check in checks:
            for key, what, hint in check:
                yield Problem(file, key, what, hint)


Contradiction = tuple[str, str, str | None]


def _source_grades(data: TreatyData) -> dict[str, EvidenceGrade]:
    """Give the best grade that each source can carry; the best of all if its kind is wrong, which the schema reports."""
    kinds = {kind.value: grade for kind, grade in BEST_GRADE.items()}
    return {
        name: kinds.get(text_of(table, "kind") or "", EvidenceGrade.A)
        for tables in data.files.values()
        for _, table in entries(tables, "sources")
        if (name := text_of(table, "name"))
    }


def _check_grades(tables: Tables, known: Mapping[str, EvidenceGrade]) -> Iterator[Contradiction]:
    for path, table in tables_in(tables):
        named = texts_of(table, "sources")
        for source in dict.fromkeys(named):
            if source not in known:
                yield f"{path}.sources", f"there is no source {source[:80]!r}", ask_nearest(source, known) or "describe it in sources.toml"
        best = min((known[source] for source in named if source in known), key=_GRADES.index, default=EvidenceGrade.A)
        for key in ("grade", "number_grade"):
            grade = text_of(table, key)
            if grade in _GRADES and _GRADES.index(EvidenceGrade(grade)) < _GRADES.index(best):
                yield (
                    f"{path}.{key}",
                    f"graded {grade}, but the best source is good for {best.value}",
                    "lower the grade, or name the better source",
                )
        if table.get("grade") == EvidenceGrade.M and table.get("title_exact") is True:
            yield f"{path}.title_exact", "a title cannot be exact and rest on recollection", "raise the grade, or leave the key out"


def _check_repeated(tables: Tables, name: str, key: str, *, from_position: bool = False) -> Iterator[Contradiction]:
    first: dict[str | int, str] = {}
    for position, (path, table) in enumerate(entries(tables, name), 1):
        value = table.get(key, position if from_position else None)
        if isinstance(value, str | int) and first.setdefault(value, path) != path:
            yield f"{path}.{key}", f"{str(value)[:80]!r} is taken by {first[value]}", "give each its own"


def _check_chapters(tables: Tables) -> Iterator[Contradiction]:
    known = [number for _, table in entries(tables, "chapters") if (number := text_of(table, "number"))]
    for path, table in entries(tables, "articles"):
        chapter = text_of(table, "chapter")
        if chapter is not None and chapter not in known:
            yield f"{path}.chapter", f"there is no chapter {chapter[:80]!r} in this file", "describe it under [[chapters]]"


def _check_correspondences(tables: Tables, provisions: Mapping[str, Id]) -> Iterator[Contradiction]:
    seen: set[tuple[str | None, str | None]] = set()
    for path, table in entries(tables, "correspondences"):
        earlier, later, kind = (text_of(table, key) for key in ("earlier", "later", "kind"))
        yield from _check_provisions(path, table, ("earlier", "later"), provisions)
        if (earlier, later) in seen:
            yield path, "this correspondence is told twice", "keep one"
        seen.add((earlier, later))
        if earlier and later and earlier.split()[0] == later.split()[0]:
            yield f"{path}.later", "both provisions are of the same instrument", "a correspondence leads to a later version"
        if kind == CorrespondenceKind.NEW:
            yield f"{path}.kind", "something new corresponds to nothing earlier", "leave the line out"
        elif kind == CorrespondenceKind.DROPPED and later:
            yield f"{path}.later", "something dropped corresponds to nothing later", "leave the key out, or mend the kind"
        elif kind and kind != CorrespondenceKind.DROPPED and not later:
            yield f"{path}.later", "this key is missing", "name the later provision, or write kind = 'dropped'"
        if earlier and later and kind in {CorrespondenceKind.SAME_NUMBER, CorrespondenceKind.RENUMBERED}:
            equal = earlier.partition(" ")[2] == later.partition(" ")[2]
            if equal != (kind == CorrespondenceKind.SAME_NUMBER):
                yield f"{path}.kind", f"{kind}, but the numbers are {'equal' if equal else 'different'}", "mend the kind or a number"


def _check_provisions(path: str, table: Tables, keys: Iterable[str], provisions: Mapping[str, Id]) -> Iterator[Contradiction]:
    for key in keys:
        provision = text_of(table, key)
        if provision is not None and provision not in provisions:
            hint = ask_nearest(provision, provisions) or "write it as 'draft article 17': instrument, kind of provision, number"
            yield f"{path}.{key}", f"there is no provision {provision[:80]!r}", hint


def _check_outcomes(tables: Tables, provisions: Mapping[str, Id], documents: set[str]) -> Iterator[Contradiction]:
    for path, table in entries(tables, "outcomes"):
        yield from _check_provisions(path, table, ("provision",), provisions)
        recalled = table.get("grade") == EvidenceGrade.M
        if recalled and table.get("kind") != OutcomeKind.UNKNOWN:
            yield f"{path}.kind", "an outcome by recollection alone is not told", "write kind = 'unknown', or raise the grade"
        if not recalled and table.get("kind") == OutcomeKind.UNKNOWN:
            yield f"{path}.grade", "no evidence carries an outcome that is unknown", "write grade = 'M'"
        for place, fact in entries(table, "facts"):
            if fact.get("grade") == EvidenceGrade.M:
                yield f"{path}.{place}.grade", "a sentence by recollection alone is no fact", "leave it out"
        for place, asked in entries(table, "asked_in"):
            document = text_of(asked, "document")
            if document is not None and document not in documents:
                hint = ask_nearest(document, documents) or "describe it in corpus.toml"
                yield f"{path}.{place}.document", f"there is no document {document[:80]!r}", hint
            if ("paragraph" in asked) == ("question" in asked):
                yield f"{path}.{place}", "names not one place of the document", "give either paragraph or question"


def _check_days(tables: Tables) -> Iterator[Contradiction]:
    for path, table in entries(tables, "milestones"):
        first, last = table.get("first_day"), table.get("last_day")
        if last is not None and first is None:
            yield f"{path}.first_day", "this key is missing", "give both days, or neither"
        if type(first) is date and type(last) is date and last < first:
            yield f"{path}.last_day", f"{last} is before the first day, {first}", "exchange the two days, or mend one"

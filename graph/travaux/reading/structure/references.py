"""References: where a document points to articles, resolutions, instruments, documents, and bracketed draft text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.model.document import Paragraph, Reference
from travaux.model.identity import Id, name_key
from travaux.model.schemes import ReferenceKind
from travaux.model.text import Span
from travaux.reading.structure.brackets import find_bracketed
from travaux.reading.structure.citations import Citation, find_articles, find_preambular
from travaux.reading.structure.resolutions import find_resolutions, find_symbols
from travaux.reading.structure.scope import Scope, squeeze
from travaux.reading.structure.titles import find_titles


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedProvision:
    """A provision of the instrument under discussion that a document cites, and where the text after the citation begins."""

    reference: Reference
    key: str
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a reference points to, before it has a place."""

    kind: ReferenceKind
    target: str
    provision: Id | None = None
    instrument: Id | None = None
    alternatives: tuple[str, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """All references of a document in reading order, and among them the provisions of the instrument under discussion."""

    all: tuple[Reference, ...]
    provisions: tuple[CitedProvision, ...]


def read_references(scope: Scope, paragraphs: Sequence[Paragraph], organizations: Collection[str] = ()) -> References:
    """Read the references of every paragraph.

    An article is of the instrument under discussion unless the text names another one (``article 5 of the Charter``). Each article of
    a list is a reference with its own characters; the articles of a range (``articles 6-10``) share theirs. ``organizations`` are names
    that look like those of instruments (``Tech Accord``) but are known to be of organizations.
    """
    reader = _Reader(scope, frozenset(name_key(name) for name in organizations))
    for paragraph in paragraphs:
        reader.read(paragraph)
    found = sorted(reader.found.values(), key=lambda reference: (reference.span.start, reference.span.end))
    return References(all=tuple(found), provisions=tuple(reader.provisions))


class _Reader:
    def __init__(self, scope: Scope, organizations: frozenset[str]) -> None:
        self.scope = scope
        self.organizations = organizations
        self.known = _KnownInstruments(scope.context.instruments)
        self.found: dict[Id, Reference] = {}
        self.provisions: list[CitedProvision] = []

    def read(self, paragraph: Paragraph) -> None:
        text, start, end = self.scope.text, paragraph.span.start, paragraph.span.end
        for citation in find_articles(text, start, end):
            self._cite(paragraph, ReferenceKind.ARTICLE, citation)
        for citation in find_preambular(text, start, end):
            self._cite(paragraph, ReferenceKind.PREAMBULAR_PARAGRAPH, citation)
        for first, last, symbol in find_resolutions(text, start, end):
            self._add(paragraph, self._named(ReferenceKind.RESOLUTION, symbol), first, last)
        for first, last, symbol in find_symbols(text, start, end):
            self._add(paragraph, self._named(ReferenceKind.DOCUMENT_SYMBOL, symbol), first, last)
        for first, last in self._titles(start, end):
            self._add(paragraph, self._named(ReferenceKind.INSTRUMENT, squeeze(text[first:last])), first, last)
        for bracketed in find_bracketed(text, start, end):
            target = " ".join(f"[{alternative}]" for alternative in bracketed.alternatives)
            found = _Found(kind=ReferenceKind.BRACKETED_TEXT, target=target, alternatives=bracketed.alternatives)
            self._add(paragraph, found, bracketed.start, bracketed.end)

    def _named(self, kind: ReferenceKind, target: str) -> _Found:
        return _Found(kind=kind, target=target, instrument=self.known.get(target))

    def _titles(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the titles that the corpus knows, and by their form those that it does not; of two that overlap the former."""
        known = tuple(self.known.find(self.scope.text, start, end))
        formed = tuple(
            (first, last)
            for first, last in find_titles(self.scope.text, start, end)
            if name_key(self.scope.text[first:last]) not in self.organizations
            and not any(first < known_last and known_first < last for known_first, known_last in known)
        )
        return known + formed

    def _cite(self, paragraph: Paragraph, kind: ReferenceKind, citation: Citation) -> None:
        owner = squeeze(self.scope.text[slice(*citation.owner)]) if citation.owner else None
        instrument = self.known.get(owner) if owner else None
        discussed = self.scope.context.consultation.instrument if self.scope.context.consultation else None
        own = owner is None or (instrument is not None and instrument == discussed)
        target = f"{citation.provision} {citation.detail}".rstrip()
        provision = self._provision(citation) if own else None
        named = target if own else f"{target} of {self._article(citation)}{owner}"
        found = _Found(kind=kind, target=named, provision=provision, instrument=instrument, place=citation.place)
        reference = self._add(paragraph, found, citation.start, citation.end)
        if own:
            self.provisions.append(CitedProvision(reference=reference, key=citation.provision, after=citation.after))

    def _article(self, citation: Citation) -> str:
        start = citation.owner[0] if citation.owner else 0
        return "the " if self.scope.text[max(0, start - 4) : start].strip().lower() == "the" else ""

    def _provision(self, citation: Citation) -> Id | None:
        provisions = self.scope.context.provisions
        return provisions.get(f"{citation.provision} {citation.detail}".rstrip()) or provisions.get(citation.provision)

    def _add(self, paragraph: Paragraph, found: _Found, start: int, end: int) -> Reference:
        span = self.scope.span(start, end)
        reference = Reference(
            id=self._identify(span, found),
            document=self.scope.document.id,
            paragraph=paragraph.id,
            kind=found.kind,
            target=found.target,
            span=span,
            provision=found.provision,
            instrument=found.instrument,
            alternatives=found.alternatives,
        )
        return self.found.setdefault(reference.id, reference)

    def _identify(self, span: Span, found: _Found) -> Id:
        """Name a reference after its place; a second one of the same characters, such as of a range, is told apart by kind or number."""
        name = f"{span.start}-{span.end}"
        if found.place:
            return self.scope.part("reference", name, str(found.place + 1))
        taken = self.found.get(self.scope.part("reference", name))
        return self.scope.part("reference", name, *([] if taken is None or taken.kind is found.kind else [found.kind.value]))


class _KnownInstruments:
    """Finds the instruments that the corpus knows, by the words of their titles and symbols."""

    def __init__(self, instruments: Mapping[str, Id]) -> None:
        self._instruments = {name_key(key): instrument for key, instrument in instruments.items()}
        keys = sorted((key for key in self._instruments if "-" in key), key=lambda key: (-len(key), key))
        # The words of a title with anything but letters and digits between them, the longest title first.
        words = "|".join(r"[\W_]{1,12}".join(re.escape(word) for word in key.split("-")) for key in keys)
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if keys else None

    def get(self, name: str) -> Id | None:
        return self._instruments.get(name_key(name))

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        for match in self._pattern.finditer(text, start, end) if self._pattern else ():
            if "/" not in match[0]:
                yield match.span()

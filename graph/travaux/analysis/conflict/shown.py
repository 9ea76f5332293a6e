"""Views and sentences in full, for those disputes and agreements that are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from travaux.analysis.conflict import queries
from travaux.analysis.conflict.recorded import Held, Link, Recorded, Row, Voice
from travaux.analysis.conflict.result import Sentence, View
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.identity import Id
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence, RelationForm
from travaux.model.store import Store

_BATCH = 500
"""Things that one query asks about."""
Place = tuple[str, str, str]
"""A document, and the first and the last character."""


def width(prevalences: Iterable[Prevalence]) -> int:
    """Give a key that sorts what is held most widely first."""
    return min((len(at_least(one)) for one in prevalences), default=len(Prevalence) + 1)


class Shown:
    """Views of positions with their first statements, no more than ``sentences`` of each (``None``: all)."""

    def __init__(self, store: Store, selection: Selection, recorded: Recorded, sentences: int | None) -> None:
        self._store = store
        self._selected = selection.pattern()
        self._held, self._speakers = recorded.held, recorded.speakers
        self._sentences = sentences
        self._heard: dict[str, tuple[Heard, ...]] = {}

    def load(self, positions: Iterable[str]) -> None:
        """Read the first statements of the positions."""
        words = [f"(<{one}> prevalence:{word})" for one in sorted(set(positions)) for word in self._first_words(self._held[one])]
        expressed = list(_rows(self._store, queries.EXPRESSED, "pairs", words, selected=self._selected))
        iris = [f"<{one}>" for one in sorted({str(row["statement"]) for row in expressed})]
        starts = {str(row["statement"]): int(str(row["start"])) for row in _rows(self._store, queries.STARTS, "iris", iris)}
        places = defaultdict[str, list[tuple[int, str, int, str]]](list)
        for row in expressed:
            iri, word = str(row["statement"]), Prevalence(last_word(row["prevalence"]))
            place = (width([word]), iri.partition("/statement/")[0].rpartition("/")[2], starts[iri], iri)
            places[str(row["position"])].append(place)
        chosen = {position: [one[-1] for one in sorted(found)][: self._sentences] for position, found in places.items()}
        heard = find_heard(self._store, (one for found in chosen.values() for one in found))
        self._heard |= {position: tuple(heard[one] for one in found) for position, found in chosen.items()}

    def _first_words(self, held: Held) -> list[Prevalence]:
        """Name the words for how widely a position is held that its first statements have, the widest first."""
        words = sorted(held.prevalences, key=lambda word: (width([word]), word))
        if self._sentences is None:
            return words
        before = [sum(held.prevalences[other] for other in words if width([other]) < width([word])) for word in words]
        return [word for word, earlier in zip(words, before, strict=True) if earlier < self._sentences]

    def view(self, position: str) -> View:
        """Show a position that was loaded."""
        held = self._held[position]
        key = position.rpartition("/position/")[2]
        return View(
            position=Id(f"position/{key}"),
            key=key,
            claim=held.claim,
            review=held.review,
            stances=dict(sorted(held.stances.items())),
            widest=held.widest,
            consultations=tuple(sorted(held.consultations)),
            speakers=tuple(sorted(self._speakers.get(position, ()))),
            heard=self._heard.get(position, ()),
        )

    def view_of(self, voices: Iterable[Voice]) -> View:
        """Show statements as one view, whichever positions they express; the claim is that of the first."""
        heard = find_heard(self._store, (one.statement for one in voices))
        in_order = sorted(heard.values(), key=lambda one: (width([one.prevalence]), one.text_order))
        first = in_order[0]
        return View(
            position=None,
            key=None,
            claim=first.claim,
            review=first.review,
            stances=dict(sorted(Counter(one.stance for one in in_order).items())),
            widest=strongest(one.prevalence for one in in_order),
            consultations=tuple(sorted({one.consultation for one in in_order if one.consultation})),
            heard=tuple(in_order[: self._sentences]),
        )

    def sentences(self, links: Iterable[Link]) -> dict[str, Sentence]:
        """Read the words that show relations, by relation."""
        forms = {link.iri: link.form for link in links}
        rows = list(_rows(self._store, queries.SENTENCES, "iris", [f"<{one}>" for one in sorted(forms)]))
        around = self._around({(str(row["source"]), str(row["start"]), str(row["end"])) for row in rows})
        found: dict[str, Sentence] = {}
        for row in rows:
            where = around.get((str(row["source"]), str(row["start"]), str(row["end"])))
            found[str(row["relation"])] = _to_sentence(row, where, forms[str(row["relation"])])
        return found

    def _around(self, places: Iterable[Place]) -> dict[Place, str]:
        """Find the paragraphs of places: their printed numbers, or ``block-n``."""
        found: dict[Place, str] = {}
        in_order = sorted(places)
        for first in range(0, len(in_order), _BATCH):
            some = in_order[first : first + _BATCH]
            sources = " ".join(f"<{source}>" for source in sorted({source for source, _, _ in some}))
            written = " ".join(f"(<{source}> {start} {end})" for source, start, end in some)
            for row in self._store.select(PREFIXES + queries.AROUND.format(sources=sources, places=written)):
                printed = str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
                found[str(row["source"]), str(row["start"]), str(row["end"])] = printed
        return found


def _rows(store: Store, query: str, name: str, things: list[str], **more: str) -> Iterator[Row]:
    for first in range(0, len(things), _BATCH):
        yield from store.select(PREFIXES + query.format(**{name: " ".join(things[first : first + _BATCH])}, **more))


def _to_sentence(row: Row, paragraph: str | None, form: RelationForm) -> Sentence:
    return Sentence(
        form=form,
        document=str(row["document"]),
        document_title=str(row["title"]),
        paragraph=paragraph,
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
    )

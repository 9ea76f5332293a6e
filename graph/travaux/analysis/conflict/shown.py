"""Views and sentences in full, for those disputes and agreements that are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from travaux.analysis.columns.columns import NOTHING, PREVALENCES, Columns, Mask, find_word
from travaux.analysis.conflict import queries
from travaux.analysis.conflict.recorded import BATCH, Link, Recorded, Voice, batched
from travaux.analysis.conflict.result import Sentence, View
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.sparql import PREFIXES
from travaux.model.identity import Id
from travaux.model.prevalence import at_least, strongest
from travaux.model.schemes import Prevalence, RelationForm
from travaux.model.store import Store, Value

Place = tuple[str, str, str]
"""A document, and the first and the last character."""


def width(prevalences: Iterable[Prevalence]) -> int:
    """Give a key that sorts what is held most widely first."""
    return min((len(at_least(one)) for one in prevalences), default=len(Prevalence) + 1)


_WIDTHS = np.array([width([word]) for word in PREVALENCES], dtype=np.int64)


def _place(heard: Heard) -> tuple[int, str, int, str]:
    return width([heard.prevalence]), heard.document, heard.start, heard.id


class Shown:
    """Views of positions with their first statements, no more than ``sentences`` of each (``None``: all)."""

    def __init__(self, store: Store, columns: Columns, selected: Mask, recorded: Recorded, sentences: int | None) -> None:
        self._store, self._columns, self._selected = store, columns, selected
        self._held, self._speakers = recorded.held, recorded.speakers
        self._sentences = sentences
        self._heard: dict[str, tuple[Heard, ...]] = {}

    def load(self, positions: Iterable[str]) -> None:
        """Read the first statements of the positions."""
        first = {position: self._first(position) for position in sorted(set(positions))}
        heard = find_heard(self._store, (iri for iris in first.values() for iri in iris))
        for position, iris in first.items():
            in_order = sorted((heard[iri] for iri in iris if iri in heard), key=_place)
            self._heard[position] = tuple(in_order[: self._sentences])

    def _first(self, position: str) -> list[str]:
        """Name the statements of a position among which its first ones are: by how widely they are held, then by document."""
        columns = self._columns
        number = find_word(columns.positions, position)
        rows = np.flatnonzero(self._selected & (columns.position == number)) if number != NOTHING else np.empty(0, dtype=np.intp)
        if self._sentences is not None and len(rows) > self._sentences:
            keys = _WIDTHS[columns.prevalence[rows]] * len(columns.documents) + columns.document[rows]
            rows = rows[keys <= np.sort(keys)[self._sentences - 1]]
        return [columns.iri(row) for row in rows.tolist()]

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
        rows = [row for some in batched(sorted(forms)) for row in self._store.select(PREFIXES + queries.SENTENCES.format(iris=some))]
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
        for first in range(0, len(in_order), BATCH):
            some = in_order[first : first + BATCH]
            sources = " ".join(f"<{source}>" for source in sorted({source for source, _, _ in some}))
            written = " ".join(f"(<{source}> {start} {end})" for source, start, end in some)
            for row in self._store.select(PREFIXES + queries.AROUND.format(sources=sources, places=written)):
                printed = str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
                found[str(row["source"]), str(row["start"]), str(row["end"])] = printed
        return found


def _to_sentence(row: Mapping[str, Value], paragraph: str | None, form: RelationForm) -> Sentence:
    return Sentence(
        form=form,
        document=str(row["document"]),
        document_title=str(row["title"]),
        paragraph=paragraph,
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
    )

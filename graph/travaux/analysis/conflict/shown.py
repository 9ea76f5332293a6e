"""Views and sentences in full, for those disputes and agreements that are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from travaux.analysis.conflict import queries
from travaux.analysis.conflict.recorded import Held, Link, Row, Voice
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


def width(prevalences: Iterable[Prevalence]) -> int:
    """Give a key that sorts what is held most widely first."""
    return min((len(at_least(one)) for one in prevalences), default=len(Prevalence) + 1)


class Shown:
    """Views of positions with their first statements, no more than ``sentences`` of each (``None``: all)."""

    def __init__(self, store: Store, selection: Selection, held: Mapping[str, Held], sentences: int | None) -> None:
        self._store = store
        self._selected = selection.pattern()
        self._held = held
        self._sentences = sentences
        self._speakers: dict[str, set[str]] = {}
        self._heard: dict[str, tuple[Heard, ...]] = {}

    def load(self, positions: Iterable[str]) -> None:
        """Read who holds the positions, and their first statements."""
        wanted = sorted(set(positions))
        self._speakers |= find_speakers(self._store, self._selected, wanted)
        places = defaultdict[str, list[tuple[int, str, int, str]]](list)
        for row in _rows(self._store, queries.EXPRESSED, wanted, self._selected):
            word = Prevalence(last_word(row["prevalence"])) if row["prevalence"] else Prevalence.UNSPECIFIED
            place = (width([word]), str(row["document"]), int(str(row["start"])), str(row["statement"]))
            places[str(row["position"])].append(place)
        chosen = {position: [one[-1] for one in sorted(found)][: self._sentences] for position, found in places.items()}
        heard = find_heard(self._store, (one for found in chosen.values() for one in found))
        self._heard |= {position: tuple(heard[one] for one in found) for position, found in chosen.items()}

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
        rows = _rows(self._store, queries.SENTENCES, sorted(forms), "")
        return {str(row["relation"]): _to_sentence(row, forms[str(row["relation"])]) for row in rows}


def find_speakers(store: Store, selected: str, positions: Iterable[str]) -> dict[str, set[str]]:
    """Find the names of those who are named as holding the positions, persons, organizations and States."""
    speakers = defaultdict[str, set[str]](set)
    for row in _rows(store, queries.NAMED, sorted(positions), selected):
        speakers[str(row["position"])].add(str(row["name"]))
    return dict(speakers)


def _rows(store: Store, query: str, things: list[str], selected: str) -> Iterator[Row]:
    for first in range(0, len(things), _BATCH):
        iris = " ".join(f"<{one}>" for one in things[first : first + _BATCH])
        yield from store.select(PREFIXES + query.format(iris=iris, selected=selected))


def _to_sentence(row: Row, form: RelationForm) -> Sentence:
    block = f"block-{row['order']}" if row["order"] is not None else None
    return Sentence(
        form=form,
        document=str(row["document"]),
        document_title=str(row["title"]),
        paragraph=str(row["printed"]) if row["printed"] is not None else block,
        quote=str(row["quote"]),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
    )

"""Two consultations side by side: what both record, what one alone records, and whether the other had occasion to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.changes import Change, ChangeKind, Comparison, Opposition
from travaux.analysis.recurrence.chapters import ChapterFile
from travaux.analysis.recurrence.counting import EXAMPLES, Counting
from travaux.analysis.recurrence.found import Matter
from travaux.analysis.recurrence.judging import Judge, Judged
from travaux.analysis.recurrence.opposing import Opposed, find_opposed
from travaux.analysis.recurrence.recurring import counted_only, position_matters
from travaux.analysis.recurrence.thesaurus import ThemeTree, theme_name
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sources import find_sources
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant, known_values
from travaux.naming.nearest import suggest

Homes = Sequence[Mapping[str, Mapping[str, int]]]
"""Of each part of a matter: consultation → chapter → statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Which positions are told with voices and sentences: those of a chapter (its label, empty for none) and of a kind, after the first."""

    chapter: str | None = None
    kind: ChangeKind | None = None
    first: int = 0


def compare(
    store: Store,
    first: str,
    second: str,
    selection: Selection = ALL,
    *,
    limit: int | None = None,
    as_report: bool = False,
    told: Told | None = None,
) -> Comparison:
    """Compare two consultations in the order given; a part of a name that no other has is enough.

    ``limit`` keeps the voices and sentences of that many positions of each chapter and change; ``None`` keeps all. ``as_report`` looks up
    only what a report quotes, which is faster: a sentence for each side of positions that can be compared, and none on themes. ``told``
    keeps the voices and sentences of one run of positions instead, of ``limit`` in all, also of those that cannot be compared.
    Raises ``QueryError`` with the nearest names for a consultation that the store does not know, if the two are one, and if a choice of
    documents has none of either.
    """
    names = (find_meant(store, NameKind.CONSULTATION, first), find_meant(store, NameKind.CONSULTATION, second))
    if names[0] == names[1]:
        others = tuple(name for name in known_values(store, NameKind.CONSULTATION) if name != names[0])
        if not others:
            raise QueryError("this corpus has one consultation; two are needed", hint="Add the reports of another: travaux add.")
        raise QueryError(f"{names[0]} cannot be compared with itself", hint=suggest("", others, "travaux ask agenda"))
    chosen = replace(selection, consultations=names).resolve(store)
    _check_documents(store, chosen)
    return _Comparing(store, names, chosen, as_report=as_report).compare(limit, told)


def _check_documents(store: Store, selection: Selection) -> None:
    """Refuse a choice of documents that has none of one of the consultations: all of the other would be called new or gone."""
    if not selection.documents:
        return
    given = {row[0] for row in store.select(queries.meetings_of(selection.documents)).rows}
    for name in selection.consultations:
        if name not in given:
            what = f"none of the documents chosen is of {name}"
            raise QueryError(what, hint="Name a document of each, or leave --document out.")


class _Comparing:
    """What the two consultations record, and what was before them."""

    def __init__(self, store: Store, names: tuple[str, str], selection: Selection, *, as_report: bool) -> None:
        self._store = store
        self._as_report = as_report
        self._counting = Counting(store, selection)
        by_name = {meeting.name: iri for iri, meeting in self._counting.meetings.items()}
        self._pair = (by_name[names[0]], by_name[names[1]])
        self._chapters = ChapterFile(store)
        self._judge = Judge(self._chapters, self._pair)
        self._presence = self._counting.counts(self._counting.positions)
        self._claims = self._counting.claims(self._presence)

    def compare(self, limit: int | None, told: Told | None) -> Comparison:
        """Put the comparison together."""
        one, two = (self._counting.meetings[iri] for iri in self._pair)
        homes = self._counting.homes(self._counting.positions)
        under = {iri: [homes[iri]] if iri in homes else [] for iri in self._presence}
        judged = {iri: self._judge.judge(there, under[iri]) for iri, there in self._presence.items()}
        opposed = find_opposed(self._store, self._pair, self._presence, judged)
        judged |= {pair.first: replace(judged[pair.first], kind=ChangeKind.REVERSED) for pair in opposed if pair.reverses}
        return Comparison(
            first=one,
            second=two,
            first_is_earlier=None if one.first_day == two.first_day else one.first_day < two.first_day,
            agendas=(self._chapters.describe_agenda(self._pair[0], one.name), self._chapters.describe_agenda(self._pair[1], two.name)),
            themes=tuple(self._themes()),
            positions=tuple(self._positions(judged, under, limit, told)),
            oppositions=tuple(self._oppositions(opposed)),
            sources=find_sources(self._store),
        )

    def _themes(self) -> Iterator[Change]:
        tree = self._counting.tree()
        groups, own = self._counting.theme_groups(tree), self._counting.counts(self._counting.themes)
        homes = self._counting.homes(self._counting.themes)
        articles = _by_first(self._store.select(queries.THEME_CHAPTERS).rows)
        heard = self._counting.examples(() if self._as_report else groups.values())
        for place in tree.in_order():
            if groups.get(place.iri):
                within = sorted(tree.within(place.iri))
                under = [homes[iri] for iri in within if iri in homes]
                judged = self._judge.judge(groups[place.iri], under, articles.get(place.iri, ()))
                matter = Matter(
                    name=theme_name(place.iri),
                    label=tree.labels[place.iri],
                    depth=place.depth,
                    broader=tree.broader(place.iri),
                    said=self._counting.said(groups[place.iri], own.get(place.iri, {}), heard),
                )
                yield self._change(judged, matter, under, tuple(self._through(matter, within, own, tree)))

    def _through(
        self, matter: Matter, within: Iterable[str], own: Mapping[str, Mapping[str, int]], tree: ThemeTree
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Name the consultations that have no statement on the theme itself, with the narrower themes on which they have some."""
        for iri in self._pair:
            name = self._counting.meetings[iri].name
            there = matter.there(name)
            if there and not there.own:
                yield name, tuple(sorted(tree.labels[part] for part in within if iri in own.get(part, {})))

    def _positions(
        self, judged: Mapping[str, Judged], under: Mapping[str, Homes], limit: int | None, wanted: Told | None
    ) -> Iterator[Change]:
        """Give the positions by the chapter where most was said on them, then by change, then those of most statements first."""
        chapters = {chapter: order for order, chapter in enumerate(self._chapters.in_order({one.home for one in judged.values()}))}
        kinds = list(ChangeKind)

        def part(iri: str) -> tuple[bool, int, int]:
            return not judged[iri].home, chapters[judged[iri].home], kinds.index(judged[iri].kind)

        order = sorted(judged, key=lambda iri: (part(iri), -sum(self._presence[iri].values()), self._claims[iri], iri))
        if wanted is None:
            shown = [iri for _, some in groupby(order, key=part) for iri in islice(some, limit)]
            quoted = [iri for iri in shown if judged[iri].kind is not ChangeKind.NOT_COMPARABLE] if self._as_report else shown
        else:
            shown = quoted = self._run(order, judged, wanted, limit)
        told = self._told(shown, quoted)
        for iri in order:
            matter = told.get(iri) or counted_only(self._counting, iri, self._claims[iri], self._presence[iri])
            yield self._change(judged[iri], matter, under[iri])

    def _run(self, order: Iterable[str], judged: Mapping[str, Judged], wanted: Told, limit: int | None) -> list[str]:
        """Give the positions of a run, in their order."""
        homes = {"" if not one.home else self._labels([one.home])[0]: one.home for one in judged.values()}
        fits = (
            iri
            for iri in order
            if (wanted.chapter is None or judged[iri].home == homes.get(wanted.chapter))
            and (wanted.kind is None or judged[iri].kind is wanted.kind)
        )
        return list(islice(fits, wanted.first, None if limit is None else wanted.first + limit))

    def _told(self, positions: Sequence[str], quoted: Collection[str]) -> dict[str, Matter]:
        """Give positions with their voices, those quoted with sentences."""
        claims = {iri: self._claims[iri] for iri in positions}
        return dict(zip(claims, position_matters(self._counting, claims, quoted, 1 if self._as_report else EXAMPLES), strict=True))

    def _change(self, judged: Judged, matter: Matter, under: Homes, through: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Change:
        by_name = {meeting.name: iri for iri, meeting in self._counting.meetings.items()}

        def chapters_at(name: str) -> tuple[str, ...]:
            return self._labels(self._chapters.by_weight(one.get(by_name[name], {}) for one in under))

        return Change(
            kind=judged.kind,
            matter=replace(matter, said=tuple(replace(there, chapters=chapters_at(there.consultation)) for there in matter.said)),
            chapters=self._labels(judged.chapters),
            shared=self._labels(judged.shared),
            occasion=judged.occasion,
            through=through,
        )

    def _labels(self, chapters: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._chapters.labels.get(one, one) for one in chapters)

    def _oppositions(self, opposed: Iterable[Opposed]) -> Iterator[Opposition]:
        pairs = list(opposed)
        involved = list(dict.fromkeys(iri for pair in pairs for iri in (pair.first, pair.second)))
        matters = self._told(involved, involved)
        for pair in pairs:
            yield Opposition(
                first=matters[pair.first],
                second=matters[pair.second],
                marking=pair.marking,
                form=pair.form,
                quote=pair.quote,
                document=pair.document,
                paragraph=pair.paragraph,
                comparable=pair.comparable,
                first_contested=tuple(self._claims[iri] for iri in pair.first_contested),
                second_contested=tuple(self._claims[iri] for iri in pair.second_contested),
            )


def _by_first(rows: Iterable[tuple[object, ...]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in rows:
        found[str(first)].add(str(second))
    return found

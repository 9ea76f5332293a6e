"""A provision in the versions of a text, side by side: as far as facts allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.analysis.dossiers import ArticleDossier
from travaux.analysis.dossiers.article import Change, Described
from travaux.analysis.tracing.trace import Became, Step
from travaux.model.corpus import Corpus
from travaux.model.treaty import Instrument
from travaux.views.outcomes import ShownFact
from travaux.views.traces import ShownStep, show_became, show_step


@dataclass(frozen=True, slots=True)
class Version:
    """What one version of a text has: provisions, how they continue earlier ones, changes proposed to them, facts on their words.

    ``lacking`` are the steps that end because no provision of it corresponds. ``own``: the page is about one of its provisions.
    """

    name: str
    title: str
    provisions: tuple[Described, ...]
    coming: tuple[ShownStep, ...]
    lacking: tuple[ShownStep, ...]
    changes: tuple[Change, ...]
    facts: tuple[ShownFact, ...]
    own: bool


def put_beside(corpus: Corpus, dossier: ArticleDossier, later: Sequence[Described]) -> tuple[Version, ...]:
    """Put the versions of a provision side by side, in the order of the corpus; facts stand with the last version, on which they are."""
    described = {one.place.id: one for one in (*dossier.described, *later)}
    own = own_place(dossier)
    instruments = sorted(corpus.instruments, key=lambda one: (one.order, one.name))
    last = instruments[-1].name if instruments else ""
    return tuple(
        _version(instrument, list(described.values()), dossier, own=bool(own and own.place.instrument == instrument.name), last=last)
        for instrument in instruments
    )


def own_place(dossier: ArticleDossier) -> Described | None:
    """Give the provision that a dossier is about: of those described the one of the latest version; ``None`` if none is described."""
    return max(dossier.described, key=lambda one: one.place.order, default=None)


def _version(instrument: Instrument, described: Iterable[Described], dossier: ArticleDossier, *, own: bool, last: str) -> Version:
    is_last = instrument.name == last
    return Version(
        name=instrument.name,
        title=instrument.title,
        provisions=tuple(one for one in described if one.place.instrument == instrument.name),
        coming=tuple(show_step(step) for step in dossier.steps if step.later and step.later.instrument == instrument.name),
        lacking=tuple(show_step(step) for step in dossier.steps if is_last and not step.later),
        changes=tuple(change for change in dossier.changes if change.provision.instrument == instrument.name),
        facts=tuple(fact for one in dossier.outcomes if is_last and is_on(one, dossier) for fact in show_became(one).outcome.facts),
        own=own,
    )


def is_on(became: Became, dossier: ArticleDossier) -> bool:
    """Whether an outcome is on the provision itself, or on what became of it, and not on a wider request that concerns others too."""
    steps: tuple[Step, ...] = dossier.steps
    ids = {one.place.id for one in dossier.described} | {step.later.id for step in steps if step.later}
    return became.provision is not None and became.provision.id in ids


def first_version(corpus: Corpus) -> str:
    """Name the first version of the text; nothing if the corpus has none."""
    return min(corpus.instruments, key=lambda one: (one.order, one.name)).name if corpus.instruments else ""

"""How far a review has come: by document, by rule, and everything that needs a look."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from travaux.cli.reviewing.screen import visible
from travaux.model.finding import Finding
from travaux.pipeline.desk.desk import Desk
from travaux.pipeline.desk.items import Item, State
from travaux.views.counting import count_of

_ORDER = (State.UNDECIDED, State.CHANGED, State.DISPUTED, State.LOST, State.DECIDED)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reviewer should know, in one sentence; ``key`` is that of a statement, a position or a relation."""

    document: str | None
    key: str
    event: str
    message: str


@dataclass(frozen=True, slots=True)
class Status:
    """The statements of a corpus by state, and the remarks on them."""

    title: str
    documents: dict[str, Counter[State]]
    rules: dict[str, Counter[State]]
    remarks: tuple[Remark, ...]


def status_of(desk: Desk, items: Sequence[Item], findings: Iterable[Finding] = ()) -> Status:
    """Count statements; ``findings`` of the last build tell what statements do not: of positions and relations."""
    documents: dict[str, Counter[State]] = {name: Counter() for name in desk.progress()}
    rules: dict[str, Counter[State]] = {}
    for item in items:
        documents[item.document.name][item.state] += 1
        rules.setdefault(item.rule, Counter())[item.state] += 1
    remarks = [Remark(item.document.name, one.key, one.event.value, one.message) for item in items for one in item.notices]
    return Status(desk.corpus.title, documents, dict(sorted(rules.items())), (*remarks, *_others(desk, findings)))


def _others(desk: Desk, findings: Iterable[Finding]) -> Iterator[Remark]:
    """Read the remarks on positions and relations from the findings of the build."""
    named = {*desk.review.positions, *desk.review.relations}
    for finding in findings:
        document = finding.document.removeprefix("document/") if finding.document else None
        key, _, message = finding.message.removeprefix(f"{document}, ").partition(": ")
        if finding.check.startswith("review-") and key in named:
            yield Remark(document, key, finding.check.removeprefix("review-"), message)


def render_status(status: Status, form: str, width: int) -> str:
    """Render a status as ``table`` for people or as ``json``."""
    return _render_json(status) if form == "json" else "\n".join(_render_lines(status, width))


def _render_json(status: Status) -> str:
    content: dict[str, Any] = {
        "corpus": status.title,
        "documents": [{"document": name, **_counted(held)} for name, held in status.documents.items()],
        "rules": [{"rule": name, **_counted(held)} for name, held in status.rules.items()],
        "remarks": [{"document": one.document, "key": one.key, "event": one.event, "message": one.message} for one in status.remarks],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _counted(held: Counter[State]) -> dict[str, int]:
    return {state.value: held[state] for state in _ORDER} | {"all": held.total()}


def _render_lines(status: Status, width: int) -> Iterator[str]:
    decided = sum(held[State.DECIDED] for held in status.documents.values())
    every = sum(held.total() for held in status.documents.values())
    yield f"{status.title}: {decided} of {count_of(every, 'statement')} decided"
    for head, rows in (("document", status.documents), ("rule", status.rules)):
        if rows:
            yield ""
            yield from _render_counts(head, rows)
    if status.remarks:
        yield f"\n{count_of(len(status.remarks), 'remark')}"
    for one in status.remarks:
        where = f"{one.document}, {one.key}" if one.document else one.key
        yield textwrap.fill(visible(f"{one.event}: {where}: {one.message}"), width, initial_indent="  ", subsequent_indent="    ")


def _render_counts(head: str, rows: dict[str, Counter[State]]) -> Iterator[str]:
    margin = max(len(head), *map(len, rows))
    yield "  ".join([f"{head:<{margin}}", *(state.value for state in _ORDER), "all"])
    for name, held in rows.items():
        cells = [f"{held[state]:>{len(state.value)}}" for state in _ORDER]
        yield "  ".join([f"{name:<{margin}}", *cells, f"{held.total():>3}"])

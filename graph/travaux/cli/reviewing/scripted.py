"""Decisions without a dialogue, for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from travaux.cli.reviewing.editing import Editor
from travaux.cli.reviewing.screen import Screen
from travaux.cli.reviewing.session import Session
from travaux.cli.reviewing.typed import Value, read_setting
from travaux.errors import ReviewError
from travaux.pipeline.desk import deciding
from travaux.pipeline.desk.drafts import Draft
from travaux.pipeline.desk.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a script decides: the keys of statements, and the settings (``field=value``) of those that are edited."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    edit: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    why: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """All the keys."""
        return (*self.accept, *self.reject, *self.edit)


def carry_out(orders: Orders, session: Session, document: str | None) -> Iterator[str]:
    """Write all decisions of a script about each document, all or nothing, and say so line by line.

    Raises ``ReviewError`` or ``ConflictError``; nothing is written then of the document concerned.
    """
    settings = tuple(map(read_setting, orders.settings))
    items = [_get(key, session, document) for key in orders.keys]
    for name in dict.fromkeys(item.document.name for item in items):
        drafts = [_draft(item, orders, settings, session) for item in items if item.document.name == name]
        session.decide(name, drafts)
        for draft in drafts:
            yield f"{name}, {draft.key}: {draft.decision.value if draft.decision else 'taken back'}"


def _get(key: str, session: Session, document: str | None) -> Item:
    if document is not None:
        return session.desk.item(document, key)
    found = [item for item in session.desk.items() if item.key == key]
    if len(found) != 1:
        what = f"there is no statement {key!r}" if not found else f"several documents have a statement {key!r}"
        raise ReviewError(what, hint=f"Say which report with --document: {_names(session.desk.progress())}.")
    return found[0]


def _names(names: Iterable[str]) -> str:
    return ", ".join(names) or "this corpus has none"


def _draft(item: Item, orders: Orders, settings: Sequence[tuple[str, Value | None]], session: Session) -> Draft:
    reviewer = session.reviewer
    if item.key in orders.reject:
        lost = item.paragraph is None and deciding.own_opinion(item, reviewer)
        return deciding.taking_back(item) if lost else deciding.rejecting(item, reviewer, orders.why)
    fields = deciding.fields_to_decide(item, reviewer)
    if item.key in orders.edit:
        editor = Editor(Screen(), session, item.document.name, fields, item.quote[0] if item.quote else 0)
        for name, value in settings:
            editor.set(name, value)
        editor.check()
    return deciding.keeping(item, fields, orders.why)

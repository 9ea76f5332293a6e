"""What the page can ask the server for, and have it do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from travaux.errors import ConflictError, ReviewError
from travaux.pipeline.desk import Desk, Earlier, Filter, Item, State, Written
from travaux.reading.review.folder import to_fields
from travaux.web.answers import Answer, Refused, failure
from travaux.web.review.requests import drafts_of, read_json, text_of
from travaux.web.review.steps import Step, Steps
from travaux.web.review.telling import short_item, whole_item

_PAGE = 60
"""How many lines of the queue are sent at once if nothing else is asked for."""
_MOST = 500
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Api:
    """Answers for one desk; each method that takes a request is one address."""

    desk: Desk
    steps: Steps = field(default_factory=Steps)

    def stamp(self, _: Request) -> Answer:
        """Tell one state of the review from another."""
        return Answer({"stamp": self.desk.stamp})

    def items(self, request: Request) -> Answer:
        """Give a piece of the queue: those after (or ``before``) the item given, whether or not that one is wanted itself."""
        wanted, limit = _filter(request), _number(request, "limit", _PAGE, _MOST)
        stamp, every = self.desk.stamp, self.desk.items()
        total = sum(wanted.admits(item) for item in every)
        if before := request.query_params.get("before"):
            first = _place(every, before, len(every))
            found = _admitted(every[:first], wanted)[-limit:]
            more = False
        else:
            rest = _admitted(every[_place(every, request.query_params.get("after", ""), -1) + 1 :], wanted)
            found, more = rest[:limit], len(rest) > limit
        items = [short_item(item) for item in found]
        return Answer({"stamp": stamp, "total": total, "more": more, "items": items, "progress": self._progress()})

    def filters(self, _: Request) -> Answer:
        """Tell by what the queue can be narrowed."""
        every = self.desk.items()
        rules = Counter(item.rule for item in every)
        documents = [{"name": one.name, "title": one.title, "symbol": one.symbol} for one in dict.fromkeys(item.document for item in every)]
        return Answer(
            {
                "documents": documents,
                "states": [state.value for state in State],
                "rules": [{"name": name, "count": count} for name, count in sorted(rules.items())],
                "reviewers": {name: table.name for name, table in sorted(self.desk.review.reviewers.items())},
            }
        )

    def progress(self, _: Request) -> Answer:
        """Count the items of each document by state."""
        return Answer({"progress": self._progress()})

    def item(self, request: Request) -> Answer:
        """Give one item with everything about it."""
        return Answer(self._whole(self._get(request.path_params["document"], request.path_params["key"]), self._mine(request)))

    def vocabulary(self, request: Request) -> Answer:
        """Tell what the fields of a statement of a document may say."""
        name = request.path_params["document"]
        self._check_document(name)
        words = self.desk.vocabulary(name)
        return Answer(
            {
                "themes": dict(words.themes),
                "questions": dict(words.questions),
                "provisions": list(words.provisions),
                "actors": list(words.actors),
                "paragraphs": list(words.paragraphs),
            }
        )

    def positions(self, _: Request) -> Answer:
        """Give the claims of the positions that have been named, by key."""
        return Answer({"positions": self.desk.positions()})

    async def decide(self, request: Request) -> Answer:
        """Write decisions about statements of one document, all or nothing."""
        told = await read_json(request)
        document, name, drafts = text_of(told, "document"), text_of(told, "reviewer"), drafts_of(told)
        keys = [draft.key for draft in drafts if draft.key is not None]

        def write() -> Answer:
            self._check_document(document)
            for key in keys:
                self._get(document, key)
            reviewer = self.desk.sign_in(name)
            written = self.desk.replace(reviewer, document, drafts)
            items = [{**short_item(one), "version": one.version} for one in written.items]
            return Answer(
                {"reviewer": reviewer, "items": items, "undo": self._keep(reviewer, document, written), "trouble": written.trouble}
            )

        return await self._changing(write, document, keys, name)

    async def undo(self, request: Request) -> Answer:
        """Let a reviewer hold again what was held before one step, all or nothing."""
        told = await read_json(request)
        name, told_step = text_of(told, "reviewer"), text_of(told, "step")
        step = self.steps.get(told_step, await run_in_threadpool(self.desk.short_name, name))

        def write() -> Answer:
            items = self.desk.restore(step.reviewer, step.document, step.earlier)
            self.steps.forget(told_step)
            return Answer({"items": [short_item(one) for one in items]})

        return await self._changing(write, step.document, [one.key for one in step.earlier], name)

    async def name_position(self, request: Request) -> Answer:
        """Name a position."""
        told = await read_json(request)
        claim, name = text_of(told, "claim").strip(), text_of(told, "reviewer")

        def write() -> Answer:
            key = self.desk.add_position(self.desk.sign_in(name), claim)
            return Answer({"key": key, "claim": self.desk.positions().get(key, claim)}, 201)

        return await run_in_threadpool(write)

    def _keep(self, reviewer: str, document: str, written: Written) -> str:
        """Keep what would undo a step, and give its name."""
        held = ((key, version, {**to_fields(opinion)} if opinion else None) for key, version, opinion in written.before)
        earlier = tuple(Earlier(key=key, expected=version, fields=fields) for key, version, fields in held)
        return self.steps.keep(Step(document, reviewer, earlier))

    async def _changing(self, write: Callable[[], Answer], document: str, keys: Sequence[str], name: str) -> Answer:
        """Write in a thread of its own; a conflict is told with the items as they are by now."""
        try:
            return await run_in_threadpool(write)
        except ConflictError as error:
            more = {"items": await run_in_threadpool(self._now, document, keys, name)}
            return failure(error, more)

    def _now(self, document: str, keys: Sequence[str], name: str) -> list[dict[str, Any]]:
        report = self.desk.report(document)
        return [self._whole(item, self.desk.short_name(name)) for key in keys if (item := report.find(key))]

    def _whole(self, item: Item, mine: str | None) -> dict[str, Any]:
        return whole_item(item, self.desk, mine)

    def _get(self, document: str, key: str) -> Item:
        self._check_document(document)
        found = self.desk.report(document).find(key)
        if found is None:
            raise Refused(404, f"there is no statement {key[:80]!r}", hint="It may have been taken back meanwhile.")
        return found

    def _check_document(self, name: str) -> None:
        if name not in self.desk.progress():
            raise Refused(404, f"there is no report {name[:80]!r} to review")

    def _mine(self, request: Request) -> str | None:
        name = request.query_params.get("reviewer")
        try:
            return self.desk.short_name(name) if name else None
        except ReviewError:
            return None

    def _progress(self) -> dict[str, dict[str, int]]:
        return {name: {state.value: counts[state] for state in State} for name, counts in self.desk.progress().items()}


def _admitted(items: Sequence[Item], wanted: Filter) -> list[Item]:
    return [item for item in items if wanted.admits(item)]


def _place(items: Sequence[Item], wanted: str, otherwise: int) -> int:
    """Tell which item a document and key (``report/5-8c1e``) name."""
    document, _, key = wanted.partition("/")
    return next((place for place, item in enumerate(items) if item.key == key and item.document.name == document), otherwise)


def _filter(request: Request) -> Filter:
    asked = request.query_params
    try:
        states = frozenset(State(name) for name in asked["state"].split(",")) if asked.get("state") else frozenset(State)
        below = float(asked["below"]) if asked.get("below") else None
    except ValueError as error:
        raise Refused(400, "such a filter is not understood", hint=f"States: {', '.join(State)}; below: a number up to 1.") from error
    return Filter(
        document=asked.get("document") or None,
        states=states,
        rule=asked.get("rule") or None,
        below=below,
        words=asked.get("words") or None,
    )


def _number(request: Request, name: str, otherwise: int, most: int) -> int:
    given = request.query_params.get(name, str(otherwise))
    if not given.isascii() or not given.isdecimal() or len(given) > _DIGITS or not 0 < int(given) <= most:
        raise Refused(400, f"{name!r} is no number from 1 to {most}")
    return int(given)

"""From edited rows to drafts of decisions and names of positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from travaux.errors import ConflictError, ReviewError
from travaux.exchange.problems import Problems
from travaux.exchange.spreadsheets.cells import split_list
from travaux.exchange.spreadsheets.columns import STATEMENTS
from travaux.exchange.spreadsheets.comparing import REMARKS, Edit, choose
from travaux.exchange.spreadsheets.given import GivenRow
from travaux.exchange.spreadsheets.rows import Cells
from travaux.exchange.spreadsheets.thesaurus import fold_name
from travaux.model.schemes import ReviewStatus
from travaux.naming.nearest import ask_nearest
from travaux.pipeline.desk import Desk, Draft, Item
from travaux.pipeline.desk.deciding import fields_to_decide
from travaux.reading.review.folder import key_for_claim
from travaux.reading.review.naming import Naming, check_naming

_BY_HAND = frozenset({"added", "merged", "split"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d.*")
_COLUMN_OF = {"theme": "themes", "question": "questions", "position": "position", "provision": "provisions", "person,": "actors"}
"""Which column a message of the review speaks of, by the word after ``there is no``."""


@dataclass(slots=True)
class Planning:
    """Makes drafts for one reviewer; what cannot be decided goes to the problems."""

    desk: Desk
    reviewer: str
    items: Mapping[str, Item]
    claims: dict[str, str]
    problems: Problems
    themes: dict[str, str] = field(default_factory=dict)

    def namings(self, edits: Sequence[Edit], new: Sequence[GivenRow]) -> list[Naming]:
        """Word positions anew, and name new ones but those that are named already; their claims are known from then on."""
        named = [one for edit in edits if (one := self._worded(edit))] + [one for given in new if (one := self._named(given))]
        self.claims |= {one.key: one.claim for one in named}
        return named

    def _worded(self, edit: Edit) -> Naming | None:
        key = edit.now["key"]
        if key not in self.claims:
            hint = "add a row with its claim, without Id and Export mark, to name a position"
            self.problems.add(edit.given.place(), "this position was found by a rule and has not been named", hint)
            return None
        told = {name: edit.changed.get(name, edit.now[name]) for name in ("claim", "why", "note")}
        return self._checked(Naming(key=key, seen=self.claims[key], **{**told, "claim": _line(told["claim"])}), edit.given)

    def _named(self, given: GivenRow) -> Naming | None:
        claim, key = _line(given.cells.get("claim", "")), given.cells.get("key", "")
        if not claim:
            self.problems.add(given.place("claim"), "a new position needs its claim", "a row without Id names a new position")
            return None
        same = next((held for held, known in self.claims.items() if known == claim), None)
        if same is not None:
            if key not in {"", same}:
                self.problems.add(given.place("key"), f"the position {same} has this very claim", "use that one, or word it otherwise")
            return None
        if key in self.claims:
            hint = "choose another key, or leave it empty"
            self.problems.add(given.place("key"), f"the key {key} is that of another position", hint)
            return None
        key = key or key_for_claim(claim, self.claims)
        self.claims[key] = claim
        return self._checked(Naming(key=key, claim=claim, why=given.cells.get("why"), note=given.cells.get("note")), given)

    def _checked(self, naming: Naming, given: GivenRow) -> Naming | None:
        try:
            check_naming(naming)
        except ReviewError as error:
            self.problems.add(given.place(), error.what, error.hint or "")
            return None
        return naming

    def drafts(self, edits: Sequence[Edit], named: frozenset[str]) -> dict[str, list[Draft]]:
        """Draft the decisions, by the name of their document; each has been checked as the desk checks it."""
        drafts: dict[str, list[Draft]] = {}
        for edit in edits:
            item = self.items[edit.now["id"]]
            draft = self._draft(edit, item)
            if draft is not None and self._holds(edit, item, draft, named):
                drafts.setdefault(item.document.name, []).append(draft)
        return drafts

    def _draft(self, edit: Edit, item: Item) -> Draft | None:
        decision = self._decision(edit, item)
        values = dict(self._values(edit))
        if decision is None or len(values) < len(edit.changed.keys() - REMARKS):
            return None
        fields = fields_to_decide(item, self.reviewer)
        if item.opinion is None:
            position = edit.given.cells.get("position", edit.now["position"])
            fields["position"] = position if position in self.claims else None
        if "quote" in values:
            fields.pop("context", None)
        fields |= values
        fields |= {name: edit.changed[name] for name in ("why", "note") if name in edit.changed}
        return Draft(key=item.key, expected=item.version, decision=decision, fields=fields)

    def _decision(self, edit: Edit, item: Item) -> ReviewStatus | None:
        """Tell what a row decides; ``None``, and a problem, if it does not."""
        said, before = edit.changed.get("decision", "").casefold(), edit.now["decision"]
        content = edit.changed.keys() - REMARKS
        rejected = said == "rejected" or (not said and before == "rejected")
        if rejected and content:
            what, hint = "a statement that is rejected is not edited", "write accepted, or undo the other changes"
        elif not said and not before and not content:
            what, hint = "a remark goes with a decision", "write accepted or rejected"
        else:
            if rejected:
                return ReviewStatus.REJECTED
            if item.opinion and item.opinion.decision.value in _BY_HAND:
                return item.opinion.decision
            stands = before == "edited" and not (item.suggested and said == "accepted" and not item.opinion)
            return ReviewStatus.EDITED if content or stands else ReviewStatus.ACCEPTED
        self.problems.add(edit.given.place("decision"), what, hint)
        return None

    def _values(self, edit: Edit) -> Iterator[tuple[str, Any]]:
        """Give the fields that were changed, in the words of review files."""
        for name in (one.field for one in STATEMENTS.editable if one.field in edit.changed and one.field not in REMARKS):
            column, cell = STATEMENTS.get(name), edit.changed[name]
            if name == "themes":
                themes = [self._theme(edit, one) for one in split_list(cell)]
                if None not in themes:
                    yield name, tuple(dict.fromkeys(themes))
            elif name == "position" and cell and cell not in self.claims:
                hint = ask_nearest(cell, self.claims) or "add it to the sheet Positions"
                self.problems.add(edit.given.place(name), f"there is no position {cell!r}", hint)
            elif column.listed:
                yield name, split_list(cell)
            else:
                yield name, (choose(column, cell) if column.choices else cell)

    def _theme(self, edit: Edit, word: str) -> str | None:
        name = self.themes.get(fold_name(word))
        if name is None:
            self.problems.add(edit.given.place("themes"), f"there is no theme {word!r}", ask_nearest(fold_name(word), self.themes))
        return name

    def _holds(self, edit: Edit, item: Item, draft: Draft, named: frozenset[str]) -> bool:
        try:
            self.desk.check(self.reviewer, item.document.name, draft, named)
        except (ReviewError, ConflictError) as error:
            hint = self._near(error.what, item) if error.what.startswith("there is no ") else error.hint or ""
            self.problems.add(edit.given.place(_column_of(error.what, edit)), error.what, hint)
            return False
        return True

    def _near(self, message: str, item: Item) -> str:
        """Name what is nearest to a name that stands for nothing, if a message speaks of one."""
        words = self.desk.vocabulary(item.document.name)
        wrong = message.partition("'")[2].partition("'")[0]
        if _DAY.fullmatch(wrong):
            return "a spreadsheet program has made it a day: format the cell as text and write it again"
        return ask_nearest(wrong, (*words.provisions, *words.actors, *words.questions)) or "names are those of this corpus"


def _column_of(message: str, edit: Edit) -> str | None:
    """Find the column that a message speaks of, ``None`` if it does not tell."""
    content = [name for name in edit.changed if name not in REMARKS]
    if len(content) == 1:
        return content[0]
    words = message.replace("'", " ").split()
    spoken = [_COLUMN_OF.get(word, word.rstrip(":")) for word in words[:4]]
    return next((word for word in spoken if word in edit.changed), None)


def _line(claim: str) -> str:
    return " ".join(claim.split())


def to_row_items(items: Sequence[Item], rows: Mapping[str, Cells], base: str) -> tuple[dict[str, Cells], dict[str, Item]]:
    """Match statements on the desk with rows: the rows by all names that they have had, and the items by the names of their rows."""
    by_name: dict[str, Cells] = {}
    by_row: dict[str, Item] = {}
    for item in items:
        judged = item.judged.statement if item.judged else None
        names = [base + one.id for one in ((judged,) if judged else ()) + item.proposals]
        row = next((rows[name] for name in names if name in rows), None)
        if row is not None:
            by_row[row["id"]] = item
            for name in names:
                by_name.setdefault(name, row)
    return by_name, by_row

"""What each answer of a reviewer does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from travaux.cli.reviewing.card import describe_opinion
from travaux.cli.reviewing.editing import Editor
from travaux.cli.reviewing.known import get_paragraph
from travaux.cli.reviewing.printed import printed_words
from travaux.cli.reviewing.screen import Screen
from travaux.cli.reviewing.session import Place, Session
from travaux.errors import ConflictError, ReviewError
from travaux.pipeline.desk import deciding
from travaux.pipeline.desk.drafts import Draft
from travaux.pipeline.desk.items import Fields, Item

_TWO = 2


@dataclass
class Answers:
    """The answers of one reviewer in a session; each raises ``ReviewError`` or ``ConflictError`` if it cannot be taken."""

    screen: Screen
    session: Session
    _whys: dict[Place, str] = field(default_factory=dict)

    def move(self, steps: int) -> None:
        """Go forth or back in the queue."""
        if not self.session.move(steps):
            self.screen.show("There is nothing before this one." if steps < 0 else "There is nothing after this.")

    def go(self, item: Item | None, key: str) -> None:
        """Go to the statement with a key."""
        self.session.go_to(key or self.screen.ask("Key: "), item.document.name if item else None)

    def undo(self) -> None:
        """Take back the last decision of the session."""
        step = self.session.undo()
        self.screen.show(f"Undone: {step.told}." if step else "Nothing has been decided in this session.")

    def accept(self, item: Item, why: str) -> None:
        """Let a statement stand as it is shown."""
        fields = deciding.fields_to_decide(item, self.session.reviewer)
        self._decide(item, [deciding.keeping(item, fields, why or self._reason(item))])
        self.session.move(1)

    def reject(self, item: Item, why: str) -> None:
        """Let a statement not stand; where its place is lost, the reviewer's decision is taken back."""
        reviewer = self.session.reviewer
        if item.paragraph is not None:
            self._decide(item, [deciding.rejecting(item, reviewer, why or self._reason(item))])
        elif deciding.own_opinion(item, reviewer):
            self._decide(item, [deciding.taking_back(item)])
        else:
            what = "the place of this decision is lost, and it is not yours to take back"
            raise ReviewError(what, hint="Edit it: give its words as they stand now.")
        self.session.move(1)

    def why(self, item: Item, why: str) -> None:
        """Write the reason into the reviewer's decision in force, or keep it for the one to come."""
        why = why or self.screen.ask("Why: ")
        own = deciding.own_opinion(item, self.session.reviewer)
        if own is None or own is not item.opinion:
            self._whys[item.document.name, item.key] = why
            self.screen.show("Kept for your decision about this statement.")
            return
        fields = deciding.fields_to_decide(item, self.session.reviewer)
        self._decide(item, [Draft(key=item.key, expected=item.version, decision=own.decision, fields=fields, why=why)])

    def edit(self, item: Item, why: str) -> None:
        """Change the fields of a statement and keep it."""
        fields = self._with_reason(deciding.fields_to_decide(item, self.session.reviewer), item, why)
        save = self._saving([item], lambda now, edited: [deciding.keeping(now[0], edited)])
        if self._editor(item, fields).run(save, f"Edit {item.key}") is not None:
            self.session.move(1)

    def split(self, item: Item, why: str) -> None:
        """Put several statements in place of one."""
        paragraph = deciding.get_place(item)
        quotes = self._ask_quotes(lambda words: printed_words(words, paragraph))
        parts: list[Fields] = []
        for number, quote in enumerate(quotes, 1):
            fields = self._with_reason(deciding.fields_to_decide(item, self.session.reviewer), item, why)
            editor = self._editor(item, fields)
            told = editor.set("quote", quote)
            self.screen.show_field(f"part {number}", quote)
            if told:
                self.screen.show(told)
            save = self._saving([item], lambda now, last: deciding.splitting(now[0], [*parts, last]))
            ready = number == len(quotes)
            kept = editor.run(save if ready else lambda edited: [edited], f"Part {number} of {len(quotes)}")
            if kept is None:
                return
            parts.append(editor.fields)
        self.session.move(1)

    def _ask_quotes(self, read: Callable[[str], str]) -> list[str]:
        """Ask for two quotes or more, until an empty line; ``ReviewError`` if there are fewer."""
        quotes: list[str] = []
        while words := self.screen.ask(f"Quote of part {len(quotes) + 1} (empty: that is all): "):
            try:
                quote = read(words)
            except ReviewError as mistake:
                self.screen.show(str(mistake), style="red")
                continue
            if quote in quotes:
                self.screen.show("That part has been given already.", style="red")
            else:
                quotes.append(quote)
        if len(quotes) < _TWO:
            raise ReviewError("a statement is split into two parts or more; nothing was changed")
        return quotes

    def merge(self, item: Item, why: str) -> None:
        """Put one statement in place of this one and the next in its sentence."""
        reviewer = self.session.reviewer
        mate = deciding.find_mate(item, self.session.items_of(item.document.name))
        if mate is None:
            raise ReviewError("there is no further statement in this sentence to merge with")
        self.screen.show_field("merged with", f"{mate.key}: {mate.fields.get('quote')}")
        fields = self._with_reason(deciding.merged_fields(item, mate, reviewer), item, why)
        told = f"{item.key} merged with {mate.key}"
        save = self._saving([item, mate], lambda now, edited: deciding.merging(now[0], now[1], edited, reviewer), told)
        if self._editor(item, fields).run(save, f"Merge {item.key} and {mate.key}") is not None:
            self.session.move(1)

    def add(self, item: Item | None, name: str) -> None:
        """Add a statement that no rule has found."""
        document = self._document(item)
        here = str(item.fields.get("paragraph", "")) if item and item.paragraph else ""
        name = name or self.screen.ask(f"Paragraph{f' [{here}]' if here else ''}: ") or here
        paragraph = get_paragraph(self.session.desk, document, name)
        editor = Editor(self.screen, self.session, document, {"paragraph": name}, item.quote[0] if item and item.quote else 0)
        self.screen.show_field("paragraph", paragraph.span.quote)
        told = editor.set("quote", self.screen.ask("Quote: ") or None)
        if told:
            self.screen.show(told)

        def save(fields: Fields) -> Sequence[Item]:
            return self._tell(self.session.decide(document, [deciding.adding(fields)]))

        editor.run(save, "New statement")

    def _document(self, item: Item | None) -> str:
        names = [item.document.name] if item else list(self.session.desk.progress())
        name = names[0] if len(names) == 1 else self.screen.ask(f"Document ({', '.join(names)}): ")
        if name not in names:
            raise ReviewError(f"there is no report {name!r}", hint=f"Reports: {', '.join(names)}.")
        return name

    def _editor(self, item: Item, fields: Fields) -> Editor:
        return Editor(self.screen, self.session, item.document.name, fields, item.quote[0] if item.quote else 0)

    def _saving(
        self, items: list[Item], make: Callable[[list[Item], Fields], Sequence[Draft]], told: str = ""
    ) -> Callable[[Fields], Sequence[Item]]:
        """Give what writes edited fields; after a conflict it has told what others decided, and takes that as seen."""
        now = list(items)

        def save(fields: Fields) -> Sequence[Item]:
            try:
                return self._decide(items[0], make(now, fields), told)
            except ConflictError:
                now[:] = [self.session.desk.item(one.document.name, one.key) for one in items]
                self._show_opinions(now)
                raise

        return save

    def _show_opinions(self, items: Iterable[Item]) -> None:
        for item in items:
            for opinion in item.opinions:
                self.screen.show_field(self.session.desk.review.name_of(opinion.reviewer), describe_opinion(opinion, item))

    def _decide(self, item: Item, drafts: Sequence[Draft], told: str = "") -> Sequence[Item]:
        return self._tell(self.session.decide(item.document.name, drafts, told))

    def _tell(self, written: Sequence[Item]) -> Sequence[Item]:
        """Acknowledge what is written: from here on it is kept whatever happens."""
        self.screen.show(f"Written: {self.session.steps[-1].told}.", style="green")
        return written

    def _reason(self, item: Item) -> str | None:
        return self._whys.get((item.document.name, item.key)) or None

    def _with_reason(self, fields: Fields, item: Item, why: str) -> Fields:
        reason = why or self._reason(item)
        return {**fields, "why": reason} if reason else fields

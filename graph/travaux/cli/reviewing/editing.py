"""Editing: the fields of one statement, changed line by line until they can be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from travaux.cli.reviewing.card import show_fields
from travaux.cli.reviewing.known import check_names, get_paragraph
from travaux.cli.reviewing.printed import context_of, printed_words
from travaux.cli.reviewing.screen import Left, Screen
from travaux.cli.reviewing.session import Session
from travaux.cli.reviewing.typed import CHOICES, FIELDS, LISTS, QUOTED, REQUIRED, Value, read_setting
from travaux.errors import ConflictError, ReviewError, TravauxError
from travaux.model.document import Paragraph
from travaux.pipeline.desk.items import Fields
from travaux.reading.review.paragraphs import voices_of

Kept = TypeVar("Kept")

HELP = f"""\
field = value    set a field, such as: stance = opposes
field =          leave it empty
show             show the fields as they are now
done             keep them         cancel   forget them
Fields: {", ".join(name.replace("_", " ") for name in FIELDS)}.
Lists ({", ".join(sorted(name.replace("_", " ") for name in LISTS))}): one, two or ["one", "two"].
Words to choose from may be shortened: {"; ".join(f"{name.replace('_', ' ')}: {', '.join(choice)}" for name, choice in CHOICES.items())}."""


@dataclass(slots=True)
class Editor:
    """Changes the fields of one statement; ``near`` is the character of the document near which its quote is meant to stand."""

    screen: Screen
    session: Session
    document: str
    fields: Fields
    near: int = 0

    def run(self, save: Callable[[Fields], Kept], title: str) -> Kept | None:
        """Ask for changes until ``save`` keeps them; give what it gives, ``None`` if the reviewer cancels."""
        self.screen.show(f"{title}: field = value, show, done, cancel, ?", style="bold")
        while True:
            try:
                line = self.screen.ask("edit> ")
            except Left:
                self.screen.show("This statement was not done and is as it was.")
                raise
            if line == "cancel":
                self.screen.show("Nothing was changed.")
                return None
            try:
                kept = self._answer(line, save)
            except ConflictError as conflict:
                self.screen.show(f"{conflict}\n`done` once more keeps your decision beside theirs.", style="red")
            except TravauxError as mistake:
                self.screen.show(str(mistake), style="red")
            else:
                if kept is not None:
                    return kept

    def _answer(self, line: str, save: Callable[[Fields], Kept]) -> Kept | None:
        if line == "done":
            self.check()
            return save(self.fields)
        if line == "show":
            show_fields(self.screen, self.fields)
        elif line in {"?", "help"}:
            self.screen.show(HELP)
        elif line:
            told = self.set(*read_setting(line))
            if told:
                self.screen.show(told)
        return None

    def set(self, name: str, value: Value | None) -> str | None:
        """Set a field and say what else follows from it; ``ReviewError`` if the value cannot be."""
        if value is None:
            self.fields.pop(name, None)
            return None
        check_names(self.session.desk, self.document, name, value)
        if name == "paragraph":
            get_paragraph(self.session.desk, self.document, str(value))
        if name in QUOTED:
            value = self._printed(name, str(value), self._paragraph())
        self.fields[name] = value
        return self._place_quote() if name in {"quote", "paragraph"} else None

    def _printed(self, name: str, words: str, paragraph: Paragraph) -> str:
        """Give words as they are printed; a respondent is named over the answer and not in it."""
        contents = self.session.desk.report(self.document).contents
        respondent = voices_of(contents).get(paragraph.response) if paragraph.response else None
        if name == "speaker" and respondent is not None and words == respondent.span.quote:
            return words
        return printed_words(words, paragraph)

    def _place_quote(self) -> str | None:
        """Tell which of several places is meant, and write down the words before it."""
        self.fields.pop("context", None)
        if "quote" not in self.fields:
            return None
        context, times = context_of(str(self.fields["quote"]), self._paragraph(), self.near)
        if context is None:
            return None
        self.fields["context"] = context
        return f"These words stand {times} times in the paragraph; those after “{context}” are meant. Else: context = words before"

    def check(self) -> None:
        """Refuse fields that are not complete, or whose words stand elsewhere; ``ReviewError`` telling all of it."""
        missing = [name.replace("_", " ") for name in REQUIRED if not self.fields.get(name)]
        if missing:
            raise ReviewError(f"still missing: {', '.join(missing)}")
        paragraph, wrong = self._paragraph(), []
        for name in QUOTED:
            try:
                if self.fields.get(name):
                    self.fields[name] = self._printed(name, str(self.fields[name]), paragraph)
            except ReviewError as mistake:
                wrong.append(f"{name}: {mistake}")
        if wrong:
            raise ReviewError("\n".join(wrong))

    def _paragraph(self) -> Paragraph:
        return get_paragraph(self.session.desk, self.document, str(self.fields.get("paragraph", "")))

"""The dialogue of a reviewer with the desk: statement after statement, each decision written before the next question."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass

from travaux.cli.reviewing.answers import Answers
from travaux.cli.reviewing.card import show_card
from travaux.cli.reviewing.screen import Left, Screen
from travaux.cli.reviewing.session import Session
from travaux.errors import ConflictError, TravauxError
from travaux.pipeline.desk.items import Item
from travaux.views.counting import count_of

MENU = "[a]ccept [e]dit [r]eject [n]ext [p]revious [u]ndo [s]plit [m]erge [+]add [w]hy [g]o KEY [q]uit [?]"
_MENU_AT_END = "[p]revious [u]ndo [+]add [g]o KEY [q]uit [?]"
HELP = (
    ("a", "accept: the statement stands as shown; a REASON says why"),
    ("e", "edit: change fields, then keep it; settles = yes ends a dispute between reviewers"),
    ("r", "reject: it is no statement; r REASON says why. A decision of yours whose place is lost is taken back"),
    ("n, p", "next, previous: leave it as it is"),
    ("u", "undo: take back the last decision of this session, exactly"),
    ("s", "split: several statements in place of this one"),
    ("m", "merge: one statement in place of this one and the next in its sentence"),
    ("+", "add a statement that no rule has found; + PARAGRAPH says where"),
    ("w", "why: give the reason of your decision, w REASON at once"),
    ("g", "go to the statement with a key: g KEY"),
    ("q", "quit; everything that was decided is kept"),
)


@dataclass
class Dialogue:
    """Leads a reviewer through the queue of a session."""

    screen: Screen
    session: Session

    def __post_init__(self) -> None:
        self._answers = Answers(self.screen, self.session)
        self._shown: object = None

    def run(self) -> None:
        """Ask until the reviewer leaves, then say what was decided."""
        try:
            while self._turn():
                pass
        except (Left, KeyboardInterrupt):
            pass
        self.screen.show(self.farewell())

    def farewell(self) -> str:
        """Say what was decided in this session and how it gets into the graph."""
        decided = len(self.session.steps)
        if not decided:
            return "Nothing was decided."
        folder = shlex.quote(str(self.session.desk.corpus.folder))
        return f"Kept: {count_of(decided, 'decision')} of this session. Into the graph: travaux build {folder}"

    def _turn(self) -> bool:
        """Show what there is to decide, ask once and do what was answered; tell whether to go on."""
        try:
            item = self.session.find_item()
            self._show(item)
        except TravauxError as broken:
            self.screen.show(str(broken), style="red")
            return self.screen.ask("Mend it and press Enter, or q to quit: ") not in {"q", "quit"}
        word, _, rest = self.screen.ask("> ").partition(" ")
        name = word.lower()
        if name in {"q", "quit"}:
            return False
        if name in {"?", "h", "help"}:
            for keys, told in HELP:
                self.screen.show_field(keys, told, margin=8)
        elif answer := self._find_answer(name, item):
            self._give(answer, rest.strip())
        elif name:
            self.screen.show(f"{word!r} is no answer here. {MENU if item else _MENU_AT_END}", style="red")
        return True

    def _give(self, answer: Callable[[str], None], rest: str) -> None:
        try:
            answer(rest)
        except ConflictError as conflict:
            self._shown = None
            self.screen.show(str(conflict), style="red")
        except TravauxError as mistake:
            self.screen.show(str(mistake), style="red")

    def _show(self, item: Item | None) -> None:
        """Show a statement, unless it was shown last and just so."""
        shown = (item.document.name, item.key, item.version) if item else "end"
        if shown == self._shown:
            return
        self._shown = shown
        if item is None:
            self.screen.show("\nThat was the last statement of this queue.", style="bold")
            self.screen.show(_MENU_AT_END)
            return
        place = f"{self.session.at + 1} of {len(self.session.queue)}"
        show_card(self.screen, item, self.session.desk, place)
        self.screen.show(MENU, style="bold")

    def _find_answer(self, name: str, item: Item | None) -> Callable[[str], None] | None:
        give = self._answers
        always: dict[tuple[str, str], Callable[[str], None]] = {
            ("n", "next"): lambda _: give.move(1),
            ("p", "previous"): lambda _: give.move(-1),
            ("u", "undo"): lambda _: give.undo(),
            ("+", "add"): lambda rest: give.add(item, rest),
            ("g", "go"): lambda rest: give.go(item, rest),
        }
        about: dict[tuple[str, str], Callable[[Item, str], None]] = {
            ("a", "accept"): give.accept,
            ("e", "edit"): give.edit,
            ("r", "reject"): give.reject,
            ("s", "split"): give.split,
            ("m", "merge"): give.merge,
            ("w", "why"): give.why,
        }
        for names, answer in always.items():
            if name in names:
                return answer
        found = next((decide for names, decide in about.items() if name in names), None)
        return None if found is None or item is None else lambda rest: found(item, rest)

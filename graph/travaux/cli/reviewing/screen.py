"""The screen of a dialogue: what is shown and asked, on a terminal or with a file of answers."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_NARROWEST, _USUAL = 40, 100
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of the direction of writing: with them a text can be shown in another order than it is written in."""


class Left(Exception):  # noqa: N818, no error: the reviewer leaves
    """The reviewer leaves: there are no more answers."""


class Screen:
    """Shows lines and asks for answers; colours only on a terminal that has them, and where ``NO_COLOR`` is not set."""

    def __init__(self) -> None:
        from rich.console import Console

        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        dumb = os.environ.get("TERM", "dumb") in {"dumb", "unknown"}
        self._coloured = sys.stdout.isatty() and not dumb and not os.environ.get("NO_COLOR")
        self._typed = sys.stdin.isatty()
        self._prompting = self._typed and not dumb
        self._console = Console(
            file=sys.stdout,
            color_system="auto" if self._coloured else None,
            force_terminal=self._coloured,
            highlight=False,
            markup=False,
            emoji=False,
            width=self.width,
        )
        if self._prompting:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401, it gives ``input`` the keys for changing a line

    @property
    def width(self) -> int:
        """The columns that a line may take."""
        return max(_NARROWEST, shutil.get_terminal_size((_USUAL, 24)).columns)

    def show(self, text: str | Text = "", *, style: str = "") -> None:
        """Show a paragraph, wrapped between words."""
        self._console.width = self.width
        self._console.print("\n".join(map(visible, text.split("\n"))) if isinstance(text, str) else text, style=style)
        sys.stdout.flush()

    def show_field(self, name: str, value: str, *, margin: int = 19) -> None:
        """Show a name and its value, wrapped with a margin."""
        head = f"  {name:<{margin - 2}}"
        lines = textwrap.wrap(visible(value), self.width - margin, break_on_hyphens=False) or [""]
        for line in lines:
            self._console.print(head + line, soft_wrap=True)
            head = " " * margin

    def ask(self, prompt: str) -> str:
        """Ask for one line and give it without spaces around it; raises ``Left`` at the end of the answers and when interrupted."""
        try:
            answer = self._prompt(prompt) if self._prompting else self._read(prompt)
        except (EOFError, KeyboardInterrupt) as leaving:
            self._console.print()
            raise Left from leaving
        return answer.strip()

    @staticmethod
    def _prompt(prompt: str) -> str:
        sys.stdout.flush()
        return input(prompt)

    def _read(self, prompt: str) -> str:
        """Read a line of answers; those that nobody types are shown, so that what was shown and answered can be read afterwards."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise EOFError
        if not self._typed:
            sys.stdout.write(visible(answer.rstrip("\r\n")) + "\n")
        return answer


def visible(text: str) -> str:
    """Write every character that steers a terminal, or turns the direction of writing, as a space, and leave everything else."""
    return "".join(" " if unicodedata.category(one) == "Cc" or one in _TURNING else one for one in text)


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a key that interrupts wait until the block is done, so that what is written is also told."""
    pressed: list[int] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)

    before = signal.signal(signal.SIGINT, wait)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt

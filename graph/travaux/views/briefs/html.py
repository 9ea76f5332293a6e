"""Briefs as one page of HTML that needs nothing else: no script, no request, ready for A4."""

from __future__ import annotations

import base64
from collections.abc import Callable

from markupsafe import Markup

from travaux.views.briefs.blocks import Brief, Figure, Items, Link, Note, Paragraph, Strong, Table, Words
from travaux.views.briefs.notes import number_notes
from travaux.views.dates import to_dates
from travaux.views.report import quoted
from travaux.views.templating import digest_of, make_environment, read_text

_TEMPLATE, _STYLE = "briefs/brief.html.j2", "briefs/brief.css"


def render_html(brief: Brief) -> str:
    """Render a brief as a page: footnotes are a list at the end, with links there and back; the same brief gives the same bytes.

    The content security policy of the page forbids scripts and requests. Links whose address is not of the web are left as words.
    """
    style = read_text(_STYLE)
    calls = _Calls(number_notes(brief))
    environment = make_environment()
    environment.tests |= {"paragraph": _is(Paragraph), "items": _is(Items), "table": _is(Table), "figure": _is(Figure)}
    environment.filters |= {"pieces": calls.pieces, "picture": _picture}
    page = environment.get_template(_TEMPLATE).render(
        brief=brief,
        day=to_dates(brief.date or None),
        notes=calls,
        quoted=quoted,
        style=Markup(style),  # noqa: S704  (our own; the policy names its digest)
        style_digest=digest_of(style),
    )
    return f"{page.strip()}\n"


class _Calls:
    """The notes of a brief, and how often each was called until now."""

    def __init__(self, numbers: dict[Note, int]) -> None:
        self.numbers = numbers
        self.called = dict.fromkeys(numbers.values(), 0)

    def pieces(self, words: Words) -> list[tuple[str, str, str]]:
        """Give what a line is made of: kind, words, and the address or the identifier that goes with it."""
        return [self._piece(part) for part in words]

    def _piece(self, part: str | Strong | Link | Note) -> tuple[str, str, str]:
        match part:
            case Strong(inner):
                return "strong", inner, ""
            case Link(inner, address):
                return ("link", inner, address) if address.startswith(("https://", "http://")) else ("text", inner, "")
            case Note():
                number = self.numbers[part]
                self.called[number] += 1
                return "note", str(number), f"call-{number}-{self.called[number]}"
            case _:
                return "text", part, ""


def _is(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


def _picture(figure: Figure) -> str:
    """Give a drawing as an address that holds it: as a picture it runs no script and loads nothing."""
    return f"data:image/svg+xml;base64,{base64.b64encode(figure.svg.encode()).decode('ascii')}"

"""The page of traces: positions, the provisions that they are about, where these went, and what became of what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from markupsafe import Markup

from travaux.analysis.tracing import Trace
from travaux.views import traces as words
from travaux.views.templating import digest_of, make_environment, read_style
from travaux.views.traces import ShownTrace, group_names, show_trace, to_group
from travaux.views.wording import OUTCOME_WORDS

_TEMPLATE = "trace.html.j2"


def to_address(name: str) -> str:
    """Return the address of a position on the page; every character that could end or break an address is encoded.

    >>> to_address("position/2(a)")
    '#position/2(a)'
    """
    return "#" + quote(name, safe="/()-._~:%")


def render_trace_page(traces: Sequence[Trace], title: str, *, language: str = "en") -> str:
    """Return the page of traces as HTML, the same bytes for the same traces.

    The page holds all that it needs and no script; it makes no request, and its content security policy forbids any. Links lead to
    sources on the web where they have an address. Texts of documents stay text.
    """
    style = read_style("trace.css")
    shown = [(trace, show_trace(trace)) for trace in traces]
    return (
        make_environment()
        .get_template(_TEMPLATE)
        .render(
            language=language,
            heading=title,
            style=Markup(style),  # noqa: S704  (our own; the policy names its digest)
            style_digest=digest_of(style),
            traces=[one for _, one in shown],
            index=_index(shown),
            outcome_words=OUTCOME_WORDS.values(),
            grades=words.explain_grades(),
            to_address=to_address,
            words=words,
        )
    )


def _index(shown: Sequence[tuple[Trace, ShownTrace]]) -> list[tuple[str, list[ShownTrace]]]:
    """Group the positions by what became of them; one with several outcomes stands in several groups."""
    groups: dict[str, list[ShownTrace]] = {name: [] for name in group_names()}
    for trace, one in shown:
        for name in to_group(trace):
            groups[name].append(one)
    return [(name, members) for name, members in groups.items() if members]

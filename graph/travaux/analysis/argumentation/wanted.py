"""Which positions somebody asks about: by a theme, a provision, the key of a position, or words of its claim."""

from __future__ import annotations

from travaux.analysis.argumentation import queries
from travaux.analysis.argumentation.recorded import to_key
from travaux.analysis.selection import ALL
from travaux.analysis.tracing.queries import positions
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.analysis.tracing.wanted import choose
from travaux.errors import QueryError
from travaux.model.store import Store, Table
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things


def find_wanted(store: Store, what: str) -> dict[str, str]:
    """Find the positions that are asked about: their claims by their keys, sorted.

    The name of a theme means the positions that a statement on it expresses, and so for a provision; ``QueryError`` with the nearest names
    for what is none of these.
    """
    treaty = TreatyFile(store)
    theme, places = find_theme(store, what), treaty.find_provisions(what)
    if places is not None:
        listed = " ".join(f"<{iri}>" for iri in treaty.leading_to(places))
        rows = _expressed(store, f"VALUES ?place {{ {listed} }} ?statement trv:provision ?place .")
    elif theme is not None:
        rows = _expressed(store, f"?statement trv:theme <{theme}> .")
    else:
        wanted = choose(store, treaty, what, None, None)
        rows = store.select(positions(wanted.pattern), wanted.values)
    return dict(sorted((to_key(row["position"]), str(row["claim"])) for row in rows))


def _expressed(store: Store, condition: str) -> Table:
    """Find the positions that such statements express; statements first, which a large store answers sooner."""
    found = store.select(queries.expressed(ALL, condition))
    return store.select(queries.claims(str(row["position"]) for row in found)) if found.rows else found


def find_theme(store: Store, what: str) -> str | None:
    """Find the theme of that name; what begins with the word theme must be one, else it is one only if the whole name fits."""
    name = what.strip()
    told = name.casefold().startswith("theme ")
    try:
        return next(iter(get_things(store, NameKind.THEME, name[len("theme ") :] if told else name)))
    except QueryError:
        if told:
            raise
        return None

"""Short names of the versions of a text, for provisions of several that stand beside one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from travaux.model.treaty import UNVERIFIED


def short_names(versions: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Give each version its status, or where several have that, its symbol or title; nothing where there is one version alone.

    A version is given by what names it, its status, and its symbol or title.

    >>> short_names([("a", "draft", "L.1"), ("b", "in-force", "ETS 1")]), short_names([("a", "draft", "L.1")])
    ({'a': 'draft', 'b': 'in force'}, {'a': ''})
    """
    given = list(versions)
    often = Counter(status for _, status, _ in given)
    if len(given) == 1:
        return {given[0][0]: ""}
    return {name: status.replace("-", " ") if often[status] == 1 else symbol for name, status, symbol in given}


def in_version(label: str, version: str) -> str:
    """Put the short name of a version behind the label of a provision, before the mark of the unverified.

    >>> in_version("Article 6: Illegal access", "draft"), in_version("Article 9: Access [unverified]", "adopted")
    ('Article 6: Illegal access (draft)', 'Article 9: Access (adopted) [unverified]')
    """
    if not version:
        return label
    plain = label.removesuffix(UNVERIFIED).rstrip()
    return f"{plain} ({version})" if plain == label else f"{plain} ({version}) {UNVERIFIED}"

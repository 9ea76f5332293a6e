"""The files that pages are made of: built scripts, styles, the icon."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from travaux.views.templating import read_bundle

_STYLES = Path(__file__).resolve().parent / "styles"
_FIRST = ("tokens.css", "base.css", "chrome.css")
"""Styles that the others build on; these follow by name."""
STYLE = "explorer.css"
SCRIPTS = ("theme.js", "explorer.js", "reader.js", "search.js", "network.js", "query.js")
"""The scripts of the explorer, each a bundle; pages name those that they need beside ``theme.js`` and ``explorer.js``."""
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#22364d"/>'
    '<circle cx="10" cy="11" r="4" fill="#92bfe8"/><path d="M22 6l5 5-5 5-5-5z" fill="#f0c04a"/>'
    '<path d="M16 27l-5-8h10z" fill="#f86726"/></svg>'
)


@cache
def read_assets() -> Mapping[str, tuple[bytes, str]]:
    """Read all files that a server gives under ``/static``: name → content and media type.

    Raises ``TravauxError`` if the scripts of the pages have not been built.
    """
    scripts = {name: (_read_script(name), "text/javascript") for name in SCRIPTS}
    licences = read_bundle(SCRIPTS[0])[1].encode()
    return {
        **scripts,
        STYLE: (read_style().encode(), "text/css"),
        "icon.svg": (icon(), "image/svg+xml"),
        "THIRD-PARTY.txt": (licences, "text/plain"),
    }


def icon() -> bytes:
    """Give the icon, a picture in SVG."""
    return _ICON.encode()


def read_style() -> str:
    """Read the one style of all pages."""
    others = sorted(path.name for path in _STYLES.glob("*.css") if path.name not in _FIRST)
    return "".join((_STYLES / name).read_text(encoding="utf-8") for name in (*_FIRST, *others))


def _read_script(name: str) -> bytes:
    script, _ = read_bundle(name)
    return script.encode()

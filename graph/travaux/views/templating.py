"""How every page is made: strict templates that escape all texts, one style, and the digests that its policy names."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from travaux.errors import TravauxError

_HERE = Path(__file__).resolve().parent
_TEMPLATES = _HERE / "templates"
_STATIC = _HERE / "static"


def make_environment() -> Environment:
    """Make the environment of all templates: it escapes, and refuses what is undefined."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    return environment


def read_bundle(name: str) -> tuple[str, str]:
    """Return a built script and the licences of what the scripts contain; ``TravauxError`` if they have not been built."""
    try:
        script = (_STATIC / name).read_text(encoding="utf-8").strip()
        licences = (_STATIC / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        what = "the scripts of the pages have not been built"
        raise TravauxError(what, where=str(_STATIC), hint="In a checkout, run: python hatch_build.py") from error
    return script, licences


def read_style(name: str) -> str:
    """Read the style of a page: what all pages share, then its own."""
    return "".join(map(read_text, ("base.css", name)))


def read_text(name: str) -> str:
    """Read a file that stands beside the templates."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def digest_of(content: str) -> str:
    """Return the SHA-256 of a script or a style as a content security policy writes it."""
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")

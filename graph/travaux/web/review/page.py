"""The page and the files that it is made of."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from travaux.model.corpus import Corpus
from travaux.pipeline.desk import UNWRITTEN

_HERE = Path(__file__).resolve().parent
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Page:
    """The one page of the review; everything in it that changes it asks the server for."""

    def __init__(self, corpus: Corpus, *, token: bool, reviewer: str | None, writing: bool) -> None:
        folder = FileSystemLoader(_HERE / "templates")
        environment = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        template = environment.get_template("review.html.j2")
        self._page = template.render(title=corpus.title, token=token, reviewer=reviewer or "", writing=writing, unwritten=UNWRITTEN)
        self._files = {path.name: path.read_bytes() for path in sorted((_HERE / "static").iterdir()) if path.suffix in _KINDS}

    def show(self, _: Request) -> Response:
        """Give the page."""
        return HTMLResponse(self._page)

    def file(self, request: Request) -> Response:
        """Give a script, a style or a picture of the page."""
        name = request.path_params["name"]
        if name not in self._files:
            raise HTTPException(404)
        return Response(self._files[name], media_type=_KINDS[Path(name).suffix])

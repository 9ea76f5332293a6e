"""Pages over HTTP, each in the form that is asked for."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from travaux.analysis.tables import to_data
from travaux.views.explorer import AskedError, Explorer, Moved, Page
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.forms import FORMS, HTML, OPTION, forms_of
from travaux.web.answers import Answer
from travaux.web.explorer.negotiation import choose

_READING = ("GET", "HEAD")


class Pages:
    """Answers requests for pages from an explorer."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer

    async def answer(self, request: Request) -> Response:
        """Answer a request in a thread, so that a page that takes long keeps no other waiting."""
        if request.method not in _READING:
            raise HTTPException(405, headers={"allow": ", ".join(_READING)})
        return await run_in_threadpool(self._answer, request)

    def _answer(self, request: Request) -> Response:
        path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace").partition("?")[0]
        pairs = [(name, value) for name, value in request.query_params.multi_items() if name != OPTION]
        page = self._explorer.page(path, pairs)
        media = _choose_form(request, page)
        if media != HTML:
            return self._in_form(page, media)
        if isinstance(page, Moved):
            return RedirectResponse(page.address, 303, headers={"vary": "accept"})
        html = self._explorer.renderer.document(page, with_options(path, pairs))
        return Response(html, media_type=HTML, headers={"vary": "accept"})

    def _in_form(self, page: Page | Moved, media: str) -> Response:
        if media == "application/json" and isinstance(page, Page):
            return Answer(to_data(page.data), headers={"vary": "accept"})
        raise HTTPException(406)


def _choose_form(request: Request, page: Page | Moved) -> str:
    """Choose a media type; ``AskedError`` for a form that the page does not have."""
    offered = {form.name: form.media for form in forms_of(page)}
    asked = request.query_params.get(OPTION)
    if asked:
        if asked not in offered:
            known = ", ".join(offered) or "none but HTML"
            raise AskedError(f"this page has no form {asked[:40]!r}", hint=f"Forms: {known} (of {', '.join(form.name for form in FORMS)}).")
        return offered[asked]
    return choose(request.headers.get("accept", ""), (HTML, *offered.values())) or HTML

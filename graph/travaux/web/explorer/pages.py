"""Pages over HTTP, each in the form that is asked for."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from travaux.analysis.tables import to_data
from travaux.views.explorer import AskedError, Explorer, Moved, Page
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.briefs import brief_of
from travaux.views.explorer.forms import FORMS, HTML, OPTION, Form, forms_of, in_form
from travaux.web.answers import Answer
from travaux.web.explorer.attaching import attach
from travaux.web.explorer.kept import Kept, KeptAnswers, to_kept
from travaux.web.explorer.negotiation import choose
from travaux.web.explorer.things import Things

_READING = ("GET", "HEAD")
_Pairs = tuple[tuple[str, str], ...]


class Pages:
    """Answers requests for pages from an explorer."""

    def __init__(self, explorer: Explorer, kept: KeptAnswers | None = None) -> None:
        self._explorer = explorer
        self._things = Things(explorer)
        self._kept = kept or KeptAnswers()

    async def answer(self, request: Request) -> Response:
        """Answer a request in a thread, so that a page that takes long keeps no other waiting."""
        if request.method not in _READING:
            raise HTTPException(405, headers={"allow": ", ".join(_READING)})
        return await run_in_threadpool(self._answer, request)

    def _answer(self, request: Request) -> Response:
        path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace").partition("?")[0]
        pairs = tuple((name, value) for name, value in request.query_params.multi_items() if name != OPTION)
        asked = request.query_params.get(OPTION, "")
        accept = ",".join(request.headers.getlist("accept"))
        server = str(request.base_url).rstrip("/")
        try:
            kept = self._kept.get((path, pairs, asked, accept, server), lambda: self._make(server, path, pairs, asked, accept))
        except _MovedError as moved:
            return RedirectResponse(moved.address, 303, headers={"vary": "accept", **dict(moved.headers)})
        return kept.to_response(request)

    def _make(self, server: str, path: str, pairs: _Pairs, asked: str, accept: str) -> Kept:
        address = with_options(path, pairs)
        form = _find_triples(asked, accept)
        if form and (told := self._things.find(path, form.name, f"{server}{in_form(address, form.name)}")) is not None:
            return to_kept(told, form.media)  # the page need not be made for it
        page = self._explorer.page(path, pairs)
        chosen = _choose_form(asked, accept, page)
        if chosen is None:
            links = (("link", _links(page, address)),) if forms_of(page) else ()
            if isinstance(page, Moved):
                raise _MovedError(page.address, links)
            return to_kept(self._explorer.renderer.document(page, address).encode(), HTML, links)
        if isinstance(page, Page) and not chosen.triples:
            return self._write(page, chosen)
        return to_kept(self._things.write(page.about or "", chosen.name, f"{server}{in_form(address, chosen.name)}"), chosen.media)

    def _write(self, page: Page, form: Form) -> Kept:
        """Write the data of a page, or the brief on it."""
        brief = brief_of(self._explorer, page, form)
        if brief is None:
            return to_kept(bytes(Answer(to_data(page.data)).body), form.media)
        return to_kept(brief.content, form.media, (attach(brief.name),))


class _MovedError(Exception):
    """Who reads HTML finds the page elsewhere."""

    def __init__(self, address: str, headers: _Pairs) -> None:
        super().__init__(address)
        self.address = address
        self.headers = headers


def _find_triples(asked: str, accept: str) -> Form | None:
    """Find the form of RDF that is asked for, ``None`` if it is none of them."""
    media = choose(accept, (HTML, *(form.media for form in FORMS)))
    return next((form for form in FORMS if form.triples and (form.name == asked if asked else form.media == media)), None)


def _choose_form(asked: str, accept: str, page: Page | Moved) -> Form | None:
    """Choose a form, ``None`` for the page itself.

    ``AskedError`` for a form that the page does not have, 406 for a header that likes none of those it has.
    """
    offered = {form.name: form for form in forms_of(page)}
    if asked:
        if asked not in offered:
            known = ", ".join(offered) or "none but HTML"
            raise AskedError(f"this page has no form {asked[:40]!r}", hint=f"Forms: {known} (of {', '.join(form.name for form in FORMS)}).")
        return offered[asked]
    media = choose(accept, (HTML, *(form.media for form in offered.values())))
    if media is None:
        raise HTTPException(406)
    return next((form for form in offered.values() if form.media == media != HTML), None)


def _links(page: Page | Moved, address: str) -> str:
    """Give the ``Link`` header: the same page in other forms, and what describes the thing that it shows."""
    links = [f'<{in_form(address, form.name)}>; rel="{_relation(form)}"; type="{form.media}"' for form in forms_of(page)]
    if page.about:
        links.append(f'<{quote(page.about, safe=":/?#[]@!$&()*+,;=%~")}>; rel="http://xmlns.com/foaf/0.1/primaryTopic"')
    return ", ".join(links)


def _relation(form: Form) -> str:
    return "alternate describedby" if form.triples else "alternate"

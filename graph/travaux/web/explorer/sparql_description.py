"""What the server tells of its endpoint and of its data: service description and VoID, each in the form that is asked for."""

from __future__ import annotations

import threading
from functools import cached_property

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from travaux.model.store import Iri
from travaux.rdf.service_description import SERVICE_PREFIXES, Service, describe_service
from travaux.rdf.sparql.graph_forms import to_form
from travaux.rdf.sparql.keywords import QueryKind
from travaux.rdf.void import VOID_PREFIXES, Offer, describe_dataset
from travaux.rdf.void_counts import Counts, count_terms
from travaux.views.explorer import Explorer
from travaux.views.explorer.addresses import with_options
from travaux.web.explorer.kept import KeptAnswers, to_kept
from travaux.web.explorer.negotiation import accepts_pages
from travaux.web.explorer.sparql import PATH, Limits
from travaux.web.explorer.sparql_forms import choose_form

VOID = "/void"
WELL_KNOWN = "/.well-known/void"


class Descriptions:
    """Describes the endpoint and the data of one corpus, for the address at which the server was called."""

    def __init__(self, explorer: Explorer, limits: Limits) -> None:
        self._explorer = explorer
        self._limits = limits
        self._counting = threading.Lock()
        self._kept = KeptAnswers()

    def of_service(self, server: str, form: str) -> bytes:
        """Give the service description in a format."""
        service = Service(
            endpoint=f"{server}{PATH}",
            dataset=f"{server}{VOID}#dataset",
            title=self._explorer.corpus.title,
            graphs=self._graphs,
            rows=self._limits.rows,
            seconds=self._limits.seconds,
        )
        return to_form(describe_service(service), form, SERVICE_PREFIXES)

    def of_data(self, server: str, form: str) -> bytes:
        """Give the VoID description in a format; the data is counted when it is first asked for."""
        corpus = self._explorer.corpus
        offer = Offer(
            server=server, title=corpus.title, description=corpus.description, base=corpus.base, corpus=f"{corpus.base}{corpus.id}"
        )
        with self._counting:
            counts = self._counts
        return to_form(describe_dataset(offer, counts), form, VOID_PREFIXES)

    async def answer(self, request: Request) -> Response:
        """Answer a request for the VoID description; its well-known address leads there, people are led to the vocabulary."""
        form = request.query_params.get("format", "")
        accept = ",".join(request.headers.getlist("accept"))
        if request.url.path == WELL_KNOWN:
            return RedirectResponse(with_options(VOID, request.query_params.multi_items()), 302)
        if accepts_pages(accept) and not form:
            return RedirectResponse("/ontology", 303, headers={"vary": "accept"})
        media, name = choose_form(QueryKind.CONSTRUCT, accept, form)
        server = str(request.base_url).rstrip("/")
        kept = await run_in_threadpool(lambda: self._kept.get((server, media), lambda: to_kept(self.of_data(server, name), media)))
        return kept.to_response(request)

    @cached_property
    def _graphs(self) -> tuple[Iri, ...]:
        return self._explorer.store.graphs()

    @cached_property
    def _counts(self) -> Counts:
        return count_terms(self._explorer.store)

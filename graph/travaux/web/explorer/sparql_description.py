"""What the endpoint tells of itself to those who ask it nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from travaux.rdf.service_description import SERVICE_PREFIXES, Service, describe_service
from travaux.rdf.sparql.graph_forms import to_form
from travaux.views.explorer import Explorer
from travaux.web.explorer.sparql import PATH, Limits


def describe_endpoint(explorer: Explorer, limits: Limits) -> Callable[[str, str], bytes]:
    """Give what describes the service of a corpus, in a format, for the address at which the server was called."""
    graphs = cache(explorer.store.graphs)

    def describe(server: str, form: str) -> bytes:
        service = Service(
            endpoint=f"{server}{PATH}",
            dataset=f"{server}/void",
            title=explorer.corpus.title,
            graphs=graphs(),
            rows=limits.rows,
            seconds=limits.seconds,
        )
        return to_form(describe_service(service), form, SERVICE_PREFIXES)

    return describe

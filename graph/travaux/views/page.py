"""The first look: one page, drawn through pyvis, that needs neither network nor server and shows every source."""

from __future__ import annotations

import networkx as nx
from markupsafe import Markup

from travaux.views.drawing import draw
from travaux.views.entries import Entries
from travaux.views.layout import Tall
from travaux.views.links import Links
from travaux.views.opening import open_page
from travaux.views.plan import plan_map
from travaux.views.templating import digest_of, make_environment, read_bundle, read_style
from travaux.views.wide import lay_out_wide

_TEMPLATE = "first-look.html.j2"
_ROOM = 1038 / 686
"""Width by height of the map's room in a laptop's window of 1366 by 768."""
_PHONE = 374
"""Width of a telephone's window, in units of the map."""


def render_first_look(network: nx.MultiDiGraph[str], title: str, *, language: str = "en") -> str:
    """Return the page for a network of ``negotiation_network`` as HTML, the same bytes for the same network.

    The page holds all that it needs: script, style and texts. It makes no request, and its content security policy forbids any.
    Texts of documents stay text. Raises ``TravauxError`` if the scripts of the pages have not been built.
    """
    script, licences = read_bundle("first-look.js")
    style = read_style("first-look.css")
    links = Links(network)
    entries = Entries(links)
    plan = plan_map(links)
    wide = lay_out_wide(links, plan, _ROOM)
    drawing = draw(network, wide, links, entries)
    drawing.templateEnv = make_environment()
    drawing.path = _TEMPLATE
    drawing.heading = title
    drawing.templateEnv.globals.update(
        language=language,
        script=Markup(script),  # noqa: S704  (our own bundle; the policy names its digest)
        style=Markup(style),  # noqa: S704  (our own)
        script_digest=digest_of(script),
        style_digest=digest_of(style),
        licences=licences,
        opening=open_page(network, links, entries, plan.positions),
        listing=entries.listing(),
        layouts={"wide": wide.to_data(), "tall": Tall(links, plan, _PHONE).lay_out().to_data()},
    )
    html: str = drawing.generate_html()
    return html

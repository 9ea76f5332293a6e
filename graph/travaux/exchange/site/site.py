"""The site, written from a built graph: pages, data of each thing, files to be fetched, and what servers are told."""

from __future__ import annotations

from pathlib import Path

from travaux.errors import FileError
from travaux.exchange.material import Loss, Material
from travaux.exchange.page import write_page, write_page_of
from travaux.exchange.site.assets import Assets
from travaux.exchange.site.downloads import dumps_of, write_downloads
from travaux.exchange.site.links import RULES, Links
from travaux.exchange.site.names import PAGE, TRIPLES, Places
from travaux.exchange.site.pages import Pages
from travaux.exchange.site.passages import Passages
from travaux.exchange.site.serving import write_map, write_rules
from travaux.exchange.site.spool import Spool
from travaux.exchange.site.things import ONTOLOGY, read_things, write_things
from travaux.rdf.sparql.graph_forms import to_form
from travaux.rdf.void import VOID_PREFIXES, Offer, describe_dataset
from travaux.rdf.void_counts import count_terms
from travaux.views.explorer import Explorer
from travaux.views.offline import Made
from travaux.views.offline.crawling import Fragment, Known, crawl_each
from travaux.views.offline.mapping import gather_neighbourhoods

MOST = 200_000
"""So many things a site may have: each is a folder with two files, and few hosts take more."""
_PAGES = 2 * MOST


def write_site(material: Material, folder: Path) -> tuple[Loss, ...]:
    """Write the explorer of a graph as files into an empty folder.

    Links are relative, so the site works at any address and from disk. ``FileError`` if the graph has more than ``MOST`` things.
    """
    base = material.corpus.base
    things = read_things(material.store, base)
    if len(things) > MOST:
        told = f"the graph has {len(things):,} things, each of which would be a folder of the site; {MOST:,} are the most"
        raise FileError(told, hint="Serve it instead: travaux explore. Or publish a part: --layer reviewed.")
    explorer = Explorer(material.store, material.corpus, published=True)
    made = crawl_each(explorer, material.progress, RULES, (f"/{path}" for path in things), _PAGES)
    with Spool(made) as pages:
        places = Places(things)
        assets = Assets(folder)
        links = Links(pages, places, Passages(explorer), assets.files)
        assets.add_own()
        neighbourhoods = gather_neighbourhoods(explorer, material.progress)
        assets.add_map(neighbourhoods)
        assets.add_search(explorer, pages.get("/search").html, links, places)
        writer = Pages(explorer, things, places, links, folder, material.address)
        for number, (key, page) in enumerate(pages, 1):
            writer.write(key, page)
            material.progress("writing pages", number, len(pages))
        shown = [places.folder(key) for key, page in pages if not page.moved]
        _write_data(material, folder, writer, Made(_known(pages), neighbourhoods))
    write_things(material.store, base, things, places, folder, material.progress)
    writer.put("/query", "query", Fragment("Query", "", ""), "query")
    writer.put_lost()
    write_rules(folder, places.others, material.address)
    write_map(folder, [*shown, "data", "query"], material.address)
    return (Loss("questions in SPARQL", "a site of files answers none; the graph stands among its data", 1),)


def _known(pages: Spool) -> Known:
    """Give the pages that are the same in the one file: all but the one that tells how it is read."""
    return lambda key: pages.get(key) if key in pages and key != "/about" else None


def _write_data(material: Material, folder: Path, writer: Pages, made: Made) -> None:
    written = write_downloads(material, folder, {f"{write_page.__module__}:{write_page.__name__}": write_page_of(made)})
    server = (material.address or material.corpus.base).rstrip("/")
    corpus = material.corpus
    offer = Offer(
        server=server,
        title=corpus.title,
        description=corpus.description,
        base=corpus.base,
        corpus=f"{corpus.base}{corpus.id}",
        endpoint=False,
        dumps=tuple(f"{server}/{path}" for path in dumps_of(written)),
    )
    described = to_form(describe_dataset(offer, count_terms(material.store)), "turtle", VOID_PREFIXES)
    for name in ("void", ".well-known"):
        (folder / name).mkdir()
    (folder / "void" / TRIPLES).write_bytes(described)
    (folder / ".well-known" / "void").write_bytes(described)
    page = Fragment("Data", "/data", "")
    shown = {"downloads": written, "version": material.version, "vocabulary": f"../{ONTOLOGY}/{TRIPLES}", "void": f"../void/{TRIPLES}"}
    writer.put("/data", "data", page, "data", **shown)
    writer.put("/void", "void", page, "leading", leads=f"../data/{PAGE}", turtle=TRIPLES)

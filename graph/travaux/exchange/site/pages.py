"""The documents of the site, one in each folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from travaux.exchange.site.assets import scripts_of
from travaux.exchange.site.links import Links, root_of
from travaux.exchange.site.names import PAGE, TRIPLES, Places, to_url
from travaux.exchange.site.things import path_of
from travaux.views.explorer import Explorer
from travaux.views.explorer.menu import MENU
from travaux.views.explorer.page import Link
from travaux.views.offline.crawling import Fragment

_MENU = (*(link for link in MENU if link.address != "/query"), Link("/data", "Data"))
_FILTERS = re.compile(r'<details class="filters"[^>]*>.*?</details>', re.DOTALL)
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_SCRIPTED = '<p class="remark unscripted">Without scripts everything is listed; with them, words find what they stand in.</p>'


class Pages:
    """Writes pages into a folder; ``address`` is where they will be found on the web, if that is known."""

    def __init__(
        self, explorer: Explorer, things: Mapping[str, str], places: Places, links: Links, folder: Path, address: str | None
    ) -> None:
        self._explorer = explorer
        self._things = things
        self._places = places
        self._links = links
        self._folder = folder
        self._address = address

    def write(self, key: str, page: Fragment) -> None:
        """Write the page at an address of the explorer: itself, or one that leads to where it is shown."""
        folder = self._places.folder(key)
        if page.moved is None:
            self.put(key, folder, page, "page", content=Markup(_without_forms(key, page.html)))  # noqa: S704, made by our own templates
            return
        target = self._links.find(page.moved)
        if target is None:
            return
        named = replace(page, title=self._things.get(key.lstrip("/"), key.lstrip("/")))
        self.put(key, folder, named, "leading", leads=target.seen_from(root_of(folder)), canonical=self._to_address(target.file))

    def put(self, key: str, folder: str, page: Fragment, template: str, **shown: object) -> None:
        """Write a page by one of the templates of the site."""
        root = root_of(folder)
        context = {
            "menu": _MENU,
            "page": page,
            "address": key,
            "root": root,
            "scripts": scripts_of(key),
            "canonical": self._to_address(folder),
            "turtle": self._turtle_of(page, root),
            "leads": None,
        }
        html = self._explorer.renderer.published(template, **{**context, **shown})
        file = self._folder / folder / PAGE
        file.parent.mkdir(parents=True, exist_ok=True)
        self._write(file, html, root)

    def put_lost(self) -> None:
        """Write the page of what is not there, which is shown at any address: its links are whole if that of the site is known."""
        root = self._address or ""
        shown = {"menu": _MENU, "page": Fragment("Not found", "", ""), "address": "", "root": root, "scripts": scripts_of("")}
        html = self._explorer.renderer.published("lost", **shown, canonical=None, turtle=None, leads=None)
        self._write(self._folder / "404.html", html, root)

    def _write(self, file: Path, html: str, root: str) -> None:
        file.write_text(self._links.rewrite(html, root), encoding="utf-8", newline="\n")

    def _to_address(self, path: str) -> str | None:
        if self._address is None:
            return None
        folder = path.removesuffix(PAGE).rstrip("/")
        return f"{self._address}{to_url(folder)}{'/' if folder else ''}"

    def _turtle_of(self, page: Fragment, root: str) -> str | None:
        path = path_of(page.about, self._explorer.corpus.base) if page.about else None
        return f"{root}{to_url(self._places.folder(f'/{path}'))}/{TRIPLES}" if path in self._things else None


def _without_forms(key: str, html: str) -> str:
    """Leave out the forms that ask a server, and mark those that scripts serve."""
    if key == "/search":
        return html.replace('<form class="facets"', f'{_SCRIPTED}<form class="facets scripted"')
    if 'class="statement ' in html:
        return html.replace('<details class="filters"', '<details class="filters scripted"')
    return _FORM.sub("", _FILTERS.sub("", html))

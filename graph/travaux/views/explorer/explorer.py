"""One corpus as pages: each address is answered by the function that its pattern names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from travaux.analysis.columns import Pairs
from travaux.analysis.conflict import Conflicting
from travaux.analysis.overview import read_attributed
from travaux.analysis.search import Index, open_index
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.corpus import Corpus
from travaux.model.identity import identifier
from travaux.model.store import Store
from travaux.views.explorer.asked import Options
from travaux.views.explorer.naming import Naming
from travaux.views.explorer.page import Moved, Page
from travaux.views.explorer.remembering import RememberingStore
from travaux.views.explorer.rendering import Renderer
from travaux.views.explorer.routes import find_maker

_Made = TypeVar("_Made")


class Explorer:
    """Makes the pages of one corpus from its built graph, which nobody changes meanwhile.

    Pages that are ``published`` are read on a site of files, and say so where they speak of themselves. ``version`` is the name of the
    build, which briefs tell; where it is not known, pages have none. ``layers`` are those that the store shows, if not all.
    """

    def __init__(
        self,
        store: Store,
        corpus: Corpus,
        *,
        language: str = "en",
        published: bool = False,
        version: str = "",
        layers: tuple[str, ...] = (),
    ) -> None:
        self.store: Store = RememberingStore(store)
        self.corpus = corpus
        self.language = language
        self.published = published
        self.version = version
        self.layers = layers
        self._once: dict[str, object] = {}

    @cached_property
    def renderer(self) -> Renderer:
        """What makes HTML of pages."""
        return Renderer(self.corpus, self.language, Naming(self.store, self.corpus), published=self.published)

    @cached_property
    def treaty(self) -> TreatyFile:
        """The provisions of the texts and how they continue one another, read once."""
        return TreatyFile(self.store)

    @cached_property
    def attributed(self) -> Pairs:
        """Which statements are attributed to which persons, organizations and States, read once."""
        return read_attributed(self.store)

    @cached_property
    def conflicting(self) -> Conflicting:
        """What positions are compared by, read once."""
        return Conflicting(self.store)

    @cached_property
    def index(self) -> Index:
        """What a search asks: opened, or made, when it is first asked."""
        return open_index(self.store)

    def page(self, path: str, pairs: Iterable[tuple[str, str]] = ()) -> Page | Moved:
        """Make the page at an address, whose path is written as in a URL.

        Raises ``AskedError`` for an option with a wrong value, and any other ``QueryError`` where there is nothing at the address.
        """
        parts = [unquote(part, errors="replace") for part in path.strip("/").split("/")] if path.strip("/") else []
        if not all(parts):
            raise QueryError("there is nothing at this address", hint="Two slashes stand beside one another.")
        maker, found = find_maker(parts)
        page = maker(self, found, Options(tuple(pairs)))
        return page if self.version or isinstance(page, Moved) else replace(page, brief=None)

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """Give what was made under a name before, or make it: the graph never changes, so what takes no options is made once."""
        if name not in self._once:
            self._once[name] = make()
        return cast("_Made", self._once[name])

    def iri_of(self, *parts: str) -> str:
        """Give the IRI of a thing of the corpus from the parts of its identifier."""
        return f"{self.corpus.base}{identifier(*parts)}"

    def html(self, address: str) -> str:
        """Render the page at an address as a document; follows one move. Raises what ``page`` raises."""
        split = urlsplit(address)
        page = self.page(split.path, parse_qsl(split.query))
        return self.html(page.address) if isinstance(page, Moved) else self.renderer.document(page, address)

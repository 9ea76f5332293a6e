"""Scripts, styles and the data of scripts: each file once, named after its content, so that a browser may keep it for ever."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path, PurePosixPath

from travaux.analysis.search import Piece, all_records
from travaux.exchange.site.links import Links
from travaux.exchange.site.names import Places, to_url
from travaux.model.prevalence import at_least
from travaux.model.schemes import Prevalence
from travaux.views.assets import STYLE, icon, read_style
from travaux.views.explorer import Explorer
from travaux.views.explorer.asked import FILTERS
from travaux.views.explorer.pages.search import KIND_WORDS
from travaux.views.templating import read_bundle

FOLDER = "assets"
SCRIPTS = ("theme.js", "site.js", "site-map.js")
_CARD = re.compile(r'<article class="card result .*?<h2><a href="([^"]*)"', re.DOTALL)


class Assets:
    """Writes files into the folder of assets and knows under which address pages name them: ``/static/site.js``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._folder.mkdir()
        self.files: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> str:
        """Write a file, and give its path in the site."""
        own = PurePosixPath(name)
        path = f"{FOLDER}/{own.stem}.{hashlib.sha256(content).hexdigest()[:12]}{own.suffix}"
        (self._folder.parent / path).write_bytes(content)
        self.files[f"/static/{name}"] = path
        return path

    def add_own(self) -> None:
        """Write scripts, style, icon and licences; ``TravauxError`` if the scripts have not been built."""
        for name in SCRIPTS:
            self.add(name, read_bundle(name)[0].encode())
        self.add(STYLE, read_style().encode())
        self.add("icon.svg", icon())
        self.add("THIRD-PARTY.txt", read_bundle(SCRIPTS[0])[1].encode())

    def add_map(self, neighbourhoods: Mapping[str, object]) -> None:
        """Write what the map is drawn from."""
        self._add_data("map-data.js", "travauxMapData", neighbourhoods)

    def add_search(self, explorer: Explorer, listing: str, links: Links, places: Places) -> None:
        """Write what the search finds, in the order of the cards on its page, whose HTML is the ``listing``; then what scripts need."""
        addresses = [unescape(found) for found in _CARD.findall(listing)]
        records = [
            (one.title, _whole(one.other), _whole(one.text), one.kind, target.seen_from("") if (target := links.find(address)) else "")
            for one, address in zip(all_records(explorer.index), addresses, strict=True)
        ]
        path = self._add_data("records.js", "travauxRecords", records)
        settings = {
            "records": path,
            "kinds": {kind: words[1] for kind, words in KIND_WORDS.items()},
            "paths": {thing: to_url(folder) for thing, folder in places.others.items()},
            "separate": [],
            "scripted": [*FILTERS, "at", "show"],
            "atLeast": {word.value: sorted(at_least(word)) for word in Prevalence if word is not Prevalence.UNSPECIFIED},
        }
        self._add_data("settings.js", "travauxSettings", settings)

    def _add_data(self, name: str, variable: str, data: object) -> str:
        """Write data as a script, which a page can load from disk too: a text that is read as JSON, so nothing in it is code."""
        text = json.dumps(data, ensure_ascii=True, separators=(",", ":"), sort_keys=True, allow_nan=False)
        return self.add(name, f"globalThis.{variable}=JSON.parse({json.dumps(text)});\n".encode())


def scripts_of(key: str) -> tuple[str, ...]:
    """Give the scripts that a page needs beside ``theme.js``, in their order."""
    return ("/static/settings.js", *(("/static/map-data.js", "/static/site-map.js") if key == "/map" else ()), "/static/site.js")


def _whole(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)

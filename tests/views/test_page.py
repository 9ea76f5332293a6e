from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import travaux.views.templating as templating_module
from travaux.errors import TravauxError
from travaux.pipeline.build import Build
from travaux.views.entries import Entries, to_address
from travaux.views.links import Links
from travaux.views.page import render_first_look

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "graph" / "travaux" / "views" / "scripts"


def test_the_same_network_gives_the_same_bytes(lakes: nx.MultiDiGraph[str], lakes_page: str) -> None:
    assert render_first_look(lakes, "Negotiation of a convention on the protection of lakes") == lakes_page


def test_rendering_leaves_the_network_as_it_was(lakes: nx.MultiDiGraph[str]) -> None:
    before = [dict(node) for _, node in lakes.nodes(data=True)]
    render_first_look(lakes, "Lakes")
    assert [dict(node) for _, node in lakes.nodes(data=True)] == before


def test_the_policy_forbids_everything_but_this_script_and_this_style(lakes_page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', lakes_page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag, source in (("script", "script-src"), ("style", "style-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", lakes_page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}'" in policy[1]
    assert "unsafe" not in policy[1]


def test_the_page_is_in_standards_mode_in_a_language_with_one_heading(lakes_page: str) -> None:
    assert lakes_page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert lakes_page.count("<h1") == 1


def test_nothing_in_the_page_is_loaded_from_elsewhere(lakes_page: str) -> None:
    without_script = re.sub(r"<script>.*?</script>", "", lakes_page, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|srcset|poster|data|action)\s*=\s*["']""", without_script)
    assert not re.findall(r"<(?:link|iframe|object|embed|base|img)\b", without_script)
    assert not re.findall(r"url\(|@import", without_script)
    assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', without_script))


def test_every_link_of_the_page_leads_to_an_entry(lakes_page: str) -> None:
    names = set(re.findall(r' id="([^"]*)"', lakes_page))
    addresses = set(re.findall(r'href="#([^"]*)"', lakes_page))
    assert addresses
    assert addresses <= names


def test_the_list_has_an_entry_for_everything_in_the_network(lakes: nx.MultiDiGraph[str], lakes_page: str) -> None:
    assert sorted(re.findall(r'class="entry" id="([^"]*)"', lakes_page)) == sorted(lakes)


def test_no_word_of_the_trade_reaches_the_reader(lakes_page: str) -> None:
    text = re.sub(r"<(script|style|pre)\b.*?</\1>", "", lakes_page, flags=re.DOTALL)
    visible = re.sub(r"<[^>]*>", " ", text)
    assert not re.findall(r"\b(?:nodes?|edges?|vertex|vertices|graphs?|triples?|RDF|SPARQL|IRI)\b", visible, re.IGNORECASE)


def test_a_page_without_built_scripts_says_what_to_run(
    lakes: nx.MultiDiGraph[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(templating_module, "_STATIC", tmp_path)
    with pytest.raises(TravauxError, match=r"python hatch_build\.py"):
        render_first_look(lakes, "Lakes")


def test_a_locale_without_utf8_changes_nothing(built_seeds: Build, seeds_file: Path) -> None:
    out = built_seeds.corpus.folder / "c.html"
    command = [sys.executable, "-m", "travaux", "explore", str(built_seeds.corpus.folder), "--no-open", "--output", str(out)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    subprocess.run(  # noqa: S603
        command, check=True, env={**plain, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT / "graph")}, capture_output=True
    )
    assert out.read_bytes() == seeds_file.read_bytes()


def test_the_lock_names_no_registry() -> None:
    lock = (SCRIPTS / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"].values()
    assert not [package for package in packages if "http" in json.dumps({key: value for key, value in package.items() if key != "funding"})]
    assert "registry" not in (SCRIPTS / ".npmrc").read_text(encoding="utf-8").replace("omit-lockfile-registry-resolved", "")


def test_the_licences_of_everything_bundled_travel_with_it() -> None:
    licences = (SCRIPTS.parent / "static" / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    bundled = json.loads((SCRIPTS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    used = [name for name in bundled if f"\n{name} {bundled[name]} (" in licences]
    assert set(used) >= {"vis-network", "vis-data", "vis-util", "keycharm", "@egjs/hammerjs", "component-emitter"}
    assert licences.count("Permission is hereby granted") + licences.count("Apache License") >= len(used)


def test_the_script_cannot_end_the_element_that_it_stands_in() -> None:
    script = (SCRIPTS.parent / "static" / "first-look.js").read_text(encoding="utf-8").lower()
    assert "</script" not in script
    assert "<!--" not in script


def test_a_link_from_recollection_is_marked_even_between_two_proven_articles() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("draft", "adopted"):
        network.add_node(name, kind="instrument", label=name, status=name)
        network.add_node(f"{name}/17", kind="article", label="article 17: Boats", number="17", title="Boats", order=17, verified=True)
        network.add_edge(name, f"{name}/17", kind="provision")
    network.add_edge("draft/17", "adopted/17", kind="corresponds", verified=False)
    entries = Entries(Links(network))
    for name, other in (("draft", "adopted"), ("adopted", "draft")):
        links = [link for _, group in entries.entry(f"{name}/17").groups for link in group]
        remarks = [link.remark for link in links if link.address == to_address(f"{other}/17")]
        assert remarks == [f"{other} text [unverified]"]

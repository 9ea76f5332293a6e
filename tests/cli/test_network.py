"""``travaux network`` as a user types it, on the first corpus."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import networkx as nx
import pytest

from commands import run_travaux
from travaux.analysis.network import NETWORKS, write_network
from travaux.errors import FileError
from travaux.pipeline.build import Build

DOCUMENTED = (Path(__file__).parent.parent.parent / "docs" / "networks.md").read_text("utf-8")


def run(built: Build, *arguments: str) -> CompletedProcess[str]:
    return run_travaux("network", *arguments, "--corpus", built.corpus.folder, env={"COLUMNS": "110"})


def test_every_network_is_listed_and_documented(built_seeds: Build) -> None:
    listed = run(built_seeds).stdout
    for name in NETWORKS:
        assert name in listed
        assert f"| `{name}` |" in DOCUMENTED


def test_the_table_is_the_one_that_the_documentation_shows(built_seeds: Build) -> None:
    (shown,) = (text.split("```")[0] for text in DOCUMENTED.split("```text\n")[1:])
    done = run(built_seeds, "theme-cooccurrence", "--limit", "4")
    assert shown in done.stdout
    assert "49 nodes, 111 edges" in done.stdout


def test_a_file_is_written_by_the_ending_of_its_name(built_seeds: Build, tmp_path: Path) -> None:
    done = run(built_seeds, "arguments", "--output", str(tmp_path / "arguments.graphml"))
    assert (done.returncode, done.stdout) == (0, "")
    assert nx.read_graphml(tmp_path / "arguments.graphml", force_multigraph=True).number_of_edges() == 62
    run(built_seeds, "arguments", "--output", str(tmp_path / "arguments.csv"))
    assert (tmp_path / "arguments-nodes.csv").read_text("utf-8").count("\n") == 113


def test_a_network_without_edges_says_so_and_is_no_failure(built_seeds: Build) -> None:
    done = run(built_seeds, "speakers-by-position", "--stance", "neutral", "--prevalence", "all")
    assert done.returncode == 0
    assert "not the same as: not said" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("argumnts",), "Did you mean arguments?"),
        (("arguments", "--consultation", "fith-intersessional-consultation"), "Did you mean fifth"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(built_seeds: Build, arguments: tuple[str, ...], said: str) -> None:
    done = run(built_seeds, *arguments)
    assert done.returncode != 0
    assert said in " ".join(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--output", "x.graphml"), ("--format", "graphml")])
def test_the_list_of_networks_is_no_file(built_seeds: Build, arguments: tuple[str, ...]) -> None:
    done = run(built_seeds, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Name the network to write" in " ".join(done.stderr.split())


@pytest.mark.parametrize("folder", ["themes.csv", "themes-nodes.csv"])
def test_a_pair_of_files_is_never_half_written(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    with pytest.raises(FileError, match="a folder of this name"):
        write_network(nx.Graph([("a", "b")]), tmp_path / "themes.csv", "csv")
    assert [one.name for one in tmp_path.iterdir()] == [folder]

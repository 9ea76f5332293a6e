"""A published graph is whole, whatever happens to the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.errors import CorpusError, FileError, StoreError
from travaux.files import write_whole
from travaux.pipeline.manifest import Manifest
from travaux.pipeline.workspace import Workspace, find_corpus


def _publish(workspace: Workspace, name: str, content: str) -> Path:
    with workspace.staged() as staged:
        (staged / "store").mkdir()
        (staged / "manifest.json").write_bytes(Manifest(id=content).to_json())
        return workspace.publish(staged, name).folder


def test_nothing_is_current_before_the_first_publication(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    assert workspace.find_current() is None
    with pytest.raises(StoreError, match="not been built"):
        workspace.get_current()


def test_a_publication_becomes_current(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "1111111111111111", "first")
    assert workspace.get_current().manifest.id == "first"


def test_a_build_that_fails_leaves_the_published_one(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "1111111111111111", "first")
    with pytest.raises(FileExistsError), workspace.staged() as staged:
        staged.mkdir()
    assert workspace.get_current().manifest.id == "first"
    assert [path.name for path in (workspace.folder / "generations").iterdir()] == ["1111111111111111"]


def test_the_same_build_can_be_published_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "1111111111111111", "damaged")
    _publish(workspace, "1111111111111111", "whole")
    assert workspace.get_current().manifest.id == "whole"


@pytest.mark.parametrize("name", ["", "../..", "nowhere", "0" * 16, "\udcff"])
def test_a_name_that_is_no_build_is_none(tmp_path: Path, name: str) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "1111111111111111", "first")
    (workspace.folder / "current").write_bytes(name.encode("utf-8", "surrogateescape"))
    assert workspace.find_current() is None


def test_a_graph_that_somebody_else_built_is_read_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    _publish(Workspace(tmp_path / ".travaux"), "1111111111111111", "first")
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    assert Workspace.of(tmp_path).folder.is_relative_to(tmp_path / "data")
    assert Workspace.to_read(tmp_path).get_current().manifest.id == "first"


def test_only_the_last_two_builds_are_kept(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    for name in ("1111111111111111", "2222222222222222", "3333333333333333"):
        _publish(workspace, name, name)
    assert sorted(path.name for path in (workspace.folder / "generations").iterdir()) == ["2222222222222222", "3333333333333333"]


def test_a_damaged_manifest_says_what_to_do(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    folder = _publish(workspace, "1111111111111111", "first")
    (folder / "manifest.json").write_text("{", "utf-8")
    with pytest.raises(StoreError, match="travaux build --fresh"):
        _ = workspace.get_current().manifest


def test_an_atomic_write_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "inside").touch()
    with pytest.raises(FileError, match=r"folder"):
        write_whole(target, b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_corpus_is_found_by_its_folder_or_its_file(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").touch()
    assert find_corpus(tmp_path) == find_corpus(tmp_path / "corpus.toml") == tmp_path
    with pytest.raises(CorpusError, match=r"travaux new"):
        find_corpus(tmp_path / "nowhere")


def test_a_corpus_is_found_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_corpus().name == "seeds"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "corpus.toml").touch()
    assert find_corpus() == Path("seeds")
    (tmp_path / "corpus.toml").touch()
    assert find_corpus() == Path()


def test_a_second_build_is_kept_out_while_one_is_at_work(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    with workspace.locked(), pytest.raises(StoreError, match="at work"), workspace.locked():
        pass
    with workspace.locked():
        pass

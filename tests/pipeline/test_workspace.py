"""A published graph is whole, whatever happens to the next one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from travaux.errors import CorpusError, StoreError
from travaux.pipeline.workspace import Workspace, find_corpus, write_atomically


def _publish(workspace: Workspace, name: str, content: str) -> Path:
    with workspace.staged() as staged:
        (staged / "store").mkdir()
        (staged / "manifest.json").write_text(json.dumps({"content": content}), "utf-8")
        return workspace.publish(staged, name).folder


def test_nothing_is_current_before_the_first_publication(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    assert workspace.find_current() is None
    with pytest.raises(StoreError, match="not been built"):
        workspace.get_current()


def test_a_publication_becomes_current(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "one", "first")
    assert workspace.get_current().manifest == {"content": "first"}


def test_a_build_that_fails_leaves_the_published_one(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "one", "first")
    with pytest.raises(FileExistsError), workspace.staged() as staged:
        staged.mkdir()
    assert workspace.get_current().manifest == {"content": "first"}
    assert [path.name for path in (workspace.folder / "generations").iterdir()] == ["one"]


def test_the_same_build_can_be_published_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    _publish(workspace, "one", "damaged")
    _publish(workspace, "one", "whole")
    assert workspace.get_current().manifest == {"content": "whole"}


def test_only_the_last_two_builds_are_kept(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    for name in ("one", "two", "three"):
        _publish(workspace, name, name)
    assert sorted(path.name for path in (workspace.folder / "generations").iterdir()) == ["three", "two"]


def test_a_damaged_manifest_says_what_to_do(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / ".travaux")
    folder = _publish(workspace, "one", "first")
    (folder / "manifest.json").write_text("{", "utf-8")
    with pytest.raises(StoreError, match="travaux build --fresh"):
        _ = workspace.get_current().manifest


def test_an_atomic_write_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "inside").touch()
    with pytest.raises(OSError, match=r"folder"):
        write_atomically(target, b"content")
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

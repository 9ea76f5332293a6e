"""What only the embedded store promises: reading only, snapshots, and a load that a kill cannot tear."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from travaux.errors import StoreError
from travaux.model.store import Iri
from travaux.rdf.store import EmbeddedStore, open_store

FIRST = b'<https://example.org/s> <https://example.org/p> "first" <https://example.org/g> .\n'
SECOND = b'<https://example.org/s> <https://example.org/p> "second" <https://example.org/g> .\n'

# prints "begin" before the load and "end" behind it, so that the parent can kill it in between
LOAD = """
import sys
from pathlib import Path
from travaux.rdf.store import open_store
with open_store(Path(sys.argv[1])) as store:
    print("begin", flush=True)
    store.load(b'<https://example.org/%d> <https://example.org/p> "%d" <https://example.org/new> .\\n' % (n, n) for n in range(20000))
    print("end", flush=True)
"""


def test_a_store_for_reading_cannot_be_changed(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load([FIRST])
    with open_store(tmp_path / "store", read_only=True) as store:
        with pytest.raises(StoreError, match="for reading only"):
            store.load([SECOND])
        with pytest.raises(StoreError, match="for reading only"):
            store.clear()
        assert list(store.dump()) == [FIRST]


def test_a_closed_store_says_so() -> None:
    store = EmbeddedStore()
    store.close()
    for use in (lambda: store.ask("ASK {}"), store.graphs, lambda: list(store.dump()), lambda: store.load([FIRST])):
        with pytest.raises(StoreError, match="is closed"):
            use()


def test_a_snapshot_is_what_was_there_then(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "store")
    store.load([FIRST])
    store.snapshot(tmp_path / "snapshot")
    store.load([SECOND])
    with open_store(tmp_path / "snapshot", read_only=True) as snapshot:
        assert list(snapshot.dump()) == [FIRST]
    with pytest.raises(StoreError):
        store.snapshot(tmp_path / "snapshot")
    store.close()


def test_a_store_in_memory_has_no_snapshot(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        EmbeddedStore().snapshot(tmp_path / "snapshot")


def test_a_graph_that_is_emptied_is_no_longer_named() -> None:
    with open_store() as store:
        store.load([FIRST])
        store.clear(Iri("https://example.org/g"))
        assert store.graphs() == ()


@pytest.mark.parametrize("loaded_before", [False, True], ids=["first load", "later load"])
def test_a_kill_during_a_load_leaves_all_of_it_or_nothing(tmp_path: Path, *, loaded_before: bool) -> None:
    chance = random.Random(7)  # noqa: S311 (moments to kill at, the same every time)
    seen = set()
    for attempt in range(4):
        folder = tmp_path / f"store{attempt}"
        with open_store(folder) as store:
            store.load([FIRST] if loaded_before else [])
        acknowledged = _killed_load(folder, chance.uniform(0.0, 0.8))
        with open_store(folder) as store:
            new = [line for line in store.dump() if line != FIRST]
            seen.add(len(new))
            assert len(new) == 20000 if acknowledged else len(new) in {0, 20000}
            assert (FIRST in store.dump()) is loaded_before
            store.load([SECOND])
            assert SECOND in store.dump()
    assert 0 in seen


def _killed_load(folder: Path, patience: float) -> bool:
    """Load in another process and kill it so many seconds after the beginning; whether it had said that it was done."""
    environment = {"PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", LOAD, str(folder)], stdout=subprocess.PIPE, env=environment) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stdout.readline() == b"begin\n"
        time.sleep(patience)
        process.kill()
        return process.stdout.read() == b"end\n"

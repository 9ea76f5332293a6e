from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

import reviewing_server
from desks import REPORT, build_lakes, copy_of
from travaux.errors import TravauxError
from travaux.pipeline.desk import open_desk
from travaux.pipeline.desk.drafts import WRITTEN_HERE
from travaux.reading.review.folder import read_review
from travaux.web.review import serve_review

PARAGRAPHS = 50
SENTENCES = 2
EACH = 75
"""So many decisions each reviewer takes; files are held to a thousand in the tests of the review folder."""
SAID = WRITTEN_HERE | {"why"}

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_lakes(tmp_path_factory.mktemp("many") / "corpus", PARAGRAPHS, SENTENCES)


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, reviewing_server.__file__, str(folder), str(port)]
    path = os.pathsep.join(str(Path(one.__file__).parent.parent) for one in [sys.modules["travaux"]] if one.__file__)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}) as process:  # noqa: S603
        try:
            assert process.stdout
            yield process.stdout.readline().strip(), process
        finally:
            process.kill()


class Reviewer:
    """Decides about statements one after the other; what the server has acknowledged is kept."""

    def __init__(self, address: str, name: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=60, trust_env=False)
        self.name = name
        self.acknowledged: dict[str, str] = {}
        self.decisions = 0

    def decide(self, key: str, decision: str, why: str) -> None:
        """Decide as the page does: look, decide, and look again if somebody was faster."""
        while True:
            item = self.client.get(f"/api/items/{REPORT}/{key}").json()
            fields = {name: value for name, value in item["fields"].items() if name not in SAID}
            draft = {"key": key, "expected": item["version"], "decision": decision, "fields": fields, "why": why}
            answer = self.client.post("/api/decisions", json={"reviewer": self.name, "document": REPORT, "decisions": [draft]})
            if answer.status_code == 409:
                continue
            assert answer.status_code == 200, answer.text
            self.acknowledged[key] = why
            self.decisions += 1
            return

    def keys(self) -> list[str]:
        return [line["key"] for line in self.client.get("/api/items?limit=500").json()["items"]]


def held(folder: Path, reviewer: str) -> dict[str, str | None]:
    return {one.key: one.why for one in read_review(folder).opinions.get(REPORT, ()) if one.reviewer == reviewer}


def test_the_decisions_of_two_at_once_are_all_there(many: Path, tmp_path: Path) -> None:
    folder = copy_of(many, tmp_path / "corpus")
    with serving(folder) as (address, _):
        anna, ben = Reviewer(address, "anna"), Reviewer(address, "ben")
        keys = anna.keys()
        assert len(keys) == PARAGRAPHS * SENTENCES
        failed: list[BaseException] = []

        def work(reviewer: Reviewer, order: list[str]) -> None:
            try:
                for number, key in enumerate(order):
                    reviewer.decide(key, "accepted" if number % 3 else "rejected", f"{reviewer.name} {number} “{key}”")
            except BaseException as error:  # noqa: BLE001, told in the test itself
                failed.append(error)

        backwards = [*reversed(keys), *keys][:EACH]
        threads = [threading.Thread(target=work, args=given) for given in [(anna, keys[:EACH]), (ben, backwards)]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        anna.client.close()
        ben.client.close()
        assert failed == []
    assert anna.decisions + ben.decisions == 2 * EACH
    assert held(folder, "anna") == anna.acknowledged
    assert held(folder, "ben") == ben.acknowledged
    assert sum(len(one) for one in read_review(folder).opinions.values()) == len(anna.acknowledged) + len(ben.acknowledged)


def test_what_was_acknowledged_outlives_a_server_that_is_killed(many: Path, tmp_path: Path) -> None:
    folder = copy_of(many, tmp_path / "corpus")
    chance = random.Random(7)  # noqa: S311
    acknowledged: dict[str, str] = {}
    for round_ in range(3):
        with serving(folder) as (address, process):
            anna = Reviewer(address, "anna")
            keys = anna.keys()
            threading.Timer(chance.uniform(0.2, 0.8), process.send_signal, [signal.SIGKILL]).start()
            try:
                for key in keys[round_ * 30 :]:
                    anna.decide(key, "accepted", f"{round_} {key}")
            except httpx.TransportError:
                pass
            anna.client.close()
            acknowledged |= anna.acknowledged
        found = held(folder, "anna")
        assert {key: found.get(key) for key in acknowledged} == acknowledged
        assert len(found) <= len(acknowledged) + round_ + 1
    assert acknowledged
    assert not [path for path in (folder / "review").rglob("*.toml") if path.stat().st_size == 0]


def test_an_interrupted_server_ends_cleanly(many: Path) -> None:
    with serving(many) as (address, process):
        assert httpx.get(address, trust_env=False).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.stdout
        assert process.stdout.read().strip() == "ended"
        assert process.wait(10) == 0


def test_a_busy_port_is_passed_over(many: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with serving(many, port) as (address, _):
            assert port < int(address.rstrip("/").rpartition(":")[2]) <= port + 20


def test_a_host_that_is_not_here_is_told(many: Path) -> None:
    def nobody(*_: Any) -> None:
        time.sleep(0)

    with open_desk(many) as desk, pytest.raises(TravauxError, match=r"host|listen"):
        serve_review(desk, host="203.0.113.7", port=0, token=None, reviewer=None, opened=nobody)

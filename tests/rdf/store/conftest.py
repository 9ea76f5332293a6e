"""Stores of every kind for the tests, Virtuoso among them, which is started once and stopped for certain."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from travaux.model.store import Store
from travaux.rdf.store import open_store

_READY_WITHIN = 90.0

_SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
CheckpointInterval = 0
ThreadsPerQuery = 1
AsyncQueueMaxThreads = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a Virtuoso of its own on the loopback interface; the location of its store."""
    program = shutil.which("virtuoso-t") or ""
    if not program:
        message = "virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("virtuoso")
    sql_port, http_port = _free_ports()
    (folder / "virtuoso.ini").write_text(_SETTINGS.format(sql_port=sql_port, http_port=http_port))
    with (folder / "output.txt").open("wb") as output:
        command = [program, "+configfile", "virtuoso.ini", "+foreground"]
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)  # noqa: S603
    try:
        address = f"http://127.0.0.1:{http_port}/sparql"
        _wait_until_ready(address, process, folder)
        yield address.replace("//", "//dba:dba@") + "#sparql-auth"
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(params=["memory", "disk", pytest.param("virtuoso", marks=pytest.mark.system)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    location: str | Path | None = None
    if request.param == "disk":
        location = tmp_path / "store"
    elif request.param == "virtuoso":
        location = str(request.getfixturevalue("virtuoso"))
    with open_store(location) as opened:
        opened.clear()
        yield opened
        opened.clear()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _wait_until_ready(address: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _READY_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if httpx.get(address, trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"Virtuoso did not answer within {_READY_WITHIN} s: {(folder / 'output.txt').read_text()[-2000:]}")

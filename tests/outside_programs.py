"""Running programs that others wrote, in environments of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import filelock

HERE = Path(__file__).parent / "outside"
_MADE = HERE.parents[1] / "build" / "outside"


def run(*command: str | Path, cwd: Path | None = None, seconds: int = 120) -> str:
    """Run a program and give what it prints; what it says against it is told if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=seconds, check=False)  # noqa: S603
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def environment(name: str) -> Path:
    """Give the Python of an environment, with the locked packages of `environments/NAME.txt`; it is made once."""
    wanted = HERE / "environments" / f"{name}.txt"
    folder = _MADE / name
    _MADE.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(_MADE / f"{name}.lock"):
        python, made = folder / "bin" / "python", folder / "made-from.txt"
        if not made.is_file() or made.read_bytes() != wanted.read_bytes():
            uv = Path(sys.executable).with_name("uv")
            run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder)
            run(uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", "-r", wanted, seconds=600)
            made.write_bytes(wanted.read_bytes())
    return python

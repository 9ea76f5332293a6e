"""The notebooks as they are kept in the checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
Notebook = nbformat.NotebookNode
Run = Callable[[str], Notebook]


def read(path: Path) -> Notebook:
    notebook: Notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook

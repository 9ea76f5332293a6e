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


def outputs(notebook: Notebook) -> list[Notebook]:
    """Give all that the cells of a notebook answered, in order."""
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def told(notebook: Notebook) -> str:
    """Give what a notebook answered as text, each line without the spaces that line it up."""
    texts = [output.get("text", "") or output.get("data", {}).get("text/plain", "") for output in outputs(notebook)]
    return "\n".join(" ".join(line.split()) for text in texts for line in text.splitlines())


def pictured(notebook: Notebook) -> str:
    """Give what a notebook answered as HTML: frames, pictures and plots with the words that stand for them."""
    return "".join(output.data["text/html"] for output in outputs(notebook) if "text/html" in output.get("data", {}))

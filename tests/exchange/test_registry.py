"""Everything that can be exported is found by its name and by the ending of its file, and comes out the same twice."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest

from travaux.exchange.material import Material
from travaux.exchange.registry import EXPORTS, Export, FolderExport, Form

FILES = [
    pytest.param(export, form, id=f"{export.name}-{form.name}")
    for export in EXPORTS.values()
    if isinstance(export, Export)
    for form in export.forms
]
FOLDERS = [pytest.param(export, id=export.name) for export in EXPORTS.values() if isinstance(export, FolderExport)]

SHOWN_ELSEWHERE = frozenset({"page-html", "package", "site"})
"""What is dear to make: that it comes out the same twice is shown by the tests of its own."""


@pytest.mark.parametrize(("export", "form"), FILES)
def test_a_format_is_found_by_its_name_and_by_each_of_its_endings(export: Export, form: Form) -> None:
    assert export.get_form(form.name) is form
    assert all(export.find_form(Path(f"My file{ending.upper()}")) is form for ending in form.endings)


def test_no_two_exports_share_a_format_that_is_named_alone() -> None:
    names = Counter(
        form.name for export in EXPORTS.values() if isinstance(export, Export) for form in export.forms if len(export.forms) > 1
    )
    assert {name for name, times in names.items() if times > 1} <= {"csv", "json", "xlsx"}


@pytest.mark.parametrize(("export", "form"), [one for one in FILES if one.id not in SHOWN_ELSEWHERE])
def test_the_same_graph_gives_the_same_bytes(export: Export, form: Form, lakes_material: Material) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    losses = form.load()(lakes_material, first)
    assert (form.load()(lakes_material, second), second.getvalue()) == (losses, first.getvalue())
    assert first.getvalue(), f"{export.name} writes nothing"
    assert all(loss.what and loss.how and loss.count >= 0 for loss in losses)


@pytest.mark.parametrize("export", [one for one in FOLDERS if one.id not in SHOWN_ELSEWHERE])
def test_the_same_graph_gives_the_same_folder(export: FolderExport, lakes_material: Material, tmp_path: Path) -> None:
    held = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        losses = export.load()(lakes_material, tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        held.append((losses, [(str(file.relative_to(tmp_path / name)), file.read_bytes()) for file in files]))
    assert held[0] == held[1]
    assert held[0][1]

"""Maps that would take long, or fill the screen, are refused at once, with their place and in few words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from travaux.errors import ExchangeError
from travaux.exchange.arguments.formats import READERS, read_arguments
from travaux.exchange.arguments.importing import take_in
from travaux.exchange.material import Material


def refused(folder: Path, text: str | bytes, name: str) -> str:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ExchangeError) as error:
        read_arguments(file, name.partition(".")[0])
    told = str(error.value)
    assert len(told) < 2_000
    return told.replace(str(folder), "")


def node(text: Any) -> dict[str, Any]:
    return {"nodeID": "1", "text": text, "type": "I", "timestamp": ""}


def write(form: str, held: dict[str, Any]) -> str:
    """Write a map with one claim as each format of JSON has it."""
    if form == "arguebuf":
        return json.dumps({"nodes": {"n": {"atom": held}}})
    parts = {"nodes": [held], "edges": []}
    return json.dumps({"AIF": parts} if form == "xaif" else parts)


_JSON = {"aif": "nodes[0].", "xaif": "AIF.nodes[0].", "arguebuf": "nodes.n.atom."}


@pytest.mark.parametrize("form", _JSON)
def test_numbers_and_keys_of_json_are_refused_with_their_path(tmp_path: Path, form: str) -> None:
    told = refused(tmp_path, write(form, node("@")).replace('"@"', "9" * 5_000), f"{form}.json")
    assert f"{form}.json, {_JSON[form]}text: the number has 5,000 digits; at most 18 are read" in told
    told = refused(tmp_path, write(form, node("@")).replace('"@"', '"a", "text": "b"'), f"{form}.json")
    assert f"{form}.json, {_JSON[form].removesuffix('.')}: the object has the key 'text' twice" in told


@pytest.mark.parametrize("form", _JSON)
def test_other_attacks_are_refused_in_every_format_of_json(tmp_path: Path, form: str) -> None:
    for text in ("[" * 200_000, write(form, node("@")).replace('"@"', "[" * 100_000 + "]" * 100_000)):
        assert "nested too deeply" in refused(tmp_path, text, f"{form}.json")
    assert "half of a character" in refused(tmp_path, write(form, node("@")).replace('"@"', r'"\ud800"'), f"{form}.json")
    assert "no number of JSON" in refused(tmp_path, write(form, node("@")).replace('"@"', "NaN"), f"{form}.json")
    assert "no text in UTF-8" in refused(tmp_path, write(form, node("é" * 9)).encode("utf-16"), f"{form}.json")
    for text in (
        "null",
        '"x"',
        "[]",
        "{}",
        "1",
        '{"nodes": null}',
        '{"AIF": [], "nodes": [[]]}',
        '{"nodes": {"n": []}, "AIF": {"nodes": 1}}',
    ):
        assert f"{form}.json" in refused(tmp_path, text, f"{form}.json")
    many = write(form, node("@")).replace('"text"', f'"type": {json.dumps("x" * 5_000_000)}, "tixt"') if form != "arguebuf" else "{"
    assert f"{form}.json" in refused(tmp_path, many, f"{form}.json")


def test_a_long_claim_or_quote_is_refused_with_its_place(tmp_path: Path, lakes_material: Material) -> None:
    file = tmp_path / "map.json"
    for form in _JSON:
        file.write_text(write(form, node("a " * 5_001)), "utf-8")
        with pytest.raises(ExchangeError, match="the claim has 10,002 characters; at most 10,000 are taken") as error:
            take_in(file, read_arguments(file, form), lakes_material, "Anna Muster", dry_run=True)
        assert len(str(error.value)) < 1_000
    file = tmp_path / "map.argdown"
    file.write_text(f'[A]: It rains. {{said: {{quote: "{"a" * 40_000}"}}}}\n\n[A]: It rains.\n', "utf-8")
    with pytest.raises(ExchangeError, match="line 1, column 1: the quote has 40,000 characters; at most 32,767 are taken"):
        take_in(file, read_arguments(file), lakes_material, "Anna Muster", dry_run=True)


def test_every_format_is_tried_here() -> None:
    assert set(READERS) == {*_JSON, "aif-rdf", "argdown"}

"""The library arguebuf reads what is exported, and what it writes again is read as the same map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outside_programs import run
from travaux.exchange.arguments.arguebuf import write_arguebuf
from travaux.exchange.arguments.arguebuf_reading import read_arguebuf
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.material import Material
from travaux.model.store import Store
from travaux.pipeline.build import Build

pytestmark = pytest.mark.outside

_READ = """
import json, sys, arguebuf
graph = arguebuf.load.file(sys.argv[1])
arguebuf.dump.file(graph, sys.argv[2])
quoted = [one for one in graph.atom_nodes.values() if one.reference]
places = [one.reference.resource.text[one.reference.offset:].startswith(one.reference.text) for one in quoted]
texts = {name: one.text for name, one in graph.atom_nodes.items()}
print(json.dumps({"texts": texts, "schemes": len(graph.scheme_nodes), "edges": len(graph.edges), "places": places}))
"""


def test_arguebuf_reads_and_writes_the_first_corpus(stored_seeds: Store, built_seeds: Build, readers: Path, tmp_path: Path) -> None:
    material = Material(stored_seeds, built_seeds.corpus, "v")
    argument_map = gather_arguments(material)
    written, again = tmp_path / "map.json", tmp_path / "again.json"
    with written.open("wb") as out:
        write_arguebuf(material, out)
    read = json.loads(run(readers, "-c", _READ, written, again))
    assert read["texts"] == {one.id: one.text for one in argument_map.claims} | {one.id: one.claim for one in argument_map.locutions}
    expressing = sum(one.position is not None for one in argument_map.locutions)
    assert (read["schemes"], read["edges"]) == (len(argument_map.bearings) + expressing, 2 * (len(argument_map.bearings) + expressing))
    assert len(read["places"]) == len(argument_map.locutions)
    assert all(read["places"])
    assert read_arguebuf(again.read_bytes(), "again.json").graph == argument_map

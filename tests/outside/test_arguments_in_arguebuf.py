"""arguebuf opens AIF and xAIF as travaux exports them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from outside_programs import run
from travaux.exchange.arguments.aif_json import render_aif
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.arguments.xaif import render_xaif
from travaux.exchange.material import Material
from travaux.model.schemes import RelationKind
from travaux.model.store import Store
from travaux.pipeline.build import Build

pytestmark = pytest.mark.outside

READ = """
import json, sys, arguebuf
graph = getattr(arguebuf.load, sys.argv[1])(json.load(open(sys.argv[2], encoding="utf-8")))
schemes = [type(node.scheme).__name__ for node in graph.scheme_nodes.values()]
print(json.dumps([sorted(node.plain_text for node in graph.atom_nodes.values()), {name: schemes.count(name) for name in set(schemes)}]))
"""


@pytest.mark.parametrize(("form", "render"), [("aif", render_aif), ("xaif", render_xaif)])
def test_arguebuf_finds_the_claims_and_relations(
    form: str, render: Callable[[ArgumentGraph], str], readers: Path, built_seeds: Build, stored_seeds: Store, tmp_path: Path
) -> None:
    graph = gather_arguments(Material(stored_seeds, built_seeds.corpus, "v"))
    file = tmp_path / "map.json"
    file.write_text(render(graph), "utf-8")
    texts, schemes = json.loads(run(readers, "-c", READ, form, file))
    claims = {one.id: one.text for one in graph.claims}
    apart = [one.claim for one in graph.locutions if claims.get(one.position or "") != one.claim]
    kinds = [one.kind for one in graph.bearings]
    assert texts == sorted([*claims.values(), *apart])
    rephrased = sum(one.position is not None and claims[one.position] != one.claim for one in graph.locutions)
    assert schemes == {
        "Support": kinds.count(RelationKind.SUPPORTS),
        "Attack": kinds.count(RelationKind.ATTACKS),
        "Rephrase": rephrased + kinds.count(RelationKind.QUALIFIES),
    }

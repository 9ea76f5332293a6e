"""The command line of Argdown reads what is exported: every claim, every relation, and hostile texts as text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from invented_maps import HOSTILE
from outside_programs import HERE, run
from travaux.exchange.arguments.argdown.marks import make_titles, to_line
from travaux.exchange.arguments.argdown.writing import render_argdown
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage, Source
from travaux.exchange.material import Material
from travaux.model.schemes import RelationKind
from travaux.model.store import Store
from travaux.pipeline.build import Build

pytestmark = pytest.mark.outside

_RELATIONS = {RelationKind.SUPPORTS: "support", RelationKind.ATTACKS: "attack", RelationKind.QUALIFIES: "undercut"}

Argdown = tuple[Path, Path]


def call(argdown: Argdown, *arguments: str, cwd: Path) -> None:
    node, program = argdown
    run(node, "--require", HERE / "argdown" / "removed_functions.cjs", program, *arguments, cwd=cwd)


def check_read(argument_map: ArgumentGraph, argdown: Argdown, folder: Path) -> None:
    """Let Argdown read a map, and compare its claims, their wordings and its relations with ours."""
    (folder / "map.argdown").write_text(render_argdown(argument_map), encoding="utf-8")
    call(argdown, "json", "--throwExceptions", "map.argdown", ".", cwd=folder)
    read = json.loads((folder / "map.json").read_text(encoding="utf-8"))
    titles = make_titles(argument_map.claims)
    for claim in argument_map.claims:
        members = read["statements"][titles[claim.id]]["members"]
        (canonical,) = (one for one in members if one.get("data", {}).get("isCanonical"))
        assert canonical["text"].strip() == (to_line(claim.text) or "…")
        assert canonical["data"]["id"] == claim.id
        assert canonical["data"].get("text", claim.text) == claim.text
    said = {
        one["data"]["said"]["id"]: (one["text"].strip(), one["data"]["said"]["quote"])
        for statement in read["statements"].values()
        for one in statement["members"]
        if "said" in one.get("data", {})
    }
    assert said == {one.id: (to_line(one.claim) or "…", one.passage.quote) for one in argument_map.locutions}
    relations = sorted((one["from"], one["relationType"], one["to"]) for one in read["relations"])
    assert relations == sorted({(titles[one.premise], _RELATIONS[one.kind], titles[one.conclusion]) for one in argument_map.bearings})


def test_argdown_reads_the_first_corpus(stored_seeds: Store, built_seeds: Build, argdown: Argdown, tmp_path: Path) -> None:
    check_read(gather_arguments(Material(stored_seeds, built_seeds.corpus, "v")), argdown, tmp_path)
    call(argdown, "map", "--format", "svg", "map.argdown", ".", cwd=tmp_path)
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").count('class="edge"') > 50


def test_hostile_texts_are_text_to_argdown(argdown: Argdown, tmp_path: Path) -> None:
    claims = tuple(Claim(id=f"position/{number:02}", text=text) for number, text in enumerate(HOSTILE))
    kinds = list(RelationKind)
    hostile = ArgumentGraph(
        title=HOSTILE[3] + HOSTILE[4],
        base="https://example.org/",
        version="v",
        claims=claims,
        locutions=tuple(
            Locution(
                id=f"s/{number:02}", claim=text, passage=Passage(quote=text), speaker=text, position=None if number % 2 else claims[0].id
            )
            for number, text in enumerate(HOSTILE)
        ),
        bearings=tuple(
            Bearing(id=f"r/{number:02}", kind=kinds[number % 3], premise=one.id, conclusion=claims[0].id, passage=Passage(quote=one.text))
            for number, one in enumerate(claims[1:])
        ),
        sources=(Source(id="document/one", title=HOSTILE[3] + HOSTILE[4]),),
    )
    check_read(hostile, argdown, tmp_path)

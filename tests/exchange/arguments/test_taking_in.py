"""Arguments taken in: what was edited elsewhere becomes decisions of a reviewer, all of it or nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from invented_maps import HOSTILE
from killing import killed_after
from travaux.cli import travaux
from travaux.cli.importing.arguments import FORMATS
from travaux.errors import ConflictError, DocumentError, ExchangeError, ReviewError, TravauxError
from travaux.exchange.arguments.aif_json import render_aif
from travaux.exchange.arguments.aif_rdf import render_aif_rdf
from travaux.exchange.arguments.argdown.marks import to_line
from travaux.exchange.arguments.argdown.writing import render_argdown
from travaux.exchange.arguments.arguebuf import render_arguebuf
from travaux.exchange.arguments.formats import READERS, read_arguments
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage
from travaux.exchange.arguments.importing import Taken, take_in
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.arguments.xaif import render_xaif
from travaux.exchange.material import Material
from travaux.exchange.registry import EXPORTS, Export
from travaux.model.schemes import Marking, RelationKind, ReviewStatus
from travaux.pipeline.build import build
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import Change, change_files, read_review
from travaux.reading.schema import NAME

_POSITIONS = """
measure-lakes.claim = "All mountain lakes should be measured regularly."
measure-lakes.decision = "added"
measure-lakes.by = "bo"
measure-lakes.at = 2026-03-05T14:30:00Z
measure-lakes.why = "Two reports say so."

lakes-are-small.claim = "Lakes are small."
lakes-are-small.decision = "added"
lakes-are-small.by = "bo"
lakes-are-small.at = 2026-03-05T14:30:00Z

clean-water.claim = "Clean water is important."
clean-water.decision = "added"
clean-water.by = "bo"
clean-water.at = 2026-03-05T14:30:00Z

old-idea.claim = "Lakes should be drained."
old-idea.decision = "rejected"
old-idea.by = "bo"
old-idea.at = 2026-03-05T14:30:00Z
"""
_RELATIONS = """
supports-1c2d.kind = "supports"
supports-1c2d.form = "reason"
supports-1c2d.premise = "lakes-are-small"
supports-1c2d.conclusion = "clean-water"
supports-1c2d.marking = "explicit"
supports-1c2d.document = "DOCUMENT"
supports-1c2d.paragraph = "3"
supports-1c2d.evidence = "the importance of clean water, given that lakes are small"
supports-1c2d.decision = "added"
supports-1c2d.by = "bo"
supports-1c2d.at = 2026-03-05T14:40:00Z
"""
_STATEMENT = """
3-aaaa.bo.decision = "added"
3-aaaa.bo.at = 2026-03-05T14:20:00Z
3-aaaa.bo.paragraph = "3"
3-aaaa.bo.quote = "lakes are small"
3-aaaa.bo.speaker = "Several speakers"
3-aaaa.bo.speaker_kind = "collective"
3-aaaa.bo.prevalence = "several"
3-aaaa.bo.cue = "stressed"
3-aaaa.bo.act = "stress"
3-aaaa.bo.stance = "supports"
3-aaaa.bo.claim = "Lakes are small."
3-aaaa.bo.position = "lakes-are-small"
"""


@pytest.fixture(scope="session")
def argued(furnished_lakes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus with three positions, a relation and a statement that people have decided, built."""
    folder = Path(shutil.copytree(furnished_lakes, tmp_path_factory.mktemp("argued") / "lakes"))
    (document,) = (one.name for one in read_corpus(folder).documents if one.kind.value == "report")
    (folder / "review" / "statements").mkdir(parents=True, exist_ok=True)
    (folder / "review" / "positions.toml").write_text(_POSITIONS)
    (folder / "review" / "relations.toml").write_text(_RELATIONS.replace("DOCUMENT", document))
    (folder / "review" / "statements" / f"{document}.toml").write_text(_STATEMENT)
    build(folder)
    return folder


@pytest.fixture
def lakes(argued: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(argued, tmp_path / "lakes"))


@contextmanager
def opened(folder: Path) -> Iterator[Material]:
    built = get_built(folder)
    with open_store(built.store, read_only=True) as store:
        yield Material(store, read_corpus(folder), built.folder.name)


def exported(folder: Path) -> ArgumentGraph:
    with opened(folder) as material:
        return gather_arguments(material)


def taken(folder: Path, told: ArgumentGraph, *, remove_missing: bool = False, infer: bool = False, dry_run: bool = False) -> Taken:
    with opened(folder) as material:
        read = ReadArguments(graph=told)
        return take_in(Path("map.argdown"), read, material, "Anna Muster", remove_missing=remove_missing, infer=infer, dry_run=dry_run)


def imported(folder: Path, text: str | bytes, name: str = "map.argdown", *, infer: bool = False) -> Taken:
    file = folder.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with opened(folder) as material:
        return take_in(file, read_arguments(file), material, "Anna Muster", infer=infer)


def review_bytes(folder: Path) -> dict[str, bytes]:
    files = (folder / "review").rglob("*.toml")
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


EDITS = """
[Motor boats]: Motor boats should be kept off the lakes. #new
  <+ [Lakes are small]
  <_ [Measure lakes]
    {relation: {form: contrast, marking: explicit, quote: "the need for regular measurements"}}
"""


def test_what_was_edited_comes_back_into_the_graph(lakes: Path) -> None:
    text = render_argdown(exported(lakes))
    edited = text.replace("[Clean water]: Clean water is important.", "[Clean water]: Clean water is most important.") + EDITS
    told = imported(lakes, edited, infer=True)
    assert told.new_positions == {"motor-boats-kept-off-lakes": "Motor boats should be kept off the lakes."}
    assert told.reworded == {"clean-water": ("Clean water is important.", "Clean water is most important.")}
    assert len(told.new_relations) == 2
    assert [one.what for one in told.not_taken] == ["tags"]
    review = read_review(lakes)
    assert (review.positions["clean-water"].by, review.positions["clean-water"].decision) == ("anna-muster", ReviewStatus.EDITED)
    assert review.name_of("anna-muster") == "Anna Muster"
    evidence = {
        (one.premise, one.kind.value, one.form.value, one.marking.value, one.paragraph, one.evidence) for one in review.relations.values()
    }
    sentence = "Several speakers stressed the importance of clean water, given that lakes are small."
    assert ("lakes-are-small", "supports", "reason", "inferred", "3", sentence) in evidence
    assert ("measure-lakes", "qualifies", "contrast", "explicit", "2", "the need for regular measurements") in evidence
    build(lakes)
    built = exported(lakes)
    assert {"Clean water is most important.", "Motor boats should be kept off the lakes."} <= {one.text for one in built.claims}
    assert len(built.bearings) == 3
    before = review_bytes(lakes)
    again = imported(lakes, edited)
    assert not again.changed
    assert review_bytes(lakes) == before


@pytest.mark.parametrize(
    ("render", "name"),
    [
        (render_argdown, "map.ad"),
        (render_arguebuf, "map.arguebuf.json"),
        (render_arguebuf, "map.json"),
        (render_aif, "map.json"),
        (render_aif_rdf, "map.ttl"),
        (render_xaif, "other.json"),
    ],
)
def test_what_was_not_edited_changes_nothing(lakes: Path, render: Callable[[ArgumentGraph], str | bytes], name: str) -> None:
    before = review_bytes(lakes)
    told = imported(lakes, render(exported(lakes)), name)
    assert not told.changed
    assert (told.same_relations, told.not_taken, told.missing, told.notes) == (1, (), (), ())
    assert review_bytes(lakes) == before


def test_what_a_file_does_not_tell_stays_as_it_is(lakes: Path) -> None:
    known = exported(lakes)
    bare = replace(known, locutions=(), bearings=tuple(replace(one, form=None, marking=None, passage=None) for one in known.bearings))
    assert not taken(lakes, bare).changed
    assert taken(lakes, replace(known, bearings=())).missing == ("supports-1c2d",)


def test_missing_relations_are_rejected_if_that_is_asked(lakes: Path) -> None:
    known = replace(exported(lakes), bearings=())
    told = taken(lakes, known, remove_missing=True)
    assert told.removed_relations == {"supports-1c2d": "lakes-are-small supports clean-water"}
    table = read_review(lakes).relations["supports-1c2d"]
    assert (table.decision, table.by, table.why) == (ReviewStatus.REJECTED, "anna-muster", "It is not in map.argdown any more.")
    assert not taken(lakes, known, remove_missing=True).changed
    with pytest.raises(ExchangeError, match="from elsewhere"):
        taken(lakes, replace(known, base=""), remove_missing=True)


def test_a_dry_run_tells_the_same_and_writes_nothing(lakes: Path) -> None:
    known, before = exported(lakes), review_bytes(lakes)
    edited = replace(known, claims=(*known.claims, Claim(id="New", text="Boats are loud.")))
    told = taken(lakes, edited, dry_run=True)
    assert told.new_positions == {"boats-loud": "Boats are loud."}
    assert review_bytes(lakes) == before
    assert taken(lakes, edited).new_positions == told.new_positions


def test_a_relation_is_changed_and_keeps_the_rest(lakes: Path) -> None:
    known = exported(lakes)
    (one,) = known.bearings
    told = taken(lakes, replace(known, bearings=(replace(one, kind=RelationKind.ATTACKS, passage=None),)))
    assert told.changed_relations == {"supports-1c2d": "lakes-are-small attacks clean-water (kind)"}
    table = read_review(lakes).relations["supports-1c2d"]
    assert (table.kind, table.evidence) == (RelationKind.ATTACKS, "the importance of clean water, given that lakes are small")


def test_a_map_from_elsewhere_is_matched_by_its_words(lakes: Path) -> None:
    told = imported(
        lakes,
        "[A]: Lakes are small.\n  +> [B]\n  +> [C]\n\n[B]: Clean water is important.\n\n[C]: Boats are too loud for lakes.\n",
        infer=True,
    )
    assert told.new_positions == {"boats-too-loud-lakes": "Boats are too loud for lakes."}
    assert (told.same_positions, told.same_relations) == (2, 1)
    assert [re.sub(r"\(.*", "", one) for one in told.new_relations.values()] == ["lakes-are-small supports boats-too-loud-lakes "]


def test_words_that_the_file_quotes_for_the_premise_show_a_relation_if_it_is_to_be_inferred(lakes: Path) -> None:
    said = Locution(id="s", claim="x", position="n", passage=Passage(quote="concern about motor boats"))
    bearing = Bearing(id="r", kind=RelationKind.SUPPORTS, premise="n", conclusion="position/clean-water")
    known = exported(lakes)
    told = taken(lakes, replace(known, claims=(*known.claims, Claim(id="n", text="Boats soil."))), dry_run=True)
    assert told.new_relations == {}
    edited = replace(
        known, claims=(*known.claims, Claim(id="n", text="Boats soil.")), locutions=(said,), bearings=(*known.bearings, bearing)
    )
    before = review_bytes(lakes)
    with pytest.raises(ExchangeError, match="tells no words of a document that show this new relation"):
        taken(lakes, edited)
    assert review_bytes(lakes) == before
    told = taken(lakes, edited, infer=True)
    assert [one.count for one in told.not_taken if one.what == "statements"] == [1]
    (key,) = told.new_relations
    assert told.notes == (
        f"The file quotes nothing for 1 new relation, inferred by Anna Muster and shown at a sentence of the premise: {key}.",
    )
    (new,) = (one for one in read_review(lakes).relations.values() if one.premise == "boats-soil")
    assert (new.paragraph, new.evidence) == ("5", "The representative of Norway expressed concern about motor boats.")
    assert new.marking is Marking.INFERRED
    assert new.why == "Inferred by Anna Muster; what is quoted is a sentence that the file quotes for the premise."


@pytest.mark.parametrize(
    ("render", "name", "how"),
    [
        (render_argdown, "map.argdown", 'in the line below it, indented further: {relation: {quote: "…"}}'),
        (render_arguebuf, "map.arguebuf.json", 'at its scheme: "userdata": {"travaux": {"quote": "…"}}'),
        (render_aif, "map.aif.json", 'at the node of the relation: "travaux": {"quote": "…"}'),
        (render_xaif, "map.xaif.json", 'at the node of the relation: "travaux": {"quote": "…"}'),
        (render_aif_rdf, "map.aif.ttl", 'at the node of the relation: dcterms:source [ trv:quote "…" ]'),
    ],
)
def test_a_new_relation_without_words_is_refused_and_every_format_can_quote_some(
    lakes: Path, render: Callable[[ArgumentGraph], str | bytes], name: str, how: str
) -> None:
    known = exported(lakes)
    with pytest.raises(ExchangeError) as caught:
        imported(
            lakes, render(replace(known, bearings=(*known.bearings, _bearing("position/clean-water", "position/measure-lakes")))), name
        )
    assert how in str(caught.value)
    assert "--infer" in str(caught.value)
    quoted = _bearing("position/clean-water", "position/measure-lakes", passage=Passage(quote="the importance of clean water"))
    told = imported(lakes, render(replace(known, bearings=(*known.bearings, quoted))), name)
    assert [one.partition("; ")[2] for one in told.new_relations.values()] == [f"{_report(lakes)}, paragraph 3: as the file tells)"]
    assert told.notes == ()


def _report(folder: Path) -> str:
    return next(one.name for one in read_corpus(folder).documents if one.kind.value == "report")


def test_titles_that_were_changed_are_told_as_nothing_takes_them_in(lakes: Path) -> None:
    text = render_argdown(exported(lakes))
    told = imported(lakes, text.replace("[Clean water]", "[Water to drink]"))
    assert not told.changed
    assert [(one.what, one.count) for one in told.not_taken] == [("titles", 1)]
    assert imported(lakes, text).not_taken == ()


def test_circles_of_support_are_kept_and_told(lakes: Path) -> None:
    known = exported(lakes)
    (one,) = known.bearings
    passage = Passage(quote="lakes are small")
    back = replace(one, id="r", premise=one.conclusion, conclusion=one.premise, passage=passage)
    told = taken(lakes, replace(known, bearings=(one, back)))
    assert told.notes == (
        "These positions support one another in a circle: clean-water, lakes-are-small, clean-water. It is kept, as people argue so.",
    )
    build(lakes)
    assert len(exported(lakes).bearings) == 2


def test_an_old_export_is_told_when_it_changes_something(lakes: Path) -> None:
    known = replace(exported(lakes), version="0000000000000000")
    assert taken(lakes, known).notes == ()
    reworded = [replace(one, text="Lakes are tiny.") if one.id == "position/lakes-are-small" else one for one in known.claims]
    assert "built anew" in taken(lakes, replace(known, claims=tuple(reworded)), dry_run=True).notes[0]


def _bearing(premise: str = "position/lakes-are-small", conclusion: str = "position/clean-water", **told: object) -> Bearing:
    return replace(Bearing(id="r", kind=RelationKind.SUPPORTS, premise=premise, conclusion=conclusion), **told)  # type: ignore[arg-type]


_QUOTED = Passage(quote="lakes are small")
REFUSED: dict[str, tuple[Callable[[ArgumentGraph], ArgumentGraph], str, str]] = {
    "unknown position": (lambda one: replace(one, claims=(Claim(id="position/none", text="x"),)), "position/none", "no position none"),
    "rejected position": (lambda one: replace(one, claims=(Claim(id="position/old-idea", text="x"),)), "position/old-idea", "was rejected"),
    "same claim twice": (
        lambda one: replace(one, claims=(*one.claims, Claim(id="n", text="Lakes are small."))),
        "2 things|n",
        "stands twice|file has at",
    ),
    "claim of another": (
        lambda one: replace(one, claims=(Claim(id="position/measure-lakes", text="Lakes are small."),), bearings=(), locutions=()),
        "position/measure-lakes",
        "says this already",
    ),
    "several lines": (lambda one: replace(one, claims=(*one.claims, Claim(id="n", text="a\nb"))), "n", "several lines"),
    "no text": (lambda one: replace(one, claims=(*one.claims, Claim(id="n", text=" "))), "n", "empty"),
    "itself": (lambda one: replace(one, bearings=(_bearing(conclusion="position/lakes-are-small"),)), "r", "bear on itself"),
    "unknown relation": (lambda one: replace(one, bearings=(_bearing(id="relation/none"),)), "relation/none", "no relation none"),
    "opposed": (
        lambda one: replace(one, bearings=(*one.bearings, _bearing(kind=RelationKind.ATTACKS, passage=_QUOTED))),
        "r",
        "both attacks and supports",
    ),
    "twice": (
        lambda one: replace(
            one, bearings=tuple(_bearing("position/clean-water", "position/measure-lakes", id=name, passage=_QUOTED) for name in "rs")
        ),
        "s",
        "stands twice",
    ),
    "no words": (lambda one: replace(one, bearings=(_bearing("position/measure-lakes"),)), "r", "tells no words"),
    "other words": (
        lambda one: replace(one, bearings=(_bearing("position/measure-lakes", passage=Passage(quote="Nobody said so.")),)),
        "r",
        "not certain where",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_written(lakes: Path, case: str) -> None:
    edit, where, what = REFUSED[case]
    before, known = review_bytes(lakes), exported(lakes)
    edited = edit(replace(known, claims=(*known.claims, Claim(id="good", text="This is new and sound."))))
    if case in {"unknown position", "rejected position", "claim of another"}:
        edited = replace(edited, bearings=(), locutions=())
    with pytest.raises(ExchangeError, match=what) as caught:
        taken(lakes, edited)
    assert re.search(where, str(caught.value))
    assert review_bytes(lakes) == before


def test_a_position_that_rules_found_is_kept_as_it_is(lakes: Path) -> None:
    known = exported(lakes)
    found = next(one for one in known.claims if re.fullmatch(r"position/[0-9a-f]{16}", one.id))
    with pytest.raises(ExchangeError, match="found by rules"):
        taken(lakes, replace(known, claims=tuple(replace(one, text="Other.") if one is found else one for one in known.claims)))
    with pytest.raises(ExchangeError, match="found by rules"):
        taken(lakes, replace(known, bearings=(_bearing(conclusion=found.id, passage=_QUOTED),)))


def test_a_mistake_in_an_edited_file_is_told_with_its_line(lakes: Path) -> None:
    text = render_argdown(exported(lakes)) + "\n[New]: Something new.\n  <+ [Measure lakes]\n"
    line = text.count("\n")
    with pytest.raises(ExchangeError, match="tells no words") as caught:
        imported(lakes, text)
    assert f"line {line}, column 3: " in str(caught.value)


def test_hostile_claims_are_kept_as_text(lakes: Path) -> None:
    lines = [to_line(text) for text in HOSTILE]
    known = exported(lakes)
    new = (Claim(id=f"n{number}", text=line) for number, line in enumerate(lines))
    told = imported(lakes, render_argdown(replace(known, claims=(*known.claims, *new))))
    positions = read_review(lakes).positions
    assert sorted(positions[key].claim for key in told.new_positions) == sorted(lines)


def test_whoever_comes_second_is_told_and_writes_nothing(lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody changes the relation between the reading of the review and the writing."""

    def changed_before(folder: Path, changes: Mapping[Path, Change]) -> None:
        file = folder / "review" / "relations.toml"
        file.write_text(file.read_text().replace('form = "reason"', 'form = "consequence"'))
        change_files(folder, changes)

    monkeypatch.setattr("travaux.exchange.arguments.importing.change_files", changed_before)
    known = exported(lakes)
    (one,) = known.bearings
    claims = (*known.claims, Claim(id="n", text="New."))
    before = review_bytes(lakes)["review/positions.toml"]
    with pytest.raises(ConflictError, match="meanwhile"):
        taken(lakes, replace(known, claims=claims, bearings=(replace(one, kind=RelationKind.ATTACKS),)))
    assert review_bytes(lakes)["review/positions.toml"] == before


def test_an_import_that_is_killed_is_taken_in_whole_or_not_at_all(lakes: Path) -> None:
    """A position, relations and a reviewer are three files."""
    edited = render_argdown(exported(lakes)) + EDITS
    before = {name: content for name, content in review_bytes(lakes).items() if "statements" not in name}
    for renames in range(1, 8):
        folder = Path(shutil.copytree(lakes, lakes.parent / str(renames)))
        with killed_after(renames) as done:
            imported(folder, edited, infer=True)
        assert len(done) == renames
        review = read_review(folder)
        held = {"motor-boats-kept-off-lakes" in review.positions, len(review.relations) == 3, "anna-muster" in review.reviewers}
        assert held == {"journal.json" in done}
        if "journal.json" not in done:
            assert review_bytes(folder).items() >= before.items()


@pytest.mark.parametrize("name", ['"', "\n", "Anna\nMuster", "../..", " Anna", "", "x" * 81, "Anna\u202e"])
def test_who_has_no_name_decides_nothing(lakes: Path, name: str) -> None:
    before = review_bytes(lakes)
    read = read_arguments(_written(lakes, render_argdown(exported(lakes)) + EDITS))
    with opened(lakes) as material, pytest.raises(ReviewError, match="a reviewer needs a name"):
        take_in(Path("map.argdown"), read, material, name)
    assert review_bytes(lakes) == before


@pytest.mark.parametrize("name", ["a/b", 'Anna "A" Muster', "../b", "O'Hara \\ Co"])
def test_an_odd_name_is_kept_as_it_is(lakes: Path, name: str) -> None:
    with opened(lakes) as material:
        take_in(Path("map.argdown"), read_arguments(_written(lakes, render_argdown(exported(lakes)) + EDITS)), material, name, infer=True)
    review = read_review(lakes)
    by = review.positions["motor-boats-kept-off-lakes"].by
    assert NAME.fullmatch(by)
    assert review.name_of(by) == name


def _written(lakes: Path, text: str) -> Path:
    file = lakes.parent / "map.argdown"
    file.write_text(text, "utf-8")
    return file


def run(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(travaux, [str(one) for one in arguments], env=environment)


def test_the_command_tells_what_it_does(lakes: Path) -> None:
    file = lakes.parent / "map.argdown"
    assert run("export", "arguments", file, "--corpus", lakes).exit_code == 0
    file.write_text(file.read_text() + EDITS)
    assert isinstance(run("import", "arguments", file, "--corpus", lakes, "--reviewer", "Anna").exception, ExchangeError)
    assert "Say who decides" in run("import", "arguments", file, "--corpus", lakes, TRAVAUX_REVIEWER="").output
    done = run("import", "arguments", file, "--corpus", lakes, "--infer", TRAVAUX_REVIEWER="Anna")
    assert "new position motor-boats-kept-off-lakes: Motor boats" in done.output
    assert "Changed: 1 new position, 2 new relations; unchanged: " in done.output
    assert f"Next: travaux build {lakes}" in done.output
    again = run("import", "arguments", file, "--corpus", lakes, "--reviewer", "Anna")
    assert "Nothing to change; unchanged: " in again.output
    missing = run("import", "arguments", lakes / "none.argdown", "--corpus", lakes, "--reviewer", "Anna")
    assert isinstance(missing.exception, DocumentError)


@pytest.mark.parametrize(
    ("name", "content"), [("map.json", "[]"), ("map.txt", "x"), ("map.json", '{"nodes": 3}'), ("map.json", "[" * 100_000)]
)
def test_a_file_of_no_known_format_is_refused(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(TravauxError):
        read_arguments(file)


def test_every_format_that_goes_out_comes_in() -> None:
    exported_forms = EXPORTS["arguments"]
    assert isinstance(exported_forms, Export)
    assert {form.name for form in exported_forms.forms} == set(READERS) == set(FORMATS)

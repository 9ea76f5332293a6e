"""The invented corpus as a folder with a published build, written document by document."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random

from pyoxigraph import NamedNode, Quad

from large_corpus.notes import Note
from large_corpus.reports import Report, write_report
from large_corpus.reviewing import Shown, argue, decide, link_position, links_of
from large_corpus.themes import render_themes
from large_corpus.treaty import INSTRUMENTS
from large_corpus.world import World, invent
from travaux.analysis.columns import write_columns
from travaux.files import write_whole
from travaux.model.argument import Statement
from travaux.model.contents import Contents
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.model.document import Document
from travaux.model.identity import Id, digest
from travaux.model.schemes import DocumentKind, ReviewStatus
from travaux.pipeline.manifest import Manifest
from travaux.pipeline.progress import Progress, silent
from travaux.pipeline.provenance import layers_of
from travaux.pipeline.workspace import Generation, Workspace
from travaux.rdf.encoding import (
    encode_actors,
    encode_argument,
    encode_contents,
    encode_corpus,
    encode_layers,
    encode_positions,
    encode_reviewed,
    encode_statements,
    encode_treaty,
)
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import to_lines
from travaux.rdf.ontology import vocabulary_lines
from travaux.rdf.store import open_store
from travaux.rdf.terms import ONTOLOGY, RDF_TYPE
from travaux.rdf.themes import FILE, theme_quads
from travaux.reading.corpus import read_corpus

NAME = "night-skies-convention"
BASE = f"https://w3id.org/travaux/corpus/{NAME}/"
SEED = 5
_TYPE = NamedNode(RDF_TYPE)


def make_corpus(folder: Path, statements: int, *, seed: int = SEED, progress: Progress = silent) -> Generation:
    """Write the folder of a corpus of so many statements, rejected ones among them, and publish its graph beside it."""
    progress("inventing", 0, 1)
    writer = _Writer(folder, invent(statements, seed), progress)
    workspace = Workspace.of(folder)
    with workspace.locked(), workspace.staged() as staged:
        with open_store(staged / "store") as store:
            store.load(writer.lines())
            write_columns(store)
        identity = digest("generated", str(seed), str(statements))
        review = {"decided": writer.decided, "rejected": writer.rejected}
        write_whole(staged / "manifest.json", Manifest(id=identity, counts=dict(sorted(writer.counts.items())), review=review).to_json())
        return workspace.publish(staged, identity)


class _Writer:
    """Writes documents and gives the lines of their graphs, one document after the other, then what is said over all."""

    def __init__(self, folder: Path, world: World, progress: Progress) -> None:
        self.counts: Counter[str] = Counter()
        self.decided = self.rejected = 0
        self._folder, self._world, self._progress = folder, world, progress
        self._documents: list[Document] = []
        self._shown = Shown(world.bearings)
        (folder / "documents").mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(render_themes(matter.theme for matter in world.matters), "utf-8")

    def lines(self) -> Iterator[bytes]:
        """Give the lines of the whole graph; once they are through, the folder is complete."""
        yield from vocabulary_lines(BASE)
        steps = len(self._world.sittings) + 2
        for meeting in self._world.meetings:
            yield from self._encoded(self._note(self._world.notes[meeting.note], meeting.consultation.id))
        for done, sitting in enumerate(self._world.sittings):
            self._progress(sitting.name, done, steps)
            yield from self._encoded(self._report(write_report(self._world, sitting)))
        self._progress("what is said over all", steps - 2, steps)
        yield from self._encoded(self._whole())
        self._progress("storing", steps - 1, steps)

    def _encoded(self, quads: Iterable[Quad]) -> tuple[bytes, ...]:
        return to_lines(self._counted(quads))

    def _counted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        seen = set()
        for quad in quads:
            if quad.predicate == _TYPE and isinstance(quad.object, NamedNode) and quad.object.value.startswith(ONTOLOGY):
                seen.add((quad.subject, quad.object.value.removeprefix(ONTOLOGY)))
            yield quad
        self.counts.update(kind for _, kind in seen)

    def _note(self, note: Note, consultation: Id) -> Iterator[Quad]:
        document = self._keep(note.page.document, note.header.title or "", DocumentKind.CONCEPT_NOTE, note.page.text, consultation)
        yield from encode_contents(Contents(document=document, header=note.header, sections=note.sections, questions=note.questions), BASE)

    def _report(self, report: Report) -> Iterator[Quad]:
        meeting, title = report.sitting.meeting, report.header.title or ""
        document = self._keep(report.page.document, title, DocumentKind.REPORT, report.page.text, meeting.consultation.id)
        contents = Contents(
            document=document,
            header=report.header,
            paragraphs=tuple(report.paragraphs),
            agenda_items=tuple(report.agenda_items),
            panels=tuple(report.panels),
            participations=tuple(report.participations),
            attendance=tuple(report.attendance),
            references=tuple(reference for saying in report.sayings for reference in saying.references),
        )
        return chain(encode_contents(contents, BASE), self._said(report))

    def _said(self, report: Report) -> Iterator[Quad]:
        """Give what was said as a build leaves it: what is undecided with its links as extracted, and all else as reviewed."""
        for saying in report.sayings:
            self._shown.look_at(saying)
        undecided = [one for one in report.sayings if one.statement.review is ReviewStatus.UNREVIEWED]
        decided = [one for one in report.sayings if one.statement.review is not ReviewStatus.UNREVIEWED]
        rejected = sum(one.statement.review is ReviewStatus.REJECTED for one in decided)
        self.rejected, self.decided = self.rejected + rejected, self.decided + len(decided) - rejected
        told = [replace(one.statement, position=None) for one in undecided]
        yield from encode_statements(told, (link for one in told for link in links_of(one)), BASE)
        yield from self._found([one.statement for one in undecided])
        rng = Random(f"review {report.sitting.name} {self._world.seed}")  # noqa: S311, no secret
        statements = [one.statement for one in decided]
        changes = (change for one in decided if one.statement.review is not ReviewStatus.REJECTED for change in one.changes)
        yield from encode_reviewed(chain(statements, changes, decide(rng, statements)), BASE, report.sitting.name)

    def _found(self, undecided: list[Statement]) -> Iterator[Quad]:
        expressed = {said.id: said.position for said in undecided if said.position}
        links = (link_position(said, said.position) for said in undecided if said.position)
        yield from encode_positions((), links, expressed, BASE)

    def _whole(self) -> Iterator[Quad]:
        """Give what belongs to no document: the corpus itself, the treaty, themes, actors, and the argument."""
        corpus, world = self._described(), self._world
        graphs = GraphNames(BASE)
        actors = world.actors
        yield from encode_corpus(corpus)
        yield from encode_treaty(world.treaty, BASE)
        yield from theme_quads(self._folder / FILE, BASE, graphs.themes)
        yield from encode_actors(
            (*(person for person, _, _ in actors.persons.things), *actors.organizations.things, *actors.states.things), BASE
        )
        yield from encode_layers(layers_of(corpus), BASE)
        yield from encode_positions((claim.position for claim in world.claims if not claim.named), (), {}, BASE)
        yield from encode_argument(argue(world.claims, self._shown.relations), BASE)

    def _keep(self, identity: Id, title: str, kind: DocumentKind, text: str, consultation: Id) -> Document:
        name = identity.removeprefix("document/")
        content = text.encode()
        (self._folder / "documents" / f"{name}.txt").write_bytes(content)
        document = Document(
            id=identity,
            name=name,
            title=title,
            kind=kind,
            file=f"documents/{name}.txt",
            checksum=hashlib.sha256(content).hexdigest(),
            consultation=consultation,
        )
        self._documents.append(document)
        return document

    def _described(self) -> Corpus:
        """Write ``corpus.toml`` and read it back."""
        meetings = [meeting.consultation for meeting in self._world.meetings]
        text = "".join(
            [
                _table("", name=NAME, title="Negotiation of a convention on dark night skies (generated)", base=BASE),
                *(_table("instruments", **_plain(one, "name title version_of status symbol date")) for one in INSTRUMENTS),
                *(
                    _table("consultations", **_plain(one, "name title first_day last_day body places mode session"), instrument="draft")
                    for one in meetings
                ),
                *(
                    _table(
                        "documents",
                        **_plain(one, "name title kind file checksum"),
                        consultation=(one.consultation or "").rpartition("/")[2],
                    )
                    for one in self._documents
                ),
            ]
        )
        (self._folder / DESCRIPTION).write_text(text, "utf-8")
        return read_corpus(self._folder)


def _plain(record: object, names: str) -> dict[str, object]:
    return {name: getattr(record, name) for name in names.split()}


def _table(name: str, /, **values: object) -> str:
    lines = [f"{key} = {_toml(value)}\n" for key, value in values.items() if value is not None]
    return "".join([f"\n[[{name}]]\n" if name else "", *lines])


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)

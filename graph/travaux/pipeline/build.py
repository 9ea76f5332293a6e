"""Building: from a corpus folder to a checked, published graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from travaux.analysis.columns import write_columns
from travaux.analysis.search import write_index
from travaux.errors import IntegrityError, StoreError
from travaux.files import write_whole
from travaux.model.corpus import Corpus
from travaux.model.schemes import LayerKind, ReferenceKind, ReviewStatus, Severity
from travaux.model.store import Store
from travaux.pipeline.bench import Bench, Part, open_bench
from travaux.pipeline.check import check_dates, check_links
from travaux.pipeline.forgetting import forget, is_to_forget
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.loading import load_parts
from travaux.pipeline.manifest import Manifest
from travaux.pipeline.parts import identify, plan_parts
from travaux.pipeline.progress import Progress, Steps, silent
from travaux.pipeline.quotes import check_part
from travaux.pipeline.reviewed_counts import count_review
from travaux.pipeline.sources import Sources
from travaux.pipeline.workspace import Generation, Workspace, find_corpus
from travaux.rdf.encoding import encode_findings
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import from_lines, to_lines
from travaux.rdf.shapes import Violation, check_shapes
from travaux.rdf.store import open_store
from travaux.rdf.terms import ONTOLOGY, concept_iri
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import read_review
from travaux.reading.treaty import read_treaty

_COUNTS = f"""
SELECT ?class (COUNT(DISTINCT ?thing) AS ?things)
WHERE {{
  ?thing a ?class FILTER(STRSTARTS(STR(?class), "{ONTOLOGY}"))
  FILTER NOT EXISTS {{ ?thing <{ONTOLOGY}review> <{concept_iri(ReviewStatus.REJECTED)}> }}
  FILTER NOT EXISTS {{ ?thing <{ONTOLOGY}check> ?check FILTER(STRSTARTS(?check, "review-")) }}
}}
GROUP BY ?class ORDER BY ?class
"""

_UNRESOLVED = f"""
SELECT DISTINCT ?reference
WHERE {{
  VALUES ?kind {{ <{concept_iri(ReferenceKind.ARTICLE)}> <{concept_iri(ReferenceKind.PREAMBULAR_PARAGRAPH)}> }}
  ?reference a <{ONTOLOGY}Reference> ; <{ONTOLOGY}kind> ?kind
  FILTER NOT EXISTS {{ ?reference <{ONTOLOGY}provision> ?provision }}
}}
"""


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: where it is, and what changed against the build before.

    ``counts`` are the things of each class, without rejected statements and remarks on the review, ``before`` those of the build before
    (empty if there was none); ``made`` names the parts that were read anew and ``removed`` those that are gone. A build that found
    nothing to do is not ``changed``. ``unresolved`` counts the citations of provisions that the corpus does not describe. ``review``
    counts what people have decided, as ``count_review`` does.
    """

    corpus: Corpus
    generation: Generation
    changed: bool
    counts: Mapping[str, int]
    before: Mapping[str, int] = field(default_factory=dict)
    made: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unresolved: int = 0
    review: Mapping[str, int] = field(default_factory=dict)


def build(folder: Path | None = None, *, fresh: bool = False, progress: Progress = silent) -> Build:
    """Build the graph of a corpus and publish it, reading only what changed since the last build (everything if ``fresh``).

    The graph that was published before stays in place, whole and usable, until the new one is complete and has passed its checks; a
    build that is killed leaves it so. The same input gives the same quads.

    Raises ``CorpusError`` or ``DocumentError`` for wrong input, ``IntegrityError`` if the graph contradicts its shapes or sources, and
    ``StoreError`` if another build is at work.
    """
    corpus = read_corpus(find_corpus(folder))
    workspace = Workspace.of(corpus.folder)
    treaty = read_treaty(corpus)
    parts = plan_parts(corpus, treaty, read_review(corpus.folder))
    identity = identify(parts)
    current = None if fresh else _find_whole(workspace)
    before = current.manifest if current else Manifest(id="")
    if current is not None and before.id == identity:
        if is_to_forget(corpus, workspace, parts):  # a build was killed before it came to that
            with workspace.locked():
                forget(workspace, parts)
        return Build(
            corpus,
            current,
            changed=False,
            counts=before.counts,
            before=before.counts,
            unresolved=before.unresolved,
            review=before.review,
        )
    with workspace.locked():
        kept = KeptParts(workspace.parts)
        if fresh:
            kept.drop_all_but(())
        made = _make_parts(parts, kept, Sources(corpus, treaty), progress)
        generation = _publish(corpus, workspace, parts, identity)
        kept.drop_all_but(part.key for part in parts)
        if is_to_forget(corpus, workspace, parts):
            forget(workspace, parts)
    progress("done", len(parts) + 1, len(parts) + 1)
    removed = tuple(sorted(set(before.parts) - {part.name for part in parts}))
    now = generation.manifest
    return Build(
        corpus,
        generation,
        changed=True,
        counts=now.counts,
        before=before.counts,
        made=made,
        removed=removed,
        unresolved=now.unresolved,
        review=now.review,
    )


def _find_whole(workspace: Workspace) -> Generation | None:
    """Find the published build if it can be read: one that cannot is as good as none."""
    current = workspace.find_current()
    try:
        if current is None or not current.manifest.id:
            return None
        with open_store(current.store, read_only=True) as store:
            return current if store.ask(f"ASK {{ ?corpus a <{ONTOLOGY}Corpus> }}") else None
    except StoreError:
        return None


def _make_parts(parts: tuple[Part, ...], kept: KeptParts, sources: Sources, progress: Progress) -> tuple[str, ...]:
    """Make and keep the parts that are not kept yet, each as soon as it is made; name them."""
    steps = Steps(progress, len(parts) + 1)
    made = []
    with open_bench(sources, kept, steps.within) as bench:
        for part in parts:
            if kept.find(part.key) is None:
                steps.begin(part.name)
                lines = part.make(bench)
                _check_made(part, lines, bench)
                kept.keep(part.key, lines)
                made.append(part.name)
            steps.done += 1
    steps.begin("publishing")
    return tuple(made)


def _check_made(part: Part, lines: tuple[bytes, ...], bench: Bench) -> None:
    """Check a part that is going to be in the graph; ``IntegrityError`` if it breaks the shapes or misquotes its document."""
    if not part.shown:
        return
    _refuse(part.name, check_shapes(from_lines(lines)))
    mismatches = check_part(lines, bench.sources.read(part.document), bench.corpus.base) if part.document else ()
    if part.document and mismatches:
        shown = "\n".join(f"  {mismatch.message}" for mismatch in mismatches[:10])
        what = f"{len(mismatches)} quotes differ from their source; nothing was published"
        raise IntegrityError(what, where=part.document.file, hint=shown)


def _refuse(name: str, found: tuple[Violation, ...]) -> None:
    violations = [violation for violation in found if violation.severity is Severity.ERROR]
    if violations:
        shown = "\n".join(f"  {violation.message} ({violation.focus})" for violation in violations[:10])
        raise IntegrityError(f"{len(violations)} violations of the shapes; nothing was published", where=name, hint=shown)


def _publish(corpus: Corpus, workspace: Workspace, parts: tuple[Part, ...], identity: str) -> Generation:
    kept = KeptParts(workspace.parts)
    with workspace.staged() as staged:
        with open_store(staged / "store") as store:
            load_parts(store, (kept.get(part.key) for part in parts if part.published), GraphNames(corpus.base), set(LayerKind))
            store.load(to_lines(encode_findings(check_dates(store, corpus), corpus.base)))
            _refuse("the links between the parts", check_links(store, corpus.base))
            write_columns(store)
            write_index(store)
            keys = {part.name: part.key for part in parts}
            unresolved = len(store.select(_UNRESOLVED))
            kinds = {part.name: part.kind.name.lower() for part in parts}
            manifest = Manifest(
                id=identity, parts=keys, kinds=kinds, counts=_count(store), unresolved=unresolved, review=count_review(store)
            )
        write_whole(staged / "manifest.json", manifest.to_json())
        return workspace.publish(staged, identity)


def _count(store: Store) -> dict[str, int]:
    return {str(name).removeprefix(ONTOLOGY): int(str(things)) for name, things in store.select(_COUNTS).rows}

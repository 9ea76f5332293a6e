"""What rules alone propose in a corpus, as if nobody had reviewed it."""

from __future__ import annotations

from pathlib import Path

from travaux.model.argument import Link, Statement
from travaux.pipeline.bench import PartKind, open_bench
from travaux.pipeline.extraction import read_linked
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.parts import plan_parts
from travaux.pipeline.progress import Progress, Steps, silent
from travaux.pipeline.sources import Sources
from travaux.pipeline.workspace import Workspace
from travaux.reading.corpus import read_corpus
from travaux.reading.review.folder import Review
from travaux.reading.treaty import read_treaty


def find_proposals(corpus_folder: Path, progress: Progress = silent) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """Find the statements that rules propose for the reports of a corpus, with their links.

    They are those that the last build has kept, and are read anew where it has not, or where something has changed since.
    """
    corpus = read_corpus(corpus_folder)
    treaty = read_treaty(corpus)
    parts = [part for part in plan_parts(corpus, treaty, Review()) if part.kind is PartKind.PROPOSALS]
    steps, statements, links = Steps(progress, len(parts)), list[Statement](), list[Link]()
    with open_bench(Sources(corpus, treaty), KeptParts(Workspace.to_read(corpus_folder).parts), steps.within) as bench:
        for part in parts:
            steps.begin(part.name)
            found = read_linked(part, bench)
            statements += found[0]
            links += found[1]
            steps.done += 1
    return tuple(statements), tuple(links)

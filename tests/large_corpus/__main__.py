"""Make a corpus: ``python -m large_corpus FOLDER --statements 100000``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from large_corpus.corpus import SEED, make_corpus


def main() -> None:
    """Make the corpus that the command line asks for, with progress on standard error."""
    parser = argparse.ArgumentParser(prog="large_corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    begun = time.monotonic()

    def show(what: str, done: int, steps: int) -> None:
        sys.stderr.write(f"\r{time.monotonic() - begun:6.0f} s  {done:4d} of {steps}  {what:<60.60s}")
        sys.stderr.flush()

    generation = make_corpus(given.folder, given.statements, seed=given.seed, progress=show)
    sys.stderr.write(f"\n{generation.folder}\n")


main()

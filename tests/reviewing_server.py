"""A server in a process of its own, for tests that end it as they like."""

from __future__ import annotations

import sys
from pathlib import Path

from travaux.pipeline.desk import open_desk
from travaux.web.review import serve_review


def say(address: str, _: bool = True) -> None:  # noqa: FBT001, FBT002, as servers call it
    """Print an address for who has started the server."""
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


def main(folder: str, port: str) -> None:
    """Serve a corpus until the end; the address is printed once it can be asked."""
    with open_desk(Path(folder)) as desk:
        serve_review(desk, host="127.0.0.1", port=int(port), token=None, reviewer=None, opened=say)
    say("ended")


if __name__ == "__main__":
    main(*sys.argv[1:])

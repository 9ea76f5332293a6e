"""``python -m travaux`` is the command ``travaux``."""

from __future__ import annotations

from travaux.cli import main

if __name__ == "__main__":
    main()

"""Plots that say what they show to those who do not see them."""

from __future__ import annotations

import base64
import html
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from travaux.errors import TravauxError
from travaux.files import write_whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DOTS = 120
"""Dots an inch of the picture."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture in PNG with the words that stand for it; in a notebook it shows itself, and the words below it."""

    png: bytes
    alternative: str

    def write(self, path: Path) -> None:
        """Write the picture to a file; ``FileError`` if that cannot be done."""
        write_whole(path, self.png)

    def _repr_html_(self) -> str:
        words = html.escape(self.alternative)
        data = base64.b64encode(self.png).decode("ascii")
        return f'<figure><img alt="{words}" src="data:image/png;base64,{data}"><figcaption>{words}</figcaption></figure>'


def describe_plot(figure: Figure, alternative: str) -> Plot:
    """Make a figure of Matplotlib a plot with alternative text, and let go of the figure; the same figure gives the same bytes.

    ``TravauxError`` for an alternative text that says nothing.
    """
    words = " ".join(alternative.split())
    if not words:
        raise TravauxError("a plot needs words that stand for it", hint="Say what the plot shows in one or two sentences.")
    from matplotlib import pyplot as plt  # noqa: PLC0415, only notebooks have it

    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=_DOTS, bbox_inches="tight", metadata={"Software": None})
    plt.close(figure)
    return Plot(written.getvalue(), words)

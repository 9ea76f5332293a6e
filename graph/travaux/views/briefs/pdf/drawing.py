"""Drawings as pictures of points, for programs that do not draw SVG."""

from __future__ import annotations

import typst

POINTS_PER_INCH = 216
"""Three points of a picture for each point of type."""
_SOURCE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'


def draw_png(svg: str) -> bytes:
    """Return an SVG document as PNG, the same bytes for the same drawing; ``TypstError`` if it is none."""
    return typst.compile(_SOURCE, format="png", ppi=POINTS_PER_INCH, ignore_system_fonts=True, sys_inputs={"svg": svg})

"""Links with reasons: statements to themes and guiding questions, and statements of one claim to one position."""

from __future__ import annotations

from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.linker import Linked, Linker, link_statements
from travaux.reading.linking.positions import Positions, find_positions

__all__ = ["Knowledge", "Linked", "Linker", "Positions", "find_positions", "link_statements"]

"""Links with reasons: statements to themes and guiding questions, and statements of one claim to one position."""

from __future__ import annotations

from travaux.reading.linking.knowledge import Knowledge
from travaux.reading.linking.linker import Linked, Linker, link_statements

__all__ = ["Knowledge", "Linked", "Linker", "link_statements"]

"""What the corpus knows before a document is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from travaux.model.consultation import Consultation
from travaux.model.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the corpus knows of the negotiation; a loose document is read with an empty one.

    ``chapters`` leads from ``name_key`` of a title to the chapter of the instrument under discussion, ``provisions`` from a citation in
    normal form (``article 24``, ``preambular paragraph 3``) to the provision; ``provision_titles`` has the titles of those that the
    corpus can vouch for, under the same keys. ``instruments`` leads from ``name_key`` of a title or a symbol to the instrument.
    """

    consultation: Consultation | None = None
    chapters: Mapping[str, Id] = field(default_factory=dict)
    provisions: Mapping[str, Id] = field(default_factory=dict)
    provision_titles: Mapping[str, str] = field(default_factory=dict)
    instruments: Mapping[str, Id] = field(default_factory=dict)

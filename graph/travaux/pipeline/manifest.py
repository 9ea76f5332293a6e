"""What a build was made from and what it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The manifest of a build: the fingerprint of its inputs, its parts, the things of each class, and loose citations.

    ``parts`` tell the key of each part, ``kinds`` its kind. ``review`` counts the statements that people let stand (``decided``) or
    ``rejected``, and the remarks on their decisions by kind (``moved``).
    """

    id: str
    parts: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    unresolved: int = 0
    review: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """Write the manifest, the same bytes for the same build."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read a manifest; ``ValueError`` if that is not one."""
        held = json.loads(content)
        match held:
            case {"id": str(identity), "parts": dict(parts), "counts": dict(counts), "unresolved": int(unresolved)}:
                return cls(
                    id=identity,
                    parts=parts,
                    counts=counts,
                    unresolved=unresolved,
                    kinds=held.get("kinds", {}),
                    review=held.get("review", {}),
                )
        raise ValueError("no manifest")

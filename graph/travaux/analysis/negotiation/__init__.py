"""The network of a whole negotiation, which the first look is drawn from."""

from __future__ import annotations

from travaux.analysis.negotiation.network import negotiation_network

__all__ = ["negotiation_network"]

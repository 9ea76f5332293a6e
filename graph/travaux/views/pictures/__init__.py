"""Pictures of networks for notebooks and for files that stand alone, drawn through pyvis; nothing in them moves by itself."""

from __future__ import annotations

from travaux.views.pictures.picture import Picture, draw_network

__all__ = ["Picture", "draw_network"]

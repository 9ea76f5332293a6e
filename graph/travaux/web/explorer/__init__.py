"""The explorer over HTTP: pages, their other forms, and the SPARQL endpoint."""

from __future__ import annotations

from travaux.web.explorer.app import explorer_app
from travaux.web.explorer.serving import serve_explorer

__all__ = ["explorer_app", "serve_explorer"]

"""Review in the browser: a server for one desk, and the page that it shows."""

from travaux.web.app import review_app
from travaux.web.security import Hosts
from travaux.web.serving import serve_review

__all__ = ["Hosts", "review_app", "serve_review"]

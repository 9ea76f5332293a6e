"""Review in the browser: the page, and the decisions that it makes."""

from travaux.web.review.app import review_app
from travaux.web.review.serving import serve_review

__all__ = ["review_app", "serve_review"]

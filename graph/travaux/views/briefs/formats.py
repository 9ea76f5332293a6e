"""The formats of briefs, each with the function that renders it, which is imported when it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from travaux.views.briefs.blocks import Brief


@dataclass(frozen=True, slots=True)
class BriefForm:
    """A format: its name, which is the ending of its files without the dot, what it is, and ``module:function`` that renders it."""

    name: str
    about: str
    media_type: str
    renderer: str
    is_text: bool = False

    @property
    def ending(self) -> str:
        """The ending of its files, with the dot."""
        return f".{self.name}"

    def render(self, brief: Brief) -> bytes:
        """Render a brief: the same brief gives the same bytes. Text is UTF-8."""
        module, _, function = self.renderer.partition(":")
        rendered = getattr(import_module(module), function)(brief)
        return rendered.encode() if isinstance(rendered, str) else bytes(rendered)


_HERE = "travaux.views.briefs"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMS = {
    form.name: form
    for form in (
        BriefForm("docx", "a document of Word and LibreOffice", _WORD, f"{_HERE}.word:render_word"),
        BriefForm("pdf", "PDF", "application/pdf", f"{_HERE}.pdf:render_pdf"),
        BriefForm("md", "Markdown", "text/markdown", f"{_HERE}.markdown:render_markdown", is_text=True),
        BriefForm("html", "a page in one file", "text/html", f"{_HERE}.html:render_html"),
    )
}
"""Every format by its name; the first is the one that is taken if none is named."""

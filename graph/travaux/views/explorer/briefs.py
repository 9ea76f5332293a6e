"""The brief on what a page shows, as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.views.briefs import make_brief
from travaux.views.briefs.blocks import Brief
from travaux.views.briefs.formats import BriefForm
from travaux.views.briefs.making import name_file
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.forms import Form, forms_of
from travaux.views.explorer.page import Moved, Page, PageBrief


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief in one form: the name of its file, which tells if it is narrowed, and its bytes, which are those of ``travaux brief``."""

    form: Form
    name: str
    content: bytes


def briefs_of(explorer: Explorer, page: Page | Moved) -> Iterator[BriefFile]:
    """Give the brief on a page in every form, each rendered when it is taken; none where the page has no brief."""
    asked = page.brief if isinstance(page, Page) else None
    if asked:
        made = _make(explorer, asked)
        yield from (_render(made, asked, form, form.brief) for form in forms_of(page) if form.brief)


def brief_of(explorer: Explorer, page: Page, form: Form) -> BriefFile | None:
    """Give the brief on a page in one form; ``None`` if the page has none, or if the form is of another kind."""
    return _render(_make(explorer, page.brief), page.brief, form, form.brief) if page.brief and form.brief else None


def _make(explorer: Explorer, asked: PageBrief) -> Brief:
    return make_brief(
        asked.kind,
        asked.names,
        explorer.store,
        explorer.corpus,
        explorer.version,
        selection=asked.selection,
        layers=explorer.layers,
        thing=asked.thing,
    )


def _render(made: Brief, asked: PageBrief, form: Form, brief_form: BriefForm) -> BriefFile:
    ending = f"{'-narrowed' if asked.narrowed else ''}{brief_form.ending}"
    return BriefFile(form, name_file(asked.kind, asked.names, ending), brief_form.render(made))

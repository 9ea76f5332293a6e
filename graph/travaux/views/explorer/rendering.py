"""Pages as HTML: whole documents for a server, fragments for a file that holds them all."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment

from travaux.analysis.sources import sources_of
from travaux.model.corpus import Corpus
from travaux.views.answers.said import group_bearings
from travaux.views.counting import count_of, join
from travaux.views.explorer import addresses, forms
from travaux.views.explorer.menu import MENU
from travaux.views.explorer.naming import Naming
from travaux.views.explorer.page import Page
from travaux.views.explorer.stance_columns import in_columns
from travaux.views.quoting import quote_marks
from travaux.views.templating import make_environment
from travaux.views.wording import ABOUT_STANCE, GRADE_WORDS, NOT_SAID, PREVALENCE_WORDS, REVIEW_WORDS, STANCE_WORDS, in_sources

_DOCUMENT, _FRAGMENT, _FILE = "explorer/document.html.j2", "explorer/fragment.html.j2", "explorer/file.html.j2"


class Renderer:
    """Templates of the explorer, with what all of them may use."""

    def __init__(self, corpus: Corpus, language: str, naming: Naming, *, published: bool = False) -> None:
        self._environment = _make_environment(corpus, language, naming)
        self._environment.globals["published"] = published

    def document(self, page: Page, address: str) -> str:
        """Render a page as an HTML document for the address at which it is shown."""
        return self._render(page, address, _DOCUMENT)

    def fragment(self, page: Page, address: str) -> str:
        """Render what stands in the main part of a page: no menu, no scripts."""
        return self._render(page, address, _FRAGMENT)

    def file(self, **shown: object) -> str:
        """Render the file that holds all pages."""
        return self._environment.get_template(_FILE).render(shown)

    def published(self, name: str, **shown: object) -> str:
        """Render a page of a published site by one of its own templates; its links are still addresses of the explorer."""
        return self._environment.get_template(f"explorer/published/{name}.html.j2").render(shown)

    def _render(self, page: Page, address: str, chrome: str) -> str:
        template = self._environment.get_template(f"explorer/{page.template}")
        return template.render({**page.shown, "page": page, "address": address, "chrome": chrome})


def _make_environment(corpus: Corpus, language: str, naming: Naming) -> Environment:
    environment = make_environment()
    environment.filters["quote_marks"] = quote_marks
    environment.filters["named"] = naming.read
    environment.filters["group_bearings"] = group_bearings
    sources = sources_of(one.kind for one in corpus.documents)
    environment.filters["in_sources"] = partial(in_sources, sources=sources)
    environment.globals.update(
        source_kinds=sources.name.lower(),
        the_sources=f"the {sources.value}",
        not_said=NOT_SAID[sources],
        about_stance=ABOUT_STANCE[sources],
        count_of=count_of,
        join=join,
        corpus=corpus,
        language=language,
        menu=MENU,
        icon="/static/icon.svg",
        stance_words=STANCE_WORDS,
        prevalence_words=PREVALENCE_WORDS,
        review_words=REVIEW_WORDS,
        grade_words=GRADE_WORDS,
        address_of=addresses.address_of,
        cited_address=addresses.cited_address,
        theme_address=addresses.theme_address,
        position_address=addresses.position_address,
        consultation_address=addresses.consultation_address,
        document_address=addresses.document_address,
        question_address=addresses.question_address,
        passage_address=addresses.passage_address,
        with_options=addresses.with_options,
        in_columns=in_columns,
        forms_of=forms.forms_of,
        in_form=forms.in_form,
    )
    return environment

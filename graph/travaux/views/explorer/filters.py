"""The form by which a reader narrows a page to some statements."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.corpus import Corpus
from travaux.model.schemes import Prevalence, Stance
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import FILTERS, Options
from travaux.views.wording import PREVALENCE_WORDS, STANCE_WORDS


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of the form: its name in the address, what a reader calls it, and its values with their words."""

    name: str
    words: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a page asks for, as its template needs it: ``path`` is the address without options."""

    path: str
    options: Options

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any(self.options.all(name) for name in FILTERS)

    def chosen(self, name: str) -> tuple[str, ...]:
        """Give the values chosen of an option."""
        return self.options.all(name)

    def address(self, **changed: str) -> str:
        """Give the address of this page with some options changed, an empty text leaving an option out."""
        return with_options(self.path, [*self.options.without(*changed), *changed.items()])


def choices_of(corpus: Corpus) -> tuple[Choice, ...]:
    """Give the filters of a corpus."""
    least = [word for word in Prevalence if word is not Prevalence.UNSPECIFIED]
    return (
        Choice("consultation", "Consultation", tuple((one.name, one.title) for one in corpus.consultations)),
        Choice("stance", "Stance", tuple((one.value, STANCE_WORDS[one.value]) for one in Stance)),
        Choice("prevalence", "Held at least as widely as", tuple((one.value, PREVALENCE_WORDS[one.value]) for one in least)),
        Choice("layer", "Review", (("reviewed", "reviewed"), ("extracted", "proposed by rules only"))),
    )

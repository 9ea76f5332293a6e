"""Candidates for themes as Turtle that a person moves to ``themes.ttl`` or declines in ``review/themes.ttl``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.rdf.terms import NAMESPACES, SCHEME, concept_iri, property_iri
from travaux.rdf.turtle import read_turtle

DECLINED = Path("review") / "themes.ttl"
"""The file of a corpus with the candidates that people have declined; a corpus may have none."""

_HEAD = """\
# Candidates for themes, none of them reviewed. Move those that are themes to themes.ttl, and name, define and place them there as they
# deserve. Move those that are none to review/themes.ttl with review-status:rejected: they are not proposed again.

"""
_PREFIXES = ("trv", "skos")
_STATUS = f"{SCHEME}review-status/"
_SKOS = NAMESPACES["skos"]
_REVIEW = property_iri("review")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTheme:
    """A candidate as it is written: its name, other wordings, why it is proposed, sentences with where they stand, a broader theme."""

    label: str
    wordings: tuple[str, ...] = ()
    note: str = ""
    examples: tuple[str, ...] = ()
    broader: Id | None = None


def render_proposed_themes(proposed: Sequence[ProposedTheme], base: str, taken: Iterable[Id]) -> str:
    """Render candidates as Turtle, in their order, every text as a string whatever it holds.

    ``base`` is the base IRI of the corpus; ``taken`` are the identifiers of the themes that there are already: no candidate gets one.
    """
    prefixes = [f"@prefix {name}: <{NAMESPACES[name]}> .\n" for name in _PREFIXES]
    head = [_HEAD, f"@base {NamedNode(base)} .\n", *prefixes, f"@prefix review-status: <{_STATUS}> .\n"]
    names = _names([one.label for one in proposed], set(taken))
    return "".join(head) + "".join(_concept(name, one) for name, one in zip(names, proposed, strict=True))


def read_declined(path: Path, base: str) -> tuple[str, ...]:
    """Read the names and other wordings of the declined candidates, sorted; none if there is no such file.

    Only concepts that say ``trv:review review-status:rejected`` are declined; others in the file wait for a decision. ``base`` is the
    base IRI of the corpus. Raises ``CorpusError`` with line and column if the file is not Turtle.
    """
    if not path.exists():
        return ()
    quads = read_turtle(path, base)
    rejected = {quad.subject for quad in quads if quad.predicate.value == _REVIEW and quad.object == NamedNode(_rejected())}
    labels = {_SKOS + "prefLabel", _SKOS + "altLabel", _SKOS + "hiddenLabel"}
    found = (quad.object for quad in quads if quad.subject in rejected and quad.predicate.value in labels)
    return tuple(sorted({term.value for term in found if isinstance(term, Literal)}))


def _rejected() -> str:
    return concept_iri(ReviewStatus.REJECTED)


def _names(labels: Sequence[str], taken: set[Id]) -> Iterator[Id]:
    """Give each label an identifier of its own."""
    for label in labels:
        plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
        name = "-".join(re.findall(r"[a-z0-9]+", plain)) or "candidate"
        count = 1
        while (found := Id(f"theme/{name}" if count == 1 else f"theme/{name}-{count}")) in taken:
            count += 1
        taken.add(found)
        yield found


def _concept(name: Id, one: ProposedTheme) -> str:
    lines = [f"\n<{name}> a trv:Theme, skos:Concept", f"skos:prefLabel {_text(one.label)}"]
    lines += [f"skos:altLabel {_text(wording)}" for wording in one.wordings]
    lines += ["skos:inScheme <theme>", f"trv:review review-status:{ReviewStatus.UNREVIEWED.value}"]
    lines += [f"skos:broader <{one.broader}>"] if one.broader else []
    lines += [f"skos:editorialNote {_text(one.note)}"] if one.note else []
    lines += [f"skos:example {_text(example)}" for example in one.examples]
    return " ;\n  ".join(lines) + " .\n"


def _text(text: str) -> str:
    return str(Literal(text, language="en"))

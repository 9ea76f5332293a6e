"""The files of the lexicon, parsed and laid over one another: what each entry, sense and word list says, and in which file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from travaux.errors import CorpusError
from travaux.rdf.terms import NAMESPACES, SCHEME
from travaux.rdf.turtle import read_turtle

BASE = "https://w3id.org/travaux/lexicon/"
"""What relative IRIs of a lexicon are relative to, in every file, so that a later file can mean an entry of an earlier one."""

LEX = "https://w3id.org/travaux/lexicon#"
ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
ENTRY = ONTOLEX + "LexicalEntry"
SENSE = ONTOLEX + "sense"

PREFIXES = {
    "act": SCHEME + "act/",
    "stance": SCHEME + "stance/",
    "prevalence": SCHEME + "prevalence/",
    "lex": LEX,
    "ontolex": ONTOLEX,
    "lexinfo": LEXINFO,
} | NAMESPACES


Word = TypeVar("Word", bound=StrEnum)


@dataclass(slots=True)
class Mistakes:
    """What is wrong, each with the file in which it is."""

    found: list[tuple[Path, str]] = field(default_factory=list)

    def add(self, path: Path, what: str) -> None:
        """Keep a mistake, once."""
        if (path, what) not in self.found:
            self.found.append((path, what))

    def tell(self) -> None:
        """Raise ``CorpusError`` with all of them, if there are any."""
        if not self.found:
            return
        paths = sorted({path for path, _ in self.found})
        lines = [what if len(paths) == 1 else f"{path}: {what}" for path, what in self.found]
        what = lines[0] if len(lines) == 1 else "\n".join([f"{len(lines)} mistakes", *(f"  {line}" for line in lines[:50])])
        raise CorpusError(
            what, where=str(paths[0]) if len(paths) == 1 else None, hint="the form of the file is explained in docs/lexicon.md"
        )


@dataclass(frozen=True, slots=True)
class Block:
    """What one file says of one subject, in its order: IRIs and texts, by the IRI of the property.

    Texts are in lower case and have single spaces.
    """

    subject: str
    path: Path
    iris: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def values(self, predicate: str) -> list[str]:
        """Return all values of a property as they are written in the file, for a message."""
        return [*map(short, self.iris.get(predicate, ())), *(f'"{text}"' for text in self.texts.get(predicate, ()))]


def read_blocks(path: Path) -> list[Block]:
    """Read what a file says of each subject, in the order of the file.

    Raises ``CorpusError`` with the line and column of what is not Turtle, or if the file cannot be read.
    """
    return list(_gather(path, read_turtle(path, BASE)).values())


def _gather(path: Path, quads: Iterable[Quad]) -> dict[str, Block]:
    blocks: dict[str, Block] = {}
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode) or isinstance(value, BlankNode | Triple):
            msg = f"something has no IRI, at {short(predicate)}: give it one instead of [ ], ( ) or _:name"
            raise CorpusError(msg, where=str(path))
        name, written = subject.value, value.value
        if (block := blocks.get(name)) is None:
            block = blocks[name] = Block(name, path)
        if isinstance(value, NamedNode):
            block.iris.setdefault(predicate, []).append(written)
        elif text := " ".join(written.lower().split()):
            block.texts.setdefault(predicate, []).append(text)
    return blocks


def short(iri: str) -> str:
    """Write an IRI as in the file: relative, or with its prefix if that is known.

    >>> short("https://w3id.org/travaux/scheme/act/caution")
    'act:caution'
    """
    if iri.startswith(BASE):
        return f"<{iri.removeprefix(BASE)}>"
    return next((f"{prefix}:{iri.removeprefix(start)}" for prefix, start in PREFIXES.items() if iri.startswith(start)), f"<{iri}>")


def check_terms(block: Block, known: set[str], mistakes: Mistakes) -> None:
    """Report properties of the lexicon's own vocabularies that do not belong here, above all misspelt ones."""
    for predicate in (*block.iris, *block.texts):
        if predicate not in known and predicate.startswith((LEX, ONTOLEX, LEXINFO)):
            cure = f"what belongs there is {', '.join(sorted(map(short, known)))}"
            mistakes.add(block.path, f"{short(block.subject)} has {short(predicate)}, which does not belong there: {cure}")


def one_of(block: Block, predicate: str, known: dict[str, Word], mistakes: Mistakes) -> Word | None:
    """Return the one controlled word of a property; report one that is missing, unknown or one of several."""
    iris = block.iris.get(predicate, ())
    if len(iris) == 1 and iris[0] in known and predicate not in block.texts:
        return known[iris[0]]
    written = block.values(predicate)
    cure = f"write one of {', '.join(short(iri) for iri in known)}"
    mistakes.add(block.path, f"{short(block.subject)} has {', '.join(written) or 'nothing'} as {short(predicate)}: {cure}")
    return None


def described(blocks: list[Block]) -> Iterator[Block]:
    """Give the blocks that say something of the lexicon, and not of the file or of its vocabulary."""
    return (block for block in blocks if block.subject != BASE and not block.subject.startswith(LEX))


def name_of(iri: str) -> str:
    """Return the name of an entry: its IRI without what all have in common; of an IRI from elsewhere, the last part.

    >>> name_of("https://example.org/words#flag-up")
    'flag-up'
    """
    return iri.removeprefix(BASE) if iri.startswith(BASE) else iri.replace("#", "/").rstrip("/").rpartition("/")[2]

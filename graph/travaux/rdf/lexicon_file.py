"""The files of the lexicon, parsed and laid over one another: what each entry, sense and word list says, and in which file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from travaux.errors import CorpusError
from travaux.rdf.terms import NAMESPACES, SCHEME

BASE = "https://w3id.org/travaux/lexicon/"
"""What relative IRIs of a lexicon are relative to, in every file, so that a later file can mean an entry of an earlier one."""

LEX = "https://w3id.org/travaux/lexicon#"
ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
ENTRY = ONTOLEX + "LexicalEntry"

PREFIXES = {
    "act": SCHEME + "act/",
    "stance": SCHEME + "stance/",
    "prevalence": SCHEME + "prevalence/",
    "lex": LEX,
    "ontolex": ONTOLEX,
    "lexinfo": LEXINFO,
} | NAMESPACES

Values = dict[str, list[NamedNode | Literal]]


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
    """What one file says of one subject; ``values`` by the IRI of the property, in the order of the file."""

    subject: str
    path: Path
    values: Values

    def iris(self, predicate: str) -> list[str]:
        """Return the IRIs of a property."""
        return [value.value for value in self.values.get(predicate, ()) if isinstance(value, NamedNode)]

    def texts(self, predicate: str) -> list[str]:
        """Return the texts of a property in lower case, with single spaces."""
        found = (" ".join(value.value.lower().split()) for value in self.values.get(predicate, ()) if isinstance(value, Literal))
        return [text for text in found if text]


def read_blocks(path: Path) -> list[Block]:
    """Read what a file says of each subject, in the order of the file.

    Raises ``CorpusError`` with the line and column of what is not Turtle, or if the file cannot be read.
    """
    try:
        raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        values: dict[str, Values] = {}
        for quad in parse(input=raw, format=RdfFormat.TURTLE, base_iri=BASE):
            subject, value = quad.subject, quad.object
            if not (isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal)):
                msg = f"something has no IRI, at {short(quad.predicate.value)}: give it one instead of [ ], ( ) or _:name"
                raise CorpusError(msg, where=str(path))
            values.setdefault(subject.value, defaultdict(list))[quad.predicate.value].append(value)
    except SyntaxError as error:
        msg = f"not valid Turtle: {error.msg or error}"
        raise CorpusError(msg, where=f"{path}, line {error.lineno}, column {error.offset}") from error
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise CorpusError(msg, where=str(path)) from error
    return [Block(subject, path, dict(properties)) for subject, properties in values.items()]


def short(iri: str) -> str:
    """Write an IRI as in the file: relative, or with its prefix if that is known.

    >>> short("https://w3id.org/travaux/scheme/act/caution")
    'act:caution'
    """
    if iri.startswith(BASE):
        return f"<{iri.removeprefix(BASE)}>"
    return next((f"{prefix}:{iri.removeprefix(start)}" for prefix, start in PREFIXES.items() if iri.startswith(start)), f"<{iri}>")


def described(blocks: list[Block]) -> Iterator[Block]:
    """Give the blocks that say something of the lexicon, and not of the file or of its vocabulary."""
    return (block for block in blocks if block.subject != BASE and not block.subject.startswith(LEX))

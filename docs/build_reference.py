"""Write the reference of the ontology as one HTML page that loads nothing: ``python docs/build_reference.py [FILE]``."""

from __future__ import annotations

import logging
import re
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import rdflib
from rdflib.compare import to_canonical_graph

# ruff: noqa: INP001 - a program of the documentation, not a package

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "travaux.ttl"
PAGE = ROOT / "build" / "reference" / "ontology.html"
LOADING = r"""(?:\bsrc\s*=\s*["']?|<link\b[^>]*?\bhref\s*=\s*["']?|@import\s+["']?|url\(\s*["']?)"""
LOADED = re.compile(LOADING + r"""(?!data:|\#)[^"'\s>)]+""", re.IGNORECASE)
GENERATOR = re.compile(r'<div id="pylode">.*?</div>', re.DOTALL)

MEMBER = r"""<span>\s*<a [^>]*>[^<]*</a>\s*<sup [^>]*>[^<]*</sup>\s*</span>"""
UNION = re.compile(rf"""{MEMBER}(?:\s*<span class="cardinality">or</span>\s*{MEMBER})+""")


def main(arguments: list[str]) -> int:
    """Write the page to the file named, or to ``build/reference/ontology.html``; 1 if the page would load something."""
    logging.disable(logging.INFO)
    page = render_reference(ONTOLOGY)
    loaded = find_loaded(page)
    if loaded:
        sys.stderr.write(f"The page would load {', '.join(loaded)}; nothing was written.\n")
        return 1
    target = Path(arguments[0]) if arguments else PAGE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8")
    sys.stdout.write(f"{target}\n")
    return 0


def render_reference(ontology: Path) -> str:
    """Return the page for an ontology in Turtle, the same on every run, without the picture of the program that made it."""
    # pyLODE 3.4.1 looks for its version in a file that its wheel does not contain (RDFLib/pyLODE#260): it gets it from here.
    told = ModuleType("pylode.version")
    told.__dict__["__version__"] = version("pylode")
    sys.modules.setdefault("pylode.version", told)
    from pylode import OntPub  # noqa: PLC0415 - only after its version is known

    page = str(OntPub(_sorted(ontology), sort_subjects=True).make_html())
    page = UNION.sub(_in_order, GENERATOR.sub("", page))
    return "\n".join(line.rstrip() for line in page.splitlines()) + "\n"


def _in_order(union: re.Match[str]) -> str:
    """Sort the members of a union: pyLODE keeps them in a set, in an order that differs from run to run."""
    members = iter(sorted(re.findall(MEMBER, union.group())))
    return re.sub(MEMBER, lambda _: next(members), union.group())


def _sorted(ontology: Path) -> rdflib.Graph:
    """Read the file so that neither the names of its blank nodes nor the order of its triples depend on the run."""
    ordered = rdflib.Graph()
    for triple in sorted(to_canonical_graph(rdflib.Graph().parse(ontology))):
        ordered.add(triple)
    return ordered


def find_loaded(page: str) -> list[str]:
    """Name what a browser would fetch to show the page; links that a reader may follow are no part of it."""
    return sorted({found.group() for found in LOADED.finditer(page)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

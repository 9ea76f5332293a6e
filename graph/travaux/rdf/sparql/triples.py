"""Lines of N-Triples and N-Quads in an order that does not depend on who asks, or when."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse


def sort_lines(lines: Iterable[bytes]) -> list[bytes]:
    """Return lines of N-Triples or N-Quads in code point order, each once; blank nodes are named by what is said of them.

    The names are those of the W3C's RDF Dataset Canonicalization, so the same triples give the same bytes.
    """
    plain = set()
    about_blank_nodes = []
    for line in lines:
        if b"_:" in line:
            about_blank_nodes.append(line)
        else:
            plain.add(line)
    if about_blank_nodes:
        dataset = Dataset(parse(b"".join(about_blank_nodes), RdfFormat.N_QUADS))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        plain.update(f"{quad} .\n".encode() for quad in dataset)
    return sorted(plain)

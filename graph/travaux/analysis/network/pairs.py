"""Networks of two kinds of things that statements link, and of themes that they link to one another."""

from __future__ import annotations

from typing import Any

import networkx as nx

from travaux.analysis.network import queries
from travaux.analysis.network.meanings import stamp
from travaux.analysis.network.reading import Reader
from travaux.analysis.selection import ALL, Selection
from travaux.model.store import Store

ANSWERS = {"direct": "question", "partial": "partialQuestion"}
"""How a statement answers a question → the property that says so."""


def positions_by_provision(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which positions are expressed about which provisions.

    A **node** with ``bipartite`` 0 is a position, as in ``argument_network``; one with ``bipartite`` 1 is a provision, with ``kind``
    ``provision``, ``label`` (as stored; ends in ``[unverified]`` where it rests on recollection, and ``verified`` is then false),
    ``provision_kind`` (``article``, ``chapter``, ``preambular-paragraph``), ``number``, ``order``, ``instrument`` (the name of the text)
    and ``version`` (``draft``, ``adopted``, ``in-force``), and ``statements``, how many statements selected cite it.

    An **edge** is undirected; its ``weight`` is the number of distinct statements selected that express the position and cite the
    provision.

    **Left out**: positions whose statements cite no provision on file, provisions that no position is expressed about, what was rejected.
    A chapter is not linked by statements that cite its articles, nor an article by those that cite its counterpart in another version.
    Positions come first; each side is in the order of its identifiers, edges in that of their ends. A ``lean`` network, here and in what
    follows, tells of its nodes what they are called and leaves out ``statements`` and what else statements say of them: it is read in a
    third of the time. Raises ``StoreError`` and ``QueryError`` as the store does.
    """
    return _bipartite(Reader(store, selection, lean=lean), ("position", "provision"), "positions-by-provision")


def positions_by_theme(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which positions are expressed under which themes.

    A **node** with ``bipartite`` 0 is a position, as in ``argument_network``; one with ``bipartite`` 1 is a theme, with ``kind``
    ``theme``, ``label`` and ``statements``, how many statements selected carry it.

    An **edge** is undirected; its ``weight`` is the number of distinct statements selected that express the position and carry the theme.

    **Left out**: positions whose statements carry no theme, themes under which no position is expressed, what was rejected. A wider theme
    is not linked by statements that carry a narrower one. Order and errors are those of ``positions_by_provision``.
    """
    return _bipartite(Reader(store, selection, lean=lean), ("position", "theme"), "positions-by-theme")


def themes_by_consultation(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which themes were spoken of at which consultations.

    A **node** with ``bipartite`` 0 is a theme, as in ``positions_by_theme``; one with ``bipartite`` 1 is a consultation, with ``kind``
    ``consultation``, ``label`` (its title), ``first_day`` (ISO 8601, where known) and ``statements``, how many statements selected its
    documents report.

    An **edge** is undirected; its ``weight`` is the number of distinct statements selected that the documents of the consultation report
    and that carry the theme.

    **Left out**: themes that no statement carries, statements of documents that belong to no consultation, what was rejected. That a theme
    has no edge to a consultation does not tell that it was on the agenda there. Order and errors are those of ``positions_by_provision``.
    """
    return _bipartite(Reader(store, selection, lean=lean), ("theme", "consultation"), "themes-by-consultation")


def speakers_by_position(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which named speakers are reported to hold which positions.

    A **node** with ``bipartite`` 0 is a person, an organization or a State that a report names as holding what is said, with ``kind``
    ``speaker``, ``speaker_kind`` (``person``, ``organization``, ``state``), ``label`` (the name) and ``statements``, how many statements
    selected are attributed to it; one with ``bipartite`` 1 is a position, as in ``argument_network``.

    An **edge** is undirected; its ``weight`` is the number of distinct statements selected that are attributed to the speaker and express
    the position.

    **Left out**: unnamed groups (``several speakers``), so that most of what was said is not here; speakers named by an office alone;
    those on whose behalf somebody spoke, and the organizations that panellists work for; what was rejected. Order and errors are those of
    ``positions_by_provision``, speakers first.
    """
    return _bipartite(Reader(store, selection, lean=lean), ("speaker", "position"), "speakers-by-position")


def theme_cooccurrence(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which themes statements carry together.

    A **node** is a theme that at least one statement selected carries, alone or with others, as in ``positions_by_theme`` (without
    ``bipartite``). An **edge** is undirected; its ``weight`` is the number of distinct statements selected that carry both themes.

    **Left out**: themes that no statement selected carries, what was rejected. No theme has an edge to itself. That two themes stand in
    one paragraph is no edge. Nodes are in the order of their identifiers, edges in that of their ends. Raises ``StoreError`` and
    ``QueryError`` as the store does.
    """
    reader = Reader(store, selection, lean=lean)
    rows = sorted(reader.rows(queries.theme_pairs(selection)), key=lambda row: (row["theme"], row["other"]))
    carried = {row["theme"] for row in rows}
    network: nx.Graph[str] = nx.Graph()
    described = reader.things("theme")
    network.add_nodes_from((name, described.get(name, {"kind": "theme", "label": name})) for name in sorted(carried))
    for row in rows:
        if row["theme"] < row["other"]:
            network.add_edge(row["theme"], row["other"], weight=row["weight"])
    return stamp(network, "theme-cooccurrence", selection)


def statements_by_question(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
    """Read which statements answer which guiding questions.

    A **node** with ``bipartite`` 0 is a statement, with ``kind`` ``statement``, ``label`` (its claim), ``document`` (name) and
    ``stance``; one with ``bipartite`` 1 is a question, with ``kind`` ``question``, ``label``,
    ``number``, ``order``, ``document`` (name of the one that asks), ``text`` (exact words) and ``statements``, how many statements
    selected answer it wholly or in part.

    An **edge** is undirected; ``answers`` is ``direct``, or ``partial`` for what answers a part of the question only; its ``weight`` is 1,
    the statement itself. Where a statement is linked both ways, the edge is ``direct``.

    **Left out**: statements that answer no question, questions that no statement selected answers, what was rejected. Order and errors are
    those of ``positions_by_provision``, statements first.
    """
    reader = Reader(store, selection, lean=lean)
    told = ("claim",) if lean else ("claim", "stance")
    found = [{**row, "answers": word} for word, link in ANSWERS.items() for row in reader.rows(queries.answers(selection, link, told))]
    return link_answers(reader, found)


def link_answers(reader: Reader, found: list[dict[str, Any]]) -> nx.Graph[str]:
    """Make rows of ``queries.answers`` a network, what answers a part (``answers`` is ``partial``) beside what answers the whole."""
    found.sort(key=lambda row: (row["statement"], row["question"], row["answers"] == "direct"))
    network: nx.Graph[str] = nx.Graph()
    for row in found:
        name = row["statement"]
        stance = {"stance": row["stance"]} if "stance" in row else {}
        node = {"label": row["claim"], "document": name.split("/")[1]} | stance
        network.add_node(name, bipartite=0, kind="statement", **node)
    described = reader.details("question")
    for name in sorted({row["question"] for row in found}):
        network.add_node(name, bipartite=1, **described.get(name, {"kind": "question", "label": name}))
    for row in found:
        network.add_edge(row["statement"], row["question"], answers=row["answers"], weight=1)
    for name, node in network.nodes(data=True):
        if node["kind"] == "question" and not reader.lean:
            node["statements"] = network.degree(name)
    return stamp(network, "statements-by-question", reader.selection)


def _bipartite(reader: Reader, kinds: tuple[str, str], name: str) -> nx.Graph[str]:
    """Link the things of two kinds by the number of statements that are linked to both."""
    one, other = kinds
    found = reader.rows(queries.pairs(reader.selection, one, other))
    linked = sorted((row for row in found if one in row and other in row), key=lambda row: (row[one], row[other]))
    network: nx.Graph[str] = nx.Graph()
    for side, kind in enumerate(kinds):
        described = reader.things(kind)
        for thing in sorted({row[kind] for row in linked}):
            network.add_node(thing, bipartite=side, **described.get(thing, {"kind": kind, "label": thing}))
    network.add_edges_from((row[one], row[other], {"weight": row["weight"]}) for row in linked)
    return stamp(network, name, reader.selection)

"""Candidates as Turtle: whatever a document says stays text, and nothing gets the address of another."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SKOS, URIRef

from travaux.errors import CorpusError
from travaux.model.identity import Id
from travaux.rdf.candidate_themes import ProposedTheme, read_declined, render_proposed_themes

BASE = "https://example.org/corpus/lakes/"
HOSTILE = 'flood" . <theme/x> a <http://evil.example/> ; """ \\u0022 \\ \n\r\t } # <script>alert(1)</script> é \x01'
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)


def parse(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


def test_hostile_text_stays_text() -> None:
    one = ProposedTheme(label=HOSTILE, wordings=(HOSTILE + "s",), note=HOSTILE, examples=(HOSTILE,), broader=Id("theme/water"))
    read = parse(render_proposed_themes([one], BASE, ()))
    (concept,) = read.subjects(RDF.type, SKOS.Concept)
    assert str(concept).startswith(BASE + "theme/flood")
    assert {str(read.value(concept, name)) for name in (SKOS.prefLabel, SKOS.editorialNote, SKOS.example)} == {HOSTILE}
    assert set(read.subjects()) == {concept}


@given(st.lists(texts, max_size=5))
def test_every_candidate_has_an_address_of_its_own_and_its_name(labels: list[str]) -> None:
    turtle = render_proposed_themes([ProposedTheme(label=label) for label in labels], BASE, [Id("theme/candidate"), Id("theme/a")])
    read = parse(turtle)
    concepts = set(read.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(labels)
    assert sorted(str(read.value(one, SKOS.prefLabel)) for one in concepts) == sorted(labels)
    assert not {URIRef(BASE + "theme/candidate"), URIRef(BASE + "theme/a")} & concepts


def test_only_the_rejected_are_declined(tmp_path: Path) -> None:
    turtle = render_proposed_themes(
        [ProposedTheme(label="lengthy talk", wordings=("lengthy talks",)), ProposedTheme(label="boats")], BASE, ()
    )
    file = tmp_path / "themes.ttl"
    assert read_declined(file, BASE) == ()
    file.write_text(turtle, "utf-8")
    assert read_declined(file, BASE) == ()
    file.write_text(turtle.replace("review-status:unreviewed", "review-status:rejected", 1), "utf-8")
    assert read_declined(file, BASE) == ("lengthy talk", "lengthy talks")


def test_a_damaged_file_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "themes.ttl"
    file.write_text("<a> <b>", "utf-8")
    with pytest.raises(CorpusError, match="not valid Turtle"):
        read_declined(file, BASE)

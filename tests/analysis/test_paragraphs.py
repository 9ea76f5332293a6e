"""The paragraph of words: the same whether a statement leads to it or the whole document is gone through."""

from __future__ import annotations

from travaux.analysis.columns import columns_of
from travaux.analysis.paragraphs import Words, find_paragraphs
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_STATEMENTS = """SELECT DISTINCT ?document ?start ?end ?position ?order ?printed WHERE {
  ?statement a trv:Statement ; trv:position ?position ; trv:document ?document ; trv:span ?span ; trv:paragraph ?holder .
  ?span trv:start ?start ; trv:end ?end . ?holder trv:order ?order OPTIONAL { ?holder trv:number ?printed }
}"""


def test_words_are_in_the_paragraph_of_the_statement_that_has_them_also_where_no_position_leads_there(stored_seeds: Store) -> None:
    columns = columns_of(stored_seeds)
    for positions in (True, False):
        expected = {
            Words(str(row["document"]), int(str(row["start"])), int(str(row["end"])), (str(row["position"]),) * positions): str(
                row["printed"] or f"block-{row['order']}"
            )
            for row in stored_seeds.select(PREFIXES + _STATEMENTS)
        }
        assert find_paragraphs(stored_seeds, columns, expected) == expected != {}


def test_words_of_an_unknown_document_are_in_no_paragraph(stored_lakes: Store) -> None:
    assert find_paragraphs(stored_lakes, columns_of(stored_lakes), [Words("https://example.org/document/none", 0, 5, ())]) == {}

"""Akoma Ntoso documents are read as blocks; what is no Akoma Ntoso, or could be a trap, is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.errors import DocumentError
from travaux.model.text import BlockKind
from travaux.reading.formats import read_source
from travaux.reading.formats.akoma_ntoso import read

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
 <statement name="report">
  <meta><identification source="#x"><FRBRWork><FRBRthis value="not text"/></FRBRWork></identification></meta>
  <preface><p><docTitle>Report of the <i>lakes</i></docTitle></p><p>Vienna,<eol/>1 May</p></preface>
  <mainBody>
   <section><num>I.</num><heading>General</heading>
    <paragraph><num>1.</num><content><p>The lakes &amp;
      rivers.<authorialNote marker="a"><p>See the annex.</p></authorialNote></p></content></paragraph>
    <paragraph><num>2.</num><list><intro><p>Some:</p></intro><point><num>(a)</num><content><p>kept;</p></content></point></list></paragraph>
   </section>
   <table><tr><td><p>one</p></td><td><p>two</p></td></tr></table>
  </mainBody>
 </statement>
</akomaNtoso>
"""


def test_blocks_stand_in_the_order_of_the_text_with_their_numbers() -> None:
    source = read(FILE.encode(), "report.akn")
    assert [(block.kind, block.level, source.text[block.start : block.end]) for block in source.blocks] == [
        (BlockKind.HEADING, 1, "Report of the lakes"),
        (BlockKind.PARAGRAPH, 0, "Vienna,\n1 May"),
        (BlockKind.HEADING, 1, "I. General"),
        (BlockKind.PARAGRAPH, 0, "1. The lakes &\nrivers."),
        (BlockKind.PARAGRAPH, 0, "a See the annex."),
        (BlockKind.PARAGRAPH, 0, "2. Some:"),
        (BlockKind.PARAGRAPH, 0, "(a) kept;"),
        (BlockKind.TABLE_ROW, 0, "one | two"),
    ]


_BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (FILE.replace("<akoma", _BOMB + "\n<akoma", 1).replace("kept;", "&b;"), "line 2: the file has a document type declaration"),
        (FILE.replace("UTF-8", "UTF-16").replace("<akoma", _BOMB + "<akoma", 1), "document type declaration"),
        (FILE.replace("</section>", ""), "line 13, column"),
        (FILE.replace("kept;", "&b;"), "line 10, column"),
        (FILE.replace("legaldocml/ns/akn", "other"), "line 2: this XML is no Akoma Ntoso"),
        ("<html><body>1. Text.</body></html>", "line 1: this XML is no Akoma Ntoso"),
        ("1. A report.", "line 1, column 1: the file is no well-formed XML"),
        (FILE.replace("kept;", "<i>" * 300 + "kept" + "</i>" * 300), "its elements are nested more than 256 deep"),
    ],
    ids=["entities", "entities in UTF-16", "cut", "undeclared entity", "other namespace", "HTML", "text", "deep"],
)
def test_other_files_are_refused_with_their_line(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    file.write_text(content, encoding="utf-16" if "UTF-16" in content else "utf-8")
    with pytest.raises(DocumentError) as refused:
        read_source(file)
    assert said in str(refused.value)
    assert refused.value.hint


def test_a_file_without_text_says_so(tmp_path: Path) -> None:
    file = tmp_path / "report.akn"
    file.write_text('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"><meta/></doc></akomaNtoso>')
    with pytest.raises(DocumentError, match="no text"):
        read_source(file)

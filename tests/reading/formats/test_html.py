from __future__ import annotations

from pathlib import Path

import pytest

from travaux.errors import DocumentError

from .documents import kinds, read_bytes_as, texts

GOLDEN = """<!DOCTYPE html><html><head><title>Title</title><style>p {}</style></head><body><nav>Menu</nav><!-- remark -->
<h1>Report of the <em>Chair</em></h1>loose &amp; free<p>One<br>two<br><br>three&nbsp;&nbsp; four&shy;teen <span hidden>gone</span></p>
<ol start=5><li>Five<li value=9><p>Nine</p><p>and more</p><ol type=a><li>sub</ol>tail</li><li></li><li><ol type=I><li>nested</ol></li></ol>
<p><b>General</b> <strong>provisions</strong></p><ul><li>point</ul>
<table><tr><th>State</th><th>View</th></tr><tr><td>A<p>B</p></td><td>for</td></tr></table>
<table><tr><td><h2>Placed</h2><p>in a cell</p></td><td>aside</td></tr></table><pre>kept
lines

apart</pre><script>var x</script>the end</body></html>"""


def test_the_blocks_of_a_page(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.html", GOLDEN.encode())
    assert kinds(source) == [
        ("heading", 1, "Report of the Chair"),
        ("paragraph", 0, "loose & free"),
        ("paragraph", 0, "One\ntwo"),
        ("paragraph", 0, "three fourteen"),
        ("list-item", 1, "5. Five"),
        ("list-item", 1, "9. Nine"),
        ("paragraph", 0, "and more"),
        ("list-item", 2, "a. sub"),
        ("paragraph", 0, "tail"),
        ("list-item", 2, "11. I. nested"),
        ("heading", 1, "General provisions"),
        ("list-item", 1, "point"),
        ("table-row", 0, "State | View"),
        ("table-row", 0, "A B | for"),
        ("heading", 2, "Placed"),
        ("paragraph", 0, "in a cell"),
        ("paragraph", 0, "aside"),
        ("paragraph", 0, "kept\nlines"),
        ("paragraph", 0, "apart"),
        ("paragraph", 0, "the end"),
    ]
    assert source.text == "\n\n".join(texts(source))


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", ["1. x", "2. y"]),
        ("reversed", ["2. x", "1. y"]),
        ("type=A start=26", ["Z. x", "AA. y"]),
        ("type=i start=3", ["iii. x", "iv. y"]),
        ("start=-1", ["-1. x", "0. y"]),
        ("start=many", ["1. x", "2. y"]),
        ("style='list-style-type: none'", ["x", "y"]),
    ],
)
def test_lists_count_as_they_say(tmp_path: Path, attributes: str, expected: list[str]) -> None:
    assert texts(read_bytes_as(tmp_path, "x.htm", f"<ol {attributes}><li>x<li>y</ol>".encode())) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>é".encode(), "é"),
        (b"\xef\xbb\xbf<meta charset=latin1><p>" + "é".encode(), "é"),
        ("<p>é".encode("utf-16"), "é"),
        (b'<meta charset="iso-8859-1"><p>\x93\xe9\x94', "“é”"),
        (b"<meta charset=ascii><p>\x81\xe9", "é"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xc4\xe0', "Да"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?><html><p>\xb1</p></html>', "ą"),
        (b"<meta charset=utf-16><p>\xc3\xa9", "é"),
    ],
)
def test_the_encoding_is_that_of_the_mark_then_the_declaration_then_utf_8(tmp_path: Path, data: bytes, expected: str) -> None:
    assert texts(read_bytes_as(tmp_path, "x.html", data)) == [expected]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>\xe9t\xe9</p>", "not valid UTF-8: byte 0xE9 at offset 3"),
        (b"<meta charset=klingon><p>x", "unknown encoding 'klingon'"),
        (b"<meta charset=rot13><p>x", "unknown encoding"),
        (b"<p>a\0b", "binary"),
        (b"<div>" * 10_000 + b"deep", "too deeply"),
        (b"<script>only</script>", "no text"),
        (b"<!-- only -->", "no text"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_bytes_as(tmp_path, "x.html", data)


def test_nesting_up_to_2000_levels_is_read(tmp_path: Path) -> None:
    assert texts(read_bytes_as(tmp_path, "x.html", b"<div>" * 2000 + b"deep" + b"</div>" * 2000 + b"after")) == ["deep", "after"]


def test_declared_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>start &b; end'
    assert "aaaa;" not in texts(read_bytes_as(tmp_path, "x.html", bomb))[-1]
    assert len(read_bytes_as(tmp_path, "x.html", bomb).text) < len(bomb)


def test_a_long_bold_paragraph_is_emphasis(tmp_path: Path) -> None:
    assert kinds(read_bytes_as(tmp_path, "x.html", b"<p><b>" + b"word " * 200))[0][0] == "paragraph"

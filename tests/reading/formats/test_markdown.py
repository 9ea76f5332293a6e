from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from travaux.reading.formats.markdown import read

from .documents import check_blocks, kinds, read_bytes_as, texts

GOLDEN = """\
# Report

Setext
------

First line
second line

5. Five
   wrapped
6. Six

   of two paragraphs
   - dash
     1) deep
> quoted
> twice

| A | B |
|---|---|
| 1 | 2 |

<!-- a comment -->

```
code
```

***

[link]: http://example.org

**General provisions**
1. After bold
"""


def test_the_blocks_of_markdown_with_their_marks(tmp_path: Path) -> None:
    assert kinds(read_bytes_as(tmp_path, "x.md", GOLDEN.encode())) == [
        ("heading", 1, "# Report"),
        ("heading", 2, "Setext\n------"),
        ("paragraph", 0, "First line\nsecond line"),
        ("list-item", 1, "5. Five\n   wrapped"),
        ("list-item", 1, "6. Six"),
        ("paragraph", 0, "of two paragraphs"),
        ("list-item", 2, "- dash"),
        ("list-item", 3, "1) deep"),
        ("paragraph", 0, "> quoted\n> twice"),
        ("table-row", 0, "| A | B |"),
        ("table-row", 0, "| 1 | 2 |"),
        ("paragraph", 0, "```\ncode\n```"),
        ("heading", 1, "**General provisions**"),
        ("list-item", 1, "1. After bold"),
    ]


def test_windows_line_breaks_give_the_same_blocks(tmp_path: Path) -> None:
    unix = read_bytes_as(tmp_path, "a.md", GOLDEN.encode())
    windows = read_bytes_as(tmp_path, "b.md", GOLDEN.replace("\n", "\r\n").encode())
    assert [text.replace("\r\n", "\n") for text in texts(windows)] == texts(unix)


def test_a_heading_after_a_byte_order_mark_is_one(tmp_path: Path) -> None:
    assert kinds(read_bytes_as(tmp_path, "x.md", b"\xef\xbb\xbf# Title")) == [("heading", 1, "# Title")]


def test_markdown_nested_too_deep_is_read_as_plain_text(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.md", b"> " * 300 + b"deep\n\nafter")
    assert texts(source)[-1] == "after"
    assert "nested over 100 deep" in source.warnings[0]


@given(st.text(alphabet=st.sampled_from("ab1. *_#->|\\`<![]:\n\r\t")).filter(str.strip))
def test_any_markdown_keeps_its_characters_and_the_law_of_blocks(text: str) -> None:
    source = read(text.encode(), "x.md")
    assert source.text == text
    if source.blocks:
        check_blocks(source)

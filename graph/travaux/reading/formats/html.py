"""Web pages, read as a browser shows them: blocks, list numbers and table rows, without scripts and navigation."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml import html as lxml_html

from travaux.model.text import SourceText
from travaux.reading.formats.decoding import BYTE_ORDER_MARK, check_is_text, find_mark, undecodable
from travaux.reading.formats.html_flow import read_flow
from travaux.reading.formats.pieces import assemble
from travaux.reading.formats.refusal import no_text, refusal

_DECLARED = re.compile(
    rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_DECLARATION_WITHIN = 4096
# Browsers read the Western labels as Windows-1252, and a declared UTF-16 that can be read as ASCII as UTF-8.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "gb2312": "gb18030"}
_KNOWN = re.compile(
    r"utf-8|cp(125[0-8]|874|866|932|949)|iso8859-(\d+)|koi8-[ru]|mac-(roman|cyrillic)|gbk|gb18030|big5|euc_(jp|kr)|shift_jis|iso2022_jp|tis-620"
)


def read(data: bytes, where: str) -> SourceText:
    """Read a web page.

    The stored text holds the blocks with a blank line between them. Inline elements run together, a run of white space is one space,
    ``<br>`` is a line break and two of them end a block. The numbers of ordered lists are written out (``5. ``), table cells are joined
    by `` | ``, a paragraph wholly in bold is a heading of level 1. A table that contains headings, lists or tables only places things on
    the page and is read as plain flow. Left out: head and title, scripts, styles, navigation, forms' fields, hidden elements. The
    encoding is that of the byte order mark, else of the declaration in the page, else UTF-8.
    """
    text = _decode(data, where)
    if not text.strip():
        return assemble(())
    return assemble(read_flow(_parse(text, where)))


def _decode(data: bytes, where: str) -> str:
    encoding = find_mark(data) or _declared(data, where) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "cp1252":
            raise undecodable(data, encoding.upper(), error, where) from error
        text = data.decode("latin-1")  # the five bytes that Windows-1252 does not define
    check_is_text(data, text, where)
    return text.removeprefix(BYTE_ORDER_MARK)


def _declared(data: bytes, where: str) -> str | None:
    match = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        name = label
    name = _READ_AS.get(name, name)
    if not _KNOWN.fullmatch(name):
        raise refusal(where, f"the page declares an unknown encoding {label!r}", "Save the page as UTF-8 and let it say so.")
    return name


def _parse(text: str, where: str) -> lxml_html.HtmlElement:
    # `huge_tree` raises the depth that is read from 256 to 2,048; HTML has no entity declarations that could multiply.
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise no_text(where, "the page has no text") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        hint = "Open it in a browser and save it again, or save its text as .txt."
        raise refusal(where, "the page nests its elements too deeply to be read", hint)
    return root

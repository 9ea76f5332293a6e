"""Citations as BibTeX."""

from __future__ import annotations

from typing import BinaryIO

from travaux.exchange.citation.works import Work, cited, losses_beside
from travaux.exchange.material import Loss, Material
from travaux.model.citation import Author

_SPECIAL = {ord(character): f"\\{character}" for character in "$&%#_"} | {
    ord("\\"): "\\textbackslash{}",
    ord("{"): "\\textbraceleft{}",
    ord("}"): "\\textbraceright{}",
    ord("~"): "\\textasciitilde{}",
    ord("^"): "\\textasciicircum{}",
}


def write_bibtex(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write BibTeX, an entry for the corpus and one for each document."""
    out.write("\n".join(map(_entry, cited(material))).encode())
    return losses_beside(material)


def _entry(work: Work) -> str:
    fields = {
        "title": f"{{{escape_tex(work.title)}}}",
        "author": " and ".join(map(_author, work.authors)),
        "year": f"{work.day.year:04}" if work.day else "",
        "month": str(work.day.month) if work.day else "",
        "publisher": escape_tex(work.publisher or ""),
        "institution": escape_tex(work.authors[0].full_name) if work.kind == "report" and work.authors else "",
        "number": escape_tex(work.number or ""),
        "version": escape_tex(work.version or ""),
        "doi": work.doi or "",
        "url": work.link or "",
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    entry = "misc" if work.kind == "dataset" else "techreport"
    return f"@{entry}{{{work.key},\n{''.join(lines)}}}\n"


def _author(author: Author) -> str:
    if author.name:
        return f"{{{escape_tex(author.name)}}}"
    return ", ".join(f"{{{escape_tex(part)}}}" for part in (author.family, author.given) if part)


def escape_tex(text: str) -> str:
    """Write a text for LaTeX on one line, with as many closing braces as opening ones."""
    return " ".join(text.split()).translate(_SPECIAL)

"""Answers that a browser saves as a file."""

from __future__ import annotations

from urllib.parse import quote


def attach(name: str) -> tuple[str, str]:
    r"""Give the header that names the file (RFC 6266): letters beyond ASCII are told too, to those who understand them.

    >>> attach("brief-gaps.pdf")
    ('content-disposition', 'attachment; filename="brief-gaps.pdf"')
    >>> attach("brief-theme-día.pdf")[1]
    'attachment; filename="brief-theme-d_a.pdf"; filename*=UTF-8\'\'brief-theme-d%C3%ADa.pdf'
    """
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-.") else "_" for letter in name)
    told = f'attachment; filename="{plain}"'
    return "content-disposition", told if plain == name else f"{told}; filename*=UTF-8''{quote(name, safe='')}"

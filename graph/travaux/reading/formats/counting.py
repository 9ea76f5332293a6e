"""Numbers as letters and Roman numerals, as lists count."""

from __future__ import annotations

from string import ascii_lowercase

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 3999
_LARGEST_REPEATED = 26 * 30


def to_roman(number: int) -> str:
    """Convert to a lower-case Roman numeral; numbers that have none stay decimal.

    >>> to_roman(14), to_roman(0)
    ('xiv', '0')
    """
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def to_letters(number: int) -> str:
    """Convert to lower-case letters as web pages do: z is followed by aa, ab; numbers below 1 stay decimal.

    >>> to_letters(2), to_letters(28)
    ('b', 'ab')
    """
    if number < 1:
        return str(number)
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = ascii_lowercase[rest] + letters
    return letters


def to_repeated_letters(number: int) -> str:
    """Convert to lower-case letters as Word does: z is followed by aa, bb; numbers below 1 and above 780 stay decimal.

    >>> to_repeated_letters(2), to_repeated_letters(28)
    ('b', 'bb')
    """
    if not 1 <= number <= _LARGEST_REPEATED:
        return str(number)
    count, rest = divmod(number - 1, 26)
    return ascii_lowercase[rest] * (count + 1)

"""Whether a text is English: statements are read from English alone."""

from __future__ import annotations

import re
from collections import Counter

from travaux.reading.structure.wording import words

NOT_ENGLISH = "the text is not English; statements are read from English alone"
"""What to tell the user of such a text."""

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"

_ENGLISH = frozenset(
    words("the of and to in is was were are be been that this for with on by as at from which it not or an had has have should would")
)
# Small words of other languages that are written in Latin letters; none of them is an English word.
_OTHER = frozenset(
    words(
        "de la le les des du et que qui une dans pour sur est par aux el los las y en una se del por como der und das den dem ein eine "
        "von zu mit nicht auf ist di che il gli della da do dos em um uma os het een op voor niet och att det som av ja på"
    )
)


def is_english(text: str) -> bool:
    """Whether a text may be English; a text of few words always may be.

    It is not if most of its letters are not Latin, or if the small words of other languages outnumber those of English.

    >>> is_english("Several speakers stressed the need for a narrow scope.")
    True
    >>> is_english("Plusieurs délégations ont souligné la nécessité de préciser le champ de la convention et de ses articles.")
    False
    """
    letters = _LETTER.findall(text)
    if sum(letter > _LAST_LATIN for letter in letters) * 2 > len(letters):
        return False
    found = Counter(word for word in map(str.lower, _WORD.findall(text)) if word in _ENGLISH or word in _OTHER)
    return sum(found[word] for word in _OTHER) <= sum(found[word] for word in _ENGLISH)

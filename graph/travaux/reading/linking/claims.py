"""Claims in the form in which they are compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from travaux.model.argument import Statement
from travaux.model.identity import Id
from travaux.reading.linking.words import is_negated, read_words

# Words of the frame of a claim, which say nothing of its matter.
_FRAME = frozenset(
    read_words(
        "important importance fundamental essential key crucial vital need needed necessary should ensure provide include contain adhere "
        "uphold robust strong convention treaty instrument draft text states parties member future"
    ).stems
)
_FRAME_WEIGHT = 0.2
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with the weights of its claim's words (a vector of length 1), the words to look it up by, and what it cites."""

    statement: Statement
    weights: Mapping[str, float]
    telling: tuple[str, ...]
    themes: tuple[Id | None, ...]
    cited: frozenset[str]
    negated: bool
    printed: Mapping[str, str]

    def shared_words(self, other: Claim) -> list[str]:
        """Name the words that weigh most in what two claims share, as this one prints them."""
        shared = sorted(self.weights.keys() & other.weights.keys(), key=lambda word: (-self.weights[word], word))
        return [self.printed[word] for word in shared[:_SHOWN]]


def read_claims(statements: Sequence[Statement], alike: float) -> tuple[Claim, ...]:
    """Weigh the words of all claims by how few of the claims have them; ``alike`` is the likeness that is looked for (0 to 1)."""
    texts = [read_words(statement.claim) for statement in statements]
    seen = Counter(stem for words in texts for stem in set(words.stems))
    rarity = {stem: math.log(1 + len(texts) / count) * (_FRAME_WEIGHT if stem in _FRAME else 1.0) for stem, count in seen.items()}
    claims = []
    for statement, words in zip(statements, texts, strict=True):
        length = math.sqrt(sum(rarity[stem] ** 2 for stem in set(words.stems))) or 1.0
        weights = {stem: rarity[stem] / length for stem in dict.fromkeys(words.stems)}
        claims.append(
            Claim(
                statement=statement,
                weights=weights,
                telling=_telling(weights, alike),
                themes=statement.themes or (None,),
                cited=frozenset(statement.provisions or statement.citations),
                negated=is_negated(statement.claim),
                printed=dict(zip(words.stems, words.forms, strict=True)),
            )
        )
    return tuple(claims)


def _telling(weights: Mapping[str, float], alike: float) -> tuple[str, ...]:
    """Take the rarest words until the rest alone could not make two claims alike: of two that are alike, both have one in common here."""
    telling: list[str] = []
    rest = 1.0
    for stem in sorted(weights, key=lambda stem: (-weights[stem], stem)):
        if rest < alike**2:
            break
        telling.append(stem)
        rest -= weights[stem] ** 2
    return tuple(telling)

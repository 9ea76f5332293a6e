"""The parameters of named queries: what they stand for and how what a user types is read."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.naming.kinds import NameKind, clean_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a named query asks for; in its text it stands as ``?given_`` and the name.

    ``meaning`` says what to give, ``example`` is a value of the invented corpus of the tests. A parameter that is not ``required``
    may be left out: the answer is then not narrowed by it.
    """

    name: str
    meaning: str
    example: str
    kind: NameKind
    required: bool = True

    @property
    def variable(self) -> str:
        """The variable of the query that the value replaces."""
        return f"given_{self.name}"

    def clean(self, given: str) -> str:
        """Return the value without blanks around it, a number without the noun before it (``article 24`` becomes ``24``)."""
        return clean_name(self.kind, given)

"""A parsed sentence as plain data: words, tags and heads, cheap to pass between processes and free of the parser that made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Sentence:
    """Words in order, each with its Penn Treebank ``tag``, ``dep`` (ClearNLP dependency) and the index of its ``head``.

    A root is its own head. ``starts`` and ``ends`` are characters of ``text``.
    """

    text: str
    words: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def kids(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that depend on it, in order."""
        kids: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head != index:
                kids[head].append(index)
        return tuple(map(tuple, kids))

    @cached_property
    def _edges(self) -> tuple[tuple[int, int], ...]:
        """First and last word of what depends on each word, directly or by way of others, itself included."""
        left, right = list(range(len(self))), list(range(len(self)))
        done = [False] * len(self)
        for start in range(len(self)):
            stack = [start]
            while stack:
                word = stack[-1]
                if done[word]:
                    stack.pop()
                    continue
                waiting = [kid for kid in self.kids[word] if not done[kid]]
                if waiting:
                    stack.extend(waiting)
                    continue
                for kid in self.kids[word]:
                    left[word], right[word] = min(left[word], left[kid]), max(right[word], right[kid])
                done[word] = True
                stack.pop()
        return tuple(zip(left, right, strict=True))

    def left(self, word: int) -> int:
        """Return the first word of the phrase that ``word`` heads."""
        return self._edges[word][0]

    def right(self, word: int) -> int:
        """Return the last word of the phrase that ``word`` heads."""
        return self._edges[word][1]

    def with_dep(self, word: int, *deps: str) -> list[int]:
        """List the words that depend on ``word`` in one of these ways, in order."""
        return [kid for kid in self.kids[word] if self.deps[kid] in deps]

    def first_with_dep(self, word: int, *deps: str) -> int | None:
        """Return the first of them, ``None`` if there is none."""
        return next((kid for kid in self.kids[word] if self.deps[kid] in deps), None)

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads above a word, the nearest first."""
        while self.heads[word] != word:
            word = self.heads[word]
            yield word

    def first_conjunct(self, word: int) -> int:
        """Return the first of the words with which a word is coordinated, itself if it is with none."""
        while self.deps[word] == "conj" and self.heads[word] != word:
            word = self.heads[word]
        return word

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of ``text`` that the words ``first``..``last`` (inclusive) stand on."""
        return self.starts[first], self.starts[last] + len(self.words[last])

    def between(self, first: int, last: int) -> str:
        """Return the text of the words ``first``..``last``, inclusive."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def matches(self, at: int, phrase: Sequence[str]) -> bool:
        """Whether the words of a phrase, in lower case, stand at ``at``."""
        return self.lower[at : at + len(phrase)] == tuple(phrase)

"""A reader of statements that knows one kind of sentence, for tests of what is around the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from travaux.model.argument import Said, Speaker, Statement
from travaux.model.contents import Contents
from travaux.model.identity import child, digest
from travaux.model.lexicon import Lexicon
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance
from travaux.model.text import SourceText, Span

_SENTENCE = re.compile(r"(Several speakers) (stressed) ([^.]+)\.")


@dataclass
class Listener:
    """Stands for ``open_reader`` and for the reader that it gives; remembers what it has read."""

    heard: list[str] = field(default_factory=list)
    opened: int = 0
    cue: str | None = None
    stop_at: str | None = None

    @contextmanager
    def __call__(self, lexicon: Lexicon) -> Iterator[Listener]:
        assert lexicon is not None
        self.opened += 1
        yield self

    def read(self, contents: Contents, source: SourceText, progress: Callable[[int, int], None] | None = None) -> Said:
        if contents.document.name == self.stop_at:
            raise KeyboardInterrupt
        self.heard.append(contents.document.name)
        if progress:
            progress(1, 2)
        matches = ((paragraph, match) for paragraph in contents.paragraphs for match in _SENTENCE.finditer(paragraph.span.quote))
        statements = (self._statement(contents, source, paragraph.id, paragraph.span.start, match) for paragraph, match in matches)
        return Said(statements=tuple(statements))

    def _statement(self, contents: Contents, source: SourceText, paragraph: str, start: int, match: re.Match[str]) -> Statement:
        document = contents.document.id
        identity = child(document, "statement", digest(str(start + match.start())))
        return Statement(
            id=identity,
            document=document,
            paragraph=type(document)(paragraph),
            span=Span.of(document, source.text, start + match.start(3), start + match.end(3)),
            cue=self.cue or match[2],
            speaker=Speaker(
                id=child(identity, "speaker"),
                document=document,
                kind=SpeakerKind.COLLECTIVE,
                prevalence=Prevalence.SEVERAL,
                phrase=match[1],
            ),
            act=Act.STRESS,
            stance=Stance.SUPPORTS,
            claim=f"{match[3].capitalize()}.",
            rule="listener",
        )

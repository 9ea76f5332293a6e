"""What the fields of a statement may say in one document: names that stand for something there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from travaux.model.contents import Contents
from travaux.pipeline.bench import Bench
from travaux.reading.review.paragraphs import name_of
from travaux.reading.review.replay import Replay


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Themes and questions by the names that review files use, with what a person reads; provisions, actors and paragraphs by name."""

    themes: Mapping[str, str]
    questions: Mapping[str, str]
    provisions: tuple[str, ...]
    actors: tuple[str, ...]
    paragraphs: tuple[str, ...]


def read_vocabulary(contents: Contents, replay: Replay, bench: Bench) -> Vocabulary:
    """Gather the names; those that a reader expects in order are in order, others are sorted."""
    texts = {question.id: question.span.quote for one in (*bench.concept_notes, contents) for question in one.questions}
    names = {one.name for one in contents.participations} | {one.name for one in replay.voices.actors}
    return Vocabulary(
        themes={theme.name: theme.pref_label for theme in sorted(bench.themes, key=lambda one: one.pref_label.casefold())},
        questions={number: texts.get(identity, "") for number, identity in replay.terms.questions.items()},
        provisions=tuple(replay.terms.provisions),
        actors=tuple(sorted(names)),
        paragraphs=tuple(name_of(one) for one in contents.paragraphs),
    )

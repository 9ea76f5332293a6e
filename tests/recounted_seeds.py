"""Every number that a notebook prints, counted again from the records, without the functions that the notebook calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kept_notebooks import Notebook, pictured, told
from travaux.model.argument import Position, Relation, Statement
from travaux.model.document import Question
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.model.store import Store
from travaux.model.treaty import Outcome
from travaux.rdf.stored import find_records

SECOND, FIFTH = "document/second-consultation-report", "document/fifth-consultation-report"


@dataclass(frozen=True)
class Records:
    """The records of the first corpus as they stand in its graph, and the statements that rules propose."""

    store: Store
    base: str
    statements: tuple[Statement, ...]
    proposals: tuple[Statement, ...]

    @property
    def standing(self) -> tuple[Statement, ...]:
        return tuple(one for one in self.statements if one.review is not ReviewStatus.REJECTED)

    @property
    def relations(self) -> tuple[Relation, ...]:
        return find_records(self.store, Relation, self.base)


def check_1(notebook: Notebook, records: Records) -> None:
    shown = told(notebook)
    for status, count in Counter(one.review.value for one in records.statements).items():
        assert f"{status} {count}" in shown
    of_report = [one for one in records.proposals if one.document == FIFTH]
    assert f"\n{len(records.proposals)}\n" in shown
    assert f"Rules alone find {len(of_report)} statements in it." in shown
    words = Counter(one.speaker.prevalence.value for one in of_report)
    assert all(f"{word} {count}" in pictured(notebook) for word, count in words.items())


def check_2(notebook: Notebook, records: Records) -> None:
    shown = told(notebook)
    by_chapter: dict[str, set[str]] = {}
    for question in find_records(records.store, Question, records.base):
        by_chapter.setdefault(str(question.chapter), set()).add(question.id)
    answering = {chapter: sum(1 for one in records.standing if own & set(one.questions)) for chapter, own in by_chapter.items()}
    assert f": {max(answering.values())} statements." in shown
    assert f"{sum(1 for one in records.standing if one.stance is Stance.OPPOSES)} statements oppose what they speak of" in shown
    for chapter, own in by_chapter.items():
        assert f" {len(own)} {answering[chapter]}" in shown


def _wholes(standing: Iterable[Statement], broader: Callable[[str], Iterable[str]]) -> dict[str, Counter[str]]:
    """Count, by theme and document, the statements on it or on a narrower one."""
    counts: dict[str, Counter[str]] = {}
    for one in standing:
        for theme in {wider for own in one.themes for wider in broader(own)}:
            counts.setdefault(theme, Counter())[one.document] += 1
    return counts


def check_3(notebook: Notebook, records: Records) -> None:
    shown = told(notebook)
    query = "SELECT ?theme ?wider { ?theme <http://www.w3.org/2004/02/skos/core#broader> ?wider }"
    base = records.base
    above = {str(row["theme"]).removeprefix(base): str(row["wider"]).removeprefix(base) for row in records.store.select(query)}

    def chain(theme: str) -> list[str]:
        return [theme, *(chain(above[theme]) if theme in above else [])]

    counts = _wholes(records.standing, chain)
    both = [theme for theme, by in counts.items() if by[SECOND] and by[FIFTH]]
    assert f"{len(both)} are steady" in shown
    new, gone, other = (int(word) for word in _numbers_after(shown, "are steady, {} new and {} gone;\n{} cannot be compared"))
    assert new + gone + other == len(counts) - len(both)
    assert gone <= sum(1 for by in counts.values() if not by[FIFTH])
    assert f"Human rights and safeguards {counts['theme/human-rights'][SECOND]} {counts['theme/human-rights'][FIFTH]}" in shown
    assert f"Scope and terminology {counts['theme/scope'][SECOND]} {counts['theme/scope'][FIFTH]}" in shown


def _numbers_after(text: str, pattern: str) -> list[str]:
    found = re.search(re.escape(pattern).replace(r"\{\}", r"(\d+)"), text)
    assert found, pattern
    return list(found.groups())


def _grounded(arguments: set[Id], attacks: set[tuple[Id, Id]]) -> set[Id]:
    """Give the grounded extension by its definition: the least fixed point of what is defended."""
    held: set[Id] = set()
    while True:
        defended = {
            one
            for one in arguments
            if all(any((friend, attacker) in attacks for friend in held) for attacker, attacked in attacks if attacked == one)
        }
        if defended == held:
            return held
        held = defended


def check_4(notebook: Notebook, records: Records) -> None:
    shown, relations = told(notebook), records.relations
    supports = {(one.premise, one.conclusion) for one in relations if one.kind is RelationKind.SUPPORTS}
    attacks = {(one.premise, one.conclusion) for one in relations if one.kind is RelationKind.ATTACKS}
    joined = {position for pair in supports | attacks | _limits(relations) for position in pair}
    mutual = attacks | {(b, a) for one in relations for a, b in [(one.premise, one.conclusion)] if _is_disagreement(one)}
    mutual |= {(a, c) for a, b in mutual for c in _resting_on(b, supports)}
    open_to = {one for one in joined if any(attacked == one for _, attacked in mutual)}
    surviving = _grounded(joined, mutual)
    assert f"unchallenged {len(joined - open_to)}" in shown
    assert f"open {len(open_to - surviving)}" in shown
    of_one_reason = [
        (one, other)
        for one, other in combinations(sorted(joined), 2)
        if {(one, other), (other, one)} & attacks and {a for a, b in supports if b == one} & {a for a, b in supports if b == other}
    ]
    pairs = {frozenset(pair) for pair in attacks}
    assert f"conflict {len(pairs) - len(of_one_reason)}" in shown
    assert f"tension {len(of_one_reason) + len(_limits(relations))}" in shown


def _resting_on(reason: Id, supports: set[tuple[Id, Id]]) -> set[Id]:
    """Give what rests on a reason, directly or not: an objection to a reason is one to that too."""
    found: set[Id] = set()
    waiting = {reason}
    while waiting:
        waiting = {conclusion for premise, conclusion in supports if premise in waiting} - found
        found |= waiting
    return found


def _limits(relations: Iterable[Relation]) -> set[tuple[Id, Id]]:
    return {(one.premise, one.conclusion) for one in relations if one.kind is RelationKind.QUALIFIES}


def _is_disagreement(relation: Relation) -> bool:
    return relation.kind is RelationKind.ATTACKS and relation.form is RelationForm.DISAGREEMENT


def check_5(notebook: Notebook, records: Records) -> None:
    linked = {outcome for position in find_records(records.store, Position, records.base) for outcome in position.outcomes}
    grades = Counter(one.evidence.grade for one in find_records(records.store, Outcome, records.base) if one.id in linked)
    words = ", ".join(f"{grade.value} {grades[grade]}" for grade in EvidenceGrade)
    assert f"from the best to the worst: {words}." in pictured(notebook)
    assert f"'M': {grades[EvidenceGrade.M]}" in told(notebook)


def check_6(notebook: Notebook, _records: Records) -> None:
    assert "Of 3 statements, none is reviewed" in told(notebook)


NUMBERS: Mapping[str, Callable[[Notebook, Records], None]] = {
    "01": check_1,
    "02": check_2,
    "03": check_3,
    "04": check_4,
    "05": check_5,
    "06": check_6,
}
"""What counts the numbers of each notebook again, by the number of the notebook."""

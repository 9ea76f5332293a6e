"""An argument map from a file taken into a corpus, as decisions of a reviewer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ConflictError, ExchangeError, ReviewError
from travaux.exchange.arguments.argdown.marks import make_titles
from travaux.exchange.arguments.evidence import Finder, Library
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import Bearing, Claim, Locution
from travaux.exchange.arguments.matching_claims import Matching, other_statements
from travaux.exchange.arguments.matching_relations import Relating, RelationMatching
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss, Material
from travaux.exchange.problems import Problems, shorten_middle
from travaux.model.schemes import ReviewStatus
from travaux.pipeline.desk.names import reviewer_change, short_name
from travaux.reading.review.folder import Change, change_files, read_review
from travaux.reading.review.lines import Lines
from travaux.reading.review.naming import LONGEST_CLAIM, LONGEST_QUOTE, Naming, check_naming, naming_change
from travaux.reading.review.schema import now
from travaux.reading.review.tables import FOLDER, POSITIONS, RELATIONS, REVIEWERS
from travaux.views.counting import count_of

_LONGEST_ID = 2_000
"""Characters of an id, which may be an IRI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a file changes in a corpus, by the keys of positions and relations.

    ``missing`` are relations of the corpus that the file has not and that stay; ``notes`` is what a reviewer should know.
    """

    new_positions: Mapping[str, str]
    reworded: Mapping[str, tuple[str, str]]
    new_relations: Mapping[str, str]
    changed_relations: Mapping[str, str]
    removed_relations: Mapping[str, str]
    same_positions: int
    same_relations: int
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    not_taken: tuple[Loss, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return any((self.new_positions, self.reworded, self.new_relations, self.changed_relations, self.removed_relations))


def take_in(
    file: Path,
    read: ReadArguments,
    material: Material,
    reviewer: str,
    *,
    remove_missing: bool = False,
    infer: bool = False,
    dry_run: bool = False,
) -> Taken:
    """Write what a file says otherwise than a corpus to the review of the corpus, all of it or, if anything is wrong, nothing.

    ``material`` is the graph as it was built last; positions and relations are compared with the review as it is now. New
    relations for which the file tells no words are refused, unless ``infer``.
    ``ExchangeError``, with the place in the file, for what cannot be taken in; ``ConflictError`` if somebody changes the review meanwhile.
    """
    folder = material.corpus.folder
    review = read_review(folder)
    known = gather_arguments(material)
    problems = Problems()
    _check_lengths(read, problems)
    problems.check(str(file))
    ours = read.graph.base == material.corpus.base
    if remove_missing and not ours:
        hint = "Leave out --remove-missing, or edit a file that was exported from this corpus."
        raise ExchangeError("a file from elsewhere cannot tell what is missing in this corpus", where=str(file), hint=hint)
    short = short_name(reviewer, {name: table.name for name, table in review.reviewers.items()})
    claims = Matching(read, known, review, problems, ours)
    claims.match()
    _check_namings(claims)
    relations = _relations(claims, Library(material.corpus), folder, (short, reviewer), infer=infer)
    missing = relations.missing()
    if remove_missing:
        for key in missing:
            relations.remove(key, f"It is not in {file.name} any more.")
    problems.check(str(file))
    taken = _report(claims, relations, () if remove_missing else missing, material)
    if taken.changed and not dry_run:
        _write(folder, claims.namings, relations.relatings, short, reviewer)
    return taken


def _check_lengths(read: ReadArguments, problems: Problems) -> None:
    """Refuse what is longer than any sentence, before it is compared with what the corpus has."""
    records: tuple[Claim | Locution | Bearing, ...] = (*read.graph.claims, *read.graph.locutions, *read.graph.bearings)
    for one in records:
        claim = one.text if isinstance(one, Claim) else one.claim if isinstance(one, Locution) else ""
        passage = None if isinstance(one, Claim) else one.passage
        told = (("claim", claim, LONGEST_CLAIM), ("quote", passage.quote if passage else "", LONGEST_QUOTE), ("id", one.id, _LONGEST_ID))
        for what, text, most in told:
            if len(text) > most:
                problems.add(read.places.get(one.id, one.id), f"the {what} has {len(text):,} characters; at most {most:,} are taken")


def _relations(claims: Matching, library: Library, folder: Path, names: tuple[str, str], *, infer: bool) -> RelationMatching:
    short, reviewer = names
    held = {key: table for (key,), table in Lines.read(folder / FOLDER / RELATIONS).tables(1).items()}
    finder = Finder(library, claims.read.graph, claims.known, claims.positions(), infer=infer)
    matching = RelationMatching(claims, finder, held, short, now(), reviewer)
    matching.match()
    return matching


def _check_namings(claims: Matching) -> None:
    names = {key: name for name, key in claims.keys.items()}
    for naming in claims.namings:
        try:
            check_naming(naming)
        except ReviewError as error:
            claims.refuse(names[naming.key], error.what, error.hint)


def _report(claims: Matching, relations: RelationMatching, missing: Sequence[str], material: Material) -> Taken:
    by_key = relations.relatings
    rejected = {one.key: one.told for one in by_key if one.fields["decision"] == ReviewStatus.REJECTED.value}
    others = list(other_statements(claims.read, claims.known, ours=claims.ours))
    statements = Loss("statements", "new or other ones are not taken in; decide about them with travaux review", len(others))
    return Taken(
        new_positions={one.key: one.claim for one in claims.namings if one.seen is None},
        reworded={one.key: (one.seen, one.claim) for one in claims.namings if one.seen is not None},
        new_relations={one.key: one.told for one in by_key if one.seen is None},
        changed_relations={one.key: one.told for one in by_key if one.seen is not None and one.key not in rejected},
        removed_relations=rejected,
        same_positions=len(claims.read.graph.claims) - len(claims.namings),
        same_relations=len(relations.kept - {one.key for one in by_key}),
        missing=tuple(missing),
        notes=tuple(_notes(claims, relations, material)),
        not_taken=(*claims.read.losses, *(one for one in (statements, _titles(claims)) if one.count)),
    )


def _titles(claims: Matching) -> Loss:
    """Tell how many titles are other ones than those that an export writes."""
    written = make_titles(claims.known.claims) if claims.ours else {}
    others = sum(name in written and title != written[name] for name, title in claims.read.titles.items())
    return Loss("titles", "positions are called by their keys, so that other titles of them have no effect; edit the claim itself", others)


def _notes(claims: Matching, relations: RelationMatching, material: Material) -> list[str]:
    told = claims.read.graph
    notes = []
    if told.base and not claims.ours:
        notes.append(f"The file is of another corpus ({shorten_middle(told.base)}); what it says was compared by its words alone.")
    reverting = any(one.seen is not None for one in claims.namings) or any(one.seen is not None for one in relations.relatings)
    if claims.ours and told.version != material.version and reverting:
        notes.append(
            "The corpus has been built anew since the file was exported. What was changed here meanwhile and not in the file counts as "
            "changed in the file: look at each change below."
        )
    if relations.inferred:
        keys = ", ".join(relations.inferred)
        notes.append(
            f"The file quotes nothing for {count_of(len(relations.inferred), 'new relation')}, inferred by {relations.name} and shown at a "
            f"sentence of the premise: {keys}."
        )
    told_of = (", ".join(circle) for circle in sorted(set(relations.circles())))
    return notes + [f"These positions support one another in a circle: {one}. It is kept, as people argue so." for one in told_of]


def _write(folder: Path, namings: Sequence[Naming], relatings: Sequence[Relating], short: str, reviewer: str) -> None:
    review = folder / FOLDER
    changes: dict[Path, Change] = {}
    if namings:
        changes[review / POSITIONS] = naming_change(namings, short)
    if relatings:
        changes[review / RELATIONS] = _relating_change(relatings)
    if short != reviewer:
        changes[review / REVIEWERS] = reviewer_change(short, reviewer)
    change_files(folder, changes)


def _relating_change(relatings: Sequence[Relating]) -> Change:
    def change(lines: Lines) -> Lines:
        tables, changed = lines.tables(1), lines
        for one in relatings:
            if tables.get((one.key,)) != one.seen:
                what = f"somebody has changed the relation {one.key} meanwhile"
                raise ConflictError(what, where=RELATIONS, hint="Nothing was written. Import the file again.")
            changed = changed.with_block((one.key,), one.fields)
        return changed

    return change

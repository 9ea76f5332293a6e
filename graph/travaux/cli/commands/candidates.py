"""``travaux candidates``: themes that the thesaurus lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.answering import ANSWER_FORMATS, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, corpus_option, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from travaux.analysis.discovery import Candidates
    from travaux.analysis.selection import Selection
    from travaux.model.corpus import Corpus

_EXAMPLES = """\b
Examples:
  travaux candidates
  travaux candidates --occurrences 2 --limit 50
  travaux candidates --format turtle --output candidates.ttl
"""
_SENTENCES = 5
"""How many sentences of a candidate are written as examples."""
_at_least_one = click.IntRange(min=1)


@click.command(short_help=COMMANDS["candidates"], epilog=_EXAMPLES)
@corpus_option
@layers_option
@selection_options
@click.option("--occurrences", type=_at_least_one, help="Least number of places of a phrase [default: by the number of statements].")
@click.option("--statements", type=_at_least_one, help="Least number of statements with the phrase [default: so too].")
@click.option("--words", type=_at_least_one, default=2, show_default=True, help="Least number of words of a phrase.")
@click.option("--limit", type=_at_least_one, default=20, show_default=True, help="How many phrases to list at most.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*ANSWER_FORMATS, "turtle"]),
    help="Format [default: table, or by the ending of --output: md, json, csv, ttl].",
)
@output_option
def candidates(
    corpus: Path | None,
    layers: tuple[str, ...],
    occurrences: int | None,
    statements: int | None,
    words: int,
    limit: int,
    form: str | None,
    output: Path | None,
    consultations: tuple[str, ...],
    documents: tuple[str, ...],
    reviews: tuple[str, ...],
    prevalence: str | None,
    stances: tuple[str, ...],
) -> None:
    """Find phrases that could be themes and that the thesaurus lacks.

    The words of the statements are searched for noun phrases that no theme covers by a label or a signal phrase, and that are no names.
    They are ranked by C-value; keyness compares the statements with the rest of the documents, and each consultation with the others.
    Each comes with its sentences, and with themes that may be broader. Below 500 statements once is enough, from there on a phrase has to
    occur twice, and from 10,000 on three times, in as many statements.

    Turtle holds them as concepts to review: move those that are themes to themes.ttl and build again; move those that are none to
    review/themes.ttl with trv:review review-status:rejected. Neither is proposed again.

    All words are read anew each time: a large corpus takes minutes, as told in docs/candidates.md.
    """
    from travaux.cli.progress import shown_progress
    from travaux.pipeline.discovery import Least, find_candidates
    from travaux.pipeline.workspace import find_corpus
    from travaux.rdf.store import open_store
    from travaux.reading.corpus import read_corpus
    from travaux.views.answers.candidates import check_searched

    if form is None and output is not None and output.suffix == ".ttl":
        form = "turtle"
    check_folder(output)
    form = choose_format(form, output, "candidates")
    described = read_corpus(find_corpus(corpus))
    with open_store(locate_store(corpus, layers), read_only=True) as store, shown_progress() as progress:
        selection = to_selection(
            store, consultations=consultations, documents=documents, reviews=reviews, prevalence=prevalence, stances=stances
        )
        least = Least(occurrences=occurrences, statements=statements, words=words)
        found = find_candidates(store, described, least, selection=selection, limit=limit, progress=progress)
    for remark in check_searched(found.searched, found.found):
        click.echo(remark, err=True)
    write_answer(_render(found, described, form, selection), output)


def _render(found: Candidates, corpus: Corpus, form: str, selection: Selection) -> str:
    from travaux.views.answers.candidates import show_candidates

    if form == "turtle":
        return _to_turtle(found, corpus)
    return render_answer(found, lambda: show_candidates(found), form, selection)


def _to_turtle(found: Candidates, corpus: Corpus) -> str:
    from travaux.rdf.candidate_themes import ProposedTheme, render_proposed_themes
    from travaux.rdf.themes import FILE, read_themes
    from travaux.views.answers.candidates import tell_place, tell_reason

    proposed = [
        ProposedTheme(
            label=one.phrase,
            wordings=one.wordings[1:],
            note=tell_reason(one),
            examples=tuple(f"“{place.sentence}” ({tell_place(place)})" for place in one.places[:_SENTENCES]),
            broader=one.broader.theme if one.broader else None,
        )
        for one in found.candidates
    ]
    taken = [theme.id for theme in read_themes(corpus.folder / FILE, corpus.base)]
    return render_proposed_themes(proposed, corpus.base, taken)

"""The figures as a page of the documentation."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.timing import Timing

_HEAD = """\
# Benchmarks

How long each command of the analysis takes on a large corpus. The corpus is generated (`tests/large_corpus`): an invented negotiation of
{statements:,} statements in {documents} documents over {consultations} consultations, with themes, articles, positions, relations and
words of prevalence as skewed as in real reports. The same seed gives the same corpus. The figures are written by

    make bench

which makes the corpus once, in `build/large-corpus`, and then runs every command {times} times as a process of its own, on disk, with what
is most spoken of as the article, question, theme and actor. Measured on 2 shared cores: other work ran beside it, so trust the ratios, and
the seconds of the processor more than those of the clock.

- **median, least, most** are seconds on the clock from start to end, the start of Python included.
- **processor** is the median of the seconds that the processor worked for the command.
- **ratio** is that over the same for `{first}`, which does little more than start and open the graph.
- **memory** is the most that the process held, in MiB.
- **limit** is in seconds on the clock, for the median; a dash stands where there is none: those commands show their progress, and their
  pages name what the algorithm costs.

| command | median | least | most | processor | ratio | memory | limit |
|---|---:|---:|---:|---:|---:|---:|---:|
"""

_TAIL = """
## Why patterns are read apart

In the embedded store on disk, a query that joins triple patterns in one group looks the next pattern up for every row, and each look-up
costs ten times what reading a row in order costs. A sub-select is read by itself and joined by hashing. So `analysis.selection` and the
queries about most statements read each pattern apart (`analysis.sparql.apart`). Seconds of the processor, same corpus, same answers:

| question | one group | apart | ratio |
|---|---:|---:|---:|
| statements that no person rejected | 3.5 | 0.07 | 50 |
| statements of each theme | 6.3 | 0.42 | 15 |
| statements of each theme, consultation and stance | 24.8 | 2.4 | 10 |
"""


def render_page(timings: Sequence[Timing], *, statements: int, documents: int, consultations: int, times: int) -> str:
    """Write the page of the documentation."""
    first = timings[0]
    head = _HEAD.format(statements=statements, documents=documents, consultations=consultations, times=times, first=first.command.line)
    return head + "".join(f"{row}\n" for row in (render_row(one, first) for one in timings)) + _TAIL


def render_row(timing: Timing, first: Timing) -> str:
    """Write the row of a command."""
    limit = f"{timing.command.limit:g}" if timing.command.limit else "–"
    if not timing.runs:
        return f"| `{timing.command.line}` | not there yet | | | | | | {limit} |"
    if timing.failure:
        return f"| `{timing.command.line}` | failed | | | | | | {limit} |"
    seconds = [run.seconds for run in timing.runs]
    ratio = timing.worked / first.worked
    told = (
        f"{timing.seconds:.1f}",
        f"{min(seconds):.1f}",
        f"{max(seconds):.1f}",
        f"{timing.worked:.1f}",
        f"{ratio:.1f}",
        f"{timing.memory:.0f}",
    )
    return f"| `{timing.command.line}` | {' | '.join(told)} | {limit} |"

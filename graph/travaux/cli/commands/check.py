"""``travaux check``: whether the graph agrees with its shapes and its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_argument
from travaux.errors import IntegrityError
from travaux.model.finding import Finding
from travaux.model.schemes import Severity
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.pipeline.check import CheckReport
    from travaux.rdf.shapes import Violation

_FINDINGS_EXIT = 2
_OF_REVIEW = "review-"


@click.command(short_help=COMMANDS["check"], epilog="Example: travaux check seeds --format json")
@corpus_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the report.")
@click.option("--strict", is_flag=True, help=f"Return {_FINDINGS_EXIT} if there are findings of weight.")
def check(corpus: Path | None, form: str, *, strict: bool) -> None:
    """Check the built graph of the CORPUS folder.

    Every part is checked against the shapes of the ontology, and every quote against its document, character for character. Findings
    are things in the sources that do not add up; they are shown and never mended.

    Exit code: 0 if the graph has no fault, 7 if it has.
    """
    from travaux.pipeline.check import check as check_graph

    report = check_graph(corpus)
    click.echo(_render_json(report) if form == "json" else _render_text(report))
    if not report.clean:
        raise click.exceptions.Exit(IntegrityError.exit_code)
    if strict and any(finding.severity is not Severity.NOTE for finding in report.findings):
        raise click.exceptions.Exit(_FINDINGS_EXIT)


def _render_text(report: CheckReport) -> str:
    violations, warnings = report.errors, report.warnings
    lines = [f"{count_of(len(violations), 'violation')} of the shapes"]
    lines += [f"  {violation.message}\n    {violation.focus}" for violation in violations]
    lines += [f"{count_of(len(warnings), 'warning')} of the shapes, which are no faults"] * bool(warnings)
    lines += [f"  {warning.message}\n    {warning.focus}" for warning in warnings]
    differing = [mismatch for mismatch in report.mismatches if mismatch.spans]
    unread = [mismatch for mismatch in report.mismatches if not mismatch.spans]
    lines += [f"{count_of(len(differing), 'quote')} of {report.spans} differ from their documents"]
    lines += [f"  {mismatch.message}" for mismatch in differing]
    lines += [f"{count_of(len(unread), 'document')} could not be compared"] * bool(unread)
    lines += [f"  {mismatch.message}" for mismatch in unread]
    of_review = [finding for finding in report.findings if finding.check.startswith(_OF_REVIEW)]
    in_sources = [finding for finding in report.findings if finding not in of_review]
    lines += [f"{count_of(len(in_sources), 'finding')} in the sources", *_render_findings(in_sources)]
    if of_review:
        lines += [f"{count_of(len(of_review), 'remark')} on the review: travaux review --status", *_render_findings(of_review)]
    return "\n".join(lines)


def _render_findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        kind = f"{finding.check.removeprefix(_OF_REVIEW)}, " if finding.check.startswith(_OF_REVIEW) else ""
        yield f"  {finding.severity.value}: {kind}{finding.message}"
        yield from (f"    {span.document_name}, {span.label}: {_shorten(span.quote)}" for span in finding.spans)


def _shorten(quote: str, longest: int = 100) -> str:
    one_line = " ".join(quote.split())
    return f"“{one_line}”" if len(one_line) <= longest else f"“{one_line[:longest].rstrip()}…”"


def _render_json(report: CheckReport) -> str:
    content = {
        "violations": [_to_json(violation) for violation in report.errors],
        "warnings": [_to_json(warning) for warning in report.warnings],
        "mismatches": [{"message": mismatch.message} for mismatch in report.mismatches],
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity.value,
                "message": finding.message,
                "places": [
                    {"document": span.document_name, "start": span.start, "end": span.end, "quote": span.quote} for span in finding.spans
                ],
            }
            for finding in report.findings
        ],
        "spans": report.spans,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _to_json(violation: Violation) -> dict[str, str | None]:
    return {"focus": violation.focus, "path": violation.path, "message": violation.message}

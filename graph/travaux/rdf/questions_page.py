"""The page of the documentation that lists the named queries, made from their headers."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.rdf.named_queries import NamedQuery, named_queries

_INTRODUCTION = """# Questions that the graph answers

This page is made from the headers of the queries in `ontology/queries`; change it there.

Every row that makes a claim names the document, the paragraph and the exact characters that it rests on. Prevalence is the report's
own word, never a number. Where rows count, they count statements in the reports, not speakers. Statements that a person has
rejected are left out, but for the questions about who decided what; `review` says of every other one whether a person has looked
at it. No row means: not found. That is not the same as: not said.

The examples are of the invented corpus that the tests use, the negotiation of a convention on the protection of lakes. In Python:

```python
from travaux.rdf.named_queries import answer, get_named_query

table = answer(store, get_named_query("article-positions"), {"article": "3"})
```
"""


def render_questions_page() -> str:
    """Return the page in Markdown: a list of all named queries, then each with its parameters, columns, notes and an example."""
    queries = named_queries()
    overview = ["| query | what it answers |", "|---|---|", *(f"| [{one.name}](#{one.name}) | {one.header.answers} |" for one in queries)]
    return "\n".join([_INTRODUCTION, *overview, *(line for query in queries for line in _render_query(query)), ""])


def _render_query(query: NamedQuery) -> Iterator[str]:
    header = query.header
    yield from ("", f"## {query.name}", "", f"**{header.title}.** {header.answers}")
    if header.needs:
        yield from ("", f"Needs {header.needs.kind} in the graph{'; refused without them' if header.needs.absence else ''}.")
    for note in header.notes:
        yield from ("", note)
    if header.parameters:
        yield from ("", "| parameter | meaning | kind | |", "|---|---|---|---|")
        for parameter in header.parameters:
            yield f"| `{parameter.name}` | {parameter.meaning} | {parameter.kind} | {'required' if parameter.required else 'optional'} |"
        yield from ("", f"Example: {', '.join(f'`{name}={value}`' for name, value in header.examples().items())}")
    yield from ("", "| column | holds |", "|---|---|")
    for column in header.columns:
        yield f"| `{column.name}` | {column.meaning} |"

"""Invented argument maps, any that can be."""

from __future__ import annotations

from hypothesis import strategies as st

from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage, Source
from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, RelationKind, Stance

HOSTILE = (
    "[Not a title]: {id: x} <+ [A] <- <B> _> c",
    "*bold* _italic_ **b** __c__ snake_case #tag #(two words) @[Who] @<what>",
    "// no comment /* nor this */ <!-- nor that --> https://example.org/a//b",
    "=== not front matter === and === again",
    "e.g. a.k.a. :smile: .and. .x\\y. {a: {b}} } x }, {",
    "(1) premise -- rule -- (2) 1. list * item",
    "\\ backslash \\[ \\\\ end\\",
    "two\nlines\r\n\tand  blanks ",
    "-- starts like an inference",
    "+> starts like a relation",
    "'+ starts with what counts as a blank",
    ", starts like more of the data above",
    "<script>alert('x')</script> =HYPERLINK(\"x\")",
    "\u202eright to left\u200b\ufeff \x07 \x00 \U0001f600 \u2028 …",
    "…",
    "\"quoted\" 'single' `code` ```fence```",
    "[a](http://b) ![c](d) & &amp; <a> </a>",
)
"""Texts that are more than text to somebody."""

texts = st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)


@st.composite
def passages(draw: st.DrawFn, sources: list[str]) -> Passage:
    """Exact words, with or without a place."""
    return Passage(
        quote=draw(texts),
        source=draw(st.none() | st.sampled_from(sources)),
        paragraph=draw(st.none() | st.sampled_from(["8", "block-3"])),
        start=draw(st.none() | st.integers(0, 10_000)),
        end=draw(st.none() | st.integers(0, 10_000)),
    )


@st.composite
def argument_maps(draw: st.DrawFn) -> ArgumentGraph:
    """A map with a few claims, each of which other claims and statements may bear on."""
    sources = [f"document/{name}" for name in ("first", "second")]
    claims = [f"position/{name}" for name in ("lakes-are-small", "0f3a91bc22d01e4f", "measure-lakes")]
    return ArgumentGraph(
        title=draw(texts),
        base=draw(st.sampled_from(["", "https://example.org/corpus/"])),
        version="0123456789abcdef",
        claims=tuple(Claim(id=one, text=draw(texts)) for one in sorted(claims)),
        locutions=tuple(
            Locution(
                id=f"document/first/statement/{number}",
                claim=draw(texts),
                passage=draw(passages(sources)),
                position=draw(st.none() | st.sampled_from(claims)),
                speaker=draw(st.none() | texts),
                cue=draw(st.none() | texts),
                act=draw(st.none() | st.sampled_from(Act)),
                stance=draw(st.none() | st.sampled_from(Stance)),
                prevalence=draw(st.none() | st.sampled_from(Prevalence)),
            )
            for number in range(draw(st.integers(0, 3)))
        ),
        bearings=tuple(
            Bearing(
                id=f"relation/{number}",
                kind=draw(st.sampled_from(RelationKind)),
                premise=draw(st.sampled_from(claims)),
                conclusion=draw(st.sampled_from(claims)),
                form=draw(st.none() | st.sampled_from(RelationForm)),
                marking=draw(st.none() | st.sampled_from(Marking)),
                passage=draw(st.none() | passages(sources)),
            )
            for number in range(draw(st.integers(0, 4)))
        ),
        sources=tuple(
            Source(id=one, title=draw(texts), symbol=draw(st.none() | texts), date=draw(st.none() | st.just("2023-07-13")), link=None)
            for one in sources
        ),
    )

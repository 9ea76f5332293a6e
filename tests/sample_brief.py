"""A brief as a delegate would be handed one: every kind of block, and quotes that stand in the documents of the first corpus."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import travaux
from travaux.views.briefs.blocks import Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table

_FIFTH = "Chair's Report of the Fifth Intersessional Consultation, 13 July 2023, para. 8"
_SECOND = "Chair's Report of the Second Intersessional Consultation, 14 June 2022, para. 7"

LEGALITY = Note(
    f"{_FIFTH}; several speakers.",
    "several speakers stated that, in addition to the principle of proportionality, the provision should include the principles of "
    "legality and necessity as well as references to the right to an effective remedy against the powers granted by the convention to law "
    "enforcement agencies",
)
INTRUSIVE = Note(
    f"{_FIFTH}; several speakers.",
    "Several speakers also expressed concern about specific procedural measures provided for in the convention, namely the expedited "
    "preservation of stored [computer data] [digital information], the real-time collection of traffic data and the interception of "
    "content data, due to their intrusive nature, which would therefore necessitate strong human rights safeguards.",
)
SCOPE = Note(
    f"{_FIFTH}; a number of speakers.",
    "a number of speakers cautioned against extending it to cover “[o]ther criminal offences committed by means of [a computer system] [an "
    "information and communications technology device]” and “[t]he collection of evidence in electronic form of any criminal offence”",
)
CONFIDENCE = Note(
    f"{_FIFTH}; no speaker named.",
    "such a narrow scope of procedural measures would also increase the confidence among Member States to share data, thus fostering "
    "international cooperation",
)
SERIOUS = Note(
    f"{_FIFTH}; one speaker.",
    "one speaker called for limiting the mentioned scope to serious crimes that are punishable by a maximum deprivation of liberty of at "
    "least four years",
)
BOTH = Note(
    f"{_FIFTH}; no speaker named.",
    "it was said that the procedural measures for real-time collection and interception of both types of data should only apply to serious "
    "offences",
)
EARLIER = Note(
    f"{_SECOND}; several speakers.",
    "while law enforcement cooperation should be as effective as possible, due consideration should be given to human rights conditions "
    "and safeguards",
)
BASIS = Note("Prevalence is the report's own word; the reports do not say how many speakers stand behind it.")
NOTES = (BASIS, LEGALITY, SERIOUS, INTRUSIVE, SCOPE, EARLIER, CONFIDENCE, BOTH)
"""In the order in which they are called."""

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="60" viewBox="0 0 480 60">'
    '<rect x="0" y="6" width="300" height="18" fill="#4b2e83"/><rect x="304" y="6" width="100" height="18" fill="#c98500"/>'
    '<rect x="408" y="6" width="72" height="18" fill="#0f6cbd"/>'
    '<text x="0" y="44" font-size="12" fill="#526070">■ proposes 3   ■ concerned 2   ■ supports 1</text></svg>'
)

_STANCES = Table(
    "Statements on article 24 by stance, with the words of the reports",
    ("Stance", "Statements", "Prevalence", "What was said"),
    (
        (
            ("✎ proposes",),
            ("3",),
            ("several, one",),
            ("Add the principles of legality and necessity and an effective remedy.", LEGALITY, SERIOUS),
        ),
        (
            ("◆ concerned",),
            ("2",),
            ("several, a number of",),
            ("Procedural measures are intrusive; their scope should not extend to other offences.", INTRUSIVE, SCOPE),
        ),
        (("● supports",), ("1",), ("several",), ("Due consideration to human rights conditions and safeguards.", EARLIER)),
        (("▼ opposes",), ("0",), ("–",), ("Not found in the documents on file.",)),
    ),
    (3, 2, 3, 10),
)

_POSITIONS = Section(
    "Positions",
    (
        Paragraph(
            (
                Strong("The provision should include legality and necessity."),
                " Several speakers in 2023.",
                LEGALITY,
                " The reason given is that the measures are intrusive.",
                INTRUSIVE,
            )
        ),
        Paragraph(
            (
                Strong("Measures should be limited to offences established in accordance with the convention."),
                " A number of speakers in 2023",
                SCOPE,
                "; an argument in favour is confidence to share data.",
                CONFIDENCE,
                " See ",
                Link("the position", "https://w3id.org/travaux/corpus/cybercrime-convention/position/0123456789abcdef"),
                ".",
            )
        ),
        Paragraph(
            (
                Strong("Safeguards deserve due consideration in cooperation."),
                " Several speakers in 2022.",
                EARLIER,
                " No objection was found.",
            )
        ),
    ),
    (
        Section("Reasons and objections", (Items((("For: confidence among Member States.", CONFIDENCE), ("Against: not found.",))),)),
        Section(
            "Proposals",
            (
                Items(
                    (
                        ("Refer to the principles of ", Strong("legality"), " and ", Strong("necessity"), ".", LEGALITY),
                        ("Limit the scope to crimes punishable by at least four years.", SERIOUS),
                        ("Apply collection and interception of both types of data to serious offences only.", BOTH, SERIOUS),
                    )
                ),
            ),
        ),
    ),
)

_OUTCOME = Table(
    "Article 24 in the draft and in the adopted convention",
    ("Instrument", "Provision", "Evidence", "What is known"),
    (
        (("A/AC.291/22",), ("Article 24, Conditions and safeguards",), ("C, cited in a report",), ("Discussed in 2023.",)),
        (
            ("A/RES/79/243, annex",),
            ("Article 24, Conditions and safeguards",),
            ("M, recollection [unverified]",),
            ("Consistent with the proposals; the documents on file do not show why. 中文 [unverified]",),
        ),
    ),
    (4, 6, 4, 8),
)

SAMPLE = Brief(
    "Article 24: Conditions and safeguards",
    "Brief on a provision of the draft text of the convention",
    (
        "Six statements in two reports bear on article 24. Speakers proposed additions; no opposing statement was found.",
        BASIS,
    ),
    (
        Section("What was said, by stance", (_STANCES,)),
        _POSITIONS,
        Section(
            "Gaps",
            (
                Paragraph(("Not found is not the same as not said. In the documents on file, nothing was found on:",)),
                Items((("judicial review of the measures,",), ("oversight after the measures have ended.",))),
            ),
        ),
        Section(
            "What became of it",
            (_OUTCOME, Figure(_SVG, "A bar: proposes three, concerned two, supports one.", "Statements on article 24 by stance")),
        ),
    ),
    (
        ("Data version", "3f2c9a1be4d07781"),
        (
            "Documents",
            "Chair's Report of the Second Intersessional Consultation (14 June 2022); Chair's Report of the Fifth (13 July 2023)",
        ),
        ("Review", "5 of 6 statements accepted by a reviewer, 1 undecided"),
        ("How to read it", "Prevalence words are those of the reports and are never numbers. Footnotes quote the documents word for word."),
    ),
    "United Nations Convention against Cybercrime: intersessional consultations",
    "2023-07-13",
)


def brief_of(text: str) -> Brief:
    """Return a brief with a text in every place that holds one."""
    words = (
        text,
        Strong(text),
        Link(text, f"https://example.org/{text}"),
        Link(text, text),
        Note(text, text),
        Note(text),
        Note(text, text),
    )
    blocks = (Paragraph(words), Items((words, ())), Table(text, (text, text), ((words, ()), ((), words))))
    return Brief(text, text, words, (Section(text, blocks, (Section(text),)),), ((text, text),), text, text, text)


def words_of(one: object) -> Iterator[str]:
    """Give every text of a brief but its addresses, drawings and language."""
    if isinstance(one, str):
        yield one
    elif isinstance(one, tuple):
        for inner in one:
            yield from words_of(inner)
    elif dataclasses.is_dataclass(one) and not isinstance(one, type):
        for field in dataclasses.fields(one):
            if field.name not in {"address", "svg", "alternative", "language"}:
                yield from words_of(getattr(one, field.name))


def run_elsewhere(module: str, name: str) -> bytes:
    """Return what a function makes of the sample in a new process, whose sets and dictionaries are of another order."""
    script = f"import sys; from {module} import {name}; from sample_brief import SAMPLE; sys.stdout.buffer.write({name}(SAMPLE))"
    paths = os.pathsep.join([str(Path(travaux.__file__).parents[1]), str(Path(__file__).parent)])
    environment = os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": paths, "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, env=environment).stdout  # noqa: S603  our own script

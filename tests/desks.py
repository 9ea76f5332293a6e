"""A small corpus to review, written by the tests themselves, and desks on it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

from travaux.model.schemes import ReviewStatus
from travaux.pipeline.build import build
from travaux.pipeline.desk import Draft, Item
from travaux.pipeline.desk.drafts import WRITTEN_HERE

TOPICS = ("reservoirs", "canals", "springs", "wells", "rivers", "marshes", "deltas", "glaciers", "estuaries", "lagoons")
SPEAKERS = ("Several speakers", "Some speakers", "Many speakers", "A number of speakers", "One speaker")
CUES = ("stressed that", "proposed that", "noted that", "emphasized that")
REPORT = "lake-report"


def report_text(paragraphs: int, sentences: int = 2) -> str:
    """Write a report whose every sentence is a statement of its own words."""
    told = []
    for number in range(1, paragraphs + 1):
        lines = (_sentence(number, order) for order in range(sentences))
        told.append(f"{number}. {' '.join(lines)}")
    return "Report of the Chair on the lakes\n\n" + "\n\n".join(told) + "\n"


def _sentence(number: int, order: int) -> str:
    place = number * 7 + order
    speaker, cue, topic = SPEAKERS[place % len(SPEAKERS)], CUES[place % len(CUES)], TOPICS[place % len(TOPICS)]
    return f"{speaker} {cue} the {topic} of district {number} should be kept in state {order} of article {place % 40 + 1}."


def write_lakes(folder: Path, paragraphs: int, sentences: int = 2) -> Path:
    """Write a corpus of one report, one sentence after the other."""
    (folder / "documents").mkdir(parents=True)
    text = report_text(paragraphs, sentences).encode()
    (folder / "documents" / f"{REPORT}.txt").write_bytes(text)
    (folder / "corpus.toml").write_text(
        f"""name = "lakes"
title = "Lakes <under> \\"review\\""
base = "https://example.org/lakes/"

[[documents]]
name = "{REPORT}"
title = "Report <b>on</b> the lakes"
kind = "report"
file = "documents/{REPORT}.txt"
checksum = "{hashlib.sha256(text).hexdigest()}"
""",
        encoding="utf-8",
    )
    return folder


def build_lakes(folder: Path, paragraphs: int, sentences: int = 2) -> Path:
    """Write and build a corpus, so that desks on copies of it open at once."""
    build(write_lakes(folder, paragraphs, sentences))
    return folder


def copy_of(built: Path, folder: Path) -> Path:
    """Copy a corpus with what was built of it."""
    return Path(shutil.copytree(built, folder))


def draft_of(item: Item, decision: ReviewStatus | None = ReviewStatus.ACCEPTED, why: str | None = None, **changed: Any) -> Draft:
    """Make a draft of what is proposed or decided, with some fields changed."""
    fields = {name: value for name, value in item.fields.items() if name not in WRITTEN_HERE | {"why"}}
    return Draft(key=item.key, expected=item.version, decision=decision, fields={**fields, **changed}, why=why)

"""Whatever a document holds, a build ends with a graph that passes its checks or with a clear error."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from travaux.errors import TravauxError
from travaux.pipeline.build import build
from travaux.pipeline.check import check
from travaux.resources import seeds_folder

_REPORT = (seeds_folder() / "documents" / "second-consultation-report.txt").read_bytes()
_CORPUS = """
name = "fuzz"
title = "Fuzz"
base = "https://example.org/fuzz/"
[[documents]]
name = "report"
title = "Report"
kind = "report"
file = "report{suffix}"
checksum = "{checksum}"
"""


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A report that is cut, doubled in places, and hit by stray bytes."""
    start = draw(st.integers(0, len(_REPORT) // 2))
    content = bytearray(_REPORT[start : draw(st.integers(start, len(_REPORT)))])
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(content)))
        stray = draw(
            st.sampled_from(
                [b"\x00", b"\xff", b"\n\n", b"\r", b"**", b"17. ", b"[", b"\xe2\x80\x9c", b"((((", b"\xef\xbb\xbf", b"3 of 2: 1 from"]
            )
        )
        content[place:place] = stray
    return bytes(content)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=_damaged() | st.binary(max_size=200), suffix=st.sampled_from([".txt", ".txt", ".md", ".html", ".docx", ".pdf"]))
def test_a_damaged_document_gives_a_graph_without_fault_or_a_clear_error(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"report{suffix}").write_bytes(content)
        description = _CORPUS.format(suffix=suffix, checksum=hashlib.sha256(content).hexdigest())
        (folder / "corpus.toml").write_text(description, "utf-8")
        refusal: TravauxError | None = None
        try:
            build(folder)
        except TravauxError as error:
            refusal = error
        assert (refusal.what and refusal.where) if refusal else check(folder).clean

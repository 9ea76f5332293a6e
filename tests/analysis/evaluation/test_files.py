"""Annotations are read from files, and every mistake is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation import Annotated, read_annotations, read_cases
from travaux.analysis.evaluation.rows import plain_provision
from travaux.errors import AnnotationError
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance

TEXT = "Many speakers called for a fund to help States. It was noted that article 5 was clear."
FUND = {
    "document": "report",
    "paragraph": None,
    "quote": "a fund",
    "cue": "called for",
    "speaker": "Many speakers",
    "speaker_kind": "collective",
    "prevalence": "many",
    "act": "call-for",
    "stance": "proposes",
    "rationale": "to help States",
    "provisions": [],
    "questions": ["document/note/question/3", "4"],
    "themes": ["theme/money"],
    "note": "clear",
}
CASE = """manner = "minutes"
[[case]]
phenomenon = "plain"
text = "Members noted that rain fell."
"""


def written(folder: Path, *lines: object) -> Path:
    file = folder / "annotated.jsonl"
    file.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
    return file


def test_a_line_is_a_statement(tmp_path: Path) -> None:
    assert read_annotations(written(tmp_path, FUND), {"report": TEXT}) == (
        Annotated(
            document="report",
            start=25,
            end=31,
            quote="a fund",
            paragraph="",
            cue="called for",
            speaker="Many speakers",
            speaker_kind=SpeakerKind.COLLECTIVE,
            prevalence=Prevalence.MANY,
            act=Act.CALL_FOR,
            stance=Stance.PROPOSES,
            rationale="to help States",
            provisions=(),
            questions=("3", "4"),
            themes=("money",),
        ),
    )


def test_a_line_needs_no_more_than_document_quote_and_place(tmp_path: Path) -> None:
    line = {"document": "document/report", "quote": "a fund", "start": 25, "end": 31}
    expected = (Annotated(document="report", start=25, end=31, quote="a fund"),)
    assert read_annotations(written(tmp_path, line, "", "  "), {}) == expected
    assert read_annotations(written(tmp_path, line), {"report": TEXT}) == expected


def test_a_byte_order_mark_and_line_separators_inside_a_text_do_no_harm(tmp_path: Path) -> None:
    line = json.dumps(FUND | {"note": "a\u2028b"}, ensure_ascii=False)
    assert len(read_annotations(written(tmp_path, f"\ufeff{line}", line), {"report": TEXT})) == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not valid JSON"),
        ("[" * 100_000, "line 2: not valid JSON"),
        ("[1]", "line 2: the line is no JSON object"),
        ({"quote": "a fund"}, "line 2: 'document' is missing or is no text"),
        (FUND | {"quote": " "}, "line 2: 'quote' is missing or is no text"),
        (FUND | {"quote": "no fund"}, "line 2: the quote is not in the text: 'no fund'"),
        (FUND | {"document": "other"}, "line 2: 'start' and 'end' are missing, and there is no text"),
        (FUND | {"start": 25}, "line 2: 'start' and 'end' must be whole numbers with the 6 characters"),
        (FUND | {"start": 25, "end": 30}, "line 2: 'start' and 'end' must be whole numbers with the 6 characters"),
        (FUND | {"start": True, "end": 7}, "line 2: 'start' and 'end' must be whole numbers with the 6 characters"),
        (FUND | {"start": 26, "end": 32}, "line 2: the quote does not stand at the characters 26-32 of 'report'"),
        (FUND | {"stance": "for"}, "line 2: 'stance' is 'for', but must be one of supports, opposes"),
        (FUND | {"prevalence": ["many"]}, "line 2: 'prevalence' is ['many'], but must be one of"),
        (FUND | {"cue": 3}, "line 2: 'cue' must be text, not 3"),
        (FUND | {"provisions": "article 5"}, "line 2: 'provisions' must be a list of texts, not 'article 5'"),
        (FUND | {"questions": [4]}, "line 2: 'questions' must be a list of texts"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(AnnotationError) as raised:
        read_annotations(written(tmp_path, FUND, line), {"report": TEXT})
    assert message in str(raised.value)
    assert "annotated.jsonl" in str(raised.value)


def test_the_question_with_the_surest_link_comes_first(tmp_path: Path) -> None:
    links = [{"target": "document/note/question/9", "confidence": 0.8}, {"target": "theme/4", "confidence": 1}, {"target": 3}, 4]
    (read,) = read_annotations(written(tmp_path, FUND | {"questions": ["4", "9"], "links": links}), {"report": TEXT})
    assert read.questions == ("9", "4")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "annotated.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AnnotationError, match="not UTF-8"):
        read_annotations(tmp_path / "annotated.jsonl", {})
    with pytest.raises(AnnotationError, match="cannot be read"):
        read_annotations(tmp_path / "missing.jsonl", {})


@given(
    st.dictionaries(
        st.sampled_from([*FUND, "start", "end", "rule"]),
        st.none() | st.booleans() | st.integers() | st.text("a d", max_size=3) | st.lists(st.text("ab", max_size=2), max_size=2),
    )
)
def test_whatever_a_line_holds_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]) -> None:
    file = written(tmp_path_factory.mktemp("lines"), FUND | values)
    try:
        (read,) = read_annotations(file, {"report": TEXT})
    except AnnotationError as error:
        message = str(error)
        if "line 1" not in message:
            pytest.fail(message)
    else:
        assert read.document != "report" or TEXT[read.start : read.end] == read.quote


def test_a_case_brings_its_text_and_says_nothing_of_questions(tmp_path: Path) -> None:
    statement = '[[case.statement]]\nquote = "rain fell"\ncue = "noted"\nstance = "neutral"\n'
    (tmp_path / "b.toml").write_text(CASE, "utf-8")
    (tmp_path / "a.toml").write_text(CASE + statement, "utf-8")
    spoken, silent = read_cases(tmp_path)
    assert (spoken.document, spoken.manner, spoken.phenomenon, silent.document) == ("a/1", "minutes", "plain", "b/1")
    assert silent.statements == ()
    (said,) = spoken.statements
    assert (said.start, said.speaker, said.provisions, said.questions, said.stance) == (19, "", (), None, Stance.NEUTRAL)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("manner = ", "not valid TOML"),
        ("", "'manner' is missing"),
        ('manner = "x"\ncase = 3', "'manner' is missing, or [[case]] is no list"),
        ('manner = "x"\n[[case]]\ntext = "Rain."', "case 1: 'phenomenon' or 'text' is missing"),
        (CASE + "statement = 3", "case 1: 'statement' must be a list of tables"),
        (CASE + "statements = []", "case 1: the key 'statements' is unknown here"),
        (CASE + "[[case.statement]]\nquote = 'rain fell'\nstanse = 'neutral'", "case 1: the key 'stanse' is unknown here"),
        (CASE + "[[case.statement]]\nquote = 'snow'", "case 1, statement 1: the quote is not in the text"),
    ],
)
def test_a_mistake_in_a_case_is_told_with_its_place(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a.toml").write_text(content, "utf-8")
    with pytest.raises(AnnotationError) as raised:
        read_cases(tmp_path / "a.toml")
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("written_as", "plain"),
    [
        ("instrument/draft/article/5", "article 5"),
        ("instrument/draft/article/3/paragraph/2", "article 3, paragraph 2"),
        ("instrument/draft/preambular-paragraph/1", "preambular paragraph 1"),
        ("Article  5, paragraph 3", "article 5, paragraph 3"),
        ("section 214.7(b)", "section 214.7(b)"),
    ],
)
def test_provisions_are_compared_as_texts_cite_them(written_as: str, plain: str) -> None:
    assert plain_provision(written_as) == plain

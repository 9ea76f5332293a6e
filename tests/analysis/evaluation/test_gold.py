"""Files and folders of annotations are gathered with their texts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from travaux.analysis.evaluation import read_found, read_gold
from travaux.errors import AnnotationError

CASE = 'manner = "minutes"\n[[case]]\nphenomenon = "plain"\ntext = "Members noted that rain fell."\n'
LINE = json.dumps({"document": "talk", "quote": "rain fell"}) + "\n"
TEXT = "One speaker noted that rain fell."


def nothing(names: Sequence[str]) -> Mapping[str, str]:
    assert "talk" not in names
    return {}


def put(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    return folder


def test_of_a_folder_texts_annotations_and_cases_are_read(tmp_path: Path) -> None:
    gold = read_gold(
        [put(tmp_path, talk_txt=TEXT, talk_jsonl=LINE, quiet_txt="Rain.", quiet_jsonl="", rain_toml=CASE, README_md="#")], nothing
    )
    assert gold.documents == ("quiet", "rain/1", "talk")
    assert [(one.document, one.start) for one in gold.statements] == [("talk", 23)]
    assert [case.manner for case in gold.cases.values()] == ["minutes"]
    assert gold.elsewhere == {}


def test_texts_that_are_not_beside_the_annotations_are_asked_for(tmp_path: Path) -> None:
    file = put(tmp_path, pass_jsonl=LINE) / "pass.jsonl"
    gold = read_gold([file], lambda names: dict.fromkeys(names, TEXT))
    assert (gold.documents, gold.texts) == (("talk",), {})
    assert [one.start for one in gold.statements] == [23]


def test_found_statements_are_placed_in_the_texts_of_the_annotated_ones(tmp_path: Path) -> None:
    file = put(tmp_path, found_jsonl=LINE) / "found.jsonl"
    assert [one.start for one in read_found([file], {"talk": TEXT}, nothing)] == [23]


def test_a_text_without_annotations_is_a_mistake_and_not_a_text_without_statements(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"no talk\.jsonl beside the text"):
        read_gold([put(tmp_path, talk_txt=TEXT, rain_toml=CASE)], nothing)


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"holds no file that ends in \.toml or \.jsonl"):
        read_gold([tmp_path], nothing)


def test_a_text_is_not_counted_twice(tmp_path: Path) -> None:
    file = put(tmp_path, rain_toml=CASE) / "rain.toml"
    with pytest.raises(AnnotationError, match="'rain/1' was given before"):
        read_gold([file, file], nothing)


@pytest.mark.parametrize("content", [{"empty_jsonl": ""}, {"empty_toml": 'manner = "minutes"\n'}, {"empty_txt": ""}, {"empty_txt": TEXT}])
def test_where_nothing_is_annotated_there_is_nothing_to_score(content: dict[str, str], tmp_path: Path) -> None:
    put(tmp_path, **content)
    with pytest.raises(AnnotationError, match="nothing is annotated"):
        read_gold(list(tmp_path.iterdir()), nothing)


def test_an_empty_text_is_no_text_without_statements(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="the text is empty: nothing is annotated"):
        read_gold([put(tmp_path, quiet_txt="", quiet_jsonl="")], nothing)


def test_a_document_without_a_text_is_told_with_those_that_have_one(tmp_path: Path) -> None:
    file = put(tmp_path, talk_txt=TEXT, talk_jsonl=LINE.replace("talk", "tlak")) / "talk.jsonl"
    with pytest.raises(AnnotationError, match="document 'tlak'") as raised:
        read_gold([file], nothing, lambda: ("report", "note"))
    assert "Known documents: note, report, talk." in str(raised.value)

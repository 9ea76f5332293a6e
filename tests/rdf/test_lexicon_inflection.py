"""Regular inflection makes the forms that a dictionary gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.rdf.inflection import noun_plural, verb_forms

VERBS = """
stress stresses stressed stressing | submit submits submitted submitting | refer refers referred referring | urge urges urged
urging | deny denies denied denying | convey conveys conveyed conveying | agree agrees agreed agreeing | concur concurs concurred
concurring | admit admits admitted admitting | limit limits limited limiting | offer offers offered offering | differ differs
differed differing | regret regrets regretted regretting | prefer prefers preferred preferring | echo echoes echoed echoing | flag
flags flagged flagging | view views viewed viewing | fix fixes fixed fixing | plead pleads pleaded pleading | press presses
pressed pressing | question questions questioned questioning | support supports supported supporting | appeal appeals appealed
appealing | consider considers considered considering | rebut rebuts rebutted rebutting | second seconds seconded seconding | quit
quits quitted quitting | die dies died dying | veto vetoes vetoed vetoing | commit commits committed committing | add adds added
adding | posit posits posited positing | signal signals signalled signalling signaled signaling | level levels levelled levelling
leveled leveling | recall recalls recalled recalling | focus focuses focused focusing | compel compels compelled compelling |
issue issues issued issuing | envision envisions envisioned envisioning
"""
IRREGULAR = [
    ("say", ["said"], "say says said saying"),
    ("put", ["put"], "put puts putting"),
    ("draw", ["drew", "drawn"], "draw draws drew drawn drawing"),
    ("have", ["had"], "have has had having"),
    ("seek", ["sought"], "seek seeks sought seeking"),
    ("see", ["saw", "seen"], "see sees saw seen seeing"),
]


@pytest.mark.parametrize("line", [line.split() for line in VERBS.split("|")], ids=lambda line: line[0])
def test_a_regular_verb_has_the_forms_of_a_dictionary(line: list[str]) -> None:
    assert verb_forms(line[0]) == set(line)


@pytest.mark.parametrize(("verb", "past", "forms"), IRREGULAR)
def test_an_irregular_past_replaces_the_regular_one(verb: str, past: list[str], forms: str) -> None:
    assert verb_forms(verb, past) == set(forms.split())


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("country", "countries"),
        ("delegate", "delegates"),
        ("witness", "witnesses"),
        ("ngo", "ngos"),
        ("attorney", "attorneys"),
        ("church", "churches"),
    ],
)
def test_a_noun_has_its_regular_plural(noun: str, plural: str) -> None:
    assert noun_plural(noun) == plural
    assert noun_plural(f"national {noun}") == f"national {plural}"


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_a_verb_has_itself_and_one_form_of_each_ending(verb: str) -> None:
    forms = verb_forms(verb)
    assert verb in forms
    assert any(form.endswith("ing") for form in forms)
    assert any(form.endswith("ed") for form in forms)
    assert any(form.endswith("s") for form in forms)
    assert len(forms) <= 6  # four, and two more where usage differs

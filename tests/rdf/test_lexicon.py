"""The lexicon as it is shipped, and what a user's own file does to it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from travaux.errors import CorpusError
from travaux.model.lexicon import Cue, FrameWord, Lexicon, MarkerKind, Reading, SpeakerClass, WordClass
from travaux.model.schemes import Act, Prevalence, Stance
from travaux.rdf.lexicon import read_lexicon
from travaux.rdf.lexicon_file import BASE, LEX
from travaux.resources import ontology_folder

SHIPPED = ontology_folder() / "lexicon.ttl"
DOCS = Path(__file__).parents[2] / "docs" / "lexicon.md"
EXAMPLES = re.findall(r"```turtle\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
PREFIXES = EXAMPLES[0]

CUE = """
<flag-up> a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ; rdfs:label "flag up" ; ontolex:sense <flag-up/that> .
<flag-up/that> lex:complement "that" ; lex:act act:stress ; lex:stance stance:supports .
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(SHIPPED)


def written(folder: Path, text: str, name: str = "lexicon.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def cue(lexicon: Lexicon, name: str) -> Cue:
    return next(one for one in lexicon.cues if one.name == name)


def reading(lexicon: Lexicon, name: str, complement: str) -> tuple[Act, Stance]:
    found = cue(lexicon, name).reading(complement)
    assert found is not None
    assert found.name == f"{name}/{complement.replace(' ', '-')}"
    return found.act, found.stance


def test_every_act_stance_and_word_class_occurs(lexicon: Lexicon) -> None:
    readings = [one for cue in lexicon.cues for one in cue.readings]
    assert {one.act for one in readings} == set(Act)
    assert {one.stance for one in readings} == set(Stance)
    assert {one.word_class for one in lexicon.cues} == set(WordClass)


def test_every_prevalence_but_the_unspecified_has_words(lexicon: Lexicon) -> None:
    assert set(lexicon.quantifiers.values()) == set(Prevalence) - {Prevalence.UNSPECIFIED}


def test_every_class_of_speaker_and_every_kind_of_marker_has_words(lexicon: Lexicon) -> None:
    assert set(lexicon.speakers.values()) == set(SpeakerClass)
    assert set(lexicon.markers) == set(MarkerKind)
    assert all(lexicon.markers.values())


def test_words_of_the_frame_are_single_words_of_every_kind(lexicon: Lexicon) -> None:
    assert set(lexicon.frame_words) == set(FrameWord)
    assert all(lexicon.frame_words.values())
    assert not [word for words in lexicon.frame_words.values() for word in words if " " in word or word != word.lower()]


def test_a_word_of_the_frame_may_do_several_things(lexicon: Lexicon) -> None:
    assert "remained" in lexicon.frame_words[FrameWord.LINKING] & lexicon.frame_words[FrameWord.EXISTING]


def test_some_senses_only_name_a_topic(lexicon: Lexicon) -> None:
    topical = {one.name for cue in lexicon.cues for one in cue.readings if one.topical}
    assert "outline/object" in topical
    assert "stress/object" not in topical


def test_each_form_belongs_to_one_cue_of_its_class(lexicon: Lexicon) -> None:
    forms = [(one.word_class, form, one.rest) for one in lexicon.cues for form in one.forms]
    assert len(forms) == len(set(forms)) > 2000


def test_only_light_verbs_have_no_reading(lexicon: Lexicon) -> None:
    assert all(bool(one.readings) == (one.word_class is not WordClass.LIGHT_VERB) for one in lexicon.cues)


def test_words_are_in_lower_case_with_single_spaces(lexicon: Lexicon) -> None:
    cues = {" ".join([form, *one.rest]) for one in lexicon.cues for form in one.forms}
    for word in {*cues, *lexicon.quantifiers, *lexicon.speakers, *(word for words in lexicon.markers.values() for word in words)}:
        assert word == " ".join(word.lower().split())


@pytest.mark.parametrize(
    ("name", "complement", "act", "stance"),
    [
        ("stress", "object", Act.STRESS, Stance.SUPPORTS),
        ("note", "that", Act.OBSERVE, Stance.NEUTRAL),
        ("caution", "against", Act.CAUTION, Stance.OPPOSES),
        ("warn", "that", Act.CAUTION, Stance.CONCERNED),
        ("recommend", "gerund", Act.RECOMMEND, Stance.PROPOSES),
        ("call", "for", Act.CALL_FOR, Stance.PROPOSES),
        ("call-upon", "infinitive", Act.CALL_FOR, Stance.PROPOSES),
        ("oppose", "object", Act.OPPOSE, Stance.OPPOSES),
        ("question", "whether", Act.QUESTION, Stance.CONCERNED),
        ("ask", "whether", Act.QUESTION, Stance.NEUTRAL),
        ("ask", "for", Act.CALL_FOR, Stance.PROPOSES),
        ("put-into-question", "object", Act.QUESTION, Stance.CONCERNED),
        ("receive-support", "subject", Act.SUPPORT, Stance.SUPPORTS),
        ("concern-noun", "about", Act.CONCERN, Stance.CONCERNED),
        ("concern-noun", "with regard to", Act.CONCERN, Stance.CONCERNED),
        ("disagreement-noun", "with", Act.OPPOSE, Stance.OPPOSES),
        ("disagreement-noun", "on", Act.OBSERVE, Stance.NEUTRAL),
        ("in-favour-adjective", "of", Act.SUPPORT, Stance.SUPPORTS),
        ("divided-adjective", "on", Act.OBSERVE, Stance.NEUTRAL),
        ("note-with-concern", "object", Act.CONCERN, Stance.CONCERNED),
    ],
)
def test_a_cue_means_what_a_reader_expects(lexicon: Lexicon, name: str, complement: str, act: Act, stance: Stance) -> None:
    assert reading(lexicon, name, complement) == (act, stance)


def test_a_phrase_is_inflected_in_its_first_word_alone(lexicon: Lexicon) -> None:
    phrases = [one for one in lexicon.cues if one.name == "put-into-question"]
    assert {one.forms for one in phrases} == {frozenset({"put", "puts", "putting"})}
    assert {one.rest for one in phrases} == {("into", "question"), ("in", "question")}


def test_another_spelling_is_inflected_too_and_may_differ_after_the_first_word(lexicon: Lexicon) -> None:
    assert {"emphasise", "emphasised", "emphasizing"} <= cue(lexicon, "emphasize").forms
    assert {one.rest for one in lexicon.cues if one.name == "in-favour-adjective"} == {("favour",), ("favor",)}


def test_a_speaker_is_known_in_both_numbers(lexicon: Lexicon) -> None:
    assert {lexicon.speakers[word] for word in ("delegation", "delegations", "country", "countries", "people")} == {SpeakerClass.GROUP}


@pytest.mark.parametrize("word", ["both", "two", "58", "half of"])
def test_what_counts_no_supporters_is_no_quantifier(lexicon: Lexicon, word: str) -> None:
    assert word not in lexicon.quantifiers


def test_the_words_in_which_the_file_is_written_are_declared_in_it() -> None:
    quads = list(parse(path=SHIPPED, format=RdfFormat.TURTLE, base_iri=BASE))
    used = {quad.predicate.value for quad in quads if quad.predicate.value.startswith(LEX)}
    declared = {str(quad.subject)[1:-1] for quad in quads if str(quad.subject).startswith(f"<{LEX}")}
    assert used <= declared


def test_reading_takes_no_time_worth_mentioning() -> None:
    start = time.thread_time()
    read_lexicon(SHIPPED)
    assert time.thread_time() - start < 0.5  # about 0.05; other threads of a test run do not count


def test_reading_twice_gives_the_same(lexicon: Lexicon) -> None:
    assert read_lexicon(SHIPPED) == lexicon


def test_the_examples_of_the_documentation_do_what_it_says(tmp_path: Path, lexicon: Lexicon) -> None:
    own = read_lexicon(SHIPPED, written(tmp_path, "".join(EXAMPLES[1:])))
    rail = cue(own, "rail")
    assert rail.forms == {"rail", "rails", "railed", "railing"}
    assert rail.reading("against") == Reading("rail/against", "against", Act.OPPOSE, Stance.OPPOSES)
    assert {one.name for one in lexicon.cues} - {one.name for one in own.cues} == {"slam"}
    assert (own.quantifiers["a raft of"], own.speakers["riparians"], own.speakers["the quorum"]) == (
        Prevalence.MANY,
        SpeakerClass.GROUP,
        SpeakerClass.BODY,
    )
    sketch = cue(own, "sketch").reading("object")
    assert sketch == Reading("sketch/object", "object", Act.OBSERVE, Stance.NEUTRAL, topical=True)
    assert own.frame_words[FrameWord.LINKING] - lexicon.frame_words[FrameWord.LINKING] == {"looked"}
    assert own.markers[MarkerKind.DEFECT] ^ lexicon.markers[MarkerKind.DEFECT] == {"half-baked", "onerous"}


def test_the_documentation_names_every_list() -> None:
    text = DOCS.read_text("utf-8")
    for kind in (
        *(f"speaker/{one}" for one in SpeakerClass),
        *(f"marker/{one}" for one in MarkerKind),
        *(f"frame/{one}" for one in FrameWord),
    ):
        assert f"`<{kind}>`" in text


def test_a_file_of_a_corpus_stands_alone_as_well(tmp_path: Path) -> None:
    assert [one.name for one in read_lexicon(written(tmp_path, CUE)).cues] == ["flag-up"]


def test_an_entry_of_a_later_file_replaces_the_earlier_one_and_keeps_its_senses(tmp_path: Path, lexicon: Lexicon) -> None:
    text = """
    <caution> a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ; rdfs:label "caution" ; ontolex:sense <caution/against> .
    """
    own = read_lexicon(SHIPPED, written(tmp_path, text))
    assert cue(lexicon, "caution").reading("that") is not None
    assert [one.complement for one in cue(own, "caution").readings] == ["against"]


def test_a_sense_of_a_later_file_replaces_the_earlier_one_alone(tmp_path: Path) -> None:
    text = '<caution/against> lex:complement "against" ; lex:act act:caution ; lex:stance stance:concerned .'
    own = read_lexicon(SHIPPED, written(tmp_path, text))
    assert reading(own, "caution", "against") == (Act.CAUTION, Stance.CONCERNED)
    assert cue(own, "caution").reading("that") is not None


def test_a_quantifier_of_a_later_file_moves(tmp_path: Path) -> None:
    assert read_lexicon(SHIPPED, written(tmp_path, 'prevalence:few lex:word "several" .')).quantifiers["several"] is Prevalence.FEW


def test_an_entry_may_have_an_iri_from_elsewhere(tmp_path: Path) -> None:
    text = CUE.replace("<flag-up>", "<https://example.org/words#flag-up>")
    assert cue(read_lexicon(written(tmp_path, text)), "flag-up").written == "flag up"


SENSE = '<a/b> lex:complement "that" ; lex:act act:stress ; lex:stance stance:supports .'


def entry(rest: str = "", label: str = "a", kind: str = "verb", name: str = "a") -> str:
    return f'<{name}> a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:{kind} ; rdfs:label "{label}" {rest} .\n'


NAMES_SENSE = "; ontolex:sense <a/b>"
MISTAKES = [
    (
        entry(NAMES_SENSE) + SENSE.replace("act:stress", "act:shout"),
        "<a/b> has act:shout as lex:act: write one of act:stress, act:recommend",
    ),
    (
        entry(NAMES_SENSE) + SENSE.replace("stance:supports", '"supports"'),
        '<a/b> has "supports" as lex:stance: write one of stance:supports',
    ),
    (entry(NAMES_SENSE) + SENSE.replace("; lex:act act:stress", ""), "<a/b> has nothing as lex:act"),
    (entry(NAMES_SENSE, kind="adverb") + SENSE, "<a> has lexinfo:adverb as lexinfo:partOfSpeech: write one of lexinfo:verb"),
    (entry(), "<a> has no sense: say with ontolex:sense"),
    (entry(NAMES_SENSE), "<a> names the sense <a/b>, which is described nowhere"),
    (entry(NAMES_SENSE, kind="lightVerb") + SENSE, "<a> is a light verb and has a sense"),
    (SENSE, "<a/b> is no entry, no list, and the sense of no entry: name it after ontolex:sense there"),
    ('<speaker/grup> lex:noun "a" .', "<speaker/grup> is no entry, no list"),
    (entry(NAMES_SENSE) + SENSE.replace('"that"', '"thta"'), '<a/b> has the unknown complement "thta": write object'),
    (entry(NAMES_SENSE) + SENSE.replace('"that"', '"topic"'), '<a/b> has the unknown complement "topic"'),
    (entry(NAMES_SENSE) + SENSE.replace("complement", "complment"), "<a/b> has lex:complment, which does not belong there"),
    (entry(NAMES_SENSE) + SENSE.replace('lex:complement "that" ; ', ""), "<a/b> has no lex:complement"),
    (entry(NAMES_SENSE + ", <a/c>") + SENSE + SENSE.replace("<a/b>", "<a/c>"), '<a> has two senses with "that": keep one'),
    (entry(NAMES_SENSE) + entry(NAMES_SENSE, name="z") + SENSE, '<a> and <z> are both verb and have the form "a"'),
    (entry(NAMES_SENSE + ' ; rdfs:label "b"') + SENSE, "<a> has 2 rdfs:label: write the one form"),
    (entry(NAMES_SENSE, label=" ") + SENSE, "<a> has no rdfs:label"),
    (entry(NAMES_SENSE + ' ; skos:altLabel "b" ; lex:past "c"') + SENSE, "<a> has lex:past for more than one first word"),
    ('prevalence:few lex:word "one" . prevalence:one lex:word "one" .', '"one" is both few and one'),
    ('prevalence:few lex:wrd "one" .', "prevalence:few has lex:wrd, which does not belong there: what belongs there is lex:noun"),
    ("<a> ontolex:sense [] .", "something has no IRI, at ontolex:sense: give it one instead of"),
    ("<a> lex:past .", "not valid Turtle"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_mistake_is_told_with_the_entry_and_the_cure(tmp_path: Path, text: str, told: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(CorpusError) as caught:
        read_lexicon(file)
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(file))


def test_the_line_of_what_is_not_turtle_is_told(tmp_path: Path) -> None:
    line = PREFIXES.count("\n") + 2
    with pytest.raises(CorpusError, match=rf"lexicon\.ttl, line {line}, column"):
        read_lexicon(written(tmp_path, "\n<a> lex:past .\n"))


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    first = written(tmp_path, entry(NAMES_SENSE) + SENSE.replace("act:stress", "act:shout").replace("stance:supports", "stance:mild"))
    second = written(tmp_path, '<speaker/grup> lex:noun "a" .', "own.ttl")
    with pytest.raises(CorpusError) as caught:
        read_lexicon(first, second)
    assert re.findall(r"lexicon\.ttl|own\.ttl|act:shout|stance:mild|grup", str(caught.value)) == [
        *("own.ttl", "grup"),
        *("lexicon.ttl", "act:shout"),
        *("lexicon.ttl", "stance:mild"),
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read_lexicon(tmp_path / "lexicon.ttl")

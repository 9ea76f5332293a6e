import datetime as dt
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.errors import CorpusError
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, OutcomeKind, SourceKind
from travaux.model.treaty import UNVERIFIED, Article, Correspondence, Evidence, Treaty
from travaux.rdf.records import encode
from travaux.reading.corpus import read_corpus
from travaux.reading.treaty import read_treaty
from travaux.reading.treaty_checks import BEST_GRADE
from travaux.reading.treaty_records import TITLE_NOT_EXACT
from travaux.resources import seeds_folder

CORPUS = read_corpus(seeds_folder())
TREATY = read_treaty(CORPUS)
A, B, C, D, M = EvidenceGrade

Edit = Callable[[str, str, str], str]


def articles(instrument: str) -> dict[str, Article]:
    return {article.number: article for article in TREATY.articles if article.instrument == f"instrument/{instrument}"}


def evidences() -> list[Evidence]:
    owners = [*TREATY.provisions(), *TREATY.correspondences, *TREATY.outcomes, *TREATY.milestones]
    return [owner.evidence for owner in owners] + [fact.evidence for outcome in TREATY.outcomes for fact in outcome.facts]


@pytest.fixture
def refusal(tmp_path: Path) -> Edit:
    """Change one place of a treaty file of the seeds and give what the reader says."""
    folder = tmp_path / "seeds"
    shutil.copytree(seeds_folder(), folder)

    def edit(file: str, old: str, new: str) -> str:
        path = folder / "treaty" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, "the test must change something"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(CorpusError) as caught:
            read_treaty(read_corpus(folder))
        assert str(path) in str(caught.value)
        return str(caught.value)

    return edit


def test_a_corpus_without_treaty_files_has_an_empty_treaty(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('name = "n"\ntitle = "T"\nbase = "https://example.org/"\n')
    assert read_treaty(read_corpus(tmp_path)) == Treaty()


def test_the_seeds_have_sixty_numbered_articles_of_the_draft_and_all_of_the_adopted_text() -> None:
    assert list(articles("draft")) == [str(number) for number in range(1, 61)]
    assert list(articles("adopted")) == [str(number) for number in range(1, 69)]
    assert [article.order for article in articles("adopted").values()] == list(range(1, 69))
    assert [(chapter.instrument, chapter.number) for chapter in TREATY.chapters] == [
        (f"instrument/{instrument}", number)
        for instrument in ("draft", "adopted")
        for number in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    ]


def test_the_grades_of_the_articles_are_those_of_their_sources() -> None:
    assert Counter(article.evidence.grade for article in articles("draft").values()) == {A: 11, C: 6, M: 43}
    assert Counter(article.evidence.grade for article in articles("adopted").values()) == {A: 2, B: 18, C: 1, D: 4, M: 43}
    assert Counter(line.evidence.grade for line in TREATY.correspondences) == {B: 4, C: 6, D: 2, M: 48}


@pytest.mark.parametrize(
    ("number", "title", "outcome"),
    [
        ("5", "Respect for human rights", OutcomeKind.NOT_TAKEN_UP),
        ("13", "Offences related to online child sexual abuse or child sexual exploitation material", OutcomeKind.TAKEN_UP),
        ("15", "Non-consensual dissemination of intimate images", OutcomeKind.UNKNOWN),
        ("17", "Offences relating to other international treaties", OutcomeKind.UNKNOWN),
        ("23", "Scope of procedural measures", OutcomeKind.UNKNOWN),
        ("24", "Conditions and safeguards", OutcomeKind.UNKNOWN),
        ("29", "Real-time collection of traffic data", OutcomeKind.UNKNOWN),
        ("30", "Interception of content data", OutcomeKind.UNKNOWN),
        ("35", "General principles of international cooperation", OutcomeKind.PARTLY),
        ("36", "Protection of personal data", OutcomeKind.TAKEN_UP),
        ("47", "Law enforcement cooperation", OutcomeKind.UNKNOWN),
    ],
)
def test_every_article_that_the_reports_cite_is_proven_and_has_an_outcome(number: str, title: str, outcome: OutcomeKind) -> None:
    article = articles("draft")[number]
    assert (article.title, article.evidence.grade) == (title, A)
    assert [found.kind for found in TREATY.outcomes if found.provision == article.id] == [outcome]


def test_draft_article_17_leads_to_adopted_article_4_and_never_to_17() -> None:
    (line,) = (line for line in TREATY.correspondences if line.earlier == "instrument/draft/article/17")
    assert (line.later, line.kind, line.evidence.grade) == ("instrument/adopted/article/4", CorrespondenceKind.MOVED, M)
    assert line.label.endswith(UNVERIFIED)
    assert articles("adopted")["17"].title == "Laundering of proceeds of crime"


def test_no_article_from_4_to_17_keeps_its_number() -> None:
    later = {line.earlier: line.later for line in TREATY.correspondences}
    for number in range(4, 18):
        assert later[articles("draft")[str(number)].id] != f"instrument/adopted/article/{number}"


def test_recollection_is_marked_wherever_it_can_be_seen() -> None:
    recalled = [record for record in TREATY.records() if hasattr(record, "evidence") and not record.evidence.verified]
    assert len(recalled) > 100
    for record in recalled:
        assert record.label.endswith(UNVERIFIED)
        assert getattr(record, "title", None) is None or str(getattr(record, "title", "")).endswith(UNVERIFIED)


def test_what_is_proven_bears_no_mark() -> None:
    for record in TREATY.records():
        if not isinstance(record, Correspondence) and hasattr(record, "evidence") and record.evidence.verified:
            assert UNVERIFIED not in record.label


def test_no_outcome_and_no_fact_is_recollection() -> None:
    for outcome in TREATY.outcomes:
        assert (outcome.kind is OutcomeKind.UNKNOWN) == (outcome.evidence.grade is M)
        assert all(fact.evidence.verified for fact in outcome.facts)


def test_every_fact_names_sources_that_carry_its_grade() -> None:
    best = {source.id: BEST_GRADE[source.kind or SourceKind.MEMORY] for source in TREATY.sources}
    found = evidences()
    assert len(found) > 250
    assert all(evidence.sources for evidence in found)
    assert all(evidence.grade >= min(best[source] for source in evidence.sources) for evidence in found)


def test_a_number_that_is_inferred_is_shown_to_be() -> None:
    chapter = next(chapter for chapter in TREATY.chapters if chapter.id == "instrument/draft/chapter/I")
    assert (chapter.evidence.grade, chapter.number_grade) == (A, M)
    assert chapter.title == "General provisions"
    assert chapter.label == "chapter I [number unverified]: General provisions"


def test_a_title_that_was_not_seen_in_english_says_so_in_its_note() -> None:
    assert (articles("adopted")["6"].evidence.note or "").endswith(TITLE_NOT_EXACT)
    assert articles("draft")["5"].evidence.note is None


def test_the_reports_cite_preambular_paragraphs_by_number() -> None:
    found = {(paragraph.id, paragraph.order) for paragraph in TREATY.preambular_paragraphs}
    assert {("instrument/draft/preambular-paragraph/1", 1), ("instrument/draft/preambular-paragraph/3", 3)} <= found


def test_requests_lead_to_the_paragraphs_and_questions_where_they_were_made() -> None:
    outcome = next(outcome for outcome in TREATY.outcomes if outcome.provision == "instrument/draft/article/24")
    assert outcome.asked_in == (
        "document/fifth-consultation-report/paragraph/8",
        "document/fifth-consultation-concept-note/question/13",
    )


def test_the_sixth_session_has_the_days_of_the_united_nations_and_not_those_of_the_concept_note() -> None:
    (session,) = (milestone for milestone in TREATY.milestones if milestone.title == "Sixth session")
    assert (session.first_day, session.last_day) == (dt.date(2023, 8, 21), dt.date(2023, 9, 1))
    assert (session.place, session.evidence.grade) == ("New York", A)


def test_milestones_stand_in_the_order_of_time() -> None:
    days = [milestone.first_day for milestone in TREATY.milestones if milestone.first_day]
    assert len(days) > 20
    assert days == sorted(days)
    assert [milestone.order for milestone in TREATY.milestones] == list(range(1, len(TREATY.milestones) + 1))


def test_no_two_records_have_one_identifier_and_all_can_be_written_as_quads() -> None:
    records = list(TREATY.records())
    assert len({record.id for record in records}) == len(records)
    assert all(list(encode(record, CORPUS.base, CORPUS.base + "graph/treaty")) for record in records)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("draft.toml", 'sources = ["R5"', 'sources = ["R6"', "chapters[1].sources: there is no source 'R6'"),
        ("draft.toml", 'sources = ["R5", "CN5"]', "sources = []", "chapters[1].sources (of 'I'): an empty list"),
        ("draft.toml", 'grade = "A"\n', "", "chapters[1].grade (of 'I'): this key is missing"),
        ("draft.toml", 'grade = "A"', 'grade = "E"', "'E' is not one of 'A', 'B', 'C', 'D' or 'M'"),
        ("draft.toml", 'number = "II"', 'number = "I"', "chapters[2].number: 'I' is taken by chapters[1]"),
        ("draft.toml", 'number = "2"', "number = 2", "articles[2].number: not text"),
        ("draft.toml", 'chapter = "III"', 'chapter = "X"', "articles[22].chapter: there is no chapter 'X'"),
        ("draft.toml", "order = 3", "order = 1", "preambular_paragraphs[2].order: '1' is taken by preambular_paragraphs[1]"),
        ("draft.toml", 'sources = ["R5", "MEM"]', 'title_exact = true\nsources = ["R5", "MEM"]', "cannot be exact"),
        (
            "adopted.toml",
            'grade = "C"\nsources = ["C4IR"]',
            'grade = "A"\nsources = ["C4IR"]',
            "graded A, but the best source is good for C",
        ),
        ("sources.toml", 'kind = "primary"', 'kind = "primry"', "did you mean 'primary'?"),
        ("sources.toml", 'name = "CN5"', 'name = "R5"', "is taken by sources[2]"),
        ("correspondences.toml", "draft article 17", "draft article 71", "there is no provision 'draft article 71'"),
        ("correspondences.toml", "adopted article 4", "draft article 4", "of the same instrument"),
        ("correspondences.toml", 'kind = "moved"', 'kind = "same-number"', "same-number, but the numbers are different"),
        ("correspondences.toml", 'kind = "moved"', 'kind = "dropped"', "something dropped corresponds to nothing later"),
        ("correspondences.toml", 'later = "adopted article 4", ', "", "name the later provision"),
        ("correspondences.toml", 'kind = "moved"', 'kind = "new"', "something new corresponds to nothing earlier"),
        ("outcomes.toml", 'kind = "unknown"\n', 'kind = "taken-up"\n', "an outcome by recollection alone is not told"),
        ("outcomes.toml", 'kind = "taken-up"', 'kind = "unknown"', "no evidence carries an outcome that is unknown"),
        ("outcomes.toml", '  grade = "B"', '  grade = "M"', "outcomes[1].facts[1].grade: a sentence by recollection alone is no fact"),
        ("outcomes.toml", "fifth-consultation-report", "fifth-report", "no document 'fifth-report'"),
        ("outcomes.toml", 'paragraph = "5"', 'paragraph = "5", question = "1"', "give either paragraph or question"),
        ("outcomes.toml", 'provision = "draft article 5"', 'provision = "article 5"', "did you mean 'draft article 5'?"),
        ("process.toml", "last_day = 2023-09-01", "last_day = 2023-08-01", "is before the first day"),
        ("process.toml", "first_day = 2023-08-21\n", "", "give both days, or neither"),
        ("process.toml", "[[milestones]]", "[[milestones]", "not valid TOML"),
        ("process.toml", "[[milestones]]", "[[mile]]", "mile: unknown key"),
    ],
)
def test_a_mistake_is_told_with_its_file_its_key_and_what_to_do(refusal: Edit, file: str, old: str, new: str, expected: str) -> None:
    assert expected in refusal(file, old, new)


def test_the_mistakes_of_all_files_are_told_at_once(refusal: Edit, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "treaty" / "outcome.toml").write_text("")
    process = tmp_path / "seeds" / "treaty" / "process.toml"
    process.write_text(process.read_text().replace('kind = "rule"', 'kind = "ruler"'))
    message = refusal("draft.toml", 'sources = ["R5"', 'colour = "red"\nsources = ["R6"')
    for expected in ("did you mean 'outcomes'?", "did you mean 'rule'?", "chapters[1].colour", "there is no source 'R6'"):
        assert expected in message


FILES = {path.name: path.read_bytes() for path in sorted((seeds_folder() / "treaty").glob("*.toml"))}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutated") / "seeds"
    shutil.copytree(seeds_folder(), folder)
    return folder


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_no_change_of_bytes_crashes_the_reader(copied: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    inserted = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from([b"[[articles]]\n", b'"', b"[", b" = 1\n", b"{}"])))
    path = copied / "treaty" / name
    path.write_bytes(content[:start] + inserted + content[end:])
    try:
        treaty = read_treaty(read_corpus(copied))
    except CorpusError as error:
        assert "treaty" in str(error)  # noqa: PT017
    else:
        assert treaty.sources
    finally:
        path.write_bytes(content)

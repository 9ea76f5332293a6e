from __future__ import annotations

import re
from pathlib import Path

import pytest

from argument_map.corpus import nquads
from argument_map.documents import TEXTS
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.naming.nearest import suggest
from travaux.rdf.named_queries import NamedQuery, answer, find_named_query, get_named_query, named_queries, read_named_query
from travaux.rdf.questions_page import render_questions_page
from travaux.rdf.store import open_store

QUERIES = named_queries()
PAGE = Path(__file__).resolve().parents[2] / "docs" / "questions.md"

ASKED = {
    "article-positions", "recurring-themes", "unanswered-questions", "contested-articles", "reasons", "argument-links", "disagreements",
    "text-changes", "actor-statements", "silent-agenda-items", "stance-by-chapter", "theme-changes", "conditions-and-alternatives",
    "invoked-instruments", "attendance", "outcomes", "unreviewed-statements", "bridging-positions", "silent-provisions",
}  # fmt: skip
COUNTS_AND_LISTS = {
    "recurring-themes", "stance-by-chapter", "theme-changes", "silent-provisions", "outcome-facts", "documents", "timeline",
    "correspondences", "correspondence-sources", "themes", "layers",
}  # fmt: skip
ABOUT_REVIEW = {"decisions", "second-opinions"}
"""Questions about what reviewers decided, who reject too."""


@pytest.fixture(params=QUERIES, ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> NamedQuery:
    chosen: NamedQuery = request.param
    return chosen


def required(query: NamedQuery) -> dict[str, str]:
    return {one.name: one.example for one in query.header.parameters if one.required}


def test_every_competency_question_has_a_query() -> None:
    assert {query.name for query in QUERIES} >= ASKED
    assert [query.name for query in QUERIES] == sorted(query.name for query in QUERIES)


def test_columns_are_those_that_the_header_explains(query: NamedQuery, lakes: Store) -> None:
    table = answer(lakes, query, query.header.examples())
    assert table.variables == tuple(column.name for column in query.header.columns)


def test_the_example_has_an_answer(query: NamedQuery, lakes: Store) -> None:
    assert answer(lakes, query, query.header.examples()).rows


def test_optional_parameters_may_be_left_out_and_never_widen_the_answer(query: NamedQuery, lakes: Store) -> None:
    everything = answer(lakes, query, required(query)).rows
    assert set(answer(lakes, query, query.header.examples()).rows) <= set(everything)


def test_no_row_comes_twice(query: NamedQuery, lakes: Store) -> None:
    rows = answer(lakes, query, required(query)).rows
    assert len(rows) == len(set(rows))


def test_quotes_are_the_exact_characters_of_their_document(query: NamedQuery, lakes: Store) -> None:
    texts = {document.rpartition("/")[2]: text for document, text in TEXTS.items()}
    places = [("quote", "start", "end"), ("words", "words_start", "words_end"), ("text", "text_start", "text_end")]
    for row in answer(lakes, query, required(query)):
        for quote, start, end in [*places, ("rationale", "rationale_start", "rationale_end")]:
            if row.get(quote) is not None:
                assert texts[str(row["document"])][row[start] : row[end]] == row[quote]  # type: ignore[index]


def test_claims_carry_their_source_and_counts_say_what_they_count(query: NamedQuery) -> None:
    columns = {column.name for column in query.header.columns}
    assert columns >= {"document", "start", "end"} or query.name in COUNTS_AND_LISTS
    assert "quote" in columns or query.name == "outcomes" or query.name in COUNTS_AND_LISTS
    assert "statement" not in columns or columns >= {"paragraph", "prevalence", "speaker", "review", "stance"}
    counted = re.findall(r"\(COUNT\(.*?\) AS \?(\w+)\)", query.text)
    assert all(re.fullmatch(r"\w*(statement|reference|paragraph)_count|places", name) for name in counted)


def test_prevalence_is_never_counted_added_or_compared(query: NamedQuery) -> None:
    assert not re.search(r"(COUNT|SUM|AVG|MIN|MAX)\([^)]*prevalence", query.text)
    assert not re.search(r"ORDER BY.*prevalence", query.text)


def test_what_a_person_rejected_is_in_no_answer(query: NamedQuery, lakes: Store) -> None:
    for row in answer(lakes, query, required(query)).rows if query.name not in ABOUT_REVIEW else ():
        assert not any("REJECTED" in str(value) or value == "rejected" or "statement/rejected" in str(value) for value in row)


def test_files_declare_the_prefixes_that_they_use(query: NamedQuery) -> None:
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
    declared = re.findall(r"^PREFIX (\w+):", body, flags=re.MULTILINE)
    used = set(re.findall(r"(?<![\w?])(\w+):\w", re.sub(r'^PREFIX.*$|"[^"]*"|<https?://[^>]*>', "", body, flags=re.MULTILINE)))
    assert declared == sorted(used)


def test_answers_do_not_depend_on_the_order_of_loading(query: NamedQuery, lakes: Store) -> None:
    with open_store() as other:
        other.load(reversed(nquads().splitlines(keepends=True)))
        assert answer(other, query, required(query)) == answer(lakes, query, required(query))


def test_an_empty_store_answers_a_query_without_required_parameters_with_nothing() -> None:
    with open_store() as store:
        free = [query for query in QUERIES if not required(query) and not (query.header.needs and query.header.needs.absence)]
        assert all(not answer(store, query).rows for query in free)


def test_find_gives_none_and_get_suggests_near_names() -> None:
    assert find_named_query("atendance") is None
    assert get_named_query("attendance").header.title == "Attendance"
    with pytest.raises(QueryError, match=r"no query named 'atendance'\nDid you mean attendance"):
        get_named_query("atendance")


def test_an_unknown_parameter_is_refused_with_what_is_expected() -> None:
    with pytest.raises(QueryError, match=r"no parameter 'artcle'\nIt takes article: .*such as 3; instrument \(optional\)"):
        get_named_query("article-positions").bind({"artcle": "3"})
    with pytest.raises(QueryError, match="It takes no parameter"):
        get_named_query("timeline").bind({"article": "3"})


@pytest.mark.parametrize("given", [{}, {"article": ""}, {"article": "  "}])
def test_a_missing_or_empty_parameter_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(QueryError, match="needs the parameter 'article'"):
        get_named_query("article-positions").bind(given)


@pytest.mark.parametrize("typed", ["24", " 24 ", "article 24", "Article 24", "art. 24", "Art.24"])
def test_a_number_may_be_given_with_its_noun(typed: str) -> None:
    assert get_named_query("article-positions").bind({"article": typed}) == {"given_article": "24", "given_instrument": ""}


@pytest.mark.parametrize("typed", ["17 bis", "Artemis"])
def test_what_only_looks_like_a_noun_stays(typed: str) -> None:
    assert get_named_query("article-positions").bind({"article": typed})["given_article"] == typed


@pytest.mark.parametrize("quoted", ['3" } #', "3\\", "?given_instrument", "3\n4"])
def test_no_value_can_change_the_query(quoted: str, lakes: Store) -> None:
    with pytest.raises(QueryError, match="there is no article"):
        answer(lakes, get_named_query("article-positions"), {"article": quoted})


@pytest.mark.parametrize(
    ("name", "given", "hint"),
    [
        ("theme-statements", {"theme": "resrvoirs"}, "Did you mean Reservoirs"),
        ("theme-changes", {"earlier": "spring", "later": "autmn"}, "Did you mean autumn"),
        ("article-positions", {"article": "99"}, "Known: 1 to 7."),
        ("actor-statements", {"actor": "Lake Wtch Network"}, "Did you mean Lake Watch Network"),
        ("question-statements", {"question": "9"}, "Known: 1 to 4."),
        ("findings", {"severity": "eror"}, "Did you mean error"),
        ("unreviewed-statements", {"document": "autumn"}, "Did you mean autumn-note or autumn-report"),
        ("chapter-statements", {"chapter": "XX"}, "Known: I to IV."),
        ("chapter-statements", {"chapter": "5"}, "Known: I to IV."),
        ("article-positions", {"article": "11"}, "Known: 1 to 7."),
        ("agenda", {"consultation": "n"}, "Did you mean autumn or spring?"),
        ("silent-provisions", {"instrument": "drft"}, "Did you mean draft"),
        ("decisions", {"reviewer": "mra"}, "Did you mean mira"),
    ],
)
def test_a_name_that_the_graph_does_not_know_is_not_answered_with_silence(
    name: str, given: dict[str, str], hint: str, lakes: Store
) -> None:
    with pytest.raises(QueryError, match=f"in this graph\n{re.escape(hint)}"):
        answer(lakes, get_named_query(name), given)


def test_a_known_name_without_an_answer_gives_an_empty_table(lakes: Store) -> None:
    assert not answer(lakes, get_named_query("article-positions"), {"article": "7"}).rows
    assert not answer(lakes, get_named_query("actor-statements"), {"actor": "tom"}).rows


@pytest.mark.parametrize("typed", ["Lake Wat", "atch", "lwnx", "ln", "NW"])
def test_a_part_of_a_word_names_no_actor(typed: str, lakes: Store) -> None:
    with pytest.raises(QueryError, match="there is no actor"):
        answer(lakes, get_named_query("actor-statements"), {"actor": typed})


def test_a_hint_names_only_the_first_of_many_actors_and_no_list_that_lacks_some() -> None:
    known = tuple(f"State {number:02}" for number in range(20))
    assert suggest("qqqq", known, abridged=True) == f"Known: {', '.join(known[:12])} and 8 more."


HEADER = "# title: T\n# answers: A?\n"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("# title: T\n", "q.rq: the header needs 'answers' once and has it 0 times"),
        (HEADER + "# title: U\n", "q.rq: the header needs 'title' once and has it 2 times"),
        (HEADER + "# colunm: x — y\n", "q.rq, line 3: the header has an unknown key 'colunm'\nDid you mean column?"),
        (HEADER + "#column x\n", "q.rq, line 3: a line of the header is not of the form"),
        (HEADER + "# column: x\n", "q.rq, line 3: the column 'x' has no meaning"),
        (HEADER + "# needs: animals\n", "q.rq, line 3: what the query needs, 'animals', cannot be read"),
        (HEADER + "# needs: statements — maybe\n", "q.rq, line 3: what the query needs"),
        (HEADER + "# needs: statements\n# needs: relations\n", "q.rq, line 4: what the query needs"),
        (HEADER + "# parameter: x — y — z\n", "q.rq, line 3: the parameter 'x — y — z' cannot be read"),
        (HEADER + "# parameter: x — y — z — animal\n", "q.rq, line 3: the parameter"),
        (HEADER + "# parameter: x — y — z — theme — maybe\n", "q.rq, line 3: the parameter"),
    ],
)
def test_a_header_that_cannot_be_read_is_an_error_with_its_line(header: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text(header + "\nSELECT * WHERE { ?s ?p ?o }\n", encoding="utf-8")
    with pytest.raises(QueryError, match=re.escape(message)):
        read_named_query(path)


def test_the_page_of_questions_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_questions_page()

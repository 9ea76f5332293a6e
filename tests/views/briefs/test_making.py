"""What briefs tell: of the first corpus, of one that lacks nearly everything, and of one whose texts try to be more than text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from argument_map.corpus import CORPUS
from hostile_corpus import HOSTILE, write_hostile
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store
from travaux.views.briefs import BriefKind, make_brief
from travaux.views.briefs.blocks import Brief, Note
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.html import render_html
from travaux.views.briefs.markdown import render_markdown
from travaux.views.briefs.notes import number_notes
from travaux.views.noted import Noted, read_source_titles

VERSION = "5eed"
_SEEDS = (("article", "24"), ("theme", "trust"), ("question", "13"), ("consultation", "fifth"), ("compare", "second", "fifth"), ("gaps",))
_QUOTE = "references to the right to an effective remedy against the powers granted by the convention to law enforcement agencies"


def _words(brief: Brief) -> str:
    return render_markdown(brief).replace("\\", "").replace("\u00a0", " ")


def test_an_article_is_told_with_its_exact_words(seeds_brief: Callable[..., Brief]) -> None:
    brief = seeds_brief("article", "24")
    assert (brief.kicker, brief.date) == ("Provision of: Draft text of the convention, A/AC.291/22", "2023-07-13")
    source = "Several speakers: Chair's Report of the Fifth Intersessional Consultation, 13\u00a0July 2023, paragraph\u00a08."
    assert Note(source, _QUOTE) in number_notes(brief)
    told = _words(brief)
    assert "| ★ Proposals | – | 3: several | 3: several (2 positions) |" in told
    assert "remedy against law enforcement powers.** Held by: several." in told
    assert "effective remedy: unknown [unverified].** Asked:" in told
    assert "That a text is consistent with a request does not say that the request was the cause." in told
    assert "- **Data:** United Nations Convention against Cybercrime: intersessional consultations, version 5eed." in told


def test_reasons_and_objections_say_who_linked_them(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("article", "17"))
    assert (
        "- Objection (inferred by an editor): Article 17 on offences relating to other international treaties should be deleted.[^" in told
    )
    assert "(stated in the report): A narrow scope would lead to widespread ratification" in told
    assert "moved [unverified], from draft article 17" in told


def test_what_is_left_out_is_counted(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("consultation", "fifth"))
    assert "Not shown here: 33 more positions, 38 more statements.\n" in told
    assert "Not shown here: 43 more.\n" in _words(seeds_brief("gaps"))
    assert "Positions recorded only later (23)" in (compared := _words(seeds_brief("compare", "second", "fifth")))
    assert "Not shown here: 19 more positions.\n" in compared


def test_commands_stand_at_the_end_alone(seeds_brief: Callable[..., Brief]) -> None:
    for kind, *names in _SEEDS:
        told, _, about = _words(seeds_brief(kind, *names)).partition("## About this brief")
        assert "travaux " not in told
        assert about.count("- **To see the rest:** Commands of Travaux, with which this brief was made: travaux ") == 1


def test_what_is_said_on_its_themes_fills_the_two_pages(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("article", "24"))
    assert "## On its themes, without citing it (17 statements)\n\n17 statements on Human rights and safeguards (13)" in told
    assert "- Support: **States should be able to refuse extradition and legal assistance where a request aims at" in told
    assert "- Concern: **Expedited preservation, real-time collection and interception should be subject to" in told
    assert re.search(r"Not shown here: \d+ more positions, \d+ more statements\.\n\n## What is missing", told)


def test_chapters_and_preambular_paragraphs_have_their_themes_too(seeds_brief: Callable[..., Brief]) -> None:
    assert "On its themes, without citing it (32 statements)" in _words(seeds_brief("article", "chapter", "IV"))
    assert "On its themes, without citing it (" in _words(seeds_brief("article", "preambular", "paragraph", "3"))


def test_every_brief_says_whether_reasons_and_objections_are_recorded(seeds_brief: Callable[..., Brief]) -> None:
    none = "No reason, condition or objection is recorded for any of the 2 positions shown. Not found is not the same as not said."
    assert none in _words(seeds_brief("article", "24"))
    assert "They stand under the 5 positions shown, as far as they are recorded." in _words(seeds_brief("article", "17"))
    assert "They stand under 7 of the 10 positions shown; for the others none is recorded." in _words(seeds_brief("consultation", "fifth"))
    for kind, *names in _SEEDS[:4]:
        assert _words(seeds_brief(kind, *names)).count("## Reasons and objections\n") == 1
    assert "## Objections across the two\n" in _words(seeds_brief("compare", "second", "fifth"))
    assert "## Positions without a reason (" in _words(seeds_brief("gaps"))


def test_sources_are_named_by_title_and_no_key_is_left(seeds_brief: Callable[..., Brief], stored_seeds: Store) -> None:
    titles = read_source_titles(stored_seeds)
    key = re.compile(rf"\b({'|'.join(map(re.escape, titles))})\b")
    outcomes = stored_seeds.select(f"{PREFIXES}SELECT DISTINCT ?place WHERE {{ ?one a trv:Outcome ; trv:provision ?place }}")
    places = sorted(str(row["place"]).rpartition("/instrument/")[2].replace("/", " ") for row in outcomes)
    assert len(places) > 5
    for place in (*places[::4], "draft article 29", "draft article 17"):
        named = place.replace("preambular-paragraph", "preambular paragraph").split()
        assert not key.findall(_words(seeds_brief("article", *named))), place
    told = _words(seeds_brief("article", "draft", "article", "29"))
    assert "Chair's Report of the Fifth Intersessional Consultation proves the number in the draft." in told
    noted = Noted(titles)
    notes = [str(row["note"]) for row in stored_seeds.select(f"{PREFIXES}SELECT DISTINCT ?note WHERE {{ ?one trv:note ?note }}")]
    assert sum(bool(key.search(note)) for note in notes) > 20
    assert not [note for note in notes if key.search(noted.spell_out(note))]


def test_a_footnote_gives_the_symbol_of_its_document_if_it_has_one(stored_seeds: Store, built_seeds: Build) -> None:
    documents = tuple(replace(one, symbol="A/AC.291/CRP.1") for one in built_seeds.corpus.documents)
    ground = Ground(stored_seeds, replace(built_seeds.corpus, documents=documents), VERSION)
    where = "Chair's Report of the Fifth Intersessional Consultation (A/AC.291/CRP.1), 13 July 2023, paragraph 8"
    assert ground.tell_place("fifth-consultation-report", "8") == where


def test_a_selection_is_told_and_narrows(seeds_brief: Callable[..., Brief]) -> None:
    told = _words(seeds_brief("question", "13", selection=Selection(consultations=("second-intersessional-consultation",))))
    assert "\n1 statement speaks to it directly (0 where it was asked, 1 elsewhere): 1 in support." in told
    assert "- **Looked at:** statements that no person has rejected; consultation: second-intersessional-consultation." in told


def test_the_same_brief_is_made_twice(seeds_brief: Callable[..., Brief], stored_seeds: Store, built_seeds: Build) -> None:
    for kind, *names in _SEEDS[:2]:
        again = make_brief(BriefKind(kind), names, stored_seeds, built_seeds.corpus, VERSION)
        assert again == seeds_brief(kind, *names)


def test_unknown_names_are_refused_with_near_ones(seeds_brief: Callable[..., Brief]) -> None:
    unknown = (("article", "99"), ("theme", "trst"), ("question", "99"), ("consultation", "fith"), ("compare", "second", "fith"))
    for kind, *names in unknown:
        with pytest.raises(QueryError) as refused:
            seeds_brief(kind, *names)
        assert refused.value.hint


def test_another_corpus_has_its_briefs(stored_lakes: Store) -> None:
    for consultation in CORPUS.consultations:
        told = _words(make_brief(BriefKind.CONSULTATION, [consultation.name], stored_lakes, CORPUS, "1"))
        assert told.startswith(f"Consultation\n\n# {consultation.title}\n")
    assert "# Gaps in the record" in _words(make_brief(BriefKind.GAPS, [], stored_lakes, CORPUS, "1"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Brief]]:
    built = build(write_hostile(tmp_path_factory.mktemp("hostile")))
    with open_store(built.generation.store, read_only=True) as store:
        yield lambda kind, *names: make_brief(BriefKind(kind), names, store, built.corpus, "1")


def test_hostile_texts_come_out_as_text(hostile: Callable[..., Brief]) -> None:
    for kind, *names in (("article", "1"), ("theme", "lakes"), ("question", "1"), ("consultation", "first"), ("gaps",)):
        brief = hostile(kind, *names)
        page, text = render_html(brief), render_markdown(brief)
        assert "<script" not in page
        assert "<img src=x" not in page
        assert "<script" not in text.replace("\\<", "")
        assert HOSTILE.split()[0].removeprefix("<script>") in text.replace("\\", "")


@pytest.mark.parametrize("text", ["1. The meeting was held.\n", pytest.param("", marks=pytest.mark.measure)])
def test_a_corpus_that_lacks_nearly_everything_has_gaps(text: str, tmp_path: Path) -> None:
    described = 'name = "bare"\ntitle = "Bare"\nbase = "https://example.org/bare/"\n'
    if text:
        (tmp_path / "report.txt").write_text(text, encoding="utf-8")
        checksum = hashlib.sha256(text.encode()).hexdigest()
        described += (
            '\n[[consultations]]\nname = "first"\ntitle = "First"\nfirst_day = 2030-01-01\nlast_day = 2030-01-02\n\n[[documents]]\n'
            f'name = "report"\ntitle = "Report"\nkind = "report"\nfile = "report.txt"\nconsultation = "first"\nchecksum = "{checksum}"\n'
        )
    (tmp_path / "corpus.toml").write_text(described, encoding="utf-8")
    built = build(tmp_path)
    with open_store(built.generation.store, read_only=True) as store:
        assert "None" not in _words(make_brief(BriefKind.GAPS, [], store, built.corpus, "1"))
        if text:
            told = _words(make_brief(BriefKind.CONSULTATION, ["first"], store, built.corpus, "1"))
            assert "Held 1–2 January 2030. No statement that fits the choice made is in its documents." in told

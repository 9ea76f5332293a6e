from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

import pytest
from lxml.html import HtmlElement

from browsing import Visit, violations
from travaux.analysis.passages import find_place
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store
from travaux.views.explorer import AskedError, Explorer, Moved, Page

Read = Callable[..., HtmlElement]
REPORT = "fifth-consultation-report"
HOSTILE = "<script>alert(1)</script> \" onmouseover=\"alert(2) </textarea><img src=x onerror=alert(3)> \u202egnp\u2066 &amp; '{{ 7*7 }}'"


@pytest.fixture(scope="module")
def texts(built_seeds: Build) -> Mapping[str, str]:
    """The stored text of each document of the first corpus."""
    return {one.name: (built_seeds.corpus.folder / one.file).read_bytes().decode() for one in built_seeds.corpus.documents}


def _places(elements: list[HtmlElement]) -> list[tuple[int, int]]:
    return [(int(one.get("data-start", "")), int(one.get("data-end", ""))) for one in elements]


def test_every_paragraph_is_shown_character_for_character(read: Read, texts: Mapping[str, str], stored_seeds: Store) -> None:
    for name, text in texts.items():
        shown = read(f"/document/{name}").cssselect(".passage .text, .heading")
        assert [one.text_content() for one in shown] == [text[start:end] for start, end in _places(shown)]
        query = f'SELECT ?x {{ ?x a trv:Paragraph ; trv:document/trv:name "{name}" }}'
        stored = stored_seeds.select(f"PREFIX trv: <https://w3id.org/travaux/ontology#> {query}")
        assert len([one for one in shown if one.tag == "p"]) == len(stored) > 0


def test_every_statement_leads_from_its_characters_to_its_card_and_back(read: Read, texts: Mapping[str, str]) -> None:
    page = read(f"/document/{REPORT}")
    cards = page.cssselect(".cards > .reading-card")
    assert len(cards) == 74
    for card in cards:
        key = card.get("data-statement")
        assert len(page.cssselect(f'.flag[href="#statement-{key}"]')) == len(page.cssselect(f"#statement-{key}")) == 1
        quote = card.cssselect(".quoted q")[0].text_content()
        start, _, end = card.get("data-address", "").partition("?at=")[2].partition("#")[0].partition("-")
        assert texts[REPORT][int(start) : int(end)] == quote
        pieces = page.cssselect(f'.text .under[data-statement="{key}"]')
        assert "".join(one.text_content() for one in pieces) == quote


@pytest.mark.parametrize(("start", "end"), [(5472, 5523), (5480, 5700), (2803, 4783), (5295, 5296)])
def test_the_characters_asked_for_are_marked_even_across_statements(read: Read, texts: Mapping[str, str], start: int, end: int) -> None:
    page = read(f"/document/{REPORT}?at={start}-{end}")
    assert [one.text_content() for one in page.cssselect("mark")] == [texts[REPORT][start:end]]
    assert page.cssselect("mark")[0].get("id") == "at"


def test_marked_characters_of_several_paragraphs_have_one_anchor(read: Read, texts: Mapping[str, str]) -> None:
    page = read(f"/document/{REPORT}?at=1000-1100")
    assert [one.text_content() for one in page.cssselect("mark")] == [texts[REPORT][1000:1032], texts[REPORT][1036:1100]]
    assert [one.get("id") for one in page.cssselect("mark")] == ["at", None]


def test_a_heading_can_be_marked(read: Read) -> None:
    page = read("/document/fifth-consultation-concept-note?at=2294-2309")
    assert [one.text_content() for one in page.cssselect("h2 mark")] == ["Criminalization"]


@pytest.mark.parametrize("at", ["5", "9-9", "20-10", "a-b", "-1-5", "1.0-2", "0-20", "0-999999999", "99999999-999999999", "１-２"])  # noqa: RUF001
def test_characters_that_are_not_there_are_refused(seeds_explorer: Explorer, at: str) -> None:
    with pytest.raises(AskedError):
        seeds_explorer.page(f"/document/{REPORT}", [("at", at)])


def test_the_card_of_the_statement_asked_for_is_open_and_tells_what_is_known(read: Read) -> None:
    page = read(f"/document/{REPORT}?at=5472-5523")
    (card,) = page.cssselect(".reading-card[open]")
    told = " ".join(card.text_content().split())
    for part in ("support", "The principle of dual criminality is important", "reiterated", "active: reiterate/object", "corrected"):
        assert part in told
    assert "travaux review CORPUS --document fifth-consultation-report" in told
    assert "7-7f3d" in told
    led = [link.get("href") for link in card.cssselect("dd a")]
    assert {"/position/dual-criminality", "/theme/dual-criminality", "/document/fifth-consultation-concept-note/question/17"} <= set(led)


def test_parts_lead_to_their_characters_and_keep_their_iri(seeds_explorer: Explorer, client: object) -> None:
    base = seeds_explorer.corpus.base
    for part in ("statement/7-7f3d", "span/5472-5523", "paragraph/7", "agenda-item/2(b)"):
        iri = f"{base}document/{REPORT}/{part}"
        place = find_place(seeds_explorer.store, iri)
        assert place is not None
        moved = seeds_explorer.page(f"/document/{REPORT}/{part}")
        assert moved == Moved(f"/document/{REPORT}?at={place[0]}-{place[1]}#at", about=iri)
        assert client.get(f"/document/{REPORT}/{part}").headers["location"] == moved.address  # type: ignore[attr-defined]


def test_a_part_without_a_passage_is_shown_as_a_thing(seeds_explorer: Explorer) -> None:
    page = seeds_explorer.page(f"/document/{REPORT}/header")
    assert isinstance(page, Page)
    assert page.template == "thing.html.j2"
    with pytest.raises(QueryError):
        seeds_explorer.page(f"/document/{REPORT}/statement/none")
    with pytest.raises(QueryError):
        seeds_explorer.page("/document/none")


def test_statements_are_chosen_by_stance_theme_and_speaker(read: Read, seeds_explorer: Explorer) -> None:
    page = read(f"/document/{REPORT}?stance=opposes")
    bright = [card for card in page.cssselect(".cards > .reading-card") if "dim" not in card.get("class", "").split()]
    assert bright
    assert {"opposes"} == {word for card in bright for word in card.get("class", "").split()} - {"reading-card"}
    assert f"{len(bright)} of 74 fit" in " ".join(page.cssselect(".matched")[0].text_content().replace("statements ", "").split())
    for name in ("stance", "theme", "speaker"):
        with pytest.raises(AskedError, match="nonsense"):
            seeds_explorer.page(f"/document/{REPORT}", [(name, "nonsense")])


def test_the_concept_note_links_its_guiding_questions_and_sections(read: Read) -> None:
    page = read("/document/fifth-consultation-concept-note")
    assert [one.get("href") for one in page.cssselect(".asks a")] == [
        f"/document/fifth-consultation-concept-note/question/{number}" for number in range(1, 27)
    ]
    assert [one.text_content() for one in page.cssselect("nav.outline li a")][:2] == ["General provisions", "Criminalization"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Explorer, str]]:
    """A corpus whose texts try to be more than text, with 60 paragraphs."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "documents").mkdir()
    paragraphs = [f"{number}. Several speakers stressed the importance of {HOSTILE} in article 5." for number in range(1, 61)]
    text = "\n\n".join(paragraphs) + "\n"
    (folder / "documents" / "report.txt").write_text(text, encoding="utf-8")
    title = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    (folder / "corpus.toml").write_text(_corpus(title, hashlib.sha256(text.encode()).hexdigest()), encoding="utf-8")
    built = build(folder)
    with open_store(built.generation.store, read_only=True) as store:
        yield Explorer(store, built.corpus), text


def _corpus(title: str, checksum: str) -> str:
    return (
        f'name = "hostile"\ntitle = "{title}"\nbase = "https://example.org/hostile/"\n\n'
        '[[consultations]]\nname = "first"\ntitle = "First"\nfirst_day = 2030-01-01\nlast_day = 2030-01-02\n\n'
        f'[[documents]]\nname = "report"\nfile = "documents/report.txt"\nkind = "report"\nconsultation = "first"\ntitle = "{title}"\n'
        f'symbol = "{title}"\nchecksum = "{checksum}"\n'
    )


def test_what_looks_like_markup_is_text_on_every_page(read: Read, hostile: tuple[Explorer, str]) -> None:
    explorer, text = hostile
    plain = [len(read(f"/document/{REPORT}").cssselect(name)) for name in ("head script", "img")]
    for number in (1, 2):
        page = read(f"/document/report?page={number}", explorer)
        assert [len(page.cssselect(name)) for name in ("head script", "img")] == plain
        assert not page.cssselect("body script, textarea, [onmouseover], [onerror]")
        shown = page.cssselect(".passage .text")
        assert [one.text_content() for one in shown] == [text[start:end] for start, end in _places(shown)]
        assert page.cssselect("h1")[0].text_content() == HOSTILE


def test_long_documents_are_paged_and_the_page_of_characters_is_found(read: Read, hostile: tuple[Explorer, str]) -> None:
    explorer, text = hostile
    first, second = (read(f"/document/report?page={number}", explorer) for number in (1, 2))
    assert [len(page.cssselect(".passage")) for page in (first, second)] == [40, 20]
    assert first.cssselect("a[rel=next]")[0].get("href") == "/document/report?page=2"
    assert second.cssselect("a[rel=prev]")[0].get("href") == "/document/report"
    start = text.index("55. ") + 4
    page = read(f"/document/report?at={start}-{start + 16}", explorer)
    assert page.cssselect("mark")[0].text_content() == "Several speakers"
    assert page.cssselect(".passage")[0].get("id") == "paragraph-41"
    with pytest.raises(AskedError):
        explorer.page("/document/report", [("page", "3")])


@pytest.mark.system
def test_statements_are_walked_by_keys_and_light_up_both_ways(visit: Callable[..., Visit]) -> None:
    page = visit(f"/document/{REPORT}").page
    page.keyboard.press("j")
    page.keyboard.press("j")
    flag, card = page.locator(".flag").nth(1), page.locator(".cards > .reading-card").nth(1)
    assert card.evaluate("one => one.open && one.contains(document.activeElement)")
    assert page.url.endswith(card.get_attribute("data-address") or "none")
    assert violations(page) == []
    page.locator(".cards > .reading-card").nth(2).hover()
    assert "lit" in (page.locator(".flag").nth(2).get_attribute("class") or "")
    page.keyboard.press("k")
    assert page.url.endswith(page.locator(".cards > .reading-card").nth(0).get_attribute("data-address") or "none")
    flag.click()
    assert page.url.endswith(card.get_attribute("data-address") or "none")


@pytest.mark.system
def test_a_phone_in_the_dark_without_scripts_opens_a_statement_by_its_link(visit: Callable[..., Visit]) -> None:
    one = visit(f"/document/{REPORT}", width=390, height=844, color_scheme="dark", java_script_enabled=False)
    flag = one.page.locator(".flag").nth(3)
    key = flag.get_attribute("data-statement")
    flag.click()
    one.page.locator(f"#statement-{key} dt").first.wait_for(state="visible")
    dark = visit(f"/document/{REPORT}?at=5472-5523#at", width=390, height=844, color_scheme="dark").page
    assert dark.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(dark) == []

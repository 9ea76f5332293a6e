from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from desks import REPORT
from travaux.pipeline.desk import UNWRITTEN
from travaux.pipeline.desk.drafts import WRITTEN_HERE
from travaux.reading.review.folder import read_review, statements_file, write_entries
from travaux.web.answers import Refused
from travaux.web.review.steps import MOST, Step, Steps

HOSTILE = '</script><img src=x onerror="alert(1)">\u202e"\'`${7*7}{{7*7}}'
SAID = WRITTEN_HERE | {"why"}


def item_of(client: TestClient, place: int = 0) -> dict[str, Any]:
    line = client.get("/api/items").json()["items"][place]
    return dict(client.get(f"/api/items/{line['document']}/{line['key']}?reviewer=anna").json())


def draft(item: dict[str, Any], decision: str | None = "accepted", **changed: object) -> dict[str, Any]:
    fields = {name: value for name, value in {**item["fields"], **changed}.items() if name not in SAID}
    return {"key": item["key"], "expected": item["version"], "decision": decision, "fields": fields}


def decide(client: TestClient, *drafts: dict[str, Any], reviewer: str = "Anna Muster") -> Any:
    return client.post("/api/decisions", json={"reviewer": reviewer, "document": REPORT, "decisions": drafts})


def test_a_statement_comes_with_its_paragraph_in_pieces(client: TestClient) -> None:
    item = item_of(client)
    text = "".join(piece["text"] for piece in item["pieces"])
    assert text.endswith("article 9.")
    quote = "".join(piece["text"] for piece in item["pieces"] if "quote" in piece["marks"])
    assert quote == item["fields"]["quote"]
    speaker = "".join(piece["text"] for piece in item["pieces"] if "speaker" in piece["marks"])
    assert speaker == item["fields"]["speaker"]


def test_a_decision_is_written_and_counted(client: TestClient, lakes: Path) -> None:
    answer = decide(client, {**draft(item_of(client)), "why": "It fits."})
    assert answer.status_code == 200
    assert answer.json()["items"][0]["state"] == "decided"
    (opinion,) = read_review(lakes).opinions[REPORT]
    assert (opinion.reviewer, opinion.why) == ("anna-muster", "It fits.")
    assert client.get("/api/progress").json()["progress"][REPORT]["decided"] == 1
    assert client.get("/api/filters").json()["reviewers"] == {"anna-muster": "Anna Muster"}


def test_the_stamp_tells_that_something_was_decided(client: TestClient) -> None:
    before = client.get("/api/stamp").json()
    assert client.get("/api/stamp").json() == before
    decide(client, draft(item_of(client)))
    assert client.get("/api/stamp").json() != before


def test_a_conflict_shows_what_was_decided_and_writes_nothing(client: TestClient, lakes: Path) -> None:
    item = item_of(client)
    decide(client, draft(item), reviewer="Ben")
    answer = decide(client, draft(item, "rejected"))
    assert answer.status_code == 409
    (now,) = answer.json()["items"]
    assert [(one["name"], one["decision"], one["mine"]) for one in now["opinions"]] == [("Ben", "accepted", False)]
    assert [one.reviewer for one in read_review(lakes).opinions[REPORT]] == ["ben"]
    assert decide(client, {**draft(item, "rejected"), "expected": now["version"]}).status_code == 200
    disputed = item_of(client)
    assert disputed["state"] == "disputed"
    assert {one["mine"] for one in disputed["opinions"]} == {False}


def test_undo_gives_back_nothing_or_the_earlier_decision(client: TestClient, lakes: Path) -> None:
    first = decide(client, draft(item_of(client))).json()
    (before,) = read_review(lakes).opinions[REPORT]
    line = client.get("/api/items?state=decided").json()["items"][0]
    item = client.get(f"/api/items/{REPORT}/{line['key']}").json()
    second = decide(client, {**draft(item, "rejected"), "why": "No."}).json()
    assert client.post("/api/undo", json={"reviewer": "Anna Muster", "step": second["undo"]}).status_code == 200
    assert read_review(lakes).opinions[REPORT] == (before,)
    assert client.post("/api/undo", json={"reviewer": "Anna Muster", "step": first["undo"]}).status_code == 200
    assert not statements_file(lakes, REPORT).read_text(encoding="utf-8").strip()


def test_undo_does_not_pass_over_what_others_decided_since(client: TestClient) -> None:
    undo = decide(client, draft(item_of(client))).json()["undo"]
    decide(client, draft(item_of(client), "rejected"), reviewer="Ben")
    answer = client.post("/api/undo", json={"reviewer": "Anna Muster", "step": undo})
    assert answer.status_code == 409
    assert len(answer.json()["items"][0]["opinions"]) == 2


def test_undo_writes_nothing_but_what_was_held_before(client: TestClient, lakes: Path) -> None:
    step = decide(client, draft(item_of(client))).json()["undo"]
    (before,) = read_review(lakes).opinions[REPORT]
    nowhere = {
        **draft(item_of(client))["fields"],
        "decision": "accepted",
        "at": "9999-01-01T00:00:00Z",
        "quote": "words that stand nowhere",
    }
    earlier = [{"key": before.key, "expected": item_of(client)["version"], "fields": nowhere}]
    for asked in ({"document": REPORT, "earlier": earlier}, {"step": "x"}, {"step": step, "reviewer": "Ben"}):
        assert client.post("/api/undo", json={"reviewer": "Anna Muster", **asked}).status_code in {400, 404}
    assert read_review(lakes).opinions[REPORT] == (before,)
    undo = {"reviewer": "Anna Muster", "step": step}
    assert [client.post("/api/undo", json=undo).status_code for _ in range(2)] == [200, 404]


def test_only_so_many_steps_are_kept() -> None:
    steps = Steps()
    names = [steps.keep(Step(REPORT, "anna", ())) for _ in range(MOST + 1)]
    assert steps.get(names[-1], "anna").document == REPORT
    with pytest.raises(Refused):
        steps.get(names[0], "anna")


def test_split_and_its_undo_are_each_one_step(client: TestClient, lakes: Path) -> None:
    item = item_of(client)
    first, second = item["fields"]["quote"].split(" should ")
    halves = [
        draft(item, "split", quote=first, replaces=[item["fields"]["quote"]]),
        {**draft(item, "split", quote=second), "key": None, "expected": UNWRITTEN},
    ]
    answer = decide(client, *halves)
    assert answer.status_code == 200
    assert len(read_review(lakes).opinions[REPORT]) == 2
    assert client.post("/api/undo", json={"reviewer": "Anna Muster", "step": answer.json()["undo"]}).status_code == 200
    assert client.get("/api/items").json()["total"] == 24


def test_a_long_queue_is_read_in_pieces_that_meet(client: TestClient) -> None:
    found, after = [], ""
    while True:
        piece = client.get("/api/items", params={"limit": 5, "after": after}).json()
        found += [line["key"] for line in piece["items"]]
        if not piece["more"]:
            break
        after = f"{REPORT}/{found[-1]}"
    whole = [line["key"] for line in client.get("/api/items?limit=500").json()["items"]]
    assert found == whole
    assert len(set(found)) == 24
    before = client.get("/api/items", params={"before": f"{REPORT}/{whole[7]}", "limit": 2}).json()["items"]
    assert [line["key"] for line in before] == whole[5:7]


def test_what_is_decided_meanwhile_does_not_shift_the_pieces(client: TestClient) -> None:
    first = client.get("/api/items?state=undecided&limit=5").json()["items"]
    whole = [line["key"] for line in client.get("/api/items?limit=500").json()["items"]]
    decide(client, draft(item_of(client, 4)))
    rest = client.get("/api/items", params={"state": "undecided", "after": f"{REPORT}/{first[-1]['key']}"}).json()["items"]
    assert [line["key"] for line in rest] == whole[5:]


@pytest.mark.parametrize(
    "asked", ["state=none", "below=x", "limit=0", "limit=9999", "limit=-1", "limit=x", "limit=0005009999999", f"limit={'9' * 6000}"]
)
def test_a_filter_that_is_not_understood_is_told(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/items?{asked}").status_code == 400


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"reviewer": None}, 400),
        ({"reviewer": ""}, 422),
        ({"reviewer": "\x00"}, 422),
        ({"document": "none"}, 404),
        ({"document": "../../etc"}, 404),
        ({"decisions": []}, 400),
        ({"decisions": [None]}, 400),
        ({"decisions": [{"key": "x", "expected": "y", "decision": "unreviewed"}]}, 400),
        ({"decisions": [{"key": "x", "expected": "y", "decision": "accepted", "fields": {"at": "now"}}]}, 400),
        ({"decisions": [{"key": "x", "expected": "y", "decision": "accepted", "fields": {"quote": 7}}]}, 400),
        ({"decisions": [{"key": "x\ny", "expected": "y", "decision": "accepted", "fields": {}}]}, 404),
    ],
)
def test_a_request_of_the_wrong_shape_is_told(client: TestClient, changed: dict[str, object], status: int) -> None:
    asked = {"reviewer": "anna", "document": REPORT, "decisions": [draft(item_of(client))], **changed}
    answer = client.post("/api/decisions", json=asked)
    assert answer.status_code == status
    assert answer.json()["error"]["what"]
    assert "Traceback" not in answer.text


def test_what_does_not_stand_in_the_paragraph_is_told_in_plain_words(client: TestClient) -> None:
    answer = decide(client, draft(item_of(client), "edited", cue="xyzzyx"))
    assert answer.status_code == 422
    assert "cue" in answer.json()["error"]["what"]


def test_hostile_text_stays_text(client: TestClient, lakes: Path) -> None:
    answer = decide(client, {**draft(item_of(client), "edited", claim=HOSTILE, note=HOSTILE), "why": HOSTILE})
    assert answer.status_code == 200
    (opinion,) = read_review(lakes).opinions[REPORT]
    assert (opinion.claim, opinion.note, opinion.why) == (HOSTILE, HOSTILE, HOSTILE)
    page = client.get("/").text
    assert "Lakes &lt;under&gt; &#34;review&#34;" in page


def test_text_that_cannot_be_written_is_refused(client: TestClient) -> None:
    told = json.dumps({"reviewer": "anna", "document": REPORT, "decisions": [{"key": "\ud800", "expected": "x", "decision": None}]})
    answer = client.post("/api/decisions", content=told, headers={"content-type": "application/json"})
    assert answer.status_code == 400


@pytest.mark.parametrize("body", ["", "{", "[1]", "NaN", '{"a":' * 100_00, "\xff"])
def test_what_is_no_json_object_is_refused(client: TestClient, body: str) -> None:
    answer = client.post("/api/decisions", content=body.encode("latin-1"), headers={"content-type": "application/json"})
    assert answer.status_code == 400


def test_a_position_is_named_once(client: TestClient) -> None:
    answer = client.post("/api/positions", json={"reviewer": "Anna Muster", "claim": "Lakes should be kept."})
    assert answer.status_code == 201
    assert client.post("/api/positions", json={"reviewer": "Ben", "claim": "Lakes should be kept."}).json() == answer.json()
    assert client.get("/api/positions").json()["positions"] == {answer.json()["key"]: "Lakes should be kept."}
    assert client.post("/api/positions", json={"reviewer": "Ben", "claim": " "}).status_code == 422


def test_mistakes_in_the_files_are_told_without_a_trace(client: TestClient, lakes: Path) -> None:
    decide(client, draft(item_of(client)))
    file = statements_file(lakes, REPORT)
    file.write_text(file.read_text(encoding="utf-8") + "<<<<<<< ours\n", encoding="utf-8")
    answer = client.get("/api/items")
    assert answer.status_code == 503
    assert "merge" in answer.json()["error"]["what"]


def test_a_decision_that_is_written_is_not_told_to_have_failed(client: TestClient, lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = draft(item_of(client))

    def write_beside_a_mistake(*given: Any) -> dict[str, str]:
        versions = write_entries(*given)
        (lakes / "review" / "positions.toml").write_text("<<<<<<< ours\n", encoding="utf-8")
        return versions

    monkeypatch.setattr("travaux.pipeline.desk.files.write_entries", write_beside_a_mistake)
    answer = decide(client, asked)
    assert answer.status_code == 200
    assert "merge" in answer.json()["trouble"]

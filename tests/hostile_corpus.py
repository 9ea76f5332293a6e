"""A corpus whose every text tries to be more than text: markup, a template, the end of a script, letters that turn the line round."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

HOSTILE = (
    '<script>window.hacked=1</script> "><img src=x onerror=window.hacked=1> {{7*7}} ]]></script><script>window.hacked=1</script> '
    "<a href='javascript:window.hacked=1'>go</a> \u202egnp\u2066 &lt;b&gt; </textarea></title>"
)
"""Stands in every text; its own letters are those that it is shown with."""
REPORT, NOTE = "report", "note"
_LINK = "https://example.org/?'onclick='window.hacked=1&x=7*7"
_CLAIM = f"The lakes should be kept {HOSTILE}."
_QUOTE = f"the importance of {HOSTILE} for the lakes"
_PARAGRAPHS = (
    f"1. Under agenda item 2(a), entitled “{HOSTILE}”, several speakers stressed {_QUOTE} in article 1 of the draft text.",
    f"2. A panel on {HOSTILE} was moderated by Mr. Ann {HOSTILE}, Director. Some speakers opposed the deletion of article 1.",
    "3. Several speakers proposed that article 1 be deleted.",
)


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_hostile(folder: Path) -> Path:
    """Write the corpus into a folder: two documents, a treaty, themes, and a review of a statement with two positions and a relation."""
    texts = {
        REPORT: f"Report of {HOSTILE}\n\n" + "\n\n".join(_PARAGRAPHS) + "\n",
        NOTE: f"**Concept note {HOSTILE}**\n\n**General provisions**\n\n1. What of {HOSTILE} in article 1?\n2. And of {HOSTILE}?\n",
    }
    files = {f"documents/{name}.txt": text for name, text in texts.items()}
    checksums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    files |= {"corpus.toml": _corpus(checksums), "themes.ttl": _themes(), **_treaty(), **_review()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _corpus(checksums: dict[str, str]) -> str:
    hostile = _said(HOSTILE)
    documents = "".join(
        f'[[documents]]\nname = "{name}"\ntitle = {hostile}\nkind = "{kind}"\nfile = "documents/{name}.txt"\nsymbol = {hostile}\n'
        f'licence = {hostile}\nconsultation = "first"\nlink = {_said(_LINK)}\nchecksum = "{checksums[name]}"\n\n'
        for name, kind in ((REPORT, "report"), (NOTE, "concept-note"))
    )
    return (
        f'name = "hostile"\ntitle = {hostile}\ndescription = {hostile}\nbase = "https://example.org/hostile/"\n\n'
        f'[[instruments]]\nname = "draft"\ntitle = {hostile}\nversion_of = {hostile}\nstatus = "draft"\nsymbol = {hostile}\n\n'
        f'[[instruments]]\nname = "adopted"\ntitle = {hostile}\nversion_of = {hostile}\nstatus = "adopted"\n\n'
        f'[[consultations]]\nname = "first"\ntitle = {hostile}\nfirst_day = 2030-01-01\nlast_day = 2030-01-02\nbody = {hostile}\n'
        f'places = [{hostile}]\nsession = {hostile}\nmandate = {hostile}\ninstrument = "draft"\n\n{documents}'
    )


def _themes() -> str:
    hostile = _said(HOSTILE)
    return (
        "@prefix trv: <https://w3id.org/travaux/ontology#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        f"<theme> a skos:ConceptScheme ; dcterms:title {hostile}@en ; skos:hasTopConcept <theme/lakes> .\n"
        f"<theme/lakes> a trv:Theme, skos:Concept ; skos:prefLabel {hostile}@en ; skos:altLabel {_said('other ' + HOSTILE)}@en ; "
        f'skos:definition {hostile}@en ; skos:inScheme <theme> ; skos:topConceptOf <theme> ; trv:signalPhrase "lakes" ; '
        "trv:provision <instrument/draft/article/1> .\n"
    )


def _treaty() -> dict[str, str]:
    hostile = _said(HOSTILE)
    graded = f'grade = "C"\nsources = ["S1"]\nnote = {hostile}\n'
    text = (
        f'[[chapters]]\nnumber = "I"\ntitle = {hostile}\n{graded}\n[[preambular_paragraphs]]\nnumber = "1"\norder = 1\n{graded}\n'
        f'[[articles]]\nnumber = "1"\nchapter = "I"\ntitle = {hostile}\n{graded}\n'
    )
    return {
        "treaty/draft.toml": text,
        "treaty/adopted.toml": text,
        "treaty/sources.toml": f'[[sources]]\nname = "S1"\nkind = "secondary"\ntitle = {hostile}\nnote = {hostile}\n',
        "treaty/correspondences.toml": (
            '[[correspondences]]\nearlier = "draft article 1"\nlater = "adopted article 1"\nkind = "same-number"\n' + graded
        ),
        "treaty/outcomes.toml": (
            f'[[outcomes]]\nname = "kept"\ntopic = {hostile}\nasked = {hostile}\nkind = "taken-up"\nprovision = "draft article 1"\n{graded}'
            f'asked_in = [{{ document = "report", paragraph = "1" }}]\n\n  [[outcomes.facts]]\n  text = {hostile}\n  grade = "C"\n'
            '  sources = ["S1"]\n'
        ),
        "treaty/process.toml": (
            f'[[milestones]]\nname = "begun"\nkind = "session"\ntitle = {hostile}\nfirst_day = 2029-01-01\nplace = {hostile}\n'
            f"symbols = [{hostile}]\n{graded}"
        ),
    }


def _review() -> dict[str, str]:
    decided = {"decision": "added", "by": "ann", "at": None, "why": HOSTILE}
    claims = {"lakes-kept": _CLAIM, "lakes-first": f"Lakes come first {HOSTILE}."}
    relation = {"kind": "supports", "form": "consequence", "premise": "lakes-first", "conclusion": "lakes-kept", "marking": "inferred"}
    said = {"speaker": "several speakers", "speaker_kind": "collective", "prevalence": "several", "cue": "stressed", "act": "stress"}
    evidence = {"document": "report", "paragraph": "1", "evidence": _QUOTE}
    statement = {"paragraph": "1", "quote": _QUOTE, "decision": "added", "at": None, "why": HOSTILE, **said, "stance": "supports"}
    linked = {"claim": _CLAIM, "themes": ["lakes"], "position": "lakes-kept", "note": HOSTILE}
    return {
        "review/reviewers.toml": _lines("ann", {"name": HOSTILE}),
        "review/positions.toml": "".join(_lines(key, {"claim": claim, **decided}) for key, claim in claims.items()),
        "review/relations.toml": _lines("supports-1", {**relation, **decided, **evidence}),
        "review/statements/report.toml": _lines("1-ab12.ann", {**statement, **linked}),
    }


def _lines(key: str, fields: dict[str, object]) -> str:
    """Write the lines of a decision, which was made on a day of its own."""
    written = {name: "2030-02-01T09:00:00Z" if value is None else json.dumps(value, ensure_ascii=False) for name, value in fields.items()}
    return "".join(f"{key}.{name} = {value}\n" for name, value in written.items()) + "\n"

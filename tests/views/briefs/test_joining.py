"""Numbers stay with their nouns at the end of a line, and exact words stay exact."""

from __future__ import annotations

from travaux.views.briefs.blocks import Brief, Items, Note, Paragraph, Section, Strong, Table
from travaux.views.briefs.joining import keep_together

_TOLD = "Held by: several; 2 statements on article 24, 13 July 2023, paragraph 8: “2 statements”."
_KEPT = "Held by: several; 2~statements on article~24, 13~July 2023, paragraph~8: “2 statements”.".replace("~", "\N{NO-BREAK SPACE}")


def test_every_place_of_a_brief_keeps_numbers_with_their_nouns_and_quotes_as_they_are() -> None:
    note = Note(_TOLD, _TOLD)
    table = Table(_TOLD, (_TOLD,), (((_TOLD, note),),))
    section = Section(_TOLD, (Paragraph((_TOLD, note)), Items(((Strong(_TOLD),),)), table), (Section(_TOLD),))
    kept = keep_together(Brief(_TOLD, _TOLD, (_TOLD,), (section,), (("Data", _TOLD),), "Corpus"))
    same = Note(_KEPT, _TOLD)
    part = Section(
        _KEPT,
        (Paragraph((_KEPT, same)), Items(((Strong(_KEPT),),)), Table(_KEPT, (_KEPT,), (((_KEPT, same),),))),
        (Section(_KEPT),),
    )
    assert kept == Brief(_KEPT, _KEPT, (_KEPT,), (part,), (("Data", _KEPT),), "Corpus")
    assert keep_together(kept) == kept

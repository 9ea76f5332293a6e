"""Past participles of verbs that are given in their *-ing* form."""

from __future__ import annotations

_IRREGULAR = {
    "beginning": "begun", "bringing": "brought", "building": "built", "choosing": "chosen", "cutting": "cut",
    "dealing": "dealt", "doing": "done", "drawing": "drawn", "driving": "driven", "feeding": "fed", "finding": "found",
    "giving": "given", "having": "had", "hearing": "heard", "holding": "held", "keeping": "kept", "leading": "led",
    "leaving": "left", "letting": "let", "losing": "lost", "making": "made", "meeting": "met",
    "overriding": "overridden", "overseeing": "overseen", "paying": "paid", "putting": "put", "reading": "read",
    "rewriting": "rewritten", "seeing": "seen", "seeking": "sought", "selling": "sold", "sending": "sent",
    "setting": "set", "showing": "shown", "speeding": "sped", "spending": "spent", "splitting": "split",
    "spreading": "spread", "striking": "struck", "taking": "taken", "teaching": "taught", "telling": "told",
    "thinking": "thought", "tying": "tied", "undertaking": "undertaken", "understanding": "understood",
    "upholding": "upheld", "withdrawing": "withdrawn", "withholding": "withheld", "writing": "written",
}  # fmt: skip


def to_participle(gerund: str) -> str:
    """Return the past participle of a verb in its *-ing* form, in lower case.

    Both endings change the stem alike (*limiting*, *limited*; *using*, *used*), so that a short list of irregular verbs suffices.

    >>> to_participle("limiting"), to_participle("referring"), to_participle("clarifying"), to_participle("making")
    ('limited', 'referred', 'clarified', 'made')
    """
    if gerund in _IRREGULAR:
        return _IRREGULAR[gerund]
    stem = gerund.removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in set("aeiou"):
        return f"{stem[:-1]}ied"
    return f"{stem}ed"

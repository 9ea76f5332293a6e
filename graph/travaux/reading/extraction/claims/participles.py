"""Past participles of verbs that are given in their *-ing* form."""

from __future__ import annotations

_IRREGULAR = {
    "becoming": "become", "beginning": "begun", "binding": "bound", "breaking": "broken", "bringing": "brought",
    "building": "built", "buying": "bought", "catching": "caught", "choosing": "chosen", "cutting": "cut",
    "dealing": "dealt", "doing": "done", "drawing": "drawn", "driving": "driven", "feeding": "fed",
    "fighting": "fought", "finding": "found", "forbidding": "forbidden", "foregoing": "foregone",
    "forgetting": "forgotten", "freezing": "frozen", "giving": "given", "growing": "grown", "having": "had",
    "hearing": "heard", "hiding": "hidden", "holding": "held", "keeping": "kept", "laying": "laid", "leading": "led",
    "leaving": "left", "lending": "lent", "letting": "let", "losing": "lost", "making": "made", "meeting": "met",
    "offsetting": "offset", "overcoming": "overcome", "overriding": "overridden", "overseeing": "overseen",
    "paying": "paid", "proving": "proven", "putting": "put", "reading": "read", "rebuilding": "rebuilt",
    "redrawing": "redrawn", "repaying": "repaid", "resetting": "reset", "rethinking": "rethought",
    "rewriting": "rewritten", "rising": "risen", "saying": "said", "seeing": "seen", "seeking": "sought",
    "selling": "sold", "sending": "sent", "setting": "set", "showing": "shown", "shutting": "shut",
    "speaking": "spoken", "speeding": "sped", "spending": "spent", "splitting": "split", "spreading": "spread",
    "standing": "stood", "striking": "struck", "taking": "taken", "teaching": "taught", "telling": "told",
    "thinking": "thought", "tying": "tied", "understanding": "understood", "undertaking": "undertaken",
    "upholding": "upheld", "wearing": "worn", "winning": "won", "withdrawing": "withdrawn", "withholding": "withheld",
    "writing": "written",
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
    return f"{stem}d" if stem.endswith("ee") else f"{stem}ed"

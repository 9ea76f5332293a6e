"""Whether reasons, conditions and objections are recorded for the positions shown: never left to be guessed from silence."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.dossiers.said import Said
from travaux.views.briefs.blocks import Paragraph, Section
from travaux.views.counting import count_of

_NOT_SAID = "Not found is not the same as not said."


def reasons_section(*said: Said) -> Iterator[Section]:
    """Say in one line for how many of the positions shown something is recorded; nothing where no position is shown."""
    borne_on = {(one.stance, one.key): bool(one.bearings) for part in said for one in part.held if one.key is not None}
    if borne_on:
        yield Section("Reasons and objections", (Paragraph((_tell(len(borne_on), sum(borne_on.values())),)),))


def _tell(shown: int, recorded: int) -> str:
    positions = count_of(shown, "position")
    if not recorded:
        which = "the position" if shown == 1 else f"any of the {positions}"
        return f"No reason, condition or objection is recorded for {which} shown. {_NOT_SAID}"
    if recorded == shown:
        return f"They stand under the {'position' if shown == 1 else f'{positions} shown'}, as far as they are recorded. {_NOT_SAID}"
    return f"They stand under {recorded:,} of the {positions} shown; for the others none is recorded. {_NOT_SAID}"

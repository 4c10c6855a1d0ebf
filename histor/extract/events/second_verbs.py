"""Whose a heading's second verb is: "Norway voices concern over raids, urges calm"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from histor.annotate import Attribution

__all__ = ["with_second_verbs"]


def with_second_verbs(found: Sequence[Attribution]) -> list[Attribution]:
    """Give a second verb of a heading, read with a name of a later line, whom the first has.

    "Norway voices concern over raids, urges calm", and below it "By our staff".
    """
    out: list[Attribution] = []
    last: Attribution | None = None
    for one in found:
        cue, source = one.cue, one.source
        second = cue is not None and cue[0].tag_ == "VBZ" and cue.start > 0
        if second and cue is not None and source is not None and last is not None and last.cue:
            comma = cue.doc[cue.start - 1].text == "," and source.start > cue.end
            low = last.source.start if last.source is not None else cue.start
            below = comma and "\n\n" in cue.doc[cue.end : source.start].text
            if below and low < cue.start and "\n\n" not in cue.doc[low : cue.start].text:
                one = dataclasses.replace(one, source=last.source)
        out.append(one)
        last = one if cue is not None and one.source is not None else last
    return out

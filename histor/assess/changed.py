"""One thing that is other than it was."""

from __future__ import annotations

from typing import Literal

import msgspec

from histor.records import Span

__all__ = ["Change", "ChangeKind"]

ChangeKind = Literal[
    "new_page",
    "page_revised",
    "sentence_removed",
    "sentence_added",
    "sentence_reworded",
    "figure_revised",
    "figure_withdrawn",
    "claim_withdrawn",
    "event_withdrawn",
    "new_event",
    "new_figure",
    "credibility",
    "finding_opened",
    "finding_settled",
    "warning_opened",
    "warning_due",
]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is other than it was."""

    kind: ChangeKind
    #: whether the world changed, only more of it was read, or a publisher changed its page
    of: Literal["world", "reading", "page"]
    summary: str
    #: words of the pages as they are; of what was reworded or taken back, as they were before
    evidence: tuple[Span, ...] = ()
    #: ids in the later state; of an event that was taken back, in the earlier one
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

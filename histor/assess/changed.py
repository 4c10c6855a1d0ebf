"""One thing that is other than it was."""

from __future__ import annotations

from typing import Literal

import msgspec

from histor.records import Span

__all__ = ["CHANGE_WORDS", "Change", "ChangeKind"]

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


#: how each kind is called where changes are listed
CHANGE_WORDS: dict[ChangeKind, str] = {
    "new_page": "new page",
    "page_revised": "page changed",
    "sentence_removed": "sentence out",
    "sentence_added": "sentence in",
    "sentence_reworded": "reworded",
    "figure_revised": "number revised",
    "figure_withdrawn": "number withdrawn",
    "claim_withdrawn": "claim withdrawn",
    "event_withdrawn": "event withdrawn",
    "new_event": "new event",
    "new_figure": "new number",
    "credibility": "credibility",
    "finding_opened": "dispute opened",
    "finding_settled": "dispute settled",
    "warning_opened": "warning",
    "warning_due": "warning come due",
}


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

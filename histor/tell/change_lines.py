"""What changed since a day, as the report tells it: in the world, on the pages, in the reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from histor.counts import counted
from histor.records import CaseExport
from histor.tell.date_words import edtf_words
from histor.tell.evidence import Evidence, evidence_of
from histor.tell.safe import shorten

if TYPE_CHECKING:
    from histor.assess.changed import Change

__all__ = ["ChangeLine", "Since", "change_groups"]

_OF = {
    "world": "In the world",
    "page": "On pages, by their publishers",
    "reading": "In what has been read",
}
#: changes of a group that are told; the rest are counted
_MOST = 40
_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Since:
    """The changes of a case since a day."""

    day: dt.date
    changes: Sequence[Change]

    @property
    def words(self) -> str:
        """The heading of the section."""
        return f"What changed since {edtf_words(self.day.isoformat())}"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change, with words of pages that show it; words taken back stand on no page."""

    summary: str
    evidence: tuple[Evidence, ...]


def change_groups(
    since: Since, export: CaseExport, numbers: Mapping[str, int]
) -> list[tuple[str, list[ChangeLine]]]:
    """Return the changes under what changed: the world, pages, or the reading alone."""
    from histor.assess.changed import CHANGE_WORDS  # judging is not loaded to write a report

    texts = {d.id: d.text for d in export.documents}
    groups: dict[str, list[ChangeLine]] = {title: [] for title in _OF.values()}
    left = dict.fromkeys(groups, 0)
    for change in since.changes:
        title = _OF[change.of]
        if len(groups[title]) == _MOST:
            left[title] += 1
            continue
        shown = [
            evidence_of(span, numbers)
            for span in change.evidence
            if texts.get(span.document, "")[span.start : span.end] == span.text
        ]
        groups[title].append(
            ChangeLine(
                f"{CHANGE_WORDS[change.kind]}: {shorten(change.summary, 400)}",
                tuple(shown[:_SHOWN]),
            )
        )
    for title, count in left.items():
        if count:
            words = f"{counted(count, 'change')} more; histor diff tells them all."
            groups[title].append(ChangeLine(words, ()))
    return [(title, lines) for title, lines in groups.items() if lines]

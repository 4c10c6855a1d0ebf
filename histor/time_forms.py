"""The normal form of a time expression, as a record that can be stored and resolved again."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Direction", "Tense", "TimeForm"]

Direction = Literal["past", "future", "this"]
Tense = Literal["past", "future"]
Kind = Literal[
    "calendar", "month_of_year", "day_of_month", "hijri", "decade", "century", "season", "quarter",
    "holiday", "weekday", "unit", "weekend", "offset", "stretch", "vague", "narrative", "duration",
    "frequency", "clock", "reference", "era", "unclear",
]  # fmt: skip
_ABSOLUTE = frozenset(["calendar", "hijri", "decade", "century", "season", "quarter", "holiday"])


class TimeForm(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an expression says, as a record that can be stored.

    ``year``, ``month`` and ``day`` are calendar parts as written, and ``to_*`` those of a range's
    end; ``weekday`` counts from Monday 0, and so does ``to_day`` beside it; ``unit`` with ``count``
    is a distance, a stretch or a whole unit; ``direction`` is what "last", "next" or "this" say;
    ``week`` the same of the week in "Friday last week"; ``clock`` is the time of day as hours and
    minutes ("22:00"); ``part`` is start, early, mid, late, end, first_half, second_half, earlier or
    later; ``since`` marks an open interval; ``nth`` tells how many days something has gone on ("for
    a third day"); ``exact`` is a distance to the very day ("two weeks from today"); ``narrative``
    what is counted from another expression of the text, not from the day of writing; ``ahead`` what
    is counted from the words behind it ("a day after the vote"), and ``counted`` how many
    expressions further on the one is that dates them (back, where below zero); ``aside`` what dates
    a thing that the sentence names ("the truce agreed on Friday"); ``over`` what had been before
    the text was written ("talks had collapsed in November"); ``said`` what tells when
    somebody spoke ("said on Friday evening"); ``until`` the day up to which something lasts. The
    years and months of a ``hijri`` form are the Muslim calendar's.
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_year: int | None = None
    to_month: int | None = None
    to_day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    count: float | None = None
    season: str | None = None
    quarter: int | None = None
    holiday: str | None = None
    daytime: str | None = None
    clock: str | None = None
    direction: Direction | None = None
    week: Direction | None = None
    part: str | None = None
    since: bool = False
    exact: bool = False
    narrative: bool = False
    ahead: bool = False
    counted: int | None = None
    nth: int | None = None
    aside: bool = False
    over: bool = False
    said: bool = False
    until: bool = False

    @property
    def absolute(self) -> bool:
        """Say whether the form needs no anchor."""
        known = (self.year or self.to_year) is not None
        return known and self.kind in _ABSOLUTE and not self.narrative

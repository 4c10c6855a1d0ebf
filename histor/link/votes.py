"""The votes for the days on which a page can have been written, and what they come to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from histor.records import Span

__all__ = ["BY_COUNT", "BY_DISASTER", "BY_NEWS", "OVERRULING", "Votes", "page_of"]

#: votes that overrule a printed date
OVERRULING = 2.0
#: pages that date a page together, of which none tells surely the same
_SEVERAL = 3
#: what marks the vote of a page for its like news alone
BY_NEWS = " news"
#: and of those that date a disaster which the page names by a day of its own
BY_DISASTER = " disaster"
#: and of those that date what the page counts its days from
BY_COUNT = " counted"
#: days around a printed date on which another page's like news supports it
_NEAR = 8
#: share of the most votes that a page gives to one day, from which it speaks for another
_OF_ITS_BEST = 0.5
#: how many times the votes for any day so far away the best day must have
_AHEAD, _WEEKS = 1.5, dt.timedelta(days=15)


@dataclass(slots=True)
class Votes:
    """What speaks for each day of one page."""

    #: day -> voter -> votes
    days: dict[dt.date, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    #: voter -> the page's words and the voter's
    words: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    #: the day of what the page tells, by the page that tells most of the same, and how much
    told: dt.date | None = None
    share: float = 0.0
    #: voters whose page has like news, or tells much of the same about the page's own weekday
    sure: set[str] = field(default_factory=set)
    #: days of the calendar on which others say that what the page tells as past was
    past: list[dt.date] = field(default_factory=list)

    def add(self, voter: str, days: Iterable[dt.date], votes: float) -> None:
        """Count a voter's votes for some days; of several for one day the most."""
        for day in days:
            known = self.days[day]
            known[voter] = max(known.get(voter, 0.0), votes)

    def not_before(self) -> dt.date | None:
        """Return the day on which the last was that the page tells as past; none if others differ.

        Where they lie weeks apart some tell of another event of the kind.
        """
        if not self.past or max(self.past) - min(self.past) > _WEEKS:
            return None
        return max(self.past)

    def by_words(self, day: dt.date) -> float:
        """Return the votes for a day that the page's own words earn."""
        voters = self.days[day].items() if day in self.days else ()
        return sum(votes for voter, votes in voters if not voter.endswith(BY_NEWS))

    def best_words(self, day: dt.date) -> float:
        """Return the most that the words of one page say for a day."""
        voters = self.days[day].items() if day in self.days else ()
        return max((votes for voter, votes in voters if not voter.endswith(BY_NEWS)), default=0.0)

    def best_news(self, day: dt.date) -> float:
        """Return the most that the like news of one page says for a day."""
        voters = self.days[day].items() if day in self.days else ()
        return max((votes for voter, votes in voters if voter.endswith(BY_NEWS)), default=0.0)

    def first_news(self) -> dt.date | None:
        """Return the first day on which like news was written."""
        told = (d for d, voters in self.days.items() if any(v.endswith(BY_NEWS) for v in voters))
        return min(told, default=None)

    def of(self, day: dt.date) -> float:
        """Return the votes for a day."""
        return sum(self.days[day].values()) if day in self.days else 0.0

    def of_landmarks(self, day: dt.date) -> bool:
        """Say whether those vote for a day who date a disaster that the page names."""
        return any(BY_DISASTER in voter for voter in self.days.get(day, ()))

    def counted(self, day: dt.date) -> bool:
        """Say whether those vote for a day who date what the page counts its days from."""
        return any(voter.endswith(BY_COUNT) for voter in self.days.get(day, ()))

    def besides(self, pages: Collection[str], day: dt.date) -> float:
        """Return the votes for a day of all but some pages."""
        voters = self.days[day].items() if day in self.days else ()
        return sum(votes for voter, votes in voters if page_of(voter) not in pages)

    def without(self, pages: Collection[str]) -> Votes:
        """Return the votes of all but some pages."""
        rest = Votes()
        for day, voters in self.days.items():
            for voter, votes in voters.items():
                if page_of(voter) not in pages:
                    rest.days[day][voter] = votes
        return rest

    def most(self, days: Iterable[dt.date]) -> list[dt.date]:
        """Return those of some days for which most speaks, rising."""
        counted = {day: self.of(day) for day in days}
        best = max(counted.values(), default=0.0)
        return sorted(day for day, count in counted.items() if count >= best - 1e-9)

    def any_sure(self, day: dt.date) -> bool:
        """Say whether more than a few words that are everywhere in news speak for a day."""
        return not self.sure.isdisjoint(self.days.get(day, ()))

    def by_several(self, day: dt.date) -> bool:
        """Say whether several pages, none of them surely of the same, speak for a day together."""
        voters = {page_of(v) for v in self.days.get(day, ())}
        return len(voters) >= _SEVERAL and self.of(day) >= OVERRULING

    def outdone(self, day: dt.date) -> bool:
        """Say whether too many vote for a day weeks away, of those who do not vote for both.

        A page that dates what it tells to the day has like news because it looks back on it, not
        because it was written when the other was.
        """
        own = self.days[day]
        for other, theirs in self.days.items():
            if abs(other - day) > _WEEKS:
                rival = sum(
                    votes
                    for voter, votes in theirs.items()
                    if voter not in own and own.get(voter.removesuffix(BY_NEWS), 0.0) <= votes
                )
                alone = sum(votes for voter, votes in own.items() if voter not in theirs)
                if alone < _AHEAD * rival:
                    return True
        return False

    def near(self, printed: dt.date) -> bool:
        """Say whether a page votes for a day about the printed one.

        A vote is none for a page that speaks far more for other days.
        """
        about = (printed + dt.timedelta(days=n) for n in range(-_NEAR, _NEAR + 1))
        return any(
            votes > 0 and votes >= _OF_ITS_BEST * self._best_of(voter)
            for day in about
            for voter, votes in self.days.get(day, {}).items()
        )

    def _best_of(self, voter: str) -> float:
        return max(told.get(voter, 0.0) for told in self.days.values())


def page_of(voter: str) -> str:
    """Return the page that a voter is, or speaks for."""
    return voter.split()[0]

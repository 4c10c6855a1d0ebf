"""Which accounts can never tell one event, whatever else joins them: of two days, towns or counts.

A total since Sunday is not the toll of Monday, a governor who flees is not the thousands who fled,
and who denies today's clashes leaves yesterday's as they were.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import LEAD, column
from histor.link.ground import Ground
from histor.link.same_event import Pairs
from histor.link.weighed import any_of, attacks, count_others, in_common, is_verbal, towns_apart

__all__ = ["by_a_word_alone", "never_one"]

#: days from which on a count goes over a time and not over a day and its night
_TIME = 2
#: how many times a day's dead those of a time are who surely are not the same
_FAR = 1.5
#: cosine of two sentences of which one retells the other
_RETOLD = 0.3
#: people from which on one who is named is hardly meant by them
_CROWD = 10

#: what somebody does who gives up his own office
_GIVING_UP = "RETREAT"

#: days before what else a page tells, of what it looks back at
_LONG_AGO = 90

_Bools = NDArray[np.bool_]


def never_one(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which pairs of accounts are of two events for good."""
    return (
        ground.days.apart(pairs.a, pairs.b)
        | ground.wholes.apart(pairs)
        | _elsewhere(pairs, ground)
        | _part_and_total(pairs)
        | _denied_of_another_day(pairs)
        | _one_and_many(pairs, ground)
        | _war_and_stroke(pairs)
        | _in_two_places(pairs, ground)
        | _looked_back_at(pairs, ground)
        | _of_two_people(pairs, ground)
    )


def _days_apart(pairs: Pairs) -> _Bools:
    day_a, day_b = pairs.own.days[pairs.a], pairs.own.days[pairs.b]
    apart: _Bools = (day_a >= 0) & (day_b >= 0) & (day_a != day_b)
    return apart


def _elsewhere(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which are deeds of two days in two towns, as their sentences have it."""
    return _days_apart(pairs) & towns_apart(pairs, ground)


def _part_and_total(pairs: Pairs) -> _Bools:
    """Say where one counts those of a day, the other others over a time: "since Sunday".

    A total that is told as one needs no day, nor does what it is set beside, if it is far less.
    """
    own = pairs.own
    befell = column(own.befell)
    firsts, lasts = column(own.firsts).astype(np.int64), column(own.lasts)
    total = np.frombuffer(own.totals, np.bool_)
    about = np.frombuffer(own.abouts, np.bool_)
    over = ((firsts >= 0) & (lasts - firsts >= _TIME) & ~about) | total
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        far_less = total[one] & ~total[other] & (befell[one] > _FAR * befell[other])
        found |= (over[one] & (own.days[other] >= 0)) | far_less
    # since October, and since Monday
    begun = (firsts[pairs.a] >= 0) & (firsts[pairs.b] >= 0)
    begun &= np.abs(firsts[pairs.a] - firsts[pairs.b]) > _TIME
    found |= over[pairs.a] & over[pairs.b] & begun
    # "the number of those killed since May", whatever that is
    uncounted = total & np.frombuffer(own.harm, np.bool_) & (befell == 0)
    untold = uncounted[pairs.a] | uncounted[pairs.b]
    others: _Bools = count_others(pairs) | untold
    return found & others


def _denied_of_another_day(pairs: Pairs) -> _Bools:
    """Say which are denied of a day, and told or denied of another."""
    denied = np.frombuffer(pairs.own.gainsaid, np.bool_)
    return _days_apart(pairs) & (denied[pairs.a] | denied[pairs.b])


def _one_and_many(pairs: Pairs, ground: Ground) -> _Bools:
    """Say where one tells what befell or became of a person, the other of many, not of his day.

    That one died is denied ("reports that a patient had died there") of no toll of several.
    """
    own = pairs.own
    befell, kinds = column(own.befell), column(own.types)
    denied = np.frombuffer(own.gainsaid, np.bool_)
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        person = any_of(own.recipients, one, ground.people) & (befell[one] <= 1)
        found |= person & (befell[other] >= _CROWD)
        found |= denied[one] & (befell[one] == 1) & (befell[other] != 1)
    found &= ~is_verbal(own, pairs.a) & (kinds[pairs.a] == kinds[pairs.b])
    found &= (in_common(own.parties, pairs) == 0) & ~pairs.has("days shared")
    return found


def _war_and_stroke(pairs: Pairs) -> _Bools:
    """Say where one tells of a war, the other of a bombing or a raid, which is a part at most."""
    wars, strokes = (np.frombuffer(x, np.bool_) for x in (pairs.own.wars, pairs.own.strokes))
    found: _Bools = (wars[pairs.a] & strokes[pairs.b]) | (strokes[pairs.a] & wars[pairs.b])
    return found


def _of_two_people(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which have two persons give way, each by himself: a premier and a mayor resign."""
    own = pairs.own
    number = own.type_number(_GIVING_UP)
    found: _Bools = pairs.has("actors apart") & (column(own.types)[pairs.a] == number)
    found &= column(own.types)[pairs.b] == number
    at = np.flatnonzero(found)
    found[at] = any_of(own.actors, pairs.a[at], ground.people)
    found[at] &= any_of(own.actors, pairs.b[at], ground.people)
    return found


def _in_two_places(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which attacks of one page struck two places, with a toll for each."""
    own = pairs.own
    places = column(own.places)
    one, other = places[pairs.a], places[pairs.b]
    found: _Bools = attacks(pairs) & count_others(pairs) & pairs.has("one page")
    found &= (one >= 0) & (other >= 0) & (one != other) & ~pairs.has("one sentence")
    at = np.flatnonzero(found)
    found[at] = ~(ground.wide[one[at]] | ground.wide[other[at]])
    return found


def _looked_back_at(pairs: Pairs, ground: Ground) -> _Bools:
    """Say where a page looks back at one, and the other is told without a day as news of now.

    "Police killed 16 here in December 2011" beside "164 people were killed": what shares its place
    may be told of again.
    """
    lasts = column(pairs.own.lasts).astype(np.int64)
    newest = ground.newest
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        past = (lasts[one] >= 0) & (newest[one] - lasts[one] > _LONG_AGO)
        since = (newest[other] < 0) | (newest[other] - lasts[one] > _LONG_AGO)
        found |= past & since & (lasts[other] < 0)
    return found & ~pairs.has("place shared") & ~pairs.has("figures shared")


def by_a_word_alone(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which have no more in common than a word of any such deed: "died", "was set on fire".

    On one page what stands side by side, and what a heading tells, may be one all the same.
    """
    own, a, b = pairs.own, pairs.a, pairs.b
    vague = np.frombuffer(own.vague, np.bool_)
    found: _Bools = vague[a] & vague[b] & ~is_verbal(own, a) & ~is_verbal(own, b)
    pages = column(own.pages)
    found &= ground.scattered[pages[a]] | ground.scattered[pages[b]]
    at = column(own.told_at)
    beside = (np.abs(at[a] - at[b]) <= 1) | (np.minimum(at[a], at[b]) <= LEAD)
    found &= ~(pairs.has("one page") & beside)
    telling = np.zeros(len(a), bool)
    telling[pairs.named[ground.telling[pairs.names]]] = True
    # "since Sunday" is no day that a total shares with a deed
    total = np.frombuffer(own.totals, np.bool_)
    days = pairs.has("days shared") & ~(total[a] != total[b])
    found &= ~telling & ~pairs.has("figures shared") & ~days
    found &= ~(pairs.has("actors shared") & pairs.has("recipients shared"))
    found &= pairs.feature("sentences alike") < _RETOLD
    at_one = np.flatnonzero(found & pairs.has("place shared"))
    found[at_one] = ground.wide[column(own.places)[a[at_one]]]
    return found

"""How likely two accounts tell one event, in the light of whom, where and how many they name."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from histor.extract.events.found_events import MUTUAL, VERBAL
from histor.link.accounts import Accounts, column
from histor.link.ground import Ground
from histor.link.rows import Floats, Ints, Rows, shared
from histor.link.same_event import Pairs, probabilities, sides, surely_one
from histor.link.whom_met import met_others

__all__ = ["any_of", "attacks", "count_others", "in_common", "is_verbal", "towns_apart", "weighed"]

#: probability of what parties and day or word leave no doubt of
_SURE = 0.7
#: what is left of it where two accounts name parties apart: of one kind, or of two
_RIVALS, _OTHERS = 0.35, 0.7
#: and where their towns are in two countries
_ABROAD = 0.2
#: how many times the fewer the more of two tolls are that are seldom of one event
_FAR = 1.5
#: cosine of two sentences that touch each other
_TOUCHED = 0.05
#: and of one sentence that retells another
_RETOLD = 0.4
#: share of their uses in which two words mean one thing
_ONE_MEANING = 0.3
#: what sides do to each other
_ATTACK = "ASSAULT"

#: what happens without a doer, of many kinds
_HAPPENING = "OTHER"
_DISASTERS = ("death", "disaster")
#: types that are known by what is refused or asked for
_OF_A_MATTER = frozenset(["REJECT", "REQUEST", "DEMAND"])

_Bools = NDArray[np.bool_]


def weighed(pairs: Pairs, ground: Ground) -> Floats:
    """Return the probabilities in the light of the parties that two accounts name."""
    own, a, b = pairs.own, pairs.a, pairs.b
    likely = probabilities(pairs.features)
    alone = likely.copy()
    actors, recipients = pairs.has("actors apart"), pairs.has("recipients apart")
    recipients &= ~_within(pairs, ground)
    apart = actors | recipients
    sure = ~apart & (surely_one(pairs) | _of_one_storm(pairs, ground) | _one_landmark(pairs))
    for side, rows in ((actors, own.actors), (recipients, own.recipients)):
        at = np.flatnonzero(side)
        alike = _one_kind(rows, a[at], b[at], ground.kind_of)
        likely[at] *= np.where(alike, _RIVALS, _OTHERS)
    # attacks laid on two doers, of nobody known in common: the ledger sets them against each other
    gainsaid, wars = (np.frombuffer(x, np.bool_) for x in (own.gainsaid, own.wars))
    told = ~gainsaid & ~wars  # both sides wage a war
    laid = attacks(pairs) & actors & ~pairs.has("one sentence") & ~pairs.has("recipients shared")
    likely[laid & told[a] & told[b]] *= _RIVALS
    # "the attack" among "attacks of the kind", or two tolls of nobody in common
    one_page = pairs.has("one page")
    likely[one_page & (_many_and_one(pairs) | _two_tolls(pairs))] *= _RIVALS
    likely[~one_page & _far_tolls(pairs)] *= _RIVALS
    likely[_several_and_one(pairs)] *= _RIVALS
    likely[_meets_others(pairs) | _other_words(pairs)] *= _RIVALS
    likely[~one_page & _other_number(pairs)] *= _RIVALS
    others_did = _by_others(pairs, ground)
    likely[others_did & (~one_page | ~attacks(pairs))] = 0.0
    likely[~one_page & _one_among_many(pairs)] = 0.0
    heading = _heading_and_lead(pairs) & ~(_other_tolls(pairs) & _far_counts(pairs))
    likely[one_page & ~heading & _otherwise(pairs)] *= _RIVALS
    likely[one_page & ~heading & _other_tolls(pairs)] *= _RIVALS
    likely[one_page & _other_disasters(pairs)] *= _RIVALS
    likely[~heading & _only_a_day(pairs)] *= _RIVALS
    likely[pairs.has("one sentence") & _counted_from(pairs)] = 0.0
    likely[one_page & (_others_harmed(pairs) | _denied_alone(pairs) | _spared(pairs))] = 0.0
    same = heading & ~apart
    likely[same] = np.maximum(likely[same], _SURE)
    likely[one_page & (_another(pairs) | _was_already(pairs))] = 0.0
    again = _of_another(pairs)
    likely[again & pairs.has("days shared")] *= _RIVALS
    likely[again & ~pairs.has("days shared")] = 0.0
    likely[_puts_other_limits(pairs)] = 0.0
    others = (~one_page & _of_other_matters(pairs)) | _of_doers_themselves(pairs)
    others |= _promises_else(pairs)
    sure &= ~others
    likely[others] = 0.0
    # whom each side says that the other killed: two accounts till the attack itself is one
    harm = np.frombuffer(own.harm, np.bool_)
    likely[actors & ~one_page & harm[a] & harm[b]] *= _RIVALS
    # two who say the same do not say it together, nor is criticism of two one criticism
    likely[actors & is_verbal(own, a)] = 0.0
    likely[one_page & (_to_others(pairs) | _said_by_several(pairs))] = 0.0
    likely[sure] = np.maximum(alone[sure], _SURE)
    likely[~one_page & towns_apart(pairs, ground)] *= _OTHERS
    likely[~one_page & towns_apart(pairs, ground) & count_others(pairs)] *= _RIVALS
    likely[_in_other_countries(pairs, ground)] *= _ABROAD
    likely[met_others(pairs, ground.people_met)] = 0.0
    return likely


def _of_one_storm(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which pages tell of one disaster that has a name: a storm, a ship that sank."""
    own = pairs.own
    kinds = column(own.kinds)
    known = [n for kind in _DISASTERS if (n := own.kind_number(f"OTHER {kind}")) > 0]
    both = np.isin(kinds[pairs.a], known) & np.isin(kinds[pairs.b], known)
    found: _Bools = both & ~pairs.has("one page") & sides(ground.things, pairs.a, pairs.b).met
    return found


def _one_landmark(pairs: Pairs) -> _Bools:
    """Say which are the one disaster by which the heap's pages count their days."""
    days, own = column(pairs.own.landmarks), pairs.own
    found: _Bools = (days[pairs.a] >= 0) & (days[pairs.a] == days[pairs.b])
    return found & pairs.has("same sense") & _same(own.kinds, pairs)


def _heading_and_lead(pairs: Pairs) -> _Bools:
    """Say which are the one deed of a kind in a page's heading, and the one right below it."""
    own = pairs.own
    below = column(own.told_at) > 0
    found: _Bools = own.alone[pairs.a] & own.alone[pairs.b] & pairs.has("one page")
    found &= (below[pairs.a] != below[pairs.b]) & _same(own.kinds, pairs)
    gainsaid, harm = (np.frombuffer(x, np.bool_) for x in (own.gainsaid, own.harm))
    found &= gainsaid[pairs.a] == gainsaid[pairs.b]
    found &= (column(own.types)[pairs.a] != own.type_number(_HAPPENING)) | (
        harm[pairs.a] & harm[pairs.b]  # a storm and what sank in it are two
    )
    return found & ~is_verbal(own, pairs.a)


def _same(values: array[int], pairs: Pairs) -> _Bools:
    known = column(values)
    same: _Bools = known[pairs.a] == known[pairs.b]
    return same


def towns_apart(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which deeds are told in two sentences that name towns, and none in common."""
    own = pairs.own
    apart: _Bools = sides(ground.towns, pairs.a, pairs.b).apart
    return apart & ~is_verbal(own, pairs.a) & ~is_verbal(own, pairs.b)


def _in_other_countries(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which attacks, and deaths, are told in sentences whose towns are in two countries."""
    retold = pairs.feature("sentences alike") >= _RETOLD
    harm = np.frombuffer(pairs.own.harm, np.bool_)
    struck: _Bools = harm | (column(pairs.own.types) == pairs.own.type_number(_ATTACK))
    apart = sides(ground.countries, pairs.a, pairs.b).apart
    found: _Bools = struck[pairs.a] & struck[pairs.b] & apart & ~retold
    return found


def _within(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which deeds befell a country or province and a place: "shelled Peru", "shelled Arica"."""
    rows = pairs.own.recipients
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        found |= any_of(rows, one, ground.wide) & any_of(rows, other, ground.places & ~ground.wide)
    return found & ~is_verbal(pairs.own, pairs.a)


def _another(pairs: Pairs) -> _Bools:
    """Say which two of a page are told as two: "a second strike", "the earlier truce"."""
    own, starts = pairs.own, column(pairs.own.sentences)
    others, formers, earliest = (
        np.frombuffer(marks, np.bool_) for marks in (own.others, own.formers, own.earliest)
    )
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        later = starts[one] > starts[other]
        found |= later & others[one] & ~others[other]
        found |= later & formers[one] & ~formers[other]
        found |= others[one] & earliest[other] & ~earliest[one]
    return found


def _was_already(pairs: Pairs) -> _Bools:
    """Say where one had already been when the other came: "had already been wounded"."""
    already = np.frombuffer(pairs.own.already, np.bool_)
    found: _Bools = already[pairs.a] != already[pairs.b]
    return found


def count_others(pairs: Pairs) -> _Bools:
    """Say which count several people each, in other numbers."""
    befell = column(pairs.own.befell)
    several: _Bools = (befell[pairs.a] > 1) & (befell[pairs.b] > 1)
    return several & pairs.has("figures apart")


def attacks(pairs: Pairs) -> _Bools:
    """Say which are two accounts of attacks."""
    known: _Bools = column(pairs.own.types) == pairs.own.type_number(_ATTACK)
    return known[pairs.a] & known[pairs.b]


def _of_another(pairs: Pairs) -> _Bools:
    """Say which count other numbers of those harmed, one of them "a second attack"'s."""
    own = pairs.own
    again = np.frombuffer(own.again, np.bool_)
    found: _Bools = (again[pairs.a] != again[pairs.b]) & count_others(pairs)
    return found


def _one_kind(rows: Rows, a: Ints, b: Ints, kind_of: Ints) -> _Bools:
    """Say of rows of parties whether a party of the one is of the kind of one of the other."""
    keys = []
    for side in (a, b):
        places, begins = rows.places(side)
        keys.append(np.repeat(np.arange(len(side)), np.diff(begins)) << 32)
        keys[-1] |= kind_of[rows.flat[places]]
    found = np.zeros(len(a), bool)
    found[keys[0][np.isin(keys[0], keys[1])] >> 32] = True
    return found


def is_verbal(own: Accounts, rows: Ints) -> _Bools:
    """Say which accounts tell of words, not of deeds."""
    found: _Bools = np.isin(column(own.quads)[rows], [*VERBAL])
    return found


def _is_mutual(own: Accounts, rows: Ints) -> _Bools:
    """Say which accounts tell what several do together."""
    mutual = [own.type_number(t) for t in MUTUAL]
    found: _Bools = np.isin(column(own.types)[rows], mutual)
    return found


def _many_and_one(pairs: Pairs) -> _Bools:
    """Say which accounts tell of many events by the word by which the other tells of one."""
    triggers, plurals = column(pairs.own.triggers), column(pairs.own.plurals)
    many: _Bools = (plurals[pairs.a] == triggers[pairs.b]) | (plurals[pairs.b] == triggers[pairs.a])
    return many


def _several_and_one(pairs: Pairs) -> _Bools:
    """Say which count several of no day where the other tells of one: "four coups", "the coup"."""
    own = pairs.own
    numbers = column(own.numbers)
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        found |= (numbers[one] > 2) & (numbers[other] < 2) & (own.days[one] < 0)
    return found


def _of_other_matters(pairs: Pairs) -> _Bools:
    """Say which refuse or ask, in words beside it that but for names have nothing in common.

    Who rejects a truce and who rejects a charge has rejected two things.
    """
    own, a, b = pairs.own, pairs.a, pairs.b
    wanted = [own.type_number(t) for t in _OF_A_MATTER]
    types = column(own.types)
    found: _Bools = np.isin(types[a], wanted) & (types[a] == types[b])
    return found & sides(own.matters, a, b).apart


def _puts_other_limits(pairs: Pairs) -> _Bools:
    """Say which suspend, ban or hold by one word, of no day or party in common, other things.

    A constitution that is suspended and a country are two.
    """
    own, a, b = pairs.own, pairs.a, pairs.b
    limits = np.frombuffer(own.limits, np.bool_)
    found: _Bools = limits[a] & limits[b] & pairs.has("same stem")
    found &= ~pairs.has("days shared") & (in_common(own.parties, pairs) == 0)
    return found & sides(own.things, a, b).apart


def _promises_else(pairs: Pairs) -> _Bools:
    """Say which are promises of other things, in words that have nothing in common."""
    own = pairs.own
    promises = np.frombuffer(own.promises, np.bool_)
    found: _Bools = (
        promises[pairs.a] & promises[pairs.b] & sides(own.matters, pairs.a, pairs.b).apart
    )
    return found


def _two_tolls(pairs: Pairs) -> _Bools:
    """Say which tell no more than that people came to harm, and share no number and nobody."""
    own = pairs.own
    harm = np.frombuffer(own.harm, np.bool_)
    nobody = in_common(own.parties, pairs) == 0
    found: _Bools = harm[pairs.a] & harm[pairs.b] & ~pairs.has("figures shared") & nobody
    return found


def _far_tolls(pairs: Pairs) -> _Bools:
    """Say which tell only that so many and far more came to harm, and share no day nor place."""
    alone = ~pairs.has("days shared") & ~pairs.has("place shared")
    return _two_tolls(pairs) & count_others(pairs) & _far_counts(pairs) & alone


def _far_counts(pairs: Pairs) -> _Bools:
    """Say which count far more people than the other."""
    befell = column(pairs.own.befell)
    one, other = befell[pairs.a], befell[pairs.b]
    far: _Bools = np.maximum(one, other) > _FAR * np.minimum(one, other)
    return far


def _other_tolls(pairs: Pairs) -> _Bools:
    """Say which two sentences give attacks two tolls: "40", "nine"."""
    return attacks(pairs) & count_others(pairs) & ~pairs.has("one sentence")


def _others_harmed(pairs: Pairs) -> _Bools:
    """Say which count others, in other numbers: four gunmen killed, nineteen passengers killed."""
    apart = sides(pairs.own.counted, pairs.a, pairs.b).apart
    found: _Bools = apart & pairs.has("figures apart") & ~pairs.has("one sentence")
    return found


def _by_others(pairs: Pairs, ground: Ground) -> _Bools:
    """Say which have countries for doers, none of them one, and no day, place or number in common.

    What one army does is not what the other does in answer; who else did it may be in dispute.
    """
    act = [any_of(pairs.own.actors, side, ground.states) for side in (pairs.a, pairs.b)]
    nothing = ~pairs.has("days shared") & ~pairs.has("place shared") & ~pairs.has("figures shared")
    found: _Bools = pairs.has("actors apart") & act[0] & act[1] & nothing
    return found


def _of_doers_themselves(pairs: Pairs) -> _Bools:
    """Say which are an attack by a side and one on it: what a side does is not what it meets.

    So are envoys whom it expels and its own who are expelled, and a charge and the counter-charge.
    """
    own = pairs.own
    happenings = column(own.types)[pairs.a] == own.type_number(_HAPPENING)
    one_sided = ~_is_mutual(own, pairs.a) & ~happenings
    found: _Bools = one_sided & _same(own.types, pairs) & pairs.has("sides crossed")
    return found & ~pairs.has("actors shared") & ~pairs.has("recipients shared")


def _counted_from(pairs: Pairs) -> _Bools:
    """Say which are the event of a sentence and the earlier one from which it counts."""
    aside = np.frombuffer(pairs.own.asides, np.bool_)
    found: _Bools = aside[pairs.a] != aside[pairs.b]
    return found


def _spared(pairs: Pairs) -> _Bools:
    """Say where one harmed nobody, as its page has it, and the other did."""
    own = pairs.own
    befell, spared = column(own.befell), np.frombuffer(own.spared, np.bool_)
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        found |= spared[one] & (befell[one] == 0) & (befell[other] > 0)
    return found


def any_of(rows: Rows, some: Ints, wanted: _Bools) -> _Bools:
    """Say which of some rows have a thing that is wanted; ``wanted`` says so of each thing."""
    places, begins = rows.places(some)
    found = np.zeros(len(some), bool)
    found[np.repeat(np.arange(len(some)), np.diff(begins))[wanted[rows.flat[places]]]] = True
    return found


def _one_among_many(pairs: Pairs) -> _Bools:
    """Say where one tells what befell somebody, by another word than what befell many counted."""
    own = pairs.own
    counted = [own.counted.sizes(side) > 0 for side in (pairs.a, pairs.b)]
    named = [own.parties.sizes(side) > 0 for side in (pairs.a, pairs.b)]
    other = (in_common(own.parties, pairs) == 0) & ~pairs.has("same stem")
    found: _Bools = (
        (counted[0] & named[1] & ~counted[1]) | (counted[1] & named[0] & ~counted[0])
    ) & other
    return found & ~pairs.has("days shared") & ~pairs.has("place shared")


def _denied_alone(pairs: Pairs) -> _Bools:
    """Say where one is denied, and nothing but its word ties it to what the other tells."""
    own = pairs.own
    denied = np.frombuffer(own.denied, np.bool_)
    nothing = ~pairs.has("words around shared") & ~pairs.has("figures shared")
    nothing &= ~pairs.has("days shared") & ~pairs.has("place shared")
    found: _Bools = (
        (denied[pairs.a] != denied[pairs.b]) & nothing & (in_common(own.parties, pairs) == 0)
    )
    return found


def _other_words(pairs: Pairs) -> _Bools:
    """Say which words of two senses tell events of two types: "opened fire", "closed"."""
    types = column(pairs.own.types)
    one, other = types[pairs.a], types[pairs.b]
    found: _Bools = (one > 0) & (other > 0) & (one != other) & ~pairs.has("same sense")
    return found


def _other_number(pairs: Pairs) -> _Bools:
    """Say which tell of so many events and of so many others: "two strikes", "15 strikes"."""
    numbers = column(pairs.own.numbers)
    one, other = numbers[pairs.a], numbers[pairs.b]
    found: _Bools = (one > 0) & (other > 0) & (one != other)
    return found


def _otherwise(pairs: Pairs) -> _Bools:
    """Say which are told in words of two senses, in two sentences, not of one day or of nobody."""
    own, firsts = pairs.own, column(pairs.own.firsts)
    days = firsts[pairs.a] != firsts[pairs.b]
    counted = (own.figures.sizes(pairs.a) > 0) | (own.figures.sizes(pairs.b) > 0)
    nobody = counted & ~pairs.has("figures shared")
    nobody &= (in_common(own.parties, pairs) == 0) & ~pairs.has("place shared")
    found: _Bools = (days | nobody) & ~pairs.has("same sense") & ~pairs.has("one sentence")
    return found


def _only_a_day(pairs: Pairs) -> _Bools:
    """Say which attacks of one day have nothing else in common: on a post, and from the air.

    Nor have their sentences: no name, number, place, party or word beside their own.
    """
    nothing = ~pairs.has("names shared in the sentence") & ~pairs.has("place shared")
    nothing &= ~pairs.has("figures shared") & ~pairs.has("words around shared")
    nothing &= (in_common(pairs.own.parties, pairs) == 0) & ~pairs.has("same stem")
    nothing &= pairs.feature("rest of the sentence alike") < _TOUCHED
    found: _Bools = attacks(pairs) & pairs.has("days shared") & nothing
    return found & ~pairs.has("one sentence")


def _other_disasters(pairs: Pairs) -> _Bools:
    """Say which two sentences tell disasters of two kinds: a house fell, a ship burned."""
    own = pairs.own
    disaster = own.kind_number("OTHER disaster")
    kinds = column(own.kinds)
    found: _Bools = (kinds[pairs.a] == disaster) & (kinds[pairs.b] == disaster)
    found &= ~pairs.has("same sense") & ~pairs.has("one sentence")
    return found & (pairs.feature("words of one meaning") < _ONE_MEANING)


def _to_others(pairs: Pairs) -> _Bools:
    """Say which two things said, not agreed together, are to or of nobody in common."""
    own = pairs.own
    said = [is_verbal(own, side) & ~_is_mutual(own, side) for side in (pairs.a, pairs.b)]
    found: _Bools = said[0] & said[1] & ~pairs.has("recipients shared")
    return found


def _said_by_several(pairs: Pairs) -> _Bools:
    """Say which are said by several without a name, and by somebody else: "rights groups"."""
    own = pairs.own
    said = [is_verbal(own, side) & ~_is_mutual(own, side) for side in (pairs.a, pairs.b)]
    several, named = column(own.unnamed), own.actors.sizes
    found = np.zeros(len(pairs.a), bool)
    for one, other in ((pairs.a, pairs.b), (pairs.b, pairs.a)):
        others = (named(other) > 0) | ((several[other] >= 0) & (several[other] != several[one]))
        found |= (several[one] >= 0) & others
    return found & said[0] & said[1]


def in_common(rows: Rows, pairs: Pairs) -> Ints:
    """Return how many numbers the two rows of each pair have in common."""
    both = shared(rows, pairs.a, rows, pairs.b)
    return np.bincount(both.pairs, minlength=len(pairs.a))


def _meets_others(pairs: Pairs) -> _Bools:
    """Say which two talks or deals have each a party that the other lacks."""
    own, a, b = pairs.own, pairs.a, pairs.b
    one, other = own.parties.sizes(a), own.parties.sizes(b)
    common = in_common(own.parties, pairs)
    found: _Bools = _is_mutual(own, a) & _is_mutual(own, b) & (one > 1) & (other > 1)
    return found & (common < one) & (common < other)

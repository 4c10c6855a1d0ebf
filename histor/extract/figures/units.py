"""What a number counts that is no toll: demonstrators, cases, the abducted, houses that were lost.

Such a figure's quantity is ``other``, and its unit says what is counted (``data/units.toml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from histor.extract.figures.crowd_counts import counts_crowd
from histor.extract.figures.numbers import Amount
from histor.extract.figures.quantities import counts_people
from histor.extract.figures.quantity_words import named
from histor.extract.figures.subtotals import either_of_both
from histor.extract.lexicon_files import lexicon_tables

__all__ = ["unit_of"]

#: words between a number and what is told of it
_REACH = 6
#: words on each side of a number in which one tells what its cases are of
_AROUND = 200
_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_CROWDS = frozenset(["crowd", "group", "throng", "procession", "column"])
#: how streets are filled, words between a number and that, and how crowds are counted
_TAKING, _FAR = frozenset(["take", "pour"]), 9
_ESTIMATING = frozenset(["put", "estimate"])
#: words before the number that a count came to
_COMING_TO = frozenset("at to reach pass exceed top surpass total hit".split())
_NUMBERS = frozenset(["dozen", "score", "hundred", "thousand", "million", "ten"])
_SUFFERING = frozenset(["suffer", "sustain"])
_DRAWING = frozenset(["draw", "attract", "bring"])
_LINKS = frozenset(
    "were was are is have has had been be being reported people others on held taken who that "
    "tested".split()
)


@dataclass(frozen=True, slots=True)
class _People:
    unit: str
    doing: frozenset[str]
    suffering: frozenset[str]
    called: frozenset[str]
    being: frozenset[str]
    near: frozenset[str]
    taking: frozenset[str]
    put: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Units:
    people: tuple[_People, ...]
    lost: frozenset[str]
    #: noun -> unit
    things: dict[str, str]


@cache
def _units() -> _Units:
    people: dict[str, dict[str, set[str]]] = {}
    lost: set[str] = set()
    things: dict[str, str] = {}
    for _, tables in lexicon_tables("units.toml"):
        for unit, words in tables.get("people", {}).items():
            known = people.setdefault(unit, {})
            for how, lemmas in words.items():
                known.setdefault(how, set()).update(lemmas)
        for unit, lemmas in tables.get("things", {}).items():
            if unit == "lost":
                lost.update(lemmas)
            else:
                things.update(dict.fromkeys(lemmas, unit))
    hows = ("doing", "suffering", "called", "being", "near", "taking", "put")
    return _Units(
        tuple(
            _People(unit, *(frozenset(known.get(how, ())) for how in hows))
            for unit, known in people.items()
        ),
        frozenset(lost),
        things,
    )


def unit_of(tokens: Sequence[Token], amount: Amount, noun: Token | None) -> str | None:
    """Return the unit of what a number counts; none where no word tells it.

    Args:
        tokens: the sentence, without white space.
        amount: the number among them.
        noun: what it counts, where a noun is given.
    """
    if any(b is not None and b != int(b) for b in (amount.low, amount.high)):
        return None
    thing = _units().things.get(noun.lemma_.lower()) if noun is not None else None
    if noun is not None and thing is not None:
        verb = tokens[amount.start - 1] if amount.start else noun
        lost = verb.tag_.startswith("VB") and _names_loss(verb)  # "and damaged | 4,500 houses"
        return thing if lost or _is_lost(noun) else None
    people = noun is None or counts_people(noun)
    behind = max(tokens[amount.end - 1].i, noun.i if noun is not None else 0)
    if people and either_of_both(tokens, tokens[amount.start].i, behind):
        return "casualties"
    if people and counts_crowd(tokens, amount, noun):
        return "demonstrators"
    filling = next((p.unit for p in _units().people if _fills(tokens, amount, p)), None)
    if filling is not None:
        return filling
    if noun is not None and not counts_people(noun) and not _called(noun):
        return None
    found = next((p.unit for p in _units().people if _told(tokens, amount, noun, p)), None)
    return None if found == "demonstrators" and amount.high == 1 else found  # "one protester"


def _called(noun: Token) -> bool:
    return any(noun.lemma_.lower() in p.called for p in _units().people)


def _is_lost(thing: Token) -> bool:
    """Say whether a thing is told to be lost: "damaged shops", "houses burned"."""
    near = [c for c in thing.children if c.dep_ in {"amod", "acl"}]
    behind = thing.doc[thing.i + 1 : thing.i + _REACH]
    if behind and behind[0].lemma_.lower() in _SUFFERING:  # "shops suffering damage"
        near += [t for t in behind if t.pos_ == "NOUN"]
    if behind and behind[0].tag_ in {"VBN", "VBD"} and _names_loss(behind[0]):
        return True  # "3,000 homes destroyed"
    if thing.dep_ == "nmod" and thing.head.lemma_.lower() in _NUMBERS:
        return _is_lost(thing.head)  # "destroyed thousands of | houses"
    if thing.dep_ in {"obj", "nsubj:pass", "nsubj"}:
        near.append(thing.head)
    if thing.dep_ == "conj":
        return _is_lost(thing.head) if thing.head.i < thing.i else False
    return any(_names_loss(t) for t in near)


def _names_loss(word: Token) -> bool:
    lemma = word.lemma_.lower()
    stems = {lemma, lemma.removesuffix("d"), lemma.removesuffix("ed")}
    return word.pos_ != "PROPN" and not stems.isdisjoint(_units().lost)


def _told(tokens: Sequence[Token], amount: Amount, noun: Token | None, people: _People) -> bool:
    if noun is not None and noun.lemma_.lower() in people.called:
        if _is_one_of(tokens, amount):
            return False  # "one of the hostages is a German"
        return not people.near or _near(noun, people)
    if _is_put_at(tokens, amount, people) or _came_to(tokens, amount, people):
        return True
    top = noun if noun is not None else tokens[amount.end - 1]
    while top.dep_ == "nmod" and top.head.lemma_.lower() in _CROWDS:
        top = top.head  # "a crowd of 200 people gathered"
    head = top.head
    lemma = head.lemma_.lower()
    if top.dep_ in _SUBJECTS and lemma in people.doing:
        return True
    last = max(tokens[amount.end - 1].i, noun.i if noun is not None else 0)
    behind = next((t for t in tokens if t.i > last and t.pos_ != "ADV"), None)
    if behind is not None and behind.tag_ == "VBD" and behind.lemma_.lower() in people.doing:
        return True  # "and a crowd of 200 people gathered"
    if top.dep_ in {"obj", "nsubj:pass"} and lemma in people.suffering:
        return True
    if top.dep_ == "obj" and lemma in _DRAWING:  # "the rally drew 500 people"
        return any(c.dep_ == "nsubj" and _is_event(c, people) for c in head.children)
    before = tokens[amount.start - 1] if amount.start else None
    if before is not None and before.lemma_.lower() in people.suffering and before.tag_ != "NNS":
        return True  # "infected over 4,000", "sickened | 3,000 people" whatever the tree
    at = max(tokens[amount.end - 1].i, top.i)
    for token in [t for t in tokens if t.i > at][:_REACH]:  # "2,364 people being infected"
        if token.lemma_.lower() in people.suffering and token.tag_ == "VBN":
            return True
        if token.lower_ in people.being:
            return not people.near or _near(token, people)
        if token.lower_ not in _LINKS and token.pos_ not in {"AUX", "ADV"}:
            return False
    return False


def _fills(tokens: Sequence[Token], amount: Amount, people: _People) -> bool:
    """Say whether those counted "took to the streets", with no other verb before that."""
    for n, token in enumerate(tokens[amount.end : amount.end + _FAR], amount.end):
        if token.tag_ in {"VBD", "VBP", "VBZ", "VB"} or token.is_punct:
            behind = tokens[n + 1 : n + 4]
            if [t.lower_ for t in behind[:2]] == ["part", "in"]:  # "took part in | the march"
                return _any_of(tokens[n + 3 : n + 3 + _REACH], people.put | people.doing)
            to = [t.lower_ for t in behind[:1]] in (["to"], ["onto"])
            return token.lemma_.lower() in _TAKING and to and _any_of(behind, people.taking)
    return False


def _is_put_at(tokens: Sequence[Token], amount: Amount, people: _People) -> bool:
    """Say whether somebody put a crowd at a number: "police put the march at | 30,000"."""
    before = tokens[max(0, amount.start - 2 * _FAR) : amount.start]
    if not before or before[-1].lower_ != "at":
        return False
    verb = next((n for n, t in enumerate(before) if t.lemma_.lower() in _ESTIMATING), None)
    return verb is not None and _any_of(before[verb + 1 :], people.put)


def _came_to(tokens: Sequence[Token], amount: Amount, people: _People) -> bool:
    """Say whether their count came to a number: "cases rose to | 46", "the infected at | 29"."""
    before = tokens[max(0, amount.start - 2 * _FAR) : amount.start]
    if not before or before[-1].lemma_.lower() not in _COMING_TO:
        return False
    for n, token in reversed([*enumerate(before)]):
        lemma = token.lemma_.lower()
        if token.pos_ == "NUM" or named(token) is not None:
            return False
        many = token.tag_ == "NNS" and lemma in people.called
        them = not people.suffering.isdisjoint([lemma, token.lower_.removesuffix("ed")])
        them = them and n > 0 and before[n - 1].lower_ == "the"
        if many or them:
            return not people.near or _near(token, people)
    return False


def _any_of(words: Sequence[Token], lemmas: frozenset[str]) -> bool:
    return any(t.lemma_.lower() in lemmas for t in words)


def _is_one_of(tokens: Sequence[Token], amount: Amount) -> bool:
    behind = [t.lower_ for t in tokens[amount.end : amount.end + 2]]
    return amount.low == amount.high == 1 and behind[:1] == ["of"]


def _near(word: Token, people: _People) -> bool:
    around = word.doc[max(0, word.i - _AROUND) : word.i + _AROUND]
    return any(t.lemma_.lower() in people.near for t in around)


def _is_event(subject: Token, people: _People) -> bool:
    lemma = subject.lemma_.lower()
    return lemma in people.doing or lemma.removesuffix("ion") + "e" in people.doing

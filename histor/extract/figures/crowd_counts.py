"""How many came to a protest, by what they did there: "36,000 attended", "300,000 took part"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.figures.numbers import Amount

__all__ = ["counts_crowd"]

#: those who may be many, and one who is no crowd
_FEWEST = 2
#: words before a number among which a protest is told of
_AROUND = 60
#: verbs of being there, with the word that belongs to some, and verbs of what crowds do there
_THERE = {"take": "part", "turn": "out", "show": "up", "come": "out", "attend": "", "march": ""}
_THERE |= {"participate": "", "gather": "", "rally": "", "protest": "", "demonstrate": ""}
_DOING = frozenset("demand chant call brave carry wave listen cheer shout".split())
_PROTESTS = frozenset(
    "protest rally march demonstration demonstrator protester protestor sit-in vigil strike".split()
)
_BETWEEN = frozenset(["AUX", "ADV", "PART"])


def counts_crowd(tokens: Sequence[Token], amount: Amount, noun: Token | None) -> bool:
    """Say whether a number of people is that of those who came to a protest."""
    if amount.high is not None and amount.high < _FEWEST:
        return False
    last = max(tokens[amount.end - 1].i, noun.i if noun is not None else 0)
    behind = [t for t in tokens if t.i > last]
    verb = next((t for t in behind if t.pos_ not in _BETWEEN), None)
    if verb is None or not verb.tag_.startswith("VB"):
        return False
    lemma = verb.lemma_.lower()
    told = verb.doc[max(0, verb.i - _AROUND) : verb.i]
    if lemma in _DOING:  # "a rally at which 40,000 people demanded": that of its sentence
        told = verb.doc[verb.sent.start : verb.i]
    elif lemma not in _THERE or ((small := _THERE[lemma]) and verb.nbor(1).lower_ != small):
        return False
    return any(t.lemma_.lower() in _PROTESTS for t in told)

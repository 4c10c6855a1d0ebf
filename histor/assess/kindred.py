"""Words that tell one thing: parliament passes, lawmakers approve; troops pull back or withdraw.

Whoever tells of what was foretold seldom takes the words in which it was. Each group stands for
deeds, or for doers of them, that news means by turns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from histor.assess.words import telling_words

__all__ = ["DOERS", "OPPOSED", "has_kin", "kindred", "plainly"]

_DEEDS = (
    "approve pass adopt enact ratify",
    "occupy storm seize overrun",
    "deploy mobilize mobilise",
    "free release",
    "withdraw retreat",
    "arrest detain",
    "resign quit",
    "close shut",
    "rebuild reconstruct",
    "ban outlaw prohibit",
    "reject veto",
    "dissolve disband",
    "expel deport",
)
_DOERS = (
    "protester demonstrator activist marcher rioter crowd student youth people thousand hundred",
    "parliament lawmaker legislator assembly congress senator",
    "army troop soldier military",
    "bill law legislation",
)
_KIN = {
    stem: min(telling_words(group.split()[0]))
    for group in (*_DEEDS, *_DOERS)
    for stem in telling_words(group)
}
#: those of whom there are many: crowds, soldiers
DOERS = frozenset(min(telling_words(group.split()[0])) for group in _DOERS)
#: verbs, as stems, by which what another tells is undone
OPPOSED = {
    min(telling_words(deed)): min(telling_words(undoing))
    for deed, undoing in (("approve", "reject"), ("sign", "reject"))
}
#: verbs of two words, and such of one
_PHRASAL = {
    ("call", "in"): ("deploy", "deployed"),
    ("call", "out"): ("deploy", "deployed"),
    ("pull", "out"): ("withdraw", "withdrew"),
    ("pull", "back"): ("withdraw", "withdrew"),
    ("step", "down"): ("resign", "resigned"),
    ("vote", "down"): ("reject", "rejected"),
    ("throw", "out"): ("reject", "rejected"),
}
_PAST = {"called": "call", "pulled": "pull", "stepped": "step", "voted": "vote", "threw": "throw"}
_TWO = re.compile(
    r"\b(call(?:ed)?|pull(?:ed)?|step(?:ped)?|vote[ds]?|throw|threw|thrown) (in|out|back|down)\b",
    re.I,
)


def plainly(text: str) -> str:
    """Return a text with verbs of two words told by one.

    >>> plainly("Both sides pulled back, and the house threw out the plan.")
    'Both sides withdrew, and the house rejected the plan.'
    """
    return _TWO.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    verb, particle = match[1].lower(), match[2].lower()
    base = _PAST.get(verb, "throw" if verb == "thrown" else verb)
    plain = _PHRASAL.get((base, particle))
    return match[0] if plain is None else plain[verb != base]


@lru_cache(50_000)
def kindred(stem: str) -> str:
    """Return the stem that stands for all that tell the same: "lawmaker" for a parliament."""
    return _KIN.get(stem, stem)


def has_kin(stem: str) -> bool:
    """Say whether a stem is of a deed that is told by several verbs, or undone by one."""
    return stem in _KIN or stem in OPPOSED

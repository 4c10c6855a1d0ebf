"""Sentences that report a game: who attacks, shoots or crushes there harms nobody."""

from __future__ import annotations

import re

from spacy.tokens import Span

__all__ = ["is_of_game"]

#: a result as it is printed: "3-0", "2 – 1"
_SCORE = re.compile(r"(?<![\d.,/–-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d.,/–-])")
#: words that are hardly said of anything else
_SURE = frozenset(
    "midfielder goalkeeper kick-off kickoff half-time halftime touchdown quarterback footballer "
    "innings wicket batsman hat-trick playoff playoffs offside goalless semi-final semifinal "
    "quarter-final quarterfinal linebacker heavyweight welterweight".split()
)
#: words of games, and those that are said of games and of much else
_SPORTING = frozenset(
    "striker match league cup coach derby whistle champion championship tournament referee "
    "football rugby cricket hockey tennis basketball boxing squad crossbar yard game".split()
)
_SOFT = frozenset(
    "goal team season stadium fan score scorer win victory defeat half penalty player defender "
    "title final pitch club beat lose tie quarter post".split()
)
#: words of real harm: a bomb at a match is no game
_HARM = frozenset(
    "kill dead death die bomb bomber explosion explode grenade gunman gunmen police soldier army "
    "troop militant rebel militia hostage arrest protester demonstrator demonstration riot rioter "
    "teargas shooting wounded bodyguard kidnap abduct missile rocket drone airstrike war".split()
)
_SHOOTOUT = frozenset(["penalty", "shootout"])
#: what one side does to the other by a result
_BEATING = frozenset("beat crush thrash defeat hammer trounce edge rout stun down demolish".split())
_ENOUGH = 2
_KEPT = "histor games"


def is_of_game(sentence: Span) -> bool:
    """Say whether a sentence reports a game, by a result and the words of sport in it."""
    kept: dict[int, bool] = sentence.doc.user_data.setdefault(_KEPT, {})
    if sentence.start not in kept:
        kept[sentence.start] = _is_of_game(sentence)
    return kept[sentence.start]


def _is_of_game(sentence: Span) -> bool:
    lemmas = {t.lemma_.lower() for t in sentence}
    if lemmas & _HARM:
        return False
    sporting = len(lemmas & _SPORTING)
    if lemmas & _SURE or lemmas >= _SHOOTOUT:
        return True
    scored = bool(_SCORE.search(sentence.text))
    if scored and lemmas & _BEATING:  # "X crushed Y 4-0"
        return True
    return bool(sporting) and sporting + len(lemmas & _SOFT) + scored >= _ENOUGH

"""Who "gave another account": two sources whom a page itself sets against each other.

"The chief said that protesters broke the wall. The minister gave another account. She said that the
trouble began inside": what the minister says next answers what was said before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.parts import sentence_at
from histor.assess.words import telling_words
from histor.records import Claim, Document

__all__ = ["other_accounts"]

_OTHER = re.compile(
    r"\b(?:g[ai]ves?|giving|given|offer(?:s|ed|ing)?|present(?:s|ed|ing)?|provid(?:es|ed|ing)|"
    r"told|tells|had|has|put forward) "
    r"(?:another|a (?:(?:very|quite|completely|somewhat|sharply|slightly) )?"
    r"(?:different|differing|conflicting|contradictory|contrary|diverging)) "
    r"(?:account|version|story|explanation|picture)\b"
    r"|\bcontradict(?:s|ed|ing) (?:that|this|the|him|her|them|his|their)\b",
    re.I,
)
_TELLING = frozenset(["assert", "accuse"])
#: characters back in which the first account stands, and sentences on in which the other is told
_REACH, _ON = 900, 2


def other_accounts(claims: Mapping[str, Sequence[Claim]], ground: Ground) -> tuple[Ruling, ...]:
    """Return a contradiction for each two accounts that a page says to be two, by id.

    Args:
        claims: by page.
        ground: the case's pages, claims and origins. Of pages of one origin the first counts.
    """
    found: list[Ruling] = []
    told: set[tuple[str, str]] = set()
    for page in sorted(claims):
        document = ground.documents[page]
        said = sorted((c for c in claims[page] if c.act in _TELLING), key=lambda c: c.content.place)
        for match in _OTHER.finditer(document.text) if said else ():
            pair = _two(document, match.start(), said, ground)
            if pair is not None:
                one, other = pair
                # a copy may spell one of the two anew
                keys = {(ground.origin_of[page], ground.said_by(c) or "") for c in pair}
                if told.isdisjoint(keys):
                    found.append(_ruling(one, other, document, ground))
                told |= keys
    return tuple(sorted(found, key=lambda r: r.dispute.id))


def _two(
    document: Document, at: int, said: Sequence[Claim], ground: Ground
) -> tuple[Claim, Claim] | None:
    """Return the account before some words and the one behind them, of two sources."""
    sentence = sentence_at(document, at)
    if sentence is None:
        return None
    last = min(
        bisect_right(document.sentences, (at, len(document.text))) - 1 + _ON,
        len(document.sentences) - 1,
    )
    end = document.sentences[last][1]
    behind = [c for c in said if sentence.start <= c.content.start < end and c.content.end > at]
    if not behind or (who := ground.said_by(behind[0])) is None:
        return None
    before = [
        c
        for c in said
        if c.content.end <= sentence.start
        and sentence.start - c.content.end <= _REACH
        and ground.said_by(c) not in {None, who}
    ]
    words = telling_words(behind[0].content.text)

    def near(claim: Claim) -> tuple[int, int]:
        return len(words & telling_words(claim.content.text)), claim.content.end

    answered = max(before, key=near, default=None)
    return (answered, behind[0]) if answered is not None else None


def _ruling(one: Claim, other: Claim, document: Document, ground: Ground) -> Ruling:
    names = [ground.said_by(c) for c in (one, other)]
    said = [short(c.content.text) for c in (one, other)]
    sides = []
    for claim, words in zip((one, other), said, strict=True):
        sentence = sentence_at(document, claim.content.start)
        spans = (claim.content, *([sentence] if sentence is not None else []))
        sides.append(Side(words, spans, (claim.id,)))
    return ground.ruling(
        "existence",
        "conflict",
        f"Two accounts in “{document.label}”: {names[0]}: “{said[0]}”; {names[1]}: “{said[1]}”.",
        sides,
        kind="contradiction",
        events=(*one.events, *other.events),
    )

"""A number that changed on its way: the original has 20 dead, who copied or rewrote it has 21.

Pages of one origin are one witness, so that their numbers are no two counts: one of them is a slip,
or was changed. The later page is not to be cited for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from histor.assess.ledger import Ground, Ruling, Side
from histor.assess.parts import Told
from histor.assess.people import counts_the_same
from histor.assess.words import telling_words
from histor.records import Origin

__all__ = ["copied_numbers"]

_RETELLING = frozenset(["copy", "rewrite", "translation"])
#: words that the two sentences share beside the number
_SHARED = 3
_Value = tuple[float | None, float | None]


def copied_numbers(
    origins: Iterable[Origin], accounts: Iterable[Told], ground: Ground
) -> tuple[Ruling, ...]:
    """Return a conflict for each number that a retelling gives otherwise than its source, by id.

    Args:
        origins: the case's, with which of their pages retells which.
        accounts: the numbers of people that the pages tell.
        ground: the case's pages and origins.
    """
    links = [
        (link.from_, link.to)
        for origin in origins
        for link in origin.links
        if link.kind in _RETELLING
    ]
    concerned = {page for link in links for page in link}
    on: dict[str, list[Told]] = defaultdict(list)
    for account in accounts:
        if account.document.id in concerned:
            on[account.document.id].append(account)
    found: dict[tuple[object, ...], Ruling] = {}
    for later, source in links:
        for mine, theirs in _changed(on[later], on[source]):
            key = (ground.origin_of[later], mine.figure.quantity, _value(mine), _value(theirs))
            if key not in found:
                found[key] = _ruling(mine, theirs, ground)
    return tuple(sorted(found.values(), key=lambda r: r.dispute.id))


def _value(told: Told) -> _Value:
    return told.figure.low, told.figure.high


def _changed(own: list[Told], source: list[Told]) -> list[tuple[Told, Told]]:
    """Return the numbers of two pages that stand for each other, and that the other lacks."""
    ours, others = ({(t.figure.quantity, t.figure.low) for t in told} for told in (own, source))
    found = []
    for mine in own:
        if (mine.figure.quantity, mine.figure.low) in others:
            continue
        alike = [
            theirs
            for theirs in source
            if (theirs.figure.quantity, theirs.figure.low) not in ours
            and theirs.figure.quantity == mine.figure.quantity
            and theirs.event.id == mine.event.id
            and None not in (theirs.figure.low, mine.figure.low)
            and counts_the_same(mine.figure, theirs.figure)
            and len(_words(mine) & _words(theirs)) >= _SHARED
        ]
        if len({t.figure.low for t in alike}) == 1:
            found.append((mine, alike[0]))
    return found


def _words(told: Told) -> frozenset[str]:
    return telling_words(told.sentence.text)


def _ruling(mine: Told, theirs: Told, ground: Ground) -> Ruling:
    says = [f"“{t.figure.span.text}”" for t in (theirs, mine)]
    pages = [f"“{t.document.label}”" for t in (theirs, mine)]
    return ground.ruling(
        "figure",
        "slip",
        f"{mine.figure.quantity.capitalize()}: {says[0]} in {pages[0]} became {says[1]} in "
        f"{pages[1]}, which retells it.",
        [
            Side(
                t.figure.span.text,
                (t.figure.span, t.sentence),
                (t.claim,) if t.claim is not None else (),
            )
            for t in (theirs, mine)
        ],
        kind="figure_conflict",
        events=(mine.event.id, theirs.event.id),
    )

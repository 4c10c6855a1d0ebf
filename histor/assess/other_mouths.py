"""What one page has somebody say, a page that retells it has somebody else say.

Pages of one origin tell the same statements in the same order. Where a statement keeps its words or
most of them and changes its speaker on the way, the later page is not to be quoted for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.words import telling_words
from histor.link import name_key
from histor.link.bearers import skeleton
from histor.records import Claim, Origin

__all__ = ["other_mouths"]

_RETELLING = frozenset(["copy", "rewrite", "translation"])
#: share of the shorter statement's telling words that the other has, and words at least
_SHARE, _FEWEST = 0.4, 3
_PERSON = "person"
#: a name that is known by its consonants
_SPELT = re.compile(r"\b[^\W\d_a-z]\w{4,}")


def other_mouths(
    origins: Iterable[Origin], claims: Mapping[str, Sequence[Claim]], ground: Ground
) -> tuple[Ruling, ...]:
    """Return an attribution mismatch for each statement that a retelling lays in another's mouth.

    Args:
        origins: the case's, with which of their pages retells which.
        claims: by page.
        ground: the case's pages and entities.
    """
    found: dict[frozenset[str], Ruling] = {}
    for origin in origins:
        links = [link for link in origin.links if link.kind in _RETELLING]
        pages = {page for link in links for page in (link.from_, link.to)}
        people = {page: _by_people(claims, page, ground) for page in pages}
        for link in links:
            for mine, theirs in _moved(people[link.from_], people[link.to]):
                names = frozenset([_name(mine, ground), _name(theirs, ground)])
                # copies of either page say it too: one entry for each two speakers
                found.setdefault(names | {origin.id}, _ruling(mine, theirs, ground))
    return tuple(sorted(found.values(), key=lambda r: r.dispute.id))


def _by_people(
    claims: Mapping[str, Sequence[Claim]], page: str, ground: Ground
) -> list[tuple[Claim, frozenset[str]]]:
    """Return what persons are named to have said on a page, with its telling words."""
    found = []
    for claim in claims.get(page, ()):
        entity = claim.source.entity if claim.source is not None else None
        if claim.source is None or entity is None or entity not in ground.entities:
            continue
        known = ground.entities[entity]
        named = telling_words(claim.source.text) & telling_words(known.name)
        if known.kind == _PERSON and named:  # whom "he" means may be misread
            found.append((claim, telling_words(claim.content.text)))
    return found


def _moved(
    own: Sequence[tuple[Claim, frozenset[str]]], retold: Sequence[tuple[Claim, frozenset[str]]]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield the statements of two pages that are one in its words and have two speakers."""
    for mine, words in own:
        alike = [(_share(words, told), theirs) for theirs, told in retold]
        best = max((share for share, _ in alike), default=0.0)
        if best < _SHARE:
            continue
        nearest = [theirs for share, theirs in alike if share == best]
        if len(nearest) == 1 and _apart(mine, nearest[0]):
            yield mine, nearest[0]


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / min(len(one), len(other)) if both >= _FEWEST else 0.0


def _apart(one: Claim, other: Claim) -> bool:
    """Say whether two sources have no name in common."""
    if one.source is None or other.source is None or one.source.entity == other.source.entity:
        return False
    if telling_words(one.source.text) & telling_words(other.source.text):
        return False
    # a translation or a slip may spell a name anew
    return not _sounds(one.source.text) & _sounds(other.source.text)


def _sounds(text: str) -> set[str]:
    """Return how the names in some words sound: "Raphael" as "Rafael"."""
    return {skeleton(name_key(name)) for name in _SPELT.findall(text)}


def _name(claim: Claim, ground: Ground) -> str:
    return ground.said_by(claim) or ""


def _ruling(mine: Claim, theirs: Claim, ground: Ground) -> Ruling:
    names = [_name(claim, ground) for claim in (mine, theirs)]
    pages = [ground.documents[claim.document].label for claim in (mine, theirs)]
    words = short(theirs.content.text)
    return ground.ruling(
        "speaker",
        "conflict",
        f"“{words}” is said by {names[1]} in “{pages[1]}” and by {names[0]} in “{pages[0]}”, "
        "of which one retells the other.",
        [
            Side(
                name,
                (claim.content, *([claim.source.span] if claim.source is not None else [])),
                (claim.id,),
            )
            for name, claim in zip(names, (mine, theirs), strict=True)
        ],
        kind="attribution_mismatch",
    )

"""Whether the titles beside two names can be one person's."""

from __future__ import annotations

from collections.abc import Sequence

from histor.records import Role

__all__ = ["may_be_one"]

_PRIME = "prime minister"


def may_be_one(one: Sequence[Role], other: Sequence[Role]) -> bool:
    """Say whether no two titles tell that two names are two persons'.

    A surname that is only somebody's middle name, with a title of its own, is another's: "Prime
    Minister Koro" beside "General Asu Koro Lani".
    """
    first, second = _offices(one), _offices(other)
    return not first or not second or not first.isdisjoint(second)


def _offices(roles: Sequence[Role]) -> set[str]:
    titles = (r.title.casefold() for r in roles)
    return {_PRIME if t.endswith(_PRIME) else t.split()[-1] for t in titles if t.split()}

"""Whom a deed met: two people who are each killed or held are two deeds, of one day or not.

A name that is spelt otherwise is of one person if a word of it has the same consonants.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from histor.link.accounts import Accounts, column
from histor.link.bearers import skeleton
from histor.link.rows import Numbering, Rows
from histor.link.same_event import Pairs, sides
from histor.records import Entity

__all__ = ["bearing", "met_others"]

#: types of deeds that meet each person once
_TYPES = ("COERCE", "RETREAT", "SANCTION")
_PERSON = "person"


def bearing(entities: Iterable[Entity], own: Accounts) -> Rows:
    """Return the words of the names of the people whom each account's deed met, as numbers."""
    known = Numbering()
    words = {
        e.id: {known.of(skeleton(word.lower())) for name in e.names for word in name.text.split()}
        for e in entities
        if e.kind == _PERSON
    }
    named = {n: words[e] for n, e in enumerate(own.entities.words) if e in words}
    found = Rows()
    for row in range(len(own)):
        found.append(sorted(set[int]().union(*(named.get(r, ()) for r in own.recipients[row]))))
    return found


def met_others(pairs: Pairs, names: Rows) -> NDArray[np.bool_]:
    """Say which name each somebody whom no name of the other can mean: killed, held, freed.

    What else is told of them may be one all the same: an attack kills several.
    """
    own = pairs.own
    harm, types = np.frombuffer(own.harm, np.bool_), column(own.types)
    once = np.isin(types, [own.type_number(t) for t in _TYPES])
    alike: NDArray[np.bool_] = (harm[pairs.a] & harm[pairs.b]) | (once[pairs.a] & once[pairs.b])
    return alike & sides(names, pairs.a, pairs.b).apart & ~pairs.has("one sentence")

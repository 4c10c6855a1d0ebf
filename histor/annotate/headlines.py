"""Headlines read as the clauses that they are: "Rebel chief killed in strike" is a passive.

A reader taught on running text takes a headline's participle for a past tense, its present for a
plural, and the common noun that opens it for a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import lemminflect

__all__ = ["is_opening", "set_headlines"]

#: what no headline ends with
_STOPS = frozenset(".!?…:;”\"’')]»")
#: verbs that have an object wherever they are active
_TRANSITIVE = frozenset(
    "kill jail arrest detain sentence free release wound injure abduct kidnap expel oust topple "
    "depose capture charge convict acquit sack dismiss evacuate displace ambush behead execute "
    "rescue hospitalise hospitalize indict accuse blame suspend ban bar evict deport extradite "
    "attack raid target shoot assassinate murder rape torture stab arraign blacklist sanction "
    "seize hijack destroy damage bomb shell urge order force find name impose delay "
    "postpone extend".split()
)
#: nouns of events that open headlines
_OPENING = frozenset(
    "ceasefire truce landslide earthquake quake flood floods flooding wildfire cyclone avalanche "
    "blast blasts explosion explosions airstrike airstrikes strikes shelling clashes fighting "
    "gunfire talks protests offensive siege curfew coup ambush attack attacks".split()
)
#: present tenses that look like plurals
_STRIKING = frozenset(
    "shells raids storms bombs attacks targets kills hits buries floods blocks bans backs vows "
    "probes halts seizes frees slams urges warns pounds strikes sinks downs razes torches".split()
)
#: nouns beside which "to" tells what they are of
_OF_DEEDS = frozenset(
    "plan bid call chance move attempt decision threat offer pledge promise vow effort right need "
    "way deal agreement order pressure time urge push drive race proposal request demand refusal "
    "failure mission campaign law bill mandate permission ability power reason place thing "
    "motion vote resolution scheme plot pact readiness willingness appeal invitation".split()
)
_PARTS = frozenset(["compound", "amod", "flat", "nmod", "nummod", "det"])


def set_headlines(
    words: Sequence[str],
    starts: Sequence[bool],
    heads: list[int],
    upos: list[str],
    xpos: list[str],
    deprels: list[str],
) -> None:
    """Mend the tags and arcs of sentences that end without a stop.

    Args:
        words, starts, heads, upos, xpos, deprels: of one window, one entry a word; the last four
            are changed in place.
    """
    ends = [i for i, first in enumerate(starts) if first and i] + [len(words)]
    start = 0
    for end in ends:
        if words[end - 1][-1:] not in _STOPS:
            if is_opening(words, starts, start) and upos[start] not in {"NOUN", "VERB"}:
                upos[start] = "NOUN"
                xpos[start] = "NNS" if words[start].endswith("s") else "NN"
            _find_verb(words, start, end, heads, upos, xpos, deprels)
            _set_due(words, start, end, heads, upos, xpos, deprels)
            _set_passives(words, start, end, heads, xpos, deprels)
        start = end


def is_opening(words: Sequence[str], starts: Sequence[bool], at: int) -> bool:
    """Say whether a capital is a headline's first noun's, and no name's: "Ceasefire holds"."""
    after = words[at + 1] if at + 1 < len(words) and not starts[at + 1] else ""
    return starts[at] and words[at].lower() in _OPENING and not after[:1].isupper()


def _find_verb(
    words: Sequence[str],
    start: int,
    end: int,
    heads: list[int],
    upos: list[str],
    xpos: list[str],
    deprels: list[str],
) -> None:
    """Let a plural between nouns be the verb where the root is none: "Army shells hospital"."""
    at = next((i for i in range(start + 1, end - 1) if words[i].lower() in _STRIKING), None)
    if at is None or upos[at - 1] not in {"NOUN", "PROPN"} or upos[at + 1] == "ADP":
        return
    root = next((i for i in range(at + 1, end) if heads[i] == i), None)
    if root is None or upos[root] not in {"NOUN", "PROPN"} or deprels[at] not in _PARTS:
        return
    for i in range(start, end):
        if i < at and not start <= heads[i] < at:
            heads[i], deprels[i] = (at - 1, "compound") if i != at - 1 else (at, "nsubj")
        elif i > at and (heads[i] == at or (heads[i] == root and deprels[i] == "parataxis")):
            heads[i] = root if deprels[i] != "parataxis" else at
    heads[at - 1], deprels[at - 1] = at, "nsubj"
    heads[root], deprels[root] = at, "obj"
    heads[at], deprels[at], upos[at], xpos[at] = at, "root", "VERB", "VBZ"


def _set_due(
    words: Sequence[str],
    start: int,
    end: int,
    heads: list[int],
    upos: Sequence[str],
    xpos: Sequence[str],
    deprels: list[str],
) -> None:
    """Let who is to do something be the subject of that: "Kenya to send police"."""
    root = next((i for i in range(start, end) if heads[i] == i), start)
    if upos[root] not in {"NOUN", "PROPN"} or words[root].lower().rstrip("s") in _OF_DEEDS:
        return
    verb = next((i for i in range(root + 2, end) if heads[i] == root and deprels[i] == "acl"), root)
    if xpos[verb] != "VB" or words[verb - 1].lower() != "to":
        return
    for i in range(verb + 1, end):
        if heads[i] == root:
            heads[i] = verb
    heads[verb], deprels[verb] = verb, "root"
    heads[root], deprels[root] = verb, "nsubj"


def _set_passives(
    words: Sequence[str],
    start: int,
    end: int,
    heads: list[int],
    xpos: list[str],
    deprels: list[str],
) -> None:
    """Make past tenses of verbs that lack their object participles: "envoy held at border"."""
    for verb in range(start, end):
        if xpos[verb] != "VBD" or _base(words[verb]) not in _TRANSITIVE:
            continue
        arcs = {deprels[i]: i for i in range(start, end) if heads[i] == verb}
        subject = arcs.get("nsubj")
        if subject is not None and arcs.keys().isdisjoint({"obj", "iobj", "ccomp", "aux"}):
            xpos[verb], deprels[subject] = "VBN", "nsubj:pass"


@lru_cache(maxsize=10_000)
def _base(verb: str) -> str:
    return next(iter(lemminflect.getLemma(verb[:100].lower(), upos="VERB")), "")

"""Headlines read as the clauses that they are: "Rebel chief killed in strike" is a passive.

A reader taught on running text takes a headline's participle for a past tense, its present for a
plural, and the common noun that opens it for a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from histor.annotate.lemmas import lemma_of
from histor.annotate.parses import Parse

__all__ = ["is_opening", "set_headlines"]

#: what no headline ends with
_STOPS = frozenset(".!?…:;”\"’')]»")
#: verbs that have an object wherever they are active
_TRANSITIVE = frozenset(
    "kill hurt jail arrest detain sentence free release wound injure abduct kidnap expel oust "
    "topple depose capture charge convict acquit sack dismiss evacuate displace ambush behead "
    "execute "
    "rescue hospitalise hospitalize indict accuse blame suspend ban bar evict deport extradite "
    "attack raid target shoot assassinate murder rape torture stab arraign blacklist sanction "
    "seize hijack destroy damage bomb shell urge order force find name impose delay "
    "slam criticise criticize condemn denounce praise sue fine summon cancel veto impeach censure "
    "unseat postpone extend".split()
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
_NOUNS, _NO_NAMES = frozenset(["NOUN", "PROPN"]), frozenset(["NOUN", "VERB"])
_PARTS = frozenset(["compound", "amod", "flat", "nmod", "nummod", "det"])


def set_headlines(parse: Parse, starts: Sequence[bool]) -> None:
    """Mend the tags and arcs of sentences that end without a stop.

    ``starts`` says of each word whether it begins a sentence.
    """
    ends = [i for i, first in enumerate(starts) if first and i] + [len(parse.words)]
    start = 0
    for end in ends:
        if parse.words[end - 1][-1:] not in _STOPS:
            if is_opening(parse.words, starts, start) and parse.upos[start] not in _NO_NAMES:
                parse.upos[start] = "NOUN"
                parse.xpos[start] = "NNS" if parse.words[start].endswith("s") else "NN"
            _find_verb(parse, start, end)
            _set_due(parse, start, end)
            _set_counted(parse, start, end)
            _set_passives(parse, start, end)
        start = end


def is_opening(words: Sequence[str], starts: Sequence[bool], at: int) -> bool:
    """Say whether a capital is a sentence's first noun's, and no name's: "Ceasefire holds"."""
    after = words[at + 1] if at + 1 < len(words) and not starts[at + 1] else ""
    return starts[at] and words[at].lower() in _OPENING and not after[:1].isupper()


def _find_verb(parse: Parse, start: int, end: int) -> None:
    """Let a plural between nouns be the verb where the root is none: "Army shells hospital"."""
    words, upos, heads, deprels = parse.words, parse.upos, parse.heads, parse.deprels
    at = next((i for i in range(start + 1, end - 1) if words[i].lower() in _STRIKING), None)
    if at is None or upos[at - 1] not in _NOUNS or upos[at + 1] == "ADP":
        return
    root = next((i for i in range(at + 1, end) if heads[i] == i), None)
    if root is None or upos[root] not in _NOUNS or deprels[at] not in _PARTS:
        return
    for i in range(start, at):
        if not start <= heads[i] < at:
            heads[i], deprels[i] = at - 1, "compound"
    for i in range(at + 1, end):
        if deprels[i] == "parataxis" and heads[i] in {at, root}:
            heads[i] = at
        elif heads[i] == at:
            heads[i] = root
    heads[at - 1], deprels[at - 1] = at, "nsubj"
    heads[root], deprels[root] = at, "obj"
    heads[at], deprels[at], upos[at], parse.xpos[at] = at, "root", "VERB", "VBZ"


def _set_due(parse: Parse, start: int, end: int) -> None:
    """Let who is to do something be the subject of that: "Kenya to send police"."""
    words, heads, deprels = parse.words, parse.heads, parse.deprels
    root = parse.root(start, end)
    if parse.upos[root] not in _NOUNS or words[root].lower().rstrip("s") in _OF_DEEDS:
        return
    behind = [i for i in parse.below(root) if root < i < end]
    verb = next((i for i in behind if deprels[i] == "acl" and i > root + 1), root)
    if parse.xpos[verb] != "VB" or words[verb - 1].lower() != "to":
        return
    for i in behind:
        if i > verb:
            heads[i] = verb
    heads[verb], deprels[verb] = verb, "root"
    heads[root], deprels[root] = verb, "nsubj"


def _set_counted(parse: Parse, start: int, end: int) -> None:
    """Let a bare number right before a verb be its subject: "as 9,000 demand early vote"."""
    for verb in range(start + 1, end):
        number = verb - 1
        if parse.xpos[verb] not in {"VBP", "VBD"} or parse.deprels[number] != "nummod":
            continue
        below = parse.below(verb)
        if parse.heads[number] != verb or any(parse.deprels[i] == "nsubj" for i in below):
            continue
        parse.deprels[number] = "nsubj"
        for i in below:
            if i > verb and parse.deprels[i] == "parataxis" and parse.upos[i] == "NOUN":
                parse.deprels[i] = "obj"


def _set_passives(parse: Parse, start: int, end: int) -> None:
    """Make past tenses of verbs that lack their object participles: "envoy held at border"."""
    for verb in range(start, end):
        if (
            parse.xpos[verb] not in {"VBD", "VBN"}
            or lemma_of(parse.words[verb], "VERB") not in _TRANSITIVE
        ):
            continue
        below = [i for i in parse.below(verb) if start <= i < end]
        for i in below:  # "slammed over the film": no object, whatever the reader has
            if parse.deprels[i] == "obj" and any(
                parse.deprels[c] == "case" for c in parse.below(i)
            ):
                parse.deprels[i] = "obl"
        arcs = {parse.deprels[i]: i for i in below}
        subject = arcs.get("nsubj")
        if subject is not None and arcs.keys().isdisjoint({"obj", "iobj", "ccomp", "aux"}):
            parse.xpos[verb], parse.deprels[subject] = "VBN", "nsubj:pass"

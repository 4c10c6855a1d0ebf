"""Words whose form or place tells what they are, however they were read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import lemminflect

__all__ = ["set_agents", "set_finite_forms", "set_nouns", "set_objects", "set_sayings"]

#: nouns that are adjectives too: "army launches offensive"
_EITHER = frozenset(["offensive", "counteroffensive", "counter-offensive"])
#: where an object stands, however it was read
_GOVERNED = frozenset(["obj", "xcomp", "advmod", "advcl", "dep"])
#: verbs that say how something is, with no object beside it
_DEEMING = frozenset(
    "be become seem appear look sound feel remain stay get go grow turn prove".split()
)

#: verbs of saying by their tags, and how they were read where they were not
_SAYING = {"say": "VBP", "says": "VBZ", "said": "VBD"}
#: prepositions of a place or a time
_WHERE = frozenset(["in", "at", "on", "near", "during", "after", "since"])
_SMALL = frozenset(["mark", "aux", "advmod", "cc", "case", "punct"])


def set_nouns(
    words: Sequence[str],
    heads: Sequence[int],
    upos: list[str],
    xpos: list[str],
    deprels: list[str],
) -> None:
    """Make those that read as adjectives behind a verb without object nouns, and its object.

    Args:
        words, heads, upos, xpos, deprels: of one window, one entry a word; the last three are
            changed in place.
    """
    for i, word in enumerate(words):
        if xpos[i] != "JJ" or word.lower() not in _EITHER or deprels[i] not in _GOVERNED:
            continue
        verb = heads[i]
        lemma = lemminflect.getLemma(words[verb][:100].lower(), upos="VERB")
        # "found the poster offensive": what is found so is the verb's object or the word's subject
        what = {(verb, "obj"), (i, "nsubj")}
        deemed = any(
            (head, dep) in what and j != i
            for j, (head, dep) in enumerate(zip(heads, deprels, strict=True))
        )
        if verb < i and upos[verb] == "VERB" and not deemed and _DEEMING.isdisjoint(lemma):
            upos[i], xpos[i], deprels[i] = "NOUN", "NN", "obj"


def set_sayings(
    words: Sequence[str],
    heads: list[int],
    upos: list[str],
    xpos: list[str],
    deprels: list[str],
) -> None:
    """Put verbs of saying above what is said, where they were read as small words of it.

    "Residents say the dam burst" has two subjects, of which the first says that of the second.

    Args:
        words, heads, upos, xpos, deprels: of one window, one entry a word; all but the words are
            changed in place.
    """
    for i, word in enumerate(words):
        if word.lower() not in _SAYING or deprels[i] not in _SMALL:
            continue
        said = heads[i]
        below = [j for j, head in enumerate(heads) if head == said and j != said]
        subjects = [j for j in below if deprels[j].startswith("nsubj")]
        first = next((j for j in subjects if j < min(i, said)), None)
        if first is None or not any(j > i for j in subjects):
            continue
        root = heads[said] == said
        heads[i], deprels[i] = (i, "root") if root else (heads[said], deprels[said])
        upos[i], xpos[i] = "VERB", _SAYING[word.lower()]
        heads[first] = i
        if said > i:
            heads[said], deprels[said] = i, "ccomp"
            continue
        # "officials, speaking in private, said talks had stalled"
        heads[said], deprels[said] = first, "acl"
        clause = next((j for j in below if j > i and deprels[j] == "ccomp"), None)
        for j in below:
            if j > i:
                heads[j] = i if clause is None or j == clause else clause


def set_objects(
    words: Sequence[str],
    heads: Sequence[int],
    upos: Sequence[str],
    xpos: Sequence[str],
    deprels: list[str],
) -> None:
    """Make the second of two subjects, between verb and infinitive, the object: "urged X to".

    Args:
        words, heads, upos, xpos, deprels: of one window, one entry a word; the last is changed in
            place.
    """
    for to, word in enumerate(words):
        if xpos[to] != "TO" or not 1 < to < len(words) - 1 or deprels[heads[to]] != "xcomp":
            continue
        verb = heads[heads[to]]
        mine = [i for i in range(to) if heads[i] == verb and deprels[i] == "nsubj"]
        if word.lower() == "to" and upos[verb] == "VERB" and len(mine) > 1:
            before, behind = mine[0], mine[-1]
            if before < verb < behind:
                deprels[behind] = "obj"


def set_agents(words: Sequence[str], heads: Sequence[int], deprels: list[str]) -> None:
    """Let nobody do what a passive tells whom no "by" names: "a curfew was imposed in X".

    Args:
        words, heads, deprels: of one window, one entry a word; the last is changed in place.
    """
    for i, deprel in enumerate(deprels):
        if deprel == "obl:agent":
            cases = {words[j].lower() for j, head in enumerate(heads) if head == i and j < i}
            if cases & _WHERE and "by" not in cases:
                deprels[i] = "obl"


def set_finite_forms(
    words: Sequence[str], heads: Sequence[int], xpos: list[str], deprels: Sequence[str]
) -> None:
    """Give forms that are one tense alone its tag, where they read as base forms: "retook".

    Args:
        words, heads, xpos, deprels: of one window, one entry a word; ``xpos`` is changed in place.
    """
    for i, word in enumerate(words):
        tag = _tense(word.lower()) if xpos[i] in {"VB", "VBP"} else ""
        if tag:
            below = {deprels[j] for j, head in enumerate(heads) if head == i and j < i}
            if below.isdisjoint({"aux", "aux:pass", "mark"}):
                xpos[i] = tag


@lru_cache(maxsize=20_000)
def _tense(word: str) -> str:
    """Return the tag of a form that is a past tense, or a third person, and nothing else."""
    lemmas = lemminflect.getLemma(word[:100], upos="VERB")
    if not lemmas or word in lemmas:
        return ""
    return next(
        (
            tag
            for tag in ("VBD", "VBZ")
            if all(
                word in lemminflect.getInflection(lemma, tag=tag, inflect_oov=False)
                for lemma in lemmas
            )
        ),
        "",
    )

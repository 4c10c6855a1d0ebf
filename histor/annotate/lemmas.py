"""Base forms of words, each looked up once."""

from __future__ import annotations

from functools import lru_cache

import lemminflect

__all__ = ["lemma_of", "lemmas_of", "tense_of"]

#: characters of one word that are looked at
_LONGEST = 100
_INFLECTED = frozenset(["NOUN", "VERB", "AUX", "ADJ", "ADV"])


@lru_cache(maxsize=20_000)
def lemmas_of(word: str, upos: str) -> tuple[str, ...]:
    """Return the base forms that a word may have as a part of speech, the likeliest first."""
    return tuple(map(str, lemminflect.getLemma(word[:_LONGEST].lower(), upos=upos)))


@lru_cache(maxsize=100_000)
def lemma_of(word: str, upos: str, xpos: str = "") -> str:
    """Return the base form of a word; a name is its own, and a base form ("will | lay | mines")."""
    if upos not in _INFLECTED:
        return word if upos == "PROPN" else word.lower()
    found = lemmas_of(word, upos)
    if xpos == "VB" and word.lower() in found:
        return word.lower()
    return found[0] if found else word.lower()


@lru_cache(maxsize=20_000)
def tense_of(word: str) -> str:
    """Return the Penn tag of a form that is a past tense, or a third person, and nothing else."""
    lemmas = lemmas_of(word, "VERB")
    if not lemmas or word in lemmas:
        return ""
    for tag in ("VBD", "VBZ"):
        forms = (lemminflect.getInflection(one, tag=tag, inflect_oov=False) for one in lemmas)
        if all(word in form for form in forms):
            return tag
    return ""

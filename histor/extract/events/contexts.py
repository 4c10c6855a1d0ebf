"""In what context an event stands, by the words of its sentence (PLOVER manual, 2024)."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span

from histor.extract.lexicon_files import lexicon_tables

__all__ = ["contexts_of"]

_LONGEST = 3


def contexts_of(sentence: Span) -> tuple[str, ...]:
    """Return PLOVER's contexts that a sentence's words tell, in the order of the manual.

    Expects ``lemma_``.
    """
    words = [t.lemma_.lower() for t in sentence]
    known, first = _contexts(), _first_words()
    found = {
        context
        for i, word in enumerate(words)
        if word in first
        for end in range(i + 1, min(i + _LONGEST, len(words)) + 1)
        for context in known.get(" ".join(words[i:end]), ())
    }
    return tuple(c for c in _order() if c in found)


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for _, tables in lexicon_tables("contexts.toml"):
        for context, phrases in tables["contexts"].items():
            for phrase in phrases:
                found.setdefault(phrase, []).append(context)
    return {phrase: tuple(contexts) for phrase, contexts in found.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ")[0] for phrase in _contexts())


@cache
def _order() -> tuple[str, ...]:
    names = [name for _, tables in lexicon_tables("contexts.toml") for name in tables["contexts"]]
    return tuple(dict.fromkeys(names))

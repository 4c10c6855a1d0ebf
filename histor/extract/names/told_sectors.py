"""What a page calls a body beside its name: "the paramilitary Red Guard", "N, a rebel group"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from histor.extract.names.affiliations import sector_words

__all__ = ["told_sector"]

#: sectors of PLOVER whose words say of an armed body that it is no state's own, or a party
_TOLD = ("PRM", "REB", "CRM")
_BEFORE = frozenset(["amod", "compound", "nmod:desc"])
_NAMED_BY = frozenset(["appos", "flat", "compound", "nmod:desc"])
_GROUPS = frozenset("group movement militia force organisation organization faction".split())
#: what a body was, or is against
_NO_MORE = frozenset("former ex anti onetime erstwhile alleged".split())


def told_sector(doc: Doc, mentions: Sequence[tuple[int, int]]) -> str | None:
    """Return the sector that words beside a body's name tell; none where none or two do.

    ``mentions``: first and last character of each mention, the last exclusive.
    """
    found = set()
    for start, end in mentions:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found |= {s for word in _beside(span) if (s := _sectors().get(word.lemma_.lower()))}
    return found.pop() if len(found) == 1 else None


@cache
def _sectors() -> dict[str, str]:
    return {word: code for code, words in sector_words() if code in _TOLD for word in words}


def _beside(name: Span) -> Iterator[Token]:
    """Yield the words that say what the bearer of a name is."""
    root = name.root
    nouns = [root, *(c for c in root.children if c.dep_ == "appos" and c.pos_ == "NOUN")]
    if root.dep_ in _NAMED_BY and root.head.pos_ == "NOUN" and root.head.i < root.i:
        nouns.append(root.head)  # "the rebel group | N |"
    elif name.start > 0 and (before := name.doc[name.start - 1]).lemma_.lower() in _GROUPS:
        nouns.append(before)  # the same, read as two subjects
    for noun in nouns:
        words = [c for c in noun.children if c.dep_ in _BEFORE and c.i < noun.i]
        words += [noun] if noun.i != root.i else []
        if any(w.lower_ in _NO_MORE for w in words):
            continue
        yield from (w for w in words if not name.start <= w.i < name.end)

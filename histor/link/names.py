"""Names as they are compared: without case, accents, punctuation, possessive or article."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from histor.records import EntityKind

__all__ = ["ARTICLES", "is_bare", "name_key", "without_article"]

_POSSESSIVE = re.compile(r"'s?$|(?<=s)'$")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
#: an apostrophe inside a name is written or left out: "M'Bae", "Sana'a"
_INSIDE = re.compile(r"(?<=[a-z])['`](?=[a-z])")
_ARTICLE = "the "
#: Arabic's article before a name, as it is spoken and written
ARTICLES = frozenset("al el as es ash esh ar er at an ad az".split())


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Return the form under which two spellings of ``name`` are one; empty if nothing is left.

    Letters of every script go to ASCII by anyascii, so accents and typographic apostrophes do not
    keep a name apart; points between initials vanish (``U.N.`` is ``UN``), and apostrophes between
    letters (``Sana'a`` is ``Sanaa``); all other punctuation and white space is one space; a final
    possessive and a leading article are dropped.
    """
    text = anyascii(name).casefold().strip()
    text = _POSSESSIVE.sub("", text)
    text = _INITIALS.sub(lambda m: m[0].replace(".", ""), text)
    text = _INSIDE.sub("", text)
    text = _NOT_WORD.sub(" ", text).strip()
    return text[len(_ARTICLE) :] if text.startswith(_ARTICLE) else text


def is_bare(kind: EntityKind, key: str) -> bool:
    """Say whether a name is too little to tell who is meant on another page.

    A person of one word may be a surname that several people bear, so such a name joins nothing
    across pages.
    """
    return not key or (kind == "person" and " " not in key)


def without_article(key: str) -> str:
    """Return a name's key without the Arabic article that a page may put before it.

    >>> without_article("el djelfa"), without_article("oran")
    ('djelfa', 'oran')
    """
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key

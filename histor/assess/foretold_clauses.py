"""Which words of a statement tell what is foretold, and which only on what it hangs.

"If they shoot, the world will see it", "whoever marches will be dealt with" and "the arrests would
mean war" foretell neither shots nor marches nor arrests.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["PUNISHED", "main_words"]

_MODAL = (
    r"(?:will|would|could|may|might|can|shall|must|"
    r"(?:is|are|was|were)\s(?:expected|likely|due|set|going|about|bound)\sto)"
)
#: on what it hangs, before the main clause
_LEADING = re.compile(
    r"\A\W*(?:that\s)?(?:if|unless|should|once|whenever|the moment)\b[^,;]*,(?=\s)", re.I
)
#: who it befalls, told by what he does: "anyone [who goes out] will"
_WHO = re.compile(rf"(?<=\w\s)(?:who|which|that)\b(?!\s{_MODAL}\b)[^,;:]*?(?=\s{_MODAL}\b)", re.I)
_ASIDE = re.compile(rf",\s(?:\w+\sof\s)?(?:who|whose|whom|which)\b[^,;:]*,(?=\s{_MODAL}\b)", re.I)
_WHOEVER = re.compile(rf"\A\W*(?:who|what|which)ever\b[^,;:]*?(?=\s{_MODAL}\b)", re.I)
#: "any [attempt to march] would"
_TRYING = re.compile(
    rf"\b(?:attempts?|efforts?|bids?|refusals?|failures?)\s(?:to|at)\b[^,;:]*?(?=\s{_MODAL}\b)",
    re.I,
)
#: what brings another thing about: "[the arrests] will lead to"
_CAUSING = re.compile(
    rf"\A[^,;:]*?(?=\s{_MODAL}\s(?:\w+\s)?(?:mean|lead\sto|trigger|cause|provoke|invite|spark|"
    r"result\sin|bring\sabout|end\sin|ignite|unleash|set\soff)\b)",
    re.I,
)
#: what those in power threaten to do, whatever it is called
PUNISHED = re.compile(
    r"\b(?:be|is|are)\s(?:\w+\s)?[“\"'‘]?(?:dealt\swith|punished|prosecuted|crushed|put\sdown)\b|"
    r"\b(?:face|meet|feel)\s(?:\w+\s)?[“\"'‘«]?\s?(?:the\s)?(?:\w+\s)?(?:consequences|prosecution|justice|"
    r"(?:force|weight|arm|hand|fist|wrath)\sof\sthe\s(?:law|state|army))\b|"
    r"\bpay\s(?:a|the)\s(?:\w+\s)?price\b",
    re.I,
)


@lru_cache(10_000)
def main_words(text: str) -> str:
    """Return a text with spaces for the words on which what it foretells only hangs.

    Each word keeps its place.

    >>> main_words("If they shoot, the world will see it").strip()
    'the world will see it'
    """
    for pattern in (_LEADING, _WHOEVER, _ASIDE, _WHO, _TRYING, _CAUSING):
        found = pattern.search(text)
        if found is not None and re.search(r"\w{3}", text[found.end() :]):
            text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text

"""What was denied, and on a later page is confirmed or admitted after all.

"The government denied that foreign troops were in the country", and a week on: "the government
confirmed for the first time that foreign troops were in the country".
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from functools import cached_property

from histor.assess.ledger import Ground
from histor.assess.words import telling_words
from histor.records import Claim, Document, Span

__all__ = ["Admissions"]

_ADMITTING = re.compile(
    r"\b(?:confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|conced(?:es?|ed|ing))\b",
    re.I,
)
#: what is not confirmed, or denied in the same breath
_NOT = re.compile(
    r"\b(?:not|never|neither|nor|no|cannot|without|un?able|refus\w+|declin\w+|den(?:y|ie[sd]|ying)|"
    r"if|whether|could|would|awaiting)\b|n['’]t\b",
    re.I,
)
#: share of a denial's words that what is admitted must tell, and how many at least
_TOLD, _SHARED = 0.6, 2
#: sentences that a denial is compared with
_COMPARED = 200


class Admissions:
    """Sentences that confirm or admit something, by their words; looked for once, if asked."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    @cached_property
    def _found(self) -> tuple[list[tuple[str, Span]], dict[str, array[int]]]:
        found = []
        for document in self._ground.documents.values():
            for start, end in document.sentences if _day(document) else ():
                text = document.text[start:end]
                admitting = _ADMITTING.search(text)
                if admitting is None or _NOT.search(text[: admitting.end()]):
                    continue
                span = Span(document=document.id, start=start, end=end, text=text)
                found.append((_day(document), span))
        found.sort(key=lambda f: (f[0], f[1].place))
        having: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for n, (_, span) in enumerate(found):
            for word in telling_words(span.text):
                having[word].append(n)
        return found, having

    def after(self, claim: Claim) -> tuple[Span, ...] | None:
        """Return where a page written after a denial admits what it denies; none if none does."""
        words = telling_words(claim.content.text)
        since = _day(self._ground.documents[claim.document])
        if len(words) < _SHARED or not since:
            return None
        found, having = self._found
        shared: Counter[int] = Counter()
        for word in sorted(words):
            shared.update(having.get(word, ())[-_COMPARED:])
        needed = max(_SHARED, _TOLD * len(words))
        for n in sorted(shared):
            day, span = found[n]
            if shared[n] >= needed and day > since:
                return (span,)
        return None


def _day(document: Document) -> str:
    written = document.dated
    return written.earliest if written is not None else ""

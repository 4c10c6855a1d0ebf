"""Other worlds: the words of a pool of articles, put otherwise, so that a heap can be any size.

In each world names are invented, content words change places with words that about as many pages
have, and a share of the rarest are new, as every thousand pages of news bring words that none
before had (Heaps 1978); small words change places with their like, so that no two worlds share a
passage. What tells an event, who says it and when keeps its words: an article reads as nonsense,
but weighs, links and clusters as the article does.
"""

from __future__ import annotations

import hashlib
import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from histor.records import Entity, PageRecord

__all__ = ["WORD", "Vocabulary", "World", "kept", "number_from"]

WORD = re.compile(r"[A-Za-z]+")
#: pages up to which a word is of the rarest, and one of how many of those is new in each world
_RARE, _NEW = 3, 5
#: small words that change places with one another
_SMALL = (
    "the a some any each every",
    "of in on at by for from with into over under near",
    "and but or while though",
    "is was are were be",
    "his her their its our",
    "this that these those",
    "he she they it we who",
    "has have had",
    "will would could should may might",
    "not also still now then even just",
)
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


class Vocabulary:
    """The words of a pool's pages, and what becomes of each in a world."""

    def __init__(self, records: Sequence[PageRecord]) -> None:
        fixed = STOP_WORDS
        named: Counter[str] = Counter()
        pages: Counter[str] = Counter()
        for record in records:
            for entity in record.entities:
                if not _is_wide(entity):
                    named.update({w for m in entity.mentions for w in _words(m.text)})
            low = {w for w in WORD.findall(record.document.text) if w.islower()}
            pages.update(low)
        #: words of names alone
        self.names = {w for w in named if w not in fixed and pages[w] <= 1 and len(w) >= 4}
        content = [w for w in pages if w not in fixed and w not in self.names and len(w) >= 4]
        #: words by how many pages have them, each band about twice as common as the one before
        self.bands: dict[int, list[str]] = {}
        for word in sorted(content):
            self.bands.setdefault(int(2 * math.log2(pages[word])), []).append(word)
        self.rare = {w for w in content if pages[w] <= _RARE}


class World:
    """One reading of a vocabulary; ``words`` gives a text in its words."""

    def __init__(self, vocabulary: Vocabulary, world: int, telling: int = 0) -> None:
        """Make a world; of one world, tellings share names and differ in all other words."""
        self.number = world
        draw = random.Random(f"{world} {telling}")
        self._words: dict[str, str] = {}
        for _, band in sorted(vocabulary.bands.items()):
            others = band[:]
            draw.shuffle(others)
            self._words.update(zip(band, others, strict=True))
        for word in sorted(vocabulary.rare):
            if draw.randrange(_NEW) == 0:
                self._words[word] = _invented(f"{world} {telling} {word}").lower()
        for group in _SMALL:
            others = group.split()
            draw.shuffle(others)
            self._words.update(zip(group.split(), others, strict=True))
        self._words |= {n: _invented(f"{world} {n}").lower() for n in sorted(vocabulary.names)}

    def word(self, word: str) -> str:
        """Return a word of the pool as this world has it, in its own case."""
        other = self._words.get(word.lower())
        if other is None:
            return word
        if word.islower():
            return other
        return other.upper() if word.isupper() else other.capitalize()

    def words(self, text: str) -> str:
        """Return a text in the words of this world."""
        return WORD.sub(lambda m: self.word(m[0]), text)


def number_from(*parts: object) -> int:
    """Return a number that hangs on the parts alone, from 0 to 2**32."""
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=4).digest(), "big")


def _invented(seed: str) -> str:
    draw = random.Random(seed)
    pieces = [draw.choice(_CONSONANTS) + draw.choice(_VOWELS) for _ in range(draw.randint(2, 4))]
    return ("".join(pieces) + draw.choice(_CONSONANTS)).capitalize()


def _is_wide(entity: Entity) -> bool:
    """Say whether a name is one that news of any year has: a country, its capital, its people."""
    if entity.place is not None:
        return entity.place.feature.startswith(("PCL", "CON", "RGN", "PPLC"))
    return entity.kind == "group" and entity.country is not None


def kept(record: PageRecord) -> Iterator[tuple[int, int]]:
    """Yield the places of a page's words that tell what happened, who says it, where and when."""
    text = record.document.text
    for event in record.events:
        for mention in event.mentions:
            at = text.find(mention.trigger, mention.span.start, mention.span.end)
            if at >= 0:
                yield at, at + len(mention.trigger)
        for figure in event.figures:
            yield figure.span.start, figure.span.end
    for claim in record.claims:
        if claim.cue is not None:
            yield claim.cue.start, claim.cue.end
    for time in record.times:
        yield time.span.start, time.span.end
    for entity in record.entities:
        if _is_wide(entity):
            yield from ((m.start, m.end) for m in entity.mentions)


def _words(text: str) -> list[str]:
    return [w.lower() for w in WORD.findall(text)]

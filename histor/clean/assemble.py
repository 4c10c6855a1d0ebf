"""Blocks to a clean page: one text, one offset map, one document."""

from __future__ import annotations

import re
from collections.abc import Sequence

import py3langid

from histor.clean.blocks import Block, join_blocks
from histor.errors import PageError
from histor.records import CleanPage, Date, Document, Page, Removed
from histor.spans import CleanSpan, OffsetMap

__all__ = ["Found", "assemble", "without_invisible"]

#: direction marks, zero-width signs and control characters: they show nothing and can hide much
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PARAGRAPHS = "\n\n"
#: characters of a longest story, some 16,000 words: what bounds the time and memory of reading it
_MAX_STORY = 100_000
#: characters under which a language cannot be told
_TOO_SHORT = 60


class Found:
    """What cleaning found on a page, before it becomes a record."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.outlet: str | None = None
        self.byline: tuple[str, ...] = ()
        self.date: Date | None = None
        self.headline: Block | None = None
        self.story: list[Block] = []
        self.removed: list[Removed] = []


def without_invisible(block: Block) -> Block:
    """Return the block without invisible characters, every other one still in its place."""
    if not _INVISIBLE.search(block.text):
        return block
    parts, at = [], 0
    for match in _INVISIBLE.finditer(block.text):
        parts.append(block.cut(at, match.start()))
        at = match.end()
    parts.append(block.cut(at, len(block.text)))
    joined = join_blocks([p for p in parts if p.text], "")
    return Block(joined.text, joined.segments, block.gap)


def assemble(page: Page, found: Found) -> CleanPage:
    """Make the clean page.

    Raises:
        PageError: the page holds no story (code ``no_story``).
    """
    blocks: Sequence[Block] = [b for b in map(without_invisible, found.story) if b.text.strip()]
    if not blocks:
        raise PageError(
            page.location,
            "no_story",
            "the page holds menus and notices but no story; save the article's own page",
        )
    blocks, beyond = _within(blocks, _MAX_STORY)
    headline = without_invisible(found.headline) if found.headline else None
    whole = join_blocks([*([headline] if headline else []), *blocks], _PARAGRAPHS)
    given = page.given
    story = " ".join(b.text for b in blocks)
    return CleanPage(
        document=Document(
            id=page.document_id,
            location=page.location,
            sha256=page.sha256,
            title=_line(found.title) or _line(given.title),
            outlet=_line(found.outlet) or _line(given.outlet),
            byline=found.byline or tuple(n for n in given.byline if "@" not in n),
            language=_language(story) or given.language,
            text=whole.text,
            removed=(*found.removed, *beyond),
            page_date=found.date,
        ),
        offsets=OffsetMap.of(whole.segments),
        headline=CleanSpan(0, len(headline.text)) if headline else None,
    )


def _within(blocks: Sequence[Block], most: int) -> tuple[list[Block], list[Removed]]:
    """Return the blocks up to ``most`` characters, and what stands beyond as taken out."""
    kept: list[Block] = []
    beyond: list[Removed] = []
    for block in blocks:
        room = max(0, most)
        most -= len(block.text)
        if room:
            kept.append(block.cut(0, room) if room < len(block.text) else block)
        if room < len(block.text):
            rest = block.cut(room, len(block.text))
            beyond.append(Removed(text=rest.text, reason="other", start=rest.start, end=rest.end))
    return kept, beyond


def _line(text: str | None) -> str | None:
    cleaned = " ".join(_INVISIBLE.sub("", text).split()) if text else ""
    return cleaned or None


def _language(text: str) -> str | None:
    if len(text) < _TOO_SHORT:
        return None
    return str(py3langid.classify(text[:4_000])[0])

"""Lines below a story that are none of it: who its author is, comments, other stories' headlines.

What reads markup keeps them where they are paragraphs like the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from histor.clean.assemble import Found
from histor.clean.blocks import Block
from histor.clean.live_entries import is_stamp, opens_with_hour
from histor.records import Removed, RemovedReason

__all__ = ["take_lines_below", "tells_of_author"]

#: paragraphs from the end among which one tells of the author, and characters of the longest
_LAST, _LONG = 4, 700
#: share of a story's characters that can stand below the heading of its comments
_BELOW = 0.25
#: words of a line that asks for comments: "Comments" alone may be a button above the last paragraph
_ASKING = 3
#: characters of a headline, and of the page between two of them
_HEADLINE, _NEAR = 160, 600
_NAMED = (
    r"[A-ZÀ-Þ][\w’'-]+"
    r"(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|da|dos|del|der|den|di|la|le|van|von|bin|al|el)){1,4}"
)
_AUTHOR = re.compile(
    r"(?:About the (?:[Aa]uthor|[Ww]riter)s?\W+)?(?:By )?(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? )?"
    rf"(?P<name>{_NAMED}),? (?P<verb>is|was|has|writes|wrote|covers|covered|reports|reported|"
    r"joined|contributes|contributed|teaches|lives|works|worked|edits)\b"
)
#: what authors are or do, told of one whose name the page gives nowhere else
_TRADE = re.compile(
    r"(?:is|was) (?:an?|the|our|[A-ZÀ-Þ][\w’'& -]{0,60}?['’]s?)\b[^.]{0,80}\b(?:correspondent|"
    r"reporter|journalist|editor|columnist|writer|author|fellow|professor|lecturer|researcher|"
    r"contributor|photographer|producer|historian|bureau chief)\b|"
    r"(?:writes|reports|covers|contributes) (?:about|for|on|from|to|the|news)\b"
)
_SAYING = re.compile(r"[“”\"]|\b(?:said|says|told|added)\b")
#: what goes on about an author
_GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their|Follow|The (?:views|opinions)|Views|Opinions)\b"
)
_PROSE = re.compile(r"[.!?…][\"'”’)]*\Z")
_ENDS = re.compile(r"[.!?…:,;][\"'”’)]*\Z")


def take_lines_below(found: Found) -> None:
    """Take out of a story what stands below it: comments, other headlines, who its author is."""
    gone: dict[int, RemovedReason] = {}
    for n in _comments(found):
        gone[n] = "comments"
    for n in _headlines(found):
        gone.setdefault(n, "related")
    kept = [n for n in range(len(found.story)) if n not in gone]
    texts = [found.story[n].text for n in kept]
    for at in _of_author(texts, found.byline):
        gone[kept[at]] = "byline"
    if not gone or len(gone) == len(found.story):
        return
    for n, why in sorted(gone.items()):
        block = found.story[n]
        found.removed.append(Removed(text=block.text, reason=why, start=block.start, end=block.end))
    found.removed.sort(key=lambda r: r.start or 0)
    found.story = [b for n, b in enumerate(found.story) if n not in gone]


def _comments(found: Found) -> Iterator[int]:
    """Yield what stands below the line that asks for comments, if that is little of the story."""
    asking = [
        removed.start
        for removed in found.removed
        if removed.reason == "comments"
        and removed.start is not None
        and len(removed.text.split()) >= _ASKING
    ]
    first = _little_from(found)
    start = min((at for at in asking if at >= first), default=None)
    if start is not None:
        yield from (n for n, b in enumerate(found.story) if b.start >= start)


def _little_from(found: Found) -> int:
    """Return the place of the page from which on what is left of the story is little of it."""
    left = _BELOW * sum(len(b.text) for b in found.story)
    for block in sorted(found.story, key=lambda b: b.start, reverse=True):
        left -= len(block.text)
        if left < 0:
            return block.end
    return 0


def _headlines(found: Found) -> Iterator[int]:
    """Yield the lines right below a heading of other stories that are no sentences."""
    lines = [(r.start, r.end, -1) for r in found.removed if r.reason == "related"]
    lines += [(b.start, b.end, n) for n, b in enumerate(found.story)]
    last: int | None = None
    for start, end, n in sorted((s or 0, e or 0, n) for s, e, n in lines):
        if n < 0:
            last = end
        elif last is not None and start - last <= _NEAR and _is_headline(found.story[n]):
            yield n
            last = end
        else:
            last = None


def _is_headline(block: Block) -> bool:
    begins = block.text[:1].isupper() or block.text[:1].isdigit()
    if is_stamp(block.text) or opens_with_hour(block.text):  # the next entry of a live page begins
        return False
    return begins and len(block.text) <= _HEADLINE and not _ENDS.search(block.text)


def _of_author(texts: Sequence[str], byline: Collection[str]) -> Iterator[int]:
    """Yield the last paragraphs that tell of the author."""
    about = False
    for n in range(max(1, len(texts) - _LAST), len(texts)):
        if tells_of_author(texts[n], [*texts[:n], *texts[n + 1 :]], byline):
            about = True
        elif not (about and _GOES_ON.match(texts[n])):
            about = False
        if about and len(texts[n]) <= _LONG:
            yield n


def tells_of_author(text: str, others: Sequence[str], byline: Collection[str]) -> bool:
    """Say whether a paragraph tells who wrote the story.

    Args:
        text: the paragraph.
        others: those around it, whose sentences would name anybody else that it can be of.
        byline: the authors that the page names.
    """
    match = _AUTHOR.match(text)
    if match is None or len(text) > _LONG:
        return False
    name = _plain(match["name"])
    if any(_plain(author) == name for author in byline):
        return True
    if _SAYING.search(text) or not _TRADE.match(text, match.start("verb")):
        return False
    last = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
    return not any(last.search(_plain(t)) for t in others if _PROSE.search(t))


def _plain(name: str) -> str:
    """Return a name in lower case and without accents."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in letters if not unicodedata.combining(c))

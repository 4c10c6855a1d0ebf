"""HTML to blocks: trafilatura finds the story, and markers carry every character's place.

Before extraction each run of text in the source, and each part of a run after a character
reference, gets a marker of two Braille signs: printable, so that nothing strips them, and no word
characters, so that trafilatura's rules about words still match. Read back from its output, a marker
gives the place on the page of the characters after it; nothing is searched for. Method of
extraction: Barbaresi (2021), trafilatura.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura
from trafilatura.settings import Document as Extracted

from histor.clean.blocks import Block
from histor.clean.lists_between import with_lists
from histor.spans import Segment

__all__ = [
    "MAX_TEXT",
    "MarkedPage",
    "extract_blocks",
    "heading_blocks",
    "subheading",
    "text_runs",
    "too_complex",
]

_FIRST = 0x2800
_MARKER = re.compile("[\u2800-\u28ff]{2}")
_BRAILLE = re.compile("[\u2800-\u28ff]")
#: marked runs of a page; a page with more has its rest read without a place and left out
_MAX_RUNS = 65_536
#: characters below which what is found may not be the story
_SHORT = 500
#: elements, characters outside tags, and attributes of one element, of a page that is still read
_MAX_ELEMENTS, MAX_TEXT, _MAX_ATTRIBUTES = 25_000, 1_000_000, 10_000
#: elements whose text is none of the page's
_TEXTLESS = "script|style|noscript|template|svg|iframe|textarea|title"
_ANY_TOKEN = (
    r"(?:<!--(?:[^-]++|-(?!->))*+(?:-->|$)"
    rf"|<({_TEXTLESS})\b[^>]*>(?:[^<]++|<(?!/\1\s*>))*+(?:</\1\s*>|$)"
    r"|<[/!?]?[a-zA-Z][^>]*(?:>|$)|<[!?/][^>]*(?:>|$))"
)
_TOKEN = re.compile(_ANY_TOKEN, re.S | re.I)
#: a token, and the tags after it with at most white space between them
_TOKENS = re.compile(rf"{_ANY_TOKEN}(?:\s*+</?(?!(?:{_TEXTLESS})\b)[a-z][^>]*>)*+", re.S | re.I)
_WORDS_OF_LINE = re.compile(r"[^\s][^\r\n]*")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?", re.I)


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The page's source with markers, and for each marker its run's place and raw text."""

    source: str
    runs: list[tuple[int, str]]
    #: the page as it was, where Braille of its own had to make room for the markers
    original: str | None = None


def mark(source: str) -> MarkedPage:
    """Put a marker before each stretch of text between tags and character references."""
    original = None
    if not source.isascii() and _BRAILLE.search(source):
        original, source = source, _BRAILLE.sub("?", source)
    runs: list[tuple[int, str]] = []
    out: list[str] = []

    def emit(start: int, end: int) -> None:
        text = source[start:end]
        if not text or text.isspace():  # most of what stands between tags
            out.append(text)
            return
        if "&" not in text:
            put(start, end)
            return
        at = start
        for match in [*_REFERENCE.finditer(source, start, end), None]:
            stop = match.start() if match else end
            put(at, stop)
            if match is None:
                break
            put(match.start(), match.end())
            at = match.end()

    def put(start: int, end: int) -> None:
        # the marker stands right before the first word of each line, so that no split parts them
        at = start
        for line in _WORDS_OF_LINE.finditer(source, start, end):
            if len(runs) < _MAX_RUNS:
                n = len(runs)
                runs.append((line.start(), line.group()))
                out.append(source[at : line.start()])
                out.append(chr(_FIRST + n // 256) + chr(_FIRST + n % 256))
                at = line.start()
        out.append(source[at:end])

    at = 0
    for tokens in _TOKENS.finditer(source):
        emit(at, tokens.start())
        out.append(tokens.group())
        at = tokens.end()
    emit(at, len(source))
    return MarkedPage("".join(out), runs, original)


#: a tag that is never closed is taken to the end, so that it is not looked at again
_TAG = re.compile(r"<[^>]*(?:>|$)")
_HEADING_TAG = re.compile(r"<(/?)h1\b[^>]*(?:>|$)", re.I)
#: characters of source above which a first-level heading is no headline
_MAX_HEADING = 20_000


#: a second-level heading that only tags part from what stands before
_BELOW_HEADING = re.compile(r"(?:\s*+<(?!/?h[12]\b)[^>]*>)*+\s*+<h2\b[^>]*>", re.I)
_END_OF_BELOW = re.compile(r"</h2\b|<h[1-6]\b", re.I)


def heading_blocks(page: MarkedPage) -> list[Block]:
    """Return the page's first-level headings, in order."""
    return [block for block, _ in _headings(page)]


def subheading(page: MarkedPage, headline: Block) -> Block | None:
    """Return the second-level heading right below a first-level one."""
    for block, end in _headings(page):
        if block != headline:
            continue
        below = _BELOW_HEADING.match(page.source, end)
        stop = below and _END_OF_BELOW.search(page.source, below.end(), below.end() + _MAX_HEADING)
        if not below or not stop:
            return None
        inner = _TAG.sub(" ", page.source[below.end() : stop.start()])
        return _block(" ".join(html.unescape(inner).split()), page)
    return None


def _headings(page: MarkedPage) -> Iterator[tuple[Block, int]]:
    """Yield the first-level headings, and where in the marked source each ends."""
    opened: int | None = None
    for tag in _HEADING_TAG.finditer(page.source):
        if not tag[1]:
            opened = tag.end() if opened is None else opened
        elif opened is not None:
            inner = _TAG.sub(" ", page.source[opened : min(tag.start(), opened + _MAX_HEADING)])
            opened = None
            block = _block(" ".join(html.unescape(inner).split()), page)
            if block.text:
                yield block, tag.end()


_OPENING = re.compile(r"<[a-zA-Z]")
#: an opening tag whatever its quoted values hold; one that is never closed is taken to the end
_WHOLE_TAG = re.compile(
    r"""<[a-zA-Z](?:[^"'>=]++|=\s*+(?:"[^"]*+(?:"|$)|'[^']*+(?:'|$))?|["'])*+(?:>|$)"""
)
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"']++))?""")
#: characters of a tag from which its attributes are counted
_LONG_TAG = 20_000


def too_complex(source: str) -> bool:
    """Say whether a page has more elements, text or attributes than are read in a few seconds.

    Some of trafilatura's steps grow with the square of the elements beside one another, and the
    parser compares each attribute with all before it. No news page comes near the bounds.
    """
    # what is cheap to know of a page says of nearly every one that it need not be counted out
    many = source.count("<") > _MAX_ELEMENTS
    if many and sum(1 for _ in _OPENING.finditer(source)) > _MAX_ELEMENTS:
        return True
    return (len(source) > MAX_TEXT and _text_length(source) > MAX_TEXT) or any(
        sum(1 for _ in _ATTRIBUTE.finditer(source, tag.start(), tag.end())) > _MAX_ATTRIBUTES
        for tag in _WHOLE_TAG.finditer(source)
        if tag.end() - tag.start() > _LONG_TAG
    )


def _text_length(source: str) -> int:
    """Return the number of characters outside tags."""
    text = at = 0
    for token in _TOKEN.finditer(source):
        text += token.start() - at
        at = token.end()
    return text + len(source) - at


def text_runs(page: MarkedPage) -> list[tuple[int, str]]:
    """Return place and text of each run, parts that only a character reference split joined."""
    joined: list[tuple[int, str]] = []
    for start, text in page.runs:
        if joined and joined[-1][0] + len(joined[-1][1]) == start:
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        else:
            joined.append((start, text))
    return joined


def extract_blocks(source: str, url: str | None = None) -> tuple[list[Block], MarkedPage]:
    """Return the story's blocks as trafilatura finds them, and the marked page.

    The list is empty if it finds no story.
    """
    page = mark(source)
    text = _story(page.source, url, fast=True)
    if len(text) < _SHORT:  # its second opinions are dear, and seldom asked for more
        text = _story(page.source, url, fast=False)
    blocks = [b for line in text.split("\n") if (b := _block(line, page)).text]
    marks = (m.start() for m in _MARKER.finditer(page.source))
    places = [(start, at) for (start, _), at in zip(page.runs, marks, strict=False)]
    return with_lists(blocks, page.source, places, lambda line: _block(line, page)), page


def _story(source: str, url: str | None, *, fast: bool) -> str:
    found = trafilatura.bare_extraction(
        source, url=url, fast=fast, include_comments=False, with_metadata=False
    )
    return found.text or "" if isinstance(found, Extracted) else ""


def _block(line: str, page: MarkedPage) -> Block:
    """Read the markers out of a line of output and align each run with its source."""
    text: list[str] = []
    segments: list[Segment] = []
    length = 0
    at = 0
    matches = list(_MARKER.finditer(line))
    for i, match in enumerate(matches):
        before = line[at : match.start()]
        if i == 0:
            # list bullets and the like that the extraction put there
            before = ""
        if before:
            text.append(before)
            length += len(before)
        n = (ord(match.group()[0]) - _FIRST) * 256 + ord(match.group()[1]) - _FIRST
        stop = matches[i + 1].start() if i + 1 < len(matches) else len(line)
        words = line[match.end() : stop]
        at = stop
        if n < len(page.runs):
            start, raw = page.runs[n]
            segments += _align(words, length, raw, start)
        text.append(words)
        length += len(words)
    words = "".join(text)
    if page.original is not None:
        words = _restored(words, segments, page.original)
    return _trimmed(words, tuple(segments))


def _restored(words: str, segments: list[Segment], original: str) -> str:
    characters = list(words)
    for seg in segments:
        if seg.length == seg.raw_length:
            characters[seg.clean : seg.clean + seg.length] = original[
                seg.raw : seg.raw + seg.length
            ]
    return "".join(characters)


def _align(words: str, clean: int, raw: str, start: int) -> list[Segment]:
    """Walk a run and its extracted words in step; white space may have been collapsed."""
    if raw.startswith("&") and html.unescape(raw) != raw:
        return [Segment(clean, start, len(words.rstrip()) or len(words), len(raw))] if words else []
    if words and (raw.startswith(words) or words.startswith(raw)):  # nearly always
        same = min(len(words), len(raw))
        return [Segment(clean, start, same, same)]
    segments: list[Segment] = []
    i = j = 0
    while i < len(words) and j < len(raw):
        if words[i] == raw[j]:
            run = 1
            while i + run < len(words) and j + run < len(raw) and words[i + run] == raw[j + run]:
                run += 1
            segments.append(Segment(clean + i, start + j, run, run))
            i, j = i + run, j + run
        elif raw[j].isspace():
            j += 1
        elif words[i].isspace():
            i += 1
        else:
            # a character the extraction changed or left out: skip it on the page only if that helps
            j += 1 if raw.find(words[i], j, j + 8) > j else 0
            if words[i] != raw[j : j + 1]:
                i, j = i + 1, j + 1
    return segments


def _trimmed(text: str, segments: tuple[Segment, ...]) -> Block:
    block = Block(text, segments)
    left = len(text) - len(text.lstrip())
    return block.cut(left, len(text.rstrip())) if text.strip() else Block("", ())

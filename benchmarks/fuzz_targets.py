"""What the fuzzer calls, and what must hold of every answer, however hostile the input.

Each target takes a hostile input through a part of histor as the program itself does, and raises
:class:`BrokenError` where the answer is not one that the next stage may rely on. Any other
exception is a crash.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import lxml.html
import msgspec
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st

from benchmarks.hostile_inputs import Maker
from histor.clean import clean
from histor.clean.printed_dates import find_printed_date
from histor.cli.terminal import plain
from histor.errors import PageError
from histor.extract.dates.edtf import is_edtf
from histor.extract.dates.time_grammar import find_times
from histor.extract.dates.time_values import resolve
from histor.read import ReadSettings
from histor.read.files import pages_from_bytes
from histor.records import CaseExport, CleanPage, Document, Failure, Given, Page, Span
from histor.spans import CleanSpan
from histor.store.queries import parse
from histor.tell import html, markdown

__all__ = ["TARGETS", "BrokenError", "Target"]

_T = TypeVar("_T")
#: what a renderer may be handed from a page: every field that is not an id, a date or a number
_FREE = frozenset(
    [
        "title",
        "outlet",
        "location",
        "name",
        "text",
        "summary",
        "trigger",
        "why",
        "wording",
        "message",
    ]
)


class Target(NamedTuple):
    """A part of histor under fire."""

    #: of the maker, a source of chance and the record to render: one input
    make: Callable[[Maker, random.Random, CaseExport], Any]
    #: takes it through
    attempt: Callable[[Any], object]
    #: inputs that one call of ``attempt`` tries
    each: int = 1


class BrokenError(AssertionError):
    """An answer that is not one."""


def _hold(holds: object, what: str) -> None:
    if not holds:
        raise BrokenError(what)


# --- what is tried, and what must hold ----------------------------------------------------------


def read(data: bytes) -> list[Page]:
    """Read a file of any kind; each page and failure must be whole."""
    pages: list[Page] = []
    for item in pages_from_bytes(data, "heap/x", "x", ReadSettings()):
        msgspec.json.encode(item)
        if isinstance(item, Failure):
            _hold(item.message.endswith(".") and item.code, f"no sentence: {item}")
            continue
        pages.append(item)
        _hold(item.document_id.startswith("doc_"), "no id")
        item.text.encode()
    return pages


def cleaned(page: Page) -> CleanPage | None:
    """Clean a page; the story's words must stand where the offsets say."""
    try:
        story = clean(page)
    except PageError:
        return None
    msgspec.json.encode(story)
    document = story.document
    _hold(document.text.strip(), "a story without words")
    at = 0
    for seg in story.offsets.segments:
        _hold(at <= seg.clean and seg.length > 0 and seg.raw_length > 0, f"segments cross: {seg}")
        at = seg.clean + seg.length
        _hold(at <= len(document.text), f"a segment beyond the story: {seg}")
        _hold(seg.raw >= 0 and seg.raw + seg.raw_length <= len(page.text), f"off the page: {seg}")
        if seg.length == seg.raw_length and seg.length > 1:
            raw = page.text[seg.raw : seg.raw + seg.raw_length]
            words = document.text[seg.clean : at]
            _hold(words.split() == raw.split(), f"{words!r} is not {raw!r}")
    story.offsets.to_raw(CleanSpan(0, len(document.text)))
    if document.page_date is not None:
        _hold(is_edtf(document.page_date.edtf), f"no date: {document.page_date.edtf}")
        for words_ in document.page_date.page_evidence:
            _hold(page.text[words_.start : words_.end] == words_.text, "evidence that is not there")
    return story


def times(text: str) -> None:
    """Find and resolve time expressions; they stand in order, and what is resolved is a date."""
    free = 0
    for match in find_times(text):
        _hold(free <= match.start < match.end <= len(text), f"overlap at {match.start}")
        free = match.end
        for anchor in (None, _DAY):
            extent = resolve(match.form, anchor)
            if extent is not None:
                _hold(is_edtf(extent.edtf), f"no EDTF: {extent.edtf}")
                _hold(extent.earliest <= extent.latest, f"backwards: {extent}")
    day = find_printed_date(text)
    if day is not None:
        _hold(0 <= day.start < day.end <= len(text), "printed date outside its line")
    is_edtf(text[:40])


def rendered(export: CaseExport) -> None:
    """Render a record; nothing of it may become markup, run, or lead anywhere but to the web."""
    page = html.render(export)
    markdown.render(export).encode()
    tree = lxml.html.document_fromstring(page)
    _hold(len(tree.xpath("//script")) == 1, "a script of the page's")
    _hold(
        not tree.xpath("//img|//iframe|//object|//embed|//link|//base|//svg|//math"), "an element"
    )
    _hold(
        not tree.xpath("//@*[starts-with(name(), 'on')] | //@src | //@style | //@srcset"),
        "a handler",
    )
    for link in tree.xpath("//@href"):
        _hold(link.startswith(("#", "http://", "https://")), f"a link to {link}")
    for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u0000\u001b":
        _hold(mark not in page, f"{mark!r} in the report")


def _file(make: Maker, chance: random.Random, base: CaseExport) -> bytes:
    return make.file(chance)


def _file_or_page(make: Maker, chance: random.Random, base: CaseExport) -> bytes:
    return make.file(chance) if chance.random() < 0.3 else make.page(chance)


def _read_and_clean(data: bytes) -> None:
    for page in read(data):
        cleaned(page)


def _page(make: Maker, chance: random.Random, base: CaseExport) -> Page:
    return Page(
        location="heap/x",
        key="x",
        sha256="0" * 64,
        media=chance.choice(("html", "text", "article")),
        text=make.page(chance).decode("utf-8", "replace"),
        encoding="utf-8",
        given=Given(title=make.phrase(chance), date=make.phrase(chance), url=make.phrase(chance)),
    )


def _text(make: Maker, chance: random.Random, base: CaseExport) -> str:
    return make.text(chance) if chance.random() < 0.5 else make.phrase(chance) + make.phrase(chance)


def _words(text: str) -> None:
    times(text)
    plain(text)
    parse(text)


def _record(make: Maker, chance: random.Random, base: CaseExport) -> CaseExport:
    return hostile_record(base, make, chance)


def _seed(make: Maker, chance: random.Random, base: CaseExport) -> int:
    return chance.getrandbits(32)


# --- the same by hypothesis, whose strategies look where mutation does not ------------------------

_MARKUP = st.text(
    st.sampled_from([*"<>&/!-\"'=;#x aAbp19.,:\n\u00a0\u202e\u200b\u0301\u2800", "\U0001f6a2"]),
    max_size=120,
)
_WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            "the on in since late early mid May 12 1999 two years ago last next Tuesday of to and "
            "quarter 20th century 9/11 2020-02-30 now today fall spring Christmas from "
            "between".split()
        ),
        st.integers(-5, 99_999).map(str),
        st.text(max_size=4),
    ),
    max_size=14,
).map(" ".join)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | _MARKUP,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["text", "title", "url", "articles", "data", "source", "authors", "date", "html"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def _drawn(strategy: st.SearchStrategy[_T], attempt: Callable[[_T], object]) -> Target:
    """Make a target that tries a run of :data:`DRAWN` examples; its input is hypothesis' seed."""

    def run_of(number: int) -> None:
        tried: list[_T] = []

        @seed(number)
        @settings(
            max_examples=DRAWN,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            verbosity=Verbosity.quiet,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )
        @given(strategy)
        def run(value: _T) -> None:
            tried.append(value)
            attempt(value)

        try:
            run()
        except Exception as error:
            error.add_note(f"input: {tried[-1]!r}")
            raise

    return Target(_seed, run_of, DRAWN)


#: examples of one drawn input
DRAWN = 20
_DAY = dt.date(2021, 3, 12)

TARGETS: dict[str, Target] = {
    "read": Target(_file, read),
    "page": Target(_file_or_page, _read_and_clean),
    "clean": Target(_page, cleaned),
    "times": Target(_text, _words),
    "render": Target(_record, rendered),
    "drawn bytes": _drawn(st.binary(max_size=300), read),
    "drawn markup": _drawn(_MARKUP, lambda text: _read_and_clean(text.encode())),
    "drawn articles": _drawn(_JSON, lambda value: _read_and_clean(msgspec.json.encode(value))),
    "drawn times": _drawn(_WORDS, times),
}


def hostile_record(base: CaseExport, make: Maker, chance: random.Random) -> CaseExport:
    """Return a record whose every free text is hostile, its spans still holding their words."""
    texts = {d.id: _overwritten(d.text, make, chance) for d in base.documents}

    def changed(item: Any, field: str = "") -> Any:
        if isinstance(item, Span):
            words = texts[item.document][item.start : item.end]
            return msgspec.structs.replace(item, text=words)
        if isinstance(item, Document):
            item = msgspec.structs.replace(item, text=texts[item.id])
        if isinstance(item, msgspec.Struct):
            fields = {
                name: changed(getattr(item, name), name)
                for name in item.__struct_fields__
                if not (isinstance(item, Document) and name == "text")
            }
            return msgspec.structs.replace(item, **fields)
        if isinstance(item, tuple):
            return tuple(changed(part, field) for part in item)
        if isinstance(item, str) and field in _FREE and chance.random() < 0.5:
            return make.phrase(chance)
        return item

    export = changed(base)
    assert isinstance(export, CaseExport)  # noqa: S101 - for the type checker
    return export


def _overwritten(text: str, make: Maker, chance: random.Random) -> str:
    """Write hostile pieces over parts of a text, its length and paragraphs kept."""
    characters = list(text)
    for _ in range(8):
        piece = make.phrase(chance)[:60]
        at = chance.randrange(max(1, len(characters) - len(piece)))
        for offset, character in enumerate(piece):
            if at + offset < len(characters) and characters[at + offset] != "\n" != character:
                characters[at + offset] = character
    return "".join(characters)

"""JSON articles, with fields as news-please, Media Cloud and Event Registry name them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from histor.errors import PageError
from histor.read.pages import failure, too_large, utc
from histor.read.settings import ReadSettings
from histor.read.sniff import looks_like_html
from histor.records import Failure, Given, Page

__all__ = ["page_from_article", "pages_from_json", "pages_from_lines"]

_TEXT = ("maintext", "body", "text", "story_text", "content", "articleBody")
_TITLE = ("title", "headline")
_DATE = (
    "date_publish",
    "publish_date",
    "dateTimePub",
    "dateTime",
    "datePublished",
    "published",
    "date",
)
#: news-please's time of fetching
_FETCHED = ("date_download",)
_OUTLET = ("media_name", "source_name", "outlet", "site", "source_domain", "publisher", "source")
_AUTHORS = ("authors", "author", "byline")
_LISTS = ("articles", "results", "stories", "items", "data")
#: JSON may write a character in six bytes
_LINE_FACTOR = 6
#: what msgspec raises for bytes that are no JSON, no UTF-8, or nested without end
_NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
#: Event Registry writes ISO 639-3
_LANGUAGES = {
    "eng": "en",
    "fra": "fr",
    "deu": "de",
    "spa": "es",
    "ara": "ar",
    "rus": "ru",
    "por": "pt",
}


def pages_from_lines(
    stream: BinaryIO, location: str, settings: ReadSettings
) -> Iterator[Page | Failure]:
    """Yield a page for each line of a JSON lines file."""
    limit = settings.max_page_bytes * _LINE_FACTOR
    for number, line in enumerate(_lines(stream, limit), 1):
        if not line.strip():
            continue
        place = f"{location}!{number}"
        if len(line) > limit:
            yield too_large(place, settings)
            continue
        try:
            record = msgspec.json.decode(line)
        except _NOT_JSON as error:
            yield failure(
                PageError(place, "bad_json", f"the line is not JSON ({error}); export it again")
            )
            continue
        articles = _articles(record)
        for inner, article in enumerate(articles, 1):
            name = place if len(articles) == 1 else f"{place}.{inner}"
            yield page_from_article(article, name, settings)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield the lines of a file; of a line longer than ``limit``, its first ``limit`` + 1 bytes."""
    while line := stream.readline(limit + 1):
        end = line
        while len(end) > limit and not end.endswith(b"\n"):
            end = stream.readline(limit + 1)
        yield line


def pages_from_json(data: bytes, location: str, settings: ReadSettings) -> Iterator[Page | Failure]:
    """Yield a page for each article of a JSON document, however deep its list stands."""
    try:
        document = msgspec.json.decode(data)
    except _NOT_JSON as error:
        yield failure(
            PageError(location, "bad_json", f"the file is not JSON ({error}); export it again")
        )
        return
    records = _articles(document)
    for number, record in enumerate(records, 1):
        place = location if len(records) == 1 else f"{location}!{number}"
        yield page_from_article(record, place, settings)


def _articles(document: Any) -> list[Any]:
    for _ in range(4):
        if isinstance(document, dict):
            inner = next(
                (document[k] for k in _LISTS if isinstance(document.get(k), list | dict)), None
            )
            if inner is None or any(isinstance(document.get(k), str) for k in _TEXT):
                return [document]
            document = inner
    return document if isinstance(document, list) else [document]


def page_from_article(record: Any, location: str, settings: ReadSettings) -> Page | Failure:
    """Make a page of one article record, or the failure that says what it lacks."""
    if not isinstance(record, dict):
        return failure(PageError(location, "bad_json", "the record is not an article object"))
    text = _first(record, _TEXT) or _first(record, ("html", "raw_html"))
    if not text:
        known = ", ".join(_TEXT)
        return failure(
            PageError(location, "empty", f"the article has no text; one of {known} must hold it")
        )
    if len(text.encode()) > settings.max_page_bytes:
        return failure(PageError(location, "too_large", "the article is over the size limit"))
    url = _first(record, ("url", "link", "canonical_url"))
    language = _first(record, ("language", "lang"))
    digest = hashlib.sha256(msgspec.json.encode(record, order="sorted")).hexdigest()
    return Page(
        location=location,
        key=url or digest,
        sha256=digest,
        media="html" if looks_like_html(text) else "article",
        text=text.encode("utf-8", "replace").decode("utf-8"),
        encoding="utf-8",
        given=Given(
            title=_first(record, _TITLE),
            outlet=_outlet(record),
            byline=_authors(record),
            date=_first(record, _DATE),
            language=_LANGUAGES.get(language or "", language),
            url=url,
        ),
        address=url if url and url.lower().startswith(("http://", "https://")) else None,
        fetched=utc(_first(record, _FETCHED)),
    )


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _outlet(record: dict[str, Any]) -> str | None:
    for name in _OUTLET:
        value = record.get(name)
        if isinstance(value, dict):
            value = _first(value, ("title", "name", "uri"))
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    for name in _AUTHORS:
        value = record.get(name)
        items = value if isinstance(value, list) else [value]
        names = [i.get("name") if isinstance(i, dict) else i for i in items]
        found = tuple(n.strip() for n in names if isinstance(n, str) and n.strip())
        if found:
            return found
    return ()

"""The stages that see one page at a time: clean, annotate, extract.

Each takes a page and gives a record or the reason there is none. Pages go through the language
model together, because the model reads many faster than one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from histor.clean import clean
from histor.errors import HistorError, ModelError, PageError
from histor.extract import extract
from histor.records import CleanPage, Failure, Page, PageRecord

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["PageResult", "process"]

_log = logging.getLogger(__name__)


class PageResult(NamedTuple):
    """One page read to the end."""

    page: Page
    clean: CleanPage
    record: PageRecord


def process(
    pages: Sequence[Page], reader: Language | None = None
) -> Iterator[PageResult | Failure]:
    """Clean, annotate and extract ``pages``; yield a result or a failure for each.

    ``reader`` is a spaCy pipeline that sets what docs/annotation.md names; histor's by default.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    cleaned: list[tuple[Page, CleanPage]] = []
    for page in pages:
        story = _clean(page)
        if isinstance(story, Failure):
            yield story
        else:
            cleaned.append((page, story))
    if not cleaned:
        return
    docs = _annotated([story.document.text for _, story in cleaned], reader or _reader())
    for (page, story), doc in zip(cleaned, docs, strict=True):
        if doc is None:
            yield _internal(page, "annotate")
        else:
            yield _extract(page, story, doc)


@lru_cache(maxsize=1)
def _reader() -> Language:
    from histor.annotate import load

    return load()


# The three functions below are the boundary at which one page's trouble stops being the run's: a
# page is input from anybody, and no bug it uncovers may cost the pages beside it. What it was is
# logged in full.


def _clean(page: Page) -> CleanPage | Failure:
    try:
        return clean(page)
    except PageError as error:
        return Failure(location=page.location, code=error.code, message=str(error))
    except HistorError:
        raise
    except Exception:  # noqa: BLE001
        return _internal(page, "clean")


def _annotated(texts: Sequence[str], reader: Language) -> list[Doc | None]:
    """Annotate together; if that fails, one by one, so that only the page at fault is lost."""
    try:
        return list(reader.pipe(texts))
    except ModelError:
        raise
    except Exception:  # noqa: BLE001
        _log.debug("annotate failed on a batch of %d pages", len(texts), exc_info=True)
    return [_annotated_alone(reader, text) for text in texts]


def _annotated_alone(reader: Language, text: str) -> Doc | None:
    try:
        return reader(text)
    except Exception:  # noqa: BLE001
        _log.debug("annotate failed on a page", exc_info=True)
        return None


def _extract(page: Page, story: CleanPage, doc: Doc) -> PageResult | Failure:
    try:
        record = extract(story, doc)
        # what cannot be written must fail here, where it costs one page
        msgspec.json.encode(record)
        return PageResult(page, story, record)
    except HistorError:
        raise
    except Exception:  # noqa: BLE001
        return _internal(page, "extract")


def _internal(page: Page, stage: str) -> Failure:
    _log.debug("%s failed on %s", stage, page.location, exc_info=True)
    message = (
        f"{page.location}: histor itself failed on this page, in its {stage} stage, and went on "
        "without it; please report this with the page."
    )
    return Failure(location=page.location, code="internal", message=message)

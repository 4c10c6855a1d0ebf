"""The stages that see one page at a time: clean, annotate, extract.

Each takes a page and gives a record or the reason there is none. Pages go through the language
model together, because the model reads many faster than one.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from histor.clean import clean
from histor.errors import HistorError, ModelError, PageError
from histor.extract import extract
from histor.records import CleanPage, Failure, Page, PageRecord
from histor.stage_times import StageTimes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["PageResult", "internal", "prepare", "process"]

_log = logging.getLogger(__name__)
#: things made before the garbage collector looks for some that hold one another
_YOUNG = 50_000


class PageResult(NamedTuple):
    """One page read to the end."""

    page: Page
    clean: CleanPage
    record: PageRecord


def process(
    pages: Sequence[Page], reader: Language | None = None, times: StageTimes | None = None
) -> Iterator[PageResult | Failure]:
    """Clean, annotate and extract ``pages``; yield a result or a failure for each.

    ``reader`` is a spaCy pipeline that sets what docs/annotation.md names; histor's by default.
    What each stage took is added to ``times``.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    times = times or StageTimes()
    cleaned: list[tuple[Page, CleanPage]] = []
    for page in pages:
        with times.of("clean"):
            story = _clean(page)
        if isinstance(story, Failure):
            yield story
        else:
            cleaned.append((page, story))
    if not cleaned:
        return
    if reader is None:
        with times.of("load"):
            reader = _reader()
    with times.of("annotate"):
        docs = _annotated([story.document.text for _, story in cleaned], reader)
    for (page, story), doc in zip(cleaned, docs, strict=True):
        if doc is None:
            yield internal(page, "annotate")
        else:
            with times.of("extract"):
                result = _extract(page, story, doc)
                _part(doc)
            yield result


def prepare(threads: int) -> None:
    """Load all that reading needs, and read ``threads`` windows of a page at once from now on.

    What is loaded by then stays for good: the garbage collector no longer looks at it.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    from histor.annotate.pipeline import FACTORY, PageReader

    reader = _reader().get_pipe(FACTORY)
    assert isinstance(reader, PageReader)  # noqa: S101
    reader.threads = threads
    story = " ".join(_SENTENCES * 8)
    marked = f"<html><body><p>{story}</p></body></html>"
    page = Page(location="", key="", sha256="", media="text", text=story, encoding="utf-8")
    list(process([page, msgspec.structs.replace(page, media="html", text=marked)]))
    # what is never looked at is never written to either, and stays shared among forked processes
    gc.collect()
    gc.freeze()
    # next to nothing of a page holds itself, so that little is found by looking often
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


#: a story that makes each stage load what it needs
_SENTENCES = (
    "The minister of a small country said on Monday, 12 March 2018, that two soldiers had died.",
    "“Nobody was hurt in Geneva,” she told reporters, and denied that troops would leave by May.",
)


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
        return internal(page, "clean")


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
        return internal(page, "extract")


def _part(doc: Doc) -> None:
    """Take away what of a document holds the document, so that it is gone without the collector."""
    doc.user_data.clear()
    doc.spans.clear()


def internal(page: Page, stage: str) -> Failure:
    """Return the failure of a page on which a stage of histor broke."""
    _log.debug("%s failed on %s", stage, page.location, exc_info=True)
    message = (
        f"{page.location}: histor itself failed on this page, in its {stage} stage, and went on "
        "without it; please report this with the page."
    )
    return Failure(location=page.location, code="internal", message=message)

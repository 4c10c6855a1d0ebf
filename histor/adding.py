"""One run of adding pages to a case: what came in, and what became of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from histor.records import Failure, Page
from histor.stage_times import StageTimes
from histor.store import Seen, Store, seen

if TYPE_CHECKING:
    from spacy.language import Language

    from histor.stages import PageResult

__all__ = ["AddReport", "Adding", "Progress", "whole"]

#: what is held before it is read and stored together: bounds what Ctrl-C can cost, and memory
_BATCH_PAGES = 16
_BATCH_CHARACTERS = 2_000_000
_BATCH_SECONDS = 2.0


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far :meth:`Case.add` has come."""

    #: pages now in the case that were not before
    added: int = 0
    #: pages the case held already
    known: int = 0
    #: pages and sources that could not be used
    failed: int = 0
    #: the page or source it came to last
    location: str = ""


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    """What :meth:`Case.add` did."""

    #: pages now in the case that were not before
    added: int
    #: pages the case held already, which were left as they are
    known: int
    #: pages and sources that could not be used, and why
    failures: tuple[Failure, ...]
    #: processor seconds by stage: load, read, clean, annotate, extract, store
    seconds: dict[str, float] = {}

    @property
    def failed(self) -> int:
        """How many pages and sources could not be used."""
        return len(self.failures)


class Adding:
    """One run of :meth:`Case.add`: what came in, and what became of it."""

    def __init__(
        self,
        store: Store,
        progress: Callable[[Progress], None] | None,
        reader: Language | None = None,
    ) -> None:
        self._store = store
        self._reader = reader
        self._tell = progress
        self._progress = Progress()
        self._failures: list[Failure] = []
        self._coming: set[str] = set()
        self._seen: list[Seen] = []
        self._failed = {failure.location for failure in store.failures()}
        # pages whose time of fetching is not known are found when the run begins, all at once
        self._started = datetime.now(UTC).isoformat(timespec="microseconds")
        self.times = StageTimes()

    def add(self, pages: Iterable[Page | Failure], processes: int) -> None:
        """Read pages that the case does not hold, and store them batch by batch."""
        from histor.workers import Reading

        reading = Reading(self.read, 1 if self._reader is not None else processes, self.times)
        try:
            for batch in _batches(self.new(self.times.each("read", pages))):
                for outcome in reading.give(batch):
                    self.store(outcome)
            for outcome in reading.rest():
                self.store(outcome)
        finally:
            for outcome in reading.leave():
                self.store(outcome)
            self.see()

    def new(self, pages: Iterable[Page | Failure]) -> Iterator[Page | Failure]:
        """Let through what the case does not hold yet."""
        for page in map(_encodable, pages):
            if isinstance(page, Failure):
                yield page
            elif page.document_id in self._coming or self._store.holds(page.document_id):
                if page.location in self._failed:
                    self._store.forget_failures([page.location])
                self._see_again(page)
                self._count(page.location, known=1)
            else:
                self._coming.add(page.document_id)
                yield page

    def read(self, pages: Sequence[Page]) -> Iterator[PageResult | Failure]:
        """Read pages in this process."""
        from histor.stages import process

        return process(pages, self._reader, self.times)

    def store_records(self, path: str) -> None:
        """Store what ``histor read`` wrote, a few pages at a time."""
        from histor.cluster.stored import stored_results

        for batch in stored_results(path):
            self.store([item for item in batch if isinstance(item, Failure) or self._is_new(item)])

    def _is_new(self, result: PageResult) -> bool:
        """Say whether the case lacks a page that was read elsewhere; count it if not."""
        id_ = result.page.document_id
        if id_ in self._coming or self._store.holds(id_):
            self._store.forget_failures([result.page.location])
            self._count(result.page.location, known=1)
            return False
        self._coming.add(id_)
        return True

    def store(self, outcome: Iterable[PageResult | Failure]) -> None:
        """Store what became of a batch; interrupted, what of it was read."""
        # here, so that what adds nothing need not wait for it
        from histor.link import judge

        results: list[PageResult] = []
        failures: list[Failure] = []
        try:
            for result in outcome:
                if isinstance(result, Failure):
                    failures.append(result)
                elif not self._is_told(result):
                    results.append(result)
        finally:
            with self.times.of("store"):
                judgements = [j for result in results for j in judge(result.record)]
                self._store.put(results, judgements, failures, self._started)
                self.see()
            self._failures += failures
            self._failed.update(failure.location for failure in failures)
            for result in results:
                self._count(result.page.location, added=1)
            for failure in failures:
                self._count(failure.location, failed=1)

    def see(self) -> None:
        """Store where pages were found that the case holds."""
        found, self._seen = self._seen, []
        self._store.see([one for one in found if self._store.holds(one.document)])

    def _see_again(self, page: Page) -> None:
        """Note that a page the case holds stands at its address, if that is news."""
        one = seen(page, self._started)
        if one is None:
            return
        standing = self._store.stands(one.address)
        if one.dated or standing is None or standing[0] != one.document:
            self._seen.append(one)

    def _is_told(self, result: PageResult) -> bool:
        """Say whether a fetch brought the story that stands at its address in other furniture."""
        page = result.page
        if page.address is None or page.fetched is None:
            return False
        standing = self._store.stands(page.address)
        if standing is None or page.fetched < standing[1]:
            return False
        document = self._store.documents([standing[0]])[standing[0]]
        if document.text != result.clean.document.text:
            return False
        self._seen.append(Seen(page.address, document.id, page.fetched, True))
        self._store.forget_failures([page.location])
        self._count(page.location, known=1)
        return True

    def report(self) -> AddReport:
        """Say what was done."""
        return AddReport(
            added=self._progress.added,
            known=self._progress.known,
            failures=tuple(self._failures),
            seconds=dict(self.times.seconds),
        )

    def _count(self, location: str, *, added: int = 0, known: int = 0, failed: int = 0) -> None:
        self._progress = Progress(
            added=self._progress.added + added,
            known=self._progress.known + known,
            failed=self._progress.failed + failed,
            location=location,
        )
        if self._tell is not None:
            self._tell(self._progress)


def _batches(items: Iterable[Page | Failure]) -> Iterator[list[Page | Failure]]:
    batch: list[Page | Failure] = []
    characters, since = 0, time.monotonic()
    try:
        for item in items:
            if not batch:
                characters, since = 0, time.monotonic()
            batch.append(item)
            characters += len(item.text) if isinstance(item, Page) else 0
            late = time.monotonic() - since > _BATCH_SECONDS
            if late or len(batch) >= _BATCH_PAGES or characters > _BATCH_CHARACTERS:
                yield batch
                batch = []
    except (KeyboardInterrupt, Exception):
        # whatever stops the reading, what is in hand is kept
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _encodable(item: Page | Failure) -> Page | Failure:
    """Replace half characters, which file names and JSON may hold and no file or screen can."""
    if isinstance(item, Failure):
        return msgspec.structs.replace(
            item, location=whole(item.location), message=whole(item.message)
        )
    return msgspec.structs.replace(
        item,
        location=whole(item.location),
        key=whole(item.key),
        text=whole(item.text),
        address=None if item.address is None else whole(item.address),
    )


def whole(text: str) -> str:
    """Return a text with half characters replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text

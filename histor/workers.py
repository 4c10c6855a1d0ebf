"""Worker processes that take pages through the stages, so that a long run uses every core.

The workers are forked from one process that has loaded the model and the word lists already
(``forkserver``), so that they share its memory; where the system has no such thing each loads its
own. A page that ends its worker costs that page. A worker ends when the process it reads for does.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import TYPE_CHECKING, NamedTuple

from histor import stages
from histor.errors import HistorError
from histor.records import Failure, Page
from histor.stage_times import StageTimes
from histor.stages import PageResult

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

__all__ = ["Batch", "Outcome", "Reading", "cores"]

_log = logging.getLogger(__name__)
#: pages to read, and failures of getting them, which pass through
Batch = Sequence[Page | Failure]
#: what became of a batch
Outcome = Iterator[PageResult | Failure]
#: batches that the program reads itself, before starting workers pays
_ALONE = 2
#: whether workers are forked from a process that has loaded what they need
_FORKED = sys.platform == "linux"
#: batches that wait for each worker: bounds memory, and what Ctrl-C can cost
_WAITING = 2
#: seconds that an interrupted run waits for what its workers are reading
_PATIENCE = 5.0


class _Read(NamedTuple):
    """What a worker gives back: what became of its pages, and what each stage took."""

    results: list[PageResult | Failure]
    seconds: dict[str, float]


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Reading:
    """Batches of pages on their way through the stages.

    The first batches, and all those that come while the workers load, are read in this process.
    """

    def __init__(
        self, alone: Callable[[Sequence[Page]], Outcome], processes: int, times: StageTimes
    ) -> None:
        """Prepare to read.

        Args:
            alone: reads pages in this process.
            processes: how many processes read once there is much to read; 1 for this one alone.
            times: is told what each stage took in the workers.
        """
        self._alone, self._processes, self._times = alone, processes, times
        self._given: deque[tuple[Batch, Future[_Read]]] = deque()
        self._pool: ProcessPoolExecutor | None = None
        self._loaded: threading.Event | None = None
        self._starting: list[Future[None]] = []
        self._batches = 0

    def give(self, batch: Batch) -> Iterator[Outcome]:
        """Take a batch; yield what became of those, in order, that had to be awaited for it.

        Raises:
            ModelError: the language model cannot be loaded.
        """
        self._batches += 1
        if self._loaded is None and self._processes > 1 and self._batches > _ALONE:
            self._loaded = _loading()
        if not self._ready():
            yield self._read_alone(batch)
            return
        self._given.append((batch, self._submitted(_pages(batch))))
        while len(self._given) > _WAITING * self._processes:
            yield self._taken()

    def rest(self) -> Iterator[Outcome]:
        """Yield what became of the batches that are still being read, in order."""
        while self._given:
            yield self._taken()

    def leave(self) -> Iterator[Outcome]:
        """End the workers; yield what they had read, or read to the end within some seconds."""
        if self._pool is None:
            return
        wait([future for _, future in self._given if not future.cancel()], timeout=_PATIENCE)
        self._pool.shutdown(wait=False)
        while self._given:
            batch, future = self._given.popleft()
            if future.done() and not future.cancelled() and future.exception() is None:
                yield self._outcome(batch, future.result())

    def _ready(self) -> bool:
        """Say whether the workers can read by now."""
        if self._loaded is None or not self._loaded.is_set():
            return False
        if self._pool is None:
            self._pool, starting = _pool(self._processes)
            if not _FORKED:  # each has all to load yet
                self._starting = starting
        return all(f.done() for f in self._starting)

    def _read_alone(self, batch: Batch) -> Outcome:
        yield from _failures(batch)
        yield from self._alone(_pages(batch))

    def _taken(self) -> Outcome:
        batch, future = self._given[0]
        try:
            found = self._outcome(batch, future.result())
        except HistorError:
            found = self._read_alone(batch)  # raises here what it raised there
        except BrokenProcessPool:
            _log.warning("a worker process ended; its pages are read again, one by one")
            found = iter([*_failures(batch), *self._one_by_one(_pages(batch))])
        self._given.popleft()
        return found

    def _outcome(self, batch: Batch, read: _Read) -> Outcome:
        self._times.add(read.seconds)
        return iter([*_failures(batch), *read.results])

    def _one_by_one(self, pages: Sequence[Page]) -> Iterator[PageResult | Failure]:
        """Read each page by itself, in a new worker after one has ended."""
        for page in pages:
            for _ in range(2):
                try:
                    read = self._submitted([page]).result()
                except BrokenProcessPool:
                    self._pool, _ = _pool(self._processes)
                else:
                    self._times.add(read.seconds)
                    yield from read.results
                    break
            else:
                yield stages.internal(page, "annotate")

    def _submitted(self, pages: Sequence[Page]) -> Future[_Read]:
        assert self._pool is not None  # noqa: S101
        try:
            return self._pool.submit(_read, pages)
        except BrokenProcessPool as error:
            broken: Future[_Read] = Future()
            broken.set_exception(error)
            return broken


def _pages(batch: Batch) -> list[Page]:
    return [item for item in batch if isinstance(item, Page)]


def _failures(batch: Batch) -> list[Failure]:
    return [item for item in batch if isinstance(item, Failure)]


def _loading() -> threading.Event:
    """Start the process that workers are forked from; return what is set once it has loaded.

    A first process is asked of it, which it gives as soon as it can; whoever asks waits until then.
    """
    loaded = threading.Event()

    def ask() -> None:
        try:
            first = _context().Process(target=_started, daemon=True)
            first.start()
            first.join()
        finally:
            loaded.set()

    if _FORKED:
        threading.Thread(target=ask, daemon=True).start()
    else:
        loaded.set()
    return loaded


def _pool(count: int) -> tuple[ProcessPoolExecutor, list[Future[None]]]:
    """Return workers, all of them started, and what is done as each has loaded what it needs.

    One that is started while another dies is not ended with the rest, and the program would wait
    for it without end (``terminate_broken`` of Python 3.11).
    """
    pool = ProcessPoolExecutor(count, _context(), initializer=_begin)
    starting: list[Future[None]] = []
    with suppress(BrokenProcessPool):  # which whoever asks for a page is told again
        starting += (pool.submit(_started) for _ in range(count))
    return pool, starting


def _context() -> ForkServerContext | SpawnContext:
    # never a fork of this process, which would copy the locks of its threads
    if not _FORKED:
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["histor.preloaded"])
    return context


# --- in the workers -------------------------------------------------------------------------------


def _begin() -> None:
    """Prepare a worker: Ctrl-C is its parent's to answer, and it does not outlive its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    stages.prepare(threads=1)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _started() -> None:
    pass


def _read(pages: Sequence[Page]) -> _Read:
    times = StageTimes()
    return _Read(list(stages.process(pages, times=times)), dict(times.seconds))

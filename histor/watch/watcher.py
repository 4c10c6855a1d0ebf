"""One look at a source: its list, and its pages that are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from histor.case import Case, Progress
from histor.errors import PageError
from histor.read.files import files_under, pages_from_path
from histor.read.pages import failure
from histor.read.sniff import kind_of
from histor.read.urls import Answer, Fetcher
from histor.records import Failure, Page
from histor.store import Watched
from histor.watch.asking import HELD, Asker
from histor.watch.lists import ListReader
from histor.watch.plan import Plan, Source
from histor.watch.report import Look
from histor.watch.timing import after_failure, next_visit, retry_page, stamp, time_of

__all__ = ["Watcher"]

_GONE = {404, 410}


def _now() -> datetime:
    return datetime.now(UTC)


class Watcher:
    """Looks at the sources of a plan, and keeps in the case what it must know next time.

    What is known of a page is stored after the page is, so that stopped at any moment the next
    look begins where this one ended.
    """

    def __init__(self, case: Case, plan: Plan, *, clock: Callable[[], datetime] = _now) -> None:
        self._case = case
        self._clock = clock
        self._settings = plan.settings
        self._own_files = tuple(str(Path(p).resolve()) for p in (case.path, plan.path) if p)
        self._log = case.watch_log()
        self._fetcher = Fetcher(plan.settings)
        self._asker = Asker(self._fetcher, self._log, clock)
        names = frozenset(source.name for source in plan.sources)
        self._lists = ListReader(self._asker, self._log, plan.settings, names, clock)

    def due(self, source: Source) -> datetime:
        """Return when a source is to be looked at next; a time past if it never was."""
        own = self._log.find(source.name)
        if own is None or own.due_at is None:
            return datetime.min.replace(tzinfo=UTC)
        # an interval that was made shorter counts at once, unless the source is in trouble
        last = time_of(own.checked_at or own.first_at)
        due = time_of(own.due_at)
        due = due if own.failures else min(due, last + source.every)
        held = None if source.kind == "folder" else self._asker.held_until(source.name)
        return max(due, held or due)

    def look(self, source: Source) -> Look:
        """Look at a source, if it is due.

        Raises:
            CaseError: the case cannot be written; nothing is lost, and what was read is kept.
        """
        now = self._clock()
        look = Look(kind=source.kind, name=source.name, at=now, due=self.due(source))
        if look.due is not None and look.due > now:
            look.early = True
            return look
        own = self._log.find(source.name) or Watched(
            address=source.name, source=source.name, first_at=stamp(now)
        )
        if source.kind == "folder":
            self._folder(source, look)
        elif source.kind == "page":
            self._visit(source, [own], look)
            own = self._log.find(source.name) or own
        else:
            own = self._list(source, own, look)
            by_now = stamp(self._clock())
            look.waiting = max(0, self._log.waiting(source.name, by_now) - source.most)
            self._visit(source, self._log.due(source.name, by_now, source.most), look)
        self._keep_own(source, own, look)
        return look

    def _list(self, source: Source, own: Watched, look: Look) -> Watched:
        try:
            return self._lists.read(source, own, look)
        except PageError as error:
            look.reached = False
            look.problem = error.problem
            again = 0 if error.code == HELD else 1
            return msgspec.structs.replace(own, failures=own.failures + again)

    def _keep_own(self, source: Source, own: Watched, look: Look) -> None:
        now = self._clock()
        due = after_failure(own.failures, source, now) if own.failures else now + source.every
        if source.kind != "folder":
            due = max(due, self._asker.held_until(source.name) or due)
        look.due = due
        self._log.keep([msgspec.structs.replace(own, checked_at=stamp(now), due_at=stamp(due))])

    # --- pages --------------------------------------------------------------------------------

    def _visit(self, source: Source, rows: Sequence[Watched], look: Look) -> None:
        stored = _Stored(self._log.keep, look)
        report = self._case.add_pages(self._pages(source, rows, look, stored), progress=stored)
        if report.failures and look.problem is None:
            look.problem = report.failures[0].message.rstrip(".")

    def _pages(
        self, source: Source, rows: Sequence[Watched], look: Look, stored: _Stored
    ) -> Iterator[Page | Failure]:
        for row in rows:
            try:
                answer = self._asker.ask(row, source)
                page = self._page(source, row, answer, look)
            except PageError as error:
                if error.code == HELD:
                    look.waiting += 1
                    continue
                yield from self._failed(source, row, error, look)
            else:
                if page is not None:
                    stored.expect(page.location, row, self._had(source, row, answer))
                    yield page

    def _page(self, source: Source, row: Watched, answer: Answer, look: Look) -> Page | None:
        """Return the page that was answered; none if it is as it was.

        Raises:
            PageError: there is none.
        """
        if answer.status == 304:
            look.unchanged += 1
            self._case.still_stands(row.address, self._clock())
            had = self._had(source, row, answer)
            same = {"etag": row.etag, "modified": row.modified, "read": row.read}
            self._log.keep([msgspec.structs.replace(had, **same)])
            return None
        if answer.status in _GONE and row.read:
            raise PageError(row.address, "gone", f"the site has it no longer ({answer.status})")
        if answer.status != 200:
            raise PageError(
                row.address,
                "http_status",
                f"the site answered {answer.status}; check the address or retry",
            )
        if (kind := kind_of(answer.data)) not in {"html", "text"}:
            raise PageError(row.address, "not_a_page", f"this is no page but {kind}")
        page = self._fetcher.page(row.address, answer, self._clock())
        if isinstance(page, Failure):
            raise PageError(row.address, page.code, page.message.removeprefix(f"{row.address}: "))
        return page

    def _had(self, source: Source, row: Watched, answer: Answer) -> Watched:
        now = self._clock()
        return msgspec.structs.replace(
            row,
            checked_at=stamp(now),
            due_at=next_visit(row, source, now),
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            failures=0,
            read=True,
        )

    def _failed(
        self, source: Source, row: Watched, error: PageError, look: Look
    ) -> Iterator[Failure]:
        now = self._clock()
        if error.code == "gone":
            look.gone += 1
        else:
            look.failed += 1
            look.problem = look.problem or str(error).rstrip(".")
        if row.address == source.name:
            look.reached = False
        failures = row.failures + 1
        self._log.keep(
            [
                msgspec.structs.replace(
                    row,
                    checked_at=stamp(now),
                    failures=failures,
                    due_at=retry_page(failures, source, now),
                )
            ]
        )
        # of a page that was read before, the case holds what it said
        if not row.read:
            yield failure(error)

    # --- folders ------------------------------------------------------------------------------

    def _folder(self, source: Source, look: Look) -> None:
        folder = Path(source.name)
        if not folder.is_dir():
            look.reached = False
            look.problem = "there is no such folder; make it, or check the spelling"
            return
        read: list[Watched] = []
        stored = _Stored(None, look)
        report = self._case.add_pages(
            self._files(source, folder, read, stored, look), progress=stored
        )
        self._log.keep(read)
        look.failed += report.failed
        if report.failures:
            look.problem = report.failures[0].message.rstrip(".")

    def _files(
        self, source: Source, folder: Path, read: list[Watched], stored: _Stored, look: Look
    ) -> Iterator[Page | Failure]:
        for file in files_under(folder):
            if isinstance(file, Failure):
                yield file
                continue
            if str(file.resolve()).startswith(self._own_files):
                continue
            try:
                state = file.stat()
            except OSError:
                # it was taken away since the folder was listed
                continue
            mark = f"{state.st_mtime_ns} {state.st_size}"
            row = self._log.find(str(file))
            if row is not None and row.mark == mark:
                look.unchanged += 1
                continue
            now = stamp(self._clock())
            row = row or Watched(address=str(file), source=f"folder:{source.name}", first_at=now)
            had = msgspec.structs.replace(row, checked_at=now, mark=mark, read=True)
            for page in pages_from_path(file, self._settings):
                if isinstance(page, Page):
                    stored.expect(page.location, row, had)
                yield page
            read.append(had)


class _Stored:
    """Hears of every page that was stored: counts it, and keeps what is known of its address."""

    def __init__(self, keep: Callable[[list[Watched]], None] | None, look: Look) -> None:
        self._keep = keep
        self._look = look
        self._last = Progress()
        self._expected: dict[str, tuple[Watched, Watched]] = {}

    def expect(self, location: str, before: Watched, after: Watched) -> None:
        """Say what will be known of a page's address once the page is stored."""
        self._expected[location] = before, after

    def __call__(self, now: Progress) -> None:
        """Take in that one more page was stored, known, or could not be read."""
        last, self._last = self._last, now
        expected = self._expected.pop(now.location, None)
        if expected is None:
            return
        before, after = expected
        if now.added > last.added:
            if before.read:
                self._look.changed += 1
            else:
                self._look.new += 1
        elif now.known > last.known:
            self._look.unchanged += 1
        elif self._keep is not None:
            self._look.failed += 1
            after = msgspec.structs.replace(after, read=before.read)
        if self._keep is not None:
            self._keep([after])

"""Adding pages with progress, failures told, and Ctrl-C answered: shared by three commands."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from histor.cli.terminal import complain, plain
from histor.errors import NothingReadError

if TYPE_CHECKING:
    from histor.case import AddReport, Case, Progress

__all__ = ["add_pages", "opened"]

#: failures listed one by one; the export holds them all
_LISTED = 20
_SECONDS_BETWEEN_LINES = 2.0


@contextmanager
def opened(
    names: Sequence[str], *, allow_private: bool = False, progress: bool | None = None
) -> Iterator[Case]:
    """Give the case ``names`` is, or a temporary one made of the sources it names.

    Raises:
        typer.BadParameter: a case among sources.
    """
    from histor.case import Case, is_case
    from histor.case import open as open_case

    if len(names) == 1 and is_case(names[0]):
        with open_case(names[0], create=False) as case:
            yield case
        return
    for name in names:
        if is_case(name):
            raise typer.BadParameter(f"{name} is a case; name one case alone, or only sources")
    with Case.temporary() as case:
        add_pages(case, names, allow_private=allow_private, progress=progress)
        yield case


def add_pages(
    case: Case,
    sources: Sequence[str],
    *,
    allow_private: bool = False,
    progress: bool | None = None,
    quiet: bool = False,
    pipeline: str | None = None,
    processes: int | None = None,
) -> AddReport:
    """Add ``sources`` to ``case``, tell what failed on stderr, and return what was done.

    ``progress`` shows how far it is; by default where stderr is a terminal. ``pipeline`` names
    another spaCy pipeline to read with. ``processes`` read together; by default one a core.

    Raises:
        PipelineError: that pipeline cannot be loaded.
        NothingReadError: not one page could be read, for several reasons or none.
        typer.Exit: stopped by Ctrl-C; or not one page, for a reason that has been told.
    """
    from histor.annotate import load_pipeline
    from histor.case import Progress
    from histor.read import ReadSettings
    from histor.workers import cores

    reader = load_pipeline(pipeline) if pipeline else None
    last = Progress()

    def remember(now: Progress) -> None:
        nonlocal last
        last = now
        show(now)

    shown = not quiet and (sys.stderr.isatty() if progress is None else progress)
    try:
        with _progress_bar(shown) as show:
            report = case.add(
                sources,
                settings=ReadSettings(allow_private=allow_private),
                progress=remember,
                reader=reader,
                processes=processes or cores(),
            )
    except KeyboardInterrupt:
        _tell_stopped(case, last)
        raise typer.Exit(130) from None
    for failure in report.failures[:_LISTED]:
        complain(failure.message)
    if report.failed > _LISTED:
        complain(f"{report.failed - _LISTED} more could not be read; the export lists them all.")
    if not report.added and not report.known:
        if report.failed == 1:
            # the one reason has been told
            raise typer.Exit(1)
        raise NothingReadError(", ".join(sources), report.failures)
    return report


def _tell_stopped(case: Case, last: Progress) -> None:
    if case.path == ":memory:":
        complain("stopped; nothing was written.")
    else:
        complain(
            f"stopped; {_pages(last.added)} added before that {_are(last.added)} kept in "
            f"{case.path}, and the same command goes on from there."
        )


def _counts(now: Progress) -> str:
    return f"{_pages(now.added)} read, {now.known} known, {now.failed} failed"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


@contextmanager
def _progress_bar(shown: bool) -> Iterator[Callable[[Progress], None]]:
    if not shown:
        yield lambda now: None
    elif sys.stderr.isatty():
        with _live_progress() as show:
            yield show
    else:
        yield _progress_lines()


def _progress_lines() -> Callable[[Progress], None]:
    """Print progress where nothing can be redrawn: a line now and then."""
    due = 0.0

    def show(now: Progress) -> None:
        nonlocal due
        if time.monotonic() >= due:
            typer.echo(_counts(now), err=True)
            due = time.monotonic() + _SECONDS_BETWEEN_LINES

    return show


@contextmanager
def _live_progress() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading pages")

        def show(now: Progress) -> None:
            where = Text(plain(now.location))
            where.truncate(40, overflow="ellipsis")
            bar.update(task, description=f"{_counts(now)}  {where.plain}")

        yield show

"""``histor check``: is the case whole?"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from histor.cli.terminal import complain, plain, print_json

__all__ = ["check"]

_SECONDS_BETWEEN_LINES = 2.0


def check(
    case: Annotated[str, typer.Argument(help="The case file.")],
    json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Check that a case is whole: its file, pages, spans, links and search index.

    Prints a line for each fault and exits with 1 if there is one. Changes nothing; as by every
    command, a case of an older histor is brought up to date.
    """
    from histor.case import open as open_case

    with (
        open_case(case, create=False) as opened,
        _progress(sys.stderr.isatty() if progress is None else progress) as show,
    ):
        report = opened.check(show)
    if json:
        print_json(report)
    else:
        for fault in report.faults:
            typer.echo(plain(f"{fault.where}: {fault.code}: {fault.message}"))
    checked = f"{report.pages} pages, {report.spans} spans and {report.links} links checked"
    if report.faults:
        many = "1 fault" if len(report.faults) == 1 else f"{len(report.faults)} faults"
        complain(
            f"{case}: {many} ({checked}); restore a copy, or read the pages again into a new case."
        )
        raise typer.Exit(1)
    if not json:
        typer.echo(f"{plain(case)}: whole; {checked}")


@contextmanager
def _progress(shown: bool) -> Iterator[Callable[[int, int], None] | None]:
    if not shown:
        yield None
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True, markup=False, highlight=False, emoji=False)
        with Progress(console=console, transient=True) as bar:
            task = bar.add_task("checking pages", total=None)
            yield lambda done, of: bar.update(task, completed=done, total=of)
    else:
        yield _lines()


def _lines() -> Callable[[int, int], None]:
    due = 0.0

    def show(done: int, of: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            typer.echo(f"{done} of {of} pages checked", err=True)
            due = time.monotonic() + _SECONDS_BETWEEN_LINES

    return show

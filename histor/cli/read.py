"""``histor read``: pages to a records file, on this machine or on many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli.terminal import complain, plain, print_json
from histor.errors import NothingReadError

if TYPE_CHECKING:
    from histor.cluster.reading import ReadReport

__all__ = ["read"]

#: failures listed one by one; the case holds them all
_LISTED = 20


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="What histor add reads; Parquet files of articles; addresses of WARC or Parquet "
            "files (s3://, gs://, https://), with * for many.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The records file to write (Parquet)."),
    ],
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="ray://HOST",
            help="Read on this Ray cluster; by default on this machine.",
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes", min=1, help="How many read on this machine; default: one a core."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but what could not be read.")
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Read pages without linking them; histor add CASE FILE stores and links them later.

    Needs the extra part: pip install 'histor[cluster]'.
    """
    from histor.cluster.engine import Engine
    from histor.cluster.reading import ReadReport, read_to_file
    from histor.read import ReadSettings

    last = ReadReport()

    def remember(now: ReadReport) -> None:
        nonlocal last
        last = now
        show(now)

    shown = not quiet and (sys.stderr.isatty() if progress is None else progress)
    try:
        with _shown(shown) as show:
            report = read_to_file(
                sources,
                output,
                Engine(engine, processes),
                settings=ReadSettings(allow_private=allow_private),
                progress=remember,
            )
    except KeyboardInterrupt:
        kept = f"; {last.read} pages read before that are in {output}" if last.read else ""
        complain(f"stopped{kept}.")
        # Daft's threads, once stopped, abort a program that ends in the usual way
        os._exit(130)
    except OSError as error:
        complain(f"{output}: cannot be written ({error.strerror}); name another file with -o.")
        raise typer.Exit(1) from error
    for failure in report.failures[:_LISTED]:
        complain(failure.message)
    if len(report.failures) > _LISTED:
        complain(
            f"{len(report.failures) - _LISTED} more could not be read; they stand in {output}."
        )
    if not report.read:
        raise NothingReadError(", ".join(sources), report.failures)
    if json:
        print_json(
            {
                "output": str(output),
                "read": report.read,
                "known": report.known,
                "failed": len(report.failures),
                "failures": report.failures,
            }
        )
    elif not quiet:
        typer.echo(f"{plain(str(output))}: {_counts(report)}")


def _counts(now: ReadReport) -> str:
    return f"{now.read} read, {now.known} twice, {len(now.failures)} failed"


@contextmanager
def _shown(shown: bool) -> Iterator[Callable[[ReadReport], None]]:
    if not shown:
        yield lambda now: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading pages")
        yield lambda now: bar.update(task, description=_counts(now))

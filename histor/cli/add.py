"""``histor add``: pages into a case."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Annotated

import typer

from histor.cli.adding import add_pages
from histor.cli.terminal import plain, print_json

__all__ = ["add"]

#: the stages in the order in which a page comes to them
_STAGES = ("load", "read", "clean", "annotate", "extract", "store")


def add(
    case: Annotated[str, typer.Argument(help="The case file; made if it is not there.")],
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, archives, feeds, http(s) addresses, or - for standard input.",
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but what could not be read.")
    ] = False,
    pipeline: Annotated[
        str | None,
        typer.Option(
            "--pipeline",
            metavar="NAME_OR_PATH",
            help="Read with another spaCy pipeline, as spacy.load names it.",
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that read together; default: one a core."),
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Tell on stderr where the time went, by stage.")
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress; default: on a terminal."),
    ] = None,
) -> None:
    """Read pages into a case. Pages it holds already are left as they are."""
    from histor.case import open as open_case

    began = time.perf_counter()
    with open_case(case) as opened:
        report = add_pages(
            opened,
            sources,
            allow_private=allow_private,
            progress=progress,
            quiet=quiet,
            pipeline=pipeline,
            processes=processes,
        )
    if profile:
        _tell_stages(report.seconds, report.added, time.perf_counter() - began)
    if json:
        print_json(
            {
                "case": case,
                "added": report.added,
                "known": report.known,
                "failed": report.failed,
                "failures": report.failures,
                **({"seconds": report.seconds} if profile else {}),
            }
        )
    elif not quiet:
        typer.echo(
            f"{plain(case)}: {report.added} added, {report.known} known, {report.failed} failed"
        )


def _tell_stages(seconds: Mapping[str, float], pages: int, wall: float) -> None:
    """Print processor seconds by stage, of all processes, and the run's own time."""
    whole = sum(seconds.values())
    typer.echo("stage      seconds  share  ms a page", err=True)
    for stage in _STAGES:
        spent = seconds.get(stage, 0.0)
        share = spent / whole if whole else 0.0
        each = f"{1000 * spent / pages:9.1f}" if pages else ""
        typer.echo(f"{stage:<9}{spent:9.2f}{share:7.0%}  {each}".rstrip(), err=True)
    speed = f", {pages / wall:.1f} a second" if pages else ""
    typer.echo(
        f"{pages} pages in {wall:.1f} s{speed}; seconds are the processors', all together", err=True
    )

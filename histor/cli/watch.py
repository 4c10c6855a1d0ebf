"""``histor watch``: feeds, sitemaps, pages and folders looked at again and again."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from histor.cli.terminal import complain, plain, print_json_line

if TYPE_CHECKING:
    from types import FrameType

    from histor.watch import Look

__all__ = ["watch"]


def watch(
    case: Annotated[str, typer.Argument(help="The case file; made if it is not there.")],
    sources: Annotated[
        str,
        typer.Argument(
            metavar="SOURCES.TOML",
            help="What to watch: feeds, sitemaps, pages, folders, and how often.",
        ),
    ],
    once: Annotated[
        bool, typer.Option("--once", help="Look at what is due and end, for cron.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only read the list of sources and say what it means.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Log JSON, one object a line.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Allow addresses on private networks.")
    ] = False,
) -> None:
    """Watch feeds, sitemaps, pages and folders, and read what is new or changed into a case.

    One line a look goes to standard output. Stop it with Ctrl-C; started again it goes on from
    there. docs/watch.md shows how the list of sources is written.
    """
    from filelock import FileLock, Timeout

    from histor.case import open as open_case
    from histor.watch import read_plan
    from histor.watch import watch as watch_plan

    plan = read_plan(sources, allow_private=allow_private)
    if check:
        for source in plan.sources:
            hosts = f"; also {', '.join(source.hosts)}" if source.hosts else ""
            typer.echo(plain(f"{source.kind} {source.name} every {source.every}{hosts}"))
        return

    def tell(look: Look) -> None:
        if json:
            print_json_line(look)
        else:
            typer.echo(plain(look.line))
        sys.stdout.flush()

    # a service manager's way of saying Ctrl-C
    signal.signal(signal.SIGTERM, _stop)
    lock = FileLock(f"{case}.watch.lock")
    try:
        with open_case(case) as opened, lock.acquire(blocking=False):
            opened.require_writable()
            reached = watch_plan(opened, plan, tell, once=once)
    except Timeout:
        complain(f"{case}: another histor watch runs on this case; stop it first.")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        complain(
            f"stopped; what was read is kept in {case}, and the same command goes on from there."
        )
        raise typer.Exit(130) from None
    if not reached:
        raise typer.Exit(1)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt

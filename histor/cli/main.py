"""The command's way in and out: subcommands, exit codes, and errors as one sentence.

Exit codes: 0 done; 1 nothing could be read, or the case is broken or at fault; 2 the command was
mistyped; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Sequence
from typing import Annotated

import typer

from histor import __version__
from histor.cli import add, check, diff, export, read, report, schema, search, show, watch
from histor.cli.terminal import complain
from histor.errors import HistorError

__all__ = ["app", "main", "run"]

_log = logging.getLogger(__name__)

app = typer.Typer(
    name="histor",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("add")(add.add)
app.command("watch")(watch.watch)
app.command("read")(read.read)
app.command("report")(report.report)
app.command("export")(export.export)
app.command("show")(show.show)
app.command("diff")(diff.diff)
app.command("search")(search.search)
app.command("check")(check.check)
app.command("schema")(schema.schema)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"histor {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Log in full, to stderr, what goes wrong.")
    ] = False,
) -> None:
    """Read a heap of news pages about a crisis and write the record.

    Who says what, when, about whom; every line tied to the exact words on the page.
    """
    if debug:
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, force=True)
    else:
        # libraries' warnings about a page are no news to the analyst; failures are told as such
        logging.getLogger().addHandler(logging.NullHandler())
        warnings.simplefilter("ignore")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; ``arguments`` are ``sys.argv``'s by default."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="histor")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        return 130
    except HistorError as error:
        complain(str(error))
        return 1
    except Exception as error:  # noqa: BLE001 - the outermost boundary: a sentence, no traceback
        _log.debug("unexpected error", exc_info=True)
        complain(
            f"histor failed in a way it did not expect ({type(error).__name__}: {error}); "
            "please report this with the command, run again as: histor --debug ..."
        )
        return 1
    return 0


def run() -> None:
    """Run the command and exit; the ``histor`` script."""
    sys.exit(main())


if __name__ == "__main__":
    run()

"""What goes to the terminal: page text that can do nothing there, tables, JSON, complaints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import typer

from histor.whole_files import write_whole

__all__ = ["complain", "plain", "print_json", "print_json_line", "print_table", "write"]

#: what would move the cursor, change colours, or turn the order of the letters around
_UNSAFE = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ),
    " ",
)


def plain(text: str) -> str:
    """Return ``text`` on one line, without a character that a terminal would obey."""
    return " ".join(text.translate(_UNSAFE).split())


def complain(message: str) -> None:
    """Print a sentence about what went wrong to stderr."""
    typer.echo(f"histor: {_printable(plain(message), sys.stderr.encoding)}", err=True)


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows: as a table on a terminal, else as tab-separated lines under a header line."""
    cells = [[plain(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_rich(header, cells)
    else:
        for row in [list(header), *cells]:
            typer.echo(_printable("\t".join(row), sys.stdout.encoding))
    sys.stdout.flush()


def _print_rich(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in header:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*[Text(cell) for cell in row])
    Console(markup=False, highlight=False, emoji=False).print(table)


def print_json(value: object) -> None:
    """Print records as JSON to stdout, in UTF-8."""
    encoded = msgspec.json.encode(value, order="deterministic")
    write(msgspec.json.format(encoded, indent=2) + b"\n", "-")


def print_json_line(value: object) -> None:
    """Print a record as JSON on one line."""
    write(msgspec.json.encode(value, order="deterministic") + b"\n", "-")


def write(data: bytes, output: str) -> None:
    """Write to the file ``output``, or to stdout for ``-``.

    Raises:
        typer.Exit: the file cannot be written; the complaint has been printed.
    """
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        write_whole(Path(output), data)
    except OSError as error:
        complain(f"{output}: cannot be written ({error.strerror}); name another file with -o.")
        raise typer.Exit(1) from error


def _printable(text: str, encoding: str | None) -> str:
    name = encoding or "utf-8"
    return text.encode(name, "replace").decode(name)

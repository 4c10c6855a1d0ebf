"""The options that choose some days of a case."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

import typer

__all__ = ["Days"]

_FORMATS = ["%Y-%m-%d", "%Y-%m", "%Y"]


class Days:
    """``--after`` and ``--before``."""

    After: TypeAlias = Annotated[
        dt.datetime | None,
        typer.Option(
            "--after",
            metavar="DAY",
            formats=_FORMATS,
            help="Only pages written on this day (or from this month, year) or later.",
        ),
    ]
    Before: TypeAlias = Annotated[
        dt.datetime | None,
        typer.Option(
            "--before", metavar="DAY", formats=_FORMATS, help="Only pages written before this day."
        ),
    ]

    @staticmethod
    def of(
        after: dt.datetime | None, before: dt.datetime | None
    ) -> tuple[dt.date | None, dt.date | None]:
        """Return the days that were given.

        Raises:
            typer.BadParameter: no day is after the one and before the other.
        """
        if after is not None and before is not None and before <= after:
            raise typer.BadParameter("no day is after --after and before --before.")
        return after.date() if after else None, before.date() if before else None

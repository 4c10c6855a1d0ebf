"""The forms a situation report is written in, by name and by the ending of a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal, get_args

from histor.errors import InputError
from histor.records import CaseExport
from histor.tell.change_lines import Since
from histor.tell.date_words import edtf_words
from histor.tell.pictures import can_draw, pictures_of

__all__ = ["ReportForm", "days_title", "ending", "form_for", "render_report"]

ReportForm = Literal["html", "markdown", "docx", "pdf"]

_ENDINGS: dict[str, ReportForm] = {
    ".html": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}


def form_for(path: str | Path) -> ReportForm:
    """Return the form that a path's ending names; html if it names none."""
    return _ENDINGS.get(Path(path).suffix.lower(), "html")


def ending(form: str) -> str:
    """Return the ending of a form's files, with its dot."""
    return next(e for e, f in _ENDINGS.items() if f == form)


def days_title(after: dt.date | None, before: dt.date | None) -> str:
    """Return the title of a report on the pages written from a day on and before another.

    >>> days_title(dt.date(2021, 5, 3), dt.date(2021, 5, 10))
    'Situation report: pages written from 3 May 2021 to 9 May 2021'
    >>> days_title(None, None)
    'Situation report'
    """
    last = before - dt.timedelta(days=1) if before is not None else None
    days = [
        f"{word} {edtf_words(day.isoformat())}"
        for word, day in (("from", after), ("to", last))
        if day is not None
    ]
    return f"Situation report: pages written {' '.join(days)}" if days else "Situation report"


def render_report(
    export: CaseExport,
    form: str,
    title: str = "Situation report",
    *,
    pictures: bool | None = None,
    since: Since | None = None,
) -> bytes:
    """Return the situation report as a file of the form, under a title.

    ``since``: what changed since a day, told first.
    ``pictures``: with them or without; by default with them where what draws them is installed.

    Raises:
        InputError: there is no such form.
        MissingExtraError: pdf needs typst, or pictures what draws them, and it is not installed.
    """
    if form not in get_args(ReportForm):
        forms = ", ".join(get_args(ReportForm))
        raise InputError(f"{form} is no form of the report; name one of {forms}.")
    wanted = can_draw() if pictures is None else pictures
    drawn = pictures_of(export) if wanted else ()
    if form == "docx":
        from histor.tell import docx

        return docx.render(export, title, drawn, since)
    if form == "pdf":
        from histor.tell import pdf

        return pdf.render(export, title, drawn, since)
    from histor.tell import html, markdown

    render = html.render if form == "html" else markdown.render
    return render(export, title, drawn, since).encode()

"""The forms a situation report is written in, by name and by the ending of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from histor.errors import InputError
from histor.records import CaseExport

__all__ = ["ReportForm", "ending", "form_for", "render_report"]

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


def render_report(export: CaseExport, form: str) -> bytes:
    """Return the situation report as a file of the form.

    Raises:
        InputError: there is no such form.
        MissingExtraError: pdf needs typst, which is not installed.
    """
    if form == "docx":
        from histor.tell import docx

        return docx.render(export)
    if form == "pdf":
        from histor.tell import pdf

        return pdf.render(export)
    from histor.tell import html, markdown

    if form == "html":
        return html.render(export).encode()
    if form == "markdown":
        return markdown.render(export).encode()
    forms = ", ".join(get_args(ReportForm))
    raise InputError(f"{form} is no form of the report; name one of {forms}.")

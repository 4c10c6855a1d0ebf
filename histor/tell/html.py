"""The report as one HTML file that needs nothing else and runs nothing that came from a page."""

from __future__ import annotations

import base64
import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from histor.collector import held_back
from histor.records import CaseExport
from histor.tell.blocks import Picture
from histor.tell.change_lines import Since
from histor.tell.evidence import Evidence
from histor.tell.report import build_report
from histor.tell.safe import shorten, visible

__all__ = ["render"]

#: direction marks and control characters but the line feed: swapped one for one, so offsets hold
_UNSAFE = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


@held_back()
def render(
    export: CaseExport,
    title: str = "Situation report",
    pictures: Sequence[Picture] = (),
    since: Since | None = None,
) -> str:
    """Return the report as HTML; every value is escaped, and only our own script may run."""
    environment = _environment()
    report = build_report(export, title, since)
    bounds = {s.number: [start for start, _ in s.paragraphs] for s in report.sources}

    def cite(evidence: Evidence) -> Markup:
        page, start, end = evidence.page, evidence.start, evidence.end
        return Markup(  # noqa: S704 - numbers alone
            f'<a class="cite" href="#p{page}-{bisect_right(bounds[page], start)}" '
            f'data-page="{page}" data-start="{start}" data-end="{end}" '
            f'aria-label="Show the words on page {page}">[{page}]</a>'
        )

    script = _own(environment, "report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment.get_template("report.html.j2").render(
        report=report,
        style=Markup(_own(environment, "report.css")),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=digest,
        pictures={p.name: (p.title, Markup(p.svg)) for p in pictures},  # noqa: S704 - tidied there
        cite=cite,
        visible=visible,
        shorten=shorten,
    )


@cache
def _environment() -> Environment:
    """Return the templates, compiled once."""
    return Environment(
        loader=PackageLoader("histor.tell"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    """Make what the template prints harmless, whichever field it comes from."""
    # Markup is our own, and holds the script whose digest must not change
    return _UNSAFE.sub("\ufffd", value) if type(value) is str else value


def _own(environment: Environment, name: str) -> str:
    loader = environment.loader
    if loader is None:
        raise RuntimeError("the report's templates are not installed")
    return loader.get_source(environment, name)[0]

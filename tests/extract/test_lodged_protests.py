"""Headings in which a country protests. The pages are invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read

LODGED = "Peru lodged a protest with Chile on Monday after its jets flew over Arica."
MARCHED = "Crowds marched in Lima on Monday in protests over a tax bill, and nine were killed."


@pytest.mark.parametrize(
    ("heading", "below", "kind", "actors"),
    [
        ("Peru protests after Chilean jets fly over Arica", LODGED, "ACCUSE", {"Peru"}),
        ("Peru protests over tax bill leave nine dead", MARCHED, "PROTEST", set()),
    ],
)
def test_a_country_in_a_heading(heading: str, below: str, kind: str, actors: set[str]) -> None:
    record = read([article("page", f"{heading}\n\n{below}", "2015-06-05")])[0]
    names = {e.id: e.name for e in record.entities}
    [event] = [e for e in record.events if e.mentions[0].span.text == heading]
    assert (event.type, {names[a] for a in event.actors}) == (kind, actors)

"""Lines that begin with their day. The events are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.articles import article
from benchmarks.articles import read as articles_read
from histor.records import CaseExport
from tests.extract.test_deeds import event, read

TIMELINE = """What happened so far

June 3, 2021: Rebels shell the town of Arica, killing 19 people.

June 5: Peru frees two sailors whom it had seized in a raid.

June 20 – Chile closes its border with Peru. Gunmen kidnap four nurses.

January 4: Chile bombs the port of Tacna, killing six people and wounding ten others.
"""


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> CaseExport:
    return read(tmp_path_factory.mktemp("timeline"), TIMELINE)


def test_a_line_s_day_is_not_that_of_what_is_condemned_on_it() -> None:
    text = "Sept. 11 – Rebels shell Arica.\n\nSept. 24 – Chile condemns the attack on the port.\n"
    [page] = articles_read([article("one", text, "2021-10-01")])
    days = {m.trigger: m.date.edtf if m.date else None for e in page.events for m in e.mentions}
    assert days["condemns"] == "2021-09-24"
    assert days["attack"] != "2021-09-24"


def test_what_is_done_meanwhile_has_the_line_s_day() -> None:
    text = (
        "June 5: Soldiers fire into the air in Arica as President Ana Ruiz arrives in Lima for "
        "talks with the mutineers.\n"
    )
    [page] = articles_read([article("one", text, "2021-10-01")])
    days = {m.trigger: m.date.edtf if m.date else None for e in page.events for m in e.mentions}
    assert days["talks"] == "2021-06-05"


@pytest.mark.parametrize(
    ("trigger", "day"),
    [
        ("shell", "2021-06-03"),
        ("frees", "2021-06-05"),
        ("closes", "2021-06-20"),
        ("kidnap", "2021-06-20"),
        ("bombs", "2022-01-04"),
    ],
)
def test_a_line_s_day_is_its_events(export: CaseExport, trigger: str, day: str) -> None:
    found = event(export, trigger).date
    assert found is not None
    assert found.edtf == day


def test_what_was_before_is_not_of_the_line_s_day(export: CaseExport) -> None:
    assert event(export, "seized").date is None


def test_prose_is_no_timeline(tmp_path: Path) -> None:
    export = read(tmp_path, "On May 3, 2021 Peru closed the port. Chile had shelled Arica.")
    assert event(export, "shelled").date is None


LIVE = """<html><body><article><h1>Coup in Lima: live</h1><time>3 June 2021</time>
<div><span>18:42</span><p>We are closing this page for the night, and thank you for reading it.</p></div>
<div><span>15:20</span><p>Explosions have been heard in Arica. Chile seized the port of Ilo.</p></div>
<div><span>13:05</span><p>Soldiers arrested the mayor of Tacna, who had been jailed before.</p></div>
<div><span>11:30</span><p>Peru had shelled Arica.</p></div></article></body></html>
"""


def test_an_hour_dates_what_opens_an_entry_of_a_live_page(tmp_path: Path) -> None:
    live = read(tmp_path, LIVE)
    days = {m.trigger: m.date and m.date.edtf for e in live.events for m in e.mentions}
    assert days["Explosions"] == days["arrested"] == "2021-06-03"
    assert days["seized"] is days["shelled"] is None
    assert "closing" not in days


def test_hours_past_midnight_date_nothing(tmp_path: Path) -> None:
    live = read(tmp_path, LIVE.replace("13:05", "23:50"))
    [heard] = [e for e in live.events if e.mentions[0].trigger == "Explosions"]
    assert heard.date is None


ENTRIES = """Coup in Lima: live updates as they came in

4 June 2021

4 Jun 07:20

Ecuador shut its embassy overnight, its foreign minister told reporters at the airport of Quito.

3 Jun 21:40

Soldiers arrest the mayor

Soldiers arrested the mayor of Tacna today, his daughter said. She had left the house at noon. \
Chile has closed its border. Peru bombed the port of Ilo.

3 Jun 20:05

Cuba: nuns were jailed

On 1 June Cuba jailed nine nuns, the bishop of Tacna said, and he asked for their return to Peru.
"""


def test_a_day_and_hour_date_what_an_entry_of_a_live_page_tells(tmp_path: Path) -> None:
    live = read(tmp_path, ENTRIES)
    days = {
        (m.trigger, m.span.text[:5]): m.date and m.date.edtf
        for e in live.events
        for m in e.mentions
    }
    assert days["shut", "Ecuad"] == "2021-06-04"
    assert days["arrested", "Soldi"] == "2021-06-03"
    assert days["closed", "Chile"] == "2021-06-03"
    assert days["bombed", "Peru "] is None
    assert days["jailed", "On 1 "] == "2021-06-01"
    assert days.get(("jailed", "Cuba:")) in (None, "2021-06-01")

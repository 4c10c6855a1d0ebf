"""Days that a story itself says it was filed on, and texts that were printed before."""

from __future__ import annotations

from pathlib import Path

import pytest

from histor.records import CaseExport, Document
from tests.link.test_written import export_of

TOLD = """The mill at Lowmark has been shut after a belt broke and two hands were hurt, its owner said.
The two have been taken to the clinic at Portobel, where a doctor called their wounds light.
The owner said that the belt had been mended a year ago and had passed every test since then.
The union of mill hands wants the other belts of the mill looked at before work begins again.
"""

ELECTED = """The council of Lowmark has elected a mayor by nine votes to four after a long debate.
The new mayor, a baker, said that the bridge over the Wend would be painted before the winter.
"""


def page(title: str, day: str, text: str) -> str:
    return f"{title}\n\nPublished {day}\n\n{text}"


def titled(export: CaseExport, words: str) -> Document:
    [found] = [d for d in export.documents if words in (d.title or "")]
    return found


def stale(export: CaseExport) -> set[str]:
    return {f.documents[0] for f in export.findings if f.kind == "stale_page_date"}


def test_a_text_printed_before_was_written_by_then(tmp_path: Path) -> None:
    export = export_of(
        tmp_path,
        first=page("Mill at Lowmark shut after a belt breaks", "4 June 2021", TOLD),
        again=page("Belt breaks at Lowmark mill, two hands hurt", "20 November 2021", TOLD),
        third=page("Lowmark mill is shut, says the owner of it", "21 November 2021", TOLD),
    )
    first, again = titled(export, "shut after"), titled(export, "two hands")
    assert again.written is not None and first.written is not None
    assert (again.written.latest, again.written.basis) == ("2021-06-04", "linked")
    assert first.written.edtf == "2021-06-04"
    assert stale(export) == {again.id, titled(export, "says the owner").id}
    finding = next(f for f in export.findings if f.documents[0] == again.id)
    assert first.id in finding.documents
    assert {s.document for s in finding.evidence} >= {first.id, again.id}


def test_a_later_page_that_begins_alike_is_no_copy(tmp_path: Path) -> None:
    begun = TOLD.split("\n")[0]
    later = f"""{begun}
A court at Portobel has now ordered the owner to pay both of them the wages of a whole year.
The judge said that the belt had been known to be worn, and that nobody had stopped the mill.
The owner means to appeal, and has asked for time until the next session of the higher court.
"""
    export = export_of(
        tmp_path,
        first=page("Mill at Lowmark shut after a belt breaks", "4 June 2021", TOLD),
        later=page("Court orders owner of Lowmark mill to pay", "20 November 2021", later),
    )
    assert stale(export) == set()


def test_a_text_printed_again_within_weeks_is_not_stale(tmp_path: Path) -> None:
    export = export_of(
        tmp_path,
        first=page("Mill at Lowmark shut after a belt breaks", "4 June 2021", TOLD),
        again=page("Belt breaks at Lowmark mill, two hands hurt", "20 June 2021", TOLD),
    )
    assert stale(export) == set()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The council meets today, 3 May, to hear them.", "2021-05-03"),
        ("The council met yesterday (3 May) to hear them.", "2021-05-04"),
        ("The council will meet tomorrow, 3 May, to hear them.", "2021-05-02"),
        ("“We meet today, 3 May, to hear them,” the mayor told the council.", None),
        ("The council meets today to hear them, and again on 3 May.", None),
    ],
)
def test_the_day_that_a_text_calls_today(tmp_path: Path, words: str, day: str | None) -> None:
    text = page("Mill at Lowmark shut after a belt breaks", "20 November 2021", f"{TOLD}{words}\n")
    export = export_of(tmp_path, page=text)
    [document] = export.documents
    assert document.written is not None
    assert document.written.edtf == (day or "2021-11-20")
    assert bool(stale(export)) is (day is not None)


def test_a_page_brought_up_to_date_is_of_its_year(tmp_path: Path) -> None:
    text = (
        "LOWMARK, June 8 (Wend Agency) - Staff of the mill walked out on Tuesday, the union said."
    )
    export = export_of(
        tmp_path,
        page=page("Mill at Lowmark shut after a belt breaks", "5 June 2021", f"{text}\n{TOLD}"),
    )
    [document] = export.documents
    assert document.written is not None
    assert document.written.edtf == "2021-06-08"
    assert stale(export) == set()


def test_a_line_of_names_left_in_a_story_tells_its_day(tmp_path: Path) -> None:
    story = "".join(f"<p>{line}</p>" for line in TOLD.strip().split("\n"))
    source = (
        "<html><head><title>Belt breaks at Lowmark mill, two hands hurt</title>"
        '<meta property="article:published_time" content="2021-12-03T08:00:00Z"></head><body>'
        "<article><h1>Belt breaks at Lowmark mill, two hands hurt</h1>"
        f"<p>Northern Coast Evening Herald, Lowmark | 3 March 2021 | 4 min read</p>{story}</article>"
        "</body></html>"
    )
    (tmp_path / "reprinted.html").write_text(source, encoding="utf-8")
    export = export_of(tmp_path)
    [document] = export.documents
    assert document.page_date is not None and document.written is not None
    assert (document.page_date.edtf, document.written.edtf) == ("2021-12-03", "2021-03-03")


def test_a_text_that_was_cut_and_mended_a_month_later_was_printed_before(tmp_path: Path) -> None:
    told = TOLD.replace("\n", " ")
    mended = (
        told.replace("The mill at Lowmark has been shut", "A mill at Lowmark is shut")
        .replace("where a doctor called", "where the doctor called")
        .replace(" wants the other belts", ", on Friday, wants the other belts")
    )
    export = export_of(
        tmp_path,
        first=page("Mill at Lowmark shut after a belt breaks", "4 June 2021", told),
        again=page("Belt breaks at Lowmark mill, two hands hurt", "7 July 2021", mended),
    )
    again = titled(export, "two hands")
    assert again.written is not None and again.written.latest == "2021-06-04"
    assert stale(export) == {again.id}


def test_a_text_filed_under_a_dateline_was_printed_by_then(tmp_path: Path) -> None:
    """A dateline without its year dates the copies too, whatever day they bear."""
    wire = f"Mill at Lowmark shut after a belt breaks\n\n(Wend Agency) LOWMARK, June 4 - {TOLD}"
    export = export_of(
        tmp_path,
        wire=wire,
        again=page("Belt breaks at Lowmark mill, two hands hurt", "20 November 2021", TOLD),
        other=page("Council of Lowmark elects a mayor", "8 June 2021", ELECTED),
    )
    again = titled(export, "two hands")
    assert again.written is not None and again.written.latest == "2021-06-04"
    assert stale(export) == {again.id}


FOUGHT = """Guards and smugglers fought at the Halden ferry on Thursday and two boats were burnt there.
The guards closed the ferry on Thursday evening and the smugglers were driven across the lake.
On Wednesday the envoys of Tarnia and Morvia spoke of the ferry by telephone for an hour.
"""
CLOSED = """Quarrels at the Halden ferry have driven hundreds of villagers from the lake since Wednesday.
Boats were burnt near the Halden ferry late on Wednesday, and guards of both sides were blamed.
The smugglers were driven across the lake on Thursday and nine of them are in the hands of guards.
Envoys of Tarnia and Morvia spoke of a truce at Lake Ulm on Thursday and blamed each other.
"""
SIGNED = """The truce between Tarnia and Morvia, signed at Lake Ulm on 11 September, came into force at
noon on 12 September and the guards of both sides have withdrawn from the Halden ferry since then.
The clinic of Halden counts forty people who were hurt at the ferry since 4 September.
"""
HOME = """The smugglers came home across the lake on Saturday, after nine days in the hands of guards.
It was the first fruit of the truce between Tarnia and Morvia, which came into force at noon on
Thursday. Envoys of Tarnia and Morvia signed it at Lake Ulm on Wednesday. Late on Friday a boat was
burnt near the Halden ferry all the same, and the guards of both sides blamed each other.
"""


def test_what_a_page_tells_as_past_was_before_it(tmp_path: Path) -> None:
    export = export_of(
        tmp_path,
        fought=page("Boats burnt at the Halden ferry", "6 September 2024", FOUGHT),
        closed=page("Hundreds leave the lake at Halden", "7 September 2024", CLOSED),
        signed=page("The Halden truce holds, the clinic says", "13 September 2024", SIGNED),
        home=f"Smugglers are home across the lake\n\n{HOME}",
    )
    home = titled(export, "are home")
    assert home.written is not None
    assert "2024-09-13" < home.written.earliest <= home.written.latest < "2024-09-18"

"""The media that a page says it takes its matter from."""

from __future__ import annotations

import msgspec
import pytest

from benchmarks.articles import article, read
from histor.link import link


def credited(text: str) -> set[str]:
    linked = link(read([article("page", text, "2016-03-09")]))
    return {c.name for o in linked.origins for c in o.credits}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("OSLO, March 8 (Reuters) - A dam broke in the north, police said.", {"Reuters"}),
        ("Mayor Kari Brun told the broadcaster al-Fanar that the dam had broken.", {"al-Fanar"}),
        (
            "The dam broke, the minister said in an interview with the Dutch broadcaster KRO.",
            {"KRO"},
        ),
        ("The bridge fell on Monday, according to a Reuters reporter at the scene.", {"Reuters"}),
        ("The Chinese newspaper Morning Lamp wrote that three jets had fallen.", {"Morning Lamp"}),
        ("A Reuters spokesman said that the agency had hired two editors.", set()),
        ("The dam broke on Monday, local media reported.", set()),
        ("Dam breaks above Salto – Le Figaro\n\nA dam broke in the north.", {"Le Figaro"}),
        ("Dam breaks above Salto – mayor\n\nA dam broke in the north.", set()),
        ("The minister told reporters that the dam had broken.", set()),
        ("Salto (Plata) (AFP) – A dam broke in the north, police said.", {"AFP"}),
        ("SALTO (AP) — A dam broke, a miller told The Associated Press.", {"Associated Press"}),
        ("A miller told RFE/RL that the dam had broken.", {"RFE/RL"}),
        ("Some 4,000 fled on Friday, the U.N. refugee agency said.", set()),
        ("Two jets fell, according to the intelligence agency DRS.", set()),
    ],
)
def test_an_outlet_is_credited_by_its_own_name(text: str, names: set[str]) -> None:
    assert credited(text) == names


def test_an_agency_that_files_one_page_of_a_case_is_credited_on_another() -> None:
    filed = "SALTO, March 8 (Plata Dispatch) - A dam broke above Salto on Tuesday, police said."
    taken = "A dam broke in the hills near Salto, Plata Dispatch reported. Nobody was hurt."
    linked = link(
        read([article("filed", filed, "2016-03-08"), article("taken", taken, "2016-03-09")])
    )
    [own] = [d for d in linked.documents if d.location == "taken"]
    [origin] = [o for o in linked.origins if own.id in o.documents]
    assert {c.name for c in origin.credits} == {"Plata Dispatch"}
    assert credited(taken) == set()


@pytest.mark.parametrize(
    ("outlet", "names"), [("Gulf Capital", {"Associated Press"}), ("The Associated Press", set())]
)
def test_only_the_whole_name_of_a_page_is_its_own(outlet: str, names: set[str]) -> None:
    text = "SALTO (AP) — A dam broke above Salto on Tuesday, police said."
    [page] = read([article("page", text, "2016-03-09")])
    document = msgspec.structs.replace(page.document, outlet=outlet)
    linked = link([msgspec.structs.replace(page, document=document)])
    assert {c.name for o in linked.origins for c in o.credits} == names

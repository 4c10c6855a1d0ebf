"""Which two countries "both sides" means, on invented pages."""

from __future__ import annotations

from benchmarks.articles import article, read


def test_a_mission_in_one_of_two_countries_does_not_take_it_from_the_sides() -> None:
    text = (
        "Peru shelled a post on Wednesday, and Chile answered with rockets. Lima said that the "
        "truce came at the request of the Chilean side, and ordered Peruvian troops to observe it. "
        "The United Nations mission in Chile, which is known as UNMIC, urged both sides to end the "
        "fighting. Norway received a Chilean minister last week."
    )
    [page] = read([article("one", text, "2015-06-02")])
    countries = {e.id: e.country for e in page.entities}
    [urged] = [e for e in page.events if e.mentions[0].trigger == "urged"]
    assert [countries[r] for r in urged.recipients] == ["PE", "CL"]


def test_who_helps_the_two_countries_is_none_of_them() -> None:
    text = (
        "The Friday explosions at U.S. embassies in Lome, Togo, and Cotonou, Benin, killed at least "
        "90 people. The 11 Americans were killed in Togo, along with five Togolese employees at the "
        "embassy. The State Department has sent medical and other supplies to the two countries."
    )
    [page] = read([article("one", text, "2015-06-02")])
    countries = {e.id: e.country for e in page.entities}
    [sent] = [e for e in page.events if e.type == "AID"]
    assert "US" not in [countries[r] for r in sent.recipients]

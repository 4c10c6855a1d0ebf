"""What came of numbers that were foretold, on invented pages."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.assess import assess
from histor.link import link
from histor.records import Warning

WARNED = (
    "warned",
    "2015-03-14",
    "Cholera spreads in Orle\n\nThe Health League warned on Thursday that deaths from cholera in "
    "Orle could exceed 500 by the end of April.",
)


def judged(*pages: tuple[str, str, str]) -> list[Warning]:
    found = assess(link(read([article(key, text, day) for key, day, text in pages])))
    return [w for w in found.warnings if w.window.latest == "2015-04-30"]


def test_a_number_that_is_reached_bears_the_warning_out() -> None:
    later = "Cholera had killed 538 people in Orle by 29 April, the Health League said on Saturday."
    [warning] = judged(WARNED, ("later", "2015-05-02", later))
    assert warning.outcome == "borne_out"
    assert any("538" in s.text for s in warning.evidence)


def test_a_lower_number_when_its_time_is_over_does_not() -> None:
    later = "Cholera has killed 212 people in Orle, the Health League said on Saturday."
    [warning] = judged(WARNED, ("later", "2015-05-02", later))
    assert warning.outcome == "not_borne_out"


def test_the_dead_of_another_harm_bear_nothing_out() -> None:
    other = "Shells killed 800 people in the port of Orle on 20 April, the army said."
    [warning] = judged(WARNED, ("other", "2015-04-21", other))
    assert warning.outcome == "open"


def test_a_number_told_by_a_verb_is_judged_alike() -> None:
    warned = (
        "warned",
        "2015-03-14",
        "The cholera in Orle could displace 10,000 people by the end of April, the Health League "
        "warned on Thursday.",
    )
    later = "More than 12,500 people have been displaced by the cholera in Orle, the League said."
    [warning] = judged(warned, ("later", "2015-04-21", later))
    assert warning.outcome == "borne_out"


def test_those_whom_a_war_could_displace_are_counted_since() -> None:
    warned = (
        "warned",
        "2015-03-14",
        "Fighting goes on in Orle. The Health League warned on Thursday that the violence could "
        "displace 100,000 people by the end of April.",
    )
    later = "More than 125,000 people have been displaced by the violence in Orle, the League said."
    [warning] = judged(warned, ("later", "2015-04-21", later))
    assert warning.outcome == "borne_out"

"""What was promised, expected or set for a day, and what later pages say became of it, invented."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.assess import assess
from histor.link import link

Told = tuple[str, str, str | None]


def register(said: str, *later: tuple[str, str]) -> list[Told]:
    """Return type, outcome and actor of what a page of 2 June 2015 foretells."""
    pages = [(f"later{n}", day, text) for n, (day, text) in enumerate(later)]
    told = [("said", "2015-06-02", said), *pages]
    linked = link(read([article(key, text, day) for key, day, text in told]))
    names = {e.id: e.name for e in linked.entities}
    warnings = assess(linked).warnings
    return [(w.event_type, w.outcome, names.get(w.actor or "")) for w in warnings]


FREES = "Iceland undertook on Monday to release 14 Danish sailors."
HOSTS = (
    "President Ole Dahl said on Tuesday that Norway and Iceland would begin talks in Oslo on "
    "18 June."
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (FREES, "RETREAT"),
        (HOSTS, "CONSULT"),
        (
            "We expect attacks on Denmark to resume before the end of the year, the navy said.",
            "ASSAULT",
        ),
        ("Norway promised on Monday to send its soldiers in Iceland home.", "RETREAT"),
        ("Residents said the barricades in Oslo would come down on Friday.", "RETREAT"),
        ("The mayor of Oslo said a rally would be held on Friday.", "PROTEST"),
        ("The union said that drivers in Oslo would strike on Friday.", "PROTEST"),
        ("Norway promised on Monday to dissolve the parliament by July.", "OTHER"),
    ],
)
def test_what_is_promised_expected_or_set_for_a_day_is_foretold(said: str, kind: str) -> None:
    assert [k for k, _, _ in register(said)] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        "Norway promised on Monday to look into the killing.",
        "Norway vowed on Monday to build a wall.",
        "Norway agreed on Monday to pay a fine.",
        "Norway said a service would be held on Friday.",
    ],
)
def test_what_names_no_deed_is_not_in_the_register(said: str) -> None:
    assert register(said) == []


@pytest.mark.parametrize(
    ("said", "day", "later", "outcome"),
    [
        (FREES, "2015-08-02", "The 14 Danish sailors are still held in Iceland.", "not_borne_out"),
        (FREES, "2015-08-02", "The 30 Swedish miners are still held in Peru.", "open"),
        (FREES, "2015-08-02", "Iceland released the 14 Danish sailors on Friday.", "borne_out"),
        # a truce frees nobody
        (FREES, "2015-08-02", "Iceland declared a ceasefire on Friday.", "open"),
        (HOSTS, "2015-07-02", "The talks of 18 June in Oslo were called off.", "not_borne_out"),
        (
            HOSTS,
            "2015-07-02",
            "On 18 June, instead of talks in Oslo, Dahl went fishing.",
            "not_borne_out",
        ),
        (HOSTS, "2015-07-02", "The talks of 2 July in Oslo were called off.", "open"),
        (
            "We expect a full ceasefire to come of the summit on 18 June, Ole Dahl said.",
            "2015-07-02",
            "The summit of 18 June demanded a full ceasefire; there was none.",
            "not_borne_out",
        ),
        (HOSTS, "2015-07-02", "Norway and Iceland met in Oslo on 18 June.", "borne_out"),
        (HOSTS, "2015-07-02", "Norway and Peru met in Lima on 18 June.", "open"),
        (
            "President Ole Dahl vowed on Monday to send the soldiers home.",
            "2015-08-02",
            "Half of the soldiers are back in Bergen, as Dahl had promised.",
            "borne_out",
        ),
    ],
)
def test_later_pages_tell_what_became_of_it(said: str, day: str, later: str, outcome: str) -> None:
    assert {o for _, o, _ in register(said, (day, later))} == {outcome}


def test_a_page_may_tell_next_that_a_promise_was_kept() -> None:
    text = "On Friday the rebels promised to leave the town of Bergen. They {} on Monday."
    assert [o for _, o, _ in register(text.format("withdrew from it"))] == ["borne_out"]
    assert [o for _, o, _ in register(text.format("sang a hymn"))] == ["open"]


def test_who_promises_does_it() -> None:
    assert [actor for *_, actor in register(FREES)] == ["Iceland"]

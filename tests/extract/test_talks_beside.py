"""Meetings, visits and calls at which something is said, on invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.test_whose_deed import events


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            "President Ana Ruiz said during a visit to Chile that Peru would withdraw.",
            "visit",
            {"Ana Ruiz", "Chile"},
        ),
        (
            "Ana Ruiz, on a visit to Chile, warned of a wider war.",
            "visit",
            {"Ana Ruiz", "Chile"},
        ),
        (
            "Ana Ruiz told reporters after a meeting with Chile's envoy that the pact held.",
            "meeting",
            {"Ana Ruiz", "Chile"},
        ),
        (
            "Peru and Chile agreed during a meeting on Monday to reopen the border.",
            "meeting",
            {"Peru", "Chile"},
        ),
    ],
)
def test_who_speaks_at_a_meeting_takes_part_in_it(text: str, word: str, who: set[str]) -> None:
    [(event, actors, recipients)] = [
        e for e in events(text) if word in {m.trigger for m in e[0].mentions}
    ]
    assert (event.type, event.status) == ("CONSULT", "happened")
    assert {*actors, *recipients} == who


def test_what_is_agreed_upon_agrees_to_nothing() -> None:
    text = "Peru and Chile agreed in a phone call that Bolivian police would go to Quito."
    [(agreed, actors, recipients)] = [e for e in events(text) if e[0].type == "AGREE"]
    assert {*actors, *recipients} == {"Peru", "Chile"}
    [(call, _, _)] = [e for e in events(text) if e[0].type == "CONSULT"]
    assert (agreed.status, call.status, call.mode) == ("happened", "happened", "phone")


def test_who_brokers_talks_takes_part_in_them() -> None:
    text = (
        "The offensive comes after months of high-stakes negotiations brokered by Norway and Chile "
        "in a bid to avoid a repeat of the war."
    )
    [(_, actors, recipients)] = [e for e in events(text) if e[0].type == "CONSULT"]
    assert {*actors, *recipients} == {"Norway", "Chile"}

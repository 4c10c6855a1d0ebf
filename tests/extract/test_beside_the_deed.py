"""Who stands beside a deed and is no side of it; the sentences are invented."""

from __future__ import annotations

from tests.extract.test_short_deeds import events


def names(text: str, word: str) -> set[str]:
    _, _, doers, whom = events(text)[word]
    return {*doers, *whom}


def test_whose_estimate_it_is_did_not_do_it() -> None:
    text = "Few speak of the war, which by the Norwegian envoy's estimate killed up to 600 people."
    assert names(text, "killed") == set()


def test_a_pact_is_not_the_town_of_its_name() -> None:
    text = "Chad said the raid openly broke the Geneva agreement. Norway condemned the raid."
    assert "Geneva" not in {n for _, _, *both in events(text).values() for s in both for n in s}


def test_on_whose_side_somebody_fights_is_no_foe() -> None:
    assert names("Kenyan troops fought on Norway's side in the war.", "fought") == {"Kenyan"}


def test_a_clause_with_where_has_its_own_sides() -> None:
    text = (
        "Kenya had been arming groups in Garissa, where forces of Chad have been fighting the "
        "Front's militiamen since 2023."
    )
    assert "Kenya" not in names(text, "fighting")


def test_whom_the_verb_before_met_is_not_met_again() -> None:
    text = "Kenya was colluding with the Somali army and had been funding gangs in Garissa."
    assert names(text, "funding") == {"Kenya"}


def test_who_is_only_at_odds_with_another_fights_nobody() -> None:
    text = "Egypt, in conflict with Kenya about the dam, received the president of Chad."
    assert {kind for kind, *_ in events(text).values()} == {"CONSULT"}


def test_who_died_in_a_war_is_counted_with_it() -> None:
    found = events("Kenya and Chad fought a border war in 1998 in which 800 people died.")
    assert {kind for kind, *_ in found.values()} == {"ASSAULT"}


def test_who_puts_down_a_revolt_does_not_revolt() -> None:
    found = events("Somali troops were sent to Garissa to put down the revolt on Monday.")
    assert found["revolt"][2] == []

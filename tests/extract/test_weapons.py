"""Weapons that come down, blasts of war, and attacks that are beaten off, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import Proposal, proposals
from histor.records import Event


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.word.text: p for p in proposals(nlp(text))}


def events(text: str) -> dict[str, tuple[Event, list[str], list[str]]]:
    """Return the events of a page by their triggers, with the names of their parties."""
    [page] = read([article("one", text, "2024-05-17")])
    names = {e.id: e.name for e in page.entities}
    return {
        m.trigger: (e, [names[a] for a in e.actors], [names[r] for r in e.recipients])
        for e in page.events
        for m in e.mentions
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rockets landed near a school in the town of Orle on Monday.", "landed"),
        ("A guided bomb fell on a house in Orle, killing a man.", "fell"),
        ("Peruvian forces launched 112 drones and two missiles at Chile overnight.", "launched"),
        ("On Thursday army jets dropped bombs on Orle, which the rebels hold.", "dropped"),
        ("The prefecture has been set on fire by rioters.", "set"),
        ("Rioters set two police cars ablaze in Orle.", "set"),
    ],
)
def test_what_weapons_do_is_an_assault(nlp: Language, text: str, word: str) -> None:
    assert of(nlp, text)[word].type == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "Chile fired two ballistic missiles into the sea off its coast on Monday.",
        "Chile launched a missile into the ocean on Monday.",
    ],
)
def test_a_missile_into_the_sea_is_a_test(nlp: Language, text: str) -> None:
    assert {p.type for p in of(nlp, text).values()} == {"MOBILIZE"}


@pytest.mark.parametrize("text", ["The fire set two sheds ablaze.", "Calm fell on the town."])
def test_what_burns_by_itself_or_falls_as_a_figure_assaults_nobody(
    nlp: Language, text: str
) -> None:
    assert "ASSAULT" not in {p.type for p in of(nlp, text).values()}


def test_a_weapon_is_no_party() -> None:
    event, actors, _ = events("Drones hit two depots in Tarso on Friday.")["hit"]
    assert (event.type, event.mode, actors) == ("ASSAULT", "drone", [])


def test_a_named_ship_that_is_sent_is_no_recipient() -> None:
    found = events("Britain said it would send HMS Tern, a patrol ship, to Guyana in May.")
    event, actors, recipients = found["send"]
    assert (event.type, actors, recipients) == ("MOBILIZE", ["Britain"], ["Guyana"])


@pytest.mark.parametrize(
    "text",
    [
        "Rebel shelling wounded six in Goma.",
        "A missile struck a hospital in Goma, wounding at least 12 people.",
    ],
)
def test_what_a_deed_did_to_people_is_no_second_deed(text: str) -> None:
    found = events(text)
    assert len({e.id for e, _, _ in found.values()}) == 1
    assert any(f.quantity == "injured" for e, _, _ in found.values() for f in e.figures)


WAR = "Army shelling wounded six in Orle. A drone hit a bus in Goma."


def test_a_blast_of_a_war_is_somebody_s_deed() -> None:
    found = events(f"A blast killed three soldiers in Tarso on Tuesday.\n\n{WAR}")
    assert found["blast"][0].type == "ASSAULT"
    assert found["blast"][0].id == found["killed"][0].id


def test_a_blast_amid_fighting_is_somebody_s_deed() -> None:
    text = "Explosions rocked Tarso on Sunday as the army and the FLM fought near the palace."
    assert events(text)["Explosions"][0].type == "ASSAULT"


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed three clerks in Tarso on Tuesday.",
        f"A blast killed three clerks in Tarso. A gas leak was to blame.\n\n{WAR}",
    ],
)
def test_any_other_blast_is_a_thing_by_itself(text: str) -> None:
    assert events(text)["blast"][0].mode == "disaster"


def test_a_town_s_blast_is_not_its_doing() -> None:
    event, actors, _ = events("The Tarso blast killed two people.")["blast"]
    assert (event.mode, actors) == ("disaster", [])


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Kenyan troops repelled an Al-Shabaab attack on their base on Monday.", "Kenyan"),
        ("Kenyan troops beat back an Al-Shabaab attack on Monday.", "Kenyan"),
    ],
)
def test_who_repels_an_attack_did_not_make_it(text: str, victim: str) -> None:
    found = events(text)
    assert set(found) == {"attack"}
    assert found["attack"][1:] == (["Al-Shabaab"], [victim])


def test_who_burns_himself_attacks_nobody(nlp: Language) -> None:
    assert "set" not in of(nlp, "The vendor set himself on fire in Orle.")


def test_a_mine_where_people_dig_is_no_weapon() -> None:
    text = "Rebels killed 11 guards near Cuzco on 2 May 2015 in a raid on a gold mine in Orle."
    [page] = read([article("one", text, "2015-06-02")])
    assert {e.mode for e in page.events} == {None}
    [page] = read([article("one", "A landmine killed five soldiers near Cuzco.", "2015-06-02")])
    assert [e.mode for e in page.events] == ["explosives"]


def test_an_assault_has_no_mode_of_a_disaster() -> None:
    text = "Chile spoke of Peru's firing in Lima. The ministry denied starting the fire in Lima."
    [page] = read([article("one", text, "2015-06-02")])
    assert not [e for e in page.events if e.type != "OTHER" and e.mode == "disaster"]

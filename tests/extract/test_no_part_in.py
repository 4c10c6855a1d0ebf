"""Who stands beside a deed and has no part in it, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.no_part_in import is_protest, voiced_by
from tests.extract.hand_made import annotated
from tests.extract.test_whose_deed import events, of


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    [found] = [
        (actors, recipients)
        for event, actors, recipients in events(text)
        if any(m.trigger.startswith(trigger) for m in event.mentions)
    ]
    return found


def test_who_marches_demands_what_the_march_is_for() -> None:
    text = "After weeks of rallies demanding his exit, Peru's President Anton Velik signed the law."
    assert not any("Anton Velik" in actors for e, actors, _ in events(text) if e.type == "REQUEST")
    text = "Shops closed after protests denouncing President Anton Velik."
    assert parties(text, "denouncing") == ([], ["Anton Velik"])


def test_a_protest_is_found_before_its_participle() -> None:
    doc = annotated(
        "rallies demanding bread",
        tags={"rallies": "NOUN NNS", "demanding": "VERB VBG"},
        lemmas={"rallies": "rally"},
        tree={"demanding": ("advcl", "rallies")},
    )
    assert is_protest(doc[0])
    assert voiced_by(doc[1]) == doc[0]
    assert voiced_by(doc[2]) is None


@pytest.mark.parametrize(
    "text",
    [
        "President Anton Velik's decree sparked new protests in Lima.",
        "A decree by President Anton Velik provoked riots in Lima.",
        "Riots sparked by President Anton Velik's decree spread to Cusco on Monday.",
    ],
)
def test_who_sets_off_a_protest_does_not_protest(text: str) -> None:
    found = [actors for e, actors, _ in events(text) if e.type == "PROTEST"]
    assert found
    assert not any("Anton Velik" in actors for actors in found)


def test_who_counts_the_dead_kills_nobody() -> None:
    text = "The monitor Anton Velik has counted at least 40 dead in clashes across Peru since May."
    for event, actors, recipients in events(text):
        if event.type == "ASSAULT":
            assert (actors, recipients) == ([], [])


def test_who_does_something_in_another_clause_has_no_part(nlp: Language) -> None:
    text = (
        "As word came that Anton Velik had approved the plan and that the agency was using spies "
        "to find targets, the rebels lost ground and pleaded for help."
    )
    assert [d.root.text for d in of(nlp, text)["pleaded"].doers] == ["rebels"]


def test_who_is_killed_in_an_attack_has_not_attacked() -> None:
    text = "Chilean photographer Anton Velik was killed in an apparent mortar attack in Lima."
    for event, actors, recipients in events(text):
        if event.type == "ASSAULT":
            assert (actors, recipients) == ([], ["Anton Velik"])


def test_whom_a_deed_that_is_asked_for_befalls_is_not_asked() -> None:
    text = "The rebels pleaded for heavier bombardment of Anton Velik's troops."
    assert parties(text, "pleaded") == ([], [])


def test_whose_assassination_is_praised_is_not_praised() -> None:
    text = "On Monday leaders of the left praised the assassination of Anton Velik, a colonel."
    assert parties(text, "praised") == ([], [])


def test_who_tells_it_behind_a_dash_does_not_do_it() -> None:
    text = "Peru armed them in 2009-before they both slid into unrest-the Foreign Ministry said."
    assert not any("Foreign Ministry" in [*a, *r] for _, a, r in events(text))


def test_a_house_is_no_agent() -> None:
    text = "The old banker has been kept at a secret Defence Ministry house since May."
    assert not any("Defence Ministry" in actors for _, actors, _ in events(text))


def test_troops_that_are_sent_act() -> None:
    text = "Some 60 Danish soldiers were deployed to the African nation of Chad."
    assert parties(text, "deployed") == (["Danish"], ["Chad"])


def test_whose_border_it_is_suffers_nothing() -> None:
    text = "Smoke rose after a Chilean attack on tunnels on the border between Peru and Bolivia."
    assert parties(text, "attack") == (["Chilean"], [])


def test_all_who_are_freed_are_named() -> None:
    text = "Armed men freed a French nurse and two Danes on Thursday."
    assert parties(text, "freed") == ([], ["French", "Danes"])


def test_who_leaves_is_whose_departure_it_is() -> None:
    text = "Chileans cheered the resignation of President Anton Velik on Monday."
    assert parties(text, "resignation") == (["Anton Velik"], [])


def test_whose_president_is_ousted_is_not_ousted() -> None:
    text = "It came two weeks after the overthrow of President Anton Velik of Peru."
    assert parties(text, "overthrow") == ([], ["Anton Velik"])


def test_the_first_agent_is_the_verbs_own() -> None:
    text = (
        "The killings deepened the rift between opponents of ousted President Anton Velik, who was "
        "removed by the military July 3 after a year in office following mass demonstrations by "
        "millions of Peruvians."
    )
    assert "Peruvians" not in parties(text, "removed")[0]
    assert parties(text, "demonstrations")[0] == ["Peruvians"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "On Monday loyalists attacked a demonstration in Lima against the deal outlined by the "
            "Andean Bloc.",
            "Andean Bloc",
        ),
        (
            "It reflected the anxiety of many Peruvians about the disputes that have marred an "
            "army-led transition since a popular rising toppled Anton Velik in 2011.",
            "Peruvians",
        ),
        ("A bomb that hit a car in Lima killed three soldiers.", "Lima"),
        ("Fighters from an Al Noor-linked group attacked a camp in Peru.", "Al Noor"),
        ("Ten students in Lima, the capital, were shot dead by guards on Monday.", "Lima"),
        ("The attack on Velik supporters angered the bloc.", "Velik"),
        ("President Anton Velik discussed the war during talks in Lima, Peru.", "Peru"),
    ],
)
def test_who_is_no_party_of_it(text: str, name: str) -> None:
    found = events(text)
    assert found
    for event, actors, recipients in found:
        assert name not in [*actors, *recipients], event.title


def test_whose_war_it_was_is_not_whom_it_killed() -> None:
    assert parties("The pilot shot ten protesters during Peru's war.", "shot") == ([], [])


def test_those_who_want_something_ask_for_it() -> None:
    text = "Lima police fought miners demanding an end to the rule of Anton Velik for a third day."
    for event, actors, _ in events(text):
        assert event.type != "REQUEST" or not actors


def test_who_quits_does_not_protest() -> None:
    text = (
        "Anton Velik issued a decree giving himself immunity, sparking mass demonstrations in Lima."
    )
    assert parties(text, "demonstrations")[0] == []


def test_a_sexual_assault_befell_its_owner() -> None:
    text = "Ana Velik has spoken out for the first time since her sexual assault in Peru."
    assert parties(text, "assault") == ([], ["Ana Velik"])


def test_an_office_behind_a_name_is_no_other_party() -> None:
    text = "The attack on the post left Anton Velik, US ambassador to Peru, and two others dead."
    assert parties(text, "attack") == ([], ["Anton Velik"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        (
            "US and Peruvian officials say Anton Velik and Luc Barrow were killed early Friday.",
            "killed",
            [],
            ["Anton Velik", "Luc Barrow"],
        ),
        (
            "Since Anton Velik stepped down on May 11, the Brotherhood has lost its allies.",
            "stepped",
            ["Anton Velik"],
            [],
        ),
        (
            "Having threatened to take his own road, Governor Anton Velik flew to Lima.",
            "threatened",
            ["Anton Velik"],
            [],
        ),
        (
            "Anton Velik was in custody and under criminal investigation over a speech on Tuesday, "
            "his lawyer said.",
            "custody",
            [],
            ["Anton Velik"],
        ),
        (
            "Anton Velik was in jail and under criminal investigation for bribing a bishop.",
            "investigation",
            [],
            ["Anton Velik"],
        ),
        (
            "Crowds of Peruvians marched through Lima and Cusco to denounce the death of nine nurses "
            "in a week of clashes.",
            "denounce",
            ["Peruvians"],
            [],
        ),
        (
            "At a meeting in Lima, the Judges Club called on Anton Velik to cancel the decree and "
            "to reinstate Luc Barrow, the treasurer who was sacked on Monday.",
            "called",
            ["Judges Club"],
            ["Anton Velik"],
        ),
        (
            "Since Anton Velik's ousting, Peru's army has blocked the way to an election.",
            "ousting",
            [],
            ["Anton Velik"],
        ),
        (
            "The quarrel grew after Anton Velik was almost killed in a May 9 attack on his "
            "summer house near the capital, Lima, forcing him to leave.",
            "attack",
            [],
            ["Anton Velik"],
        ),
        (
            "On Monday, soldiers attacked the Indian Ocean archipelago.",
            "attacked",
            [],
            [],
        ),
    ],
)
def test_who_does_it_and_to_whom(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(text, trigger) == (actors, recipients)


def test_whom_an_outlet_quotes_is_no_party() -> None:
    text = (
        "Nine nurses died when guards fired on friends of Anton Velik who were singing near Lima "
        "University, the state radio quoted a Health Ministry spokesman as saying."
    )
    assert not any("Health Ministry" in [*a, *r] for _, a, r in events(text))


def test_whose_rule_they_fight_to_end_is_no_side() -> None:
    text = "It is a lesson for those now fighting to end Anton Velik's 30-year rule in Peru."
    assert not any("Anton Velik" in actors for _, actors, _ in events(text))


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        (
            "Forty Peruvians were killed in fierce street battles in the port on Thursday.",
            "killed",
            [],
            ["Peruvians"],
        ),
        (
            "Peru's president has apologized to Anton Velik for the attack on the Danish Embassy "
            "by a mob.",
            "apologized",
            ["Peru"],
            ["Anton Velik"],
        ),
        ("Officers attacked the town during the war against Anton Velik.", "attacked", [], []),
        (
            "President Anton Velik criticized for selling old ships.",
            "criticized",
            [],
            ["Anton Velik"],
        ),
        (
            "Supporters of ousted Peruvian President Anton Velik throw stones during clashes in Lima.",
            "ousted",
            [],
            ["Anton Velik"],
        ),
        ("A warplane struck a military site in Cusco on Sunday.", "struck", [], []),
    ],
)
def test_whom_it_befalls(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(text, trigger) == (actors, recipients)


def test_whose_rule_fighting_is_aimed_at_is_no_side() -> None:
    text = (
        "Dozens died as fighting aimed at ending President Anton Velik's long rule raged in Lima."
    )
    assert not any("Anton Velik" in actors for _, actors, _ in events(text))


def test_who_is_killed_beside_those_wounded_in_clashes_need_not_fight(nlp: Language) -> None:
    text = (
        "In Cusco, at least one student was killed and nine others were wounded on Monday in "
        "clashes between demonstrators and police."
    )
    assert {d.root.text for d in of(nlp, text)["clashes"].doers} == {"demonstrators", "police"}

"""Which words of a page tell one event, and which tell two of one kind, on invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def told_together(text: str) -> list[set[str]]:
    """Return the words of each event that several words tell."""
    [page] = read([article("one", text, "2015-06-02")])
    words = [{m.trigger for m in e.mentions} for e in page.events]
    return [own for own in words if len(own) > 1]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "The report lists 40 people killed when gunmen overran the Zelo camp in Chad.",
            [{"killed", "overran"}],
        ),
        (
            "Boko Haram killed hundreds of people when it overran the Zelo camp in April. "
            "A union of teachers accused Boko Haram of killing dozens of people at a market.",
            [{"killed", "overran"}],
        ),
        (
            "A patrol boat came under fire near Zelo on Friday; a sailor and ten soldiers were killed.",
            [{"fire", "killed"}],
        ),
        (
            "Friday's attack began when about ten masked men stormed a bank in Arica.",
            [{"attack", "stormed"}],
        ),
        (
            "Norwegian and Danish guards in helmets used tear gas and stun grenades to disperse the "
            "miners after strikers, some of them hooded, threw bricks and petrol bombs.",
            [{"used", "disperse"}],
        ),
        (
            "Nine people died on Friday when a shell struck a mill in Nakuru, the mayor said.",
            [{"died", "struck"}],
        ),
        (
            "On Monday, Ghana struck the ports of Lome and Aneho, its first attack on Togo in "
            "almost a month.",
            [{"struck", "attack"}],
        ),
        (
            "Shells killed nine people at the hospital of Nakuru on April 12. A second attack on "
            "the hospital, on April 21, killed three, the health ministry said.",
            [{"attack", "killed"}],
        ),
        (
            "On Monday the school was hit by a missile which killed four children.",
            [{"hit", "killed"}],
        ),
        (
            "Forty patients were killed on Thursday when warplanes bombed a clinic, activists said.",
            [{"bombed", "killed"}],
        ),
    ],
)
def test_whom_a_deed_killed_is_of_it(text: str, together: list[set[str]]) -> None:
    assert told_together(text) == together


def test_attacks_on_two_that_are_named_are_two() -> None:
    text = (
        "The assault on the Aurora Star came after the Taliban on Sunday attacked the Tarn Seas, a "
        "Greek-owned bulk carrier, whose 22 crew members abandoned ship and were rescued by a "
        "passing vessel."
    )
    assert told_together(text) == []
    [page] = read([article("one", text, "2015-06-02")])
    days = {m.trigger: m.date.edtf if m.date else None for e in page.events for m in e.mentions}
    assert (days["assault"], days["attacked"]) == (None, "2015-05-31")


def test_who_is_told_of_besides_was_met_by_a_deed_of_its_own() -> None:
    text = "Police arrested Omar Diaz in Lima. Later three other dealers were arrested."
    assert told_together(text) == []
    text = "Soldiers killed nine men in Lima. Another man was killed by soldiers."
    assert told_together(text) == []


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "Lome was devastated by Cyclone Ada in March 2009. The storm killed 40 people.",
            {"devastated", "storm", "killed"},
        ),
        (
            "Shells hit the market of Lome on Monday. Twelve people died in the strike.",
            {"hit", "died"},
        ),
    ],
)
def test_what_is_said_again_by_another_noun_is_one(text: str, together: set[str]) -> None:
    assert together in told_together(text)


def test_the_dead_of_an_old_storm_are_not_those_of_an_illness() -> None:
    text = (
        "At least 63 people have died of cholera in Lome since March 1. Lome was devastated by "
        "Cyclone Ada in 2009. The storm killed 40 people and was followed by a cholera outbreak."
    )
    assert not any({"died", "killed"} <= own for own in told_together(text))


def test_the_offensive_is_none_of_the_rocket_attacks() -> None:
    text = (
        "The army said it would end rocket attacks on Lima. The Chilean-backed offensive in Cuzco "
        "has killed 1,600 people, doctors said."
    )
    assert not any({"attacks", "offensive"} <= own for own in told_together(text))


def test_gunships_and_police_do_not_fire_the_same_shots() -> None:
    text = (
        "Television showed helicopter gunships firing at targets near Cuzco. In Lima, police shot "
        "four men who began shooting at officers, the mayor said."
    )
    assert not any({"firing", "shot"} <= own for own in told_together(text))


def test_the_news_of_a_page_is_not_what_it_looks_back_at() -> None:
    text = (
        "Fighting between two gangs in the port has killed 27 people, a doctor said. A house burned. "
        "The mayor fled on Monday. In May last year fighting between rebels killed 32 people."
    )
    assert {"Fighting", "fighting"} not in told_together(text)
    [page] = read([article("one", text, "2015-06-02")])
    days = {m.trigger: e.date.edtf if e.date else None for e in page.events for m in e.mentions}
    assert (days["Fighting"], days["fighting"]) == (None, "2014-05")


def test_what_two_joined_verbs_tell_of_one_crowd_is_one_deed() -> None:
    text = "The police of Peru opened fire on a crowd and killed nine of them."
    [page] = read([article("one", text, "2015-06-02")])
    assert [len(e.mentions) for e in page.events if e.type == "ASSAULT"] == [2]
    text = "Rebels of Peru shelled Lima on Monday and killed nine clerks in Puno on Friday."
    [page] = read([article("one", text, "2015-06-08")])
    assert len([e for e in page.events if e.type == "ASSAULT"]) == 2


def test_a_president_who_dissolves_a_parliament_concedes_nothing() -> None:
    text = "Ivo Koren dissolved the Parliament and called elections for 5 March 2016."
    [page] = read([article("one", text, "2015-06-02")])
    [dissolved] = [e for e in page.events if e.mode == "dissolution"]
    assert dissolved.type == "OTHER" and dissolved.date is None

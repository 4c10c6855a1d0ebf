"""Which quantity a number counts, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.figures.figures import extract_figures
from tests.sample_records import story


def counted(nlp: Language, text: str) -> list[tuple[str, float | None, float | None]]:
    figures = extract_figures(story("one", text), nlp(text), ())
    return [(f.quantity, f.low, f.high) for f, _ in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 41 people and injured more than 300.", [("killed", 41, 41), ("injured", 300, None)]),
        ("A storm hit the coast, killing at least six people and injuring others.", [("killed", 6, None)]),
        ("Three soldiers who killed nine villagers were jailed.", [("detained", 3, 3), ("killed", 9, 9)]),
        ("The raid left 10 people dead and 23 injured.", [("killed", 10, 10), ("injured", 23, 23)]),
        ("The fever killed 29 people and infected over 4,000.", [("killed", 29, 29), ("other", 4000, None)]),
        ("Six women and three children were allegedly shot dead.", [("killed", 6, 6), ("killed", 3, 3)]),
        ("Militants shot dead three women and two children from Salto.", [("killed", 3, 3), ("killed", 2, 2)]),
        ("Four barns had been destroyed and three people killed.", [("killed", 3, 3)]),
    ],
)  # fmt: skip
def test_each_number_has_the_verb_that_stands_nearest(
    nlp: Language, text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert counted(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two helicopters were evacuating the injured from Salto.",
        "One of the four provinces was evacuated.",
        "Troops captured 22 towns.",
        "Authorities culled 1,000 turkeys after ten swans were found dead.",
    ],
)
def test_things_and_animals_are_no_victims(nlp: Language, text: str) -> None:
    assert counted(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six hundred were killed in a quake with a magnitude of 6.4.", [("killed", 600, 600)]),
        ("Peru expelled five diplomats.", []),
        ("Soldiers expelled 20,000 villagers from their homes.", [("displaced", 20000, 20000)]),
        ("Rescuers saved 40 lives.", []),
        ("The storm claimed 19 lives.", [("killed", 19, 19)]),
        ("They moved the injured to Bamo, a city of 500,000 people that was evacuated.", []),
    ],
)  # fmt: skip
def test_what_is_no_toll(
    nlp: Language, text: str, expected: list[tuple[str, float, float]]
) -> None:
    assert counted(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dozens of people were still missing.", ("missing", 24, None)),
        ("The envoy was among hundreds injured.", ("injured", 200, None)),
        ("The mayor said that a total of 10 people had been killed.", ("killed", 10, 10)),
        ("Five people had received treatment after being injured.", ("injured", 5, 5)),
        ("Two villagers slightly injured, officials say.", ("injured", 2, 2)),
        ("The flood left nearly half a million homeless.", ("displaced", 450000, 500000)),
        ("Six people were in custody on Monday.", ("detained", 6, 6)),
        ("They shot dead five students.", ("killed", 5, 5)),
        ("Ten people fleeing the war drowned.", ("killed", 10, 10)),
        ("The number injured topped 2,200.", ("injured", 2200, None)),
        ("Houses burned and 5,000 people were made homeless.", ("displaced", 5000, 5000)),
        ("Thousands of Angolans that were expelled are in need.", ("displaced", 2000, None)),
        ("Total dead: 192.", ("killed", 192, 192)),
    ],
)  # fmt: skip
def test_tolls_in_other_words(
    nlp: Language, text: str, expected: tuple[str, float, float | None]
) -> None:
    assert counted(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("More than 200 people, including 12 children, were killed.", 12),
        ("The blast injured 40, 15 of them in Salto.", 15),
        ("The blasts killed 24 people in Lima and ten in Cuzco.", 10),
    ],
)
def test_a_part_is_counted_as_its_whole_is(nlp: Language, text: str, part: int) -> None:
    whole, found = counted(nlp, text)
    assert (found[0], found[1]) == (whole[0], part)


def test_a_whole_of_which_a_number_is_part_is_not_the_toll(nlp: Language) -> None:
    assert counted(nlp, "Six of the eight people on board died.") == [("killed", 6, 6)]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Peru sent 20 million Kenyan shillings in aid.", 2e7, "shillings"),
        ("Peru sent $3.2 million.", 3.2e6, "$"),
        ("Peru pledged 5 million U.S. dollars.", 5e6, "dollars"),
    ],
)
def test_sums_with_their_currency(nlp: Language, text: str, low: float, unit: str) -> None:
    [(figure, _)] = extract_figures(story("one", text), nlp(text), ())
    assert (figure.quantity, figure.low, figure.unit) == ("money", low, unit)


def test_whom_a_number_counts_is_told_without_it(nlp: Language) -> None:
    text = "As many as 80 dock workers were hurt, two bodies and three more bodies were found."
    figures = [f for f, _ in extract_figures(story("one", text), nlp(text), ())]
    assert [f.who for f in figures] == ["dock workers", None, "more bodies"]


def test_of_whom_a_share_is_told(nlp: Language) -> None:
    text = "The survey said 83.3 percent of farmers were unhappy."
    [(figure, _)] = extract_figures(story("one", text), nlp(text), ())
    assert (figure.quantity, figure.low, figure.who) == ("percent", 83.3, "farmers")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union put deaths at 189.", [("killed", 189, 189)]),
        ("The toll reached 56 and deaths passed 400.", [("killed", 56, 56), ("killed", 400, 400)]),
        ("The number of displaced people topped 1.2 million.", [("displaced", 1_200_000, None)]),
        ("Up to 60 soldiers of the enemy were destroyed.", [("killed", None, 60)]),
        ("Two captured soldiers were executed by the rebels.", [("killed", 2, 2)]),
        ("Three prisoners were shot dead by guards.", [("killed", 3, 3)]),
        ("Five people remain unaccounted for.", [("missing", 5, 5)]),
        ("Among the dead are three children.", [("killed", 3, 3)]),
        ("A dozen civilians lost their lives.", [("killed", 12, 12)]),
        ("Four people succumbed to their wounds.", [("killed", 4, 4)]),
        ("Thirty villagers were slaughtered.", [("killed", 30, 30)]),
        ("About 500 families were forced from their homes.", [("displaced", 450, 550)]),
        ("A nurse said 22 people with gunshot wounds were brought in.", [("injured", 22, 22)]),
        ("Four reporters were being held in custody.", [("detained", 4, 4)]),
    ],
)  # fmt: skip
def test_what_befell_people_is_told_in_many_ways(
    nlp: Language, text: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    assert counted(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One in three of the dead was a child.",
        "Nearly half of the town's 40,000 people have fled.",
        "Nine out of ten homes are damp.",
    ],
)
def test_a_share_counts_nobody(nlp: Language, text: str) -> None:
    assert counted(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bloc froze assets worth $320 million.", "$320 million"),
        ("They stole some 3.4 million dollars in aid.", "some 3.4 million dollars"),
        ("Some 60 per cent of cases are children.", "Some 60 per cent"),
        ("Turnout was 61.2% on Sunday.", "61.2%"),
    ],
)
def test_sums_and_shares_are_shown_with_their_unit(nlp: Language, text: str, words: str) -> None:
    [(figure, _)] = extract_figures(story("one", text), nlp(text), ())
    assert figure.span.text == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels put the army's dead at 44.", [("killed", 44, 44)]),
        ("Our men are inside and 37 soldiers are in our hands.", [("detained", 37, 37)]),
        ("Another 12 officers are in rebel hands.", [("detained", 12, 12)]),
        ("The gunmen still hold 17 passengers.", [("detained", 17, 17)]),
        ("The stadium holds 40,000 people.", []),
        ("Some 90,000 have crossed into Chad since June.", [("displaced", 81_000, 99_000)]),
        ("Two men crossed into Chad.", []),
        ("As of this morning 3,200 citizens have crossed the border.", [("displaced", 3200, 3200)]),
        ("Some 300 mercenaries left Mali.", [("troops", 270, 330)]),
        ("Two officials said between 900 and 1,200 Russian military contractors were now in Chad.",
         [("troops", 900, 1200)]),
        ("The firm employs 900 contractors.", []),
    ],
)  # fmt: skip
def test_who_is_held_who_has_fled_and_who_bears_arms(
    nlp: Language, text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert counted(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic has treated 71 people with gunshot wounds since Saturday.",
         [("injured", 71, 71)]),
        ("One of the dead officers was not on duty.", []),
        ("One of the hostages is a teacher.", []),
        ("One of the soldiers was wounded.", [("injured", 1, 1)]),
        ("In one year 28 humanitarians have been abducted.", [("other", 28, 28)]),
    ],
)  # fmt: skip
def test_wounds_and_members_of_a_group(
    nlp: Language, text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    assert counted(nlp, text) == expected


def test_who_is_being_held_is_detained(nlp: Language) -> None:
    text = "Eleven activists are being held without charge in Salto."
    assert counted(nlp, text) == [("detained", 11, 11)]

"""What a number counts, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A gas explosion at a tea shop in Peru has killed two, hurt 55", {("killed", 2), ("injured", 55)}),
        ("At least two people died and 55 others were injured in Lima.", {("killed", 2), ("injured", 55)}),
        ("Two bombs killed six police officers in Lima.", {("killed", 6)}),
        ("26 rebels, 10 soldiers killed in clashes in Peru", {("killed", 26), ("killed", 10)}),
        ("Two dead, nine hurt as police clash with crowds in Lima", {("killed", 2), ("injured", 9)}),
        ("Not one civilian lost his life in the raid on Lima.", set()),
        (
            "Three members of the army gave their lives and nine were wounded in Lima.",
            {("killed", 3), ("injured", 9)},
        ),
        ("Another man was killed in the raid on Lima.", {("killed", 1)}),
        ("Clashes in Lima left ten dead, according to two security officials.", {("killed", 10)}),
        ("Nine died in Lima, and a doctor found a bullet in one of the bodies.", {("killed", 9)}),
        ("Hospital counts 14 dead after terminal blast in Lima.", {("killed", 14)}),
        ("Seven guards were taken hostage at a prison in Lima.", {("other", 7)}),
        ("Some inmates escaped; 22 had been recaptured in Lima.", {("detained", 22)}),
        ("Four officers were treated for minor injuries in Lima.", {("injured", 4)}),
        ("Two firefighters reported minor injuries in Lima.", {("injured", 2)}),
        ("Six guards suffered burns and three clerks received head injuries.", {("injured", 6), ("injured", 3)}),
        ("Of those hurt in Lima, 12 had sustained serious wounds.", {("injured", 12)}),
        ("Two witnesses reported serious injuries in Lima.", set()),
        ("A task force looks into the slayings of 14 women in Lima.", {("killed", 14)}),
        ("At Least 17 Slain in Battle in Lima", {("killed", 17)}),
        ("An angry mob shot to death two farmers in Lima.", {("killed", 2)}),
        ("Police fatally shot four men in Lima.", {("killed", 4)}),
        ("A mob shot to death two woodcutters in Lima.", {("killed", 2)}),
        ("The ministry in Lima recorded 35 new cases and two deaths.", {("killed", 2)}),
        ("Six foreigners were rounded up in Lima.", {("detained", 6)}),
        ("Two men were fatally stabbed in Lima.", {("killed", 2)}),
        ("The fighting in Lima ended with five officers and about a dozen rebels left dead.", {("killed", 5), ("killed", 10)}),
        ("Two died in Lima. None of those injured was in danger.", {("killed", 2)}),
        ("By the mission's own last count 57 of its medics were injured in Lima, far more than it first said.", {("injured", 57)}),
        ("Four of the dead were hit when a shell fell on a bakery in Lima, the mayor said.", {("killed", 4)}),
        ("Exchanges of fire in Lima made one dead and seven wounded.", {("killed", 1), ("injured", 7)}),
        ("Fighting between two of the biggest gangs in Lima has killed nine men.", {("killed", 9)}),
        ("Ten people were killed or wounded in a raid on Lima.", {("other", 10)}),
        ("Last year 840 people were killed, injured or kidnapped in Lima.", {("other", 840)}),
        ("Chile gave Peru $300m.", {("money", 300_000_000)}),
        ("A flood struck Lima, and 300 people lost their homes.", {("displaced", 300)}),
        ("The fire killed 25 people in Lima. The dead include four guards.", {("killed", 25), ("killed", 4)}),
        ("The ministry said that 64 people, including 13 in Cuzco, had been killed.", {("killed", 64), ("killed", 13)}),
        ("Seven people died in Lima, and another six in the towns of Cuzco and Ica.", {("killed", 7), ("killed", 6)}),
        (
            "Over 400 people were displaced, including 300 in Lima, 30 in Cuzco and 20 in Ica.",
            {("displaced", 400), ("displaced", 300), ("displaced", 30), ("displaced", 20)},
        ),
        ("Some 5,000 people took part in riots in Lima.", {("other", 4500)}),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, counted: set[tuple[str, int]]) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    assert {(f.quantity, int(f.low or 0)) for e in page.events for f in e.figures} == counted


def test_what_stands_behind_a_toll_is_not_counted() -> None:
    text = "Hospital counts 14 dead after terminal blast in Lima."
    [page] = read([article("one", text, "2015-06-02")])
    assert {f.span.text for e in page.events for f in e.figures} == {"14"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Herders make up about 10 percent of Peru's 30 million residents.", "residents"),
        ("There were 130 murders in Lima in 2011.", None),
        ("About 40 percent of the voters stayed at home.", "voters"),
    ],
)
def test_who_is_told_of(text: str, who: str | None) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    [found] = [*page.figures, *(f for e in page.events for f in e.figures)]
    assert found.who == who


@pytest.mark.parametrize(
    ("text", "quantity", "low"),
    [
        ("The judge ruled that eight teachers remain in custody.", "detained", 8),
        ("The rebels had more than 10,000 men under arms.", "troops", 10_000),
        ("He has a force of 500 near the border.", "troops", 500),
        ("They joined 3,000 who fled last year.", "displaced", 3000),
        ("The army said it had lost 14 men there.", "killed", 14),
        ("The rebels freed a woman and still hold 30 soldiers.", "detained", 30),
        ("The firm lost 50 million pounds.", "money", 50_000_000),
    ],
)
def test_who_is_held_or_armed(text: str, quantity: str, low: float) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    [found] = [*page.figures, *(f for e in page.events for f in e.figures)]
    assert (found.quantity, found.low) == (quantity, low)


@pytest.mark.parametrize(
    "text", ["The bag weighs 150 to 175 pounds.", "They found 50 pounds of powder in the truck."]
)
def test_a_weight_is_no_sum(text: str) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    assert not page.figures


def test_two_of_them_are_those_named_behind() -> None:
    text = "Three people, two of them children, were killed in Lima."
    [page] = read([article("one", text, "2015-06-02")])
    counted = {(f.low, f.who) for e in page.events for f in e.figures}
    assert counted == {(3.0, "people"), (2.0, "children")}


def test_each_number_is_of_the_event_that_names_what_befell() -> None:
    text = "Three men died in Lima and a dozen were wounded."
    [page] = read([article("one", text, "2015-06-02")])
    told = {e.mentions[0].trigger: [f.quantity for f in e.figures] for e in page.events}
    assert told == {"died": ["killed"], "wounded": ["injured"]}

"""Days of deeds told below another's, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from tests.extract.test_whose_day import days

CLOSED = "Police closed the port of Lima on Friday, a day after gunmen "


@pytest.mark.parametrize(
    ("behind", "deed", "day"),
    [
        ("loyal to ousted mayor Ivo Koren killed nine guards in the harbour.", "killed", "28"),
        ("loyal to ousted mayor Ivo Koren killed nine guards in the harbour.", "closed", "29"),
        ("stormed a bank in Cuzco, killing nine guards.", "stormed", "28"),
        ("stormed a bank in Cuzco, killing nine guards.", "killing", "28"),
        ("killed nine guards in an ambush and burned a bus.", "ambush", "28"),
        ("killed nine guards in an ambush and burned a bus.", "burned", "28"),
    ],
)
def test_what_goes_with_a_deed_counted_from_is_of_its_day(behind: str, deed: str, day: str) -> None:
    assert days(CLOSED + behind)[deed] == f"2015-05-{day}"


DUG = "Families in Lima dug in the rubble on Sunday, two days after an earthquake "


@pytest.mark.parametrize(
    ("behind", "deed", "day"),
    [
        ("that killed 90 people.", "earthquake", "29"),
        ("that killed 90 people.", "killed", "29"),
        ("killed 90 people.", "earthquake", "29"),
        ("killed 90 people.", "killed", "29"),
        ("that has killed 90 people, as a fresh tremor shook the town.", "earthquake", "29"),
        ("that has killed 90 people, as a fresh tremor shook the town.", "tremor", "31"),
    ],
)
def test_what_a_deed_counted_from_did_is_of_its_day(behind: str, deed: str, day: str) -> None:
    assert days(DUG + behind)[deed] == f"2015-05-{day}"


def test_the_clause_is_found_though_the_tree_hangs_its_first_word_on_the_verb_before() -> None:
    text = (
        "The region's new authorities sent columns of reinforcements to the coast on Friday, a day "
        "after fighters loyal to ousted president Ivo Koren killed at least 16 security men in a "
        "string of ambushes around the town of Tarn, in the deadliest challenge yet to its council."
    )
    found = days(text)
    assert found["sent"] == "2015-05-29"
    assert found["killed"] == found["ambushes"] == "2015-05-28"
    assert found["ousted"] is None


def test_who_only_describes_somebody_in_that_clause_has_no_day_of_it() -> None:
    text = CLOSED + "loyal to ousted mayor Ivo Koren killed nine guards in the harbour."
    assert days(text)["ousted"] is None


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("Last month, on May 16, a bomber hit a bus in Lima, killing nine.", "hit", "2015-05-16"),
        ("Last week, on Thursday, a bomber hit a bus in Lima.", "hit", "2015-05-28"),
        ("On May 16, last month, a bomber hit a bus in Lima.", "hit", "2015-05-16"),
        ("On a Tuesday in March, gunmen shot two boys in Lima.", "shot", "2015-03"),
        ("Two boys were shot in Lima on a Sunday evening in April 2013.", "shot", "2013-04"),
        (
            "More than 90 men were killed in Lima on Friday and Saturday.",
            "killed",
            "2015-05-29/2015-05-30",
        ),
        ("Two boys were shot in Lima on Monday and Tuesday.", "shot", "2015-06-01/2015-06-02"),
        ("Two boys were shot in Lima on Tuesday and Wednesday.", "shot", "2015-05-26/2015-05-27"),
        ("The following January elections are due in Lima.", "elections", "2016-01"),
        (
            "In 2012 rebels seized Lima. The following January they shelled Cuzco.",
            "shelled",
            "2013-01",
        ),
    ],
)
def test_days_told_in_two_pieces(text: str, deed: str, day: str) -> None:
    assert days(text)[deed] == day


def test_hours_earlier_on_a_day_are_of_the_day() -> None:
    text = (
        "A bomb derailed a train in Lima on Monday, officials said on Tuesday. "
        "Hours earlier on Monday, another explosion had gone off near soldiers in Cuzco."
    )
    assert days(text)["explosion"] == "2015-06-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ivo Koren has hidden since the January 2014 bombing of a clinic in Lima.", "2014-01"),
        ("Aid has not reached Lima since the March 3 bombing of a bridge.", "2015-03-03"),
    ],
)
def test_what_something_lasts_since_is_dated(text: str, day: str) -> None:
    assert days(text)["bombing"] == day


def times(text: str) -> dict[str, str | None]:
    [page] = read([article("one", text, "2015-06-02")])
    return {t.span.text: t.date.edtf if t.date else None for t in page.times}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Trains to Lima were halted until Wednesday morning.", "Wednesday morning", "2015-06-03"),
        ("The mayor closed all schools in Lima until Friday.", "Friday", "2015-06-05"),
        ("A curfew was imposed in Lima until Saturday, the army said.", "Saturday", "2015-06-06"),
        ("Lima was closed until Friday, when the siege ended.", "Friday", "2015-05-29"),
        ("The fighting in Lima went on until Sunday.", "Sunday", "2015-05-31"),
        ("Rebels demanded that their men be released by Thursday.", "Thursday", "2015-06-04"),
        ("Rebels want their men to be freed by Thursday.", "Thursday", "2015-06-04"),
    ],
)
def test_days_up_to_which_something_lasts_or_is_asked_for(text: str, words: str, day: str) -> None:
    assert times(text)[words] == day


def test_what_was_halted_until_a_day_was_not_halted_on_it() -> None:
    assert days("Trains to Lima were halted until Wednesday morning.")["halted"] is None


def test_a_clause_with_when_has_the_day_of_its_verb_behind_two_participles() -> None:
    text = (
        "At least nine people were killed and 16 injured when landslides triggered by heavy rain "
        "swept through villages in the hilly Orle district early on Tuesday, officials said."
    )
    [page] = read([article("one", text, "2024-07-31")])
    dated = {m.trigger: m.date and m.date.edtf for e in page.events for m in e.mentions}
    assert dated["killed"] == dated["landslides"] == "2024-07-30"


def test_a_disaster_is_not_of_the_day_on_which_its_toll_rose() -> None:
    text = "The death toll from the landslides in Orle rose to 151 on Wednesday, officials said."
    [page] = read([article("one", text, "2024-07-31")])
    assert [e.date for e in page.events if e.mentions[0].trigger == "landslides"] == [None]

"""What is never one event: a part and a total, one and many, of one day and denied of another."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.link import link

ALL = (
    "2015-06-05",
    "More than 100 people have been killed in the shelling of Nakuru since Sunday, hospitals said.",
)
MONDAY = (
    "2015-06-02",
    "Nineteen people were killed on Monday in the shelling of Nakuru, hospitals said.",
)
UNDATED = (
    "2015-06-04",
    "The fighting has killed at least 160 people in Nakuru since March 4, a union said.",
)
MARKET = ("2015-06-03", "Residents of Nakuru say 23 people were killed in the market.")
FLED = ("2015-06-01", "Thousands of people fled Nakuru on Monday, the Red Cross said.")
GOVERNOR = ("2015-06-02", "Peter Obi, the governor, fled Nakuru on Tuesday, residents said.")
CLASHES = ("2015-06-01", "Clashes between the army and rebels erupted in Nakuru on Sunday.")
ELECTIONS = ("2015-06-01", "Elections, Peter Obi promised, would be held within 90 days.")
MAYOR = ("2015-06-02", "Peter Obi, the mayor of Nakuru, resigned on Monday after the protests.")
PREMIER = ("2015-06-02", "Kenyan Prime Minister Anne Mutua resigned on Monday after the protests.")
WAGES = ("2015-06-02", "Peter Obi promised that the wages owed to the soldiers would be paid.")
DENIED = ("2015-06-02", "The army denied that there were clashes in Nakuru on Tuesday.")


def events(trigger: str, *pages: tuple[str, str]) -> int:
    """Return how many events a word names on some pages."""
    found = link(read([article(f"page {n}", text, day) for n, (day, text) in enumerate(pages)]))
    return sum(any(m.trigger.lower() == trigger for m in e.mentions) for e in found.events)


@pytest.mark.parametrize(
    ("trigger", "pages", "count"),
    [
        ("killed", (ALL, MONDAY), 2),
        ("killed", (MONDAY, MONDAY), 1),
        ("killed", (UNDATED, MARKET), 2),
        ("killed", (MARKET, MARKET), 1),
        ("fled", (FLED, GOVERNOR), 2),
        ("fled", (FLED, FLED), 1),
        ("clashes", (CLASHES, DENIED), 2),
        ("clashes", (CLASHES, CLASHES), 1),
        ("promised", (ELECTIONS, WAGES), 2),
        ("promised", (WAGES, WAGES), 1),
        ("resigned", (MAYOR, PREMIER), 2),
        ("resigned", (MAYOR, MAYOR), 1),
    ],
)
def test_what_counts_or_names_others_is_another_event(
    trigger: str, pages: tuple[tuple[str, str], ...], count: int
) -> None:
    assert events(trigger, *pages) == count


def test_what_groups_say_is_not_what_a_named_person_says() -> None:
    text = (
        "Opposition parties and rights groups accused Kenya of using a sonic weapon. "
        "The envoy, Anne Mutua, criticised Kenya for closing roads to Nakuru."
    )
    linked = link(read([article("page", text, "2015-06-02")]))
    told = [e for e in linked.events if e.type == "ACCUSE"]
    assert sorted(len(e.actors) for e in told) == [0, 1]


def test_what_two_states_lift_is_lifted_twice() -> None:
    text = (
        "Kenya will suspend imports of Somali fish, months after lifting a ban. "
        "Uganda lifted its remaining curbs on Somali food on Friday."
    )
    linked = link(read([article("page", text, "2015-06-02")]))
    told = [e for e in linked.events if any(m.trigger.startswith("lift") for m in e.mentions)]
    assert [len(e.actors) for e in told] == [1, 1]


def test_a_war_is_no_bombing_in_it() -> None:
    text = (
        "The suicide bombing struck the town of Nakuru in Kenya. Farmers have been neutral in the "
        "war between Kenyans and Somalis. The bombing killed 14 people."
    )
    linked = link(read([article("page", text, "2015-06-02")]))
    [war] = [e for e in linked.events if any(m.trigger == "war" for m in e.mentions)]
    assert {m.trigger for m in war.mentions} == {"war"}


def test_a_constitution_and_a_country_that_are_suspended_are_two_events() -> None:
    texts = (
        "Officers took power in Kenya on Tuesday. Reading from a sheet, one declared the "
        "constitution suspended and dissolved the assembly.",
        "Meeting in Nakuru, leaders of the Union suspended Malawi from the bloc's organs and froze "
        "assets. The Peace Council also suspended the country on Friday.",
    )
    pages = [article(f"page {n}", text, "2015-06-05") for n, text in enumerate(texts)]
    linked = link(read(pages))
    assert len([e for e in linked.events if any(m.trigger == "suspended" for m in e.mentions)]) > 1


SHELLED = "Rebels in Yemen shelled the town of Nakuru on {}, the army said."


@pytest.mark.parametrize(
    ("days", "count"), [(["Monday", "Tuesday"], 1), (["Monday", "Wednesday"], 2)]
)
def test_deeds_of_days_that_are_not_next_to_each_other_are_two(days: list[str], count: int) -> None:
    assert events("shelled", *(("2015-06-04", SHELLED.format(day)) for day in days)) == count


def test_whom_one_meets_is_kept_though_a_copy_says_with_her_colleagues() -> None:
    told = "Ana Ruiz, the foreign minister of Peru, spoke by telephone with {} on Thursday."
    names = ["Luc Houngbo and Peter Obi", "her two colleagues"]
    pages = [article(f"page {n}", told.format(who), "2015-06-05") for n, who in enumerate(names)]
    linked = link(read(pages))
    [spoke] = [e for e in linked.events if any(m.trigger == "spoke" for m in e.mentions)]
    named = {e.id: e.name for e in linked.entities}
    assert len(spoke.mentions) == 2
    assert {named[a] for a in spoke.actors} >= {"Ana Ruiz", "Luc Houngbo", "Peter Obi"}


EMBASSY = (
    "2015-06-05",
    "Gunmen raided a farm near Nakuru in Kenya on Monday and took the cattle. In Kisumu on Wednesday "
    "a crowd marched against the governor. In Nairobi, demonstrators set fire to part of the "
    "Norwegian embassy before police came.",
)
PRISON = (
    "2015-06-06",
    "The governor of Nakuru in Kenya resigned on Friday after a raid on Monday. A prison guard in "
    "Lamu said that the women's wing was set on fire. Police said on Thursday that a crowd had "
    "marched in Kisumu.",
)


def test_two_fires_of_pages_of_several_days_are_two_events() -> None:
    assert events("set fire", EMBASSY, PRISON) == events("set", EMBASSY, PRISON) == 1
    linked = link(read([article(day, text, day) for day, text in (EMBASSY, PRISON)]))
    assert not any(
        {"set", "set fire"} <= {m.trigger for m in event.mentions} for event in linked.events
    )


BORDER = "The war between Kenya and Uganda has closed every border post on the lake. "
MINISTRY = (
    "2019-05-08",
    BORDER + "Kenya's army said that its aircraft had struck the defence ministry of Uganda in "
    "Kampala early on Wednesday.",
)
HOUSE = (
    "2019-05-09",
    BORDER + "The bodies of two people missing in Kisumu under a house that was struck early on "
    "Wednesday were found.",
)


def test_what_each_side_of_a_war_struck_of_one_night_is_two() -> None:
    assert events("struck", MINISTRY, HOUSE) == 2
    assert events("struck", HOUSE, HOUSE) == 1


def test_an_earlier_toll_told_again_and_a_total_since_it_are_no_news_of_now() -> None:
    first = "The navy killed 11 people on Wednesday when it fired on a boat off Mombasa."
    later = (
        "The navy sank three boats off Mombasa on Thursday, killing six people. The raids bring to "
        "57 the number of people killed in nine raids since 1 May, when 11 people died off Mombasa."
    )
    pages = [article("a", first, "2019-05-02"), article("b", later, "2019-06-28")]
    events = link(read(pages)).events
    told = [{(m.span.text[:9], m.trigger) for m in e.mentions} for e in events]
    [old] = [words for words in told if ("The raids", "died") in words]
    assert ("The navy ", "killed") in old
    assert ("The navy ", "killing") not in old
    assert ("The raids", "killed") not in old


def test_two_weeks_after_is_a_day_and_no_time_over_which_was_counted() -> None:
    first = (
        "Floods swept through Nakuru in Kenya on Monday night, killing at least 62 people, the "
        "governor said."
    )
    later = (
        "Thousands of people in Nakuru left their homes on Tuesday, two weeks after floods killed "
        "more than 70 people in Kenya."
    )
    assert events("floods", ("2019-04-30", first), ("2019-05-14", later)) == 1


def test_a_total_since_sunday_shares_no_day_with_a_killing() -> None:
    total = (
        "Soldiers entered the town of Nakuru in Kenya on Tuesday after three days of fighting with "
        "herders, an officer said. More than 300 people had been killed since Sunday, a doctor "
        "said. Planes struck the port of Mombasa on Monday."
    )
    wards = (
        "In the hospital of Nakuru in Kenya a nurse said that soldiers had shot patients on "
        "Tuesday; the army accused herders of having killed farmers in the wards. Guards shot a "
        "man in Kisumu on Monday."
    )
    assert events("killed", ("2019-05-08", total), ("2019-05-09", wards)) == 2

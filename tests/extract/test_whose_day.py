"""Whose day a date is, read by the whole pipeline from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def days(text: str) -> dict[str, str | None]:
    [page] = read([article("one", text, "2015-06-02")])
    mentions = [m for event in page.events for m in event.mentions]
    return {m.trigger: m.date.edtf if m.date else None for m in mentions}


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("On May 6, Ivo Koren, 44, was charged with the slaying.", "slaying", None),
        ("On May 6, Ivo Koren, 44, was charged with the slaying.", "charged", "2015-05-06"),
        (
            "In October 2011, Ivo Koren was arrested in connection with a shooting in Lima.",
            "shooting",
            None,
        ),
        ("Two men were jailed last week for the 2009 murder of a judge.", "murder", "2009"),
        (
            "His kidnappers demanded a ransom of $1 million, but talks broke off on Friday.",
            "demanded",
            None,
        ),
        (
            "His kidnappers demanded a ransom of $1 million, but talks broke off on Friday.",
            "talks",
            "2015-05-29",
        ),
        (
            "Rebels renewed a threat to shell the port, and police found mines there on Friday.",
            "shell",
            None,
        ),
        (
            "Peru rejected the offer of Chile, and in 2013 a court in Lima praised it.",
            "rejected",
            None,
        ),
        (
            "Two agents were charged in the Dec. 21, 1988, bombing of a jet in Lima.",
            "bombing",
            "1988-12-21",
        ),
        (
            "Kopp was indicted last year in the October 2008 shooting of Dr. Ivo Ruiz.",
            "shooting",
            "2008-10",
        ),
        ("A court looked on Friday into the killing of a judge.", "killing", None),
        ("Rebels in Peru killed 54 people up to 22 May.", "killed", None),
        (
            "Lima began to bury its dead on Monday, three days after a storm burst two dams.",
            "storm",
            "2015-05-29",
        ),
        ("Police killed three men overnight Sunday in Lima.", "killed", "2015-05-31"),
        ("Soldiers shot two boys overnight into Monday in Lima.", "shot", "2015-06-01"),
        ("Ten days after the attack, on 9 May, troops shelled Lima.", "attack", None),
        ("Ivo Koren claimed responsibility for the attacks in a video on Friday.", "attacks", None),
        (
            "The council has invited envoys of Chile to a meeting in Lima on Monday.",
            "meeting",
            "2015-06-08",
        ),
        (
            "On May 29, as the premier flew to Lima, gangs opened fire on the port, killing four men.",
            "opened fire",
            "2015-05-29",
        ),
        (
            "The mission says that 154 people were killed between January and March 22.",
            "killed",
            "2015-01/2015-03-22",
        ),
        ("Nine men have been arrested in Lima, up from four on Friday.", "arrested", None),
        (
            "Ivo Koren was shot late on Monday night. Around 2 a.m., a shell hit Ossa.",
            "hit",
            "2015-06-02",
        ),
        (
            "The dam burst on 9 July and a flood killed nine men.",
            "flood",
            "2014-07-09",
        ),
        (
            "His men killed Ivo Koren, the mayor, and ran the port for the next eleven years.",
            "killed",
            None,
        ),
        ("Chile condemned the attack carried out on Friday on Peru.", "attack", "2015-05-29"),
        (
            "Chile condemned the violent attack perpetrated on Friday against a school of Peru.",
            "attack",
            "2015-05-29",
        ),
        (
            "Chile condemned the violent attack perpetrated on Friday against a school of Peru.",
            "condemned",
            None,
        ),
        # what led to it, and what somebody is tried for
        (
            "The walls, put up after the arrest of Ivo Ruiz, a miner, came down on Friday.",
            "arrest",
            None,
        ),
        ("Two men went on trial on Friday for killing a judge in Lima.", "killing", None),
        (
            "Ivo Ruiz was convicted on Friday for taking a life when he shot a guard in Lima.",
            "shot",
            None,
        ),
        # on what occasion something is said
        # what a paper issued on a day says
        (
            "The parliament on 21 May passed resolution 12, which called on Chile to leave.",
            "called",
            "2015-05-21",
        ),
        # what then happened there
        (
            "On Friday a fight broke out in the port of Lima, where two guards were killed.",
            "killed",
            "2015-05-29",
        ),
        (
            "On Friday a fight broke out in the port of Lima, where two guards had been killed.",
            "killed",
            None,
        ),
        ("The raids of March and April 2011 killed nine men.", "raids", "2011-03"),
        ("The protest turned on Friday into a riot.", "riot", "2015-05-29"),
        ("The man arrested over the raid was freed on Friday.", "arrested", None),
        ("He was charged with murder on Friday in the slaying of a judge.", "slaying", None),
        (
            "The car was spotted in Lima in the weeks before the shooting, and was found abandoned "
            "at an airport in May.",
            "shooting",
            None,
        ),
        ("The man arrested over the raid was freed on Friday.", "freed", "2015-05-29"),
        (
            "They cleared mines near a fabled 11th century temple when a team was attacked.",
            "attacked",
            None,
        ),
        # one scene in two clauses
        ("Soldiers fired at the crowd, and a boy died on Friday.", "fired", "2015-05-29"),
        ("Rebels attacked the town and killed ten on Monday.", "attacked", "2015-06-01"),
        (
            "Sunday's explosion came just two days after two bombs killed six officers in Lima.",
            "killed",
            "2015-05-29",
        ),
    ],
)
def test_a_deed_has_its_own_day(text: str, deed: str, day: str | None) -> None:
    assert days(text).get(deed) == day


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        (
            "Following ten months of protests in Peru, Ivo Koren signed an agreement on Monday.",
            "protests",
            None,
        ),
        ("Nine men died in the protests on Monday.", "protests", "2015-06-01"),
        (
            "This week the leaders of the league praised the assassination of Ivo Koren, chief of "
            "Chile's militia, on Wednesday.",
            "assassination",
            "2015-05-27",
        ),
        (
            "Nurses sing songs during a demonstration behind the station, seen on the left, in "
            "Lima, Peru, Monday, June 1, 2015.",
            "demonstration",
            "2015-06-01",
        ),
        (
            "Tribesmen freed a Chilean woman and two men working for the Red Cross in Peru on "
            "Monday, two days after they were abducted.",
            "freed",
            "2015-06-01",
        ),
        (
            "Gunmen held two Chilean envoys captive in a siege lasting two hours yesterday.",
            "held",
            "2015-06-01",
        ),
        (
            "Sappers dug out a shell left from recent clashes between soldiers and tribesmen in "
            "Lima June 1.",
            "clashes",
            None,
        ),
        ("Peru fled Chile, and the Movement is active in Lima today.", "fled", None),
        (
            "Ivo Koren has been in Chile since June 5, undergoing treatment for wounds sustained "
            "in an attack by Peru on his compound.",
            "attack",
            None,
        ),
        (
            "The army ousted Koren in May, and many now fighting in Lima want revenge.",
            "fighting",
            None,
        ),
        (
            "The protests come on the eve of the May 16 presidential-election runoff in Peru.",
            "runoff",
            "2015-05-16",
        ),
        (
            "Marchers thronged to the hall in Lima and battled police with rocks, sticks and "
            "their fists Friday.",
            "battled",
            "2015-05-29",
        ),
        (
            "A boy shouts slogans with miners as they march to the palace in Lima May 16, 2015.",
            "shouts",
            "2015-05-16",
        ),
        (
            "“He was watching, and was stabbed by Koren,” his family said in a statement on "
            "Saturday from their home in Lima.",
            "stabbed",
            None,
        ),
        (
            "May 3: After hours of quiet, with shops still closed, Peru's border guards kidnap "
            "nine miners.",
            "kidnap",
            "2015-05-03",
        ),
        (
            "A general view of the session after the revolt that ousted Ivo Koren, in Lima, Peru, "
            "on May 23, 2015.",
            "ousted",
            None,
        ),
        (
            "Late on Monday night farmers heard explosions and shooting near a mill in Lima.",
            "explosions",
            "2015-06-01",
        ),
        ("The army had shelled Lima in September.", "shelled", "2014-09"),
        ("The vote in Lima had been planned for September.", "vote", "2015-09"),
    ],
)
def test_a_day_far_off_may_be_a_deed_s_and_one_near_another_s(
    text: str, deed: str, day: str | None
) -> None:
    assert days(text)[deed] == day


def test_the_day_that_another_is_counted_from_is_not_the_counted_deed_s() -> None:
    found = days(
        "Morvia dismissed the offer. “A court that holds our boats cannot judge itself,” the mayor "
        "of Lima, Ana Ruiz, said, according to the state radio.\n\n"
        "The blast came two days after the seizure of three boats on Tuesday."
    )
    assert found["blast"] != "2015-06-02"
    assert found["seizure"] == "2015-06-02"


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        (
            "Peru's forces retook the valley in a matter of days and the council dissolved itself "
            "on May 20.",
            "retook",
            None,
        ),
        (
            "Soldiers of Peru fired at the crowd and the mayor of Lima fled on Monday.",
            "fired",
            "2015-06-01",
        ),
        (
            "Prisoners in Lima took three guards hostage; they were freed when the police of Peru "
            "stormed the jail on Tuesday.",
            "took",
            None,
        ),
        (
            "Koren, who had at first condemned Peru's raid, demanded an inquiry on Friday.",
            "condemned",
            None,
        ),
        (
            "Peru has seen nearly 200 coups in Lima since its independence in 1821.",
            "coups",
            None,
        ),
        (
            "Ivo Koren threatened to arrest Ana Moro if she ran for office again next year.",
            "arrest",
            None,
        ),
        (
            "Peru recalled its envoy to Chile for consultations in April, and in May Chile expelled "
            "two Peruvian diplomats.",
            "expelled",
            "2015-05",
        ),
        (
            "Ivo Koren was sacked on Monday, a day after he threatened to shell the port of Chile.",
            "threatened",
            "2015-05-31",
        ),
    ],
)
def test_a_day_stays_in_its_own_clause(text: str, deed: str, day: str | None) -> None:
    assert days(text)[deed] == day


def test_what_was_hours_before_a_morning_may_be_of_the_day_before() -> None:
    text = "Peru lifted the ban early on Tuesday, hours after soldiers attacked Chile's port."
    assert days(text)["attacked"] is None
    text = "Peru raided a camp early on Tuesday, hours before soldiers attacked Chile's port."
    assert days(text)["attacked"] == days(text)["raided"]

"""Windows of what is foretold, and what comes of it, on pages read by the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.articles import article, read
from histor.assess import Assessment, assess
from histor.assess.windows import days_given
from histor.link import link


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("they would attack within two weeks", 14),
        ("the dam could break within days", 4),
        ("a strike in the coming weeks", 28),
        ("it will fall within a month", 31),
        ("it will fall in the next three days", 3),
        ("an attack in the next 24 to 36 hours", 2),
        ("a strike within hours", 1),
        ("a landing was imminent", 31),
        ("it will fall one day", None),
        ("the bridge will be rebuilt", None),
    ],
)
def test_spans_of_days_are_read(text: str, days: int | None) -> None:
    assert days_given(text) == days


def judged(*pages: tuple[str, str, str]) -> Assessment:
    return assess(link(read([article(key, text, day) for key, day, text in pages])))


WARNS = (
    "warns",
    "2015-06-02",
    "Norway warned on Tuesday that Iceland would attack Denmark by 15 June 2015.",
)
LATER = (
    "later",
    "2015-07-07",
    "Denmark opened a bridge on Monday. Iceland sent a ship to the fair.",
)


@pytest.fixture(scope="module")
def silent() -> Iterator[Assessment]:
    yield judged(WARNS, LATER)


def test_a_deadline_begins_on_the_day_of_writing(silent: Assessment) -> None:
    [warning] = silent.warnings
    assert (warning.window.earliest, warning.window.latest) == ("2015-06-02", "2015-06-15")


def test_what_pages_of_later_do_not_tell_did_not_come(silent: Assessment) -> None:
    assert [w.outcome for w in silent.warnings] == ["not_borne_out"]


def test_silence_of_the_case_proves_nothing() -> None:
    other = ("other", "2015-07-07", "Portugal won the chess cup on Monday.")
    assert [w.outcome for w in judged(WARNS, other).warnings] == ["open"]


def test_a_like_deed_in_time_bears_it_out() -> None:
    came = ("came", "2015-06-11", "Iceland attacked Denmark on Wednesday, 10 June 2015.")
    assert [w.outcome for w in judged(WARNS, came, LATER).warnings] == ["borne_out"]


def test_a_deed_after_the_deadline_does_not() -> None:
    late = ("late", "2015-07-02", "Iceland attacked Denmark on Wednesday, 1 July 2015.")
    assert [w.outcome for w in judged(WARNS, late, LATER).warnings] == ["not_borne_out"]


def test_a_truce_opens_no_port() -> None:
    warns = (
        "warns",
        "2015-06-02",
        "Norway predicted on Tuesday that Iceland would reopen its ports by 15 June 2015.",
    )
    came = ("came", "2015-06-11", "Iceland surrendered on Wednesday, 10 June 2015.")
    truce = (
        "truce",
        "2015-06-11",
        "Iceland and Denmark signed a truce in Oslo on Wednesday, 10 June 2015.",
    )
    assert "borne_out" not in [w.outcome for w in judged(warns, truce).warnings]
    assert [w.outcome for w in judged(warns, came).warnings] == ["borne_out"]


def outcomes(*pages: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    result = judged(*pages)
    return [(w.event_type, w.outcome, w.window.latest) for w in result.warnings]


def test_an_imminent_deed_is_foretold_by_a_noun() -> None:
    said = (
        "said",
        "2015-06-02",
        "Norwegian Defence Minister Ole Dahl said on Tuesday that an invasion by Iceland was "
        "imminent.",
    )
    came = ("came", "2015-06-11", "Iceland attacked Denmark on Wednesday, 10 June 2015.")
    assert outcomes(said) == [("ASSAULT", "open", "2015-07-03")]
    assert outcomes(said, came) == [("ASSAULT", "borne_out", "2015-07-03")]


@pytest.mark.parametrize(
    "text",
    [
        "The police said that the boat was about to land when the storm came.",
        "The police warned that such gangs grew rapidly last year.",
        "The mayor feared 200 dead in the valley.",
        "Norway said that 11 soldiers were killed in the four days.",
    ],
)
def test_what_was_is_not_foretold(text: str) -> None:
    assert outcomes(("page", "2015-06-02", text)) == []


HEALTH = (
    "health",
    "2015-06-02",
    "The Health Agency warned that bodies in the water may cause an outbreak of cholera within "
    "weeks.",
)


def test_what_a_later_page_says_did_not_come_was_not_borne_out() -> None:
    later = ("later", "2016-06-01", "No large outbreak of cholera came, the ministry said.")
    other = ("other", "2016-06-01", "The ministry said that no bridge had been rebuilt.")
    assert [o for _, o, _ in outcomes(HEALTH, later)] == ["not_borne_out"]
    assert [o for _, o, _ in outcomes(HEALTH, other)] == ["open"]


def test_a_truce_that_held_did_not_collapse() -> None:
    warned = ("warned", "2015-06-02", "Experts warned that the truce could collapse within days.")
    held = ("held", "2015-08-02", "The ceasefire of June has held, the army said.")
    assert [o for _, o, _ in outcomes(warned, held)] == ["not_borne_out"]


SAYS = (
    "says",
    "2015-06-02",
    "Norway said on Tuesday that it would expel the Icelandic ambassador. Norway said it would "
    "launch air strikes against Iceland.",
)


def test_what_a_speaker_is_going_to_do_is_foretold_without_a_day_or_a_word_of_warning() -> None:
    came = ("came", "2015-06-05", "Norway launched air strikes against Iceland on Friday.")
    found = {w.event_type: w.outcome for w in judged(SAYS, came).warnings}
    assert found == {"SANCTION": "open", "ASSAULT": "borne_out"}


def test_what_others_are_going_to_do_is_told_by_no_plan() -> None:
    text = "Norway said on Tuesday that Iceland would expel the Danish ambassador."
    assert judged(("others", "2015-06-02", text)).warnings == ()


def test_of_a_plan_of_which_nothing_more_is_told_nobody_knows() -> None:
    text = "Norway said it would expel the Icelandic ambassador within days."
    plan = ("plan", "2015-06-02", text)
    assert {w.outcome for w in judged(plan, LATER).warnings} == {"open"}


@pytest.mark.parametrize(
    ("cue", "behind", "first", "outcome"),
    [
        ("had warned after the vote", "None has come.", "2014-12-19", "not_borne_out"),
        ("had warned for years", "It has never happened.", "2014-06-16", "not_borne_out"),
        ("had warned after the vote", "A fair opened.", "2014-12-19", "open"),
    ],
)
def test_a_page_may_say_itself_that_nothing_came(
    cue: str, behind: str, first: str, outcome: str
) -> None:
    told = f"Analysts {cue} that an attack by Iceland on Denmark was possible. {behind}"
    [warning] = judged(("one", "2015-06-17", told)).warnings
    assert (warning.window.earliest, warning.outcome) == (first, outcome)


def test_who_only_watches_foretells_what_others_will_do() -> None:
    told = "Military analyst Ann Reed said on Monday that Iceland will attack Denmark."
    [warning] = judged(("one", "2015-06-17", told)).warnings
    assert (warning.event_type, warning.outcome) == ("ASSAULT", "open")
    if_told = "An analyst said that if the talks fail, Iceland will answer."
    assert not judged(("one", "2015-06-17", if_told)).warnings


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Norway warned that it would bomb Iceland if the hostages were not freed.", 1),
        ("Norway warned that it would bomb Iceland unless the hostages were freed.", 1),
        ("Norway warned that it would not bomb Iceland if the hostages were freed.", 0),
    ],
)
def test_what_hangs_on_something_not_done_is_foretold(text: str, warnings: int) -> None:
    assert len(judged(("warns", "2015-06-02", text)).warnings) == warnings


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Nor did Norway carry out its threat to bomb the port of Orle.", "not_borne_out"),
        ("The threat of Norway to bomb the port was never acted on.", "not_borne_out"),
        ("Norway dropped its threat to bomb the port.", "not_borne_out"),
        ("Norway repeated its threat to bomb the port.", "open"),
        ("Norway did not carry out its promise to pay the nurses.", "open"),
    ],
)
def test_a_threat_that_was_not_made_good_did_not_come(text: str, outcome: str) -> None:
    threat = "Norway threatened to bomb the port of Iceland if the hostages were not freed."
    found = judged(("one", "2015-06-02", threat), ("later", "2015-06-20", text)).warnings
    assert [w.outcome for w in found if w.window.earliest == "2015-06-02"] == [outcome]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (
            "The river agency warned on Friday that the camp in Lima would run out of clean water "
            "by 20 June unless new pumps arrive.",
            "2024-06-14/2024-06-20",
        ),
        ("The World Food Programme warns of famine in Peru by September.", "2024-06-14/2024-09-30"),
    ],
)
def test_a_deadline_of_the_warning_s_own_words_closes_its_window(text: str, window: str) -> None:
    [warning] = judged(("page", "2024-06-14", text)).warnings
    assert warning.window.edtf == window


def test_a_promise_told_weeks_after_is_of_its_own_day_and_settles_the_other_page_s() -> None:
    promise = "President Juan Torre promised on Tuesday that Peru would reopen the port of Arica"
    found = judged(
        ("first", "2015-06-02", f"{promise} within two weeks."),
        (
            "later",
            "2015-07-21",
            "The port of Arica is still closed, seven weeks after President Juan Torre promised "
            "that Peru would reopen the port of Arica within two weeks.",
        ),
    )
    told = sorted((w.window.latest, w.outcome) for w in found.warnings)
    assert told == [("2015-06-16", "not_borne_out")] * 2


@pytest.mark.parametrize(
    ("day", "text"),
    [
        # a deadline that has passed is still the warning's
        (
            "2015-07-07",
            "In May the union had warned that the dam in Orle could break by the end of June.",
        ),
        # what could be by a day is foretold whoever says it
        (
            "2015-06-02",
            '"The army of Peru could split before the end of the month," said Ana Ruiz, an analyst.',
        ),
    ],
)
def test_a_warning_by_the_end_of_june_is_open_till_then(day: str, text: str) -> None:
    [warning] = judged(("page", day, text)).warnings
    assert warning.window.latest == "2015-06-30"


def test_why_something_is_foretold_says_not_that_it_will_not_come() -> None:
    warns = (
        "warns",
        "2015-06-02",
        "Norway predicted on Tuesday that Iceland would attack Denmark by 15 June 2015, because "
        "nobody else could.",
    )
    came = ("came", "2015-06-11", "Iceland attacked Denmark on Wednesday, 10 June 2015.")
    assert [w.outcome for w in judged(warns, came, LATER).warnings] == ["borne_out"]


def test_what_somebody_does_not_expect_is_no_warning() -> None:
    page = (
        "a",
        "2021-06-01",
        "Ana Ruiz of Peru does not expect Bolivia to attack the town of Uyuni by the end of June.",
    )
    assert not judged(page).warnings


def test_what_an_undated_page_foretells_is_in_the_register_without_a_day() -> None:
    undated = "Norway's envoy said war between Iceland and Denmark was only a matter of time."
    dated = article("dated", "Portugal won the chess cup on Monday.", "2015-07-07")
    case = link(read([article("undated", undated, None), dated]))
    [warning] = assess(case).warnings
    names = {e.id: e.name for e in case.entities}
    assert (warning.outcome, warning.window.edtf) == ("open", "../..")
    assert (names[warning.actor or ""], names[warning.target or ""]) == ("Iceland", "Denmark")
    assert not assess(link(read([article("undated", undated, None)]))).warnings

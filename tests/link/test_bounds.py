from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec
import pytest

from benchmarks.articles import article, read
from histor.link import link
from histor.link.accounts import HARM, is_another, lemmas_of, number_told
from histor.link.bounds import Bounds, Merging, bounds_of, is_news, looks_back, ordinal_of


def bounds(toll: tuple[float, float]) -> Bounds:
    return Bounds(True, dt.date.min, dt.date.max, None, None, toll=toll)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ((4.0, 4.0), (9.0, 9.0), True),
        ((0.0, 0.0), (20_000.0, 20_000.0), True),
        ((200.0, 200.0), (20_000.0, 20_000.0), False),
    ],
)
def test_a_war_s_dead_are_not_an_attack_s(
    one: tuple[float, float], other: tuple[float, float], *, joined: bool
) -> None:
    assert Merging([bounds(one), bounds(other)], [(0, 1)]).join(0, 1) == joined


def test_what_a_cluster_told_is_kept() -> None:
    merging = Merging(
        [bounds((4.0, 4.0)), bounds((0.0, 0.0)), bounds((900.0, 900.0))], [(0, 1), (1, 2)]
    )
    assert merging.join(0, 1)
    assert not merging.join(0, 2)


@pytest.mark.parametrize("word", ["killed", "killing", "died", "wounded", "injured"])
def test_words_of_harm_are_known_in_all_their_forms(word: str) -> None:
    assert {w[:5] for w in lemmas_of(word)} <= HARM


@pytest.mark.parametrize(
    ("sentence", "trigger", "number"),
    [
        ("Aircraft carried out two more strikes.", "strikes", 2),
        ("At least 15 strikes hit the port.", "strikes", 15),
        ("One strike hit the port.", "strike", 1),
        ("A 6.1 earthquake shook the island.", "earthquake", 0),
        ("A magnitude 6 earthquake shook the island.", "earthquake", 0),
        ("Strikes hit 15 towns.", "Strikes", 0),
        ("Peru will hold the 2014 games.", "games", 0),
        ("On July 13 Peru bans the party.", "bans", 0),
    ],
)
def test_how_many_events_a_word_names(sentence: str, trigger: str, number: int) -> None:
    assert number_told(sentence, trigger) == number


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [((1, 8), (1, 10), False), ((1, 8), (1, 9), True), ((12, 31), (1, 1), True)],
)
def test_days_without_their_year_are_days(
    one: tuple[int, int], other: tuple[int, int], *, joined: bool
) -> None:
    days = [ordinal_of(*day) for day in (one, other)]
    bare = [replace(bounds((0.0, 0.0)), bare_day=day, day_of_year=day) for day in days]
    assert Merging(bare, [(0, 1)]).join(0, 1) == joined
    dated = replace(bare[1], bare_day=None)
    assert Merging([bare[0], dated], [(0, 1)]).join(0, 1) == joined


@pytest.mark.parametrize(
    ("sentence", "trigger", "another"),
    [
        ("A similar raid damaged a school.", "raid", True),
        ("Another heavy air strike hit the port.", "strike", True),
        ("On the third day of clashes the port burned.", "clashes", False),
        ("The strike hit the second port.", "strike", False),
    ],
)
def test_what_is_told_as_another(sentence: str, trigger: str, *, another: bool) -> None:
    assert is_another(sentence, trigger) == another


def test_what_news_tells_without_a_day_is_of_the_last_month_unless_it_looks_back() -> None:
    text = (
        f"Rebels bombed a market in Lima, Peru, on Tuesday. {'Shops stayed shut. ' * 20}The army "
        "has killed several rebels near a bridge.\n\n"
        "In March 2012 rebels seized a dam. They shelled a village there."
    )
    linked = link(read([article("one", text, "2015-06-03")]))
    [document], events = linked.documents, list(linked.events)
    assert is_news(document, events)
    back = looks_back(document, events)
    first = {
        e.mentions[0].span.text: bounds_of(document, e, None, (), recent=e.id not in back).first
        for e in events
        if e.date is None
    }
    by_what = {
        what: day for text, day in first.items() for what in ("bridge", "village") if what in text
    }
    assert by_what["bridge"] == dt.date(2015, 5, 3)
    assert by_what["village"] == dt.date.min


def test_a_page_that_looks_back_is_no_news() -> None:
    text = "The war of 2012 was the longest in the history of Peru. Rebels killed hundreds."
    linked = link(read([article("one", text, "2015-06-03")]))
    assert not is_news(linked.documents[0], list(linked.events))


def test_what_a_page_tells_without_a_day_was_by_the_day_on_which_it_was_written() -> None:
    told = [
        article("one", "Rebels attacked the base at Orle in Chad, a minister said.", "2016-03-05"),
        article(
            "two", "The attack on Monday at Orle in Chad was the work of rebels.", "2016-03-09"
        ),
    ]
    linked = link(read(told))
    # Monday is the 7th, two days after the first page was written
    assert all(e.documents == 1 for e in linked.events)


def test_a_blast_by_nobody_may_be_a_mishap() -> None:
    [page] = read([article("page", "A bomb in Nakuru killed nine on Tuesday.", "2019-05-08")])
    [bomb] = [e for e in page.events if e.mode == "explosives"]
    assert bounds_of(page.document, bomb, None, ()).mode is None
    laid = msgspec.structs.replace(bomb, actors=("ent_somebody",))
    assert bounds_of(page.document, laid, None, ()).mode == "arms"


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("over the mill disaster that killed 41 workers", dt.date.min),
        ("over a raid that killed 41 workers", dt.date(2019, 5, 10)),
    ],
)
def test_whom_a_known_disaster_killed_is_no_news_of_the_page(told: str, first: dt.date) -> None:
    text = (
        f"Police in Kenya are still looking for a clerk {told} in Nakuru. Lawyers were beaten by "
        "police in Nakuru on Saturday."
    )
    [page] = read([article("page", text, "2019-05-14")])
    [killed] = [e for e in page.events if any(m.trigger == "killed" for m in e.mentions)]
    document = msgspec.structs.replace(page.document, written=page.document.page_date)
    assert bounds_of(document, killed, None, (), news=dt.date(2019, 5, 11)).first == first

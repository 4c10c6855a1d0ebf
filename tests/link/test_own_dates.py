"""What a page's own days leave open of when it was written; invented sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from benchmarks.articles import article, read
from histor.link.own_dates import OwnDates, own_dates

PRINTED = dt.date(2024, 6, 18)
SLACK = 42


def of(text: str) -> OwnDates:
    [record] = read([article("page", text, PRINTED.isoformat())])
    return own_dates(record.document, record.times)


PAST = "A vote was held in Tarnia on 3 December, the ministry said."
AHEAD = "The presidents of Peru and Chile will meet in Lima on 14 December."


def test_days_past_and_to_come_without_a_year_bind_a_page_printed_later() -> None:
    own = of(f"{PAST} {AHEAD}")
    between = own.between(PRINTED, SLACK)
    assert between is not None
    assert between[:2] == (dt.date(2023, 12, 3), dt.date(2023, 12, 14))
    assert own.refuted(PRINTED, SLACK)
    assert not own.fits(dt.date(2023, 12, 20))


@pytest.mark.parametrize(
    "text",
    [
        PAST,
        AHEAD,
        # told since then of another day
        f"{PAST} {AHEAD} The police seized two boats on 5 May.",
        # a meeting soon after the printed day
        f"{PAST} The presidents of Peru and Chile will meet in Lima on 4 July.",
        # too far from each other
        f"A vote was held in Tarnia on 3 August. {AHEAD}",
        # what was once to come
        f"{PAST} The presidents would meet in Lima on 14 December, it was thought then.",
    ],
)
def test_what_leaves_the_printed_day_open_binds_nothing(text: str) -> None:
    assert of(text).between(PRINTED, SLACK) is None


def test_what_fresh_news_says_would_be_is_to_come() -> None:
    news = (
        "Peru and Chile agreed to a truce on Monday. In a July 26 call, the mediator had told both "
        "to stop. Peru would host a session of the border committee on August 4."
    )
    between = of(news).between(dt.date(2023, 12, 1), SLACK)
    assert between is not None
    assert between[:2] == (dt.date(2023, 7, 26), dt.date(2023, 8, 4))


def test_news_of_this_sunday_is_of_the_week_before() -> None:
    own = of("The deadline given to Peru expires this Sunday, 6 August, and the troops are ready.")
    week = dt.date(2023, 7, 31), dt.date(2023, 8, 6)
    assert own.news_days(dt.date(2024, 2, 12), ()) == week


def test_a_report_of_what_will_be_looks_ahead() -> None:
    text = f"{PAST} It was reported earlier that the presidents will meet in Lima on 14 December."
    assert of(text).between(PRINTED, SLACK) is not None


ULTIMATUM = (
    "Miners struck on 28 November, the union said. The union gave the mine until 15 December to "
    "pay. If it does not, the pits will close."
)


def test_a_deadline_with_what_comes_else_is_still_to_come() -> None:
    own = of(ULTIMATUM)
    assert [day[:2] for day in own.coming] == [(12, 15)]
    assert not own.fits(dt.date(2023, 12, 16))
    heap = [dt.date(2023, 11, 21), dt.date(2023, 12, 17)]
    days = own.open_days(heap)
    assert days is not None and days[:2] == (dt.date(2023, 11, 28), dt.date(2023, 12, 15))
    assert own.open_days([dt.date(2020, 6, 1)]) is None


def test_days_named_without_a_year_long_before_the_printed_one_are_found() -> None:
    named = of("A court annulled the vote on 19 January. Riots broke out on 20 January.")
    assert named.named_last(PRINTED, SLACK) == dt.date(2024, 1, 20)
    assert named.named_last(dt.date(2024, 2, 1), SLACK) is None
    assert of("Riots broke out on 20 January.").named_last(PRINTED, SLACK) is None
    assert of(ULTIMATUM).named_last(PRINTED, SLACK) is None


def test_a_page_without_a_date_was_written_soon_after_the_last_day_that_it_tells_as_past() -> None:
    told = (
        "The mayor left Lorne on 3 May and was seen in Tarn on 5 May. He was heard in Portobel on "
        "9 May and went home."
    )
    heap = [dt.date(2021, 5, 4), dt.date(2021, 5, 6)]
    weeks = of(told).soon_after(heap)
    assert weeks is not None
    assert weeks[:2] == (dt.date(2021, 5, 9), dt.date(2021, 6, 8))
    assert weeks[2].text == "9 May"
    assert of(PAST).soon_after(heap) is None  # one day alone
    assert of(told).soon_after([dt.date(2021, 11, 4)]) is None  # nobody writes of then


def test_an_undated_page_of_earlier_this_month_is_of_the_rest_of_it() -> None:
    heap = [dt.date(2024, 3, 6), dt.date(2024, 3, 20)]
    text = "Twenty people died in riots in Lima earlier this month. A girl was shot on 7 March."
    found = of(text).rest_of_month(heap)
    assert found is not None
    assert found[:2] == (dt.date(2024, 3, 7), dt.date(2024, 3, 31))
    assert of(text).rest_of_month([dt.date(2024, 11, 1)]) is None
    assert of("A girl was shot in Lima on 7 March.").rest_of_month(heap) is None


def test_undated_news_of_a_weekday_is_of_the_weeks_after_the_day_it_names() -> None:
    text = "Hundreds marched in Lima on Monday. A dam broke on 10 March, and nine people died."
    heap = [dt.date(2024, 3, 11), dt.date(2024, 3, 17)]
    found = of(text).soon_after(heap)
    assert found is not None
    assert found[:2] == (dt.date(2024, 3, 10), dt.date(2024, 4, 9))
    assert of(text).soon_after(heap[:1]) is None
    assert of("A dam broke on 10 March, and nine people died.").soon_after(heap) is None


def test_in_a_heap_of_many_years_such_news_is_of_the_one_of_which_others_are() -> None:
    text = "Hundreds marched in Lima on Monday. A dam broke on 10 March, and nine people died."
    then = [dt.date(2024, 3, 11), dt.date(2024, 3, 17)]
    found = of(text).soon_after([dt.date(2022, 3, 12), *then, dt.date(2025, 8, 1)])
    assert found is not None
    assert found[:2] == (dt.date(2024, 3, 10), dt.date(2024, 4, 9))
    assert of(text).soon_after([dt.date(2022, 3, 12), dt.date(2022, 3, 14), *then]) is None
    assert of(text).soon_after([dt.date(2022, 3, 12), then[0], dt.date(2025, 8, 1)]) is None


def test_an_undated_page_is_not_of_the_day_that_it_names_by_the_calendar() -> None:
    own = of("A dam broke on 10 March, and nine people died.")
    assert own.fits(dt.date(2024, 3, 10))
    assert own.fits(dt.date(2024, 3, 9))  # the printed day of another zone
    assert not own.fits(dt.date(2024, 3, 10), slack=-1)
    assert own.fits(dt.date(2024, 3, 11), slack=-1)


def test_who_tells_of_a_month_by_its_name_does_not_write_in_it() -> None:
    own = of("The ferry sank on Tuesday. Rebels seized it in March, and it will sail in May.")
    assert not own.fits(dt.date(2024, 3, 12))
    assert own.fits(dt.date(2024, 4, 2))
    assert own.fits(dt.date(2024, 5, 2))


def test_a_diary_of_months_is_of_the_weeks_after_its_last_day() -> None:
    told = ("31 March", "9 April", "9 May", "22 July")
    text = " ".join(f"On {day} soldiers raided a camp in Lima." for day in told)
    found = of(text).soon_after([dt.date(2024, 7, 20)])
    assert found is not None
    assert found[:2] == (dt.date(2024, 7, 22), dt.date(2024, 8, 21))
    back = " ".join(f"On {day} soldiers raided a camp in Lima." for day in reversed(told))
    assert of(back).soon_after([dt.date(2024, 7, 20)]) is None

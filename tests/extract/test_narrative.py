from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.dates.counted_from import counted_from_dates
from histor.extract.dates.narrative import Stated, resolve_all
from histor.extract.dates.time_grammar import find_times
from histor.time_forms import Tense

WRITTEN = dt.date(2021, 6, 10)


def dates(text: str, anchor: dt.date | None = WRITTEN) -> list[str | None]:
    begin = [m.start() for m in re.finditer(r"(?:\A|(?<=\. ))\S", text)]
    times = [
        Stated(m.start, m.end, m.form, None, begin[bisect_right(begin, m.start) - 1])
        for m in find_times(text)
    ]
    times = counted_from_dates(times, text)
    return [None if r is None else r.extent.edtf for r in resolve_all(times, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on 3 May 2019. The next day it rained.", ["2019-05-03", "2019-05-04"]),
        ("It fell on 3 May 2019. Two days later it stood.", ["2019-05-03", "2019-05-05"]),
        ("It fell on 3 May 2019; three days earlier, a crack.", ["2019-05-03", "2019-04-30"]),
        (
            "It fell on 3 May 2019. It was shut from 7 pm to 6 am from 9 May 2019.",
            ["2019-05-03", "2019-05-09", "2019-05-09", "2019-05-09"],
        ),
        ("It began in March 2012 and ended that year.", ["2012-03", "2012"]),
        ("It began in March 2012. The following month it ended.", ["2012-03", "2012-04"]),
        ("On 3 May 2019 it fell. The following Tuesday it stood.", ["2019-05-03", "2019-05-07"]),
        ("Rains came in 2012. That summer the river rose.", ["2012", "2012-22"]),
        ("Net rose in the third quarter of 2020. A year earlier it fell.", ["2020-07/2020-09", "2019-07/2019-09"]),
        ("In the quarter ended Sept. 30, 2020 it rose.", ["2020-07/2020-09", "2020-09-30"]),
        ("Last year's third quarter was poor.", ["2020-07/2020-09"]),
        ("It fell in 1990. Thirty years later, in May 2019, it stood.", ["1990", "2019-05", "2019-05"]),
        ("Sales in the latest quarter rose.", ["2021-01/2021-03"]),
        ("In the quarter ended April 30 it rose.", ["2021-01/2021-03", "2021-04-30"]),
        ("First-quarter sales rose. The second quarter of 2015 was poor. In the latest quarter it lost.", ["2021-01/2021-03", "2015-04/2015-06", "2021-01/2021-03"]),
        ("It rained in 1998, and in July of that year the dam broke.", ["1998", "1998-07"]),
        ("It rained in 1998; on July 4 of the following year the dam broke.", ["1998", "1999-07-04"]),
        ("It rained in June 2012; on the 23rd of that month it fell.", ["2012-06", "2012-06-23"]),
        ("It rained in 1998, and on Aug 4 that year it broke.", ["1998", "1998-08-04"]),
        ("It rained in 1998, from July to September that year.", ["1998", "1998-07/1998-09"]),
        ("In June 2012 it rained. On the 23rd of that month it fell. The next day it stood.", ["2012-06", "2012-06-23", "2012-06-24"]),
        ("It came a week before polls that Lima has put off to 23 April.", [None, "2021-04-23"]),
        ("It fell on 3 May 2019 and again on 2 June.", ["2019-05-03", "2019-06-02"]),
        ("It fell on 3 May 2019. Rain came on 2 June.", ["2019-05-03", "2021-06-02"]),
        ("It fell three days before Christmas.", ["2020-12-22", "2020-12-25"]),
        ("It fell two days after the 3 May vote.", ["2021-05-05", "2021-05-03"]),
        ("It fell hours after a quake late on 3 May.", ["2021-05-03", "2021-05-03"]),
        ("It came a week before the vote, set for 21 June.", ["2021-06-11~/2021-06-17~", "2021-06-21"]),
        ("It came a day after the vote, and fell on 3 May.", [None, "2021-05-03"]),
        ("It came a day after the vote. On 3 May it fell.", [None, "2021-05-03"]),
        ("It fell on 3 May 2019. Hours later it stood.", ["2019-05-03", "2019-05-03"]),
        ("The dam broke on 3 May 2019. In the evening, troops came.", ["2019-05-03", "2019-05-03"]),
        ("The dam broke on 3 May 2019. At dawn, troops came.", ["2019-05-03", "2019-05-03"]),
        ("It rained in 2019. In the evening, they sing.", ["2019", None]),
        ("On Friday, three days before the 9 June vote, they met. The next day it rained.", ["2021-06-04", "2021-06-06", "2021-06-09", "2021-06-05"]),
        ("In May 2017 it began. It ended in October that year. In 2018 it rained.", ["2017-05", "2017-10", "2018"]),
        ("Crowds met on Tuesday. They marched for a third day.", ["2021-06-08", "2021-06-08"]),
        ("For a third straight day, they marched on Tuesday.", ["2021-06-08", "2021-06-08"]),
        ("Today is the eighth day of the strike.", ["2021-06-10", "2021-06-10"]),
        ("It is the eighth day of the strike.", ["2021-06-10"]),
        ("War came in May 2019. On the third day of the war, it rained.", ["2019-05", None]),
        ("They met on Tuesday in the old hall of the town, and a crowd stood by the gates of it with lamps and flags, waiting for word of what had been said inside and by whom. A shot was heard at 8.20pm.", ["2021-06-08", "2021-06-08"]),
        ("It fell the day before last Tuesday.", ["2021-06-07", "2021-06-08"]),
        ("It is to end by year-end, as it has since year-end.", ["2021-12-31", "2020-12-31/.."]),
        ("The post-2003 order, the last half of 2019, the week's news.", ["2003/..", "2019-07/2019-12", "2021-06-07/2021-06-13"]),
        ("It broke at 10:35 a.m. (0735 GMT) on 3 May 2019.", ["2019-05-03", "2019-05-03", "2019-05-03"]),
        (
            "On the evening of 3 May 2019 it rained. At 2 a.m. the dam broke. By dawn it was gone.",
            ["2019-05-03", "2019-05-04", "2019-05-04"],
        ),
        (
            "On the night of 3 May 2019 it rained. Shortly after midnight it broke.",
            ["2019-05-03", "2019-05-04"],
        ),
        (
            "It rained at 9 p.m. on 3 May 2019. Around midnight it broke.",
            ["2019-05-03", "2019-05-03"],
        ),
        (
            "It fell on 3 May 2019. A week earlier, on 27 April, it stood.",
            ["2019-05-03", "2019-04-27", "2021-04-27"],
        ),
        ("Guards died on the night from May 3 to 4. It was shut.", ["2021-05-03/2021-05-04"]),
        (
            "It has stood since 3 May 2019, when it was built. Two days later it burned.",
            ["2019-05-03/..", "2019-05-05"],
        ),
        ("It fell in 2019, and was rebuilt that July.", ["2019", "2019-07"]),
        (
            "It was shut from 7 pm to 6 am from 9 May 2019.",
            ["2019-05-09", "2019-05-09", "2019-05-09"],
        ),
        (
            "He fled on 7 May 2019; he was found the following day. Two days before, it rained.",
            ["2019-05-07", "2019-05-08", "2019-05-05"],
        ),
    ],
)  # fmt: skip
def test_what_is_counted_from_the_date_told_before(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("", "2020-01/2020-03"),
        ("Overheads fell once more, as they had for a long time. " * 10, "2020-01/2020-03"),
        ("In the first nine months it earned more. ", "2020-06~"),
    ],
)
def test_figures_of_a_year_ago_are_of_the_same_quarter(between: str, expected: str) -> None:
    text = f"The mill told of a first-quarter loss. {between}It earned money a year ago."
    assert dates(text)[-1] == expected


def test_in_january_the_year_before_is_not_yet_the_earlier_one() -> None:
    text = "The mill reported fourth-quarter net of $3 million, up from $2 million a year ago."
    assert dates(text, dt.date(2021, 1, 20)) == ["2020-10/2020-12", "2019-10/2019-12"]


def test_a_day_is_not_counted_from_a_month_or_from_nothing() -> None:
    assert dates("It began in March 2012. The next day it ended.") == ["2012-03", None]
    assert dates("The next day it ended.") == [None]
    assert dates("Two days later it ended.") == [None]


def test_what_was_is_not_counted_into_the_future() -> None:
    text = "It fell in May 2019. Ten years later it stood."
    times = [Stated(m.start, m.end, m.form, "past") for m in find_times(text)]
    assert resolve_all(times, WRITTEN)[1] is None


def test_a_stated_reference_needs_no_day_of_writing() -> None:
    assert dates("It fell on 3 May 2019. A week later it stood.", None) == [
        "2019-05-03",
        "2019-05-07~/2019-05-13~",
    ]


def test_a_date_far_above_is_no_reference() -> None:
    assert dates(f"It fell on 3 May 2019. {'It rained. ' * 80}The next day it stood.") == [
        "2019-05-03",
        None,
    ]


@given(st.lists(st.sampled_from(["3 May 2019", "the next day", "two weeks earlier", "that year",
                                 "the quarter", "a year ago", "Tuesday", "in 9999", "year 1",
                                 "a year earlier", "decades later"]), max_size=8))  # fmt: skip
def test_any_order_of_expressions_resolves(parts: list[str]) -> None:
    text = ", ".join(parts)
    found = dates(text)
    assert len(found) == len(list(find_times(text)))


def test_a_page_that_has_told_no_day_tells_the_hours_of_its_own() -> None:
    text = "A shot was heard at 8.20pm. It will end at 9.30pm."
    first, second = (m for m in find_times(text))
    past = Stated(first.start, first.end, first.form, "past", 0)
    ahead = Stated(second.start, second.end, second.form, "future", 28)
    told = resolve_all([past], WRITTEN)[0]
    assert told is not None and told.extent.edtf == "2021-06-10"
    assert resolve_all([ahead], WRITTEN) == [None]
    assert resolve_all([past], None) == [None]


def test_what_was_is_not_counted_from_what_is_to_come() -> None:
    text = "They met on Tuesday. They will march on Saturday. On the previous day they sang."
    tenses: tuple[Tense, ...] = ("past", "future", "past")
    begin = (0, 21, 50)
    times = [
        Stated(m.start, m.end, m.form, tense, start)
        for m, tense, start in zip(find_times(text), tenses, begin, strict=True)
    ]
    told = [r and r.extent.edtf for r in resolve_all(times, WRITTEN)]
    assert told == ["2021-06-08", "2021-06-12", "2021-06-07"]


def test_a_page_without_a_day_that_goes_through_the_years_is_a_chronicle() -> None:
    text = (
        "It fell in May 2019. In September 2021 it burned. In April 2023 it was rebuilt. In October "
        "it opened. On 29 February it fell again."
    )
    told = ["2019-05", "2021-09", "2023-04", "2023-10", "2024-02-29"]
    assert dates(text, None) == told

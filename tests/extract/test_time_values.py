"""What expressions mean: (text, the day it was written, EDTF)."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from histor.extract.dates import edtf
from histor.extract.dates.time_grammar import find_times
from histor.extract.dates.time_values import resolve
from histor.time_forms import Tense, TimeForm

#: a Wednesday
ANCHOR = dt.date(2019, 3, 13)


def values(text: str, anchor: dt.date | None = ANCHOR, tense: Tense | None = None) -> list[str]:
    """Return the EDTF of each expression in a text, "-" where it has none."""
    found = (resolve(match.form, anchor, tense) for match in find_times(text))
    return [extent.edtf if extent else "-" for extent in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact was signed on 4 May 2011.", "2011-05-04"),
        ("It was dated May 4, 2011, in ink.", "2011-05-04"),
        ("He left on Tuesday, 5 March 2019, by boat.", "2019-03-05"),
        ("They met on the 3rd of June, 2014.", "2014-06-03"),
        ("the file of 2011-05-04", "2011-05-04"),
        ("the file of 2011-05-04T10:20:00Z", "2011-05-04"),
        ("on 04.05.2011", "2011-05-04"),
        ("on 24/05/2011", "2011-05-24"),
        ("on 05/24/2011", "2011-05-24"),
        ("on 05/05/2011", "2011-05-05"),
        ("from 3-5 March 2011", "2011-03-03/2011-03-05"),
        ("30 December – 2 January 2011", "2010-12-30/2011-01-02"),
        ("from Aug. 26 to Oct. 20, 2011", "2011-08-26/2011-10-20"),
        ("March–May 2011", "2011-03/2011-05"),
        ("in Sept. 2011", "2011-09"),
        ("in early June 2011", "2011-06-01~/2011-06-10~"),
        ("the war of 2008", "2008"),
        ("in late 2016", "2016-09~/2016-12~"),
        ("since late 2016", "2016-09~/.."),
        ("since 2016", "2016/.."),
        ("the 1914-18 war", "1914/1918"),
        ("between the years 2003–2005", "2003/2005"),
        ("the early 1990s", "1990~/1993~"),
        ("the 1990s", "199X"),
        ("in the nineties", "199X"),
        ("the ’80s", "198X"),
        ("the 19th century", "18XX"),
        ("in the summer of 2014", "2014-22"),
        ("the third quarter of 2014", "2014-07/2014-09"),
        ("on Christmas Day 2014", "2014-12-25"),
        ("at Easter 2014", "2014-04-20"),
        ("nineteen eighty-four", "1984"),
        ("the winter of nineteen eighty-four", "1984-24"),
        ("July 4 and 5, 2014", "2014-07-04/2014-07-05"),
        ("in the 2014 season", "2014"),
        ("held on 5 Safar 1446", "2024-08-10~/2024-08-12~"),
        ("in Ramadan 1434 AH", "2013-07-09~/2013-08-07~"),
        ("on Eid ul-Azha 2015", "2015-09-23~/2015-09-25~"),
        ("January through March 2014", "2014-01/2014-03"),
        ("between October 2010 and March 2012", "2010-10/2012-03"),
        ("in the first days of May 2014", "2014-05-01~/2014-05-06~"),
        ("the last ten days of October 2014", "2014-10-21~/2014-10-31~"),
        ("the worst raid since 2014", "2014"),
        ("for the first time since the 2014 war", "2014"),
        ("It has been shut since 2014", "2014/.."),
        ("the protest since 2014", "2014/.."),
    ],
)
def test_written_in_full(text: str, expected: str) -> None:
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank yesterday.", "2019-03-12"),
        ("It sank at mid-afternoon yesterday.", "2019-03-12"),
        ("the night before last", "2019-03-11"),
        ("on the Friday before last", "2019-03-01"),
        ("by Monday week", "2019-03-25"),
        ("a week on Monday", "2019-03-25"),
        ("the week before last", "2019-02-25/2019-03-03"),
        ("the 5th of last month", "2019-02-05"),
        ("It is two years to the day since it sank.", "2017-03-13"),
        ("three weeks ago today", "2019-02-20"),
        ("two weeks from today", "2019-03-27"),
        ("since the turn of the year", "2019-01~/.."),
        ("at Orthodox Christmas", "2019-01-07"),
        ("on Ashura", "2018-09-20~/2018-09-22~"),
        ("April to June", "2019-04/2019-06"),
        ("at 1800 local time on Tuesday", "2019-03-12"),
        ("each July", "-"),
        ("every winter", "-"),
        ("It sails tomorrow.", "2019-03-14"),
        ("the day before yesterday", "2019-03-11"),
        ("shelling overnight", "2019-03-13"),
        ("last night", "2019-03-12"),
        ("this morning", "2019-03-13"),
        ("this week", "2019-03-11/2019-03-17"),
        ("last week", "2019-03-04/2019-03-10"),
        ("next month", "2019-04"),
        ("last year", "2018"),
        ("earlier this month", "2019-03-01~/2019-03-13~"),
        ("later this year", "2019-03-13~/2019-12-31~"),
        ("last Friday", "2019-03-08"),
        ("next Friday", "2019-03-15"),
        ("Friday last week", "2019-03-08"),
        ("last Wednesday", "2019-03-06"),
        ("last July", "2018-07"),
        ("last March", "2018-03"),
        ("next March", "2020-03"),
        ("June last year", "2018-06"),
        ("three days ago", "2019-03-10"),
        ("three weeks ago", "2019-02-17~/2019-02-23~"),
        ("two months ago", "2019-01~"),
        ("a year ago", "2018-03~"),
        ("almost four years ago", "2015~"),
        ("two decades ago", "199X~"),
        ("an hour ago", "2019-03-13"),
        ("two days from now", "2019-03-15"),
        ("in recent weeks", "2019-01-30~/2019-03-13~"),
        ("over the past 48 hours", "2019-03-11~/2019-03-13~"),
        ("in the last 24 hours", "2019-03-12~/2019-03-13~"),
        ("in the next 72 hours", "2019-03-13~/2019-03-16~"),
        ("over the past two months", "2019-01-13~/2019-03-13~"),
        ("in the next ten days", "2019-03-13~/2019-03-23~"),
        ("last summer", "2018-22"),
        ("the end of the month", "2019-03-26~/2019-03-31~"),
        ("on Sunday, 14 October", "2018-10-14"),
        ("about year-end", "2018-12"),
        ("early Jan. 6", "2019-01-06"),
        ("late on 6 January", "2019-01-06"),
        ("the spring of next year", "2020-21"),
        ("on 4 and 5 March", "2019-03-04/2019-03-05"),
        ("on March 4 and 5 in Lowmark", "2019-03-04/2019-03-05"),
        ("on March 4 and 5 men drowned", "2019-03-04"),
    ],
)
def test_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert values(text) == [expected]
    assert values(text, None) == ["-"]


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("on Tuesday", "past", "2019-03-12"),
        ("on Tuesday", "future", "2019-03-19"),
        ("on Tuesday", None, "2019-03-12"),
        ("on Wednesday", "past", "2019-03-13"),
        ("on Friday", "past", "2019-03-08"),
        ("on Friday", "future", "2019-03-15"),
        ("in October", "past", "2018-10"),
        ("in October", "future", "2019-10"),
        ("on 5 March", "past", "2019-03-05"),
        ("on 5 January", "future", "2020-01-05"),
        ("this summer", "past", "2019-22"),
        ("on 20 March", None, "2019-03-20"),
        ("on 20 December", "past", "2018-12-20"),
        ("this weekend", "future", "2019-03-16/2019-03-17"),
        ("this weekend", "past", "2019-03-09/2019-03-10"),
        ("over the weekend", "past", "2019-03-09/2019-03-10"),
        ("over the weekend", "future", "2019-03-16/2019-03-17"),
    ],
)
def test_tense_settles_what_the_words_leave_open(
    text: str, tense: Tense | None, expected: str
) -> None:
    assert values(text, ANCHOR, tense) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "on 03/04/2011",  # day or month first?
        "on 31 February",
        "two days later",
        "the following day",
        "that year",
        "for three weeks",
        "a two-year term",
        "every Monday morning",
        "they patrol daily",
        "at 10:35 a.m.",
        "it is now closed",
        "in 480 BC",
        "during that time",
        "for a year or two",
        "he is four years older",
    ],
)
def test_abstains(text: str) -> None:
    assert values(text) == ["-"]


@pytest.mark.parametrize(
    "text", ["three quarters of the seats", "a quarter of it", "it sails soon"]
)
def test_no_time(text: str) -> None:
    assert values(text) == []


def test_leap_day_without_year_is_in_a_leap_year() -> None:
    assert values("on 29 February", dt.date(2019, 3, 13), "past") == ["2016-02-29"]


def test_the_same_form_is_resolved_again_against_another_day() -> None:
    form = next(find_times("It burned last Tuesday.")).form
    stored = msgspec.json.decode(msgspec.json.encode(form), type=TimeForm)
    first = resolve(stored, dt.date(2019, 3, 13))
    second = resolve(stored, dt.date(2018, 1, 1))
    assert first is not None and second is not None
    assert (first.edtf, second.edtf) == ("2019-03-12", "2017-12-26")


_WORDS = st.sampled_from(
    """last next this early late mid the of in on to – - / , . a an two three 3 31 29 30 1999 2019 99
    ’90s 1990s February May March Tuesday Fri. week weeks month year decade century ago later since
    past coming recent summer winter quarter third morning yesterday tomorrow Christmas Easter few
    several 0 12:30 a.m. 2011-02-30 31/02/2011 9999 1000 earlier from now weekend end half""".split()
)


@given(
    st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=80),
    st.none() | st.dates(),
    st.sampled_from(["past", "future", None]),
)
def test_every_text_gives_valid_spans_and_dates(
    text: str, anchor: dt.date | None, tense: Tense | None
) -> None:
    at = 0
    for match in find_times(text):
        assert at <= match.start < match.end <= len(text)
        at = match.end
        extent = resolve(match.form, anchor, tense)
        if extent is not None:
            assert extent.earliest <= extent.latest
            assert edtf.is_edtf(extent.edtf), extent.edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the last week of January", "2019-01-25~/2019-01-31~"),
        ("in the first week of May 2011", "2011-05-01~/2011-05-07~"),
        ("the last weekend of January", "2019-01-26/2019-01-27"),
        ("the week of March 6", "2019-03-04/2019-03-10"),
        ("a fortnight ago", "2019-02-24~/2019-03-02~"),
        ("by the end of the year", "2019-12~"),
        ("at the start of the year", "2019-01~"),
        ("at the end of 2017", "2017-12~"),
        ("in the coming three weeks", "2019-03-13~/2019-04-03~"),
        ("the night from Sunday to Monday", "2019-03-10/2019-03-11"),
        ("overnight on Sunday into Monday", "2019-03-10/2019-03-11"),
        ("Easter week", "2019-04-15/2019-04-21"),
        ("well into the summer", "2019-22"),
        ("between 2008 and 2011", "2008/2011"),
        ("between 26 and 30 January", "2019-01-26/2019-01-30"),
        ("between January 26 and 30", "2019-01-26/2019-01-30"),
        ("between January and March 2018", "2018-01/2018-03"),
        ("from Friday to Sunday", "2019-03-08/2019-03-10"),
        ("since the 2017 war", "2017"),
        ("since 2017", "2017/.."),
    ],
)
def test_parts_of_months_and_nights(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 10 p.m. Wednesday", "22:00"),
        ("5 p.m. EST Nov. 9", "17:00"),
        ("at 7:15 am on Friday", "07:15"),
        ("noon Thursday", "12:00"),
        ("12:30 a.m. Friday", "00:30"),
        ("at 5 o'clock", None),
        ("at 40am Friday", None),
        ("at 14:30 pm Friday", "14:30"),
    ],
)
def test_times_of_day(text: str, clock: str | None) -> None:
    [match] = find_times(text)
    assert match.form.clock == clock

"""Days and months without a year in texts that tell history."""

from __future__ import annotations

import datetime as dt

from benchmarks.articles import article, read
from histor.extract.dates.chronicles import tells_history
from histor.extract.dates.narrative import Stated, resolve_all
from histor.extract.dates.time_grammar import find_times

HISTORY = (
    "The revolt broke out in May 1911. On 2 June the port fell. By December 1911 the coast was "
    "lost, and on 9 January the governor fled. A truce was signed on 3 March 1912. In 1913 it was "
    "broken; in April the town of Lowmark burned. The last band gave up on 8 August 1914."
)
WRITTEN = dt.date(2021, 6, 10)


def dates(text: str, anchor: dt.date | None) -> list[str | None]:
    times = [Stated(m.start, m.end, m.form, "past") for m in find_times(text)]
    return [None if r is None else r.extent.edtf for r in resolve_all(times, anchor)]


def test_a_history_goes_on_in_the_year_last_told() -> None:
    expected = [
        "1911-05", "1911-06-02", "1911-12", "1912-01-09", "1912-03-03", "1913", "1913-04",
        "1914-08-08",
    ]  # fmt: skip
    assert dates(HISTORY, WRITTEN) == expected
    assert dates(HISTORY, None) == expected


def test_what_is_counted_from_the_year_told_says_so() -> None:
    times = [Stated(m.start, m.end, m.form, "past") for m in find_times(HISTORY)]
    found = resolve_all(times, WRITTEN)
    assert [r.reference for r in found if r is not None][:4] == [None, 0, None, 2]


def test_news_with_a_long_memory_is_no_history() -> None:
    text = f"Shells fell on Lowmark yesterday. {HISTORY}"
    assert dates(text, WRITTEN)[2] == "2021-06-02"
    assert not tells_history(m.form for m in find_times(text))


def test_few_dates_make_no_history() -> None:
    text = "A truce was signed on 3 March 1912. On 2 June the port was shelled."
    assert dates(text, WRITTEN) == ["1912-03-03", "2021-06-02"]


def test_last_and_next_are_told_from_the_day_of_writing() -> None:
    assert dates(f"{HISTORY} The graves were found last April.", WRITTEN)[-1] == "2021-04"


def test_a_leap_day_is_of_the_leap_year_nearest() -> None:
    assert dates(HISTORY.replace("9 January", "29 February"), None)[3] == "1912-02-29"


def test_what_is_to_come_is_told_from_the_day_of_writing() -> None:
    text = f"{HISTORY} A stone to them will be laid on 20 September."
    times = [Stated(m.start, m.end, m.form, "past") for m in find_times(text)]
    last = times[-1]
    times[-1] = Stated(last.start, last.end, last.form, "future")
    found = resolve_all(times, WRITTEN)[-1]
    assert found is not None and found.extent.edtf == "2021-09-20"


def test_background_years_make_no_history_of_news() -> None:
    text = (
        "Overview. The row is the worst since 1999. It was calmer in 2003 and in 2011.\n\n"
        "28 April: Gunmen kill nine in Salto.\n\n3 May: Peru closes its border.\n\n"
        "Peru had a war in 1981. In May 2005 it had another, and it lost both by 2009. "
        "ECOWAS froze the assets of 26 officials on January 18."
    )
    [page] = read([article("one", text, "2027-05-20")])
    told = {t.span.text: t.date.edtf for t in page.times if t.date is not None}
    assert told["28 April"] == "2027-04-28"
    assert told["January 18"] == "2027-01-18"

"""Tolls that no event of their page carries, and other numbers that none does."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The clinic now counts 168 dead and 31 missing.", {("killed", 168), ("missing", 31)}),
        ("Thirty-one people are listed as missing.", {("missing", 31)}),
        ("Divers looked for at least 60 people who were still missing.", {("missing", 60)}),
    ],
)  # fmt: skip
def test_a_toll_alone_is_a_happening(text: str, told: set[tuple[str, int]]) -> None:
    [page] = read([article("one", text, "2021-05-02")])
    assert {(f.quantity, int(f.low or 0)) for e in page.events for f in e.figures} == told
    assert {e.type for e in page.events if e.figures} == {"OTHER"}
    assert page.figures == ()


def test_the_day_of_a_count_is_no_day_of_death() -> None:
    [page] = read([article("one", "The union had reported 11 dead on Monday.", "2021-05-06")])
    [event] = page.events
    assert (event.date, event.figures[0].low) == (None, 11)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor feared 200 dead in the valley.",
        "Soldiers carried 80 bodies away at night.",
        "The bank lent the port $40 million for new ferries.",
    ],
)
def test_what_is_no_toll_of_an_event_is_a_figure_still(text: str) -> None:
    [page] = read([article("one", text, "2021-05-02")])
    assert [f for e in page.events for f in e.figures] + list(page.figures)
    assert not any(e.type == "OTHER" for e in page.events)


def test_shares_of_a_poll_are_figures_of_no_event() -> None:
    text = "According to a poll, 58% of respondents do not believe the count, 27% do."
    [page] = read([article("one", text, "2021-05-02")])
    assert [(f.quantity, f.low) for f in page.figures] == [("percent", 58), ("percent", 27)]


def test_a_row_of_a_table_is_read_by_its_heading() -> None:
    text = (
        "The clinic of Orm published its counts on Friday, and asked for help.\n\n"
        "Day | Killed | Injured | Missing |\n\n3 May 2021 | 44 | 31 | 250 |\n\n"
        "4 May 2021 | at least 97 | 38 | – |\n\nMore is to come, the clinic said."
    )
    [page] = read([article("one", text, "2021-05-05")])
    assert [(f.quantity, f.low, f.high, f.span.text) for f in page.figures] == [
        ("killed", 44, 44, "44"),
        ("injured", 31, 31, "31"),
        ("missing", 250, 250, "250"),
        ("killed", 97, None, "at least 97"),
        ("injured", 38, 38, "38"),
    ]
    assert not any("|" in m.span.text for e in page.events for m in e.mentions)


def test_those_on_board_are_counted() -> None:
    text = "A ferry with about 320 people on board sank off Orm, and 12 passengers drowned."
    [page] = read([article("one", text, "2021-05-02")])
    told = {(f.quantity, f.unit, f.low) for e in page.events for f in e.figures}
    assert told == {("other", "aboard", 288), ("killed", None, 12)}


def test_what_all_so_far_sum_up_to_is_no_count_of_the_last() -> None:
    text = "A clerk died on Thursday in Lima, bringing the toll since May to five."
    [page] = read([article("one", text, "2021-05-08")])
    assert {f.low for e in page.events if e.date for f in e.figures} == {1}
    assert 5 in {f.low for e in page.events for f in e.figures}


def test_a_square_that_soldiers_took_over_is_seized() -> None:
    text = "Soldiers took over the main square of Lima on Monday. Ana Ruiz took over the ministry."
    [page] = read([article("one", text, "2021-05-08")])
    assert [e.mode for e in page.events if e.type == "COERCE"].count("seize") == 1

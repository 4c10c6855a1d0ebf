"""The day that stands behind a clause on a subject and the verb after it."""

from __future__ import annotations

from benchmarks.articles import article, read


def test_a_day_behind_the_main_verb_is_the_verb_s() -> None:
    text = (
        "Relatives of boat crews who went down with their vessels staged a protest outside the "
        "naval base in Acapulco on Sunday, demanding that the navy search the bay."
    )
    [page] = read([article("one", text, "2024-05-06")])
    [protest] = [e for e in page.events if e.type == "PROTEST"]
    assert protest.date is not None
    assert protest.date.edtf == "2024-05-05"


def test_a_case_is_closed_on_a_day_and_not_what_it_was_for() -> None:
    text = "Police closed on Tuesday the case for armed mutiny in Orle."
    [page] = read([article("one", text, "2024-05-06")])
    [mutiny] = [e for e in page.events if e.mentions[0].trigger == "mutiny"]
    assert mutiny.date is None


def test_a_day_before_that_is_the_saying_s() -> None:
    text = (
        "Tarnia: Veldoran gunners fired on bus\n\nTarnia's defence ministry said on Monday that "
        "Veldoran gunners shelled a bus near Krell on Sunday and killed four passengers."
    )
    [page] = read([article("one", text, "2017-05-15")])
    days = {m.trigger: m.date.edtf for e in page.events for m in e.mentions if m.date}
    assert days == {"shelled": "2017-05-14", "killed": "2017-05-14"}

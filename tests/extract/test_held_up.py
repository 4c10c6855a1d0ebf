"""A convoy that is stopped, turned back and forced to return was kept from its way once."""

from __future__ import annotations

from benchmarks.articles import article, read


def together(text: str) -> list[list[str]]:
    [page] = read([article("one", text, "2015-06-02")])
    return [[m.trigger for m in e.mentions] for e in page.events if e.type == "COERCE"]


def test_what_is_told_of_one_convoy_is_one_event() -> None:
    [own] = together(
        "Gunmen turned back an aid convoy near Orle on Thursday. The convoy was stopped at a "
        "checkpoint and forced to return to Arica, a spokeswoman said. The Front of Tarn denied "
        "that its men had stopped the trucks."
    )
    assert own == ["turned back", "stopped", "forced", "stopped"]


def test_a_second_convoy_is_another() -> None:
    found = together(
        "Gunmen turned back a convoy near Orle on Thursday. A second convoy was stopped at Arica "
        "on Friday."
    )
    assert found == [["turned back"], ["stopped"]]

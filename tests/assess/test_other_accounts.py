"""Two accounts that a page sets against each other in its own words, on invented pages."""

from __future__ import annotations

from tests.assess.test_one_page import judged


def contradictions(text: str) -> list[str]:
    return [f.summary for f in judged(text).findings if f.kind == "contradiction"]


def test_who_gives_another_account_answers_what_was_said_before() -> None:
    [summary] = contradictions(
        "Prisoners broke out of the jail of Orle in Chad on Monday. Police chief Hugo Lezcano said "
        "that protesters had come near the jail and that this led prisoners to tear down a wall. "
        "About 150 were back by the evening, he said.\n\n"
        "Justice Minister Rosa Ibarra gave another account. She said that the trouble had begun "
        "inside the jail and had nothing to do with the protesters."
    )
    assert "tear down a wall" in summary and "inside the jail" in summary


def test_what_one_says_after_another_is_no_other_account() -> None:
    assert not contradictions(
        "Prisoners broke out of the jail of Orle in Chad on Monday. Police chief Hugo Lezcano said "
        "that protesters had come near the jail. Justice Minister Rosa Ibarra gave an account of "
        "the losses. She said that the jail was full."
    )

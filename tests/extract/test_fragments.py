"""Pieces of a quotation that say nothing by themselves are no claims."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“In addition,” Ana Ruiz said, “the new law will help.”", ["the new law will help"]),
        ("“First and foremost,” she told him, “I would never go.”", ["I would never go"]),
        ("“The way I see it,” she added, “no one was there.”", ["no one was there"]),
        (
            "“But on Monday,” Ana Ruiz said, “the men came back and took the boats.”",
            ["the men came back and took the boats"],
        ),
        (
            "“We are not winning,” Ana Ruiz said on “This Hour” on Sunday. “We need boats.”",
            ["We are not winning", "We need boats"],
        ),
        (
            "“The risk,” Ana Ruiz said, “is that the men come back.”",
            ["The risk", "is that the men come back"],
        ),
        (
            "“Leave the town,” Ana Ruiz said, “or you will drown.”",
            ["Leave the town", "or you will drown"],
        ),
        (
            "“We have no water,” Ana Ruiz said, “but the boats will come.”",
            ["We have no water", "but the boats will come"],
        ),
    ],
)
def test_what_opens_a_sentence_is_no_claim(text: str, said: list[str]) -> None:
    assert [content for _, _, content in told(text)] == said


def test_marks_inside_what_is_said_stay() -> None:
    [(_, _, said)] = told("The deputy says we are at “the beginning of a war.”")
    assert said == "we are at “the beginning of a war.”"

"""On which day somebody said what a page tells, read from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "content", "day"),
    [
        # the verb's own time, however far
        (
            "On 28 May the chief of staff of Peru, General Ivo Ruiz Salvatierra, said that the "
            "camps were empty.",
            "the camps were empty",
            "2015-05-28",
        ),
        (
            "President Ivo Ruiz said last week that the camps were empty.",
            "the camps were empty",
            "2015-05-25/2015-05-31",
        ),
        # who goes on speaking
        (
            "Ivo Ruiz said on Friday that the camps were empty. Ruiz added that Peru was calm.",
            "Peru was calm",
            "2015-05-29",
        ),
        (
            "Ivo Ruiz said on Friday that the camps were empty. Ruiz has said that Peru was calm.",
            "Peru was calm",
            None,
        ),
        (
            "Ivo Ruiz said on Friday that the camps were empty. Elira Dauti said Peru was calm.",
            "Peru was calm",
            None,
        ),
        (
            "Ivo Ruiz said on Friday that the camps were empty.\n\nRuiz said that Peru was calm.",
            "Peru was calm",
            None,
        ),
        (
            "Ivo Ruiz said on Friday that the camps were empty.\n\nIn the same interview, Ruiz "
            "said that Peru was calm.",
            "Peru was calm",
            "2015-05-29",
        ),
    ],
)
def test_the_day_of_a_saying(text: str, content: str, day: str | None) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    [date] = [c.date for c in page.claims if content in c.content.text]
    assert (date and date.edtf) == day

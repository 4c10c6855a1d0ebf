"""Which deeds have the day that their paragraph or the news told before them, invented."""

from __future__ import annotations

import pytest

from tests.extract.test_whose_day import days

_SHELLED = "On Monday the navy of Chile shelled the harbour of Lima. "


@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        (_SHELLED + "Dock workers attacked the customs house.", "attacked", "2015-06-01"),
        (_SHELLED + "Chile seized two ferries and arrested the pilots.", "arrested", "2015-06-01"),
        # what is of the same moment, or began it
        (_SHELLED + "Nine sailors died when a shell hit their barge.", "hit", "2015-06-01"),
        # another day, many, and what was before or since
        (_SHELLED + "Pirates had seized two ferries.", "seized", None),
        (_SHELLED + "The port has been shut for years. Pirates attacked it.", "attacked", None),
        (_SHELLED + "Chile later seized two ferries.", "seized", None),
        (_SHELLED + "In 2011 Chile seized two ferries.", "seized", "2011"),
        (_SHELLED + "Chile sent nine more frigates to Lima.", "sent", None),
        # another paragraph, about another thing
        (_SHELLED + "\n\nChile seized two ferries off Guam.", "seized", None),
        # the same thing, in news of that day
        (_SHELLED + "\n\nGunmen attacked guards of the harbour.", "attacked", "2015-06-01"),
        (
            "A judge of Lima jailed nine sailors on Monday.\n\nThe sailors attacked a ferry.",
            "attacked",
            None,
        ),
        # what somebody says of another's deed has a day of its own, but not in today's news
        (_SHELLED + "Peru condemned the raid.", "condemned", None),
        (_SHELLED.replace("Monday", "Tuesday") + "Peru condemned it.", "condemned", "2015-06-02"),
        # the day of a noun that is the topic
        (
            "The latest shooting, on Sunday, is disputed. Chile said men fired on a ferry.",
            "fired",
            "2015-05-31",
        ),
        # a colon
        (
            "On 5 May, in answer to the decree: some 90 pilots handed in their resignations.",
            "handed",
            "2015-05-05",
        ),
        # who goes on speaking
        # another place, or another place with the same things
        (_SHELLED + "Two officers were killed in Cusco.", "killed", None),
        (_SHELLED + "Gunmen attacked the harbour of Arica.", "attacked", "2015-06-01"),
        (
            "The mayor of Lima said on Friday that the port was safe. He condemned the strike.",
            "condemned",
            "2015-05-29",
        ),
        (
            "The mayor of Lima said on Friday that the port was safe. Chile condemned him.",
            "condemned",
            None,
        ),
    ],
)
def test_a_paragraph_goes_on_with_its_day(text: str, deed: str, day: str | None) -> None:
    assert days(text)[deed] == day

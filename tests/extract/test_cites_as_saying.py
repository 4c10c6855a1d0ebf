"""Whom an outlet "cites as saying" something, wherever the words stand that it passes on."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import claims_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "About 300 families have left the valley, the state news agency ANP cited the rescue "
            "service as saying, but officials in Lima put the number at 500.",
            ("the rescue service", "About 300 families have left the valley", ["the state news agency ANP"]),
        ),
        (
            "A ministry spokesman, Ben Ruiz, said 14 gunmen were shot, but Interfax cited the Border "
            "Service as saying 12 died.",
            ("the Border Service", "12 died", ["Interfax"]),
        ),
        (
            "A judge who saw the letters was quoted Friday by local media as saying that a gang "
            "had sent them.",
            ("A judge who saw the letters", "a gang had sent them", ["local media"]),
        ),
    ],
)  # fmt: skip
def test_whom_an_outlet_cites_is_the_source(text: str, said: tuple[str, str, list[str]]) -> None:
    told = [
        (c.source.text, c.content.text, [link.text for link in c.chain])
        for c in claims_of(text)
        if c.source is not None
    ]
    assert said in told

"""Feelings that are acts are part of the cue."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


@pytest.mark.parametrize(
    ("text", "act", "source", "content"),
    [
        (
            "The envoy expressed his full support for the deal.",
            "support",
            "The envoy",
            "the deal",
        ),
        (
            "Marchers held protests in Lima to express support for the government.",
            "support",
            "Marchers",
            "the government",
        ),
        (
            "Two admirals declared their loyalty to the queen on Monday.",
            "support",
            "Two admirals",
            "the queen",
        ),
        (
            "The union voiced opposition to the law.",
            "condemn",
            "The union",
            "the law",
        ),
    ],
)
def test_what_a_feeling_is_about_is_the_content(
    text: str, act: str, source: str, content: str
) -> None:
    [page] = read([article("one", text, "2015-06-02")])
    [claim] = page.claims
    assert claim.source is not None
    assert (claim.act, claim.source.text, claim.content.text) == (act, source, content)

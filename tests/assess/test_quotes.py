"""Quotes whose source is no entity of the case, and changes that stand side by side."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.assess import assess
from histor.assess.quotes import altered
from histor.link import link


def kinds(*texts: str) -> list[str]:
    pages = [article(f"page {n}", text, "2016-03-09") for n, text in enumerate(texts)]
    return [f.kind for f in assess(link(read(pages))).findings]


def test_neighbouring_changes_are_one() -> None:
    one = "Our steps have been careful, slow and peaceful in kind"
    assert altered(one, "Our steps were cautious, slow and peaceful")
    assert not altered(one, "Our steps have been careful, slow and peaceful")


ONE = (
    "The bridge was shut on Monday. “Our soldiers have answered without hesitation and will return "
)
TWO = "Talks ended early. “Our soldiers have answered without restraint and will return "


def test_a_ministry_is_quoted_in_two_wordings() -> None:
    end = "home,” the Norwegian defence ministry said."
    assert kinds(ONE + end, TWO + end) == ["altered_quote"]


def test_two_ministries_are_two_sources() -> None:
    said = "home,” the {} ministry said."
    assert (
        kinds(ONE + said.format("Norwegian defence"), TWO + said.format("Chadian interior")) == []
    )

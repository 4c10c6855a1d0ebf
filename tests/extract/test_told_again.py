"""To whom something was told by a word for what it is, and posts, and datelines without a dash."""

from __future__ import annotations

from tests.extract.test_attributions import claims_of, told


def chains(text: str) -> list[tuple[str, list[str]]]:
    return [
        (c.source.text if c.source else "", [link.text for link in c.chain])
        for c in claims_of(text)
    ]


def test_the_body_that_was_told_is_the_one_named_before() -> None:
    text = (
        "Human Rights Watch accused the security forces of shooting at people. One man told the group "
        "that his brother was shot dead."
    )
    assert ("One man", ["the group"]) in chains(text)


def test_a_ministry_is_no_agency_that_is_told() -> None:
    text = (
        "The Peruvian Foreign Ministry said the treaty stood. Four officials told the agency that it "
        "was suspended."
    )
    assert ("Four officials", []) in chains(text)


def test_what_somebody_posted_is_his() -> None:
    text = (
        "Peru's Viktor Orlan has said that Peru stands with Chile. The raid was wrong, he added.\n\n"
        "“What's with them sending boats? Here we go!” Donald Krump has posted on X."
    )
    assert ("Donald Krump", "assert", "What's with them sending boats? Here we go!") in told(text)


def test_a_dateline_without_a_dash_is_no_speaker() -> None:
    text = (
        "WASHINGTON (RNS) Union leaders are praising President Krump for the release of the pastor."
    )
    assert not [source for source, _, _ in told(text) if source and "WASHINGTON" in source]

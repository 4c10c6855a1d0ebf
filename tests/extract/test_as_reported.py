"""Who passes on what another says, or a whole sentence, between two commas."""

from __future__ import annotations

from tests.extract.test_attributions import claims_of, told


def test_a_speaker_keeps_what_an_outlet_passes_on() -> None:
    text = (
        "A spokesman for Germany's defence ministry, as the agency DPA reports, has confirmed that "
        "radars had tracked the objects."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "A spokesman for Germany's defence ministry"
    assert [link.text for link in claim.chain] == ["DPA"]
    assert claim.content.text == "radars had tracked the objects"


def test_a_sentence_keeps_its_subject() -> None:
    text = "The minister, as the daily Vesti writes, intends to resign."
    assert [said for _, _, said in told(text)] == [text[:-1]]


def test_as_that_only_tells_when_is_no_report() -> None:
    text = "The minister, as the crowd cheered, said that he would resign."
    assert [source for source, _, _ in told(text)] == ["The minister"]

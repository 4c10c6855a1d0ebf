"""Where a clause begins that its speaker closes."""

from __future__ import annotations

from tests.extract.test_attributions import claims_of, told


def test_both_clauses_before_the_speaker_are_said() -> None:
    text = (
        "Five sailors were killed and two survived when a patrol boat sank in a wooded inlet near "
        "Peru's border with Chile, the government in Lima said on Thursday, a day after the vessel "
        "vanished from radar."
    )
    assert [c.content.text[:30] for c in claims_of(text)] == ["Five sailors were killed and t"]


def test_what_stands_behind_a_colon_is_no_saying_about_a_saying() -> None:
    text = (
        "But Ana Ruiz told a news conference that Peru would not budge: the dispute must be "
        "settled at the court, she said."
    )
    assert not any(said.startswith("But") for _, _, said in told(text))
    assert any(who == "Ana Ruiz" for who, _, _ in told(text))


def test_what_goes_on_beside_a_saying_is_not_said() -> None:
    text = (
        "A Peruvian jet bombed targets in Chile on Thursday, both sides said, as weeks of tension "
        "over the border ended in clashes."
    )
    assert [said for _, _, said in told(text)] == [
        "A Peruvian jet bombed targets in Chile on Thursday"
    ]


def test_a_content_ends_with_what_its_last_words_govern() -> None:
    for text, end in (
        (
            "Ana Ruiz said the unilateral suspension of the treaty was illegal and had no standing, "
            "as the accord between the two countries contained no exit clause.",
            "contained no exit clause",
        ),
        (
            "Peru's navy claimed it killed 90 rebels in strikes on what it called camps in the "
            "province of Salto.",
            "in the province of Salto",
        ),
    ):
        assert [said.endswith(end) for _, _, said in told(text)][:1] == [True]


def test_what_is_relayed_in_a_quotation_ends_with_its_sentence() -> None:
    text = (
        "“Now the army says that the police must give it. The police say there is no form,” said "
        "Ana Ruiz, a clerk."
    )
    said = {who: content for who, _, content in told(text)}
    assert said["the army"] == "the police must give it"


def test_words_that_report_no_words_are_no_claims() -> None:
    for text in (
        "The bloc should offer to lift sanctions, with a view to holding elections.",
        "Third, tell the bloc privately that sanctions are a gift.",
        "Refrain from announcing deals that the parties have not accepted.",
        "The imam has negotiated the release of 40 captives in Salto.",
        "A group calling itself the River Front seized the port.",
    ):
        assert told(text) == []


def test_who_published_what_is_cited_is_the_source() -> None:
    text = (
        "Cholera has killed 71 people in Orle, according to figures the health directorate "
        "published on Sunday."
    )
    assert [who for who, _, _ in told(text)] == ["the health directorate"]

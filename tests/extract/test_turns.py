"""Interviews and transcripts: who speaks by turns, on pages of our own."""

from __future__ import annotations

from histor.records import Claim
from tests.extract.test_attributions import claims_of

INTERVIEW = """Dr Ana Lima runs the clinic at Sero. She spoke to Rui Pinto by telephone.

Harbour Post: How many patients do you have?

Ana Lima: This morning we had 140 in sixty beds. I expect that we will have 300 by the middle of the month.

Harbour Post: The ministry says that the outbreak is over.

Ana Lima: The ministry counts the dead in hospitals. People die on the road.

Are there vaccines? There are none.

Q: What do you need?

A: The government must open the depot. A priest in Kalu told them that our chlorine is poison.

The ministry rejected the accusation.
"""

BRIEFING = """Briefing by Ana Lima, spokesperson for the mission.

Question: Can you confirm that the bridge has fallen?

Spokesperson: I can confirm that two columns have fallen. We do not know why.

Question: Is it safe, you and we all want to know?

Spokesperson: You would have to ask the engineers.
"""


def said(text: str) -> list[tuple[str | None, str, str, bool]]:
    """Return source, act, content and whether the words are the speaker's, of a text's claims."""
    return [
        (c.source.text if c.source else None, c.act, c.content.text, c.quoted)
        for c in claims_of(text)
    ]


def test_each_sentence_of_an_answer_is_a_claim_in_the_speakers_own_words() -> None:
    told = said(INTERVIEW)
    assert ("Ana Lima", "assert", "This morning we had 140 in sixty beds", True) in told
    assert ("Ana Lima", "assert", "People die on the road", True) in told
    assert ("Ana Lima", "assert", "There are none", True) in told


def test_what_is_asked_is_no_claim() -> None:
    asking = [c for c in said(INTERVIEW) if c[2].startswith(("How many", "What do", "Are there"))]
    assert asking == []
    assert not any(source in {"Harbour Post", "Q"} for source, *_ in said(INTERVIEW))


def test_whom_a_question_cites_is_not_quoted() -> None:
    assert ("The ministry", "assert", "the outbreak is over", False) in said(INTERVIEW)


def test_the_one_who_answers_without_a_name_is_the_person_before() -> None:
    told = said(INTERVIEW)
    assert ("Ana Lima", "demand", "The government must open the depot", True) in told


def test_whom_the_speaker_cites_speaks_through_him() -> None:
    cited = [c for c in claims_of(INTERVIEW) if c.content.text == "our chlorine is poison"]
    assert [_through(c) for c in cited] == [("A priest in Kalu", ["Ana Lima"], False)]


def test_what_follows_the_last_turn_is_told_by_the_page() -> None:
    told = said(INTERVIEW)
    assert not any(source == "Ana Lima" and "rejected" in content for source, _, content, _ in told)


def test_an_office_before_a_colon_is_the_person_who_holds_it() -> None:
    claims = [c for c in claims_of(BRIEFING) if c.source and c.source.text == "Spokesperson"]
    assert len(claims) == 3
    assert len({c.source.entity for c in claims if c.source} - {None}) == 1


def test_who_says_i_inside_an_answer_says_it_once() -> None:
    told = [content for _, _, content, _ in said(BRIEFING) if "columns" in content]
    assert told == ["I can confirm that two columns have fallen"]
    [predicted] = [c for c in said(INTERVIEW) if "300" in c[2]]
    assert predicted[:2] == ("Ana Lima", "predict")


def test_a_list_of_facts_is_no_conversation() -> None:
    text = "Where: Sero, north of Kalu.\n\nWhen: Monday.\n\nWhere: Kalu, at the port.\n\nWhen: Tuesday."
    assert said(text) == []


def _through(claim: Claim) -> tuple[str | None, list[str], bool]:
    return (
        claim.source.text if claim.source else None,
        [link.text for link in claim.chain],
        claim.quoted,
    )


def test_a_post_is_its_writers() -> None:
    text = (
        "The union answered on Monday.\n\n"
        "Ana Ruiz (@aruiz): We have the names. Let them deny it. #Lima\n\n"
        "The port is closed for nobody. We reject this lie. pic.twitter.com/ab12cd — Rui Pinto "
        "(@rpinto) May 4, 2021\n\nNothing more was known (as of Monday)."
    )
    assert said(text) == [
        ("Ana Ruiz", "assert", "We have the names", True),
        ("Ana Ruiz", "assert", "Let them deny it", True),
        ("Rui Pinto", "assert", "The port is closed for nobody", True),
        ("Rui Pinto", "deny", "We reject this lie", True),
    ]


def test_dashes_may_begin_questions_and_answers() -> None:
    text = (
        "By Eva Holm\n\nGeneral Ana Ruiz commands the border service. She received us in Lima.\n\n"
        "- Who started it?\n\n- We did not fire first. The mortar rounds fell on our post.\n\n"
        "- The other side says the opposite.\n\n- They have shown nothing to the commission.\n\n"
        "- Will it happen again?\n\n- Yes, before winter.\n\nPeru has accused her of shelling a school."
    )
    told = said(text)
    assert ("Ana Ruiz", "assert", "The mortar rounds fell on our post", True) in told
    assert ("Ana Ruiz", "assert", "They have shown nothing to the commission", True) in told
    assert ("Peru", "accuse", "her of shelling a school", False) in told
    assert not any(source == "Ana Ruiz" and "opposite" in content for source, _, content, _ in told)


def test_a_post_ends_before_its_tags() -> None:
    tags = "#tarnia " * 2_000  # a pattern that begins anew at each would not come to an end
    [claim] = claims_of(f"Ana Ruiz (@anaruiz): The bridge at Sero is shut until Monday. {tags}")
    assert claim.content.text == "The bridge at Sero is shut until Monday"


_ASKED = (
    "‘They told us it was over’\n\nAnnet Keji, a nurse at the hospital, was one of 31 people held at "
    "the lodge last month. She spoke to the Review from Nairobi.\n\nHow were you taken?\n\nWe were "
    "at dinner. I heard fireworks.\n\nThe government says three hostages died before the assault. Is "
    "that what you saw?\n\nNo. Two died before. I counted six bodies on the lawn.\n\nWill you go "
    "back?\n\nI will go back when the hospital has guards."
)


def test_questions_that_stand_by_themselves_are_answered_by_the_one_named() -> None:
    answered = [(s, c) for s, _, c, _ in said(_ASKED)]
    assert ("Annet Keji", "I counted six bodies on the lawn") in answered
    assert ("Annet Keji", "I will go back when the hospital has guards") in answered


def test_a_page_that_explains_in_questions_is_no_interview() -> None:
    text = (
        "Annet Keji leads the party.\n\nWhat has happened?\n\nKeji was held on Monday.\n\nWho is "
        "she?\n\nA nurse. We met her last year.\n\nWill you see her again?\n\nPolice said Keji is safe."
    )
    assert not any(s == "Annet Keji" for s, _, _, _ in said(text))


def test_a_page_that_explains_in_questions_is_nobodys_interview() -> None:
    text = (
        "The army denies it.\n\nQ: Is there proof?\n\nA: Yes. Three experts agreed that the sounds "
        "are those of rifles.\n\nQ: What does the government say?\n\nA: The police wrote that the "
        "videos were doctored.\n\nQ: Who gave the order?\n\nA: We do not know."
    )
    sources = [c.source.text for c in claims_of(text) if c.source]
    assert sources == ["The army", "Three experts", "The police"]
    assert not any(c.chain for c in claims_of(text))


def test_quotations_in_a_list_are_whose_the_line_above_names() -> None:
    text = (
        "Health Minister Ana Ruiz said 44 others were being treated.\n\nHere is more from that "
        'televised address by Juan Vega:\n\n"We had no choice. They had begun to kill."\n\nHe said '
        'the operation lasted 11 minutes.\n\n"It is over."\n\nThe border is shut.'
    )
    claims = claims_of(text)
    assert [c.content.text for c in claims if c.source and "Vega" in c.source.text] == [
        "We had no choice. They had begun to kill",
        "It is over",
    ]
    speakers = [c.source.entity for c in claims if c.source]
    assert len(set(speakers[1:])) == 1


QUESTIONS = """Lima and Salto trade blame

Many fear another battle of Rui Pinto's and Luis Mora's men. {who}

Q: Who was behind the raid?

A: No one has shown an order. I do not believe the ministry.

Q: Will there be a war?

A: I predict that the miners will boycott the vote next spring.

Q: What should be done?

A: The bank should pay.
"""


def test_whom_the_page_says_it_asked_answers() -> None:
    told = said(QUESTIONS.format(who="We spoke with the historian Ana Lima, of the institute."))
    assert ("Ana Lima", "assert", "No one has shown an order", True) in told
    assert "A" not in {source for source, *_ in told}


def test_a_letter_is_nobodys_name() -> None:
    assert "A" not in {source for source, *_ in said(QUESTIONS.format(who=""))}


def test_a_line_that_asks_by_a_label_says_nothing() -> None:
    line = "Expert: is a new war in the Andes possible?\n\nMany fear that it may flare up again."
    assert {source for source, *_ in said(line)} == {"Many"}


def test_whom_the_page_says_it_asked_answers_questions_that_nobody_signs() -> None:
    page = (
        "Thousands wait at the bridge. We spoke to Zahra Lind, who leads the relief in Salto.\n\n"
        "How many people are arriving?\n\nOn Friday it was 400. We have tents for 300.\n\n"
        "The mayor says the town can cope. Can it?\n\nHe told me something else by telephone.\n\n"
        "The ministry insists that all came by themselves.\n\nI have met two hundred families.\n\n"
        "What happens next?\n\nWe will close the clinic in March.\n\n"
        "The ministry did not reply to questions."
    )
    told = said(page)
    mine = {content for source, _, content, _ in told if source == "Zahra Lind"}
    assert {"We have tents for 300", "I have met two hundred families"} <= mine
    assert not any("insists" in content for content in mine)

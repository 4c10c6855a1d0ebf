"""What grammar mends in the attributions that the language model read, on sentences of our own.

The sentences are annotated by the shipped model, whose reading is what is mended.
"""

from __future__ import annotations

import functools

import pytest
from spacy.language import Language

from histor.annotate import load
from histor.extract import extract
from histor.records import Claim
from tests.extract.hand_made import annotated, page_of


@functools.cache
def model() -> Language:
    return load()


def claims_of(text: str) -> list[Claim]:
    return list(extract(page_of(text, "2021-06-11"), model()(text)).claims)


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return source, act and content of a text's claims."""
    return [(c.source.text if c.source else None, c.act, c.content.text) for c in claims_of(text)]


def test_a_second_verb_of_saying_is_a_claim_of_its_own() -> None:
    text = (
        "Ana Lima said that her party had left the talks and called on all sides to lay down their "
        "arms."
    )
    assert told(text) == [
        ("Ana Lima", "assert", "her party had left the talks"),
        ("Ana Lima", "demand", "all sides to lay down their arms"),
    ]


def test_two_verbs_of_one_form_stay_one_content() -> None:
    text = "The union said that the army attacked the village and threatened its people."
    assert told(text) == [
        ("The union", "assert", "the army attacked the village and threatened its people")
    ]


def test_a_frame_tells_who_is_quoted() -> None:
    text = (
        "According to several neighbours, armed men walk in the town. «We hear shots since the "
        "morning», testifies a mother of the harbour district. «We are locked up with the children»."
    )
    said = {(c.source.text, c.content.text) for c in claims_of(text) if c.source and c.quoted}
    assert said == {
        ("a mother of the harbour district", "We hear shots since the morning"),
        ("a mother of the harbour district", "We are locked up with the children"),
    }


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("UN rights chief: ‘unspeakable suffering’", "UN rights chief", "unspeakable suffering"),
        ("UN rights chief: 'unspeakable suffering'", "UN rights chief", "unspeakable suffering"),
        (
            "For the minister Ana Lima, «the island is determined to take the port».",
            "the minister Ana Lima",
            "the island is determined to take the port",
        ),
    ],
)
def test_quotations_introduced_without_a_verb(text: str, source: str, content: str) -> None:
    assert [(c.source and c.source.text, c.content.text) for c in claims_of(text)] == [
        (source, content)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say who had been named to replace him.",
        "The minister declined to go into further detail on the talks.",
        "They declined to be named because they were not authorised to speak to the press.",
        "Nobody has claimed the attack.",
        "The docker asked that his name be withheld.",
        "Both spoke on condition that they not be identified.",
        "The envoy asked not to be identified.",
        "The council should demand a protection force.",
        "The toll of the battle is disputed.",
    ],
)
def test_what_is_not_said_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        (
            "Dozens of people were reportedly killed in the market.",
            "Dozens of people were reportedly killed in the market",
            "assert",
        ),
        ("The general is said to have fled.", "The general is said to have fled", "assert"),
        ("There were reports of looting in the centre.", "looting in the centre", "assert"),
    ],
)
def test_hearsay_is_a_whole_clause_without_a_source(text: str, content: str, act: str) -> None:
    assert told(text) == [(None, act, content)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("In an interview with CNN on Monday, Ana Lima said the port was safe.", ["CNN"]),
        (
            "The ministry said in a statement carried by the news agency Mava that it refused.",
            ["Mava"],
        ),
        ("The governor told state television that schools would open.", ["state television"]),
    ],
)
def test_an_outlet_that_carried_the_words_is_in_the_chain(text: str, chain: list[str]) -> None:
    [claim] = claims_of(text)
    assert [link.text for link in claim.chain] == chain


def test_who_is_cited_speaks_and_the_outlet_passes_it_on() -> None:
    text = "Two soldiers were killed, Interfax reported, citing military officials."
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "military officials"
    assert [link.text for link in claim.chain] == ["Interfax"]


def test_who_is_quoted_as_saying_speaks() -> None:
    text = "The Financial Times quoted a diplomat as saying that the talks had collapsed."
    [claim] = claims_of(text)
    assert (claim.source and claim.source.text, claim.content.text) == (
        "a diplomat",
        "the talks had collapsed",
    )
    assert [link.text for link in claim.chain] == ["The Financial Times"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The doctors put the number of dead at between 100 and 200.", ("The doctors", "assert")),
        ("We undertake to bring the sailors home by the end of the week.", ("We", "promise")),
    ],
)
def test_plain_sayings_that_the_model_passes_over(text: str, claim: tuple[str, str]) -> None:
    assert [(source, act) for source, act, _ in told(text)] == [claim]


def test_words_that_do_what_they_say() -> None:
    text = "“We condemn the attack on our boats,” Ana Lima said."
    assert told(text) == [("Ana Lima", "condemn", "We condemn the attack on our boats")]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I would expect clashes in the hills within ten days", "predict"),
        ("I would ask him about it", "assert"),
    ],
)
def test_who_would_expect_it_expects_it(words: str, act: str) -> None:
    assert [found[1] for found in told(f"“{words},” Ana Lima said.")] == [act]


def test_a_turn_ends_what_is_said() -> None:
    text = (
        "According to the army, the town fell at dawn, but residents say that fighting continues."
    )
    assert told(text) == [
        ("the army", "assert", "the town fell at dawn"),
        ("residents", "assert", "fighting continues"),
    ]


def test_a_quotation_is_with_the_speaker_beside_it() -> None:
    text = (
        "“The port is ours and it stays open,” the mayor said.\n\n"
        "People should stay at home, the ministry says."
    )
    assert told(text) == [
        ("the mayor", "assert", "The port is ours and it stays open"),
        ("the ministry", "demand", "People should stay at home"),
    ]


def test_the_name_in_apposition_is_of_the_speaker() -> None:
    text = (
        "The spokesman of the navy, lieutenant general Ana Lima, had denounced that six boats sank."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.text == "The spokesman of the navy, lieutenant general Ana Lima"


def test_a_closing_verb_before_its_speaker() -> None:
    text = "The envoy spoke by telephone with the chief of the navy, informed the State Department."
    assert ("the State Department", "assert") in {(source, act) for source, act, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Lima called the raid “a shame”.",
            ("Ana Lima", "assert", "the raid “a shame”"),
        ),
        (
            "The army had no losses, the embassy in Beijing, which had dismissed reports of downed "
            "jets as “disinformation”, wrote.",
            ("the embassy in Beijing", "deny", "reports of downed jets as “disinformation”"),
        ),
        (
            "The union has spoken of more than 2,000 victims.",
            ("The union", "assert", "more than 2,000 victims"),
        ),
    ],
)
def test_names_given_in_marks_and_clauses_with_which(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(text)


def test_under_if_nothing_is_said() -> None:
    text = "The general asked what happens if the envoy says that there was no truce."
    assert "the envoy" not in {source for source, _, _ in told(text)}


def test_who_only_passes_on_what_another_said_makes_no_claim() -> None:
    text = "Ana Lima threatened to quit if the truce became permanent, according to Channel 12."
    [claim] = claims_of(text)
    assert (claim.source and claim.source.text, claim.act) == ("Ana Lima", "warn")
    assert [link.text for link in claim.chain] == ["Channel 12"]


def test_what_is_said_to_an_outlet_goes_on_in_its_paragraph() -> None:
    text = "In an interview with CNN, Ana Lima said the port was safe. “I live there,” she said."
    assert [[link.text for link in claim.chain] for claim in claims_of(text)] == [["CNN"], ["CNN"]]


def test_according_to_keeps_its_source() -> None:
    text = "According to Lima, there is no army at the site"
    assert [(c.source and c.source.text) for c in claims_of(text)] == ["Lima"]


def test_a_second_quotation_after_the_speaker_is_theirs() -> None:
    text = (
        "It was “a step forward”, said Ana Lima, but “the proof will be whether anyone goes home”."
    )
    assert ("Ana Lima", "assert", "the proof will be whether anyone goes home") in told(text)


def test_a_participle_of_saying_ends_what_is_said_before() -> None:
    text = "The union said forty people had been killed, accusing the army of looting."
    assert told(text) == [
        ("The union", "assert", "forty people had been killed"),
        ("The union", "accuse", "the army of looting"),
    ]


def test_a_speaker_in_the_middle_parts_no_statement() -> None:
    assert told("The town, the army says, is calm.") == [
        ("the army", "assert", "The town, the army says, is calm")
    ]


def test_a_venue_is_of_its_own_sentence_and_a_platform_is_none() -> None:
    text = (
        "The government says the port is “under control”. Speaking on state television on Tuesday, "
        "Ana Lima urged all to stay at home. In a video shown on Telegram, Bo Salto warned drivers "
        "against supplying the army."
    )
    chains = {c.source.text: [x.text for x in c.chain] for c in claims_of(text) if c.source}
    assert chains == {
        "The government": [],
        "Ana Lima": ["state television"],
        "Bo Salto": [],
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what is said in a relative clause ends with it
        (
            "The harbour, which engineers said had been badly built, stayed open.",
            [("engineers", "assert", "had been badly built")],
        ),
        (
            "The union said the port was hiding its losses, a claim which the harbour board rejected.",
            [
                ("The union", "assert", "the port was hiding its losses"),
                ("the harbour board", "deny", "the port was hiding its losses"),
            ],
        ),
        # who speaks by the tree
        (
            "Ibarra said Lezcano had told detectives that the valve was open.",
            [
                ("Ibarra", "assert", "Lezcano had told detectives that the valve was open"),
                ("Lezcano", "assert", "the valve was open"),
            ],
        ),
        # tolls that somebody gives
        (
            "The toll has been put at 41 by the harbour board.",
            [("the harbour board", "assert", "The toll has been put at 41")],
        ),
        (
            "The clinic counts 41 dead and nine missing.",
            [("The clinic", "assert", "41 dead and nine missing")],
        ),
        # what a quoted predicate is said of
        (
            "Hugo Lezcano, 52, “regrets everything”, said the police chief, Rosa Ibarra.",
            [("the police chief, Rosa Ibarra", "assert", "Hugo Lezcano, 52, “regrets everything”")],
        ),
        # word order of translations
        (
            "As informs the police, the driver has left the town.",
            [("the police", "assert", "the driver has left the town")],
        ),
        (
            "«They have closed the port in the night», – emphasized Kessler.",
            [("Kessler", "assert", "They have closed the port in the night")],
        ),
        (
            '"No person was hit by bullets. Two men have drowned", has indicated the colonel Serge '
            "Velik, spokesman of the Ministry.",
            [
                (
                    "the colonel Serge Velik",
                    "assert",
                    "No person was hit by bullets. Two men have drowned",
                )
            ],
        ),
        # whom "who" stands for
        (
            "I spoke to two owners in Axim, who say that the border runs further west.",
            [("two owners in Axim", "assert", "the border runs further west")],
        ),
        # deeds, not words
        ("Peru on Friday released 112 Chilean fishermen it had held for ten days.", []),
        ("The two neighbours settled a boundary dispute in 2017.", []),
        ("The teachers' union called off its three-week strike on Sunday.", []),
        ("The garrison called up two presidents of the league over the raid.", []),
        ("Four of the wounded were listed as critical on Monday.", []),
        ("Envoys Call Up Heads Of Rival Ports Over Blockade Of Harbour", []),
        # a source is named whole, or without a clause that is cut in two
        (
            "“There were 450 of us, people sat on the roof,” said Rosa Ibarra, a 34-year-old fish trader who lost two sons.",
            [
                (
                    "Rosa Ibarra, a 34-year-old fish trader",
                    "assert",
                    "There were 450 of us, people sat on the roof",
                )
            ],
        ),
        # nothing was said
        ("He gave no evidence for what happened on the quay.", []),
        ("Ferry owner blamed as toll in harbour blaze climbs to 41", []),
    ],
)
def test_grammar_outranks_the_reading(text: str, said: list[tuple[str, str, str]]) -> None:
    assert sorted(told(text), key=str) == sorted(said, key=str)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ana Lima said the minister should resign.", "demand"),
        ("Ana Lima said that Chile must withdraw its boats.", "demand"),
        ("Ana Lima said there must be an inquiry.", "demand"),
        ("“The blockade must be lifted,” Ana Lima said.", "demand"),
        ("Ana Lima said the miners should have been warned.", "assert"),
        ("Ana Lima said power should be back by Monday.", "assert"),
        ("Ana Lima said it must be the wind.", "assert"),
        ("Ana Lima explained why the minister should resign.", "assert"),
        ("“We will rebuild every house,” Ana Lima said.", "promise"),
        ("“We will see what comes of it,” Ana Lima said.", "assert"),
        ("“If the board does not pay, the men will march on the port,” Ana Lima said.", "predict"),
        ("Ana Lima called the report “fabricated”.", "deny"),
        ("Ana Lima called the storm “a tragedy for the port”.", "assert"),
    ],
)
def test_what_is_said_does_more_than_assert(text: str, act: str) -> None:
    assert [c.act for c in claims_of(text)] == [act]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = (
        "“The owner took our money,” Ana Lima said. “Nobody counted the passengers.\n\n"
        "“And nobody asked,” she added."
    )
    assert [(c.content.text, c.quoted) for c in claims_of(text)] == [
        ("The owner took our money", True),
        ("Nobody counted the passengers", True),
        ("And nobody asked", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The captain of the ferry that sank on Tuesday said that he had seen no light.",
        "The bridge, which engineers said could not be saved, fell on Tuesday.",
    ],
)
def test_the_day_of_something_else_is_not_the_sayings(text: str) -> None:
    assert [c.date for c in claims_of(text)] == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # whom somebody told is not who says it
        (
            "At least 23 people were killed, the head of the clinic, Rosa Ibarra, told reporters.",
            [("the head of the clinic, Rosa Ibarra", "At least 23 people were killed")],
        ),
        # toll words
        ("The army put the dead at nine.", [("The army", "the dead at nine")]),
        # what is told of a source is no part of what it says
        (
            "According to a poll by the institute, done by phone in May, 47 percent back the board.",
            [("a poll by the institute", "47 percent back the board")],
        ),
        ("It is not known who fired first.", []),
    ],
)
def test_who_says_what(text: str, said: list[tuple[str, str]]) -> None:
    assert [(s, content) for s, _, content in told(text)] == said


def test_an_oath_on_what_was_promises_nothing() -> None:
    text = "Her neighbour swears that the first shots came from inside."
    assert [c.act for c in claims_of(text)] == ["assert"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy assured visiting Dutch officials that the reactor was safe.", "the reactor was safe"),
        ("The agency cautioned governments in the region that cholera spread.", "cholera spread"),
        ("The ministers pledged to donors that every coin would be counted.", "every coin would be counted"),
        ("Lisbon has informed Spain and France about its ships.", "about its ships"),
        ("The court notified the party on Monday of its decision.", "of its decision"),
        ("She told him he should leave the island.", "he should leave the island"),
        ("We remind the Government of Sorrel of its obligations under the agreement of 2004.",
         "of its obligations under the agreement of 2004"),
    ],
)  # fmt: skip
def test_who_hears_it_is_no_part_of_what_is_said(text: str, content: str) -> None:
    assert [claim[2] for claim in told(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor advised residents to boil their water.", "residents to boil their water"),
        ("Rome accused Vienna, in a letter to the court, of blowing up the pipe.",
         "Vienna, in a letter to the court, of blowing up the pipe"),
    ],
)  # fmt: skip
def test_who_is_to_do_it_or_did_it_is_part_of_what_is_said(text: str, content: str) -> None:
    assert [claim[2] for claim in told(text)] == [content]


def test_what_somebody_is_warned_against_is_not_what_he_is_warned_of() -> None:
    text = "The union warned the government against closing the mine."
    assert told(text) == [("The union", "warn", "against closing the mine")]


def test_who_says_it_behind_is_no_part_of_what_another_is_told() -> None:
    text = "The foreign ministry notified Norway and Sweden of the incident, the agency Tass said."
    assert ("The foreign ministry", "assert", "of the incident") in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "A week later the Red Cross informed her that he was alive and had asked for glasses.",
            "the Red Cross",
            "he was alive and had asked for glasses",
        ),
        (
            "Ana Lima was told by a cousin in the police that her husband had been shot.",
            "a cousin in the police",
            "her husband had been shot",
        ),
        (
            "According to the newspaper Daily Compass, which cited two people close to the minister, "
            "Ana Lima will propose a ceasefire.",
            "two people close to the minister",
            "Ana Lima will propose a ceasefire",
        ),
        ("Her spokesman called the accusation obscene.", "Her spokesman", "the accusation obscene"),
        (
            "We thank our partners for their solidarity, and we support the plan of the council.",
            "We",
            "our partners for their solidarity",
        ),
        (
            "Shells fell on the mill, declared on Friday the prosecutor of Chile Ana Ruiz.",
            "the prosecutor of Chile Ana Ruiz",
            "Shells fell on the mill",
        ),
        ("The price can double by the winter, predicts he.", "he", "The price can double by the winter"),
        (
            "As transmits the agency Mava, with reference to the ministry, two bridges fell.",
            "the ministry",
            "two bridges fell",
        ),
    ],
)  # fmt: skip
def test_who_says_what_in_plain_frames(text: str, source: str, content: str) -> None:
    assert (source, content) in [(claim[0], claim[2]) for claim in told(text)]


def test_a_lead_may_name_the_office_and_the_next_paragraph_its_holder() -> None:
    text = (
        "Chile will close the mine in May, its water minister said on Friday.\n\n"
        "“The pits are empty,” Water Minister Ana Ruiz told reporters in Lima."
    )
    assert len({c.source.entity for c in claims_of(text) if c.source} - {None}) == 1
    assert all(c.source and c.source.entity for c in claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "In a message on the radio, a man presenting himself as Captain Rui Pinto said the camp "
        "was calm.",
        "A shopkeeper who gave his name only as Rui Pinto said the camp was calm.",
    ],
)
def test_who_says_his_name_is_who_he_says(text: str) -> None:
    [claim] = [c for c in claims_of(text) if c.content.text == "the camp was calm"]
    assert claim.source is not None and claim.source.text.endswith("Rui Pinto")
    assert claim.source.entity is not None


def test_a_statement_that_denies_denies() -> None:
    text = (
        "The company issued a statement from its offices in Lima denying that wages were overdue."
    )
    assert told(text) == [("The company", "deny", "wages were overdue")]


def test_a_quotation_is_not_also_said_by_the_sentence_before() -> None:
    text = (
        "The German foreign ministry said that if the report was confirmed it would summon the "
        "Iranian ambassador. Its French counterpart called for “proof of life”."
    )
    assert [c[0] for c in told(text) if c[2] == "proof of life"] == ["Its French counterpart"]


def test_where_something_is_said_does_not_say_it() -> None:
    text = "Rui’s mother, in a video circulated by a channel, pleads with the judge to let him go."
    assert [c[0] for c in told(text)] == ["Rui’s mother"]


def test_a_quotation_is_his_whatever_verb_stands_behind_it() -> None:
    text = "Ana Ruiz was calm. “After that it goes down, but slowly”, she shrugged."
    assert told(text) == [("she", "assert", "After that it goes down, but slowly")]


def test_what_is_promised_may_be_a_thing() -> None:
    text = "The minister promised a response that Brussels “will feel at the pump”."
    assert [c[2] for c in told(text)] == ["a response that Brussels “will feel at the pump”"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The report was denied by the ministry.", "the ministry", "The report"),
        (
            "We saw a video in which seven guards ask the president not to send the army in.",
            "seven guards",
            "the president not to send the army in",
        ),
    ],
)
def test_plain_denials_and_requests(text: str, source: str, content: str) -> None:
    assert (source, content) in [(c[0], c[2]) for c in told(text)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“You do not talk to them,” Ana Ruiz told the TV channel Sol Nueve.", "Sol Nueve"),
        ("Ana Ruiz assured that the bridge “is safe”, in declarations to radio Libertad.", "Libertad"),
        (
            "Lima (Andes Dispatch) - The port is closed.\n\nA diplomat told Andes Dispatch that the "
            "company had stopped paying.",
            "Andes Dispatch",
        ),
    ],
)  # fmt: skip
def test_the_outlet_that_was_told_is_known_by_its_kind_or_its_dateline(
    text: str, chain: str
) -> None:
    assert chain in next(link.text for claim in claims_of(text) for link in claim.chain)


def test_whose_the_views_are_is_no_claim() -> None:
    assert told("Ana Ruiz is a lawyer. The views expressed are her own.") == []


def test_whom_a_saying_is_known_from_is_in_its_chain() -> None:
    text = "“He must be a sound sleeper,” Ana Ruiz replied, according to one of those present."
    [claim] = claims_of(text)
    assert claim.source is not None and claim.source.text == "Ana Ruiz"
    assert [link.text for link in claim.chain] == ["one of those present"]


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    text = (
        "Chile’s shipping minister, Rui Pinto, said that all ferries had been inspected.\n\n"
        "He called the fire “a warning for the whole coast” and promised that survivors would be paid."
    )
    [promised] = [c for c in claims_of(text) if c.act == "promise"]
    assert promised.source is not None and promised.source.entity is not None
    assert promised.content.text == "survivors would be paid"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The owner, Adria Lines, dismissed as “fantasy” the suggestion that it had hidden cargo.",
            "as “fantasy” the suggestion that it had hidden cargo",
        ),
        (
            "LIMA, Peru (Andes Press) — The captain told the court that the fire began in a truck, "
            "two officials said.",
            "The captain told the court that the fire began in a truck",
        ),
    ],
)  # fmt: skip
def test_contents_are_whole_and_without_datelines(text: str, content: str) -> None:
    assert content in [claim[2] for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Embassy officials confirmed that two nationals were on board but would not give their "
            "names.",
            ("Embassy officials", "assert", "two nationals were on board"),
        ),
        ("Berlin has offered to send experts.", ("Berlin", "promise", "to send experts")),
        (
            "We hold the government responsible for their deaths.",
            ("We", "accuse", "the government responsible for their deaths"),
        ),
        (
            "The prime minister described it as speculation.",
            ("The prime minister", "assert", "it as speculation"),
        ),
        (
            "The Federation welcomes the words of sympathy of the bishops.",
            ("The Federation", "praise", "the words of sympathy of the bishops"),
        ),
    ],
)
def test_acts_and_contents_of_plain_sentences(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


def test_what_is_told_inside_a_quotation_ends_with_it() -> None:
    text = (
        "“The driver had been at the wheel for sixteen hours,” Jumla police chief Rui Pinto told "
        "Reuters by telephone. “He told us he fell asleep.” Pinto said nine people were in hospital."
    )
    assert not any("asleep" in c[2] and "hospital" in c[2] for c in told(text))


def test_each_quotation_is_with_the_cue_of_its_own_sentence() -> None:
    text = (
        "His lawyer tells another story. “My client photographs birds,” says Ana Lima. “The port "
        "happens to be behind them.”"
    )
    assert {c[0] for c in told(text)} == {"Ana Lima"}


def test_another_may_speak() -> None:
    text = "One official said it was bad luck. Another said his service had seen no order."
    assert [c[0] for c in told(text)] == ["One official", "Another"]


def test_words_that_only_point_back_are_no_claim() -> None:
    text = "Pinto, who stated this while answering questions in Abuja, left."
    assert told(text) == []


def test_a_second_verb_takes_what_follows_it() -> None:
    text = (
        "General Ruiz told French radio RFI on Saturday that his men “do not take hostages”, and "
        "promised to hold elections “when security permits”."
    )
    assert [(act, content) for _, act, content in told(text)] == [
        ("assert", "his men “do not take hostages”"),
        ("promise", "to hold elections “when security permits”"),
    ]


def test_behind_a_semicolon_another_speaks() -> None:
    text = "Opposition says 63 killed in Kenya post-election crackdown; police put toll at eight"
    assert told(text) == [
        ("Opposition", "assert", "63 killed in Kenya post-election crackdown"),
        ("police", "assert", "toll at eight"),
    ]
    assert not any(c.chain for c in claims_of(text))


def test_what_the_next_sentence_reports_is_not_of_the_first() -> None:
    text = (
        "The ministry reports that 60 per cent of cases are children under 15. Partners report "
        "shortages of oral salts in Chibuto district."
    )
    assert told(text)[0] == ("The ministry", "assert", "60 per cent of cases are children under 15")


@pytest.mark.parametrize(
    "text",
    [
        "A court on Monday sentenced a captured officer, Lieutenant Erik Dahl, to 12 years.",
        "The bloc imposed sanctions on 41 members of the junta.",
        "The minister summoned Chile's charge d'affaires.",
    ],
)
def test_a_deed_says_nothing(text: str) -> None:
    assert told(text) == []


def test_who_denies_an_accusation_does_not_pass_it_on() -> None:
    accused, denied = claims_of("Rights groups accuse him of jailing opponents, which he denies.")
    assert denied.source is not None
    assert (denied.source.text, denied.act) == ("he", "deny")
    assert denied.content == accused.content
    assert accused.chain == ()


def test_hearsay_is_not_of_whom_it_is_about() -> None:
    text = "Ruiz reportedly told her cabinet that the army could take Salto “in a week”."
    assert [source for source, _, _ in told(text)] == [None, "Ruiz"]


def test_records_show_a_toll_and_a_hospital_counts_it() -> None:
    assert told("The hospital counted 34 dead.") == [("The hospital", "assert", "34 dead")]
    text = "Hospital records showed 34 dead on Monday."
    assert told(text) == [("Hospital records", "assert", "34 dead on Monday")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The union wants the council to hold elections within six months.", "demand"),
        ("The union wants to meet the council again before winter.", "assert"),
        ("“The authorities should release all those held without charge,” she said.", "demand"),
        ("The captain pleaded not guilty in Lima.", "deny"),
        ("The director called the accusation “absurd and offensive”.", "deny"),
    ],
)
def test_what_is_said_tells_the_act(text: str, act: str) -> None:
    assert [a for _, a, _ in told(text)] == [act]


def test_both_halves_around_a_speaker_are_his_and_the_body_is_in_his_office() -> None:
    text = (
        "GENEVA, 11 January 2032 – More than 200 people have died in Peru's outbreak, WHO "
        "Director-General Dr Karin Feldt said on Saturday, and “the worst is still to come”."
    )
    assert told(text) == [
        ("WHO Director-General Dr Karin Feldt", "assert",
         "More than 200 people have died in Peru's outbreak"),
        ("WHO Director-General Dr Karin Feldt", "assert", "the worst is still to come"),
    ]  # fmt: skip


def test_a_name_behind_an_office_and_its_seat_is_the_speaker() -> None:
    text = (
        "Lima's ambassador to the UN in Geneva, Mateus Quive, said the figures had been invented."
    )
    [(source, _, _)] = told(text)
    assert source == "Lima's ambassador to the UN in Geneva, Mateus Quive"


def test_a_plural_subject_speaks_for_itself() -> None:
    text = (
        "The Ministry of Health (MoH) reports that 60 per cent of cases are children under 15. "
        "Partners report shortages of oral salts in Chibuto district."
    )
    assert [source for source, _, _ in told(text)] == ["The Ministry of Health (MoH)", "Partners"]


def test_what_is_expected_is_told_by_nobody() -> None:
    text = "WAEC is expected to decide on Tuesday whether to send troops."
    assert [(source, act) for source, act, _ in told(text)] == [(None, "predict")]


def test_who_told_a_court_is_the_source_and_the_agency_passes_it_on() -> None:
    text = (
        "Ruiz pleaded not guilty. “I was taken from our own side of the river,” he told the court, "
        "according to state news agency Azertac."
    )
    claim = next(c for c in claims_of(text) if c.quoted)
    assert claim.source is not None
    assert claim.source.text == "he"
    assert [link.text for link in claim.chain] == ["state news agency Azertac"]


def test_a_name_that_heads_an_entry_is_who_a_pronoun_means() -> None:
    text = (
        "ANA RUIZ, mayor\n\nA former nurse who took office in 2009. She has said she will step "
        "down in 2036.\n\nRUI PINTO, union leader\n\nThe former docker quit in 2027. He calls the "
        "vote a farce."
    )
    names = {e.id: e.name for e in extract(page_of(text, "2021-06-11"), model()(text)).entities}
    assert [names.get(c.source.entity or "") for c in claims_of(text) if c.source] == [
        "ANA RUIZ",
        "RUI PINTO",
    ]


def test_a_preposition_of_the_verb_is_none_of_what_was_said() -> None:
    text = "The prosecutor, Lena Ruiz, had asked for 15 years. It was, she said, what the law sets."
    assert not any(content.startswith("for ") for _, _, content in told(text))


def test_who_is_told_to_do_something_is_asked_to() -> None:
    assert [act for _, act, _ in told("Police told workers to stay in their offices.")] == [
        "demand"
    ]


def test_talks_about_something_say_nothing() -> None:
    assert told("The minister joined her partners for talks on the situation in Salto.") == []


def test_a_quotation_behind_a_full_stop_is_a_claim_of_its_own() -> None:
    text = (
        "UNICEF's regional director, Tom Achieng, said that many of the dead were children. "
        "“Cholera can kill a child in hours.”"
    )
    assert [content for _, _, content in told(text)] == [
        "many of the dead were children",
        "Cholera can kill a child in hours",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels announced a truce in Chad on Monday, citing the humanitarian crisis caused by "
        "the fighting.",
        "The ministry said that flights were suspended, citing security concerns.",
    ],
)
def test_what_is_cited_as_a_reason_tells_nothing(text: str) -> None:
    assert [c.chain for c in claims_of(text)] == [()]


def test_officials_of_security_are_cited() -> None:
    text = "Two soldiers were killed, Delta Wire reported, citing security officials."
    [claim] = claims_of(text)
    assert claim.source is not None and claim.source.text == "security officials"


def test_who_breaks_off_relations_says_nothing() -> None:
    assert claims_of("Norway broke off diplomatic relations with Chad on Saturday.") == []


def test_who_is_angry_says_nothing() -> None:
    text = (
        "Kinara, Jan 28 - Demonstrators angry at the fighting in the east attacked the embassies "
        "of Norway, France and Chad on Tuesday."
    )
    assert claims_of(text) == []


def test_who_stands_for_the_people_before_it() -> None:
    text = "Police fired to disperse the crowds, who accuse Western powers of failing to act."
    assert told(text) == [("the crowds", "accuse", "Western powers of failing to act")]


def test_a_thing_that_is_under_way_warns_of_nothing() -> None:
    text = (
        'In a televised address late on Wednesday, Moro said a "vigorous and coordinated response" '
        'against the "rebels" was under way and warned of an escalation with grave consequences. '
        "He condemned the silence of the council."
    )
    assert ("Moro", "warn", "an escalation with grave consequences") in told(text)
    assert not any("way and" in said for _, _, said in told(text))


def test_a_second_verb_may_govern_one_word() -> None:
    text = (
        "At an emergency session of the Security Council, Congolese Foreign Minister Ana Castell "
        "said that Rwandan soldiers had crossed the border in broad daylight and demanded sanctions."
    )
    assert [(act, said) for _, act, said in told(text)] == [
        ("assert", "Rwandan soldiers had crossed the border in broad daylight"),
        ("demand", "sanctions"),
    ]


def test_what_is_warned_of_hears_nothing() -> None:
    text = (
        "The African Union's chairman, Jon Kariuki, urged both sides to avoid a vacuum.\n\nThe UN's "
        "human rights chief, Ana Castell, has warned of reprisals against people who worked with it."
    )
    assert told(text)[-1][2] == "reprisals against people who worked with it"


def test_who_is_told_to_do_something_is_said_to_do_it() -> None:
    assert told("The ministry told the UN mission to go by 17 June.") == [
        ("The ministry", "demand", "the UN mission to go by 17 June")
    ]


def test_a_station_is_an_outlet_by_its_name() -> None:
    [claim] = claims_of("A resident of Gao tells Estuary FM that people are fleeing on foot.")
    assert [link.text for link in claim.chain] == ["Estuary FM"]


def test_losses_are_told_whole() -> None:
    text = "The army put its losses at six dead and 19 wounded."
    assert told(text) == [("The army", "assert", "its losses at six dead and 19 wounded")]


def test_who_gives_a_figure_tells_it() -> None:
    text = "The Conflict Observatory, a monitoring group, gives a higher figure of 530."
    assert ("assert", "a higher figure of 530") in [(act, said) for _, act, said in told(text)]


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    text = (
        "We asked readers in Lima what they fear.\n\n“They came at night and took the boats away.” "
        "― Rosa Quispe\n\n“I sleep in the church, as all of us do.” — Jon Castell, a teacher"
    )
    signed = [(source, said) for source, _, said in told(text)]
    assert ("Rosa Quispe", "They came at night and took the boats away") in signed
    assert any(source and source.startswith("Jon Castell") for source, _ in signed)


def test_who_closes_a_sentence_unread_is_read() -> None:
    doc = annotated(
        "The bridge was never safe, the union maintains.",
        tags={"was": "AUX VBD", "maintains": "VERB VBZ", "union": "NOUN NN", "safe": "ADJ JJ"},
        lemmas={"maintains": "maintain"},
    )
    [claim] = extract(page_of(doc.text), doc).claims
    assert claim.source is not None and claim.source.text == "the union"
    assert claim.content.text == "The bridge was never safe"


def test_what_headlines_may_say_is_not_said() -> None:
    text = "Nobody has left the town, whatever the headlines of the past week suggested."
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "source", "chain"),
    [
        (
            "Iran's navy said, in remarks carried by the semi-official Tasnim news agency, that the "
            "vessel had been detained after it ignored warnings.",
            "Iran's navy",
            "Tasnim",
        ),
        (
            "According to a US defence official quoted by the Associated Press, two destroyers were "
            "shadowing the tanker.",
            "a US defence official",
            "Associated Press",
        ),
    ],
)
def test_an_agency_that_carries_or_quotes_is_in_the_chain(
    text: str, source: str, chain: str
) -> None:
    [claim] = claims_of(text)
    assert claim.source is not None and claim.source.text == source
    assert [link.text for link in claim.chain] == [chain]


def test_measures_agreed_say_nothing() -> None:
    text = (
        "Under the measures agreed in Oslo late on Thursday, insurers will be barred from covering "
        "cargoes that load at Lima from November 1."
    )
    assert claims_of(text) == []


def test_a_clause_that_would_break_off_is_left_out() -> None:
    text = (
        "Police believe the gunmen belong to the Estuary Front, which split from the main rebel "
        "movement in 2019 after its leader was expelled."
    )
    assert next(said for _, _, said in told(text)) in (
        "the gunmen belong to the Estuary Front",
        text.removeprefix("Police believe ").removesuffix("."),
    )


def test_a_content_has_the_words_before_its_noun() -> None:
    text = (
        "The weather office has issued a red alert for four districts, warning that heavy rain is "
        "expected. The speaker of the ministry, Ana Ruiz, has expressed a grave preoccupation by "
        "the attacks against the citizens."
    )
    assert told(text)[-1] == (
        "The speaker of the ministry, Ana Ruiz",
        "assert",
        "a grave preoccupation by the attacks against the citizens",
    )

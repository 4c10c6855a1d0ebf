"""Who says what where news writes it otherwise than "N said that …", from invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read
from histor.records import Claim


def claims_of(text: str) -> list[Claim]:
    [page] = read([article("one", text, "2015-06-02")])
    return list(page.claims)


def told(text: str) -> set[tuple[str, str, str, str]]:
    return {
        (
            c.act,
            c.source.text if c.source else "",
            c.cue.text if c.cue else "",
            c.content.text,
        )
        for c in claims_of(text)
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Prime Minister Olan Resh, who on Monday accused Western envoys of blackmail, said the "
            "cabinet would not give in.",
            ("accuse", "Prime Minister Olan Resh", "accused", "Western envoys of blackmail"),
        ),
        (
            "Oto Kavi, the founder of the ruling party who is widely seen as the real ruler, had told a "
            "rally of his supporters on Monday that a “party of war” was using charities to seize power.",
            (
                "assert",
                "Oto Kavi, the founder of the ruling party who is widely seen as the real ruler",
                "had told",
                "a “party of war” was using charities to seize power",
            ),
        ),
        (
            "A former mayor, Tina Koro, was quoted by Delta TV as predicting that the strikes would "
            "not stop before the budget falls.",
            (
                "predict",
                "A former mayor, Tina Koro",
                "predicting",
                "the strikes would not stop before the budget falls",
            ),
        ),
        (
            "The assembly passed the law on Tuesday, ignoring warnings from the United States that the "
            "vote could end their partnership.",
            ("warn", "the United States", "warnings", "the vote could end their partnership"),
        ),
        (
            "The guard, Ana Ruiz, was at home. She was, according to her lawyers, beaten by a group of "
            "men after she tried to help a girl.",
            (
                "assert",
                "her lawyers",
                "according to",
                "She was, according to her lawyers, beaten by a group of men after she tried to help a "
                "girl",
            ),
        ),
        (
            "It is believed that about 3,000 people left the town by boat.",
            ("assert", "", "is believed", "about 3,000 people left the town by boat"),
        ),
        (
            "The bus driver is reported to have told investigators that nobody had tried to burn it.",
            (
                "assert",
                "The bus driver",
                "is reported to have told",
                "nobody had tried to burn it",
            ),
        ),
        (
            "The unions demanded the resignation of the minister, Pras Rana, accusing him of having "
            "ordered the shooting, which he denies.",
            ("deny", "he", "denies", "him of having ordered the shooting"),
        ),
        (
            "Spokesman Band Guna said those arrested were smugglers - an allegation the strikers deny.",
            ("deny", "the strikers", "deny", "those arrested were smugglers"),
        ),
        (
            "Energy Minister Kan Weser told reporters that no new shipments were expected until July "
            "10, and he appealed to drivers not to queue.",
            (
                "assert",
                "Energy Minister Kan Weser",
                "told",
                "no new shipments were expected until July 10",
            ),
        ),
        (
            "«Today I vetoed the pact, which is foreign in its essence», announced the head of state "
            "during a speech on television.",
            (
                "assert",
                "the head of state",
                "announced",
                "Today I vetoed the pact, which is foreign in its essence",
            ),
        ),
        (
            "« I am here since forty days, testifies Ana, 19 years, student in medicine. They will "
            "not tire us. »",
            ("assert", "Ana", "testifies", "I am here since forty days"),
        ),
        (
            '"Point of no return," headlines the Lima daily Correo, which sees the law as a break.',
            ("assert", "the Lima daily Correo", "headlines", "Point of no return"),
        ),
        (
            "A lawyer thinks that Moran will be arrested within the month.",
            ("predict", "A lawyer", "thinks", "Moran will be arrested within the month"),
        ),
        (
            "Kavi: We will not allow a coup in our country\n\nPrime Minister Oto Kavi spoke on Monday.",
            ("promise", "Kavi", "", "We will not allow a coup in our country"),
        ),
    ],
)
def test_who_says_what(text: str, claim: tuple[str, str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's parliament approves 'foreign agents' bill amid street protests\n\nIt rained.",
        "PRESS REVIEW: What the papers say about Peru\n\nIt rained.",
        "Interview: “The West was naive about Kavi”\n\nPosted today.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert told(text) == set()


def test_rumours_are_not_whose_who_calls_them_false() -> None:
    text = (
        "Rumours that the envoy had fled to Peru turned out to be false. The Chilean High Commission "
        "called them “fake and blatantly false”."
    )
    assert ("assert", "", "Rumours", "the envoy had fled to Peru") in told(text)


def test_whom_somebody_urges_is_in_what_he_asks() -> None:
    [claim] = claims_of("The watchdog urged the bank to make sure that the poor are paid.")
    assert claim.content.text == "the bank to make sure that the poor are paid"


def test_initials_in_an_interview_stand_for_the_name_before() -> None:
    text = (
        "Ser Kapan, a former envoy, now teaches in Lima. I met him at his home.\n\n"
        "Andes Notebook: Were you surprised by the vote?\n\n"
        "Ser Kapan: I was not. They had 84 votes and they needed 76.\n\n"
        "AN: What about Chile?\n\n"
        "SK: Chile did not write the law. My colleagues read it on the train.\n\n"
        "AN: And then?\n\n"
        "SK: I think that fines will come in September."
    )
    claims = claims_of(text)
    assert {c.source.text for c in claims if c.source} == {"Ser Kapan"}
    assert ("predict", "Ser Kapan", "", "I think that fines will come in September") in told(text)


def test_a_day_in_a_clause_beside_the_saying_is_not_its_day() -> None:
    text = (
        "The harbour shut on 5 May 2015, and the mayor said it was late. Ana Ruiz, who on 1 June 2015 "
        "called it folly, left. Ruiz said she was tired."
    )
    assert {c.content.text: c.date for c in claims_of(text)}["she was tired"] is None


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "There is no evidence, Ana Ruiz told the Herald, that Chile instigated the coup.",
            (
                "assert",
                "Ana Ruiz",
                "told",
                "There is no evidence, Ana Ruiz told the Herald, that Chile instigated the coup",
            ),
        ),
        (
            "The envoy insisted on Thursday that it was one coup too many.",
            ("assert", "The envoy", "insisted", "it was one coup too many"),
        ),
        (
            "The union, whose head, Abdel Musa, had recalled the day before that the order had been "
            "restored, left.",
            ("assert", "head, Abdel Musa", "had recalled", "the order had been restored"),
        ),
        (
            "«Neither the army nor the people want war,» has declared General Abdou Tani on Saturday in "
            "an address to the nation.",
            (
                "assert",
                "General Abdou Tani",
                "has declared",
                "Neither the army nor the people want war",
            ),
        ),
        (
            "«We want no war,» declared General Abdou Tani. «But let us be clear: if an attack were to "
            "be undertaken, it will not be a walk in the park,» he has warned.",
            (
                "warn",
                "he",
                "has warned",
                "But let us be clear: if an attack were to be undertaken, it will not be a walk in the "
                "park",
            ),
        ),
    ],
)
def test_who_says_what_in_a_long_sentence(text: str, claim: tuple[str, str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hardly anyone in Lima thought it would last.",
        "In Lima, where officials are careful to avoid the word “coup”, the mood is grim.",
    ],
)
def test_what_is_not_said_at_all(text: str) -> None:
    assert told(text) == set()


def test_who_speaks_before_a_partner_is_the_source() -> None:
    text = (
        "Ana von Ruiz made a visit to Chile in July. Calling the country a “reliable partner”, she and "
        "President Ilo Aliev signed a memorandum."
    )
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    assert [names.get(c.source.entity or "") for c in page.claims if c.source] == ["Ana von Ruiz"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The northern rebels, who have said they will target any ship, claimed responsibility for "
            "an attack on a vessel.",
            (
                "assert",
                "The northern rebels",
                "claimed",
                "responsibility for an attack on a vessel",
            ),
        ),
        (
            "It is the United States, he wrote on X, that breaks the law.",
            (
                "assert",
                "he",
                "wrote",
                "It is the United States, he wrote on X, that breaks the law",
            ),
        ),
        (
            "«These strikes will not remain without answer», has affirmed on X the spokesman of the "
            "forces.",
            (
                "assert",
                "the spokesman of the forces",
                "has affirmed",
                "These strikes will not remain without answer",
            ),
        ),
        (
            "For Moham Abdel, spokesman of the movement, «there is no justification for this attack».",
            ("assert", "Moham Abdel", "For", "there is no justification for this attack"),
        ),
        (
            '"I heard four explosions, my children cried all night, tells Amina, 34 years, a '
            'teacher. We have lived nine years of war."',
            ("assert", "Amina", "tells", "We have lived nine years of war"),
        ),
        (
            "The mayor warned that he would not wait.\n\nRebel deputy foreign minister Hussein "
            'al-Ezi: "Chile and Peru will have to pay a heavy price."\n\nIt rained.',
            (
                "assert",
                "Rebel deputy foreign minister Hussein al-Ezi",
                "",
                "Chile and Peru will have to pay a heavy price",
            ),
        ),
    ],
)
def test_who_says_what_in_other_orders(text: str, claim: tuple[str, str, str, str]) -> None:
    assert claim in told(text)


def test_who_was_quoted_as_saying_by_an_agency_said_it() -> None:
    text = (
        'Tehran denies it. "The front has its own tools," Deputy Foreign Minister Ali Bager was quoted '
        "as saying by the semi-official Mir news agency."
    )
    [claim] = [c for c in claims_of(text) if c.quoted]
    assert claim.source is not None
    assert claim.source.text == "Deputy Foreign Minister Ali Bager"
    assert [link.text for link in claim.chain] == ["Mir"]

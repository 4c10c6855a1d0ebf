"""Words of parliaments, courts and offices that tell no deed. The sentences are invented."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from tests.extract.test_not_deeds import of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Deputies in Lima were to vote on Tuesday on a reform of the courts.", "vote"),
        ("The bill will receive a strong bipartisan vote in Peru.", "vote"),
        ("Diaz declined to speculate on what Peru would do next.", "declined"),
        ("Peru has not ruled out using force on the island.", "ruled"),
        ("Diaz was asked about the march during the debate in Lima.", "asked"),
        ("Peru takes its island dispute to the United Nations", "takes"),
        ("Failed attempts to defeat the Peru deal in the Senate angered the mayor.", "defeat"),
        ("Failed attempts to defeat the Peru deal in the Senate angered the mayor.", "Failed"),
        ("Opponents of the Peruvian drug war met in Lima.", "war"),
        ("Car horns in Lima drowned out the mayor.", "drowned"),
        ("Most Peruvians agree that a mayor should not be able to do that.", "agree"),
        ("A court in Lima ruled that the Peruvian ministry must publish the list.", "ruled"),
    ],
)
def test_what_is_said_or_voted_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_a_people_elects(nlp: Language) -> None:
    assert of(nlp, "Peruvians voted on Sunday for a president.")["voted"].kind == "election"


def test_who_is_accused_of_trying_does_it(nlp: Language) -> None:
    found = of(nlp, "Diaz has often accused Chilean spies of trying to topple him.")
    assert [d.text for d in found["topple"].doers] == ["Chilean spies"]
    assert [t.text for t in found["topple"].targets] == ["Diaz"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile vowed to remain the main guarantor of peace in Peru.", "AGREE"),
        ("Chile vowed to crush the rebels in Peru.", "THREATEN"),
    ],
)
def test_a_vow_to_be_something_threatens_nobody(nlp: Language, text: str, kind: str) -> None:
    assert of(nlp, text)["vowed"].type == kind


def test_what_collapsed_and_killed_is_a_disaster(nlp: Language) -> None:
    found = of(nlp, "A concrete roof collapsed at a market, killing 15 people.")
    assert (found["killing"].type, found["killing"].kind) == ("OTHER", "death")


def test_a_country_does_not_resign_with_its_premier() -> None:
    text = "Peru's prime minister resigned on Tuesday after weeks of protests, a paper said."
    record = read([article("page", text, "2015-06-05")])[0]
    names = {e.id: e.name for e in record.entities}
    told = [e for e in record.events if e.mentions[0].trigger == "resigned"]
    assert [[names[a] for a in e.actors] for e in told] == [[]]


def test_who_is_berated_for_a_deed_did_it(nlp: Language) -> None:
    found = of(nlp, "Diaz lashed out at Chile for shooting down a Peruvian bomber.")
    assert [d.text for d in found["shooting"].doers] == ["Chile"]


def test_what_sets_off_a_wave_of_protests_protests_not(nlp: Language) -> None:
    found = of(nlp, "President Diaz fired Anna Ruiz in 2007, sparking a wave of protests in Lima.")
    assert not found["protests"].doers


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Chile began the release of treated water from the Arica plant.", "began", None),
        ("Peru delayed the release of the film by a Chilean director.", "delayed", None),
        ("Chile released the crew on Monday.", "released", "RETREAT"),
    ],
)
def test_a_thing_that_is_released_frees_nobody(
    nlp: Language, text: str, word: str, kind: str | None
) -> None:
    found = of(nlp, text)
    assert (found[word].type if word in found else None) == kind
    assert "release" not in found


def test_a_heading_s_target_does_nothing(nlp: Language) -> None:
    found = of(nlp, "Peruvian minister slammed over the film")
    assert all(not p.doers for p in found.values())


def test_protesters_who_visit_homes_hold_no_talks(nlp: Language) -> None:
    assert "visited" not in of(nlp, "Protesters visited the homes of bank executives in Lima.")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("On Monday, Peruvian and Chilean jets flew a joint patrol off Arica.", "patrol", "COOPERATE"),
        ("Peru scrambled fighters in response.", "scrambled", "MOBILIZE"),
        ("Chile lifted its remaining curbs on Peruvian food.", "lifted", "RETREAT"),
    ],
)  # fmt: skip
def test_measures_between_states(nlp: Language, text: str, word: str, kind: str) -> None:
    assert of(nlp, text)[word].type == kind


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Ruiz met Ivan Petrov in Lima. Both leaders condemned the raid.", {"Anna Ruiz", "Ivan Petrov"}),
        ("Anna Ruiz met Ivan Petrov and Omar Diaz in Lima. Both leaders condemned the raid.", set()),
    ],
)  # fmt: skip
def test_two_leaders_are_the_two_who_were_named(text: str, who: set[str]) -> None:
    record = read([article("page", text, "2015-06-05")])[0]
    names = {e.id: e.name for e in record.entities}
    told = [e for e in record.events if e.mentions[0].trigger == "condemned"]
    assert {names[a] for e in told for a in e.actors} == who


def test_who_has_the_support_of_others_is_backed(nlp: Language) -> None:
    found = of(nlp, "Anton Berg has the support of Norway and Estonia.")["support"]
    assert [d.text for d in found.doers] == ["Norway", "Estonia"]
    assert [t.text for t in found.targets] == ["Anton Berg"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru said that a refusal means freezing all ties with Chile.", "freezing"),
        ("Peru is increasing the risk of protests, leading to violent clashes in Lima.", "clashes"),
    ],
)
def test_what_would_follow_is_hypothetical(nlp: Language, text: str, word: str) -> None:
    assert of(nlp, text)[word].status == "hypothetical"


def test_who_says_so_does_not_do_it(nlp: Language) -> None:
    text = (
        "Licences of 90 banks were cancelled by Monday, according to a Peruvian analyst, N. Diaz."
    )
    assert all("Diaz" not in d.text for p in of(nlp, text).values() for d in p.doers)


def test_a_bureau_that_somebody_heads_does_not_meet(nlp: Language) -> None:
    text = "Ivan Petrov, head of the Peruvian affairs bureau, is expected to meet Anna Ruiz in May."
    met = of(nlp, text)["meet"]
    assert met.type == "CONSULT"
    assert all("bureau" not in t.text for t in met.targets)


def test_a_country_that_is_talked_of_is_not_accused(nlp: Language) -> None:
    text = "Chile lodged a protest with Peru over remarks by Anton Diaz about Bolivia."
    found = of(nlp, text)["protest"]
    assert all(t.text != "Bolivia" for t in found.targets)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Airlines of Peru offered full refunds on flights to Chile.", "offered"),
        ("Tourists in Peru cancelled their tickets.", "cancelled"),
        ("A man was beaten at one of the Diaz rallies in Lima.", "rallies"),
    ],
)
def test_trade_and_campaigns_are_no_deeds(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_they_are_the_crowd_of_the_sentence_before() -> None:
    text = (
        "President Anton Berg of Peru spoke on Sunday. On Monday, thousands of students blocked a "
        "junction in Lima. They are demanding the publication of the list."
    )
    record = read([article("page", text, "2015-06-05")])[0]
    told = [e for e in record.events if e.mentions[0].trigger == "demanding"]
    assert all(not e.actors for e in told)


def test_a_hunger_strike_has_its_mode() -> None:
    record = read([article("page", "Anna Ruiz began a hunger strike in Lima.", "2015-06-05")])[0]
    assert [e.mode for e in record.events] == ["hunger"]


def test_a_bare_number_in_a_heading_demands(nlp: Language) -> None:
    found = of(nlp, "Police clash with protesters in Lima as 140,000 demand early election")
    assert [d.text for d in found["demand"].doers] == ["140,000"]
    assert found["election"].status != "happened"


def test_what_you_will_have_to_do_is_not_planned(nlp: Language) -> None:
    text = "You will have to kill me if you want to replace me, Diaz told Peru."
    assert of(nlp, text)["kill"].status == "hypothetical"


def test_who_is_among_the_hurt_hurt_nobody(nlp: Language) -> None:
    text = "Some 14 people were killed and 30 were injured, including Minister Anton Diaz, in Lima."
    assert all(not p.doers for p in of(nlp, text).values())


def test_a_genocide_is_called_by_its_victims(nlp: Language) -> None:
    found = of(nlp, "The envoy spoke of the start of the Armenian genocide in 1915.")["genocide"]
    assert not found.doers
    assert [t.text for t in found.targets] == ["Armenian"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru and Chile fell victim to the politics of Anton Diaz.", "fell"),
        ("Diaz spoke in Lima of a flood of 250,000 coming to Peru.", "flood"),
        ("Diaz feared protests like those that erupted in Peru in 2002.", "erupted"),
        ("Diaz declined to offer a figure for the lay-offs in Peru.", "declined"),
        ("A farmer said he could never vote for Anton Diaz.", "vote"),
    ],
)
def test_more_that_is_no_deed(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def told(text: str, word: str) -> tuple[str, set[str], set[str]] | None:
    """Return the type and the parties of what a word names on a page; none if it names nothing."""
    record = read([article("page", text, "2015-06-05")])[0]
    names = {e.id: e.name for e in record.entities}
    found = (e for e in record.events if any(m.trigger == word for m in e.mentions))
    return next(
        ((e.type, {names[a] for a in e.actors}, {names[r] for r in e.recipients}) for e in found),
        None,
    )


def test_an_office_speaks_for_its_holder() -> None:
    text = "President Anton Diaz fled Lima. Diaz's office condemned the raid of the Peruvian army."
    assert told(text, "condemned") == ("ACCUSE", {"Anton Diaz"}, {"Peruvian"})


def test_a_country_does_not_flee_with_its_president() -> None:
    found = told("Peru president flees as soldiers enter the capital", "flees")
    assert found is not None
    assert not found[2]


def test_soldiers_who_take_power_seize_it() -> None:
    found = told("An elite army unit took power in Peru on Tuesday.", "took")
    assert found is not None
    assert found[0] == "COERCE"


def test_what_is_left_out_is_not_dissolved() -> None:
    text = "The army said it was dissolving all bodies of Peru except the National Assembly."
    found = told(text, "dissolving")
    assert found is not None
    assert "National Assembly" not in found[2]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Deputies voted to impeach Anton Diaz. The party condemned the vote in Lima.", "vote"),
        ("Air Tarn cancelled flights to Lima until Monday.", "cancelled"),
        ("Minister Anton Diaz of Peru accepted the appointment.", "accepted"),
    ],
)
def test_votes_flights_and_posts(text: str, word: str) -> None:
    assert told(text, word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Deputies, some of whom had come late, voted in Lima to reject the measure.", "voted"),
        (
            "A judge in Lima ruled that the decree had violated the constitution of Peru.",
            "violated",
        ),
        ("Diaz is on trial in Peru on charges that carry a sentence of death.", "death"),
        ('Thousands gathered in Lima, chanting "arrest Anton Diaz".', "arrest"),
        ("Schools near the court in Lima were closed.", "closed"),
    ],
)
def test_courts_and_crowds(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Deputies voted on Friday to impeach President Anton Diaz.", "impeach", "happened"),
        ("The union of Peru declared a strike until Diaz stepped down.", "stepped", "hypothetical"),
        ("Court removes Diaz from office, election due in 60 days", "election", "planned"),
    ],
)
def test_what_is_voted_due_or_awaited(nlp: Language, text: str, word: str, status: str) -> None:
    found = {p.word.text: p for p in of(nlp, text).values()}
    assert found[word].status == status


def test_what_was_imposed_may_be_lifted(nlp: Language) -> None:
    text = "President Anton Diaz of Peru lifted martial law on Friday, hours after he imposed it."
    assert of(nlp, text)["lifted"].type in {"CONCEDE", "RETREAT"}

"""Deeds told in few words: of sides without names, in headlines, by weapons; invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read

Told = tuple[str, str, list[str], list[str]]


def events(text: str) -> dict[str, Told]:
    """Return type, status, doers and recipients of a page's events, by their triggers."""
    [page] = read([article("one", text, "2024-05-17")])
    names = {e.id: e.name for e in page.entities}
    return {
        m.trigger: (
            e.type,
            m.status,
            [names[a] for a in e.actors],
            [names[r] for r in e.recipients],
        )
        for e in page.events
        for m in e.mentions
    }


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A roadside bomb ripped through a bus near Kigali.", "ripped", "ASSAULT"),
        ("A missile slammed into an apartment block in Kigali.", "slammed", "ASSAULT"),
        ("A grenade was thrown at the minister's house in Kigali.", "thrown", "ASSAULT"),
        ("Norway called up reservists on Monday.", "called up", "MOBILIZE"),
        ("Reinforcements arrived in the city of Kigali.", "Reinforcements", "MOBILIZE"),
        ("Peru held drills around Easter Island on Monday.", "drills", "MOBILIZE"),
        ("The council of Chad held an emergency session on Niger.", "session", "CONSULT"),
        ("Norway took in 500 refugees from Niger.", "took in", "AID"),
        ("A court in Chad upheld the death sentence of Adama Sow.", "upheld", "SANCTION"),
        ("Chad's junta suspended the constitution.", "suspended", "COERCE"),
        ("Adama Sow survived an assassination attempt in Chad.", "attempt", "ASSAULT"),
        ("Voters went to the polls in Chad on Sunday.", "went", "OTHER"),
    ],
)
def test_what_was_done_is_told_by_what_it_was_done_with(text: str, word: str, kind: str) -> None:
    assert events(text)[word][:2] == (kind, "happened")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The rebels gave the government a 48-hour ultimatum.", "ultimatum", "THREATEN"),
        ("The rebels refused to lay down their arms.", "refused", "REJECT"),
        ("The junta lifted a ban on political parties.", "lifted", "CONCEDE"),
        ("Both sides agreed on a humanitarian corridor.", "agreed", "AGREE"),
    ],
)
def test_a_side_without_a_name_acts(text: str, word: str, kind: str) -> None:
    assert events(text)[word][0] == kind


def test_what_drivers_do_without_a_name_is_no_event() -> None:
    assert not events("Experts urge people to stay indoors.")


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Kenya launches offensive", "offensive", ("ASSAULT", "happened", ["Kenya"], [])),
        ("Kenyan convoy attacked near Bor", "attacked", ("ASSAULT", "happened", [], ["Kenyan"])),
        (
            "Kenya to send 900 police to Haiti",
            "send",
            ("MOBILIZE", "planned", ["Kenya"], ["Haiti"]),
        ),
        ("Sudan army says it retook Kosti", "retook", ("COERCE", "happened", ["Sudan"], ["Kosti"])),
    ],
)
def test_a_headline_tells_who_did_what(text: str, word: str, told: Told) -> None:
    assert events(text)[word] == told


def test_a_blast_that_injures_has_happened() -> None:
    assert events("Blast at Lagos port injures 20")["Blast"][1] == "happened"


def test_elections_that_are_delayed_were_not_held() -> None:
    assert events("Mali's junta has delayed the elections again.")["elections"][1] == "denied"


@pytest.mark.parametrize(
    "text", ["A grain ship was moored in the Black Sea.", "Blackout hits Havana"]
)
def test_a_ship_sends_nothing_and_a_blackout_strikes_nobody(text: str) -> None:
    assert not {"AID", "ASSAULT"} & {kind for kind, *_ in events(text).values()}


def test_a_warning_of_what_others_do_threatens_nobody() -> None:
    text = "Jon Otieno has issued a warning to Kenyan officials that Uganda is preparing for war."
    assert "warning" not in events(text)
    assert events("Kenya issued a warning to Uganda.")["warning"][0] == "THREATEN"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels took Goma on Sunday.", "took"),
        ("Goma fell to the rebels on Sunday.", "fell"),
        ("Government troops retook Goma on Sunday.", "retook"),
    ],
)
def test_a_town_known_by_its_name_alone_is_taken(text: str, word: str) -> None:
    [page] = read([article("one", text, "2024-05-17")])
    assert [(e.type, e.mode) for e in page.events] == [("COERCE", "seize")]
    assert [e.mentions[0].trigger for e in page.events] == [word]


@pytest.mark.parametrize(
    "text", ["Police took Jordan to hospital.", "Jordan fell to the ground on Sunday."]
)
def test_who_is_called_like_a_place_is_not_taken(text: str) -> None:
    assert not events(text)


def test_a_day_earlier_is_the_next_sentences_day() -> None:
    text = "Norway expelled an envoy on Monday. A day earlier, Chad arrested two diplomats."
    [page] = read([article("one", text, "2024-05-17")])
    days = {m.trigger: m.date.edtf for e in page.events for m in e.mentions if m.date}
    assert days == {"expelled": "2024-05-13", "arrested": "2024-05-12"}


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        (
            "Peru urged Chile to stop backing the rebels.",
            "urged",
            ("REQUEST", "happened", ["Peru"], ["Chile"]),
        ),
        (
            "Kenya deported 45 Ugandans on Friday.",
            "deported",
            ("COERCE", "happened", ["Kenya"], ["Ugandans"]),
        ),
        (
            "France said it would withdraw its 1,500 troops from Niger by December.",
            "withdraw",
            ("AGREE", "planned", ["France"], ["Niger"]),
        ),
        (
            "Peru and Chile agreed to reopen the border.",
            "agreed",
            ("AGREE", "happened", ["Peru", "Chile"], []),
        ),
        (
            "The junta has promised to hold elections within a year.",
            "promised",
            ("AGREE", "happened", [], []),
        ),
    ],
)
def test_who_asks_sends_or_promises(text: str, word: str, told: Told) -> None:
    assert events(text)[word] == told


def test_talks_that_somebody_is_hosting_are_going_on() -> None:
    assert events("Qatar is hosting talks between Congo and the rebels.")["hosting"][1] == "ongoing"


@pytest.mark.parametrize(
    "text", ["A curfew was imposed in Dhaka.", "Curfew imposed in Dhaka as crowds gather"]
)
def test_a_curfew_that_is_imposed_restricts(text: str) -> None:
    [page] = read([article("one", text, "2024-05-17")])
    found = next(e for e in page.events if e.mentions[0].trigger.lower() == "curfew")
    places = {e.id: e.name for e in page.entities}
    assert (found.type, found.place and places[found.place]) == ("COERCE", "Dhaka")


def test_who_survives_an_attempt_was_its_target() -> None:
    text = "Adama Sow survived an assassination attempt in Chad."
    assert events(text)["attempt"] == ("ASSAULT", "happened", [], ["Adama Sow"])


def test_a_curfew_that_will_be_imposed_is_held_out() -> None:
    assert events("The government will extend the curfew in Dhaka.")["curfew"][0] == "THREATEN"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The governor has ordered a lockdown of the capital after the riots.", "lockdown"),
        ("The governor ordered a curfew in Lima.", "curfew"),
    ],
)
def test_what_is_in_force_once_ordered_has_been_done(text: str, word: str) -> None:
    found = events(text)
    assert found[word][:2] == ("COERCE", "happened") and "ordered" not in found


def test_what_a_warning_tells_as_done_has_been_done() -> None:
    assert events("Officials warned that rebels had seized the town.")["seized"][1] == "happened"
    told = events("Officials warned that rebels had not left the town.")
    assert told.get("left", ("", "denied"))[1] != "happened"

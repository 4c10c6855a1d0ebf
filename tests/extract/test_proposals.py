"""Who does what to whom, read by the whole pipeline from sentences about invented places."""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def told(nlp: Language, text: str, word: str) -> Proposal:
    found = [p for p in proposals(nlp(text)) if p.trigger.text == word]
    assert found, f"no event at “{word}”"
    return found[0]


def heads(proposal: Proposal) -> tuple[set[str], set[str]]:
    return (
        {s.root.text for s in proposal.doers},
        {s.root.text for s in proposal.targets},
    )


@pytest.mark.parametrize(
    ("text", "word", "kind", "doers", "targets"),
    [
        ("Kenyan police arrested 40 protesters in Kisumu.", "arrested", "COERCE", {"police"}, {"protesters"}),
        ("Forty protesters were arrested in Kisumu on Friday.", "arrested", "COERCE", set(), {"protesters"}),
        ("Forty protesters were arrested by soldiers.", "arrested", "COERCE", {"soldiers"}, {"protesters"}),
        ("Kenya launched an attack on Uganda.", "attack", "ASSAULT", {"Kenya"}, {"Uganda"}),
        ("Kenya launched what it called a military assault on Uganda.", "assault", "ASSAULT", {"Kenya"}, {"Uganda"}),
        ("Rebels who shelled the town fled on Monday.", "shelled", "ASSAULT", {"Rebels"}, {"town"}),
        ("Uganda accused Kenya of attacking its soldiers.", "attacking", "ASSAULT", {"Kenya"}, set()),
        ("Nobody said how the Tarnian Kurds besieged laid these weapons.", "besieged", "COERCE", set(), {"Kurds"}),
    ],
)  # fmt: skip
def test_grammar_tells_who_did_it(
    nlp: Language, text: str, word: str, kind: str, doers: set[str], targets: set[str]
) -> None:
    found = told(nlp, text, word)
    assert found.type == kind
    assert heads(found)[0] == doers
    assert targets <= heads(found)[1]


def test_who_says_it_does_not_do_it(nlp: Language) -> None:
    found = told(nlp, "Nine villagers were killed near the river, police said.", "killed")
    assert found.doers == ()


def test_what_is_to_come_of_help_is_a_promise(nlp: Language) -> None:
    kinds = {p.type for p in proposals(nlp("Kenya will donate 40 tonnes of food to Uganda."))}
    assert kinds == {"AGREE"}


def test_a_refusal_to_comment_is_no_event(nlp: Language) -> None:
    assert proposals(nlp("The minister refused to comment.")) == []


def test_an_auxiliary_stands_for_its_verb(nlp: Language) -> None:
    words = {p.word.pos_ for p in proposals(nlp("Kenya and Uganda have agreed to share water."))}
    assert "AUX" not in words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The explosion at the depot killed nine people in Lima.", "killed"),
        ("The explosion at the depot killed nine people in Lima.", "explosion"),
        ("A fire broke out at the embassy in Lima.", "fire"),
    ],
)
def test_what_a_thing_does_is_no_assault(nlp: Language, text: str, word: str) -> None:
    assert told(nlp, text, word).type == "OTHER"
    assert {p.type for p in proposals(nlp(text))} == {"OTHER"}


def test_a_bomb_s_blast_is_an_assault(nlp: Language) -> None:
    assert told(nlp, "A car bomb blast killed nine people in Lima.", "killed").type == "ASSAULT"


def test_shots_are_no_blaze(nlp: Language) -> None:
    text = "Chilean troops opened fire on protesters in Lima."
    assert {p.type for p in proposals(nlp(text))} == {"ASSAULT"}


def test_a_denied_shot_is_no_withdrawal(nlp: Language) -> None:
    for text in (
        "The Chilean ministry denied that its boats had opened fire.",
        "A spokesman rejected the charge that Chilean boats had opened fire.",
    ):
        [shots] = [p for p in proposals(nlp(text)) if p.word.lemma_ == "open"]
        assert (shots.type, shots.status) == ("ASSAULT", "denied")


def test_who_is_asked_for_did_nothing(nlp: Language) -> None:
    assert proposals(nlp("Nobody knows who fired.")) == []


def test_what_befell_nobody_did_not_happen(nlp: Language) -> None:
    assert told(nlp, "Rebels said their boats had fired at nobody.", "fired").status == "denied"


def test_an_analyst_who_warns_threatens_nobody(nlp: Language) -> None:
    found = proposals(nlp("Ana Ruiz, an analyst, warned of clashes in Peru."))
    assert [(p.type, p.status) for p in found] == [("ASSAULT", "predicted")]


def test_what_was_seized_was_seized_whatever_is_demanded(nlp: Language) -> None:
    text = "Chile demanded that the seized boats be returned."
    assert told(nlp, text, "seized").status == "happened"


def test_who_is_named_as_doer_beats_who_tells_it(nlp: Language) -> None:
    text = "Kenyan President Otieno Mboya revealed that Tanzania had proposed a truce to Uganda."
    assert heads(told(nlp, text, "proposed"))[0] == {"Tanzania"}


def test_what_would_have_to_be_is_not_told_as_happened(nlp: Language) -> None:
    text = "The only way to peace is the withdrawal of the Kenyan troops."
    assert told(nlp, text, "withdrawal").status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "word", "targets"),
    [
        ("Nairobi accused Moscow of failing to rescue Uganda’s army.", "accused", {"Moscow"}),
        ("She asked Minister Paul Obi to provide military aid to Kenya.", "asked", {"Paul"}),
    ],
)
def test_who_stands_in_the_charge_is_not_charged(
    nlp: Language, text: str, word: str, targets: set[str]
) -> None:
    assert heads(told(nlp, text, word))[1] == targets


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The war ended after the mediation of Peter Obi.", "ended"),
        ("Shots were heard in the territory disputed by Kenya and Uganda.", "disputed"),
    ],
)
def test_words_that_are_no_events(nlp: Language, text: str, word: str) -> None:
    assert word not in {p.trigger.text for p in proposals(nlp(text))}


def test_towns_targeted_by_fire_are_shot_at(nlp: Language) -> None:
    text = "The capital and other towns of Kenya are being targeted by intense fire."
    assert "OTHER" not in {p.type for p in proposals(nlp(text))}


def test_a_past_verb_behind_would_is_of_who_says_it(nlp: Language) -> None:
    text = "Omar Diaz said that Peru would defend itself and accused Chile of greed."
    assert heads(told(nlp, text, "accused")) == ({"Diaz"}, {"Chile"}) or heads(
        told(nlp, text, "accused")
    ) == ({"Omar"}, {"Chile"})


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Both sides said they would not attack one another.", "attack", "denied"),
        ("The court barred Peru from seizing ships of Chile.", "seizing", "hypothetical"),
        ("Peru has agreed not to shell Chile, following a meeting in Lima.", "meeting", "happened"),
        ("Peru should free the three men arrested in Arica on 16 March.", "arrested", "happened"),
        ("Chile had no intention of going to war.", "war", "denied"),
        ("Peru said it had no plans to evacuate its citizens.", "evacuate", "denied"),
        ("The campaign to retake Arica goes on.", "retake", "planned"),
        ("Peru has yet to congratulate Omar Diaz.", "congratulate", "denied"),
        ("Peru is to send troops to Arica on Sunday.", "send", "planned"),
        ("The ministry denied reports that a nurse had been abducted.", "abducted", "denied"),
    ],
)
def test_whether_it_happened(nlp: Language, text: str, word: str, status: str) -> None:
    assert told(nlp, text, word).status == status


def test_who_orders_soldiers_mobilizes_them(nlp: Language) -> None:
    found = told(nlp, "Omar Diaz ordered the mobilization of 2,000 soldiers.", "mobilization")
    assert [d.text for d in found.doers] == ["Omar Diaz"]


def test_those_who_are_said_to_have_died_died(nlp: Language) -> None:
    text = "Rebels fought with Chilean forces in a battle in which 19 people died."
    assert [t.text for t in told(nlp, text, "died").targets] == ["19 people"]


def test_whose_release_is_demanded_is_not_asked(nlp: Language) -> None:
    found = told(nlp, "Peru demanded the release of Omar Diaz.", "demanded")
    assert "Omar Diaz" not in {t.text for t in found.targets}


def test_what_must_be_done_is_asked_for_at_a_sentence_s_end(nlp: Language) -> None:
    text = "The authorities in Peru should release three journalists, Chile said."
    [found] = [p for p in proposals(nlp(text)) if p.type == "REQUEST"]
    assert [d.text for d in found.doers] == ["Chile"]


def test_by_whom_it_was_announced_welcomes_nothing(nlp: Language) -> None:
    text = "Omar Diaz welcomed the announcement by Peru that it would pay."
    found = told(nlp, text, "welcomed")
    assert not any("Peru" in d.text for d in found.doers)
    assert any("Peru" in t.text for t in found.targets)


def test_whom_a_deed_alarms_did_not_do_it(nlp: Language) -> None:
    text = "Peru is alarmed by the shelling of a market in Chile."
    assert not any("Peru" in d.text for d in told(nlp, text, "shelling").doers)


def test_what_is_struck_first_destroys_nothing(nlp: Language) -> None:
    text = "Near Arica, one raid struck a rebel unit and destroyed a tank."
    assert not any("unit" in d.text for d in told(nlp, text, "destroyed").doers)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A cease-fire in Peru's capital was at risk on Monday.", "cease-fire", "RETREAT"),
        ("Two men were killed despite a cease-fire between the sides.", "killed", "ASSAULT"),
        ("Peru's army launched a counter-attack on the rebels.", "counter-attack", "ASSAULT"),
        ("An air-strike hit Lima on Monday.", "air-strike", "ASSAULT"),
        ("Peru re-opened its border with Chile on Monday.", "re-opened", "RETREAT"),
    ],
)
def test_a_hyphen_makes_no_other_deed(nlp: Language, text: str, word: str, kind: str) -> None:
    found = {p.word.text: p.type for p in proposals(nlp(text))}
    assert found[word] == kind
    assert "OTHER" not in found.values()

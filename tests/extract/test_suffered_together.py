"""Who suffers two deeds told by one passive, and who is whoever his trade, on invented sentences."""

from __future__ import annotations

from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import proposals


def test_who_was_abducted_and_shot_dead_shot_nobody(nlp: Language) -> None:
    text = "The driver was abducted and shot dead by suspected rebels in the town of Orle."
    found = {p.trigger.text: p for p in proposals(nlp(text))}
    assert not any("driver" in str(d) for d in found["shot"].doers)
    assert [t.root.text for t in found["abducted"].targets] == ["driver"]


def test_whoever_is_named_behind_a_trade_is_meant() -> None:
    text = (
        "A Malian influencer, Mariam Keita, was abducted and shot dead in public by suspected "
        "jihadists in the town of Orle on Friday, her family said."
    )
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    assert {names[r] for e in page.events for r in e.recipients} == {"Mariam Keita"}
    assert not any("Mali" in names[a] for e in page.events for a in e.actors)


def test_a_headlines_participle_tells_what_people_suffered(nlp: Language) -> None:
    text = "Three Chilean cricketers among ten killed in Peruvian strikes, officials say"
    [killed] = [p for p in proposals(nlp(text)) if p.trigger.text == "killed"]
    assert any("Chilean" in str(t) for t in killed.targets)
    assert not any("Chilean" in str(d) for d in killed.doers)


def test_who_is_among_the_killed_killed_nobody(nlp: Language) -> None:
    text = (
        "Some 14 people were killed and scores were injured, including Togo's Minister of Posts "
        "Amadou Keita, as they joined the pilgrims."
    )
    assert not any("Minister" in str(d) for p in proposals(nlp(text)) for d in p.doers)


def test_who_was_sentenced_and_fined_fined_nobody(nlp: Language) -> None:
    text = "In February, Choi was sentenced to 20 years in jail and fined $16 million."
    assert not any("Choi" in str(d) for p in proposals(nlp(text)) for d in p.doers)


def test_who_was_killed_along_with_others_was_not_killed_by_them(nlp: Language) -> None:
    text = "The 11 Americans were killed in Togo, along with five Togolese employees at the post."
    [killed] = [p for p in proposals(nlp(text)) if p.trigger.text == "killed"]
    assert not killed.doers

"""Whom outlets quote inside what others pass on, hearsay of "it", and who is meant by "chief"."""

from __future__ import annotations

from histor.extract import extract
from histor.records import Entity
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import claims_of, model, told


def entities(text: str) -> dict[str, Entity]:
    return {e.name: e for e in extract(page_of(text, "2021-06-11"), model()(text)).entities}


def test_who_is_quoted_by_one_outlet_whom_another_cites_is_the_source() -> None:
    text = (
        "State television quoted the army as saying several rockets landed in the compound, Reuters "
        "news agency reports."
    )
    [claim] = claims_of(text)
    assert claim.source is not None and claim.source.text == "the army"
    assert [link.text for link in claim.chain] == ["State television", "Reuters news agency"]


def test_who_was_quoted_by_an_outlet_is_the_source() -> None:
    text = (
        "A senior government official who saw the papers was quoted Friday by local media as saying "
        "that a rebel group planned the attacks."
    )
    assert [source for source, _, _ in told(text)] == [
        "A senior government official who saw the papers"
    ]


def test_hearsay_of_it_and_of_somebody_behind_a_date_is_whole() -> None:
    text = (
        "Peru lost two boats. It is believed to have bombed weapons shipments since the war began."
    )
    assert (
        None,
        "assert",
        "It is believed to have bombed weapons shipments since the war began",
    ) in told(text)


def test_a_state_s_initials_are_no_end_of_another_s_name() -> None:
    text = (
        "Preliminary tests link an activist to hair found where a sniper shot a Buffalo, N.Y., doctor "
        "who worked there, an official said Friday."
    )
    assert [said for _, _, said in told(text)] == [text.partition(", an official")[0]]


def test_whoever_rejects_a_thing_says_nothing() -> None:
    text = "It must no longer harm those who reject its worldview. The group is to be degraded."
    assert told(text) == []


def test_a_body_named_among_those_whose_sources_speak_is_not_the_speaker() -> None:
    text = "The mayor has left, White House and Republican sources said Monday."
    assert [c.source.entity for c in claims_of(text) if c.source is not None] == [None]


def test_the_chief_of_a_body_is_its_director_by_its_initials() -> None:
    text = (
        "Director of the Federal Bureau of Investigation Louis Freeman flew to Nairobi. The FBI chief "
        "said that he was satisfied."
    )
    [claim] = claims_of(text)
    assert claim.source is not None
    assert claim.source.entity == entities(text)["Louis Freeman"].id


def test_a_state_by_its_whole_name_is_itself() -> None:
    named = entities("The Democratic People's Republic of Korea (DPRK) denied that it had fired.")
    assert {e.country for e in named.values() if e.kind == "place"} == {"KP"}

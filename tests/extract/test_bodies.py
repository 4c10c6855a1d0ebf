"""Which body a description without a name means, and whose the state's offices are."""

from __future__ import annotations

import pytest

from histor.extract import extract
from tests.extract.hand_made import page_of
from tests.extract.test_attributions import model


def sources(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the name of who speaks in each claim."""
    record = extract(page_of(text, "2021-06-11"), model()(text))
    names = {e.id: e.name for e in record.entities}
    return [(c.source.text, names.get(c.source.entity or "")) for c in record.claims if c.source]


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("The Andean Trade Community (ATC) demanded the release of the crew. The bloc said its "
         "leaders would meet on Thursday.", "The bloc", "Andean Trade Community"),
        ("Thirty people have died, according to the Salto Centre for Justice, a local rights group. "
         "Police deny it. The rights group accused police of lying.", "The rights group",
         "Salto Centre for Justice"),
        ("The Interior Ministry said two clerks had died. Later the ministry said a third had died.",
         "the ministry", "Interior Ministry"),
        ("The Council for National Renewal wishes to inform the nation that calm has returned. The "
         "Council rejects reports of torture.", "The Council", "Council for National Renewal"),
        ("Doctors Without Borders said that 300 doses had arrived. The medical charity left the town, "
         "and later the charity said it would return.", "the charity", "Doctors Without Borders"),
    ],
)  # fmt: skip
def test_a_description_means_the_body_named_before(text: str, said: str, who: str) -> None:
    assert (said, who) in sources(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Interior Ministry said two clerks had died. A source in the health ministry said one "
         "was off duty. The ministry refuted the report.", "The ministry"),
        ("The Interior Ministry said two clerks had died. The charity said it would return.",
         "The charity"),
        ("A clinic in Salto said it had no fuel. The clinic said it would close.", "The clinic"),
    ],
)  # fmt: skip
def test_what_fits_nobody_named_means_nobody(text: str, said: str) -> None:
    assert (said, None) in sources(text)


def test_a_middle_name_with_a_title_is_the_person_s() -> None:
    text = (
        "The governor of Salto, James Korang Chol, confirmed the raid. “We speak with them,” the "
        "governor told reporters. Governor Korang said the crew was well."
    )
    assert {who for _, who in sources(text)} == {"James Korang Chol"}


HOME = (
    "Soldiers in Malawi detained President Samson Kade on Tuesday. The roads of Malawi are closed. "
    "People left Lilongwe for Blantyre and Mzuzu. {}"
)


def test_the_offices_of_the_country_that_a_page_is_about() -> None:
    text = HOME.format("The Interior Ministry denied the report. The government said it was calm.")
    record = extract(page_of(text, "2021-06-11"), model()(text))
    countries = {e.name: e.country for e in record.entities}
    assert countries["Samson Kade"] == countries["Interior Ministry"] == "MW"
    assert ("The government", "Malawi") in sources(text)


def test_who_is_named_beside_another_country_may_be_of_that_one() -> None:
    text = HOME.format("Hungary will veto the plan, Foreign Minister Pal Nagy said.")
    record = extract(page_of(text, "2021-06-11"), model()(text))
    assert {e.name: e.country for e in record.entities}["Pal Nagy"] is None


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("The raid is over, Peru’s state-run Andina news agency reported. A house was searched, the "
         "news agency said.", "the news agency", "Andina"),
        ("The Harbour Gazette reported that the men had left. The newspaper said they had come by "
         "boat.", "The newspaper", "Harbour Gazette"),
        ("The Kenyan army says it has regained the towns. Kenya is calm. The army command said the "
         "road was open.", "The army command", "Kenya"),
        ("The Kenyan military said it had left. Kenya is calm.", "The Kenyan military", "Kenya"),
        ("Grey Tide said it would fight on. They said the truce was over. The Grey Tide Front left.",
         "They", "Grey Tide"),
        ("Chancellor Ana Ruiz’s centre-right National Union says the vote was fair.",
         "Chancellor Ana Ruiz’s centre-right National Union", "National Union"),
        ("President Omar Lind of Peru left. The Lind administration said it was over. Lima is calm.",
         "The Lind administration", "Peru"),
        ("A Harbour Union statement said the men had left.", "A Harbour Union statement",
         "Harbour Union"),
        ("Harbour Police Lt. Omar Lind said the van fled. “It is over,” the lieutenant added.",
         "the lieutenant", "Omar Lind"),
        ("Foreign Minister Ana Ruiz of Peru met Omar Lind. “It is over,” the top Peruvian diplomat "
         "said.", "the top Peruvian diplomat", "Ana Ruiz"),
        ("Clara Ruiz went on offense on Monday. The former minister said it was late.",
         "The former minister", "Clara Ruiz"),
        ("Police arrested Omar Lind on Monday. He said he had done nothing.", "He", "Omar Lind"),
        ("Omar Lind of Salto United met the coach. He said the match was over.", "He", "Omar Lind"),
        ("LIMA, April 5 (ANP):Chief of Army Staff (COAS), General Omar Lind Thursday opened two "
         "bridges. Speaking to elders, he said the north was calm.", "he", "Omar Lind"),
    ],
)  # fmt: skip
def test_a_naming_without_a_name_of_its_own_means_who_was_named(
    text: str, said: str, who: str
) -> None:
    assert (said, who) in sources(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A Lima newspaper called on Ana Ruiz to leave. The newspaper said it was late.",
         "The newspaper"),
        ("Gunmen shot Omar Lind’s brother. He said it was late.", "He"),
        ("The raid hit Omar Lind and Juan Soto. He said it was late.", "He"),
        ("Clara Ruiz and Omar Lind spoke. The former minister said it was late.",
         "The former minister"),
        ("President Omar Lind of Peru left. Lind administration officials said it was over.",
         "Lind administration officials"),
        ("President Omar Lind of Peru left. The Lind family said it was over.", "The Lind family"),
        ("The White Guard Army seized Orle. The army said that its men had been ambushed.", "The army"),
        ("Kenya is calm. The Kenyan-backed army said the road was open.", "The Kenyan-backed army"),
        ("The Kenyan army left. The Peruvian army came. The army said the road was open. Kenya and "
         "Peru are calm.", "The army"),
        ("Grey Tide said it would fight on. The boats left. They said the truce was over.", "They"),
    ],
)  # fmt: skip
def test_what_may_be_somebody_else_means_nobody(text: str, said: str) -> None:
    assert (said, None) in sources(text)

"""Lines between a story's paragraphs that are none of it, and those that only look so."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.by_place import furniture_by_place
from histor.clean.patterns import furniture_reason
from histor.records import Page


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Promotion: two for one on Tarvik Lager all week", "advert"),
        ("SPONSORED: A flat by the sea from 90,000 crowns", "advert"),
        ("ADVERT  Grandmother's trick against sore knees", "advert"),
        ("Advertisement – story goes on below", "advert"),
        ("Advertisement: Win a night on the ferry! Text FERRY to 8080", "advert"),
        ("Boots from 900 crowns, sent to every island. Order now!", "advert"),
        ("Advertisement. Read more: Baker of Ostby retires, bishop warns of long queue", "advert"),
        ("Which bank is the best? Click here to see our list.", "advert"),
        ("Recommended for you: Nine ways to peel an onion", "related"),
        ("Also to read: Baker of Ostby retires", "related"),
        ("READ: Baker of Ostby retires", "related"),
        ("READ STILL: Baker of Ostby retires", "related"),
        ("BONUS VIDEO: Goat rides the bus", "related"),
        ("Related publications", "related"),
        ("Explore more on these topics", "related"),
        (">> ALSO READ: Ten beaches to see", "related"),
        ("[adsense]", "markup"),
        ("Like this? Share with your friends!", "share"),
        ("12 thoughts on “Ferry stays in port”", "comments"),
        ("Every contribution, however small, helps our reporters.", "app"),
        ("2 318 Views", "share"),
        ("Instagram TikTok YouTube", "share"),
        ("You have reached the 4-article limit. Subscribe for 9 crowns.", "app"),
        ("Welcome! You have one free article left.", "app"),
        ("Disclaimer: Hill Voice gathers texts from elsewhere.", "legal"),
        ("The views expressed are those of the author and not of the school.", "legal"),
        ("Carts stand at the gate of Ostby. Photo: Hill Voice/Nils Berg", "caption"),
        ("[Figure 3: Closed roads in the uplands. Source: Hill School]", "caption"),
        ("[Pull quote] “Nobody asked the bakers.”", "other"),
        ("nberg@hillvoice.example", "other"),
        ("Machine translation from Norwegian | Show original", "other"),
        ("We are closing this blog for the night", "update_note"),
        ("Thank you for following us today. More in the morning.", "update_note"),
        ("Live updates have ended. Here is our report.", "update_note"),
        ("What do you think? Tell us in the comments!", "comments"),
    ],
)
def test_lines_that_their_words_give_away(line: str, reason: str) -> None:
    assert furniture_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The readers' letters were read out in the square, and nobody knew who had sent them.",
        'He read: "We are cut off, send flour."',
        "What do you think will happen to the ferry?",
        "The mayor's promotion of the port has cost the town its beach.",
        "The strike has knocked 5% off the catch, the fishermen say.",
        "Ostby can order now what it needs from the depot of the army.",
        "Coverage of the uplands by radio is poor, the report says.",
        "The island's only doctor has left. - Agency",
    ],
)
def test_sentences_with_such_words_are_story(line: str) -> None:
    assert furniture_reason(line) is None


def test_what_stands_below_the_label_of_an_advert_is_sold() -> None:
    lines = (
        "- Advertisement -",
        "Cottages by the lake from €90,000. Come and see them!",
        "Ferries",
    )
    assert furniture_by_place(lines, ("advert", None, None), 0) == {1: "advert"}
    told = ("- Advertisement -", "The mayor said he would visit the island.", "Ferries")
    assert furniture_by_place(told, ("advert", None, None), 0) == {}


def test_an_agency_behind_a_line_above_the_story_makes_a_caption_of_it() -> None:
    story = (
        "The ferry to the outer islands will not sail before the end of the week, the council of "
        "Tarvik said on Monday, and the army is to bring flour and oil by boat.",
        "Nobody has been hurt. “We are cold and we are cross,” said Petra Hollin, who runs the shop "
        "on the largest of the islands and has sold her last candles.",
        "The council hopes for a calmer sea on Friday, and has hired a tug from the south. - Reuters",
    )
    top = ("Ferry to the islands stays in port", "The ferry in the harbour of Tarvik. - Reuters")
    text = "\n\n".join((*top, *story))
    page = Page(location="p", key="p", sha256="", media="text", text=text, encoding="utf-8")
    document = clean(page).document
    assert (document.title, document.outlet) == (top[0], None)
    assert top[1] not in document.text and story[2] in document.text

"""Addresses left in a page's markup, and whose matter they betray."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.link.leftovers import betrayed_by_leftovers
from histor.records import Document
from tests.clean.test_clean import FIRST, SECOND, THIRD, page

PAGE = (
    "<html><head><title>The bridge at Tarvik</title>{head}"
    '<meta property="og:site_name" content="Hill Notes"></head><body>'
    '<nav><a href="https://www.reuters.com/">Reuters</a></nav>'
    f"<article><h1>The bridge at Tarvik</h1>{{picture}}<p>{FIRST}</p><p>{SECOND}</p>"
    f"<p>{THIRD}</p></article><footer><img src='https://cdn.cnn.com/teaser.jpg'></footer>"
    "</body></html>"
)


def betrayed(document: Document, source: str) -> set[str]:
    found = list(betrayed_by_leftovers(document))
    assert all(source[words.start : words.end] == words.text for _, words in found)
    return {name for name, _ in found}


@pytest.mark.parametrize(
    ("head", "picture", "names"),
    [
        ("", "", set()),
        ("", "<img src='https://i.guim.co.uk/img/media/bridge.jpg'>", {"Guardian"}),
        ("", "<iframe src='//player.france24.com/embed/1'></iframe>", {"France 24"}),
        ("", "<img src='https://pictures.hillnotes.example/bridge.jpg'>", set()),
        ("<link rel='canonical' href='https://www.dw.com/en/bridge'>", "", {"Deutsche Welle"}),
    ],
)
def test_pictures_players_and_the_canonical_page(head: str, picture: str, names: set[str]) -> None:
    source = PAGE.format(head=head, picture=picture)
    assert betrayed(clean(page(source, "html")).document, source) == names


@pytest.mark.parametrize(
    ("left", "names"),
    [
        ("” data-script=”https://static.lemonde.fr/player/index.js” >", {"Le Monde"}),
        ("” data-script=”https://static.tarvikpost.example/player.js” >", {"tarvikpost.example"}),
        ("” data-script=”https://www.youtube.com/player.js” >", set()),
    ],
)
def test_remains_of_markup_in_a_page_saved_as_text(left: str, names: set[str]) -> None:
    source = "\n\n".join(["Hill Notes", "The bridge at Tarvik", left, FIRST, SECOND, THIRD])
    assert betrayed(clean(page(source)).document, source) == names


def test_a_page_s_own_address_betrays_nothing() -> None:
    source = PAGE.format(head="<link rel=canonical href='https://www.dw.com/en/a'>", picture="")
    source = source.replace('<meta property="og:site_name" content="Hill Notes">', "")
    assert betrayed(clean(page(source, "html")).document, source) == set()

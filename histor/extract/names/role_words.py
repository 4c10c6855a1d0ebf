"""The words of titles and offices: what a title is made of, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from histor.extract.evidence import span_of
from histor.extract.lexicons import offices, titles, trades
from histor.extract.names.affiliations import countries_in
from histor.extract.places.gazetteer import is_known_place
from histor.records import Document, Role

__all__ = [
    "ARTICLES", "LOCAL", "REACH", "SHORT_TITLES", "SURNAMES", "TIMES", "is_a_person", "is_head",
    "is_title",
    "name_ending_at", "opens_whole_title", "owner", "plain", "role", "text_of", "title_words",
]  # fmt: skip

#: words a title may have
REACH = 7
ARTICLES = frozenset(["the", "a", "an", "another", "one"])
#: titles as they are shortened before a name
SHORT_TITLES = frozenset(
    "gov sen rep gen lt col maj capt sgt prof rev adm brig cmdr amb insp supt det spc cpl pvt pfc "
    "lcpl cdr const".split()
)
#: points, and marks of width and direction
_UNSEEN = ".\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_OWNING = frozenset(["POS", "PRP$"])
#: titles that are surnames too
SURNAMES = frozenset(
    "king major bishop pope judge prince marshal doctor nurse abbot chancellor justice queen "
    "sultan captain general constable".split()
)
#: words that open a title
_OPENING = frozenset("foreign prime deputy vice acting former interim first chief senior".split())
#: words before a title and whose it is: "former Chilean minister"
TIMES = frozenset(["former", "outgoing", "incoming", "acting", "late", "retired", "current", "new"])
#: bodies whose heads and spokesmen are told right behind their names
_BODIES = frozenset(
    "council committee commission agency ministry bureau board authority department service".split()
)
#: offices of a place, which stands right before them
LOCAL = frozenset(["governor", "gov", "mayor"])


@cache
def title_words() -> frozenset[str]:
    """Return the words of which a title is made, its head among them."""
    return titles() | offices() | _OPENING


def is_title(token: Token) -> bool:
    """Say whether a word is a title's head, in full or shortened."""
    return plain(token) in titles() or plain(token) in SHORT_TITLES


def plain(token: Token) -> str:
    """Return a word in lower case, without points and the marks that no reader sees."""
    return token.lower_.strip(_UNSEEN)


def _is_trade(token: Token) -> bool:
    plain = token.text.islower() or (bool(token.is_sent_start) and token.text.istitle())
    return plain and token.lower_ in trades()


def is_head(token: Token) -> bool:
    """Say whether a word is the head of a title or trade."""
    return is_title(token) or _is_trade(token)


def role(
    document: Document, title: Sequence[Token], of: Sequence[Token], words: Sequence[Token]
) -> Role:
    """Return the role of a title and whose it is; ``words`` are all that tell it."""
    return Role(
        title=_title_text(document, title).strip(_UNSEEN[1:]),
        of=text_of(document, of),
        evidence=(span_of(document, words[0].idx, words[-1].idx + len(words[-1].text)),),
    )


def _title_text(document: Document, title: Sequence[Token]) -> str:
    """Return a title as it stands on the page; in "former Chilean minister", without whose."""
    doc = title[0].doc if title else None
    between = doc[title[0].i : title[-1].i] if doc is not None else ()
    if any(t not in title and t.tag_ not in _OWNING for t in between):
        return " ".join(t.text for t in title).replace(" - ", "-")
    return text_of(document, title) or ""


def name_ending_at(doc: Doc, last: int) -> list[Token]:
    """Return the words of the name that ends with a token."""
    first = last
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    return list(doc[first : last + 1])


def is_a_person(token: Token) -> bool:
    """Say whether a word is of a person's name, not of a title read into it."""
    if plain(token) in title_words() or plain(token) in SHORT_TITLES:
        return False
    return token.ent_type_ == "PERSON" and not _country(token) and not _of_a_title(token)


def _of_a_title(token: Token) -> bool:
    """Say whether a single word read as a person stands before an office: "Salto Governor"."""
    doc, alone = token.doc, token.ent_iob_ == "B"
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return alone and behind is not None and behind.lower_.strip(".") in LOCAL


def _country(token: Token) -> bool:
    """Say whether a word that was read as part of a person's name is a place's: "US Secretary"."""
    if token.text in {"US", "U.S.", "UK", "U.K.", "EU", "UN"} or is_known_place(token.lower_):
        return True
    return bool(countries_in(token.text))


def opens_whole_title(word: Token) -> bool:
    """Say whether a word opens "Fire Chief" or "District Attorney", which is all title."""
    following = word.doc[word.i + 1 : word.i + 2].text.lower()
    if word.lower_ == "district":
        return following in {"attorney", "judge"}
    return word.lower_ == "fire" and following in titles()


def owner(words: list[Token]) -> list[Token]:
    """Return the leading words that name a country, body or group."""
    found = _whole_body(words)
    for word in () if found else words[:-1]:
        known = word.lower_ in title_words() or plain(word) in SHORT_TITLES
        of_title = word.ent_type_ == "PERSON" and known
        if not word.ent_type_ or is_a_person(word) or of_title or word.lower_ in offices():
            break
        if opens_whole_title(word):
            break
        if found and word.text.islower() and word.pos_ in {"ADJ", "NOUN"}:
            break  # "U.N. | human rights chief"
        found.append(word)
    # a "Cuban-American scientist" is of neither
    following = words[len(found) : len(found) + 1]
    return [] if following and following[0].text == "-" else found


def _whole_body(words: list[Token]) -> list[Token]:
    """Return the name of a council or the like with all its words: "National Security Council"."""
    first = words[0] if words else None
    if first is None or first.ent_iob_ != "B" or first.ent_type_ != "ORG":
        return []
    named = 1
    while named < len(words) and words[named].ent_iob_ == "I":
        named += 1
    whole = 1 < named < len(words) and words[named - 1].lower_ in _BODIES
    return words[:named] if whole else []


def text_of(document: Document, words: Sequence[Token]) -> str | None:
    """Return the words' text as it stands on the page; none of none."""
    if not words:
        return None
    return document.text[words[0].idx : words[-1].idx + len(words[-1].text)]

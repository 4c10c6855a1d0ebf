"""Names that the words beside them tell to be a body's: "the opposition party, X", "X said it"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from histor.extract.lexicons import sayings
from histor.extract.names.name_kinds import BODY_NOUNS
from histor.extract.places.gazetteer import is_known_place

__all__ = ["is_told_a_body"]

#: what a body is called before its name or behind it
_NOUNS = BODY_NOUNS | {"alliance", "newspaper", "front", "league"}
#: who speaks for a body: a person has spokesmen, too, but no place that is on no map
_SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson chairman chairwoman chairperson secretary-general "
    "treasurer founder co-founder".split()
)
_OF = frozenset(["for", "of"])
#: words from an article to the noun of a phrase in apposition
_APPOSED = 5
#: verbs behind which "it" is who speaks, and helpers behind that
_VOWING = sayings() | frozenset("deny vow promise warn believe expect hope fear pledge".split())
_HELPERS = frozenset("would will had has was is could did does".split())


def is_told_a_body(doc: Doc, first: int, last: int, *, place: bool) -> bool:
    """Say whether the words beside a name tell that it is a body's.

    Args:
        doc: the page.
        first: the name's first word.
        last: its last one.
        place: whether it was read as a place's name.
    """
    if is_known_place(doc[first : last + 1].text.lower()):
        return False
    if last == first and _is_borne(doc, first):
        return False
    if _is_it(doc, last) or (last == first and _reports(doc, last)):
        return True
    if last == first and (_is_named_so(doc, first) or _is_described(doc, last)):
        return True
    return place and _has_spokesmen(doc, first)


def _is_borne(doc: Doc, at: int) -> bool:
    """Say whether somebody whom the page names in full bears a word."""
    word = doc[at].text
    return any(
        e.label_ == "PERSON" and len(e) > 1 and word in {e[0].text, e[-1].text} for e in doc.ents
    )


def _is_named_so(doc: Doc, first: int) -> bool:
    """Say whether a name stands in apposition to what it is: "the opposition party, X,"."""
    if first < 2 or doc[first - 1].text != "," or first + 1 >= len(doc):
        return False
    noun, behind = doc[first - 2], doc[first + 1]
    closed = behind.is_punct or behind.is_space
    return closed and noun.lower_ in _NOUNS and noun.text.islower()


def _is_described(doc: Doc, last: int) -> bool:
    """Say whether a phrase behind a name tells what it is: "X, the main opposition party,"."""
    behind = doc[last + 1 : last + 3 + _APPOSED]
    if len(behind) < 3 or behind[0].text != "," or behind[1].lower_ not in {"the", "a", "an"}:
        return False
    noun = next((t for t in behind[2:] if t.pos_ == "NOUN"), None)
    while noun is not None and noun.i + 1 < len(doc) and noun.nbor(1).pos_ == "NOUN":
        noun = noun.nbor(1)  # "the main opposition | party"
    return noun is not None and noun.lower_ in _NOUNS and noun.i < last + 3 + _APPOSED


def _is_it(doc: Doc, last: int) -> bool:
    """Say whether a name says of itself what "it" does: "X said it would not cooperate"."""
    words = doc[last + 1 : last + 5]
    if len(words) < 3 or words[0].lemma_.lower() not in _VOWING or words[0].pos_ != "VERB":
        return False
    at = 1 + (words[1].lower_ == "that")
    if len(words) <= at + 1 or words[at].lower_ != "it" or words[at + 1].lower_ not in _HELPERS:
        return False
    return _is_its_own(words[at], words[at + 1])


def _is_its_own(it: Token, helper: Token) -> bool:
    """Say whether "it" does something, and is not what rains or seems."""
    verb = it.head
    if helper.lower_ in {"was", "is"} and verb.pos_ != "VERB":
        return False  # "said it was cold"
    expletive = it.dep_.startswith("expl") or any(
        c.dep_ in {"csubj", "ccomp"} for c in verb.children
    )
    return verb.pos_ == "VERB" and not expletive


def _reports(doc: Doc, last: int) -> bool:
    """Say whether a lone name reports what it did not see: "…, X reported."."""
    if last + 2 >= len(doc) or doc[last + 1].lemma_.lower() != "report":
        return False
    verb, behind = doc[last + 1], doc[last + 2]
    told = verb.tag_ in {"VBD", "VBZ"} and verb.pos_ == "VERB"
    return told and (behind.text == "." or behind.lower_ == "that")


def _has_spokesmen(doc: Doc, first: int) -> bool:
    """Say whether somebody speaks for a name that is on no map: "a spokesman for X"."""
    if first < 2 or doc[first - 1].lower_ not in _OF:
        return False
    return doc[first - 2].lower_ in _SPEAKERS

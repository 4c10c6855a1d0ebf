"""Surnames and initials that the model passed over where it read them elsewhere on the page."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from histor.extract.lexicons import titles
from histor.extract.names.affiliations import countries_in
from histor.extract.places.gazetteer import is_known_place
from histor.extract.tokens import tokens_with

__all__ = ["mark_again"]

#: letters of a surname, and words of a whole name
_LETTERS, _WORDS = 4, 2
#: letters of the shortest initials
_INITIALS = 3


def mark_again(doc: Doc) -> None:
    """Make names of ``doc.ents`` of bare surnames in a text that were read as no name.

    "Castell said" is a person's where the page has "Minister Ana Castell"; "Castell Bridge" is not.
    So with the initials of a body: "ARW said", where they were read as a name once.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for ent in doc.ents:
        if ent.label_ == "PERSON" and len(ent) >= _WORDS and _is_surname(ent[-1].text):
            bearers[ent[-1].text].add(ent.text)
    alone = [name for name, whole in bearers.items() if len(whole) == 1]
    found = [
        Span(doc, token.i, token.i + 1, label="PERSON")
        for token in tokens_with(doc, "ORTH", alone)
        if not token.ent_type_ and token.pos_ == "PROPN" and _stands_alone(doc, token.i)
    ]
    initials = {e.text for e in doc.ents if e.label_ == "ORG" and _are_initials(e)}
    found += [
        Span(doc, token.i, token.i + 1, label="ORG")
        for token in tokens_with(doc, "ORTH", initials)
        if not token.ent_type_ and token.pos_ == "PROPN" and _stands_alone(doc, token.i)
    ]
    if found:
        doc.set_ents([*doc.ents, *found])


def _are_initials(name: Span) -> bool:
    return len(name) == 1 and len(name.text) >= _INITIALS and name.text.isupper()


def _is_surname(word: str) -> bool:
    """Say whether a name's last word means nothing else: no title, place or people."""
    if len(word) < _LETTERS or not word.isalpha() or not word.istitle():
        return False
    return not (word.lower() in titles() or is_known_place(word.lower()) or countries_in(word))


def _stands_alone(doc: Doc, at: int) -> bool:
    """Say whether no other capitalised word stands beside a name, nor a hyphen."""
    before = doc[at - 1] if at > 0 and not doc[at].is_sent_start else None
    behind = doc[at + 1] if at + 1 < len(doc) else None
    if before is not None and (before.text == "-" or (before.is_title and before.is_alpha)):
        return before.lower_ in titles()
    return behind is None or not (behind.text == "-" or (behind.is_title and behind.is_alpha))

"""Whose a share or a sum is: what fell by nine percent, who spent two billion yen."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["called", "payer_of", "share_of"]

#: verbs of what comes to more or less
_CHANGING = frozenset(
    "fall drop rise gain lose plunge slump jump climb grow shrink surge soar increase decline "
    "tumble sink advance slip ease shed dip contract expand".split()
)
#: nouns of the same
_CHANGES = frozenset(
    "rise increase drop fall cut decline growth raise reduction hike jump surge".split()
)
#: verbs of what is done with money
_PAYING = frozenset(
    "spend receive pay lose owe earn invest donate pledge allocate borrow collect "
    "contribute".split()
)
_JOINING = frozenset(["and", "while", "but", ";", ","])
_SHARES = frozenset(["percent", "%", "cent"])
#: words from one share to the next of the same people
_NEAR = 16
#: words from a share to the noun of a change
_REACH = 2


def share_of(number: Token, behind: Sequence[Token]) -> Token | None:
    """Return of what a share without "of" is told: "| unemployment | rose to 12 percent".

    ``behind``: the words of the sentence behind the number.
    """
    noun = next((t for t in behind[: _REACH + 1] if t.lemma_.lower() in _CHANGES), None)
    if noun is not None and noun.pos_ == "NOUN":  # "a 20 percent rise in | budgets"
        of = (c for c in noun.children if prepositions(c) & {"in", "of"})
        return next((c for c in of if c.pos_ in {"NOUN", "PROPN"}), None)
    verb = next((a for a in number.ancestors if a.pos_ == "VERB"), None)
    if verb is not None and verb.i < number.i and verb.lemma_.lower() in _CHANGING:
        return _subject(verb)
    return _same_as_before(number)


def payer_of(currency: Token) -> Token | None:
    """Return who is told to spend, get or owe a sum; none where no verb says so."""
    verb = next((a for a in currency.ancestors if a.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _PAYING:
        return None
    return _subject(verb)


def called(noun: Token) -> str:
    """Return the words for whose a figure is: the name that a noun is of or stands before."""
    named = next((c for c in noun.children if c.i == noun.i + 1 and c.ent_type_), noun)
    span = next((e for e in noun.doc.ents if e.start <= named.i < e.end), None)
    if span is not None:
        return span.text
    lefts = [c.i for c in noun.lefts if c.dep_ in {"amod", "compound"}]
    return noun.doc[min([noun.i, *lefts]) : noun.i + 1].text


def _subject(verb: Token) -> Token | None:
    own = (c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i)
    return next((c for c in own if c.pos_ in {"NOUN", "PROPN"}), None)


def _same_as_before(number: Token) -> Token | None:
    """Return of whom the share before was told: "56 percent of | voters | did, 29 percent not"."""
    before = number.doc[max(number.sent.start, number.i - _NEAR) : number.i]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].lower_ in _SHARES), None)
    if at is None or number.nbor(-1).lower_ not in _JOINING:
        return None
    of = before[at + 1 : at + 2]
    if not len(of) or of[0].lower_ != "of":
        return None
    return next((t for t in before[at + 2 :] if t.pos_ in {"NOUN", "PROPN"}), None)

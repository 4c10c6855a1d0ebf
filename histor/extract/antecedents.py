"""Whom a relative pronoun or a word beside a name stands for, and which words name a party."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.passives import (
    is_reduced,
    subjects_before,
)

__all__ = ["DEPTH", "antecedent_of", "case_of", "has_name", "names_party"]

DEPTH = 4


def names_party(head: Token) -> bool:
    """Say whether a phrase can name a party: a name, a pronoun, or people and bodies."""
    if head.tag_ in {"PRP", "WP"} or head.ent_type_ or head.pos_ == "PROPN":
        return True
    if head.lemma_.lower() in party_words():
        return True
    if any(_is_named_behind(c) for c in head.children):
        return True
    return head.pos_ == "NUM" and not any(c.dep_ == "nmod" for c in head.children)


def _is_named_behind(name: Token) -> bool:
    """Say whether a person's name stands behind what he is: "a Peruvian blogger, | A. B. |"."""
    if name.ent_type_ != "PERSON" or name.dep_ not in {"appos", "conj"}:
        return False  # an apposition may be read as a second person
    return name.left_edge.text == "," or name.doc[name.left_edge.i - 1].text == ","


def has_name(head: Token) -> bool:
    """Say whether a phrase has a name in it: "the Chilean | army"."""
    return any(c.ent_type_ for c in head.children)


def case_of(token: Token) -> str:
    """Return the preposition of a phrase in lower case; empty where it has none."""
    cases = [c.lower_ for c in token.children if c.dep_ == "case"]
    if cases:
        return cases[0]
    first = token.left_edge.i  # "the exit | of | A. B.", which the tree hangs on the exit
    before = token.doc[first - 1] if first > token.sent.start else token
    hung = before.dep_ == "case" and before.i > token.head.i == before.head.i
    return before.lower_ if hung and token.dep_ == "nmod" else ""


def antecedent_of(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for; another word is returned as it is."""
    if token.tag_ in {"WP", "WDT"} or token.lower_ in {"who", "which", "that"}:
        clause = token.head
        for _ in range(DEPTH):
            if clause.dep_ == "acl:relcl":
                noun = clause.head  # "A. B., a reporter who was shot"
                if token.lower_ == "who" and not names_party(noun):
                    noun = _right_before_who(token, noun) or noun
                apposed = noun.dep_ == "appos" and not noun.ent_type_
                return (_described_before(noun) or noun) if apposed else noun
            if clause.dep_ not in {"conj", "xcomp", "ccomp"}:
                break
            clause = clause.head
    if token.pos_ == "VERB" and is_reduced(token):
        return subjects_before(token)[-1]
    return token


def _right_before_who(who: Token, thing: Token) -> Token | None:
    """Return who is named right before "who", which the tree hangs on a thing.

    "The house of | A. B. |, who was killed".
    """
    if who.i <= thing.i + 1:
        return None
    name = who.doc[who.i - 1 - (who.nbor(-1).text == ",")]
    while name.dep_ in {"flat", "compound"} and thing.i < name.head.i:
        name = name.head
    return name if thing.i < name.i and names_party(name) else None


def _described_before(noun: Token) -> Token | None:
    """Return the person whom an apposition describes: "the house of A. B., | a reporter |"."""
    if noun.head.ent_type_ == "PERSON":
        return noun.head
    comma = noun.left_edge.i - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return None
    name = noun.doc[comma - 1]
    while name.dep_ == "flat" and name.head.ent_type_ == "PERSON":
        name = name.head
    return name if name.ent_type_ == "PERSON" else None

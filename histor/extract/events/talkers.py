"""Who talks with somebody though the word for their talks does not govern him.

Who did something in a call with another, is in a town for talks with him, told him something in
the call, or will visit him on his invitation, is there.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.party_phrases import PHRASE, phrase_of
from histor.extract.tokens import prepositions

__all__ = ["subjects_over", "talkers"]

_TALKS = frozenset("talk talks meeting call discussion negotiation summit conversation".split())
_THERE = frozenset(["in", "at"])
#: verbs of what one does with an invitation
_TAKING_UP = frozenset("accept decline reject receive".split())
_HAVING = frozenset(["hold", "have", "make", "conduct"])
_OF_ONE = frozenset(["he", "she"])


def talkers(talks: Token) -> tuple[Span, ...]:
    """Return who takes part in the talks or the visit that a word names, beside those it names."""
    if talks.pos_ == "VERB":
        return tuple(map(phrase_of, _invited(talks) if talks.lemma_.lower() == "visit" else []))
    if talks.pos_ != "NOUN":
        return ()
    found = _who_did_so(talks)
    if not found and talks.lemma_.lower() in _TALKS:
        if told := _who_told(talks):
            return tuple(map(_name_at, told))
        found = _who_came(talks) or _who_had(talks) or _whose(talks)
    return tuple(map(phrase_of, found))


def _name_at(word: Token) -> Span:
    """Return the name that a word is of, whatever else its tree makes of it."""
    named = (e for e in word.doc.ents if e.start <= word.i < e.end)
    return next(named, None) or phrase_of(word)


def subjects_over(verb: Token) -> list[Token]:
    """Return the subjects of a verb, else of that which it goes on: "went on to stress that"."""
    while True:
        own = [c for c in verb.children if c.dep_.startswith("nsubj")]
        goes_on = verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ == "VERB"
        asked = verb.dep_ == "xcomp" and any(c.dep_ in {"obj", "iobj"} for c in verb.head.children)
        if own or not goes_on or asked:
            return own
        verb = verb.head


def _who_did_so(talks: Token) -> list[Token]:
    """Return who had the talks in which he did something: "backed X in a call with Y".

    So it is with "spoke to reporters after talks with Y".
    """
    within = prepositions(talks) == {"in"} and talks.dep_ in PHRASE
    if talks.lemma_.lower() in _TALKS and talks.dep_ == "obl":
        within = bool(prepositions(talks) & {"after", "following", "during"})
    if not within or not _has_other(talks):
        return []
    verb = next((a for a in talks.ancestors if a.pos_ == "VERB"), None)
    subjects = subjects_over(verb) if verb is not None else []
    return [s for s in subjects if s.i < talks.i and names_party(s)]


def _who_came(talks: Token) -> list[Token]:
    """Return who is where he is for talks: "X, who was in Lima for talks with Y"."""
    if "for" not in prepositions(talks) or not _has_other(talks):
        return []
    town = talks.head
    if talks.dep_ in {"acl:relcl", "appos", "parataxis"}:
        return [town] if town.ent_type_ == "PERSON" else []
    if not prepositions(town) & _THERE:
        return []
    if town.dep_ in {"obl", "iobj"} and town.head.pos_ == "VERB":
        before = [s for s in subjects_over(town.head) if s.i < town.i]
        beside = any(t.text == "," for t in talks.doc[before[0].i : town.i]) if before else False
        return [s for s in before if beside and s.ent_type_ == "PERSON"]
    return [town.head] if town.head.ent_type_ == "PERSON" else []


def _who_told(talks: Token) -> list[Token]:
    """Return both who talked, where one told the other something: "in a call, X told Y that"."""
    within = talks.dep_ in {"obl", "iobj"} and prepositions(talks) & {"in", "during"}
    if not within or talks.tag_ != "NN" or _has_other(talks):
        return []
    heard = [c for c in talks.head.children if c.dep_ in {"obj", "iobj"} and c.i > talks.head.i]
    told = [s for s in subjects_over(talks.head) if names_party(s)]
    heard = [h for h in heard if h.ent_type_ == "PERSON"]
    return [*told, *heard] if told and heard else []


def _who_had(talks: Token) -> list[Token]:
    """Return who had talks in a clause that says when another was: "a day after he held a call"."""
    verb = talks.head
    if talks.dep_ != "obj" or verb.lemma_.lower() not in _HAVING or verb.dep_ != "advcl":
        return []
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if not own or own[0].lower_ not in _OF_ONE:
        return []
    return [s for s in subjects_over(verb.head) if s.ent_type_ == "PERSON" and s.i < own[0].i]


def _whose(talks: Token) -> list[Token]:
    """Return whose talks they are, if one alone can be meant: "X spoke of his call with Y"."""
    his = any(c.tag_ == "PRP$" and c.lower_ in {"his", "her"} for c in talks.children)
    if not his or not _has_other(talks) or talks.head.pos_ != "VERB":
        return []
    if any(c.dep_ in {"obj", "iobj"} and c.tag_ != "PRP" for c in talks.head.children):
        return []
    return [s for s in subjects_over(talks.head) if s.ent_type_ == "PERSON"]


def _invited(visit: Token) -> list[Token]:
    """Return who is asked to make a visit: "X accepted an invitation to visit Y"."""
    asked = visit.head
    if visit.dep_ != "acl" or asked.lemma_.lower() != "invitation" or asked.dep_ != "obj":
        return []
    if asked.head.lemma_.lower() not in _TAKING_UP:
        return []
    return [s for s in subjects_over(asked.head) if names_party(s)]


def _has_other(talks: Token) -> bool:
    """Say whether talks name with whom they are."""
    return any("with" in prepositions(c) for c in talks.children)

"""Verbs of deeds that, with what they govern here, are no deed: "provided an overview".

The words are of general knowledge.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.weapons import weapon_type
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import NEGATIONS, prepositions

__all__ = ["is_everyday"]

#: verbs, and what they govern where they tell no deed
_GOVERNED = {
    "provide": "overview update detail information evidence insight explanation answer estimate "
    "example opportunity figure chance glimpse context excuse reason cover backdrop proof clue",
    "return": "call message email request phone",
    "seek": "comment clarification information explanation answer",
    "appeal": "decision ruling verdict sentence conviction judgment judgement case",
    "deliver": "speech address verdict statement lecture sermon message report ruling keynote",
    "give": "speech interview",
    "send": "message signal letter email text note matter report file signal reminder invitation",
    "withdraw": "money cash pension application bid complaint statement remark comment savings "
    "report story article post video book image photo tweet claim "
    "deposit salary request bill nomination name support motion amendment offer proposal candidacy",
    "accept": "appointment nomination post job role award prize medal candidacy",
    "cancel": "ticket booking reservation holiday vacation subscription",
    "violate": "constitution law rule regulation principle oath ethic policy",
    "occupy": "vehicle car seat room position post place bed",
    "yield": "result fruit return benefit evidence profit clue information nothing outcome crop",
    "restore": "deterrence calm order peace confidence trust faith penalty stability credibility "
    "balance pride hope",
    "defeat": "plot conspiracy coup motion amendment bill virus disease scheme purpose object deal "
    "agreement accord treaty pact measure legislation law referendum proposal resolution reform",
    "offer": "condolence glimpse insight explanation resistance view point perspective opinion "
    "account assessment version proof evidence comment detail justification reason refund discount "
    "ticket prize product course",
    "clear": "mine landmine debris rubble snow mud way path name throat table",
    "throw": "body corpse remains",
    "dump": "body corpse remains",
    "strike": "nerve chord tone balance note pose cord",
}
_BY_VERB = {verb: frozenset(nouns.split()) for verb, nouns in _GOVERNED.items()}
#: verbs that are hardly ever an attack or a protest, whatever stands around them
_PEACEFUL = frozenset(
    "defuse deal fly drive arrive travel land join meet return head leave depart go come agree "
    "attend".split()
)
_FORCEFUL = frozenset(["ASSAULT", "PROTEST"])
#: nouns of which the verb alone is a deed
_AS_VERBS = frozenset(["level", "pound", "stone", "ram", "target", "hunt"])
_COURTS = frozenset(["court", "tribunal", "judge", "chamber"])
#: what soldiers fight for
_FOUGHT_FOR = frozenset("retake recapture capture hold regain repel expel seize control".split())
_OBJECTS = frozenset(["obj", "nsubj:pass"])


def is_everyday(word: Token, kind: str) -> bool:
    """Say whether a word read as a deed of a type tells an act of everyday."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN":
        return (
            lemma in _AS_VERBS
            or (lemma == "demonstration" and _of_a_thing(word))
            or (lemma == "rally" and kind == "PROTEST" and _of_a_candidate(word))
            or (kind == "THREATEN" and _warns_travellers(word))
        )
    objects = [c for c in word.children if c.dep_ in _OBJECTS]
    if any(c.lemma_.lower() in _BY_VERB.get(lemma, ()) for c in objects):
        return True
    if lemma == "seek" and any(c.lower_ == "medical" for o in objects for c in o.children):
        return True  # "sought medical help"
    if lemma == "air":  # "the film airs at nine"
        return True
    if kind in _FORCEFUL and lemma in _PEACEFUL and weapon_type(word) is None:
        return True
    if lemma == "demonstrate":  # "demonstrated its resolve"
        return bool(objects) or any(c.dep_ in {"ccomp", "xcomp"} for c in word.children)
    if lemma == "prevent":  # "preventing violence"
        return bool(objects) and not any(_is_somebody(c) for c in objects)
    if lemma == "hold" and any(_is_from(c) for c in word.children):
        return True  # "held the rebels from making progress"
    if lemma == "receive" and kind == "REJECT":  # "the last such report that we receive"
        return not any(c.lower_ in NEGATIONS for c in word.children)
    if lemma == "complete":  # "completed a bridge"; a noun behind it names its own deed
        return True
    if lemma == "fight":
        ends = [c for c in word.children if c.dep_ == "xcomp"]
        return bool(ends) and not any(c.lemma_.lower() in _FOUGHT_FOR for c in ends)
    return lemma == "appeal" and any(
        "to" in prepositions(c) and _is_court(c) for c in word.children if c.dep_ == "obl"
    )


def _is_from(clause: Token) -> bool:
    """Say whether a clause tells what somebody is kept from: "from making progress"."""
    return clause.tag_ == "VBG" and any(c.lower_ == "from" for c in clause.children)


def _of_a_thing(noun: Token) -> bool:
    """Say whether a noun shows something: "a demonstration of the fact"."""
    of = [c for c in noun.children if c.dep_ == "nmod" and "of" in prepositions(c)]
    return any(not _is_somebody(c) for c in of)


def _of_a_candidate(rally: Token) -> bool:
    """Say whether a rally is one that somebody holds to be elected: "| Diaz | rallies"."""
    before = [c for c in rally.children if c.dep_ in {"compound", "nmod:poss"}]
    return any(c.ent_type_ == "PERSON" or c.lower_ == "campaign" for c in before)


def _is_somebody(word: Token) -> bool:
    return bool(word.ent_type_) or word.tag_ == "PRP" or word.lemma_.lower() in party_words()


def _is_court(word: Token) -> bool:
    near = (word, *word.children)
    return any(t.lemma_.lower() in _COURTS for t in near)


def _warns_travellers(noun: Token) -> bool:
    """Say whether a warning is one to one's own people: "a caution to travellers"."""
    to = (c for c in noun.children if c.dep_ in {"nmod", "compound"})
    return any(
        c.lemma_.lower() in {"traveller", "traveler", "citizen", "national", "travel"} for c in to
    )

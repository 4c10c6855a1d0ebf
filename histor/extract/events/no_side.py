"""Words beside a deed that name neither side of it: ways, what a charge is of, what a probe is by.

Houses kill nobody, and "the raid on X was a drone strike" names no doer.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.events.event_words import names_event
from histor.extract.events.no_event_party import of_border
from histor.extract.passives import ACCUSING
from histor.extract.places.sites import BUILDINGS
from histor.extract.tokens import VERBS, prepositions

__all__ = ["does_nothing", "is_no_target"]

_WAYS = frozenset(["through", "via"])
_INQUIRIES = frozenset("probe investigation inquiry enquiry".split())
_OF_WHAT = frozenset(["of", "for"])
_JUDGING = frozenset("criticise criticize slam lambast denounce rebuke fault".split())
_CHARGES = frozenset("charge accusation suspicion allegation count".split())
_HARMING = frozenset("kill injure wound maim hurt".split())
_HOUSES = BUILDINGS | frozenset("clinic house home shop store cafe restaurant".split())
#: verbs of talking something over, and of what a meeting was about
_DISCUSSING = frozenset(["discuss", "debate"])
_DEALING = frozenset("focus deal address concern cover centre center discuss".split())
#: words from an owner's mark to what he owns
_NEAR = 3
_SIDES_OF_PLACES = frozenset("north south east west outskirts".split())
_SEATS = frozenset(["capital", "city", "town"])
_IN = frozenset(["in", "at"])


def is_no_target(word: Token, event: Token, kind: str) -> bool:
    """Say whether a word beside a deed names nobody whom it befalls."""
    if _is_way(word) or _is_outside_clause(word, event) or _is_kept_from(word, event):
        return True
    if kind == "ASSAULT" and (of_border(word) or _is_beyond(word, event)):
        return True
    if event.pos_ == "NOUN" and event.lemma_.lower() in _INQUIRIES:
        beside = event.is_ancestor(word) or word.i == event.head.i
        return not beside and not event.head.dep_.startswith("acl") and _stands_apart(word, event)
    if kind == "CONSULT" and (_is_of_seat(word, event) or _is_discussed(word, event)):
        return True
    if event.lemma_.lower() in {"flee", "escape"} and _is_fled(word, event):
        return True
    if _is_as_what(word, event) or _is_of_another_object(word, event):
        return True
    return kind == "ACCUSE" and (_is_in_charge(word, event) or _is_of_whose_deed(word, event))


def does_nothing(word: Token, event: Token) -> bool:
    """Say whether a word beside a deed can do no such thing."""
    if _is_way(word) or of_border(word):
        return True
    if event.lemma_.lower() in _HARMING and word.lemma_.lower() in _HOUSES:
        return not word.ent_type_  # "the bombing of a clinic | that killed nine"
    if event.pos_ == "NOUN" and (
        _does_something_else(word, event) or _does_what_is_over(word, event)
    ):
        return True
    named = event.pos_ == "NOUN" and any(c.dep_ == "cop" for c in event.children)
    is_it = named and word.dep_ == "nsubj" and word.head.i == event.i
    return is_it and names_event(word) and not names_party(word)


def _does_something_else(word: Token, noun: Token) -> bool:
    """Say whether a word stands in a clause below the verb that tells something of a deed.

    "The fight will be helped by | Peru | reaching a deal".
    """
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubj:pass"} or word.i < verb.i or not verb.is_ancestor(word):
        return False
    below = word
    while below.head.i != verb.i:
        below = below.head
    return below.i != word.i and below.pos_ == "VERB"


def _does_what_is_over(agent: Token, noun: Token) -> bool:
    """Say whether a passive over a deed is somebody's: "men held for the raid were tried by N"."""
    verb = agent.head
    if agent.dep_ != "obl:agent" or prepositions(agent) != {"by"}:
        return False
    return verb.i != noun.head.i and verb.head.i != noun.i and verb.is_ancestor(noun)


def _is_way(name: Token) -> bool:
    """Say whether a place is only one on the way: "were sent through X and | Y |"."""
    first = name.head if name.dep_ == "conj" else name
    return name.ent_type_ == "PLACE" and bool(prepositions(first) & _WAYS)


def _is_beyond(word: Token, event: Token) -> bool:
    """Say whether a deed was only on some side of a place: "a shootout north of | Lima |"."""
    for above in word.ancestors:
        if above.i == event.i:
            return False
        if above.lemma_.lower() in _SIDES_OF_PLACES:
            return above.i == event.i + 1
    return False


def _is_kept_from(word: Token, verb: Token) -> bool:
    """Say whether a word stands in what people are kept from: "barred them from the | port |"."""
    if verb.pos_ != "VERB" or not any(names_party(c) for c in verb.children if c.dep_ == "obj"):
        return False
    for above in (word, *word.ancestors):
        if above.head.i == verb.i:
            kept = above.tag_ == "VBG" and any(c.lower_ == "from" for c in above.children)
            return kept and above.i != word.i
    return False


def _is_outside_clause(word: Token, noun: Token) -> bool:
    """Say whether a noun stands in a clause on another, and a word in the clause around that.

    "Lima, which ordered the strikes, closed | Arica |": the strikes were not on Arica.
    """
    clause = next((a for a in noun.ancestors if a.dep_ == "acl:relcl"), None)
    if noun.pos_ != "NOUN" or clause is None or clause.pos_ not in VERBS or word.i < clause.i:
        return False
    return not clause.is_ancestor(word) and clause.head.i != word.i


def _stands_apart(word: Token, noun: Token) -> bool:
    """Say whether a word stands in another phrase of the verb over a noun than its subject's."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubj:pass"} or not verb.is_ancestor(word):
        return False
    return word.i > verb.i


def _is_of_seat(name: Token, event: Token) -> bool:
    """Say whether a name only tells in whose capital talks are: "talks in | X |'s capital"."""
    seat = name.head
    owned = name.dep_ in {"nmod:poss", "amod", "compound"} and seat.lemma_.lower() in _SEATS
    return owned and seat.i != event.i and bool(prepositions(seat) & _IN)


def _is_discussed(word: Token, event: Token) -> bool:
    """Say whether a word only stands in what is discussed, or what a meeting was about."""
    if event.pos_ == "NOUN" and event.dep_ == "nsubj" and event.head.lemma_.lower() in _DEALING:
        return word.i > event.head.i
    if event.lemma_.lower() not in _DISCUSSING:
        return False
    for above in (word, *word.ancestors):
        if above.i == event.i or prepositions(above) & {"with"}:
            return False
        if above.head.i == event.i:
            return above.dep_ in {"obj", "obl"} and above.i != word.i
    return False


def _is_fled(word: Token, flight: Token) -> bool:
    """Say whether a name stands in what people flee from: "fled from | Peru |'s shelling"."""
    for above in (word, *word.ancestors):
        if above.head.i == flight.i:
            return above.dep_ == "obl" and above.i != word.i and prepositions(above) == {"from"}
    return False


def _is_as_what(word: Token, event: Token) -> bool:
    """Say whether a word only tells what who does it is: "as part of the league, Peru struck"."""
    sentence = word.sent
    comma = next((t.i for t in sentence if t.text == ","), -1)
    if sentence[0].lower_ != "as" or not word.i < comma < event.i:
        return False
    opening = sentence.doc[sentence.start : comma]  # "as Peru struck, …" is a clause
    return not any(t.dep_.startswith("nsubj") for t in opening)


def _is_of_another_object(word: Token, verb: Token) -> bool:
    """Say whether a word only describes what the verb before has: "waved | Peru |'s flag and …"."""
    over = verb.head
    if verb.pos_ != "VERB" or verb.dep_ != "conj" or word.i > verb.i or over.pos_ != "VERB":
        return False
    for above in word.ancestors:
        if above.head.i == over.i:
            return above.dep_ == "obj" and above.i > over.i and not names_party(above)
    return False


def _is_of_whose_deed(word: Token, verb: Token) -> bool:
    """Say whether a word is whom another's deed befell: "condemned X's treatment of | miners |"."""
    if verb.pos_ != "VERB":
        return False
    for above in (word, *word.ancestors):
        deed = above.head
        if deed.head.i == verb.i and deed.dep_ == "obj" and above.dep_ == "nmod":
            owned = any(t.tag_ == "POS" for t in deed.doc[max(0, deed.i - _NEAR) : deed.i])
            return owned and "of" in prepositions(above) and deed.i != verb.i
    return False


def _is_in_charge(name: Token, verb: Token) -> bool:
    """Say whether a name only stands in what somebody is accused of: "of filming for | X |"."""
    if verb.lemma_.lower() not in ACCUSING | _JUDGING or name.i < verb.i:
        return False
    for above in name.ancestors:
        if above.i == verb.i or above.lemma_.lower() in _CHARGES:
            return False
        marks = (c for c in above.children if c.lower_ in _OF_WHAT and c.dep_ == "mark")
        marked = any(verb.i < c.i < name.i for c in marks)
        if marked and not names_party(above) and above.head.i == verb.i:
            return True
    return False

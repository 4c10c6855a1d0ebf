"""Crowds that protest, whatever word says so: "massed in the park", "shut a tunnel", a rally.

The words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["crowd_type", "is_chant", "is_crowd"]

#: those who protest by their name, and those who do if the words beside them say so
_PROTESTERS = frozenset(
    "protester protestor demonstrator marcher rioter picketer striker activist opponent".split()
)
_CROWD = _PROTESTERS | frozenset(
    "thousand hundred million dozen ten people crowd supporter mourner worshipper refugee migrant "
    "tourist fan resident student woman man youth worker villager farmer teacher loyalist "
    "islamist secularist secessionist".split()
)
_OF_PROTEST = frozenset(
    "protest protester protestor demonstrator demonstrate demonstration rally march demand against "
    "chant slogan banner placard denounce sit-in riot oppose topple oust ouster resignation "
    "uprising revolution anti-government pro-democracy".split()
)
#: verbs of coming together, and of the way people do it
_MASSING = frozenset(
    "mass amass assemble converge camp throng pour flood fill pack flock swarm encamp".split()
)
_STREETS = frozenset("street square plaza avenue boulevard road".split())
_CHANTING, _CHANTED = frozenset(["chant", "shout", "yell", "sing"]), frozenset(["slogan", "chant"])
#: verbs of standing in the way, and those of stopping one's work
_OBSTRUCTING = frozenset("close shut seal block blockade barricade occupy obstruct".split())
_STOPPING = frozenset("suspend stop halt cease interrupt down".split())
_WORK = frozenset("work working session sitting operation service".split())
#: what people stand in the way of, who are told by no more than their people or their number
_WAYS = frozenset(
    "road crossing bridge street highway motorway railway track junction entrance gate traffic "
    "route lane tunnel intersection roundabout tram".split()
)
_ERECTING = frozenset("set erect build put raise man".split())
_BARRIERS = frozenset(["barricade", "roadblock"])
_PARKING = frozenset("park drive pull put place".split())
_VEHICLES = frozenset("truck lorry tractor bus car vehicle van taxi trailer".split())
_BARRING = frozenset("block blockade barricade obstruct occupy".split())
#: and who stands in it when it is war
_OF_WAR = frozenset("army troop soldier tank force military navy police gunman rebel war".split())
_GATHERINGS = frozenset(["rally", "protest"])
#: what else rallies: prices, cars, candidates
_NO_PROTEST = frozenset(
    "stock share market price index bond car tennis cup motor race driver currency dollar oil gold "
    "campaign election re-election racing trophy title recovery wicket relief".split()
)
_AT = frozenset("at during after outside before ahead".split())
_HOLDING = frozenset(
    "hold stage address attend organise organize join lead call plan disperse break".split()
)
_SPEAKING = frozenset("say tell speak vow promise pledge announce declare boast joke add".split())
_BEFORE = frozenset(["det", "amod", "compound", "nummod", "nmod:poss"])


def crowd_type(word: Token) -> str | None:
    """Return PROTEST of a word that tells that a crowd protests; else none."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN":
        if lemma == "rally" and _is_spoken_at(word):
            return None
        return "PROTEST" if lemma in _GATHERINGS and _is_held(word, lemma) else None
    if word.pos_ != "VERB":
        return None
    if lemma in _MASSING and _masses(word):
        return "PROTEST"
    if lemma in _CHANTING and is_chant(word):
        return "PROTEST"
    objects = [c for c in word.children if c.dep_ in {"obj", "nsubj:pass"}]
    if lemma in _OBSTRUCTING and objects and _by(word, _PROTESTERS):
        return "PROTEST"
    if lemma in _BARRING and _bars_way(word, objects):
        return "PROTEST"
    if lemma in _ERECTING and any(o.lemma_.lower() in _BARRIERS for o in objects):
        people = _by(word, _CROWD) or any(s.tag_ == "NNPS" for s in _subjects(word))
        return None if not people or _by(word, _OF_WAR) else "PROTEST"
    if lemma in _PARKING and _parks_across(word, objects):
        return "PROTEST"
    if lemma in _STOPPING and _stops_work(word, objects):
        return "PROTEST"
    return "PROTEST" if lemma == "rise" and _rises_up(word) else None


def is_crowd(verb: Token) -> bool:
    """Say whether people, and no water, flood or fill a place."""
    return _by(verb, _CROWD)


def is_chant(verb: Token) -> bool:
    """Say whether a verb tells that somebody shouts slogans."""
    return verb.lemma_.lower() in _CHANTING and any(
        c.dep_ in {"obj", "obl"} and not prepositions(c) and c.lemma_.lower() in _CHANTED
        for c in verb.children
    )


def _subjects(verb: Token) -> Sequence[Token]:
    """Return the subjects of a verb, whom a relative pronoun stands for, and who is counted."""
    over, found = verb, []
    while True:
        below = [*over.children, *(g for c in over.children if c.dep_ == "aux" for g in c.children)]
        found = [c for c in below if c.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}]
        if found or over.dep_ not in {"conj", "xcomp"} or over.head.i == over.i:
            break
        over = over.head
    if over.dep_.startswith("acl") and all(c.tag_ in {"WP", "WDT"} for c in found):
        found.append(over.head)
    return [*found, *(c for f in found for c in f.children if c.dep_ in {"nmod", "conj"})]


def _by(verb: Token, whom: frozenset[str]) -> bool:
    return any(s.lemma_.lower() in whom for s in _subjects(verb))


def _masses(verb: Token) -> bool:
    """Say whether people come together to protest: "hundreds massed against X"."""
    if _by(verb, _PROTESTERS):
        return True
    if not _by(verb, _CROWD):
        return False
    words = {t.lemma_.lower() for t in verb.sent}
    return not words.isdisjoint(_OF_PROTEST)


def _parks_across(verb: Token, objects: Sequence[Token]) -> bool:
    """Say whether people bar a road with what they drive: "parked their buses across the road"."""
    near = [c for o in (verb, *objects) for c in o.children]
    across = (c for c in near if prepositions(c) & {"across"} and c.lemma_.lower() in _WAYS)
    return any(o.lemma_.lower() in _VEHICLES for o in objects) and any(across)


def _bars_way(verb: Token, objects: Sequence[Token]) -> bool:
    """Say whether people stand in the way of others: "Latvians blocked the bridge"."""
    if not any(o.lemma_.lower() in _WAYS for o in objects):
        return False
    near = [*verb.children, *(g for c in verb.children for g in c.children)]
    if any(t.lemma_.lower() in _OF_WAR for t in near):
        return False
    return any(
        s.lemma_.lower() in _CROWD or s.tag_ == "NNPS" or (s.ent_type_ and s.tag_ == "NNS")
        for s in _subjects(verb)
    )


def _stops_work(verb: Token, objects: Sequence[Token]) -> bool:
    """Say whether people stop their own work in protest: "halted their work in protest"."""
    own = any(
        o.lemma_.lower() in _WORK and any(c.dep_ == "nmod:poss" for c in o.children)
        for o in objects
    )
    near = (*verb.children, *(c for o in objects for c in o.children))
    return own and any(c.lemma_ == "protest" and "in" in prepositions(c) for c in near)


def _rises_up(verb: Token) -> bool:
    """Say whether people rise up against those who rule them."""
    if not any(c.lower_ == "up" for c in verb.children):
        return False
    against = any("against" in prepositions(c) for c in verb.children if c.dep_ == "obl")
    to_do = any(c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB" for c in verb.children)
    who = any(s.ent_type_ or s.lemma_.lower() in party_words() for s in _subjects(verb))
    return who and (against or to_do)


def _is_spoken_at(rally: Token) -> bool:
    """Say whether somebody speaks to his own followers: "said at a rally in Lima"."""
    verb = rally.head
    says = verb.lemma_.lower() in _SPEAKING and "at" in prepositions(rally)
    own = any(
        c.dep_ == "nsubj" and (c.ent_type_ == "PERSON" or c.tag_ == "PRP") for c in verb.children
    )
    against = any(t.lemma_.lower() in _OF_PROTEST - _GATHERINGS for t in rally.sent)
    return says and own and not against


def _is_of_people(phrase: Token) -> bool:
    return phrase.pos_ == "NUM" or phrase.lemma_.lower() in _CROWD


def _is_held(noun: Token, lemma: str) -> bool:
    """Say whether a noun names a gathering of people who protest: "at a rally in X"."""
    beside = {t.lemma_.lower() for c in noun.children for t in (c, *c.children)}
    if not beside.isdisjoint(_NO_PROTEST):
        return False
    known = any(c.dep_ in _BEFORE for c in noun.children)
    if noun.dep_ in {"obl", "nmod"} and known:
        return bool(prepositions(noun) & _AT)
    if known and any("by" in prepositions(c) and _is_of_people(c) for c in noun.children):
        return True  # "the protest by 200 nurses"
    held = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in _HOLDING
    return held and (known or noun.tag_ == "NNS") and (lemma != "protest" or noun.tag_ == "NN")

"""Which of the names within a phrase names the party: "Peru's former minister A. B." is A. B."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.events.party_phrases import BODIES
from histor.extract.names.affiliations import party_words
from histor.extract.names.two_sides import is_country
from histor.extract.places.sites import BUILDINGS, NAMED_KINDS, named_site
from histor.extract.tokens import prepositions
from histor.records import Entity

__all__ = [
    "CROWDS",
    "HARMED",
    "TIES",
    "bearer_of",
    "cases_of_name",
    "is_aside",
    "is_bare_name",
    "is_behind_town",
    "is_in_town",
    "is_of_nature",
    "is_outlawed",
    "is_own_name",
    "is_post_in",
    "named_state",
    "names_other",
    "stands_on",
]

#: people who do not stand for the government of the capital in which they are
CROWDS = frozenset(
    "crowd mob people person resident inhabitant youth student worker villager civilian thousand "
    "hundred dozen million man woman child family gunman rioter".split()
)
#: and people whom no capital stands for when something befalls them
HARMED = CROWDS | frozenset("protester demonstrator marcher activist supporter".split())
#: participles of those who are behind others, behind a hyphen
TIES = frozenset("linked backed affiliated inspired aligned allied sponsored tied funded".split())
#: those whom no country sends
_OUTLAWS = frozenset(
    "terrorist gunman militant insurgent attacker bandit pirate jihadist extremist kidnapper "
    "hijacker looter".split()
)
#: those who follow somebody
_FOLLOWERS = frozenset(["supporter", "follower", "loyalist", "backer", "fan"])
#: the gazetteer's features of what nobody governs
_NATURE = frozenset(["SEA", "STM", "LK", "MTS", "MT", "DSRT"])
#: arcs from a name or an office up to the person who bears it
#: tags of verbs that no title holds
_MAIN = frozenset(["VB", "VBD", "VBP", "VBZ"])
_TITLE = frozenset(["amod", "compound", "nmod:poss", "nmod:desc"])
_DEPTH = 4
#: nouns behind a country's name that stand for it
_STATES = frozenset(["nation", "country", "state", "republic", "kingdom"])
#: who got what is named before
_HONOURED = frozenset("laureate winner prizewinner medallist medalist nominee finalist".split())
#: what tells that he is so no more
_ONCE = frozenset(["former", "ex", "ex-", "onetime", "retired", "sacked", "dismissed"])
#: what is carried or waved for somebody, and how
_BANNERS = frozenset("flag banner poster portrait placard picture photo photograph".split())
_CARRYING = frozenset(["carry", "wave", "hold", "brandish"])
#: houses of a country, which a town's name before them only places
_POSTS = frozenset(["embassy", "consulate", "mission", "office", "headquarters", "bureau"])
#: what befalls the town in which it is
_RULE = frozenset(["curfew", "lockdown", "siege", "blockade", "emergency"])
#: how something is all over a place, and nobody's
_ALL_OVER = frozenset(["across", "throughout", "around"])
#: what something is in front or in the midst of
_BEFORE = frozenset("front midst vicinity outskirts heart centre center middle edge".split())
_INSIDE = frozenset(["in", "near", "outside", "inside"])
#: last words of names of open ground, on which others act
_GROUNDS = frozenset("square street avenue road boulevard roundabout highway".split())
_MET = frozenset(["obj", "nsubj:pass"])


def bearer_of(word: Token) -> Token | None:
    """Return the person's name in whose title a word stands: "| Peru |'s President A. B."."""
    if word.ent_type_ == "PERSON":
        return None
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    bare = is_office(word) and word.dep_ != "nmod:desc"
    if bare and after.ent_type_ == "PERSON" and after.ent_iob_ == "B":
        return after  # "of the | president | A. B.", read as two phrases
    if (second := _titled_again(word)) is not None:
        return second
    for _ in range(_DEPTH):
        if is_office(word) and _is_apposed(word) and word.head.ent_type_ == "PERSON":
            return word.head  # "A. B., | Peru |'s envoy"
        if word.dep_ not in _TITLE or word.head.i < word.i:
            return None
        if any(t.pos_ == "VERB" and t.tag_ in _MAIN for t in word.doc[word.i + 1 : word.head.i]):
            return None  # "X's minister will meet | A. B. |", read as his title
        outgoing = word.pos_ == "ADJ" and any(c.dep_ == "nmod:desc" for c in word.head.children)
        titled = word.dep_ == "nmod:desc" or is_office(word) or outgoing
        word = word.head
        if word.ent_type_ == "PERSON":
            return word if titled else None
    return None


def _is_apposed(office: Token) -> bool:
    """Say whether an office stands right behind a name, however the comma between is read."""
    joined = office.dep_ == "conj" and not any(c.dep_ == "cc" for c in office.children)
    return office.dep_ == "appos" or (joined and is_aside(office))


def _titled_again(office: Token) -> Token | None:
    """Return the person whom a second office names: "former governor and candidate | A. B.|"."""
    if not is_office(office) or any(c.dep_ in {"det", "nmod:poss"} for c in office.children):
        return None
    joined = (c for c in office.children if c.dep_ == "conj" and c.ent_type_ == "PERSON")
    for person in joined:
        own = [c for c in person.children if c.dep_ == "nmod:desc"]
        if any(c.text == c.lower_ for c in own) and person.i == own[-1].i + 1:
            return person
    return None


def is_office(word: Token) -> bool:
    """Say whether a word names one person by what he is: "president"."""
    lemma = word.lemma_.lower()
    return word.tag_ in {"NN", "NNP"} and lemma in party_words() and lemma not in BODIES


def is_aside(word: Token) -> bool:
    """Say whether a comma stands right before a phrase: "in Lima, | Peru"."""
    first = word.left_edge
    before = first.nbor(-1) if first.i > word.sent.start else first
    return "," in {first.text, before.text}


def is_bare_name(name: Token) -> bool:
    """Say whether a name behind an office has no tie: "the ambassador to Peru | A. B.| died"."""
    marked = any(c.dep_ == "case" for c in name.children)
    return name.dep_ == "nmod" and name.i > name.head.i and is_office(name.head) and not marked


def is_own_name(name: Token, entity: Entity) -> bool:
    """Say whether the name right behind what somebody is is his own: "watchdog | A. B.|"."""
    noun = name.head
    plain = noun.tag_ == "NN" and noun.text == noun.lower_ and noun.lemma_.lower() not in BODIES
    return plain and name.dep_ == "appos" and name.i == noun.i + 1 and entity.kind != "place"


def named_state(noun: Token, at: Mapping[int, Entity]) -> Entity | None:
    """Return the country that a noun is the kind of: "the African nation of Chad"."""
    if noun.lemma_.lower() not in _STATES:
        return None
    of = (c for c in noun.children if c.dep_ == "nmod" and "of" in prepositions(c))
    named = (at.get(c.i) for c in of)
    return next((e for e in named if e is not None and is_country(e)), None)


def names_other(name: Token, head: Token, entity: Entity) -> bool:
    """Say whether a name within a phrase names no party of it.

    Args:
        name: a word of the name.
        head: the phrase's head.
        entity: who or what bears the name.
    """
    noun = name.head
    lemma = noun.lemma_.lower()
    if is_of_nature(entity) or _is_carried(noun):
        return True
    if name.dep_ == "compound" and lemma in _HONOURED:  # "Booker winners"
        return True
    once = any(c.lower_ in _ONCE for c in noun.children) and noun.tag_ == "NN"
    if once and name.dep_ == "compound" and entity.kind == "organization":
        return True  # "a former Interpol chief"
    region = entity.kind == "group" and entity.country is None  # "an Arabian nation"
    if region and not entity.sector and name.dep_ in {"amod", "compound"} and is_office(noun):
        return True  # "the Islamist president"
    unknown = entity.kind == "group" and not (entity.country or entity.sector)
    if unknown and lemma in _FOLLOWERS and name.lower_ not in party_words():
        return True  # "Velik supporters", where he is not told to be a person
    if region and not entity.sector and name.dep_ == "amod" and not names_party(noun):
        return True  # "an Islamic flag"
    if region and noun.tag_ == "NN" and lemma in _STATES and name.dep_ in {"amod", "compound"}:
        return True
    town = entity.kind == "place" and not is_country(entity)
    if town and name.dep_ in {"compound", "nmod:poss"} and lemma in BUILDINGS | _POSTS:
        return True  # "its Lima embassy"
    return _is_told_of(name, head)


def is_outlawed(head: Token) -> bool:
    """Say whether people fight no country's war, whatever country they are in: "gunmen in X"."""
    return head.lemma_.lower() in _OUTLAWS


def is_of_nature(entity: Entity) -> bool:
    """Say whether a name is that of a sea, a river, a lake, a mountain or a desert."""
    return entity.place is not None and entity.place.feature in _NATURE


def _is_carried(flag: Token) -> bool:
    """Say whether a noun is what marchers only carry: "carrying | Velik posters |"."""
    return flag.lemma_.lower() in _BANNERS and flag.head.lemma_.lower() in _CARRYING


def is_post_in(name: Token) -> bool:
    """Say whether a town's name tells where a country's house stands: "its | Lima | embassy"."""
    return name.dep_ == "compound" and name.head.lemma_.lower() in _POSTS


def _is_told_of(name: Token, head: Token) -> bool:
    """Say whether a name stands in a clause about the head: "people who call on X to go"."""
    for above in (name, *name.ancestors):
        if above.i == head.i:
            return False
        if above.dep_ == "acl:relcl":
            return True
    return False


def cases_of_name(word: Token) -> set[str]:
    """Return the prepositions before a name, also where the tree hangs them elsewhere."""
    found = prepositions(word)
    first = _first_of_name(word)
    before = first.nbor(-1) if first.i > word.sent.start else first
    if not found and before.i < first.i and before.tag_ in {"IN", "RP"}:
        return {before.lower_}
    return found


def _first_of_name(word: Token) -> Token:
    """Return the first word of a name, of its sentence."""
    while word.i > word.sent.start and word.ent_iob_ == "I":
        word = word.nbor(-1)
    return word


def is_in_town(noun: Token, at: Mapping[int, Entity]) -> bool:
    """Say whether a noun and the name behind it tell where it was: "fought in the city of Ao"."""
    lemma = noun.lemma_.lower()
    if not prepositions(noun) & _INSIDE:
        return False
    if lemma in _GROUNDS:  # "in Ao's market square"
        return any(c.i in at and at[c.i].kind == "place" for c in noun.children)
    if lemma not in NAMED_KINDS:
        return False
    beside = (noun.head, *noun.head.children)
    if any(c.lemma_.lower() in _RULE for c in beside):
        return False
    site = named_site(noun, at)
    return site is not None and not is_country(site)


def is_behind_town(name: Token) -> bool:
    """Say whether a name stands behind what the place is: "in the capital, | Ao |"."""
    first = _first_of_name(name)
    if first.i - 2 < first.sent.start or first.nbor(-1).text != ",":
        return False
    town = first.nbor(-2)
    return town.lemma_.lower() in NAMED_KINDS and bool(prepositions(town) & _INSIDE)


def stands_on(place: Token, cases: set[str]) -> bool:
    """Say whether a place only tells where something is, whatever its rank.

    Args:
        place: the name's word.
        cases: the prepositions before it.
    """
    if cases & _ALL_OVER or ("of" in cases and place.head.lower_ in _BEFORE):
        return True
    ground = place.lower_ in _GROUNDS or place.head.lower_ in _GROUNDS
    return ground and bool(cases) and place.dep_ not in _MET and "of" not in cases

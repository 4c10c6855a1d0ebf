"""Phrases beside an event that name no party to it: days, places, who tells of it, who hears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.arguments import REFLEXIVE, is_wanted_to
from histor.extract.events.event_words import event_words
from histor.extract.events.nouns_of_deeds import owns_deed
from histor.extract.events.party_phrases import PHRASE
from histor.extract.names.affiliations import demonyms
from histor.extract.places.sites import BUILDINGS, is_side_of, on_streets
from histor.extract.tokens import HYPHENS, hyphened, prepositions
from histor.verb_tags import TENSED

__all__ = [
    "ACCUSING",
    "BORDERS",
    "at_whose_request",
    "dates_it",
    "describes",
    "in_dateline",
    "is_according_to",
    "is_addressee",
    "is_asked",
    "is_in_place",
    "is_in_request",
    "is_of_noun",
    "is_party",
    "is_said_then",
    "is_scene",
    "is_time",
    "is_topic",
    "is_venue",
    "names_war",
    "objects_of",
    "of_border",
    "owns_doer",
    "owns_place",
    "says_it",
    "tells_of_deed",
    "tells_who",
    "whence_or_where",
]

_PLACE_CASES = frozenset(
    ["in", "at", "near", "during", "around", "outside", "across", "over", "from", "according"]
)
ACCUSING = frozenset(
    "accuse blame suspect charge acquit book arrest detain jail convict sentence indict prosecute "
    "try want question imprison".split()
)
#: what somebody says of something
_WORDS = frozenset("remark comment statement speech word post joke question".split())
#: words at a sentence's start among which a dateline ends, and the marks that end it
_DATELINE = 14
_DASHES = frozenset(["—", "–", "--", "-"])
#: what somebody gives who lets others do it, or helps them
_LEAVE = frozenset("consent blessing approval backing permission knowledge help support".split())
_ABOUT = frozenset(["on", "about", "over", "regarding", "concerning"])
#: prepositions of what tells when something was
_DATING = frozenset(["during", "after", "before", "since", "amid", "following"])
#: deeds of those whose they are: "the resignation of A. B."
_LEAVING = frozenset("departure resignation exit surrender defection abdication flight".split())
_REQUESTS = frozenset(["request", "invitation", "behest", "urging", "insistence", "initiative"])
#: marks between what is told and who tells it
_CLOSES = frozenset([",", "”", '"', "—", "–", "-"])
_ENVOYS = frozenset("ambassador envoy representative delegate emissary observer".split())
#: words between "according to" and whom it names
_NEAR = 8
#: a border's country does nothing by it
BORDERS = frozenset(["border", "frontier", "boundary"])
_TELLING = frozenset("say tell add announce declare write state note report claim mention".split())
_TITLE_WORDS = frozenset(["DET", "PROPN", "NOUN", "ADJ"])
_REPORTERS = frozenset(["reporter", "correspondent", "newspaper", "broadcaster", "columnist"])


def describes(noun: Token, doers: Iterable[Span]) -> bool:
    """Say whether a noun only tells what another doer is: "the Ansar, a mainly Tuareg movement"."""
    named = noun.head.ent_type_ or noun.head.pos_ == "PROPN"
    apposed = noun.dep_ == "appos" and noun.pos_ == "NOUN" and named
    return bool(apposed) and any(d.root.i == noun.head.i for d in doers)


def tells_who(word: Token) -> bool:
    """Say whether a phrase only tells who another is: "A. B. of | Peru |", "N, the list,"."""
    of_person = word.dep_ == "nmod" and word.head.ent_type_ == "PERSON"
    return word.dep_ == "appos" or (of_person and "of" in prepositions(word))


def tells_office(word: Token, does: set[int]) -> bool:
    """Say whether a name only tells what office a doer holds: "A. B., head of the | Ao bureau |".

    ``does``: the doers' head words.
    """
    titled = False
    for above in (word, *word.ancestors):
        if above.i in does:
            return titled
        if above.dep_ not in {"nmod", "appos", "compound", "amod", "conj", "nmod:poss"}:
            return False
        titled = titled or above.dep_ == "appos"
    return False


def objects_of(verb: Token) -> set[int]:
    """Return the words of a verb's objects that name parties."""
    return {c.i for c in verb.children if c.dep_ == "obj" and names_party(c)}


def dates_it(word: Token, event: Token) -> bool:
    """Say whether a name only tells when an event was: "shot men during the war against | X |"."""
    for above in (word, *word.ancestors):
        if above.i == event.i:
            return False
        below = above.i != word.i or (event.pos_ == "VERB" and bool(objects_of(event)))
        if below and above.dep_ in {"obl", "nmod"} and prepositions(above) & _DATING:
            return event.is_ancestor(above)
    return False


def is_in_request(word: Token, verb: Token) -> bool:
    """Say whether a name only stands in what another asked for: "her request to see | A. B. |"."""
    for above in word.ancestors:
        if above.i == verb.i:
            return False
        if above.dep_ == "acl" and above.head.lemma_.lower() in _REQUESTS:
            return any(c.dep_ == "nmod:poss" for c in above.head.children)
    return False


def is_topic(what: Token, event: Token) -> bool:
    """Say whether a phrase only tells what talks are on: "talks on the war in X"."""
    for above in (what, *what.ancestors):
        if above.i == event.i or above.pos_ == "VERB":
            return False
        if above.dep_ in {"nmod", "obl"} and prepositions(above) & _ABOUT:
            return True
    return False


def is_spoken_about(what: Token) -> bool:
    """Say whether a name only tells of what somebody spoke: "remarks by X about | Y |"."""
    said = what.head.lemma_.lower() in _WORDS or any(
        c.lemma_.lower() in _WORDS for c in what.head.children
    )
    return what.dep_ == "nmod" and prepositions(what) == {"about"} and said


def lets_it(what: Token, event: Token) -> bool:
    """Say whether a phrase only tells who let or helped it: "met with the blessing of X"."""
    for above in (what, *what.ancestors):
        if above.i == event.i or above.pos_ == "VERB":
            return False
        if above.lemma_.lower() in _LEAVE and "with" in prepositions(above):
            return True
    return False


def is_venue(place: Token, event: Token) -> bool:
    """Say whether a phrase only tells where what is agreed will be: "agreed to meet in X"."""
    verb = place.head
    agreed = verb.dep_ == "xcomp" and verb.head.i == event.i and event.lemma_ == "agree"
    return agreed and place.ent_type_ == "PLACE" and prepositions(place) == {"in"}


def is_scene(house: Token, verb: Token) -> bool:
    """Say whether a house only tells where something is done to others: "freed them in X mall"."""
    where = house.dep_ == "obl" and house.head.i == verb.i and prepositions(house) & _PLACE_CASES
    others = any(c.dep_ == "obj" and c.i < house.i for c in verb.children)
    return bool(where) and others and house.lemma_.lower() in BUILDINGS


def names_war(name: Token, fight: Token) -> bool:
    """Say whether a place only tells where a war was that is called by it."""
    if name.dep_ != "compound" or name.head.i != fight.i or name.i > fight.i:
        return False
    tied = name.nbor(1).text in HYPHENS or hyphened(name) is not None
    return name.ent_type_ == "PLACE" and not tied and name.lower_ not in demonyms()


def owns_place(name: Token, event: Token) -> bool:
    """Say whether a name only tells whose place it is where something was: "in X's north"."""
    where = name.head
    owner = name.dep_ in {"nmod:poss", "compound", "amod"} and where.i != event.i
    return owner and where.dep_ in {"obl", "nmod"} and bool(prepositions(where) & _PLACE_CASES)


def owns_doer(owner: Token, verb: Token) -> bool:
    """Say whether a pronoun only tells whose the doer, or what is recalled, is.

    "| Its | artillery shelled the town", "recalled | its | envoy".
    """
    if owner.tag_ != "PRP$" or verb.pos_ != "VERB":
        return False
    return owner.i < verb.i or owner.head.head.i == verb.i


def whence_or_where(place: Token) -> bool:
    """Say whether a place only tells from where in it a thing came, or where it was going.

    "Fired from inside X", "a tanker bound for X", "shelling north of X".
    """
    if on_streets(place):
        return True
    of_place = any(c.dep_ == "nmod" and c.ent_type_ == "PLACE" for c in place.children)
    if place.ent_type_ != "PLACE" and not of_place:
        return False
    if is_side_of(place):
        return True
    named = place
    if not of_place and place.dep_ == "nmod" and "of" in prepositions(place):
        named = place.head  # "bound for the port of X"
    start = max(place.sent.start, named.left_edge.i - 2)
    words = {t.lower_ for t in place.doc[start : named.i]}
    return words >= {"from", "inside"} or words >= {"bound", "for"}


def is_said_then(party: Token, talks: Token) -> bool:
    """Say whether a name only stands in what is said there: "said in a call that X had fled"."""
    if talks.pos_ != "NOUN" or party.i < talks.i:
        return False
    for above in (party, *party.ancestors):
        if above.dep_ == "ccomp" and above.i > talks.i:
            return above.head.i == talks.head.i
    return False


def at_whose_request(party: Token) -> bool:
    """Say whether a name only tells who asked for a meeting: "met at X's request"."""
    asked = party.head.lemma_.lower() in _REQUESTS
    return asked and party.dep_ in {"nmod:poss", "nmod"}


def is_addressee(word: Token) -> bool:
    """Say whether a verb's object, or the subject of what it asks, is whom it asks or accuses."""
    if word.dep_ == "ccomp" and word.head.lemma_.lower() not in ACCUSING:
        return any(c.dep_ == "nsubj" and names_party(c) for c in word.children)
    on = word.dep_ == "obl" and word.head.lemma_.lower() == "call"
    on = on and bool(
        prepositions(word) & {"on", "upon"} or word.doc[word.left_edge.i - 1].lower_ == "on"
    )
    for_to = word.dep_ == "obl" and any(is_wanted_to(word, c) for c in word.head.children)
    return (on or for_to or word.dep_ in {"obj", "iobj"}) and names_party(word)


def is_asked(doer: Token) -> bool:
    """Say whether a doer is asked for: "nobody knows who fired"."""
    return doer.lower_ in {"who", "what"} and not doer.head.dep_.startswith("acl")


def is_party(span: Span) -> bool:
    """Say whether a phrase that the reader points to can be a party: a day or a deed is none."""
    if is_time(span.root) or of_border(span.root) or in_dateline(span.root):
        return False
    if is_asked(span.root) or span.root.lower_ in REFLEXIVE or _tells_news(span.root):
        return False
    if _is_told(span.root) or _is_sent_to(span.root):
        return False
    named = span.root.head if span.root.pos_ == "DET" else span.root
    if "without" in prepositions(named):  # "went to the polls without N"
        return False
    return span.root.pos_ != "VERB" or any(t.ent_type_ for t in span)


def _is_sent_to(word: Token) -> bool:
    """Say whether a name only tells to whom an envoy is sent: "the ambassador to | Spain |"."""
    envoy = word.dep_ == "nmod" and word.head.lemma_.lower() in _ENVOYS
    return envoy and "to" in prepositions(word)


def _is_told(word: Token) -> bool:
    """Say whether somebody is only told of a deed: "X shelled the port, envoys told Y"."""
    while word.dep_ in {"compound", "conj"} or (word.dep_ == "nmod" and word.ent_type_):
        word = word.head  # "quoted | a Health Ministry | spokesman", "told the Diocese of | X"
    verb = word.head
    if word.dep_ == "obj" and verb.lemma_.lower() in {"quote", "cite"}:
        return True
    if word.dep_ not in {"obj", "iobj"} or verb.lemma_.lower() != "tell":
        return False
    return not any(c.dep_ == "xcomp" for c in verb.children)  # "told Y to leave"


def is_time(word: Token) -> bool:
    """Say whether a word tells a time: "protested on | Friday"."""
    return any(t.start <= word.i < t.end for t in word.doc.spans.get("times", ()))


def in_dateline(word: Token) -> bool:
    """Say whether a word stands before the dash of a line's place and day: "LIMA, May 4 (X) —"."""
    opening = word.sent[:_DATELINE]
    if word.i >= opening.end or word.ent_type_ == "PERSON":
        return False
    dash = next((t.i for t in opening if t.text in _DASHES and not _is_hyphen(t)), -1)
    return word.i < dash and all(
        t.pos_ in {"PROPN", "NUM", "PUNCT", "SYM", "X"} or t.text[:1].isupper()
        for t in opening
        if t.i < dash
    )


def _is_hyphen(dash: Token) -> bool:
    """Say whether a stroke ties two words: "A Peru-led raid", where a dateline has "LIMA - A"."""
    behind = dash.nbor(1) if dash.i + 1 < len(dash.doc) else dash
    return dash.text in HYPHENS and behind.is_lower


def of_border(name: Token) -> bool:
    """Say whether a name only tells whose border it is: "the border with X", "X's frontier"."""
    if name.dep_ == "conj" and name.head.ent_type_ == "PLACE":  # "between Peru and | Chile"
        return of_border(name.head)
    first = name.left_edge.i  # "the border with | Sierra Leone"
    near = name.doc[max(name.sent.start, first - 3) : min(name.i + 3, name.sent.end)]
    before = {t.lower_ for t in name.doc[max(name.sent.start, first - 1) : name.i]}
    with_it = not before.isdisjoint(["with", "between"])
    return name.ent_type_ == "PLACE" and any(
        t.lemma_.lower() in BORDERS and (t.i > name.i or with_it) for t in near
    )


def _tells_news(head: Token) -> bool:
    """Say whether a phrase names who reports it: "a reporter for X", "the X news agency"."""
    if head.lemma_.lower() in _REPORTERS and head.dep_ != "obj":
        return True
    return any(
        c.dep_ in {"compound", "nmod:desc", "nmod", "flat"} and c.lemma_.lower() in _REPORTERS
        for c in (*head.children, head.head)
        if c.i != head.i
    ) and not head.dep_.startswith(("nsubj:pass", "obj"))


def is_in_place(head: Token) -> bool:
    """Say whether a phrase tells where something is or who says it, not who does it."""
    return bool(prepositions(head) & _PLACE_CASES) or is_according_to(head)


def is_according_to(head: Token) -> bool:
    """Say whether a phrase names who says it: "according to the head of X"."""
    if any(c.dep_ == "case" and c.lower_ == "according" for c in head.children):
        return True  # "according to an analyst, N. N."
    for i in range(head.i - 1, max(head.sent.start, head.i - _NEAR) - 1, -1):
        word = head.doc[i]
        if word.lower_ == "according":
            return True
        if word.is_punct:
            return False
    return False


def is_of_noun(token: Token, doers: Sequence[Token]) -> bool:
    """Say whether a noun's own phrase names its doers: "police firing", "Lima's operation"."""
    leaves = token.lemma_.lower() in _LEAVING
    return token.pos_ == "NOUN" and all(
        (d.head.i == token.i and (d.dep_ == "compound" or owns_deed(d)))
        or (leaves and d.head.i == token.i and "of" in prepositions(d) and names_party(d))
        or ("from" in prepositions(d) and d.left_edge.i == token.i + 1)
        for d in doers
    )


def tells_of_deed(doer: Token) -> bool:
    """Say whether somebody only speaks of a deed: "the attack, condemned by X"."""
    return doer.dep_.startswith("obl") and doer.head.lemma_.lower() in event_words().about


def _is_said_by(head: Token, start: int) -> bool:
    """Say whether a phrase stands right behind a verb of saying: "…, said | the X ministry |"."""
    for _ in range(_NEAR):  # "said | the Foreign Minister | N. N."
        if start - 1 <= head.sent.start or head.doc[start - 1].pos_ not in _TITLE_WORDS:
            break
        start -= 1
    if start - 1 <= head.sent.start:
        return False
    said = head.doc[start - 1]
    tells = said.lemma_.lower() in _TELLING and said.tag_ in TENSED
    return tells and said.nbor(-1).text in _CLOSES


def says_it(phrase: Token, event: Token) -> bool:
    """Say whether a phrase behind an event names who tells of it: "an attack on Y, X said"."""
    if phrase.i < event.i:  # "| officials | say A. B. was killed", read as one clause
        after = phrase.nbor(1)
        tells = after.lemma_.lower() in _TELLING and after.tag_ in TENSED and after.dep_ == "case"
        return tells and after.i < event.i
    if phrase.dep_ == "nsubj" and phrase.head.lemma_.lower() in _TELLING:
        return True
    whole = phrase.head if phrase.dep_ == "conj" else phrase
    last = whole.right_edge.i + 1  # ", | Chilean and Peruvian officials | said"
    within = last < len(phrase.doc) and phrase.doc[whole.left_edge.i - 1].text in _CLOSES
    if within and phrase.doc[last].lemma_.lower() in _TELLING and phrase.doc[last].tag_ in TENSED:
        return True
    # however the clause is read: ", | the X ministry | said"
    head = phrase.head if phrase.dep_ in PHRASE and phrase.head.i > phrase.i else phrase
    start, end = head.left_edge.i, head.i + 1
    start += head.doc[start].is_punct
    if _is_said_by(head, start):
        return True
    return (
        end < len(head.doc)
        and head.doc[end].lemma_.lower() in _TELLING
        and head.doc[end].tag_ in TENSED
        and head.doc[start - 1].text in _CLOSES
    )

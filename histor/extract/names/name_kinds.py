"""What a name of a page is told to be by its form and the words beside it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from histor.extract.lexicons import offices, titles
from histor.extract.names.affiliations import countries_in, party_words, sector_of
from histor.extract.names.role_words import LOCAL, SURNAMES, TIMES, is_title, title_words
from histor.extract.places.gazetteer import gazetteer, is_known_place
from histor.extract.tokens import HYPHENS
from histor.records import EntityKind, Role

__all__ = [
    "BODY_NOUNS",
    "NAVIES_PREFIXES",
    "OUTLET_NOUNS",
    "has_a_local_office",
    "heads_a_body",
    "is_called_a_body",
    "is_called_a_side",
    "is_called_an_outlet",
    "is_no_name",
    "is_office",
    "is_thing",
    "is_warship",
    "may_be_a_person",
    "names_ship",
    "of_one",
]

#: what an outlet is, behind its name
OUTLET_NOUNS = frozenset(
    "news agency newspaper newspapers daily magazine website channel television radio tv".split()
)
_OF_OUTLETS = frozenset("news press information media".split()) | OUTLET_NOUNS - {"agency"}
#: what a body is, before its name: "the charity X"
BODY_NOUNS = frozenset(
    "media newswire site website outlet portal tabloid weekly broadcaster channel network paper "
    "charity ngo firm company conglomerate group party movement watchdog union federation agency "
    "coalition alliance organisation organization operator militia gang cartel bank airline "
    "carrier brand consortium thinktank foundation nonprofit startup retailer manufacturer "
    "contractor".split()
)
#: of these, those that stand behind a name of one word
_SIDES = frozenset(["party", "militia", "movement", "cartel", "gang"])
#: what is held with a party that is no body
_FEASTS = frozenset("christmas easter halloween eid diwali thanksgiving oscar grammy".split())
#: treaties, which are neither persons nor bodies
_TREATIES = frozenset(
    "convention conventions treaty treaties accord accords agreement agreements protocol protocols "
    "memorandum pact declaration".split()
)
#: before the names of merchant ships, and of a navy's, which fight as bodies do
_SHIPS = frozenset(["MV", "MT", "SS"])
NAVIES_PREFIXES = frozenset("USS HMS FS INS RFA USNS HMCS HMAS ROKS USCGC BRP TCG".split())
#: what people look like, or are told to be
_LOOKS = frozenset("armed unarmed masked hooded unidentified suspected angry wounded".split())
#: what stands before a hyphen and a common word
_PREFIXES = frozenset("anti pro non pre post ex mid counter semi ultra neo".split())
#: whom none on a page has met
_GODS = frozenset(["god", "allah", "almighty"])
#: parts of speech of what is no name, and words of a phrase in apposition
_COMMON = frozenset(["PRON", "DET", "VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ"])
_APPOSED = 4
#: words of an office in a body: "director of the state security agency"
_OFFICE_WORDS = 7
#: words of a person's name
_PERSON_WORDS = 4
#: digits of a road's number, and prepositions before one
_ROAD, _ALONG = 3, frozenset(["on", "along", "at", "near", "off"])
_STREETS = frozenset("street avenue road boulevard crescent highway freeway drive lane".split())
#: names of books, feasts, creeds and diseases, which are neither places nor bodies
_ABSTRACT = frozenset(
    "bible koran quran qur'an torah talmud gospel sharia shariah christianity judaism hinduism "
    "buddhism catholicism alzheimer parkinson christmas easter thanksgiving halloween hanukkah "
    "passover".split()
)
_DAYS = frozenset(["day", "eve", "sunday", "monday", "week"])
#: titles that bodies and places have as well
_ANYBODYS = frozenset("leader member chair speaker resident representative principal".split())
#: whom people alone have, and what they alone do
_KIN = frozenset(
    "daughter son husband wife mother father brother sister child baby parent grandson cousin "
    "granddaughter grandmother grandfather uncle aunt nephew niece friend neighbour "
    "neighbor".split()
)
_OF_PEOPLE = frozenset(
    "weep cry sob whisper nod smile shrug recall remember sigh kneel cough pray".split()
)


#: people whose noun is no name where it opens a sentence
_FIGHTERS = frozenset(
    "soldiers rebels protesters gunmen militants insurgents officers villagers residents officials "
    "workers troops police demonstrators fighters militiamen".split()
)


_SAINTS = frozenset(["St.", "St", "Saint", "SS.", "Sts.", "Saints"])
_CHURCHES = frozenset(
    "church cathedral chapel monastery basilica convent abbey shrine feast icon relics mosque "
    "order parish".split()
)
#: words between a church and its saint
_CHURCH = 5
_COMMISSIONED = frozenset("commissioner secretary minister rapporteur undersecretary".split())
#: who is told by what they work with, and inhabitants of a town that such a word may name
_WORKERS = frozenset(
    "driver worker owner operator maker seller trader vendor dealer farmer grower".split()
)
_TOWN = 15_000
#: words of an office with its country
_OFFICE = 3


def is_no_name(words: Span, kind: EntityKind) -> bool:
    """Say whether words read as a name are a common word with a capital, or a title alone."""
    if len(words) == 1 and not words.text.isupper() and words[0].pos_ in _COMMON:
        return True
    if words.text.lower() in {*_GODS, "ethnic"} or _opens_a_phrase(words) or _is_road(words):
        return True
    if _is_a_saint(words) or (kind == "organization" and _is_what_one_is_for(words)):
        return True
    if kind == "place" and _drives(words):
        return True
    if kind == "organization" and 1 < len(words) <= _OFFICE and words[-1].lower_ in titles():
        return bool(countries_in(words[0].text))  # "Chilean State Councillor"
    first = words[0].is_sent_start or words[0].i == 0
    if first and len(words) == 1 and words.text.lower() in _FIGHTERS:
        return True  # "Soldiers fired"
    if first and len(words) == 1 and _describes(words, kind):
        return True
    return kind == "person" and all(
        is_title(t) or t.is_punct or t.lower_ in offices() or t.lower_ in TIMES for t in words
    )


def _is_a_saint(words: Span) -> bool:
    """Say whether a name is that of a saint whom a church is named after: "church of St. N"."""
    doc, start, end = words.doc, words.start, words.end
    titled = words[0].text in _SAINTS or (start > 0 and doc[start - 1].text in _SAINTS)
    start -= words[0].text not in _SAINTS
    if not titled or start < 1:
        return False
    before = [t.lower_ for t in doc[max(0, start - _CHURCH) : start]]
    if before[-1] == "of" and not _CHURCHES.isdisjoint(before):
        return True
    joined = before[-1] == "and" and any(t.text in _SAINTS for t in doc[max(0, start - 4) : start])
    behind = [t.lower_ for t in doc[end : end + _CHURCH]]
    return joined or (behind[:1] in (["'s"], ["’s"]) and not _CHURCHES.isdisjoint(behind))


def _is_what_one_is_for(words: Span) -> bool:
    """Say whether a name is an official's matter: "High Commissioner for | Human Rights"."""
    doc, start = words.doc, words.start
    matter = start > 1 and doc[start - 1].lower_ == "for" and doc[start - 2].lower_ in _COMMISSIONED
    return matter and words.end - start <= 2 and not words.text.isupper()


def _drives(words: Span) -> bool:
    """Say whether a sentence's first word only tells which people: "Lorry | drivers"."""
    doc, word = words.doc, words[0]
    if len(words) > 1 or words.end >= len(doc) or not (word.is_sent_start or word.i == 0):
        return False
    following = doc[words.end]
    people = following.tag_ == "NNS" and following.text.islower() and following.lemma_ in _WORKERS
    compound = word.dep_ in {"compound", "amod"} and word.head == following
    towns = gazetteer().named(word.text)
    return people and compound and not any(t.population >= _TOWN for t in towns)


def _describes(words: Span, kind: EntityKind) -> bool:
    """Say whether a sentence's first word is no name: "Anti-war", "Thirty dead", "Armed men"."""
    word, after = words[0], words.doc[words.end : words.end + 1].text
    if word.pos_ == "NUM" or (word.lower_ in _PREFIXES and after in HYPHENS):
        return True
    return kind == "organization" and word.lower_ in _LOOKS and after.islower()


def _is_road(words: Span) -> bool:
    """Say whether a country's initials are those of its road: "at 1100 U.S. 36", "on U.S. 36"."""
    doc, end = words.doc, words.end
    if words.text not in {"U.S.", "US"} or words.start < 1 or end >= len(doc):
        return False
    number = doc[end].text.isdigit() and len(doc[end].text) <= _ROAD
    counts = end + 1 < len(doc) and doc[end + 1].pos_ in {"NOUN", "PROPN", "ADJ"}
    before = doc[words.start - 1]
    return number and not counts and (before.pos_ == "NUM" or before.lower_ in _ALONG)


def _opens_a_phrase(words: Span) -> bool:
    """Say whether a capital is only that of a sentence's first word: "Separatist commanders"."""
    doc, word = words.doc, words[0]
    if len(words) > 1 or not (word.is_sent_start or word.i == 0) or words.end >= len(doc):
        return False
    following = doc[words.end]
    rising = word.lower_ in party_words() and word.lower_.endswith(("ist", "ant", "ent"))
    plain = rising or word.lower_ in offices() or word.lower_ in titles()
    return plain and following.pos_ == "NOUN" and following.text.islower()


def is_thing(words: Span) -> bool:
    """Say whether a name is that of a treaty or a merchant ship, of a book, a feast or a creed."""
    doc, end = words.doc, words.end
    if end < len(doc) and doc[end].lower_ in {"cocktail", "cocktails"}:
        return True
    feast = words[-1].lower_ in _DAYS and words[0].lower_ in _ABSTRACT
    if (words[-1].lower_ in _ABSTRACT or feast) and len(words) <= 2:
        return True
    return len(words) > 1 and (words[-1].lower_ in _TREATIES or words[0].text in _SHIPS)


def names_ship(name: str, short: str) -> bool:
    """Say whether a name is that of a navy's ship of which another is the short form.

    >>> names_ship("hms estuary", "estuary"), names_ship("miss estuary", "estuary")
    (True, False)
    """
    first, _, rest = name.partition(" ")
    return rest == short and first.upper() in NAVIES_PREFIXES


def is_warship(words: Span) -> bool:
    """Say whether a name of several words is that of a navy's ship: "HMS Estuary"."""
    return len(words) > 1 and words[0].text in NAVIES_PREFIXES


def is_called_a_body(doc: Doc, first: int) -> bool:
    """Say whether the noun right before a name tells that it is a body's: "the charity X"."""
    before = doc[first - 1] if first > 0 else None
    return before is not None and before.text.islower() and before.lower_ in BODY_NOUNS


def is_called_a_side(doc: Doc, first: int, last: int) -> bool:
    """Say whether the noun behind a name of one word tells a body: "the ruling X party"."""
    behind = doc[last + 1] if last == first and last + 1 < len(doc) else None
    if behind is None or not behind.text.islower() or behind.lower_ not in _SIDES:
        return False
    if doc[last].lower_ in _FEASTS:
        return False
    return not any(  # a party that is called after a man who is named
        e.label_ == "PERSON" and len(e) > 1 and e[-1].text == doc[last].text for e in doc.ents
    )


def heads_a_body(name: Span) -> bool:
    """Say whether an office in a body is told before a name: "director of the bank | A. B."."""
    before = name.doc[max(0, name.start - _OFFICE_WORDS) : name.start]
    of = next((t.i for t in reversed(before) if t.lower_ == "of"), 0)
    body = name.doc[of : name.start]
    told = of > 0 and is_title(name.doc[of - 1])
    return told and all(t.is_alpha and t.lower_ not in _OF_OUTLETS for t in body)


def is_called_an_outlet(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is told to be an agency's or paper's: "news agency X", "the X daily"."""
    before = doc[first - 1] if first > 0 else None
    after = doc[last + 1 : last + 3]
    if before is not None and before.lower_ in OUTLET_NOUNS and before.text.islower():
        return True
    if after and after[0].lower_ in OUTLET_NOUNS and after[0].text.islower():
        return after[0].lower_ != "news" or after[-1].lower_ in OUTLET_NOUNS
    if after and after[0].text == "," and after[-1].lower_ in {"a", "an", "the"}:
        phrase = doc[last + 3 : last + 3 + _APPOSED]
        noun = next((t for t in phrase if t.pos_ == "NOUN"), None)
        return noun is not None and noun.lower_ in OUTLET_NOUNS
    return _signs_a_dateline(doc, first, last) or _keeps_a_secret(doc, first, last)


def _keeps_a_secret(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is whom somebody "told on condition of anonymity": an outlet."""
    start = first - (first > 0 and doc[first - 1].lower_ == "the")
    told = start > 0 and doc[start - 1].lower_ in {"told", "tells", "telling"}
    behind = [t.lower_ for t in doc[last + 1 : last + 7] if not t.is_punct]
    return told and behind[:4] == ["on", "condition", "of", "anonymity"]


def _signs_a_dateline(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is the agency's in "LIMA, July 4 (Name) -"; "(Peru) -" is a place."""
    before, after = doc[max(0, first - 1)].text, [t.text for t in doc[last + 1 : last + 3]]
    if before != "(" or after[:1] != [")"] or after[1:] not in (["-"], ["–"], ["—"], ["--"]):
        return False
    dated = first > 1 and doc[first - 2].pos_ == "NUM"  # no place stands behind the day
    named = last > first or doc[first].text.isupper()  # "ATHENS (AFP) —"
    return dated or (named and not is_known_place(doc[first : last + 1].text.lower()))


def is_office(ent: Span) -> bool:
    """Say whether a person's span is all title: "US Secretary", but not "A. Major"."""
    last = ent[-1].lower_
    if last not in titles():
        return False
    if last not in SURNAMES:
        return True
    known = title_words()
    return all(
        t.lower_ in known or t.text.isupper() or countries_in(t.text) or is_known_place(t.lower_)
        for t in ent[:-1]
    )


def has_a_local_office(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name of one word is a place's: "Salto | Governor A. B."."""
    if first != last or last + 2 >= len(doc):
        return False
    following = doc[last + 2] if doc[last + 2].text != "." else doc[min(last + 3, len(doc) - 1)]
    office = doc[last + 1].lower_.strip(".") in LOCAL
    return office and following.ent_type_ == "PERSON"


def may_be_a_person(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name has a person's form: two to four capitalised words, none a body's."""
    words = doc[first : last + 1]
    if words[-1].lower_ in _STREETS:
        return False
    shaped = 2 <= len(words) <= _PERSON_WORDS and all(
        t.text[:1].isupper() and t.text.isalpha() and not t.text.isupper() and not is_title(t)
        for t in words
    )
    return (
        shaped
        and not is_known_place(words.text.lower())
        and sector_of("organization", words.text, ()) is None
        and not any(countries_in(t.text) for t in words)
    )


def lives(words: Span) -> bool:
    """Say whether a name that was read as a place's does what only people do: "lost two sons"."""
    doc, end = words.doc, words.end
    verb = doc[end] if end < len(doc) else words[-1]
    if verb.tag_ not in {"VBD", "VBZ"} or (words.start and doc[words.start - 1].pos_ == "ADP"):
        return False
    kin = any(c.dep_ == "obj" and c.lemma_.lower() in _KIN for c in verb.children)
    return kin or verb.lemma_.lower() in _OF_PEOPLE


def of_one(role: Role) -> bool:
    """Say whether a role is a person's alone: a firm may be a leader too."""
    return role.title.split()[-1].lower() not in _ANYBODYS

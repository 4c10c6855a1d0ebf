"""The country and PLOVER sector of a person or body, as the page's own words tell them.

A person's title tells both ("Chilean Foreign Minister"); a body's name does ("Kenyan police"), or
the adjective before it. What the words do not tell is left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from histor.extract.lexicon_files import coded_names, lexicon_lines
from histor.extract.names.known_actors import known_actor
from histor.extract.places.gazetteer import is_known_place
from histor.extract.tokens import text_of
from histor.records import EntityKind, Role, Span

__all__ = [
    "countries_in",
    "country_of",
    "demonyms",
    "party_words",
    "rebel_words",
    "sector_of",
    "sector_words",
    "side_words",
]

_WORDS = re.compile(r"[\w.]+(?:['’]s)?")
#: words after a name that may, "of" left out
_AFTER = 3
#: words before a name that may tell its country
_BEFORE = 5
#: texts whose countries and sectors are kept at hand: titles and names come again and again
_REMEMBERED = 4096
#: bodies of many states, of no one country: "Organization of American States"
_OF_STATES = re.compile(
    r"(?:the )?(?:organi[sz]ation|community|league|union|association|conference|council) of .{0,60}"
    r"\b(?:states|nations|countries|republics)\b",
    re.I,
)
_PARTS_OF_CONTINENTS = frozenset(["south", "north", "central", "latin", "inter"])
#: countries after which others are named: "New Jersey"
_NEW = frozenset(["jersey", "mexico", "britain"])
#: titles of governments that other bodies give too
_GENERAL = frozenset(
    "president presidency secretary spokesman spokeswoman spokesperson official officials "
    "commissioner".split()
)


def country_of(
    kind: EntityKind, name: str, roles: tuple[Role, ...], mentions: tuple[Span, ...], doc: Doc
) -> str | None:
    """Return an ISO 3166-1 alpha-2 code; none where the words tell none, or tell two."""
    told: Counter[str] = Counter()
    if kind == "group" and mentions and all(_ethnic(doc, m) for m in mentions):
        told.update(c for m in mentions for c in _behind(doc, m))
        return told.most_common(1)[0][0] if len(told) == 1 else None
    if kind in {"organization", "group", "place"}:
        named = [] if _OF_STATES.match(name) else countries_in(name)
        # "Bosnian Serbs" are of Bosnia, "Iraqi Turkmens" of Iraq
        told.update(named[:1] if kind == "group" and name.endswith("s") else named)
    for role in roles:
        # whose an envoy is stands before whom the envoy is sent to
        owner = known_actor(role.of or "")
        named = countries_in(role.of or "") or [c for c in [owner and owner.country] if c]
        told.update(named or countries_in(role.title.split(" to ")[0]))
    if not told and kind in {"person", "organization", "group"}:
        for mention in mentions:
            told.update(_before(doc, mention) or _beside(doc, mention) or _behind(doc, mention))
    best = told.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def sector_of(kind: EntityKind, name: str, roles: tuple[Role, ...]) -> str | None:
    """Return PLOVER's code of an actor's sector; none where no word tells it."""
    if kind == "place":
        return None
    if kind != "person":
        return _sector_in(name)
    for role in roles:
        owner = known_actor(role.of or "")
        of = _sector_in(role.of or "") or (owner and owner.sector)
        title = _sector_in(role.title)
        # a federation's president governs nothing
        general = any(w in _GENERAL for w in _split(role.title))
        governs = role.of is None or countries_in(role.of) or is_known_place(role.of.casefold())
        found = of or (title if governs or not general else None)
        if found is not None:
            return found
    return None


@lru_cache(_REMEMBERED)
def _sector_in(text: str) -> str | None:
    joined = f" {' '.join(_split(text))} "
    for code, words in sector_words():
        if any(f" {word} " in joined for word in words):
            return code
    return None


def _before(doc: Doc, mention: Span) -> list[str]:
    """Return the countries of the adjectives that stand before a name in its phrase."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return []
    words = []
    for token in reversed(doc[max(span.sent.start, span.start - _BEFORE) : span.start]):
        if token.tag_ == "POS":  # "Lebanon's new President N. N."
            continue
        if token.pos_ not in {"ADJ", "PROPN", "NOUN"}:
            break
        words.append(token.text)
    return countries_in(" ".join(reversed(words)))


def _ethnic(doc: Doc, mention: Span) -> bool:
    """Say whether a people is told to live elsewhere: "ethnic Greeks in Albania" are Albania's."""
    before = text_of(doc)[max(0, mention.start - len("ethnic ")) : mention.start]
    return before.rstrip().casefold() == "ethnic"


def _behind(doc: Doc, mention: Span) -> list[str]:
    """Return the country that a phrase after a name tells: "King Hassan of Morocco".

    A noun that the name describes may stand between: "Opposition groups in Malawi".
    """
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return []
    at = span.end
    if at < len(doc) and doc[at].pos_ == "NOUN" and doc[at].lemma_.lower() in party_words():
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "in"}:
        return []
    after = doc[at + 1 : min(at + 1 + _AFTER, span.sent.end)]
    words = [t.text for t in after if t.pos_ in {"PROPN", "DET", "ADJ"}]
    return countries_in(" ".join(words))[:1]


def _beside(doc: Doc, mention: Span) -> list[str]:
    """Return the countries of a people in apposition: "the Chilean, A. B.,", "A. B., a Chilean"."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return []
    start, end = span.start, span.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in {"a", "an", "the"}:
        phrase = doc[end + 2 : end + 2 + _BEFORE]
        return countries_in(" ".join(_nominals(phrase)))
    if end + 1 < len(doc) and doc[end].lower_ == "from" and doc[end + 1].ent_type_ == "PLACE":
        return countries_in(doc[end + 1 : end + 1 + _BEFORE].text)
    if start > 2 and doc[start - 1].text == "," and doc[start - 3].lower_ in {"a", "an", "the"}:
        return countries_in(doc[start - 2].text)
    return []


def _nominals(phrase: Iterable[Token]) -> Iterator[str]:
    for token in phrase:
        if token.pos_ not in {"ADJ", "PROPN", "NOUN"}:
            return
        yield token.text


def countries_in(text: str) -> list[str]:
    """Return the ISO codes of the countries that a text names, by name or adjective, in order."""
    return list(_countries_in(text))


@lru_cache(_REMEMBERED)
def _countries_in(text: str) -> tuple[str, ...]:
    words = _split(text)
    found: list[str] = []
    i = 0
    while i < len(words):
        if words[i] in _PARTS_OF_CONTINENTS and words[i + 1 : i + 2] == ["american"]:
            i += 2  # "South American" is of no one country
            continue
        if words[i] == "new" and set(words[i + 1 : i + 2]) & _NEW:
            i += 2  # New Jersey is not Jersey
            continue
        for length in (3, 2, 1):
            code = _codes().get(" ".join(words[i : i + length]))
            if code is not None and i + length <= len(words):
                found.append(code)
                i += length - 1
                break
        i += 1
    return tuple(found)


def _split(text: str) -> list[str]:
    words = (w.removesuffix("'s").removesuffix("’s") for w in _WORDS.findall(text.casefold()))
    return [w if "." in w.rstrip(".") else w.rstrip(".") for w in words]


@cache
def _codes() -> dict[str, str]:
    countries = (line.partition(" ") for _, line in lexicon_lines("countries.txt"))
    codes = {name.casefold(): code for code, _, name in countries}
    for code, names in coded_names("exonyms.txt"):
        codes.update({name.casefold(): code for name in names})
    for code, names in coded_names("demonyms.txt"):
        codes.update({name.replace("-", " "): code for name in names})
    plurals = {f"{name}s": code for name, code in codes.items() if not name.endswith(("s", "."))}
    return plurals | codes


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of countries, in lower case: "kenyan"."""
    return frozenset(name for _, names in coded_names("demonyms.txt") for name in names)


@cache
def sector_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return PLOVER's codes of sectors with the words, in lower case, that tell each."""
    rows = coded_names("sectors.txt")
    return tuple((code, tuple(w.replace("-", " ") for w in words)) for code, words in rows)


#: words that tell who is counted, and name nobody by themselves, or whom no land about them tells
_NO_PARTIES = frozenset(
    "other wounded injured dead convoy caravan native human private twin couple model settler "
    "expatriate visitor holidaymaker traveller traveler".split()
)


@cache
def party_words() -> frozenset[str]:
    """Return the common nouns, one word each, that name people or bodies."""
    words = [w for _, group in sector_words() for w in group if " " not in w]
    people = [w for _, line in lexicon_lines("people.txt") for w in line.split()]
    counted = [w for _, line in lexicon_lines("counted.txt") for w in line.split()]
    return frozenset(words + people + [w for w in counted if w not in _NO_PARTIES])


#: sectors of those who fight or govern, or would
_SECTORS_OF_SIDES = frozenset(["MIL", "REB", "PRM", "PTY"])
_SIDES = frozenset(["side", "faction", "government", "junta", "regime", "coalition", "mutineer"])


@cache
def rebel_words() -> frozenset[str]:
    """Return the common nouns, one word each, that name those who fight a state."""
    words = (w for code, group in sector_words() if code in {"REB", "PRM"} for w in group)
    return frozenset(w for w in words if " " not in w)


@cache
def side_words() -> frozenset[str]:
    """Return the common nouns, one word each, that name the sides of a fight for power."""
    words = (w for code, group in sector_words() if code in _SECTORS_OF_SIDES for w in group)
    return _SIDES | {w for w in words if " " not in w}

"""Persons, bodies, places and groups that one page names, each with all its mentions there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from histor.extract.evidence import span_of
from histor.extract.lexicons import outlets
from histor.extract.names.affiliations import countries_in, country_of, sector_of
from histor.extract.names.ailments import ailments_of, is_ailment
from histor.extract.names.known_actors import known_actor
from histor.extract.names.mentions import ARTICLES, Mention, read_mention
from histor.extract.names.name_kinds import names_ship
from histor.extract.names.namesakes import namesake_id, namesakes
from histor.extract.names.storms import bare_name, is_kind_of_storm, is_storm, storms_of
from histor.extract.names.titled import may_be_one
from histor.extract.names.told_sectors import told_sector
from histor.extract.names.told_where import told_where
from histor.extract.names.whole_names import names_in
from histor.extract.places.gazetteer import (
    country_by,
    gazetteer,
    is_known_place,
    is_people,
    is_town_of,
)
from histor.extract.places.toponym_names import states_by_abbreviation
from histor.extract.tokens import text_of
from histor.records import Document, Dropped, Entity, EntityKind, Name, Role, make_id

__all__ = ["extract_entities", "name_key"]

#: where kinds tie, the first wins
_ORDER: tuple[EntityKind, ...] = ("person", "organization", "place", "group", "other")
_BRACKETED = re.compile(r"[”\"’]?\s\([“\"‘]?([A-Z][A-Z&.-]{0,8}[A-Za-z])[”\"’]?[),;]")


#: words with which the names of bodies end, and of no places
_BODIES = frozenset(
    "cross crescent police army navy ministry party union committee commission senate congress "
    "bureau association federation brigade brigades battalion corps forces guards militia agency "
    "newspaper organization organisation bank".split()
)
#: sides of a war, of which a capital makes no name
_OF_SIDES = frozenset(
    "separatist separatists rebel rebels insurgent insurgents militant militants guerrilla "
    "guerrillas mutineers".split()
)
_BELIEVERS = frozenset(
    "christians muslims jews copts sunnis shiites shias catholics protestants hindus sikhs "
    "buddhists yazidis alawites evangelicals".split()
)
_BELIEVING = frozenset("christian muslim jewish sunni shiite catholic protestant hindu".split())
#: nouns for bodies that stand for a name with them
_NOUNS = frozenset(
    "council committee commission ministry court tribunal party union mission institute agency "
    "bank federation front association authority board assembly alliance coalition league network "
    "observatory centre center foundation society bureau confederation".split()
)
#: words with which the names of firms end, which are called by what stands before
_FIRMS = frozenset(
    "shipping airlines airways lines holdings holding industries motors mining railways railway "
    "logistics petroleum constructions construction telecom pharmaceuticals insurance ferries "
    "corporation company inc ltd limited plc gmbh llc".split()
)
#: names of places of one country from which a page is at home there
_AT_HOME = 3
#: mentions of a guessed kind that one weighs whose kind the words beside it tell
_TOLD = 3
_KIN = (
    r"(?:(?:step|grand|half-)?(?:mother|father|brother|sister|son|daughter)|wife|husband|widow|"
    r"cousin|uncle|aunt|nephew|niece|fianc[eé]e?)(?:-in-law)?"
)
_KIN_BEFORE = re.compile(rf"\b(?:his|her|their|whose|['’]s)\s(?:\w+\s)?{_KIN},?\s\Z", re.I)
_KIN_BEHIND = re.compile(
    rf"(?:,\s\d+)?,\s(?:his|her|their|(?:[\w.-]+\s){{0,3}}\w+['’]s?)\s{_KIN}\b"
)
_KIN_REACH = 30
#: words by which a text shows its case, and letters of initials
_LOOKED_AT, _LEAST, _MOST = 200, 3, 6
#: words before somebody's name that make it a place's
_BEFORE_NAMES = frozenset(
    "lake mount fort camp base port cape saint st san santa sao point new north south east west "
    "joint hotel villa palace".split()
)
#: what tells sons from fathers behind a name
_BORN = frozenset(["jr", "sr", "ii", "iii", "iv"])
#: inhabitants from which a name is as likely a town's as a state's
_CITY = 500_000
#: letters from which a name can be short for another
_SHORT_NAME = 4


@dataclass(slots=True)
class _Group:
    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    #: whether it is the second person of one surname
    second: bool = False


@lru_cache(20_000)
def name_key(name: str) -> str:
    """Return the form in which two spellings of one name that differ only in case are equal."""
    words = re.findall(r"\w+", name.casefold())
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def extract_entities(
    document: Document, doc: Doc
) -> tuple[tuple[Entity, ...], tuple[Dropped, ...]]:
    """Return the page's entities in order of first mention, and the names that were left out."""
    mentions: list[Mention] = []
    dropped: list[Dropped] = []
    diseases, storms = ailments_of(doc), storms_of(doc)
    for ent in names_in(doc):
        mention = read_mention(document, ent)
        if (
            mention is None
            or is_kind_of_storm(mention.text)
            or is_ailment(document.text, mention.start, mention.text, diseases)
        ):
            detail = f"“{ent.text}” ({ent.label_}) is no name"
            dropped.append(Dropped(record=document.id, code="not_a_name", detail=detail))
        else:
            mentions.append(_as_storm(mention) if is_storm(mention.text, storms) else mention)
    kinds = _kinds_by_vote(mentions)
    _outlets_among(kinds)
    _towns_among(kinds, {name_key(m.text) for m in mentions if m.roles})
    _places_among(kinds, mentions, doc)
    _correct_kinds(kinds, _initials(doc, mentions), _labels(doc, mentions))
    _surnames_among(kinds, mentions)
    groups: dict[tuple[EntityKind, str], _Group] = {}
    for mention in mentions:
        key = name_key(mention.text)
        kind = kinds[key]
        groups.setdefault((kind, key), _Group(kind)).mentions.append(mention)
    for short, full in _aliases(groups, document.text).items():
        groups[full].mentions += groups.pop(short).mentions
    _misspelt(groups)
    _first_bearers(groups, document.text)
    entities = sorted(
        (_entity(document, doc, group) for group in _told_apart(groups.values(), document.text)),
        key=lambda e: e.mentions[0].start,
    )
    return tuple(entities), tuple(dropped)


def _as_storm(mention: Mention) -> Mention:
    """Return the mention of a storm by its bare name: "Otis" of "Hurricane Otis"."""
    start, end = bare_name(mention.text)
    return Mention(
        mention.start + start, mention.start + end, mention.text[start:end], "other", (), told=True
    )


def _kinds_by_vote(mentions: Iterable[Mention]) -> dict[str, EntityKind]:
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    told: set[str] = set()
    for mention in mentions:
        votes[name_key(mention.text)][mention.kind] += _TOLD if mention.told else 1
        told |= {name_key(mention.text)} if mention.told else set()
    kinds = {
        key: max(count, key=lambda k: (count[k], -_ORDER.index(k))) for key, count in votes.items()
    }
    for key, kind in kinds.items():
        # "Highland Chileans" are people, wherever they live
        last = key.split()[-1]
        if kind == "place" and last != key and (kinds.get(last) == "group" or is_people(last)):
            kinds[key] = "group"
        elif kind in {"place", "organization"} and (
            last in _BELIEVERS or (key in _BELIEVING and key not in told)
        ):
            kinds[key] = "group"  # "Coptic Christians"
    return kinds


def _outlets_among(kinds: dict[str, EntityKind]) -> None:
    """Make an organization of a known paper that was read as a person: "Le Monde recalls"."""
    borne = {
        w for key, kind in kinds.items() if kind == "person" and " " in key for w in key.split()
    }
    for key, kind in kinds.items():
        if kind == "person" and {key, f"={key}"} & outlets() and key not in borne:
            kinds[key] = "organization"


def _towns_among(kinds: dict[str, EntityKind], titled: Collection[str]) -> None:
    """Make places of lone surnames that are towns of the country where the page is.

    ``titled``: those who are told to be somebody.
    """
    where = Counter(
        country for key, kind in kinds.items() if kind == "place" and (country := country_by(key))
    )
    country, times = next(iter(where.most_common(1)), ("", 0))
    if times < _AT_HOME or 2 * times < where.total():
        return
    borne = {word for key, kind in kinds.items() if kind == "person" for word in key.split()[1:]}
    borne |= {key.split()[0] for key, kind in kinds.items() if kind == "person" and " " in key}
    for key, kind in kinds.items():
        named = key in borne or key in titled
        if kind == "person" and not named and is_town_of(key, country):
            kinds[key] = "place"


def _places_among(kinds: dict[str, EntityKind], mentions: Sequence[Mention], doc: Doc) -> None:
    """Make places of persons that only tell where something was."""
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    titled = {
        w for key, kind in kinds.items() if kind == "person" and " " in key for w in key.split()
    }
    for mention in mentions:
        key = name_key(mention.text)
        if kinds[key] == "person":
            named[key].append((mention.start, mention.end))
            titled |= {key} if mention.roles or mention.told else set()
    for key in told_where(doc, named, titled):
        kinds[key] = "place"


def _surnames_among(kinds: dict[str, EntityKind], mentions: Iterable[Mention]) -> None:
    """Make persons of bodies of one word that is the surname of somebody named in full before.

    Firms that are named in full too ("Kraft Foods") keep theirs.
    """
    bearers: set[str] = set()
    firms = {
        w for k, kind in kinds.items() if kind == "organization" and " " in k for w in k.split()
    }
    for mention in sorted(mentions, key=lambda m: m.start):
        key = name_key(mention.text)
        if kinds[key] == "person" and " " in key:
            bearers.add(_surname(key.split()))
        plain = not mention.text.isupper() and not mention.told and not is_known_place(key)
        if kinds[key] == "organization" and key in bearers - firms and plain:
            kinds[key] = "person"


def _labels(doc: Doc, mentions: Iterable[Mention]) -> set[str]:
    """Return the names of one word that stand before a colon and nowhere else."""
    at: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        at[name_key(mention.text)].append(mention)
    return {
        key
        for key, own in at.items()
        if " " not in key
        and not own[0].text.isupper()
        and all(not m.told and text_of(doc)[m.end : m.end + 1] == ":" for m in own)
    }


def _correct_kinds(
    kinds: dict[str, EntityKind], initials: Collection[str], labels: Collection[str]
) -> None:
    """Make a place of a known place's bare name that was read as a person's or body's.

    Capitals that speak for governments ("Lima denied …") are taken for persons or bodies; where
    somebody on the page bears the name, it stays; his surname is his. What the people of a country
    are called is a group, and initials that are no place's are a body's.
    """
    persons = [key.split() for key, kind in kinds.items() if kind == "person" and " " in key]
    borne = {word for words in persons for word in words}
    surnames = {words[-1] for words in persons}
    for key, kind in kinds.items():
        misread = kind in {"person", "organization", "other"} and key not in borne
        short = kind == "group" and key in initials
        lone = kind == "place" or (kind == "organization" and key in labels)
        surnamed = kind == "place" and _bears_a_surname(key, kinds)
        if surnamed or (lone and key in surnames and not is_known_place(key)):
            kinds[key] = "person"
        elif kind == "person" and key in _OF_SIDES and key not in borne:
            kinds[key] = "group"  # "Separatist", of which a capital made a name
        elif is_known_place(key):
            kinds[key] = "place" if misread or short else kind
        elif kind != "group" and key not in borne and is_people(key):
            kinds[key] = "group"
        elif kind in {"person", "place", "other"} and (key in initials or _is_a_body(key)):
            kinds[key] = "organization"


def _bears_a_surname(key: str, kinds: Mapping[str, EntityKind]) -> bool:
    """Say whether a place on no map ends with the surname of who is named on the page by it."""
    first, *rest = key.split()
    named = 0 < len(rest) <= 2 and first not in _BEFORE_NAMES
    return named and kinds.get(rest[-1]) == "person" and not gazetteer().named(key)


def _is_a_body(key: str) -> bool:
    """Say whether a name of several words ends as those of bodies do: "Red Crescent"."""
    words = key.split()
    if words[-1] == "crescent" and "red" not in words:
        return False
    if len(words) > 2 and is_known_place(" ".join(words[-2:])):
        return False  # "Jewish West Bank"
    return len(words) > 1 and words[-1] in _BODIES | _FIRMS and not gazetteer().named(key)


def _initials(doc: Doc, mentions: Iterable[Mention]) -> set[str]:
    """Return the names of three capitals and more, where the text is not all in capitals."""
    if not any(t.text.islower() for t in doc[:_LOOKED_AT]):
        return set()
    counted: dict[str, bool] = {}
    for mention in mentions:
        key, text = name_key(mention.text), mention.text
        short = _LEAST <= len(text) <= _MOST and text.isupper() and not mention.told
        short = short and text.isalpha()
        counted[key] = short and counted.get(key, True)
    return {key for key, short in counted.items() if short}


_Key = tuple[EntityKind, str]


def _aliases(groups: dict[_Key, _Group], text: str) -> dict[_Key, _Key]:
    """Return short forms with the one full name on the page that they can stand for.

    A surname, else a first name or the first two, else a middle name, stands for a person; an
    acronym for the body that the page gives it to in brackets. Where two full names fit, the short
    form stays by itself.
    """
    surnames: dict[str, list[_Key]] = defaultdict(list)
    first_names: dict[str, list[_Key]] = defaultdict(list)
    middle_names: dict[str, list[_Key]] = defaultdict(list)
    acronyms: dict[str, list[_Key]] = defaultdict(list)
    begun = _first_names_alone(groups) | _without_first_names(groups) | _short_states(groups)
    begun |= _without_country(groups)
    for key, group in groups.items():
        words = key[1].split()
        if len(words) < 2 or key in begun:
            continue
        if key[0] == "person":
            surnames[_surname(words)].append(key)
            first_names[words[0]].append(key)
            for word in words[1:-1]:
                middle_names[word].append(key)
        elif key[0] != "place":
            for short in {name_key(s) for s in (*_introduced(group, text), *_initials_of(group))}:
                acronyms[short].append(key)
    found = dict(begun)
    for key in groups:
        full = _firms(key, groups)
        if len(full) == 1:
            found[key] = full[0]
            continue
        kind, name = key
        if kind == "person" and " " not in name:
            full = (
                surnames[name]
                or first_names[name]
                or _longer(name, first_names)
                # "Governor Koang" of James Koang Chuol
                or [
                    k
                    for k in middle_names[name]
                    if may_be_one(_roles(groups[key]), _roles(groups[k]))
                ]
            )
        elif kind in {"organization", "other"}:
            whole = (k for k in groups if k not in begun)
            full = [k for k in acronyms[name] if k != key] or _bodies_called(name, whole)
        else:
            continue
        if len(full) == 1:
            found[key] = full[0]
    found |= _known_aliases(groups, found)
    # a name that is itself a short form of another carries nobody else's mentions
    return {short: full for short, full in found.items() if full not in found}


def _roles(group: _Group) -> list[Role]:
    return [role for mention in group.mentions for role in mention.roles]


def _bodies_called(name: str, groups: Iterable[_Key]) -> list[_Key]:
    """Return the bodies that a noun alone can mean: "the Council" of the Council for Peace."""
    if name not in _NOUNS:
        return []
    return [k for k in groups if k[0] == "organization" and name in k[1].split() and k[1] != name]


def _surname(words: Sequence[str]) -> str:
    """Return the surname of a name in lower-case words, not "Jr." or "III" behind it."""
    last = len(words) - 1
    while last > 1 and words[last] in _BORN:
        last -= 1
    return words[last]


def _firms(key: _Key, groups: Iterable[_Key]) -> list[_Key]:
    """Return the firms and ships that a short name can mean: "Delta" for Delta Shipping Company."""
    name = key[1]
    if key[0] not in {"organization", "other", "person", "place"} or is_known_place(name):
        return []
    return [
        other
        for other in groups
        if other[0] == "organization"
        and (
            (other[1].startswith(f"{name} ") and set(other[1][len(name) :].split()) <= _FIRMS)
            or names_ship(other[1], name)
        )
    ]


def _known_aliases(groups: dict[_Key, _Group], found: dict[_Key, _Key]) -> dict[_Key, _Key]:
    """Return the names that are known to be one actor's, each with the longest of them."""
    names: dict[tuple[EntityKind, str], list[_Key]] = defaultdict(list)
    for key, group in groups.items():
        known = known_actor(group.mentions[0].text)
        if known is not None and known.kind == key[0] and key not in found:
            names[key[0], known.name].append(key)
    same: dict[_Key, _Key] = {}
    for keys in names.values():
        longest = max(keys, key=lambda k: (len(k[1]), k))
        same.update({k: longest for k in keys if k != longest})
    return same


def _misspelt(groups: dict[_Key, _Group]) -> None:
    """Join a person whose first name is once printed with another letter: "Josep", "Josef".

    The rarer spelling tells no role and stands behind the other. A vowel at the end is another's
    ("Mario", "Maria").
    """
    people = [key for key in groups if key[0] == "person" and len(key[1].split()) > 1]
    by_rest: dict[tuple[str, ...], list[_Key]] = defaultdict(list)
    for key in people:
        by_rest[tuple(key[1].split()[1:])].append(key)
    for keys in by_rest.values():
        if len(keys) != 2:
            continue
        first, second = sorted(keys, key=lambda k: min(m.start for m in groups[k].mentions))
        again = groups[second].mentions
        if len(again) > 1 or again[0].roles:
            continue
        if _one_letter_apart(first[1].split()[0], second[1].split()[0]):
            groups[first].mentions += groups.pop(second).mentions


def _one_letter_apart(one: str, other: str) -> bool:
    """Say whether two first names differ in a letter that is neither the first nor a last vowel."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORT_NAME or len(long) - len(short) > 1:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest = len(long) - same - 1
    if same == 0 or short[len(short) - rest :] != long[same + 1 :]:
        return False
    return bool(rest) or not {short[-1], long[-1]} & set("aeiou")


def _first_bearers(groups: dict[_Key, _Group], text: str) -> None:
    """Give a surname that several bear to the one who alone was named before it.

    It stays with whom the page is about though others of the family are named ("her brother,
    A. B."), but for the rest of the paragraph that names them.
    """
    known: dict[str, list[tuple[int, _Key]]] = defaultdict(list)
    for key, group in groups.items():
        if key[0] == "person" and " " in key[1]:
            at = min(m.start for m in group.mentions)
            known[_surname(key[1].split())].append((at, key))
    for key in [k for k in groups if k[0] == "person" and " " not in k[1]]:
        bearers = sorted(known.get(key[1], ()))
        if len(bearers) < 2:
            continue
        since, first = bearers[0]
        kin = {at: _is_of_kin(groups[other].mentions, text) for at, other in bearers[1:]}
        until = next((at for at in kin if not kin[at]), len(text))
        open_ = [(at, _end_of_paragraph(text, at)) for at in kin if kin[at]]
        own = [
            since < m.start < until and not any(a < m.start < b for a, b in open_)
            for m in groups[key].mentions
        ]
        groups[first].mentions += [
            m for m, mine in zip(groups[key].mentions, own, strict=True) if mine
        ]
        left = [m for m, mine in zip(groups[key].mentions, own, strict=True) if not mine]
        if left:
            groups[key].mentions = left
        else:
            del groups[key]


def _end_of_paragraph(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _is_of_kin(mentions: Iterable[Mention], text: str) -> bool:
    """Say whether somebody is told to be somebody's mother, brother and so on where named in full.

    Who was so told by a first name alone may be the one that the page goes on about.
    """
    first = min((m for m in mentions if " " in name_key(m.text)), key=lambda m: m.start)
    before = text[max(0, first.start - _KIN_REACH) : first.start]
    return bool(_KIN_BEFORE.search(before) or _KIN_BEHIND.match(text, first.end))


def _told_apart(groups: Iterable[_Group], text: str) -> Iterator[_Group]:
    """Yield the groups, a person's in two where two people of one surname are told of."""
    for group in groups:
        if group.kind != "person":
            yield group
            continue
        parts, sure = namesakes(group.mentions, text)
        for n, mentions in enumerate(parts):
            yield _Group(group.kind, mentions, second=sure and n > 0)


def _first_names_alone(groups: Iterable[_Key]) -> dict[_Key, _Key]:
    """Return the first names of people of whom the page names one in full: "Ana Maria"."""
    people = sorted(name for kind, name in groups if kind == "person" and " " in name)
    found: dict[_Key, _Key] = {}
    for n, name in enumerate(people):
        longer = []
        for other in people[n + 1 :]:
            if not other.startswith(name):
                break
            longer += [other] if other.startswith(f"{name} ") else []
        if len(longer) == 1:
            found["person", name] = "person", longer[0]
    return found


def _without_first_names(groups: Iterable[_Key]) -> dict[_Key, _Key]:
    """Return names that end exactly one longer name: "Paz Soto" of "Ana Paz Soto"."""
    ends: dict[str, list[_Key]] = defaultdict(list)
    people = [key for key in groups if key[0] == "person" and " " in key[1]]
    for key in people:
        words = key[1].split()
        for n in range(1, len(words) - 1):
            ends[" ".join(words[n:])].append(key)
    return {
        key: ends[key[1]][0]
        for key in people
        if len(ends[key[1]]) == 1 and key[1].split()[-1] not in _BORN
    }


def _short_states(groups: Collection[_Key]) -> dict[_Key, _Key]:
    """Return the abbreviations of states that the page names in full too: "Ala." of Alabama."""
    states = states_by_abbreviation()
    found: dict[_Key, _Key] = {}
    for key in groups:
        if key[0] != "place":
            continue
        full: _Key = "place", states.get(key[1].replace(" ", "."), states.get(key[1], ""))
        if full == key or full not in groups:
            continue
        towns = (c for c in gazetteer().named(full[1]) if c.feature in {"PPL", "PPLC"})
        if all(c.population < _CITY for c in towns):  # "New York" may be the city
            found[key] = full
    return found


def _without_country(groups: Iterable[_Key]) -> dict[_Key, _Key]:
    """Return the bodies that the page names with their country too: "Ministry of Labour of Peru".

    A name is left alone that bodies of two countries bear.
    """
    whole: dict[str, list[_Key]] = defaultdict(list)
    for key in groups:
        name, _, country = key[1].rpartition(" of ")
        if key[0] == "organization" and " " in name and countries_in(country):
            whole[name].append(key)
    return {
        (kind, name): whole[name][0]
        for kind, name in groups
        if kind == "organization" and len(whole.get(name, ())) == 1
    }


def _longer(name: str, first_names: Mapping[str, list[_Key]]) -> list[_Key]:
    """Return the bearers of first names that a short name begins: "Alex" for Alexandra."""
    if len(name) < _SHORT_NAME:
        return []
    return [key for first, keys in first_names.items() if first.startswith(name) for key in keys]


def _initials_of(group: _Group) -> set[str]:
    """Return the initials of a body's name of three words and more, as pages shorten it."""
    words = group.mentions[0].text.split()
    initials = "".join(w[0] for w in words if w[:1].isupper())
    return {initials} if group.kind == "organization" and len(initials) >= _LEAST else set()


def _introduced(group: _Group, text: str) -> set[str]:
    """Return the short forms that the page gives in brackets right after a full name."""
    found = (_BRACKETED.match(text, m.end) for m in group.mentions)
    return {match[1] for match in found if match}


def _entity(document: Document, doc: Doc, group: _Group) -> Entity:
    mentions = sorted(group.mentions, key=lambda m: m.start)
    counts = Counter(m.text for m in mentions)
    short = states_by_abbreviation() if group.kind == "place" else {}
    name = max(
        counts, key=lambda n: (name_key(n) not in short, len(n.split()), counts[n], -len(n), n)
    )
    roles = _unique_roles([r for m in mentions for r in m.roles if group.kind == "person"])
    spans = tuple(span_of(document, m.start, m.end) for m in mentions)
    known = next((k for k in map(known_actor, counts) if k and k.kind == group.kind), None)
    key = name_key(name)
    second = namesake_id(document.id, key) if group.second else None
    told = (
        told_sector(doc, [(m.start, m.end) for m in mentions])
        if group.kind == "organization"
        else None
    )
    return Entity(
        id=second or make_id("ent", document.id, group.kind, key),
        name=name,
        kind=group.kind,
        names=tuple(Name(text=t, count=n) for t, n in sorted(counts.items(), key=_by_count)),
        country=country_of(group.kind, name, roles, spans, doc) or (known and known.country),
        sector=told or sector_of(group.kind, name, roles) or (known and known.sector),
        roles=roles,
        mentions=spans,
    )


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _unique_roles(roles: Sequence[Role]) -> tuple[Role, ...]:
    merged: dict[tuple[str, str | None], Role] = {}
    for role in roles:
        key = (role.title.casefold(), role.of)
        if key in merged:
            evidence = (*merged[key].evidence, *role.evidence)
            merged[key] = Role(title=merged[key].title, of=role.of, evidence=evidence)
        else:
            merged[key] = role
    return tuple(merged.values())

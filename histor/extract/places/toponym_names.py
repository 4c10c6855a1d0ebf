"""What a name on a page may mean: its candidates of the gazetteer, read from its surface.

Names are met shortened ("Mt. Pleasant", "Calif."), with the word for their kind ("Kharkiv Oblast"),
with a point of the compass ("northern Gaza"), and inside the names of institutions ("Kabul Medical
University"). What stands around them says more: "Salem, Oregon", "Kunduz province".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from histor.errors import InputError
from histor.extract.lexicon_files import lexicon_lines
from histor.extract.places.gazetteer import Candidate, gazetteer, normal_name
from histor.extract.places.lying_in import Container, container_of

__all__ = ["Name", "page_names", "states_by_abbreviation"]

_AFTER = re.compile(r"(?:,\s+|\s+\(|,?\s+in\s+(?:the\s+)?(?:state|province|region)\s+of\s+)\Z")
#: between two names of a list, which go on after what seemed to hold the one before
_ONE_MORE = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?|,\s")
_KIND = re.compile(
    r"\s+(County|Co\.|Parish|Province|State|District|Region|City|Prefecture|Governorate|Oblast|"
    r"Krai|Republic|Department|Municipality|Municipal District|Township|Twp\.|Territory|Agency|"
    r"Voivodeship|Borough|Division|Emirate|Canton|Raion|Rayon)\Z",
    re.I,
)
_KIND_BEFORE = re.compile(
    r"\A(?:the\s+)?(?:City|Town|Village|Province|State|County|District|Region|Governorate|"
    r"Municipality|Emirate|Island|Co\.?)\s+(?:of\s+)?(?=[A-Z])"
)
_COMPASS = re.compile(
    r"\A(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower|greater|mid|downtown|inner)"
    r"(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?)[\s-]+",
    re.I,
)
_SHORT = {"st": "saint", "mt": "mount", "ft": "fort", "pt": "point", "n": "north", "s": "south",
          "e": "east", "w": "west"}  # fmt: skip
#: institutions, which mostly stand where their name says; a river or street does not
_INSTITUTION = re.compile(
    r"\b(?:Universit\w+|College|School|Academy|Institute|Hospital|Medical|Health|Council|Courts?|"
    r"Police|Sheriff\S*|Office|Bank|Reserve|Airport|Airfield|Air|Prison|Jail|Stadium|Museum|"
    r"Cathedral|Mosque|Zoo|Port|Harbou?r|Railway|Station|Plant|Refinery|FC|Cent(?:er|re)|"
    r"Government|Parliament|Ministry|Authority|Fire|Department|Show|Festival|Governorate|Camp|"
    r"Crossing|District|Stock|Exchange|Opera|Theat(?:er|re)|Library|Hall|Fair|Expo|Suburbs?|"
    r"Bureau|Sector|Front|Corridor|County|Prosecutor\S*|Detention|Terminal|Shipyard|Complex)\b"
)
#: words that name places somewhere and nothing in the name of an institution
_GENERAL = re.compile(
    r"(?:north|south|east|west|central|upper|lower|mid|great|new|old|national|international|"
    r"federal|regional|royal|union|republic|general|independence|liberty|victory|saint|st)\w*\.?\Z",
    re.I,
)
#: what is looked up last without its kind: an island often bears its chief town's name
_ISLAND = re.compile(r"\s+(?:Islands?|Isles?|Peninsula|Archipelago)\Z", re.I)
_WATER = re.compile(r"\b(?:gulf|sea|ocean|bay|lake)\Z", re.I)
_INHABITANT = re.compile(r"(?<=[a-z])ers?\Z")
#: inhabitants from which a town's own are named by its name and -er
_LARGE = 300_000
#: degrees that a place may lie from the middle of a county, and of a town, that it lies in
_WIDE, _TOWN = 2.5, 1.0
_DIVISIONS = frozenset(["PCLI", "ADM1", "ADM2", "RGN"])
#: features of what may lie in another, and of what has bounds
_SMALL, _BOUNDED = frozenset(["PPL", "ADM2"]), frozenset(["PCLI", "ADM1", "ADM2", "PPL", "PPLC"])
#: inhabitants from which a town is looked for inside the name of an institution
_KNOWN = 50_000
_BEHIND = re.compile(
    r"\s+(?:province|region|state|oblast|governorate|county|district|prefecture|department|"
    r"territory|republic)\b(?!\sof\s[A-Z])"
)
_BEHIND_TOWN = re.compile(r"\s+(?:city|town|village)\b")
_BEFORE = re.compile(
    r"\b(?:province|region|state|oblast|governorate|county|district|prefecture|department|"
    r"territory|republic) of (?:the )?\Z"
)
_BEFORE_TOWN = re.compile(
    r"\b(?:city|town|village|capital|port|suburb|hamlet|municipality|resort|settlement|hub|"
    r"stronghold)(?: of|,)? \Z"
)
#: abbreviations that are words
_WORDS = frozenset(["IN", "OR", "ME", "HI", "OK", "OH", "LA", "DE", "AS", "AL", "CO"])
_ABBREVIATED = re.compile(r",?\s+((?:[A-Z]\.\s?){2}|[A-Z][a-z]{1,4}\.|[A-Z]{2}\b)")


@dataclass(slots=True)
class Name:
    """One name on the page with all it may mean."""

    #: the form it is looked up by
    key: str
    candidates: list[Candidate]
    #: what the words after it may name: where it lies
    around: list[Candidate]
    count: int = 1
    #: how often it stands behind another name as what that lies in
    holds: int = 0
    #: how often the words around call it a division, and a town
    division: int = 0
    town: int = 0


def page_names(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[Name], list[int]]:
    """Return the different names among the spans of a text, and for each span its name's place.

    One name means one place on one page, but for a name whose next words say otherwise.
    """
    ordered = sorted(range(len(spans)), key=lambda i: spans[i])
    in_order = [spans[i] for i in ordered]
    own: dict[int, str] = {}
    sure: dict[tuple[str, str], Container] = {}
    lists: set[int] = set()
    containers: dict[str, str] = {}
    short: set[str] = set()
    known_short = states_by_abbreviation()
    holders: set[int] = set()
    for n, i in enumerate(ordered):
        start, end = spans[i]
        following = ordered[n + 1] if n + 1 < len(ordered) else None
        container = _abbreviated(text, end)
        short |= {container}
        if following is not None and _AFTER.fullmatch(text[end : spans[following][0]]):
            container = text[slice(*spans[following])]
            short |= {container} if normal_name(container) in known_short else set()
            holders.add(following)
            after = in_order[n + 2][0] if n + 2 < len(ordered) else end
            if _ONE_MORE.fullmatch(text, spans[following][1], max(after, spans[following][1])):
                lists.add(i)
        key = normal_name(text[start:end])
        surely = None if container else container_of(text, in_order, n, _largest)
        if surely is not None and not _is_a_country(key):
            container = text[slice(*in_order[surely.span])]
            sure.setdefault((key, container), surely)
        if container and (key, containers.get(key, "")) not in sure:
            own[i] = container
            containers.setdefault(key, container)
    names: dict[tuple[str, str], int] = {}
    found: list[Name] = []
    at = [0] * len(spans)
    for i in ordered:
        start, end = spans[i]
        key = normal_name(text[start:end])
        container = own.get(i) or containers.get(key, "")
        known = names.get((key, normal_name(container)))
        if known is None:
            known = names[key, normal_name(container)] = len(found)
            point = "." if text[end : end + 1] == "." and key in states_by_abbreviation() else ""
            surely = sure.get((key, container))
            found.append(_name(text[start:end] + point, container, surely, i in lists))
            if container in short:  # "St. Albans, Vt.": no town is abbreviated so
                found[known] = _in_a_state(found[known])
            found[known].count = 0
        read, at[i] = found[known], known
        read.count += 1
        read.holds += i in holders
        before, behind = text[max(0, start - 24) : start], text[end : end + 16]
        read.division += bool(_BEHIND.match(behind) or _BEFORE.search(before))
        read.town += bool(_BEHIND_TOWN.match(behind) or _BEFORE_TOWN.search(before))
    for read in found:
        read.candidates = _of_its_kind(read)
    return found, at


def _of_its_kind(name: Name) -> list[Candidate]:
    """Return the divisions where the words call the name one; a sea rather than a state of it.

    A country's name means no town that it is only another name of: GeoNames has "Paraguay" for its
    capital.
    """
    divisions = [c for c in name.candidates if c.feature in {"ADM1", "ADM2", "RGN"}]
    if name.division and not name.town and divisions:
        return divisions
    if not name.division and any(c.feature == "SEA" for c in name.candidates):
        return [c for c in name.candidates if c not in divisions]
    first = [c for c in name.candidates if normal_name(c.name) == name.key]
    if any(c.feature == "PCLI" for c in first):
        return first
    return name.candidates


@cache
def states_by_abbreviation() -> dict[str, str]:
    """Return the names of states by their abbreviations.

    Raises:
        InputError: a line of the user's own list is not two columns.
    """
    found = {}
    for path, line in lexicon_lines("states.txt"):
        short, tab, name = line.partition("\t")
        if not tab:
            raise InputError(
                f"{path}: “{line}” is no abbreviation, a tab and the name it stands for."
            )
        found[normal_name(short)] = normal_name(name)
    return found


def _abbreviated(text: str, end: int) -> str:
    """Return the state that an abbreviation after a name stands for."""
    found = _ABBREVIATED.match(text[end : end + 12])
    if not found or (text[end] != "," and not found[1].endswith(".")):
        return ""
    if found[1] in _WORDS and text[max(0, end - 2) : end].isupper():
        return ""  # in a text all in capitals
    return states_by_abbreviation().get(normal_name(found[1]), "")


def _largest(name: str) -> int:
    """Return the inhabitants of the largest place that a name may mean; 0 where none is known."""
    return max((c.population for c in gazetteer().named(name)), default=0)


def _is_a_country(name: str) -> bool:
    """Say whether a name is a country's, whose soldiers may be "in" another."""
    return any(c.feature in {"PCLI", "CONT"} for c in gazetteer().named(name))


def _name(name: str, container: str, surely: Container | None, listed: bool) -> Name:
    around = (
        gazetteer().named(states_by_abbreviation().get(normal_name(container), container))
        if container
        else []
    )
    result = Name(normal_name(name), [], around)
    for form in _forms(name):
        result.candidates = gazetteer().named(form)
        if result.candidates:
            result.key = normal_name(form)
            break
    if result.key.startswith("st "):  # GeoNames has some towns as "St Albans", some as "Saint"
        known = {c.id for c in result.candidates}
        others = gazetteer().named(f"saint {result.key[3:]}")
        result.candidates = [*result.candidates, *(c for c in others if c.id not in known)]
    kind = _KIND.search(name) or _KIND_BEFORE.search(name)
    if kind and not kind[0].strip().lower().startswith(("city", "town", "village")):
        result.division = 1
    if around:
        result.candidates = _lying_in(result.candidates, around, surely, listed)
    if not result.candidates:
        part = surely is not None and surely.part
        result.candidates = _inside(name) or _where_it_lies(around, part)
    return result


def _in_a_state(name: Name) -> Name:
    """Return a name that is said to lie in a state without candidates that do not."""
    states = [c for c in name.around if c.feature == "ADM1"]
    inside = [c for c in name.candidates if any(_is_within(c, s) for s in states)]
    return replace(name, around=states or name.around, candidates=inside or name.candidates)


def _lying_in(
    candidates: list[Candidate],
    around: Sequence[Candidate],
    surely: Container | None,
    listed: bool,
) -> list[Candidate]:
    """Return the candidates that lie where a name is said to.

    Where none does, a large town is believed all the same ("Tehran in Syria" speaks of a
    government), what is called a village or district is not, nor a small town before the name of a
    county or country that ends no list: "Ao, Norfolk".
    """
    within = [c for c in candidates if any(_is_within(c, a) for a in around)]
    small = all(c.feature in _SMALL and c.population < _KNOWN for c in candidates)
    if surely is not None:
        return within if within or surely.small or small else candidates
    listed = listed or any(c.feature not in _DIVISIONS for c in around)
    return candidates if within or listed or not small else []


def _is_within(place: Candidate, whole: Candidate) -> bool:
    """Say whether a place can lie in another, as far as the gazetteer knows."""
    if whole.feature == "PCLI" and place.country:
        return place.country == whole.country
    if place.feature not in _SMALL or whole.feature not in _BOUNDED:
        return True
    if place.country != whole.country:
        return False
    if whole.feature == "ADM1":
        return place.province is None or place.province == whole.province
    apart = abs(place.latitude - whole.latitude) + abs(place.longitude - whole.longitude)
    return apart <= (_WIDE if whole.feature == "ADM2" else _TOWN)


def _forms(name: str) -> list[str]:
    """Return the forms of a name to look up, the surest first."""
    key = normal_name(name)
    forms = [name]
    if key in states_by_abbreviation() and (name.endswith(".") or (name.isupper() and key != "in")):
        forms.insert(0, states_by_abbreviation()[key])
    head, _, rest = key.partition(" ")
    if rest and head in _SHORT:
        forms.insert(0 if head in {"mt", "ft"} else 1, f"{_SHORT[head]} {rest}")
    if head == "saint":
        forms.append(f"st {rest}")
    if key.endswith((" co", " twp")):
        long = "county" if key.endswith(" co") else "township"
        forms.append(f"{key.rsplit(' ', 1)[0]} {long}")
    for pattern in (_KIND, _KIND_BEFORE, _COMPASS):
        plain = pattern.sub("", name)
        forms.append(plain)
        forms.append(_COMPASS.sub("", plain))
    if "," in name:
        forms.append(name.split(",")[0])
    if name.endswith(("'s", "’s")):
        forms.append(name[:-2])
    if len(key) > 2 and key in states_by_abbreviation():
        forms.append(states_by_abbreviation()[key])
    town = _INHABITANT.sub("", name)
    if town != name and any(c.population >= _LARGE for c in gazetteer().named(town)):
        forms.append(town)
    island = _ISLAND.sub("", name)
    wide = normal_name(island) in gazetteer().adjectives or _WATER.search(island)
    if island != name and not wide:
        forms.append(island)
    if key.startswith(("al ", "el ")) or name.startswith(("the ", "The ")):
        forms.append(name.split(" ", 1)[1] if " " in name else key[3:])
    told = (f for f in dict.fromkeys(forms) if f == name or not _INSTITUTION.fullmatch(f))
    return [f for f in told if f]


def _plain(label: str) -> str:
    """Return a place's own name without the word for its kind: "County Clare"."""
    return normal_name(_KIND_BEFORE.sub("", label))


def _inside(name: str) -> list[Candidate]:
    """Return the places whose name stands in that of an institution, the longest name first.

    An adjective counts where no name is found: the Russian School of Economics is in Russia.
    """
    if not _INSTITUTION.search(name):
        return []
    adjective: list[Candidate] = []
    words = name.split()
    for length in range(min(4, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if not part[0].isupper() or _INSTITUTION.fullmatch(part) or _GENERAL.match(part):
                continue
            key = normal_name(part)
            named = gazetteer().named(part)
            if key in gazetteer().adjectives or key == "european":
                adjective = adjective or [c for c in named if c.feature in {"PCLI", "CONT"}]
                continue
            found = [
                c
                for c in named
                if (c.feature == "PCLI" or f"{_plain(c.name)} ".startswith(f"{key} "))
                and (length > 1 or c.population >= _KNOWN)
            ]
            if found:
                return found
    return adjective


def _where_it_lies(around: Sequence[Candidate], part: bool) -> list[Candidate]:
    """Return the province or county that an unknown name is said to lie in, without an id.

    A part of a town (``part``) stands where the town does.
    """
    if any(c.feature == "PCLI" for c in around):
        return []  # a village in Georgia lies in no state of it
    towns = {"PPL", "PPLC"} if part else set()
    inside = [
        c
        for c in around
        if c.feature == "ADM1"
        or c.feature in towns
        or (c.feature == "ADM2" and (c.country != "US" or _KIND.search(c.name)))
    ]
    return [replace(c, id=0) for c in inside]

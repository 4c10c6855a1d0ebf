"""Whom a description means that names nobody: "the Chilean government", "Chile's president".

A government is its country (PLOVER manual, 2024); an office is the person who holds it for the
country that the words name, if only one of those known does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property

from histor.extract.lexicons import titles
from histor.extract.names.affiliations import countries_in
from histor.records import Entity, Role

__all__ = ["Described", "is_part"]

_GOVERNMENTS = frozenset(
    "government authorities leadership diplomacy regime presidency administration junta".split()
)
#: forces of a state, which are their country where a word tells which; a ministry is one of many
_ORGANS = frozenset("army military navy gendarmerie command".split())
#: words before a country that tell of a part of it alone
_PARTS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern "
    "southeastern southwestern north-eastern north-western south-eastern south-western upper lower "
    "rural inner outer mainland".split()
)
#: titles as they are shortened before a name
_SHORT = {
    "gen": "general", "lt": "lieutenant", "sen": "senator", "gov": "governor", "col": "colonel",
    "capt": "captain", "sgt": "sergeant", "adm": "admiral", "maj": "major", "brig": "brigadier",
    "cmdr": "commander", "insp": "inspector", "supt": "superintendent", "amb": "ambassador",
    "const": "constable", "prof": "professor", "det": "detective", "cpl": "corporal",
}  # fmt: skip
#: offices of one who leads a country
_LEADING = frozenset(
    "president leader premier chancellor king queen emir sultan monarch strongman".split()
)
#: who did a deed, by whichever word
_DOERS = frozenset(
    "gunman attacker assailant shooter bomber hijacker kidnapper assassin hostage-taker".split()
)
_STATE = frozenset(["PCLI", "PCLD", "PCLF", "PCLS"])
#: words before an office that tell nothing of it
_OWN = frozenset(["its", "his", "her", "their", "our"])
_PLAIN = _OWN | frozenset(
    ["the", "a", "an", "former", "new", "outgoing", "incoming", "top", "current"]
)
_ANY = frozenset(["a", "an", "another", "one"])
#: what tells another office, or that it is held no more
_LESSER = frozenset("former ex deputy vice onetime".split())
#: words for a person that fit whoever spoke last
_ANYBODY = frozenset(
    "diplomat politician democrat republican conservative socialist lawmaker legislator statesman "
    "stateswoman activist campaigner veteran pontiff billionaire".split()
)
_FORMER = frozenset(["former", "retired", "ex", "onetime", "one-time", "erstwhile"])
#: offices of which "general" tells the width
_GENERALLY = frozenset("secretary attorney director governor solicitor surgeon prosecutor".split())
_TOP_DIPLOMAT = re.compile(
    r"\b(?:head|chief) of (?:the )?(?:\w+(?:'s|’s)? )?diplomacy\b|\btop (?:\w+ )?diplomat\b", re.I
)
_HEAD_OF = re.compile(r"(?:the )?(?:head|chief) of (?:the )?(?P<what>government|state)", re.I)
#: who leads a body, by whichever word for it
_CHIEFS = frozenset("head chief leader boss commander founder".split())
#: titles of who leads a body, who is called its chief
_HEADS = frozenset(
    "director director-general secretary-general commissioner superintendent chairman chairwoman "
    "chairperson president".split()
)
_CHIEF = re.compile(
    rf"(?:the )?(?:(?P<before>.+?) (?:{'|'.join(sorted(_CHIEFS))})|"
    rf"(?:{'|'.join(sorted(_CHIEFS))}) of (?:the )?(?P<of>.+))",
    re.I,
)
_FOREIGN = re.compile(r"\bforeign\b.*\bminister\b|\bminister\b.*\bforeign\b", re.I)
_WORDS = re.compile(r"[\w.-]+")
#: letters within which a place or a people stands beside a name
_BESIDE = 120


class Described:
    """Finds the entities that descriptions mean, among those of a page or a case.

    Args:
        entities: those of the page or case.
        home: the country that the page is about, which "the government" means.
    """

    def __init__(self, entities: Iterable[Entity], home: str | None = None) -> None:
        known = tuple(entities)
        self._home = home
        self._people = [e for e in known if e.kind == "person"]
        self._surnames: dict[str, list[Entity]] = {}
        for person in self._people:
            for surname in {n.text.split()[-1].casefold() for n in person.names}:
                self._surnames.setdefault(surname, []).append(person)
        self._countries: dict[str, Entity] = {}
        states = [e for e in known if e.place is not None and e.place.feature in _STATE]
        peoples = [e for e in known if e.kind == "group" and " " not in e.name]
        for entity in (*states, *peoples):
            if entity.country and not is_part(entity):
                self._countries.setdefault(entity.country, entity)
        self._known = known

    @cached_property
    def _placed(self) -> dict[str, list[tuple[int, str]]]:
        """Where each page names a place or a people, and of which country."""
        placed: dict[str, list[tuple[int, str]]] = {}
        for e in self._known:
            if e.country and e.kind in {"place", "group"}:
                for m in e.mentions:
                    placed.setdefault(m.document, []).append((m.start, e.country))
        return placed

    def entity(self, before: str, head: str, behind: str = "") -> Entity | None:
        """Return the country or person that a phrase without a name of its own means.

        Args:
            before: the phrase's words before its head: "the Chilean", "Ana Ruiz's".
            head: what it is about: "government", "president".
            behind: its words behind the head: "of Chile".
        """
        office = head.lower()
        if before.partition(" ")[0].lower() in _ANY:
            return None  # "a Chilean minister" is any of them
        if office in _GOVERNMENTS:
            return self._government(before)
        if office in _ORGANS and "-" not in before:  # not "the Kenyan-backed army"
            return self._named_country(set(countries_in(before)))
        if office in titles() or office in _LEADING:
            return self._holder(before, office, {*countries_in(behind)})
        return self._doer() if office in _DOERS and before.lower() == "the" else None

    def _doer(self) -> Entity | None:
        """Return the one person who is told to have done it: "the gunman" of "N, the attacker,"."""
        found = [
            p for p in self._people if any(r.title.lower().split()[-1] in _DOERS for r in p.roles)
        ]
        return found[0] if len(found) == 1 else None

    def organ(self, naming: str, others: Iterable[str]) -> Entity | None:
        """Return the country whose army "the army" is, where all that say whose tell one.

        Args:
            naming: the words of the source: "the army", "the army command".
            others: the words before the same noun elsewhere on the page: "the Kenyan".
        """
        words = naming.lower().split()
        if words[0] != "the" or len(words) > 3 or not all(w in _ORGANS for w in words[1:]):
            return None
        told = {c for before in others if "-" not in before for c in countries_in(before)}
        return self._named_country(told) if self._home in {None, *told} else None

    def _named_country(self, told: set[str]) -> Entity | None:
        """Return the one country told, where it is named itself and not its people alone."""
        country = self._countries.get(next(iter(told))) if len(told) == 1 else None
        return country if country is not None and country.kind == "place" else None

    def state(self, entity: Entity) -> Entity:
        """Return the country of a people's name, or the entity itself."""
        if entity.kind != "group" or not entity.country:
            return entity
        return self._countries.get(entity.country, entity)

    def top_diplomat(self, text: str) -> Entity | None:
        """Return the foreign minister that "the country's top diplomat" means; none of several."""
        if _TOP_DIPLOMAT.search(text) is None:
            return None
        told = set(countries_in(text))
        found = [
            person
            for person in self._people
            if any(_FOREIGN.search(f"{r.title} {r.of or ''}") for r in person.roles)
            and (not told or person.country in told or person.country is None)
        ]
        return found[0] if len(found) == 1 else None

    def head_of(self, text: str) -> Entity | None:
        """Return the premier or president that "the head of government", "of state" means."""
        found = _HEAD_OF.fullmatch(text)
        if found is None:
            return None
        if found["what"].lower() == "government":
            return self._holder("the", "premier", set())
        for of_a_country in (True, False):  # "its president" may be a body's
            heads = [p for p in self._people if any(_leads_a_state(r) for r in p.roles)]
            heads = [p for p in heads if not of_a_country or any(map(_is_of_a_country, p.roles))]
            if heads:
                return heads[0] if len(heads) == 1 else None
        return None

    def chief_of(self, text: str) -> Entity | None:
        """Return whom "the N chief" or "the leader of N" means: who is told to be N's; none of two.

        All that is said of the body must be in its name, as the page told it beside his.
        """
        found = _CHIEF.fullmatch(text)
        said = (
            {w.lower() for w in _WORDS.findall(found["before"] or found["of"])} if found else set()
        )
        said -= _PLAIN
        if not said:
            return None
        led = [
            person
            for person in self._people
            if any(
                r.of and r.title.lower().split()[-1] in _CHIEFS | _HEADS and said <= _words_of(r.of)
                for r in person.roles
            )
        ]
        return led[0] if len(led) == 1 else None

    def somebody(self, text: str) -> bool:
        """Say whether a phrase is "the diplomat" or the like, which may mean who spoke last."""
        article, _, noun = text.lower().partition(" ")
        return article == "the" and noun in _ANYBODY

    def formerly(self, text: str) -> bool:
        """Say whether a phrase tells what somebody was: "the former head of the bank"."""
        words = text.lower().split()
        return len(words) > 2 and words[0] == "the" and words[1] in _FORMER

    def _government(self, before: str) -> Entity | None:
        told = set(countries_in(before))
        if not told:
            words = re.sub(r"['’]s?\Z", "", before.casefold().strip()).split()
            leaders = self._surnames.get(words[-1], ()) if words else ()
            told = {p.country for p in leaders if p.country}
        if not told and self._home is not None and before.lower() in {"", "the"}:
            told = {self._home}
        return self._countries.get(told.pop()) if len(told) == 1 else None

    def _holder(self, before: str, office: str, whose: set[str]) -> Entity | None:
        told = {*countries_in(before), *whose}
        if len(told) > 1:
            return None
        said = {w for w in _WORDS.findall(before.lower()) if w not in _PLAIN and w != "s"}
        said = {w for w in said if not countries_in(w)}
        own = bool(said) and before.partition(" ")[0].lower() in _OWN  # "its water minister"
        known = bool(said) and before.partition(" ")[0].lower() == "the"  # "the foreign minister"
        if not told and before.lower() != "the" and not (own or known):
            return None
        other = _LESSER - {*_WORDS.findall(before.lower())}  # "the premier" is no former one
        holding = [p for p in self._people if _holds(p, said, office, other)]
        found = [p for p in holding if p.country in told] if told else holding
        if told and not found and self._home in {None, *told}:
            # the page may not tell the holder's country beside the name
            found = [
                p
                for p in holding
                if p.country is None and not (_leads_a_body(p, office) or self._among(p, told))
            ]
        return found[0] if len(found) == 1 else None

    def _among(self, person: Entity, told: Collection[str]) -> bool:
        """Say whether somebody is first named beside places of other countries alone."""
        first = min(person.mentions, key=lambda m: m.place, default=None)
        placed = self._placed.get(first.document, ()) if first is not None else ()
        near = {c for at, c in placed if first is not None and abs(at - first.start) <= _BESIDE}
        return bool(near) and near.isdisjoint(told)


def is_part(entity: Entity) -> bool:
    """Say whether a name is that of a part of its country: "northern Peru", not "South Africa"."""
    first, _, rest = entity.name.partition(" ")
    return first.lower() in _PARTS and countries_in(rest) == [entity.country]


def _leads_a_state(role: Role) -> bool:
    """Say whether a role is that of a country's president: not "president of the union"."""
    title = role.title.lower()
    words = title.split()
    president = words[-1:] == ["president"] and _LESSER.isdisjoint(words)
    own = not role.of or _is_of_a_country(role)
    return (president and own) or "head of state" in title


def _words_of(body: str) -> set[str]:
    """Return the words of a body's name and its initials: "FBI", where that is told in full."""
    words = _WORDS.findall(body)
    initials = "".join(w[0] for w in words if w[0].isupper())
    return {initials.lower(), *(w.lower() for w in words)}


def _leads_a_body(person: Entity, office: str) -> bool:
    """Say whether somebody's office is told to be a body's: "president of the Commission"."""
    held = [r for r in person.roles if r.title.lower().split()[-1:] == [office]]
    return any(r.of for r in held) and not any(map(_is_of_a_country, held))


def _is_of_a_country(role: Role) -> bool:
    return bool(role.of and countries_in(role.of))


def _holds(person: Entity, said: set[str], office: str, other: Collection[str]) -> bool:
    """Say whether a person bears an office, by a role without the words of ``other`` ones."""
    for role in person.roles:
        words = role.title.lower().replace("-", " ").split()
        words = [_SHORT.get(word.strip("."), word) for word in words]
        if not words or not {*words}.isdisjoint(other):
            continue
        prime = words[-1] == "minister" and "prime" in words
        if office == "leader" and not said and (words[-1] in _LEADING or prime):
            return True
        if office == "premier" and not said and prime:
            return True
        if words[-2:-1] and words[-1] == "general" and words[-2] in _GENERALLY:
            continue  # a secretary-general is no general
        if words[-1] == office and said <= set(words):
            # "the minister" of no kind is no prime minister
            return bool(said) or office != "minister" or not prime
    return False

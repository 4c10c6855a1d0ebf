"""Verbs of many senses that tell a deed in some company only: "opened the border", not "a shop".

The words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["is_out_of_company"]

#: soldiers, arms and what they hold
_ARMED = frozenset(
    "troop force army soldier military weapon missile tank warship fleet navy warplane artillery "
    "police militia battalion brigade unit regiment division marine fighter garrison patrol "
    "reinforcement convoy checkpoint presence peacekeeper contingent rebel militant paramilitary "
    "guerrilla helicopter gunman insurgent mercenary jihadist armour armor navy squadron mission "
    "separatist occupier invader guard commando legion".split()
)
#: states and what acts for them
_STATES = frozenset(
    "country nation state government republic kingdom ministry minister president premier "
    "parliament army military navy force troop alliance bloc coalition union administration regime "
    "junta embassy neighbour neighbor rebel militia group side".split()
)
#: those who need help
_NEEDY = frozenset(
    "refugee migrant victim survivor evacuee civilian resident villager orphan homeless displaced "
    "needy hungry wounded injured earthquake quake flood rebel fighter insurgent militia regime "
    "government army force country recovery reconstruction operation effort aid assistance relief "
    "food medicine euro dollar pound yen $ fund loan crew team firefighter rescuer medic doctor "
    "ambulance".split()
)
_WAYS = (
    "border frontier crossing checkpoint airspace sky port harbour harbor road highway bridge "
    "corridor strait canal airport route passage pass gate pipeline embassy consulate mission "
    "access siege line lock square street"
)
#: what is lifted, eased or rolled back
_CURBS = (
    "siege blockade curfew ban restriction sanction embargo emergency law closure lockdown order "
    "cordon tariff quarantine censorship control measure roadblock decree freeze rule "
    "blackout moratorium visa requirement boycott curb limit"
)
_FIGHTS = (
    "sit-in walkout siege occupation blockade hostility offensive fighting operation war rule "
    "boycott strike "
    "embargo standoff campaign crackdown protest mutiny rebellion insurgency bombardment bombing "
    "shelling raid attack violence conflict struggle enrichment programme program activity test "
    "sanction ban closure ceasefire production construction curfew"
)
_LET_IN = (
    "aid convoy inspector observer monitor journalist worker peacekeeper access entry evacuation "
    "passage delivery refugee civilian supply ship flight truck shipment medic doctor ambulance "
    "vehicle rescuer investigator prisoner detainee enter return leave pass cross evacuate deliver "
    "inspect resume reach go operate protest demonstrate vote"
)
_GIVEN_BACK = (
    "body remains corpse prisoner captive hostage land territory property asset artefact artifact "
    "treasure passport power control island plane ship vessel barge boat trawler tanker refugee "
    "civilian internee"
)
#: who cries out against somebody
_CROWDS = frozenset(
    "crowd protester demonstrator supporter marcher activist mob opponent rioter striker student "
    "worker mourner worshipper hundred thousand dozen villager resident slogan protest march rally "
    "demonstration protestor".split()
)
#: what is caught and is neither people nor land
_CAUGHT = frozenset(
    "video camera film tape attention imagination footage image photo picture mood spirit medal "
    "title vote market share prize trophy crown headline essence moment scene audience carbon "
    "heart".split()
)
_PEOPLE, _LANDS, _TROOPS = "PEOPLE", "LANDS", "TROOPS"
_POWERS, _HELPED, _CRIERS = "POWERS", "HELPED", "CRIERS"
#: types, verbs that are read as such, and what stands beside them where they are; in capitals
#: what is no list of words
_WANTED = [
    ("CONCEDE", "leave", _TROOPS),
    ("RETREAT CONCEDE", "open reopen", _WAYS),
    ("RETREAT CONCEDE", "reopen", "school university mosque parliament court market refinery talk"),
    ("RETREAT CONCEDE", "lift waive ease relax loosen", _CURBS),
    ("RETREAT CONCEDE", "allow permit", _LET_IN),
    ("RETREAT CONCEDE", "end cease stop suspend", _FIGHTS),
    ("RETREAT", "return", f"{_TROOPS} {_GIVEN_BACK}"),
    ("RETREAT", "reduce", f"{_TROOPS} sentence presence tension"),
    ("RETREAT CONCEDE", "roll", f"{_TROOPS} {_CURBS} reform increase hike price change plan cut"),
    ("RETREAT", "pull", f"{_TROOPS} {_LANDS}"),
    ("RETREAT", "release", f"{_PEOPLE} body remains fund money aid asset ship vessel crew"),
    (
        "COOPERATE AGREE",
        "join",
        "coalition alliance exercise drill operation force fight war talk bloc treaty pact "
        "offensive effort investigation probe inquiry",
    ),
    (
        "COOPERATE",
        "buy sell build train trade share team hand finance begin launch deliver establish "
        "exchange swap purchase",
        _POWERS,
    ),
    ("AID", "help support assist provide fund send fly sponsor contribute give award", _HELPED),
    ("AID", "supply transfer hand offer deliver feed train", _HELPED),
    ("PROTEST", "shout yell scream", _CRIERS),
    ("ASSAULT", "hang", _PEOPLE),
    (
        "COERCE",
        "cut",
        "supply power electricity water internet link line communication access road route aid gas "
        "food fuel service signal cable phone telephone off",
    ),
    ("COERCE", "steal", f"{_TROOPS} {_POWERS}"),
    ("THREATEN", "raise", "tariff duty tax sanction alarm"),
    (
        "THREATEN",
        "respond",
        "force strike missile fire military attack measure retaliation kind provocation "
        "aggression incursion violation",
    ),
]
_BY_VERB: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
for _types, _verbs, _words in _WANTED:
    for _verb in _verbs.split():
        _BY_VERB.setdefault(_verb, []).append(
            (frozenset(_types.split()), frozenset(_words.split()))
        )
_LISTS = {_TROOPS: _ARMED, _POWERS: _STATES, _HELPED: _NEEDY, _CRIERS: _CROWDS}
_NAMED = {
    _LANDS: frozenset(["PLACE"]),
    _POWERS: frozenset(["PLACE", "GROUP"]),
    _HELPED: frozenset(["PLACE", "GROUP", "ORG"]),
    _CRIERS: frozenset(["GROUP"]),
}
#: prepositions of where something is done
_WHERE = frozenset(["in", "at", "near", "from", "around", "outside"])
_BESIDE = frozenset(
    "nsubj nsubj:pass obj iobj obl obl:agent xcomp ccomp advcl compound:prt".split()
)
_NEAR = frozenset("compound amod nmod nmod:poss conj appos flat nummod".split())


def is_out_of_company(word: Token, kind: str) -> bool:
    """Say whether a verb read as a deed of a type lacks beside it what makes it one."""
    if word.pos_ != "VERB":
        return False
    lemma = word.lemma_.lower()
    if lemma == "capture" and kind == "COERCE":
        return any(p.lemma_.lower() in _CAUGHT for p in _parts(word))
    if lemma == "return" and _gives_back(word):
        return False
    if lemma == "leave" and kind == "RETREAT":  # "left four gunmen dead"
        return not any(p.lemma_.lower() in _ARMED for p in _parts(word) if p.i < word.i)
    wanted = [words for types, words in _BY_VERB.get(lemma, ()) if kind in types]
    if not wanted:
        return False
    parts = list(_parts(word))
    if any(p.dep_ == "obj" and p.lower_ == "it" and p.head.i == word.i for p in parts):
        return not any(p.ent_type_ == "PLACE" for p in parts)  # "Peru would reopen it"
    return not any(_is_of(part, words) for words in wanted for part in parts)


def _gives_back(verb: Token) -> bool:
    """Say whether something is returned to a country or a body: "returned the mask to Peru"."""
    given = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    below = [*verb.children, *(t for g in given for t in verb.subtree)]
    to = (c for c in below if c.i > verb.i and "to" in prepositions(c))
    return bool(given) and any(
        t.ent_type_ in {"PLACE", "ORG", "GROUP"} or t.lemma_.lower() in _STATES
        for c in to
        for t in (c, *c.children)
    )


def _parts(verb: Token) -> Iterator[Token]:
    """Yield what stands beside a verb, with what belongs to it, and who it shares with another."""
    beside = [c for c in verb.children if c.dep_ in _BESIDE]
    over = verb
    while over.dep_ in {"conj", "xcomp", "advcl"} and over.head.i != over.i:
        over = over.head
        beside += [c for c in over.children if c.dep_.startswith(("nsubj", "obj"))]
    if verb.dep_.startswith("acl"):
        beside.append(verb.head)
    for part in beside:
        yield part
        for near in part.children:
            if near.dep_ in _NEAR or (near.dep_ in _BESIDE and part.pos_ == "VERB"):
                yield near
                yield from (g for g in near.children if g.dep_ in _NEAR)


def _is_of(part: Token, words: frozenset[str]) -> bool:
    """Say whether a word is one that is wanted, or of a kind that is."""
    lemma = part.lemma_.lower()
    if lemma in words:
        return True
    if any(lemma in _LISTS[name] for name in words & _LISTS.keys()):
        return True
    named = part.ent_type_
    over = part.head if part.dep_ in {"compound", "flat", "amod", "nmod:poss"} else part
    if _PEOPLE in words:
        return named in {"PERSON", "GROUP"} or part.tag_ == "PRP" or lemma in party_words()
    if _LANDS not in words and (prepositions(part) | prepositions(over)) & _WHERE:
        return False  # "helped her win a seat in Lima"
    return any(named in kinds for name, kinds in _NAMED.items() if name in words)

"""What a statement foretells in its own words: which deed, by whom, of whom.

Events are read from what happened; what is feared is often told by a noun that nothing marks as
ahead ("a military incursion was imminent"). Here the words of the statement tell: its cue warns,
or it says that something is about to come.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable
from typing import NamedTuple

import lemminflect
import numpy as np

from histor.assess.foretold_clauses import PUNISHED, main_words
from histor.assess.unfulfilled import foretells_breaking
from histor.extract.events.event_words import event_words
from histor.records import Claim, Entity

__all__ = ["Deed", "Named", "deed_of", "foretells", "giving_way"]

_WARNING = re.compile(r"\b(?:warn|caution|alert|threat|sound\w* the alarm)", re.I)
_FORECASTING = re.compile(r"\b(?:predict|forecast|foresee|foresaw|fear)", re.I)
#: words that tell what is not yet
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|can|shall|should|going to|about to|set to|risk\w*|likely|"
    r"likelihood|imminent|looming|unless|if|possible|possibility|potential|danger|further|"
    r"becom(?:e|ing)|next|coming)\b|['’]ll\b"
)
#: what is warned of or against is ahead, and so is what one threatens to do
_OF = re.compile(r"\b(?:of|against|about|over|that)\s*\Z|\bto\s*\Z", re.I)
_TO = re.compile(r"\A(?:to|of|against)\b", re.I)
#: words that foretell whatever the cue is
_AT_HAND = re.compile(
    r"\b(?:imminent|looming|inevitable|a (?:matter|question) of time|poised to|"
    r"(?<!was )(?<!were )about to|on the (?:brink|verge) of|"
    r"in the (?:next|coming) (?:few )?(?:[\w-]+ (?:(?:to|or) [\w-]+ )?)?(?:hours?|days?|weeks?)|"
    r"(?:will|would|could|may|might)\b[^.;]* within (?:the )?(?:next |coming )?(?:few )?"
    r"(?:[\w-]+ )?(?:hours?|days?|weeks?)|"
    r"(?:will|would|could|might)\b[^.;]{0,120}? (?:by|before) \W?"
    r"(?:the (?:end|middle|start) of|next|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:early |late |mid-?)?(?:january|february|march|april|june|july|august|september|october|"
    r"november|december)|\d{1,2} [a-z]{3,9})\b|"
    r"(?:could|may|might) (?:yet )?(?:reach|rise to|climb to|exceed|top))\b",
    re.I,
)
#: before the first of two sides: "war between X and Y"
_BETWEEN = re.compile(r"\bbetween (?:the )?\Z", re.I)
#: whom a deed only draws in
_DRAWN_IN = re.compile(r"\b(?:draw|drag|suck|pull)(?:s|ing)? in\b", re.I)
#: what is promised: "undertook | to free nine miners"
_TO_DO = re.compile(
    r"\A\W*to (?:[a-z]+ly )?[“‘\"']?(?!have\b|be able\b|the\b|an?\b)[a-z]{2,}", re.I
)
#: verbs of what is promised, beside those that name one deed whatever stands around them
_PROMISED = frozenset(
    "release free leave lift evacuate disarm march boycott dissolve halt stop launch stage carry "
    "resume".split()
)
#: what is expected: "expect | fighting to resume", and told to be sure
_EXPECTING = re.compile(r"\b(?:expect|anticipat)", re.I)
_TO_COME = re.compile(r"\bto (?:be )?[a-z]{3,}")
#: by whom: "expects | the house to pass it", where no word names a deed
_SOMEBODYS = re.compile(r"\A\W*(?!to\b)(?:[\w’'-]+ ){1,6}?to (?!be\b|have\b)[a-z]{3,}", re.I)
#: and by when what is promised is to be done
_BY_THEN = re.compile(
    r"\b(?:by|before) (?:the )?(?:(?:end|start|middle|first|last) of|next|\d{1,2} [a-z]|"
    r"(?:early |late |mid-?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|"
    r"april|may|june|july|august|september|october|november|december))\b",
    re.I,
)
_SURE = re.compile(r"\b(?:confident|convinced|certain|optimistic)\W* that\b", re.I)
#: what is set for a day: "will be held in Lima on 4 May"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|(?:\d{1,2} )?(?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|"
    r"nov|dec)\b)"
)
_SET = re.compile(
    rf"\b(?:will|would|(?:is|are) (?:due |set |expected |scheduled )?to)\b[^.;]{{0,120}}? (?:(?:on|"
    rf"from|by|before|in the \w+ of) {_DAY}|(?:later )?(?:next|this) (?:week|month)\b|tomorrow\b|"
    r"(?:by|before|at) the end of (?:the|this|next)\b)",
    re.I,
)
#: what was stopped and is to go on, of which no word names a deed
_GOING_ON = re.compile(
    r"\b(?:will|would|(?:is|are) to) (?:be )?(?:re-?open|resum|restor|restart)", re.I
)
#: who speaks says of himself what he is going to do
_OWN_DEED = re.compile(
    r"\W*(?:it|he|she|they|we|I)(?: (?:will|would|shall)|['’]ll) (?:(?:also|soon|now) )?"
    r"(?:return|resign|step down|quit|sign|attend|boycott|appeal|sue|speak|address|visit|travel|"
    r"meet|withdraw|send|open|close|re-?open|publish|announce|hold|launch|lift|release|free|"
    r"appoint|propose|submit|file|veto|vote|ratify|investigate|pay|provide|deploy|deliver|"
    r"supply|stand|run|leave|hand over|join|evacuate|suspend|resume|halt|stop|end|ban|cut|"
    r"raise|set up|put up|build|rebuild|fight|march|extend|dissolve|disarm|recogni[sz]e|"
    r"restore|repair|expel|recall|summon|challenge|scrap|drop|form|repeal|revoke)\b",
    re.I,
)
#: what is done about deeds and laws, which are not done by it
_ON_DEEDS = re.compile(
    r"\W*(?:it|he|she|they|we|I)(?: (?:will|would|shall)|['’]ll) (?:challenge|scrap|drop|veto|"
    r"repeal|revoke|investigate|publish)\b",
    re.I,
)
#: verbs whose object names the deed: "to hold a march"
_LIGHT = frozenset(
    "hold stage launch carry make take give start begin end stop halt continue resume join attend "
    "host open lift send put allow provide deliver keep undertake conduct commit use go".split()
)
#: meetings that are to be held, and who is to be there
_MEETING = r"\b(?:talks|summits?|meetings?|negotiations|conference|committee|council|commission)\b"
_HELD = re.compile(
    rf"{_MEETING}[^.;]{{0,80}}?\b(?:will|would|(?:is|are|was|were) to)\b(?: \w+)?? "
    r"(?:open|begin|start|resume|convene|meet|go ahead|take place|be (?:held|hosted|convened))\b|"
    r"\b(?:will|would|(?:is|are) going to|to)\b(?: \w+)? (?:attend|take part in|join|host|hold|"
    rf"open|begin|start|resume|convene)\b[^.;]{{0,60}}?{_MEETING}|"
    r"\b(?:will|would|to) (?:\w+ )?send (?:\w+ ){0,3}?(?:delegation|envoys?|mediators?|"
    r"negotiators?)\b",
    re.I,
)
#: soldiers who are to go home, walls that are to come down, and crowds that are to gather
_SOLDIERS = r"\b(?:troops|soldiers|forces|fighters|men|units|tanks|army|guards)\b"
_HOMEWARD = re.compile(
    rf"\b(?:send|order|bring|pull|call|draw|take|move)(?:s|ing)?\b(?=[^.;]*{_SOLDIERS})"
    rf"[^.;]{{0,70}}?\b(?:home|back|out|off)\b|{_SOLDIERS}[^.;]{{0,40}}\b(?:leave|withdraw|"
    r"pull (?:out|back)|go home|return to (?:their )?barracks)\b",
    re.I,
)
_WALL = r"\b(?:barricade|roadblock|blockade|road block|checkpoint|siege|protest camp|picket)s?\b"
_TAKEN_DOWN = re.compile(
    rf"{_WALL}[^.;]{{0,40}}?\b(?:come down|lifted|dismantled|cleared|taken down|removed|end)\b"
    rf"|\b(?:remove|lift|dismantle|clear|take down)\b[^.;]{{0,30}}?{_WALL}",
    re.I,
)
_GATHERING = re.compile(
    r"\b(?:gatherings|rally|rallies|marches|vigils?|(?:on|general|hunger) strike)\b|\b(?:workers|"
    r"drivers|teachers|miners|unions?|pilots|doctors|nurses|staff|students)\b[^.;]{0,30}\b(?:strike|"
    r"walk out)\b|\b(?:back on|take to|return to|out on) the streets\b",
    re.I,
)
#: what is done to a gathering is no gathering: "to target large gatherings"
_STRIKING = re.compile(r"\b(?:target|attack|bomb|hit|strike|shoot at|fire on)(?:ing)? \b", re.I)
_DISSOLVING = re.compile(
    r"\bdissolv\w+ (?:the )?(?:\w+ )?(?:parliament|assembly|house|congress)", re.I
)
_BY_FORCE = re.compile(r"\bby force\b", re.I)
#: how a side gives way, by the words that say so
_WAYS = (
    ("release", re.compile(r"\b(?:release|free|set free)(?:d|s|ing)?\b", re.I)),
    ("ceasefire", re.compile(r"\b(?:cease-?fire|truce)\b|\blay down\b", re.I)),
    ("withdraw", re.compile(r"\b(?:withdraw\w*|pull\w*|leave|vacate|quit|home|barracks)\b", re.I)),
)
#: who will resist a deed does not foretell it
_RESISTING = re.compile(
    r"\A(?:\w+ ){1,3}?(?:will|would) (?:\w+ )?(?:resist|oppose|reject|defend|condemn|prevent)", re.I
)
#: what may be done by way of answer, or has been, is not what is foretold
_BESIDE = re.compile(
    r"\b(?:if|unless|until|till|after|because|following|before|in response|since|when|should)\b",
    re.I,
)
_CONDITION = re.compile(r"\W*(?:that )?(?:if|unless|should)\b", re.I)
_FORCE = re.compile(
    r"\b(?:military (?:action|intervention|strike)s?|use of force|use force)\b", re.I
)
_HAD = re.compile(r"\b(?:had|has|have|was|were|did)\b")  # and what follows is past
_CLAUSE_END = re.compile(r"[;:—–]|, (?:and|but) ")
_WORD = re.compile(r"[A-Za-z][\w-]+")
_BY = re.compile(r"\bby (?:[a-z]+ ){0,2}\Z")
#: deeds that are foretold; talk of talk is none
_KINDS = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "OTHER")
#: verbs of deeds whose nouns tell none, and what stands before a noun: "the national | level"
_AS_VERBS = frozenset(["level", "rebel", "board", "block", "storm"])
_AS_NOUN = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|that|any|no|every) (?:[a-z]+ )?\Z", re.I
)
#: words that name a deed by their company alone
_PLAIN = frozenset(
    "be have do make take go get give keep put say come see become force face open exchange "
    "blow use".split()
)


#: "hand over the town", and no "hand of the state"
_HANDING = re.compile(r" (?:\w+ ){0,4}?(?:over|back)\b")


class Deed(NamedTuple):
    """A deed ahead, as a statement's words tell it."""

    type: str
    #: entities
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mode: str | None = None


def foretells(claim: Claim, between: str) -> bool:
    """Say whether a statement's own words say that something is ahead.

    ``between`` is what stands between its cue and its content: "against", "that".
    """
    content = claim.content.text
    cue = claim.cue.text if claim.cue is not None else ""
    if claim.act == "promise" and _promises(content):
        return True
    if _EXPECTING.search(cue) and (
        _SOMEBODYS.match(content) or (_TO_COME.search(content) and _trigger(content) is not None)
    ):
        return True
    sure = _SURE.search(content) or _SURE.search(f"{between.strip()} that")
    dated = _SET.search(content)
    if _OWN_DEED.match(content):
        return True
    if dated and (
        _GOING_ON.search(dated[0])
        or _trigger(dated[0]) is not None
        or _trigger(_HAD.split(content[_clause(content, dated.start()) : dated.start()])[0])
    ):
        return True
    if sure and _AHEAD.search(content):
        return True
    if _WARNING.search(cue):
        of = _OF.search(cue) or _OF.search(between.strip() or " ") or _TO.search(content)
        return _AHEAD.search(content) is not None or bool(
            of and not between.strip().endswith("that")
        )
    told_ahead = claim.act == "predict" and _CONDITION.match(content) is None
    if told_ahead or _FORECASTING.search(cue):
        return _AHEAD.search(content) is not None
    return _AT_HAND.search(content) is not None


def deed_of(claim: Claim, named: Named) -> Deed:
    """Return the deed that a statement's words tell as ahead; of no kind it is ``OTHER``."""
    content = claim.content
    words = main_words(content.text)
    besides = _BESIDE.search(words, 1)
    text = words[: besides.start()] if besides else words
    dated = _SET.search(text)
    first = _clause(text, dated.start()) if dated else 0  # what the rest tells is beside it
    found = None if _RESISTING.search(text) else _trigger(text[first:])
    beside = _ON_DEEDS.match(text) is not None or (claim.act == "promise" and _is_no_deed(text))
    if foretells_breaking(claim) or (beside and not giving_way(text)):
        found = None  # "will challenge the raid", "to rebuild the burnt houses"
    speaker = claim.source.entity if claim.source is not None else None
    if found is None:
        own = _OWN_DEED.match(text) is not None or (beside and _TO_DO.match(text) is not None)
        return Deed("OTHER", (speaker,) if own and speaker else (), ())
    kind, at = found[0], found[1] + first
    actors, targets = [], []
    for start, end, entity, acts in named.within(
        content.document, content.start, content.start + len(text)
    ):
        low, high = start - content.start, end - content.start
        if not text[low:high].strip():
            continue  # on which it hangs alone
        done_by = _BY.search(text[:low]) is not None and low > at
        side = kind == "ASSAULT" and low > at and _BETWEEN.search(text[:low]) is not None
        if acts and (done_by or side or high <= at):
            actors.append((done_by, low, entity))
        elif (low > at or not acts) and not _DRAWN_IN.search(text[:low]):
            targets.append(entity)
    doer = max(actors, default=None)
    if doer is None and speaker is not None and (_TO_DO.match(text) or _OWN_DEED.match(text)):
        doer = (False, 0, speaker)
    mode = next((way for way, words in _WAYS if words.search(text)), None)
    return Deed(
        kind,
        (doer[2],) if doer else (),
        tuple(dict.fromkeys(targets))[: 3 if kind == "CONSULT" else 1],
        mode if kind == "RETREAT" else None,
    )


def _clause(text: str, at: int) -> int:
    """Return where the clause begins that holds a place of a text."""
    return max((m.end() for m in _CLAUSE_END.finditer(text, 0, at)), default=0)


def _is_no_deed(text: str) -> bool:
    """Say whether the verb of what is promised names no deed: "to rebuild the burnt houses"."""
    told = _TO_DO.match(text)
    verb = _last(told[0]) if told is not None else ""
    return bool(verb) and verb not in _PROMISED | _LIGHT and _trigger(verb) is None


def _last(words: str) -> str:
    """Return the last word, without the mark that may open it."""
    return words.rpartition(" ")[2].lower().strip("“‘\"'")


def _promises(text: str) -> bool:
    """Say whether somebody promises a deed by its own verb: "to free nine miners"."""
    told = _TO_DO.match(text)
    if told is not None and _BY_THEN.search(text):
        return True
    if told is None or _trigger(text) is None:
        return False
    verb = _last(told[0])
    sure = "verb" in event_words().sure.get(verb, {})
    return sure or verb in _PROMISED or giving_way(text) or _HELD.search(text) is not None


def giving_way(text: str) -> bool:
    """Say whether words foretell that soldiers go home or walls come down, not by force."""
    down = _TAKEN_DOWN.search(text) is not None and _BY_FORCE.search(text) is None
    return down or _HOMEWARD.search(text) is not None


def _trigger(text: str) -> tuple[str, int] | None:
    """Return the kind of deed that a text names first, and where."""
    words = event_words()
    held = _HELD.search(text)
    if held is not None:
        return "CONSULT", held.start()
    for way in (_HOMEWARD, _TAKEN_DOWN):
        away = way.search(text)
        if away is not None:
            return ("COERCE" if _BY_FORCE.search(text) else "RETREAT"), away.start()
    for what, known in (
        ("COERCE", PUNISHED),
        ("ASSAULT", _FORCE),
        ("PROTEST", _GATHERING),
        ("OTHER", _DISSOLVING),
    ):
        if (told := known.search(text)) is not None:
            struck = _STRIKING.search(text, 0, told.start()) if what == "PROTEST" else None
            return ("ASSAULT", struck.start()) if struck is not None else (what, told.start())
    for match in _WORD.finditer(text):
        bases = {b for found in lemminflect.getAllLemmas(match[0].lower()).values() for b in found}
        noun = _AS_NOUN.search(text, 0, match.start()) is not None
        for base in sorted(bases - _PLAIN):
            if noun and base in _AS_VERBS:
                continue
            if base == "hand" and not _HANDING.match(text, match.end()):
                continue
            kinds = set(words.sure.get(base, {}).values()) or words.triggers.get(base, set())
            kind = next((k for k in _KINDS if k in kinds), None)
            if kind is None and base in words.other:
                kind = "OTHER"
            if kind is not None:
                return kind, match.start()
    return None


class Named:
    """The entities that some pages name, by where they stand, and whether they can act."""

    def __init__(self, entities: Iterable[Entity], pages: Collection[str]) -> None:
        self._numbers = {page: n for n, page in enumerate(sorted(pages))}
        #: the entities' ids, and whether each can act
        self._ids: list[str] = []
        self._acts: list[bool] = []
        at, starts, ends, who = (array("i") for _ in range(4))
        for entity in entities:
            if entity.kind == "other":
                continue
            town = entity.kind == "place" and not (
                entity.place is not None
                and entity.place.feature.startswith(("PCL", "PPLC", "ADM1"))
            )
            for mention in entity.mentions:
                page = self._numbers.get(mention.document)
                if page is not None:
                    at.append(page)
                    starts.append(mention.start)
                    ends.append(mention.end)
                    who.append(len(self._ids))
            self._ids.append(entity.id)
            self._acts.append(not town)
        pages_of, first, last, whom = (np.array(a, np.int32) for a in (at, starts, ends, who))
        order = np.lexsort((whom, last, first, pages_of))
        self._starts, self._ends, self._who = first[order], last[order], whom[order]
        #: where the names of each page begin
        self._begins = np.searchsorted(pages_of[order], np.arange(len(self._numbers) + 1))

    def within(self, page: str, start: int, end: int) -> list[tuple[int, int, str, bool]]:
        """Return the entities between two places of a page: start, end, id, whether it can act."""
        number = self._numbers.get(page)
        if number is None:
            return []
        low, high = self._begins[number : number + 2].tolist()
        first, last = (low + np.searchsorted(self._starts[low:high], (start, end))).tolist()
        columns = (c[first:last].tolist() for c in (self._starts, self._ends, self._who))
        return [(a, b, self._ids[n], self._acts[n]) for a, b, n in zip(*columns, strict=True)]

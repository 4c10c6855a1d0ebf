"""Each of two sides says that the other began it: who shot first, who rammed whom.

Each speaks of a deed of the other, near the other's words on a page, or of one day on two, and one
of them tells of a beginning or an answer: "X said that Y's troops fired first; Y said that X's had
attacked its post". A side that only came under attack, or defended itself, says as much. Neither
account is borne out by the other, and none of them is what happened.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.parts import sentence_at
from histor.assess.side_words import SideWords
from histor.records import Claim, ClaimAct, Document, Entity, Event, Span

__all__ = ["deed_laid", "mutual_blame"]

_TELLING: frozenset[ClaimAct] = frozenset(["assert", "accuse", "condemn"])
#: sentences from one account to the other's, at most
_BESIDE = 3
#: accounts of one day that are compared
_COMPARED = 12
#: words of who began and who answered
_BEGAN = re.compile(
    r"\b(?:first|start(?:ed|ing|s)?|beg[au]n|provo[ck]\w+|unprovoked|respon(?:d|s)\w*|retaliat\w+"
    r"|return(?:ed|ing|s)? (?:the )?fire|self-?defen[cs]e|defended (?:itself|themselves)|blam\w+"
    r"|initiat\w+|came under|ambush\w*|deliberate(?:ly)?|intentional(?:ly)?|ignor\w+)\b",
    re.I,
)
#: deeds that one side lays on another
_DEED = re.compile(
    r"\b(?:attack(?:ed|s|ing)?|assault(?:ed|s|ing)?|ambush(?:ed|es|ing)?|storm(?:ed|s|ing)|"
    r"fir(?:ed|es|ing)|open(?:ed|s|ing) fire|"
    r"shot|shoot(?:s|ing)?|shell(?:ed|s|ing)|bomb(?:ed|s|ing)|bombard(?:ed|s|ing)|"
    r"str(?:uck|ikes|iking)|hit(?:s|ting)?|beat(?:en|s|ing)?|thr(?:ew|own|owing)|hurl(?:ed|ing)|"
    r"pelt(?:ed|ing)|ramm(?:ed|ing)|collid(?:ed|ing)|bump(?:ed|ing)|crash(?:ed|ing)|"
    r"clash(?:ed|ing)|provok(?:ed|ing)|raid(?:ed|ing)|kill(?:ed|s|ing)?|broke|broken|violat(?:ed|ing)|"
    r"seiz(?:ed|ing)|charg(?:ed|ing) at|start(?:ed|ing)|began)\b",
    re.I,
)
#: deeds of one kind, by how their words begin
_KINDS = {
    "met": ("ram", "collid", "bump", "crash", "hit", "str"),
    "shot": ("fir", "open", "shot", "shoot", "shell", "bomb"),
    "attacked": ("attack", "assault", "storm", "raid", "ambush"),
    "broke": ("broke", "violat"),
}
#: events that have the day of what is laid on somebody
_DATED = frozenset(["ASSAULT", "OTHER", "COERCE", "PROTEST", "RETREAT"])
#: that somebody came under attack or only answered one: the deed is the other's, whoever it is
_SUFFERED = re.compile(
    r"\b(?:c[ao]me under (?:\w+ )?(?:attack|fire|assault|shelling)|"
    r"(?:(?:had|has|have) been|was|were) (?:also |first )?(?:attacked|ambushed|fired (?:up)?on|"
    r"shot at|shelled|assaulted|pelted|rammed)|"
    r"(?:return(?:ed|ing)|respond(?:ed|ing)(?: to)?) (?:the )?(?:fire|attack)s?|"
    r"(?:had )?(?:only |merely )?(?:responded|retaliated|defended (?:themselves|itself))|"
    r"(?:in|acted in) self-?defen[cs]e)\b",
    re.I,
)
#: what stands before a deed that befalls who is named before it, and before one that is none
_BEFALLS = re.compile(r"\b(?:was|were|been|being|be|get|got)(?: \w+ly)? \Z", re.I)
_UNDONE = re.compile(
    r"\b(?:would|will|could|can|may|might|should|must|to|if|not|never|no|planned|threatened|"
    r"want\w*|without)\b(?: \w+){0,2} ?\Z|n['’]t(?: \w+)? ?\Z",
    re.I,
)
#: where the clause ends that tells who did it
_CLAUSE = re.compile(r"[;:]|, |\b(?:and|when|after|because|while|but|before) ", re.I)
_BY = re.compile(r"[^.,;]{0,40}?\b(?:by|from) ", re.I)
#: what a deed befell: the words behind it
_OBJECT = 60


class _Told(NamedTuple):
    """What one side says that another did."""

    claim: Claim
    sentence: Span
    #: numbers of the sentence and of the paragraph on its page
    at: int
    paragraph: int
    #: the side that says so, those that did it, and whom it befell
    teller: frozenset[str]
    doers: frozenset[str]
    struck: frozenset[str]
    #: that the teller's own only suffered it, or answered
    suffered: bool
    #: what kind of deed it is
    deed: str


def mutual_blame(
    claims: Mapping[str, Sequence[Claim]],
    events: Iterable[Event],
    entities: Iterable[Entity],
    ground: Ground,
) -> tuple[Ruling, ...]:
    """Return a contradiction for each two sides that lay one beginning on each other, by id.

    Args:
        claims: by page.
        events: the case's.
        entities: the case's, with the places where they are named.
        ground: the case's pages, entities and origins. Of pages that tell it of one day, or are of
            one origin, the first counts.
    """
    likely: dict[str, list[Claim]] = {}
    for page in claims:
        own = [c for c in claims[page] if c.act in _TELLING and c.source and _deeds(c)]
        if own:
            likely[page] = sorted(own, key=lambda c: c.content.place)
    sides = SideWords(likely.keys(), entities, ground)
    found: dict[tuple[str, frozenset[str]], list[tuple[_Told, _Told]]] = defaultdict(list)
    days = _Days(likely.keys(), events)
    of_day: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for page in sorted(likely):
        told = list(_told(ground.documents[page], likely[page], sides))
        for one in told:
            if one.deed and (day := days.of(one.claim)) is not None:
                of_day[day, one.deed].append(one)
        for n, one in enumerate(told):
            for other in told[n + 1 :]:
                if other.at - one.at > _BESIDE:
                    break
                if _against(one, other):
                    when = days.of(one.claim) or ground.origin_of[page]
                    found[when, _blamed(one, other)].append((one, other))
    for day, kind in sorted(of_day):
        for one, other in _across(of_day[day, kind], ground):
            found[day, _blamed(one, other)].append((one, other))
    rulings = (_ruling(pairs, ground) for pairs in found.values())
    return tuple(sorted(rulings, key=lambda r: r.dispute.id))


class _Days:
    """The days of deeds by where pages tell them."""

    def __init__(self, pages: Set[str], events: Iterable[Event]) -> None:
        self._of: dict[str, str] = {}
        self._told: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for event in events:
            date = event.date
            if event.type not in _DATED or date is None or date.length:
                continue
            for mention in event.mentions:
                if mention.span.document in pages:
                    self._told[mention.span.document].append((mention.span.start, date.earliest))
                    self._of[event.id] = date.earliest
        for told in self._told.values():
            told.sort()

    def of(self, claim: Claim) -> str | None:
        """Return the day of what a claim tells: its own, or that of the deed told last before."""
        own = next((self._of[e] for e in claim.events if e in self._of), None)
        if own is not None:
            return own
        told = self._told.get(claim.document, [])
        at = bisect_left(told, (claim.content.end, ""))
        return told[max(0, at - 1)][1] if told else None


def _deeds(claim: Claim) -> bool:
    text = claim.content.text
    return bool(_DEED.search(text) or _SUFFERED.search(text))


def _across(told: Sequence[_Told], ground: Ground) -> Iterator[tuple[_Told, _Told]]:
    """Yield two accounts of a day's deed on pages of two origins that blame each other."""
    by_sides: dict[tuple[frozenset[str], frozenset[str]], _Told] = {}
    for one in sorted(told, key=lambda t: (t.claim.document, t.at, t.claim.id)):
        by_sides.setdefault((one.teller, one.doers), one)
    apart = list(by_sides.values())[:_COMPARED]
    for n, one in enumerate(apart):
        for other in apart[n + 1 :]:
            pages = (ground.origin_of[t.claim.document] for t in (one, other))
            if len(set(pages)) > 1 and _against(one, other):
                yield one, other


def _told(page: Document, claims: Sequence[Claim], sides: SideWords) -> Iterator[_Told]:
    starts = {start: n for n, (start, _) in enumerate(page.sentences)}
    for claim in claims:
        sentence = sentence_at(page, claim.content.start)
        if sentence is None:
            continue
        teller = sides.teller(claim)
        if not teller:
            continue
        at = starts[sentence.start]
        told = deed_laid(claim, teller, sides)
        suffered = _SUFFERED.search(claim.content.text)
        if told is None and suffered is not None:
            by = _BY.match(claim.content.text, suffered.end())
            told = _behind(sides, claim.content, by) - teller, frozenset[str](), ""
        if told is not None:
            doers, struck, deed = told
            paragraph = page.text.count("\n\n", 0, sentence.start)
            answers = suffered is not None
            yield _Told(claim, sentence, at, paragraph, teller, doers, struck, answers, deed)


def deed_laid(
    claim: Claim, teller: frozenset[str], sides: SideWords
) -> tuple[frozenset[str], frozenset[str], str] | None:
    """Return who did the first deed that a claim lays on others than its teller, to whom, what."""
    page, text, first = claim.document, claim.content.text, claim.content.start
    for match in _DEED.finditer(text):
        before = text[: match.start()]
        if _UNDONE.search(before):
            continue
        if _BEFALLS.search(before):
            doers = _behind(sides, claim.content, _BY.match(text, match.end()))
            struck = sides.of(page, first, first + match.start())
        else:
            clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
            doers = sides.of(page, first + clause, first + match.start())
            doers = doers or sides.of(page, first, first + match.start())
            end = min(claim.content.end, first + match.end() + _OBJECT)
            struck = sides.of(page, first + match.end(), end)
        if doers - teller:
            return doers - teller, struck - doers, _kind(match[0])
    return None


def _kind(deed: str) -> str:
    """Return of what kind a deed is, so that two words can tell one."""
    word = deed.lower()
    return next((kind for kind, stems in _KINDS.items() if word.startswith(stems)), "")


def _behind(sides: SideWords, content: Span, by: re.Match[str] | None) -> frozenset[str]:
    """Return the sides that are named right behind "by" or "from", if it stands there."""
    if by is None:
        return frozenset()
    start = content.start + by.end()
    return sides.of(content.document, start, min(content.end, start + _OBJECT))


def _against(one: _Told, other: _Told) -> bool:
    """Say whether each lays it on the other, and one of them speaks of a beginning."""
    if one.claim.source is None or other.claim.source is None:
        return False
    if one.claim.source.entity is not None and one.claim.source.entity == other.claim.source.entity:
        return False
    if not any(_BEGAN.search(t.claim.content.text) for t in (one, other)):
        return False
    # what both are tells them apart no more: two ministries, two parties of one country
    both = one.teller & other.teller
    tellers = one.teller - both, other.teller - both
    if not all(tellers):
        return False
    doers = one.doers - both, other.doers - both
    if doers[0] & doers[1]:
        return False
    return _lays_on(one, doers[0], other, tellers[1]) and _lays_on(other, doers[1], one, tellers[0])


def _lays_on(one: _Told, doers: frozenset[str], other: _Told, other_side: frozenset[str]) -> bool:
    """Say whether what one tells was done by the other side, or by its kind."""
    if doers:
        return bool(doers & (other_side | (other.struck - one.teller)))
    # who only came under attack, or answered, answers who lays the deed on him right before
    return (
        one.suffered
        and bool(other.doers & one.teller)
        and one.paragraph == other.paragraph
        and one.sentence.document == other.sentence.document
    )


def _blamed(one: _Told, other: _Told) -> frozenset[str]:
    return (
        frozenset([one.claim.id, other.claim.id])
        if not (one.doers and other.doers)
        else (one.doers | other.doers)
    )


def _ruling(pairs: Sequence[tuple[_Told, _Told]], ground: Ground) -> Ruling:
    """Write down who blames whom: the first pair speaks, all that say so stand beside it."""
    first = pairs[0]
    labels = [ground.documents[t.sentence.document].label for t in first]
    named = [ground.said_by(t.claim) for t in first]
    said = [short(t.claim.content.text) for t in first]
    if labels[0] == labels[1]:
        where = f"Each lays it on the other in “{labels[0]}”: "
        tells = [f"{n}: “{s}”" for n, s in zip(named, said, strict=True)]
    else:
        where = "Each lays it on the other: "
        tells = [f"{n}: “{s}” (“{p}”)" for n, s, p in zip(named, said, labels, strict=True)]
    sides: tuple[dict[str, _Told], dict[str, _Told]] = ({}, {})
    for pair in pairs[:_COMPARED]:
        for told in pair:
            mine = bool(told.teller & first[0].teller - first[1].teller)
            sides[not mine].setdefault(told.claim.id, told)
    return ground.ruling(
        "doer",
        "conflict",
        f"{where}{'; '.join(tells)}.",
        [
            Side(
                words,
                tuple(s for t in side.values() for s in (t.claim.content, t.sentence)),
                tuple(side),
            )
            for words, side in zip(said, sides, strict=True)
        ],
        kind="contradiction",
        events=[e for pair in pairs for t in pair for e in t.claim.events],
    )

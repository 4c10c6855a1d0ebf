"""Through which outlet a saying came: told to it, carried by it, or cited by whoever speaks.

The patterns are looked for in the sentence of the saying, outside what is said; the outlet is the
name that stands right behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from histor.extract.claims.claim_sources import SourceReader
from histor.extract.evidence import span_of
from histor.extract.lexicons import is_outlet
from histor.records import Claim, ClaimSource, Document, Entity

__all__ = ["CITING", "carriers", "cited", "venue"]

#: what stands between a pattern and the name: "the state news agency SUNA"
_KIND = (
    r"(?:the\s(?:semi-official|official|state-run|state-owned|private|local|independent)\s(?=[A-Z]))?"
    r"(?P<kind>(?:the\s|a\s|an\s|its\s)?(?:[\w'’.-]+\s){0,3}?(?:news\s)?(?:(?-i:agency|newspaper|daily|"
    r"weekly|magazine|broadcaster|network|channel|chain|station|television|radio|tv|TV|site|portal|"
    r"website|outlet|"
    r"programme|program|podcast|media|affiliate|partner)\s)+)?(?:the\s)?"
)
_TOLD = re.compile(
    r"\b(?:told(?:\sto)?|tells?|telling|(?:tele)?phoned|rang|speaking\s(?:to|with|on)|spoke\s(?:to|with|on)|"
    r"(?:interview|conversation)\s(?:with|to|by|on|for|in)|appearing\son|appeared\son|"
    r"(?:said|insisted|repeated|complained|acknowledged|conceded|declared|explained|indicated|admitted|testified|confirmed|denied)\sto|statements?\sto|remarks\sto|comments\sto|declarations\sto|"
    r"(?:sa(?:id|ys|ying)|wr(?:ote|ites|iting))\s(?:\w+\s)?(?:on|in))\s" + _KIND,
    re.I,
)
#: whose outlet it is, before its name: "told [Peru's] Channel One"
_OWNER = re.compile(r"[A-Z][\w-]*['’]s\s")
_CAPITALS = re.compile(r"[A-Z][\w&-]*(?:\s[A-Z\d][\w&-]*){0,3}")
#: what it is, behind its name: "told Harbour radio"
_BEHIND = re.compile(
    r"\s(?:news\sagency|newspaper|daily|weekly|magazine|radio|television|TV|network|broadcaster|"
    r"(?:news|web)\ssite|website)\b(?!\s[A-Z])"
)
#: when it was carried: "was quoted Friday by the daily"
_DAY = (
    r"(?:\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|earlier|later|"
    r"recently))?"
)
_CARRIED = re.compile(
    r"\b(?:carried|published|aired|broadcast|distributed|circulated|shown|released|relayed|run|"
    r"seen|obtained|reviewed|quoted(?:\sas\ssaying)?|cited|reported|collected|gathered|interviewed|contacted)"
    + _DAY
    + r"\s(?:by|on|in)\s"
    + _KIND,
    re.I,
)
#: after a cue, "…, to the local channel N" tells the venue by the kind of outlet alone
_TO = re.compile(r"\bto\s" + _KIND.replace("\\s)?(?:the", "\\s)(?:the"), re.I)
#: what another outlet did with the words after that, where one may stand behind the other
_PASSED = re.compile(
    r"\b(?:cited|quoted|carried|relayed|republished|rebroadcast|published|reported|broadcast|"
    r"picked\sup)\sby\s" + _KIND,
    re.I,
)
_RIGHT_BEHIND = re.compile(
    r"\W{0,3},?\s(?:as\s|(?:which|who|whose\s\w+)\s(?:was|were|is|are|has\sbeen)\s(?:\w+\s)?)?"
    r"(?:cited|quoted|carried|relayed|republished|picked\sup)\sby\s",
    re.I,
)
_OPENS = re.compile(r"(?:in|speaking|during|on)\b", re.I)
#: what tells that somebody who was told passed it on
_WHOSE = re.compile(r",\s(?:which|whose\s\w+)\s(?:was|were|is|are|has\sbeen)\s(?:\w+\s)?\Z")
#: another speaker between what is said and "citing"
_ANOTHER_SAID = re.compile(
    r"\b(?:and|but|while|whereas)\s[^.;]{2,80}?\s(?:said|says|told|tells|added|reported|wrote)\b"
)
_ARTICLE = re.compile(r"\s?(?:the\s)?", re.I)
CITING = re.compile(
    r"(?:(?:,\s|^|—\s?|-\s)(?:citing|quoting|(?:which|who)\s(?:cit|quot)e[sd])|"
    r"\b(?:reports|reported|writes|wrote|informs|informed)\s(?:citing|quoting|referring\sto)|"
    r"\bwith\sreference\sto)\s"
    r"(?P<who>(?:[^,.;:“”\"()]|\.(?=\w)|(?<=\b[A-Z])\.){3,90})"
)
#: what is cited, of which the name behind it is the source: "figures from the ministry"
_MATTER = re.compile(
    r"^(?:(?:an?|the|its|their|his|her|new|latest|official|preliminary|internal)\s)*"
    r"(?:[\w-]+\s){0,2}?(?:figures?|data|assessments?|reports?|estimates?|statements?|documents?|"
    r"information|statistics)\s(?:from|by|of|in|at|within)\s(?:the\s)?|"
    r"^(?:\w+\s){0,2}?sources\s(?:from|of)\s(?:the\s)?",
    re.I,
)
#: what is cited and is nobody's, unless "from" or "by" names whose it is
_MATERIAL = re.compile(
    r"(?:[a-z][a-z’'-]{0,20}\s){0,4}?"
    r"(?:accounts|testimon(?:y|ies)|evidence|videos?|images?|photos|footage|interviews|documents|"
    r"records|figures|data|reports)\s(?:of|in|that|showing|about|on|posted|shared)\s(?!the\s)[a-z]",
)
#: what follows the name of whom somebody told who would not be named
_IN_CONFIDENCE = re.compile(r",?\s(?:on|under)\s(?:the\s)?condition\s(?:of\sanonymity|that)\b")
#: words behind what an outlet is called for short
_GENERIC = re.compile(r"(?: (?:news|agency|press|online|wire|tv|radio|media|network))+\Z")
#: the end of a sentence, however the page's marks were read
_STOP = re.compile(r"[.!?][\"”’»)]*\s")
#: where anybody says anything for himself, which makes no outlet
_PLATFORM = re.compile(
    r"(?:X|Twitter|Telegram|Facebook|WhatsApp|TikTok|YouTube|Instagram|Weibo|Truth Social)\Z"
)
#: "KHARTOUM, May 3 (Nile Agency) -" before a story's first words
_DATELINE = re.compile(r"\A[^()]{0,300}?\(([A-Z][^()\n]{1,40})\)\s?[-–—]")
#: characters at a sentence's beginning, and after a cue, in which its venue is told
_OPENING, _AFTER = 40, 60
#: characters between what is said and "in an interview with …" right behind it
_EDGE = 8
#: words of the longest name of who was told
_LONGEST = 8
#: what is cited as a reason and says nothing
_REASON = re.compile(
    r"(?:[a-z][a-z’'-]{0,20}\s){0,4}?"
    r"(?:concerns?|fears?|safety|security|sensitivity|lack|need|reasons?|privacy|risks?|rules?|"
    r"polic(?:y|ies)|weather|difficult(?:y|ies)|conditions?|cris[ei]s|situation|violence|fighting|"
    r"threats?|shortages?|pressure|damage|emergency|instability|unrest|violations?|tensions?|"
    r"circumstances|interests?|delays?|failures?|costs?|outbreaks?|disputes?)\b"
    # "citing security officials" names who says it
    r"(?!\s(?:officials?|sources?|reports?|data|experts?|figures?|agenc\w+|ministr\w+|forces|"
    r"services?|analysts?|staff|workers?|monitors?|groups?|cent(?:er|re)s?|cells?|teams?|chiefs?))",
)
#: kinds of entity that can carry what somebody says
_CARRIERS = frozenset(["organization", "other", "person", "place"])
#: unnamed outlets that are links all the same
_UNNAMED = re.compile(
    r"(?:an?\s)?(?:state|local|national|public|private|regional)\s"
    r"(?:news\s)?(?:television|tv|media|radio|broadcaster|newspaper|channel|station|agency)"
    r"(?:\s(?:station|channel|broadcaster))?\b(?-i:(?!\s[A-Z]))",
    re.I,
)


def venue(
    document: Document, claim: Claim, sentence: tuple[int, int], sources: SourceReader
) -> ClaimSource | None:
    """Return the outlet that a speaker told, or that carried the words; none if none is named."""
    text = document.text[sentence[0] : sentence[1]]
    for pattern in (_TOLD, _CARRIED, _TO):
        for match in pattern.finditer(text):
            start = sentence[0] + match.start()
            inside = claim.content.start <= start < claim.content.end
            # "There is no proof, N told the Herald, that M fled"
            parting = inside and claim.cue is not None and start == claim.cue.start
            if inside and not parting:
                continue
            if not _belongs(match, start, sentence[0], claim, document.text):
                continue
            found = _outlet_behind(document, text, sentence[0], match, claim, sources)
            if found is not None:
                return found
    return None


def carriers(
    document: Document, claim: Claim, sentence: tuple[int, int], sources: SourceReader
) -> list[ClaimSource]:
    """Return the outlets through which it came after that, in order: "…, which was cited by N".

    They stand between the words of saying and what is said, behind "in an interview with N" at the
    sentence's beginning, or right behind what is said.
    """
    cue, content = claim.cue, claim.content
    if cue is None:
        return []
    first = min(cue.start, claim.source.span.start if claim.source else cue.start)
    regions = [(cue.end, content.start), (sentence[0], first)]
    if _RIGHT_BEHIND.match(document.text, content.end) and content.start > cue.start:
        regions.append((content.end, sentence[1]))
    found: list[ClaimSource] = []
    for low, high in regions:
        text = document.text[low : max(low, high)]
        if low == sentence[0] and not _OPENS.match(text):
            continue
        for match in _PASSED.finditer(text):
            hearer = None if found else _hearer(document, low, low + match.start(), sources)
            outlet = _outlet_behind(document, text, low, match, claim, sources)
            found += [link for link in (hearer, outlet) if link is not None]
    return found


def _hearer(document: Document, low: int, high: int, sources: SourceReader) -> ClaimSource | None:
    """Return the body that was told and is no known outlet: "the Diocese, | whose words were"."""
    whose = _WHOSE.search(document.text, low, high)
    article = _ARTICLE.match(document.text, low)
    if whose is None or article is None:
        return None
    for begin, end, entity in sources.mentions_within(article.end(), article.end() + 1):
        named = document.text[begin : whose.start()]
        if entity.kind == "organization" and len(named.split()) <= _LONGEST and "," not in named:
            words = span_of(document, begin, max(end, whose.start()))
            return ClaimSource(text=words.text, span=words, entity=entity.id)
    return None


def _outlet_behind(
    document: Document,
    text: str,
    low: int,
    match: re.Match[str],
    claim: Claim,
    sources: SourceReader,
) -> ClaimSource | None:
    """Return the outlet whose name or kind stands right behind a pattern; none if none does.

    ``text`` begins at ``low`` in the document.
    """
    unnamed = _UNNAMED.match(text, match.start("kind") if match["kind"] else match.end())
    first = match.start("kind") if match["kind"] else match.end()
    kind = match["kind"]
    owner = _OWNER.match(text, match.end())
    last = owner.end() if owner is not None else match.end()
    own = _OWNER.match(text, first)
    inner = own.end() if own is not None else first
    tries = [(first, None), (inner, None), (match.end(), kind), (last, kind)]
    if kind and kind.lower().endswith(("affiliate ", "partner ")):
        tries = tries[2:]  # "told CNN affiliate N"
    known_only = match.re not in {_CARRIED, _PASSED}
    for at, called in tries:
        found = _named(document, low + at, called, known_only, sources, carries=match.re is _PASSED)
        if found is not None and not _is_speaker(found, claim):
            return found
    for at in (first, inner, last) if match.re in {_TOLD, _PASSED} else ():
        unread = _unread(document, low + at)
        if unread is not None:
            return unread
    if match.re is _PASSED and kind and (name := _CAPITALS.match(text, match.end())):
        words = span_of(document, low + name.start(), low + name.end())
        return ClaimSource(text=words.text, span=words, entity=None)
    if unnamed is not None:
        words = span_of(document, low + unnamed.start(), low + unnamed.end())
        return ClaimSource(text=words.text, span=words, entity=None)
    return None


def cited(
    document: Document, claim: Claim, sentence: tuple[int, int], sources: SourceReader
) -> ClaimSource | None:
    """Return whom the speaker cites: "…, citing officials"."""
    text = document.text[sentence[0] : sentence[1]]
    for match in CITING.finditer(text):
        start = sentence[0] + match.start("who")
        if claim.content.start <= start < claim.content.end:
            continue
        if claim.content.end <= start and _ANOTHER_SAID.search(
            document.text, claim.content.end, start
        ):
            continue  # "…, and an aide said, citing officers, that …"
        matter = _MATTER.match(match["who"])
        if (matter is None and _REASON.match(match["who"])) or _MATERIAL.match(match["who"]):
            continue  # "citing its sensitivity", "citing accounts of raids"
        low = start + (matter.end() if matter else 0)
        high = sentence[0] + match.end("who")
        while high > low and document.text[high - 1].isspace():
            high -= 1
        named = [(s, e, entity) for s, e, entity in sources.mentions_within(low, high) if e <= high]
        if named and (matter or named[0][0] == low):
            low, high = (named[0][0], named[0][1]) if matter else (low, max(high, named[0][1]))
        words = span_of(document, low, high)
        whole = named and named[0][1] == high and _is_named(named[0], document.text[low:high])
        entity = named[0][2].id if named and whole else None
        return ClaimSource(text=words.text, span=words, entity=entity)
    return None


def _is_named(name: tuple[int, int, Entity], naming: str) -> bool:
    """Say whether a name is whom a phrase names, and not where or of what he is."""
    before = naming[: len(naming) - (name[1] - name[0])]
    return name[2].kind == "person" or not before.removeprefix("the ")


def _belongs(match: re.Match[str], start: int, sentence: int, claim: Claim, text: str) -> bool:
    """Say whether a pattern is of a claim's own saying, and not of another in the sentence."""
    cue = claim.cue
    if cue is None:
        return False
    if match.group().lower().startswith("t"):  # "told" is the verb of saying itself
        return cue.start - 1 <= start <= cue.end
    low, high = sorted((start, cue.start))
    if _STOP.search(text[low:high]):  # a sentence ends between them
        return False
    opens = start - sentence <= _OPENING or bool(_STOP.search(text[max(0, start - 4) : start]))
    as_saying = match.group().lower().startswith(("quoted", "cited")) and cue.start > start
    if as_saying and cue.start - start <= _AFTER:  # "was quoted by the daily as | saying"
        return True
    beside = start - cue.start >= -1 and start - cue.end <= _AFTER
    behind = 0 <= start - claim.content.end <= _EDGE and claim.content.start > cue.start
    source = claim.source is not None and claim.source.span.start <= start < claim.source.span.end
    return (opens and start < cue.start) or beside or behind or source


def _named(
    document: Document,
    at: int,
    kind: str | None,
    known_only: bool,
    sources: SourceReader,
    *,
    carries: bool,
) -> ClaimSource | None:
    """Return the outlet whose name begins at a place of the text; ``carries`` if it must be one."""
    for start, end, entity in _starting(at, sources):
        if entity.kind not in _CARRIERS or _PLATFORM.match(document.text[start:end]):
            continue
        name = document.text[start:end]
        known = kind or is_outlet(name) or is_outlet(entity.name) or _is_own(name, document)
        behind = entity.kind != "place" and _BEHIND.match(document.text, end) is not None
        known = known or behind
        told = _IN_CONFIDENCE.match(document.text, end) is not None
        known = known or told or (carries and entity.kind != "place")
        if not known and (known_only or entity.kind != "organization"):
            continue
        words = span_of(document, start, end)
        return ClaimSource(text=words.text, span=words, entity=entity.id)
    return None


def _unread(document: Document, at: int) -> ClaimSource | None:
    """Return an outlet by its known name, where none was read, or half of it: "told USA TODAY"."""
    found = _CAPITALS.match(document.text, at)
    if found is None:
        return None
    words = found[0].split(" ")
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if is_outlet(name) and not _PLATFORM.match(name):
            span = span_of(document, at, at + len(name))
            return ClaimSource(text=name, span=span, entity=None)
    return None


def _is_own(name: str, document: Document) -> bool:
    """Say whether a name is that of the page's own outlet, or of the agency in its dateline."""
    dateline = _DATELINE.search(document.text)
    own = {
        n.casefold().removeprefix("the ") for n in (document.outlet, dateline and dateline[1]) if n
    }
    called = name.casefold().removeprefix("the ")
    # "the Post" of the Harbour Post, "Harbour" of Harbour News Agency
    return any(
        called == whole or whole.endswith(f" {called}") or called == _GENERIC.sub("", whole)
        for whole in own
    )


def _starting(at: int, sources: SourceReader) -> Iterator[tuple[int, int, Entity]]:
    found: Sequence[tuple[int, int, Entity]] = sources.mentions_within(at, at + 5)
    yield from found


def _is_speaker(found: ClaimSource, claim: Claim) -> bool:
    return claim.source is not None and (
        found.span == claim.source.span
        or (found.entity is not None and found.entity == claim.source.entity)
    )

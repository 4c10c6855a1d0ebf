"""The media that a page takes its matter from: told to an outlet, reported by one, filed by one.

Who speaks for an outlet about itself is a source like others, and "local media" is nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from histor.extract.lexicons import is_outlet, outlet_name
from histor.link.credit_lines import credited_in_lines
from histor.link.leftovers import betrayed_by_leftovers, letters
from histor.records import Claim, ClaimSource, Document, Entity, OriginCredit, PageWords, Span

__all__ = ["credits_of"]

_Words = TypeVar("_Words", Span, PageWords)
#: credits of one name that are shown
_SHOWN = 3
_PART = r"(?:(?:[A-Z]\.)+|[A-Z]{2,5}/[A-Z]{2,5}\b|(?:al-|el-)?[A-Z][\w’'&-]*|\d+\b)"
_NAME = rf"(?!\d){_PART}(?: (?:(?:of|de|da|del|al|el|la|le|and) )?{_PART}){{0,4}}"
_KIND = (
    r"(?:(?:news )?agency|news(?:paper|wire)|daily|weekly|broadcaster|channel|station|magazine|"
    r"web ?site|(?:news )?site|portal|outlet|network|television|radio|TV|paper)"
)
#: where words tell what they were told to, or taken from
_TAKEN = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|interview (?:with|to|for|by)|interviewed by|"
    r"statement to|according to|cit(?:ed by|ing)|quot(?:ed by|ing)|report(?:s|ed)? (?:by|in)|"
    r"(?:carried|published|broadcast|aired) (?:by|in|on)|told to|wrote in|writing in|said on|"
    r"seen by|obtained by|remarks to) "
    rf"(?P<before>(?:(?:the|a|an|its|his|[a-z-]+|[A-Z][a-z]+(?:i|an|ese|ish|ch)) ){{0,3}}?)"
    rf"(?P<kind>{_KIND} )?(?P<name>{_NAME})(?P<after> (?:news(?:paper)?|{_KIND}))?"
)
#: "the refugee agency", "a rating agency": no news of it
_OTHER_AGENCY = re.compile(
    r"\b(?!(?:news|press|wire|information|media|state|official|semi-official|private|independent|"
    r"local|national|international|the|an?|of|by|in|to|with|from|for)\b)[a-z][\w’'-]* agency\b"
)
#: a story's first words: "NIAMEY, July 26 (Reuters) - ", "Niamey (Niger) (AFP) – "
_DATELINE = re.compile(
    r"^[A-Z][^\n()]{1,60}(?:\([A-Z][^\n()]{1,30}\) )?"
    r"\((?P<name>[A-Z][\w ./&’'-]{1,40})\)\s*(?:[-–—_:]|$)",
    re.M,
)
_BEGINNING = 700
#: a headline that keeps another outlet's name: "Dam breaks in the north – Harbour Post"
_HEADLINE = re.compile(r"\A[^\n]{10,300}\s[-–—|]\s(?P<name>[^\n|–—]{2,40})$", re.M)
#: who speaks of an outlet itself, or makes something else than news
_ITSELF = re.compile(
    r"\b(?:spokes(?:man|woman|person)|chair(?:man|woman)?|management|manager|executives?|owner|"
    r"director|president|founder|workers?|employees?|staff|union|poll|shares?|concern|maker|others|"
    r"lawyers?|officials?|records|figures)\b",
    re.I,
)
_REPORTER = re.compile(r"\b(?:reporters?|correspondents?|journalists?|photographers?)\b")
#: what is no outlet's own name: a people's, a day's, a kind of media
_PLAIN = re.compile(
    r"(?:Cuban|Afghan|[A-Z][a-z]+(?:ian|ean|can|man|ese|ish|sh|ch|ic|i)|[\w-]+-language|Swahili|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|TV|Radio|Television|News(?:papers?)?|Media|Web|"
    r"Internet|Channel|Press|State|The)"
)
#: a business, whatever its name
_FIRM = re.compile(r"\b(?:Inc|PLC|Ltd|Holdings|Corp)\b|\band\b")
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(rf"\s+(?P<name>{_NAME})")
_STATE = re.compile(
    r"\b(?P<name>state(?:-run| run)? (?:television|TV|radio|media|news agency|newspaper))\b", re.I
)
_ARTICLE = re.compile(r"\A(?:the|an?|its|their)\s+", re.I)
_LEADING = re.compile(rf"\A(?:.*?\b)?{_KIND}\s+(?=[A-Z])|\A(?:[a-z]+ly |[a-z]+ )+(?=[A-Z])", re.S)
_TRAILING = re.compile(
    r"\s+(?:(?:news )?(?:agency|newspaper|newswire|daily|magazine|broadcaster|web ?site|site)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\Z"
)


def credits_of(
    documents: Mapping[str, Document],
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
) -> dict[str, list[OriginCredit]]:
    """Return for each page the media that it names as the source or carrier of what is said."""
    named: dict[str, dict[str, _Named]] = defaultdict(dict)

    def add(document: str, name: str, entity: str | None, words: Span | PageWords) -> None:
        name = outlet_name(name)
        if _is_of(name, outlet_name(documents[document].outlet or "")):
            return
        known = named[document].setdefault(name.casefold(), _Named(name, entity))
        known.words.append(words)

    filed: set[str] = set()
    outlets: dict[str, str] = {}
    for document in documents.values():
        if line := _DATELINE.search(document.text, 0, _BEGINNING):
            filed.add(line["name"].casefold())
        if document.outlet:
            outlets[letters(document.outlet)] = document.outlet
    # the agencies that pages of the case are filed by, whatever their names
    heard = frozenset(filed)
    for claim in claims:
        for source in (*claim.chain, *([claim.source] if claim.source else [])):
            found = _outlet(source, entities, heard)
            if found is not None:
                add(claim.document, *found, source.span)
    for document in documents.values():
        for name, span in _told_in(document, heard):
            add(document.id, name, None, span)
        for name, words in credited_in_lines(
            document, lambda n: n.casefold() in heard or _is_media(f"The {n}")
        ):
            add(document.id, name, None, words)
        for name, words in betrayed_by_leftovers(document):
            label = letters(words.text.partition(".")[0])
            add(document.id, outlets.get(label, name), None, words)
    return {
        document: [
            OriginCredit(
                name=one.name,
                entity=one.entity,
                evidence=_shown(w for w in one.words if isinstance(w, Span)),
                page_evidence=_shown(w for w in one.words if isinstance(w, PageWords)),
            )
            for _, one in sorted(own.items())
        ]
        for document, own in named.items()
    }


@dataclass(slots=True)
class _Named:
    """An outlet that a page names, and the words that do."""

    name: str
    entity: str | None
    words: list[Span | PageWords] = field(default_factory=list)


def _is_of(name: str, own: str) -> bool:
    """Say whether a name is the page's own outlet's, or one has all the words of the other.

    >>> _is_of("Harbour Post", "Harbour Post Online"), _is_of("AP", "The Capital")
    (True, False)
    """
    words, others = (f" {' '.join(_WORD.findall(n.casefold()))} " for n in (name, own))
    return bool(own) and (words in others or others in words)


def _shown(words: Iterable[_Words]) -> tuple[_Words, ...]:
    places = {s.start: s for s in words}
    return tuple(places[s] for s in sorted(places)[:_SHOWN])


def _outlet(
    source: ClaimSource, entities: Mapping[str, Entity], heard: Collection[str]
) -> tuple[str, str | None] | None:
    """Return the outlet that a source is or reports for: its name, and entity if it is that."""
    entity = entities.get(source.entity) if source.entity else None
    if _ITSELF.search(source.text):
        return None
    state = _STATE.search(source.text)
    if state is not None:
        return state["name"].lower(), None
    name = _proper(source.text)
    if name is None and entity is not None and entity.name.casefold() in heard:
        name = entity.name
    if name is not None:
        same = entity is not None and entity.kind == "organization"
        return name, source.entity if same else None
    if entity is None or entity.kind != "organization" or _FIRM.search(entity.name):
        return None
    return (entity.name, entity.id) if _is_media(entity.name) else None


def _proper(text: str) -> str | None:
    """Return the outlet's own name in a source's words; none if they name none.

    >>> _proper("a Reuters reporter at the scene"), _proper("the paper")
    ('Reuters', None)
    """
    rest = _LEADING.sub("", _ARTICLE.sub("", text.strip()))
    match = re.match(_NAME, rest)
    if match is None:
        return None
    of_kind = re.search(_KIND, text) is not None and _OTHER_AGENCY.search(text) is None
    name = match[0] if of_kind and not _is_media(_own_name(match[0])) else _own_name(match[0])
    name = _TRAILING.sub("", name)
    reporting = _REPORTER.match(rest[match.end() :].strip()) or of_kind
    if _is_media(name) or (reporting and rest != text and not _PLAIN.fullmatch(name)):
        return name
    return None


def _own_name(words: str) -> str:
    """Return a name without what it owns: "ABC News' Peter Jennings"."""
    return re.split(r"['’](?:s\b|\s|\Z)", words)[0].strip(" ,.")


def _is_media(name: str) -> bool:
    if not name or _PLAIN.fullmatch(name) or _FIRM.search(name):
        return False
    named = any(w[:1].isupper() for w in name.split())
    return named and (is_outlet(name) or re.search(r"[A-Z]\w*TV\Z", name) is not None)


def _told_in(document: Document, heard: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Yield the outlets that a text names as told or reporting, and the agency of its dateline."""
    line = _DATELINE.search(document.text, 0, _BEGINNING)
    if line is not None:
        yield line["name"], _span(document, line)
    headline = _HEADLINE.match(document.text)
    if headline is not None and _is_media(headline["name"]):
        yield headline["name"], _span(document, headline)
    for match in _TAKEN.finditer(document.text):
        known = match["kind"] or match["after"]
        if known and _OTHER_AGENCY.search(match[0]):
            known = None
        if _PLAIN.fullmatch(match["name"]):  # "the Dutch broadcaster NOS"
            following = _NEXT.match(document.text, match.end()) if match["after"] else None
            if following is None:
                continue
            match = following
        name = _TRAILING.sub("", _own_name(match["name"]))
        if (
            name.casefold() in heard
            or _is_media(name)
            or (known and len(name) > 1 and not _FIRM.search(name))
        ):
            yield name, _span(document, match)


def _span(document: Document, match: re.Match[str]) -> Span:
    start, end = match.span("name")
    return Span(document=document.id, start=start, end=end, text=document.text[start:end])

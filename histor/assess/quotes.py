"""Quotes that differ: one sentence in two wordings, and one in two mouths."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

import msgspec
from rapidfuzz.distance import Indel, Levenshtein

from histor.assess.ledger import Ground, Ruling, Side, short
from histor.assess.words import telling_words
from histor.link.pairs import pairs_sharing
from histor.records import Claim, DisputeReason, FindingKind, Span
from histor.shelf import Shelf

__all__ = ["altered", "quote_disputes"]

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[“\"«„‘]([^“”\"«»„‘]{12,400})[”\"»’]")
#: marks of words left out
_CUT = re.compile(r"…|\.\.\.|\(…\)|\[…\]")
#: quotes that anybody may say: calls, condemnations, hopes
_FORMULA = re.compile(
    r"\b(?:we|i)\b[^.!?]{0,20}\b(?:call|urge|condemn|welcome|ask|demand|hope|expect|support|"
    r"reject|regret|appeal|stand|thank|deplore|express|believe|concerned|committed)\b"
    r"|\b(?:must|should|need to|have to|let us|let’s)\b",
    re.I,
)
#: likeness of two names from which they may be one
_ONE_NAME = 0.8
#: words of a quote that is compared
_FEWEST = 5
#: telling words that one quote leaves out, without a mark, from which it is altered
_LEFT_OUT = 2
_NEGATIONS = frozenset(["not", "no", "never", "none", "nobody", "t"])
#: likeness from which two quotes are one said in other words, and from which they are one
_LIKE, _SAME = 0.62, 0.97
#: share of the shorter quote's telling words from which two can be two translations, and words
_MEANT, _STEMS = 0.5, 6
#: share of words put for others from which a quote was translated, not altered
_REWORDED = 0.25
#: likeness of two spellings of one word
_SPELT = 0.6
#: quotes that share a word beyond which the word proposes nothing
_COMMON = 40
#: quotes that are kept at hand while they are compared
_AT_HAND = 4000


_About = Literal["wording", "speaker"]
#: speaker and words
_Told = tuple[str | None, str]


class _Quote(msgspec.Struct, frozen=True):
    claim: Claim
    text: str
    words: list[str]
    #: its words on one line, each between two spaces
    told: str
    #: the name of who says it, and the words that tell whom that or the page's own words mean
    speaker: str | None
    naming: frozenset[str]


def quote_disputes(
    claims: Sequence[Claim], ground: Ground, country_of: Callable[[str], str]
) -> tuple[Ruling, ...]:
    """Return altered quotes and contradicting attributions, by id.

    ``country_of`` maps an entity to the country it speaks for, or to itself.
    """
    quotes: Shelf[_Quote] = Shelf(_Quote)
    # what nearly every pair is told apart by stays at hand
    pages: list[str] = []
    speakers: list[str] = []
    known: dict[str, str] = {}

    def marks() -> Iterator[tuple[int, set[str]]]:
        for claim in claims:
            quote = _quote(claim, ground)
            if quote is not None:
                yield len(quotes), {w for w in quote.words if len(w) > _FEWEST}
                quotes.append(quote)
                own = _source(claim)
                page, speaker = claim.document, country_of(own) if own else ""
                pages.append(known.setdefault(page, page))
                speakers.append(known.setdefault(speaker, speaker))

    quoted = lru_cache(_AT_HAND)(quotes.__getitem__)
    found: dict[tuple[_About, frozenset[_Told]], list[tuple[_Quote, _Quote]]] = defaultdict(list)
    for first, second in pairs_sharing(marks(), _COMMON):
        if pages[first] == pages[second]:  # a page that quotes twice means both
            continue
        both = (quoted(first), quoted(second))
        if speakers[first] and speakers[second]:
            one_speaker = speakers[first] == speakers[second]
        else:
            one_speaker = _one_speaker(*both)
        if not one_speaker and not _one_quote(*both):
            continue
        pair = sorted(both, key=lambda q: q.claim.id)
        about = _compared(pair[0], pair[1], one_speaker, ground)
        if about is not None:  # copies repeat quotes: one entry for each two wordings
            told = (_told_once(pair[0]), _told_once(pair[1]))
            found[about, frozenset(told)].append((pair[0], pair[1]))
    rulings = (_ruling(about, pairs, ground) for (about, _), pairs in found.items())
    return tuple(sorted(rulings, key=lambda r: r.dispute.id))


def _told_once(quote: _Quote) -> _Told:
    """Return what tells one account of a quote from another; copies differ in dashes and commas."""
    return quote.speaker, " ".join(quote.words)


def _quote(claim: Claim, ground: Ground) -> _Quote | None:
    """Return the quote that a claim carries, if it is long enough to be compared."""
    if claim.source is None or (claim.source.entity is None and not _named(claim)):
        return None
    text = ground.documents[claim.document].text
    around = text[max(0, claim.content.start - 1) : claim.content.end + 1]
    inside = max(_QUOTE.findall(around), key=len, default="")
    # a quote may hold another: the whole of it is what was said
    whole = claim.content.text if claim.quoted else ""
    said = max(inside, whole, key=len)
    words = [w.lower() for w in _WORD.findall(said)]
    if len(words) < _FEWEST:
        return None
    speaker = ground.said_by(claim)
    naming = _telling_name(speaker or "") | _telling_name(claim.source.text)
    return _Quote(claim, said, words, f" {' '.join(words)} ", speaker, naming)


def _source(claim: Claim) -> str:
    return (claim.source.entity if claim.source is not None else None) or ""


def _one_quote(a: _Quote, b: _Quote) -> bool:
    """Say whether two quotes are one, word for word, or one is part of the other."""
    if a.told in b.told or b.told in a.told:
        return True
    return Indel.normalized_similarity(a.words, b.words, score_cutoff=_SAME) >= _SAME


def _compared(a: _Quote, b: _Quote, one_speaker: bool, ground: Ground) -> _About | None:
    """Say what two quotes of two pages differ in, if they are one."""
    if one_speaker:
        likeness = Indel.normalized_similarity(a.words, b.words, score_cutoff=_LIKE)
        if likeness >= _SAME or not (likeness >= _LIKE or _translated(a.text, b.text)):
            return None
        return "wording" if altered(a.text, b.text) else None
    if not all(_source(q.claim) for q in (a, b)):
        return None
    names = [q.speaker or "" for q in (a, b)]
    if _one_name(*names) or _one_voice(a, b, ground):
        return None
    if not (_by_name(a, names[0]) and _by_name(b, names[1])):  # whom "he" means may be misread
        return None
    return None if _FORMULA.search(min(a.text, b.text, key=len)) else "speaker"


def _one_speaker(a: _Quote, b: _Quote) -> bool:
    """Say whether two quotes are of one source by its name, where an entity is missing.

    "The office of N. P." is nobody that the case knows: the name in it tells.
    """
    less, more = sorted((a.naming, b.naming), key=len)
    return bool(less & more) and (len(less & more) > 1 or less <= more)


def _telling_name(text: str) -> frozenset[str]:
    return telling_words(re.sub(r"['’]s\b", "", text))


def _named(claim: Claim) -> bool:
    """Say whether a source's words hold a name."""
    return claim.source is not None and any(
        w[:1].isupper() for w in claim.source.text.split()[1:] or claim.source.text.split()
    )


def _ruling(about: _About, pairs: Sequence[tuple[_Quote, _Quote]], ground: Ground) -> Ruling:
    """Write two accounts of a quote down with all pages that carry them."""
    accounts: dict[_Told, list[_Quote]] = defaultdict(list)
    for quote in (q for pair in pairs for q in pair):
        own = accounts[_told_once(quote)]
        if quote not in own:
            own.append(quote)
    a, b = (own[0] for own in accounts.values())
    names = [q.speaker or "" for q in (a, b)]
    if about == "speaker":
        words = short(min(a.text, b.text, key=len))
        says = names
        why: DisputeReason = "conflict"
        summary = f"“{words}” is said by {names[0]} in one place and by {names[1]} in another."
    else:
        says = [short(a.text), short(b.text)]
        why = "translation" if _reworded(a.words, b.words) >= _REWORDED else "conflict"
        wordings = " and ".join(f"“{x}”" for x in sorted(says))
        speaker = max(names, key=lambda n: (len(_telling_name(n)), n))
        summary = f"{speaker} is quoted in two wordings: {wordings}."
    sides = [
        Side(
            word,
            tuple(s for q in own for s in _evidence(q)),
            tuple(q.claim.id for q in own),
        )
        for word, own in zip(says, accounts.values(), strict=True)
    ]
    kind: FindingKind = "attribution_mismatch" if about == "speaker" else "altered_quote"
    return ground.ruling(about, why, summary, sides, kind=kind)


def _evidence(quote: _Quote) -> tuple[Span, ...]:
    source = quote.claim.source
    return (quote.claim.content, *([source.span] if source else []))


def altered(one: str, other: str) -> bool:
    """Say whether two quotes give other words for something, and not only fewer of them.

    >>> altered("we will not leave the valley", "we will not leave the valley before winter")
    False
    >>> altered("we will not leave the valley now", "we shall not quit the valley now")
    True
    """
    words, others = sorted([w.lower() for w in _WORD.findall(x)] for x in (one, other))
    if _within(words, others) or _within(others, words):
        return False
    cut = bool(_CUT.search(one) or _CUT.search(other))
    ends = len(words), len(others)
    left_out = 0
    for start, end, low, high in _changes(words, others):
        mine, theirs = words[start:end], others[low:high]
        if _spelling(mine, theirs):
            continue
        if _NEGATIONS & {*mine, *theirs}:
            return True
        told = [telling_words(" ".join(x)) for x in (mine, theirs)]
        if all(told):
            return True
        if not cut and (start, low) != (0, 0) and (end, high) != ends:
            left_out += len(told[0] | told[1])
    return left_out >= _LEFT_OUT


def _changes(words: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two quotes differ, bounds in both: edits side by side are one change."""
    found: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(words, others):
        if step.tag == "equal":
            continue
        own = step.src_start, step.src_end, step.dest_start, step.dest_end
        spelt = _spelling(words[own[0] : own[1]], others[own[2] : own[3]])
        if found and found[-1][1] == own[0] and found[-1][3] == own[2] and not spelt:
            own = found[-1][0], own[1], found.pop()[2], own[3]
        found.append(own)
    yield from found


def _spelling(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return Levenshtein.normalized_similarity(mine[0], theirs[0]) >= _SPELT


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether words stand in others, in one piece."""
    width = len(words)
    starts = range(len(others) - width + 1)
    return width >= _FEWEST and any(list(others[n : n + width]) == list(words) for n in starts)


def _reworded(words: Sequence[str], others: Sequence[str]) -> float:
    return 1 - Indel.normalized_similarity(words, others)


def _translated(one: str, other: str) -> bool:
    """Say whether two quotes that share few words in order can be one said in two languages."""
    mine, theirs = telling_words(one), telling_words(other)
    shared = len(mine & theirs)
    return shared >= _STEMS and shared >= _MEANT * min(len(mine), len(theirs))


def _by_name(quote: _Quote, name: str) -> bool:
    """Say whether the page itself names the speaker beside the quote."""
    source = quote.claim.source
    return source is not None and bool(
        set(_WORD.findall(name)) & {w for w in _WORD.findall(source.text) if w[:1].isupper()}
    )


def _one_name(one: str, other: str) -> bool:
    """Say whether two names may be one: part of it, or another spelling."""
    words, others = ({w.lower() for w in _WORD.findall(n)} for n in (one, other))
    alike = Indel.normalized_similarity(one.lower(), other.lower()) >= _ONE_NAME
    return words <= others or others <= words or alike


def _one_voice(a: _Quote, b: _Quote, ground: Ground) -> bool:
    """Say whether one of two speakers may speak for the other: a person, and a body or a paper."""
    entities = [ground.entities.get(q.claim.source.entity or "") for q in (a, b) if q.claim.source]
    people = [e is not None and e.kind == "person" for e in entities]
    return any(people) and not all(people)

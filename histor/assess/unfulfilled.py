"""What later pages say did not come: "no large outbreak came", "the truce has held"."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby

import msgspec

from histor.assess.words import telling_words
from histor.records import Claim, Date, Document, Span, Warning

__all__ = ["Unfulfilled", "foretells_breaking", "none_came"]

_NOTHING = re.compile(
    r"\b(?:no|not|nor|neither|never|nobody|without|averted|avoided|failed to)\b|n['’]t\b", re.I
)
#: characters after such a word within which it speaks of what follows
_NEAR = 45
#: words that a sentence shares with what was foretold
_SHARED = 2
#: words that are no names
_PLAIN = re.compile(r"\b[a-z][\w-]+")
_PEACE = r"(?:ceasefire|cease-fire|truce|peace|deal|agreement|accord)"
_BROKEN = re.compile(
    rf"\b{_PEACE}\b[^.]{{0,40}}\b(?:collapse|break|unravel|fail|fall apart|not (?:hold|last))", re.I
)
_HELD = re.compile(
    rf"\b{_PEACE}\b(?:, (?:which|though|although|despite)\b[^.;,]{{0,80}},)?[^.,;]{{0,40}}"
    r"\b(?:held|holds|is holding|been holding)\b",
    re.I,
)


_THREAT = r"\b(?:threat|warning|ultimatum|vow|pledge|promise)s?\b"
_NOT = r"(?:\b(?:no|not|nor|never|neither|without)\b|n['’]t\b)"
_DO = (
    r"(?:carr(?:y|ied|ying) out|ma(?:ke|de|king) good|act(?:ed|ing)? on|follow(?:ed|ing)? through)"
)
#: what says of a threat itself that it was not made good, whatever time it still had
_NOT_DONE = re.compile(
    rf"{_NOT}[^.;]{{0,60}}\b{_DO}\b[^.;]{{0,40}}{_THREAT}"
    rf"|{_THREAT}[^.;]{{0,60}}{_NOT}[^.;]{{0,15}}\b(?:{_DO}|materiali[sz]ed?)\b"
    rf"|\b(?:backed (?:down|off|away)|dropped|withdrew|abandoned)\b[^.;]{{0,30}}{_THREAT}",
    re.I,
)


#: what says that it has not come though it was promised: "still shut, weeks after N vowed …"
_LATE = re.compile(
    r"\b(?:still|yet to|remain(?:s|ed)?)\b[^.;]{0,80}\b(?:after|since|despite|although|though)\b"
    r"[^.;]{0,80}\b(?:promis|pledg|vow|announc|assur|said|predict|foretold)",
    re.I,
)

#: what says that it came late: "and not by 4 May, as N had promised", "a week after the deadline"
_OVERDUE = re.compile(
    r"\bnot (?:by|on|before|in) [^.;,]{2,30}, as [^.;,]{2,50}\b(?:promis|pledg|vow|announc|assur|"
    r"said|predict|foretold)|\b(?:after|past|missed|beyond) (?:the|an?|its|their|his|her)(?: own)? "
    r"deadline|\b(?:days?|weeks?|months?) later than (?:\w+ )?(?:promis|plann|announc|agree)",
    re.I,
)
#: a peace of which one does not expect that it lasts
_LASTING = re.compile(rf"\b{_PEACE}\b[^.;]{{0,40}}\b(?:last|hold|survive|endure)\b", re.I)
_DOUBTED = re.compile(r"\bdoubt|\bnot\b|n['’]t\b|\bfew\b", re.I)
#: what right behind it says of something foretold: "None has come.", "It never happened."
_NONE_CAME = re.compile(
    r"\A\W*(?:but |yet |so far,? |however,? )*(?:"
    r"(?:none|nothing(?: of the (?:kind|sort))?|no such \w+)(?: ha[sd])?(?: yet| ever)?"
    r"|(?:it|that|this|they|those|these|he|she)(?: ha(?:s|ve|d)| did| do(?:es)?)?"
    r"(?:n['’]t| not| never)(?: yet)?)"
    r" (?:come|came|appear(?:ed)?|show(?:ed)? up|turn(?:ed)? up|do so|done so|"
    r"happen(?:s|ed)?|materiali[sz]ed?|occur(?:red)?|follow(?:ed)?|take place|"
    r"took place|taken place|arrived?|been borne out|come (?:about|to pass|true))\b",
    re.I,
)


def foretells_breaking(claim: Claim) -> bool:
    """Say whether somebody does not expect a peace to last."""
    cue = claim.cue.text if claim.cue is not None else ""
    return _LASTING.search(claim.content.text) is not None and _DOUBTED.search(cue) is not None


def none_came(document: Document, claim: Claim) -> Span | None:
    """Return the sentence behind a claim by which its page says that nothing came of it."""
    sentences = document.sentences
    at = bisect_left(sentences, (claim.content.end,))
    if at >= len(sentences):
        return None
    start, end = sentences[at]
    text = document.text[start:end]
    if _NONE_CAME.match(text) is None:
        return None
    return Span(document=document.id, start=start, end=end, text=text)


class Unfulfilled:
    """Sentences that say that something foretold did not come, looked for once in all pages."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        warnings: Iterable[Warning],
        claims: Mapping[str, Claim],
    ) -> None:
        self._open: dict[str, tuple[Date, frozenset[str], bool]] = {}
        #: all the words of what was foretold, and those that name who foretold it
        self._whole: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        for warning in warnings:
            content = claims[warning.claim].content
            if warning.outcome == "open":
                broken = _BROKEN.search(content.text) is not None
                broken |= foretells_breaking(claims[warning.claim])
                words = telling_words(" ".join(_PLAIN.findall(content.text)))
                self._open[warning.claim] = (warning.window, words, broken)
                source = claims[warning.claim].source
                who = telling_words(source.text) if source is not None else frozenset[str]()
                self._whole[warning.claim] = (telling_words(content.text), who)
        wanted = {w for _, words, _ in self._open.values() for w in words}
        wanted |= {w for words, who in self._whole.values() for w in words | who}
        first = min((window.earliest for window, *_ in self._open.values()), default="9999")
        self._found: list[tuple[str, Span, frozenset[str]]] = []
        for document in documents.values():
            written = document.dated
            if written is not None and written.earliest > first:
                self._read(document, written.earliest, wanted)
        self._found.sort(key=lambda f: (f[0], f[1].place))
        self._days = [written for written, *_ in self._found]
        #: where each word stands among what was found, and where a peace is said to have held
        self._telling: dict[str, array[int]] = defaultdict(lambda: array("i"))
        self._held = array("i")
        #: the same of what says that a threat was not made good
        self._undone: dict[str, array[int]] = defaultdict(lambda: array("i"))
        #: what says that something came late
        self._overdue = array("i")
        for n, (_, span, words) in enumerate(self._found):
            undone = _not_done(span.text)
            for word in words:
                self._telling[word].append(n)
                if undone:
                    self._undone[word].append(n)
            if _HELD.search(span.text):
                self._held.append(n)
            if _OVERDUE.search(span.text):
                self._overdue.append(n)

    def _read(self, document: Document, written: str, wanted: set[str]) -> None:
        for start, end in document.sentences:
            text = document.text[start:end]
            held = _HELD.search(text) is not None
            near = " ".join(text[m.end() : m.end() + _NEAR] for m in _NOTHING.finditer(text))
            not_done = _not_done(text)
            denied = not_done or telling_words(near) & wanted
            if held or denied:
                span = Span(document=document.id, start=start, end=end, text=text)
                words = frozenset(telling_words(text) & wanted) if denied else frozenset[str]()
                self._found.append((written, span, words))

    def judged(self, warning: Warning) -> Warning:
        """Return a warning, ``not_borne_out`` where a page written after its window says so."""
        known = self._open.get(warning.claim)
        if known is None or warning.outcome != "open":
            return warning
        window, words, broken = known
        start = bisect_right(self._days, window.latest)
        since = bisect_right(self._days, window.earliest)
        places = [_shared(self._telling, words, start), _shared(self._undone, words, since)]
        words, who = self._whole[warning.claim]
        places.append(
            next((n for n in _from(self._overdue, since) if self._late(n, words, who)), None)
        )
        if broken:
            places.append(next(_from(self._held, start), None))
        found = min((n for n in places if n is not None), default=None)
        if found is None:
            return warning
        evidence = (*warning.evidence, self._found[found][1])
        return msgspec.structs.replace(warning, outcome="not_borne_out", evidence=evidence)

    def _late(self, number: int, words: frozenset[str], who: frozenset[str]) -> bool:
        """Say whether a sentence tells that what was foretold came late, and who foretold it."""
        told = self._found[number][2]
        return bool(words & told) and bool(who & told)


def _not_done(text: str) -> bool:
    """Say whether a sentence tells of what was foretold that it was not done."""
    return any(saying.search(text) is not None for saying in (_NOT_DONE, _LATE, _OVERDUE))


def _shared(telling: Mapping[str, Sequence[int]], words: frozenset[str], start: int) -> int | None:
    """Return the first place from one on that has words enough."""
    having = merge(*(_from(telling[w], start) for w in words if w in telling))
    return next((n for n, own in groupby(having) if len([*own]) >= _SHARED), None)


def _from(places: Sequence[int], start: int) -> Iterator[int]:
    """Yield the places, rising, from one on."""
    return (places[n] for n in range(bisect_left(places, start), len(places)))

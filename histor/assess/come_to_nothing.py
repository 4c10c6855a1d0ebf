"""What a later page says became of something foretold: called off, still not done, or kept.

"The talks in Lima were called off", "the nine miners are still in jail", "as Ruiz had promised":
the page names the thing by its words and a name or number, and by its day if that was told.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from histor.assess.windows import days_in
from histor.assess.words import telling_words
from histor.records import (
    Claim,
    Document,
    Span,
    TimeExpression,
    Warning,
    WarningOutcome,
)

__all__ = ["ComeToNothing"]

#: how a plan ends before it is carried out
_OFF = re.compile(
    r"\b(?:called off|cancel(?:l?ed|s)|postponed|put off|scrapped|shelved|abandoned|never took "
    r"place|did not (?:take place|happen|go ahead|attend|come|travel|appear|show up)|fell through|"
    r"broke (?:off|down|up)|collapsed|stalled|stayed away|declined to|refused to (?:attend|go|come|"
    r"meet|take part|leave|free|release|withdraw)|pulled out of the|skipped|snubbed|boycotted|"
    r"(?:halted|suspended|froze|stopped) (?:the|its|their|all)|would not (?:send|attend|go|come|"
    r"take part)|(?:was|were) moved to|instead of)\b",
    re.I,
)
#: what was asked for, and did not come: "demanded a truce; there was none"
_NONE = re.compile(r"\b([\w-]+)\W+there (?:was|were) none\b", re.I)
#: what is still as it was before a promise to end it
_STILL = re.compile(
    r"\b(?:still|remain(?:s|ed)?)\b[^.;]{0,30}\b(?:held|hold(?:s|ing)?|captive|detained|"
    r"imprisoned|jailed|behind bars|in (?:prison|jail|custody|captivity)|in [^.;]{1,30}? hands)\b",
    re.I,
)
_FREEING = re.compile(r"\b(?:releas|free|hand over|set free)", re.I)
#: what says of something foretold, or promised, that it was done
_AS = r"\bas (?:[\w.’'-]+ ){1,5}?(?:had|has) "
_CAME = re.compile(rf"{_AS}(?:predicted|warned|foretold|expected|feared|forecast)\b", re.I)
_KEPT = re.compile(
    rf"{_AS}(?:promised|pledged|vowed|announced)\b|\bkept (?:his|her|its|their) (?:promise|word|"
    r"pledge)\b|\bmade good on (?:his|her|its|their|a)\b",
    re.I,
)
_ANY = re.compile(
    f"{_OFF.pattern}|{_NONE.pattern}|{_STILL.pattern}|{_KEPT.pattern}|{_CAME.pattern}", re.I
)
#: names and numbers, which tell one thing from another; the first word of a sentence is no name
_OWN = re.compile(r"(?<=[\w,;:'’)\"”] )(?:[A-Z][\w’'-]{2,}|\d[\d.,]*\d|\d)")
#: words that a sentence shares with what was foretold, of which one is a name or number
_SHARED = 2
#: days of a window in which a day is meant
_DAYS = 7


class ComeToNothing:
    """Sentences that tell of plans that came to nothing or were kept, looked for once."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        warnings: Iterable[Warning],
        claims: Mapping[str, Claim],
        times: Mapping[str, Sequence[TimeExpression]],
        names: Mapping[str, str],
    ) -> None:
        """Look for them.

        Args:
            documents: the pages, by their ids.
            warnings: what was foretold.
            claims: the claims, by their ids.
            times: the expressions of time of each page.
            names: the entities' names, by their ids.
        """
        self._claims, self._times, self._names = claims, times, names
        wanted: set[str] = set()
        first = "9999"
        for warning in warnings:
            if warning.outcome == "open":
                wanted |= self._marks(claims[warning.claim])
                first = min(first, warning.window.earliest)
        self._found: list[tuple[str, Span]] = []
        for document in documents.values():
            written = document.dated
            if written is not None and written.latest >= first:
                self._found += ((written.latest, span) for span in _telling(document))
        self._found.sort(key=lambda f: (f[0], f[1].place))
        self._days = [written for written, _ in self._found]
        self._having: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for n, (_, span) in enumerate(self._found):
            for mark in telling_words(span.text) & wanted:
                self._having[mark].append(n)

    def _marks(self, claim: Claim) -> frozenset[str]:
        """Return the words by which a thing foretold is told from others, and who foretold it."""
        entity = claim.source.entity if claim.source is not None else None
        return telling_words(f"{claim.content.text} {self._names.get(entity or '', '')}")

    def judged(self, warning: Warning) -> Warning:
        """Return a warning with its outcome, where a later page tells of what became of it."""
        if warning.outcome != "open":
            return warning
        claim = self._claims[warning.claim]
        start = bisect_right(self._days, warning.window.earliest)
        shared: Counter[int] = Counter()
        for mark in self._marks(claim):
            having = self._having.get(mark, ())
            shared.update(having[bisect_left(having, start) :])
        for n in sorted(n for n, many in shared.items() if many >= _SHARED):
            span = self._found[n][1]
            if span.document == claim.content.document and span.start <= claim.content.end:
                continue
            outcome = self._outcome(warning, claim, span)
            if outcome is not None:
                evidence = (*warning.evidence, span)
                return msgspec.structs.replace(warning, outcome=outcome, evidence=evidence)
        return warning

    def _outcome(self, warning: Warning, claim: Claim, span: Span) -> WarningOutcome | None:
        """Return what a sentence says became of what was foretold; none if it speaks of another."""
        content, text = claim.content.text, span.text
        speaker = claim.source.entity if claim.source is not None else None
        who = telling_words(self._names.get(speaker or "", ""))
        if (_KEPT if claim.act == "promise" else _CAME).search(text):
            told = telling_words(text)
            return "borne_out" if told & who and telling_words(content) & told else None
        named = bool(_own(content) & _own(text))
        freeing = warning.event_type == "RETREAT" and _FREEING.search(content) is not None
        if named and freeing and _STILL.search(text):
            return "not_borne_out"
        none = _NONE.search(text)
        if none is not None and not telling_words(none[1]) <= telling_words(content):
            return None
        off = none is not None or _OFF.search(text) is not None
        if not off or len(telling_words(content) & telling_words(text)) < _SHARED:
            return None
        all_days = days_in(self._times.get(span.document, ()), span)
        days = [day for day in all_days if day.length <= _DAYS]
        if warning.window.length <= _DAYS and days:  # of one day, it need not be named besides
            came = any(day.overlaps(warning.window) for day in days)
        else:
            came = named and warning.event_type in {"CONSULT", "RETREAT"}
        return "not_borne_out" if came else None


def _telling(document: Document) -> Iterator[Span]:
    """Yield the sentences of a page that tell what became of a plan."""
    sentences, last = document.sentences, -1
    for found in _ANY.finditer(document.text):
        at = bisect_right(sentences, (found.start(), len(document.text))) - 1
        if at > last:
            last = at
            start, end = sentences[at]
            yield Span(document=document.id, start=start, end=end, text=document.text[start:end])


def _own(text: str) -> frozenset[str]:
    return telling_words(" ".join(_OWN.findall(f"x {text}")))

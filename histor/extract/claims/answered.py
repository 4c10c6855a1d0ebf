"""Who answers what was said, at the sentence's end: "…, the lawyers said, a claim Lima denies".

The sequence model reads "a claim" as the end of what is said, and nobody's answer to it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.claims.acts import act_of
from histor.extract.claims.relative_clauses import SAID_NOUNS
from histor.extract.tokens import VERBS, end_of_naming, tokens_with

__all__ = ["Answers"]

_ANSWERS = frozenset(["deny", "reject", "dismiss", "dispute", "refute", "contest", "rebut"])
_NAMES = frozenset(["PROPN", "NOUN", "PRON"])
#: of these, who "which" and "something" have as their object, what was said is called untrue
_DENIALS = frozenset(["deny", "dispute", "refute", "contest", "rebut"])
_BARE = frozenset(["which", "something"])
_CHARGING = frozenset(["accuse", "allege", "claim", "blame"])
_RELATIVE = frozenset(["which", "that"])
#: what parts an answer from what is answered
_MARKS = frozenset([",", "-", "–", "—"])
#: words of who answers, and between a comma and the noun of saying
_LONGEST, _BEFORE = 12, 3
#: words before the comma among which what is answered has its verb
_CLAUSE = 60


@dataclasses.dataclass(frozen=True, slots=True)
class _Answer:
    comma: int
    cue: Span
    source: Span


class Answers:
    """The answers of a page, found once: they are asked for before and after speakers are read."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        #: by the first word of the sentence
        self._at = {doc[a.comma].sent.start: a for a in _answers(doc)}

    def left_out(self, found: Sequence[Attribution]) -> list[Attribution]:
        """Return the attributions, what is answered without the answer and who gives it."""
        verbs = {t.i for a in self._at.values() for t in a.cue}
        kept = []
        for attribution in found:
            if attribution.cue is not None and any(t.i in verbs for t in attribution.cue):
                continue
            contents = tuple(
                _before(content, self._at.get(content.sent.start))
                for content in attribution.contents
            )
            told = tuple(content for content in contents if len(content))
            kept.append(dataclasses.replace(attribution, contents=told))
        return kept

    def added(self, found: Sequence[Attribution]) -> list[Attribution]:
        """Return the attributions with the answers to them."""
        if not self._at:
            return list(found)
        said: dict[int, Span] = {}
        near: dict[int, tuple[int, bool, int]] = {}
        for attribution in found:
            for content in attribution.contents if attribution.source is not None else ():
                at = content.sent.start
                answer = self._at.get(at)
                if answer is not None and content.start < answer.comma and len(content) > 1:
                    accused = attribution.cue is not None and act_of(attribution.cue) == "accuse"
                    nearer = (content.end, accused, len(content))
                    if nearer > near.get(at, (0, False, 0)):
                        near[at], said[at] = nearer, content
        return [
            *found,
            *(
                Attribution(a.cue, a.source, (said.get(at, self._doc[at : a.comma]),))
                for at, a in self._at.items()
            ),
        ]


def _answers(doc: Doc) -> Iterator[_Answer]:
    """Read ", a claim (which) N has always denied" and ", an account disputed by N"."""
    for word in tokens_with(doc, "LOWER", _BARE):
        told = _bare(word)
        if told is not None:
            yield _Answer(word.i - 1, *told)
    for noun in tokens_with(doc, "LEMMA", SAID_NOUNS):
        start, stop = noun.sent.start, noun.sent.end
        low = max(start + 1, noun.i - _BEFORE)
        comma = next((i for i in range(noun.i - 1, low - 1, -1) if doc[i].text in _MARKS), None)
        if comma is None or doc[comma + 1].pos_ != "DET":
            continue
        if not _has_verb_before(comma, doc):
            continue
        told = _active(noun.i + 1, doc, stop) or _passive(noun.i + 1, doc, stop)
        if told is not None:
            yield _Answer(comma, *told)


def _has_verb_before(comma: int, doc: Doc) -> bool:
    """Say whether the clause before a comma has a verb: what is answered is told there."""
    start = max(doc[comma].sent.start, comma - _CLAUSE)
    return any(t.pos_ in VERBS for t in doc[start:comma])


def _bare(word: Token) -> tuple[Span, Span] | None:
    """Return cue and source of ", which N denies." and ", something N has always denied."."""
    doc, start, stop = word.doc, word.sent.start, word.sent.end
    comma = word.i - 1
    if comma <= start or doc[comma].text not in _MARKS:
        return None
    if not _has_verb_before(comma, doc):
        return None
    told = _active(word.i + 1, doc, stop)
    denials = _ANSWERS if _is_charged(doc[start:comma]) else _DENIALS
    if told is None or told[0][-1].lemma_.lower() not in denials:
        return None
    end = told[0].end
    return told if end >= stop or doc[end].is_punct else None


def _is_charged(before: Span) -> bool:
    """Say whether somebody is accused of a thing, which who rejects it denies."""
    return any(t.lemma_.lower() in _CHARGING and t.pos_ == "VERB" for t in before)


def _active(first: int, doc: Doc, stop: int) -> tuple[Span, Span] | None:
    """Return cue and source of "(which) N has always denied"."""
    first += first < stop and doc[first].lower_ in _RELATIVE
    verb = end = end_of_naming(doc, first, min(stop, first + _LONGEST))
    while verb < stop and doc[verb].pos_ in {"AUX", "ADV"}:
        verb += 1
    told = verb < stop and _is_answer(doc[verb])
    return (doc[end : verb + 1], doc[first:end]) if told and _is_named(doc[first:end]) else None


def _passive(first: int, doc: Doc, stop: int) -> tuple[Span, Span] | None:
    """Return cue and source of "(quickly) denied by N"."""
    first += first < stop and doc[first].pos_ == "ADV"
    if first + 2 >= stop or not _is_answer(doc[first]) or doc[first + 1].lower_ != "by":
        return None
    source = doc[first + 2 : end_of_naming(doc, first + 2, min(stop, first + _LONGEST))]
    return (doc[first : first + 1], source) if _is_named(source) else None


def _is_answer(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _ANSWERS


def _is_named(source: Span) -> bool:
    named = any(t.pos_ in _NAMES for t in source)
    return named and source[0].pos_ != "ADP"


def _before(content: Span, answer: _Answer | None) -> Span:
    """End what is said before the comma behind which it is answered."""
    if answer is None or content.end <= answer.comma:
        return content
    return content.doc[content.start : max(content.start, answer.comma)]

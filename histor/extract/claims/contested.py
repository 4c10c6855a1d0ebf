"""Words that two attributions claim: a quotation is with the speaker whose cue stands nearest.

The sequence model reads windows, and may give a quotation to the next paragraph's speaker as well;
and a content may run on over "…, but residents say that …", whose speaker is another.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.claims.quotes import QuotedText
from histor.extract.nearby import Nearby
from histor.extract.tokens import VERBS, text_of

__all__ = ["without_contested"]

_TURNS = frozenset(["but", "while", "whereas", "although", "though", "yet", "and", "as"])
#: words before another's naming among which the turn stands
_BEFORE = 2
_WINDOW = 400
#: words behind a quotation among which its verb of saying stands
_BESIDE = 8


def without_contested(found: Sequence[Attribution], quotes: QuotedText) -> list[Attribution]:
    """Return the attributions, each word of theirs said by one speaker or told by the outer."""
    spoken = [a for a in found if a.cue is not None and a.contents]
    near = Nearby([(a, c) for a in spoken for c in a.contents], lambda pair: pair[1].start)
    cues = Nearby(spoken, lambda a: a.cue.start if a.cue is not None else 0)
    out = []
    for attribution in found:
        if attribution.cue is None or not attribution.contents:
            out.append(attribution)
            continue
        kept = [
            _before_turn(content, attribution, cues)
            for whole in attribution.contents
            for content in _by_paragraph(whole, attribution, cues)
            if any(t.is_alpha or t.like_num for t in content)
            and not _anothers(content, attribution, near, quotes)
            and not _below(content, attribution, quotes)
        ]
        out.append(dataclasses.replace(attribution, contents=tuple(kept)))
    return out


def _by_paragraph(content: Span, mine: Attribution, cues: Nearby[Attribution]) -> Iterator[Span]:
    """Yield what is said paragraph by paragraph, but what another verb of saying takes up."""
    broken = next((t.i for t in content if "\n\n" in t.text), None)
    if broken is None or mine.cue is None or broken == content.start:
        yield content
        return
    yield content.doc[content.start : broken]
    taken = any(other is not mine for other in cues.starting(broken, content.end + _BESIDE))
    if broken + 1 < content.end and not (taken and mine.cue.start < broken):
        yield from _by_paragraph(content.doc[broken + 1 : content.end], mine, cues)


def _anothers(
    content: Span,
    mine: Attribution,
    near: Nearby[tuple[Attribution, Span]],
    quotes: QuotedText,
) -> bool:
    """Say whether a quotation of another paragraph is also said by somebody beside it."""
    cue = mine.cue
    if cue is None or not quotes.holds(content.root.idx):
        return False
    apart = _apart(content, cue)
    for other, theirs in near.starting(content.start - _WINDOW, content.end):
        if other is mine or other.cue is None or other.cue == cue:
            continue
        if not apart:
            if _has_its_own_cue(theirs, other, content, cue):
                return True
            continue
        if theirs.end <= content.start or _apart(theirs, other.cue):
            continue
        if _gap(theirs, other.cue) < _gap(content, cue):
            return True
    return False


def _below(content: Span, mine: Attribution, quotes: QuotedText) -> bool:
    """Say whether a quotation stands in a later paragraph to which its speaker does not lead.

    A speaker leads there by a colon, or by words of his that end his own paragraph.
    """
    cue = mine.cue
    if cue is None or content.start < cue.end or not _apart(content, cue):
        return False
    text, start = text_of(content.doc), content.start_char
    before = text[:start].rstrip("“\"«„‘' \n")
    end = len(before)
    if before.endswith(":") or "\n\n" not in text[end:start]:
        return False
    closing = text[end : end + 2].strip()
    return not ((closing and closing[0] in '”"»’') or quotes.holds(end - 1))


def _apart(content: Span, cue: Span) -> bool:
    low, high = sorted((content, cue), key=lambda s: s.start)
    return "\n\n" in content.doc[low.end : high.start].text


def _gap(content: Span, cue: Span) -> int:
    return max(0, content.start - cue.end, cue.start - content.end)


def _has_its_own_cue(theirs: Span, other: Attribution, content: Span, cue: Span) -> bool:
    """Say whether a quotation has a cue in its own sentence, or a nearer one before it."""
    own = other.cue
    if own is None or other.source is None or theirs.start > content.start + 1:
        return False
    if not content.start < theirs.end or content.start <= own.start < content.end:
        return False
    if content[-1].sent.start == cue.sent.start:
        return False
    nearer = cue.end <= own.start and own.end <= content.start  # "N told it. “…,” says M. “…”"
    return nearer or own.sent.start == content[-1].sent.start


def _before_turn(content: Span, mine: Attribution, cues: Nearby[Attribution]) -> Span:
    """Return what stands before "…, but residents say that …", where that ends the content."""
    doc = content.doc
    for other in cues.starting(content.start + 1, content.end):
        source, cue = other.source, other.cue
        if other is mine or cue is None:
            continue
        if (
            cue[0].tag_ == "VBG"
            and doc[cue.start - 1].text == ","
            and cue.start > content.start + 1
        ):
            return doc[content.start : cue.start - 1]  # "…, accusing the army of …"
        if source is None:
            continue
        first = min(c.start for c in other.contents)
        if first > content.start + 1 and doc[first - 1].text == ":" and first < source.start:
            return doc[content.start : first - 1]  # "disputed the account: it was …, X said"
        if source.end > cue.start:
            continue
        if source.start <= content.start or cue.end - source.start > _WINDOW:
            continue
        if max(c.end for c in other.contents) < content.end or source == mine.source:
            continue
        start = source.start
        turn = next(
            (i for i in range(start - 1, max(content.start, start - 1 - _BEFORE), -1)
             if doc[i].lower_ in _TURNS),
            None,
        )  # fmt: skip
        if turn is not None and turn > content.start + 1 and doc[turn - 1].text in {",", ";"}:
            return doc[content.start : turn - 1]
        if turn == start - 1 and not any(t.pos_ in VERBS for t in doc[content.start : turn]):
            return doc[content.start : turn]  # "put it at 40 | and aid groups said that …"
    return content

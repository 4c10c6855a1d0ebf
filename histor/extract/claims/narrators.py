"""Where a narrator goes on behind what somebody says: "declared that “…” | and closed the port".

The sequence model reads one content to the sentence's end. What the speaker, or somebody else, does
behind it is told by the page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.claims.acts import act_of
from histor.extract.claims.quotes import QuotedText
from histor.extract.tokens import FINITE, NAMING, STRETCHES, VERBS, without_marks

__all__ = ["before_narrator", "with_main_clause"]

_JOINING = frozenset(["and", "but"])
_STOPS = frozenset([".", "!", "?"])
_PAST = frozenset(["VBD"])
#: past forms, which the reader mixes up: "left" is both
_PAST_FORMS = FINITE | {"VBN"}
#: verbs that leave their own clause open: "said they had not, | then shut the office"
_ELLIPTIC = frozenset(["not", "n't", "n’t"])
#: words between a conjunction and its verb: "and later also closed"
_ADVERBS = 3
#: words of what is said before its quotation marks: "that the"
_OPENING = 3
#: words up to "after": "just over a week after"
_OPENING_OF_WHEN = 6


def with_main_clause(found: Attribution) -> Attribution:
    """Return what stands before words of saying that part it from when it was.

    "[The ferry sank], owners said, | barely a week after it had been mended".
    """
    cue, source = found.cue, found.source
    if cue is None or source is None or not found.contents or source.end > cue.start:
        return found
    doc, first, comma = cue.doc, cue.sent.start, source.start - 1
    when = [c for c in found.contents if c.start > cue.end and _tells_when(c)]
    if not when or doc[cue.end].text != "," or comma <= first or doc[comma].text != ",":
        return found
    before = doc[first:comma]
    main = any(t.tag_ in FINITE for t in before) and any(t.dep_.startswith("nsubj") for t in before)
    if not main or any(t.is_quote or t.text in {":", ";"} for t in before):
        return found
    kept = tuple(c for c in found.contents if c not in when)
    return dataclasses.replace(found, contents=kept or (before,))


def _tells_when(part: Span) -> bool:
    """Say whether words tell how long before or after it was: "hardly a day after the truce"."""
    opening = part[:_OPENING_OF_WHEN]
    measured = any(t.lemma_.lower() in STRETCHES for t in opening)
    told = any(t.lower_ in {"after", "before"} for t in opening)
    return measured and told and not any(t.pos_ in VERBS for t in opening)


def before_narrator(
    part: Span, cue: Span | None, source: Span | None, fences: Sequence[Span], quotes: QuotedText
) -> Span:
    """Return what is said without the clause by which the page goes on behind it.

    Args:
        part: what is said.
        cue: the words of saying.
        source: the words that name who says it.
        fences: words of saying and speakers nearby, which nothing is cut at twice.
        quotes: the page's quotations.
    """
    if cue is None:
        return _quotation_alone(part, quotes)
    if part.start < cue.end:
        return part
    ends = (
        _behind_quotation(part, cue, quotes),
        _behind_relative(part, cue, source, quotes),
        _behind_ellipsis(part, cue, quotes),
        _behind_demand(part, cue, quotes),
    )
    end = min((e for e in ends if e is not None), default=None)
    if end is None or any(f.start < end < f.end for f in fences):
        return part
    end = without_marks(part.doc, part.start, end) if not part.doc[end - 1].is_quote else end
    return part.doc[part.start : end] if end > part.start + 1 else part


def _quotation_alone(part: Span, quotes: QuotedText) -> Span:
    """Return what stands in quotation marks behind a label: "Envoy: “They left.” | He asks for"."""
    run = quotes.run_at(part.start_char + 1) if part[0].is_quote else None
    if run is None:
        return part
    end = next((t.i for t in part if t.idx >= run[1] and not t.is_quote), part.end)
    closed = end < part.end and part.doc[end].text[:1].isupper()
    stopped = any(t.text in _STOPS for t in part.doc[end - 2 : end])
    return part.doc[part.start : end] if closed and stopped else part


def _behind_quotation(part: Span, cue: Span, quotes: QuotedText) -> int | None:
    """Return where a quoted clause ends behind which its speaker does something.

    "Declared that “the mine is ours” | and closed it": the verb has the form of "declared" and no
    subject. Behind a word or two in quotation marks it may as well be said.
    """
    said = next((t for t in cue if t.tag_ in FINITE), None)
    mark = next((t for t in part[:_OPENING] if t.is_quote), None)
    run = quotes.run_at(mark.idx + 1) if mark is not None else None
    if said is None or run is None:
        return None
    inside = [t for t in part if run[0] <= t.idx < run[1]]
    if not any(t.tag_ in FINITE for t in inside) or not any(
        t.dep_.startswith(("nsubj", "expl")) for t in inside
    ):
        return None
    last = inside[-1].i + 1
    while last < part.end and part.doc[last].is_quote:
        last += 1
    verb = _joined_verb(part, last)
    return last if verb is not None and verb.tag_ == said.tag_ else None


def _joined_verb(part: Span, at: int) -> Token | None:
    """Return the verb without a subject behind "and" at a place; none if there is none."""
    doc = part.doc
    at += at < part.end and doc[at].text == ","
    if at >= part.end - 1 or doc[at].lower_ not in _JOINING:
        return None
    for token in doc[at + 1 : min(part.end, at + 1 + _ADVERBS)]:
        if token.pos_ in VERBS:
            return token
        if token.pos_ != "ADV":
            return None
    return None


def _behind_relative(part: Span, cue: Span, source: Span | None, quotes: QuotedText) -> int | None:
    """Return where the main clause goes on: "clerks who grumbled that pay was late | left".

    The verb behind the clause has no subject there; its own is who complained.
    """
    doc = part.doc
    who = [t for t in doc[max(cue.sent.start, cue.start - 2) : cue.start] if t.tag_ == "WP"]
    if not who or source is None or source.end > cue.start:
        return None
    verbs = [t for t in part if t.tag_ in _PAST_FORMS and not quotes.holds(t.idx)]
    if len(verbs) < 2:
        return None
    for before, verb in pairwise(verbs):
        between = doc[before.i + 1 : verb.i]
        if verb.pos_ != "VERB" or before.head == verb or _has_helper(verb):
            continue
        if any(t.dep_.startswith(("nsubj", "expl")) for t in between):
            continue
        if any(t.lower_ in _JOINING or t.text == "," or t.pos_ == "SCONJ" for t in between):
            continue
        if any(t.tag_ in {"WDT", "WP", "WRB"} for t in between):
            continue
        return verb.i
    return None


def _has_helper(verb: Token) -> bool:
    before = verb.doc[verb.i - 1]
    return before.pos_ in {"AUX", "ADV"} or any(c.dep_.startswith("aux") for c in verb.children)


def _behind_demand(part: Span, cue: Span, quotes: QuotedText) -> int | None:
    """Return where what is asked for ends: "asked that the bank pay | and it declined"."""
    asked = next((t for t in part if t.pos_ in VERBS), part.root)
    plain = asked.tag_ == "VB" or (asked.tag_ == "VBP" and act_of(cue) == "demand")
    if not plain or any(c.tag_ == "MD" or c.lower_ == "to" for c in asked.children):
        return None
    doc = part.doc
    for joined in part:
        if joined.i < asked.i or joined.lower_ not in _JOINING or quotes.holds(joined.idx):
            continue
        verb = joined.i + 1
        while verb < part.end and doc[verb].pos_ in NAMING:
            verb += 1
        if joined.i + 1 < verb < part.end and doc[verb].tag_ in _PAST:
            return joined.i
    return None


def _behind_ellipsis(part: Span, cue: Span, quotes: QuotedText) -> int | None:
    """Return where "said they were not" ends, which leaves out what was said before."""
    doc = part.doc
    for token in part[:-2]:
        then = doc[token.i + 1].text == "," and doc[token.i + 2].lower_ in {"then", "and", "but"}
        if token.lower_ in _ELLIPTIC and then and token.head.i <= token.i:
            behind = doc[token.i + 3 : part.end]
            verb = next((t for t in behind[:_ADVERBS] if t.pos_ in VERBS), None)
            if verb is not None and verb.tag_ in _PAST and not quotes.holds(verb.idx):
                return token.i + 1
    return None

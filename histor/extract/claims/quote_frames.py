"""Quotations whose frame tells the speaker: «…», testifies a mother; For the minister, «…».

Translated pages keep the word order of French or Arabic, headings put the speaker before a colon,
and live pages set a name before a quotation. The sequence model has read little of these, so
that the frame, where it is plain, outranks its reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.claims.labels import NO_SPEAKERS
from histor.extract.claims.quotes import QuotedText
from histor.extract.lexicons import acts, sayings
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE, HYPHENS, NAMING, VERBS, end_of_naming, text_of

__all__ = ["with_framed_quotes"]

_NAMES = frozenset(["PROPN", "NOUN", "PRON"])
_LONGEST = 14
#: words of a paragraph that are looked at
_PARAGRAPH = 300
#: words before the colon of a heading
_LABEL = 8
_HEADING = 160
#: words of a quotation that is a statement even without a verb
_LEAST = 2
#: marks between a quotation and its verb, the dash of Russian print among them
_AFTER_QUOTE = frozenset([",", "»", "”", "’", "'", "–", "—", "-"])
#: dashes before the name that signs a quotation, and words of the shortest one
_DASHES, _SIGNED = frozenset(["–", "—", "―", "--", "-"]), 4
#: what papers do with words, and prepositions of where somebody speaks
_PRINTING = frozenset(["headline", "title", "splash"])
_WHERE = frozenset(["during", "at", "on", "in", "before", "after", "to"])
#: marks before a verb of saying inside a quotation, and such verbs besides those of the list
_BEFORE_INCISED = frozenset([",", "!", "?", "…"])
_TESTIFYING = frozenset("testify confide tell sigh deplore rejoice regret assure warn".split())
#: prepositions that name whose view follows, as "pour" and "selon" do
_FOR = frozenset(["for", "to"])
#: verbs of writing where all can read it
_POSTING = frozenset(["post", "tweet", "write", "repost"])


def with_framed_quotes(
    doc: Doc, found: Sequence[Attribution], quotes: QuotedText
) -> list[Attribution]:
    """Return the attributions with those that frames give, and without what these replace."""
    cues = Nearby([a for a in found if a.cue is not None], _at)
    found = [_with_second(a, doc, cues, quotes) for a in found]
    framed = [a for run in quotes.runs for a in _framed(doc, run, cues, quotes)]
    framed += _behind_colons(doc, [*found, *framed], quotes)
    if not framed:
        return list(found)
    taken = [content for a in framed for content in a.contents]
    again = {t.i for a in framed if a.cue is not None for t in a.cue}
    near = Nearby(taken, lambda quote: quote.start)
    longest = max(len(quote) for quote in taken)
    kept = []
    for attribution in found:
        if attribution.cue is not None and any(t.i in again for t in attribution.cue):
            continue
        contents = tuple(
            part
            for content in attribution.contents
            for part in _without(content, near.starting(content.start - longest, content.end))
        )
        if contents or not attribution.contents:
            kept.append(Attribution(attribution.cue, attribution.source, contents))
    return kept + framed


def _framed(
    doc: Doc, run: tuple[int, int], cues: Nearby[Attribution], quotes: QuotedText
) -> Iterator[Attribution]:
    quote = doc.char_span(*run, alignment_mode="contract")
    if quote is None or len(quote) < _LEAST or _is_name(quote):
        return
    inverted = _inverted(doc, quote)
    if inverted is not None:
        cue, source = inverted
        around = cues.starting(cue.start - _LONGEST, cue.end)
        if not any(_reads(a, cue, source) for a in around):
            contents = [quote, *_following(doc, source.end, cues, quotes)]
            yield Attribution(cue=cue, source=source, contents=tuple(contents))
        return
    closing = _closing(doc, quote) or _posted(doc, quote)
    if closing is not None:
        cue, source = closing
        if not any(_reads(a, cue, source) for a in cues.starting(cue.start - _LONGEST, cue.end)):
            yield Attribution(cue=cue, source=source, contents=(quote,))
        return
    introduced = _introduced(doc, quote, cues) or _signed(doc, quote) or _incised(quote, cues)
    if introduced is not None:
        yield introduced


def _incised(quote: Span, cues: Nearby[Attribution]) -> Attribution | None:
    """Read «I came on foot, tells Ana N, 19 years. Nobody helped.», as French print has it."""
    doc = quote.doc
    around = cues.starting(quote.start - _LEAST, quote.end + _LABEL)
    if any(a.cue is not None and a.source is not None for a in around):
        return None
    for verb in quote[_LEAST:-1]:
        told = verb.pos_ == "VERB" and verb.tag_ in {"VBZ", "VBD"}
        if not told or verb.nbor(-1).text not in _BEFORE_INCISED:
            continue
        if verb.lemma_.lower() not in sayings() | _TESTIFYING:
            continue
        end = verb.i + 1
        while end < quote.end and doc[end].pos_ in {"PROPN", "PRON"}:
            end += 1
        if end == verb.i + 1 or not (doc[end].is_punct or doc[end].is_space):
            continue
        before = doc[quote.start : verb.i - (verb.nbor(-1).text == ",")]
        stop = next((t.i for t in doc[end : quote.end] if t.text in {".", "!", "?"}), quote.end)
        aside = doc[end].text == "," and not any(map(_is_told, doc[end:stop]))
        behind = doc[(stop if aside else end) + 1 : quote.end]
        contents = tuple(c for c in (before, behind) if any(t.is_alpha for t in c))
        return Attribution(doc[verb.i : verb.i + 1], doc[verb.i + 1 : end], contents)
    return None


def _is_told(verb: Token) -> bool:
    """Say whether a verb tells something of a subject: not "reached by telephone"."""
    return verb.tag_ in FINITE and any(c.dep_.startswith("nsubj") for c in verb.children)


def _signed(doc: Doc, quote: Span) -> Attribution | None:
    """Read the name behind a dash that closes a quotation's line: “…” — N. N., a teacher."""
    at = quote.end
    while at < len(doc) and at - quote.end <= len(_AFTER_QUOTE) and doc[at].is_quote:
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in _DASHES or len(quote) < _SIGNED:
        return None
    start = end = at + 1
    while end < len(doc) and end - start <= _LONGEST and "\n" not in doc[end].text:
        if not (doc[end].pos_ in NAMING or doc[end].text in {",", "."}):
            return None  # what follows is no name
        end += 1
    while end > start and doc[end - 1].is_punct:
        end -= 1
    source = doc[start:end]
    named = any(t.ent_type_ == "PERSON" for t in source[:_LEAST]) and source[0].text[0].isupper()
    return Attribution(cue=None, source=source, contents=(quote,)) if named else None


def _at(found: Attribution) -> int:
    return found.cue.start if found.cue is not None else 0


def _reads(found: Attribution, cue: Span, source: Span) -> bool:
    """Say whether an attribution has a frame's cue and its source already."""
    if found.cue is None or not found.cue.start <= cue.start < found.cue.end:
        return False
    return found.source is not None and (
        found.source.start < source.end and source.start < found.source.end
    )


def _inverted(doc: Doc, quote: Span) -> tuple[Span, Span] | None:
    """Return cue and source of «…», testifies a mother of the district."""
    at = quote.end
    while at < len(doc) and (doc[at].is_quote or doc[at].text in _AFTER_QUOTE):
        at += 1
    if at == quote.end or at + 1 >= len(doc) or doc[at].pos_ != "VERB":
        return None
    verb = doc[at]
    known = verb.lemma_.lower() in sayings() | _PRINTING or (verb.lemma_.lower(),) in acts()
    told = known or any(t.pos_ in VERBS for t in quote)
    if verb.tag_ not in {"VBZ", "VBD", "VBN"} or not told:
        return None
    end = end_of_naming(doc, at + 1, min(len(doc), at + _LONGEST + 1))
    end = next((t.i for t in doc[at + 2 : end] if t.lower_ == "during"), end)
    if end < len(doc) and not (doc[end].is_punct or doc[end].is_space):
        # "said the mayor | on the big market"
        end = next((t.i for t in doc[at + 2 : end] if t.lower_ in _WHERE), end)
    source = _behind_hearer(doc[at + 1 : end])
    if not len(source) or not any(t.pos_ in _NAMES for t in source) or source[0].pos_ == "ADP":
        return None
    if not known and (verb.tag_ == "VBN" or not _is_somebody(source)):
        return None
    if end < len(doc) and not (doc[end].is_punct or doc[end].is_space or doc[end].lower_ in _WHERE):
        return None
    return doc[at : at + 1], source


def _behind_hearer(source: Span) -> Span:
    """Return the name behind whom it was told: "“…”, told | to EFE by telephone | N. N."."""
    if not len(source) or source[0].lower_ != "to":
        return source
    start = source.end
    while start > source.start and source.doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    return source.doc[start : source.end]


def _is_name(quote: Span) -> bool:
    """Say whether a quotation is a name in apposition: "a group, the “Sons of the River”, said"."""
    doc, first = quote.doc, quote.start - 1
    first -= first > 0 and doc[first].is_quote
    named = first >= 0 and doc[first].pos_ == "DET"
    return named and not any(t.pos_ in VERBS for t in quote)


def _closing(doc: Doc, quote: Span) -> tuple[Span, Span] | None:
    """Return cue and source of “…”, he shrugged: whatever the verb is, the quotation is his."""
    at = quote.end
    while at < len(doc) and (doc[at].is_quote or doc[at].text in _AFTER_QUOTE):
        at += 1
    if at == quote.end or at + 2 >= len(doc) or doc[at].lower_ not in {"he", "she", "they"}:
        return None
    verb, behind = doc[at + 1], doc[at + 2]
    last = at + 1
    if verb.lower_ in {"has", "had"} and at + 3 < len(doc) and behind.tag_ in {"VBN", "VBD"}:
        last, behind = at + 2, doc[at + 3]  # "…, he has warned."
    if verb.lower_ in {"is", "was"} and behind.lower_ in {"quoted", "cited"}:
        return doc[at + 1 : at + 3], doc[at : at + 1]
    comma = any(t.text == "," for t in doc[quote.end - 1 : at])
    ends = verb.tag_ in {"VBD", "VBZ", "VBP"} and (behind.text in {".", ","} or behind.is_space)
    return (doc[at + 1 : last + 1], doc[at : at + 1]) if comma and ends else None


def _posted(doc: Doc, quote: Span) -> tuple[Span, Span] | None:
    """Return cue and source of “…” N. N. has posted on X."""
    at = quote.end
    while at < len(doc) and (doc[at].is_quote or doc[at].text in _AFTER_QUOTE):
        at += 1
    end = end_of_naming(doc, at, min(len(doc), at + _LONGEST))
    verb = end + (end < len(doc) and doc[end].lower_ in {"has", "had"})
    source = doc[at:end]
    if at == quote.end or verb >= len(doc) or doc[verb].lemma_.lower() not in _POSTING:
        return None
    named = any(t.ent_type_ in {"PERSON", "ORG"} or t.lower_ in {"he", "she"} for t in source)
    return (doc[end : verb + 1], source) if named and doc[verb].pos_ == "VERB" else None


def _is_somebody(source: Span) -> bool:
    return source[0].pos_ in {"DET", "PROPN", "NUM"} and source.root.pos_ in {"NOUN", "PROPN"}


def _behind_colons(
    doc: Doc, found: Sequence[Attribution], quotes: QuotedText
) -> Iterator[Attribution]:
    """Read "N said …. The question is another: “…”" as N's where nobody else is read."""
    told = sorted((c for a in found for c in a.contents), key=lambda c: c.start)
    near = Nearby(told, lambda content: content.start)
    speaking = Nearby(
        sorted((a for a in found if a.cue is not None and a.source is not None), key=_at), _at
    )
    for run in quotes.runs:
        quote = doc.char_span(*run, alignment_mode="contract")
        if quote is None or len(quote) < _SIGNED or quote.start < 2:
            continue
        mark = quote.start - 1 - doc[quote.start - 1].is_quote
        whole = any(t.pos_ in VERBS for t in quote)
        if doc[mark].text != ":" or not whole or not _verbs_of(doc[mark].sent, mark):
            continue
        start = mark
        while start > max(0, mark - _PARAGRAPH) and "\n\n" not in doc[start - 1].text:
            start -= 1
        before = speaking.starting(start, quote.start)
        read = near.starting(quote.start - _PARAGRAPH, quote.end)
        if before and not any(c.end > quote.start and 2 * len(c) >= len(quote) for c in read):
            last = before[-1]
            person = last.source is not None and any(t.ent_type_ == "PERSON" for t in last.source)
            if person and last.cue is not None and last.cue.sent.end <= doc[mark].sent.start:
                yield Attribution(cue=None, source=last.source, contents=(quote,))


def _verbs_of(sentence: Span, end: int) -> bool:
    """Say whether a sentence has a verb before a colon, so that this closes no label."""
    words = sentence.doc[max(sentence.start, end - _PARAGRAPH) : end]
    return any(t.pos_ in VERBS for t in words)


def _with_second(
    found: Attribution, doc: Doc, cues: Nearby[Attribution], quotes: QuotedText
) -> Attribution:
    """Add "…" of “…”, said N. N., but “…”, which no other cue introduces."""
    cue, source = found.cue, found.source
    if cue is None or source is None or not found.contents:
        return found
    first = found.contents[0]
    if first.end > cue.start or not quotes.holds(first[-1].idx - 1):
        return found
    start, stop = max(cue.end, source.end), cue.sent.end
    if any(a is not found for a in cues.starting(cue.start, stop)):
        return found
    low, high = _edge(doc, start), _edge(doc, stop)
    told = {t.i for c in found.contents for t in c}
    more = [
        span
        for run in quotes.within(low, high)
        if (span := doc.char_span(*run, alignment_mode="contract")) is not None
        and len(span) >= _LEAST
        and span.start not in told
    ]
    return Attribution(cue=cue, source=source, contents=(*found.contents, *more))


def _following(doc: Doc, start: int, cues: Nearby[Attribution], quotes: QuotedText) -> list[Span]:
    """Return the quotations after a frame in its paragraph that have no cue of their own."""
    end = start
    while end < min(len(doc), start + _PARAGRAPH) and "\n\n" not in doc[end].text:
        end += 1
    own = [a.cue.sent.start for a in cues.starting(start, end) if a.cue is not None]
    low, high = _edge(doc, start), _edge(doc, min([end, *own]))
    spans = (
        doc.char_span(begin, close, alignment_mode="contract")
        for begin, close in quotes.within(low, high)
    )
    return [s for s in spans if s is not None and len(s) and _incised(s, cues) is None]


def _edge(doc: Doc, at: int) -> int:
    return doc[at].idx if at < len(doc) else len(text_of(doc))


def _introduced(doc: Doc, quote: Span, cues: Nearby[Attribution]) -> Attribution | None:
    """Return what "For the minister N. N., «…»" and the heading "Envoy: ‘…’" say."""
    first = quote.start - 1
    while first > 0 and doc[first].is_quote:
        first -= 1
    beside = cues.starting(first - _LONGEST, first + 1)
    if first < 1 or any(a.cue is not None and _beside(a.cue, first) for a in beside):
        return None
    start = first
    low = max(0, first - _PARAGRAPH)
    while start > low and not (doc[start - 1].is_sent_end or "\n\n" in doc[start - 1].text):
        start -= 1
    frame = doc[start:first]
    if doc[first].text == ":" and _is_heading(doc, start, quote) and _names(frame):
        if frame.root.lemma_.lower() in NO_SPEAKERS:
            return None  # "Interview: “…”"
        return Attribution(cue=None, source=frame, contents=(quote,))
    if doc[first].text != "," or not len(frame) or frame[0].lower_ not in _FOR:
        return None
    person = any(t.ent_type_ == "PERSON" for t in frame)
    if person and all(t.pos_ in NAMING or t.text == "," for t in frame):
        comma = next((t.i for t in frame if t.text == ","), frame.end)
        return Attribution(cue=frame[:1], source=doc[start + 1 : comma], contents=(quote,))
    return None


def _beside(cue: Span, at: int) -> bool:
    return cue.start <= at <= cue.end


def _is_heading(doc: Doc, start: int, quote: Span) -> bool:
    """Say whether a paragraph is a short line that ends with the quotation."""
    alone = start == 0 or "\n\n" in doc[start - 1].text
    end = quote.end
    while end < len(doc) and (doc[end].is_quote or doc[end].text in {"’", "'", "."}):
        end += 1
    last = end >= len(doc) or "\n\n" in doc[end].text
    return alone and last and doc[quote.end - 1].idx - doc[start].idx < _HEADING


def _names(frame: Span) -> bool:
    """Say whether the words before a colon can be a speaker."""
    words = [t for t in frame if not t.is_space and t.text not in HYPHENS]
    return (
        0 < len(words) <= _LABEL
        and all(_can_name(t) for t in words)
        and any(t.pos_ in {"PROPN", "NOUN"} for t in words)
    )


def _can_name(token: Token) -> bool:
    return token.pos_ in NAMING and not token.is_punct


def _without(content: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield what of a content stands outside the quotations that frames have taken."""
    start, doc = content.start, content.doc
    for quote in taken:
        if quote.end <= start or content.end <= quote.start:
            continue
        if start < quote.start - 1:
            yield doc[start : quote.start - 1]
        start = max(start, quote.end + 1)
    if start < content.end and any(t.is_alpha for t in doc[start : content.end]):
        yield doc[start : content.end]

"""What is no part of a content though it is read into it: asides, other sentences, who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.claims.quotes import QuotedText
from histor.extract.lexicons import sayings
from histor.extract.tokens import DAYS, FINITE, NAMING, STRETCHES, VERBS, without_marks

__all__ = [
    "GAP",
    "LEAST",
    "LONGEST_REST",
    "PARTING",
    "TAIL",
    "WHEN",
    "before_as",
    "before_colon",
    "before_fragment",
    "before_next_verb",
    "before_semicolon",
    "before_what_followed",
    "behind_colon",
    "behind_time",
    "closed",
    "has_verb",
    "is_in",
    "one_paragraph",
    "own_sentence",
    "stands_before",
    "stands_elsewhere",
    "uninterrupted",
    "within_aside",
    "within_its_sentence",
    "within_quote",
    "without_proof",
    "without_silence",
    "without_speaker",
    "without_venue",
]

_VENUE = re.compile(
    r"(?:,|(?<=[”\"»])) (?:in|at|during) (?:an? |the |his |her |its |their )?(?:[\w-]+ ){0,2}"
    r"(?:interview|declarations?|statements?|remarks|comments|conversation|conference|speech|address|post|tweet|briefing)\b[^,.;:“”\"]{0,60}[.”\"]*\Z"
)
_SILENCE = re.compile(
    r",?\s(?:but|and)\s(?:(?:would|did|could)\snot|wouldn['’]t|didn['’]t|declined\sto|refused\sto)\s"
    r"(?:say|give|comment|elaborate|specify|name|identify|disclose|provide|confirm|explain)\b|"
    r",\swithout\s(?:giving|providing|offering|naming|citing|elaborating|specifying|presenting|"
    r"identifying|disclosing|explaining|going\sinto)\b"
)
_PROOF = re.compile(
    r"\s(?:(?:could|can|have|has|were|was|are|is)(?:\snot|n['’]t)(?:\s(?:\w+ly|yet|been|be)\b)*"
    r"(?:\s(?:confirmed|verified|substantiated|true)|\Z)|(?:turned\sout|proved|proven)\s(?:to\sbe\s)?"
    r"(?:false|untrue|wrong|unfounded|fake)|(?:are|is|were|was)\s(?:\w+\s)?"
    r"(?:false|untrue|fake|unfounded|baseless|denied|dismissed|rejected))(?!\w)"
)
#: words that may be missing between two parts of one content, and between two that hang together
GAP = 6
WHEN = frozenset(["after", "before", "while", "as", "since", "when", "until", "although", "though"])
#: words from a colon to who speaks behind it
_NEAR_COLON = 12
#: words that are added to one that governs them, and marks that part them from it
LONGEST_REST = 20
_STOPS = frozenset([".", "!", "?"])
_TIMING = frozenset(["DET", "PROPN", "NOUN", "ADV"])
PARTING = frozenset([";", ":", ",", "(", ")", "—", "–"])
#: words of a subject that words of saying part from its verb
_LONGEST_SUBJECT = 15
#: words after a closing mark that may be the speaker's and not the speech's
TAIL = 10
_SPEAKERS = frozenset(["PROPN", "PRON", "DET", "NOUN", "ADJ", "ADP", "PUNCT", "SPACE", "PART"])
#: words that a content without verb or quotation marks must have to say something
LEAST = 3
#: words from a comma to the stretch of time behind it: ", just two | weeks"
_STRETCH = 3


def one_paragraph(part: Span, quotes: QuotedText) -> Span:
    """Return the longer piece of unquoted words that were read on into another paragraph."""
    at = next((t.i for t in part if "\n\n" in t.text), None)
    if at is None or quotes.holds(part.doc[at].idx):
        return part
    pieces = (part.doc[part.start : at], part.doc[at + 1 : part.end])
    return max(pieces, key=len) if any(len(p) for p in pieces) else part


def before_colon(found: Attribution, cues: Sequence[Span], quotes: QuotedText) -> list[Span]:
    """End contents before a colon behind which another speaks: "dispute it: he, they say, left"."""
    cue = found.cue
    kept: list[Span] = []
    for content in found.contents:
        mark = next((t for t in content[1:] if t.text == ":" and not quotes.holds(t.idx)), None)
        if mark is not None and cue is not None and cue.end <= mark.i:
            near = (f for f in cues if mark.i < f.start < mark.i + _NEAR_COLON)
            if any(f.end < len(f.doc) and f.doc[f.end].text == "," for f in near):
                return [*kept, content.doc[content.start : mark.i]]
        kept.append(content)
    return kept


def within_quote(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """End what is said inside a quotation with it: "“He told us he slept[.” N. N. said it …]"."""
    run = quotes.run_at(cue.start_char) if cue is not None else None
    if run is None or not run[0] <= part.start_char < run[1] < part.end_char:
        return part
    cut = part.doc.char_span(part.start_char, run[1], alignment_mode="contract")
    return part if cut is None else cut


def within_its_sentence(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """End what somebody relays in his own words: "People say [I fled.] It is false"."""
    if cue is None or part.start < cue.end or not quotes.holds(cue.start_char):
        return part
    for stop in part[:-1]:
        if stop.is_quote:
            return part
        if stop.text in _STOPS and part.doc[stop.i + 1].text[:1].isupper():
            return part.doc[part.start : stop.i]
    return part


def without_silence(part: Span) -> Span:
    """Cut off what its speaker does not say: "that they died [but would not name them]"."""
    return _before(part, _SILENCE)


def without_proof(part: Span, cue: Span | None) -> Span:
    """Cut off what the page says of a report: "Reports that N died [could not be confirmed]"."""
    if cue is None or cue.root.pos_ != "NOUN" or part.start < cue.end:
        return part
    return _before(part, _PROOF)


def _before(part: Span, words: re.Pattern[str]) -> Span:
    """End a content before some words, unless it is quoted or nothing is stated before them."""
    found = words.search(part.text)
    if found is None or any(t.is_quote for t in part):
        return part
    end = part.start_char + found.start()
    cut = part.doc.char_span(part.start_char, end, alignment_mode="contract")
    return part if cut is None or not has_verb(cut) else cut


def before_as(part: Span, cue: Span | None) -> Span:
    """End what a heading's verb governs before stands beside it: "denies it | as trial ends"."""
    if cue is None or part.start < cue.end:
        return part
    last = next((t for t in reversed(part.sent) if not t.is_space), part[-1])
    if last.is_punct or last.is_quote:
        return part  # no heading
    for mark in part[1:-1]:
        verb = mark.head
        beside = mark.lower_ == "as" and mark.dep_ == "mark" and verb.dep_ == "advcl"
        if beside and any(c.dep_.startswith("nsubj") and c.i > mark.i for c in verb.children):
            return part if any(t.is_quote for t in part) else part.doc[part.start : mark.i]
    return part


def before_next_verb(part: Span, cue: Span | None, cues: Sequence[Span]) -> Span:
    """End what a heading's verb governs before the next: "voices alarm at war[, urges calm]"."""
    if cue is None or part.start < cue.end:
        return part
    for other in cues:
        verb = other[0]
        if not part.start + 1 < verb.i < part.end or verb.nbor(-1).text != ",":
            continue
        alike = verb.tag_ == "VBZ" and is_in(verb.head, cue) and verb.head.tag_ == "VBZ"
        if alike and not any(c.dep_ in {"mark", "nsubj"} for c in verb.children):
            return part.doc[part.start : verb.i - 1]
    return part


def within_aside(part: Span, cue: Span | None) -> Span:
    """End at its comma what an aside tells: "a bill that critics say | costs jobs[, …]"."""
    if cue is None or part.start != cue.end or cue.root.dep_ != "acl:relcl":
        return part
    if part[0].tag_ not in FINITE and part[0].tag_ != "MD":
        return part
    comma = next((t.i for t in part if t.text == ","), part.end)
    told = part.doc[part.start : comma]
    return part if any(t.is_quote for t in part) or not has_verb(told) else told


def behind_time(part: Span) -> Span:
    """Leave out when it was said: "had recalled | the day before | that it was over"."""
    if part[0].pos_ not in _TIMING and part[0].lower_ != "on":
        return part
    that = next((t for t in part[1:GAP] if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is None:
        return part
    before = part.doc[part.start : that.i]
    timed = any(t.lemma_.lower() in STRETCHES or t.lower_ in DAYS for t in before)
    plain = all(t.pos_ in NAMING or t.pos_ in {"ADV", "SCONJ"} for t in before)
    return part.doc[that.i : part.end] if timed and plain else part


def before_fragment(part: Span) -> Span:
    """Leave out the first words of a sentence that was not read on: "“We will go. | He"."""
    if part[-1].pos_ != "PRON":
        return part
    for stop in part.doc[max(part.start + 1, part.end - LEAST) : part.end - 1]:
        begun = part.doc[stop.i + 1 : part.end]
        if stop.text in _STOPS and not any(t.pos_ in VERBS or t.is_quote for t in begun):
            return part.doc[part.start : stop.i] if begun[0].pos_ == "PRON" else part
    return part


def own_sentence(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """Begin what stands before its cue with the cue's sentence: "He left. [It is over], N said"."""
    if cue is None or part.end > cue.start or part.end > cue.sent.end:
        return part
    first = cue.sent.start
    if not part.start < first < part.end or quotes.holds(part.doc[first - 1].idx):
        return part
    stop = part.doc[first - 1]
    own = not any(t.is_quote for t in part.doc[part.start : first]) and stop.text in _STOPS
    return part.doc[first : part.end] if own else part


def before_semicolon(part: Span, around: Sequence[Span], quotes: QuotedText) -> Span:
    """Cut off another's clause, or its beginning: "46 dead[; the clinic's own list]"."""
    mark = next((t for t in part[1:] if t.text == ";"), None)
    if mark is None or quotes.holds(mark.idx):
        return part
    if any(mark.i < f.start < part.end for f in around):
        return part.doc[part.start : mark.i]
    if has_verb(part.doc[mark.i : part.end]):
        return part
    return part.doc[part.start : mark.i] if has_verb(part.doc[part.end : part.sent.end]) else part


def before_what_followed(part: Span) -> Span:
    """End a content before a stretch of time to what is left out of it: "…, | a day | after X"."""
    doc, last = part.doc, part.end - 1
    if last <= part.start + _STRETCH or last + 1 >= len(doc):
        return part
    if doc[last].lemma_.lower() not in STRETCHES or doc[last + 1].lower_ not in WHEN:
        return part
    for comma in range(last - 1, last - 1 - _STRETCH, -1):
        if doc[comma].text == ",":
            return doc[part.start : comma]
        if doc[comma].pos_ not in {"DET", "NUM", "ADV", "ADJ"}:
            break
    return part


def behind_colon(part: Span, cue: Span | None) -> Span:
    """Begin a content with the quotation behind a colon that ends before its cue.

    "Analysts doubt it: | “That is unlikely,” | said N. N.": what stands before is the page's own.
    """
    doc = part.doc
    pointing = len(part) > LEAST and part[0].pos_ == "PRON" and part[1].text == ":"
    if pointing and part[2].is_quote:
        return doc[part.start + 2 : part.end]  # "doubts | it: “Nobody wants war.”"
    if cue is None or cue.start < part.end:
        return part
    for i in range(part.start + 1, part.end - 1):
        if doc[i].text == ":" and doc[i + 1].is_quote:
            closed = any(t.is_quote for t in doc[i + 2 : part.end + 1])
            return doc[i + 1 : part.end] if closed and not doc[part.start].is_quote else part
    return part


def without_venue(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """Cut off where it was said: "that it is safe[, in declarations to the radio]"."""
    venue = _VENUE.search(part.text)
    if cue is None or venue is None or part.start < cue.end:
        return part
    start = part.start_char + venue.start()
    cut = part.doc.char_span(part.start_char, start, alignment_mode="contract")
    return part if cut is None or not has_verb(cut) or quotes.holds(start) else cut


def uninterrupted(part: Span, found: Attribution) -> Span:
    """Add the subject before words of saying that part it from its verb: "[The ship, she said,]
    had left"."""
    cue, source, doc = found.cue, found.source, part.doc
    if cue is None or source is None or part[0].tag_ not in FINITE or cue.end > part.start:
        return part
    start = min(cue.start, source.start)
    low = max(part[0].sent.start, start - 1 - _LONGEST_SUBJECT)
    closed = doc[part.start - 1].text == "," and part.start - 1 == max(cue.end, source.end)
    if start <= low + 1 or not closed or doc[start - 1].text != ",":
        return part
    first = start - 1
    while first > low and not (doc[first - 1].is_punct or doc[first - 1].is_space):
        first -= 1
    joined = doc[first].pos_ == "CCONJ" and first + 1 < start - 1
    first += joined
    subject = doc[first : start - 1]
    opens = joined or first == part[0].sent.start or doc[first - 1].text in {":", ";"}
    named = any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in subject)
    if not opens or not named or any(t.tag_ in FINITE for t in subject):
        return part
    return doc[first : part.end]


def stands_elsewhere(part: Span, cue: Span | None, quotes: QuotedText) -> bool:
    """Say whether a part stands in another paragraph than its cue and is no quotation there."""
    if cue is None or quotes.holds(part.root.idx) or quotes.holds(part[0].idx):
        return False
    low, high = sorted((part, cue), key=lambda s: s.start)
    between = part.doc[low.end : high.start]  # the whole text would be joined anew each time
    return "\n\n" in between.text


def stands_before(part: Span, parts: Sequence[Span], cue: Span | None, quotes: QuotedText) -> bool:
    """Say whether the page tells a part: a sentence before that of the cue and the other parts."""
    if cue is None or part.end > cue.sent.start or any(t.is_quote for t in part):
        return False
    others = [p for p in parts if p.start >= cue.sent.start and p is not part]
    return bool(others) and part[-1].sent.end <= cue.sent.start and not quotes.holds(part[0].idx)


def has_verb(part: Span) -> bool:
    """Say whether a part has a verb or an auxiliary."""
    return any(t.pos_ in VERBS for t in part)


def closed(part: Span, fences: Sequence[Span]) -> Span:
    """Add the clause that a content's last word only opens: "had no standing, as [it had none]"."""
    doc, last = part.doc, part[-1]
    if last.dep_ not in {"mark", "case"} or last.head.i < part.end or len(part) < LEAST:
        return part
    end = min(last.head.right_edge.i + 1, last.sent.end)
    end = without_marks(doc, part.end, end)
    more = doc[part.end : end]
    plain = len(more) <= LONGEST_REST and not any(t.is_quote or t.text in PARTING for t in more)
    if len(more) and plain and not any(f.start < end and part.end < f.end for f in fences):
        return doc[part.start : end]
    kept = doc[part.start : without_marks(doc, part.start, part.end - 1)]
    return kept if len(kept) else part  # "“ “ of" is nothing but marks before it


def without_speaker(part: Span, found: Attribution, quotes: QuotedText) -> Span:
    """Cut off what follows a closing quotation mark and is the speaker's name or verb."""
    run = quotes.run_at(part[0].idx) or quotes.run_at(part[0].idx + len(part[0].text))
    if run is None or run[1] >= part[-1].idx:
        return part
    tail = [t for t in part if t.idx > run[1]]
    if not 0 < len(tail) <= TAIL or any(quotes.holds(t.idx) for t in tail):
        return part
    verbs = [t for t in tail if t.pos_ == "VERB"]
    names_speaker = all(t.pos_ in _SPEAKERS for t in tail) and len(tail) <= 2
    cue = found.cue
    says = any(v.lemma_.lower() in sayings() or is_in(v, cue) for v in verbs)
    if names_speaker or says:
        kept = part.doc[part.start : tail[0].i]
        return kept if len(kept) else part
    return part


def is_in(token: Token, span: Span | None) -> bool:
    """Say whether a word stands in a span."""
    return span is not None and span.start <= token.i < span.end

"""What is said: the contents of an attribution as whole, clean pieces of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.acts import act_of
from histor.extract.asked_deeds import with_deed_asked
from histor.extract.fragments import is_fragment
from histor.extract.hearers import is_hearer, without_hearer
from histor.extract.hearsay import is_hearsay
from histor.extract.lexicons import acts, sayings
from histor.extract.narrators import before_narrator
from histor.extract.nearby import Nearby
from histor.extract.plain_sayings import NAMINGS
from histor.extract.quotes import QuotedText
from histor.extract.relative_clauses import SAID_NOUNS
from histor.extract.tokens import (
    DATELINE,
    DAYS,
    FINITE,
    NAMING,
    STRETCHES,
    VERBS,
    ends_dateline,
    without_marks,
)

__all__ = ["content_parts", "has_verb", "says_something", "speaker_in_content", "without_edges"]

_VENUE = re.compile(
    r"(?:,|(?<=[”\"»])) (?:in|at|during) (?:an? |the |his |her |its |their )?(?:[\w-]+ ){0,2}"
    r"(?:interview|declarations?|statements?|remarks|comments|conversation|conference|speech|address|post|tweet|briefing)\b[^,.;:“”\"]{0,60}[.”\"]*\Z"
)
_SILENCE = re.compile(
    r",?\s(?:but|and)\s(?:(?:would|did|could)\snot|wouldn['’]t|didn['’]t|declined\sto|refused\sto)\s"
    r"(?:say|give|comment|elaborate|specify|name|identify|disclose|provide|confirm|explain)\b"
)
_PROOF = re.compile(
    r"\s(?:(?:could|can|have|has|were|was|are|is)(?:\snot|n['’]t)(?:\s(?:\w+ly|yet|been|be)\b)*"
    r"(?:\s(?:confirmed|verified|substantiated|true)|\Z)|(?:turned\sout|proved|proven)\s(?:to\sbe\s)?"
    r"(?:false|untrue|wrong|unfounded|fake)|(?:are|is|were|was)\s(?:\w+\s)?"
    r"(?:false|untrue|fake|unfounded|baseless|denied|dismissed|rejected))(?!\w)"
)
_STAMP = re.compile(r"\d{1,2}[:.]\d\d")
#: words that may be missing between two parts of one content, and between two that hang together
_GAP = 6
_WIDE_GAP = 15
_LONGEST_CUE = 30
_LONGEST_CLAUSE = 60
_RELATIVE = frozenset(["WDT", "WP", "WRB"])
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obl:unmarked"])
_TURNING = frozenset(["against", "not", "without"])
#: what stands for what was said right before, where somebody answers it
_POINTING = SAID_NOUNS | {"something"}
_OBJECTS = frozenset(["obj", "iobj"])
_WHEN = frozenset(
    ["after", "before", "while", "as", "since", "when", "until", "although", "though"]
)
_MODIFIERS = frozenset(["advcl", "obl", "advmod", "nmod", "acl", "amod"])
#: words from a colon to who speaks behind it
_NEAR_COLON = 12
#: words that are added to one that governs them, and marks that part them from it
_LONGEST_REST = 20
_STOPS = frozenset([".", "!", "?"])
_TIMING = frozenset(["DET", "PROPN", "NOUN", "ADV"])
_ASIDE = frozenset([",", "-", "–", "—"])
_PARTING = frozenset([";", ":", ",", "(", ")", "—", "–"])
#: words of a subject that words of saying part from its verb
_LONGEST_SUBJECT = 15
#: words after a closing mark that may be the speaker's and not the speech's
_TAIL = 10
_SPEAKERS = frozenset(["PROPN", "PRON", "DET", "NOUN", "ADJ", "ADP", "PUNCT", "SPACE", "PART"])
_VICTIMS = frozenset(["dead", "wounded", "injured", "missing"])
_MATTER = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
#: words that a content without verb or quotation marks must have to say something
_LEAST = 3


def content_parts(
    found: Attribution, cues: Nearby[Span], speakers: Nearby[Span], quotes: QuotedText
) -> tuple[list[Span], list[Span]]:
    """Return the parts of a content that stand by themselves, and those that do not, in order.

    Parts that only a few words of the same sentence part are joined; words of a cue or of this
    attribution's source keep parts apart (“a”, said X, “b”), and each is then a claim of its own.
    A part that only modifies another, the addressee of a demand, and unquoted words of another
    paragraph do not stand by themselves.
    """
    low = min(c.start for c in found.contents) - _LONGEST_CUE
    high = max(c.end for c in found.contents) + _LONGEST_CLAUSE
    fences = list(cues.starting(low, high))
    if found.source is not None:
        fences.append(found.source)
    around = [*fences, *speakers.starting(low, high)]
    whole = []
    for part in _joined(_before_colon(found, fences, quotes), fences):
        part = _one_paragraph(part, quotes)
        part = _with_clause(_turned(part, found.cue), fences)
        part = _whole_quote(
            _with_second(_closed(_completed(part, around), around), around), found, quotes
        )
        part = _before_semicolon(_with_included(part, fences), around, quotes)
        part = _without_venue(_without_speaker(part, found, quotes), found.cue, quotes)
        part = _with_named(_with_subject(_uninterrupted(part, found), fences, quotes), found.cue)
        part = _with_asked(
            _without_proof(_own_sentence(part, found.cue, quotes), found.cue), found.cue
        )
        part = _before_fragment(_behind_time(_before_as(part, found.cue)))
        part = _without_silence(_within_quote(_with_noun(part, found.cue), found.cue, quotes))
        part = with_deed_asked(_with_first(part, found.cue, fences), found.cue)
        if found.source is None or found.cue is None or found.source.start != found.cue.end:
            part = _within_its_sentence(part, found.cue, quotes)
        part = before_narrator(part, found.cue, found.source, fences, quotes)
        whole.append(
            without_hearer(_behind_colon(_before_what_followed(part), found.cue), found.cue)
        )
    apart = [
        part
        for part in whole
        if not (_elsewhere(part, found.cue, quotes) or is_hearer(part, found.cue))
    ]
    apart = [p for p in apart if not _is_before(p, apart, found.cue, quotes)]
    quoted = [p for p in apart if quotes.holds(p.root.idx)]
    scraps = [p for p in quoted if is_fragment(p, found.cue, [o for o in apart if o is not p])]
    apart = [part for part in apart if part not in scraps]
    modifying = [p for p in apart if _modifies(p, [o for o in apart if o is not p], found.cue)]
    stated = [part for part in apart if has_verb(part) and part not in modifying]
    kept = [part for part in apart if part in stated or quotes.holds(part.root.idx)]
    kept = kept or [part for part in apart if part not in modifying]
    return kept, [part for part in whole if part not in kept]


def _one_paragraph(part: Span, quotes: QuotedText) -> Span:
    """Return the longer piece of unquoted words that were read on into another paragraph."""
    at = next((t.i for t in part if "\n\n" in t.text), None)
    if at is None or quotes.holds(part.doc[at].idx):
        return part
    pieces = (part.doc[part.start : at], part.doc[at + 1 : part.end])
    return max(pieces, key=len) if any(len(p) for p in pieces) else part


def _before_colon(found: Attribution, cues: Sequence[Span], quotes: QuotedText) -> list[Span]:
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


def _joined(contents: Sequence[Span], fences: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for part in sorted(contents, key=lambda c: (c.start, c.end)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and 0 <= part.start - last.end <= (_WIDE_GAP if _hang_together(last, part) else _GAP)
            and (part.start == last.end or part[0].sent.start == last[-1].sent.start)
            and not any(f.start < part.start and last.end < f.end for f in fences)
            and not _begins_a_quotation(last, part)
        ):
            joined[-1] = part.doc[last.start : part.end]
        else:
            joined.append(part)
    return joined


def _begins_a_quotation(before: Span, part: Span) -> bool:
    """Say whether a quotation of its own follows a full stop: "… was a child. | “It kills …”"."""
    quoted = any(t.is_quote for t in before)
    return part[0].is_quote and before[-1].text == "." and not quoted


def _within_quote(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """End what is said inside a quotation with it: "“He told us he slept[.” N. N. said it …]"."""
    run = quotes.run_at(cue.start_char) if cue is not None else None
    if run is None or not run[0] <= part.start_char < run[1] < part.end_char:
        return part
    cut = part.doc.char_span(part.start_char, run[1], alignment_mode="contract")
    return part if cut is None else cut


def _with_first(part: Span, cue: Span | None, fences: Sequence[Span]) -> Span:
    """Add the clause that a content goes on: "[A boy died] and his sister was hurt, N. N. said"."""
    root, doc = part.root, part.doc
    first = root.head
    if cue is None or cue.start < part.end or root.dep_ != "conj" or first.i >= part.start:
        return part
    start = max(first.left_edge.i, root.sent.start)
    between = doc[start : part.start]
    if first.pos_ not in VERBS or between[-1].lower_ != "and" or len(between) < _LEAST:
        return part
    if between[-2].is_punct or any(t.is_quote or t.text in {":", ";"} for t in between):
        return part
    return (
        part
        if any(f.start < part.start and start < f.end for f in fences)
        else doc[start : part.end]
    )


def _within_its_sentence(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """End what somebody relays in his own words: "People say [I fled.] It is false"."""
    if cue is None or part.start < cue.end or not quotes.holds(cue.start_char):
        return part
    for stop in part[:-1]:
        if stop.is_quote:
            return part
        if stop.text in _STOPS and part.doc[stop.i + 1].text[:1].isupper():
            return part.doc[part.start : stop.i]
    return part


def _without_silence(part: Span) -> Span:
    """Cut off what its speaker does not say: "that they died [but would not name them]"."""
    silence = _SILENCE.search(part.text)
    if silence is None or any(t.is_quote for t in part):
        return part
    end = part.start_char + silence.start()
    cut = part.doc.char_span(part.start_char, end, alignment_mode="contract")
    return part if cut is None or not has_verb(cut) else cut


def _without_proof(part: Span, cue: Span | None) -> Span:
    """Cut off what the page says of a report: "Reports that N died [could not be confirmed]"."""
    if cue is None or cue.root.pos_ != "NOUN" or part.start < cue.end:
        return part
    proof = _PROOF.search(part.text)
    if proof is None or any(t.is_quote for t in part):
        return part
    end = part.start_char + proof.start()
    cut = part.doc.char_span(part.start_char, end, alignment_mode="contract")
    return part if cut is None or not has_verb(cut) else cut


def _with_named(part: Span, cue: Span | None) -> Span:
    """Add what somebody calls something: "dismissed as “fantasy” [the charge that it lied]"."""
    doc = part.doc
    whole = _naming(cue) if cue is not None else None
    if whole is not None and part.start < whole.end and whole.start < part.end:
        return doc[min(part.start, whole.start) : max(part.end, whole.end)]
    if cue is None or part[0].lower_ != "as" or part[0].head.head not in cue:
        return part
    objects = (c for c in part[0].head.head.children if c.dep_ == "obj")
    named = next((c for c in objects if 0 <= c.left_edge.i - part.end < 2), None)
    return part if named is None else doc[part.start : named.right_edge.i + 1]


def _naming(cue: Span) -> Span | None:
    """Return a thing and what it is called: "called [the report false]"."""
    verb = cue[-1]
    if verb.lemma_.lower() not in NAMINGS or any(c.dep_ == "aux:pass" for c in verb.children):
        return None
    after = [c for c in verb.children if c.i > verb.i]
    thing = next((c for c in after if c.dep_ == "obj"), None)
    name = next((c for c in after if c.dep_ == "xcomp" and c.tag_ not in FINITE), None)
    if thing is None or name is None or not thing.i < name.left_edge.i:
        return None
    inner = verb.doc[thing.left_edge.i : name.right_edge.i + 1]
    plain = not any(t.text in {",", ";", ":"} or t.pos_ == "CCONJ" for t in inner)
    return inner if plain and inner.start == cue.end else None


def _before_as(part: Span, cue: Span | None) -> Span:
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


def _behind_time(part: Span) -> Span:
    """Leave out when it was said: "had recalled | the day before | that it was over"."""
    if part[0].pos_ not in _TIMING:
        return part
    that = next((t for t in part[1:_GAP] if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is None:
        return part
    before = part.doc[part.start : that.i]
    timed = any(t.lemma_.lower() in STRETCHES or t.lower_ in DAYS for t in before)
    plain = all(t.pos_ in NAMING or t.pos_ in {"ADV", "SCONJ"} for t in before)
    return part.doc[that.i : part.end] if timed and plain else part


def _before_fragment(part: Span) -> Span:
    """Leave out the first words of a sentence that was not read on: "“We will go. | He"."""
    if part[-1].pos_ != "PRON":
        return part
    for stop in part.doc[max(part.start + 1, part.end - _LEAST) : part.end - 1]:
        begun = part.doc[stop.i + 1 : part.end]
        if stop.text in _STOPS and not any(t.pos_ in VERBS or t.is_quote for t in begun):
            return part.doc[part.start : stop.i] if begun[0].pos_ == "PRON" else part
    return part


def _with_asked(part: Span, cue: Span | None) -> Span:
    """Add whom somebody asks to do something: "urged [the bank] to pay"."""
    if cue is None or part[0].lower_ != "to" or part[0].tag_ != "TO" or act_of(cue) != "demand":
        return part
    doc, asked = part.doc, part.doc[cue.end : part.start]
    verb = cue[-1] if cue[-1].pos_ == "VERB" else cue.root
    told = 0 < len(asked) <= _TAIL and all(t.pos_ in NAMING or t.ent_type_ for t in asked)
    object_ = any(c.dep_ in {"obj", "iobj"} and _in(c, asked) for c in verb.children)
    return doc[cue.end : part.end] if told and object_ and asked[0].pos_ != "ADP" else part


def _own_sentence(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """Begin what stands before its cue with the cue's sentence: "He left. [It is over], N said"."""
    if cue is None or part.end > cue.start or part.end > cue.sent.end:
        return part
    first = cue.sent.start
    if not part.start < first < part.end or quotes.holds(part.doc[first - 1].idx):
        return part
    stop = part.doc[first - 1]
    own = not any(t.is_quote for t in part.doc[part.start : first]) and stop.text in _STOPS
    return part.doc[first : part.end] if own else part


def _with_noun(part: Span, cue: Span | None) -> Span:
    """Add the noun that a relative clause tells of: "promised [a reply] that they will feel"."""
    noun = part.root.head
    if cue is None or not part.root.dep_.startswith("acl") or not cue.end <= noun.i < part.start:
        return part
    said = noun.lemma_.lower() in SAID_NOUNS or (noun.lemma_.lower(),) in acts()
    if said or noun.dep_ != "obj" or noun.head.i < cue.start or part.start - noun.i > 1:
        return part
    start = noun.left_edge.i
    return part.doc[start : part.end] if start >= cue.end else part


def _before_semicolon(part: Span, around: Sequence[Span], quotes: QuotedText) -> Span:
    """Cut off another's clause, or its beginning: "46 dead[; the clinic's own list]"."""
    mark = next((t for t in part[1:] if t.text == ";"), None)
    if mark is None or quotes.holds(mark.idx):
        return part
    if any(mark.i < f.start < part.end for f in around):
        return part.doc[part.start : mark.i]
    if has_verb(part.doc[mark.i : part.end]):
        return part
    return part.doc[part.start : mark.i] if has_verb(part.doc[part.end : part.sent.end]) else part


def _before_what_followed(part: Span) -> Span:
    """End a content before a stretch of time to what is left out of it: "…, | days | after X"."""
    doc, last = part.doc, part.end - 1
    if last <= part.start + 1 or last + 1 >= len(doc):
        return part
    stretch = doc[last].lemma_.lower() in STRETCHES and doc[last - 1].text == ","
    return doc[part.start : last - 1] if stretch and doc[last + 1].lower_ in _WHEN else part


def _behind_colon(part: Span, cue: Span | None) -> Span:
    """Begin a content with the quotation behind a colon that ends before its cue.

    "Analysts doubt it: | “That is unlikely,” | said N. N.": what stands before is the page's own.
    """
    doc = part.doc
    if cue is None or cue.start < part.end:
        return part
    for i in range(part.start + 1, part.end - 1):
        if doc[i].text == ":" and doc[i + 1].is_quote:
            closed = any(t.is_quote for t in doc[i + 2 : part.end + 1])
            return doc[i + 1 : part.end] if closed and not doc[part.start].is_quote else part
    return part


def _without_venue(part: Span, cue: Span | None, quotes: QuotedText) -> Span:
    """Cut off where it was said: "that it is safe[, in declarations to the radio]"."""
    venue = _VENUE.search(part.text)
    if cue is None or venue is None or part.start < cue.end:
        return part
    start = part.start_char + venue.start()
    cut = part.doc.char_span(part.start_char, start, alignment_mode="contract")
    return part if cut is None or not has_verb(cut) or quotes.holds(start) else cut


def _whole_quote(part: Span, found: Attribution, quotes: QuotedText) -> Span:
    """Widen the end of a quotation right before the words of saying to the whole of it."""
    run = quotes.run_at(part[0].idx)
    if run is None or found.cue is None or part[-1].idx > run[1]:
        return part
    whole = part.doc.char_span(*run, alignment_mode="contract")
    if whole is None or part.end < whole.end - 1:
        return part
    following = (t for t in part.doc[whole.end : whole.end + _GAP] if not t.is_punct)
    said = next(following, None)
    beside = said is not None and (_in(said, found.cue) or _in(said, found.source))
    return whole if beside or (said is not None and said.dep_ == "nsubj:pass") else part


def _with_second(part: Span, fences: Sequence[Span]) -> Span:
    """Add the second verb to a content that ends with "and": "was alive and [had called]"."""
    doc, end = part.doc, part.end
    if part[-1].pos_ != "CCONJ" or len(part) < 2:
        return part
    verbs = [t for t in doc[end : min(end + 3, part.sent.end)] if t.pos_ == "VERB"]
    if verbs and all(t.pos_ in {"AUX", "ADV"} for t in doc[end : verbs[0].i]):
        stop = min(verbs[0].right_edge.i + 1, part[-1].sent.end)
        stop = without_marks(doc, end, stop)
        if not any(f.start < stop and end < f.end for f in fences):
            return doc[part.start : stop]
    return doc[part.start : end - 1]


def _with_included(part: Span, fences: Sequence[Span]) -> Span:
    """Add those whom a count includes: "put the toll at nine[, including two officers]"."""
    doc, end = part.doc, part.end - (part[-1].text == ",")
    stop = min(end + _GAP, part[-1].sent.end)
    if doc[end : min(end + 2, stop)].text.lower() != ", including" or doc[end - 1].pos_ != "NUM":
        return part
    last = end + 2
    while last < stop and doc[last].pos_ in {"NUM", "NOUN", "ADJ", "DET"}:
        last += 1
    counted = any(t.pos_ == "NUM" for t in doc[end:last])
    apart = any(f.start < last and end < f.end for f in fences)
    return doc[part.start : last] if counted and not apart else part


def _turned(part: Span, cue: Span | None) -> Span:
    """Add the word before a content that turns it round: "warned them [against] moving him"."""
    before = part.doc[part.start - 1] if part.start > 0 else None
    if before is None or before.lower_ not in _TURNING or _in(before, cue):
        return part
    return part.doc[part.start - 1 : part.end] if _in(before.head, part) else part


def _with_subject(part: Span, fences: Sequence[Span], quotes: QuotedText) -> Span:
    """Add the subject before a predicate: “N. N., 40, ‘regrets everything’”, said X.

    So it is with the head of a subject that was cut: "[The gang that took] two men asks for money".
    """
    verb = part.root
    run = quotes.run_at(verb.idx)
    opens = run is not None and run[0] == next((t.idx for t in part if t.is_alpha), None)
    plain = run is None and not any(t.is_quote for t in part)
    helped = any(c.dep_.startswith("aux") and c.tag_ in FINITE for c in verb.children)
    if not (opens or plain) or not (verb.tag_ in FINITE or (plain and helped)):
        return part
    own = [c for c in verb.children if part.start <= c.i < part.end]
    if any(c.dep_.startswith(("nsubj", "expl")) for c in own):
        return part
    doc = part.doc
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < part.start), None)
    if subject is None or part.start - subject.left_edge.i > _LONGEST_CUE:
        return part
    start = subject.left_edge.i
    naming = {t.i for t in subject.subtree}
    if any(not (t.i in naming or t.is_punct) for t in doc[start : part.start]):
        return part
    # "The union, which announced it, | shut the port": what the clause on it says is no fence
    apart = (f for f in fences if not all(t.i in naming for t in f))
    if any(f.start < part.start and start < f.end for f in apart):
        return part
    return doc[start : part.end]


def _uninterrupted(part: Span, found: Attribution) -> Span:
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


def _elsewhere(part: Span, cue: Span | None, quotes: QuotedText) -> bool:
    """Say whether a part stands in another paragraph than its cue and is no quotation there."""
    if cue is None or quotes.holds(part.root.idx) or quotes.holds(part[0].idx):
        return False
    low, high = sorted((part, cue), key=lambda s: s.start)
    between = part.doc[low.end : high.start]  # the whole text would be joined anew each time
    return "\n\n" in between.text


def _is_before(part: Span, parts: Sequence[Span], cue: Span | None, quotes: QuotedText) -> bool:
    """Say whether the page tells a part: a sentence before that of the cue and the other parts."""
    if cue is None or part.end > cue.sent.start or any(t.is_quote for t in part):
        return False
    others = [p for p in parts if p.start >= cue.sent.start and p is not part]
    return bool(others) and part[-1].sent.end <= cue.sent.start and not quotes.holds(part[0].idx)


def _modifies(part: Span, others: Sequence[Span], cue: Span | None) -> bool:
    """Say whether a part only tells when or how of another part, or of the saying."""
    root = part.root
    dep = root.dep_.partition(":")[0]
    marked = any(c.dep_ == "mark" and c.lower_ in _WHEN for c in root.children)
    of_saying = marked or (dep == "advcl" and _in(root.head, cue))
    if of_saying and any(has_verb(other) for other in others):
        return True
    return dep in _MODIFIERS and any(_in(root.head, o) for o in others)


def _with_clause(part: Span, fences: Sequence[Span]) -> Span:
    """Widen a bare noun phrase to the clause that it begins, up to the words of saying.

    "A blast [killed two, the union said]": the clause's verb hangs on the verb of saying, or the
    phrase hangs on the clause's verb.
    """
    doc, root = part.doc, part.root
    stops = [f.start for f in fences if f.start >= part.end]
    if has_verb(part) or not stops or root.dep_ not in _ARGUMENTS:
        return part
    end = min([*stops, part[-1].sent.end, part.end + _LONGEST_CLAUSE])
    verbs = [
        t
        for t in doc[part.end : end]
        if t.pos_ == "VERB" and (root.head == t or any(_in(t.head, f) for f in fences))
    ]
    if not verbs or end not in stops:
        return part
    end = without_marks(doc, part.end, end)
    return doc[part.start : end]


def _hang_together(one: Span, other: Span) -> bool:
    if one.root.dep_ in _OBJECTS and other[0].lower_ == "of" and not has_verb(one):
        return True  # "accused [X], in a letter, [of arson]"
    return one.start <= other.root.head.i < one.end or other.start <= one.root.head.i < other.end


def has_verb(part: Span) -> bool:
    """Say whether a part has a verb or an auxiliary."""
    return any(t.pos_ in VERBS for t in part)


def _completed(part: Span, fences: Sequence[Span]) -> Span:
    """Add the words right after a content that hang on it in the tree, as “of Lima” may."""
    doc, start, end = part.doc, part.start, part.end
    limit = min(part[-1].sent.end, end + _GAP)
    last = part[-1].sent.end
    for i in range(end, limit - 1):
        if doc[i].text == "," and doc[i + 1].tag_ in FINITE:
            limit = last = i  # "had been warned | , did nothing"
            break
        behind = i + (doc[i].text == ",")
        if doc[behind].tag_ in _RELATIVE and doc[behind - 1].text == ",":
            if doc[behind].head.right_edge.i >= limit:
                limit = i  # "the front | , which split from the movement after its leader left"
            last = i
            break
    marks = sum(t.is_quote for t in doc[max(0, start - 1) : end])
    for stop in range(limit, end, -1):
        more = doc[end:stop]
        opened = marks % 2 == 1 and not any(t.is_quote for t in more)  # all of it is quoted
        if (
            not more[-1].is_punct
            # "…, a claim | which N rejected" is another's
            and not (more[-1].lemma_.lower() in _POINTING and more[0].text in _ASIDE)
            and all(start <= t.head.i < stop and (opened or t.head.i != t.i) for t in more)
            and not any(f.start < stop and end < f.end for f in fences)
        ):
            return doc[start : _whole_end(doc, end, stop, last, fences)]
    return part


def _closed(part: Span, fences: Sequence[Span]) -> Span:
    """Add the clause that a content's last word only opens: "had no standing, as [it had none]"."""
    doc, last = part.doc, part[-1]
    if last.dep_ not in {"mark", "case"} or last.head.i < part.end or len(part) < _LEAST:
        return part
    end = min(last.head.right_edge.i + 1, last.sent.end)
    end = without_marks(doc, part.end, end)
    more = doc[part.end : end]
    plain = len(more) <= _LONGEST_REST and not any(t.is_quote or t.text in _PARTING for t in more)
    if len(more) and plain and not any(f.start < end and part.end < f.end for f in fences):
        return doc[part.start : end]
    kept = doc[part.start : without_marks(doc, part.start, part.end - 1)]
    return kept if len(kept) else part  # "“ “ of" is nothing but marks before it


def _whole_end(doc: Doc, start: int, end: int, last: int, fences: Sequence[Span]) -> int:
    """Return where the words ``[start, end)`` end with what they govern: "as it held | no water".

    No further than ``last``; what words of saying or another clause part from them is left out.
    """
    edge = max(c.right_edge.i + 1 for t in doc[start:end] for c in (t, *t.children) if c.i >= start)
    edge = without_marks(doc, end, min(edge, last))
    between = doc[end:edge]
    if not 0 < len(between) <= _LONGEST_REST:
        return end
    if any(t.text in _PARTING or t.is_quote or t.tag_ in _RELATIVE for t in between):
        return end
    return end if any(f.start < edge and end < f.end for f in fences) else edge


def _without_speaker(part: Span, found: Attribution, quotes: QuotedText) -> Span:
    """Cut off what follows a closing quotation mark and is the speaker's name or verb."""
    run = quotes.run_at(part[0].idx) or quotes.run_at(part[0].idx + len(part[0].text))
    if run is None or run[1] >= part[-1].idx:
        return part
    tail = [t for t in part if t.idx > run[1]]
    if not 0 < len(tail) <= _TAIL or any(quotes.holds(t.idx) for t in tail):
        return part
    verbs = [t for t in tail if t.pos_ == "VERB"]
    names_speaker = all(t.pos_ in _SPEAKERS for t in tail) and len(tail) <= 2
    cue = found.cue
    says = any(v.lemma_.lower() in sayings() or _in(v, cue) for v in verbs)
    if names_speaker or says:
        kept = part.doc[part.start : tail[0].i]
        return kept if len(kept) else part
    return part


def speaker_in_content(found: Attribution) -> Span | None:
    """Return the name beside the cue that was read as part of the content: “…”, N. N. said."""
    cue = found.cue
    if cue is None or found.source is not None or is_hearsay(cue):
        return None
    end = cue.start
    if not any(end - 1 < c.end and c.start < end for c in found.contents):
        return None
    start = end
    while start > cue.sent.start and cue.doc[start - 1].pos_ == "PROPN":
        start -= 1
    if start == end or not cue.doc[start].ent_type_:
        return None
    begins = start == cue.sent.start or cue.doc[start - 1].is_punct or cue.doc[start - 1].is_quote
    return cue.doc[start:end] if begins else None


def _in(token: Token, span: Span | None) -> bool:
    return span is not None and span.start <= token.i < span.end


def without_edges(part: Span) -> Span | None:
    """Return a content without a dateline and "that" before it; none if nothing is left."""
    start, end = part.start, part.end
    doc = part.doc
    if start == part.sent.start:
        opening = range(start, min(end, start + DATELINE))
        start = next((i + 1 for i in opening if ends_dateline(doc, i)), start)
    while start < end and (
        _is_stamp(doc[start])
        or (doc[start].is_punct and doc[start].text not in {"(", "["} and not doc[start].is_quote)
        or doc[start].is_space
        or (doc[start].lower_ == "that" and doc[start].pos_ in {"SCONJ", "ADP"})
        or (doc[start].pos_ == "CCONJ" and start + 1 < end and doc[start + 1].is_quote)
        or _only_as(doc[start:end])
    ):
        start += 1
    return doc[start:end] if start < end else None


def _only_as(part: Span) -> bool:
    """Say whether "as" stands before a quotation alone: "described them as | “peaceful”"."""
    quoted = len(part) > 2 and part[0].lower_ == "as" and part[1].is_quote
    return quoted and any(t.is_quote for t in part.doc[part.end - 1 : part.end + 1])


def _is_stamp(token: Token) -> bool:
    """Say whether a word is the time of day before an entry of a live page."""
    return bool(_STAMP.fullmatch(token.text))


def says_something(part: Span, *, by_itself: bool, least: int = _LEAST) -> bool:
    """Say whether a content is more than a scrap of the sentence.

    ``by_itself`` asks for a statement: a verb, or words enough; what is denied, demanded or
    condemned may be a bare noun. ``least`` are the words it must have where it has no verb.
    """
    words = [t for t in part if t.is_alpha]
    if by_itself and part.root.ent_type_ == "PERSON" and not has_verb(part):
        return False
    if len(words) < 2:
        if any(t.lower_ in _VICTIMS for t in part) and any(t.pos_ == "NUM" for t in part):
            return True  # "34 dead"
        return not by_itself and len(words) == 1 and len(words[0]) > 3
    if not by_itself or has_verb(part):
        return True
    counted = any(t.pos_ in {"NOUN", "PROPN"} or t.lower_ in _VICTIMS for t in part)
    if counted and any(t.pos_ == "NUM" for t in part):
        return True  # "the toll at forty"
    return sum(t.pos_ in _MATTER for t in part) >= least

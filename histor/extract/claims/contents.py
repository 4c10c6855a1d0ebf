"""What is said: the contents of an attribution as whole, clean pieces of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.claims.acts import act_of
from histor.extract.claims.content_ends import (
    GAP,
    LEAST,
    LONGEST_REST,
    PARTING,
    TAIL,
    WHEN,
    before_as,
    before_colon,
    before_fragment,
    before_next_verb,
    before_semicolon,
    before_what_followed,
    behind_colon,
    behind_time,
    closed,
    has_verb,
    is_in,
    one_paragraph,
    own_sentence,
    stands_before,
    stands_elsewhere,
    uninterrupted,
    within_aside,
    within_its_sentence,
    within_quote,
    without_proof,
    without_silence,
    without_speaker,
    without_venue,
)
from histor.extract.claims.fragments import is_fragment
from histor.extract.claims.hearers import is_hearer, without_hearer
from histor.extract.claims.hearsay import is_hearsay
from histor.extract.claims.narrators import before_narrator
from histor.extract.claims.openings import with_its_opening
from histor.extract.claims.plain_sayings import NAMINGS
from histor.extract.claims.quotes import QuotedText
from histor.extract.claims.relative_clauses import SAID_NOUNS
from histor.extract.events.asked_deeds import with_deed_asked
from histor.extract.lexicons import acts
from histor.extract.nearby import Nearby
from histor.extract.tokens import DATELINE, FINITE, NAMING, VERBS, ends_dateline, without_marks

__all__ = ["content_parts", "says_something", "speaker_in_content", "without_edges"]

_STAMP = re.compile(r"\d{1,2}[:.]\d\d")
_WIDE_GAP = 15
_LONGEST_CUE = 30
_LONGEST_CLAUSE = 60
_RELATIVE = frozenset(["WDT", "WP", "WRB"])
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obl:unmarked"])
_TURNING = frozenset(["against", "not", "without"])
#: what stands for what was said right before, where somebody answers it
_POINTING = SAID_NOUNS | {"something"}
_OBJECTS = frozenset(["obj", "iobj"])
_MODIFIERS = frozenset(["advcl", "obl", "advmod", "nmod", "acl", "amod"])
_ASIDE = frozenset([",", "-", "–", "—"])
_VICTIMS = frozenset(["dead", "wounded", "injured", "missing"])
_MATTER = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])


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
    for part in _joined(before_colon(found, fences, quotes), fences):
        part = before_next_verb(part, found.cue, fences)
        part = one_paragraph(part, quotes)
        part = _with_clause(_turned(part, found.cue), fences)
        part = _whole_quote(
            _with_second(closed(_completed(part, around), around), around), found, quotes
        )
        part = with_its_opening(part, around, quotes)
        part = before_semicolon(_with_included(part, fences), around, quotes)
        part = without_venue(without_speaker(part, found, quotes), found.cue, quotes)
        part = _with_named(_with_subject(uninterrupted(part, found), fences, quotes), found.cue)
        part = _with_asked(
            without_proof(own_sentence(part, found.cue, quotes), found.cue), found.cue
        )
        part = within_aside(part, found.cue)
        part = before_fragment(behind_time(before_as(part, found.cue)))
        part = without_silence(within_quote(_with_noun(part, found.cue), found.cue, quotes))
        part = with_deed_asked(_with_first(part, found.cue, fences), found.cue)
        if found.source is None or found.cue is None or found.source.start != found.cue.end:
            part = within_its_sentence(part, found.cue, quotes)
        part = before_narrator(part, found.cue, found.source, fences, quotes)
        whole.append(without_hearer(behind_colon(before_what_followed(part), found.cue), found.cue))
    apart = [
        part
        for part in whole
        if not (stands_elsewhere(part, found.cue, quotes) or is_hearer(part, found.cue))
    ]
    apart = [p for p in apart if not stands_before(p, apart, found.cue, quotes)]
    quoted = [p for p in apart if quotes.holds(p.root.idx)]
    scraps = [p for p in quoted if is_fragment(p, found.cue, [o for o in apart if o is not p])]
    apart = [part for part in apart if part not in scraps]
    modifying = [p for p in apart if _modifies(p, [o for o in apart if o is not p], found.cue)]
    stated = [part for part in apart if has_verb(part) and part not in modifying]
    kept = [part for part in apart if part in stated or quotes.holds(part.root.idx)]
    kept = kept or [part for part in apart if part not in modifying]
    return kept, [part for part in whole if part not in kept]


def _joined(contents: Sequence[Span], fences: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for part in sorted(contents, key=lambda c: (c.start, c.end)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and 0 <= part.start - last.end <= (_WIDE_GAP if _hang_together(last, part) else GAP)
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


def _with_first(part: Span, cue: Span | None, fences: Sequence[Span]) -> Span:
    """Add the clause that a content goes on: "[A boy died] and his sister was hurt, N. N. said"."""
    root, doc = part.root, part.doc
    first = root.head
    if cue is None or cue.start < part.end or root.dep_ != "conj" or first.i >= part.start:
        return part
    start = max(first.left_edge.i, root.sent.start)
    between = doc[start : part.start]
    if first.pos_ not in VERBS or between[-1].lower_ != "and" or len(between) < LEAST:
        return part
    if between[-2].is_punct or any(t.is_quote or t.text in {":", ";"} for t in between):
        return part
    return (
        part
        if any(f.start < part.start and start < f.end for f in fences)
        else doc[start : part.end]
    )


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


def _with_asked(part: Span, cue: Span | None) -> Span:
    """Add whom somebody asks to do something: "urged [the bank] to pay"."""
    if cue is None or part[0].lower_ != "to" or part[0].tag_ != "TO" or act_of(cue) != "demand":
        return part
    doc, asked = part.doc, part.doc[cue.end : part.start]
    verb = cue[-1] if cue[-1].pos_ == "VERB" else cue.root
    told = 0 < len(asked) <= TAIL and all(t.pos_ in NAMING or t.ent_type_ for t in asked)
    object_ = any(c.dep_ in {"obj", "iobj"} and is_in(c, asked) for c in verb.children)
    return doc[cue.end : part.end] if told and object_ and asked[0].pos_ != "ADP" else part


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


def _whole_quote(part: Span, found: Attribution, quotes: QuotedText) -> Span:
    """Widen the end of a quotation right before the words of saying to the whole of it."""
    run = quotes.run_at(part[0].idx)
    if run is None or found.cue is None or part[-1].idx > run[1]:
        return part
    whole = part.doc.char_span(*run, alignment_mode="contract")
    if whole is None or part.end < whole.end - 1:
        return part
    following = (t for t in part.doc[whole.end : whole.end + GAP] if not t.is_punct)
    said = next(following, None)
    beside = said is not None and (is_in(said, found.cue) or is_in(said, found.source))
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
    stop = min(end + GAP, part[-1].sent.end)
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
    if before is None or before.lower_ not in _TURNING or is_in(before, cue):
        return part
    return part.doc[part.start - 1 : part.end] if is_in(before.head, part) else part


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


def _modifies(part: Span, others: Sequence[Span], cue: Span | None) -> bool:
    """Say whether a part only tells when or how of another part, or of the saying."""
    root = part.root
    dep = root.dep_.partition(":")[0]
    marked = any(c.dep_ == "mark" and c.lower_ in WHEN for c in root.children)
    of_saying = marked or (dep == "advcl" and is_in(root.head, cue))
    if of_saying and any(has_verb(other) for other in others):
        return True
    return dep in _MODIFIERS and any(is_in(root.head, o) for o in others)


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
        if t.pos_ == "VERB" and (root.head == t or any(is_in(t.head, f) for f in fences))
    ]
    if not verbs or end not in stops:
        return part
    end = without_marks(doc, part.end, end)
    return doc[part.start : end]


def _hang_together(one: Span, other: Span) -> bool:
    if one.root.dep_ in _OBJECTS and other[0].lower_ == "of" and not has_verb(one):
        return True  # "accused [X], in a letter, [of arson]"
    return one.start <= other.root.head.i < one.end or other.start <= one.root.head.i < other.end


def _completed(part: Span, fences: Sequence[Span]) -> Span:
    """Add the words right after a content that hang on it in the tree, as “of Lima” may."""
    doc, start, end = part.doc, part.start, part.end
    limit = min(part[-1].sent.end, end + GAP)
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


def _whole_end(doc: Doc, start: int, end: int, last: int, fences: Sequence[Span]) -> int:
    """Return where the words ``[start, end)`` end with what they govern: "as it held | no water".

    No further than ``last``; what words of saying or another clause part from them is left out.
    """
    edge = max(c.right_edge.i + 1 for t in doc[start:end] for c in (t, *t.children) if c.i >= start)
    edge = without_marks(doc, end, min(edge, last))
    between = doc[end:edge]
    if not 0 < len(between) <= LONGEST_REST:
        return end
    if any(t.text in PARTING or t.is_quote or t.tag_ in _RELATIVE for t in between):
        return end
    return end if any(f.start < edge and end < f.end for f in fences) else edge


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
        or (doc[start].lower_ == "that" and start + 1 < end and doc[start + 1].is_quote)
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


def says_something(part: Span, *, by_itself: bool, least: int = LEAST) -> bool:
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

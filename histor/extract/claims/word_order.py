"""Frames of saying that translations keep: "As informs N, …", "By his words, …", "…, has said N".

Machine translations of East European and Romance pages print them word for word; the sequence
model has read none. Expects parts of speech; the trees of such sentences are of little use.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.lexicons import sayings, titles
from histor.extract.tokens import (
    DAYS,
    FINITE,
    NAMING,
    VERBS,
    end_of_naming,
    tokens_with,
    without_marks,
)

__all__ = ["with_foreign_order"]

_NAMES = frozenset(["PROPN", "NOUN", "PRON"])
_INFORMING = frozenset(
    "inform report note transmit specify write state communicate declare indicate affirm assure "
    "precise manifest sustain signal underline consider believe think suppose assume assert "
    "explain emphasize emphasise stress remind recall tell".split()
)
_WORDS = frozenset(["words", "word", "opinion", "assessment", "view", "data"])
#: verbs of saying in a statement: "it is said in the commentary of the ministry"
_PRINTED = frozenset(
    ["say", "note", "state", "stress", "underline", "emphasise", "emphasize", "read"]
)
_TEXTS = frozenset(
    ["statement", "commentary", "message", "report", "release", "communique", "letter"]
)
_BY = frozenset(["by", "from", "in", "on"])
#: bodies in which something is said
_BODIES = frozenset(
    "ministry government office army police headquarters administration embassy hospital "
    "department service agency committee party commission council staff parliament kremlin "
    "prosecutor mission company union court presidency".split()
)
#: letters of a body's shortest initials: "MFA"
_INITIALS = 3
_OPENING = _BY | {"as"}
_HAVING = ("has", "have", "had")
#: words of the longest quotation, and behind "has" of who said it
_QUOTED, _BEHIND = 260, 20
#: marks between a quotation and "has": a quotation mark, a comma, a dash
_MARKS = 3
#: a quotation, and who "has said" it behind it
_HAS_SAID = re.compile(
    r"[\"“«]\s*(?P<said>[^\"“”«»]{15,800}?)[,.]?\s*[\"”»]\s{0,2},?\s{0,2}[—–-]?\s{1,2}"
    r"(?P<cue>(?:has|have|had)\s+(?:(?P<he>he|she)\s+)?[a-z]+)"
    r"(?:\s+on\s+(?:X|Twitter|Telegram|Facebook|Instagram))?"
    r"(?:\s+(?P<who>[^,.;:!?\"“”«»()]{3,90}))?"
)
#: verbs that say nothing but behind a quotation: "“…”, has he hammered"
_BEHIND_QUOTES = frozenset(
    "hammer launch slip conclude continue insist plead denounce deplore regret exclaim precise "
    "estimate warn accuse confide".split()
)
#: who hears it, and is not who says it: "has informed the press"
_HEARERS = frozenset(
    "reporter reporters journalist journalists press media court council parliament cabinet "
    "lawmaker lawmakers public world nation".split()
)
#: who learns in "one learned from N"
_ONE = frozenset(["one", "we", "it", "was", "has", "been", "have", "afp"])
_RELATIVES = frozenset(["WP", "WDT", "WRB", "WP$", "VBN", "VBG"])
_LEAST, _LONGEST = 6, 12
#: what tells where and when something was said
_WHERE = frozenset(["on", "in", "at", "to", "during", "today", "yesterday"])


def with_foreign_order(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those that such frames give."""
    framed = [said for sentence in doc.sents for said in (*_framed(sentence), *_for(sentence))]
    framed += _learned(doc)
    framed += _behind_quotes(doc)
    known = {t.i for a in found if a.cue is not None and a.source is not None for t in a.cue}
    framed += _with_reference(doc, known)
    known = {t.i for a in found if a.cue is not None for t in a.cue}
    framed += [*_behind_clauses(doc, known), *_inverted(doc)]
    taken = {t.i for a in framed for part in (a.cue, a.source) if part is not None for t in part}
    kept = [
        _within_text(_within_body(a))
        for a in found
        if not any(t.i in taken for part in (a.cue, a.source) if part is not None for t in part)
    ]
    return [*kept, *framed]


def _framed(sentence: Span) -> Iterator[Attribution]:
    """Read "As informs N, CLAUSE" and "By N's words, CLAUSE"."""
    if not any(t.lower_ in _OPENING for t in sentence[:2]):
        return
    words = [t for t in sentence if not t.is_space]
    if len(words) < _LEAST:
        return
    doc, start = sentence.doc, words[0].i
    comma = next((t.i for t in words[2 : 2 + _LONGEST] if t.text == ","), None)
    end = without_marks(doc, start, sentence.end)
    if comma is None or not any(t.pos_ in VERBS for t in doc[comma + 1 : end]):
        return
    clause, verb = doc[comma + 1 : end], words[1]
    told = verb.tag_ in {"VBZ", "VBD", "VBN"} and verb.lemma_ in _INFORMING
    if words[0].lower_ == "as" and told and words[2].pos_ != "ADP":
        source = doc[verb.i + 1 : comma]
        clause = _behind_apposition(_behind_reference(clause))
        if _is_naming(source):
            yield Attribution(cue=doc[start : verb.i + 1], source=source, contents=(clause,))
    elif words[0].lower_ in _BY and doc[comma - 1].lower_ in _WORDS:
        source = doc[start + 1 : comma - 1]  # "by | his | words"
        if _is_naming(source):
            yield Attribution(cue=doc[comma - 1 : comma], source=source, contents=(clause,))
    elif words[0].lower_ in _BY and any(t.lower_ in _WORDS for t in words[1:3]):
        of = next((t.i for t in words[1:5] if t.lower_ == "of"), None)
        if of is not None and _is_naming(source := doc[of + 1 : comma]):  # "in the words of | N"
            yield Attribution(cue=doc[start : of + 1], source=source, contents=(clause,))


def _for(sentence: Span) -> Iterator[Attribution]:
    """Read "For the spokesman, the colonel N. N., the vote “was not clean”" as French has it."""
    words = [t for t in sentence[:_LEAST] if not t.is_space]
    if not words or words[0].lower_ != "for" or not any(t.is_quote for t in sentence):
        return
    doc, start = sentence.doc, words[0].i
    stop = min(sentence.end, start + _LONGEST + _LEAST)
    first = next((i for i in range(start + 3, stop) if doc[i].ent_type_ == "PERSON"), None)
    if first is None and start + 3 < stop and doc[start + 1].lower_ == "the":
        first = next((i for i in range(start + 2, stop) if doc[i].text == ","), stop - 1)
        office = doc[first - 1].lower_ in titles()
        named = all(t.pos_ in {"PROPN", "NOUN", "ADJ"} for t in doc[start + 2 : first])
        if not office or not named or doc[first].text != ",":
            return
    elif first is None or not _is_office(doc[start + 1 : first]):
        return
    comma = first
    while comma < stop and doc[comma].ent_type_ == "PERSON":
        comma += 1
    clause = doc[comma + 1 : without_marks(doc, comma + 1, sentence.end)]
    quoted = any(t.is_quote for t in clause) and not any(t.is_quote for t in doc[start:comma])
    if comma < stop and doc[comma].text == "," and quoted and any(map(_is_verb, clause)):
        end = clause.end + (clause.end < sentence.end and doc[clause.end].is_quote)
        yield Attribution(
            cue=doc[start : start + 1],
            source=doc[start + 1 : comma],
            contents=(doc[clause.start : end],),
        )


def _is_office(words: Span) -> bool:
    """Say whether words before a name tell an office: "the colonel", "the former vice-mayor"."""
    if words[-1].lower_ not in titles():
        return False
    titled = all(t.pos_ in {"ADJ", "NOUN", "PROPN"} or t.text == "-" for t in words[1:])
    return words[-2].lower_ == "the" or (words[0].lower_ == "the" and titled)


def _learned(doc: Doc) -> Iterator[Attribution]:
    """Read "Three have died, one learned from a hospital source" and "it was learnt from N"."""
    told_in: set[int] = set()
    for verb in tokens_with(doc, "LOWER", ["learned", "learnt"]):
        at, stop = verb.i, verb.sent.end
        if verb.sent.start in told_in or at + 2 >= len(doc):
            continue
        if doc[at + 1].lower_ != "from":
            if (learnt := _learned_by(verb)) is not None:
                told_in.add(verb.sent.start)
                yield learnt
            continue
        first = at
        while first > verb.sent.start and doc[first - 1].lower_ in _ONE:
            first -= 1
        end = end_of_naming(doc, at + 2, stop)
        source, clause = doc[at + 2 : end], doc[verb.sent.start : first - 1]
        told = first < at and first - 1 > verb.sent.start and doc[first - 1].text == ","
        told = told and len(clause) <= _QUOTED
        if told and _is_naming(source) and _is_statement(clause):
            told_in.add(verb.sent.start)
            yield Attribution(cue=doc[first : at + 2], source=source, contents=(clause,))


def _learned_by(verb: Token) -> Attribution | None:
    """Read "Five are free, has learned N from hospital sources"; none if no more is told."""
    doc, stop = verb.doc, verb.sent.end
    before = verb.i - 2
    if before <= verb.sent.start or doc[before].text != "," or doc[before + 1].lower_ != "has":
        return None
    by = end_of_naming(doc, verb.i + 1, min(stop, verb.i + _LONGEST))
    named = doc[verb.i + 1 : by]
    at = next((t.i for t in named if t.lower_ == "from"), None)
    if at is None or at == verb.i + 1:
        return None
    source, clause = doc[at + 1 : end_of_naming(doc, at + 1, stop)], doc[verb.sent.start : before]
    fits = len(clause) <= _QUOTED and _is_naming(source) and _is_statement(clause)
    return (
        Attribution(cue=doc[verb.i - 1 : verb.i + 1], source=source, contents=(clause,))
        if fits
        else None
    )


def _behind_reference(clause: Span) -> Span:
    """Leave out "with reference to N," before what is said."""
    if clause[:3].text.lower() != "with reference to":
        return clause
    comma = next((t.i for t in clause if t.text == ","), clause.start - 1)
    return clause.doc[comma + 1 : clause.end]


def _behind_apposition(clause: Span) -> Span:
    """Leave out what tells of the speaker: "As recalls N, | of the Institute, | the pact holds"."""
    comma = next((t.i for t in clause[:_LONGEST] if t.text == ","), None)
    if not len(clause) or clause[0].pos_ != "ADP" or comma is None or comma + 1 >= clause.end:
        return clause
    beside = clause.doc[clause.start : comma]
    return clause if any(map(_is_verb, beside)) else clause.doc[comma + 1 : clause.end]


def _within_text(found: Attribution) -> Attribution:
    """Read "“…”, it is said in the commentary of the ministry" as the ministry's."""
    cue = found.cue
    if cue is None or found.source is not None or cue[-1].lemma_.lower() not in _PRINTED:
        return found
    if not any(c.dep_ == "aux:pass" for c in cue[-1].children):
        return found
    for text in cue[-1].children:
        if text.lemma_.lower() not in _TEXTS or text.i < cue.end:
            continue
        whose = next((c for c in text.children if c.dep_ in {"nmod", "nmod:poss"}), None)
        if whose is not None:
            start = whose.left_edge.i + (whose.left_edge.pos_ == "ADP")
            source = cue.doc[start : whose.i + 1]
            return dataclasses.replace(found, source=source)
    return found


def _behind_quotes(doc: Doc) -> Iterator[Attribution]:
    """Read "“…”, has indicated the colonel N N", as French, Spanish and Italian order it."""
    for helper in tokens_with(doc, "LOWER", _HAVING):
        if not any(t.is_quote for t in doc[max(0, helper.i - _MARKS) : helper.i]):
            continue
        around = doc[max(0, helper.i - _QUOTED) : helper.i + _BEHIND]
        first = around.start_char
        matches = _HAS_SAID.finditer(around.text)
        match = next((m for m in matches if first + m.start("cue") == helper.idx), None)
        if match is None or not (match["he"] or match["who"]):
            continue
        said, cue, source = (
            doc.char_span(first + start, first + end, alignment_mode="contract")
            for start, end in map(match.span, ("said", "cue", "he" if match["he"] else "who"))
        )
        if said is None or cue is None or source is None:
            continue
        while len(source) > 1 and not _is_naming(source):
            source = source[:-1]
        verb = cue[-1]
        telling = verb.lemma_ in _INFORMING | sayings() | _BEHIND_QUOTES
        told = verb.tag_ in {"VBN", "VBD"} and telling
        if told and _is_naming(source):
            yield Attribution(cue=cue, source=source, contents=(said,))


def _behind_clauses(doc: Doc, known: set[int]) -> Iterator[Attribution]:
    """Read "Clause, military expert N. N. has declared on air of the channel."."""
    for helper in tokens_with(doc, "LOWER", _HAVING):
        verb = helper.nbor(1) if helper.i + 1 < len(doc) else helper
        if verb.tag_ not in {"VBN", "VBD"} or verb.i in known:
            continue
        if verb.lemma_.lower() not in _INFORMING | sayings():
            continue
        start, comma = helper.sent.start, helper.i - 1
        low = max(start, comma - _LONGEST)
        while comma > low and doc[comma].pos_ in NAMING:
            comma -= 1
        clause, source = doc[start:comma], doc[comma + 1 : helper.i]
        behind = doc[verb.i + 1 : without_marks(doc, verb.i + 1, helper.sent.end)]
        if doc[comma].text != "," or not _is_naming(source) or source[0].pos_ == "ADP":
            continue
        if any(t.i in known or t.is_quote for t in clause) or not _is_statement(clause):
            continue
        if not behind or (behind[0].lower_ in _WHERE and not any(map(_is_verb, behind))):
            yield Attribution(cue=doc[helper.i : verb.i + 1], source=source, contents=(clause,))


def _inverted(doc: Doc) -> Iterator[Attribution]:
    """Read "Clause, has informed Wednesday the commissioner N. N. to the press."."""
    told_in: set[int] = set()
    for helper in tokens_with(doc, "LOWER", _HAVING):
        if (
            helper.sent.start in told_in
            or helper.i < _LEAST
            or helper.i + 2 >= len(doc)
            or doc[helper.i - 1].text != ","
        ):
            continue
        verb, stop = doc[helper.i + 1], helper.sent.end
        if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _INFORMING | {"announce"}:
            continue
        first = verb.i + 1
        if first + 1 < stop and doc[first].lower_ == "to":  # "has affirmed to AFP a witness"
            first += 2
        while first < stop and doc[first].lower_ in DAYS:
            first += 1
        end = _end_of_speaker(doc, first, stop)
        source, clause = doc[first:end], doc[helper.sent.start : helper.i - 1]
        if (
            len(clause) > _QUOTED
            or not len(source)
            or not _is_naming(source)
            or (source[0].pos_ in {"ADP", "PRON"} and source[0].tag_ != "PRP$")
        ):
            continue
        if any(t.lemma_.lower() in _HEARERS for t in source) or not _is_whole(clause):
            continue
        if any(c.dep_ == "ccomp" and c.i > end for c in verb.children):
            continue  # "N, the head of the union, had told a rally that …"
        told_in.add(helper.sent.start)
        yield Attribution(cue=doc[helper.i : verb.i + 1], source=source, contents=(clause,))


def _end_of_speaker(doc: Doc, first: int, stop: int) -> int:
    """Return where a speaker behind his verb ends: before a mark, or "to the press"."""
    end = first
    while end < stop and (doc[end].pos_ in NAMING or doc[end].lower_ == "close"):
        leaves = end > first and doc[end].lower_ in {"to", "on", "at", "in", "before"}
        if leaves and doc[end - 1].lower_ not in {"close", "near"}:
            break
        end += 1
    closed = end >= stop or doc[end].pos_ in {"PUNCT", "ADP", "SPACE", "ADV"}
    return end if closed else first


def _is_whole(clause: Span) -> bool:
    """Say whether the words between the last two commas, or all, are a clause with a subject."""
    if any(t.is_quote for t in clause) or not len(clause):
        return False
    commas = [t.i for t in clause if t.text == ","]
    last = clause.doc[commas[-1] + 1 if commas else clause.start : clause.end]
    if not len(last) or last[0].tag_ in _RELATIVES:
        last = clause.doc[clause.start : commas[0]] if commas else last
    finite = next((t for t in last if t.tag_ in FINITE), None)
    if finite is None or last[0].tag_ in _RELATIVES or last[0].pos_ in {"SCONJ", "CCONJ"}:
        return False
    return finite.i > last.start


def _with_reference(doc: Doc, known: set[int]) -> Iterator[Attribution]:
    """Read "Clause, informs N with reference to the ministry."."""
    for noun in tokens_with(doc, "LOWER", ["reference"]):
        sentence = noun.sent
        low = max(sentence.start + _LEAST - 1, noun.i - _LONGEST)
        verbs = (t for t in doc[low : noun.i - 1] if t.lemma_.lower() in _INFORMING)
        verb = next((t for t in verbs if t.i not in known and doc[t.i - 1].text == ","), None)
        if verb is None or verb.tag_ not in FINITE or doc[noun.i - 1].lower_ != "with":
            continue
        source, clause = doc[verb.i + 1 : noun.i - 1], doc[sentence.start : verb.i - 1]
        if _is_naming(source) and source[0].pos_ != "ADP":
            yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(clause,))


def _is_statement(clause: Span) -> bool:
    """Say whether words are a main clause: a finite verb, and no conjunction before it."""
    finite = any(t.tag_ in FINITE for t in clause)
    return finite and clause[0].pos_ not in {"SCONJ", "ADP"} and clause[0].tag_ != "WRB"


def _is_verb(token: Token) -> bool:
    return token.pos_ in VERBS


def _is_naming(source: Span) -> bool:
    return (
        len(source) > 0
        and all(t.pos_ in NAMING or t.text == "-" for t in source)
        and any(t.pos_ in _NAMES or t.tag_ == "PRP$" for t in source)
    )


def _within_body(found: Attribution) -> Attribution:
    """Read "In the ministry this was called a lie" as the ministry's."""
    cue = found.cue
    if cue is None or found.source is not None or not any(t.tag_ == "VBN" for t in cue):
        return found
    if cue[-1].lemma_.lower() not in sayings() | {"call", "deny", "note", "report", "describe"}:
        return found
    doc, start = cue.doc, cue.sent.start
    if doc[start].lower_ not in {"in", "at"} or start + 2 >= cue.start:
        return found
    end = start + 1
    while end < cue.start and doc[end].pos_ in {"DET", "PROPN", "NOUN", "ADJ"}:
        end += 1
        if doc[end].lower_ == "of" and doc[end - 1].lower_ in _BODIES:
            end += 1
        elif doc[end - 1].lower_ in _BODIES or doc[end].pos_ in {"DET", "PRON", "PUNCT"}:
            break
    source = doc[start + 1 : end]
    initials = source[-1:].text.isupper() and len(source[-1]) >= _INITIALS
    if not (initials or any(t.lower_ in _BODIES for t in source)):
        return found
    contents = tuple(c for c in found.contents if c.end <= start or c.start >= end)
    return dataclasses.replace(found, source=source, contents=contents or found.contents)

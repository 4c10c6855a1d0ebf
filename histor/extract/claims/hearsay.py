"""Hearsay without a speaker: "has reportedly resumed", "is believed to be hiding", "reports of".

What is said is the whole clause with its subject, not the words after the cue alone: "to have fled"
tells nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.lexicons import sayings
from histor.extract.tokens import (
    DATELINE,
    NEGATIONS,
    antecedent,
    ends_dateline,
    tokens_with,
    without_marks,
)

__all__ = ["HEARSAY", "is_hearsay", "with_hearsay"]

HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly", "apparently"])
#: those that are read even where the language model has passed them over
_TELLING = HEARSAY - {"apparently"}
#: passive verbs whose subject belongs to what is said: "the general is said to have fled"
_RAISING = frozenset(
    ["say", "believe", "report", "expect", "think", "allege", "fear", "know", "understand",
     "estimate", "assume", "rumour", "rumor", "suspect", "presume", "consider"]
)  # fmt: skip
#: verbs by which one is said to have said something
_QUOTING = frozenset(["report", "quote", "say", "allege", "understand", "believe", "cite"])
_TO_HAVE = ["to", "have"]
_RUMOURS = frozenset(["report", "rumour", "rumor", "claim", "allegation"])
_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])
_LONGEST = 60
#: what stands before "is thought to" for somebody told of before
_STANDING = frozenset(["it", "he", "she", "they", "there"])


def with_hearsay(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with hearsay as whole clauses, read by grammar; expects UD trees."""
    out = []
    for attribution in found:
        raised = _said_to_have_said(attribution) or _raised(attribution) or _it_is_said(attribution)
        out.append(raised or attribution)
    telling = tokens_with(doc, "LOWER", _TELLING)
    adverbs = {t.i for t in telling if t.head.pos_ in {"VERB", "AUX", "ADJ"}}
    clauses = {i: clause for i in adverbs if (clause := _clause(doc[i])) is not None}
    kept = [a for a in out if a.cue is None or not any(t.i in clauses for t in a.cue)]
    spoken = {t for a in kept if a.source is not None for c in a.contents for t in _words(c)}
    told = [
        Attribution(cue=doc[i : i + 1], source=None, contents=(clause,))
        for i, clause in sorted(clauses.items())
        if i not in spoken
    ]
    cues = {t.i for a in kept if a.cue is not None for t in a.cue}
    unsourced = [*_rumours(doc, cues), *_raised_by_it(doc, cues)]
    # "N said there were reports of looting" says so himself
    return [*kept, *told, *(a for a in unsourced if a.cue is None or a.cue.start not in spoken)]


def is_hearsay(cue: Span) -> bool:
    """Say whether a cue names no speaker: "reportedly", "is expected"."""
    return any(
        t.lower_ in HEARSAY or (t.tag_ == "VBN" and t.lemma_.lower() in _RAISING and _is_passive(t))
        for t in cue
    )


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in verb.children)


def _words(content: Span) -> range:
    return range(content.start, content.end)


def _raised(found: Attribution) -> Attribution | None:
    """Return "the general is said to have fled" with its subject."""
    cue = found.cue
    if cue is None or not found.contents:
        return None
    doc = cue.doc
    found = _with_infinitive(found)
    reduced = _of_reduced_clause(found)
    if reduced is not None or len(found.contents) > 2:
        return reduced
    if found.source is not None and not _is_raised(cue, found.source):
        return None
    verb = next((t for t in cue if t.lemma_.lower() in _RAISING), None)
    if verb is None:  # the model may have read the helper alone
        after = doc[cue.end] if cue.end < len(doc) else None
        verb = after if after is not None and after.lemma_.lower() in _RAISING else None
    if verb is None or verb.tag_ not in {"VBN", "VBD"} or verb.i + 1 >= len(doc):
        return None
    content = found.contents[-1]
    follows = next((t for t in doc[verb.i + 1 : verb.i + 3] if t.lower_ == "to"), None)
    if follows is None or content.start > follows.i or content.end <= follows.i:
        return None
    own = [*verb.children, *follows.head.children]  # "the ship is thought | to have sunk"
    subject = next((c for c in own if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    first = verb.i
    while first > cue.sent.start and doc[first - 1].pos_ in {"AUX", "ADV", "PART"}:
        first -= 1
    before = found.contents[0] if len(found.contents) > 1 else None
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        noun = antecedent(subject)  # "a fund, which is said to be empty"
        start = (noun or subject).left_edge.i
        while noun is not None and start < noun.i and doc[start].dep_ in {"case", "fixed", "cc"}:
            start += 1
    elif subject is not None and (verb.i - subject.left_edge.i) <= _LONGEST:
        start = subject.left_edge.i
    elif first > cue.sent.start and doc[first - 1].lower_ in _STANDING:
        start = first - 1
    elif before is not None and all(t.text == "," for t in doc[before.end : first]):
        start = before.start
    else:
        return None
    if not 0 < verb.i - start <= _LONGEST:
        return None
    return Attribution(
        cue=doc[first : verb.i + 1], source=None, contents=(doc[start : content.end],)
    )


def _of_reduced_clause(found: Attribution) -> Attribution | None:
    """Read "three men | believed | to be inside" as what is believed of them, and by nobody."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in _RAISING), None) if cue is not None else None
    if cue is None or verb is None or verb.tag_ != "VBN" or not verb.dep_.startswith("acl"):
        return None
    doc, noun, content = cue.doc, verb.head, found.contents[-1]
    helped = any(c.dep_.startswith(("aux", "nsubj")) for c in verb.children)
    if helped or content.start != verb.i + 1 or content[0].lower_ != "to" or noun.i > verb.i:
        return None
    start = noun.left_edge.i
    while start < noun.i and (doc[start].dep_ == "case" or doc[start].is_punct):
        start += 1
    whole = doc[start : content.end]
    return Attribution(cue=doc[verb.i : verb.i + 1], source=None, contents=(whole,))


def _with_infinitive(found: Attribution) -> Attribution:
    """Return "is believed | to | have sunk" with the infinitive in one piece."""
    *others, last = found.contents
    if not others or others[-1].end != last.start or others[-1].text.lower() != "to":
        return found
    whole = last.doc[others[-1].start : last.end]
    return Attribution(found.cue, found.source, (*others[:-1], whole))


def _it_is_said(found: Attribution) -> Attribution | None:
    """Return "it is believed that they left" with the clause whole."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in _RAISING), None) if cue is not None else None
    if cue is None or verb is None or found.source is not None:
        return None
    clause = _behind_it(verb)
    return None if clause is None else Attribution(cue=cue, source=None, contents=(clause,))


def _behind_it(verb: Token) -> Span | None:
    """Return what "it is believed" that governs; none of another verb."""
    if verb.tag_ != "VBN" or not _is_passive(verb):
        return None
    it = next((c for c in verb.children if c.lower_ == "it" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if it is None or clause is None:
        return None
    doc, start = verb.doc, clause.left_edge.i
    start += doc[start].text == ","
    end = without_marks(doc, start, min(clause.right_edge.i + 1, verb.sent.end))
    that = doc[start].lower_ == "that" and start == verb.i + 1
    # "Had it fired, it is said in the port, the war would have come"
    aside = it.i > it.sent.start and doc[it.i - 1].text == "," and doc[start - 1].text == ","
    return doc[start:end] if (that or aside) and end > start else None


def _raised_by_it(doc: Doc, cues: set[int]) -> Iterator[Attribution]:
    """Yield what "it is believed that they left" tells where nothing was read."""
    for verb in tokens_with(doc, "LEMMA", _RAISING):
        if verb.i in cues or verb.tag_ != "VBN" or verb.i + 1 >= len(doc):
            continue
        if any(c.lower_ in NEGATIONS for c in verb.children):
            continue
        clause = _behind_it(verb)
        first = next((c.i for c in verb.children if c.dep_ == "aux:pass"), verb.i)
        if clause is not None and first not in cues:
            yield Attribution(cue=doc[first : verb.i + 1], source=None, contents=(clause,))


def _said_to_have_said(found: Attribution) -> Attribution | None:
    """Return "“…,” he was reported to have said" with who said it."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in _QUOTING), None) if cue is not None else None
    if cue is None or verb is None or verb.tag_ != "VBN" or found.source is not None:
        return None
    doc = cue.doc
    last = verb.i + len(_TO_HAVE)
    if [t.lower_ for t in doc[verb.i + 1 : last + 1]] != _TO_HAVE or last + 1 >= len(doc):
        return None
    said = doc[last + 1]
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    beside = doc[cue.start - 1] if cue.start else None  # read as the subject of another verb
    if beside is not None and beside.pos_ == "PRON":
        subject = beside
    if said.lemma_.lower() not in sayings() or subject is None or subject.i > verb.i:
        return None
    pronoun = subject == beside and subject.pos_ == "PRON"
    source = doc[subject.i : subject.i + 1] if pronoun else _naming(subject)
    contents = tuple(
        c for c in found.contents if c.end <= source.start or (c.start > said.i and len(c) > 1)
    )
    clause = next((c for c in said.children if c.dep_ == "ccomp" and c.i > said.i), None)
    if not contents and clause is not None:  # "is reported | to have told N that he had left"
        contents = (doc[clause.left_edge.i : clause.right_edge.i + 1],)
    return Attribution(cue=doc[cue.start : said.i + 1], source=source, contents=contents)


def _naming(word: Token) -> Span:
    return word.doc[word.left_edge.i : word.right_edge.i + 1]


def _is_raised(cue: Span, source: Span) -> bool:
    """Say whether a passive verb's subject was read as who speaks: "N. N. is expected to go"."""
    return any(
        c.dep_ == "nsubj:pass" and source.start <= c.i < source.end
        for verb in cue
        if verb.tag_ == "VBN" and verb.lemma_.lower() in _RAISING
        for c in verb.children
    )


def _clause(adverb: Token) -> Span | None:
    """Return the clause that an adverb marks as hearsay; none if it has no subject of its own."""
    verb = adverb.head
    behind = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    if adverb.i and adverb.nbor(-1).pos_ == "NOUN" and behind.tag_ == "VBN":
        return None  # "photos purportedly posted by soldiers"
    if not any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    doc = verb.doc
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    for child in verb.children:
        own = any(c.dep_ in _SUBJECTS for c in child.children)
        if child.i > verb.i and child.dep_ in {"conj", "parataxis"} and own:
            end = min(end, child.left_edge.i)
    dash = next(
        (i for i in range(start, min(adverb.i, start + DATELINE)) if ends_dateline(doc, i)), None
    )
    start = start if dash is None else dash + 1
    while start < adverb.i and (doc[start].pos_ in {"CCONJ", "SCONJ"} or doc[start].is_punct):
        start += 1
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].pos_ in {"CCONJ", "SPACE"}):
        end -= 1
    return doc[start:end] if 1 < end - start <= _LONGEST else None


def _rumours(doc: Doc, cues: set[int]) -> Iterator[Attribution]:
    """Yield what "there were reports of looting" tells."""
    for noun in tokens_with(doc, "POS", ["NOUN"]):
        if noun.lemma_.lower() not in _RUMOURS or noun.i in cues:
            continue
        there = any(t.tag_ == "EX" or t.lower_ == "there" for t in doc[max(0, noun.i - 5) : noun.i])
        denied = any(t.lower_ == "no" for t in doc[max(0, noun.i - 4) : noun.i])
        if (
            not there
            or denied
            or noun.i + 2 >= len(doc)
            or doc[noun.i + 1].lower_ not in {"of", "that"}
        ):
            continue
        end = min(noun.right_edge.i + 1, noun.sent.end)
        start = noun.i + 2
        end = without_marks(doc, start, end)
        if end - start > 0:
            yield Attribution(cue=doc[noun.i : noun.i + 1], source=None, contents=(doc[start:end],))

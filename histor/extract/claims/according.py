"""What stands beside "according to N": who N is, and which words are no part of what is said."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.tokens import FINITE, NAMING, VERBS, end_of_naming, without_marks

__all__ = ["plain_according", "with_according", "with_main_clauses", "with_pairs"]

#: between two statements of a sentence
_PARTING = frozenset(["and", "but", "while", "with"])
_RELATIVE = frozenset(["who", "which", "whose"])
_NAMED = frozenset(["NOUN", "PROPN", "PRON"])
_MARKS = frozenset([",", ";", ":"])
#: words of a sentence before its last clause
_CLAUSE = 60
#: words of a name behind the comma that follows an office
_LONGEST = 5
#: what is cited, and what whoever made it did with it
_PAPERS = frozenset("figure number data statistic count report document statement list".split())
_RELEASING = frozenset("publish release issue compile collect give provide present post".split())


def with_according(found: Attribution) -> Attribution:
    """Return "According [to Lima]" with its preposition, its source whole, and what is said."""
    cue = found.cue
    if cue is None or cue[0].lower_ != "according" or cue.end + 1 >= len(cue.doc):
        return found
    contents = tuple(_without_participle(_without_cited(c)) for c in found.contents)
    if len(contents) > 1 and contents[0][0].tag_ == "VBN":  # "done in May," | "most agree"
        contents = contents[1:]
    contents = tuple(c for c in contents if not _tells_of_source(c, cue))
    if len(contents) == 1:
        contents = (_with_first_verb(contents[0], cue),)
    found = Attribution(cue=cue, source=found.source, contents=contents)
    if len(cue) == 1:
        found = _with_to(found, cue)
    if found.source is not None:
        source = _before_release(found.source)
        found = Attribution(cue=found.cue, source=source, contents=found.contents)
    return _amid_clause(_with_bearer(found))


def _amid_clause(found: Attribution) -> Attribution:
    """Return the clause that "according to N" stands in, where it parts its subject and verb.

    "He was, according to N, beaten", and "the boats, which according to N carried arms, fled".
    """
    cue, source = found.cue, found.source
    if cue is None or source is None or not cue.end <= source.start or cue.start == cue.sent.start:
        return found
    doc, first, stop = cue.doc, cue.sent.start, without_marks(cue.doc, source.end, cue.sent.end)
    before = doc[cue.start - 1]
    if before.tag_ in {"WDT", "WP"} and source.end < stop and doc[source.end].tag_ in FINITE:
        inside = range(source.end + 1, stop - 1)
        end = next((i for i in inside if doc[i].text == "," and doc[i + 1].tag_ in FINITE), stop)
        return dataclasses.replace(found, contents=(doc[source.end : end],))
    behind = source.end + 1
    if before.text != "," or behind >= stop or doc[source.end].text != ",":
        return found
    opening = doc[first : cue.start - 1]
    head = doc[behind].head if doc[behind].pos_ not in VERBS else doc[behind]
    helped = any(t.pos_ == "AUX" and t.head == head for t in opening)
    named = any(t.pos_ in _NAMED for t in opening)
    if not helped or not named or any(t.pos_ == "VERB" or t.text in _MARKS for t in opening):
        return found
    return dataclasses.replace(found, contents=(doc[first:stop],))


def with_main_clauses(found: Sequence[Attribution]) -> list[Attribution]:
    """Part what N says at large from what a clause on N tells: "According to N, who claim X, Y"."""
    starts = {
        a.cue.sent.start: start
        for a in found
        if a.cue is not None and (start := _main_clause(a.cue)) is not None
    }
    return [_parted(a, starts) for a in found] if starts else list(found)


def with_pairs(found: Sequence[Attribution]) -> list[Attribution]:
    """Give each of two "according to" of a sentence its own part.

    "Nine died in Lima, according to the mayor, and two in Tacna, according to the police."
    """
    cues = sorted({a.cue.start for a in found if a.cue is not None and _is_according(a.cue)})
    parts: dict[int, Span] = {}
    docs = [a.cue.doc for a in found if a.cue is not None]
    for first, second in pairwise(cues):
        doc = docs[0]
        sentence = doc[first].sent
        if second >= sentence.end or first - 1 <= sentence.start or doc[first - 1].text != ",":
            continue
        end = end_of_naming(doc, first + 2, second)
        joined = end + (doc[end].text == ",")
        if doc[joined].lower_ not in _PARTING or doc[second - 1].text != ",":
            continue
        before, behind = doc[sentence.start : first - 1], doc[joined + 1 : second - 1]
        if _tells(before) and _tells(behind):
            parts.setdefault(first, before)
            parts[second] = behind
    kept = []
    for attribution in found:
        own = parts.get(attribution.cue.start) if attribution.cue is not None else None
        kept.append(dataclasses.replace(attribution, contents=(own,)) if own else attribution)
    return kept


def _is_according(cue: Span) -> bool:
    return cue[0].lower_ == "according"


def _tells(words: Span) -> bool:
    """Say whether words tell something by themselves: a clause, or a count of somebody."""
    if any(t.pos_ in VERBS for t in words):
        return True
    counted = any(t.pos_ == "NUM" for t in words)
    return counted and any(t.pos_ in {"NOUN", "PROPN"} for t in words)


def _main_clause(cue: Span) -> int | None:
    """Return where the main clause begins behind "According to N, who …,"; none of other cues."""
    sentence, doc = cue.sent, cue.doc
    if cue[0].lower_ != "according" or cue.start != sentence.start:
        return None
    who = next((t.i for t in doc[cue.end : sentence.end] if t.lower_ in _RELATIVE), None)
    root = sentence.root
    subject = next((c for c in root.children if c.dep_.startswith("nsubj")), None)
    if who is None or doc[who - 1].text != "," or subject is None or subject.i > root.i:
        return None
    start = subject.left_edge.i
    told = any(t.pos_ in VERBS for t in doc[who:start])
    return start if told and start > who and doc[start - 1].text == "," else None


def _parted(found: Attribution, starts: dict[int, int]) -> Attribution:
    cue = found.cue
    start = starts.get(cue.sent.start) if cue is not None else None
    if cue is None or start is None or cue.start >= start:
        return found
    doc = cue.doc
    if cue[0].lower_ == "according":
        end = cue.sent.end - cue.sent[-1].is_punct
        return dataclasses.replace(found, contents=(doc[start:end],))
    contents = (doc[c.start : min(c.end, start - 1)] for c in found.contents if c.start < start - 1)
    return dataclasses.replace(found, contents=tuple(contents))


def _with_to(found: Attribution, cue: Span) -> Attribution:
    doc, end = cue.doc, cue.end
    if doc[end].lower_ != "to":
        return found
    stop = end_of_naming(doc, end + 1, cue.sent.end)
    if found.source is not None and found.source.start == end + 1:
        stop = max(stop, found.source.end)  # "the state-owned Al-Sabah daily", past its hyphen
    source = doc[end + 1 : stop] if stop > end + 1 else found.source
    return Attribution(cue=doc[cue.start : end + 1], source=source, contents=found.contents)


def _before_release(source: Span) -> Span:
    """Leave out what a source did: "according to figures | the union | released on Monday"."""
    doc = source.doc
    released = next(
        (
            t.i
            for t in doc[source.start + 1 : source.end + 1]
            if t.lemma_.lower() in _RELEASING and t.tag_ in {"VBD", "VBN"}
        ),
        None,
    )
    if released is None:
        return source
    behind = doc[released + 1].lower_ if released + 1 < len(doc) else ""
    first = source.start
    while first < released and doc[first].lower_.removesuffix("s") in _PAPERS:
        first += 1
    # "figures released by the union", "a report released on Monday" tell no one before the verb
    return doc[first:released] if first < released and behind != "by" else source


def _with_bearer(found: Attribution) -> Attribution:
    """Give to the source the name behind its office: "according to its envoy, | N. N., he left"."""
    cue, source = found.cue, found.source
    if cue is None or source is None or not cue.end <= source.end < len(cue.doc):
        return found
    doc, comma = cue.doc, source.end
    end = comma + 1
    while end < cue.sent.end and doc[end].ent_type_ == "PERSON":
        end += 1
    named = 0 < end - comma - 1 <= _LONGEST and end < cue.sent.end and doc[end].text == ","
    if doc[comma].text != "," or not named or source[-1].ent_type_ == "PERSON":
        return found
    contents = tuple(
        doc[max(c.start, end + 1) : c.end] if c.start > comma else c
        for c in found.contents
        if not comma < c.start < c.end <= end
    )
    return Attribution(cue=cue, source=doc[source.start : end], contents=contents)


def _tells_of_source(content: Span, cue: Span) -> bool:
    """Say whether words only tell who the source is: "according to an aide, [who was there]"."""
    if content.start < cue.end or content[0].lower_ not in _RELATIVE:
        return False
    between = content.doc[cue.end : content.start]
    return not any(t.pos_ in VERBS for t in between)


def _with_first_verb(content: Span, cue: Span) -> Span:
    """Add the clause before "and" to what is said: "[They left and] sailed, according to N"."""
    doc, root, first = content.doc, content.root, content.sent.start
    joined = root.dep_ == "conj" and root.head.i < content.start and root.i < cue.start
    if not joined or not 0 < content.start - first <= _CLAUSE or root.head.pos_ not in VERBS:
        return content
    left = root.head.left_edge.i
    opening = doc[content.start - 1].pos_ == "CCONJ"
    plain = not any(t.is_quote or t.text in {":", ";"} for t in doc[first : content.start])
    return doc[left : content.end] if opening and plain and left >= first else content


def _without_cited(content: Span) -> Span:
    """Leave out whom the source cites: "according to N, which cited [two aides,] he left"."""
    doc, start = content.doc, content.start
    citing = doc[max(content.sent.start, start - 2) : start]
    if [t.lower_ for t in citing[:1]] not in (["which"], ["who"]) or len(citing) < 2:
        return content
    comma = next((t.i for t in content if t.text == ","), None)
    if citing[1].lemma_.lower() not in {"cite", "quote"} or comma is None:
        return content
    return doc[comma + 1 : content.end] if comma + 1 < content.end else content


def plain_according(token: Token) -> Iterator[Attribution]:
    """Read "in which, according to the army, several bases were hit"."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    sentence, end = token.sent, token.i + 2
    while end < sentence.end and doc[end].pos_ in NAMING and doc[end].tag_ not in {"WDT", "WP"}:
        end += 1
    source = doc[token.i + 2 : end]
    if not any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in source):
        return
    comma = token.i > sentence.start and doc[token.i - 1].text == ","
    if end + 1 < sentence.end and not comma and doc[end + 1].tag_ in FINITE:
        return  # "N, which is poor according to X, asked that …"
    if end < sentence.end and doc[end].text == ",":
        end = _behind_relative(end, sentence)
        said = _without_participle(doc[end + 1 : without_marks(doc, end + 1, sentence.end)])
    else:
        start = sentence.start
        comma = token.i > start and doc[token.i - 1].text == ","
        said = doc[start : token.i - comma]
    if any(t.pos_ in VERBS for t in said):
        found = Attribution(cue=doc[token.i : token.i + 2], source=source, contents=(said,))
        yield _amid_clause(found)


def _behind_relative(comma: int, sentence: Span) -> int:
    """Return the comma behind a clause on who is cited: "according to N, who left, | she fled"."""
    doc, root = sentence.doc, sentence.root.i
    if comma + 1 >= sentence.end or doc[comma + 1].lower_ not in _RELATIVE:
        return comma
    last = next((i for i in range(root - 1, comma, -1) if doc[i].text == ","), comma)
    return comma if any(t.pos_ == "VERB" for t in doc[last + 1 : root]) else last


def _without_participle(content: Span) -> Span:
    """Leave out what is told of the source: "according to a poll, | done in May, | most agree"."""
    if not content:  # "according to a poll," and nothing
        return content
    first = next((t for t in content if not t.is_punct), content[0])
    comma = next((t.i for t in content if t.text == "," and t.i > first.i), None)
    if first.tag_ != "VBN" or comma is None or comma + 1 >= content.end:
        return content
    return content.doc[comma + 1 : content.end]

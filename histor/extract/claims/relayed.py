"""Speakers whom an outlet quotes: "OUTLET quoted N. N. as saying that …"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.tokens import NAMING, tokens_with, without_marks
from histor.verb_tags import TENSED

__all__ = ["passing_on", "quoted_as_saying", "quoting", "with_outlets"]

#: words between "quoted" and "as saying"
_NAMING = 25
_QUOTING = frozenset(["quote", "cite"])
_NAMES = NAMING - {"PRON"}
_SPEAKING = frozenset(
    "saying telling warning claiming adding stating predicting denying promising urging calling "
    "accusing alleging declaring insisting arguing admitting confirming noting suggesting".split()
)


def with_outlets(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Add what nothing was read of: "…, but N cited M as saying", "M was quoted by N as saying"."""
    cues = {t.i for a in found if a.cue is not None for t in a.cue}
    out = list(found)
    for verb in tokens_with(doc, "LEMMA", _QUOTING):
        saying = next((c for c in verb.children if c.i > verb.i and _speaks(c.lower_)), None)
        if saying is None or saying.nbor(-1).lower_ != "as" or cues & {verb.i, saying.i}:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        helper = next((c for c in verb.children if c.dep_ == "aux:pass" and c.i < verb.i), None)
        if helper is not None and verb.nbor().lower_ != "as":
            said = _said_behind(saying)
            out += [Attribution(doc[helper.i : verb.i + 1], None, said)] if said else []
        elif subject is not None and verb.tag_ in TENSED:
            source = doc[subject.left_edge.i : subject.right_edge.i + 1]
            whom = doc[verb.i + 1 : saying.i + 1]
            out.append(Attribution(doc[verb.i : verb.i + 1], source, (whom,)))
    return out


def quoted_as_saying(found: Attribution) -> Iterator[Attribution]:
    """Yield what the one quoted says; the outlet's own attribution stays beside it."""
    cue = found.cue
    if cue is None or cue.end >= len(cue.doc):
        return
    verb = next((t for t in cue if t.lemma_.lower() in _QUOTING), None)
    if verb is None:
        return
    doc, stop = cue.doc, min(cue.sent.end, max(cue.end, verb.i) + _NAMING)
    at = next(
        (
            i
            for i in range(cue.start + 1, stop - 1)
            if doc[i].lower_ == "as" and _speaks(doc[i + 1].lower_)
        ),
        None,
    )
    if at is None:
        return
    active = verb.tag_ in TENSED and verb.i + 1 < at  # whom it quotes was read into the cue
    end = verb.i + 1 if active else cue.end
    passive = at == end or doc[end].lower_ in {"by", "as"}
    source = _quoted(cue) or _heard(cue) or found.source if passive else doc[end:at]
    if not passive and any(c.dep_ == "aux:pass" for t in cue for c in t.children):
        source = _spoken_of(cue)  # "was quoted on Friday by local media as saying"
    contents = tuple(doc[max(c.start, at + 2) : c.end] for c in found.contents if c.end > at + 2)
    subject = _spoken_of(cue) if passive and _names_outlet(found, at) else None
    if subject is not None:  # "“…,” N was quoted as saying by the agency"
        source = subject
        contents = tuple(
            c for c in found.contents if c.end <= subject.start and not _within(c, subject)
        )
    if not contents and not passive:
        contents = _all_before(found, at) or _said_behind(doc[at + 1])
    if source is not None and len(source) and contents:
        yield Attribution(cue=doc[at + 1 : at + 2], source=source, contents=contents)


def _said_behind(saying: Token) -> tuple[Span, ...]:
    """Return the clause behind "the agency quoted N as saying …", which was not read with it."""
    said = next((c for c in saying.children if c.dep_ == "ccomp" and c.i > saying.i), None)
    if said is None or saying.nbor(1).is_punct:
        return ()
    doc, start = saying.doc, saying.i + 1
    return (doc[start : without_marks(doc, start, said.right_edge.i + 1)],)


def _all_before(found: Attribution, at: int) -> tuple[Span, ...]:
    """Return the clause before "…, the agency quoted N as saying", with which a clause ends."""
    cue, outlet = found.cue, found.source
    if cue is None or outlet is None or outlet.end > cue.start:
        return ()
    doc, start = cue.doc, cue.sent.start
    last = all(t.is_punct or t.is_space for t in doc[at + 2 : cue.sent.end])
    beside = [t.lower_ for t in doc[at + 2 : at + 4]]
    last = last or (beside[:1] == [","] and beside[1:] in (["but"], ["and"], ["while"]))
    comma = outlet.start - 1
    return (doc[start:comma],) if last and comma > start and doc[comma].text == "," else ()


def _names_outlet(found: Attribution, at: int) -> bool:
    """Say whether the source read is who passes words on: "as saying by [the agency]"."""
    source = found.source
    if source is None or source.start < at + 2:
        return False
    return source.doc[at + 2].lower_ in {"by", "in"} and source.start <= at + 3


def _spoken_of(cue: Span) -> Span | None:
    """Return the subject of "was quoted"."""
    verb = next(t for t in cue if t.lemma_.lower() in _QUOTING)
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass" and c.i < verb.i), None)
    if subject is None:
        start = cue.start
        while start > cue.sent.start and cue.doc[start - 1].pos_ in _NAMES:
            start -= 1
        named = any(t.pos_ in {"PROPN", "NOUN"} for t in cue.doc[start : cue.start])
        return cue.doc[start : cue.start] if named and start > cue.sent.start else None
    return cue.doc[subject.left_edge.i : subject.right_edge.i + 1]


def _heard(cue: Span) -> Span | None:
    """Return the subject of "N, who saw it, was quoted by the daily as saying"."""
    by = cue.doc[cue.end].lower_ == "by"
    passive = any(c.dep_ == "nsubj:pass" for t in cue for c in t.children)
    return _spoken_of(cue) if by and passive else None


def quoting(verb: Token, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Read "the radio quoted N as saying that …" where it stands in what another passes on."""
    doc, stop = verb.doc, verb.sent.end - 1
    if verb.lemma_.lower() not in _QUOTING or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return
    outlet = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    end = verb.i + 1
    while end < stop and doc[end].pos_ in _NAMES and doc[end].lower_ != "as":
        end += 1
    if outlet is None or end == verb.i + 1 or doc[end].lower_ != "as":
        return
    if not _speaks(doc[end + 1].lower_):
        return
    around = [c.end for a in found for c in a.contents if c.start <= verb.i < c.end]
    said = doc[end + 2 : without_marks(doc, end + 2, min([verb.sent.end, *around]))]
    if len(said) > 1:
        yield Attribution(doc[end + 1 : end + 2], doc[verb.i + 1 : end], (said,))
        source = doc[outlet.left_edge.i : outlet.right_edge.i + 1]
        yield Attribution(doc[verb.i : verb.i + 1], source, (doc[verb.i + 1 : said.end],))


def _within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _quoted(cue: Span) -> Span | None:
    """Return who is quoted in "N was quoted by the daily as saying"; none if not by anybody."""
    doc, end = cue.doc, cue.start + (cue[0].pos_ == "AUX")
    if cue.doc[cue.end].lower_ != "by":
        return None
    while end > cue.sent.start and (doc[end - 1].pos_ == "AUX" or doc[end - 1].text == ","):
        end -= 1
    start, low = end, max(cue.sent.start, end - _NAMING)
    while start > low and (doc[start - 1].pos_ in _NAMES or doc[start - 1].text == ","):
        start -= 1
    while start < end and (doc[start].pos_ == "ADP" or doc[start].text == ","):
        start += 1
    return doc[start:end] if start < end and start <= cue.sent.start + 1 else None


def passing_on(found: Sequence[Attribution], quoted: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions but those of outlets that somebody "was quoted by", or his again."""
    cues = {a.cue.start: a.cue.sent.start for a in quoted if a.cue is not None}
    sentences = set(cues.values())
    return [
        _with_whole(_of_whom_it_quotes(a), quoted)
        for a in found
        if a.cue is None
        or not (a.cue.start in cues or (_is_quoted_by(a.cue) and a.cue.sent.start in sentences))
    ]


def _of_whom_it_quotes(found: Attribution) -> Attribution:
    """Give to whom an outlet quotes what was read as its own: "N was quoted by it as saying"."""
    cue, source = found.cue, found.source
    if cue is None or source is None or cue[-1].tag_ != "VBG":
        return found
    verb = cue[-1].head
    passive = verb.lemma_.lower() in _QUOTING and verb.tag_ == "VBN" and verb.i < source.start
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass" and c.i < verb.i), None)
    if not passive or subject is None or source.end > cue.start:
        return found
    doc, end = cue.doc, min(subject.right_edge.i + 1, verb.i)
    return dataclasses.replace(found, source=doc[subject.left_edge.i : end])


def _with_whole(outlet: Attribution, quoted: Sequence[Attribution]) -> Attribution:
    """Let an outlet tell all of what it quotes: "…, the agency quoted N as saying."."""
    cue, source = outlet.cue, outlet.source
    if cue is None or source is None:
        return outlet
    verb = next((t for t in cue if t.lemma_.lower() in _QUOTING), None)
    said = next(
        (
            a
            for a in quoted
            if verb is not None and a.source is not None and a.source.start == verb.i + 1
        ),
        None,
    )
    if said is None or said.source is None or verb is None:
        return outlet
    contents = said.contents
    if contents[-1].end > source.start:
        if any(c.end >= contents[-1].end for c in outlet.contents):
            return outlet
        contents = (cue.doc[said.source.start : contents[-1].end],)
    return dataclasses.replace(outlet, cue=cue.doc[cue.start : verb.i + 1], contents=contents)


def _is_quoted_by(cue: Span) -> bool:
    behind = [t.lower_ for t in cue.doc[cue.end : cue.end + 3]]
    by = "by" in behind[:2] or behind == ["as", "saying", "by"]
    return by and any(t.lemma_.lower() in _QUOTING for t in cue)


def _speaks(word: str) -> bool:
    return word in _SPEAKING

"""Who says it at a sentence's end: "clause, N said", "clause, informed the ministry"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.lexicons import acts, sayings
from histor.extract.tokens import FINITE, STRETCHES, VERBS, end_of_naming

__all__ = ["APART", "LONGEST", "NAMING", "can_speak", "clause_before", "closing", "is_manner"]

NAMING = frozenset(["DET", "PROPN", "NOUN", "ADJ", "ADP", "NUM", "PART", "CCONJ", "PRON"])
#: words of a speaker named after a comma
LONGEST = 12
#: words of a name that stands in quotation marks, with one of these
_QUOTED_NAME = 4
_THIRD = frozenset(["he", "she", "they", "it"])
#: words that begin a clause beside what is said
APART = frozenset(["as", "after", "while", "amid", "before", "but", "though", "although"])
_INFORMING = frozenset(["inform", "indicate", "specify", "assure", "affirm", "detail", "precise"])
#: verbs of thinking and saying behind a clause, besides those of sayings.txt
_THINKING = frozenset(["consider", "believe", "think", "predict", "complain", "promise", "warn"])
#: of these, verbs of telling somebody of something
_TELLING_OF, _OF = frozenset(["warn", "inform", "assure"]), frozenset(["of", "about", "against"])
#: when it was said, between the verb and the speaker
_ON = frozenset(["on", "at", "in", "yesterday", "today", "earlier", "later", "recently", "here"])
_DAYS = frozenset(
    name.lower() for name in (*calendar.day_name, *calendar.month_name[1:])
) | frozenset(["morning", "afternoon", "evening", "night"])

#: words before a verb that tells how something was said
_MANNER = frozenset(["without"])
#: "a day after": words before "after", the second of which measures time
_DISTANCE = 2


def closing(found: Attribution, cues: set[int]) -> Attribution:
    """Read "clause, N said" at a sentence's end as what it plainly is."""
    cue = found.cue
    if cue is None or len(cue) != 1 or cue[0].tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return found
    inverted = None if _has_both(found, cue) else _inverted(found, cues)
    if inverted is not None:
        return inverted
    named = _named_before(found, cues)
    if named is not None:
        return named
    behind = [c for c in found.contents if c.start >= cue.end and c[0].sent == cue[0].sent]
    if not found.contents or not _closes(cue, behind) or cue[0].tag_ == "VBN":
        return found
    doc, start = cue.doc, cue.sent.start
    comma = _before_relative(cue)
    while comma > start and doc[comma].text != "," and doc[comma].pos_ in NAMING:
        comma -= 1
    speaker = doc[comma + 1 : cue.start]
    if doc[comma].text != "," or not 0 < len(speaker) <= LONGEST or not can_speak(speaker):
        return found
    if found.source is not None and found.source.start not in range(speaker.start, speaker.end):
        return found
    clause = clause_before(doc[start:comma], cues)
    if clause is None:
        return found
    if speaker.text.lower() in _THIRD:
        clause = _behind_its_name(clause)
    apart = tuple(c for c in found.contents if c.end <= start or c.start >= cue.sent.end)
    return Attribution(cue=cue, source=speaker, contents=(*apart, clause))


def _behind_its_name(clause: Span) -> Span:
    """Leave out the clause that names whom "it" means: "The fund paid; [all is well], it said"."""
    mark = next((t.i for t in clause if t.text == ";"), None)
    if mark is None or any(t.is_quote for t in clause):
        return clause
    before, behind = clause.doc[clause.start : mark], clause.doc[mark + 1 : clause.end]
    named = any(t.dep_ == "nsubj" and names_party(t) for t in before)
    return behind if named and any(t.pos_ in VERBS for t in behind) else clause


def _has_both(found: Attribution, cue: Span) -> bool:
    """Say whether a verb's subject was read as who speaks, and it has an object behind it.

    "The rebels, who had threatened ships, claimed | responsibility for the raid".
    """
    source, kinds = found.source, {c.dep_ for c in cue[0].children if c.i > cue[0].i}
    own = source is not None and any(
        c.dep_ == "nsubj" and source.start <= c.i < source.end for c in cue[0].children
    )
    return own and "obj" in kinds


def _named_before(found: Attribution, cues: set[int]) -> Attribution | None:
    """Read "clause, [N. N., an activist], said by telephone." where nobody was read to say it."""
    cue = found.cue
    if cue is None or found.source is not None or cue.start < cue.sent.start + 2:
        return None
    doc, first, at = cue.doc, cue.sent.start, cue.start - 2
    if doc[cue.start - 1].text != "," or cue[0].lemma_.lower() not in sayings():
        return None
    while at > first and doc[at].pos_ in NAMING:
        at -= 1
    start = at
    while start > first and doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    role = doc[at + 1 : cue.start - 1]
    apposed = doc[at].text == "," and doc[start - 1].text == "," and start < at
    if not apposed or not 0 < len(role) <= LONGEST or start - 1 <= first:
        return None
    rest = doc[cue.end : cue.sent.end]
    if any(t.pos_ in VERBS or t.is_quote for t in rest):
        return None
    clause = clause_before(doc[first : start - 1], cues)
    source = doc[start : cue.start - 1]
    return None if clause is None else Attribution(cue=cue, source=source, contents=(clause,))


def _before_relative(cue: Span) -> int:
    """Return the last word of who speaks before a cue: "…, a teacher [who took part] said"."""
    doc, low = cue.doc, max(cue.sent.start, cue.start - LONGEST)
    for at in range(cue.start - 2, low, -1):
        if doc[at].text == ",":
            break
        if doc[at].lower_ == "who" and doc[at - 1].pos_ in {"NOUN", "PROPN"}:
            return at - 1
    return cue.start - 1


def _inverted(found: Attribution, cues: set[int]) -> Attribution | None:
    """Read "clause, informed the ministry." of translated pages; none if it is none."""
    cue = found.cue
    if cue is None or cue.start < 2 or cue.doc[cue.start - 1].text != ",":
        return None
    doc, lemma = cue.doc, cue[0].lemma_.lower()
    if lemma not in sayings() | _INFORMING | _THINKING or lemma == "tell":
        return None  # whom one tells hears it
    start = _behind_time(cue)
    end = end_of_naming(doc, start, cue.sent.end)
    speaker = doc[start:end]
    last = all(t.is_punct or t.is_space for t in doc[end : cue.sent.end])
    if not last or not 0 < len(speaker) <= LONGEST or not can_speak(speaker):
        return None
    if speaker[0].pos_ not in {"DET", "PROPN", "NOUN", "ADJ"} and speaker.text not in _THIRD:
        return None
    if lemma in _TELLING_OF and _is_told_of(speaker):
        return None  # "…, warns Chile of further steps" tells who is warned
    clause = clause_before(doc[cue.sent.start : cue.start - 1], cues)
    return None if clause is None else Attribution(cue=cue, source=speaker, contents=(clause,))


def _is_told_of(speaker: Span) -> bool:
    """Say whether a name is followed by what its bearer is told of: "Chile of further steps"."""
    return any(
        t.lower_ in _OF and not t.ent_type_ and t.i > speaker.start and t.nbor(-1).ent_type_
        for t in speaker
    )


def _behind_time(cue: Span) -> int:
    """Return where the speaker begins behind a cue: "…, declared on Friday [the envoy]"."""
    doc, at, end = cue.doc, cue.end, cue.sent.end
    if at < end and doc[at].lower_ in _DAYS:
        return at + 1  # "said Thursday"
    if at >= end or doc[at].lower_ not in _ON:
        return at
    first, at = at, at + 1
    while at < end and (doc[at].pos_ == "NUM" or doc[at].lower_ in _DAYS):
        at += 1
    # "said in a telephone interview" is no time
    return at if at > first + 1 or doc[first].pos_ != "ADP" else first


def _closes(cue: Span, behind: Sequence[Span]) -> bool:
    """Say whether nothing is said behind a cue: "…, N said, standing beside his guest"."""
    if _is_last(cue):
        return True
    if cue[0].lemma_.lower() not in sayings():
        return False
    doc, at, end = cue.doc, _behind_time(cue), cue.sent.end
    if all(t.is_punct or t.is_space for t in doc[at:end]):
        return not behind  # "…, N said on Thursday."
    at += doc[at].text == ","
    return at < end and _is_beside(doc[at:end]) and all(map(_is_beside, behind[:1]))


def _is_beside(words: Span) -> bool:
    """Say whether words only tell when or how something was said."""
    first = words[0]
    if is_manner(words):
        return True
    if first.tag_ == "VBG" and first.lemma_.lower() not in sayings():
        return not any(t.tag_ in FINITE for t in words)
    distance = len(words) > _DISTANCE and words[1].lemma_.lower() in STRETCHES
    if distance and words[_DISTANCE].lower_ in {"after", "before"}:  # "a day after it vanished"
        return True
    return first.lower_ in APART and first.pos_ != "CCONJ"


def is_manner(words: Span) -> bool:
    """Say whether words tell how it was said: ", N warned, | without naming anybody"."""
    helped = words[0].lower_ in _MANNER and len(words) > 1 and words[1].pos_ == "VERB"
    return helped and not any(t.is_quote for t in words)


def _is_last(cue: Span) -> bool:
    """Say whether nothing follows a cue in its sentence but a full stop."""
    for token in cue.doc[cue.end : cue.sent.end]:
        if "\n\n" in token.text or token.text == ";":
            return True
        if not (token.is_punct or token.is_space):
            return False
    return True


def can_speak(speaker: Span) -> bool:
    """Say whether words may name who speaks: nouns, with no preposition before them."""
    words = [t for t in speaker if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return bool(words) and speaker[0].pos_ != "ADP" and speaker[0].pos_ != "CCONJ"


def clause_before(sentence: Span, cues: set[int]) -> Span | None:
    """Return what is said: the whole sentence, or what follows another's clause of saying."""
    start, doc = sentence.start, sentence.doc
    others = [i for i in range(sentence.start, sentence.end) if i in cues]
    if others:
        if doc[others[-1] + 1].lower_ == "that":
            return doc[start : sentence.end]  # "it was found that …, …, N said"
        colons = [t.i for t in sentence if t.text == ":" and t.i > others[-1]]
        commas = colons or [t.i for t in sentence if t.text == "," and t.i > others[-1]]
        start = commas[0] + 1 if commas else start
    clause = doc[start : sentence.end]
    misread = not any(doc[i].lemma_.lower() in sayings() for i in others)
    unsaid = not any((doc[i].lemma_.lower(),) in acts() for i in others)
    if misread and (unsaid or not any(t.pos_ in VERBS for t in clause)):
        clause = sentence  # "N, who sacked ministers, had named M, an aide, N said"
    marks = [t.i for t in clause if t.text in {'"', "“", "”", "«", "»"}]
    if marks and (len(marks) != 2 or marks[1] - marks[0] > _QUOTED_NAME):
        return None
    return clause if any(t.pos_ in VERBS for t in clause) else None

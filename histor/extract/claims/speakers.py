"""Speakers whose naming was read in part, and contents cut short before a closing "…, N said"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.claims.closings import (
    APART,
    LONGEST,
    NAMING,
    can_speak,
    clause_before,
    closing,
    is_manner,
)
from histor.extract.lexicons import sayings, titles
from histor.extract.names.role_words import is_head
from histor.extract.tokens import DAYS, STRETCHES, VERBS, antecedent, end_of_naming

__all__ = ["with_whole_speakers"]

#: relations of a word to the head of its own naming, to its right
_BEFORE_HEAD = frozenset(["det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc"])
_AFTER_HEAD = frozenset(["flat", "compound"])
#: prepositions that a naming goes on after
_OPEN = frozenset(["by", "of", "from"])
#: passive verbs of saying whose subject is spoken to
_SPOKEN_TO = frozenset(
    ["warn", "tell", "ask", "urge", "accuse", "order", "inform", "blame", "charge"]
)
#: forms that speak to somebody before "to" and a verb, with or without "was"
_TOLD = frozenset(["told", "urged", "warned", "ordered", "advised", "instructed", "reminded"])
_QUOTING = frozenset(["quote", "cite"])
#: forms that tell before "to" what is held of somebody
_HELD = frozenset("believed thought said reported known suspected understood rumoured".split())
#: when it was said, between a verb and who speaks
_TIMES = STRETCHES | {"on", "in", "the", "morning", "afternoon", "evening", "night"}
#: words of a name that stands before a description
_LEAST_NAME = 2
_LEAST_PARTS = 2
#: words of an office: "Director-General"
_OFFICE = 3
#: words before an earlier number
_COMPARING = frozenset(["up", "down", "compared", "against", "versus"])
#: words that a preposition governs at most
_OBJECT = 6
#: "according to his words" is according to him
_OWN_WORDS = frozenset(["word", "opinion", "account", "statement", "estimate", "information"])


def with_whole_speakers(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, their sources whole names and their contents whole clauses.

    "The" becomes "the minister", "Rwanda" in "Rwanda-backed rebels" the rebels, and the words
    between the last comma and a closing verb of saying are the speaker: "…, rebel leader claims".
    """
    cues = {t.i for a in found if a.cue is not None for t in a.cue}
    whole = (_whole(_with_subject(_without_hearer(_of_relative(a)))) for a in found)
    closed = (_with_first_half(_within_sentence(closing(a, cues)), cues) for a in whole)
    return [_described(_around_speaker(a)) for a in closed]


def _of_relative(found: Attribution) -> Attribution:
    """Take for the speaker whom "who" stands for: "two owners in Axim, who say"."""
    source = found.source
    if source is None or len(source) != 1 or source[0].tag_ not in {"WP", "WDT"}:
        return found
    head = antecedent(source[0]) or _right_before(source[0])
    if head is None:
        return found
    officer = source[0].tag_ == "WP" and is_head(head.head)  # "head of the council, who said"
    if head.dep_ == "nmod" and (head.ent_type_ == "PLACE" or officer):
        head = head.head
    doc, end = source.doc, source.start
    while end > head.i + 1 and doc[end - 1].is_punct:
        end -= 1
    start = head.left_edge.i
    while start < head.i and doc[start].is_punct:
        start += 1
    if head.pos_ not in {"NOUN", "PROPN"} or not start < end <= start + LONGEST:
        return found
    return dataclasses.replace(found, source=doc[start:end])


def _right_before(who: Token) -> Token | None:
    """Return the people right before ", who" where the tree hangs the clause on a verb."""
    if who.tag_ not in {"WP", "WDT"} or who.i < 2 or who.nbor(-1).text != "," or who.is_sent_start:
        return None
    noun = who.nbor(-2)
    noun = noun.head if noun.dep_ == "conj" and noun.head.i < noun.i else noun
    return noun if noun.pos_ in {"NOUN", "PROPN"} and names_party(noun) else None


def _described(found: Attribution) -> Attribution:
    """Give to the speaker what describes him: "…, | the head of the clinic, N. N., told"."""
    source, cue = found.source, found.cue
    if source is None or cue is None or source.end > cue.start or not found.contents:
        return found
    *others, last = found.contents
    doc, between = source.doc, source.doc[last.end : source.start]
    if last.end > source.start or any(t.text != "," for t in between):
        return found
    comma = next((t.i for t in reversed(last[:-1]) if t.text == ","), None)
    if comma is None or not any(t.ent_type_ == "PERSON" for t in source):
        return found
    title = doc[comma + 1 : last.end - (last[-1].text == ",")]
    named = 0 < len(title) <= LONGEST and all(t.pos_ in NAMING for t in title)
    if not named or title[0].pos_ not in {"DET", "PRON"} or not any(is_head(t) for t in title):
        return found
    contents = (*others, doc[last.start : comma])
    return dataclasses.replace(found, source=doc[title.start : source.end], contents=contents)


def _around_speaker(found: Attribution) -> Attribution:
    """Read "The town, the army says, is calm" as one statement, not as two halves of one."""
    cue, source = found.cue, found.source
    if cue is None or source is None or len(found.contents) != _LEAST_PARTS:
        return found
    first, second = sorted(found.contents, key=lambda c: c.start)
    if not any(t.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} for t in first):
        return found  # "which the army says will last"
    if second[0].lower_ in _COMPARING and not any(t.pos_ in VERBS for t in second):
        return dataclasses.replace(found, contents=(first,))  # ", the union said, up from 234"
    if second[0].lower_ in APART:
        return found  # "… rose to 40, officials said, as divers searched"
    if is_manner(second):
        return dataclasses.replace(found, contents=(first,))
    doc, low, high = cue.doc, min(cue.start, source.start), max(cue.end, source.end)
    if not (first.end <= low and high <= second.start and first[0].sent == second[-1].sent):
        return found
    if first.end == source.start < cue.start and _is_title(first):
        return Attribution(cue=cue, source=doc[first.start : source.end], contents=(second,))
    between = [*doc[first.end : low], *doc[high : second.start]]
    if any(not t.is_punct for t in between) or any(
        t.is_quote for t in doc[first.start : second.end]
    ):
        return found
    return dataclasses.replace(found, contents=(doc[first.start : second.end],))


def _with_first_half(found: Attribution, cues: set[int]) -> Attribution:
    """Read "[Forty have died,] the ministry said on Monday, and more will" as both its halves."""
    cue, source = found.cue, found.source
    if cue is None or source is None or not found.contents or source.end > cue.start:
        return found
    doc, start, second = cue.doc, cue.sent.start, min(found.contents, key=lambda c: c.start)
    if second.start < cue.end or second[0].lower_ not in {"and", "but"}:
        return found
    if doc[source.start - 1].text != "," or source.start - 1 <= start:
        return found
    first = clause_before(doc[start : source.start - 1], cues)
    return found if first is None else dataclasses.replace(found, contents=(first, *found.contents))


def _is_title(words: Span) -> bool:
    """Say whether a sentence's first words only name somebody: "The expert in law [N. N.] says"."""
    first = words.start == words.sent.start and words[0].pos_ == "DET"
    return first and all(t.pos_ in NAMING for t in words)


def _with_object(content: Span) -> Span:
    """Add what a preposition at a content's end governs: "11 dead on [7 March]"."""
    doc, last = content.doc, content[-1]
    if last.tag_ in {"WDT", "WP"} and len(content) > 1:
        return doc[content.start : content.end - 1]  # "the coast [that]"
    if last.dep_ in _BEFORE_HEAD and content.end <= last.head.i < content.end + 2:
        return doc[content.start : last.head.i + 1]  # "an apparent war [crime]"
    if last.pos_ != "ADP" or last.dep_ != "case" or last.head.i < content.end:
        return content
    end = min(last.head.right_edge.i + 1, last.sent.end)
    return doc[content.start : end] if end - content.end <= _OBJECT else content


def _with_subject(found: Attribution) -> Attribution:
    """Take for the speaker what was read as said right before an active verb of saying."""
    cue = found.cue
    if cue is None or found.source is not None or not found.contents:
        return found
    named = _said_behind(found) or _parted(found) or _quoted(found)
    if named is not None or len(found.contents) < _LEAST_PARTS:
        return named or found
    first, *rest = found.contents
    verb = cue[-1]
    passive = any(c.dep_.startswith("aux") for c in verb.children) or len(cue) > 1
    passive |= verb.dep_ == "acl" and verb.lemma_.lower() == "expect"  # "[rallies] expected"
    behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    # "[three men] believed to be inside", whatever the tags say
    passive |= verb.lower_ in _HELD and behind == "to"
    if passive or verb.pos_ != "VERB" or first.end != cue.start or len(first) > LONGEST:
        return found
    if any(t.pos_ in VERBS for t in first) or not can_speak(first):
        return found
    return Attribution(cue=cue, source=first, contents=tuple(rest))


def _parted(found: Attribution) -> Attribution | None:
    """Read "The Union, whose chair is Peru, offered | to mediate", its subject parted from it."""
    cue, first = found.cue, found.contents[0]
    if cue is None or first.end >= cue.start or cue.doc[first.end].text != ",":
        return None
    subject = first.root
    own = subject.dep_ == "nsubj" and subject.head in cue
    if not own or any(t.pos_ in VERBS or t.is_quote for t in first) or not can_speak(first):
        return None
    return Attribution(cue=cue, source=first, contents=found.contents[1:])


def _quoted(found: Attribution) -> Attribution | None:
    """Read "“I fled,” [one of them], who is 19, was quoted as saying" by its subject."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in _QUOTING), None) if cue is not None else None
    if cue is None or verb is None or verb.tag_ != "VBN" or cue[-1].lemma_ != "say":
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass" and c.i < cue.start), None)
    if subject is None:
        return None
    doc, start, end = cue.doc, subject.left_edge.i, min(subject.right_edge.i + 1, cue.start)
    end = next((i for i in range(start, end) if doc[i].text == ","), end)
    said = tuple(c for c in found.contents if c.end <= start)
    return Attribution(cue=cue, source=doc[start:end], contents=said) if said else None


def _said_behind(found: Attribution) -> Attribution | None:
    """Read "“I yield,” has said on Monday [the mayor of Lima, N. N.]", as translations have it."""
    cue, (*said, last) = found.cue, found.contents
    if cue is None:
        return None
    subject = _subject_behind(cue)
    if subject is not None and last.end <= cue.start:
        said, last = [*said, last], subject
    if not said or last.start < cue.end or any(c.end > cue.start for c in said):
        return None
    quoted = any(t.is_quote for c in said for t in c)
    naming = all(t.pos_ in NAMING or t.text == "," for t in last) and can_speak(last)
    if not (quoted and naming and any(t.ent_type_ == "PERSON" or is_head(t) for t in last)):
        return None
    timed = all(
        t.lower_ in DAYS or t.lemma_.lower() in _TIMES for t in cue.doc[cue.end : last.start]
    )
    told = cue[-1].lemma_.lower() in sayings() and len(last) <= LONGEST
    return Attribution(cue=cue, source=last, contents=tuple(said)) if timed and told else None


def _subject_behind(cue: Span) -> Span | None:
    """Return the subject of a verb of saying where it stands behind it."""
    after = (c for c in cue[-1].children if c.dep_ == "nsubj" and c.i > cue.end)
    subject = next(after, None)
    if subject is None:
        return None
    clause = (c.left_edge.i for c in subject.children if c.dep_.startswith("acl"))
    end = min([subject.right_edge.i + 1, cue.sent.end, *clause])
    end -= cue.doc[end - 1].text == ","
    return cue.doc[subject.left_edge.i : end] if end > subject.i else None


def _within_sentence(found: Attribution) -> Attribution:
    """Cut off a few words of the next sentence from what is said in this one."""
    cue = found.cue
    if cue is None:
        return found
    doc, contents = cue.doc, []
    for content in found.contents:
        last = content[-1].sent
        rest = [t for t in doc[content.end : last.end] if not (t.is_punct or t.is_space)]
        quoted = any(t.is_quote for t in doc[max(0, content.start - 1) : content.end])
        if last.start > cue.end and rest and not quoted:
            if content.start >= last.start:
                continue
            content = doc[content.start : last.start]
        contents.append(_with_object(content))
    return dataclasses.replace(found, contents=tuple(contents))


def _without_hearer(found: Attribution) -> Attribution:
    """Leave out as speaker, or as what was said, who was spoken to: "we were warned that …"."""
    cue, source = found.cue, found.source
    if cue is None:
        return found
    if _tells_to(cue):
        said = tuple(c for c in found.contents if c.start >= cue.end)
        before = source is not None and source.end <= cue.start
        source = None if before else source
        return dataclasses.replace(found, source=source, contents=said or found.contents)
    verb = next((t for t in cue if t.lemma_.lower() in _SPOKEN_TO and t.tag_ == "VBN"), None)
    heard = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None) if verb else None
    if heard is None or not any(c.dep_ == "aux:pass" for c in heard.head.children):
        return found
    if source is not None and source.start <= heard.i < source.end:
        return dataclasses.replace(found, source=None)
    if found.contents and found.contents[-1].start > cue.start:
        said = tuple(c for c in found.contents if not c.start <= heard.i < c.end)
        return dataclasses.replace(found, contents=said or found.contents)
    return found


def _tells_to(cue: Span) -> bool:
    """Say whether a heading tells who was told to do something: "Rebels told to leave"."""
    doc, end = cue.doc, cue.end
    verb = cue[-1]
    bare = verb.lower_ in _TOLD and not any(c.dep_ in {"obj", "iobj"} for c in verb.children)
    to_do = end + 1 < len(doc) and doc[end].tag_ == "TO" and doc[end + 1].tag_ == "VB"
    return bare and to_do and doc[cue.start].lower_ not in {"had", "has", "have"}


def _whole(found: Attribution) -> Attribution:
    source = found.source
    if source is None:
        return found
    while len(source) > 1 and source[-1].text == ",":
        source = source[:-1]
    source = _with_body(_with_genitive(_with_others(source, found.cue), found.cue))
    doc, start, end = source.doc, _with_name(source), _with_apposition(source)
    if doc[end - 1].lower_ in _OPEN and end < len(doc):
        end = max(end, min(doc[end - 1].head.right_edge.i + 1, source.sent.end))
    elif doc[end - 1].pos_ == "ADP" and doc[end - 1].tag_ != "RP" and end - 1 > start:
        end -= 1  # "the minister [on X]"
    if (start, end) != (source.start, source.end):
        source = doc[start:end]
        found = dataclasses.replace(found, source=source)
    last = doc[end - 1]
    if end < len(doc) and doc[end].text == "-" and not last.whitespace_:
        end = _head_of_compound(doc[end - 1], end)
    elif (
        last.dep_ in _BEFORE_HEAD
        and last.head.i >= end
        and (_describes(last) or _is_titled(last) or _is_all_but_last(last, found.cue))
    ):
        end = end if last.head.lemma_.lower() in _OWN_WORDS else last.head.i + 1
    if end == source.end:
        return dataclasses.replace(found, source=_with_bearer(source, found.cue))
    while end < len(doc) and doc[end].dep_ in _AFTER_HEAD and doc[end].head.i < end:
        end += 1
    if found.cue is not None and source.start <= found.cue.start < end:
        return found
    if any(t.pos_ in VERBS and t.tag_ != "VBN" for t in doc[source.end : end]):
        return found
    return dataclasses.replace(found, source=doc[source.start : end])


def _is_titled(word: Token) -> bool:
    """Say whether a noun is the title of the name behind it: "the harbour master | [N. N.]"."""
    return (
        word.dep_ == "nmod:desc" and word.head.i == word.i + 1 and word.head.ent_type_ == "PERSON"
    )


def _is_all_but_last(word: Token, cue: Span | None) -> bool:
    """Say whether a noun only describes the one between it and the cue: "[state] | television"."""
    return cue is not None and word.pos_ == "NOUN" and word.head.i + 1 == cue.start


def _with_others(source: Span, cue: Span | None) -> Span:
    """Return a source with those named before it: "[The US,] the UK and Lithuania announced"."""
    if cue is None or source.end > cue.start or source.root.dep_ not in {"nsubj", "conj"}:
        return source
    subjects = (c for t in cue for c in t.children if c.dep_ == "nsubj" and c.i < source.start)
    first = next(subjects, None)
    if first is None or first.ent_type_ not in {"PLACE", "ORG", "PERSON", "GROUP"}:
        return source
    start = first.left_edge.i
    listed = source.doc[start : source.start]
    named = len(listed) <= LONGEST and all(t.pos_ in NAMING or t.text == "," for t in listed)
    # without an "and" the words before the comma end what was said
    listing = any(t.dep_ == "cc" for t in source.doc[start : source.end])
    return source.doc[start : source.end] if named and listing else source


def _with_bearer(source: Span, cue: Span | None) -> Span:
    """Return a source with the name behind it: "the mayor [of Lima Ana Ruiz] said".

    A comma may part them where another closes the name: "envoy to the UN[, N. N.,] said".
    """
    named = any(t.ent_type_ == "PERSON" and t.dep_ != "nmod:poss" for t in source)
    if cue is None or named:
        return source
    end = cue.start - (cue.start > source.end and cue.doc[cue.start - 1].text == ",")
    behind = source.doc[source.end : max(source.end, end)]
    office = source[0].pos_ == "DET" or any(is_head(t) for t in source)
    naming = office and all(t.pos_ in NAMING or (end < cue.start and t.text == ",") for t in behind)
    named = 0 < len(behind) <= LONGEST and naming and behind[-1].ent_type_ == "PERSON"
    return source.doc[source.start : behind.end] if named else source


def _with_genitive(source: Span, cue: Span | None) -> Span:
    """Return a source with what it is of: "the adviser of the head [of the region], N. N.,".

    So with whose it is: "a spokesman for Peru's [army], as N reports, has said".
    """
    doc, end = source.doc, source.end
    if cue is None or source.end >= cue.start or len(source) < 2:
        return source
    if doc[end].lower_ != "of" and doc[end - 1].tag_ != "POS":
        return source
    end = end_of_naming(doc, end, cue.start)
    whole = end == cue.start or doc[end].text == ","
    return doc[source.start : end] if whole and end - source.end <= LONGEST else source


def _with_body(source: Span) -> Span:
    """Return a source with the body before an office of it: "[WHO] Director-General N. N."."""
    doc, start = source.doc, source.start
    if not any(is_head(t) for t in source[:_OFFICE]) or source[0].pos_ == "DET":
        return source
    while start > source.sent.start and doc[start - 1].ent_type_ == "ORG":
        start -= 1
    return doc[start : source.end]


def _describes(token: Token) -> bool:
    return token.pos_ in {"DET", "ADJ", "PROPN", "NUM"} or token.tag_ == "VBN"


def _with_name(source: Span) -> int:
    """Return where a source begins with the name to which it stands in apposition.

    "N. N., a doctor in the city, said" is N. N.'s.
    """
    doc, start = source.doc, source.start
    if start < 2 or doc[start - 1].text != "," or doc[start].ent_type_ == "PERSON":
        return start
    if doc[start].pos_ not in {"DET", "NOUN"} or source.end >= len(doc):
        return start
    at = start - 1
    while at > source.sent.start and doc[at - 1].ent_type_ == "PERSON":
        at -= 1
    return at if start - 1 - at >= _LEAST_NAME and doc[source.end].text == "," else start


def _with_apposition(source: Span) -> int:
    """Return where a source ends with the name that follows it: "the spokesman, N. N., said"."""
    doc, end = source.doc, source.end
    stop = min(source.sent.end, end + LONGEST)
    if end + 2 >= stop or doc[end].text != "," or any(t.ent_type_ == "PERSON" for t in source):
        return end
    at = end + 1
    while at < stop and doc[at].ent_type_ != "PERSON" and doc[at].lower_ in titles() | {"of"}:
        at += 1
    first = at
    while at < stop and doc[at].ent_type_ == "PERSON":
        at += 1
    # "according to aides in the palace, N. N. intends" names who intends
    behind = source.start > 0 and doc[source.start - 1].lower_ == "to"
    closed = at < stop and (doc[at].text == "," or (doc[at].pos_ in VERBS and not behind))
    return at if at > first and closed and source[0].pos_ in {"DET", "NOUN", "PROPN"} else end


def _head_of_compound(token: Token, end: int) -> int:
    """Return the end of the naming that "Rwanda" in "Rwanda-backed rebels" only describes."""
    doc = token.doc
    at = end + 1
    if token.pos_ == "NUM":  # "a 34-|year-old trader"
        head = token
        while head.dep_ in _BEFORE_HEAD and head.head.i > head.i and head.head.i < end + LONGEST:
            head = head.head
        return head.i + 1 if head.i > end and head.pos_ in {"NOUN", "PROPN"} else end
    if at >= len(doc) or doc[at].tag_ not in {"VBN", "JJ"}:
        return end
    at += 1
    while at < len(doc) and doc[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
        at += 1
    return at if doc[at - 1].pos_ in {"NOUN", "PROPN", "NUM"} else end

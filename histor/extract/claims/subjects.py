"""Who speaks, by the tree, where the sequence model read nobody, or somebody farther away.

"The minister, who … , promised" is the minister's; in "N said M had told the police that …" it is M
who told. What "is expected" is expected by nobody that the sentence names but after "by".
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.figures.quantities import counts_people
from histor.extract.lexicons import sayings
from histor.extract.tokens import FINITE, NAMING, VERBS, prepositions, without_marks
from histor.verb_tags import TENSED

__all__ = ["with_subjects"]

_BELIEVING = frozenset(["expect", "believe", "think", "fear", "hope", "presume", "assume"])
_ALLEGING = frozenset(["allege", "claim", "insist", "believe", "argue", "maintain", "contend"])
_NAMING = NAMING - {"PRON"}
#: what a verb has that tells a clause of its own, and words that describe a noun
_OWN_VERB = frozenset(["nsubj", "nsubj:pass", "aux", "cop"])
_DESCRIBING = frozenset(["DET", "ADJ", "NUM", "PROPN", "NOUN", "PART"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_NOBODY = frozenset(["it", "there", "which", "that", "who", "what", "whom"])
_ACTIVE = TENSED | {"VBN"}
#: kinds of names that open a line and speak in it
_SPEAKING = frozenset(["PERSON", "ORG", "PLACE", "GROUP"])
#: the time of day before an entry of a live page
_STAMP = re.compile(r"\d{1,2}[:.h]\d\d")
#: words of such a time
_STAMPED = 4
#: words of a subject without its clauses
_LONGEST = 25


def with_subjects(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with their cues' own subjects for sources; expects UD trees."""
    own = _apart([_with_own(a) for a in found])
    # whoever has only seen what was written says nothing of it
    writers = {
        (a.source.start, a.source.end): b.source
        for a, b in zip(found, own, strict=True)
        if a.source is not None and a.source != b.source and _has_seen(a.source)
    }
    own = [
        dataclasses.replace(a, source=writers.get((a.source.start, a.source.end), a.source))
        if a.source is not None
        else a
        for a in own
    ]
    whole = [_around(a, own) for a in own]
    opened = {a.contents[0].start for a in whole if a.cue is not None and a.contents}
    # "said it informed them of the raid" tells one saying
    return [a for a in whole if not (a.source and a.source.start in opened and _is_its(a))]


def _is_its(found: Attribution) -> bool:
    """Say whether "it" is told to have told somebody of a thing, not of a deed in a clause."""
    bare = not any(t.pos_ in VERBS for c in found.contents for t in c)
    return found.source is not None and found.source.text.lower() == "it" and bare


def _apart(found: Sequence[Attribution]) -> list[Attribution]:
    """Leave out of what others say the end of a clause that somebody's saying parts."""
    whole = [
        (a.contents[0], a.cue)
        for a in found
        if a.cue is not None and a.contents and a.contents[0].start < a.cue.start
        if a.cue.end < a.contents[0].end
    ]
    if not whole:
        return list(found)
    return [
        dataclasses.replace(
            a,
            contents=tuple(
                c
                for c in a.contents
                if not any(a.cue.end <= w.start and q.end < c.start < w.end for w, q in whole)
            ),
        )
        if a.cue is not None
        else a
        for a in found
    ]


def _with_own(found: Attribution) -> Attribution:
    cue, source = found.cue, found.source
    if cue is None:
        return found
    if source is None or _STAMP.fullmatch(source.text):
        named = _right_before(cue) or _name_behind(cue)
        if named is not None:
            return dataclasses.replace(found, source=named)
    if source is not None and (pronoun := _pronoun_before(cue, source)) is not None:
        return dataclasses.replace(found, source=pronoun)
    aside = _aside(found, cue) or _amid(found, cue) or _parting(found, cue)
    if aside is not None:
        return aside
    verb = next((t for t in reversed(cue) if t.pos_ == "VERB"), None)
    if verb is None:
        return found
    if source is not None and _is_expected(verb, source):
        return dataclasses.replace(found, source=None)
    behind = _behind_comma(verb, cue, source)
    if behind is not None:
        return dataclasses.replace(found, source=behind)
    others = _of_another_verb(verb, cue, source)
    if others is not None:
        return dataclasses.replace(found, source=others)
    those = _those_who(verb, cue)
    if those is not None and (source is None or source.end < those.end):
        return dataclasses.replace(found, source=those)
    if any(c.dep_ == "aux:pass" for c in verb.children):
        unnamed = source is not None and source.end <= cue.start
        believed = verb.lemma_.lower() in _BELIEVING
        unsaid = source is not None and _acts_elsewhere(source, verb)
        return (
            dataclasses.replace(found, source=None) if (believed and unnamed) or unsaid else found
        )
    if source is not None and source.end <= cue.sent.start:
        behind = _name_behind(cue)
        if behind is not None:
            return dataclasses.replace(found, source=behind)
    made = _made_by(verb, source) if source is not None else None
    if made is not None:
        return dataclasses.replace(found, source=made)
    doing = _doing(verb, cue, source)
    if doing is not None:
        return dataclasses.replace(found, source=doing)
    subject = _subject(verb, cue)
    if subject is None:
        elsewhere = (
            source is None
            or source.end <= cue.sent.start
            or source.start >= cue.sent.end
            or _has_seen(source)
        )
        shared = _shared(verb) if elsewhere else None
        return dataclasses.replace(found, source=shared) if shared is not None else found
    if source is None:
        said = [c for c in found.contents if c.start < subject.end and subject.start < c.end]
        apart = found.contents and not said
        return dataclasses.replace(found, source=subject) if apart else found
    if source.start >= cue.sent.end or source.end <= cue.sent.start:
        return dataclasses.replace(found, source=subject)  # it was read in another sentence
    other = _is_where(source, verb) or _is_through(source) or _is_within(source, subject)
    if subject.end <= source.start and other:
        return dataclasses.replace(found, source=subject)
    nearer = source.end <= subject.start and source[0].sent.start == subject[0].sent.start
    between = any(t.pos_ == "VERB" for t in cue.doc[source.end : subject.start])
    between = between or _has_seen(source)
    return dataclasses.replace(found, source=subject) if nearer and between else found


def _is_expected(verb: Token, source: Span) -> bool:
    """Say whether what is expected was read as who expects it: "[protests] expected on Sunday"."""
    over = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and verb.head in source
    return over and verb.lemma_.lower() in _BELIEVING and not names_party(source.root)


def _acts_elsewhere(source: Span, verb: Token) -> bool:
    """Say whether the accuser read only does something else: "was accused of it, as N left"."""
    root = source.root
    own = root.dep_.startswith("nsubj") and root.head != verb and root.head.pos_ == "VERB"
    return own and source.start > verb.i and verb.lemma_.lower() in {"accuse", "blame"}


def _behind_comma(verb: Token, cue: Span, source: Span | None) -> Span | None:
    """Return who acts behind a participle that opens a sentence: "Calling X a farce, [N] left"."""
    root = cue.sent.root
    if verb.tag_ != "VBG" or cue.start != cue.sent.start or root.i < verb.i:
        return None
    subject = next((c for c in root.children if c.dep_ == "nsubj" and c.i > cue.end), None)
    if subject is None or not names_party(subject) or cue.doc[subject.left_edge.i - 1].text != ",":
        return None
    inside = source is None or cue.end <= source.start < source.end < subject.left_edge.i
    return cue.doc[subject.left_edge.i : subject.right_edge.i + 1] if inside else None


def _of_another_verb(verb: Token, cue: Span, source: Span | None) -> Span | None:
    """Return who promised in "Commanders swore to fight, [an aide] told the paper"."""
    if source is None or source.start <= cue.end or source.end >= len(cue.doc):
        return None
    behind = cue.doc[source.end]
    if behind.tag_ not in {"VBD", "VBZ"} or behind.lemma_.lower() not in sayings() | {"tell"}:
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < cue.start), None)
    if own is None or own.lower_ in _NOBODY:
        return None
    first = own.left_edge.i
    people = next((t for t in cue.doc[first : own.i + 1] if counts_people(t)), None)
    if people is not None and people.i < own.i:
        return cue.doc[first : people.i + 1]  # "commanders meeting on Friday"
    return cue.doc[first : min(own.right_edge.i + 1, cue.start)] if names_party(own) else None


def _those_who(verb: Token, cue: Span) -> Span | None:
    """Return those whom a participle right behind describes: "fought [marchers] demanding pay"."""
    doc, noun = cue.doc, cue.doc[cue.start - 1] if cue.start > cue.sent.start else None
    if verb.tag_ != "VBG" or noun is None or noun.tag_ not in {"NNS", "NNPS"}:
        return None
    described = verb.dep_ != "root" and not any(c.dep_ in _OWN_VERB for c in verb.children)
    if not (described and (counts_people(noun) or names_party(noun))):
        return None
    start = noun.i
    while start > cue.sent.start and doc[start - 1].pos_ in _DESCRIBING:
        start -= 1
    return doc[start : cue.start]


def _doing(verb: Token, cue: Span, source: Span | None) -> Span | None:
    """Return who asks in "The gang is asking for money, N said", read as N's asking."""
    if source is None or source.start < cue.end or source.root.dep_ != "nsubj":
        return None
    other = source.root.head
    if other == verb or other.lemma_.lower() not in sayings():
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < cue.start), None)
    if own is None or own.lower_ in _NOBODY or not names_party(own):
        return None
    stops = [c.left_edge.i for c in own.children if c.dep_.startswith("acl")]
    return cue.doc[own.left_edge.i : min([own.right_edge.i + 1, cue.start, *stops])]


def _aside(found: Attribution, cue: Span) -> Attribution | None:
    """Read "The group, the opposition alleges, was paid" as the opposition's, who stands beside."""
    doc, source, start = cue.doc, found.source, cue.start
    if cue.end >= len(doc) or doc[cue.end].text != "," or not found.contents:
        return None
    while start > cue.sent.start and doc[start - 1].pos_ in _NAMING:
        start -= 1
    speaker = doc[start : cue.start]
    comma = start - 1
    beside = source is not None and source.start >= comma
    if not 0 < comma - cue.sent.start <= _LONGEST or doc[comma].text != "," or beside:
        return None
    named = speaker and speaker[0].pos_ == "DET" and names_party(speaker.root)
    finite = len(cue) == 1 and cue[0].tag_ in {"VBD", "VBZ", "VBP"}
    if not (named and finite and cue[0].lemma_.lower() in sayings() | _ALLEGING):
        return None
    behind = [c for c in found.contents if c.start > cue.end - 1]
    opening = doc[cue.sent.start : comma]
    if not behind or len(behind) != len(found.contents) or any(t.is_quote for t in opening):
        return None
    if any(t.pos_ in VERBS for t in opening):
        return None
    return Attribution(cue=cue, source=speaker, contents=(opening, *behind))


def _amid(found: Attribution, cue: Span) -> Attribution | None:
    """Read "The crisis, he maintains, was foreseen", of which the subject alone was read."""
    doc, source, behind = cue.doc, found.source, cue.end + 1
    if source is None or source.end != cue.start or behind >= cue.sent.end:
        return None
    parted = doc[cue.end].text == "," and doc[source.start - 1].text == ","
    if not parted or doc[behind].tag_ not in FINITE or source.start - 1 <= cue.sent.start:
        return None
    opening = doc[cue.sent.start : source.start - 1]
    cut = [c for c in found.contents if opening.start <= c.start and c.end <= opening.end]
    if not cut or any(t.tag_ in FINITE or t.text == "," for t in opening):
        return None
    said = doc[behind : without_marks(doc, behind, cue.sent.end)]
    if any(t.is_quote for t in (*opening, *said)):
        return None
    return dataclasses.replace(found, contents=(said,))


def _parting(found: Attribution, cue: Span) -> Attribution | None:
    """Read "There is no proof, N told the court, that M fled", of which the end alone was read."""
    doc, source = cue.doc, found.source
    if source is None or source.end != cue.start or not found.contents:
        return None
    comma, said, low = source.start - 1, found.contents[-1], cue.sent.start
    if any(not low <= c.start < c.end <= comma for c in found.contents[:-1]):
        return None
    if comma <= low or doc[comma].text != "," or doc[said.start - 1].text != ",":
        return None
    if said[0].lower_ != "that" or said.start <= cue.end:
        return None
    first = next((i + 1 for i in range(comma - 1, low, -1) if doc[i].text in {":", ";"}), low)
    opening = doc[first:comma]
    main = any(t.tag_ in FINITE for t in opening) and opening[-1].pos_ in _NOUNS
    if not main or any(t.is_quote or t.text == "," for t in opening):
        return None
    return dataclasses.replace(found, contents=(doc[first : said.end],))


def _pronoun_before(cue: Span, source: Span) -> Span | None:
    """Return the pronoun right before a cue, where one before it was read: "with N, | it | said".

    Not where the name is right before the pronoun's clause as who is meant: "N, he said".
    """
    first = cue.start - 1
    if first <= cue.sent.start or not cue.sent.start <= source.start < source.end <= first:
        return None
    word = cue.doc[first]
    subject = (
        word.tag_ == "PRP"
        and word.dep_.startswith("nsubj")
        and word.head.i in range(cue.start, cue.end)
    )
    governed = source.root.dep_.startswith(("obl", "nmod", "obj", "appos", "conj", "flat"))
    return cue.doc[first : first + 1] if subject and governed else None


def _right_before(cue: Span) -> Span | None:
    """Return the name right before a cue, or before ", answering the minister: “…”"."""
    doc, end = cue.doc, cue.start
    if cue[0].tag_ == "VBG" and end > cue.sent.start and doc[end - 1].text == ",":
        end -= 1
    elif cue[0].tag_ not in {"VBZ", "VBD"} or cue[0].pos_ != "VERB":
        return None
    start = end
    while start > cue.sent.start and doc[start - 1].ent_type_ in _SPEAKING:
        start -= 1
    if start - cue.sent.start > _STAMPED:
        return None
    opens = start == cue.sent.start or _STAMP.fullmatch(doc[cue.sent.start : start].text.strip())
    return doc[start:end] if start < end and opens else None


def _made_by(verb: Token, source: Span) -> Span | None:
    """Return what a body made that says it, where the body was read: "films made by [N] show"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None and verb.dep_ in {"parataxis", "conj"} and verb.head.tag_ == "NNS":
        subject = verb.head  # "films" read as a sentence of its own
    if subject is None or not subject.i < source.start - 1 or source.end > verb.i:
        return None
    if subject == verb.head and source.end == verb.i:
        whole = verb.doc[subject.left_edge.i : verb.i]
        return whole if whole[source.start - whole.start - 1].lower_ == "by" else None
    by = verb.doc[source.start - 1].lower_ == "by"
    inside = source.end <= subject.right_edge.i + 1
    end = min(subject.right_edge.i + 1, verb.i)
    return verb.doc[subject.left_edge.i : end] if by and inside else None


def _name_behind(cue: Span) -> Span | None:
    """Return the name right behind a closing verb: "“It is gone,” says [N. N.]"."""
    doc, end = cue.doc, cue.end
    quoted = any(t.is_quote for t in doc[max(0, cue.start - 2) : cue.start])
    while quoted and end < len(doc) and doc[end].ent_type_ == "PERSON":
        end += 1
    return doc[cue.end : end] if end > cue.end else None


def _shared(verb: Token) -> Span | None:
    """Return the subject of the verb above: "[He] told them to wait and promised help"."""
    head = verb.head
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    goes_on = verb.dep_ == "advcl" and verb.lower_.endswith("ing") and head.i < verb.i
    if goes_on and any(
        t.lemma_.lower() in sayings() | _ALLEGING for t in verb.doc[head.i + 1 : verb.i]
    ):
        return None  # "they left, the report alleged, adding that …"
    if not (verb.dep_ == "conj" or goes_on or _goes_on_in_heading(verb)) or own:
        return None
    subject = next((c for c in head.children if c.dep_ == "nsubj" and c.i < head.i), None)
    if subject is None or subject.lower_ in _NOBODY:
        return None
    span = verb.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return span if len(span) <= _LONGEST else None


def _goes_on_in_heading(verb: Token) -> bool:
    """Say whether a heading goes on with a second verb: "[Union] voices concern, urges calm"."""
    head = verb.head
    alike = verb.tag_ == head.tag_ == "VBZ" and head.dep_ == "root" and head.i < verb.i
    beside = alike and verb.nbor(-1).text == ","
    return beside and not any(c.dep_ == "mark" for c in verb.children)


def _is_through(source: Span) -> bool:
    """Say whether a source is through whom it is told: "N replied, according to [a witness]"."""
    before = source.doc[max(0, source.start - 2) : source.start]
    return [t.lower_ for t in before] == ["according", "to"]


def _has_seen(source: Span) -> bool:
    """Say whether a source has only seen what was written: "in a letter seen by [the paper], N"."""
    before = source.doc[max(0, source.start - 2) : source.start]
    return len(before) > 1 and before[1].lower_ == "by" and before[0].tag_ == "VBN"


def _is_where(source: Span, verb: Token) -> bool:
    """Say whether a source is only where the subject says it: "N, in [a video], pleads"."""
    root = source.root
    return root.dep_ == "obl" and root.head == verb and "in" in prepositions(root)


def _is_within(source: Span, subject: Span) -> bool:
    """Say whether a source stands in a clause on the subject: "N, who left [Lima], said"."""
    word = source.root
    while word.head.i != word.i and word.i not in range(subject.start, subject.end):
        if word.dep_ == "acl:relcl":
            return word.head.i in range(subject.start, subject.end)
        word = word.head
    return False


def _subject(verb: Token, cue: Span) -> Span | None:
    """Return the subject of an active verb that stands before it; none if it names nobody."""
    if verb.tag_ not in _ACTIVE:
        return None
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ == "it" and child.i + 1 == cue.start:
            told = any(c.dep_ == "obj" for c in verb.children)  # "as it voices concern"
            return cue.doc[child.i : cue.start] if told else None
        if child.dep_ != "nsubj" or child.i >= cue.start or child.lower_ in _NOBODY:
            continue
        plural = child.tag_ == "NNS" and verb.lemma_.lower() in sayings()  # "Partners report"
        if not (plural or names_party(child)):
            return None
        stops = [c.left_edge.i for c in child.children if c.dep_.startswith(("acl", "parataxis"))]
        end = min([cue.start, child.right_edge.i + 1, *(s for s in stops if s > child.i)])
        while end > child.i + 1 and cue.doc[end - 1].is_punct and cue.doc[end - 1].text != ")":
            end -= 1
        start = child.left_edge.i
        return cue.doc[start:end] if 0 < end - start <= _LONGEST else None
    return None


def _around(outer: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Let "N said" tell that "M had told the police that …", where M's words were read for both."""
    cue = outer.cue
    if cue is None or not outer.contents:
        return outer
    for inner in found:
        if inner is outer or inner.cue is None or inner.source is None:
            continue
        start = inner.source.start
        if not cue.end <= start <= cue.end + 1:  # nearly all stand elsewhere
            continue
        if inner.source == outer.source or not inner.contents:
            continue
        first, told = outer.contents[0], inner.contents[0]
        if max(start, inner.cue.end) > told.start or start >= min(
            told.end, outer.contents[-1].end
        ):  # words read out of their order tell nothing
            continue
        if start == cue.end and first.start == told.start and inner.cue.end == told.start:
            return dataclasses.replace(outer, contents=(cue.doc[start : outer.contents[-1].end],))
        # the same words, or "M had" before them
        if first == told or (first.start == start and outer.contents[-1].end <= told.end + 1):
            return dataclasses.replace(outer, contents=(cue.doc[start : told.end],))
    return outer
